"""Editions in folders: what a release folder holds, read and written."""

from pathlib import Path
from typing import TYPE_CHECKING

from visavis import files
from visavis.errors import DataError
from visavis.release.diff import Edition
from visavis.release.manifest import Manifest, ReleasePath, entry_of, listed, verify, write_manifest
from visavis.release.parquet import Writer, opened, parts

if TYPE_CHECKING:
    from collections.abc import Iterable


def read(release: Path) -> Edition:
    """What a release folder holds; every file is checked against the manifest first.

    Raises:
        UsageError: ``release`` is not a release.
        DataError: a file is not as the manifest says; the message has a line for each.
    """
    return of(release, verify(release))


def of(release: Path, manifest: Manifest) -> Edition:
    """Return what a release folder holds, whose files are known to be as its manifest says.

    Raises:
        DataError: a text file is not UTF-8.
    """
    return Edition(
        manifest.name,
        manifest.version,
        manifest.sha256,
        {config: opened(release, paths) for config, paths in manifest.tables().items()},
        {
            str(path): files.decode(files.read_bytes(release / path), path)
            for path in manifest.paths
            if not path.endswith(".parquet")
        },
    )


def write(whole: Edition, target: Path, *, protected: "Iterable[Path]" = ()) -> Path:
    """Write an edition as the release folder ``target``: the bytes that ``build`` would write.

    Args:
        whole: what the release is to hold.
        target: a folder that is missing, empty or a release.
        protected: folders that must stay.

    Raises:
        UsageError: ``target`` cannot be written, or is not ours to replace.
        DataError: the edition knows its digest, and what is written has another.
    """
    built = parts(whole.tables)
    try:
        names = [*(part.path for part in built), *whole.files]
        paths = [ReleasePath(path) for path in names]
    except ValueError as error:
        msg = (
            f"{whole.name} {whole.version}: {error}. Nothing is written; do not use the changelog."
        )
        raise DataError(msg) from error
    if len(set(paths)) < len(paths):
        msg = f"{whole.name} {whole.version}: a text file has the path of a table. Do not use it."
        raise DataError(msg)
    with files.replace_folder(target, listed, protected) as release:
        writer = Writer(release)
        for part in built:
            writer.add(part)
        entries = [entry_of(release, one.path, one.rows) for one in writer.close()]
        for path, text in whole.files.items():
            files.write(release / path, text.encode())
            entries.append(entry_of(release, path))
        found = write_manifest(release, whole.name, whole.version, entries)
        if whole.digest and found != whole.digest:
            msg = (
                f"{target}: the release has the digest {found}, not {whole.digest}. Use the "
                "versions of the libraries that requirements.txt pins."
            )
            raise DataError(msg)
    return target
