"""An export read item by item, so that memory stays bounded."""

import codecs
import json
from typing import IO, TYPE_CHECKING

from visavis.annotation.studio.failures import ServerError

if TYPE_CHECKING:
    from collections.abc import Iterator

CHUNK = 1 << 18


def items(file: IO[bytes], where: str) -> "Iterator[object]":
    """The items of a JSON array, one by one, without holding the whole of it.

    Raises:
        ServerError: it is no JSON array, or does not end.
    """
    try:
        yield from _items(file, where)
    except (ValueError, RecursionError) as error:
        kind = type(error).__name__
        msg = f"{where}: the export holds what no task of Label Studio has ({kind}). Pull again."
        raise ServerError(msg) from None


def _items(file: IO[bytes], where: str) -> "Iterator[object]":
    decoder, closed = json.JSONDecoder(), False
    incremental = _Decoded(file)
    text = incremental.more("").lstrip()
    if not text.startswith("["):
        msg = f"{where}: the export is no list of tasks. Pull again."
        raise ServerError(msg)
    at = 1
    while True:
        while True:
            at = _after_space(text, at)
            if at < len(text) or incremental.done:
                break
            text, at = incremental.more(text[at:]), 0
        if at < len(text) and text[at] == "]":
            closed = not text[at + 1 :].strip()
            break
        if at < len(text) and text[at] == ",":
            at += 1
            continue
        try:
            item, at = decoder.raw_decode(text, at)
        except json.JSONDecodeError:
            if incremental.done:
                break
            text, at = incremental.more(text[at:]), 0
            continue
        yield item
    if not closed:
        msg = f"{where}: the export was cut. Pull again."
        raise ServerError(msg)


def _after_space(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t\r\n":
        at += 1
    return at


class _Decoded:
    """A file read as UTF-8 piece by piece, each piece twice as long as what was not enough."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file, self.done = file, False
        self.decoder = codecs.getincrementaldecoder("utf-8")("strict")

    def more(self, rest: str) -> str:
        block = self.file.read(max(CHUNK, 2 * len(rest)))
        self.done = not block
        return rest + self.decoder.decode(block, final=not block)
