"""What a user has is there after every command: folders, rows, edits."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from support.paths import ROOT
from visavis.cli import main
from visavis.corpus import journal
from visavis.corpus.articles import COMPATIBLE
from visavis.corpus.model import layer_path
from visavis.release.manifest import MANIFEST


def content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and journal.KEPT.name not in path.parts
    }


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A corpus of one article whose folder has the name of its release, and a git repository."""
    (tmp_path / "a.txt").write_text("Il pleut.\n", encoding="utf-8")
    folder = tmp_path / "news-0.1.0"
    assert main(["init", str(folder), "--name", "news"]) == 0
    entries = ["--rights", "CC0-1.0", "--corpus", str(folder)]
    assert main(["add", str(tmp_path / "a.txt"), *entries]) == 0
    (folder / ".git").mkdir()
    (folder / ".git" / "HEAD").write_text("ref: refs/heads/main\n")
    return folder


def test_a_release_never_takes_the_place_of_its_corpus(
    small: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = content(small.parent)
    monkeypatch.chdir(small)
    for more in ([], ["--dry-run"]):
        assert main(["build", "--dist", "..", *more]) == 2
        assert "is or holds ., which is read here. Nothing was changed" in capsys.readouterr().err
    assert content(small.parent) == before


OTHERS = {
    "a folder of the user": ({"mine/notes.txt": b"work"}, "holds mine/notes.txt and no manifest"),
    "a repository": ({".git/HEAD": b"ref"}, "holds a git repository (.git)"),
    "a manifest of something else": ({MANIFEST: b"{}"}, "and no manifest of a release"),
}


@pytest.mark.parametrize("other", OTHERS)
def test_a_folder_that_is_no_release_is_not_replaced(
    small: Path, capsys: pytest.CaptureFixture[str], other: str
) -> None:
    held, message = OTHERS[other]
    target = small / "dist" / small.name
    for name, data in held.items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_bytes(data)
    before = content(small)
    assert main(["build", "--corpus", str(small)]) == 2
    assert message in capsys.readouterr().err
    assert content(small) == before


def test_a_release_with_a_file_of_the_user_in_it_is_not_replaced(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "--corpus", str(small)]) == 0
    assert main(["build", "--corpus", str(small)]) == 0
    note = small / "dist" / small.name / "articles" / "notes.txt"
    note.write_text("work")
    before = content(small)
    assert main(["build", "--corpus", str(small)]) == 2
    assert "holds articles/notes.txt, which its manifest does not list" in capsys.readouterr().err
    assert content(small) == before


@pytest.mark.parametrize("kind", ["a file", "a folder", "the old release"])
def test_replay_replaces_nothing_but_a_release(
    small: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    assert main(["build", "--corpus", str(small)]) == 0
    release = small / "dist" / small.name
    log = small.parent / "changes.jsonl"
    capsys.readouterr()
    assert main(["diff", str(release), str(release), "--json"]) == 0
    log.write_text(capsys.readouterr().out, encoding="utf-8")
    target = release if kind == "the old release" else small.parent / "target"
    if kind == "a file":
        target.write_text("work")
    elif kind == "a folder":
        (target / "sub").mkdir(parents=True)
        (target / "sub" / "a").write_text("work")
    before = content(small.parent)
    for more in ([], ["--dry-run"]):
        assert main(["diff", str(release), "--replay", str(log), str(target), *more]) == 2
        assert f"{target}: " in capsys.readouterr().err
    assert content(small.parent) == before


def test_dry_runs_of_build_tell_and_write_nothing(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = content(small)
    assert main(["build", "--corpus", str(small), "--dry-run"]) == 0
    assert content(small) == before
    assert capsys.readouterr().out.endswith(f"would create {small / 'dist' / small.name}\n")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The rows and texts of this repository."""
    for part in ("raw", "annotations"):
        shutil.copytree(ROOT / part, tmp_path / "corpus" / part)
    return tmp_path / "corpus"


def test_edited_suggestions_are_not_written_over(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call = ["suggest", "mistral-asml", "--corpus", str(copy)]
    assert main(call) == 0
    assert main(call) == 0, "what is as it was may be suggested again"
    edited = copy / "annotations/passes/suggested/mentions/mistral-asml.jsonl"
    edited.write_bytes(edited.read_bytes().replace(b'"ORG"', b'"PROD"', 1))
    before = content(copy)
    assert main(call) == 2
    assert "mentions/mistral-asml.jsonl: has other rows" in capsys.readouterr().err
    assert content(copy) == before
    assert main([*call, "--replace", "--dry-run"]) == 0
    assert content(copy) == before
    assert main([*call, "--replace"]) == 0
    assert content(copy) != before
    assert main(["undo", "--corpus", str(copy)]) == 0
    assert content(copy) == before


def test_adjudicate_tells_what_it_writes_and_keeps_an_edited_merger(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (copy / "annotations/adjudication.jsonl").unlink()
    call = ["adjudicate", "a", "b", "--corpus", str(copy), "--into", "merged"]
    assert main([*call, "--dry-run"]) == 1
    assert "would create annotations/adjudication.jsonl" in capsys.readouterr().err
    assert not (copy / "annotations/adjudication.jsonl").exists()
    assert main(call) == 1
    assert "create annotations/adjudication.jsonl" in capsys.readouterr().err
    edited = next((copy / "annotations/passes/merged/mentions").iterdir())
    edited.write_bytes(edited.read_bytes().replace(b'"ORG"', b'"PROD"', 1))
    before = content(copy)
    assert main(call) == 2
    assert f"{edited.name}: has other rows" in capsys.readouterr().err
    assert content(copy) == before


def test_undo_is_undone_and_refuses_a_file_edited_since(
    clean: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = clean / layer_path("a", "mentions")
    messy = rows.read_bytes().replace(b'","', b'", "')
    rows.write_bytes(messy)
    tidy = ["format", "--corpus", str(clean)]
    undo = ["undo", "--corpus", str(clean)]
    assert main(undo) == 2
    assert "no change to take back" in capsys.readouterr().err
    assert main([*tidy, "--dry-run"]) == 0
    assert rows.read_bytes() == messy
    assert main(tidy) == 0
    formatted = rows.read_bytes()
    assert formatted != messy
    assert main([*undo, "--dry-run"]) == 0
    assert rows.read_bytes() == formatted
    for expected in (messy, formatted, messy):
        assert main(undo) == 0
        assert rows.read_bytes() == expected
    rows.write_bytes(messy + b"\n")
    assert main(undo) == 1
    assert "changed since `visavis undo`. Nothing was taken back" in capsys.readouterr().err
    assert rows.read_bytes() == messy + b"\n"
    (clean / journal.JOURNAL).write_bytes(b"{}\n")
    assert main(undo) == 1
    assert "damaged" in capsys.readouterr().err


def test_undo_follows_no_path_out_of_the_corpus(
    clean: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outside = clean.parent / "outside"
    outside.write_bytes(b"work")
    for path in ("../outside", str(outside)):
        line = f'{{"path":"{path}","before":null,"after":null}}\n'
        journal_file = clean / journal.JOURNAL
        journal_file.parent.mkdir(exist_ok=True)
        journal_file.write_text('{"verb":"format"}\n' + line)
        assert main(["undo", "--corpus", str(clean)]) == 2
        assert "leads out of" in capsys.readouterr().err
    assert outside.read_bytes() == b"work"


def test_fix_can_be_tried_and_taken_back(clean: Path) -> None:
    rows = clean / layer_path("a", "mentions")
    messy = rows.read_bytes().replace(b'","', b'", "')
    rows.write_bytes(messy)
    fix = ["validate", "--fix", "--corpus", str(clean)]
    assert main([*fix, "--dry-run"]) == 1
    assert rows.read_bytes() == messy
    assert main(fix) == 0
    assert rows.read_bytes() != messy
    assert main(["undo", "--corpus", str(clean)]) == 0
    assert rows.read_bytes() == messy


def test_what_is_kept_for_undo_is_ignored_by_git(clean: Path) -> None:
    journal.change(clean, "test", {Path("raw/fr/b.txt"): b"secret"})
    assert (clean / journal.KEPT / ".gitignore").read_text() == "*\n"
    assert os.path.lexists(clean / journal.JOURNAL)


CARD_LICENCES = [
    ("cc-by-4.0", {"CC-BY-4.0", "CC0-1.0"}, True),
    ("cc-by-4.0", {"CC-BY-SA-4.0"}, False),
    ("mit", {"CC-BY-SA-4.0"}, False),
    ("cc-by-sa-4.0", {"CC-BY-SA-4.0", "CC-BY-4.0"}, True),
    ("cc0-1.0", {"CC-BY-4.0"}, False),
    ("[cc-by-4.0, cc-by-sa-4.0]", {"CC-BY-SA-4.0", "CC-BY-4.0"}, True),
    ("[cc-by-4.0, mit]", {"CC-BY-SA-4.0", "CC-BY-4.0"}, False),
    ("other", {"CC-BY-SA-4.0"}, False),
    ("other\nlicense_name: by article", {"CC-BY-SA-4.0", "ODC-By-1.0"}, True),
    ("", {"CC0-1.0"}, False),
    ("mit", {"third-party", "LicenseRef-x"}, True),
]


@pytest.mark.parametrize(("stated", "licences", "good"), CARD_LICENCES)
def test_a_card_states_a_licence_that_its_texts_allow(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    stated: str,
    licences: set[str],
    *,
    good: bool,
) -> None:
    folder = tmp_path / "corpus"
    assert main(["init", str(folder)]) == 0
    for i, licence in enumerate(sorted(licences)):
        text = tmp_path / f"t{i}.txt"
        text.write_text(f"Il pleut depuis {i} jours.\n", encoding="utf-8")
        assert main(["add", str(text), "--rights", licence, "--corpus", str(folder)]) == 0
    card = folder / "dataset_card.md"
    page = card.read_text(encoding="utf-8")
    assert "license: cc-by-4.0\n" in page
    card.write_text(page.replace("license: cc-by-4.0\n", f"license: {stated}\n"), encoding="utf-8")
    capsys.readouterr()
    statuses = [
        main(["validate", "--select", "card-licence", "--corpus", str(folder)]),
        main(["build", "--corpus", str(folder)]),
    ]
    assert statuses == ([0, 0] if good else [1, 1])
    assert ("card-licence" in capsys.readouterr().err) is not good


def test_the_table_of_licences_allows_each_its_own() -> None:
    for licence, allowed in COMPATIBLE.items():
        assert licence in allowed
    assert COMPATIBLE["CC-BY-SA-4.0"] == ("CC-BY-SA-4.0",)


def test_a_card_with_the_line_ends_of_windows_is_read(clean: Path) -> None:
    card = clean / "dataset_card.md"
    card.write_bytes(card.read_bytes().replace(b"\n", b"\r\n"))
    assert main(["validate", "--corpus", str(clean)]) == 0


def test_a_corpus_keeps_its_bytes_where_git_changes_line_ends(tmp_path: Path) -> None:
    """A clone with ``core.autocrlf=true``, as on Windows."""
    git = shutil.which("git") or "git"
    text = tmp_path / "a.txt"
    text.write_text("Il pleut.\nIl neige.\n", encoding="utf-8")
    assert main(["init", str(tmp_path / "one")]) == 0
    entries = ["--rights", "CC0-1.0", "--corpus", str(tmp_path / "one")]
    assert main(["add", str(text), *entries]) == 0
    who = ["-c", "user.name=a", "-c", "user.email=a@b.c"]
    for call in (["init", "-q"], ["add", "-A"], [*who, "commit", "-qm", "one"]):
        subprocess.run([git, *call], cwd=tmp_path / "one", check=True)
    clone = ["-c", "core.autocrlf=true", "clone", "-q", "one", "two"]
    subprocess.run([git, *clone], cwd=tmp_path, check=True)
    tracked = {
        path: data for path, data in content(tmp_path / "one").items() if ".git/" not in path
    }
    assert tracked.items() <= content(tmp_path / "two").items()
    assert len(tracked) > 5


def test_this_repository_keeps_its_bytes_too() -> None:
    template = ROOT / "src/visavis/corpus/template/dot-gitattributes"
    assert (ROOT / ".gitattributes").read_bytes() == template.read_bytes()


def test_a_text_that_changed_is_refused_by_every_verb_that_shows_spans(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = copy / "raw/fr/mistral-asml.txt"
    text.write_text("Or, " + text.read_text(encoding="utf-8"), encoding="utf-8")
    before = content(copy)
    for call in (
        ["view", "mistral-asml"],
        ["view"],
        ["worksheet", "mistral-asml"],
        ["suggest", "mistral-asml"],
    ):
        assert main([*call, "--corpus", str(copy)]) == 1
        out, err = capsys.readouterr()
        assert "not the text that the row of mistral-asml describes" in err
        assert out == ""
    assert content(copy) == before
    assert main(["view", "windsurf", "--corpus", str(copy)]) == 0
