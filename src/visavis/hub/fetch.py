"""Fetching: a published version from the Hub or its cache, proved by its manifest."""

import re
import tempfile
from contextlib import suppress
from pathlib import Path

from visavis import files
from visavis.errors import DataError, UsageError
from visavis.hub.client import MissingError, Repository, UnreachableError
from visavis.release import manifest, signing, versions

COMMIT = re.compile(r"[0-9a-f]{40}")
"""A full commit hash."""


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
        there = manifest.verify(folder)
        if key is not None:
            signing.check(folder, key)
    _expect_version(name, version, there["version"])
    if local is not None:
        here = manifest.verify(local)
        if there["sha256"] != here["sha256"]:
            sides = [{e["path"]: e["sha256"] for e in side["files"]} for side in (there, here)]
            differ = sorted(
                path
                for path in sides[0].keys() | sides[1].keys()
                if sides[0].get(path) != sides[1].get(path)
            )
            listed = ", ".join(differ or [manifest.MANIFEST])
            msg = f"{name}@{version}: not equal to {local}: {listed}. Build that version again."
            raise DataError(msg)
    return commit


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
    if (folder / manifest.MANIFEST).is_file():
        with suppress(DataError):
            return folder, str(manifest.verify(folder)["version"])
        _forget_wrong(repository, folder)
    repository.obtain(commit, [manifest.MANIFEST])
    try:
        told = files.read_bytes(folder / manifest.MANIFEST)
        listed = manifest.manifest_of(told, folder / manifest.MANIFEST)
        repository.obtain(commit, [str(entry["path"]) for entry in listed["files"]])
        return folder, str(manifest.verify(folder)["version"])
    except (DataError, UsageError):
        _forget_wrong(repository, folder)
        raise


def _expect_signature(repository: Repository, commit: str, folder: Path, key: Path | None) -> None:
    if key is None:
        return
    if not (folder / manifest.SIGNATURE).is_file():
        with suppress(MissingError):
            repository.obtain(commit, [manifest.SIGNATURE])
    try:
        signing.check(folder, key)
    except DataError:
        repository.forget(folder / manifest.SIGNATURE)
        raise


def _forget_wrong(repository: Repository, folder: Path) -> None:
    for path in manifest.wrong(folder):
        repository.forget(folder / path)


def _expect_version(name: str, version: str, found: str) -> None:
    if found != version:
        msg = f"{name}: the tag {tag_of(version)} stands at version {found}. Ask its owner."
        raise DataError(msg)
