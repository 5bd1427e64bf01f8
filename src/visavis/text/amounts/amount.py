"""What an amount is."""

from decimal import Decimal
from typing import NamedTuple

COMPARATORS = {
    "exact": "eq",
    "about": "approx",
    "more_than": "gt",
    "less_than": "lt",
    "at_least": "ge",
    "at_most": "le",
    "up_to": "le",
    "between": "between",
    "several": "several",
}
"""What a modifier says -> the comparator of the annotation layer."""


class Amount(NamedTuple):
    """An amount found in a text; offsets are code points, half-open.

    ``start`` and ``end`` enclose numeral, multiplier and unit (for a count the noun counted);
    the modifier stands outside and has its own span. ``value`` is in units of ``unit``; for a
    range it is the lower end and ``value_max`` the upper one; for an indefinite amount
    (« plusieurs milliards ») it is the order of magnitude named, here 1e9.
    """

    start: int
    end: int
    dimension: str
    """money, percent, count (of the noun in ``unit``), number, duration or ratio."""
    value: Decimal
    value_max: Decimal | None
    unit: str | None
    """ISO 4217 code (or the currency's name in capitals where only that is known), ``%``,
    ``permille``, ``pp``, ``bp``, a time unit from second to century, the symbol of a measure, or
    the noun counted, in the singular (its English name where the lexicon has one); null for a
    ratio and for a bare number."""
    modifier: str
    """A key of COMPARATORS."""
    numeral: tuple[int, int]
    """Span of number and multiplier; for a range, of the first one."""
    modifier_span: tuple[int, int] | None
    assumed: str | None
    """What was read by convention, such as ``$ is USD``; null when the text says it all."""

    @property
    def comparator(self) -> str:
        """One of eq approx gt ge lt le between several."""
        return COMPARATORS[self.modifier]

    @property
    def kind(self) -> str:
        """Kind in the annotation layer: money percent count duration ratio vague."""
        if self.modifier == "several":
            return "vague"
        return "count" if self.dimension == "number" else self.dimension
