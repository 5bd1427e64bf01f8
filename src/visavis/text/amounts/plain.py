"""The characters of a text that an amount is read in: without those that nobody sees.

Soft hyphens and joiners may stand inside a word or a number, and digits and spaces have forms that
a reader takes for the usual ones. A text that has any is read in a plain copy, and the offsets of
what is found are brought back.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from visavis.text.amounts.amount import Amount

UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
FULL_WIDTH = {0xFF10 + digit: str(digit) for digit in range(10)}
LOOKALIKES = FULL_WIDTH | {
    0xFF05: "%", 0xFF04: "$", 0xFFE5: "¥", 0xFFE1: "£", 0xFF0C: ",", 0xFF0E: ".",
    **dict.fromkeys((*range(0x2000, 0x2009), 0x200A, 0x205F, 0x3000), "\u2009"),
}  # fmt: skip
SPECIAL = re.compile(f"[{UNSEEN}{''.join(map(chr, LOOKALIKES))}]")
HIDDEN = re.compile(f"[{UNSEEN}]+")


class Plain(NamedTuple):
    """A text without what is not seen, and where each of its characters stands in the original."""

    text: str
    offsets: list[int] | None
    """Offset in the original of each character; null where they are the same."""


def plain(text: str) -> Plain:
    """Return the text as it is read."""
    if not HIDDEN.search(text):
        return Plain(text.translate(LOOKALIKES), None)
    seen = [n for n, char in enumerate(text) if not HIDDEN.match(char)]
    return Plain("".join(text[n] for n in seen).translate(LOOKALIKES), seen)


def in_original(amount: Amount, offsets: list[int]) -> Amount:
    """Return the amount with the offsets of the original text."""

    def moved(span: tuple[int, int]) -> tuple[int, int]:
        start, end = span
        return offsets[start], offsets[end - 1] + 1

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
    return amounts if copy.offsets is None else [in_original(a, copy.offsets) for a in amounts]
