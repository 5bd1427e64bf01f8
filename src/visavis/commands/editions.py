"""Releases and corpora that a user names on the command line: by a folder, or on the Hub."""

import re
from functools import partial
from pathlib import Path
from typing import NamedTuple

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
        listing = _listing(name)
        return None if MANIFEST in listing.hashes else listing.source()
    folder = Path(name)
    ours = any((folder / path).is_file() for path in (MANIFEST, ARTICLES))
    return None if ours or not any(folder.rglob("*.parquet")) else foreign.of_folder(folder)


def parquet_source(name: str) -> foreign.Source:
    """Return the Parquet files of any data set; raises as ``foreign_source`` does."""
    return _listing(name).source() if _is_on_hub(name) else foreign.of_folder(Path(name))


class _Listing(NamedTuple):
    """The files of a commit of a repository."""

    repository: Repository
    commit: str
    revision: str
    hashes: dict[str, str]

    def source(self) -> foreign.Source:
        obtain = partial(self.repository.obtain, self.commit)
        return foreign.of_listing(self.repository.name, self.revision, self.hashes, obtain)


def _listing(name: str) -> _Listing:
    """List the files of a version, tag, branch or commit of a repository."""
    repo, _, revision = name.removeprefix("hub:").partition("@")
    repository = Repository(repo)
    tag = f"v{revision}"
    commit = repository.resolve(tag if tag in repository.tags() else revision or MAIN)
    return _Listing(repository, commit, revision or commit[:7], repository.contents(commit))


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
