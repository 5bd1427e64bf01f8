"""TEI of other projects: sentences or segments in two languages, and what aligns them.

A unit is an ``s``, or the smallest ``seg``, ``p``, ``ab`` and the like. Its language is the
``xml:lang`` of the nearest element that has one. Units are aligned by ``link`` elements, by
``corresp``, by standing in one element in both languages, or, without all of these, in turn where
both texts have as many. Names (``persName``, ``name type="place"`` ...) become mentions.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from visavis.corpus.layers.beads import AlignedBead
from visavis.corpus.sources import slug
from visavis.errors import DataError
from visavis.interchange import xml
from visavis.interchange.documents import SIDES, Document, document, mention
from visavis.languages import Lang
from visavis.text.sentences import segment

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from visavis.corpus.layers.mentions import Mention
    from visavis.corpus.records import Record

_BLOCKS = frozenset({"p", "ab", "head", "l", "item", "cell", "u", "title"})
"""Elements that are a unit where no sentence or segment is in them, and that end a line."""

_UNITS = frozenset({"s", "seg"}) | _BLOCKS

_OUTSIDE = frozenset({"", "teiHeader", "standOff", "note", "fw", "linkGrp", "spanGrp", "figDesc"})
"""Elements whose words are not of the text; a comment has no name."""

_TAGS = {
    "persName": "person", "orgName": "organization", "placeName": "place", "geogName": "place",
    "country": "place", "settlement": "place", "region": "place", "objectName": "object",
    "eventName": "event",
}  # fmt: skip
"""Elements of names -> label of the name."""


class _Place(NamedTuple):
    """Where a unit is: its language, the ids of the elements around it, which element has it."""

    lang: Lang | None
    ids: tuple[str, ...] = ()
    parent: int = 0


@dataclass
class _Unit:
    """A piece of a text with the names in it: label, start and end."""

    lang: Lang
    place: _Place
    text: str
    names: Sequence[tuple[str, int, int]] = ()
    sentence: bool = False
    corresp: Sequence[str] = ()
    ends_line: bool = False


@dataclass
class _Bitext:
    """The units of one article, and the groups of ids that links make."""

    units: list[_Unit] = field(default_factory=list)
    links: list[Sequence[str]] = field(default_factory=list)
    elements: int = 0
    ignored: dict[str, int] = field(default_factory=dict)


def read(paths: Sequence[Path]) -> Iterator[Document]:
    """Yield an article for each file, or one for a French and an English file.

    A ``TEI`` element with both languages is an article of its own.

    Raises:
        UsageError: a file cannot be read.
        DataError: it is not well-formed, declares entities, or has no text that says it is French.
    """
    if len(paths) == len(SIDES):
        sides = [
            _joined([b for _, b in _bitexts(*pair)]) for pair in zip(paths, SIDES, strict=True)
        ]
        if all({unit.lang for unit in each.units} != set(SIDES) for each in sides):
            name = slug(paths[0].stem.removesuffix(".fr")) or "article"
            yield _document(name, _joined(sides), paths[0])
            return
    for path in paths:
        yield from _file(path)


def _file(path: Path) -> Iterator[Document]:
    name = slug(path.stem) or "article"
    listed = list(_bitexts(path, None))
    full = [(id_, each) for id_, each in listed if {u.lang for u in each.units} == set(SIDES)]
    if len(full) != len(listed) or len(full) == 1:
        yield _document(name, _joined([each for _, each in listed]), path)
        return
    for number, (id_, each) in enumerate(full, start=1):
        yield _document(slug(id_) or f"{name}-{number}", each, path)


def _joined(bitexts: Sequence[_Bitext]) -> _Bitext:
    """Return the units and links of several articles as those of one."""
    result = _Bitext()
    for each in bitexts:
        for unit in each.units:
            unit.place = unit.place._replace(parent=unit.place.parent + result.elements)
        result.units += each.units
        result.links += each.links
        result.elements += each.elements
        for name, count in each.ignored.items():
            result.ignored[name] = result.ignored.get(name, 0) + count
    return result


def _bitexts(path: Path, lang: Lang | None) -> Iterator[tuple[str, _Bitext]]:
    seen = False
    for element in xml.elements(path, "TEI", "TEI.2"):
        seen = True
        bitext = _Bitext()
        for text in element.iterchildren("{*}text"):
            _walk(text, _Place(_language(element, lang)), bitext)
        for link in element.iter("{*}link"):
            bitext.links.append(_pointers(link.get("target")))
        for span in element.iter("{*}span"):
            kind = str(span.get("type") or "none")
            bitext.ignored[kind] = bitext.ignored.get(kind, 0) + 1
        yield str(element.get(f"{xml.XML}id") or ""), bitext
    if not seen:
        msg = "no TEI element"
        raise DataError(msg, where=path, remedy="Give a file of TEI P5.")


def _pointers(target: str | None) -> list[str]:
    """Return the ids that a list of pointers names, in whatever file they are."""
    return [pointer.rpartition("#")[2] for pointer in (target or "").replace(";", " ").split()]


def _language(element: "Element", inherited: Lang | None) -> Lang | None:
    code = element.get(f"{xml.XML}lang")
    if code is None:
        return inherited
    base = code.replace("_", "-").split("-")[0].lower()
    return next((lang for lang in SIDES if lang == base or _LONG.get(base) == lang), None)


_LONG: dict[str, Lang] = {"fra": "fr", "fre": "fr", "eng": "en"}
"""Codes of ISO 639-2 -> language."""


def _walk(element: "Element", outer: _Place, bitext: _Bitext) -> None:
    """Add the units in an element; words between them are units too, so that none is lost."""
    if (name := xml.name_of(element)) in _OUTSIDE:
        return
    bitext.elements += 1
    own = element.get(f"{xml.XML}id") or element.get("id")
    ids = (*outer.ids, own) if own else outer.ids
    place = _Place(_language(element, outer.lang), ids, bitext.elements)
    inside = any(xml.name_of(child) in _UNITS for child in element.iterdescendants("{*}*"))
    if name == "s" or (name in _UNITS and not inside):
        _add(element, place._replace(parent=outer.parent), bitext)
    else:
        _stray(element.text, place, bitext)
        for child in element:
            _walk(child, place, bitext)
            _stray(child.tail, place, bitext)
    if name in _BLOCKS and bitext.units:
        bitext.units[-1].ends_line = True


def _stray(content: str | None, place: _Place, bitext: _Bitext) -> None:
    if place.lang and (text := _collapsed(content or "").strip(" ")):
        bitext.units.append(_Unit(place.lang, place, text))


def _add(element: "Element", place: _Place, bitext: _Bitext) -> None:
    raw, marks = _words(element)
    text = _collapsed(raw).strip(" ")
    if not place.lang or not text:
        return
    names = []
    for label, start, end in marks:
        if inner := raw[start:end].strip(_BLANK):
            low = len(_collapsed(raw[: start + raw[start:end].index(inner)]).lstrip(" "))
            names.append((label, low, low + len(_collapsed(inner))))
    sentence = xml.name_of(element) == "s"
    corresp = _pointers(element.get("corresp"))
    bitext.units.append(_Unit(place.lang, place, text, names, sentence, corresp))


_BLANK = " \t\r\n"
_BLANKS = re.compile(f"[{_BLANK}]+")


def _collapsed(raw: str) -> str:
    """Return text with one space for each run of the white space of XML; others are letters."""
    return _BLANKS.sub(" ", raw)


def _words(element: "Element") -> tuple[str, list[tuple[str, int, int]]]:
    """Return the text of an element, and the names in it by label and offsets."""
    parts: list[str] = []
    marks: list[tuple[str, int, int]] = []

    def visit(current: "Element") -> None:
        start = sum(map(len, parts))
        parts.append(current.text or "")
        for child in current:
            if xml.name_of(child) not in _OUTSIDE:
                glued = xml.name_of(child) == "w" and parts[-1][-1:].isalnum()
                parts.extend([" "] * glued)
                visit(child)
            parts.append(child.tail or "")
        name = xml.name_of(current)
        label = _TAGS.get(name) or (current.get("type") if name in {"name", "rs"} else None)
        if label and current is not element:
            marks.append((label, start, sum(map(len, parts))))

    visit(element)
    return "".join(parts), sorted(marks, key=lambda mark: (mark[1], -mark[2]))


def _document(name: str, bitext: _Bitext, path: Path) -> Document:
    units = bitext.units
    if not any(unit.lang == "fr" for unit in units):
        msg = "no text in French"
        remedy = "Name its language by xml:lang, or give the French and then the English file."
        raise DataError(msg, where=path, remedy=remedy)
    texts: dict[Lang, str] = {}
    pieces: dict[int, list[tuple[int, int]]] = {}
    mentions: list[Mention] = []
    notes = [
        f"{count} spans of type {kind} left out: only names in the text are read"
        for kind, count in sorted(bitext.ignored.items())
    ]
    for lang in SIDES:
        content = ""
        for number, unit in enumerate(units):
            if unit.lang != lang:
                continue
            line = unit.text + ("\n" if unit.ends_line or not unit.sentence else " ")
            cuts = [(0, len(line))] if unit.sentence else segment(line, lang)
            pieces[number] = [(len(content) + low, len(content) + high) for low, high in cuts]
            for label, low, high in unit.names:
                at = len(mentions) + 1
                if named := mention(label, lang, len(content) + low, len(content) + high, at):
                    mentions.append(named)
                else:
                    notes.append(f"a name of type {label} was left out")
            content += line
        if content:
            texts[lang] = f"{content.rstrip(' ')}\n" if content.endswith(" ") else content
    rows: dict[str, Sequence[Record]] = {"mentions": mentions, "beads": _beads(bitext, pieces)}
    return document(name, texts, rows, path, [*dict.fromkeys(notes)])


def _beads(bitext: _Bitext, pieces: Mapping[int, Sequence[tuple[int, int]]]) -> list[AlignedBead]:
    groups = _groups(bitext)
    if not groups:
        return []
    beads = []
    for number, group in enumerate(groups, start=1):
        sides: dict[Lang, list[tuple[int, int]]] = {"fr": [], "en": []}
        for unit in group:
            sides[bitext.units[unit].lang] += pieces[unit]
        beads.append(
            AlignedBead(
                id=f"b{number}", fr=tuple(sides["fr"]), en=tuple(sides["en"]), method="manual"
            )
        )
    return beads


def _groups(bitext: _Bitext) -> list[list[int]]:
    """Return the units that go together; those that nothing aligns are alone."""
    units = bitext.units
    links = _links(bitext) or _siblings(units) or _turns(units)
    if not links:
        return []
    parents = list(range(len(units)))

    def root(unit: int) -> int:
        while parents[unit] != unit:
            parents[unit] = parents[parents[unit]]
            unit = parents[unit]
        return unit

    for link in links:
        first = min(map(root, link))
        for unit in link:
            parents[root(unit)] = first
    groups: dict[int, list[int]] = {}
    for number in range(len(units)):
        groups.setdefault(root(number), []).append(number)
    return list(groups.values())


def _links(bitext: _Bitext) -> list[list[int]]:
    """Return the links between units; those of paragraphs count where no sentences are linked."""
    places: dict[str, list[int]] = {}
    for number, unit in enumerate(bitext.units):
        for own in unit.place.ids:
            places.setdefault(own, []).append(number)
    links = [[places.get(pointer, []) for pointer in link] for link in bitext.links]
    for number, unit in enumerate(bitext.units):
        links += [[[number], places.get(pointer, [])] for pointer in unit.corresp]
    fine: list[list[int]] = []
    coarse: list[list[int]] = []
    for link in links:
        group = [unit for each in link for unit in each]
        if {bitext.units[unit].lang for unit in group} == set(SIDES):
            (coarse if any(len(each) > 1 for each in link) else fine).append(group)
    return fine or coarse


def _siblings(units: Sequence[_Unit]) -> list[list[int]]:
    """Return the units that one element holds in both languages, if these are not all units."""
    groups: dict[int, list[int]] = {}
    for number, unit in enumerate(units):
        groups.setdefault(unit.place.parent, []).append(number)
    both = [g for g in groups.values() if {units[unit].lang for unit in g} == set(SIDES)]
    return both if len(both) > 1 or (both and len(both[0]) == len(SIDES)) else []


def _turns(units: Sequence[_Unit]) -> list[list[int]]:
    sides = [[n for n, unit in enumerate(units) if unit.lang == lang] for lang in SIDES]
    if len(sides[0]) != len(sides[1]):
        return []
    return [list(pair) for pair in zip(*sides, strict=True)]
