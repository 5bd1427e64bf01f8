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
    segments); ``types`` (q, 2): the bead types that are not null. ``kinds`` are the types and then
    the two null beads.
    """

    def __init__(self, sizes: Ints, offsets: Ints, width: int, types: Ints) -> None:
        self.sizes, self.offsets, self.width, self.types = sizes, offsets, width, types
        self.kinds: Ints = np.concatenate([types, NULLS])
        self.steps = self.kinds.sum(axis=1)
        self.depth, self.count = offsets.shape
        self.pad = int(types.max())
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

    def padded(self, fill: float, *before: int) -> Floats:
        """A fresh array of cells with margins: ``reach`` antidiagonals, ``pad`` cells."""
        return np.full((*before, self.depth + 2 * self.reach, self.count, self.stride), fill)

    def beside(self, steps: Ints) -> Ints:
        """Index into a flat `padded` array of the points that steps (a, b) reach from each point.

        (antidiagonals, steps, segments, width); negative steps go back.
        """
        d = np.arange(self.depth)[:, None] + steps.sum(axis=1)
        known = np.clip(d, 0, self.depth - 1)
        shift = self.offsets[:, None] + steps[:, :1] - self.offsets[known]
        base = ((d + self.reach)[:, :, None] * self.count + np.arange(self.count)) * self.stride
        base += self.pad + np.clip(shift, -self.pad, self.pad)
        return np.asarray(base[..., None] + np.arange(self.width))

    def scores(self) -> Singles:
        """Zeros for each bead at the point where it starts, a score to be: `posteriors`."""
        shape = (self.depth, len(self.types), self.count, self.width)
        return np.zeros(shape, dtype=np.float32)

    def cells(self, padded: Floats) -> Floats:
        """The cells of a `padded` array, a view."""
        inner = padded[..., self.reach : self.reach + self.depth, :, :]
        return inner[..., self.pad : self.pad + self.width]

    def at_end(self) -> tuple[Ints, Ints, Ints]:
        """Index of the last point of each segment among the cells."""
        segment = np.arange(self.count)
        return self.last, segment, self.sizes[:, 0] - self.offsets[self.last, segment]


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

    ``beads`` is (antidiagonals, kinds, segments, width).
    """

    beads: Floats
    expected: Expected


class Forward(NamedTuple):
    """What lies before each point: (antidiagonals, ..., segments, width).

    ``share`` is the part of each kind of bead among the ways to come to a point, ``weight`` that of
    both states there, up to a factor.
    """

    share: Floats
    weight: Floats


def arriving(lattice: Lattice, scores: Singles) -> Singles:
    """Log score of each kind of bead at the point where it ends.

    ``scores`` is (antidiagonals, types, segments, width): that of each bead at the point where it
    starts, `IMPOSSIBLE` where it may not be. Null beads score 0.
    """
    types = len(lattice.types)
    shape = (lattice.depth, len(lattice.kinds), lattice.count, lattice.width)
    out = np.zeros(shape, dtype=np.float32)
    whole = lattice.padded(IMPOSSIBLE, types)
    lattice.cells(whole)[:] = scores.transpose(1, 0, 2, 3)
    back = lattice.beside(-lattice.types)
    back += (np.arange(types) * whole[0].size)[:, None, None]
    out[:, :types] = whole.take(back)
    np.copyto(out, IMPOSSIBLE, where=~lattice.inside[:, None])
    return out


def posteriors(lattice: Lattice, scores: Singles, chain: Chain) -> Posteriors:
    """Forward-backward over the lattice; ``scores`` are those of `arriving`.

    The forward pass is one of logs; what it says of the ways to each point is then the probability
    of the last step of a path to it, so that the backward pass hands down the probability of each
    point, and nothing in it can overflow.
    """
    turn = np.exp(np.stack([chain.to_bead, chain.to_null], axis=2)).transpose(1, 2, 0)[..., None]
    forward = _forward(lattice, scores + chain.kinds.T[:, :, None], turn)
    weighted = forward.weight[:, :, None] * turn
    origin = weighted / np.maximum(weighted.sum(axis=1, keepdims=True), TINY)
    beads, onward = _backward(lattice, forward, origin)
    turns = np.einsum("dsbgw,dbgw->sbg", origin, onward)
    kinds = beads.sum(axis=(0, 3)).T
    types = len(lattice.types)
    return Posteriors(
        beads, Expected(turns[:, 0].T, turns[:, 1].T, kinds[:, types:], kinds[:, :types])
    )


TINY = 1e-300


def _forward(lattice: Lattice, share: Floats, turn: Floats) -> Forward:
    types = len(lattice.types)
    depth, count, width = lattice.depth, lattice.count, lattice.width
    onward = lattice.padded(IMPOSSIBLE, 2)
    back = lattice.beside(-lattice.kinds)
    back[:, types:] += onward[0].size
    cells = lattice.cells(onward).transpose(1, 0, 2, 3)
    weight = np.zeros((depth, 2, count, width))
    first = -lattice.offsets[0, 0]
    weight[0, 0, :, first] = 1.0
    cells[0, :, :, first] = np.log(turn[0, :, :, 0])
    groups = np.array([0, types])
    share[0] = 0.0
    for d in range(1, depth):
        ways = share[d]
        ways += onward.take(back[d])
        top = np.maximum.reduce(ways, axis=0)
        ways -= top
        np.exp(ways, out=ways)
        np.add.reduceat(ways, groups, axis=0, out=weight[d])
        ahead = np.add.reduce(weight[d][:, None] * turn, axis=0)
        np.log(ahead, out=ahead)
        np.add(ahead, top, out=cells[d])
    total = np.maximum(weight, TINY)
    share[:, :types] /= total[:, :1]
    share[:, types:] /= total[:, 1:]
    return Forward(share, weight)


def _backward(lattice: Lattice, forward: Forward, origin: Floats) -> tuple[Floats, Floats]:
    """Probability of each bead at its start, and of what comes next at each point: bead or null."""
    kinds, types = len(lattice.kinds), len(lattice.types)
    ahead = lattice.beside(lattice.kinds)
    flow = lattice.padded(0.0, kinds)
    ahead += (np.arange(kinds) * flow[0].size)[:, None, None]
    cells = lattice.cells(flow).transpose(1, 0, 2, 3)
    depth, count, width = lattice.depth, lattice.count, lattice.width
    beads = np.zeros((depth, kinds, count, width))
    onward = np.zeros((depth, 2, count, width))
    state = np.repeat([0, 1], [types, kinds - types])
    groups = np.array([0, types])
    d_end, segment, k_end = lattice.at_end()
    ends: dict[int, list[int]] = {}
    for s, d in enumerate(d_end.tolist()):
        ends.setdefault(d, []).append(s)
    final = forward.weight[d_end, :, segment, k_end]
    final = final / final.sum(axis=1, keepdims=True)
    for d in range(depth - 1, -1, -1):
        flow.take(ahead[d], out=beads[d], mode="clip")
        np.add.reduceat(beads[d], groups, axis=0, out=onward[d])
        here = np.add.reduce(origin[d] * onward[d], axis=1)
        for s in ends.get(d, ()):
            here[:, s, k_end[s]] = final[s]
        np.multiply(here[state], forward.share[d], out=cells[d])
    return beads, onward


def decode(lattice: Lattice, found: Posteriors, cost: float) -> list[Floats]:
    """For each segment its best beads: rows (i, j, a, b, probability).

    They maximise the sum of probabilities, less ``cost`` for each bead; an impossible bead is not
    among them.
    """
    ahead = lattice.beside(lattice.kinds)
    gain = found.beads - cost
    types = len(lattice.types)
    np.copyto(gain[:, :types], IMPOSSIBLE, where=found.beads[:, :types] <= 0)
    best = lattice.padded(IMPOSSIBLE)
    cells = lattice.cells(best)
    cells[lattice.at_end()] = 0.0
    choice = np.zeros((lattice.depth, lattice.count, lattice.width), dtype=np.int8)
    inside = lattice.inside & (np.arange(lattice.depth)[:, None] < lattice.last)[:, :, None]
    for d in range(lattice.depth - 2, -1, -1):
        value = gain[d]
        value += best.take(ahead[d])
        choice[d] = value.argmax(axis=0)
        np.copyto(cells[d], np.maximum.reduce(value, axis=0), where=inside[d])
    return [_trace(lattice, choice, found.beads, s) for s in range(lattice.count)]


def _trace(lattice: Lattice, choice: NDArray[np.int8], probability: Floats, segment: int) -> Floats:
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
        return np.zeros((0, 5))
    d, q_, k_ = np.array(at).T
    said = np.minimum(probability[d, q_, segment, k_], 1.0)
    return np.concatenate([np.array(rows, dtype=np.float64), said[:, None]], axis=1)
