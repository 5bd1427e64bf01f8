"""Dynamic programming over beads, in a band of the lattice of sentence boundaries.

A point (i, j) of the lattice stands between sentences: i sentences of the source and j of the
target lie before it. A bead is a step from (i, j) to (i + a, j + b). The points are stored by
antidiagonal d = i + j, each with ``width`` cells: cell k of antidiagonal d is i = offset[d] + k.
A band follows any monotone path this way, runs of omitted sentences included, and all the cells of
an antidiagonal, of all the segments of a batch, are computed at once.

The model is a Markov chain of beads with two states, after a null bead or not, so that omitted
sentences come in runs (the affine gaps of Gotoh 1982, J. Mol. Biol. 162, 705-708). Posteriors are
those of the forward-backward algorithm; the beads are those that maximise the expected number
of right ones.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

IMPOSSIBLE = -1e9
"""Stands for log 0; finite, so that differences stay numbers."""


class Chain(NamedTuple):
    """Log probabilities of the next bead, one row a segment.

    ``to_null[:, s]`` is that of a null bead in state s (0: after a bead, 1: after a null bead),
    ``to_bead`` that of any other; ``side[:, 0]`` that a null bead is a source sentence.
    """

    to_bead: Floats
    to_null: Floats
    side: Floats


class Expected(NamedTuple):
    """Expected counts, one row a segment: the sufficient statistics of a `Chain`."""

    beads: Floats
    nulls: Floats
    sides: Floats
    types: Floats


class Lattice:
    """The band of a batch of segments.

    ``sizes`` is (segments, 2): sentences of source and target; ``offsets`` (antidiagonals,
    segments); ``types`` (q, 2): the bead types that are not null.
    """

    def __init__(self, sizes: Ints, offsets: Ints, width: int, types: Ints) -> None:
        self.sizes, self.offsets, self.width, self.types = sizes, offsets, width, types
        self.depth, self.count = offsets.shape
        self.pad = int(types.max())
        self.steps = types.sum(axis=1)
        self.reach = int(self.steps.max())
        self.stride = width + 2 * self.pad
        d = np.arange(self.depth)[:, None, None]
        self.i: Ints = offsets[:, :, None] + np.arange(width)
        self.j: Ints = d - self.i
        n, m = sizes[:, 0][None, :, None], sizes[:, 1][None, :, None]
        self.inside = (self.i >= 0) & (self.j >= 0) & (self.i <= n) & (self.j <= m)
        self.last = sizes.sum(axis=1)

    def anchor(self, anchors: list[Ints]) -> None:
        """Leave inside only the points that a path through the anchors of each segment may pass."""
        for segment, points in enumerate(anchors):
            if not len(points):
                continue
            i, j = self.i[:, segment], self.j[:, segment]
            column = np.concatenate([[0], points[:, 1], [self.sizes[segment, 1]]])
            least = column[np.searchsorted(points[:, 0], i, side="left")]
            most = column[np.searchsorted(points[:, 0], i, side="right") + 1]
            self.inside[:, segment] &= (j >= least) & (j <= most)

    def ends(self, a: int, b: int) -> Ints:
        """Index into a padded array of the point that the bead (a, b) reaches from each point.

        The padded array is (antidiagonals + reach, segments, width + 2 pad), flattened.
        """
        d = np.minimum(np.arange(self.depth) + a + b, self.depth - 1)
        shift = self.offsets + a - self.offsets[d]
        rows = (np.arange(self.depth) + a + b)[:, None] * self.count + np.arange(self.count)
        base: Ints = rows * self.stride + self.pad + np.clip(shift, -self.pad, self.pad)
        return base

    def padded(self, fill: float) -> Floats:
        """A fresh padded array."""
        return np.full((self.depth + self.reach, self.count, self.stride), fill)

    def shifted(self, values: Floats, a: int, b: int) -> Floats:
        """``values`` (antidiagonals, segments, width) at the point that (a, b) reaches."""
        padded = self.padded(IMPOSSIBLE)
        padded[: self.depth, :, self.pad : self.pad + self.width] = values
        index = self.ends(a, b)[:, :, None] + np.arange(self.width)
        return np.asarray(padded.ravel()[index])


def band(path: Ints, size: tuple[int, int], width: int) -> Ints:
    """Offsets of a band of ``width`` around a path of points (i, j) from (0, 0) to the end."""
    n, m = size
    d = np.arange(n + m + 1)
    centre = np.interp(d, path.sum(axis=1), path[:, 0])
    low = np.maximum(0, d - m)
    high = np.maximum(low, np.minimum(n, d) - width + 1)
    offsets: Ints = np.clip(np.floor(centre).astype(np.int64) - width // 2, low, high)
    return offsets


def _total(stack: Floats) -> Floats:
    top = stack.max(axis=0)
    return np.asarray(top + np.log(np.exp(stack - top).sum(axis=0)))


def _either(a: Floats, b: Floats) -> Floats:
    return np.asarray(np.logaddexp(a, b))


class Posteriors(NamedTuple):
    """Probability of each bead at the point where it starts, and of the two null beads."""

    beads: Floats
    nulls: Floats
    expected: Expected


def posteriors(lattice: Lattice, scores: Floats, chain: Chain) -> Posteriors:
    """Forward-backward over the lattice.

    ``scores`` is (types, antidiagonals, segments, width): the log score of each bead at the
    point where it starts, `IMPOSSIBLE` where it may not be.
    """
    forward = _forward(lattice, scores, chain)
    real, null, rest = _backward(lattice, scores, chain)
    total = _either(
        chain.to_bead[:, 0] + real[0, :, -lattice.offsets[0, 0]],
        chain.to_null[:, 0] + null[0, :, -lattice.offsets[0, 0]],
    )[None, :, None]
    after_bead, after_null = forward
    beads_from = [after_bead + chain.to_bead[:, :1], after_null + chain.to_bead[:, 1:]]
    nulls_from = [after_bead + chain.to_null[:, :1], after_null + chain.to_null[:, 1:]]
    counts = [np.exp(f + real - total).sum(axis=(0, 2)) for f in beads_from]
    openings = [np.exp(f + null - total).sum(axis=(0, 2)) for f in nulls_from]
    out_bead = _either(*beads_from)
    out_null = _either(*nulls_from)
    beads = np.exp(out_bead + rest[0] - total)
    nulls = np.exp(out_null + rest[1] - total)
    expected = Expected(
        np.stack(counts, axis=1),
        np.stack(openings, axis=1),
        nulls.sum(axis=(1, 3)).T,
        beads.sum(axis=(1, 3)).T,
    )
    return Posteriors(beads, nulls, expected)


def _index(lattice: Lattice) -> tuple[Ints, Ints]:
    """`Lattice.ends` of the bead types and of the two nulls: (antidiagonals, types, segments)."""
    types = np.stack([lattice.ends(int(a), int(b)) for a, b in lattice.types], axis=1)
    return types, np.stack([lattice.ends(1, 0), lattice.ends(0, 1)], axis=1)


def _starts(lattice: Lattice, types: Ints) -> Ints:
    """Index of the points from which each type reaches each: (antidiagonals, types, segments).

    The index is into an array like `Lattice.padded` with the padding of antidiagonals in front.
    """
    d = np.arange(lattice.depth)[:, None]
    back = d - types.sum(axis=1)
    shift = lattice.offsets[:, None] - types[:, 0, None] - lattice.offsets[np.maximum(back, 0)]
    rows = (back + lattice.reach)[:, :, None] * lattice.count + np.arange(lattice.count)
    base = rows * lattice.stride + lattice.pad
    return np.asarray(base + np.clip(shift, -lattice.pad, lattice.pad))


def _forward(lattice: Lattice, scores: Floats, chain: Chain) -> tuple[Floats, Floats]:
    """Log probability of what lies before each point, by state."""
    shape = (lattice.depth, lattice.count, lattice.width)
    after_bead, after_null = np.full(shape, IMPOSSIBLE), np.full(shape, IMPOSSIBLE)
    after_bead[0, :, -lattice.offsets[0, 0]] = 0.0
    pad, width = lattice.pad, lattice.width
    rows = lattice.depth + lattice.reach
    out = np.full((len(scores), rows, lattice.count, lattice.stride), IMPOSSIBLE)
    out_null = np.full((rows, lattice.count, lattice.stride), IMPOSSIBLE)
    flat, flat_null = out.ravel(), out_null.ravel()
    types = _starts(lattice, lattice.types)
    types += (np.arange(len(scores)) * out[0].size)[:, None]
    nulls = _starts(lattice, np.array([[1, 0], [0, 1]]))
    cells = np.arange(width)
    side_odds = chain.side.T[:, :, None]
    for d in range(lattice.depth):
        if d:
            after_bead[d] = _total(flat[types[d][:, :, None] + cells])
            side = flat_null[nulls[d][:, :, None] + cells] + side_odds
            after_null[d] = _either(side[0], side[1])
            np.copyto(after_bead[d], IMPOSSIBLE, where=~lattice.inside[d])
            np.copyto(after_null[d], IMPOSSIBLE, where=~lattice.inside[d])
        a, b = after_bead[d], after_null[d]
        onward = _either(a + chain.to_bead[:, :1], b + chain.to_bead[:, 1:])
        out[:, d + lattice.reach, :, pad : pad + width] = onward + scores[:, d]
        out_null[d + lattice.reach, :, pad : pad + width] = _either(
            a + chain.to_null[:, :1], b + chain.to_null[:, 1:]
        )
    return after_bead, after_null


def _backward(
    lattice: Lattice, scores: Floats, chain: Chain
) -> tuple[Floats, Floats, tuple[Floats, Floats]]:
    """Log probability of what lies after each point: by the kind of the next bead, and by bead."""
    types, nulls = _index(lattice)
    cells = np.arange(lattice.width)
    after_bead, after_null = lattice.padded(IMPOSSIBLE), lattice.padded(IMPOSSIBLE)
    flat_bead, flat_null = after_bead.ravel(), after_null.ravel()
    shape = (lattice.depth, lattice.count, lattice.width)
    real, null = np.full(shape, IMPOSSIBLE), np.full(shape, IMPOSSIBLE)
    rest_bead = np.full((len(scores), *shape), IMPOSSIBLE)
    rest_null = np.full((2, *shape), IMPOSSIBLE)
    pad, width = lattice.pad, lattice.width
    final = np.arange(lattice.count)
    place = pad + lattice.sizes[:, 0] - lattice.offsets[lattice.last, final]
    after_bead[lattice.last, final, place] = 0.0
    after_null[lattice.last, final, place] = 0.0
    for d in range(lattice.depth - 2, -1, -1):
        step = scores[:, d] + flat_bead[types[d][:, :, None] + cells]
        rest_bead[:, d] = step
        omit = flat_null[nulls[d][:, :, None] + cells] + chain.side.T[:, :, None]
        rest_null[:, d] = omit
        real[d] = _total(step)
        null[d] = _either(omit[0], omit[1])
        inside = lattice.inside[d] & (d < lattice.last)[:, None]
        for state, target in enumerate((after_bead, after_null)):
            value = _either(
                real[d] + chain.to_bead[:, state, None], null[d] + chain.to_null[:, state, None]
            )
            np.copyto(target[d, :, pad : pad + width], value, where=inside)
    return real, null, (rest_bead, rest_null)


def decode(
    lattice: Lattice, found: Posteriors, bead_gain: float, cost: float = 0.0
) -> list[Floats]:
    """For each segment its best beads: rows (i, j, a, b, probability).

    They maximise the sum of probabilities, a bead that is not null counted ``bead_gain`` times.
    """
    types, nulls = _index(lattice)
    index = np.concatenate([types, nulls], axis=1)
    kinds = np.concatenate([lattice.types, [[1, 0], [0, 1]]])
    gain = np.concatenate([found.beads * bead_gain - cost * bead_gain, found.nulls - cost])
    best = lattice.padded(IMPOSSIBLE)
    flat = best.ravel()
    final = np.arange(lattice.count)
    pad, width = lattice.pad, lattice.width
    best[lattice.last, final, pad + lattice.sizes[:, 0] - lattice.offsets[lattice.last, final]] = (
        0.0
    )
    choice = np.zeros((lattice.depth, lattice.count, width), dtype=np.int8)
    cells = np.arange(width)
    for d in range(lattice.depth - 2, -1, -1):
        value = flat[index[d][:, :, None] + cells] + gain[:, d]
        choice[d] = value.argmax(axis=0)
        inside = lattice.inside[d] & (d < lattice.last)[:, None]
        np.copyto(best[d, :, pad : pad + width], value.max(axis=0), where=inside)
    probability = np.concatenate([found.beads, found.nulls])
    return [_trace(lattice, choice, kinds, probability, s) for s in range(lattice.count)]


def _trace(
    lattice: Lattice, choice: NDArray[np.int8], kinds: Ints, probability: Floats, segment: int
) -> Floats:
    n, m = (int(size) for size in lattice.sizes[segment])
    i = j = 0
    rows = []
    while i < n or j < m:
        k = i - int(lattice.offsets[i + j, segment])
        q = int(choice[i + j, segment, k])
        a, b = int(kinds[q, 0]), int(kinds[q, 1])
        rows.append((i, j, a, b, min(1.0, float(probability[q, i + j, segment, k]))))
        i, j = i + a, j + b
    return np.array(rows, dtype=np.float64).reshape(-1, 5)
