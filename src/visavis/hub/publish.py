"""Distribution: a release sent to the Hub as one commit and one tag, and the way back, proved.

A version is a tag ``v1.2.3`` that never moves. A release is known by the digest of its manifest,
which its commit names: so a run after a failure finds what the failed one has done.
"""

import re
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import polars as pl

from visavis import files
from visavis.corpus.articles import OPEN_LICENCES
from visavis.errors import DataError, UsageError
from visavis.hub.client import ConflictError, MissingError, Repository, UnreachableError
from visavis.release import build as release
from visavis.release import signing, versions

COMMIT = re.compile(r"[0-9a-f]{40}")
"""A full commit hash."""

KEPT = frozenset({".gitattributes"})
"""Files of a repository that are not of a release, and stay."""


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


def tag_of(version: str) -> str:
    """The tag of a version.

    Raises:
        UsageError: it is not like 1.2.3.
    """
    try:
        versions.parsed(version)
    except DataError as error:
        msg = f"{version!r} is no version. Write it as 1.2.3."
        raise UsageError(msg) from error
    return f"v{version}"


def plan(folder: Path, name: str) -> Plan:
    """What ``publish`` would do with the release in ``folder``; nothing is changed.

    Raises:
        DataError: the release is not as its manifest says.
        UnreachableError: the Hub gives no answer.
    """
    manifest = release.verify(folder)
    repository = Repository(name)
    parent, send = repository.head(), listing(folder)
    gone = _gone(repository, parent, {path for path, *_ in send})
    return Plan(tag_of(manifest["version"]), send, gone, parent)


def listing(folder: Path) -> list[tuple[str, int, str]]:
    """Path, bytes and SHA-256 of every file of a folder."""
    found = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    read = [(path.relative_to(folder).as_posix(), files.read_bytes(path)) for path in found]
    return [(path, len(data), files.sha256(data)) for path, data in read]


def publish(folder: Path, name: str, tell: Callable[[str], None] = lambda _: None) -> str:
    """Publish the release in ``folder`` as one commit and one tag; return the commit.

    A repository that is not there is made: private where the release holds third-party texts,
    public otherwise. Run again after any failure, it goes on where the failed run stopped; run
    again after success, it only checks.

    Args:
        folder: the release.
        name: the repository, as owner/name.
        tell: is given a line for each step.

    Raises:
        DataError: the release or what came back is not as the manifest says, the tag stands at
            something else, or third-party texts would become public.
        VisavisError: the Hub refuses or gives no answer; nothing is tagged that was not compared.
    """
    manifest = release.verify(folder)
    tag, sha256 = tag_of(manifest["version"]), str(manifest["sha256"])
    repository = Repository(name)
    _open_to(repository, private=holds_third_party(folder))
    if tag in repository.tags():
        return _published(repository, tag, folder, sha256, tell)
    named = _named(folder, sha256)
    commit = _own(repository, named)
    if commit is None:
        commit = _send(repository, folder, (f"Release {manifest['version']}", named), tell)
    tell(f"reading back {commit}")
    _compare(repository, commit, folder, sha256)
    tell(f"tagging {tag}")
    with suppress(ConflictError):
        repository.tag(tag, commit)
    if (standing := repository.resolve(tag)) != commit:
        msg = f"{name}: the tag {tag} stands at {standing}, not at {commit}. Raise the version."
        raise DataError(msg)
    return commit


def verify(name: str, version: str, local: Path | None = None, key: Path | None = None) -> str:
    """Prove that a published version is as its manifest says, and equal to a local release.

    Everything is downloaded anew, past every cache.

    Args:
        name: the repository.
        version: as 1.2.3.
        local: the folder of the local release; None compares with the manifest alone.
        key: file of the public key by whose owner the release must be signed.

    Returns:
        The commit of the version.

    Raises:
        DataError: a file differs; the message names it.
        VisavisError: there is no such version, or the Hub gives no answer.
    """
    tag = tag_of(version)
    repository = Repository(name)
    commit = _standing(repository, tag)
    with tempfile.TemporaryDirectory() as cache:
        folder = repository.download(commit, Path(cache))
        there = release.verify(folder)
        if key is not None:
            signing.check(folder, key)
    _expect_version(name, version, there["version"])
    if local is not None:
        here = release.verify(local)
        if there["sha256"] != here["sha256"]:
            sides = [{e["path"]: e["sha256"] for e in side["files"]} for side in (there, here)]
            differ = sorted(
                path
                for path in sides[0].keys() | sides[1].keys()
                if sides[0].get(path) != sides[1].get(path)
            )
            listed = ", ".join(differ or [release.MANIFEST])
            msg = f"{name}@{version}: not equal to {local}: {listed}. Build that version again."
            raise DataError(msg)
    return commit


def fetch(name: str, version: str, key: Path | None = None) -> Path:
    """The folder of a published version, every file checked; never another version.

    The tag is resolved to its commit. Where the Hub gives no answer, the cache serves that same
    version or nothing. A tag that stands elsewhere than it stood before on this machine is refused.

    Args:
        name: the repository.
        version: as 1.2.3, or a full commit hash.
        key: file of the public key by whose owner the release must be signed.

    Raises:
        UsageError: ``version`` is neither.
        DataError: there is no such version, its tag moved, a file is not as the manifest says, or
            the manifest is not signed so.
        UnreachableError: the Hub gives no answer and the cache does not hold the version.
    """
    repository = Repository(name)
    if COMMIT.fullmatch(version):
        folder, _ = _checked(repository, version)
        _expect_signature(repository, version, folder, key)
        return folder
    tag = tag_of(version)
    commit = _resolved(repository, tag)
    folder, found = _checked(repository, commit)
    _expect_version(name, version, found)
    _expect_signature(repository, commit, folder, key)
    repository.pin(tag, commit)
    return folder


def holds_third_party(folder: Path) -> bool:
    """Return whether a release holds a text or title that its rights keep from the public."""
    if not (folder / "articles").is_dir():
        return False
    articles = release.opened(folder, "articles")
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
        msg = (
            f"{repository.name}: public, and the release holds third-party texts. Publish a "
            "release without them, or make the repository private."
        )
        raise DataError(msg)


def _published(
    repository: Repository, tag: str, folder: Path, sha256: str, tell: Callable[[str], None]
) -> str:
    commit = repository.resolve(tag)
    tell(f"{tag} is there, at {commit}; comparing")
    try:
        _compare(repository, commit, folder, sha256)
    except DataError as error:
        msg = f"{error}\n{repository.name}: {tag} is published already. Raise the version."
        raise DataError(msg) from error
    return commit


def _own(repository: Repository, named: str) -> str | None:
    """The commit of this very release, where an earlier run has made it."""
    return next((one for one, said in repository.commits() if named in said.splitlines()), None)


def _send(
    repository: Repository, folder: Path, message: tuple[str, str], tell: Callable[[str], None]
) -> str:
    parent = repository.head()
    sent = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    gone = _gone(repository, parent, sent)
    onto = parent or "an empty repository"
    tell(f"sending {len(sent)} files onto {onto}" + (f", without {gone}" if gone else ""))
    return repository.commit(folder, gone=gone, parent=parent, message=message)


def _gone(repository: Repository, parent: str | None, sent: set[str]) -> list[str]:
    """The files at ``parent`` that a release does not have."""
    return sorted(repository.paths(parent) - sent - KEPT) if parent else []


def _named(folder: Path, sha256: str) -> str:
    """The line by which a commit names the release that it is, and its signature."""
    signature = _signature(folder)
    signed = f", signature sha256 {files.sha256(signature)}" if signature else ""
    return f"manifest sha256 {sha256}{signed}"


def _signature(folder: Path) -> bytes | None:
    path = folder / release.SIGNATURE
    return files.read_bytes(path) if path.is_file() else None


def _compare(repository: Repository, commit: str, folder: Path, sha256: str) -> None:
    """Download a commit past every cache and compare it with the release in ``folder``."""
    with tempfile.TemporaryDirectory() as cache:
        there = repository.download(commit, Path(cache))
        found, signature = release.verify(there)["sha256"], _signature(there)
    if found != sha256:
        msg = f"{repository.name}: {commit} holds release {found}, not {sha256}."
        raise DataError(msg)
    if (sent := _signature(folder)) and sent != signature:
        msg = f"{repository.name}: {commit}: {release.SIGNATURE} is not the signature of {folder}."
        raise DataError(msg)


def _resolved(repository: Repository, tag: str) -> str:
    """The commit of a tag, from the Hub or else as it is remembered."""
    pinned = repository.pinned(tag)
    try:
        commit = _standing(repository, tag)
    except UnreachableError as error:
        recalled = repository.recalled(tag)
        if recalled is None:
            msg = f"{error} {tag} is not in the cache either."
            raise UnreachableError(msg) from error
        return recalled
    if pinned is not None and commit != pinned:
        msg = (
            f"{repository.name}: the tag {tag} moved from {pinned} to {commit}; a version never "
            "changes. Ask its owner; load the commit you mean by its full hash."
        )
        raise DataError(msg)
    return commit


def _standing(repository: Repository, tag: str) -> str:
    """The commit of a tag, as the Hub tells."""
    try:
        return repository.resolve(tag)
    except MissingError as error:
        there = ", ".join(sorted(repository.tags())) or "none"
        msg = f"{repository.name}: there is no {tag}; its tags: {there}. Name one of them."
        raise MissingError(msg) from error


def _checked(repository: Repository, commit: str) -> tuple[Path, str]:
    """The folder of a commit, from the cache or else the Hub, and the version it says it is."""
    folder = repository.cached(commit)
    if (folder / release.MANIFEST).is_file():
        with suppress(DataError):
            return folder, str(release.verify(folder)["version"])
        _forget_wrong(repository, folder)
    repository.obtain(commit, [release.MANIFEST])
    try:
        told = files.read_bytes(folder / release.MANIFEST)
        manifest = release.manifest_of(told, folder / release.MANIFEST)
        repository.obtain(commit, [str(entry["path"]) for entry in manifest["files"]])
        return folder, str(release.verify(folder)["version"])
    except (DataError, UsageError):
        _forget_wrong(repository, folder)
        raise


def _expect_signature(repository: Repository, commit: str, folder: Path, key: Path | None) -> None:
    if key is None:
        return
    if not (folder / release.SIGNATURE).is_file():
        with suppress(MissingError):
            repository.obtain(commit, [release.SIGNATURE])
    try:
        signing.check(folder, key)
    except DataError:
        repository.forget(folder / release.SIGNATURE)
        raise


def _forget_wrong(repository: Repository, folder: Path) -> None:
    for path in release.wrong(folder):
        repository.forget(folder / path)


def _expect_version(name: str, version: str, found: str) -> None:
    if found != version:
        msg = f"{name}: the tag {tag_of(version)} stands at version {found}. Ask its owner."
        raise DataError(msg)
