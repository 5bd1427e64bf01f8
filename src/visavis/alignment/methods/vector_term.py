"""The vectors of an encoder as a term of a bead's score, trusted as far as they earn it.

What a cosine means depends on the encoder, the languages and the texts, so it is measured on the
documents at hand: beads that a pass is sure of show the cosines of translations, their neighbours
those of other sentences. The term is the log likelihood ratio of the two, with a part of
translations that look like others. Where both are alike the encoder knows nothing, and where the
table of translations explains the words the encoder has little to add: the term is then 0.
"""

from typing import NamedTuple

import numpy as np

from visavis.alignment.methods.lattice import Lattice
from visavis.alignment.methods.similarity import Floats, Singles
from visavis.alignment.methods.words import Ints, ranges


class Evidence(NamedTuple):
    """Log likelihood ratio of a cosine: ``slope * (cosine - middle)``, bounded on both sides."""

    slope: float
    middle: float

    def ratio(self, cosine: Floats) -> Floats:
        """The log likelihood ratio of each cosine."""
        odds = np.exp(np.minimum((cosine - self.middle) * self.slope, MOST))
        return np.asarray(np.log((1 - UNLIKE) * odds + UNLIKE))


class Trust(NamedTuple):
    """How an encoder is trusted: its evidence for pairs and for parts, and the weight of both.

    ``pair`` is for a sentence that is all of its side of a bead, ``part`` for one of several.
    """

    pair: Evidence
    part: Evidence
    weight: float


NONE = Trust(Evidence(0.0, 0.0), Evidence(0.0, 0.0), 0.0)
"""The trust of an encoder that adds nothing."""

MOST = 3.0
"""Largest log likelihood ratio of one cosine, before `UNLIKE`."""

UNLIKE = 0.4
"""Part of the translations whose vectors are like those of other sentences."""

PART = 0.6
"""Mean cosine of a part and the rest of its bead, between others (0) and pairs (1)."""

PART_SPREAD = 1.3
"""Variance of the cosines of parts; that of pairs is 1."""

SURE = 0.9
"""Least posterior of the 1-1 beads that measure an encoder."""

DOUBT = 2.0
"""Standard errors that are taken from the difference of pairs and others."""

LEAST_APART = 1.0
"""Standard deviations between pairs and others below which an encoder is not trusted at all: a
cipher of a known language, whose names and numbers alone are read, has .5 to .9, a known language
3.5 to 4."""

PRIOR_SPREAD, PRIOR_PAIRS = 0.03, 8.0
"""Variance of cosines that is expected, and the pairs that this expectation is worth."""

UNEXPLAINED, EXPLAINED = 0.25, 0.4
"""Share of the words that the table explains, up to which an encoder has its whole weight, and
from which it has none. On texts that the words explain it only unsettles what is joined."""

NEIGHBOURS = 3
"""The pairs so many places before and after show what other sentences are like."""


def needed(explained: float) -> float:
    """Weight of an encoder beside a table that explains so large a share of the words."""
    return min(1.0, max(0.0, (EXPLAINED - explained) / (EXPLAINED - UNEXPLAINED)))


def trust(vectors: tuple[Singles, Singles], pairs: Ints, document: Ints, explained: float) -> Trust:
    """How far an encoder is trusted, from pairs of sentences (fr, en) of which a pass is sure.

    ``pairs`` are in order, ``document`` has the document of each.
    """
    fr, en = vectors[0][pairs[:, 0]], vectors[1][pairs[:, 1]]
    others: list[Floats] = [np.zeros(0)]
    for apart in range(1, NEIGHBOURS + 1):
        near = document[apart:] == document[:-apart]
        others.append(_cosines(fr[apart:], en[:-apart])[near])
        others.append(_cosines(fr[:-apart], en[apart:])[near])
    return measured(_cosines(fr, en), np.concatenate(others), needed(explained))


def measured(pairs: Floats, others: Floats, weight: float) -> Trust:
    """The trust that cosines of pairs and of other sentences earn."""
    if not (len(pairs) and len(others)):
        return NONE
    squares = np.sum((pairs - pairs.mean()) ** 2) + np.sum((others - others.mean()) ** 2)
    spread = (squares + PRIOR_PAIRS * PRIOR_SPREAD) / (len(pairs) + len(others) + PRIOR_PAIRS)
    usual = float(others.mean())
    error = np.sqrt(spread * (1 / len(pairs) + 1 / len(others)))
    apart = float(pairs.mean() - usual - DOUBT * error)
    if apart < LEAST_APART * np.sqrt(spread):
        return NONE
    part = PART * apart
    return Trust(
        Evidence(float(apart / spread), usual + apart / 2),
        Evidence(float(part / (spread * PART_SPREAD)), usual + part / 2),
        weight,
    )


def _cosines(left: Singles, right: Singles) -> Floats:
    return np.asarray(np.einsum("cd,cd->c", left, right), dtype=np.float64)


def vector_scores(
    lattice: Lattice, first: Ints, vectors: tuple[Singles, Singles], trusted: Trust
) -> Singles:
    """Log likelihood ratios of each bead: (antidiagonals, types, segments, width).

    ``vectors`` have a row of length 1 for each sentence. Each sentence of a bead is compared with
    the sum of the other side; a bead has the mean of both directions, times the weight.
    """
    planes, cells = lattice.planes(1, 0.0)
    cells[0] = _products(lattice, first, vectors)
    gain, gains = lattice.planes(1, 0.0)
    segment = np.arange(lattice.count)[None, :, None]
    out = lattice.scores()
    for side, place in enumerate((lattice.i, lattice.j)):
        size = lattice.sizes[:, side]
        near = np.clip(place, 0, size[:, None])
        norms = _norms(vectors[side], first[:, side], size, int(lattice.types[:, side].max()))
        for b, norm in enumerate(norms, 1):
            total = planes.take(lattice.beside(_run(side, b))).sum(axis=1)
            cosine = total / np.maximum(norm[segment, near], TINY)
            for q in np.flatnonzero(lattice.types[:, side] == b):
                own = int(lattice.types[q, 1 - side])
                evidence = trusted.pair if own == 1 else trusted.part
                gains[0] = evidence.ratio(cosine)
                out[:, q] += gain.take(lattice.beside(_run(1 - side, own))).sum(axis=1)
    out *= trusted.weight / 2
    return out


TINY = 1e-9


def _run(side: int, count: int) -> Ints:
    """Steps to the sentences of a side that follow each other: (0, 0), (1, 0) ... for side 0."""
    steps = np.zeros((count, 2), dtype=np.int64)
    steps[:, side] = np.arange(count)
    return steps


def _products(lattice: Lattice, first: Ints, vectors: tuple[Singles, Singles]) -> Floats:
    """Cosine of the sentences after each point, 0 where one side has none."""
    n, m = lattice.sizes[:, 0][None, :, None], lattice.sizes[:, 1][None, :, None]
    inside = lattice.inside & (lattice.i < n) & (lattice.j < m)
    i = (lattice.i + first[:, 0][None, :, None])[inside]
    j = (lattice.j + first[:, 1][None, :, None])[inside]
    out = np.zeros(lattice.i.shape)
    out[inside] = np.concatenate(
        [
            _cosines(vectors[0][i[at : at + CHUNK]], vectors[1][j[at : at + CHUNK]])
            for at in range(0, max(len(i), 1), CHUNK)
        ]
    )
    return out


CHUNK = 20_000
"""Cells whose vectors are multiplied at once."""


def _norms(vectors: Singles, first: Ints, size: Ints, most: int) -> list[Floats]:
    """Lengths of the sums of 1, 2... vectors from each sentence of each segment on.

    (segments, sentences + 1) each; groups end where the segment does.
    """
    start = ranges(first, size)
    segment = np.repeat(np.arange(len(size)), size)
    column = ranges(np.zeros_like(size), size)
    total = np.zeros((len(start), vectors.shape[1]), dtype=np.float32)
    lengths: list[Floats] = []
    for a in range(most):
        inside = column + a < size[segment]
        total[inside] += vectors[start[inside] + a]
        norm = np.zeros((len(size), int(size.max()) + 1))
        norm[segment, column] = np.sqrt(np.einsum("cd,cd->c", total, total))
        lengths.append(norm)
    return lengths
