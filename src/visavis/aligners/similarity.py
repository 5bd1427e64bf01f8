"""Log likelihood ratios of beads: how much likelier the two sides are together than apart.

Lengths: the log of the ratio of the characters of both sides follows a Student distribution
(Gale and Church 1993, Computational Linguistics 19, 75-102, take a normal one of the difference)
against log-normal lengths of unrelated groups. Words: each word of one side is drawn from a
mixture of IBM model 1 given the other side and of the unigram distribution of its document,
against the unigram alone, so that beads of different shapes compare and a null bead scores 0.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from visavis.aligners.lattice import IMPOSSIBLE, Lattice
from visavis.aligners.translation import Table
from visavis.aligners.words import Ints, Text, ranges

Floats = NDArray[np.float64]

UNIGRAM = 0.4
"""Part of the unigram, at least, in the mixture that explains a word of a bead; a word of
unknown translation adds its share to it."""

BLOCK = 2_000_000
"""Words times cells that are held at once."""

SPREAD_FIXED, SPREAD_SHORT = 0.02, 1.6
"""Variance of the log ratio of lengths: a constant, and what is divided by the length."""

FREEDOM = 5.0
"""Degrees of freedom of the Student distribution of that ratio."""


class Side(NamedTuple):
    """One side of all the segments: its words, and the dense numbers of (document, word)."""

    text: Text
    form: Ints
    surprise: Floats
    document: Ints


def side(text: Text, document: Ints, vocabulary: int) -> Side:
    """The words of one side with 1 / unigram of each (document, word).

    ``document`` is the number of the document of each sentence. The unigram is discounted
    (absolute discounting, Ney, Essen and Kneser 1994): what a document has once is rarer than that.
    """
    owner = np.repeat(document, text.counts)
    keys, form = np.unique(owner * vocabulary + text.words, return_inverse=True)
    count = np.bincount(form, minlength=len(keys)).astype(np.float64)
    of_document = keys // vocabulary
    total = np.bincount(of_document, count)
    kinds = np.bincount(of_document)
    whole = np.bincount(text.words, minlength=vocabulary).astype(np.float64)
    size, seen = whole.sum(), np.count_nonzero(whole)
    general = (np.maximum(whole - LESS, 0) + LESS * seen / WORDS) / size
    own = np.maximum(count - LESS, 0) + LESS * kinds[of_document] * general[keys % vocabulary]
    return Side(text, form, total[of_document] / own, document)


LESS = 0.75
"""Discount of the unigram counts."""

WORDS = 20_000
"""Words that a language is taken to have, for the unigram of what is seen once."""


class Direction(NamedTuple):
    """One direction of translation: sides, t(target | source), and how explainable targets are.

    ``explained`` is the probability that a word of the target is translated as is known.
    """

    source: Side
    target: Side
    known: Table
    explained: Floats

    def ground(self, words: Ints) -> Floats:
        """Part of the unigram in the mixture, for each word of the target."""
        return np.asarray(1 - (1 - UNIGRAM) * self.explained[words])


def given(way: Direction, rows: Ints, columns: Ints, size: int) -> Floats:
    """Log ratio of the words of a target sentence given groups of source sentences.

    ``rows`` are the first source sentences and ``columns`` the target sentences; row a - 1 of the
    result is for the group of a sentences, up to ``size``.
    """
    out = np.zeros((size, len(rows)), dtype=np.float64)
    if not len(rows):
        return out
    source, target = way.source.text, way.target.text
    first, last = int(rows.min()), min(int(rows.max()) + size, len(source.counts))
    near, place = _expectations(way, (first, last), columns)
    width = near.shape[1]
    flat = near.ravel()
    end = np.minimum(rows[None, :] + np.arange(1, size + 1)[:, None], len(source.start) - 1)
    words = source.start[end] - source.start[rows]
    scale = ((1 - UNIGRAM) / words).astype(np.float32)
    counts = target.counts[columns]
    edges = np.concatenate([[0], np.cumsum(counts)])
    at = 0
    while at < len(rows):
        to = max(at + 1, int(np.searchsorted(edges, edges[at] + BLOCK, side="right")) - 1)
        count = counts[at:to]
        occurrence = ranges(target.start[columns[at:to]], count)
        index = np.repeat((rows[at:to] - first) * width, count)
        index += place[way.target.form[occurrence]]
        starts = edges[at:to] - edges[at]
        cell = np.repeat(np.arange(to - at), count)
        total = np.zeros(len(index), dtype=np.float32)
        for a in range(size):
            total += flat[index]
            index += width
            some = np.flatnonzero(total)
            value = np.zeros(len(total), dtype=np.float32)
            value[some] = np.log1p(total[some] * scale[a, at:to][cell[some]])
            out[a, at:to] = np.add.reduceat(value, starts)
        at = to
    alone = np.add.reduceat(np.log(way.ground(target.words)), target.start[:-1])
    out += alone[columns]
    return out


def _expectations(
    way: Direction, rows: tuple[int, int], columns: Ints
) -> tuple[NDArray[np.float32], Ints]:
    """Sum over the words s of each source sentence of t(w | s) / p(w), for the words w near.

    p(w) is the unigram with its part in the mixture. Returns the matrix, rows for the source
    sentences, and the column of each (document, word).
    """
    source, target = way.source, way.target
    present = np.zeros(len(target.text.counts), dtype=bool)
    present[columns] = True
    occurrences = np.flatnonzero(np.repeat(present, target.text.counts))
    forms, one = np.unique(target.form[occurrences], return_index=True)
    place = np.zeros(len(target.surprise), dtype=np.int64)
    place[forms] = np.arange(len(forms))
    words = target.text.words[occurrences[one]]
    owner = np.repeat(target.document, target.text.counts)[occurrences[one]]
    base = int(owner.min())
    local = np.full((int(owner.max()) - base + 1, len(way.explained)), -1, dtype=np.int64)
    local[owner - base, words] = np.arange(len(forms))
    start, end = source.text.start[rows[0]], source.text.start[rows[1]]
    s = source.text.words[start:end]
    sentence = np.repeat(np.arange(rows[1] - rows[0]), source.text.counts[rows[0] : rows[1]])
    reach = way.known.start[s + 1] - way.known.start[s]
    entry = ranges(way.known.start[s], reach)
    sentence = np.repeat(sentence, reach)
    owners = np.clip(source.document[rows[0] : rows[1]][sentence] - base, 0, len(local) - 1)
    column = local[owners, way.known.target[entry]]
    found = column >= 0
    height = rows[1] - rows[0] + MOST
    cells = sentence[found] * len(forms) + column[found]
    matrix = np.bincount(cells, way.known.weight[entry[found]], height * len(forms))
    weight = target.surprise[forms] / way.ground(words)
    return (matrix.reshape(height, len(forms)) * weight).astype(np.float32), place


MOST = 16
"""Sentences that one side of a bead may have at most."""


class Lengths(NamedTuple):
    """Characters before each sentence on both sides, and how documents translate them.

    ``ratio`` is the log ratio of target to source of each document, ``looseness`` what the
    variance of that ratio from bead to bead is multiplied with.
    """

    fr: Ints
    en: Ints
    ratio: Floats
    looseness: Floats


def length_scores(lattice: Lattice, first: Ints, lengths: Lengths) -> Floats:
    """Log ratio of the lengths of each bead: (types, antidiagonals, segments, width).

    ``first`` are the numbers of the first sentences of each segment, (segments, 2); ``lengths``
    have a ratio and a looseness for each segment.
    """
    out = np.empty((len(lattice.types), *lattice.i.shape))
    most = lattice.types.max(axis=0).tolist()
    fr = _groups(lengths.fr, first[:, 0], lattice.sizes[:, 0], most[0])
    en = _groups(lengths.en, first[:, 1], lattice.sizes[:, 1], most[1])
    segment = np.arange(lattice.count)[None, :, None]
    at = [
        segment * side.log.shape[2] + np.clip(place, 0, side.log.shape[2] - 1)
        for side, place in ((fr, lattice.i), (en, lattice.j))
    ]
    known = [
        [[values[size].ravel()[at[s]] for values in side] for size in range(most[s])]
        for s, side in enumerate((fr, en))
    ]
    loose = lengths.looseness[None, :, None]
    ratio = lengths.ratio[None, :, None]
    for q, (a, b) in enumerate(lattice.types.tolist()):
        log_fr, short_fr, alone_fr = known[0][a - 1]
        log_en, short_en, alone_en = known[1][b - 1]
        spread = (SPREAD_FIXED + short_fr + short_en) * loose
        off = (log_en - log_fr - ratio) ** 2 / (spread * FREEDOM)
        np.log1p(off, out=off)
        off *= -(FREEDOM + 1) / 2
        off -= np.log(spread) / 2
        off -= (alone_fr + alone_en) / 2
        out[q] = off
    return out


class _Groups(NamedTuple):
    """Of groups of 1, 2... sentences from each on: (size, segment, sentence)."""

    log: Floats
    short: Floats
    alone: Floats


def _groups(before: Ints, first: Ints, size: Ints, most: int) -> _Groups:
    """Logs of the lengths, their part of the variance, and their log probability by themselves."""
    place = np.arange(int(size.max()) + 1)
    start = first[:, None] + np.minimum(place, size[:, None])
    numbers = np.arange(1, most + 1)[:, None, None]
    end = np.minimum(start + numbers, (first + size)[:, None])
    length = before[end] - before[start] + 1.0
    usual = np.log((before[first + size] - before[first] + 1.0) / np.maximum(size, 1) * TYPICAL)
    log = np.log(length)
    variance_alone = SPREAD_ALONE / numbers
    off = log - usual[:, None] - np.log(numbers)
    alone = -(off**2) / variance_alone / 2 - np.log(variance_alone) / 2
    return _Groups(log, SPREAD_SHORT / length, alone)


TYPICAL = 0.8
"""Geometric mean of the lengths of sentences, for their arithmetic mean 1: exp(-variance / 2)."""


def variance(fr: Floats, en: Floats) -> Floats:
    """Variance expected of the log ratio of lengths, of the logs of both lengths."""
    return np.asarray(SPREAD_FIXED + SPREAD_SHORT * (np.exp(-fr) + np.exp(-en)))


def adapted(lengths: Lengths, beads: Ints, document: Ints, weight: Floats) -> Lengths:
    """The ratio and the looseness of each document from its beads.

    ``beads`` are rows (fr start, end, en start, end), ``document`` the document of each, and
    ``weight`` its probability.
    """
    count = len(lengths.ratio)
    fr = np.log(lengths.fr[beads[:, 1]] - lengths.fr[beads[:, 0]] + 1.0)
    en = np.log(lengths.en[beads[:, 3]] - lengths.en[beads[:, 2]] + 1.0)
    expected = variance(fr, en)
    off = en - fr
    inner = weight / (1 + (off - lengths.ratio[document]) ** 2 / expected / FREEDOM) / expected
    common = np.sum(inner * off) / max(float(np.sum(inner)), 1e-9)
    trust = PRIOR_RATIO / SPREAD_FIXED
    ratio = (np.bincount(document, inner * off, count) + trust * common) / (
        np.bincount(document, inner, count) + trust
    )
    square = np.minimum((off - ratio[document]) ** 2 / expected, OUTLIER)
    looseness = (np.bincount(document, weight * square, count) + PRIOR_LOOSENESS) / (
        np.bincount(document, weight, count) + PRIOR_LOOSENESS
    )
    return lengths._replace(ratio=ratio, looseness=looseness)


PRIOR_RATIO, PRIOR_LOOSENESS = 3.0, 10.0
"""Beads that the common ratio, and the expected variance, are worth against those counted."""

OUTLIER = 9.0
"""Largest squared deviation, in variances, that counts."""

SPREAD_ALONE = 0.5
"""Variance of the log of the length of one sentence."""


def vector_scores(lattice: Lattice, first: Ints, vectors: tuple[Floats, Floats]) -> Floats:
    """Likeness of the vectors of both sides of each bead: (types, antidiagonals, segments, width).

    ``vectors`` have a row of length 1 for each sentence. The cosine of the sums of both sides is
    set against what is midway between any two sentences and the best ones (Artetxe and Schwenk
    2019, ACL 3197-3203, call for such a margin), so that encoders of any contrast serve.
    """
    x, y = first[:, 0][None, :, None], first[:, 1][None, :, None]
    n, m = lattice.sizes[:, 0][None, :, None], lattice.sizes[:, 1][None, :, None]
    inside = lattice.inside & (lattice.i < n) & (lattice.j < m)
    products = np.zeros(lattice.i.shape)
    i, j = (lattice.i + x)[inside], (lattice.j + y)[inside]
    found = np.concatenate(
        [
            np.einsum("cd,cd->c", vectors[0][i[at : at + CHUNK]], vectors[1][j[at : at + CHUNK]])
            for at in range(0, max(len(i), 1), CHUNK)
        ]
    )
    products[inside] = found
    usual = float(np.mean(found)) if len(found) else 0.0
    top = max(_paired(i, found), _paired(j, found))
    contrast = max((top - usual) / 2, LEAST_CONTRAST)
    lengths = [
        _norms(side, first[:, s], lattice.sizes[:, s], int(lattice.types[:, s].max()))
        for s, side in enumerate(vectors)
    ]
    segment = np.arange(lattice.count)[None, :, None]
    out = np.empty((len(lattice.types), *lattice.i.shape))
    for q, (a, b) in enumerate(lattice.types.tolist()):
        total = np.zeros(lattice.i.shape)
        for shift in ((p, r) for p in range(a) for r in range(b)):
            total += lattice.shifted(products, *shift)
        norm = (
            lengths[0][a - 1][segment, np.clip(lattice.i, 0, n)]
            * lengths[1][b - 1][segment, np.clip(lattice.j, 0, m)]
        )
        cosine = total / np.maximum(norm, 1e-9)
        likeness = np.clip((cosine - usual) / contrast - 1, -1, 1)
        out[q] = likeness * (a + b) / 2
    return out


def _paired(sentence: Ints, cosine: Floats) -> float:
    """Cosine of a pair: what the best ones of most sentences of a side reach."""
    best = np.full(int(sentence.max(initial=0)) + 1, -1.0)
    np.maximum.at(best, sentence, cosine)
    seen = best[np.unique(sentence)]
    return float(np.quantile(seen, PAIRED)) if len(seen) else 1.0


CHUNK = 20_000
"""Cells whose vectors are multiplied at once."""

PAIRED = 0.75
"""Quantile of the best cosines of sentences that is that of a pair."""

LEAST_CONTRAST = 0.05
"""Least difference of cosines that an encoder is taken to mean something by."""


def _norms(vectors: Floats, first: Ints, size: Ints, most: int) -> list[Floats]:
    """Lengths of the sums of 1, 2... vectors from each sentence of each segment on."""
    before = np.concatenate([np.zeros((1, vectors.shape[1])), np.cumsum(vectors, axis=0)])
    start = first[:, None] + np.minimum(np.arange(int(size.max()) + 1), size[:, None])
    ends = [np.minimum(start + a, (first + size)[:, None]) for a in range(1, most + 1)]
    return [np.asarray(np.linalg.norm(before[end] - before[start], axis=2)) for end in ends]


def word_scores(forward: Floats, backward: Floats, lattice: Lattice) -> Floats:
    """Mean of both directions for each bead, from `given` on the cells of the lattice.

    ``forward`` is (sizes, antidiagonals, segments, width): the target sentence at the point given
    groups of source sentences; ``backward`` the source sentence given groups of target ones.
    """
    out = np.empty((len(lattice.types), *lattice.i.shape))
    for q, (a, b) in enumerate(lattice.types.tolist()):
        total = forward[a - 1] + backward[b - 1]
        for y in range(1, b):
            total = total + lattice.shifted(forward[a - 1], 0, y)
        for x in range(1, a):
            total = total + lattice.shifted(backward[b - 1], x, 0)
        out[q] = total / 2
    return out


def forbid(lattice: Lattice, scores: Floats, anchors: list[Ints]) -> None:
    """Make impossible, in place, beads that leave the band or the segment or cross an anchor."""
    n, m = lattice.sizes[:, 0][None, :, None], lattice.sizes[:, 1][None, :, None]
    for q, (a, b) in enumerate(lattice.types.tolist()):
        over = ~lattice.inside | (lattice.i + a > n) | (lattice.j + b > m)
        for segment, points in enumerate(anchors):
            if len(points):
                i, j = lattice.i[:, segment], lattice.j[:, segment]
                ends = ((0, i), (0, i + a - 1), (1, j), (1, j + b - 1))
                part = [np.searchsorted(points[:, s], place, side="right") for s, place in ends]
                over[:, segment] |= (np.diff(part, axis=0) != 0).any(axis=0)
        np.copyto(scores[q], IMPOSSIBLE, where=over)
