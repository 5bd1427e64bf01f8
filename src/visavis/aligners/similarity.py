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


def given(
    source: Side, target: Side, known: Table, explained: Floats, cells: tuple[Ints, Ints], size: int
) -> Floats:
    """Log ratio of the words of a target sentence given groups of source sentences.

    ``cells`` are the first source sentence and the target sentence; row a - 1 of the result is
    for the group of a sentences, up to ``size``.
    """
    rows, columns = cells
    out = np.zeros((size, len(rows)), dtype=np.float64)
    if not len(rows):
        return out
    first, last = int(rows.min()), min(int(rows.max()) + size, len(source.text.counts))
    near, ground = _expectations(source, target, known, explained, (first, last), columns)
    length = source.text.start
    end = np.minimum(rows[None, :] + np.arange(1, size + 1)[:, None], len(length) - 1)
    words = length[end] - length[rows]
    scale = ((1 - UNIGRAM) / words).astype(np.float32)
    counts = target.text.counts[columns]
    edges = np.concatenate([[0], np.cumsum(counts)])
    width = near.shape[1]
    at = 0
    while at < len(rows):
        to = max(at + 1, int(np.searchsorted(edges, edges[at] + BLOCK, side="right")) - 1)
        count = counts[at:to]
        occurrence = ranges(target.text.start[columns[at:to]], count)
        index = np.repeat((rows[at:to] - first) * width, count)
        index += ground[target.form[occurrence]]
        starts = edges[at:to] - edges[at]
        total = np.zeros(len(index), dtype=np.float32)
        for a in range(size):
            total += near.ravel()[index + a * width]
            value = np.log1p(total * np.repeat(scale[a, at:to], count))
            out[a, at:to] = np.add.reduceat(value, starts)
        at = to
    left = np.log(1 - (1 - UNIGRAM) * explained[target.text.words])
    out += np.add.reduceat(left, target.text.start[:-1])[columns]
    return out


def _expectations(
    source: Side,
    target: Side,
    known: Table,
    explained: Floats,
    rows: tuple[int, int],
    columns: Ints,
) -> tuple[NDArray[np.float32], Ints]:
    """Sum of t(w | s) / unigram(w) over the words s of each source sentence, for the words w near.

    Returns the matrix, rows for the source sentences, and the column of each (document, word).
    """
    present = np.zeros(len(target.text.counts), dtype=bool)
    present[columns] = True
    words = np.flatnonzero(np.repeat(present, target.text.counts))
    forms, first = np.unique(target.form[words], return_index=True)
    place = np.zeros(len(target.surprise), dtype=np.int64)
    place[forms] = np.arange(len(forms))
    vocabulary = int(max(known.target.max(initial=0), target.text.words.max(initial=0))) + 1
    owner = np.repeat(target.document, target.text.counts)[words[first]]
    base = int(owner.min())
    local = np.full((int(owner.max()) - base + 1, vocabulary), -1, dtype=np.int64)
    local[owner - base, target.text.words[words[first]]] = np.arange(len(forms))
    start, end = source.text.start[rows[0]], source.text.start[rows[1]]
    s = source.text.words[start:end]
    sentence = np.repeat(np.arange(rows[1] - rows[0]), source.text.counts[rows[0] : rows[1]])
    reach = known.start[s + 1] - known.start[s]
    entry = ranges(known.start[s], reach)
    sentence = np.repeat(sentence, reach)
    owners = source.document[rows[0] : rows[1]][sentence] - base
    owners = np.clip(owners, 0, len(local) - 1)
    column = local[owners, known.target[entry]]
    found = column >= 0
    height = rows[1] - rows[0] + MOST
    flat = sentence[found] * len(forms) + column[found]
    matrix = np.bincount(flat, known.weight[entry[found]], height * len(forms))
    matrix = matrix.reshape(height, len(forms)) * (
        target.surprise[forms] / (1 - (1 - UNIGRAM) * explained[target.text.words[words[first]]])
    )
    return matrix.astype(np.float32), place


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

    ``first`` are the numbers of the first sentences of each segment, (segments, 2).
    """
    out = np.empty((len(lattice.types), *lattice.i.shape))
    n, m = lattice.sizes[:, 0][None, :, None], lattice.sizes[:, 1][None, :, None]
    i = np.clip(lattice.i, 0, n)
    j = np.clip(lattice.j, 0, m)
    x, y = first[:, 0][None, :, None], first[:, 1][None, :, None]
    before = lengths.fr[x + i], lengths.en[y + j]
    usual = [
        np.log(_mean(side, first[:, s], lattice.sizes[:, s])) for s, side in enumerate(lengths[:2])
    ]
    for q, (a, b) in enumerate(lattice.types):
        fr = np.log(lengths.fr[x + np.minimum(i + a, n)] - before[0] + 1.0)
        en = np.log(lengths.en[y + np.minimum(j + b, m)] - before[1] + 1.0)
        spread = variance(fr, en) * lengths.looseness[None, :, None]
        off = (en - fr - lengths.ratio[None, :, None]) ** 2 / spread
        together = -(FREEDOM + 1) / 2 * np.log1p(off / FREEDOM) - np.log(spread) / 2
        apart = np.zeros_like(together)
        for value, mean, size in ((fr, usual[0], a), (en, usual[1], b)):
            alone = SPREAD_ALONE / size
            z = value - mean[None, :, None] - np.log(size)
            apart += -(z**2) / alone / 2 - np.log(alone) / 2
        out[q] = together - apart / 2
    return out


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


def _mean(before: Ints, first: Ints, size: Ints) -> Floats:
    """Geometric-like mean length of the sentences of each segment, in characters."""
    return np.asarray((before[first + size] - before[first] + 1.0) / np.maximum(size, 1) * 0.8)


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
