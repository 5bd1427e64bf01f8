"""Sentences as the words an aligner compares: tokens, their stems, their cognates.

A number is one token, its separators dropped (« 13,75 » and "13.75" are both 1375); letters are
lower-cased and stripped of accents; an elision ends a word; a few marks of punctuation that
translators keep are tokens too. Inflected forms are reduced to a stem by the endings of
``languages/<lang>/inflections.txt`` and the irregular forms of ``languages/<lang>/forms.txt``;
a language without these files keeps its words, cut after `PREFIX` letters.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from visavis import languages

Ints = NDArray[np.int64]

TOKEN = re.compile(
    r"[a-zà-öø-ÿœ]+(?![^\W\d_])|\d+(?:[.,]\d+|[\u00a0\u202f ]\d{3}(?!\d))*|[^\W\d_]+"
    r"|[?!;:\"«»“”(%€$£]"
)
SPEECH = re.compile(r"\s*[-–—\"'«“‘]")
SEPARATORS = re.compile(r"\D+")
MARKS = {"«": '"', "»": '"', "“": '"', "”": '"'}
LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d"})

PREFIX = 7
"""Letters kept of a word whose language has no endings (prefix stemming: McNamee and Mayfield
2004, Information Retrieval 7, 73-97, found 4 to 6 best for retrieval; alignment bears more)."""

MOST_TOKENS = 300
"""A sentence speaks through its first tokens: an endless line must not cost endless time."""


class Text(NamedTuple):
    """The tokens of many sentences, end to end: ``words[start[s]:start[s + 1]]`` are those of s."""

    words: Ints
    start: Ints

    @property
    def counts(self) -> Ints:
        """Tokens of each sentence, never 0."""
        return np.diff(self.start)

    def part(self, first: int, last: int) -> "Text":
        """The sentences from ``first`` up to ``last``."""
        start = self.start[first : last + 1]
        return Text(self.words[start[0] : start[-1]], start - start[0])


class Vocabulary(dict[str, int]):
    """Stem -> number, in the order of first use."""

    def __init__(self, lang: str) -> None:
        super().__init__()
        self.stem = stemmer(lang)

    def numbers(self, every: Iterable[str]) -> dict[str, int]:
        """Number of the stem of each token."""
        stems = {token: self.stem(token) for token in dict.fromkeys(every)}
        return {token: self.setdefault(stem, len(self)) for token, stem in stems.items()}


class _Bare(dict[int, str]):
    """Code point -> the letters without accents that it stands for."""

    def __missing__(self, code: int) -> str:
        letters = unicodedata.normalize("NFD", chr(code).translate(LIGATURES))
        self[code] = bare = "".join(c for c in letters if not unicodedata.combining(c))
        return bare


_BARE = _Bare()


def plain(word: str) -> str:
    """Lower case without accents or ligatures."""
    word = word.lower()
    return word if word.isascii() else word.translate(_BARE)


def tokens(sentence: str) -> list[str]:
    """Tokens of a sentence; one that has none is its own token."""
    result = TOKEN.findall(sentence[: 40 * MOST_TOKENS].lower())
    if SPEECH.match(sentence):
        result.insert(0, "-")
    return result[:MOST_TOKENS] or [sentence.strip()[:40]]


def text(sentences: Iterable[str], vocabulary: Vocabulary) -> Text:
    """The sentences as numbers of stems."""
    parts: list[Ints] = []
    counts: list[int] = []
    every: list[str] = []

    def number() -> None:
        numbers = vocabulary.numbers(every)
        parts.append(np.array(list(map(numbers.__getitem__, every)), dtype=np.int64))
        every.clear()

    for sentence in sentences:
        own = tokens(sentence)
        counts.append(len(own))
        every += own
        if len(every) > AT_ONCE:
            number()
    number()
    start = np.concatenate([[0], np.cumsum(counts, dtype=np.int64)])
    return Text(np.concatenate(parts), start)


AT_ONCE = 100_000
"""Tokens that are numbered at once: as strings they would fill the memory."""


@cache
def stemmer(lang: str) -> Callable[[str], str]:
    """Function from a token, or any word, to its stem; it remembers the last `REMEMBERED`."""
    rules, forms = _inflections(lang)
    lengths = {
        letter: sorted({len(ending) for ending in rules if ending[-1] == letter}, reverse=True)
        for letter in {ending[-1] for ending in rules}
    }

    def shorter(word: str) -> str:
        """The word with its longest ending replaced, or as it is."""
        for length in lengths.get(word[-1:], ()):
            remaining = rules.get(word[-length:])
            if remaining is not None and len(word) - length + len(remaining) >= SHORTEST:
                return word[:-length] + remaining
        return word

    @lru_cache(REMEMBERED)
    def stem(token: str) -> str:
        word = plain(token)
        if not (rules and word[0:1].isalpha()):
            return _cut(word)
        if word in forms:
            return forms[word]
        before = ""
        while word != before:
            before, word = word, shorter(word)
        return _undoubled(word)

    return stem


REMEMBERED = 1 << 16
"""Words whose stems are kept: those that come again and again from text to text."""

SHORTEST = 3
"""Letters of a stem at least."""


def _inflections(lang: str) -> tuple[dict[str, str], dict[str, str]]:
    """Ending -> what replaces it, and irregular form -> stem, of a language; empty if unknown."""
    rules: dict[str, str] = {}
    forms: dict[str, str] = {}
    if lang in languages.known("inflections.txt"):
        endings = [line.split("\t") for line in languages.entries(lang, "inflections.txt")]
        rules = {plain(ending): plain(remaining).strip("-") for ending, remaining in endings}
    if lang in languages.known("forms.txt"):
        for line in languages.entries(lang, "forms.txt"):
            lemma, _, others = line.partition(":")
            forms |= {plain(form): "=" + plain(lemma) for form in [lemma, *others.split()]}
    return rules, forms


def _undoubled(stem: str) -> str:
    """A stem ends in one consonant: planned and planning go with plan, ancienne with ancien."""
    doubled = len(stem) > SHORTEST and stem[-1] == stem[-2]
    return stem[:-1] if doubled else stem


def _cut(token: str) -> str:
    if token[0:1].isdigit():
        return SEPARATORS.sub("", token)
    return MARKS.get(token, token[:PREFIX])


class Words(NamedTuple):
    """The words of one side that are told apart: a stem in a scope.

    ``stem`` numbers the stems of ``stems``. Documents that must not see each other are scopes of
    their own, so that all of them are aligned at once.
    """

    stems: Sequence[str]
    stem: Ints
    scope: Ints


def scoped(own: Text, stems: Sequence[str], scope: Ints, scopes: int) -> tuple[Text, Words]:
    """Return the text in words of their scope, and these words; ``scope`` is of each sentence."""
    if scopes == 1:
        return own, Words(stems, np.arange(len(stems)), np.zeros(len(stems), dtype=np.int64))
    keys, words = grouped(np.repeat(scope, own.counts) * len(stems) + own.words)
    return Text(words, own.start), Words(stems, keys % len(stems), keys // len(stems))


def in_scope(words: Words, stem: Ints, scope: Ints) -> Ints:
    """Number of the word of each stem in each scope, -1 where it is not."""
    if not len(words.stem):
        return np.full(len(stem), -1)
    size = max(len(words.stems), 1)
    keys = words.scope * size + words.stem
    wanted = scope * size + stem
    place = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.where((keys[place] == wanted) & (stem >= 0), place, -1)


class Pairs(NamedTuple):
    """Translations: word ``source[p]`` by word ``target[p]`` with a weight in (0, 1]."""

    source: Ints
    target: Ints
    weight: NDArray[np.float64]


COGNATE_LETTERS = 12
"""Letters of a word that are compared with those of its possible cognate."""

COGNATE_PREFIX = 4
"""Letters that two different words must share at their start to be cognates (Simard, Foster and
Isabelle 1992, Using cognates to align sentences in bilingual corpora, TMI: four)."""


def cognates(source: Words, target: Words) -> Pairs:
    """Words that are the same on both sides, or start alike: weight 1, or by what they share."""
    common = {word: t for t, word in enumerate(target.stems)}
    other = np.array([common.get(word, -1) for word in source.stems], dtype=np.int64)
    twin = in_scope(target, other[source.stem], source.scope)
    same = np.stack([np.flatnonzero(twin >= 0), twin[twin >= 0]], axis=1)
    left, right = _letters(source.stems), _letters(target.stems)
    s, t = _sharing_prefix((left, source), (right, target))
    a, b = left[source.stem[s]], right[target.stem[t]]
    shared = np.cumprod((a == b) & (a > 0), axis=1).sum(axis=1)
    longest = np.maximum((a > 0).sum(axis=1), (b > 0).sum(axis=1))
    ratio = shared / np.maximum(longest, 1)
    alike = (ratio >= COGNATE_RATIO) & (ratio < 1)
    return Pairs(
        np.concatenate([same[:, 0], s[alike]]),
        np.concatenate([same[:, 1], t[alike]]),
        np.concatenate([np.ones(len(same)), ratio[alike] ** 2]),
    )


COGNATE_RATIO = 0.6
"""Part of the longer word that two cognates share at their start."""


def _letters(words: Sequence[str]) -> NDArray[np.uint32]:
    """One row of code points a word, 0 beyond its end; rows of what is no word are all 0."""
    entries = [w.lstrip("=") if w[-1:].isalpha() else "" for w in words]
    fixed = np.array(entries or [""], dtype=f"U{COGNATE_LETTERS}")
    return fixed.view(np.uint32).reshape(-1, COGNATE_LETTERS)[: len(words)]


Spelt = tuple[NDArray[np.uint32], Words]
"""The letters of the stems of a side, and its words."""


def _sharing_prefix(left: Spelt, right: Spelt) -> tuple[Ints, Ints]:
    """Words of both sides that start alike; where too many do, those that start longer alike."""
    pairs = []
    remaining = np.arange(len(left[1].stem))
    for letters in (COGNATE_PREFIX, COGNATE_PREFIX + 2):
        codes = _codes((left, right), letters)
        s = remaining[codes[0][remaining] >= 0]
        order = np.argsort(codes[1], kind="stable")
        ranked = codes[1][order]
        low = np.searchsorted(ranked, codes[0][s], side="left")
        count = np.searchsorted(ranked, codes[0][s], side="right") - low
        few = count <= MOST_ALIKE
        pairs.append((np.repeat(s[few], count[few]), order[ranges(low[few], count[few])]))
        remaining = s[~few]
    return np.concatenate([s for s, _ in pairs]), np.concatenate([t for _, t in pairs])


MOST_ALIKE = 100
"""A word that starts like more words than this has no cognate by its start."""


def _codes(sides: tuple[Spelt, Spelt], letters: int) -> list[Ints]:
    """A number for the first letters and the scope of each word, -1 for words of fewer letters."""
    codes = [_code(spelt, letters) for spelt, _ in sides]
    if not any(words.scope.any() for _, words in sides):
        return [code[words.stem] for code, (_, words) in zip(codes, sides, strict=True)]
    kinds, place = np.unique(np.concatenate(codes), return_inverse=True)
    parts = np.split(place, [len(codes[0])])
    return [
        np.where(code >= 0, part + words.scope * len(kinds), -1)
        for code, part, words in (
            (codes[n][words.stem], parts[n][words.stem], words)
            for n, (_, words) in enumerate(sides)
        )
    ]


def _code(side: NDArray[np.uint32], letters: int) -> Ints:
    """A number for the first letters of each row, -1 for shorter ones; ten bits a letter."""
    code: Ints = np.zeros(len(side), dtype=np.int64)
    for column in range(letters):
        code = (code << 10) | (side[:, column] & 0x3FF)
    code[side[:, letters - 1] == 0] = -1
    return code


def ranges(start: Ints, count: Ints) -> Ints:
    """The integers start[0], start[0] + 1, ... (count[0] of them), then those of start[1]..."""
    total = int(count.sum())
    before = np.cumsum(count) - count
    return np.arange(total) - np.repeat(before - start, count)


def grouped(keys: Ints) -> tuple[Ints, Ints]:
    """The different keys, none negative, in order, and the place of each key among them.

    As `numpy.unique`, but the keys are sorted with their places in their low bits, which is
    several times faster than to sort places by keys.
    """
    bits = len(keys).bit_length()
    if int(keys.max(initial=0)).bit_length() + bits > LARGEST_BITS:
        result, place = np.unique(keys, return_inverse=True)
        return result, place
    ranked = np.sort((keys << bits) | np.arange(len(keys)))
    first = np.ones(len(keys), dtype=bool)
    first[1:] = (ranked[1:] >> bits) != (ranked[:-1] >> bits)
    place = np.empty(len(keys), dtype=np.int64)
    place[ranked & ((1 << bits) - 1)] = np.cumsum(first) - 1
    return ranked[first] >> bits, place


LARGEST_BITS = 63
"""Of an integer that is not negative."""
