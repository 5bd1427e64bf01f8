"""How much of a segment the other side says, by its words: omissions, and pairs that are none."""

import math
from functools import cache, lru_cache
from typing import NamedTuple

from visavis.alignment.methods.words import stemmer
from visavis.languages import Lang
from visavis.validation.pairs.evidence import Segment
from visavis.validation.pairs.lexicon import fold, function_words, names, skeleton, translations
from visavis.validation.pairs.words import Side, markers

CONTENT = 4
"""Letters of a word that says something by itself."""

PREFIX = 4
"""First letters that two cognates share."""

MEAN_RATIO = -0.085
"""Mean logarithm of the length of the English by that of the French."""


class Coverage(NamedTuple):
    """What is answered of both sides.

    Attributes:
        words: content words of each side.
        open: those of them without an answer on the other side.
        run: characters from the first to the last word of the longest run without an answer.
        runs: offsets of that run.
        ratio: logarithm of the ratio of lengths in standard deviations; below 0 English is short.
    """

    words: tuple[int, int]
    open: tuple[int, int]
    run: tuple[int, int]
    runs: tuple[tuple[int, int], tuple[int, int]]
    ratio: float

    @property
    def share(self) -> float:
        """Part of the content words that is answered, on the side where it is less."""
        return min(1 - o / w if w else 1.0 for o, w in zip(self.open, self.words, strict=True))


@lru_cache(1 << 16)
def _keys(word: str, lang: Lang) -> tuple[str, frozenset[str], str, str]:
    """Stem of a folded word, its translations, its first letters, its consonants."""
    stem = stemmer(lang)(word)
    number = 0 if lang == "fr" else 1
    known = translations()[number].get(stem, frozenset())
    return stem, known | names()[number].get(word, frozenset()), word[:PREFIX], skeleton(word)[:4]


@lru_cache(1 << 16)
def _is_content(word: str, lang: Lang) -> bool:
    return len(word) >= CONTENT and word.isalpha() and word not in _little(lang)


@cache
def _little(lang: Lang) -> frozenset[str]:
    """Words that say nothing by themselves: function words, and words for numbers."""
    listed = markers(lang).words.items()
    numbers = {fold(word) for word, marker in listed if marker.section in ("number", "scale")}
    return function_words(lang) | numbers


class Keys(NamedTuple):
    """What the words of a side may answer.

    Attributes:
        words: places, folded words and their keys.
        stems: stems and words.
        starts: first letters.
        bones: consonants.
    """

    words: list[tuple[int, str, tuple[str, frozenset[str], str, str]]]
    stems: set[str]
    starts: set[str]
    bones: set[str]


def keys(side: Side) -> Keys:
    """Return the keys of a side; made when first needed."""
    if side._keys is None:  # noqa: SLF001 - the cache of the side
        words = [
            (place, word, _keys(word, side.lang))
            for place, word in enumerate(map(fold, side.lower))
            if word[0].isalpha()
        ]
        side._keys = Keys(  # noqa: SLF001 - as above
            words,
            {key[0] for _, _, key in words} | {word for _, word, _ in words},
            {key[2] for _, _, key in words if len(key[2]) == PREFIX},
            {key[3] for _, _, key in words if len(key[3]) >= BONES},
        )
    return side._keys  # type: ignore[no-any-return]  # noqa: SLF001 - as above


BONES = 3
"""Consonants of a word that say which word it is."""


def is_answered(word: str, key: tuple[str, frozenset[str], str, str], other: Keys) -> bool:
    """Whether the other side has a translation or a cognate of a word."""
    stem, known, start, bone = key
    return (
        stem in other.stems
        or word in other.stems
        or not known.isdisjoint(other.stems)
        or (len(start) == PREFIX and start in other.starts)
        or (len(bone) >= BONES and bone in other.bones)
    )


def answered(side: Side, low: int, high: int, other: Side) -> tuple[int, int]:
    """Return how many content words of the tokens from ``low`` to ``high`` are answered, of all."""
    theirs = keys(other)
    listed = [
        is_answered(word, key, theirs)
        for place, word, key in keys(side).words
        if low <= place < high and _is_content(word, side.lang)
    ]
    return sum(listed), len(listed)


def coverage(segment: Segment) -> Coverage:
    """Return what is answered of both sides of a segment."""
    sides = keys(segment.fr), keys(segment.en)
    fr = _open(sides[0], "fr", sides[1])
    en = _open(sides[1], "en", sides[0])
    (a, b, c, d), (e, f, g, h) = fr, en
    return Coverage((a, e), (b, f), (c, g), (d, h), _ratio(segment))


def _open(own: Keys, lang: Lang, other: Keys) -> tuple[int, int, int, tuple[int, int]]:
    """Return content words, those unanswered, and the longest run of them with its places."""
    words = unanswered = longest = 0
    begin, best = -1, (0, 0)
    for place, word, key in own.words:
        if not _is_content(word, lang):
            continue
        words += 1
        if is_answered(word, key, other):
            begin = -1
            continue
        unanswered += 1
        if begin < 0:
            begin = place
        if place - begin >= longest:
            longest, best = place - begin + 1, (begin, place)
    return words, unanswered, longest, best


def _ratio(segment: Segment) -> float:
    fr, en = len(segment.fr.text.strip()), len(segment.en.text.strip())
    if not fr or not en:
        return 0.0
    spread = math.sqrt(0.012 + 1.6 / fr)
    return (math.log(en / fr) - MEAN_RATIO) / spread
