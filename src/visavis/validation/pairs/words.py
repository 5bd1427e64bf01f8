"""A segment in one language as the checks see it: its tokens, and the markers among them.

Markers are the words of ``languages/fr-en/markers.txt``: scales, currencies, units, months,
bounds. Two segments with the same markers and the same numbers measure the same; most pairs of a
good translation are done with after this comparison, which costs some microseconds.
"""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, NamedTuple

from visavis.languages import Lang, entries
from visavis.text.amounts import Amount
from visavis.validation.pairs.figures import amounts_of

Offsets = tuple[int, int]

_NUMBER = {
    "fr": r"\d{1,3}(?:[ .\u00a0\u202f\u2009]\d{3})+(?!\d)(?:,\d+)?|\d+(?:,\d+)?",
    "en": r"\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?",
}
_WORD = {"fr": r"[^\W\d_]+", "en": r"[^\W\d_]+(?:['’]t\b)?"}
_SIGN = r"""[%$€£¥°?!«»“”".:,;()]"""
TOKEN = {
    lang: re.compile(f"{_NUMBER[lang]}|{_WORD[lang]}|{_SIGN}") for lang in _NUMBER
}  # fmt: skip
"""Numbers with their separators, words (elisions and hyphens part them) and some signs."""

SIGNS = frozenset('%$€£¥°?!«»“”".:,;()')

SCALED = frozenset({"hundred", "thousand", "million", "billion", "trillion", "dozen"})
"""Markers by which a number is multiplied."""


class Marker(NamedTuple):
    """What a word stands for: the section of the list and the id in it."""

    section: str
    id: str


class Markers(NamedTuple):
    """The markers of one language: words, and phrases by their first word."""

    words: dict[str, Marker]
    phrases: dict[str, list[tuple[tuple[str, ...], Marker]]]
    every: frozenset[str]


@cache
def markers(lang: Lang) -> Markers:
    """Return the markers of a language, as ``markers.txt`` lists them."""
    words: dict[str, Marker] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], Marker]]] = {}
    section = ""
    for line in entries("fr-en", "markers.txt"):
        if line.startswith("["):
            section = line.strip("[]")
            continue
        name, *sides = line.split("\t")
        for form in sides[lang == "en"].split("|"):
            first, *rest = TOKEN[lang].findall(form)
            if rest:
                phrases.setdefault(first, []).append((tuple(rest), Marker(section, name)))
            else:
                words.setdefault(first, Marker(section, name))
    return Markers(words, phrases, frozenset({*words, *phrases}))


class Side:
    """One language of a segment.

    Attributes:
        text: the text as it is.
        lang: its language.
        tokens: numbers, words and signs in order.
        lower: the same in lower case.
    """

    __slots__ = (
        "_amounts",
        "_capitals",
        "_keys",
        "_marked",
        "_offsets",
        "_values",
        "lang",
        "lower",
        "text",
        "tokens",
    )

    def __init__(self, text: str, lang: Lang) -> None:
        self.text, self.lang = text, lang
        self.tokens: list[str] = TOKEN[lang].findall(text)
        self.lower = [token.lower() for token in self.tokens]
        self._offsets: list[Offsets] | None = None
        self._amounts: list[Amount] | None = None
        self._capitals: list[int] | None = None
        self._marked: list[tuple[int, Marker]] | None = None
        self._values: set[Decimal] | None = None
        self._keys: Any = None

    @property
    def offsets(self) -> list[Offsets]:
        """Offsets of each token; computed when first needed."""
        if self._offsets is None:
            self._offsets = [match.span() for match in TOKEN[self.lang].finditer(self.text)]
        return self._offsets

    @property
    def amounts(self) -> list[Amount]:
        """Amounts of the text; read when first needed."""
        if self._amounts is None:
            self._amounts = amounts_of(self.text, self.lang)
        return self._amounts

    @property
    def capitals(self) -> list[int]:
        """Places of the tokens that begin with a capital letter; found when first needed."""
        if self._capitals is None:
            self._capitals = [n for n, token in enumerate(self.tokens) if token[0].isupper()]
        return self._capitals

    def numbers(self) -> list[Decimal]:
        """Return the values of the numbers in digits, in order."""
        lang = self.lang
        return [number_value(token, lang) for token in self.tokens if token[0].isdecimal()]

    @property
    def marked(self) -> list[tuple[int, Marker]]:
        """Markers with the places of their first tokens, in order; found when first needed."""
        if self._marked is None:
            self._marked = self._find_markers()
        return self._marked

    def _find_markers(self) -> list[tuple[int, Marker]]:
        words, phrases, every = markers(self.lang)
        lower, result = self.lower, []
        for place in [place for place, word in enumerate(lower) if word in every]:
            word = lower[place]
            if word in phrases:
                for rest, marker in phrases[word]:
                    if tuple(lower[place + 1 : place + 1 + len(rest)]) == rest:
                        result.append((place, marker))
                        break
                else:
                    if word in words:
                        result.append((place, words[word]))
            elif word in words:
                result.append((place, words[word]))
        return result

    def has(self, words: frozenset[str]) -> bool:
        """Return whether one of the words is a token."""
        return not words.isdisjoint(self.lower)


@lru_cache(1 << 16)
def number_value(token: str, lang: str) -> Decimal:
    """Return the value of a number in digits."""
    plain = re.sub(r"[\u00a0\u202f\u2009 ]", "", token)
    plain = plain.replace(".", "").replace(",", ".") if lang == "fr" else plain.replace(",", "")
    return Decimal(plain).normalize()


def of_sections(side: Side, sections: Iterable[str]) -> list[tuple[int, Marker]]:
    """Return the markers of some sections, months only where they are no other word."""
    wanted = frozenset(sections)
    return [
        (place, marker)
        for place, marker in side.marked
        if marker.section in wanted and (marker.section != "month" or is_month(side, place))
    ]


_DATING = {
    "en": frozenset({"in", "of", "since", "by", "until", "till", "last", "this", "next", "early",
                     "late", "on", "mid", "from", "between", "and", "to", "before", "after"}),
    "fr": frozenset({"en", "de", "depuis", "fin", "début", "mi", "au", "le", "à", "et", "d"}),
}  # fmt: skip
_AMBIGUOUS = {"en": frozenset({"may", "march", "mar", "sat", "sun", "mon", "wed", "second"}),
              "fr": frozenset({"mars"})}  # fmt: skip


def is_month(side: Side, place: int) -> bool:
    """Return whether a word that may be a month is one: "May 5", "in March", not "may"."""
    word = side.lower[place]
    if (
        side.lang == "fr"
        and len(word) > 1
        and side.tokens[place].isupper()
        and not side.text.isupper()
    ):
        return False
    if word not in _AMBIGUOUS[side.lang]:
        return True
    if side.lang == "en" and not side.tokens[place][0].isupper():
        return False
    around = side.lower[max(0, place - 1) : place], side.lower[place + 1 : place + 2]
    dated = any(words and words[0][0].isdecimal() for words in around)
    return dated or bool(around[0] and around[0][0] in _DATING[side.lang])
