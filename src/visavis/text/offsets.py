"""Offsets in text: Unicode code points everywhere, and how to count otherwise.

Every offset of Visavis counts code points from 0 and every span is half-open, ``[start, end)``, so
that ``text[start:end]`` is the span. Nothing here changes a text.
"""

from itertools import accumulate
from typing import TYPE_CHECKING, Literal

from visavis.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Iterable

Unit = Literal["utf8", "utf16"]
"""What the other side counts: bytes of UTF-8, or code units of UTF-16 (JavaScript, Java, C#)."""

_WIDTHS = {
    "utf8": ((0x80, 1), (0x800, 2), (0x10000, 3), (0x110000, 4)),
    "utf16": ((0x10000, 1), (0x110000, 2)),
}
"""Units a code point takes, by the first code point that takes more (RFC 3629, RFC 2781)."""


def encode_offsets(text: str, offsets: "Iterable[int]", unit: Unit) -> list[int]:
    """Code-point offsets of ``text`` counted in ``unit``.

    >>> encode_offsets("é🎉!", [0, 1, 2, 3], "utf16")
    [0, 1, 3, 4]

    Raises:
        DataError: an offset is outside the text.
    """
    table = _positions(text, unit)
    return [table[_inside(offset, len(text))] for offset in offsets]


def decode_offsets(text: str, offsets: "Iterable[int]", unit: Unit) -> list[int]:
    """Offsets of ``text`` counted in ``unit`` as code-point offsets.

    >>> decode_offsets("é🎉!", [0, 2, 6, 7], "utf8")
    [0, 1, 2, 3]

    Raises:
        DataError: an offset is outside the text, or inside a code point.
    """
    places = {position: offset for offset, position in enumerate(_positions(text, unit))}
    wanted = list(offsets)
    if wrong := [offset for offset in wanted if offset not in places]:
        msg = f"offset {wrong[0]} in {unit}: outside the text or inside a character"
        raise DataError(msg, remedy="Count again.")
    return [places[offset] for offset in wanted]


def _positions(text: str, unit: Unit) -> list[int]:
    widths = _WIDTHS[unit]
    return list(
        accumulate((next(w for limit, w in widths if ord(c) < limit) for c in text), initial=0)
    )


def _inside(offset: int, length: int) -> int:
    if not 0 <= offset <= length:
        msg = f"offset {offset}: outside the text of {length} characters"
        raise DataError(msg, remedy="Count code points from 0.")
    return offset
