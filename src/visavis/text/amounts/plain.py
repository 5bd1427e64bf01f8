"""The characters of a text that an amount is read in: those that a reader takes them for.

Soft hyphens and joiners may stand inside a word or a number, an accent may be a character of its
own, and digits, spaces, hyphens and apostrophes have several forms. A text that has any is read in
a plain copy, and the offsets of what is found are brought back.
"""

import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from visavis.text.amounts.amount import Amount

UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
FULL_WIDTH = {0xFF10 + digit: str(digit) for digit in range(10)}
LOOKALIKES = FULL_WIDTH | {
    0xFF05: "%", 0xFF04: "$", 0xFFE5: "¥", 0xFFE1: "£", 0xFF0C: ",", 0xFF0E: ".",
    **dict.fromkeys((0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " "),
    **dict.fromkeys((0x2010, 0x2011), "-"), **dict.fromkeys((0x2019, 0x02BC), "'"),
}  # fmt: skip
ACCENTS = "\u0300-\u036f"
SPECIAL = re.compile(f"[{UNSEEN}{ACCENTS}{''.join(map(chr, LOOKALIKES))}]")
MOVING = re.compile(f"[{UNSEEN}{ACCENTS}]")
"""What the plain copy does not have: from there on its offsets differ."""

PIECE = re.compile(f"(?P<unseen>[{UNSEEN}]+)|(?s:.)[{ACCENTS}]*")


class Plain(NamedTuple):
    """A text as it is read, and where each of its characters stands in the original."""

    text: str
    places: list[tuple[int, int]] | None
    """Start and end in the original of each character; null where they are the same."""


def plain(text: str) -> Plain:
    """Return the text as it is read."""
    if not MOVING.search(text):
        return Plain(text.translate(LOOKALIKES), None)
    characters: list[str] = []
    places: list[tuple[int, int]] = []
    for piece in PIECE.finditer(text):
        if not piece["unseen"]:
            composed = unicodedata.normalize("NFC", piece[0]) if len(piece[0]) > 1 else piece[0]
            characters += composed
            places += [piece.span()] * len(composed)
    return Plain("".join(characters).translate(LOOKALIKES), places)


def in_original(amount: Amount, places: list[tuple[int, int]]) -> Amount:
    """Return the amount with the offsets of the original text."""

    def moved(span: tuple[int, int]) -> tuple[int, int]:
        start, end = span
        return places[start][0], places[end - 1][1]

    start, end = moved((amount.start, amount.end))
    return amount._replace(
        start=start,
        end=end,
        numeral=moved(amount.numeral),
        modifier_span=moved(amount.modifier_span) if amount.modifier_span else None,
    )


def read_plain(text: str, read: Callable[[str], list[Amount]]) -> list[Amount]:
    """Return the amounts that ``read`` finds in the text as it is seen, in offsets of the text."""
    if text.isascii() or not SPECIAL.search(text):
        return read(text)
    copy = plain(text)
    amounts = read(copy.text)
    return amounts if copy.places is None else [in_original(a, copy.places) for a in amounts]
