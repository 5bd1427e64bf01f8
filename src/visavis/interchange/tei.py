"""TEI P5: a ``TEI`` an article, both texts in sentences, everything else in ``standOff``.

A span is a ``span`` in the ``spanGrp`` of its layer and language. It points into its text by
``string-range`` with the offsets of the corpus, so that spans may nest, cross and span sentences,
and to a feature structure with its fields. Beads are ``link`` elements between sentences; a bead of
one side is a ``span``. Counterparts in both languages are linked too. Written by hand, article by
article; read by lxml. Files of other projects are read by ``tei_bitext``.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from visavis import __version__
from visavis.annotation.studio.interface import Attribute, attributes
from visavis.corpus.layers import LABELS, SPAN_LAYERS
from visavis.corpus.records import Span
from visavis.errors import DataError
from visavis.interchange import tei_bitext, xml
from visavis.interchange.documents import (
    SIDES,
    Document,
    Part,
    bead_of,
    check_characters,
    document,
    json_line,
    span_of,
    storable,
    values,
    with_beads,
)
from visavis.interchange.words import sentences
from visavis.languages import Lang

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_NAMESPACE = "http://www.tei-c.org/ns/1.0"

_OURS = "visavis"
"""Type of the ``TEI`` elements that this module writes."""

_HEADER = (
    "<teiHeader><fileDesc><titleStmt><title>{title}</title></titleStmt>"
    "<publicationStmt><p>Exported by Visavis</p></publicationStmt>"
    "<sourceDesc><p>{source}</p></sourceDesc></fileDesc>"
    "<encodingDesc><appInfo><application ident='visavis' version='{version}'>"
    "<label>Visavis</label></application></appInfo></encodingDesc></teiHeader>\n"
)


def write(docs: Iterable[Document]) -> Iterator[Part]:
    """Yield the file article by article.

    Raises:
        DataError: a text has a character that XML cannot hold.
    """
    root = xml.tag("teiCorpus", {"xmlns": _NAMESPACE}, "").removesuffix("</teiCorpus>")
    head = _header("Articles of a Visavis corpus", "A corpus of French and English articles")
    yield Part("", f'<?xml version="1.0" encoding="UTF-8"?>\n{root}\n{head}'.encode())
    for each in map(with_beads, docs):
        check_characters(each, "XML")
        yield Part("", "".join(_article(each)).encode())
    yield Part("", b"</teiCorpus>\n")


def _header(title: str, source: str) -> str:
    return _HEADER.format(title=title, source=source, version=__version__)


def _article(doc: Document) -> Iterator[str]:
    yield f'<TEI type="{_OURS}" xml:id="article.{doc.id}">\n'
    yield _header(doc.id, "An article and its translation")
    if content := "".join([*_spans(doc), *_beads(doc)]):
        yield xml.tag("standOff", content=f"\n{content}") + "\n"
    yield "<text><group>\n"
    for lang, text in doc.texts.items():
        pieces = "".join(
            xml.tag("s", {"xml:id": _sentence(doc, lang, number)}, xml.text(text[low:high]))
            for number, (low, high) in enumerate(sentences(doc, lang), start=1)
        )
        block = xml.tag("ab", {"xml:id": f"{lang}.{doc.id}", "xml:space": "preserve"}, pieces)
        yield xml.tag("text", {"xml:lang": lang}, xml.tag("body", content=block)) + "\n"
    yield "</group></text>\n</TEI>\n"


def _sentence(doc: Document, lang: Lang, number: int) -> str:
    return f"{lang}.{doc.id}.{number}"


def _spans(doc: Document) -> Iterator[str]:
    """Yield the spans by layer and language, their features, and links between counterparts."""
    counts = Counter((layer, s.lang, s.id) for layer, spans in doc.spans.items() for s in spans)
    for layer, spans in doc.spans.items():
        features = []
        for lang in doc.texts:
            marks = []
            for number, span in enumerate((s for s in spans if s.lang == lang), start=1):
                own = _handle(doc, layer, span) if counts[layer, lang, span.id] == 1 else None
                ana = f"fs.{lang}.{doc.id}.{layer}.{number}"
                cells = {
                    "type": str(getattr(span, LABELS[layer])),
                    "target": _range(doc, lang, (span.start, span.end)),
                    "ana": f"#{ana}",
                }
                marks.append(xml.tag("span", ({"xml:id": own} if own else {}) | cells) + "\n")
                features.append(_features(doc, layer, span, ana, counts))
            if marks:
                group = {"type": layer, "xml:lang": lang}
                yield xml.tag("spanGrp", group, "\n" + "".join(marks)) + "\n"
        yield from features
        links = [
            {"target": " ".join(f"#{lang}.{doc.id}.{layer}.{span.id}" for lang in SIDES)}
            for span in spans
            if span.lang == "fr" and all(counts[layer, lang, span.id] == 1 for lang in SIDES)
        ]
        yield from _group("linkGrp", f"{layer}.counterparts", [xml.tag("link", c) for c in links])


def _group(name: str, type_: str, members: Sequence[str]) -> Iterator[str]:
    if members:
        content = "\n" + "".join(f"{member}\n" for member in members)
        yield xml.tag(name, {"type": type_}, content) + "\n"


def _handle(doc: Document, layer: str, span: Span) -> str:
    return f"{span.lang}.{doc.id}.{layer}.{span.id}"


def _range(doc: Document, lang: Lang, offsets: tuple[int, int]) -> str:
    start, end = offsets
    return f"#string-range({lang}.{doc.id},{start},{end - start})"


def _features(
    doc: Document, layer: str, span: Span, own: str, counts: Mapping[tuple[str, Lang, str], int]
) -> str:
    """Return the fields of a span as a feature structure."""
    cells = values(span, without=("lang", "start", "end", LABELS[layer]))
    parts = [_text("id", cells["id"])]
    for each in attributes(layer):
        if each.name not in cells:
            continue
        value, pointers = cells[each.name], list[str]()
        if each.kind == "reference" and counts.get((str(each.refers), span.lang, value)) == 1:
            pointers = [f"#{span.lang}.{doc.id}.{each.refers}.{value}"]
        elif each.kind == "words":
            pointers = [_range(doc, span.lang, value)]
        elif each.kind == "pieces":
            pointers = [_range(doc, span.lang, offsets) for offsets in value]
        else:
            parts.append(_feature(each.name, value))
        parts += [xml.tag("f", {"name": each.name, "fVal": pointer}) for pointer in pointers]
    return xml.tag("fs", {"type": layer, "xml:id": own}, "".join(parts)) + "\n"


def _feature(name: str, value: Any) -> str:  # noqa: ANN401 - a value of JSON
    if isinstance(value, str):
        return _text(name, value)
    if isinstance(value, list | tuple):
        content = "".join(xml.tag("symbol", {"value": word}) for word in value)
        return xml.tag("f", {"name": name}, xml.tag("vColl", {"org": "list"}, content))
    kind = "binary" if isinstance(value, bool) else "numeric"
    return xml.tag("f", {"name": name}, xml.tag(kind, {"value": json.dumps(value)}))


def _text(name: str, value: str) -> str:
    """Return a string; one with characters that XML cannot hold is JSON, marked by ``n``."""
    if storable(value):
        return xml.tag("f", {"name": name}, xml.tag("string", content=xml.text(value)))
    return xml.tag(
        "f", {"name": name, "n": "json"}, xml.tag("string", content=xml.text(json_line([value])))
    )


def _beads(doc: Document) -> Iterator[str]:
    numbers = {
        lang: {offsets: number for number, offsets in enumerate(sentences(doc, lang), start=1)}
        for lang in doc.texts
    }
    links, marks, features = [], [], []
    for number, bead in enumerate(doc.beads, start=1):
        own = f"fs.{doc.id}.beads.{number}"
        target = " ".join(
            f"#{_sentence(doc, lang, numbers[lang][offsets])}"
            for lang in SIDES
            for offsets in getattr(bead, lang)
        )
        cells = {"type": f"{len(bead.fr)}-{len(bead.en)}", "target": target, "ana": f"#{own}"}
        if bead.fr and bead.en:
            links.append(xml.tag("link", cells))
        else:
            marks.append(xml.tag("span", cells))
        pairs = values(bead, without=SIDES).items()
        content = "".join(_feature(name, value) for name, value in pairs)
        features.append(xml.tag("fs", {"type": "beads", "xml:id": own}, content) + "\n")
    yield from _group("linkGrp", "beads", links)
    yield from _group("spanGrp", "beads", marks)
    yield from features


def read(paths: Sequence[Path]) -> Iterator[Document]:
    """Yield the articles of files of ours, and of bitexts of other projects.

    Raises:
        UsageError: a file cannot be read.
        DataError: it is not well-formed, declares entities, has no French text, or points to what
            is not in it.
    """
    others = []
    for path in paths:
        kinds = [element.get("type") for element in xml.elements(path, "TEI")]
        if _OURS not in kinds:
            others.append(path)
            continue
        for element in xml.elements(path, "TEI"):
            yield _Article(element, path).document()
    if others:
        yield from tei_bitext.read(others)


_RANGE = re.compile(r"#string-range\(([^(),]+),(\d+),(-?\d+)\)")


class _Article:
    """Reads a ``TEI`` element of ours."""

    def __init__(self, element: "Element", path: Path) -> None:
        self.path = path
        self.id = str(element.get(f"{xml.XML}id")).removeprefix("article.")
        self.texts: dict[Lang, str] = {}
        self.sentences: dict[str, tuple[Lang, tuple[int, int]]] = {}
        for text in element.iterfind("{*}text/{*}group/{*}text"):
            lang = next((lang for lang in SIDES if lang == text.get(f"{xml.XML}lang")), None)
            if lang is None:
                raise self._refusal(text, "the text is neither French (fr) nor English (en)")
            self._text(text, lang)
        self.features = {each.get(f"{xml.XML}id"): each for each in element.iter("{*}fs")}
        self.ids: dict[str, str] = {}
        self.marks = list(element.iterfind("{*}standOff/{*}spanGrp/{*}span"))
        self.links = list(element.iterfind("{*}standOff/{*}linkGrp[@type='beads']/{*}link"))
        for mark in self.marks:
            if own := mark.get(f"{xml.XML}id"):
                self.ids[f"#{own}"] = str(self._cells(mark, {}).get("id"))

    def document(self) -> Document:
        rows: dict[str, list[Any]] = {}
        for mark in self.marks:
            layer = str(_parent(mark).get("type"))
            if layer == "beads":
                self.links.append(mark)
                continue
            if layer not in SPAN_LAYERS:
                raise self._refusal(mark, f"there is no layer {layer!r}")
            cells = self._cells(mark, {each.name: each for each in attributes(layer)})
            start, end = self._range(mark, mark.get("target"))
            cells |= {
                "lang": _parent(mark).get(f"{xml.XML}lang"), "start": start, "end": end,
                LABELS[layer]: mark.get("type"),
            }  # fmt: skip
            span = span_of(layer, cells, self.path, xml.line_of(mark))
            rows.setdefault(layer, []).append(span)
        rows["beads"] = [self._bead(link) for link in self.links]
        return document(self.id, self.texts, rows, self.path)

    def _text(self, text: "Element", lang: Lang) -> None:
        parts: list[str] = []
        position = 0
        for sentence in text.iter("{*}s"):
            parts.append(xml.content(sentence))
            end = position + len(parts[-1])
            self.sentences[f"#{sentence.get(f'{xml.XML}id')}"] = lang, (position, end)
            position = end
        self.texts[lang] = "".join(parts)

    def _refusal(self, element: "Element", msg: str) -> DataError:
        remedy = "Restore the element as `visavis export` wrote it."
        return DataError(msg, where=self.path, line=xml.line_of(element), remedy=remedy)

    def _range(self, element: "Element", pointer: str | None) -> tuple[int, int]:
        match = _RANGE.fullmatch(pointer or "")
        if match is None:
            raise self._refusal(element, f"{pointer!r} is no #string-range(ID,OFFSET,LENGTH)")
        return int(match[2]), int(match[2]) + int(match[3])

    def _cells(self, element: "Element", kinds: Mapping[str, Attribute]) -> dict[str, Any]:
        """Return the features that an element names, as fields; ``kinds`` are the declared ones."""
        holder = self.features.get(str(element.get("ana")).removeprefix("#"))
        if holder is None:
            raise self._refusal(element, f"there is no feature structure {element.get('ana')!r}")
        cells: dict[str, Any] = {}
        for each in holder.iterchildren("{*}f"):
            name, pointer = str(each.get("name")), each.get("fVal")
            if pointer is None:
                cells[name] = self._value(each)
            elif name in kinds and kinds[name].kind == "pieces":
                cells.setdefault(name, []).append(self._range(each, pointer))
            elif name in kinds and kinds[name].kind == "words":
                cells[name] = self._range(each, pointer)
            elif kinds and pointer not in self.ids:
                raise self._refusal(each, f"{pointer!r} points to no span")
            else:
                cells[name] = self.ids.get(pointer)
        return cells

    def _value(self, feature: "Element") -> object:
        child = next(iter(feature.iterchildren("{*}*")), None)
        if child is None:
            raise self._refusal(feature, f"the feature {feature.get('name')} has no value")
        kind = xml.name_of(child)
        if kind == "vColl":
            return [symbol.get("value") for symbol in child.iterchildren("{*}symbol")]
        value = xml.content(child) if kind == "string" else str(child.get("value"))
        if kind == "string" and feature.get("n") != "json":
            return value
        try:
            content = json.loads(value)
            return content[0] if kind == "string" else content
        except (ValueError, LookupError, TypeError) as error:
            raise self._refusal(child, f"{value!r} is no {kind}") from error

    def _bead(self, link: "Element") -> Any:  # noqa: ANN401 - a bead
        cells = self._cells(link, {}) | {"fr": [], "en": []}
        for pointer in str(link.get("target")).split():
            if pointer not in self.sentences:
                raise self._refusal(link, f"{pointer!r} points to no sentence")
            lang, offsets = self.sentences[pointer]
            cells[lang].append(offsets)
        return bead_of(cells, self.path, xml.line_of(link))


def _parent(element: "Element") -> "Element":
    parent = element.getparent()
    if parent is None:  # the root has no span
        raise AssertionError
    return parent
