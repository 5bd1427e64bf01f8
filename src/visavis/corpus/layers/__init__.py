"""The layers of annotation: one file each, and the table of them all.

A layer is a record type and its name. Its folder under ``annotations/``, its table, its features,
its checks and its section of the card derive from the type; a new layer is one file and a line in
``LAYERS``.
"""

from visavis.corpus.layers.amounts import Amount
from visavis.corpus.layers.attributions import Attribution
from visavis.corpus.layers.beads import AlignedBead
from visavis.corpus.layers.conditionals import Conditional
from visavis.corpus.layers.decisions import Decision
from visavis.corpus.layers.flaws import Flaw
from visavis.corpus.layers.mentions import Mention
from visavis.corpus.layers.regions import Region
from visavis.corpus.layers.stances import Stance
from visavis.corpus.records import Record, Span

LAYERS: dict[str, type[Record]] = {
    "regions": Region,
    "beads": AlignedBead,
    "mentions": Mention,
    "amounts": Amount,
    "attributions": Attribution,
    "conditionals": Conditional,
    "stances": Stance,
    "flaws": Flaw,
    "decisions": Decision,
}
"""Name of the layer -> type of its records."""

SPAN_LAYERS: dict[str, type[Span]] = {
    name: kind for name, kind in LAYERS.items() if issubclass(kind, Span)
}
"""The layers whose records are spans of one language: all but the beads."""

LABELS = {
    "regions": "type",
    "mentions": "type",
    "amounts": "kind",
    "attributions": "quotation",
    "conditionals": "use",
    "stances": "attitude",
    "flaws": "category",
    "decisions": "candidate",
}
"""The field of each span layer that is shown as the span's label."""
