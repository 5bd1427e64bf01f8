"""Sentences of doubtful beads on both sides, and whether they translate each other.

Beads keep one order; a paragraph that was moved leaves its sentences out on both sides, or in
beads without evidence. So such sentences are compared with those of the other side, all with all.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from visavis.alignment.methods.similarity import Blocks, Direction, Floats, Side, given
from visavis.alignment.methods.translation import Table
from visavis.alignment.methods.words import Ints, Text, ranges

MOST = 256
"""Sentences left out that are compared with so many of the other side at once."""

NOWHERE = -5.0
"""The evidence of a sentence that was compared with none."""


Left = tuple[Ints, Ints]
"""Numbers of the sentences of doubtful beads of one document, on both sides, in order."""


def elsewhere(
    words: tuple[Side, Side], tables: tuple[Table, Table], left: Sequence[Left]
) -> list[tuple[Floats, Floats]]:
    """Evidence that each sentence left is translated by one left on the other side.

    Documents are compared each with itself. The evidence is the log ratio of the words of the best
    pair, less the log of the number of candidates.
    """
    parts = [part for number, own in enumerate(left) for part in _parts(number, own)]
    result: list[tuple[Floats, Floats]] = [
        (np.full(len(fr), NOWHERE), np.full(len(en), NOWHERE)) for fr, en in left
    ]
    for batch in _batches(parts):
        for part, pairs in zip(batch, _pairs(words, tables, batch), strict=True):
            for s in (0, 1):
                own = pairs.max(axis=1 - s) - np.log(pairs.shape[1 - s])
                result[part.document][s][part.start[s] : part.start[s] + len(own)] = own
    return result


class Part(NamedTuple):
    """Sentences of a document that are compared at once, and where they begin among all left."""

    document: int
    start: tuple[int, int]
    sentences: Left


def _parts(document: int, left: Left) -> Iterator[Part]:
    count = -(-max(map(len, left)) // MOST) if min(map(len, left)) else 0
    edges = [np.linspace(0, len(own), count + 1).astype(np.int64).tolist() for own in left]
    for k in range(count):
        fr, en = (own[e[k] : e[k + 1]] for own, e in zip(left, edges, strict=True))
        if len(fr) and len(en):
            yield Part(document, (edges[0][k], edges[1][k]), (fr, en))


def _batches(parts: list[Part]) -> Iterator[list[Part]]:
    batch: list[Part] = []
    tallest = total = 0
    for part in parts:
        size = max(map(len, part.sentences))
        if batch and max(tallest, size) * (total + size) > AT_ONCE:
            yield batch
            batch, tallest, total = [], 0, 0
        batch.append(part)
        tallest, total = max(tallest, size), total + size
    if batch:
        yield batch


AT_ONCE = 50_000
"""Pairs of sentences that are compared at once: they must fit the memory."""


def _pairs(
    words: tuple[Side, Side], tables: tuple[Table, Table], batch: list[Part]
) -> list[Floats]:
    """Log ratios of the words of all pairs of each part, the mean of both directions."""
    chosen = [np.concatenate([part.sentences[s] for part in batch]) for s in (0, 1)]
    sides = [_part(side, own) for side, own in zip(words, chosen, strict=True)]
    counts = [np.array([len(part.sentences[s]) for part in batch]) for s in (0, 1)]
    ends = [np.cumsum(own) for own in counts]
    spans = [np.stack([e - n, e], axis=1) for e, n in zip(ends, counts, strict=True)]
    total: list[Floats] = [np.zeros((n, m)) for n, m in zip(*counts, strict=True)]
    for s in (0, 1):
        way = Direction(sides[s], sides[1 - s], tables[s], tables[1 - s].mass)
        blocks = Blocks(spans[s], ends[s], spans[1 - s])
        ratios, places = given(way, blocks, 1)[0], blocks.places
        for k in range(len(batch)):
            block = ratios[: counts[s][k], places[k] : places[k + 1]]
            total[k] += (block if s == 0 else block.T) / 2
    return total


def _part(side: Side, sentences: Ints) -> Side:
    counts = side.text.counts[sentences]
    token = ranges(side.text.start[sentences], counts)
    start = np.concatenate([[0], np.cumsum(counts)])
    part = Text(side.text.words[token], start)
    return side._replace(text=part, form=side.form[token], document=side.document[sentences])
