"""Releases and corpora that a user names on the command line: by a folder, or on the Hub."""

import re
from functools import partial
from pathlib import Path

from visavis.corpus.model import ARTICLES
from visavis.release import editions, foreign
from visavis.release.diff import Edition
from visavis.release.hub import history
from visavis.release.hub.client import MAIN, Repository
from visavis.release.hub.fetch import fetch
from visavis.release.manifest import MANIFEST

_ON_HUB = re.compile(r"(hub:)?[^/@\s]+/[^/@\s]+@[^/@\s]+|hub:.*")


def opened(name: str) -> Edition:
    """Return what a release folder, a corpus folder or a version on the Hub holds.

    Raises:
        UsageError: there is no such folder.
        DataError: files are malformed, or are not as their manifest says.
        VisavisError: the Hub gives no answer.
    """
    if _is_on_hub(name):
        return _of_hub(name)
    folder = Path(name)
    if (folder / MANIFEST).is_file():
        return editions.read(folder)
    from visavis.release.build import edition  # noqa: PLC0415 - `datasets` takes a second to import

    return edition(folder)


def foreign_source(name: str) -> foreign.Source | None:
    """Return the Parquet files of a data set; None where it is a corpus or a release of ours.

    Args:
        name: a folder, or owner/name@REVISION on the Hub.

    Raises:
        UsageError: there is no such folder.
        DataError: a repository has no Parquet file, or a path that leads elsewhere.
        VisavisError: the Hub gives no answer.
    """
    if _is_on_hub(name):
        repository, commit = _commit_of(name)
        return None if MANIFEST in repository.contents(commit) else parquet_source(name)
    folder = Path(name)
    ours = any((folder / path).is_file() for path in (MANIFEST, ARTICLES))
    return None if ours or not any(folder.rglob("*.parquet")) else parquet_source(name)


def parquet_source(name: str) -> foreign.Source:
    """Return the Parquet files of any data set; raises as ``foreign_source`` does."""
    if not _is_on_hub(name):
        return foreign.of_folder(Path(name))
    repository, commit = _commit_of(name)
    revision = name.partition("@")[2] or commit[:7]
    hashes = repository.contents(commit)
    return foreign.of_listing(repository.name, revision, hashes, partial(repository.obtain, commit))


def _commit_of(name: str) -> tuple[Repository, str]:
    """The repository, and the commit of a version, tag, branch or commit of it."""
    repo, _, revision = name.removeprefix("hub:").partition("@")
    repository = Repository(repo)
    tag = f"v{revision}"
    return repository, repository.resolve(tag if tag in repository.tags() else revision or MAIN)


def named_release(name: str) -> Path | Edition:
    """Return the folder of a release, or what a version on the Hub holds.

    Raises:
        VisavisError: the Hub gives no answer, or has no such version.
    """
    return _of_hub(name) if _is_on_hub(name) else Path(name)


def _is_on_hub(name: str) -> bool:
    return _ON_HUB.fullmatch(name) is not None and not Path(name).exists()


def _of_hub(name: str) -> Edition:
    fetched = fetch(*history.named(name))
    return editions.of(fetched.folder, fetched.manifest)
