"""What words translate each other: from a lexicon, from cognates, and learned from beads.

Learning is IBM model 1 (Brown, Della Pietra, Della Pietra and Mercer 1993, Computational
Linguistics 19, 263-311) with a null word, its counts discounted so that a pair seen once in one
bead does not confirm that bead, and smoothed towards the lexicon and the cognates.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from visavis import languages
from visavis.alignment.methods.words import (
    Ints,
    Pairs,
    Text,
    Words,
    cognates,
    grouped,
    in_scope,
    ranges,
    stemmer,
    tokens,
)

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

Lexicon = dict[str, dict[str, float]]


class Listed(NamedTuple):
    """A lexicon as arrays: numbers of the stems of both sides, and pairs in order of the source.

    The pairs of the source s are from ``start[s]`` up to ``start[s + 1]``.
    """

    source: dict[str, int]
    target: dict[str, int]
    start: Ints
    pairs: Pairs


class Table(NamedTuple):
    """t(target | source) in rows: of word s, targets ``target[start[s]:start[s + 1]]``.

    ``mass`` is the probability that a word is translated by one of its row, or of its lexicon.
    """

    start: Ints
    target: Ints
    weight: Floats
    mass: Floats


def table(pairs: Pairs, size: int) -> Table:
    """The pairs as a table of ``size`` source words; of a pair given twice the larger weight."""
    order = np.lexsort((-pairs.weight, pairs.target, pairs.source))
    s, t, w = pairs.source[order], pairs.target[order], pairs.weight[order]
    first = np.ones(len(s), dtype=bool)
    first[1:] = (s[1:] != s[:-1]) | (t[1:] != t[:-1])
    s, t, w = s[first], t[first], w[first]
    start = np.searchsorted(s, np.arange(size + 1))
    total = np.bincount(s, w, size)
    w = w * np.minimum(1.0, MOST_MASS / np.maximum(total, MOST_MASS))[s]
    return Table(start.astype(np.int64), t, w, np.minimum(total, MOST_MASS))


MOST_MASS = 0.9
"""Probability at most that a word is translated by what is known."""


def turned(pairs: Pairs) -> Pairs:
    """The same pairs from target to source."""
    return Pairs(pairs.target, pairs.source, pairs.weight)


def parse(lines: Sequence[str], langs: tuple[str, str]) -> Lexicon:
    """Lexicon by stem of lines ``word<TAB>word, word``, the usual translation first.

    The words of an expression share its weight: each stands for one of several of the other side.
    """
    stems = [stemmer(lang) for lang in langs]
    names: Lexicon = {}
    for line in lines:
        source, _, targets = line.partition("\t")
        left = _content(source, stems[0])
        for rank, target in enumerate(targets.split(","), 1):
            right = _content(target, stems[1])
            weight = 1 / (len(left) * len(right) * math.sqrt(rank))
            for s in left:
                row = names.setdefault(s, {})
                for t in right:
                    row[t] = max(row.get(t, 0.0), weight)
    return {s: _shared(row) for s, row in names.items()}


def _shared(row: dict[str, float]) -> dict[str, float]:
    total = max(1.0, sum(row.values()))
    return {target: weight / total for target, weight in row.items()}


def _content(expression: str, stem: Callable[[str], str]) -> list[str]:
    words = tokens(expression)
    long = [word for word in words if len(word) > SMALL]
    return [stem(word) for word in long or words]


SMALL = 3
"""Words of an expression up to so many letters (articles, prepositions) say nothing of it."""


def lexicon(chosen: Mapping[str, Sequence[str]] | None, langs: tuple[str, str]) -> Listed:
    """The chosen lexicon (word -> its translations), or without a choice the shipped one."""
    if chosen is None:
        return _shipped(langs)
    return _listed(parse([f"{word}\t{','.join(chosen[word])}" for word in chosen], langs))


@lru_cache
def _shipped(langs: tuple[str, str]) -> Listed:
    return _listed(shipped(langs))


@lru_cache
def shipped(langs: tuple[str, str]) -> Lexicon:
    """The lexicon of this package for a pair of languages, in either order; empty if none."""
    pair, turned_pair = "-".join(langs), "-".join(reversed(langs))
    if pair in languages.known("lexicon.txt"):
        return parse(languages.entries(pair, "lexicon.txt"), langs)
    names: Lexicon = {}
    if turned_pair in languages.known("lexicon.txt"):
        lookup = parse(languages.entries(turned_pair, "lexicon.txt"), (langs[1], langs[0]))
        for source, row in lookup.items():
            for target, weight in row.items():
                names.setdefault(target, {})[source] = weight
    return names


def _listed(rows: Lexicon) -> Listed:
    targets = [word for row in rows.values() for word in row]
    target = {word: t for t, word in enumerate(dict.fromkeys(targets))}
    counts = np.array([0, *map(len, rows.values())], dtype=np.int64)
    return Listed(
        {stem: s for s, stem in enumerate(rows)},
        target,
        np.cumsum(counts),
        Pairs(
            np.repeat(np.arange(len(rows)), counts[1:]),
            np.array([target[word] for word in targets], dtype=np.int64),
            np.array([w for row in rows.values() for w in row.values()], dtype=np.float64),
        ),
    )


def known_pairs(source: Words, target: Words, listed: Listed) -> tuple[Pairs, tuple[Flags, Flags]]:
    """Pairs of words that the lexicon or their likeness gives, and which words the lexicon has."""
    number = _numbers(listed.source, source.stems)[source.stem]
    flags = number >= 0
    word = np.flatnonzero(flags)
    number = number[word]
    stems = np.full(len(listed.target), -1)
    present = _numbers(listed.target, target.stems)
    stems[present[present >= 0]] = np.flatnonzero(present >= 0)
    reach = listed.start[number + 1] - listed.start[number]
    entry = ranges(listed.start[number], reach)
    s = np.repeat(word, reach)
    t = in_scope(target, stems[listed.pairs.target[entry]], source.scope[s])
    result = t >= 0
    alike = cognates(source, target)
    pairs = Pairs(
        np.concatenate([s[result], alike.source]),
        np.concatenate([t[result], alike.target]),
        np.concatenate([listed.pairs.weight[entry[result]] * LEXICON, alike.weight * COGNATE]),
    )
    return pairs, (flags, present[target.stem] >= 0)


def _numbers(listed: dict[str, int], stems: Sequence[str]) -> Ints:
    """Number of each stem in a lexicon, -1 where it has none."""
    return np.array([listed.get(stem, -1) for stem in stems], dtype=np.int64)


LEXICON = 0.6
"""Probability that a word is translated as the lexicon says."""

COGNATE = 0.9
"""t(target | source) of the same word on both sides."""

DISCOUNT = 0.8
"""Taken from each expected count (absolute discounting): what one bead alone says is not kept."""

STRENGTH = 2.0
"""Occurrences that the lexicon and the cognates of a word are worth against what is learned."""

ROUNDS = 2
"""Steps of expectation maximisation, from the lexicon and the cognates; more change nothing."""

MOST_PAIRS = 4_000_000
"""Pairs of words that are counted at most; a larger text is learned from beads evenly chosen."""


class Counted(NamedTuple):
    """The pairs of words of beads: each (source occurrence, target occurrence) that may be.

    ``pair`` numbers the kinds of pairs, which are ``keys`` in order and whose words are ``words``;
    ``places`` number the occurrences on both sides, whose words are ``forms`` and whose weights are
    ``weights``; ``sizes`` are the words on the other side that each occurrence may go with.
    """

    pair: Ints
    keys: Ints
    words: tuple[Ints, Ints]
    places: tuple[Ints, Ints]
    forms: tuple[Ints, Ints]
    weights: tuple[Floats, Floats]
    sizes: tuple[Ints, Ints]


def learn(
    texts: tuple[Text, Text],
    words: tuple[Words, Words],
    beads: Ints,
    confidence: Floats,
    priors: tuple[Table, Table],
) -> tuple[Pairs, Pairs]:
    """t(target | source) and t(source | target) of beads, rows (fr start, end, en start, end)."""
    counted = _count(texts, beads, confidence)
    return _maximised(counted, 0, words, priors), _maximised(counted, 1, words, priors)


def _count(texts: tuple[Text, Text], beads: Ints, confidence: Floats) -> Counted:
    first = [text.start[beads[:, 2 * s]] for s, text in enumerate(texts)]
    count = [text.start[beads[:, 2 * s + 1]] - first[s] for s, text in enumerate(texts)]
    bead = [np.repeat(np.arange(len(beads)), own) for own in count]
    own, others = count[1][bead[1]], count[0][bead[1]]
    along = (ranges(np.zeros_like(count[1]), count[1]) + 0.5) / own
    low = np.ceil(np.maximum((along - ALONG) * others - 0.5, 0)).astype(np.int64)
    high = np.floor(np.minimum((along + ALONG) * others - 0.5, others - 1)).astype(np.int64)
    near = np.maximum(high - low + 1, 0)
    volume = int(near.sum())
    if volume > MOST_PAIRS:
        chosen = np.arange(0, len(beads), volume // MOST_PAIRS + 1)
        return _count(texts, beads[chosen], confidence[chosen])
    forms = [text.words[ranges(first[s], count[s])] for s, text in enumerate(texts)]
    target = np.repeat(np.arange(len(forms[1])), near)
    source = ranges((np.cumsum(count[0]) - count[0])[bead[1]] + low, near)
    width = int(forms[1].max(initial=0)) + 1
    keys, pair = grouped(forms[0][source] * width + forms[1][target])
    return Counted(
        pair,
        keys,
        (keys // width, keys % width),
        (source, target),
        (forms[0], forms[1]),
        (confidence[bead[0]], confidence[bead[1]]),
        (np.maximum(np.bincount(source, minlength=len(forms[0])), 1), np.maximum(near, 1)),
    )


ALONG = 0.3
"""Words translate each other only if their places in a bead are no further apart than this, as
parts of its length (Dyer, Chahuneau and Smith 2013, NAACL 644-648, prefer the diagonal too)."""


def _maximised(
    counted: Counted, source: int, words: tuple[Words, Words], priors: tuple[Table, Table]
) -> Pairs:
    """t(target | source) by expectation maximisation, joined to the prior."""
    prior, target = priors[source], 1 - source
    left, right = counted.words[source], counted.words[target]
    forms, weight = counted.forms[target], counted.weights[target]
    place = counted.places[target]
    size, scope = len(prior.mass), words[target].scope
    vocabulary = np.maximum(np.bincount(scope), 1)
    before = _known(prior, counted, source)
    tokens_of = np.bincount(scope[forms], minlength=len(vocabulary))
    unigram = np.bincount(forms, minlength=len(scope)) / np.maximum(tokens_of, 1)[scope]
    null = NULL_WORD * unigram[forms] * counted.sizes[target]
    option = STRENGTH * before + 1 / vocabulary[scope[right]]
    total: Floats = np.zeros(0)
    count: Floats = np.zeros(0)
    for _ in range(ROUNDS):
        each = option[counted.pair]
        share = weight / (np.bincount(place, each, len(forms)) + null)
        count = np.bincount(counted.pair, each * share[place], len(left)).astype(np.float64)
        total = np.bincount(left, count, size).astype(np.float64)
        option = (count + STRENGTH * before) / (total[left] + STRENGTH)
    remaining = np.maximum(count - DISCOUNT, 0.0)
    option = (remaining + STRENGTH * before) / (total[left] + STRENGTH)
    useful = option > LEAST
    rows = np.repeat(np.arange(size), np.diff(prior.start))
    faded = prior.weight * STRENGTH / (total[rows] + STRENGTH)
    return Pairs(
        np.concatenate([left[useful], rows]),
        np.concatenate([right[useful], prior.target]),
        np.concatenate([option[useful], faded]),
    )


NULL_WORD = 0.5
"""Weight of the null word in model 1, for each word of the source."""

LEAST = 0.02
"""A pair less probable than this is forgotten."""


def _known(table: Table, counted: Counted, source: int) -> Floats:
    """Weights that a table gives to the kinds of pairs, 0 where it has none."""
    word = np.repeat(np.arange(len(table.start) - 1), np.diff(table.start))
    fr, en = (word, table.target) if source == 0 else (table.target, word)
    width = int(counted.forms[1].max(initial=0)) + 1
    key = fr * width + en
    place = np.minimum(np.searchsorted(counted.keys, key), len(counted.keys) - 1)
    present = (counted.keys[place] == key) & (en < width)
    out = np.zeros(len(counted.keys))
    out[place[present]] = table.weight[present]
    return out
