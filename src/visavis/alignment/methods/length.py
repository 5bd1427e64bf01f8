"""A baseline: beads from the lengths of sentences alone (Gale and Church 1993).

It has the lattice, the omission rates and the posteriors of our own aligner, but looks at no word.
"""

from collections.abc import Sequence

import numpy as np

from visavis.alignment.methods import Document, Settings, Span, search


def align(documents: Sequence[Document], settings: Settings) -> list[list[Span]]:
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
    return search.spans(lookup, segments, search.run(model, segments))
