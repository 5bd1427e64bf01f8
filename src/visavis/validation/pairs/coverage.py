"""How much of a segment the other side says, by its words: omissions, and pairs that are none."""

import math
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from visavis.alignment.methods.words import stemmer
from visavis.languages import Lang
from visavis.validation.pairs.evidence import Evidence, Segment
from visavis.validation.pairs.lexicon import fold, function_words, names, skeleton, starters, translations
from visavis.validation.pairs.words import Side

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
    return len(word) >= CONTENT and word.isalpha() and word not in function_words(lang)


def coverage(segment: Segment) -> Coverage:
    """Return what is answered of both sides of a segment."""
    sides = segment.fr, segment.en
    listed = [
        [(place, word) for place, word in enumerate(map(fold, side.lower)) if word[0].isalpha()]
        for side in sides
    ]
    keys = [[_keys(word, side.lang) for _, word in words] for side, words in zip(sides, listed, strict=True)]
    stems = [{k[0] for k in side} | {w for _, w in words} for side, words in zip(keys, listed, strict=True)]
    starts = [{k[2] for k in side if len(k[2]) == PREFIX} for side in keys]
    bones = [{k[3] for k in side if len(k[3]) >= 3} for side in keys]
    counts, open_, run, runs = [], [], [], []
    for number, side in enumerate(sides):
        other = 1 - number
        words = unanswered = 0
        longest, begin, last, best = 0, -1, -1, (0, 0)
        for (place, word), (stem, known, start, bone) in zip(listed[number], keys[number], strict=True):
            if not _is_content(word, side.lang):
                continue
            words += 1
            answered = (
                stem in stems[other] or word in stems[other] or not known.isdisjoint(stems[other])
                or (len(start) == PREFIX and start in starts[other])
                or (len(bone) >= 3 and bone in bones[other])
            )
            if answered:
                begin = -1
                continue
            unanswered += 1
            if begin < 0:
                begin = place
            last = place
            if last - begin >= longest:
                longest, best = last - begin + 1, (begin, last)
        counts.append(words)
        open_.append(unanswered)
        run.append(longest)
        runs.append(best)
    return Coverage(tuple(counts), tuple(open_), tuple(run), tuple(runs), _ratio(segment))  # type: ignore[arg-type]


def _ratio(segment: Segment) -> float:
    fr, en = len(segment.fr.text.strip()), len(segment.en.text.strip())
    if not fr or not en:
        return 0.0
    spread = math.sqrt(0.012 + 1.6 / fr)
    return (math.log(en / fr) - MEAN_RATIO) / spread


_CLAUSE = re.compile(r"[,;:.?!()–—]")
