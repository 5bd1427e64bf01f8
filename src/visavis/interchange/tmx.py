"""TMX 1.4b: a translation unit a bead, streamed both ways.

Written by hand, since the libraries for TMX hold the file in memory; read by lxml. White space
around a segment and the offsets of its sentences are properties, so that the texts come back
exactly; tools that drop them give back aligned lines.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from visavis import __version__
from visavis.corpus.layers.beads import AlignedBead
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
    values,
)
from visavis.languages import Lang

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_HEADER = {
    "creationtool": "visavis", "creationtoolversion": __version__, "segtype": "sentence",
    "o-tmf": "visavis", "adminlang": "en", "srclang": "fr", "datatype": "plaintext",
}  # fmt: skip


_LONGEST = 1000
"""Units of an article, at most, where nothing says which document they are from."""

_SHORT = 56
"""Characters of an id, with room for a number."""

_ORIGINS = ("x-document", "x-filename", "x-file", "file", "document", "Txt::Doc. No.")
"""Properties by which tools name the document of a unit (memoQ, Trados, OmegaT, DGT-TM)."""


class Side(NamedTuple):
    """One language of a unit: its text and its properties."""

    text: str
    props: Mapping[str, str]


class Unit(NamedTuple):
    """A translation unit: its line in the file, the document it is from, properties and sides."""

    line: int
    origin: str
    props: Mapping[str, str]
    sides: Mapping[Lang, Side]


def write(docs: Iterable[Document]) -> Iterator[Part]:
    """Yield the file article by article.

    Raises:
        DataError: a text has a character that XML cannot hold.
    """
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
    yield Part("", f"{head}{xml.tag('header', _HEADER)}\n<body>\n".encode())
    for each in docs:
        check_characters(each, "XML")
        for bead in each.beads:
            yield Part("", _unit(each, bead).encode())
    yield Part("", b"</body>\n</tmx>\n")


def _unit(doc: Document, bead: AlignedBead) -> str:
    cells = values(bead, without=("id", *SIDES))
    props = {"article": doc.id, "bead": bead.id} | {
        name: json.dumps(value) for name, value in cells.items()
    }
    sides = (_side(doc, lang, getattr(bead, lang)) for lang in SIDES if getattr(bead, lang))
    content = "".join([*map(_prop, props.items()), *sides])
    return xml.tag("tu", {"tuid": f"{doc.id}:{bead.id}"}, content) + "\n"


def _side(doc: Document, lang: Lang, pieces: Sequence[tuple[int, int]]) -> str:
    content = "".join(doc.texts[lang][low:high] for low, high in pieces)
    segment = content.strip()
    before, after = content.partition(segment)[::2] if segment else ("", content)
    props = {"offsets": " ".join(f"{low}-{high}" for low, high in pieces)}
    if before or after:
        props["around"] = json.dumps([before, after])
    inner = "".join(map(_prop, props.items())) + xml.tag("seg", content=xml.text(segment))
    return xml.tag("tuv", {"xml:lang": lang}, inner)


def _prop(item: tuple[str, str]) -> str:
    return xml.tag("prop", {"type": f"visavis-{item[0]}"}, xml.text(item[1]))


def read(paths: Sequence[Path]) -> Iterator[Document]:
    """Yield the articles of files.

    A file of another tool is one article, named after it, unless its units name the documents they
    are from, or are more than a thousand, which make an article each.

    Raises:
        UsageError: a file cannot be read.
        DataError: it is not well-formed, declares entities or has no French and English units.
    """
    for path in paths:
        name = slug(path.stem) or "article"
        for article, listed in grouped(_named(units(path), name), path):
            yield _document(article, listed, path)


def _named(listed: Iterable[Unit], name: str) -> Iterator[tuple[str, Unit]]:
    """Yield each unit with its article.

    That is what ours say, or the document that a unit says it is from. The others make an article
    of the name of the file, or several where they are too many for one.
    """
    head = list(islice(listed := iter(listed), _LONGEST + 1))
    several = len(head) > _LONGEST
    number = 0
    ids = dict[str, str]()
    runs = Counter[str]()
    before = ""
    for unit in chain(head, listed):
        if own := unit.props.get("article"):
            yield own, unit
        elif unit.origin:
            if unit.origin != before:
                short = slug(unit.origin)[:_SHORT] or name
                runs[short] += 1
                ids[unit.origin] = short if runs[short] == 1 else f"{short}-{runs[short]}"
            yield ids[unit.origin], unit
        else:
            yield f"{name}-{number // _LONGEST + 1}" if several else name, unit
            number += 1
        before = unit.origin


def units(path: Path) -> Iterator[Unit]:
    """Yield the units of a file that have a French or an English side, in constant memory.

    Raises:
        UsageError: the file cannot be read.
        DataError: it is not well-formed or declares entities.
    """
    for element in xml.elements(path, "tu"):
        sides: dict[Lang, Side] = {}
        for tuv in element.iterchildren("{*}tuv"):
            code = str(tuv.get(f"{xml.XML}lang") or tuv.get("lang") or "")
            base = code.replace("_", "-").split("-")[0].lower()
            for lang in SIDES:
                segment = tuv.find("{*}seg")
                if base == lang and lang not in sides and segment is not None:
                    sides[lang] = Side(xml.content(segment), _props(tuv))
        if sides:
            yield Unit(xml.line_of(element), _origin(element), _props(element), sides)


def _origin(element: "Element") -> str:
    props = {str(prop.get("type")): prop.text or "" for prop in element.iterchildren("{*}prop")}
    return next((props[name].strip() for name in _ORIGINS if props.get(name)), "")


def _props(element: "Element") -> dict[str, str]:
    return {
        str(prop.get("type")).removeprefix("visavis-"): prop.text or ""
        for prop in element.iterchildren("{*}prop")
        if str(prop.get("type")).startswith("visavis-")
    }


def _document(article: str, listed: Sequence[Unit], path: Path) -> Document:
    if exact := _exact(listed, path):
        return document(article, exact[0], {"beads": exact[1]}, path)
    lines = ([_line(unit, lang) for lang in SIDES] for unit in listed)
    texts, beads = bitext((fr, en) for fr, en in lines)
    return document(article, texts, {"beads": beads}, path)


def _line(unit: Unit, lang: Lang) -> str:
    return " ".join(unit.sides[lang].text.splitlines()) if lang in unit.sides else ""


def _exact(listed: Sequence[Unit], path: Path) -> tuple[dict[Lang, str], list[AlignedBead]] | None:
    """Return texts and beads by the offsets of all units, or None where some do not fit."""
    pieces: dict[Lang, list[tuple[int, str]]] = {"fr": [], "en": []}
    beads = []
    for number, unit in enumerate(listed, start=1):
        cells: dict[str, object] = {
            name: _json(value)
            for name, value in unit.props.items()
            if name not in {"article", "bead"}
        }
        cells |= {"id": unit.props.get("bead", f"b{number}"), "fr": [], "en": []}
        for lang, side in unit.sides.items():
            offsets = _offsets(side.props.get("offsets", ""))
            around = _json(side.props.get("around", '["",""]'))
            if not offsets or not isinstance(around, list):
                return None
            content = f"{around[0]}{side.text}{around[-1]}"
            if sum(high - low for low, high in offsets) != len(content):
                return None
            for low, high in offsets:
                pieces[lang].append((low, content[: high - low]))
                content = content[high - low :]
            cells[lang] = offsets
        beads.append(bead_of(cells, path, unit.line))
    texts = joined(pieces)
    return (texts, beads) if texts else None


def _offsets(content: str) -> list[tuple[int, int]]:
    try:
        pairs = [piece.split("-") for piece in content.split()]
        return [(int(low), int(high)) for low, high in pairs]
    except ValueError:
        return []


def _json(content: str) -> object:
    try:
        return json.loads(content)
    except ValueError:
        return None
