"""What reaches a terminal: no control character of a text, and no error for a closed pipe."""

import io
import os
import re
import sys
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from _typeshed import ReadableBuffer

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Characters that move the cursor, change colours or titles, ring, or turn the order of others."""

_EDGES = re.compile("(\r*)(.*?)(\r*)", re.DOTALL)


def shown(text: str) -> str:
    r"""Return ``text`` with its control characters spelt out; line ends and tabs stay.

    >>> shown("a\x1b[31mb\u202ec")
    'a\\x1b[31mb\\u202ec'
    """
    return _CONTROL.sub(_spelt, text)


def counted(number: int, noun: str) -> str:
    """Return a number with its noun.

    >>> counted(1, "finding"), counted(0, "finding")
    ('1 finding', '0 findings')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _spelt(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"  # noqa: PLR2004 - one byte or two


class Unread(BaseException):
    """The reader of standard output has gone, and the verb is to stop."""


class Safe(io.TextIOBase):
    """A stream that spells control characters out where it is a terminal.

    When the reader of standard output has gone, what is written after is dropped: the command ends
    with the status that its work has, not that of its last line.

    Args:
        stream: what is written to.
        terminal: whether characters are spelt out.
        stop: raise ``Unread`` when the reader has gone, in place of dropping the rest.
    """

    def __init__(self, stream: IO[str], *, terminal: bool, stop: bool = False) -> None:
        super().__init__()
        self._stream = stream
        self._terminal = terminal
        self._stop = stop
        self.closed_pipe = False

    def write(self, text: str) -> int:
        """Write ``text``; a carriage return stays at its edges, where progress bars have it."""
        if self._terminal:
            head, rest, tail = _EDGES.fullmatch(text).groups()  # type: ignore[union-attr]
            self._send(head + shown(rest) + tail)
        else:
            self._send(text)
        return len(text)

    def _send(self, text: str) -> None:
        if not self.closed_pipe:
            try:
                self._stream.write(text)
            except BrokenPipeError:
                self._drop()

    def flush(self) -> None:
        """Flush the stream."""
        if not self.closed_pipe:
            try:
                self._stream.flush()
            except BrokenPipeError:
                self._drop()

    def _drop(self) -> None:
        """Let the stream end in nothing: its buffer is flushed again when Python ends."""
        self.closed_pipe = True
        with suppress(OSError, ValueError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self._stream.fileno())
            os.close(nowhere)
        if self._stop:
            raise Unread

    @property
    def buffer(self) -> "_Bytes":
        """The same for bytes."""
        return _Bytes(self)

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """The encoding of the stream."""
        return str(getattr(self._stream, "encoding", None) or "utf-8")

    def isatty(self) -> bool:
        """Return whether the stream is a terminal."""
        return self._stream.isatty()

    def fileno(self) -> int:
        """Return the descriptor of the stream."""
        return self._stream.fileno()

    def writable(self) -> bool:
        """Return True."""
        return True

    def send_bytes(self, data: bytes) -> None:
        """Write bytes as they are, or where the stream is a terminal as ``write`` does."""
        binary: Any = getattr(self._stream, "buffer", None)
        if self._terminal or binary is None:
            self.write(data.decode("utf-8", "replace"))
        elif not self.closed_pipe:
            try:
                self._stream.flush()
                binary.write(data)
            except BrokenPipeError:
                self._drop()


class _Bytes(io.RawIOBase):
    """The bytes of a ``Safe`` stream."""

    def __init__(self, safe: Safe) -> None:
        super().__init__()
        self._safe = safe

    def write(self, data: "ReadableBuffer") -> int:
        content = bytes(data)
        self._safe.send_bytes(content)
        return len(content)

    def flush(self) -> None:
        self._safe.flush()


@contextmanager
def safe_streams(*, stop: bool) -> "Iterator[None]":
    """Let everything that is printed in the block go through ``Safe``.

    Args:
        stop: whether the block ends, by ``Unread``, when nobody reads standard output any more.
    """
    outer = sys.stdout, sys.stderr
    out = Safe(sys.stdout, terminal=sys.stdout.isatty(), stop=stop)
    err = Safe(sys.stderr, terminal=sys.stderr.isatty())
    sys.stdout, sys.stderr = out, err
    try:
        yield
    finally:
        with suppress(Unread):
            out.flush()
        err.flush()
        sys.stdout, sys.stderr = outer
