"""Sentences of doubtful beads on both sides, and whether they translate each other.

Beads keep one order; a paragraph that was moved leaves its sentences out on both sides, or in
beads without evidence. So such sentences are compared with those of the other side, all with all.
"""

import numpy as np

from visavis.alignment.methods.similarity import Blocks, Direction, Floats, Side, given
from visavis.alignment.methods.translation import Table
from visavis.alignment.methods.words import Ints, Text, ranges

MOST = 256
"""Sentences left out that are compared with so many of the other side at once."""

NOWHERE = -5.0
"""The evidence of a sentence that was compared with none."""


def elsewhere(
    words: tuple[Side, Side], tables: tuple[Table, Table], left: tuple[Ints, Ints]
) -> tuple[Floats, Floats]:
    """Evidence that each sentence left out is translated by one left out on the other side.

    ``left`` are the numbers of those of one document, in order. The evidence is the log ratio of
    the words of the best pair, less the log of the number of candidates.
    """
    out = tuple(np.full(len(own), NOWHERE) for own in left)
    parts = -(-max(map(len, left)) // MOST)
    edges = [np.linspace(0, len(own), parts + 1).astype(np.int64) for own in left]
    for part in range(parts):
        spans = [slice(int(e[part]), int(e[part + 1])) for e in edges]
        chosen = [own[span] for own, span in zip(left, spans, strict=True)]
        if not min(map(len, chosen)):
            continue
        pairs = _pairs(words, tables, (chosen[0], chosen[1]))
        for s in (0, 1):
            out[s][spans[s]] = pairs.max(axis=1 - s) - np.log(pairs.shape[1 - s])
    return out[0], out[1]


def _pairs(
    words: tuple[Side, Side], tables: tuple[Table, Table], chosen: tuple[Ints, Ints]
) -> Floats:
    """Log ratios of the words of all pairs, the mean of both directions."""
    sides = [_part(side, own) for side, own in zip(words, chosen, strict=True)]
    total = np.zeros((len(chosen[0]), len(chosen[1])))
    for s in (0, 1):
        way = Direction(sides[s], sides[1 - s], tables[s], tables[1 - s].mass)
        n, m = len(chosen[s]), len(chosen[1 - s])
        blocks = Blocks(np.array([[0, n]]), np.array([n]), np.array([[0, m]]))
        ratios = given(way, blocks, 1)[0, :n]
        total += ratios if s == 0 else ratios.T
    return total / 2


def _part(side: Side, sentences: Ints) -> Side:
    counts = side.text.counts[sentences]
    token = ranges(side.text.start[sentences], counts)
    start = np.concatenate([[0], np.cumsum(counts)])
    part = Text(side.text.words[token], start)
    return side._replace(text=part, form=side.form[token], document=side.document[sentences])
