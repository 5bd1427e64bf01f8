"""Reading and writing files so that nothing is ever guessed or half-written."""

import ctypes
import hashlib
import os
import shutil
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from visavis.errors import DataError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
"""Values of ``renameat2(2)`` on Linux."""


def sha256(data: bytes) -> str:
    """SHA-256 of ``data``, in lower-case hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def read_bytes(path: "Path | str") -> bytes:
    """Content of the file ``path``.

    Raises:
        UsageError: it is missing or cannot be read.
    """
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - of a million files, Path takes longer than reading
            return file.readall()
    except OSError as error:
        msg = f"{path}: {(error.strerror or 'cannot be read').lower()}. Check the path."
        raise UsageError(msg) from error


def decode(data: bytes, where: "Path | str") -> str:
    """``data`` as text, which must be UTF-8; line ends and a byte order mark are kept as they are.

    Raises:
        DataError: it is not UTF-8; the message names the first wrong byte and its line.
    """
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        msg = f"byte {data[error.start]:#04x} at byte offset {error.start} is not UTF-8"
        remedy = "Convert the file to UTF-8."
        raise DataError(msg, where=where, line=line, remedy=remedy) from error


def write(path: Path, data: bytes) -> None:
    """Put ``data`` into the file ``path`` at once: readers see the old content or the new.

    Raises:
        UsageError: the folder cannot be written.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink()
        raise _unwritable(path, error) from error


@contextmanager
def new_folder(path: Path) -> "Iterator[Path]":
    """An empty folder to fill; when the block ends well it becomes ``path`` in one step.

    Whenever the process is killed, ``path`` is the old folder or the new one. What a killed process
    left beside it is removed by the next call.

    Raises:
        UsageError: the parent folder cannot be written.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        for left_over in path.parent.glob(f".{path.name}.*.tmp"):
            if not _alive(int(left_over.name.split(".")[-2])):
                shutil.rmtree(left_over)
        temporary.mkdir()
    except OSError as error:
        raise _unwritable(path, error) from error
    try:
        yield temporary
        _publish(temporary, path)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _publish(new: Path, path: Path) -> None:
    """Make ``new`` the folder ``path``; what was there before ends up under the name ``new``."""
    for file in sorted(new.rglob("*")):
        _sync(file)
    _sync(new)
    if path.exists():
        _exchange(new, path)
    else:
        new.rename(path)
    _sync(path.parent)


def _exchange(first: Path, second: Path) -> None:
    """Swap two folders atomically where the system can (Linux), by two renames elsewhere."""
    if sys.platform == "linux":
        libc = ctypes.CDLL(None, use_errno=True)
        arguments = (_AT_FDCWD, os.fsencode(first), _AT_FDCWD, os.fsencode(second))
        if libc.renameat2(*arguments, _RENAME_EXCHANGE) == 0:
            return
    aside = first.with_name(f"{first.name}-old")
    second.rename(aside)
    first.rename(second)
    aside.rename(first)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _unwritable(path: Path, error: OSError) -> UsageError:
    reason = (error.strerror or "cannot be written").lower()
    return UsageError(f"{path}: {reason}. Choose a folder that can be written.")
