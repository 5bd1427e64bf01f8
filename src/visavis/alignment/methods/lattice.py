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

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Singles = NDArray[np.float32]
Ints = NDArray[np.int64]

IMPOSSIBLE = -1e9
"""Stands for log 0; finite, so that differences stay numbers."""

NULLS = np.array([[1, 0], [0, 1]])
"""The kinds of null beads: a source sentence, a target sentence."""


class Chain(NamedTuple):
    """Log probabilities of the next bead, one row a segment.

    ``to_null[:, s]`` is that of a null bead in state s (0: after a bead, 1: after a null bead),
    ``to_bead`` that of any other; ``kinds`` those of each type among the beads that are not null,
    and then of each side among the null ones.
    """

    to_bead: Floats
    to_null: Floats
    kinds: Floats


class Expected(NamedTuple):
    """Expected counts, one row a segment: the sufficient statistics of a `Chain`."""

    beads: Floats
    nulls: Floats
    sides: Floats
    types: Floats


class Lattice:
    """The band of a batch of segments.

    ``sizes`` is (segments, 2): sentences of source and target; ``offsets`` (antidiagonals,
    segments); ``types`` (q, 2): the bead types that are not null; ``anchors`` the points of each
    segment that its path passes. ``kinds`` are the types and then the two null beads.

    Values at the points are held in planes: rows of the points of all antidiagonals and, last, a
    spare, which stands for every point that is not to be reached.
    """

    def __init__(
        self, sizes: Ints, offsets: Ints, width: int, types: Ints, anchors: Sequence[Ints] = ()
    ) -> None:
        self.sizes, self.offsets, self.width, self.types = sizes, offsets, width, types
        self.kinds: Ints = np.concatenate([types, NULLS])
        self.depth, self.count = offsets.shape
        d = np.arange(self.depth)[:, None, None]
        self.i: Ints = offsets[:, :, None] + np.arange(width)
        self.j: Ints = d - self.i
        n, m = sizes[:, 0][None, :, None], sizes[:, 1][None, :, None]
        self.inside = (self.i >= 0) & (self.j >= 0) & (self.i <= n) & (self.j <= m)
        self._anchor(anchors)
        state = np.repeat([0, 1], [len(types), len(NULLS)])
        self.ahead: Ints = self.beside(self.kinds) + self._plane(state)
        """Of each point the end of each kind of bead, in the plane of its state (0: not null)."""
        self.behind: Ints = self.beside(-self.kinds) + self._plane(np.arange(len(self.kinds)))
        """Of each point the start of each kind of bead, in the plane of the kind."""

    def _anchor(self, anchors: Sequence[Ints]) -> None:
        """Leave inside only the points that a path through the anchors of each segment may pass."""
        for segment, points in enumerate(anchors):
            if not len(points):
                continue
            i, j = self.i[:, segment], self.j[:, segment]
            column = np.concatenate([[0], points[:, 1], [self.sizes[segment, 1]]])
            least = column[np.searchsorted(points[:, 0], i, side="left")]
            most = column[np.searchsorted(points[:, 0], i, side="right") + 1]
            self.inside[:, segment] &= (j >= least) & (j <= most)

    def _plane(self, number: Ints) -> Ints:
        return (number * (self.inside.size + 1))[:, None, None]

    def beside(self, steps: Ints) -> Ints:
        """Place in a plane of the points that steps (a, b) reach from each point.

        (antidiagonals, steps, segments, width); negative steps go back, and what is not inside is
        the spare.
        """
        d = np.arange(self.depth)[:, None] + steps.sum(axis=1)
        present = (d >= 0) & (d < self.depth)
        d[~present] = 0
        shift = self.offsets[:, None] + steps[:, :1] - self.offsets[d]
        shift[~present] = self.width
        k = shift[..., None] + np.arange(self.width)
        place = k + ((d[..., None] * self.count + np.arange(self.count)) * self.width)[..., None]
        good = self.inside.ravel().take(place, mode="clip")
        good &= k.view(np.uint64) < self.width
        return np.where(good, place, self.inside.size)

    def planes(self, count: int, fill: float) -> tuple[Floats, Floats]:
        """So many fresh planes, and their points: (planes, antidiagonals, segments, width)."""
        planes = np.full((count, self.inside.size + 1), fill)
        return planes, planes[:, :-1].reshape(count, *self.inside.shape)

    def scores(self) -> Singles:
        """Zeros for each bead at the point where it starts, a score to be: `posteriors`."""
        shape = (self.depth, len(self.types), self.count, self.width)
        return np.zeros(shape, dtype=np.float32)

    def at_end(self) -> tuple[Ints, Ints, Ints]:
        """Index of the last point of each segment: antidiagonal, segment, cell."""
        segment = np.arange(self.count)
        last = self.sizes.sum(axis=1)
        return last, segment, self.sizes[:, 0] - self.offsets[last, segment]


def band(path: Ints, size: tuple[int, int], width: int) -> Ints:
    """Offsets of a band of ``width`` around a path of points (i, j) from (0, 0) to the end."""
    n, m = size
    d = np.arange(n + m + 1)
    centre = np.interp(d, path.sum(axis=1), path[:, 0])
    low = np.maximum(0, d - m)
    high = np.maximum(low, np.minimum(n, d) - width + 1)
    offsets: Ints = np.clip(np.floor(centre).astype(np.int64) - width // 2, low, high)
    return offsets


class Posteriors(NamedTuple):
    """Probability of each kind of bead at the point where it starts, and what is expected.

    ``beads`` is (kinds, antidiagonals, segments, width).
    """

    beads: Floats
    expected: Expected


class Onward(NamedTuple):
    """What lies ahead of each point: (antidiagonals, ..., segments, width).

    ``share`` is the weight of each kind of bead among the ways on from a point, ``groups`` the sums
    of those that are not null and of the null ones, ``total`` what they weigh in each state.
    """

    share: Singles
    groups: Floats
    total: Floats


def posteriors(lattice: Lattice, scores: Singles, chain: Chain) -> Posteriors:
    """Forward-backward over the lattice.

    ``scores`` is (antidiagonals, types, segments, width): that of each bead at the point where it
    starts, `IMPOSSIBLE` where it may not be. Null beads score 0. The backward pass is one of logs;
    what it says of the ways on from each point is then the probability of the next step of a path,
    so that the forward pass hands down the probability of each point, and nothing in it can
    overflow.
    """
    turn = np.exp(np.stack([chain.to_bead, chain.to_null], axis=2)).transpose(1, 2, 0)[..., None]
    onward = _backward(lattice, scores, chain.kinds.T[:, :, None], turn)
    rate = turn / onward.total[:, :, None]
    beads, reached = _forward(lattice, onward.share, rate)
    turns = np.einsum("dsbw,dsgbw,dgbw->sbg", reached, rate, onward.groups)
    kinds = beads.sum(axis=(1, 3)).T
    types = len(lattice.types)
    return Posteriors(
        beads, Expected(turns[:, :, 0].T, turns[:, :, 1].T, kinds[:, types:], kinds[:, :types])
    )


def _backward(lattice: Lattice, scores: Singles, prior: Floats, turn: Floats) -> Onward:
    types = len(lattice.types)
    depth, count, width = lattice.depth, lattice.count, lattice.width
    planes, cells = lattice.planes(2, IMPOSSIBLE)
    share = np.empty((depth, len(lattice.kinds), count, width), dtype=np.float32)
    np.add(scores, prior[:types], out=share[:, :types], casting="same_kind")
    share[:, types:] = prior[types:]
    groups = np.empty((depth, 2, count, width))
    total = np.empty((depth, 2, count, width))
    ways = np.empty(share.shape[1:])
    ends = _by_antidiagonal(lattice)
    for d in range(depth - 1, -1, -1):
        planes.take(lattice.ahead[d], out=ways, mode="clip")
        ways += share[d]
        top = np.maximum.reduce(ways, axis=0)
        own = np.subtract(ways, top, out=share[d], casting="same_kind")
        np.exp(own, out=own)
        to_bead = np.add.reduce(own[:types], axis=0, out=groups[d, 0])
        to_null = np.add.reduce(own[types:], axis=0, out=groups[d, 1])
        weight = np.multiply(turn[:, 0], to_bead, out=total[d])
        weight += turn[:, 1] * to_null
        np.add(np.log(weight), top, out=cells[:, d])
        for segment, cell in ends.get(d, ()):
            cells[:, d, segment, cell] = 0.0
    last, segments, cells_of = lattice.at_end()
    share[last, :, segments, cells_of] = 0.0
    groups[last, :, segments, cells_of] = 0.0
    return Onward(share, groups, total)


def _by_antidiagonal(lattice: Lattice) -> dict[int, list[tuple[int, int]]]:
    """Segments and cells of the last points on each antidiagonal."""
    ends: dict[int, list[tuple[int, int]]] = {}
    for d, segment, cell in zip(*(x.tolist() for x in lattice.at_end()), strict=True):
        ends.setdefault(d, []).append((segment, cell))
    return ends


def _forward(lattice: Lattice, share: Singles, rate: Floats) -> tuple[Floats, Floats]:
    """Probability of each bead where it starts, and of each point in either state."""
    types = len(lattice.types)
    planes, beads = lattice.planes(len(lattice.kinds), 0.0)
    reached = np.zeros((lattice.depth, 2, lattice.count, lattice.width))
    flow = np.empty(share.shape[1:])
    start = -lattice.offsets[0, 0]
    for d in range(lattice.depth):
        if d:
            planes.take(lattice.behind[d], out=flow, mode="clip")
            np.add.reduce(flow[:types], axis=0, out=reached[d, 0])
            np.add.reduce(flow[types:], axis=0, out=reached[d, 1])
        else:
            reached[0, 0, :, start] = 1.0
        groups = rate[d, 0] * reached[d, 0]
        groups += rate[d, 1] * reached[d, 1]
        np.multiply(share[d, :types], groups[0], out=beads[:types, d])
        np.multiply(share[d, types:], groups[1], out=beads[types:, d])
    return beads, reached


def decode(
    lattice: Lattice, posteriors: Posteriors, cost: float, evidence: Singles
) -> list[Floats]:
    """For each segment its best beads: rows (i, j, a, b, probability, evidence).

    They maximise the sum of probabilities, less ``cost`` for each bead; an impossible bead is not
    among them. ``evidence`` is of each bead that is not null, where it starts, as `scores` are.
    """
    types = len(lattice.types)
    gain = posteriors.beads - cost
    gain[:types][posteriors.beads[:types] <= 0] = IMPOSSIBLE
    planes, best = lattice.planes(2, IMPOSSIBLE)
    choice = np.zeros(lattice.inside.shape, dtype=np.int8)
    value = np.empty(gain[:, 0].shape)
    ends = _by_antidiagonal(lattice)
    for d in range(lattice.depth - 1, -1, -1):
        planes.take(lattice.ahead[d], out=value, mode="clip")
        value += gain[:, d]
        choice[d] = value.argmax(axis=0)
        best[:, d] = np.maximum.reduce(value, axis=0)
        for segment, cell in ends.get(d, ()):
            best[:, d, segment, cell] = 0.0
    return [_trace(lattice, choice, posteriors.beads, evidence, s) for s in range(lattice.count)]


def _trace(
    lattice: Lattice,
    choice: NDArray[np.int8],
    probability: Floats,
    evidence: Singles,
    segment: int,
) -> Floats:
    n, m = lattice.sizes[segment].tolist()
    kinds = lattice.kinds.tolist()
    offsets = lattice.offsets[:, segment].tolist()
    rows: list[tuple[int, int, int, int]] = []
    at: list[tuple[int, int, int]] = []
    i = j = 0
    while i < n or j < m:
        k = i - offsets[i + j]
        q = int(choice[i + j, segment, k])
        a, b = kinds[q]
        rows.append((i, j, a, b))
        at.append((i + j, q, k))
        i, j = i + a, j + b
    if not rows:
        return np.zeros((0, 6))
    d, kind, cell = np.array(at).T
    types = len(lattice.types)
    worth = np.where(
        kind < types, evidence[d, np.minimum(kind, types - 1), segment, cell], np.float32(0)
    )
    columns = [np.minimum(probability[kind, d, segment, cell], 1.0), worth]
    return np.concatenate([np.array(rows, dtype=np.float64), np.stack(columns, axis=1)], axis=1)
