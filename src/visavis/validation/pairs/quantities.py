"""Amounts of two segments: by value, unit, currency, bound and range."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from visavis.text.amounts.assignment import assignment
from visavis.validation.pairs import figures
from visavis.validation.pairs.bounds import marked_bounds, of_bounds
from visavis.validation.pairs.evidence import Evidence, Segment, quoted
from visavis.validation.pairs.readings import (
    THOUSANDS,
    Read,
    bound_of,
    close,
    elliptic,
    equal,
    is_excused,
    is_in,
    reads,
    relation,
    same_number,
    side_values,
)
from visavis.validation.pairs.units import counted_units
from visavis.validation.pairs.words import Marker, Side, markers, number_value, of_sections

MEASURING = frozenset({"scale", "currency", "percent", "unit", "number", "bound"})
"""Sections of markers that two segments must share to measure the same."""


UNPAIRED, ANOTHER, NEVER = 10**6, 10**5, 10**9
"""Costs of pairing: none at all, two different values, two dimensions."""


def differences(segment: Segment) -> Iterator[Evidence]:
    """Yield what the two sides measure differently."""
    fr, en = segment.fr, segment.en
    sides = _measuring(fr), _measuring(en)
    if _alike(*sides):
        return
    if _named_in_english(*sides):
        yield from _of_context(segment)
        return
    yield from _points(segment)
    yield from _read(segment)


def _points(segment: Segment) -> Iterator[Evidence]:
    """Yield points that one side alone has, where the other has per cent."""
    fr, en = segment.fr, segment.en
    if "point" in fr.text or "point" in en.text:
        message = figures.points(fr.text, en.text)
        if message:
            yield Evidence("percent.points", message, _place(fr, _POINTS), _place(en, _POINTS))


def _read(segment: Segment) -> Iterator[Evidence]:
    """Yield the differences of the amounts of both sides, then of figures and words."""
    fr, en = segment.fr, segment.en
    rest = figures.lacking(fr.text, en.text)
    pairs, alone = _paired((reads(fr), reads(en)), segment)
    stated: set[Decimal] = set()
    for a, b in pairs:
        for evidence in _of_pair(a, b, segment):
            stated |= {a.amount.value, b.amount.value}
            yield evidence
    others = [*_figures(segment, rest, stated), *_unpaired(segment, alone, rest)]
    yield from others
    if stated:
        return
    yield from counted_units(segment)
    if others:
        return
    yield from marked_bounds(segment)
    if _number_words(fr) != _number_words(en):
        words = figures.exchanged(fr.text, en.text, "numbers")
        if words:
            yield Evidence("number.words", f"the number differs: {words}")


_POINTS = re.compile(r"(?i)\bpoints?\b|%|\bper ?cent\b|\bpour cent\b")


def _place(side: Side, pattern: re.Pattern[str]) -> tuple[int, int] | None:
    match = pattern.search(side.text)
    return match.span() if match else None


_DIGIT = re.compile(r"\d")


class _Measuring(NamedTuple):
    """What a side measures with: its numbers in order, the markers that go with them."""

    numbers: list[Decimal]
    counting: list[Marker]
    others: list[Marker]


def _measuring(side: Side) -> _Measuring:
    """Return what a side measures with; of bounds and units, those that stand by a number."""
    numbers = (
        {}
        if not _DIGIT.search(side.text)
        else {
            place: number_value(token, side.lang)
            for place, token in enumerate(side.tokens)
            if token[0].isdecimal()
        }
    )
    marked = [(place, m) for place, m in side.marked if m.section in MEASURING]
    if not numbers and not any(m.section in COUNTING for _, m in marked):
        return _Measuring([], [], [])
    places = {*numbers, *(place for place, m in marked if m.section in COUNTING)}
    numbers |= {place: Decimal(m.id) for place, m in marked if m.section == "number"}
    counting = [m for _, m in marked if m.section in COUNTING and m.section != "number"]
    others = [
        m
        for place, m in marked
        if m.section not in COUNTING
        and not places.isdisjoint(range(place - NEAR, place + NEAR + 1))
    ]
    values = [numbers[place] for place in sorted(numbers)]
    return _Measuring(values, sorted(counting), sorted(others))


def _alike(fr: _Measuring, en: _Measuring) -> bool:
    """Whether both sides have the same numbers in one order, and the same words beside them."""
    if not (fr.numbers or en.numbers or fr.counting or en.counting):
        return True
    return fr == en


def _named_in_english(fr: _Measuring, en: _Measuring) -> bool:
    """Whether the currency is all that the English has more: « 13 milliards », "$13 billion"."""
    if fr.numbers != en.numbers or fr.others != en.others:
        return False
    if any(marker.section == "currency" for marker in fr.counting):
        return False
    return fr.counting == [m for m in en.counting if m.section != "currency"]


def _of_context(segment: Segment) -> Iterator[Evidence]:
    """Yield a currency of the English that is none of those around, where the French has none."""
    near = (*segment.around(0), *segment.around(1))
    named = {marker.id for side in near for _, marker in of_sections(side, {"currency"})}
    for place, marker in of_sections(segment.en, {"currency"}):
        if named and marker.id not in named:
            message = "the currency is another one nearby"
            yield Evidence("currency.context", message, None, segment.en.offsets[place])
            return


NEAR = 4
"""Tokens from a number at which a bound or a unit may belong to it."""

COUNTING = frozenset({"scale", "currency", "percent", "number"})
"""Sections without a marker of which, and without digits, nothing is measured."""


def _paired(
    listed: tuple[list[Read], list[Read]], segment: Segment
) -> tuple[list[tuple[Read, Read]], tuple[list[Read], list[Read]]]:
    """Pair the amounts of both sides at least cost; return the pairs, and what is alone."""
    fr, en = listed
    if not fr or not en:
        return [], listed
    rows = [
        [_cost(a, b, segment) + abs(n - m) for m, b in enumerate(en)] + [UNPAIRED] * len(fr)
        for n, a in enumerate(fr)
    ]
    rows += [[UNPAIRED] * len(en) + [0] * len(fr) for _ in en]
    columns = assignment(rows)[: len(fr)]
    pairs = [(fr[n], en[m]) for n, m in enumerate(columns) if m < len(en)]
    pairs = [(a, b) for a, b in pairs if _cost(a, b, segment) < NEVER]
    left, right = {id(a) for a, _ in pairs}, {id(b) for _, b in pairs}
    return pairs, ([a for a in fr if id(a) not in left], [b for b in en if id(b) not in right])


def _cost(a: Read, b: Read, segment: Segment) -> int:
    unit = relation(a, b)
    if equal(a, b):
        return {"same": 0, "open": 100, "conflict": 2000}[unit] + 50 * (bound_of(a) != bound_of(b))
    if elliptic(a, b, segment):
        return 1000
    if a.amount.dimension != b.amount.dimension and unit != "open":
        return NEVER
    return ANOTHER + {"same": 0, "open": 20000, "conflict": 30000}[unit]


# ------------------------------------------------------------------ pairs


def _of_pair(a: Read, b: Read, segment: Segment) -> Iterator[Evidence]:
    fr, en = segment.fr, segment.en
    both = f"{quoted(fr, a.offsets)} against {quoted(en, b.offsets)}"
    if not equal(a, b) and not elliptic(a, b, segment):
        yield from _of_values(a, b, segment, both)
        return
    if relation(a, b) == "conflict":
        yield from _of_units(a, b, segment, both)
    elif a.amount.dimension == "money" != b.amount.dimension:
        sort = "lost-one" if _names_currency(segment) else "lost"
        yield Evidence(f"currency.{sort}", f"the currency is lost: {both}", a.offsets, b.offsets)
    elif a.amount.dimension == b.amount.dimension == "money" and not _says_currency(b, segment.en):
        if _says_currency(a, segment.fr):
            yield Evidence(
                "currency.elided", f"the currency is left out: {both}", a.offsets, b.offsets
            )
    elif b.amount.dimension == "money" != a.amount.dimension and _strange(b, segment):
        yield Evidence(
            "currency.context", f"the currency is another one nearby: {both}", a.offsets, b.offsets
        )
    elif {a.amount.dimension, b.amount.dimension} == {"percent", "number"}:
        yield Evidence("percent.lost", f"per cent is lost: {both}", a.offsets, b.offsets)
    yield from of_bounds(a, b, segment, both)


def _says_currency(read: Read, side: Side) -> bool:
    """Whether the words of an amount name its currency."""
    words = side.text[read.amount.start : read.amount.end]
    listed = markers(side.lang).words
    tokens = re.findall(r"[^\W\d_]+|[$€£¥]", words.lower())
    return any(w in listed and listed[w].section == "currency" for w in tokens) or bool(
        re.search(r"\b[A-Z]{2,3}\b|\w\$", words)
    )


def _names_currency(segment: Segment) -> bool:
    """Whether the English names a currency at all, in this segment or before it."""
    sides = [segment.en, *segment.around(1)[:1]]
    return any(of_sections(side, {"currency"}) for side in sides)


def _strange(read: Read, segment: Segment) -> bool:
    """Whether the currency of an English amount is none of those named around it."""
    near = (segment.fr, *segment.around(0), *segment.around(1))
    named = {marker.id for side in near for _, marker in of_sections(side, {"currency"})}
    own = {marker.id for _, marker in of_sections(segment.en, {"currency"})}
    return bool(named) and read.unit in own and read.unit not in named


def _of_values(a: Read, b: Read, segment: Segment, both: str) -> Iterator[Evidence]:
    if a.amount.dimension == b.amount.dimension == "duration" and same_number(a, b):
        yield Evidence("unit.swapped", f"the unit differs: {both}", a.offsets, b.offsets)
        return
    excused = is_in(a, segment.en), is_in(b, segment.fr)
    if all((is_excused(a, segment, 1), is_excused(b, segment, 0))):
        return
    same = figures.conversions(segment.fr.text, segment.en.text)
    if a.amount.value in same[0] or b.amount.value in same[1]:
        return
    ratio = max(a.low, b.low) / min(a.low, b.low) if a.low and b.low else Decimal(0)
    range_ = (a.high is None) != (b.high is None) or (
        a.high is not None and b.high is not None and close(a.low, b.low) != close(a.high, b.high)
    )
    if a.scaled and b.scaled and any(close(ratio, factor) for factor in THOUSANDS):
        kind = "amount.scale"
    elif any(excused):
        kind = "amount.doubtful"
    elif range_:
        kind = "range.end" if a.high is not None and b.high is not None else "range.lost"
    elif relation(a, b) == "open":
        kind = "amount.other"
    else:
        kind = "amount.value" if a.digits or b.digits else "amount.words"
    yield Evidence(kind, f"the value differs: {both}", a.offsets, b.offsets)


def _number_words(side: Side) -> list[str]:
    return sorted(marker.id for _, marker in of_sections(side, {"number"}))


def _of_units(a: Read, b: Read, segment: Segment, both: str) -> Iterator[Evidence]:
    same = figures.conversions(segment.fr.text, segment.en.text)
    if a.amount.value in same[0] or b.amount.value in same[1]:
        return
    kinds = {a.amount.dimension, b.amount.dimension}
    if kinds == {"money"}:
        kind = "currency.swapped"
    elif "percent" in kinds:
        kind = "percent.unit"
    elif len(kinds) == 1 or kinds <= {"count", "number"}:
        kind = "unit.swapped"
    else:
        kind = "unit.dimension"
    yield Evidence(kind, f"the unit differs: {both}", a.offsets, b.offsets)


# ------------------------------------------------------------------ figures without counterpart


def _figures(
    segment: Segment,
    rest: figures.Lacking,
    stated: set[Decimal],
) -> Iterator[Evidence]:
    """Yield the figures in digits that one side has and the other has not."""
    sides = (segment.fr, segment.en)
    if _NO_DIGIT.sub("", segment.fr.text) == _NO_DIGIT.sub("", segment.en.text):
        return  # a telephone number is grouped otherwise
    lost, added = ([v for v in side if v.normalize() not in {s.normalize() for s in stated}]
                   for side in rest)  # fmt: skip
    moved = [
        [v for v in side if any(v.normalize() in side_values(s) for s in segment.around(other))]
        for side, other in ((lost, 1), (added, 0))
    ]
    firm = [v for v in lost if v not in moved[0]], [v for v in added if v not in moved[1]]
    if firm[0] and firm[1]:
        places = [_digits(side, values[0]) for side, values in zip(sides, firm, strict=True)]
        message = f"the figure differs: {firm[0][0]:f} against {firm[1][0]:f}"
        yield Evidence("figure.differs", message, places[0], places[1])
        return
    for number, (values, name) in enumerate(zip(firm, ("French", "English"), strict=True)):
        if values:
            place = _digits(sides[number], values[0])
            kind = "figure.lost" if number == 0 else "figure.added"
            offsets = (place, None) if number == 0 else (None, place)
            yield Evidence(kind, f"the figure {values[0]:f} is in {name} only", *offsets)


_NO_DIGIT = re.compile(r"\D+")


def _digits(side: Side, value: Decimal) -> tuple[int, int] | None:
    """Return where a number in digits is."""
    for token, offsets in zip(side.tokens, side.offsets, strict=True):
        if token[0].isdecimal() and number_value(token, side.lang) == value.normalize():
            return offsets
    return None


def _sort(read: Read) -> str:
    """Return how an amount is written: digits, a large number in words, or a small one."""
    if read.digits:
        return "digits"
    return "large" if read.scaled or read.amount.value > TWELVE else "words"


TWELVE = 12
"""The largest number that texts often say in other words: both, a couple, half a dozen."""


_CLOCK = re.compile(r"\d{1,2} ?[h:.] ?\d\d\b")


def _unpaired(
    segment: Segment, alone: tuple[list[Read], list[Read]], rest: figures.Lacking
) -> Iterator[Evidence]:
    """Yield the amounts in words, or of a multiplier, that one side has and the other has not."""
    known_values = {value.normalize() for side in rest for value in side}
    sides = (segment.fr, segment.en)
    for number, listed in enumerate(alone):
        for read in listed:
            value = read.amount.value.normalize()
            if value in known_values or is_excused(read, segment, 1 - number):
                continue
            if any(value in side_values(near) for near in segment.around(1 - number)):
                continue
            if _CLOCK.match(sides[number].text, read.amount.start):
                continue
            if read.amount.value in figures.conversions(segment.fr.text, segment.en.text)[number]:
                continue
            sort = "several" if bound_of(read) == "several" else _sort(read)
            name = ("French", "English")[number]
            offsets = (read.offsets, None) if number == 0 else (None, read.offsets)
            words = quoted(sides[number], read.offsets)
            yield Evidence(f"amount.{'lost' if number == 0 else 'added'}-{sort}",
                           f"{words} is in {name} only", *offsets)  # fmt: skip
