"""Fetching: a published version from the Hub or its cache, proved by its manifest.

Nothing of a repository is trusted: its signature is checked before its manifest is read, and a path
is used only as a ``ReleasePath``. No file is ever deleted: one of the cache that is wrong is
downloaded once more in its place.
"""

import logging
import re
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from visavis import files
from visavis.corpus.semver import Version, is_version
from visavis.errors import DataError, UsageError, VisavisError
from visavis.release import manifest, signing
from visavis.release.hub.answers import MissingError, UnreachableError, clean
from visavis.release.hub.client import Repository
from visavis.release.manifest import (
    BESIDE,
    MANIFEST,
    SIGNATURE,
    SIGNATURES,
    Manifest,
    ReleasePath,
)

_LOG = logging.getLogger(__name__)

COMMIT = re.compile(r"[0-9a-f]{40}")
"""A full commit hash."""

MANIFEST_SIZE = 1_000_000
"""Bytes that are allowed for a manifest and its signature where time is measured out."""


class Fetched(NamedTuple):
    """A published version that is proved.

    Attributes:
        folder: where its files are, in the cache of the Hub.
        manifest: its manifest.
    """

    folder: Path
    manifest: Manifest


class Signer(NamedTuple):
    """By whom a version must be signed, and as what.

    Attributes:
        key: file of the public keys of which one must have signed.
        scope: what the release must be signed as, see ``signing.check``.
    """

    key: Path
    scope: str


def tag_of(version: str) -> str:
    """Return the tag of a version.

    Raises:
        UsageError: it is not like 1.2.3.
    """
    try:
        Version.of(version)
    except DataError as error:
        plain = version.removeprefix("v")
        meant = plain if is_version(plain) else "1.2.3"
        msg = f"{version!r} is no version"
        raise UsageError(msg, remedy=f"Write it as {meant}.") from error
    return f"v{version}"


def fetch(name: str, version: str, key: Path | None = None) -> Fetched:
    """Return a published version, every file checked; never another version.

    The tag is resolved to its commit. Where the Hub gives no answer, the cache serves that same
    version or nothing. A tag that names another commit than this machine has seen is refused.

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
    is_commit = COMMIT.fullmatch(version) is not None
    scope = f"{name}@" if is_commit else f"{name}@{version}"
    signer = Signer(key, scope) if key is not None else None
    if is_commit:
        return _proved(repository, version, signer)
    tag = tag_of(version)
    commit = _resolved(repository, tag)
    fetched = _proved(repository, commit, signer)
    _expect_version(name, version, fetched.manifest.version)
    repository.pin(tag, commit)
    return fetched


def verify(name: str, version: str, local: Path | None = None, key: Path | None = None) -> str:
    """Prove that a published version is as its manifest says, and equal to a local release.

    Everything is downloaded past every cache.

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
    with files.scratch() as scratch:
        folder = download(repository, commit, scratch)
        if key is not None:
            _check_signed(repository, folder, Signer(key, f"{name}@{version}"))
        published = checked_copy(repository, commit, folder)
    _expect_version(name, version, published.version)
    if local is not None:
        here = manifest.verify(local)
        if published.sha256 != here.sha256:
            sides = [{e.path: e.sha256 for e in side.files} for side in (published, here)]
            differ = sorted(
                path
                for path in sides[0].keys() | sides[1].keys()
                if sides[0].get(path) != sides[1].get(path)
            )
            names = ", ".join(differ or [MANIFEST])
            msg = f"{name}@{version}: not equal to {local}: {names}"
            raise DataError(msg, remedy="Build that version again.")
    return commit


def sign(name: str, version: str, key: Path) -> str:
    """Sign a published version, as one commit on the branch main; return the commit.

    The version itself does not change: the signature stands beside the newest release.

    Raises:
        UsageError: ``version`` is not like 1.2.3.
        DataError: there is no such version, or it is not as its manifest says.
        VisavisError: the Hub refuses, or gives no answer.
    """
    tag_of(version)
    repository = Repository(name)
    folder = fetch(name, version).folder
    head = repository.head()
    present = content_beside(repository, head, SIGNATURES)
    scope = f"{name}@{version}"
    blocks = signing.with_signature(present, files.read_bytes(folder / MANIFEST), key, scope)
    with files.scratch() as scratch:
        files.write(scratch / SIGNATURES, blocks)
        message = (f"Sign {version}", scope)
        return repository.commit(scratch, gone=(), parent=head, message=message)


def download(repository: Repository, commit: str, cache: Path) -> Path:
    """Return the folder of a commit, all its files downloaded into ``cache``.

    Raises:
        DataError: the Hub lists a path that no release has.
    """
    paths = []
    for path in sorted(repository.paths(commit)):
        try:
            paths.append(path if path in BESIDE else ReleasePath(path))
        except ValueError as error:
            msg = f"{repository.name}: {commit}: {error}. Do not use this repository."
            raise DataError(clean(msg)) from error
    return repository.obtain(commit, paths, cache=cache)


def content_at(repository: Repository, commit: str, path: str) -> bytes:
    """Return a file of a commit, past every cache.

    Raises:
        MissingError: the commit has none.
        VisavisError: the Hub gives no answer.
    """
    with files.scratch() as scratch:
        return files.read_bytes(repository.obtain(commit, [path], cache=scratch) / path)


def content_beside(repository: Repository, head: str | None, path: str) -> bytes:
    """Return a file beside the newest release, at the tip of main; nothing where it has none.

    Raises:
        VisavisError: the Hub gives no answer.
    """
    with suppress(MissingError):
        return content_at(repository, head, path) if head else b""
    return b""


def checked_copy(repository: Repository, commit: str, folder: Path) -> Manifest:
    """Return the manifest of a commit that ``download`` has put into ``folder``.

    Raises:
        DataError: a file is missing, added or not as the manifest says.
    """
    where = f"{repository.name}: {commit}"
    try:
        data = files.read_bytes(folder / MANIFEST)
    except UsageError as error:
        msg = f"no release of visavis, {MANIFEST} is missing"
        raise DataError(msg, where=where, remedy="Check the name.") from error
    published = manifest.manifest_of(data, f"{where}: {MANIFEST}")
    problems = manifest.problems_of(folder, published, repository.store(folder))
    others = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    added = others - BESIDE - set(published.paths)
    problems |= dict.fromkeys(sorted(added), "not in the manifest")
    _refuse(where, problems)
    return published


def _refuse(where: str, problems: dict[str, str]) -> None:
    if problems:
        raise manifest.refusal(where, problems)


def _resolved(repository: Repository, tag: str) -> str:
    """Return the commit of a tag, from the Hub or else as this machine remembers it.

    What is remembered is what we pinned and what the Hub's own client wrote down: a version never
    changes, so a tag that has moved since is refused.
    """
    remembered = repository.remembered(tag)
    try:
        commit = _standing(repository, tag)
    except UnreachableError as error:
        if not remembered:
            msg = f"{error} {tag} is not in the cache either."
            raise UnreachableError(msg) from None
        if len(remembered) > 1:
            raise _moved(repository, tag, remembered[0], remembered[1]) from None
        if not repository.offline:
            _LOG.warning("%s The cache serves; with HF_HUB_OFFLINE=1 it does so at once.", error)
        return remembered[0]
    for before in remembered:
        if before != commit:
            raise _moved(repository, tag, before, commit)
    return commit


def _moved(repository: Repository, tag: str, before: str, commit: str) -> DataError:
    return DataError(
        f"{repository.name}: the tag {tag} moved from {before} to {commit}; a version never "
        "changes. Ask its owner; load the commit you mean by its full hash."
    )


def _standing(repository: Repository, tag: str) -> str:
    """Return the commit of a tag, as the Hub has it."""
    try:
        return repository.resolve(tag)
    except MissingError:
        names = ", ".join(sorted(repository.tags())) or "none"
        msg = f"{repository.name}: there is no {tag}; its tags: {names}. Name one of them."
        raise MissingError(clean(msg)) from None


def _check_signed(repository: Repository, folder: Path, signer: Signer) -> None:
    """Check the signatures of a version, then those that were made later."""
    where = f"{repository.name}: {folder.name}"
    try:
        signing.check(folder, signer.key, where, signer.scope)
    except DataError:
        later = _later_signatures(repository)
        if not later:
            raise
        signing.prove(files.read_bytes(folder / MANIFEST), later, signer.key, where, signer.scope)


def _later_signatures(repository: Repository) -> bytes:
    """Return the signatures beside the newest release; none where they cannot be had."""
    with suppress(VisavisError):
        return content_beside(repository, repository.head(), SIGNATURES)
    return b""


def _proved(repository: Repository, commit: str, signer: Signer | None) -> Fetched:
    """Return a commit from the cache or else from the Hub, proved."""
    folder = repository.cached(commit)
    try:
        return _cached(repository, commit, signer)
    except (DataError, UsageError) as error:
        flaw = f" The cache does not serve: {error}" if (folder / MANIFEST).is_file() else ""
    try:
        return _repaired(repository, commit, signer)
    except UnreachableError as error:
        msg = f"{error}{flaw}"
        raise UnreachableError(msg) from None


def _repaired(repository: Repository, commit: str, signer: Signer | None) -> Fetched:
    """Return a commit after what the cache lacks, or has wrong, is downloaded."""
    with repository.repairing():
        with suppress(DataError, UsageError):  # another process may have been here before
            return _cached(repository, commit, signer)
        folder = repository.cached(commit)
        published = _obtained_manifest(repository, commit, signer)
        wrong = manifest.problems_of(folder, published, repository.store(folder))
        paths = [path for path in published.paths if path in wrong]
        sizes = sum(entry.bytes for entry in published.files if entry.path in wrong)
        repository.obtain(commit, paths, sizes, again=True)
        _refuse(
            f"{repository.name}: {commit}",
            manifest.problems_of(folder, published, repository.store(folder)),
        )
        return Fetched(folder, published)


def _cached(repository: Repository, commit: str, signer: Signer | None) -> Fetched:
    """Return a commit as the cache has it; errors where it does not, or not rightly."""
    folder = repository.cached(commit)
    if signer is not None:
        _check_signed(repository, folder, signer)
    return Fetched(folder, manifest.verify(folder, repository.store(folder)))


def _obtained_manifest(repository: Repository, commit: str, signer: Signer | None) -> Manifest:
    """Return the manifest of a commit, downloaded where the cache lacks it or has it wrong."""
    folder = repository.cached(commit)
    for again in (False, True):
        try:
            repository.obtain(commit, [MANIFEST], MANIFEST_SIZE, again=again)
            if signer is not None:
                with suppress(MissingError):
                    repository.obtain(commit, [SIGNATURE], MANIFEST_SIZE, again=again)
                _check_signed(repository, folder, signer)
            where = f"{repository.name}: {commit}: {MANIFEST}"
            return manifest.manifest_of(files.read_bytes(folder / MANIFEST), where)
        except MissingError:
            raise
        except (DataError, UsageError):
            if again:
                raise
    raise AssertionError


def _expect_version(name: str, version: str, published: str) -> None:
    if published != version:
        msg = f"the tag {tag_of(version)} names version {published}"
        raise DataError(msg, where=name, remedy="Ask its owner.")
