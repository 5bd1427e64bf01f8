"""UIMA CAS as XMI: ``ID.LANG.xmi`` with ``TypeSystem.xml``, as INCEpTION exports and imports.

INCEpTION shows one text a document, so that each language is a CAS of its own; spans with one id
in both are the same thing. A layer is a custom span type (``webanno.custom.Mentions``), words that
fields point to are spans of ``webanno.custom.Words``. Fields that name another span are link
features, for INCEpTION's relations join spans of one layer only: ``parent`` is such a relation.
What has no feature stands in ``other``, as JSON. By dkpro-cassis, which counts in UTF-16 as UIMA
does and in code points as we do.
"""

import warnings
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from visavis.annotation.studio.interface import Attribute, attributes
from visavis.annotation.studio.merging import PREFIXES
from visavis.corpus.layers import LABELS, SPAN_LAYERS
from visavis.corpus.records import Span
from visavis.errors import DataError, UsageError
from visavis.interchange import xml
from visavis.interchange.cas_types import (
    BEADS,
    CUSTOM,
    ENTITY,
    META,
    SENTENCE,
    STRUCTURE,
    TOKEN,
    WORDS,
    Vendor,
    is_relation,
    library,
    linked,
    type_name,
    typesystem,
)
from visavis.interchange.documents import (
    SIDES,
    Document,
    Part,
    bead_of,
    check_characters,
    document,
    json_line,
    json_value,
    mention,
    span_of,
    storable,
    values,
    with_beads,
)
from visavis.interchange.sides import in_turn, texts, tiling
from visavis.interchange.words import sentences, tokens
from visavis.languages import Lang

_TYPES = "TypeSystem.xml"


def write(docs: Iterable[Document]) -> Iterator[Part]:
    """Yield the type system, then a CAS for each side of an article.

    Raises:
        UsageError: dkpro-cassis is not installed.
        DataError: a text has a character that XML cannot hold.
    """
    yield Part(_TYPES, typesystem().to_xml().encode())
    for each in map(with_beads, docs):
        check_characters(each, "XML")
        for lang in each.texts:
            yield Part(f"{each.id}.{lang}.xmi", _Writer(each, lang).cas().to_xmi().encode())


class _Writer:
    """Makes the CAS of one side of an article."""

    def __init__(self, doc: Document, lang: Lang) -> None:
        self.doc = doc
        self.lang = lang
        self.text = doc.texts[lang]
        self.system = typesystem()
        self.types = {name: self.system.get_type(name) for name in (WORDS, SENTENCE, TOKEN)}
        self.result = library().Cas(typesystem=self.system)
        self.result.sofa_string = self.text
        self.result.sofa_mime = "text/plain"

    def make(self, name: str, start: int, end: int, **cells: object) -> Vendor:
        return self.result_type(name)(begin=start, end=end, **cells)

    def result_type(self, name: str) -> Vendor:
        if name not in self.types:
            self.types[name] = self.system.get_type(name)
        return self.types[name]

    def cas(self) -> Vendor:
        title = f"{self.doc.id}.{self.lang}.xmi"
        meta = self.make(META, 0, len(self.text), language=self.lang, documentTitle=title)
        meta.documentId = title
        listed = [meta]
        pieces = sentences(self.doc, self.lang)
        for (low, high), words in zip(pieces, tokens(self.text, pieces, self.lang), strict=True):
            trimmed = self.text[low:high].strip()
            start = low + self.text[low:high].index(trimmed) if trimmed else low
            if trimmed:
                listed.append(self.make(SENTENCE, start, start + len(trimmed)))
            listed += [self.make(TOKEN, word.start, word.end) for word in words]
        for bead in self.doc.beads:
            cells = values(bead, without=SIDES)
            if "confidence" in cells:
                cells["confidence"] = repr(cells["confidence"])
            listed += [
                self.make(BEADS, low, high, **cells, place=place)
                for place, (low, high) in enumerate(getattr(bead, self.lang))
            ]
        self.result.add_all([*listed, *self.spans()])
        return self.result

    def spans(self) -> Iterator[Vendor]:
        """Yield the spans, then the relations and words that their fields make."""
        own = {
            layer: [(span, self.span(layer, span)) for span in spans if span.lang == self.lang]
            for layer, spans in self.doc.spans.items()
        }
        counts = Counter((layer, s.id) for layer, pairs in own.items() for s, _ in pairs)
        places = {
            (layer, span.id): annotation
            for layer, pairs in own.items()
            for span, annotation in pairs
            if counts[layer, span.id] == 1
        }
        for layer, pairs in own.items():
            for span, annotation in pairs:
                cells = values(span, without=("id", "lang", "start", "end", LABELS[layer]))
                other = {}
                for each in attributes(layer):
                    if each.name in cells:
                        value = cells[each.name]
                        made = self.field(annotation, each, value, places)
                        if made is None:
                            other[each.name] = value
                        else:
                            yield from made
                if other:
                    annotation.other = json_line(other)
                yield annotation

    def span(self, layer: str, span: Span) -> Vendor:
        label = str(getattr(span, LABELS[layer]))
        return self.make(type_name(layer), span.start, span.end, id=span.id, label=label)

    def field(
        self,
        span: Vendor,
        each: Attribute,
        value: Vendor,
        places: Mapping[tuple[str, str], Vendor],
    ) -> list[Vendor] | None:
        """Set a field; return the annotations that it needs, or None if it has no feature."""
        if each.kind in {"words", "pieces"}:
            listed = [value] if each.kind == "words" else value
            if not all(0 <= low < high <= len(self.text) for low, high in listed):
                return None
            words = [self.make(WORDS, low, high, label=each.name) for low, high in listed]
            self.link(span, each, words)
            return words
        if each.kind == "reference":
            target = places.get((str(each.refers), value))
            if target is None:
                return None
            if is_relation(each):
                name = type_name(each.layer, each.name)
                return [self.make(name, target.begin, target.end, Governor=span, Dependent=target)]
            self.link(span, each, [target])
        elif each.kind == "choices":
            array = self.result_type("uima.cas.StringArray")
            setattr(span, each.name, array(elements=list(value)))
        elif isinstance(value, str) and not (value and storable(value)):
            return None
        else:
            setattr(span, each.name, value)
        return []

    def link(self, span: Vendor, each: Attribute, targets: Sequence[Vendor]) -> None:
        link = self.result_type(f"{type_name(each.layer, each.name)}Link")
        array = self.result_type("uima.cas.FSArray")
        members = [link(role=each.name, target=target) for target in targets]
        setattr(span, each.name, array(elements=members))


def read(paths: Sequence[Path]) -> Iterator[Document]:
    """Yield the articles of a folder of XMI files with their type system, or of a pair of files.

    Of other projects, sentences and named entities of DKPro Core are read.

    Raises:
        UsageError: dkpro-cassis is not installed, or a file does not tell its language.
        DataError: a file is not well-formed, declares entities, or is no CAS.
    """
    for name, listed in texts(paths, ".xmi").items():
        sides = {lang: _Reader(path, lang) for lang, path in listed.items()}
        rows: dict[str, list[Any]] = {}
        notes: list[str] = []
        for side in sides.values():
            for layer, spans in side.rows.items():
                rows.setdefault(layer, []).extend(spans)
            notes += side.notes()
        rows["beads"] = _beads(sides)
        contents = {lang: side.text for lang, side in sides.items()}
        yield document(name, contents, rows, next(iter(listed.values())), notes)


def _beads(sides: "Mapping[Lang, _Reader]") -> list[Any]:
    merged: dict[str, dict[str, Any]] = {}
    for lang, side in sides.items():
        for each in side.cas.select(BEADS) if side.ours else ():
            cells: dict[str, Any] = {"id": each.id, "method": each.method, "fr": [], "en": []}
            cells |= {"verified": True} if each.verified else {}
            cells |= {"confidence": float(each.confidence)} if each.confidence else {}
            bead = merged.setdefault(str(each.id), cells)
            bead[lang].append((each.place or 0, (each.begin, each.end)))
    if not merged:
        return in_turn({lang: side.sentences() for lang, side in sides.items()})
    for cells in merged.values():
        for lang in SIDES:
            cells[lang] = [offsets for _, offsets in sorted(cells[lang])]
    return [bead_of(cells, next(iter(sides.values())).path) for cells in merged.values()]


class _Reader:
    """Reads the CAS of one side of an article."""

    def __init__(self, path: Path, lang: Lang) -> None:
        self.path = path
        self.lang = lang
        self.cas = _load(path)
        self.text = str(self.cas.sofa_string or "")
        self.ignored: Counter[str] = Counter()
        self.drawn = 0
        names = {each.name for each in self.cas.typesystem.get_types()}
        self.ours = BEADS in names
        self.layers = {
            type_name(layer): layer for layer in SPAN_LAYERS if type_name(layer) in names
        }
        self.rows: dict[str, list[Span]] = {}
        self.parents: dict[int, dict[str, str]] = {}
        listed = list(self.cas.select_all_annotations())
        for each in listed:
            self.relation(each)
        for each in listed:
            self.annotation(each)

    def notes(self) -> list[str]:
        return [
            f"{self.path.name}: {count} of type {name} left out: no layer holds them"
            for name, count in sorted(self.ignored.items())
        ]

    def sentences(self) -> list[tuple[int, int]]:
        if not any(t.name == SENTENCE for t in self.cas.typesystem.get_types()):
            return []
        return tiling([each.begin for each in self.cas.select(SENTENCE)], len(self.text))

    def relation(self, each: Vendor) -> None:
        governor, dependent = (getattr(each, n, None) for n in ("Governor", "Dependent"))
        name = each.type.name
        for layer in self.layers.values():
            for field in filter(is_relation, attributes(layer)):
                if name == type_name(layer, field.name) and governor and dependent:
                    cells = self.parents.setdefault(id(governor), {})
                    cells[field.name] = str(dependent.id)

    def annotation(self, each: Vendor) -> None:
        name = each.type.name
        if name in self.layers:
            layer = self.layers[name]
            self.rows.setdefault(layer, []).append(self.span(layer, each))
        elif name == ENTITY:
            number = len(self.rows.get("mentions", ())) + 1
            label = str(each.value or "none")
            if named := mention(label, self.lang, each.begin, each.end, number):
                self.rows.setdefault("mentions", []).append(named)
            else:
                self.ignored[f"NamedEntity {label}"] += 1
        elif name not in STRUCTURE and not name.startswith(CUSTOM):
            self.ignored[name.rpartition(".")[2]] += 1
        elif name.startswith(CUSTOM) and not self.ours:
            self.ignored[name.removeprefix(CUSTOM)] += 1

    def span(self, layer: str, each: Vendor) -> Span:
        self.drawn += not each.id
        cells: dict[str, Any] = {
            "id": each.id or f"{PREFIXES[layer]}-{self.lang}-{self.drawn}",
            "lang": self.lang, "start": each.begin, "end": each.end,
            LABELS[layer]: each.label,
        }  # fmt: skip
        for field in attributes(layer):
            value = getattr(each, field.name, None)
            if field.kind == "choices":
                value = [*value.elements] if value else None
            elif field in linked(layer):
                targets = [link.target for link in value.elements] if value else []
                offsets = [(target.begin, target.end) for target in targets]
                ids = [target.id for target in targets] if field.kind == "reference" else offsets
                value = (ids if field.kind == "pieces" else ids[0]) if ids else None
            if value is not None and value is not False:
                cells[field.name] = value
        cells |= self.parents.get(id(each), {})
        if each.other:
            cells |= json_value(each.other, self.path)
        return span_of(layer, cells, self.path)


def _load(path: Path) -> Vendor:
    vendor = library()
    types = path.with_name(_TYPES)
    xml.check(path)
    try:
        with warnings.catch_warnings():
            # An offset inside a character of two units is a warning of cassis.
            warnings.simplefilter("ignore", DeprecationWarning)
            warnings.simplefilter("error", UserWarning)
            if types.is_file():
                xml.check(types)
                with types.open("rb") as file:
                    system = vendor.load_typesystem(file)
            else:
                system = vendor.load_dkpro_core_typesystem()
            with path.open("rb") as file:
                return vendor.load_cas_from_xmi(file, typesystem=system)
    except UsageError:
        raise
    except Exception as error:
        msg = f"no CAS that can be read ({type(error).__name__}: {str(error)[:100]})"
        remedy = f"Give the XMI file with its {_TYPES}, as they were exported."
        raise DataError(msg, where=path, remedy=remedy) from error
