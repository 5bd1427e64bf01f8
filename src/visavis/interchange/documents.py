"""Articles as plain values: what every format writes, and what it reads."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple, Protocol, TypeVar

import msgspec
import polars as pl

from visavis.corpus.layers import LAYERS, SPAN_LAYERS
from visavis.corpus.layers.arrangement import arrangement
from visavis.corpus.layers.beads import AlignedBead
from visavis.corpus.layers.mentions import Mention
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
                _plainest(row)
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


def _plainest(span: Span) -> Span:
    """Return a span without its surface, and with its defaults as msgspec knows them.

    msgspec leaves out a default by identity: ANON from a table would be written, ANON of the type
    would not.
    """
    defaults = _word_defaults(type(span))
    words = {name: word for name, word in defaults if getattr(span, name) == word}
    return msgspec.structs.replace(span, text=None, **words)


@cache
def _word_defaults(kind: type[Record]) -> list[tuple[str, str]]:
    return [(each.name, each.default) for each in fields(kind) if isinstance(each.default, str)]


@cache
def _names(kind: type[Record]) -> list[str]:
    return [each.name for each in fields(kind)]


def _order(span: Span) -> tuple[str, int, int, bytes]:
    return span.lang, span.start, span.end, msgspec.json.encode(span)


def record(row: Mapping[str, Any], kind: type[Record]) -> Any:  # noqa: ANN401 - any record type
    """Return a row of a table as a record of the type ``kind``."""
    cells = {name: _plain(row[name]) for name in _names(kind) if row[name] is not None}
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
    if layer not in SPAN_LAYERS:
        msg = f"there is no layer {layer!r}"
        remedy = f"Layers: {', '.join(SPAN_LAYERS)}."
        raise DataError(msg, where=where, line=line, remedy=remedy)
    try:
        return msgspec.convert(cells, SPAN_LAYERS[layer])
    except msgspec.ValidationError as error:
        remedy = f"Fields of {layer}: {', '.join(f.name for f in fields(SPAN_LAYERS[layer]))}."
        place = "" if line else f" {cells.get('id')} at {cells.get('start')}-{cells.get('end')}"
        msg = f"{layer}{place}: {error}"
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


def tiles(doc: Document) -> bool:
    """Return whether both texts are there and each is cut into the sentences of the beads."""
    return set(doc.texts) == set(LANGS) and all(
        _tiled(sorted(piece for bead in doc.beads for piece in getattr(bead, lang)), len(text))
        for lang, text in doc.texts.items()
    )


def _tiled(pieces: Sequence[tuple[int, int]], length: int) -> bool:
    ends = [0, *(end for _, end in pieces)]
    return [start for start, _ in pieces] == ends[:-1] and ends[-1] == length


def with_beads(doc: Document) -> Document:
    """Return ``doc`` without its beads, unless they cover both texts."""
    return doc if tiles(doc) else replace(doc, beads=())


def check_spans(doc: Document) -> None:
    """Refuse a document with a span outside its text.

    Raises:
        DataError: naming the article, the layer and the span.
    """
    for layer, spans in doc.spans.items():
        for span in spans:
            if not 0 <= span.start < span.end <= len(doc.texts[span.lang]):
                msg = (
                    f"{layer} {span.id}: {span.start}-{span.end} is no span of the {span.lang} "
                    f"text, which has {len(doc.texts[span.lang])} characters"
                )
                remedy = "Run `visavis validate`."
                raise DataError(msg, where=doc.where / doc.id, remedy=remedy)


def check_characters(doc: Document, form: str) -> None:
    """Refuse a document whose text has a character that a format cannot hold.

    These are the ones that XML 1.0 forbids: controls, surrogates, U+FFFE and U+FFFF.

    Raises:
        DataError: naming the article, the language and the offset.
    """
    for lang, text in doc.texts.items():
        if match := _ILLEGAL.search(text):
            msg = (
                f"the {lang} text has U+{ord(match.group()):04X} at offset {match.start()}, "
                f"which {form} cannot hold"
            )
            remedy = "Leave the article out, or take the character out of the text."
            raise DataError(msg, where=doc.id, remedy=remedy)


def storable(text: str) -> bool:
    """Return whether XML can hold all characters of ``text``."""
    return not _ILLEGAL.search(text)


_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

BREAKS = "\n\r\v\f\x1c-\x1e\x85\u2028\u2029"
"""What ends a line for ``str.splitlines``, as the inside of a class of ``re``."""

_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def json_line(value: object) -> str:
    """Return ``value`` as JSON on one line, whatever a reader takes for the end of a line."""
    text = json.dumps(value, ensure_ascii=False)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def json_value(text: str, where: Path, line: int | None = None) -> dict[str, Any]:
    """Return the object that ``json_line`` wrote.

    Raises:
        DataError: it is no JSON object.
    """
    try:
        value = json.loads(text)
    except ValueError as error:
        msg = f"not JSON ({error})"
        remedy = "Restore the line as `visavis export` wrote it."
        raise DataError(msg, where=where, line=line, remedy=remedy) from error
    if not isinstance(value, dict):
        msg = "not a JSON object"
        remedy = "Restore the line as `visavis export` wrote it."
        raise DataError(msg, where=where, line=line, remedy=remedy)
    return value


NAMES = {
    **dict.fromkeys(("per", "pers", "person", "people"), "PER"),
    **dict.fromkeys(("org", "organization", "organisation", "company", "norp"), "ORG"),
    **dict.fromkeys(("loc", "location", "gpe", "geo", "fac", "facility", "place"), "LOC"),
    **dict.fromkeys(("prod", "product", "vehicle", "object"), "PROD"),
    **dict.fromkeys(("work", "work_of_art", "book", "law"), "WORK"),
    **dict.fromkeys(("event", "evt"), "EVENT"),
    **dict.fromkeys(("misc", "concept", "abstract", "language"), "CONCEPT"),
}
"""Labels of names in the tools and corpora of others, in lower case -> type of a mention."""


def mention(label: str, lang: Lang, start: int, end: int, number: int) -> Mention | None:
    """Return the mention that a span of another tool is, or None where its label is no name's."""
    kind = NAMES.get(re.sub(r"\A[bieslu]-", "", label.lower()))
    if kind is None:
        return None
    id_ = f"m{number}" if lang == "fr" else f"n{number}"
    cells = {"id": id_, "lang": lang, "start": start, "end": end, "type": kind, "form": "NAM"}
    return msgspec.convert(cells, Mention)


def joined(pieces: Mapping[Lang, Sequence[tuple[int, str]]]) -> dict[Lang, str] | None:
    """Return the texts that pieces with their offsets make, or None where they do not fit."""
    texts: dict[Lang, str] = {}
    for lang, each in pieces.items():
        position = 0
        for start, content in sorted(each):
            if start != position:
                return None
            position += len(content)
        texts[lang] = "".join(content for _, content in sorted(each))
    return texts


def aligned_texts(doc: Document) -> Document | None:
    """Return texts and beads alone, or None where the beads do not cover both texts."""
    return replace(doc, spans={}) if tiles(doc) else None


def source(doc: Document) -> Source:
    """Return a document as a source that enters a corpus.

    Raises:
        DataError: it has no French text, or a text is empty or not plain text.
    """
    if "fr" not in doc.texts:
        msg = f"article {doc.id!r} has no French text"
        remedy = "A corpus has French texts and their translations; give both sides."
        raise DataError(msg, where=doc.where, remedy=remedy)
    data = {lang: text.encode() for lang, text in doc.texts.items()}
    for each in data.values():
        check_text(each, doc.where)
    return Source(
        id=doc.id,
        texts=data,
        where=doc.where,
        beads=doc.beads,
        layers=doc.spans,
        notes=doc.notes,
    )


class _Line(Protocol):
    """What is read from a line of a file."""

    @property
    def line(self) -> int:
        """Its number."""


L = TypeVar("L", bound=_Line)


def grouped(named: Iterable[tuple[str, L]], path: Path) -> Iterator[tuple[str, list[L]]]:
    """Yield each article of a file with its units, in constant memory.

    Raises:
        DataError: an article is in two places of the file, or there is no unit at all.
    """
    seen = set[str]()
    for article, group in groupby(named, key=itemgetter(0)):
        listed = [unit for _, unit in group]
        if article in seen:
            msg = f"units of article {article!r} in two places"
            remedy = "Sort the units so that those of an article follow each other."
            raise DataError(msg, where=path, line=listed[0].line, remedy=remedy)
        seen.add(article)
        yield article, listed
    if not seen:
        msg = "no unit in French or English"
        raise DataError(msg, where=path, remedy="Check the languages that its units declare.")
