"""What an export keeps, widens and drops of a document, counted by kind of record."""

from collections import Counter
from typing import Any, NamedTuple

import msgspec

from visavis.interchange.documents import Document


class Losses(NamedTuple):
    """What becomes of the records of an export: by texts, beads and layer, how many of each."""

    kept: Counter[str]
    widened: Counter[str]
    dropped: Counter[str]


def losses(before: Document, after: Document | None) -> Losses:
    """Compare a document with what a format holds of it.

    A record that the format gives back unchanged is kept, one that comes back changed is widened,
    one without a counterpart is dropped. A changed text moves offsets: records are compared by
    surface and fields then.
    """
    remaining, widened, dropped = Counter[str](), Counter[str](), Counter[str]()
    was, now = _items(before), _items(after) if after else {}
    for kind, items in was.items():
        others = now.get(kind, Counter())
        same = (items & others).total()
        changed = min(items.total(), others.total()) - same
        remaining[kind] += same
        widened[kind] += changed
        dropped[kind] += items.total() - same - changed
    return Losses(+remaining, +widened, +dropped)


def _items(doc: Document) -> dict[str, Counter[Any]]:
    items: dict[str, Counter[Any]] = {
        "texts": Counter(doc.texts.items()),
        "beads": Counter(msgspec.json.encode(bead) for bead in doc.beads),
    }
    for name, spans in doc.spans.items():
        items[name] = Counter(msgspec.json.encode(span) for span in spans)
    return items
