"""Units after numbers that are no amounts: « deux mois plus tard », "two months later"."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from visavis.validation.pairs.evidence import Evidence, Segment
from visavis.validation.pairs.figures import conversions
from visavis.validation.pairs.readings import side_values
from visavis.validation.pairs.words import Side, markers, number_value, of_sections


def counted_units(segment: Segment) -> Iterator[Evidence]:
    """Yield a unit after a number that is another one on the other side."""
    sides = (segment.fr, segment.en)
    units = [_units_after_numbers(side) for side in sides]
    names = [Counter(name for _, name in side) for side in units]
    left = names[0] - names[1], names[1] - names[0]
    if left[0].total() != 1 or left[1].total() != 1:
        return
    if any(conversions(segment.fr.text, segment.en.text)):
        return
    pair = frozenset((*left[0], *left[1]))
    values = [
        _counts(side, listed, rest) for side, listed, rest in zip(sides, units, left, strict=True)
    ]
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
        yield Evidence("unit.counted", f'« {words[0]} » against "{words[1]}"', places[0], places[1])


def _counts(side: Side, listed: list[tuple[int, str]], rest: Counter[str]) -> set[Decimal]:
    """Return the numbers before the units of a side that the other has not."""
    tokens = [side.tokens[place - 1] for place, name in listed if name in rest]
    words = markers(side.lang).words
    return {
        number_value(token, side.lang) if token[0].isdecimal() else Decimal(words[token.lower()].id)
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
        if marker.section == "unit"
        and place
        and (side.lower[place - 1][0].isdecimal() or place - 1 in numbers)
    ]
