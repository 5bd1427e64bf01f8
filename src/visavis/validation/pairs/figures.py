"""The figures of a sentence and of its translation, by value."""

import re
from collections import Counter
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from visavis.languages import entries
from visavis.text.amounts import Amount, find
from visavis.text.measures import converted

_GROUP = {"fr": "[ .\u00a0\u202f\u2009]", "en": "[,\u00a0\u202f\u2009]"}
_POINT = {"fr": ",", "en": r"\."}
_PATTERN = {
    lang: re.compile(
        rf"(?<!\d)(?:\d{{1,3}}(?:{_GROUP[lang]}\d{{3}})+(?!\d)|\d+)(?:{_POINT[lang]}\d+)?"
    )
    for lang in _GROUP
}


_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Lacking(NamedTuple):
    """The figures that one of two sentences has and the other has in no form."""

    lost: list[Decimal]
    """In French only."""
    added: list[Decimal]
    """In English only."""


def difference(fr: str, en: str) -> str | None:
    """What figure one of two sentences has and the other has in no form; None if there is none."""
    if reason := points(fr, en):
        return reason
    lost, added = ([f"{figure:f}" for figure in side] for side in lacking(fr, en))
    parts = [f"{', '.join(lost)} is in French only"] * bool(lost)
    parts += [f"{', '.join(added)} is in English only"] * bool(added)
    return "; ".join(parts) or None


def lacking(fr: str, en: str) -> Lacking:
    """Return the figures in digits that only one of two sentences has, however they are written."""
    digits = {"fr": _digits(fr, "fr"), "en": _digits(en, "en")}
    if digits["fr"] == digits["en"]:
        return Lacking([], [])
    same = conversions(fr, en)
    digits = {
        "fr": _without(digits["fr"], same[0]),
        "en": _without(digits["en"], same[1]),
    }
    rest = _unmatched(digits["fr"] - digits["en"], digits["en"] - digits["fr"])
    if not any(rest):
        return Lacking([], [])
    by_key = {"fr": _said(fr, "fr"), "en": _said(en, "en")}
    also = {"fr": by_key["fr"] | _also(fr, "fr"), "en": by_key["en"] | _also(en, "en")}
    lost = _unsaid(rest[0], also["en"], by_key["fr"], fr, "fr")
    added = _unsaid(rest[1], also["fr"], by_key["en"], en, "en")
    return Lacking(lost, added)


def _without(figures: "Counter[Decimal]", numbers: set[Decimal]) -> "Counter[Decimal]":
    """Return the figures without those that the other side tells in another unit."""
    return Counter({figure: n for figure, n in figures.items() if figure not in numbers})


def points(fr: str, en: str) -> str | None:
    """Which side alone speaks of percentage points: two of them are not two per cent."""
    if _PERCENTAGE_POINT.search(en) and not re.search(r"\bpoints?\b", fr):
        return "percentage points are in English only"
    if re.search(r"\bpoints? de (?:pourcentage|base)\b", fr) and not re.search(r"\bpoints?\b", en):
        return "percentage points are in French only"
    if _POINTS.search(fr) and _PER_CENT.search(en) and not _PER_CENT.search(fr):
        return "points are in French only, per cent in English only"
    return None


_POINTS = re.compile(
    r"\b(?:\d|(?:demi|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)\b)[-\s]?points?\b"
)
_PER_CENT = re.compile(r"%|\bper ?cent\b|\bpour cent\b")
_PERCENTAGE_POINT = re.compile(r"\b(?:percentage|per ?cent|basis)[ -]points?\b")


def _digits(text: str, lang: str) -> "Counter[Decimal]":
    return Counter(_decimal(match[0], lang) for match in _PATTERN[lang].finditer(text))


def _decimal(figure: str, lang: str) -> Decimal:
    plain = re.sub(_GROUP[lang], "", figure)
    return Decimal(plain.replace(",", ".") if lang == "fr" else plain)


def values(text: str, lang: str) -> set[Decimal]:
    """Return the values of all numbers of a text, in digits, in words, or said otherwise."""
    figures = {figure.normalize() for figure in _digits(text, lang)}
    return figures | _said(text, lang) | _also(text, lang)


def _said(text: str, lang: str) -> set[Decimal]:
    """The values of all amounts of a text, in full, and of its number words."""
    read = [v for a in amounts_of(text, lang) for v in (a.value, a.value_max) if v is not None]
    words = set(_WORD.findall(text))
    return {v.normalize() for v in read}.union(*(_of_word(word, lang) for word in words))


@lru_cache(16)
def conversions(fr: str, en: str) -> tuple[set[Decimal], set[Decimal]]:
    """Return the numbers of two texts that either tells in another unit; the last are remembered.

    >>> [str(*side) for side in conversions("16 km", "10 miles")]
    ['16', '10']
    """
    return converted(fr, en)


@lru_cache(64)
def amounts_of(text: str, lang: str) -> list[Amount]:
    """Return the amounts of a text; those of the last texts are remembered."""
    return find(text, lang)


@lru_cache(1 << 14)
def _of_word(word: str, lang: str) -> frozenset[Decimal]:
    """Return the values that a word says by itself."""
    return frozenset(
        v.normalize() for a in find(word, lang) for v in (a.value, a.value_max) if v is not None
    )


def _also(text: str, lang: str) -> set[Decimal]:
    """The figures that a text says otherwise: 2 p.m. is 14, « XXe » 20, the '90s are 1990."""
    names = {int(n) for n, word in _figure_words(lang) if word.search(text)}
    hours = _HOUR[lang].findall(text)
    names |= {int(hour) % 12 + late for hour in hours for late in (0, 12)} | (
        {0} if hours else set()
    )
    if re.search(r"(?<!\d)\d{1,2}[:h.]00(?!\d)", text) or _FIRST.search(text):
        names |= {0, 1}
    names |= {_roman("".join(match)) for match in _ROMAN.findall(text)}
    decades = {int(short or year) for short, year in _DECADE[lang].findall(text)}
    names |= {decade % 100 for decade in decades}
    names |= {century + decade % 100 for decade in decades for century in (1900, 2000)}
    for first, last in _YEARS.findall(text):
        names |= {int(last) % 100, int(first[:2] + last[-2:])}
    return {Decimal(figure).normalize() for figure in names}


_HOUR = {
    "fr": re.compile(r"(?<!\d)(\d{1,2})\s?(?:h|heures?)(?![^\W\d])"),
    "en": re.compile(r"(?i)(?<!\d)(\d{1,2})(?=(?:[:.]\d\d)?\s?(?:[ap]\.?m\b|o['’]clock)|:\d\d)"),
}
_FIRST = re.compile(r"(?i)\b(?:premi(?:er|ère)|leader|first|top|number one|league one)\b")
"""Words for what is number one."""

_DECADE = {
    "fr": re.compile(r"années (?:(\d0)|((?:19|20)\d0))(?!\d)"),
    "en": re.compile(r"(?<!\d)(?:(\d0)|((?:19|20)\d0))['’]?s\b"),
}
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?[-–/]\s?((?:19|20)?\d\d)(?!\d)")
_ROMAN = re.compile(r"\b(?:([IVX]{2,})(?:e|ᵉ|ème)?|([IVX])(?:e|ᵉ|ème|er|ère))\b")


def _roman(numeral: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in numeral]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


@cache
def _figure_words(lang: str) -> list[tuple[str, re.Pattern[str]]]:
    words = equivalents("figures")
    return [
        (figure, re.compile(rf"(?i)\b(?:{word})\b"))
        for figure, word in zip(words["digits"], words[lang], strict=True)
    ]


def _unmatched(
    fr: "Counter[Decimal]", en: "Counter[Decimal]"
) -> "tuple[Counter[Decimal], Counter[Decimal]]":
    """Without figures that differ by their multiplier: 1 250 (milliards) and 1.25 (trillion)."""
    scaled = Counter(map(_significand, fr)) & Counter(map(_significand, en))
    sides = [
        Counter(f for f in side.elements() if _significand(f) not in scaled) for side in (fr, en)
    ]
    return sides[0], sides[1]


def _significand(figure: Decimal) -> tuple[int, ...]:
    return figure.normalize().as_tuple().digits


def _unsaid(
    lacking: "Counter[Decimal]", other: set[Decimal], own: set[Decimal], text: str, lang: str
) -> list[Decimal]:
    """The lacking figures that do not stand in an amount whose value the other side has as well."""
    amounts = [a for a in amounts_of(text, lang) if a.value.normalize() in own & other]
    shared = Counter(
        _decimal(match[0], lang)
        for match in _PATTERN[lang].finditer(text)
        if any(a.start <= match.start() < a.end for a in amounts)
    )
    return [figure for figure in (lacking - shared) if figure.normalize() not in other]


@cache
def equivalents(kind: str) -> dict[str, tuple[str, ...]]:
    """The words of one kind (numbers, dates) by language, in one order, and their digits."""
    rows, section = list[list[str]](), ""
    for entry in entries("fr-en", "equivalents.txt"):
        if entry.startswith("["):
            section = entry.strip("[]")
        elif section == kind:
            rows.append([*entry.split("\t"), ""][:3])
    return dict(zip(("fr", "en", "digits"), zip(*rows, strict=True), strict=True))


def exchanged(fr: str, en: str, kind: str) -> str | None:
    """The words of a kind that one of two sentences has, where the other has other ones instead."""
    words = equivalents(kind)
    if kind == "numbers":
        en = en.lower()
    counts = {"fr": Counter(_TOKEN.findall(fr.lower())), "en": Counter(_TOKEN.findall(en))}
    rows = zip(words["fr"], words["en"], words["digits"], strict=True)
    more = [(f, e, _more(counts, f, e), n) for f, e, n in rows]
    lost = [f for f, _, many, n in more if many > _stand_ins(n, counts["en"], en)]
    added = [e for _, e, many, n in more if -many > _stand_ins(n, counts["fr"], fr)]
    return f"{', '.join(lost)} against {', '.join(added)}" if lost and added else None


def _more(counts: dict[str, Counter[str]], fr: str, en: str) -> int:
    return counts["fr"][fr] - counts["en"][en]


def _stand_ins(listed: str, tokens: Counter[str], text: str) -> int:
    """How many of the words and phrases that may stand for one are there."""
    words = listed.split("|") if listed else []
    return sum(text.count(word) if " " in word else tokens[word] for word in words)


_TOKEN = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
