"""Measures told in other units in the other language: 10 inches and 25 cm, 80 °F and 26 °C.

A translator converts and rounds; so two measures are the same where one is the other's conversion
within a tenth, or within five degrees.
"""

import re
from decimal import Decimal
from typing import NamedTuple

_NUMBER = {
    "fr": r"\d{1,3}(?:[ .\u00a0\u202f\u2009]\d{3})+(?:,\d+)?|\d+(?:,\d+)?",
    "en": r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?",
}

_UNITS: dict[str, tuple[str, str, str]] = {
    # Pattern: dimension, value in the metric unit, what is added before it (degrees alone).
    r"km/h|kilomètres? (?:à l['’]|par )heure|kilometers? per hour|kph": ("speed", "1", "0"),
    r"mph|miles? (?:per|an) hour|milles? à l['’]heure": ("speed", "1.609", "0"),
    r"km²|square (?:km|kilomet(?:er|re)s?)|kilomètres? carrés?": ("area", "1", "0"),
    r"square miles?|sq\.? miles?|milles? carrés?": ("area", "2.59", "0"),
    r"hectares?|ha\b": ("land", "1", "0"),
    r"acres?": ("land", "0.4047", "0"),
    r"kms?\b|kilom[eè]t(?:er|re)s?": ("length", "1000", "0"),
    r"miles?|milles?": ("length", "1609", "0"),
    r"mm\b|millim[eè]t(?:er|re)s?": ("length", "0.001", "0"),
    r"cm\b|centim[eè]t(?:er|re)s?": ("length", "0.01", "0"),
    r"inch(?:es)?|pouces?": ("length", "0.0254", "0"),
    r"feet|foot|ft\b|pieds?": ("length", "0.3048", "0"),
    r"yards?": ("length", "0.9144", "0"),
    r"m\b|m[eè]t(?:er|re)s?": ("length", "1", "0"),
    r"kilos?|kg\b|kilogram(?:me)?s?": ("mass", "1", "0"),
    r"pounds?|lbs?\b|livres?": ("mass", "0.4536", "0"),
    r"ounces?|oz\b|onces?": ("mass", "0.02835", "0"),
    r"tonnes?|t\b": ("mass", "1000", "0"),
    r"tons?": ("mass", "907.2", "0"),
    r"lit(?:er|re)s?|l\b": ("volume", "1", "0"),
    r"gallons?": ("volume", "3.785", "0"),
    r"degrees?(?: Celsius)?|degrés?(?: Celsius)?|° ?C": ("temperature", "1", "0"),
    r"degrees?(?: Fahrenheit)?|degrés? Fahrenheit|° ?F": ("temperature", "0.5556", "-32"),
}

_NEAR = Decimal("0.1")
"""How far a conversion may be off, as a part of it: « 1,5 km » for a mile."""

_DEGREES = Decimal(5)
"""How far a temperature may be off."""

_ARTICLE = {"half an": Decimal("0.5"), "a": Decimal(1), "an": Decimal(1)}
"""Words that stand for a number before a unit."""


_ANY = re.compile(
    rf"(?:\d|half an|\ban?)[\s-]?(?:{'|'.join(f'(?:{unit})' for unit in _UNITS)})(?![^\W\d_])"
)
"""A number before a unit: a text without one is left at once."""


class Measure(NamedTuple):
    """A number of a text with its unit: the number as written, its dimension, its metric value."""

    number: Decimal
    dimension: str
    value: Decimal


def measures(text: str, lang: str) -> list[Measure]:
    """Return every reading of the numbers that stand before a unit; both ends of a range.

    >>> [str(m.value) for m in measures("10 inches of rain", "en")]
    ['0.2540']
    """
    if not _ANY.search(text):
        return []
    number = _NUMBER[lang]
    result = []
    for unit, (dimension, factor, added) in _UNITS.items():
        range_ = rf"(?:({number})\s?(?:à|et|to|and|or|ou|-|–)\s?)?({number}|half an|an?)"
        pattern = rf"(?<![\d.,\w]){range_}[\s-]?(?:{unit})(?![^\W\d_])"
        for match in re.finditer(pattern, text):
            for written in filter(None, match.groups()):
                value = _ARTICLE.get(written) or _decimal(written, lang)
                result.append(Measure(value, dimension, (value + Decimal(added)) * Decimal(factor)))
    return result


def _decimal(written: str, lang: str) -> Decimal:
    if lang == "fr":
        return Decimal(re.sub(r"[ .\u00a0\u202f\u2009]", "", written).replace(",", "."))
    return Decimal(written.replace(",", ""))


def converted(fr: str, en: str) -> tuple[set[Decimal], set[Decimal]]:
    """Return the numbers of two texts that are measures which either text tells in another unit."""
    sides = measures(fr, "fr"), measures(en, "en")
    every = [*sides[0], *sides[1]]
    result: tuple[set[Decimal], set[Decimal]] = (set(), set())
    for numbers, side in zip(result, sides, strict=True):
        numbers |= {
            item.number
            for item in side
            if any(_same(item, other) for other in every if other.number != item.number)
        }
    return result


def _same(first: Measure, other: Measure) -> bool:
    if first.dimension != other.dimension:
        return False
    if first.dimension == "temperature":
        return abs(first.value - other.value) <= _DEGREES
    return abs(first.value - other.value) <= _NEAR * max(first.value, other.value)
