"""The lengths of a bead's two sides as a term of its score."""

from typing import NamedTuple

import numpy as np

from visavis.alignment.methods.lattice import Lattice
from visavis.alignment.methods.similarity import Floats, Singles
from visavis.alignment.methods.words import Ints

SPREAD_FIXED, SPREAD_SHORT = 0.02, 1.6
"""Variance of the log ratio of lengths: a constant, and what is divided by the length."""

FREEDOM = 5.0
"""Degrees of freedom of the Student distribution of that ratio."""

PRIOR_RATIO, PRIOR_LOOSENESS = 3.0, 10.0
"""Beads that the common ratio, and the expected variance, are worth against those counted."""


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


def adapted(lengths: Lengths, beads: Ints, document: Ints, weight: Floats, scope: Ints) -> Lengths:
    """The ratio and the looseness of each document from its beads.

    ``beads`` are rows (fr start, end, en start, end), ``document`` the document of each, and
    ``weight`` its probability; ``scope`` that of each document: documents of a scope are of a kind.
    """
    count = len(lengths.ratio)
    fr = np.log(lengths.fr[beads[:, 1]] - lengths.fr[beads[:, 0]] + 1.0)
    en = np.log(lengths.en[beads[:, 3]] - lengths.en[beads[:, 2]] + 1.0)
    expected = variance(fr, en)
    off = en - fr
    inner = weight / (1 + (off - lengths.ratio[document]) ** 2 / expected / FREEDOM) / expected
    total, sums = np.bincount(document, inner, count), np.bincount(document, inner * off, count)
    common = np.bincount(scope, sums) / np.maximum(np.bincount(scope, total), 1e-9)
    trust = PRIOR_RATIO / SPREAD_FIXED
    ratio = (sums + trust * common[scope]) / (total + trust)
    square = np.minimum((off - ratio[document]) ** 2 / expected, OUTLIER)
    looseness = (np.bincount(document, weight * square, count) + PRIOR_LOOSENESS) / (
        np.bincount(document, weight, count) + PRIOR_LOOSENESS
    )
    return lengths._replace(ratio=ratio, looseness=looseness)


OUTLIER = 9.0
"""Largest squared deviation, in variances, that counts."""


SPREAD_ALONE = 0.5
"""Variance of the log of the length of one sentence."""
