"""The checks by name: what each compares, and how much a difference of it matters."""

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from visavis.errors import UsageError
from visavis.validation.pairs import (
    calendar,
    force,
    form,
    naming,
    polarity,
    quantities,
)
from visavis.validation.pairs.evidence import Evidence, Segment

Severity = Literal["error", "warning"]


class Check(NamedTuple):
    """A check: its severity, and what it means to users."""

    severity: Severity
    explanation: str


CHECKS: dict[str, Check] = {
    "amount": Check("error", """\
An amount has another value: « 13 milliards », "13 million"; « 14,8 », "148"; or one side has an
amount that the other has in no form. Values are compared, not digits: "a dozen", halves, words for
numbers, converted units and currencies left out are accepted, and an amount that stands in the
segment before or after."""),
    "figure": Check("error", """\
A number in digits is on one side only: a year, a day, a score, a label. Numbers said in words, as
ordinals, decades, Roman numerals or times of day (14 h, 2 p.m.) are the same number."""),
    "number": Check("error", """\
A word for a number is another one: « trois », "four"."""),
    "range": Check("error", """\
One end of a range is another one: « entre 20 et 25 », "between 20 and 35"."""),
    "currency": Check("error", """\
An amount is in another currency, or loses the currency that the other side names."""),
    "percent": Check("error", """\
Per cent became percentage points, or the reverse, or the sign is lost."""),
    "unit": Check("error", """\
A measure has the same number and another unit: « trois ans », "three months". A conversion
(10 miles, 16 km) is accepted."""),
    "bound": Check("warning", """\
A bound is turned or lost: « au moins 10 », "at most 10"; « plus de 350 », "350"."""),
    "date": Check("error", """\
A month or a day of the week is another one: « juin », "July"."""),
    "ordinal": Check("error", """\
An ordinal is another one: « troisième », "fourth"."""),
    "name": Check("error", """\
A name is another one, is misspelt, or is on one side only. Names in other spellings (Poutine,
Putin), places and their people (Londres, London), and acronyms of the same letters are accepted; of
a person the surname is enough."""),
    "negation": Check("error", """\
One side denies what the other asserts. Words that deny by their meaning (refuse, without,
impossible, unless) answer a negation."""),
    "hedge": Check("warning", """\
One side tells as hearsay what the other asserts: a press conditional (« auraient négocié ») or
« selon » without a hedge or a source in English; "reportedly" without ground in French."""),
    "modal": Check("warning", """\
What may be became what will be, or the reverse: « pourrait », "will"."""),
    "question": Check("warning", """\
One side asks a question and the other does not."""),
    "quotes": Check("warning", """\
One side has quotation marks and the other has none: whose words they are is lost."""),
    "omission": Check("warning", """\
A part of one side seems to have no translation: the other side is shorter than the translation of
such a segment is, and the words of that part have no answer."""),
    "unrelated": Check("error", """\
The two sides have hardly any word in common: they are no translation of each other, or the
alignment is shifted."""),
    "repeated": Check("error", """\
One side is that of a neighbouring segment, and the other is not."""),
    "untranslated": Check("error", """\
Both sides are the same sentence."""),
    "language": Check("error", """\
A side is in the other language, by its little words."""),
    "empty": Check("error", """\
One side is empty."""),
}  # fmt: skip
"""Name -> check."""

_COMPARISONS: tuple[Callable[[Segment], Iterator[Evidence]], ...] = (
    quantities.differences,
    calendar.differences,
    naming.differences,
    polarity.differences,
    force.differences,
)

FINAL = frozenset({"empty", "untranslated", "language"})
"""Checks after which nothing else is worth saying."""


def evidence(segment: Segment, mean: float) -> list[Evidence]:
    """Return everything in which the two sides of a segment differ.

    Args:
        segment: the pair in its context.
        mean: mean logarithm of the ratio of lengths in this file.
    """
    differences = [*form.differences(segment)]
    if differences and differences[0].check in FINAL:
        return differences[:1]
    for compare in _COMPARISONS:
        differences += compare(segment)
    differences += form.lengths(segment, mean)
    unrelated = [item for item in differences if item.check == "unrelated"]
    return (
        differences
        if not unrelated
        else [*unrelated, *(i for i in differences if i.check == "repeated")]
    )


def check_names(names: list[str]) -> frozenset[str]:
    """Return names of checks as a set.

    Raises:
        UsageError: a name is that of no check.
    """
    for name in names:
        if name not in CHECKS:
            msg = f"there is no check {name!r}"
            raise UsageError(msg, remedy=f"Choose among {', '.join(CHECKS)}.")
    return frozenset(names)


def explanation(name: str) -> str:
    """Return what a check compares, for users."""
    check_names([name])
    check = CHECKS[name]
    return f"{name} ({check.severity})\n\n{check.explanation}\n"
