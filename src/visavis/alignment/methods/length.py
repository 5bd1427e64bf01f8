"""A baseline: beads from the lengths of sentences alone (Gale and Church 1993).

It has the lattice, the omission rates and the posteriors of our own aligner, but looks at no word.
"""

from collections.abc import Sequence

import numpy as np

from visavis.alignment.methods import Document, Outcome, Settings, Span, search
from visavis.alignment.methods.search import Corpus, Floats, Found, Segment


def align(documents: Sequence[Document], settings: Settings) -> list[Outcome]:
    """Spans of every document, each on its own."""
    lookup = search.corpus(documents, None)
    types = search.bead_types(settings.limits)
    rates = search.expected_rates(types, len(documents))
    done = search.shares(settings, 1)
    model = search.Model(lookup, None, types, rates, search.WIDE, search.ESTIMATES[1], done)
    nothing = np.zeros((0, 2), dtype=np.int64)
    segments = [
        piece
        for d in range(len(documents))
        for piece in search.pieces(lookup, d, search.path(lookup, d, nothing))
    ]
    return [Outcome(own) for own in spans(lookup, segments, search.run(model, segments))]


def spans(corpus: Corpus, segments: list[Segment], posteriors: Found) -> list[list[Span]]:
    """The beads of each document, numbered within it."""
    out: list[list[Span]] = [[] for _ in corpus.anchors]
    for segment, rows in zip(segments, posteriors.beads, strict=True):
        beads = rows.copy()
        beads[:, 4] = calibrated(rows[:, 4])
        x, y = (np.array(segment.first) - corpus.starts[segment.document]).tolist()
        for i, j, a, b, p, _ in beads.tolist():
            fr, en = int(i) + x, int(j) + y
            out[segment.document].append(Span(fr, fr + int(a), en, en + int(b), p))
    return out


def calibrated(posterior: Floats) -> Floats:
    """Probability that a bead is right, of its posterior by lengths alone.

    The model takes words for independent, so its log odds are too large (Platt 1999, Advances in
    Large Margin Classifiers, 61-74: a logistic of two parameters).
    """
    sure = np.clip(posterior, SUREST, 1 - SUREST)
    odds = np.log(sure / (1 - sure))
    return np.asarray(1 / (1 + np.exp(-(ODDS_SLOPE * odds + ODDS_OFFSET))))


ODDS_SLOPE, ODDS_OFFSET = 0.47, 0.59
"""Of `calibrated`: a logistic regression on news and novels of equal weight, together and alone,
as ``benchmarks/alignment.py`` prints it; with each fold left out it hardly moves."""

SUREST = 1e-9
"""No posterior is nearer to 0 or 1 than this."""
