"""Editions in folders: what a release folder holds, read and written."""

from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from visavis import files
from visavis.errors import DataError
from visavis.release.diff import Edition
from visavis.release.manifest import (
    Manifest,
    ReleasePath,
    collision,
    entry_of,
    listed,
    verify,
    write_manifest,
)
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


def write(edition: Edition, target: Path, *, protected: "Iterable[Path]" = ()) -> Path:
    """Write an edition as the release folder ``target``: the bytes that ``build`` would write.

    All is written beside ``target``, and moved there once the digest is right.

    Args:
        edition: what the release is to hold.
        target: a folder that is missing, empty or a release.
        protected: folders that must stay.

    Raises:
        UsageError: ``target`` cannot be written, or is not ours to replace.
        DataError: the edition has no digest or what is written has another, or a name in it is not
            that of a file of a release.
    """
    if not edition.digest:
        msg = f"{edition.name} {edition.version}: the changelog has no digest. Make it again."
        raise DataError(msg)
    try:
        built = parts(edition.tables)
        names = [*(part.path for part in built), *edition.files]
        paths = [ReleasePath(path) for path in names]
    except (LookupError, TypeError, ValueError, pl.exceptions.PolarsError) as error:
        why = " ".join(str(error).split())
        msg = f"{edition.name} {edition.version}: {why}. Nothing is written; make it again."
        raise DataError(msg) from error
    if clash := collision(paths):
        msg = f"{edition.name} {edition.version}: has {' and '.join(clash)}. Do not use it."
        raise DataError(msg)
    with files.replace_folder(target, listed, protected) as release:
        writer = Writer(release)
        for part in built:
            writer.add(part)
        entries = [entry_of(release, item.path, item.rows) for item in writer.close()]
        for path, text in edition.files.items():
            files.write(release / path, text.encode())
            entries.append(entry_of(release, path))
        result = write_manifest(release, edition.name, edition.version, entries)
        if result != edition.digest:
            msg = (
                f"{target}: the release has the digest {result}, not {edition.digest}. Use the "
                "versions of the libraries that requirements.txt pins."
            )
            raise DataError(msg)
    return target
