"""The command line through a real process: exit status, one clear message, nothing half-written."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from visavis.cli import COMMANDS


def visavis(*arguments: object, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "error", "-m", "visavis", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, check=False)


@pytest.mark.parametrize("verb", COMMANDS)
def test_every_verb_explains_itself(verb: str) -> None:
    run = visavis(verb, "--help")
    assert run.returncode == 0
    assert COMMANDS[verb].lower() in " ".join(run.stdout.lower().split())


def test_the_help_groups_all_verbs_and_ends_with_examples() -> None:
    text = visavis("--help").stdout
    assert all(f"  {verb} " in text for verb in COMMANDS)
    assert text.index("Make a corpus:") < text.index("Release:") < text.index("examples:")


def test_a_misspelt_verb_is_answered_with_the_one_meant() -> None:
    run = visavis("valdate")
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr == "visavis: there is no verb 'valdate'. Did you mean validate?\n"


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["publish-all"],
        ["build", "--corpus", "nowhere"],
        ["build", "--private"],
        ["add", "nowhere.txt", "--rights", "mine"],
        ["hydrate", "nowhere"],
        ["init"],
    ],
    ids=" ".join,
)
def test_misuse_is_status_2_without_a_traceback(arguments: list[str], clean: Path) -> None:
    run = visavis(*arguments, cwd=clean)
    assert run.returncode == 2
    assert run.stderr
    assert "Traceback" not in run.stderr
    assert run.stdout == ""


SPAN = b'{"id":"x1","lang":"fr","start":0,%b}\n'
DAMAGES = {
    "raw/articles.jsonl": b'{"id":\n',
    "raw/en/a.txt": b"\xff\xfe",
    "annotations/mentions/a.jsonl": SPAN % b'"end":9999,"type":"ORG","form":"NAM"',
    "annotations/amounts/a.jsonl": SPAN % b'"end":2,"kind":"gold","role":"pay"',
    "annotations/beads/a.jsonl": b'{"id":"b1","fr":[[0,3]],"en":[],"method":"manual"}\n',
    "annotations/kb.jsonl": b"",
    "dataset_card.md": b"no front matter",
}


@pytest.mark.parametrize("path", DAMAGES)
def test_a_damaged_file_is_status_1_with_its_name_and_nothing_written(
    path: str, clean: Path
) -> None:
    (clean / path).write_bytes(DAMAGES[path])
    run = visavis("build", "--corpus", clean)
    assert run.returncode == 1
    named = path if path != "annotations/kb.jsonl" else "annotations/mentions/a.jsonl:1"
    assert named.split("/")[-1] in run.stderr
    assert "Traceback" not in run.stderr
    assert not (clean / "dist").exists()


def test_a_folder_that_cannot_be_written_is_status_2(clean: Path) -> None:
    (clean / "dist").write_text("a file in the way")
    run = visavis("build", "--corpus", clean)
    assert run.returncode == 2
    assert "Choose a folder that can be written" in run.stderr


def test_validate_reports_and_fails(clean: Path) -> None:
    assert visavis("validate", "--corpus", clean).returncode == 0
    (clean / "raw/en/b.txt").write_text("Other\n")
    run = visavis("validate", "--corpus", clean)
    assert run.returncode == 1
    assert run.stdout.startswith("raw/articles.jsonl:2: raw/en/b.txt has the sha256")


def test_format_checks_and_mends(clean: Path) -> None:
    kb = clean / "annotations/kb.jsonl"
    kb.write_bytes(b"\n".join(reversed(kb.read_bytes().splitlines())))
    assert visavis("format", "--check", "--corpus", clean).returncode == 1
    assert "kb.jsonl: formatted" in visavis("format", "--corpus", clean).stdout
    assert visavis("format", "--check", "--corpus", clean).returncode == 0


def test_a_new_corpus_from_nothing(tmp_path: Path) -> None:
    for name in ("un", "deux", "trois"):
        (tmp_path / f"{name}.txt").write_text(f"Une recette, la {name}.\n", encoding="utf-8")
    assert visavis("init", "recettes", cwd=tmp_path).returncode == 0
    texts = sorted(tmp_path.glob("*.txt"))
    added = visavis("add", *texts, "--rights", "CC0-1.0", "--corpus", "recettes", cwd=tmp_path)
    assert added.stdout.splitlines()[0] == "deux: added, without English"
    assert visavis("validate", cwd=tmp_path / "recettes").returncode == 0
    built = visavis("build", cwd=tmp_path / "recettes")
    assert built.stdout.strip().endswith("recettes-0.1.0")
    assert "Traceback" not in built.stderr


def test_hydrate_reports_each_article(clean: Path, tmp_path: Path) -> None:
    held = tmp_path / "held"
    held.mkdir()
    run = visavis("hydrate", held, "--corpus", clean)
    assert (run.returncode, run.stderr) == (
        1,
        "b (fr): not hydrated; `visavis hydrate FOLDER` finds its text by sha256\n",
    )
    (held / "any name").write_text("Un texte tiers. Il parle de Mistral.\n", encoding="utf-8")
    run = visavis("hydrate", held, "--corpus", clean)
    assert (run.returncode, run.stdout) == (0, "b (fr): hydrated\n")
    (clean / "raw/fr/b.txt").write_text("Un texte tiers. Il parle de mistral.\n", encoding="utf-8")
    run = visavis("validate", "--corpus", clean)
    assert run.returncode == 1
    assert run.stdout.count("\n") == 1
    assert "raw/fr/b.txt has the sha256" in run.stdout


def test_view_marks_spans(clean: Path) -> None:
    run = visavis("view", "a", "--corpus", clean, "--layers", "mentions")
    assert run.returncode == 0
    assert "fr  Élan 🎉 à [Paris]LOC" in run.stdout


def test_output_into_a_closed_pipe_is_no_error(clean: Path) -> None:
    shell = f"{sys.executable} -m visavis view --corpus {clean} | true; exit ${{PIPESTATUS[0]}}"
    run = subprocess.run(
        [shutil.which("bash") or "bash", "-c", shell], capture_output=True, text=True, check=False
    )
    assert "Traceback" not in run.stderr
