"""Whether amounts of two languages are the same, and what two sentences do not share."""

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from visavis.text.amounts.amount import Amount
from visavis.text.amounts.assignment import assignment
from visavis.text.amounts.durations import MONTHS, SECONDS

TOLERANCE = Decimal("1e-6")
"""Relative difference of values that is only rounding: a third is 0.333333."""

BOUNDS = {"gt": "lower bound", "ge": "lower bound", "lt": "upper bound", "le": "upper bound"}
"""Comparators that bound an amount on the same side are of one class."""

REASON, UNPAIRED, UNEQUAL, IMPOSSIBLE = 10**6, 10**9, 10**12, 10**15
"""Costs in the matching of two sentences: of a reason, of an amount without counterpart, of a
French amount without its equal, of a pair of two dimensions; a change of order costs 1 a place."""

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

    Compared are values in a common unit (a year is 12 months, a week 7 days, 50 % is a half; but a
    year is not 365 days, nor a month 30), the
    class of comparator (exact, about, lower bound, upper bound, range, indefinite), and the unit;
    a noun counted that the lexicon does not know may translate any other noun.
    """
    reasons = []
    low, high, unit = measured(fr)
    other_low, other_high, other_unit = measured(en)
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

    The matching is the best there is: as many equal pairs as can be, then as many pairs of the
    same dimension, then the fewest reasons between them, then the least change of order. Pairs
    that are not equal are reported with their reasons; what has no counterpart is missing or extra.
    """
    columns = assignment(_costs(fr, en))
    pairs = [(n, column) for n, column in enumerate(columns[: len(fr)]) if column < len(en)]
    equal = [(fr[n], en[m]) for n, m in pairs if same(fr[n], en[m])]
    unequal = [(fr[n], en[m], why) for n, m in pairs if (why := difference(fr[n], en[m]))]
    paired_fr, paired_en = {n for n, _ in pairs}, {m for _, m in pairs}
    missing = [amount for n, amount in enumerate(fr) if n not in paired_fr]
    extra = [amount for m, amount in enumerate(en) if m not in paired_en]
    return Comparison(equal, missing, extra, unequal)


def _costs(fr: Sequence[Amount], en: Sequence[Amount]) -> list[list[int]]:
    """Square matrix of costs: rows are French amounts, then blanks; columns English, then blanks.

    Each weight outweighs all smaller ones of a sentence together.
    """
    rows = [
        [_cost(a, b, abs(n - m)) for m, b in enumerate(en)] + [UNEQUAL + UNPAIRED] * len(fr)
        for n, a in enumerate(fr)
    ]
    return rows + [[UNPAIRED] * len(en) + [0] * len(fr) for _ in en]


def _cost(fr: Amount, en: Amount, moved: int) -> int:
    if not _comparable(fr, en):
        return IMPOSSIBLE
    why = difference(fr, en)
    return UNEQUAL + REASON * len(why.split("; ")) + moved if why else moved


@cache
def unit_names(dimension: str | None = None) -> frozenset[str]:
    """Return the units with one name in all languages, of one dimension or of all.

    Any other unit is a noun of one language.
    """
    from visavis.languages import known  # noqa: PLC0415 - as above
    from visavis.text.amounts.grammar import grammar  # noqa: PLC0415 - imported when first needed

    lexicons = [grammar(lang).lexicon for lang in known("amounts.toml")]
    return frozenset(
        unit.name
        for lexicon in lexicons
        for unit in (*lexicon.units.values(), *lexicon.symbols.values())
        if dimension in (None, unit.dimension)
    )


def _comparable(fr: Amount, en: Amount) -> bool:
    counts = {"count", "number"}
    return fr.dimension == en.dimension or {fr.dimension, en.dimension} <= counts


def _countable(unit: str | None, other: str | None) -> bool:
    return all(u is None or u == ITEM or u.startswith("count ") for u in (unit, other))


def measured(amount: Amount) -> tuple[Decimal, Decimal | None, str | None]:
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
        unit = f"count {unit}" if unit in unit_names() else ITEM
    high = None if amount.value_max is None else amount.value_max * factor
    return amount.value * factor, high, unit


def _close(a: Decimal | None, b: Decimal | None) -> bool:
    if a is None or b is None:
        return a is b
    return abs(a - b) <= TOLERANCE * max(abs(a), abs(b))


def _values(amount: Amount) -> str:
    low = f"{amount.value:f}"
    return low if amount.value_max is None else f"{low} to {amount.value_max:f}"
