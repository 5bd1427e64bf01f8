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


class Side(NamedTuple):
    """One side of all the segments: its words, and the dense numbers of (document, word)."""

    text: Text
    form: Ints
    surprise: Floats
    document: Ints


def side(text: Text, document: Ints, scope: Ints) -> Side:
    """The words of one side with 1 / unigram of each (document, word).

    ``document`` is the number of the document of each sentence, ``scope`` that of each word. The
    unigram is discounted
    (absolute discounting, Ney, Essen and Kneser 1994): what a document has once is rarer than that.
    """
    vocabulary = len(scope)
    owner = np.repeat(document, text.counts)
    keys, form = grouped(owner * vocabulary + text.words)
    count = np.bincount(form, minlength=len(keys)).astype(np.float64)
    of_document = keys // vocabulary
    total = np.bincount(of_document, count)
    kinds = np.bincount(of_document)
    corpus = np.bincount(text.words, minlength=vocabulary).astype(np.float64)
    size, seen = np.bincount(scope, corpus), np.bincount(scope, corpus > 0)
    general = (np.maximum(corpus - LESS, 0) + (LESS * seen / WORDS)[scope]) / size[scope]
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
    text, lookup = way.source.text, way.known
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
    reach = lookup.start[source + 1] - lookup.start[source]
    entry = ranges(lookup.start[source], reach)
    column = local[np.repeat(block * vocabulary, reach) + lookup.target[entry]]
    result = np.flatnonzero(column >= 0)
    column = column[result]
    weight = lookup.weight[entry[result]] * (words.ratio / words.ground)[column]
    cells = np.repeat(row * width, reach)[result] + column
    matrix = np.bincount(cells, weight, height * width).reshape(height, width)
    out = np.zeros((height, width + 1), dtype=np.float32)
    out[:, :width] = matrix.take(local[key], axis=1)
    return out


def word_scores(
    lattice: Lattice, first: Ints, words: tuple[Side, Side], tables: tuple[Table, Table]
) -> Singles:
    """Mean of both directions for each bead: (antidiagonals, types, segments, width)."""
    out = lattice.scores()
    for s in (0, 1):
        way = Direction(words[s], words[1 - s], tables[s], tables[1 - s].mass)
        most = lattice.types.max(axis=0).tolist()
        blocks, row, column = _blocks(lattice, first, s, most[1 - s])
        result = given(way, blocks, most[s])
        size, height, width = result.shape
        before = np.zeros((size, height, width + most[1 - s] + 1))
        np.cumsum(result, axis=2, out=before[:, :, 1 : width + 1])
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
