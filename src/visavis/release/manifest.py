"""The manifest of a release: every file with its SHA-256, and the digest of all.

A manifest may come from anybody. It is read into a typed record whose paths cannot lead out of the
folder of the release; nothing else of it is looked at before that.
"""

import hashlib
import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Self

import msgspec

from visavis import files
from visavis.corpus.records import Sha256
from visavis.corpus.semver import PATTERN
from visavis.errors import DataError, UsageError

MANIFEST = "manifest.json"

README = "README.md"

SIGNATURE = "manifest.sig"

SIGNATURES = "signatures.sig"
"""Signatures that were made after their versions, beside the newest release."""

RELEASES = Path("releases.jsonl")
"""What a corpus remembers of its published releases, the oldest first."""

NOTICES = "notices.jsonl"
"""What is known of the versions of a repository, beside its newest release."""

BESIDE = frozenset({MANIFEST, SIGNATURE, SIGNATURES, NOTICES, ".gitattributes"})
"""Files of a published release that its manifest does not list."""

LONGEST = 200
"""Characters of a path, at most: Windows takes 260 with the folder before them."""

_PART = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?")
"""A part of a path that every file system takes, and none takes for another."""

_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices, whatever the suffix."""

_Version = Annotated[str, msgspec.Meta(pattern=rf"\A{PATTERN}\Z")]
_Name = Annotated[str, msgspec.Meta(pattern=r"\A[A-Za-z0-9._-]{0,200}\Z")]
_Count = Annotated[int, msgspec.Meta(ge=0)]


class ReleasePath(str):
    """The path of a file inside a release: ASCII names with ``/`` between them.

    Raises:
        ValueError: it is absolute, has ``..``, an empty part or a character that some file system
            does not take, is reserved, too long, or names a file beside the manifest.
    """

    __slots__ = ()

    def __new__(cls, path: str) -> Self:
        """Return ``path``, which must be one."""
        for part in path.split("/"):
            if not _PART.fullmatch(part) or _RESERVED.fullmatch(part):
                msg = f"{path!r} is not a path inside a release: it has {part!r}"
                raise ValueError(msg)
        if len(path) > LONGEST or path.partition("/")[0].lower() in BESIDE:
            msg = f"{path[:LONGEST]!r} is not a path that a manifest may list"
            raise ValueError(msg)
        return super().__new__(cls, path)


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A file of a release.

    Attributes:
        path: where it is in the folder.
        sha256: SHA-256 of its content.
        bytes: its size.
        rows: how many rows it has, if it is a table.
    """

    path: ReleasePath
    sha256: Sha256
    bytes: _Count
    rows: _Count | None = None


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The content of a manifest.

    Attributes:
        name: name of the corpus.
        version: its semantic version.
        files: every file of the release but those ``BESIDE``.
        sha256: SHA-256 of the manifest without this field; it identifies the release.
    """

    name: _Name
    version: _Version
    files: tuple[Entry, ...]
    sha256: Sha256

    @property
    def paths(self) -> list[ReleasePath]:
        """The paths of its files."""
        return [entry.path for entry in self.files]

    @property
    def size(self) -> int:
        """Bytes of all files together."""
        return sum(entry.bytes for entry in self.files)

    def tables(self) -> dict[str, list[ReleasePath]]:
        """Return the Parquet files by the name of their table, in the order of their paths."""
        by_key: dict[str, list[ReleasePath]] = {}
        for path in sorted(self.paths):
            if path.endswith(".parquet") and path.count("/") == 1:
                by_key.setdefault(path.partition("/")[0], []).append(path)
        return by_key


def parsed(data: bytes, where: "Path | str") -> Manifest:
    """Return the manifest in ``data``, which may be wrong about the files, but not in its form.

    Raises:
        DataError: it is not a manifest, or a path in it could lead out of the release.
    """
    try:
        manifest = msgspec.json.decode(data, type=Manifest, dec_hook=_path)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        why = " ".join(str(error).split())[:300]
        msg = f"not a manifest of a release ({why})"
        raise DataError(msg, where=where, remedy="Get the release again.") from error
    if wrong_pair := collision(manifest.paths):
        msg = f"lists {' and '.join(wrong_pair)}, which cannot both be there"
        raise DataError(msg, where=where, remedy="Do not use.")
    return manifest


def manifest_of(data: bytes, where: "Path | str") -> Manifest:
    """Return the manifest in ``data``.

    Raises:
        DataError: it is not a manifest, or a byte of it is not as it was written.
    """
    manifest = parsed(data, where)
    plain = msgspec.to_builtins(manifest, enc_hook=str)
    if plain["sha256"] != digest(plain) or dumped(plain) != data:
        msg = "not as it was written, its own sha256 differs"
        raise DataError(msg, where=where, remedy="Get the release again.")
    return manifest


def digest(manifest: "Mapping[str, Any]") -> str:
    """Return the SHA-256 of a manifest without its field ``sha256``; it identifies the release."""
    rest = {key: value for key, value in manifest.items() if key != "sha256"}
    return files.sha256(dumped(rest))


def verify(release: Path, store: Path | None = None, *, lenient: bool = False) -> Manifest:
    """Return the manifest of a release folder, every file of which is as the manifest says.

    Args:
        release: the folder.
        store: the folder of contents to which links may lead: that of the cache of the Hub. Then
            files that the manifest does not list are of no concern; without it, links and such
            files are errors.
        lenient: files that the manifest does not list are of no concern outside the folders of
            tables, as other programs leave them: ``.git``, ``.cache``, ``.DS_Store``.

    Raises:
        UsageError: ``release`` has no manifest.
        DataError: a file is missing, added, changed or a link; the message has a line for each.
    """
    manifest = manifest_of(files.read_bytes(release / MANIFEST), release / MANIFEST)
    problems = problems_of(release, manifest, store)
    if lenient:
        ignored = set(unlisted(release, manifest))
        problems = {path: why for path, why in problems.items() if path not in ignored}
    if problems:
        raise refusal(release, problems)
    return manifest


def refusal(where: Path | str, problems: "Mapping[str, str]") -> DataError:
    """Return the error that tells what is wrong with files of a release, by their paths."""
    remedy = "Get it again."
    return DataError.of(
        [DataError(f"{path}: {why}", where=where, remedy=remedy) for path, why in problems.items()]
    )


def unlisted(release: Path, manifest: Manifest) -> list[str]:
    """Return the files, outside the folders of tables, that the manifest does not list."""
    known, folders = {*BESIDE, *manifest.paths}, manifest.tables().keys()
    return sorted(
        path
        for path, _ in _present(release, None)
        if path not in known and path.partition("/")[0] not in folders
    )


def listed(release: Path) -> set[str] | None:
    """Return the files that belong to a release folder, or None where it has no manifest of ours.

    For ``files.replace_folder``: a folder with other files in it is somebody's work.
    """
    try:
        manifest = manifest_of(files.read_bytes(release / MANIFEST), MANIFEST)
    except (DataError, UsageError):
        return None
    return {*BESIDE, *manifest.paths}


def problems_of(release: Path, manifest: Manifest, store: Path | None = None) -> dict[str, str]:
    """Return what is wrong with each file that is not as the manifest says; see ``verify``."""
    expected = {str(entry.path): entry.sha256 for entry in manifest.files}
    kinds = dict(_present(release, None if store is None else store.resolve()))
    problems = dict.fromkeys(sorted(expected.keys() - kinds.keys()), "missing")
    if store is None:
        others = kinds.keys() - expected.keys() - BESIDE
        problems |= dict.fromkeys(sorted(others), "not in the manifest")
    problems |= {
        path: kind
        for path, kind in sorted(kinds.items())
        if kind and (path in expected or store is None)
    }
    for path, sha256 in sorted(expected.items()):
        if path not in problems and file_sha256(release / path) != sha256:
            problems[path] = "not the bytes that the manifest tells"
    return problems


def write_manifest(
    release: Path, name: str, version: str, entries: "Sequence[dict[str, object]]"
) -> str:
    """Write the manifest of a release and return its digest."""
    ordered = sorted(entries, key=lambda entry: str(entry["path"]))
    manifest: dict[str, Any] = {"name": name, "version": version, "files": ordered}
    manifest["sha256"] = digest(manifest)
    data = dumped(manifest)
    manifest_of(data, release / MANIFEST)
    files.write(release / MANIFEST, data)
    return str(manifest["sha256"])


def dumped(manifest: "Mapping[str, Any]") -> bytes:
    """Return a manifest as the bytes that are written."""
    return (json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode()


def entry_of(release: Path, path: str, rows: int | None = None) -> dict[str, object]:
    """Return the entry of a manifest for the file at ``path`` of a release folder."""
    size = (release / path).stat().st_size
    entry = {"path": path, "sha256": file_sha256(release / path), "bytes": size}
    return entry if rows is None else {**entry, "rows": rows}


def collision(paths: "Sequence[str]") -> tuple[str, str] | None:
    """Return two paths that some file system takes for one, or a file that is also a folder."""
    names: dict[str, str] = {}
    for path in paths:
        if path.lower() in names:
            return names[path.lower()], path
        names[path.lower()] = path
    for path in paths:
        parts = path.lower().split("/")
        for length in range(1, len(parts)):
            if "/".join(parts[:length]) in names:
                return names["/".join(parts[:length])], path
    return None


def _path(kind: type, value: object) -> object:
    """Decode what msgspec does not know: a path of a release."""
    if kind is ReleasePath and isinstance(value, str):
        return ReleasePath(value)
    msg = f"{value!r} is not a path"
    raise ValueError(msg)


def _present(release: Path, store: Path | None) -> Iterator[tuple[str, str]]:
    """Yield every file and link in a folder, with what is wrong with its kind, or nothing."""
    for base, folders, names in os.walk(release):
        links = [name for name in folders if Path(base, name).is_symlink()]
        folders[:] = [name for name in folders if name not in links]
        for name in (*names, *links):
            path = Path(base, name)
            yield path.relative_to(release).as_posix(), _kind(path, store)


def _kind(path: Path, store: Path | None) -> str:
    try:
        # Only where the link leads is looked at: a content of the cache may itself be a link, to
        # the store that the caches of a machine share.
        if path.is_symlink() and (
            store is None or (path.parent / path.readlink()).parent.resolve() != store
        ):
            return "a link"
    except (OSError, RuntimeError):  # a circle of links
        return "a link"
    return "" if path.is_file() else "not a file"


def file_sha256(path: Path) -> str:
    """Return the SHA-256 of a file, however large.

    Raises:
        UsageError: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        msg = f"{(error.strerror or 'cannot be read').lower()}"
        raise UsageError(msg, where=path, remedy="Check its permissions.") from error
