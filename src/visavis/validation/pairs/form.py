"""What shows without reading: empty, copied, in the wrong language, repeated, too short."""

import math
import re
from collections.abc import Iterator
from functools import cache

from visavis.languages import Lang, entries
from visavis.validation.pairs.coverage import Coverage, coverage
from visavis.validation.pairs.evidence import Evidence, Segment
from visavis.validation.pairs.lexicon import fold, is_word
from visavis.validation.pairs.words import Side

OTHERS: tuple[Lang, Lang] = ("fr", "en")
"""The other language of the English side, then of the French."""

DIFFERENT = 2
"""Different function words of the other language without which a side is in its own."""

COPIED = 3
"""Words from which on a segment that is the same in both languages was not translated."""

SURE = 3
"""How many more function words of the other language than of its own a segment must have."""

QUOTES = frozenset('«»“”"')
"""Quotation marks; single ones are apostrophes too."""

FEWEST = 2
"""Characters of a side of which lengths say something."""

RELATED = 8, 3.5
"""Content words of a pair, and score, from which on it may be said to be none."""

LEAST_SCORE = -1.0
"""Score of an omission from which on it is evidence."""

PREFIX, SOME = 4, 4
"""Letters of a word that are compared, and words of a side, to see that a pair is one."""

FEW = -1.3
"""Logarithm of lengths, in standard deviations, from which on words are compared."""

MANY = 2.0

WEIGHTS = (-5.23, -1.84, 0.11, 3.3, 1.44)
"""Of an omission: constant, lengths, words of the longest run unanswered, characters that are
missing in lengths and in that run alike, excess of words unanswered (benchmarks/check.py fit)."""

UNRELATED = (-4.94, 0.22, 2.89, 3.65)
"""Of a pair that is none: constant, the run, shares of words unanswered in French and English."""


def differences(segment: Segment) -> Iterator[Evidence]:
    """Yield what is wrong with the form of a segment."""
    fr, en = segment.fr, segment.en
    blank = [not side.text.strip() for side in (fr, en)]
    if any(blank):
        if not all(blank):
            yield Evidence("empty", f"the {'French' if blank[0] else 'English'} is empty")
        return
    wrong = next(_language(segment), None)
    if wrong:
        yield wrong
        return
    yield from _repeated(segment)
    yield from _questions(segment)
    yield from _quotes(segment)


def _language(segment: Segment) -> Iterator[Evidence]:
    fr, en = segment.fr, segment.en
    if fr.text.strip().lower() == en.text.strip().lower():
        words = [token for token in fr.tokens if token[0].isalpha()]
        if len(words) >= COPIED and _is_text(words):
            yield Evidence(
                "untranslated", "both sides are the same", (0, len(fr.text)), (0, len(en.text))
            )
        return
    for side, other in zip((en, fr), OTHERS, strict=True):
        if len(_function_words(other).intersection(side.lower)) < DIFFERENT:
            continue
        others, own = _little(side.lower, other), _little(side.lower, side.lang)
        if others - own >= SURE and others >= 2 * own:
            name = "English" if side.lang == "en" else "French"
            place = (0, len(side.text))
            offsets = (None, place) if side.lang == "en" else (place, None)
            yield Evidence("language", f"the {name} side is in the other language", *offsets)


def _is_text(words: list[str]) -> bool:
    """Whether words are those of one language: not a name, an address or a line of code."""
    lower = [word.lower() for word in words]
    if _little(lower, "fr") + _little(lower, "en"):
        return True
    plain = [fold(word) for word in words if word[0].islower()]
    return sum(is_word(word, "fr") != is_word(word, "en") for word in plain) >= OWN


OWN = 2
"""Words of one language only by which a segment is seen to be text."""


def _little(words: list[str], lang: Lang) -> int:
    listed = _function_words(lang)
    return sum(word in listed for word in words)


def little_words(text: str, lang: Lang) -> int:
    """Return how many function words of a language a text has."""
    return _little(re.findall(r"[^\W\d_]+", text.lower()), lang)


@cache
def _function_words(lang: str) -> frozenset[str]:
    return frozenset(entries(lang, "function_words.txt"))


def _repeated(segment: Segment) -> Iterator[Evidence]:
    for near in (segment.before, segment.after):
        if not near:
            continue
        same = [
            side.text.strip() == other.text.strip()
            for side, other in zip((segment.fr, segment.en), near, strict=True)
        ]
        if same[0] != same[1]:
            name = "French" if same[0] else "English"
            side = segment.fr if same[0] else segment.en
            if len(side.tokens) >= COPIED and not _akin(segment, near, 1 if same[0] else 0):
                where = "before" if near is segment.before else "after"
                yield Evidence("repeated", f"the {name} is that of the segment {where}")
                return


def _akin(segment: Segment, near: tuple[Side, Side], number: int) -> bool:
    """Whether two segments say nearly the same: in a catalogue they may have one translation."""
    words = [set(side.lower) for side in ((segment.fr, segment.en)[number], near[number])]
    return 2 * len(words[0] & words[1]) >= len(words[0] | words[1])


def _questions(segment: Segment) -> Iterator[Evidence]:
    marks = ["?" in side.tokens for side in (segment.fr, segment.en)]
    if marks[0] != marks[1]:
        number = 0 if marks[0] else 1
        side = (segment.fr, segment.en)[number]
        place = side.offsets[side.tokens.index("?")]
        final = side.text.rstrip(" »”\"'’)\u00a0\u202f")[-1:] == "?"
        sort = ("lost", "added")[number] if final else "inside"
        offsets = (place, None) if number == 0 else (None, place)
        yield Evidence(
            f"question.{sort}",
            f"only the {('French', 'English')[number]} asks a question",
            *offsets,
        )


def _quotes(segment: Segment) -> Iterator[Evidence]:
    if QUOTES.isdisjoint(segment.fr.tokens) == QUOTES.isdisjoint(segment.en.tokens):
        return
    counts = [_marks(side) for side in (segment.fr, segment.en)]
    if (counts[0] > 0) != (counts[1] > 0):
        number = 0 if counts[0] else 1
        side = (segment.fr, segment.en)[number]
        if number == 0 and _single(segment.en.text):
            return
        near = any(map(_marks, [*segment.around(0), *segment.around(1)]))
        few = near or counts[number] == 1 or not _is_speech(side.text)
        sort = "near" if few else ("lost", "added")[number]
        name = ("French", "English")[number]
        yield Evidence(f"quotes.{sort}", f"quotation marks are in {name} only")


_QUOTED = re.compile(r"[«“\"]([^«»“”\"]*)[»”\"]")

SPEECH = 3
"""Words of a quotation that are what somebody says, not a name or a title."""


def _is_speech(text: str) -> bool:
    return any(len(match[1].split()) >= SPEECH for match in _QUOTED.finditer(text))


def _marks(side: Side) -> int:
    return sum(word in QUOTES for word in side.tokens)


def _single(text: str) -> bool:
    return any(mark in text for mark in (" '", " ‘", "(‘", "('", "‹", "`")) or text[:1] in "'‘"


def lengths(segment: Segment, mean: float) -> Iterator[Evidence]:
    """Yield an omission, or a pair that is none, by lengths and words.

    Args:
        segment: the pair.
        mean: mean logarithm of the ratio of lengths, English by French, in this file.
    """
    fr, en = segment.fr.text.strip(), segment.en.text.strip()
    if len(fr) < FEWEST or len(en) < FEWEST:
        return
    z = score_of_lengths(len(fr), len(en), mean)
    if FEW < z < -FEW and _some_alike(segment):
        return
    covered = coverage(segment)
    score = _unrelated(covered)
    if sum(covered.words) >= RELATED[0] and score > RELATED[1]:
        yield Evidence("unrelated", "the two sides have few words in common", score=score)
        return
    for number, ratio in ((0, z), (1, -z)):
        score = _omission(segment, covered, number, ratio, mean)
        if score > LEAST_SCORE:
            side = (segment.fr, segment.en)[number]
            place = run_offsets(side, covered.runs[number])
            sort = ("lost", "added")[number]
            other = ("English", "French")[number]
            offsets = (place, None) if number == 0 else (None, place)
            yield Evidence(
                f"omission.{sort}",
                f"the {other} seems to leave something out",
                offsets[0],
                offsets[1],
                score,
            )


def score_of_lengths(fr: int, en: int, mean: float) -> float:
    """Return the logarithm of the ratio of two lengths in standard deviations."""
    return (math.log(en / fr) - mean) / math.sqrt(0.006 + 1.2 / fr)


def _some_alike(segment: Segment) -> bool:
    """Whether both sides share a number, or the first letters of some word."""
    english = segment.en.text.lower()
    alike = (word[:PREFIX] in english for word in segment.fr.lower if len(word) >= PREFIX)
    if any(alike):
        return True
    starts = [
        {word[:PREFIX] for word in side.lower if len(word) >= PREFIX or word[0].isdecimal()}
        for side in (segment.fr, segment.en)
    ]
    if min(map(len, starts)) < SOME:
        return True
    return not starts[0].isdisjoint(starts[1])


def run_offsets(side: Side, run: tuple[int, int]) -> tuple[int, int]:
    """Return where a run of tokens is, from the end of the token before it."""
    return side.offsets[run[0]][0], side.offsets[run[1]][1]


def _omission(segment: Segment, covered: Coverage, number: int, ratio: float, mean: float) -> float:
    side = (segment.fr, segment.en)[number]
    sizes = len(segment.fr.text.strip()), len(segment.en.text.strip())
    expected = sizes[0] * math.exp(mean) if number == 0 else sizes[1] * math.exp(-mean)
    missing = expected - sizes[1 - number]
    low, high = run_offsets(side, covered.runs[number]) if covered.run[number] else (0, 0)
    both = max(0.0, min(missing, high - low)) / sizes[number]
    excess = (covered.open[number] - covered.open[1 - number]) / math.sqrt(
        1 + covered.words[number]
    )
    features = (
        1.0,
        max(-8.0, min(ratio, 2.0)),
        covered.run[number],
        both,
        max(-2.0, min(2.0, excess)),
    )
    return sum(w * x for w, x in zip(WEIGHTS, features, strict=True))


def _unrelated(covered: Coverage) -> float:
    shares = [o / w if w else 0.0 for o, w in zip(covered.open, covered.words, strict=True)]
    features = (1.0, float(covered.run[0]), shares[0], shares[1])
    return sum(w * x for w, x in zip(UNRELATED, features, strict=True))
