"""The manifest of a release: every file with its SHA-256, and the digest of all."""

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from visavis import files
from visavis.errors import DataError, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MANIFEST = "manifest.json"

README = "README.md"

SIGNATURE = "manifest.sig"

BESIDE = frozenset({MANIFEST, SIGNATURE, ".gitattributes"})
"""Files of a published release that its manifest does not tell."""


def manifest_of(data: bytes, where: "Path | str") -> dict[str, Any]:
    """The manifest in ``data``: name, version, files (path, sha256, bytes, rows) and its sha256.

    Raises:
        DataError: a byte of it is not as it was written.
    """
    try:
        manifest = json.loads(data)
        whole = manifest["sha256"] == digest(manifest) and dumped(manifest) == data
    except (ValueError, KeyError, TypeError):
        whole = False
    if not whole:
        msg = f"{where}: not as it was written, its own sha256 differs. Get the release again."
        raise DataError(msg)
    return dict(manifest)


def digest(manifest: "Mapping[str, Any]") -> str:
    """The SHA-256 of a manifest without its own: it stands for every byte of the release."""
    rest = {key: value for key, value in manifest.items() if key != "sha256"}
    return files.sha256(dumped(rest))


def verify(release: Path) -> dict[str, Any]:
    """The manifest of a release folder, every file of which is as the manifest says.

    Raises:
        UsageError: ``release`` has no manifest.
        DataError: a file is missing, added or changed; the message has a line for each.
    """
    manifest = manifest_of(files.read_bytes(release / MANIFEST), release / MANIFEST)
    if problems := _problems(release, manifest):
        lines = [f"{release}: {path}: {why}. Get it again." for path, why in problems.items()]
        raise DataError("\n".join(lines))
    return manifest


def listed(release: Path) -> set[str] | None:
    """Return the files that belong to a release folder, or None where it has no manifest of ours.

    For ``files.replace_folder``: a folder with other files in it is somebody's work.
    """
    try:
        manifest = manifest_of(files.read_bytes(release / MANIFEST), MANIFEST)
    except (DataError, UsageError):
        return None
    return {*BESIDE, *(str(entry["path"]) for entry in manifest["files"])}


def wrong(release: Path) -> list[str]:
    """The files of a release folder that are not as its manifest says, or the manifest itself."""
    try:
        manifest = manifest_of(files.read_bytes(release / MANIFEST), MANIFEST)
    except (DataError, UsageError):
        return [MANIFEST]
    return list(_problems(release, manifest))


def write_manifest(
    release: Path, name: str, version: str, entries: "Sequence[dict[str, object]]"
) -> str:
    """Write the manifest of a release and return its digest."""
    told = sorted(entries, key=lambda entry: str(entry["path"]))
    manifest: dict[str, Any] = {"name": name, "version": version, "files": told}
    manifest["sha256"] = digest(manifest)
    files.write(release / MANIFEST, dumped(manifest))
    return str(manifest["sha256"])


def dumped(manifest: "Mapping[str, Any]") -> bytes:
    """Return a manifest as the bytes that are written."""
    return (json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode()


def entry_of(release: Path, path: str, rows: int | None = None) -> dict[str, object]:
    """Return the entry of a manifest for the file at ``path`` of a release folder."""
    with (release / path).open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    entry = {"path": path, "sha256": sha256, "bytes": (release / path).stat().st_size}
    return entry if rows is None else {**entry, "rows": rows}


def _problems(release: Path, manifest: "Mapping[str, Any]") -> dict[str, str]:
    """What is wrong with each file of a release folder that is not as the manifest says."""
    expected = {str(entry["path"]): entry for entry in manifest["files"]}
    found = {path.relative_to(release).as_posix() for path in release.rglob("*") if path.is_file()}
    problems = dict.fromkeys(sorted(expected.keys() - found), "missing")
    problems |= dict.fromkeys(sorted(found - expected.keys() - BESIDE), "not in the manifest")
    for path in sorted(expected.keys() & found):
        with (release / path).open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != expected[path]["sha256"]:
                problems[path] = "not the bytes that the manifest tells"
    return problems
