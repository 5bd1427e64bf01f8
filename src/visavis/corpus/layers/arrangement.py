"""The order of the rows of a layer file, so that a review shows the change and nothing else."""

from bisect import bisect_right
from itertools import accumulate
from operator import attrgetter
from typing import TYPE_CHECKING

from visavis.corpus.layers.beads import AlignedBead
from visavis.corpus.records import Record, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

SPAN_ORDER = ("lang", "start", "end", "id")
"""The fields by which the spans of an article are ordered in their file."""

_span_key = attrgetter(*SPAN_ORDER)


def arrangement(records: "Sequence[Record]") -> list[int]:
    """Indices of ``records`` in canonical order.

    Spans go by language, start, end and id; beads by the French text, those without a French side
    after the last bead that begins before them in the English one.
    """
    spans = [(_span_key(r), i) for i, r in enumerate(records) if isinstance(r, Span)]
    beads = [(r, i) for i, r in enumerate(records) if isinstance(r, AlignedBead)]
    return [i for _, i in sorted(spans)] + _reading_order(beads)


def _reading_order(beads: "Sequence[tuple[AlignedBead, int]]") -> list[int]:
    french = sorted((bead.fr, bead.en, bead.id, i) for bead, i in beads if bead.fr)
    english = sorted((bead.en, bead.id, i) for bead, i in beads if not bead.fr)
    starts = [en[0][0] if en else -1 for _, en, _, _ in french]
    reached = list(accumulate(starts, max))
    keys = [(place, 0, 0, key[-1]) for place, key in enumerate(french)]
    for rank, (en, _, i) in enumerate(english):
        start = en[0][0] if en else -1
        keys.append((bisect_right(reached, start) - 1, 1, rank, i))
    return [key[-1] for key in sorted(keys)]
