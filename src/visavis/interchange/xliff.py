"""XLIFF 2.1: a file an article, a unit a bead, spans as annotations with notes.

A span that lies in one side of a bead is marked by ``sm`` and ``em`` of the type comment, which may
nest and cross; its fields stand in the note that the mark refers to, as JSON. Spans across beads
have their note alone. Reads XLIFF 1.2 too. Written by hand, unit by unit; read by lxml.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from visavis.corpus.layers.beads import AlignedBead
from visavis.corpus.records import Span
from visavis.corpus.sources import bitext, slug
from visavis.interchange import xml
from visavis.interchange.documents import (
    SIDES,
    Document,
    Part,
    bead_of,
    check_characters,
    document,
    grouped,
    joined,
    json_line,
    json_value,
    span_of,
    tiles,
    values,
)
from visavis.languages import Lang

_ROOT = {
    "xmlns": "urn:oasis:names:tc:xliff:document:2.0", "version": "2.1", "srcLang": "fr",
    "trgLang": "en",
}  # fmt: skip

_OURS = "visavis:"
"""How the categories of our notes begin."""


class Unit(NamedTuple):
    """A unit: its line, the name of its article, its notes by category, its texts."""

    line: int
    article: str
    notes: list[tuple[str, str]]
    texts: dict[Lang, str]


def held(doc: Document) -> Document | None:
    """Return the document, or None where the beads do not cover both texts."""
    return doc if tiles(doc) else None


def write(docs: Iterable[Document]) -> Iterator[Part]:
    """Yield the file unit by unit.

    Raises:
        DataError: a text has a character that XML cannot hold.
    """
    root = xml.tag("xliff", _ROOT, "").removesuffix("</xliff>")
    yield Part("", f'<?xml version="1.0" encoding="UTF-8"?>\n{root}\n'.encode())
    for each in docs:
        check_characters(each, "XML")
        yield Part("", f"{xml.tag('file', {'id': each.id}, '').removesuffix('</file>')}\n".encode())
        spans = [(layer, span) for layer, listed in each.spans.items() for span in listed]
        for bead in each.beads:
            begun = [
                (layer, span)
                for layer, span in spans
                if any(low <= span.start < high for low, high in getattr(bead, span.lang))
            ]
            yield Part("", _unit(each, bead, begun).encode())
        yield Part("", b"</file>\n")
    yield Part("", b"</xliff>\n")


def _unit(doc: Document, bead: AlignedBead, spans: Sequence[tuple[str, Span]]) -> str:
    notes = [_note("b", "beads", values(bead))]
    notes += [_note(f"n{i}", layer, values(s)) for i, (layer, s) in enumerate(spans, start=1)]
    sides = []
    for lang, name in zip(SIDES, ("source", "target"), strict=True):
        pieces = getattr(bead, lang)
        if pieces or name == "source":
            sides.append(xml.tag(name, content=_marked(doc.texts[lang], lang, pieces, spans)))
    state = {"state": "reviewed" if bead.verified else "translated"} if bead.en else {}
    segment = xml.tag("segment", state, "".join(sides))
    content = xml.tag("notes", content="".join(notes)) + segment
    return xml.tag("unit", {"id": bead.id, "xml:space": "preserve"}, content) + "\n"


def _note(id_: str, category: str, cells: dict[str, Any]) -> str:
    attributes = {"id": id_, "category": f"{_OURS}{category}"}
    return xml.tag("note", attributes, xml.text(json_line(cells)))


def _marked(
    text: str,
    lang: Lang,
    pieces: Sequence[tuple[int, int]],
    spans: Sequence[tuple[str, Span]],
) -> str:
    """Return the side of a bead with the marks of the spans that lie in one of its sentences."""
    parts = []
    for low, high in pieces:
        marks: list[tuple[int, int, str]] = []
        for number, (_, span) in enumerate(spans, start=1):
            if span.lang == lang and low <= span.start and span.end <= high:
                begin = {"id": f"m{number}", "type": "comment", "ref": f"#n=n{number}"}
                marks.append((span.start, 1, xml.tag("sm", begin)))
                marks.append((span.end, 0, xml.tag("em", {"startRef": f"m{number}"})))
        position = low
        for offset, _, mark in sorted(marks):
            parts += [xml.text(text[position:offset]), mark]
            position = offset
        parts.append(xml.text(text[position:high]))
    return "".join(parts)


def read(paths: Sequence[Path]) -> Iterator[Document]:
    """Yield the articles of files: one a ``file`` element of ours, one in all of another tool's.

    Raises:
        UsageError: a file cannot be read.
        DataError: it is not well-formed, declares entities, or has not French and English units.
    """
    for path in paths:
        for article, listed in grouped(((u.article, u) for u in units(path)), path):
            yield _document(article, listed, path)


def units(path: Path) -> Iterator[Unit]:
    """Yield the units of a file that have a French or an English side, in constant memory.

    The language of the source comes first in their texts.

    Raises:
        UsageError: the file cannot be read.
        DataError: it is not well-formed or declares entities.
    """
    name = slug(path.stem) or "article"
    for element in xml.elements(path, "unit", "trans-unit"):
        holder = next(element.iterancestors("{*}file"), None)
        root = element.getroottree().getroot()
        codes = [
            str((holder.get(old) if holder is not None else None) or root.get(new) or "")
            for old, new in (("source-language", "srcLang"), ("target-language", "trgLang"))
        ]
        texts: dict[Lang, str] = {}
        for code, side in zip(codes, ("source", "target"), strict=True):
            for lang in SIDES:
                if code.replace("_", "-").split("-")[0].lower() == lang:
                    # Direct sides alone: those in alt-trans and matches are proposals.
                    holders = [element, *element.iterchildren("{*}segment", "{*}ignorable")]
                    segments = [s for h in holders for s in h.iterchildren(f"{{*}}{side}")]
                    texts[lang] = "".join(map(xml.content, segments))
        notes = [
            (str(note.get("category") or ""), note.text or "")
            for note in element.iterfind("{*}notes/{*}note")
        ]
        ours = holder is not None and any(category == f"{_OURS}beads" for category, _ in notes)
        if texts:
            article = str(holder.get("id")) if ours and holder is not None else name
            yield Unit(xml.line_of(element), article, notes, texts)


def _document(article: str, listed: Sequence[Unit], path: Path) -> Document:
    if exact := _exact(article, listed, path):
        return exact
    lines = ([" ".join(u.texts.get(lang, "").splitlines()) for lang in SIDES] for u in listed)
    texts, beads = bitext((fr, en) for fr, en in lines)
    return document(article, texts, {"beads": beads}, path)


def _exact(article: str, listed: Sequence[Unit], path: Path) -> Document | None:
    """Return the document by the offsets of our notes, or None where some do not fit."""
    pieces: dict[Lang, list[tuple[int, str]]] = {"fr": [], "en": []}
    beads: list[AlignedBead] = []
    rows: dict[str, list[Span]] = {}
    for unit in listed:
        notes = [(c.removeprefix(_OURS), text) for c, text in unit.notes if c.startswith(_OURS)]
        for layer, note in notes:
            cells = json_value(note, path, unit.line)
            if layer == "beads":
                beads.append(bead_of(cells, path, unit.line))
            else:
                rows.setdefault(layer, []).append(span_of(layer, cells, path, unit.line))
        if not any(layer == "beads" for layer, _ in notes):
            return None
        for lang in SIDES:
            content = unit.texts.get(lang, "")
            offsets = getattr(beads[-1], lang)
            if sum(high - low for low, high in offsets) != len(content):
                return None
            for low, high in offsets:
                pieces[lang].append((low, content[: high - low]))
                content = content[high - low :]
    texts = joined(pieces)
    return document(article, texts, {**rows, "beads": beads}, path) if texts else None
