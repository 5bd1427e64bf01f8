"""How sure beads are, and whether two texts are translations at all.

The posterior of a bead takes for granted that the texts are translations, in one order. Three
logistic regressions drop that: the probability that a document is a translation, from the evidence
of words on its beads; that of a bead in a translation, from its posterior, its own evidence and
that of the beads around it; that of a null bead, which is wrong where the sentence is translated
out of order. In texts that are no translation every null bead is right, and no other. Their
coefficients are in `calibration.toml`, which ``benchmarks/confidence.py`` fits.
"""

import tomllib
from collections.abc import Callable
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from visavis.alignment.methods import Outcome, Span, Stretch
from visavis.alignment.methods.leftover import NOWHERE, elsewhere
from visavis.alignment.methods.search import Found, Model, Segment
from visavis.alignment.methods.words import Ints, ranges

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Total = Callable[[Floats], Floats]

COEFFICIENTS = Path(__file__).with_name("calibration.toml")
"""The fitted constants: of texts whose words are known or not a table for each regression, with a
number for each feature."""

KNOWN = 0.4
"""Share of the words that the lexicon has, or an encoder reads, from which a text counts as known:
there a lack of evidence tells against a translation, elsewhere it tells little."""

NEAR = 2
"""Beads on each side of a bead whose evidence counts for it."""

CONTEXT = 3
"""Beads on each side of a null bead among which null beads are counted."""


class Rows(NamedTuple):
    """The beads of all documents in order: (fr, en) starts and sizes, and what is known of each.

    ``letters`` are those of both sides, ``evidence`` the log ratio of the words (and vectors),
    ``elsewhere`` that of a doubtful bead's sentences (null, or without evidence) with the best
    doubtful one of the other side.
    ``start`` numbers the first bead of each document, and the end; ``known`` is the share of the
    words of each document that the lexicon has: where it is low, no evidence means little.
    """

    first: Ints
    size: Ints
    letters: Floats
    posterior: Floats
    evidence: Floats
    elsewhere: Floats
    start: Ints
    known: Floats

    @property
    def paired(self) -> Flags:
        """Whether each bead has both sides."""
        return np.asarray((self.size > 0).all(axis=1))

    @property
    def document(self) -> Ints:
        """The number of the document of each bead."""
        return np.repeat(np.arange(len(self.start) - 1), np.diff(self.start))


class Features(NamedTuple):
    """What the regressions look at: rows of documents and of beads."""

    document: Floats
    bead: Floats
    null: Floats


DOCUMENT = ("constant", "density", "best", "beads")
BEAD = ("constant", "odds", "evidence", "around", "looseness", "known")
NULL = (
    "constant",
    "elsewhere",
    "around",
    "density",
    "nulls",
    "moved",
    "paired",
    "looseness",
    "known",
)
"""Names of the features, in order: columns of `Features` and keys of `COEFFICIENTS`."""


def outcomes(model: Model, segments: list[Segment], result: Found) -> list[Outcome]:
    """The beads of each document with their probabilities, and what is known of the document."""
    rows = gathered(model, segments, result)
    translation, probability = probabilities(rows)
    out = []
    for d, (start, end) in enumerate(zip(rows.start[:-1], rows.start[1:], strict=True)):
        columns = np.concatenate([rows.first[start:end], rows.size[start:end]], axis=1).tolist()
        sure = probability[start:end].tolist()
        spans = [Span(i, i + a, j, j + b, p) for (i, j, a, b), p in zip(columns, sure, strict=True)]
        own = float(translation[d])
        out.append(Outcome(spans, own, _stretches(spans, rows.elsewhere[start:end].tolist(), own)))
    return out


def probabilities(rows: Rows) -> tuple[Floats, Floats]:
    """The probability that each document is a translation, and that each bead is right."""
    features = featured(rows)
    owner, known = rows.document, (rows.known >= KNOWN).astype(np.int64)
    odds = [
        np.einsum("rf,rf->r", values, coefficients()[name][kind])
        for name, values, kind in zip(
            FEATURES, features, (known, known[owner], known[owner]), strict=True
        )
    ]
    translation, pairs, nulls = map(_logistic, odds)
    share = translation[owner]
    return translation, np.where(rows.paired, pairs * share, nulls * share + 1 - share)


KNOWN_RANGE = (0.75, 0.9)
"""Shares of known words between which they tell news, full of names, from plainer prose."""

FEATURES = {"document": DOCUMENT, "bead": BEAD, "null": NULL}
"""The regressions and their features, in the order of `Features`."""

KINDS = ("unknown", "known")
"""The kinds of texts by what is known of their words."""


@cache
def coefficients() -> dict[str, Floats]:
    """The fitted coefficients of each regression: (kinds of texts, features)."""
    tables = tomllib.loads(COEFFICIENTS.read_text(encoding="utf-8"))
    return {
        name: np.array([[tables[kind][name][key] for key in keys] for kind in KINDS])
        for name, keys in FEATURES.items()
    }


def _logistic(log_odds: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.clip(log_odds, -LARGEST, LARGEST))))


LARGEST = 30.0
"""No log odds are further from 0 than this."""


def gathered(model: Model, segments: list[Segment], result: Found) -> Rows:
    """The beads that a pass found, document by document."""
    corpus = model.corpus
    count = len(corpus.anchors)
    parts = [
        beads + np.array((*segment.first, 0, 0, 0, 0))
        for segment, beads in zip(segments, result.beads, strict=True)
    ]
    every = np.concatenate([np.zeros((0, 6)), *parts])
    beads = np.bincount([s.document for s in segments], [len(p) for p in parts], count)
    start = np.concatenate([[0], np.cumsum(beads)]).astype(np.int64)
    at, size = every[:, :2].astype(np.int64), every[:, 2:4].astype(np.int64)
    sides = (corpus.lengths.fr, corpus.lengths.en)
    letters = [side[at[:, s] + size[:, s]] - side[at[:, s]] for s, side in enumerate(sides)]
    first = at - np.repeat(corpus.starts[:-1], np.diff(start), axis=0)
    return Rows(
        first,
        size,
        np.stack(letters, axis=1).astype(np.float64),
        every[:, 4],
        every[:, 5],
        _elsewhere(model, at, size, every[:, 5], start),
        start,
        _known(model),
    )


def _known(model: Model) -> Floats:
    """Share of the words of each document that the lexicon has, or that an encoder reads."""
    corpus = model.corpus
    total, listed = (np.zeros(len(corpus.anchors)) for _ in range(2))
    if corpus.words is not None and model.listed is not None:
        for s, side in enumerate(corpus.words):
            ends = side.text.start[corpus.starts[:, s]]
            before = np.concatenate([[0], np.cumsum(model.listed[s][side.text.words])])
            listed += np.diff(before[ends])
            total += np.diff(ends)
    return np.asarray(np.maximum(listed / np.maximum(total, 1), READ * model.trust.weight))


READ = 0.8
"""Share of the words that an encoder of full weight is taken to know."""


def _elsewhere(model: Model, at: Ints, size: Ints, evidence: Floats, start: Ints) -> Floats:
    """Evidence that the sentences of each doubtful bead are translated out of order."""
    words, tables = model.corpus.words, model.tables
    out = np.full(len(at), NOWHERE)
    if words is None or tables is None:
        return out
    doubtful = ~(size > 0).all(axis=1) | (evidence < 0)
    rows = [np.flatnonzero(doubtful & (size[:, s] > 0)) for s in (0, 1)]
    counts = [size[own, s] for s, own in enumerate(rows)]
    sentences = [ranges(at[own, s], counts[s]) for s, own in enumerate(rows)]
    owners = [np.repeat(own, counts[s]) for s, own in enumerate(rows)]
    edges = [np.searchsorted(own, start) for own in owners]
    both = np.flatnonzero(np.diff(edges[0]) * np.diff(edges[1])).tolist()
    parts = [[slice(int(edge[d]), int(edge[d + 1])) for edge in edges] for d in both]
    left = [(sentences[0][fr], sentences[1][en]) for fr, en in parts]
    for own, result in zip(parts, elsewhere(words, tables, left), strict=True):
        for s in (0, 1):
            np.maximum.at(out, owners[s][own[s]], result[s])
    return out


def featured(rows: Rows) -> Features:
    """The features of all documents and beads."""
    paired, owner = rows.paired, rows.document
    count = len(rows.start) - 1
    size = np.diff(rows.start)
    letters = rows.letters.sum(axis=1)

    def total(values: Floats) -> Floats:
        return np.bincount(owner, values, count).astype(np.float64)

    worth = np.where(paired, rows.evidence, 0.0)
    moved = rows.elsewhere > MOVED
    density = 100 * total(worth) / np.maximum(total(np.where(paired, letters, 0.0)), 1)
    best = np.full(count, -np.inf)
    np.maximum.at(best, owner, _window(rows, worth, NEAR))
    best[size == 0] = 0
    one = np.ones(count)
    document = [
        one,
        np.clip(density, -2, 4),
        _squashed(best),
        np.log1p(size),
    ]
    shares = (
        total(moved.astype(np.float64)) / np.maximum(size, 1),
        total(paired.astype(np.float64)) / np.maximum(size, 1),
    )
    loose = _looseness(rows, total)
    around = _mean(rows, worth, paired, NEAR)
    known = np.clip(rows.known, *KNOWN_RANGE)[owner]
    odds = np.clip(_log_odds(rows.posterior), -8, 12)
    away = np.clip(rows.elsewhere, -6, 4)
    bead = [
        np.ones(len(owner)),
        odds,
        np.clip(rows.evidence, -2, 2),
        np.clip(around, -1, 3),
        loose[owner],
        known,
    ]
    null = [
        np.ones(len(owner)),
        away,
        _mean(rows, away, ~paired, NEAR),
        np.clip(density, -1, 3)[owner],
        _mean(rows, ~paired, np.ones(len(owner), dtype=bool), CONTEXT),
        shares[0][owner],
        shares[1][owner],
        loose[owner],
        known,
    ]
    return Features(np.stack(document, axis=1), np.stack(bead, axis=1), np.stack(null, axis=1))


def _window(rows: Rows, values: Floats, reach: int) -> Floats:
    """Sums over the beads up to ``reach`` before and after each, within its document."""
    before = np.concatenate([[0.0], np.cumsum(values)])
    place, owner = np.arange(len(values)), rows.document
    low = np.maximum(place - reach, rows.start[owner])
    high = np.minimum(place + reach + 1, rows.start[owner + 1])
    return np.asarray(before[high] - before[low])


def _mean(rows: Rows, values: Floats | Flags, counted: Flags, reach: int) -> Floats:
    """Means over the counted beads up to ``reach`` before and after each, 0 without any."""
    total = _window(rows, np.where(counted, values, 0.0), reach)
    return np.asarray(total / np.maximum(_window(rows, counted.astype(np.float64), reach), 1))


def _looseness(rows: Rows, total: Total) -> Floats:
    """Mean distance of the log ratios of lengths of beads from that of their document."""
    paired = rows.paired
    fr, en = (np.where(paired, rows.letters[:, s], 0.0) for s in (0, 1))
    common = np.log((total(en) + 1) / (total(fr) + 1))
    distance = np.abs(np.log((en + 1) / (fr + 1)) - common[rows.document])
    mean = total(np.where(paired, distance, 0.0)) / np.maximum(total(paired.astype(np.float64)), 1)
    return np.asarray(np.minimum(mean, LOOSEST))


LOOSEST = 0.6
"""Largest looseness that counts."""


def _squashed(evidence: Floats) -> Floats:
    return np.asarray(np.sign(evidence) * np.log1p(np.abs(evidence)))


def _log_odds(probability: Floats) -> Floats:
    sure = np.clip(probability, SUREST, 1 - SUREST)
    return np.asarray(np.log(sure / (1 - sure)))


SUREST = 1e-9
"""No posterior is nearer to 0 or 1 than this."""

MOVED = 1.0
"""Evidence from which a sentence counts as translated out of order: e times likelier than that
the best of so many candidates is there by chance."""

UNLIKELY = 0.5
"""A bead less probable than this leaves its sentences without a translation."""

LEAST_RUN = 5
"""Sentences of a stretch without a translation, at least; fewer are ordinary omissions."""

LEAST_MOVED = 2
"""Sentences of a stretch that is out of order, at least."""


def _stretches(spans: list[Span], elsewhere: list[float], translation: float) -> list[Stretch]:
    """The stretches of each side that are out of order or have no translation."""
    if translation < UNLIKELY:
        return []
    out = []
    for side in (0, 1):
        states: list[str] = []
        for span, away in zip(spans, elsewhere, strict=True):
            sizes = (span.fr_end - span.fr_start, span.en_end - span.en_start)
            null = not all(sizes)
            lost = "" if span.probability >= UNLIKELY and not null else "missing"
            states += ["moved" if away > MOVED and lost else lost] * sizes[side]
        end = 0
        for state, run in groupby(states):
            start, end = end, end + len(list(run))
            if end - start >= {"moved": LEAST_MOVED, "missing": LEAST_RUN, "": end + 1}[state]:
                out.append(Stretch(state, side, start, end))
    return out
