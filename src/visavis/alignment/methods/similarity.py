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

from visavis.alignment.methods.lattice import IMPOSSIBLE, Lattice
from visavis.alignment.methods.translation import Table
from visavis.alignment.methods.words import Ints, Text, grouped, ranges

Floats = NDArray[np.float64]
Singles = NDArray[np.float32]

UNIGRAM = 0.4
"""Part of the unigram, at least, in the mixture that explains a word of a bead; a word of
unknown translation adds its share to it."""

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
    keys, form = grouped(owner * vocabulary + text.words)
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


class Blocks(NamedTuple):
    """Stretches of source sentences, each with the target sentences that may go with them.

    ``rows`` are the first source sentence of each and the end, (blocks, 2); ``ends`` what a group
    that begins in them may reach; ``columns`` the first target sentence and the end.
    """

    rows: Ints
    ends: Ints
    columns: Ints

    @property
    def places(self) -> Ints:
        """Where the target sentences of each block begin when all are laid end to end."""
        return np.concatenate([[0], np.cumsum(self.columns[:, 1] - self.columns[:, 0])])


class _Words(NamedTuple):
    """The target words of blocks laid end to end, and the parts of sentences, of `FACTORS` words.

    ``sizes`` are the words of each block, ``ratio`` is 1 over the unigram and ``ground`` its part
    in the mixture of each. ``part`` has the words of each part, one past the last where there are
    no more, (`FACTORS`, parts); ``first`` tells which part is the first of each sentence, and
    ``parts`` are those of each block.
    """

    word: Ints
    sizes: Ints
    ratio: Floats
    ground: Floats
    part: Ints
    first: Ints
    parts: Ints


FACTORS = 4
"""Words whose ratios are multiplied before a logarithm is taken: four of them, each less than some
times the words of a document, are far from overflow in single precision."""


def given(way: Direction, blocks: Blocks, size: int) -> Singles:
    """Log ratio of the words of target sentences given groups of source sentences.

    (size, rows, columns): plane a - 1 is for groups of a sentences, row r for those that begin
    with source sentence r of a block, columns for the target sentences of all blocks.
    """
    words = _words(way, blocks)
    near = _expectations(way, blocks, words, size).take(words.part, axis=1)
    height = len(near) - size + 1
    total = np.zeros((height, *near.shape[1:]), dtype=np.float32)
    gain = np.empty_like(total)
    out = np.empty((size, height, len(words.first)), dtype=np.float32)
    for a, scale in enumerate(_scales(way, blocks, height, size)):
        total += near[a : a + height]
        np.multiply(total, scale.repeat(words.parts, axis=1)[:, None], out=gain)
        gain += 1
        product = np.log(np.multiply.reduce(gain, axis=1))
        np.add.reduceat(product, words.first, axis=1, out=out[a])
    ground = np.log(np.append(words.ground, 1.0)).take(words.part).sum(axis=0)
    out += np.add.reduceat(ground, words.first).astype(np.float32)
    return out


def _words(way: Direction, blocks: Blocks) -> _Words:
    wide = np.diff(blocks.columns)[:, 0]
    column = ranges(blocks.columns[:, 0], wide)
    text = way.target.text
    counts = text.counts[column]
    token = ranges(text.start[column], counts)
    word = text.words[token]
    parts = -(-counts // FACTORS)
    before = np.cumsum(parts) - parts
    left = np.repeat(counts + before * FACTORS, parts) - np.arange(parts.sum()) * FACTORS
    start = np.repeat(np.cumsum(counts), parts) - left
    factor = np.arange(FACTORS)[:, None]
    return _Words(
        word,
        _sums(counts, blocks.places),
        way.target.surprise[way.target.form[token]],
        way.ground(word),
        np.where(factor < left, start + factor, len(word)),
        before,
        _sums(parts, blocks.places),
    )


def _sums(values: Ints, places: Ints) -> Ints:
    """Sums of the values between places."""
    return np.diff(np.concatenate([[0], np.cumsum(values)])[places])


def _scales(way: Direction, blocks: Blocks, height: int, size: int) -> Singles:
    """What the mixture gives each source word of groups of 1 to ``size``: (size, rows, blocks)."""
    row = blocks.rows[:, 0] + np.arange(height + size)[:, None]
    before = way.source.text.start[np.minimum(row, blocks.ends)]
    groups = np.stack([before[a : a + height] for a in range(1, size + 1)]) - before[:height]
    return np.asarray((1 - UNIGRAM) / np.maximum(groups, 1), dtype=np.float32)


def _expectations(way: Direction, blocks: Blocks, words: _Words, size: int) -> Singles:
    """Sum over the words s of each source sentence of t(w | s) / p(w), for the words w near.

    p(w) is the unigram with its part in the mixture. Rows are the source sentences of each block
    and those that groups of ``size`` take in beyond, columns the target words of all blocks and a
    last one of no word.
    """
    text, known = way.source.text, way.known
    vocabulary, width = len(way.explained), len(words.word)
    key = np.repeat(np.arange(len(blocks.ends)) * vocabulary, words.sizes) + words.word
    local = np.full(len(blocks.ends) * vocabulary, -1, dtype=np.int32)
    local[key] = np.arange(width)
    tall = np.minimum(blocks.rows[:, 1] + size - 1, blocks.ends) - blocks.rows[:, 0]
    height = int(np.diff(blocks.rows).max()) + size - 1
    sentence = ranges(blocks.rows[:, 0], tall)
    counts = text.counts[sentence]
    row = np.repeat(ranges(np.zeros_like(tall), tall), counts)
    block = np.repeat(np.repeat(np.arange(len(tall)), tall), counts)
    source = text.words[ranges(text.start[sentence], counts)]
    reach = known.start[source + 1] - known.start[source]
    entry = ranges(known.start[source], reach)
    column = local[np.repeat(block * vocabulary, reach) + known.target[entry]]
    found = np.flatnonzero(column >= 0)
    column = column[found]
    weight = known.weight[entry[found]] * (words.ratio / words.ground)[column]
    cells = np.repeat(row * width, reach)[found] + column
    matrix = np.bincount(cells, weight, height * width).reshape(height, width)
    out = np.zeros((height, width + 1), dtype=np.float32)
    out[:, :width] = matrix.take(local[key], axis=1)
    return out


class Lengths(NamedTuple):
    """Characters before each sentence on both sides, and how documents translate them.

    ``ratio`` is the log ratio of target to source of each document, ``looseness`` what the
    variance of that ratio from bead to bead is multiplied with.
    """

    fr: Ints
    en: Ints
    ratio: Floats
    looseness: Floats


def length_scores(lattice: Lattice, first: Ints, lengths: Lengths) -> Singles:
    """Log ratio of the lengths of each bead: (antidiagonals, types, segments, width).

    ``first`` are the numbers of the first sentences of each segment, (segments, 2); ``lengths``
    have a ratio and a looseness for each segment.
    """
    sides = []
    for side, (before, place) in enumerate(((lengths.fr, lattice.i), (lengths.en, lattice.j))):
        most = int(lattice.types[:, side].max())
        groups = _groups(before, first[:, side], lattice.sizes[:, side], most)
        tall = groups.shape[-1]
        at = np.arange(lattice.count)[:, None] * tall + np.clip(place, 0, tall - 1)
        values = groups.reshape(len(groups) * most, -1).take(at, axis=1)
        sides.append(values.reshape(len(groups), most, *at.shape)[:, lattice.types[:, side] - 1])
    (log, short, alone), (log_en, short_en, alone_en) = sides
    short += short_en
    short += SPREAD_FIXED
    short *= lengths.looseness[:, None].astype(np.float32)
    alone += alone_en
    alone += np.log(short)
    log -= log_en
    log += lengths.ratio[:, None].astype(np.float32)
    np.square(log, out=log)
    short *= FREEDOM
    log /= short
    log += 1
    np.log(log, out=log)
    log *= FREEDOM + 1
    log += alone
    log /= -2
    return np.ascontiguousarray(log.swapaxes(0, 1))


def _groups(before: Ints, first: Ints, size: Ints, most: int) -> Singles:
    """Logs of the lengths, their part of the variance, and their log probability by themselves.

    Each of groups of 1, 2... sentences from each on: (3, most, segments, sentences).
    """
    place = np.arange(int(size.max()) + 1)
    start = first[:, None] + np.minimum(place, size[:, None])
    numbers = np.arange(1, most + 1)[:, None, None]
    end = np.minimum(start + numbers, (first + size)[:, None])
    length = before[end] - before[start] + 1.0
    usual = np.log((before[first + size] - before[first] + 1.0) / np.maximum(size, 1) * TYPICAL)
    log = np.log(length)
    variance_alone = SPREAD_ALONE / numbers
    off = log - usual[:, None] - np.log(numbers)
    alone = -(off**2 / variance_alone + np.log(variance_alone)) / 2
    return np.stack([log, SPREAD_SHORT / length, alone]).astype(np.float32)


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


def vector_scores(lattice: Lattice, first: Ints, vectors: tuple[Floats, Floats]) -> Singles:
    """Likeness of the vectors of both sides of each bead: (antidiagonals, types, segments, width).

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
    out = lattice.scores()
    whole, cells = lattice.planes(1, 0.0)
    cells[0] = products
    for q, (a, b) in enumerate(lattice.types.tolist()):
        shifts = np.array([(p, r) for p in range(a) for r in range(b)])
        total = whole.take(lattice.beside(shifts)).sum(axis=1)
        norm = (
            lengths[0][a - 1][segment, np.clip(lattice.i, 0, n)]
            * lengths[1][b - 1][segment, np.clip(lattice.j, 0, m)]
        )
        cosine = total / np.maximum(norm, 1e-9)
        likeness = np.clip((cosine - usual) / contrast - 1, -1, 1)
        out[:, q] = likeness * (a + b) / 2
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


def word_scores(
    lattice: Lattice, first: Ints, words: tuple[Side, Side], tables: tuple[Table, Table]
) -> Singles:
    """Mean of both directions for each bead: (antidiagonals, types, segments, width)."""
    out = lattice.scores()
    for s in (0, 1):
        way = Direction(words[s], words[1 - s], tables[s], tables[1 - s].mass)
        most = lattice.types.max(axis=0).tolist()
        blocks, row, column = _blocks(lattice, first, s, most[1 - s])
        found = given(way, blocks, most[s])
        size, height, width = found.shape
        before = np.zeros((size, height, width + most[1 - s] + 1))
        np.cumsum(found, axis=2, out=before[:, :, 1 : width + 1])
        cell = row * before.shape[2] + column
        flat = before.reshape(size, -1)
        start = flat.take(cell, axis=1)
        ends = [flat.take(cell + b, axis=1) - start for b in range(1, most[1 - s] + 1)]
        for q, kind in enumerate(lattice.types.tolist()):
            out[:, q] += ends[kind[1 - s] - 1][kind[s] - 1]
    out /= 2
    return out


def _blocks(lattice: Lattice, first: Ints, side: int, beyond: int) -> tuple[Blocks, Ints, Ints]:
    """The blocks of a batch whose source is ``side``, and row and column of each point in them.

    The columns of a block reach ``beyond`` the points that are near its rows.
    """
    sizes, ends = lattice.sizes, first + lattice.sizes
    place = (lattice.i, lattice.j)
    rows, others = (
        np.minimum(np.maximum(place[s], 0), sizes[:, s, None] - 1) for s in (side, 1 - side)
    )
    tall = np.where(sizes[:, side] > WHOLE, STRETCH, sizes[:, side])
    count = -(-sizes[:, side] // tall)
    number = (np.cumsum(count) - count)[:, None] + rows // tall[:, None]
    owner = np.repeat(np.arange(lattice.count), count)
    top = first[owner, side] + ranges(np.zeros_like(count), count) * tall[owner]
    bottom = np.minimum(top + tall[owner], ends[owner, side])
    near, far = number[lattice.inside], others[lattice.inside]
    low = np.zeros_like(owner)
    high = sizes[owner, 1 - side] - 1
    if len(owner) > lattice.count:
        near, far = number[lattice.inside], others[lattice.inside]
        low, high = high, low - 1
        np.minimum.at(low, near, far)
        np.maximum.at(high, near, far)
    start = first[owner, 1 - side] + low
    end = np.minimum(start - low + high + beyond, ends[owner, 1 - side])
    rows_of, columns_of = np.stack([top, bottom], axis=1), np.stack([start, end], axis=1)
    blocks = Blocks(rows_of, ends[owner, side], columns_of)
    shift = blocks.places[:-1] - low
    column = np.minimum(np.maximum(others + shift[number], 0), blocks.places[-1])
    return blocks, rows - (top - first[owner, side])[number], column


WHOLE, STRETCH = 48, 16
"""Source sentences of a block at most; a segment of more is cut into blocks of so many."""


def forbid(lattice: Lattice, scores: Singles, anchors: list[Ints]) -> None:
    """Make impossible, in place, beads that cross an anchor."""
    for segment, points in enumerate(anchors):
        if not len(points):
            continue
        i, j = lattice.i[:, segment], lattice.j[:, segment]
        for q, (a, b) in enumerate(lattice.types.tolist()):
            ends = ((0, i), (0, i + a - 1), (1, j), (1, j + b - 1))
            part = [np.searchsorted(points[:, s], place, side="right") for s, place in ends]
            over = (np.diff(part, axis=0) != 0).any(axis=0)
            scores[:, q, segment][over] = IMPOSSIBLE
