"""Whether amounts of two languages are the same, and what two sentences do not share."""

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from visavis.amounts.amount import Amount
from visavis.amounts.durations import MONTHS, SECONDS
from visavis.amounts.grammar import grammar
from visavis.languages import known

TOLERANCE = Decimal("1e-6")
"""Relative difference of values that is only rounding: a third is 0.333333."""

BOUNDS = {"gt": "lower bound", "ge": "lower bound", "lt": "upper bound", "le": "upper bound"}
"""Comparators that bound an amount on the same side are of one class."""

ITEM = "item"
"""Stands for the noun of a count that is not in the lexicon: any noun may translate it."""


class Comparison(NamedTuple):
    """Amounts of two sentences, matched: what the English lacks, adds, or says otherwise."""

    equal: list[tuple[Amount, Amount]]
    missing: list[Amount]
    """In French only."""
    extra: list[Amount]
    """In English only."""
    unequal: list[tuple[Amount, Amount, str]]
    """Counterparts that differ, and why."""


def same(fr: Amount, en: Amount) -> bool:
    """Whether a French and an English amount have the same value, unit and class of comparator."""
    return not difference(fr, en)


def difference(fr: Amount, en: Amount) -> str:
    """Why two amounts are not the same; empty when they are.

    Compared are values in a common unit (a year is 12 months, a week 7 days, 50 % is a half), the
    class of comparator (exact, about, lower bound, upper bound, range, indefinite), and the unit;
    a noun counted that the lexicon does not know may translate any other noun.
    """
    reasons = []
    low, high, unit = _measured(fr)
    other_low, other_high, other_unit = _measured(en)
    if not _close(low, other_low) or not _close(high, other_high):
        reasons.append(f"value: {_values(fr)} against {_values(en)}")
    if unit != other_unit and not (ITEM in (unit, other_unit) and _countable(unit, other_unit)):
        reasons.append(f"unit: {fr.unit} against {en.unit}")
    classes = [BOUNDS.get(a.comparator, a.comparator) for a in (fr, en)]
    if classes[0] != classes[1]:
        reasons.append(f"comparator: {fr.comparator} against {en.comparator}")
    return "; ".join(reasons)


def compare(fr: Sequence[Amount], en: Sequence[Amount]) -> Comparison:
    """Match the amounts of a French and an English sentence as multisets.

    Equal amounts are paired first; what is left is paired with the nearest counterpart of the same
    dimension and reported as unequal; the rest is missing or extra.
    """
    left, right = list(fr), list(en)
    equal = []
    for amount in fr:
        twin = next((other for other in right if same(amount, other)), None)
        if twin is not None:
            equal.append((amount, twin))
            left.remove(amount)
            right.remove(twin)
    unequal = []
    for amount in list(left):
        candidates = [other for other in right if _comparable(amount, other)]
        if candidates:
            other = min(candidates, key=lambda o: len(difference(amount, o).split("; ")))
            unequal.append((amount, other, difference(amount, other)))
            left.remove(amount)
            right.remove(other)
    return Comparison(equal, left, right, unequal)


@cache
def _shared_units() -> frozenset[str]:
    """Units with one name in all languages; any other is a noun of one language."""
    lexicons = [grammar(lang).lexicon for lang in known("amounts.toml")]
    return frozenset(
        unit.name
        for lexicon in lexicons
        for unit in (*lexicon.units.values(), *lexicon.symbols.values())
    )


def _comparable(fr: Amount, en: Amount) -> bool:
    counts = {"count", "number"}
    return fr.dimension == en.dimension or {fr.dimension, en.dimension} <= counts


def _countable(unit: str | None, other: str | None) -> bool:
    return all(u is None or u == ITEM or u.startswith("count ") for u in (unit, other))


def _measured(amount: Amount) -> tuple[Decimal, Decimal | None, str | None]:
    """Values in the unit amounts of this dimension are compared in, and that unit."""
    factor, unit = Decimal(1), amount.unit
    if amount.dimension == "duration" and unit in MONTHS:
        factor, unit = Decimal(MONTHS[unit]), "month"
    elif amount.dimension == "duration" and unit in SECONDS:
        factor, unit = SECONDS[unit], "second"
    elif amount.dimension == "percent" and unit == "%":
        factor, unit = Decimal("0.01"), None
    elif amount.dimension == "number":
        unit = ITEM
    elif amount.dimension == "count":
        unit = f"count {unit}" if unit in _shared_units() else ITEM
    high = None if amount.value_max is None else amount.value_max * factor
    return amount.value * factor, high, unit


def _close(a: Decimal | None, b: Decimal | None) -> bool:
    if a is None or b is None:
        return a is b
    return abs(a - b) <= TOLERANCE * max(abs(a), abs(b))


def _values(amount: Amount) -> str:
    low = f"{amount.value:f}"
    return low if amount.value_max is None else f"{low} to {amount.value_max:f}"
