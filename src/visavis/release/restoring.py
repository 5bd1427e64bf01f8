"""An edition written as the release folder that it was read from."""

from collections.abc import Iterable
from pathlib import Path

import polars as pl

from visavis import files
from visavis.errors import DataError
from visavis.release.diff import Edition
from visavis.release.manifest import ReleasePath, collision, entry_of, listed, write_manifest
from visavis.release.parts import Writer, parts


def restore(edition: Edition, target: Path, *, protected: Iterable[Path] = ()) -> Path:
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
        msg = f"{edition.name} {edition.version}: the changelog has no digest"
        raise DataError(msg, remedy="Make it again.")
    try:
        built = parts(edition.tables)
        names = [*(part.path for part in built), *edition.files]
        paths = [ReleasePath(path) for path in names]
    except (LookupError, TypeError, ValueError, pl.exceptions.PolarsError) as error:
        why = " ".join(str(error).split())
        msg = f"{edition.name} {edition.version}: {why}"
        raise DataError(msg, remedy="Nothing is written; make it again.") from error
    if clash := collision(paths):
        msg = f"{edition.name} {edition.version}: has {' and '.join(clash)}"
        raise DataError(msg, remedy="Do not use it.")
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
            msg = f"the release has the digest {result}, not {edition.digest}"
            remedy = "Use the versions of the libraries that requirements.txt pins."
            raise DataError(msg, where=target, remedy=remedy)
    return target
