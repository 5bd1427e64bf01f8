"""Where the path of an alignment may run: a chain of sure pairs of sentences, and cuts along it.

Sentences that share rare words (the same or translations) are paired when each is the other's
best; the longest chain of pairs that increases on both sides is the first guess of the path.
"""

from bisect import bisect_left

import numpy as np
from numpy.typing import NDArray

from visavis.alignment.methods.translation import Table
from visavis.alignment.methods.words import Ints, Text, grouped, ranges

Floats = NDArray[np.float64]

RARE = 6
"""A word that occurs in more sentences of a document than this does not pair sentences."""

TRUSTED = 0.25
"""Least t(target | source) of two words that pair sentences."""


WINDOW = 300
"""Sentences of each side in which words are rare where they are not in the document."""

NEAR = 12
"""A pair of the chain is kept if the next or the one before is no more sentences away."""


def chain(source: Text, target: Text, lookup: Table) -> Ints:
    """Pairs (i, j) of sentences of one document, increasing on both sides.

    Where a long text repeats itself no word is rare in it: such gaps are walked through window
    by window, each searched from where the last one ended.
    """
    sure = _supported(_pairs(source, target, lookup))
    ends = np.array([[len(source.counts), len(target.counts)]])
    entries: list[Ints] = [np.zeros((0, 2), dtype=np.int64)]
    start = (0, 0)
    for point in np.concatenate([sure, ends]):
        if max(point - start) > 2 * WINDOW:
            entries.append(_walk(source, target, lookup, (start, (int(point[0]), int(point[1])))))
        entries.append(point[None])
        start = (int(point[0]) + 1, int(point[1]) + 1)
    return np.concatenate(entries)[:-1]


def _walk(
    source: Text, target: Text, lookup: Table, gap: tuple[tuple[int, int], tuple[int, int]]
) -> Ints:
    """Pairs between two points, window by window."""
    (i, j), (n, m) = gap
    entries = [np.zeros((0, 2), dtype=np.int64)]
    while max(n - i, m - j) > WINDOW and i < n and j < m:
        ends = min(n, i + WINDOW), min(m, j + WINDOW)
        parts = source.part(i, ends[0]), target.part(j, ends[1])
        local = _supported(_pairs(*parts, lookup)) + np.array((i, j))
        local = local[(local < (i + WINDOW // 2, j + WINDOW // 2)).all(axis=1)]
        if len(local):
            entries.append(local)
            i, j = (int(x) + 1 for x in local[-1])
        else:
            step = min(1.0, WINDOW / 2 / max(n - i, m - j))
            i, j = i + int((n - i) * step) + 1, j + int((m - j) * step) + 1
    return np.concatenate(entries)


def _supported(pairs: Ints) -> Ints:
    """Pairs that have a neighbour in the chain."""
    close = np.ones(len(pairs) + 1, dtype=bool)
    close[[0, -1]] = False
    close[1:-1] = np.diff(pairs, axis=0).max(axis=1, initial=0) <= NEAR
    return np.asarray(pairs[close[1:] | close[:-1]])


def _pairs(source: Text, target: Text, lookup: Table) -> Ints:
    """The longest chain of pairs of sentences that share rare words."""
    s_word, s_sentence = _rare(source)
    t_word, t_sentence = _rare(target)
    reach = lookup.start[s_word + 1] - lookup.start[s_word]
    entry = ranges(lookup.start[s_word], reach)
    sentence = np.repeat(s_sentence, reach)
    good = lookup.weight[entry] >= TRUSTED
    entry, sentence = entry[good], sentence[good]
    low = np.searchsorted(t_word, lookup.target[entry], side="left")
    count = np.searchsorted(t_word, lookup.target[entry], side="right") - low
    i = np.repeat(sentence, count)
    j = t_sentence[ranges(low, count)]
    weight = np.repeat(lookup.weight[entry] / np.maximum(count, 1), count)
    return _increasing(*_mutual(i, j, weight, len(target.start)))


def _rare(text: Text) -> tuple[Ints, Ints]:
    """Words in few sentences and the sentences they are in, sorted by word."""
    sentence = np.repeat(np.arange(len(text.counts)), text.counts)
    keys = np.unique(text.words * len(text.start) + sentence)
    word, sentence = keys // len(text.start), keys % len(text.start)
    frequency = np.bincount(word)
    rare = frequency[word] <= RARE
    return word[rare], sentence[rare]


def _mutual(i: Ints, j: Ints, weight: Floats, width: int) -> tuple[Ints, Ints]:
    """Pairs that are the best of both their sentences."""
    keys, place = grouped(i * width + j)
    total = np.bincount(place, weight, len(keys))
    i, j = keys // width, keys % width
    best = []
    for side in (i, j):
        top = np.zeros(int(side.max(initial=0)) + 1)
        np.maximum.at(top, side, total)
        best.append(total >= top[side])
    chosen = best[0] & best[1]
    return i[chosen], j[chosen]


def _increasing(i: Ints, j: Ints) -> Ints:
    """Longest chain that increases strictly on both sides (patience sorting, Fredman 1975)."""
    order = np.lexsort((-j, i))
    tails: list[int] = []
    heads: list[int] = []
    before: list[int] = []
    rows = order.tolist()
    columns = j[order].tolist()
    for position, column in enumerate(columns):
        place = bisect_left(tails, column)
        before.append(heads[place - 1] if place else -1)
        if place == len(tails):
            tails.append(column)
            heads.append(position)
        else:
            tails[place] = column
            heads[place] = position
    chosen = []
    position = heads[-1] if heads else -1
    while position >= 0:
        chosen.append(rows[position])
        position = before[position]
    chosen.reverse()
    return np.stack([i[chosen], j[chosen]], axis=1).astype(np.int64)


def cuts(sure: Ints, size: tuple[int, int], every: int) -> Ints:
    """Points of the path at which a long document may be cut, about ``every`` sentences apart.

    ``sure`` are points that increase. Where none comes for twice that, points in proportion
    fill the gap: nothing is known there.
    """
    points = [(0, 0)]
    for i, j in [*sure.tolist(), size]:
        while max(i - points[-1][0], j - points[-1][1]) > 3 * every:
            (a, b) = points[-1]
            parts = max(i - a, j - b) // (2 * every) + 1
            points.append((a + (i - a) // parts, b + (j - b) // parts))
        if max(i - points[-1][0], j - points[-1][1]) >= every and (i, j) != size:
            points.append((i, j))
    points.append(size)
    return np.array(points, dtype=np.int64)
