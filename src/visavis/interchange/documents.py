"""Articles as plain values: what every format writes, and what it reads."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import polars as pl

from visavis.corpus.layers import LAYERS, SPAN_LAYERS
from visavis.corpus.layers.arrangement import arrangement
from visavis.corpus.layers.beads import AlignedBead
from visavis.corpus.model import Corpus
from visavis.corpus.records import Record, Span, fields
from visavis.corpus.sources import Source, check_text
from visavis.errors import DataError
from visavis.languages import LANGS, Lang

SIDES: tuple[Lang, Lang] = ("fr", "en")
"""The languages in the order in which formats of pairs have them: source, then target."""


@dataclass(frozen=True)
class Document:
    """An article with its texts, beads and spans.

    Attributes:
        id: the id of the article.
        texts: language -> text.
        beads: the alignment of the sentences; none where the article is not aligned.
        spans: layer -> records in canonical order, without surfaces; layers without rows left out.
        where: the file that it was read from, for messages.
        notes: what was widened or left out when it was read.
    """

    id: str
    texts: Mapping[Lang, str]
    beads: Sequence[AlignedBead] = ()
    spans: Mapping[str, Sequence[Span]] = field(default_factory=dict)
    where: Path = field(default=Path(), compare=False)
    notes: Sequence[str] = field(default=(), compare=False)


class Part(NamedTuple):
    """Bytes of a file of an export: its path in the folder ("" for a format of one file)."""

    name: str
    data: bytes


def documents(corpus: Corpus) -> Iterator[Document]:
    """Yield the articles of a corpus that have a text in it, by id, in canonical order."""
    layers = {name: _rows(corpus.layers[name]) for name in LAYERS}
    texts: dict[str, dict[Lang, str]] = {}
    for article, lang, text in corpus.texts.select("article", "lang", "text").iter_rows():
        texts.setdefault(article, {})[lang] = text
    for article in corpus.articles["id"]:
        if article in texts:
            rows = {
                name: [record(row, kind) for row in layers[name].get(article, ())]
                for name, kind in LAYERS.items()
            }
            yield document(article, texts[article], rows)


def _rows(table: pl.DataFrame) -> dict[str, list[dict[str, Any]]]:
    grouped: dict[str, list[dict[str, Any]]] = {}
    for row in table.iter_rows(named=True):
        grouped.setdefault(row["article"], []).append(row)
    return grouped


def document(
    id_: str,
    texts: Mapping[Lang, str],
    rows: Mapping[str, Sequence[Record]],
    where: Path = Path(),
    notes: Sequence[str] = (),
) -> Document:
    """Return a document of records, in canonical order; spans of a missing text are left out."""
    spans = {
        name: sorted(
            (
                msgspec.structs.replace(row, text=None)
                for row in rows.get(name, ())
                if isinstance(row, Span) and row.lang in texts
            ),
            key=_order,
        )
        for name in SPAN_LAYERS
    }
    beads = [row for row in rows.get("beads", ()) if isinstance(row, AlignedBead)]
    return Document(
        id=id_,
        texts={lang: texts[lang] for lang in LANGS if lang in texts},
        beads=[beads[i] for i in arrangement(beads)],
        spans={name: listed for name, listed in spans.items() if listed},
        where=where,
        notes=notes,
    )


def _order(span: Span) -> tuple[str, int, int, bytes]:
    return span.lang, span.start, span.end, msgspec.json.encode(span)


def record(row: Mapping[str, Any], kind: type[Record]) -> Any:  # noqa: ANN401 - any record type
    """Return a row of a table as a record of the type ``kind``."""
    cells = {
        each.name: _plain(row[each.name]) for each in fields(kind) if row[each.name] is not None
    }
    return msgspec.convert(cells, kind)


def _plain(value: Any) -> Any:  # noqa: ANN401 - a cell of a table
    if isinstance(value, Decimal):
        return format(value.normalize() + 0, "f")
    if isinstance(value, dict):
        return value["start"], value["end"]
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return value


def values(span: Record, *, without: Sequence[str] = ()) -> dict[str, Any]:
    """Return the fields of a record that have not their default value, as JSON has them."""
    cells: dict[str, Any] = msgspec.to_builtins(span)
    return {name: value for name, value in cells.items() if name not in {"text", *without}}


def span_of(layer: str, cells: Mapping[str, Any], where: Path, line: int | None = None) -> Span:
    """Return the span of a layer that ``values`` describes.

    Raises:
        DataError: a field is missing, unknown or has a wrong value.
    """
    try:
        return msgspec.convert(cells, SPAN_LAYERS[layer])
    except msgspec.ValidationError as error:
        remedy = f"Fields of {layer}: {', '.join(f.name for f in fields(SPAN_LAYERS[layer]))}."
        msg = f"{layer}: {error}"
        raise DataError(msg, where=where, line=line, remedy=remedy) from error


def bead_of(cells: Mapping[str, Any], where: Path, line: int | None = None) -> AlignedBead:
    """Return the bead that ``values`` describes.

    Raises:
        DataError: a field is missing, unknown or has a wrong value.
    """
    try:
        return msgspec.convert(cells, AlignedBead)
    except msgspec.ValidationError as error:
        remedy = f"Fields of a bead: {', '.join(f.name for f in fields(AlignedBead))}."
        msg = f"bead: {error}"
        raise DataError(msg, where=where, line=line, remedy=remedy) from error


def tiles(found: Document) -> bool:
    """Return whether both texts are there and each is cut into the sentences of the beads."""
    return set(found.texts) == set(LANGS) and all(
        _tiled(sorted(piece for bead in found.beads for piece in getattr(bead, lang)), len(text))
        for lang, text in found.texts.items()
    )


def _tiled(pieces: Sequence[tuple[int, int]], length: int) -> bool:
    ends = [0, *(end for _, end in pieces)]
    return [start for start, _ in pieces] == ends[:-1] and ends[-1] == length


def whole(found: Document) -> Document:
    """Return ``found`` itself: what a format holds that loses nothing."""
    return found


def aligned_texts(found: Document) -> Document | None:
    """Return texts and beads alone, or None where the beads do not cover both texts."""
    return replace(found, spans={}) if tiles(found) else None


def source(found: Document) -> Source:
    """Return a document as a source that enters a corpus.

    Raises:
        DataError: it has no French text, or a text is empty or not plain text.
    """
    if "fr" not in found.texts:
        msg = f"article {found.id!r} has no French text"
        remedy = "A corpus has French texts and their translations; give both sides."
        raise DataError(msg, where=found.where, remedy=remedy)
    data = {lang: text.encode() for lang, text in found.texts.items()}
    for each in data.values():
        check_text(each, found.where)
    return Source(
        id=found.id,
        texts=data,
        where=found.where,
        beads=found.beads,
        layers=found.spans,
        notes=found.notes,
    )


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
    kept, widened, dropped = Counter[str](), Counter[str](), Counter[str]()
    was, now = _items(before), _items(after) if after else {}
    for kind, items in was.items():
        others = now.get(kind, Counter())
        same = (items & others).total()
        changed = min(items.total(), others.total()) - same
        kept[kind] += same
        widened[kind] += changed
        dropped[kind] += items.total() - same - changed
    return Losses(+kept, +widened, +dropped)


def _items(found: Document) -> dict[str, Counter[Any]]:
    items: dict[str, Counter[Any]] = {
        "texts": Counter(found.texts.items()),
        "beads": Counter(msgspec.json.encode(bead) for bead in found.beads),
    }
    for name, spans in found.spans.items():
        items[name] = Counter(msgspec.json.encode(span) for span in spans)
    return items
