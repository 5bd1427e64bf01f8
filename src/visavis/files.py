"""Every write, replacement, move and deletion of Visavis, so that nothing of a user's is lost.

No other module changes the disk (``tests/test_architecture.py``). What each function may touch:

========================================  =========================================================
``read_bytes(path)``, ``decode(data, …)`` nothing; one clear error
``write(path, data)``                     one file, at once: readers see the old content or the new;
                                          refuses a link or a folder in its place; in parts
``append(path)``                          a file opened for appending (logs, locks)
``remove(path, within)``                  one file or link strictly inside ``within``, a folder of
                                          ours (a cache, a server's folder); never what a link
                                          leads to; a missing file is no error
``remove_folder(path, within)``           the same for a folder and all in it
``replace_folder(path, listed, …)``       a folder that is new, empty or *ours*: ``listed(folder)``
                                          gives the files that its manifest lists (None: it has no
                                          manifest of ours), and there is nothing else in it
``scratch()``                             a temporary folder of its own, removed afterwards, or by
                                          the next call where the process was killed
``check_replaceable(path, listed, …)``    nothing; raises what ``replace_folder`` would, for
                                          ``--dry-run``
========================================  =========================================================

A verb that rewrites files of a corpus goes through ``visavis.corpus.journal.change``, which keeps
what was there for ``visavis undo``.
"""

import ctypes
import hashlib
import os
import secrets
import shutil
import socket
import sys
import tempfile
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path
from typing import IO, TYPE_CHECKING

from visavis.errors import DataError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    Listed = Callable[[Path], Collection[str] | None]

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
"""Values of ``renameat2(2)`` on Linux."""

TEMPORARY = "visavis-tmp"
"""How the names of temporary files and folders end: ``.<name>.<process>.visavis-tmp``."""

_OWNER = "owner"
"""File in a temporary folder of ours that says so; without it nothing is removed."""

_NEW, _OLD = "new", "old"
"""Folders in it: the one that is filled, and the one that makes room for it."""

_SCRATCH = "visavis-scratch-"
"""How the names of folders that ``scratch`` makes begin, after the dot."""

_SIGN = "temporary folder of visavis\n"


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
        msg = f"{(error.strerror or 'cannot be read').lower()}"
        raise UsageError(msg, where=path, remedy="Check the path.") from error


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


def write(path: Path, data: "bytes | Iterable[bytes]", *, new: bool = False) -> None:
    """Put ``data``, or parts of it, into a file at once: readers see the old content or the new.

    Raises:
        UsageError: the folder cannot be written, a link or a folder has the name, or, for a ``new``
            file, anything has it.
    """
    temporary = _temporary(path)
    try:
        if path.is_symlink() or (new and path.exists()):
            reason = f"a link to {path.readlink()}" if path.is_symlink() else "exists already"
            msg = f"{reason}"
            raise UsageError(msg, where=path, remedy="Remove it, or choose another name.")
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with temporary.open("wb") as file:
                file.writelines([data] if isinstance(data, bytes) else data)
                file.flush()
                os.fsync(file.fileno())
            if new:  # a hard link, unlike a rename, never replaces a file that came since
                os.link(temporary, path)
            else:
                temporary.replace(path)
        finally:
            with suppress(OSError):
                temporary.unlink()
    except OSError as error:
        raise _unwritable(path, error) from error


def append(path: Path) -> IO[bytes]:
    """Open a file for appending, made with its folder where it is missing: a log or a lock."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.open("ab")


def remove(path: Path, within: Path) -> None:
    """Delete one file, or a link itself, strictly inside ``within``; a missing one is no error.

    Raises:
        UsageError: ``path`` is a folder, lies outside ``within`` or cannot be deleted.
    """
    _refuse_outside(path, within)
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise _unwritable(path, error) from error


def remove_folder(path: Path, within: Path) -> None:
    """Delete a folder and all in it, strictly inside ``within``; a missing one is no error.

    Links in it are deleted, not what they lead to.

    Raises:
        UsageError: ``path`` is a link or a file, lies outside ``within`` or cannot be deleted.
    """
    _refuse_outside(path, within)
    try:
        with suppress(FileNotFoundError):
            shutil.rmtree(path)
    except OSError as error:
        raise _unwritable(path, error) from error


def _refuse_outside(path: Path, within: Path) -> None:
    """Refuse a path that does not lie inside ``within`` once its folder's links are followed."""
    if path.name in {"", ".."} or not path.parent.resolve().is_relative_to(within.resolve()):
        msg = f"not inside {within}"
        raise UsageError(msg, where=path, remedy="Nothing outside that folder is deleted.")


@contextmanager
def scratch() -> "Iterator[Path]":
    """Yield an empty folder among the temporary ones of the system; it is removed afterwards.

    What a killed process left of such folders is removed by the next call.

    Raises:
        UsageError: the folder for temporary files cannot be written.
    """
    parent = Path(tempfile.gettempdir())
    base = _temporary(parent / f"{_SCRATCH}{secrets.token_hex(8)}")
    try:
        for left_over in parent.glob(f".{_SCRATCH}*.{TEMPORARY}"):
            with suppress(OSError):
                if _abandoned(left_over):
                    shutil.rmtree(left_over)
        base.mkdir(mode=0o700)
        (base / _OWNER).write_text(f"{_SIGN}{socket.gethostname()}\n", encoding="utf-8")
        (base / _NEW).mkdir()
    except OSError as error:
        raise _unwritable(base, error) from error
    try:
        yield base / _NEW
    finally:
        shutil.rmtree(base, ignore_errors=True)


@contextmanager
def replace_folder(
    path: Path, listed: "Listed", protected: "Iterable[Path]" = ()
) -> "Iterator[Path]":
    """Yield an empty folder to fill; when the block ends well it becomes ``path`` in one step.

    Whenever the process is killed, ``path`` is the old folder or the new one. What a killed process
    left beside it is removed by the next call.

    Args:
        path: the folder to make, or to replace where it is ours.
        listed: returns the paths of the files that the manifest of a folder lists, with ``/``
            between the parts and the manifest itself among them; None where it has none of ours.
        protected: folders that are neither replaced nor lost with a folder around them.

    Raises:
        UsageError: a folder in the place is not ours, or the parent folder cannot be written.
    """
    check_replaceable(path, listed, protected)
    base = _temporary(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        for left_over in path.parent.glob(f".{escape(path.name)}.*.{TEMPORARY}"):
            if _abandoned(left_over):
                shutil.rmtree(left_over)
        base.mkdir()
        (base / _OWNER).write_text(f"{_SIGN}{socket.gethostname()}\n", encoding="utf-8")
        (base / _NEW).mkdir()
    except OSError as error:
        raise _unwritable(path, error) from error
    ours = True
    try:
        yield base / _NEW
        _sync_all(base / _NEW)
        check_replaceable(path, listed, protected)
        ours = False
        done = _publish(base / _NEW, path, listed)
        ours = True
        if not done:
            check_replaceable(path, listed, protected)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        if ours or in_the_way(base / _NEW, listed) is None:
            shutil.rmtree(base, ignore_errors=True)


def in_the_way(path: Path, listed: "Listed", protected: "Iterable[Path]" = ()) -> str | None:
    """Return why ``replace_folder`` would refuse to replace ``path``, or None.

    Args:
        path: a folder that may be missing.
        listed: returns the files that the manifest of a folder lists, or None.
        protected: folders that must stay.
    """
    if path.is_symlink():
        return f"is a link to {path.readlink()}"
    if not path.exists():
        return None
    if not path.is_dir():
        return "is a file"
    for folder in protected:
        if folder.resolve().is_relative_to(path.resolve()):
            return f"is or holds {folder}, which is read here"
    return _others(path, listed)


def _others(folder: Path, listed: "Listed") -> str | None:
    """Return what a folder holds that no manifest of ours lists, or None."""
    present = set(_entries(folder))
    if repositories := sorted(name for name in present if _is_git(name)):
        return f"holds a git repository ({repositories[0]})"
    names = listed(folder) if present else ()
    if names is None:
        return f"holds {_some(present)} and no manifest of a release"
    others = present - set(names)
    return f"holds {_some(others)}, which its manifest does not list" if others else None


def _entries(folder: Path) -> "Iterator[str]":
    """Yield the paths of all files, links and empty folders in a folder, and of any ``.git``."""
    for base, folders, names in os.walk(folder, onerror=_fail):
        place = Path(base).relative_to(folder)
        links = [name for name in folders if (Path(base) / name).is_symlink()]
        repositories = [name for name in folders if _is_git(name)]
        folders[:] = [name for name in folders if name not in {*links, *repositories}]
        yield from ((place / name).as_posix() for name in [*names, *links, *repositories])
        if not [*folders, *names, *links, *repositories] and base != str(folder):
            yield f"{place.as_posix()}/"


def _fail(error: OSError) -> None:
    raise error


def _is_git(name: str) -> bool:
    return name.rpartition("/")[2].lower() == ".git"


def _some(names: "Collection[str]") -> str:
    others = f" and {len(names) - 1} more" if len(names) > 1 else ""
    return f"{min(names)}{others}"


def check_replaceable(path: Path, listed: "Listed", protected: "Iterable[Path]" = ()) -> None:
    """Raise the error that ``replace_folder`` would raise before it writes anything.

    Raises:
        UsageError: a file or a folder that is not ours is in the way.
    """
    try:
        reason = in_the_way(path, listed, protected)
    except OSError as error:
        raise _unwritable(path, error) from error
    if reason:
        msg = f"{reason}"
        remedy = "Nothing was changed; move it away or choose another folder."
        raise UsageError(msg, where=path, remedy=remedy)


def _temporary(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}.{TEMPORARY}")


def _abandoned(folder: Path) -> bool:
    """Return whether a process of this machine that has ended left a temporary folder of ours."""
    process = folder.name.split(".")[-2]
    if folder.is_symlink() or not folder.is_dir() or not process.isdecimal():
        return False
    names = {entry.name for entry in folder.iterdir()}
    if alive(int(process)) or names - {_OWNER, _NEW, _OLD}:
        return False
    if not names:
        return True
    try:
        return (folder / _OWNER).read_text("utf-8") == f"{_SIGN}{socket.gethostname()}\n"
    except (OSError, UnicodeDecodeError):
        return False


def _sync_all(folder: Path) -> None:
    for file in sorted(folder.rglob("*")):
        _sync(file)
    _sync(folder)


def _publish(new: Path, path: Path, listed: "Listed") -> bool:
    """Make ``new`` the folder ``path``; what was there before ends up under the name ``new``.

    Returns:
        False where somebody put a file into ``path`` since the look: then all is as it was.
    """
    if not path.exists():
        new.rename(path)
    else:
        _exchange(new, path)
        if in_the_way(new, listed):
            _exchange(new, path)
            return False
    _sync(path.parent)
    return True


def _exchange(first: Path, second: Path) -> None:
    """Swap two folders atomically where the system can (Linux), by three renames elsewhere."""
    if sys.platform == "linux":
        libc = ctypes.CDLL(None, use_errno=True)
        arguments = (_AT_FDCWD, os.fsencode(first), _AT_FDCWD, os.fsencode(second))
        if libc.renameat2(*arguments, _RENAME_EXCHANGE) == 0:
            return
    aside = first.with_name(_OLD)
    second.rename(aside)
    first.rename(second)
    aside.rename(first)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def alive(process: int) -> bool:
    """Return True if a process is there."""
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
