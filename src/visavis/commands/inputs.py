"""Files that a user names on the command line, where ``-`` is standard input."""

import sys
from pathlib import Path

from visavis import files

STDIN = "-"


def read_input(name: str | Path) -> bytes:
    """Return the bytes of a file, or of standard input for ``-``.

    Raises:
        UsageError: the file is missing or cannot be read.
    """
    return sys.stdin.buffer.read() if str(name) == STDIN else files.read_bytes(name)


def read_text(name: str | Path) -> str:
    """Return the text of a file, or of standard input for ``-``, exactly as it is.

    Raises:
        UsageError: the file is missing or cannot be read.
        DataError: it is not UTF-8.
    """
    return files.decode(read_input(name), place(name))


def read_edited(name: str | Path) -> str:
    """Return the text of a file as ``read_text`` does, without the byte order mark of an editor."""
    return read_text(name).removeprefix("\ufeff")


def place(name: str | Path) -> str:
    """Return how a message calls a file that the user named."""
    return "standard input" if str(name) == STDIN else str(name)
