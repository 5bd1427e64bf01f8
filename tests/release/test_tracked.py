"""What is published is what git has: also for files that git is told not to look at."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from support.loopback import GIT
from visavis import files
from visavis.cli import main
from visavis.release.build import build
from visavis.release.tracked import unrecorded


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=x", "-c", "user.email=x@localhost"]
    subprocess.run([GIT, "-C", str(folder), *identity, *arguments], check=True)


@pytest.fixture
def committed(clean: Path) -> Path:
    """The clean corpus under git, all of it committed."""
    git(clean, "init", "-q")
    git(clean, "add", ".")
    git(clean, "commit", "-qm", "x")
    assert unrecorded(clean, clean / "dist") == []
    return clean


CARD = "dataset_card.md"


@pytest.mark.parametrize("flag", ["assume-unchanged", "skip-worktree"])
def test_a_change_in_a_file_that_git_does_not_look_at_is_refused(
    committed: Path, flag: str
) -> None:
    git(committed, "update-index", f"--{flag}", CARD)
    page = committed / CARD
    page.write_text(page.read_text(encoding="utf-8") + "More.\n", encoding="utf-8")
    assert unrecorded(committed, committed / "dist") == [
        f"{CARD} (marked {flag}, git does not look at it)"
    ]


@pytest.mark.parametrize("where", [".gitignore", "annotations/.gitignore", ".git/info/exclude"])
def test_an_ignored_file_that_the_build_reads_is_refused(committed: Path, where: str) -> None:
    name = "annotations/facts.jsonl"
    (committed / where).write_text("facts.jsonl\n", encoding="utf-8")
    git(committed, "rm", "-q", "--cached", "--ignore-unmatch", name)
    git(committed, "add", "-A")
    git(committed, "commit", "-q", "--allow-empty", "-m", "x")
    (committed / name).write_text("", encoding="utf-8")
    assert f"{name} (ignored by git)" in (unrecorded(committed, committed / "dist") or [])


def test_what_the_build_does_not_read_may_be_ignored(committed: Path) -> None:
    (committed / ".gitignore").write_text("*.log\n/cache/\n", encoding="utf-8")
    git(committed, "add", ".gitignore")
    git(committed, "commit", "-qm", "x")
    (committed / "run.log").write_text("x", encoding="utf-8")
    (committed / "cache").mkdir()
    (committed / "cache" / "x").write_text("x", encoding="utf-8")
    assert unrecorded(committed, committed / "dist") == []


@pytest.mark.parametrize("setting", ["status.showUntrackedFiles=no", "core.ignoreStat=true"])
def test_the_settings_of_git_do_not_hide_a_file(committed: Path, setting: str) -> None:
    git(committed, "config", *setting.split("="))
    (committed / "annotations" / "new.jsonl").write_text("", encoding="utf-8")
    assert unrecorded(committed, committed / "dist") == ["annotations/new.jsonl"]


def test_another_repository_of_the_environment_is_not_asked(
    committed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "other").mkdir()
    git(tmp_path / "other", "init", "-q")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "other" / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(tmp_path / "other"))
    (committed / CARD).write_text("x", encoding="utf-8")
    assert unrecorded(committed, committed / "dist") == [CARD]


@pytest.mark.parametrize("inside", ["dist", "out", "out/deep", "."])
def test_a_release_inside_the_corpus_does_not_stop_a_rerun(committed: Path, inside: str) -> None:
    dist = committed / inside
    release = build(committed, dist)
    assert unrecorded(committed, dist) == []
    (release.parent / "mine.txt").write_text("x", encoding="utf-8")
    expected = [] if inside == "dist" else [os.path.normpath(f"{inside}/mine.txt")]
    assert unrecorded(committed, dist) == expected


def test_a_corpus_below_the_top_of_a_repository(clean: Path) -> None:
    git(clean.parent, "init", "-q")
    git(clean.parent, "add", ".")
    git(clean.parent, "commit", "-qm", "x")
    assert unrecorded(clean, clean / "dist") == []
    (clean / CARD).write_text("x", encoding="utf-8")
    (clean.parent / "beside.txt").write_text("x", encoding="utf-8")
    assert unrecorded(clean, clean / "dist") == [CARD]


def test_a_folder_without_git_is_told_apart(clean: Path) -> None:
    assert unrecorded(clean, clean / "dist") is None


@pytest.mark.parametrize(
    "name", ["tiny", "x/y/z", "x/ti ny", "../x", "x/..", "x/-y", "x/a--b", "x/y.git", "/x", "x/"]
)
def test_a_name_that_no_repository_has_is_refused_before_the_build(
    clean: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["publish", name, "--corpus", str(clean)]) == 2
    assert "not the name of a repository. Write owner/name" in capsys.readouterr().err
    assert not (clean / "dist").exists()


def test_a_temporary_folder_that_a_killed_process_left_is_removed_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = (
        "import time; from visavis import files\n"
        "with files.scratch() as folder:\n"
        "    (folder / 'x').write_text('x')\n"
        "    print(folder, flush=True)\n"
        "    time.sleep(60)\n"
    )
    environment = os.environ | {"TMPDIR": str(tmp_path)}
    run = subprocess.Popen([sys.executable, "-c", code], env=environment, stdout=subprocess.PIPE)
    assert run.stdout is not None
    left = Path(run.stdout.readline().decode().strip())
    assert left.is_dir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    mine = tmp_path / ".visavis-scratch-mine.1.visavis-tmp"
    mine.mkdir()
    (mine / "work.txt").write_text("mine", encoding="utf-8")
    with files.scratch() as folder:
        assert left.is_dir(), "its process is alive"
        assert list(folder.iterdir()) == []
    run.kill()
    run.wait()
    run.stdout.close()
    with files.scratch() as folder:
        assert not left.parent.exists()
        assert folder.parent.stat().st_mode & 0o077 == 0
    assert not folder.parent.exists()
    assert (mine / "work.txt").read_text(encoding="utf-8") == "mine"
