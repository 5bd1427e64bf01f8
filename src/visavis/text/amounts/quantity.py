"""What the parts of the grammar hand to one another: a place in a text, a numeral with its unit."""

from decimal import Decimal
from typing import NamedTuple

from visavis.text.amounts.forms import Unit
from visavis.text.amounts.numerals import Numeral

LEFT = 48
"""Code points to the left of a numeral in which its modifier stands."""

FREE_BEFORE = ' \u00a0\u202f\u2009\n\r\t(:;«"“'
"""What may stand before the sign of a negative number; the first four are spaces."""

YEARS = range(1400, 2200)
YEAR_DIGITS = 4


class Place(NamedTuple):
    """A text, and the end of the last amount found: nothing before it is looked at again."""

    text: str
    floor: int

    def before(self, start: int) -> tuple[int, int]:
        """Where what stands before ``start`` begins and ends."""
        return max(self.floor, start - LEFT), start

    def left(self, start: int) -> str:
        """What stands before ``start``, read backwards."""
        return self.text[max(self.floor, start - LEFT) : start][::-1]


class Core(NamedTuple):
    """A numeral with its unit, before modifiers and ranges."""

    start: int
    end: int
    numeral: Numeral
    unit: Unit | None
    value: Decimal
    noun: str | None = None
    """The noun counted, when the lexicon does not know it."""
    sign: bool = False
    """Whether the unit stands before the number."""

    @property
    def dimension(self) -> str:
        """Dimension of the unit; empty without one."""
        return self.unit.dimension if self.unit else ""

    @property
    def whole(self) -> bool:
        """Whether the value is a whole number."""
        return self.value == self.value.to_integral_value()

    def looks_like_year(self, text: str) -> bool:
        """Whether the numeral is written as a year is: 1789, 2030."""
        surface = text[self.numeral.start : self.numeral.end]
        return len(surface) == YEAR_DIGITS and surface.isdigit() and int(surface) in YEARS
