"""The lock file of a project: which version of each data set it uses, by the manifest's digest."""

from pathlib import Path
from typing import Annotated

from visavis import files
from visavis.corpus.records import Record, Sha256, decode_lines, encode, meaning
from visavis.errors import DataError

LOCK = Path("visavis.lock")
"""The lock file, in the working folder: one JSON object a line, a data set each."""


class Locked(Record, frozen=True, kw_only=True):
    """A data set of a project."""

    source: Annotated[str, meaning("owner/name of the data set on the Hub")]
    version: Annotated[str, meaning("the version that is used")]
    sha256: Annotated[Sha256, meaning("digest of its manifest")]


def read(folder: Path = Path()) -> dict[str, Locked]:
    """Return the data sets that the lock file of a folder holds, by their source.

    Raises:
        DataError: the file is malformed.
    """
    path = folder / LOCK
    if not path.is_file():
        return {}
    return {item.source: item for item in decode_lines(files.read_bytes(path), Locked, path)}


def write(entries: dict[str, Locked], folder: Path = Path()) -> Path:
    """Write the lock file of a folder and return its path."""
    files.write(folder / LOCK, encode(entries[source] for source in sorted(entries)))
    return folder / LOCK


def check(expected: str | None, digest: str, where: str) -> None:
    """Refuse a release that is not the one of a digest.

    Raises:
        DataError: it has another one.
    """
    if expected not in (None, digest):
        msg = f"{where}: its digest is {digest}, not {expected}"
        remedy = "Ask its owner, or lock the version anew with `visavis lock`."
        raise DataError(msg, remedy=remedy)
