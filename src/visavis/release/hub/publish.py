"""Publishing: a release sent to the Hub as one commit and one tag, and compared as it comes back.

A version is a tag ``v1.2.3`` that never moves. A release is known by the digest of its manifest,
which its commit names: so a run after a failure finds what the failed one has done.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import polars as pl

from visavis import files
from visavis.corpus.articles import OPEN_LICENCES
from visavis.errors import DataError
from visavis.release import manifest, parquet
from visavis.release.hub.answers import ConflictError, MissingError, clean
from visavis.release.hub.client import MAIN, Repository
from visavis.release.hub.fetch import checked_copy, download, tag_of
from visavis.release.hub.history import KEPT


class Plan(NamedTuple):
    """What publishing would send, and do away with.

    Attributes:
        tag: the tag to be made.
        send: path, bytes and SHA-256 of every file of the commit.
        gone: files of the repository that the commit removes.
        parent: the commit on which it stands; None where there is no repository yet.
    """

    tag: str
    send: list[tuple[str, int, str]]
    gone: list[str]
    parent: str | None


def plan(folder: Path, name: str, branch: str = MAIN) -> Plan:
    """What ``publish`` would do with the release in ``folder``; nothing is changed.

    Raises:
        DataError: the release is not as its manifest says.
        UnreachableError: the Hub gives no answer.
    """
    listed = manifest.verify(folder)
    repository = Repository(name)
    parent, send = repository.head(branch), listing(folder)
    gone = _gone(repository, parent, {path for path, *_ in send})
    return Plan(tag_of(listed.version), send, gone, parent)


def listing(folder: Path) -> list[tuple[str, int, str]]:
    """Path, bytes and SHA-256 of every file of a folder."""
    entries = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    read = [(path.relative_to(folder).as_posix(), files.read_bytes(path)) for path in entries]
    return [(path, len(data), files.sha256(data)) for path, data in read]


def publish(  # noqa: PLR0913 - what is sent, where it goes, what is told of it
    folder: Path,
    name: str,
    tell: Callable[[str], None] = lambda _: None,
    *,
    branch: str = MAIN,
    start: str | None = None,
    provenance: Sequence[str] = (),
) -> str:
    """Publish the release in ``folder`` as one commit and one tag; return the commit.

    A repository that is not there is made: private where the release holds third-party texts,
    public otherwise. Run again after any failure, it goes on where the failed run stopped; run
    again after success, it only checks.

    Args:
        folder: the release.
        name: the repository, as owner/name.
        tell: is given a line for each step.
        branch: the branch onto which it goes (``history.standing``).
        start: the commit at which the branch begins, where it is not there yet.
        provenance: what made the release, a line each, for the message of the commit.

    Raises:
        DataError: the release or what came back is not as the manifest says, the tag stands at
            something else, or third-party texts would become public.
        VisavisError: the Hub refuses or gives no answer; nothing is tagged that was not compared.
    """
    listed = manifest.verify(folder)
    tag, sha256 = tag_of(listed.version), listed.sha256
    repository = Repository(name)
    _open_to(repository, private=holds_third_party(folder, listed))
    if tag in repository.tags():
        return _published(repository, tag, folder, sha256, tell)
    if start is not None:
        repository.branch(branch, start)
    named = _named(folder, sha256)
    commit = _own(repository, named, branch)
    if commit is None:
        message = (f"Release {listed.version}", "\n".join([named, *provenance]))
        commit = _send(repository, folder, message, tell, branch)
    tell(f"reading back {commit}")
    _compare(repository, commit, folder, sha256)
    tell(f"tagging {tag}")
    with suppress(ConflictError):
        repository.tag(tag, commit)
    if (standing := repository.resolve(tag)) != commit:
        msg = f"the tag {tag} stands at {standing}, not at {commit}"
        raise DataError(msg, where=name, remedy="Raise the version.")
    return commit


def holds_third_party(folder: Path, listed: manifest.Manifest) -> bool:
    """Return whether a release holds a text or title that its rights keep from the public."""
    tables = listed.tables()
    if "articles" not in tables:
        return False
    articles = parquet.opened(folder, tables["articles"])
    rights = {"fr": "rights_fr", "en": "rights_en", "title": "rights_fr"}
    if "rights" in articles.columns:  # releases before the rights of each side
        rights = dict.fromkeys(rights, "rights")
    held = [
        pl.col(text).is_not_null()
        & ~pl.col(rights[text]).cast(pl.String).is_in(OPEN_LICENCES).fill_null(value=False)
        for text in rights
        if text in articles.columns
    ]
    return not articles.filter(pl.any_horizontal(held)).is_empty()


def _open_to(repository: Repository, *, private: bool) -> None:
    """The repository is there, and is private where it must be."""
    try:
        hidden = repository.is_private()
    except MissingError:
        repository.create(private=private)
        hidden = repository.is_private()
    if private and not hidden:
        msg = "public, and the release holds third-party texts"
        remedy = "Publish a release without them, or make the repository private."
        raise DataError(msg, where=repository.name, remedy=remedy)


def _published(
    repository: Repository, tag: str, folder: Path, sha256: str, tell: Callable[[str], None]
) -> str:
    commit = repository.resolve(tag)
    tell(f"{tag} is there, at {commit}; comparing")
    try:
        _compare(repository, commit, folder, sha256)
    except DataError as error:
        msg = f"{error}\n{repository.name}: {tag} is published already"
        raise DataError(msg, remedy="Raise the version.") from error
    return commit


def _own(repository: Repository, named: str, branch: str) -> str | None:
    """The commit of this very release, where an earlier run has made it."""
    commits = repository.commits(branch)
    return next((item for item, text in commits if named in text.splitlines()), None)


def _send(
    repository: Repository,
    folder: Path,
    message: tuple[str, str],
    tell: Callable[[str], None],
    branch: str,
) -> str:
    parent = repository.head(branch)
    sent = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    gone = _gone(repository, parent, sent)
    onto = f"{branch} at {parent}" if parent else "an empty repository"
    number = f"{len(sent)} file{'s' * (len(sent) != 1)}"
    removed = f", removing {clean(', '.join(gone))}" if gone else ""
    tell(f"sending {number} onto {onto}{removed}")
    return repository.commit(folder, gone=gone, parent=parent, message=message, branch=branch)


def _gone(repository: Repository, parent: str | None, sent: set[str]) -> list[str]:
    """The files at ``parent`` that a release does not have."""
    return sorted(repository.paths(parent) - sent - KEPT) if parent else []


def _named(folder: Path, sha256: str) -> str:
    """The line by which a commit names the release that it is, and its signature."""
    signature = _signature(folder)
    signed = f", signature sha256 {files.sha256(signature)}" if signature else ""
    return f"manifest sha256 {sha256}{signed}"


def _signature(folder: Path) -> bytes | None:
    path = folder / manifest.SIGNATURE
    return files.read_bytes(path) if path.is_file() else None


def _compare(repository: Repository, commit: str, folder: Path, sha256: str) -> None:
    """Download a commit past every cache and compare it with the release in ``folder``."""
    with files.scratch() as scratch:
        copy = download(repository, commit, scratch)
        result, signature = checked_copy(repository, commit, copy).sha256, _signature(copy)
    if result != sha256:
        msg = f"{commit} holds release {result}, not {sha256}."
        raise DataError(msg, where=repository.name)
    if (sent := _signature(folder)) and sent != signature:
        msg = f"{commit}: {manifest.SIGNATURE} is not the signature of {folder}."
        raise DataError(msg, where=repository.name)
