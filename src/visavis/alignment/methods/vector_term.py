"""The vectors of an encoder as a term of a bead's score."""

import numpy as np

from visavis.alignment.methods.lattice import Lattice
from visavis.alignment.methods.similarity import Floats, Singles
from visavis.alignment.methods.words import Ints


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
    result = np.concatenate(
        [
            np.einsum("cd,cd->c", vectors[0][i[at : at + CHUNK]], vectors[1][j[at : at + CHUNK]])
            for at in range(0, max(len(i), 1), CHUNK)
        ]
    )
    products[inside] = result
    usual = float(np.mean(result)) if len(result) else 0.0
    top = max(_paired(i, result), _paired(j, result))
    contrast = max((top - usual) / 2, LEAST_CONTRAST)
    lengths = [
        _norms(side, first[:, s], lattice.sizes[:, s], int(lattice.types[:, s].max()))
        for s, side in enumerate(vectors)
    ]
    segment = np.arange(lattice.count)[None, :, None]
    out = lattice.scores()
    corpus, cells = lattice.planes(1, 0.0)
    cells[0] = products
    for q, (a, b) in enumerate(lattice.types.tolist()):
        shifts = np.array([(p, r) for p in range(a) for r in range(b)])
        total = corpus.take(lattice.beside(shifts)).sum(axis=1)
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
