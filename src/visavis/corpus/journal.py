"""Changes to the files of a corpus that ``visavis undo`` takes back.

Every verb that rewrites or deletes files of a corpus does it by ``change``. What was there before
is kept in ``.visavis/undo.jsonl`` (ignored by git) until the next change.
"""

import base64
import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from visavis import files
from visavis.errors import DataError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

KEPT = Path(".visavis")
"""Folder of a corpus for what is only of use on this machine; git ignores it."""

JOURNAL = KEPT / "undo.jsonl"

TEXTS = KEPT / "texts"
"""Copies of the texts as they came in, named by their SHA-256."""


class _Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """First line of the journal: which verb made the change."""

    verb: str


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A changed file: its path in the corpus, its bytes before, the SHA-256 of those after.

    Null stands for a file that is not there.
    """

    path: str
    before: str | None
    after: str | None


class Step(NamedTuple):
    """What a change does to one file: create, replace or delete."""

    does: str
    path: Path

    def __str__(self) -> str:
        return f"{self.does} {self.path}"


def plan(folder: Path, contents: "Mapping[Path, bytes | None]") -> list[Step]:
    """Return what ``change`` would do, in the order of ``contents``, without files that stay.

    Args:
        folder: the corpus.
        contents: path in the corpus -> its new bytes, or None where the file is to go.

    Raises:
        UsageError: a file cannot be read, or a path leads out of the corpus.
    """
    steps = []
    for path, after in contents.items():
        before = _content(folder, path)
        if before != after:
            does = "delete" if after is None else "create" if before is None else "replace"
            steps.append(Step(does, path))
    return steps


def change(folder: Path, verb: str, contents: "Mapping[Path, bytes | None]") -> list[Step]:
    """Write and delete files of a corpus, so that ``undo`` can take it back; return what was done.

    A process killed in the middle leaves some files as they were and the others new, and the
    journal of all: ``undo`` restores them.

    Raises:
        UsageError: a file cannot be read or written, or a path leads out of the corpus.
    """
    steps = plan(folder, contents)
    if not steps:
        return []
    lines: list[_Head | _File] = [_Head(verb)]
    for _, path in steps:
        before, after = _content(folder, path), contents[path]
        lines.append(_File(path.as_posix(), _armoured(before), _hash(after)))
    _ignore(folder)
    files.write(folder / JOURNAL, b"".join(msgspec.json.encode(line) + b"\n" for line in lines))
    for _, path in steps:
        content = contents[path]
        if content is None:
            files.remove(folder / path, folder)
        else:
            files.write(folder / path, content)
    return steps


def keep_texts(folder: Path, texts: "Iterable[bytes]") -> None:
    """Keep copies of texts as they came in, by their SHA-256, for `visavis reanchor`."""
    _ignore(folder)
    for data in texts:
        copy = folder / TEXTS / files.sha256(data)
        if not copy.exists():
            files.write(copy, data)


def undo(folder: Path, *, dry_run: bool = False) -> tuple[str, list[Step]]:
    """Put back what the last ``change`` replaced or deleted; a second call does it again.

    Returns:
        The verb that made the change, and what was done.

    Raises:
        UsageError: there is no change to take back.
        DataError: a file was changed since, or the journal is damaged; nothing is written.
    """
    verb, changed = _read(folder)
    contents: dict[Path, bytes | None] = {}
    for file in changed:
        path = Path(file.path)
        before = None if file.before is None else base64.b64decode(file.before)
        if not (folder / path).parent.resolve().is_relative_to(folder.resolve()):
            msg = f"leads out of {folder}"
            raise UsageError(msg, where=folder / path, remedy="Nothing was taken back.")
        if _hash(_content(folder, path)) not in {file.after, _hash(before)}:
            msg = f"changed since `visavis {verb}`"
            remedy = "Nothing was taken back; move the file away first."
            raise DataError(msg, where=folder / path, remedy=remedy)
        contents[path] = before
    if dry_run:
        return verb, plan(folder, contents)
    return verb, change(folder, "undo", contents)


def _ignore(folder: Path) -> None:
    if not (folder / KEPT / ".gitignore").exists():
        files.write(folder / KEPT / ".gitignore", b"*\n")


def _read(folder: Path) -> "tuple[str, Sequence[_File]]":
    if not (folder / JOURNAL).is_file():
        msg = "no change to take back; only the last command's can be."
        raise UsageError(msg, where=folder)
    head, *lines = files.read_bytes(folder / JOURNAL).splitlines() or [b""]
    try:
        return msgspec.json.decode(head, type=_Head).verb, [
            msgspec.json.decode(line, type=_File) for line in lines
        ]
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        msg = f"damaged ({error})"
        remedy = "Remove it; nothing can be taken back."
        raise DataError(msg, where=folder / JOURNAL, remedy=remedy) from error


def _content(folder: Path, path: Path) -> bytes | None:
    """Return the bytes of a file of the corpus, or None where there is none.

    Raises:
        UsageError: the path leads out of the corpus, or something else has the name.
    """
    if path.is_absolute() or ".." in path.parts:
        msg = f"not a path inside {folder}."
        raise UsageError(msg, where=path)
    return files.read_bytes(folder / path) if os.path.lexists(folder / path) else None


def _armoured(data: bytes | None) -> str | None:
    return None if data is None else base64.b64encode(data).decode()


def _hash(data: bytes | None) -> str | None:
    return None if data is None else files.sha256(data)
