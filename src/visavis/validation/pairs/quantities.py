"""Amounts of two segments: by value, unit, currency, bound and range."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from visavis.languages import known
from visavis.text.amounts import Amount
from visavis.text.amounts.assignment import assignment
from visavis.text.amounts.compare import BOUNDS, ITEM, TOLERANCE, measured
from visavis.text.measures import converted
from visavis.validation.pairs import figures
from visavis.validation.pairs.evidence import Evidence, Segment, quoted
from visavis.validation.pairs.words import SCALED, Side, markers, number_value, of_sections

MEASURING = frozenset({"scale", "currency", "percent", "unit", "number", "bound", "ordinal"})
"""Sections of markers that two segments must share to measure the same."""

THOUSANDS = (Decimal(10) ** 3, Decimal(10) ** 6, Decimal(10) ** 9, Decimal(10) ** 12)
"""What an amount may leave out that its neighbour names: « 13 sur 183 »."""

LARGE = SCALED - {"hundred", "dozen"}
"""Scales that a number without one may have left out."""

UNPAIRED, ANOTHER, NEVER = 10**6, 10**5, 10**9
"""Costs of pairing: none at all, two different values, two dimensions."""

SMALL_COUNT = 1


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


def differences(segment: Segment) -> Iterator[Evidence]:
    """Yield what the two sides measure differently."""
    fr, en = segment.fr, segment.en
    if _alike(fr, en):
        return
    points = None
    if "point" in fr.text or "point" in en.text:
        points = figures.points(fr.text, en.text)
    if points:
        yield Evidence("percent.points", points, _place(fr, _POINTS), _place(en, _POINTS))
    rest = figures.lacking(fr.text, en.text)
    reads = _reads(fr), _reads(en)
    pairs, alone = _paired(reads, segment)
    said: set[Decimal] = set()
    for a, b in pairs:
        for evidence in _of_pair(a, b, segment):
            said |= {a.amount.value, b.amount.value}
            yield evidence
    others = [*_figures(segment, rest, reads, said), *_unpaired(segment, alone, rest)]
    yield from others
    if not said:
        yield from _counted_units(segment)
    if not said and not others:
        yield from _marked_bounds(segment)
    if not said and not others and _number_words(fr) != _number_words(en):
        words = figures.exchanged(fr.text, en.text, "numbers")
        if words:
            yield Evidence("number.words", f"the number differs: {words}")


_POINTS = re.compile(r"(?i)\bpoints?\b|%|\bper ?cent\b|\bpour cent\b")


def _place(side: Side, pattern: re.Pattern[str]) -> tuple[int, int] | None:
    match = pattern.search(side.text)
    return match.span() if match else None


def _alike(fr: Side, en: Side) -> bool:
    """Whether both sides have the same numbers in one order, and the same markers."""
    sides = [[m for _, m in side.marked if m.section in MEASURING] for side in (fr, en)]
    numbers = fr.numbers(), en.numbers()
    if not any(numbers) and not any(m.section in COUNTING for side in sides for m in side):
        return True
    return numbers[0] == numbers[1] and sorted(sides[0]) == sorted(sides[1])


COUNTING = frozenset({"scale", "currency", "percent", "number"})
"""Sections without a marker of which, and without digits, nothing is measured."""


@cache
def _measures() -> frozenset[str]:
    """Symbols of the measures: kilometre, gigawatt; not nouns that are counted."""
    from visavis.text.amounts.grammar import grammar  # noqa: PLC0415 - compiled at first use

    lexicons = [grammar(lang).lexicon for lang in known("amounts.toml")]
    return frozenset(
        unit.name
        for lexicon in lexicons
        for unit in (*lexicon.units.values(), *lexicon.symbols.values())
        if unit.dimension == "measure"
    )


def _reads(side: Side) -> list[Read]:
    result = []
    for amount in side.amounts:
        low, high, unit = _compared_as(amount)
        words = side.text[amount.numeral[0] : amount.numeral[1]]
        if _is_article(amount, words):
            continue
        listed = markers(side.lang).words
        names = {listed[w].id for w in re.findall(r"[^\W\d_]+", words.lower()) if w in listed}
        digits = any(character.isdigit() for character in words)
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
    return one and exact and not any(character.isdigit() for character in words)


def _paired(
    reads: tuple[list[Read], list[Read]], segment: Segment
) -> tuple[list[tuple[Read, Read]], tuple[list[Read], list[Read]]]:
    """Pair the amounts of both sides at least cost; return the pairs, and what is alone."""
    fr, en = reads
    if not fr or not en:
        return [], reads
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
    unit = _relation(a, b)
    if _equal(a, b):
        return {"same": 0, "open": 100, "conflict": 2000}[unit] + 50 * (_bound(a) != _bound(b))
    if _elliptic(a, b, segment):
        return 1000
    if a.amount.dimension != b.amount.dimension and unit != "open":
        return NEVER
    return ANOTHER + {"same": 0, "open": 20000, "conflict": 30000}[unit]


def _equal(a: Read, b: Read) -> bool:
    factors = [PER_CENT if r.amount.dimension == "ratio" else 1 for r in (a, b)]
    if "%" not in (a.unit, b.unit):
        factors = [1, 1]
    return _close(a.low * factors[0], b.low * factors[1]) and (
        a.high is b.high or (a.high is not None and b.high is not None and _close(a.high, b.high))
    )


PER_CENT = 100
"""By which a ratio is compared with per cent: half and 50 %."""


def _close(a: Decimal, b: Decimal) -> bool:
    return abs(a - b) <= TOLERANCE * max(abs(a), abs(b))


def _elliptic(a: Read, b: Read, segment: Segment) -> bool:
    """Whether one leaves out the multiplier that the other has: « 13 sur 183 », "$13 billion"."""
    bare, full, number = (a, b, 0) if b.scaled else (b, a, 1)
    if bare.scaled or not full.scaled or bare.amount.dimension not in ("number", "count"):
        return False
    if bare.low == 0 or not any(_close(bare.low * factor, full.low) for factor in THOUSANDS):
        return False
    own = (segment.fr, segment.en)[number]
    factor = full.low / bare.low
    sides = (own, *segment.around(number))
    return any(_close(SCALES[name], factor) for side in sides for name in _scales(side))


SCALES = {"hundred": Decimal(100), "thousand": THOUSANDS[0], "million": THOUSANDS[1],
          "billion": THOUSANDS[2], "trillion": THOUSANDS[3], "dozen": Decimal(12)}  # fmt: skip


def _scales(side: Side) -> set[str]:
    return {marker.id for _, marker in of_sections(side, {"scale"})} & SCALED


def _relation(a: Read, b: Read) -> str:
    """How two units go together: same, open (one of them names none), conflict."""
    if a.unit == b.unit:
        return "same"
    kinds = {a.amount.dimension, b.amount.dimension}
    if kinds <= {"count", "number", "ratio"}:
        names = [r.amount.unit for r in (a, b)]
        if all(name in _measures() for name in names):
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


def _bound(read: Read) -> str:
    return BOUNDS.get(read.amount.comparator, read.amount.comparator)


# ------------------------------------------------------------------ pairs
def _of_pair(a: Read, b: Read, segment: Segment) -> Iterator[Evidence]:
    fr, en = segment.fr, segment.en
    both = f"{quoted(fr, a.offsets)} against {quoted(en, b.offsets)}"
    if not _equal(a, b) and not _elliptic(a, b, segment):
        yield from _of_values(a, b, segment, both)
        return
    if _relation(a, b) == "conflict":
        yield from _of_units(a, b, segment, both)
    elif a.amount.dimension == "money" != b.amount.dimension:
        sort = "lost-one" if _names_currency(segment) else "lost"
        yield Evidence(f"currency.{sort}", f"the currency is lost: {both}", a.offsets, b.offsets)
    elif a.amount.dimension == b.amount.dimension == "money" and not _says_currency(b, segment.en):
        if _says_currency(a, segment.fr):
            yield Evidence("currency.elided", f"the currency is left out: {both}", a.offsets, b.offsets)
    elif b.amount.dimension == "money" != a.amount.dimension and _strange(b, segment):
        yield Evidence("currency.context", f"the currency is another one nearby: {both}", a.offsets, b.offsets)
    elif {a.unit, b.unit} != {None} and "percent" in (a.amount.dimension, b.amount.dimension):
        if a.amount.dimension != b.amount.dimension and "number" in (
            a.amount.dimension, b.amount.dimension,
        ):  # fmt: skip
            yield Evidence("percent.lost", f"per cent is lost: {both}", a.offsets, b.offsets)
    yield from _of_bounds(a, b, segment, both)


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
    if a.amount.dimension == b.amount.dimension == "duration" and _same_number(a, b):
        yield Evidence("unit.swapped", f"the unit differs: {both}", a.offsets, b.offsets)
        return
    excused = _is_in(a, segment.en), _is_in(b, segment.fr)
    if all((_excused(a, segment, 1), _excused(b, segment, 0))):
        return
    same = converted(segment.fr.text, segment.en.text)
    if a.amount.value in same[0] or b.amount.value in same[1]:
        return
    ratio = max(a.low, b.low) / min(a.low, b.low) if a.low and b.low else Decimal(0)
    range_ = (a.high is None) != (b.high is None) or (
        a.high is not None and b.high is not None and _close(a.low, b.low) != _close(a.high, b.high)
    )
    if a.scaled and b.scaled and any(_close(ratio, factor) for factor in THOUSANDS):
        kind = "amount.scale"
    elif any(excused):
        kind = "amount.doubtful"
    elif range_:
        kind = "range.end" if a.high is not None and b.high is not None else "range.lost"
    elif _relation(a, b) == "open":
        kind = "amount.other"
    else:
        kind = "amount.value" if a.digits or b.digits else "amount.words"
    yield Evidence(kind, f"the value differs: {both}", a.offsets, b.offsets)


def _same_number(a: Read, b: Read) -> bool:
    return a.amount.value == b.amount.value and a.amount.value_max == b.amount.value_max


def _number_words(side: Side) -> list[str]:
    return sorted(marker.id for _, marker in of_sections(side, {"number"}))


def _marked_bounds(segment: Segment) -> Iterator[Evidence]:
    """Yield a bound that is turned where no amount was read: « au moins une », "at most one"."""
    sides = (segment.fr, segment.en)
    marked = [of_sections(side, {"bound"}) for side in sides]
    names = [Counter(m.id for _, m in listed if m.id != "about") for listed in marked]
    left = names[0] - names[1], names[1] - names[0]
    if left[0].total() != 1 or left[1].total() != 1:
        return
    lost, added = next(iter(left[0])), next(iter(left[1]))
    if (lost in LOWER) != (added in LOWER):
        places = [
            next(side.offsets[place] for place, m in listed if m.id == name)
            for side, listed, name in zip(sides, marked, (lost, added), strict=True)
        ]
        yield Evidence("bound.marked", "the bound is turned", *places)


LOWER = frozenset({"more", "least"})
"""Markers of a lower bound."""


def _counted_units(segment: Segment) -> Iterator[Evidence]:
    """Yield a unit after a number that is another one on the other side: « deux mois plus tard »."""
    sides = (segment.fr, segment.en)
    units = [_units_after_numbers(side) for side in sides]
    names = [Counter(name for _, name in side) for side in units]
    left = names[0] - names[1], names[1] - names[0]
    if left[0].total() != 1 or left[1].total() != 1:
        return
    if any(converted(segment.fr.text, segment.en.text)):
        return
    pair = frozenset((*left[0], *left[1]))
    values = [_counts(side, listed, rest) for side, listed, rest in zip(sides, units, left, strict=True)]
    shared = values[0] & side_values(segment.en) or values[1] & side_values(segment.fr)
    if pair in INTERCHANGED and not shared:
        return
    every = [{m.id for _, m in of_sections(side, {"unit"})} for side in sides]
    if not (left[0].keys() & every[1] or left[1].keys() & every[0]):
        places = [
            next(side.offsets[place] for place, name in listed if name in rest)
            for side, listed, rest in zip(sides, units, left, strict=True)
        ]
        words = [side.text[slice(*place)] for side, place in zip(sides, places, strict=True)]
        yield Evidence("unit.counted", f"« {words[0]} » against \"{words[1]}\"", *places)


def _counts(side: Side, listed: list[tuple[int, str]], rest: Counter[str]) -> set[Decimal]:
    """Return the numbers before the units of a side that the other has not."""
    tokens = [side.tokens[place - 1] for place, name in listed if name in rest]
    words = markers(side.lang).words
    return {
        number_value(token, side.lang) if token[0].isdigit() else Decimal(words[token.lower()].id)
        for token in tokens
    }


INTERCHANGED = frozenset(
    frozenset(pair.split("/"))
    for pair in ("day/hour", "week/day", "month/year", "month/week", "year/decade", "hour/minute",
                 "century/year", "km/mile", "foot/meter", "inch/cm", "pound/kg", "acre/hectare",
                 "mw/gw", "minute/second")
)  # fmt: skip


def _units_after_numbers(side: Side) -> list[tuple[int, str]]:
    marked = of_sections(side, {"unit", "number"})
    numbers = {place for place, marker in marked if marker.section == "number"}
    return [
        (place, marker.id)
        for place, marker in marked
        if marker.section == "unit" and place
        and (side.lower[place - 1][0].isdigit() or place - 1 in numbers)
    ]


def _excused(read: Read, segment: Segment, other: int) -> bool:
    """Whether the other language tells the value somewhere near."""
    sides = [(segment.fr, segment.en)[other], *(segment.around(other) if read.digits else ())]
    return any(_is_in(read, side) for side in sides)


def _is_in(read: Read, side: Side) -> bool:
    """Whether a side tells the value of an amount of the other."""
    values = {v.normalize() for v in (read.amount.value, read.amount.value_max) if v is not None}
    return values <= side_values(side)


def side_values(side: Side) -> set[Decimal]:
    """Return the values of all numbers of a side."""
    if side._values is None:  # noqa: SLF001 - the cache of the side
        scaled = [r.amount for r in _reads(side) if r.scaled]
        words = list(side.text)
        for amount in scaled:
            words[amount.numeral[0] : amount.numeral[1]] = " " * (amount.numeral[1] - amount.numeral[0])
        rest = "".join(words)
        ends = {v.normalize() for a in scaled for v in (a.value, a.value_max) if v is not None}
        side._values = figures.values(rest, side.lang) | ends  # noqa: SLF001 - as above
    return side._values  # noqa: SLF001 - as above


def _of_units(a: Read, b: Read, segment: Segment, both: str) -> Iterator[Evidence]:
    same = converted(segment.fr.text, segment.en.text)
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


def _of_bounds(a: Read, b: Read, segment: Segment, both: str) -> Iterator[Evidence]:
    one, other = _bound(a), _bound(b)
    if one == other:
        return
    if _BEYOND["fr"].search(segment.fr.text) and _BEYOND["en"].search(segment.en.text):
        return
    sides = {one, other}
    lacking = segment.en if other == "eq" else segment.fr
    if {"lower bound", "upper bound"} <= sides:
        kind = "opposed"
    elif "eq" in sides and sides & {"lower bound", "upper bound"}:
        wanted = {"more", "least"} if "lower bound" in sides else {"less", "most"}
        kind = "elsewhere" if _free(lacking, wanted) else "lost" if other == "eq" else "added"
    elif sides == {"eq", "approx"}:
        kind = "elsewhere" if _free(lacking, {"about"}) else "vague" if other == "eq" else "vaguer"
    elif "approx" in sides:
        kind = "blurred"
    else:
        kind = "other"
    yield Evidence(f"bound.{kind}", f"the bound differs: {both}", a.offsets, b.offsets)


_BEYOND = {
    "fr": re.compile(r"(?i)\b(?:dépass|excèd|excéd|franchi|atteign|attein|plafonn)"),
    "en": re.compile(r"(?i)\b(?:exceed|surpass|top(?:s|ped|ping)\b|pass(?:es|ed)\b|reach|beyond|cap)"),
}
"""Verbs that bound an amount as a modifier does."""

_CLASSES = {"lower bound": {"more", "least"}, "upper bound": {"less", "most"}, "approx": {"about"}}


def _free(side: Side, wanted: set[str]) -> bool:
    """Whether a side has a word for a bound that no amount of it has taken."""
    words = sum(marker.id in wanted for _, marker in of_sections(side, {"bound"}))
    taken = sum(bool(_CLASSES.get(_bound(read), set()) & wanted) for read in _reads(side))
    return words > taken


# ------------------------------------------------------------------ figures without counterpart
def _figures(
    segment: Segment,
    rest: figures.Lacking,
    reads: tuple[list[Read], list[Read]],
    said: set[Decimal],
) -> Iterator[Evidence]:
    """Yield the figures in digits that one side has and the other has not."""
    sides = (segment.fr, segment.en)
    if _NO_DIGIT.sub("", segment.fr.text) == _NO_DIGIT.sub("", segment.en.text):
        return  # a telephone number is grouped otherwise
    lost, added = ([v for v in side if v.normalize() not in {s.normalize() for s in said}]
                   for side in rest)  # fmt: skip
    moved = [
        [v for v in side if any(v.normalize() in side_values(s) for s in segment.around(other))]
        for side, other in ((lost, 1), (added, 0))
    ]
    firm = [v for v in lost if v not in moved[0]], [v for v in added if v not in moved[1]]
    if firm[0] and firm[1]:
        places = [_digits(side, values[0]) for side, values in zip(sides, firm, strict=True)]
        message = f"the figure differs: {firm[0][0]:f} against {firm[1][0]:f}"
        yield Evidence("figure.differs", message, *places)
        return
    for number, (values, name) in enumerate(zip(firm, ("French", "English"), strict=True)):
        if values:
            place = _digits(sides[number], values[0])
            kind = "figure.lost" if number == 0 else "figure.added"
            offsets = (place, None) if number == 0 else (None, place)
            yield Evidence(kind, f"the figure {values[0]:f} is in {name} only", *offsets)
    if not any(firm) and any(moved):
        yield Evidence("figure.moved", "a figure is in the segment before or after")


_NO_DIGIT = re.compile(r"\D+")


def _digits(side: Side, value: Decimal) -> tuple[int, int] | None:
    """Return where a number in digits is."""
    for token, offsets in zip(side.tokens, side.offsets, strict=True):
        if token[0].isdigit() and number_value(token, side.lang) == value.normalize():
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
    for number, reads in enumerate(alone):
        for read in reads:
            value = read.amount.value.normalize()
            if value in known_values or _excused(read, segment, 1 - number):
                continue
            if any(value in side_values(near) for near in segment.around(1 - number)):
                continue
            if _CLOCK.match(sides[number].text, read.amount.start):
                continue
            if read.amount.value in converted(segment.fr.text, segment.en.text)[number]:
                continue
            sort = "several" if _bound(read) == "several" else _sort(read)
            name = ("French", "English")[number]
            offsets = (read.offsets, None) if number == 0 else (None, read.offsets)
            words = quoted(sides[number], read.offsets)
            yield Evidence(f"amount.{'lost' if number == 0 else 'added'}-{sort}",
                           f"{words} is in {name} only", *offsets)  # fmt: skip
