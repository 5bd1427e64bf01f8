"""Whether git has the state of a corpus that is about to be published."""

import os
import shutil
import subprocess
from importlib.metadata import version
from pathlib import Path

from visavis.corpus.articles import is_third_party
from visavis.corpus.model import text_path
from visavis.corpus.reading import read_articles
from visavis.errors import UsageError
from visavis.languages import LANGS
from visavis.release.manifest import RELEASES, listed

_READ = (
    "raw/", "annotations/", "dataset_card.md", "CITATION.cff", "LICENSE-DATA", "corpus.toml",
)  # fmt: skip
"""What a build reads: folders and files of a corpus."""

WRITERS = ("visavis", "datasets", "polars", "pyarrow")
"""The packages that decide the bytes of a release."""

_OWN = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE")
"""Variables that would have git look at another repository than that of the folder."""

_STATUS = (
    "-c", "core.fsmonitor=false", "-c", "core.untrackedCache=false", "status", "--porcelain=v1",
    "-z", "--untracked-files=all", "--ignored=matching", "--no-renames", "--", ".",
)  # fmt: skip


def unrecorded(corpus: Path, dist: Path) -> list[str] | None:
    """Return the files that a build reads and that git does not have as they are, with the reason.

    Releases in ``dist``, the list of releases and the texts that must stay out of git do not count.

    Args:
        corpus: the folder of the corpus.
        dist: where releases go.

    Returns:
        None where the corpus is not under git.

    Raises:
        UsageError: git is not installed, or ``corpus`` is not a corpus.
    """
    prefix = _git(corpus, "rev-parse", "--show-prefix")
    status = _git(corpus, *_STATUS)
    flags = _git(corpus, "ls-files", "-v", "-z", "--", ".")
    if prefix is None or status is None or flags is None:
        return None
    private = {
        text_path(article.id, lang).as_posix()
        for article in read_articles(corpus)
        for lang in LANGS
        if is_third_party(article, lang)
    }
    problems = []
    for entry in filter(None, status.split("\0")):
        code, path = entry[:2], entry[3:].removeprefix(prefix.rstrip("\n"))
        ignored = code == "!!"
        if path == RELEASES.as_posix() or path in private or (ignored and not _is_read(path)):
            continue
        if code in {"??", "!!"} and _is_release(corpus, dist, path):
            continue
        problems.append(f"{path} (ignored by git)" if ignored else path)
    for entry in filter(None, flags.split("\0")):
        mark, path = entry[0], entry[2:]
        if (mark.islower() or mark == "S") and _is_read(path):
            flag = "skip-worktree" if mark in "sS" else "assume-unchanged"
            problems.append(f"{path} (marked {flag}, git does not look at it)")
    return problems


def provenance(corpus: Path) -> list[str]:
    """Return what made a release, a line each: the commit of its source, and the programs.

    They go into the commit on the Hub and not into the release, whose bytes do not depend on them.
    """
    head = _git(corpus, "rev-parse", "HEAD") if shutil.which("git") else None
    source = [f"source commit {head.strip()}"] if head else []
    return [*source, *(f"{name} {version(name)}" for name in WRITERS)]


def _is_read(path: str) -> bool:
    return path.startswith(_READ)


def _is_release(corpus: Path, dist: Path, path: str) -> bool:
    """Return whether a file is in ``dist/`` of the corpus, or in a release of ours in ``dist``."""
    if path.startswith("dist/"):
        return True
    text, base = (corpus / path).resolve(), dist.resolve()
    if not text.is_relative_to(base) or text == base:
        return False
    folder = base / text.relative_to(base).parts[0]
    files = listed(folder) if folder.is_dir() else None
    return files is not None and (text == folder or text.relative_to(folder).as_posix() in files)


def _git(corpus: Path, *arguments: str) -> str | None:
    """Return what git prints about the folder, or None where it is not under git."""
    git = shutil.which("git")
    if git is None:
        msg = "git: not installed, so what is published cannot be compared with it"
        raise UsageError(msg, remedy="Install git.")
    environment = {name: value for name, value in os.environ.items() if name not in _OWN}
    run = subprocess.run(  # noqa: S603 - git
        [git, "-C", str(corpus), *arguments],
        capture_output=True, check=False, env=environment,
    )  # fmt: skip
    return None if run.returncode else os.fsdecode(run.stdout)
