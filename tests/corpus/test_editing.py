"""list, show, set, rename, remove, waive: a corpus is edited by command, and every edit undone."""

import json
import shutil
from pathlib import Path

import pytest

from support.paths import CLEAN, ROOT
from visavis.cli import main
from visavis.corpus import journal
from visavis.corpus.reading import read_articles
from visavis.validation.folder import check_folder


def content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and journal.KEPT.name not in path.parts
    }


def run(corpus: Path, *words: str) -> int:
    return main([*words, "--corpus", str(corpus)])


def test_articles_are_listed_and_shown(clean: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(clean, "list") == 0
    rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert [row[0] for row in rows] == [article.id for article in read_articles(clean)]
    assert run(clean, "show", "a") == 0
    rendered = capsys.readouterr().out
    assert "id              a\n" in rendered
    assert "rows, complete\n" in rendered


def test_fields_are_set_and_undone(clean: Path) -> None:
    before = content(clean)
    assert run(clean, "set", "a", "published=2026-05-04", "genre=null", 'sources=["f0101"]') == 0
    (article,) = [article for article in read_articles(clean) if article.id == "a"]
    assert (article.published, article.genre, article.sources) == ("2026-05-04", None, ("f0101",))
    assert main(["undo", "--corpus", str(clean)]) == 0
    assert content(clean) == before


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ["a", "publisehd=2026"],
            "there is no field 'publisehd' to set. Choose among story",
        ),
        (["a", "published=2026-02-30"], "a: published: 2026-02-30 is not in the calendar"),
        (["a", "split=dev"], "a: Invalid enum value 'dev' - at `$.split`"),
        (["a", "id=b2"], "there is no field 'id' to set"),
        (["a", "sources=[x"], "[x: not JSON"),
        (["aa", "genre=x"], "there is no article 'aa'. Did you mean a?"),
        (["genre=x"], "nothing to set"),
        (["a"], "nothing to set"),
    ],
)
def test_a_wrong_field_or_value_is_refused(
    words: list[str], message: str, clean: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = content(clean)
    assert run(clean, "set", *words) == 2
    assert message in capsys.readouterr().err
    assert content(clean) == before


def test_an_article_is_renamed_everywhere(clean: Path) -> None:
    shutil.copytree(ROOT / "annotations/passes/a", clean / "annotations/passes/p")
    for path in sorted((clean / "annotations/passes/p").rglob("*.jsonl")):
        if path.name != "pass.jsonl":
            path.unlink()
    (clean / "annotations/passes/p/mentions").mkdir(exist_ok=True)
    shutil.copy(clean / "annotations/mentions/a.jsonl", clean / "annotations/passes/p/mentions/")
    ruling = {"passes": ["p", "q"], "article": "a", "layer": "mentions", "lang": "fr"}
    (clean / "annotations/adjudication.jsonl").write_text(json.dumps(ruling) + "\n")
    waiver = {"rule": "x", "path": "annotations/mentions/a.jsonl", "article": "a", "id": "m1"}
    (clean / "annotations/waivers.jsonl").write_text(json.dumps(waiver) + "\n")
    with (clean / "corpus.toml").open("a") as settings:
        settings.write('\n[articles.a]\nflaws = "partial"\n')
    assert run(clean, "set", "a", "genre=dispatch") == 0
    before = content(clean)
    assert run(clean, "rename", "a", "nouveau") == 0
    after = content(clean)
    assert len(after) == len(before)
    assert not [name for name in after if Path(name).stem == "a"]
    assert after["annotations/passes/p/mentions/nouveau.jsonl"]
    assert b'"article":"nouveau"' in after["annotations/adjudication.jsonl"]
    assert b'"path":"annotations/mentions/nouveau.jsonl"' in after["annotations/waivers.jsonl"]
    assert b"[articles.nouveau]\n" in after["corpus.toml"]
    assert run(clean, "rename", "nouveau", "a") == 0
    assert compact(content(clean)) == compact(before)


def compact(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files without the blanks of JSON, which an edit does not keep."""
    return {name: data.replace(b": ", b":").replace(b", ", b",") for name, data in files.items()}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("a", "b", "the id 'b' is taken"),
        ("a", "é", "'é' is not an id"),
        ("a", "../x", "'../x' is not an id"),
        ("zz", "x", "there is no article 'zz'"),
    ],
)
def test_a_wrong_name_is_refused(
    old: str, new: str, message: str, clean: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = content(clean)
    assert run(clean, "rename", old, new) == 2
    assert message in capsys.readouterr().err
    assert content(clean) == before


def test_an_article_is_removed_with_all_that_hangs_on_it_only_when_told(
    clean: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = content(clean)
    assert run(clean, "remove", "a") == 2
    captured = capsys.readouterr()
    assert "would delete annotations/mentions/a.jsonl" in captured.out
    assert "Add --yes to remove them." in captured.err
    assert content(clean) == before
    assert run(clean, "remove", "a", "--yes") == 0
    assert not [name for name in content(clean) if Path(name).stem == "a"]
    assert "a" not in [article.id for article in read_articles(clean)]
    assert main(["undo", "--corpus", str(clean)]) == 0
    assert content(clean) == before


def test_a_dry_run_changes_nothing(clean: Path) -> None:
    before = content(clean)
    for words in (["set", "a", "genre=x"], ["rename", "a", "c"], ["remove", "a"]):
        assert run(clean, *words, "--dry-run") == 0
        assert content(clean) == before


def test_a_finding_is_waived_by_its_place(clean: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(CLEAN.parent / "amount-value", clean, dirs_exist_ok=True)
    findings = [f for f in check_folder(clean) if f.rule == "amount-value"]
    assert findings
    for finding in findings:
        place = f"{finding.path}:{finding.line}"
        assert run(clean, "waive", "amount-value", place, "--reason", "a test") == 0
    assert "amount-value" not in {finding.rule for finding in check_folder(clean)}
    assert run(clean, "waive", "amount-value", "a:a1", "--reason", "x") == 2
    assert "no finding of amount-value at a:a1. It has no findings." in capsys.readouterr().err
    assert run(clean, "waive", "amount-valeu", "a:a1", "--reason", "x") == 2
    assert run(clean, "waive", "amount-value", "a:a1", "--reason", " ") == 2
