"""Amounts of a side as they are compared: in a common unit, with what may stand for them."""

import re
from decimal import Decimal
from typing import NamedTuple

from visavis.text.amounts import Amount
from visavis.text.amounts.compare import BOUNDS, ITEM, TOLERANCE, measured, unit_names
from visavis.validation.pairs import figures
from visavis.validation.pairs.evidence import Segment
from visavis.validation.pairs.words import SCALED, Side, markers, of_sections

THOUSANDS = (Decimal(10) ** 3, Decimal(10) ** 6, Decimal(10) ** 9, Decimal(10) ** 12)
"""What an amount may leave out that its neighbour names: « 13 sur 183 »."""


LARGE = SCALED - {"hundred", "dozen"}
"""Scales that a number without one may have left out."""


SMALL_COUNT = 1
"""What an article may say: « un jour »."""


class Read(NamedTuple):
    """An amount in the unit in which it is compared."""

    amount: Amount
    low: Decimal
    high: Decimal | None
    unit: str | None
    scaled: bool
    digits: bool

    @property
    def offsets(self) -> tuple[int, int]:
        """Where the amount is, with its modifier."""
        span = self.amount.modifier_span
        ends = [self.amount.start, self.amount.end, *(span or ())]
        return min(ends), max(ends)


def reads(side: Side) -> list[Read]:
    """Return the amounts of a side, without those that are one of something in a word."""
    result = []
    for amount in side.amounts:
        low, high, unit = _compared_as(amount)
        words = side.text[amount.numeral[0] : amount.numeral[1]]
        if _is_article(amount, words):
            continue
        listed = markers(side.lang).words
        names = {listed[w].id for w in re.findall(r"[^\W\d_]+", words.lower()) if w in listed}
        digits = any(character.isdecimal() for character in words)
        result.append(Read(amount, low, high, unit, bool(names & LARGE), digits))
    return result


def _compared_as(amount: Amount) -> tuple[Decimal, Decimal | None, str | None]:
    """Return values and unit as they are compared: per cent as it is, others in a common unit."""
    if amount.dimension == "percent":
        return amount.value, amount.value_max, amount.unit
    return measured(amount)


def _is_article(amount: Amount, words: str) -> bool:
    """Whether an amount is one of something, in a word: « un jour », "a second"."""
    one = amount.value == SMALL_COUNT and amount.value_max is None
    exact = amount.comparator in ("eq", "approx")
    return one and exact and not any(character.isdecimal() for character in words)


def equal(a: Read, b: Read) -> bool:
    """Whether two amounts have the same value, a range both of its ends."""
    factors = [PER_CENT if r.amount.dimension == "ratio" else 1 for r in (a, b)]
    if "%" not in (a.unit, b.unit):
        factors = [1, 1]
    return close(a.low * factors[0], b.low * factors[1]) and (
        a.high is b.high or (a.high is not None and b.high is not None and close(a.high, b.high))
    )


PER_CENT = 100
"""By which a ratio is compared with per cent: half and 50 %."""


def close(a: Decimal, b: Decimal) -> bool:
    """Whether two values differ by rounding alone."""
    return abs(a - b) <= TOLERANCE * max(abs(a), abs(b))


def elliptic(a: Read, b: Read, segment: Segment) -> bool:
    """Whether one leaves out the multiplier that the other has: « 13 sur 183 », "$13 billion"."""
    bare, full, number = (a, b, 0) if b.scaled else (b, a, 1)
    if bare.scaled or not full.scaled or bare.amount.dimension not in ("number", "count"):
        return False
    if bare.low == 0 or not any(close(bare.low * factor, full.low) for factor in THOUSANDS):
        return False
    own = (segment.fr, segment.en)[number]
    factor = full.low / bare.low
    sides = (own, *segment.around(number))
    return any(close(SCALES[name], factor) for side in sides for name in _scales(side))


SCALES = {"hundred": Decimal(100), "thousand": THOUSANDS[0], "million": THOUSANDS[1],
          "billion": THOUSANDS[2], "trillion": THOUSANDS[3], "dozen": Decimal(12)}  # fmt: skip


def _scales(side: Side) -> set[str]:
    return {marker.id for _, marker in of_sections(side, {"scale"})} & SCALED


def relation(a: Read, b: Read) -> str:
    """How two units go together: same, open (one of them names none), conflict."""
    if a.unit == b.unit:
        return "same"
    kinds = {a.amount.dimension, b.amount.dimension}
    if kinds <= {"count", "number", "ratio"}:
        names = [r.amount.unit for r in (a, b)]
        if all(name in unit_names("measure") for name in names):
            return "conflict"
        return "open"
    if kinds & {"number", "count"} and _nameless(a, b):
        return "open"
    if kinds == {"percent", "ratio"} and "%" in (a.unit, b.unit):
        return "same"
    return "conflict"


def _nameless(a: Read, b: Read) -> bool:
    return any(
        r.amount.dimension == "number" or (r.amount.dimension == "count" and r.unit == ITEM)
        for r in (a, b)
    )


def bound_of(read: Read) -> str:
    """Return the class of comparator of an amount."""
    return BOUNDS.get(read.amount.comparator, read.amount.comparator)


def same_number(a: Read, b: Read) -> bool:
    """Whether two amounts have the same number, in whatever unit."""
    return a.amount.value == b.amount.value and a.amount.value_max == b.amount.value_max


def is_excused(read: Read, segment: Segment, other: int) -> bool:
    """Whether the other language tells the value somewhere near."""
    sides = [(segment.fr, segment.en)[other], *(segment.around(other) if read.digits else ())]
    return any(is_in(read, side) for side in sides)


def is_in(read: Read, side: Side) -> bool:
    """Whether a side tells the value of an amount of the other."""
    values = {v.normalize() for v in (read.amount.value, read.amount.value_max) if v is not None}
    return values <= side_values(side)


def side_values(side: Side) -> set[Decimal]:
    """Return the values of all numbers of a side."""
    if side._values is None:  # noqa: SLF001 - the cache of the side
        scaled = [r.amount for r in reads(side) if r.scaled]
        words = list(side.text)
        for amount in scaled:
            words[amount.numeral[0] : amount.numeral[1]] = " " * (
                amount.numeral[1] - amount.numeral[0]
            )
        rest = "".join(words)
        ends = {v.normalize() for a in scaled for v in (a.value, a.value_max) if v is not None}
        side._values = figures.values(rest, side.lang) | ends  # noqa: SLF001 - as above
    return side._values  # noqa: SLF001 - as above
