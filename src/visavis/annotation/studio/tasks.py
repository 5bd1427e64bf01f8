"""An article as tasks, and the rows of a task as regions of the editor.

A task is a window on an article: some of its beads, both sides. Windows never cut a span, nor part
it from the words that its fields point to: beads between which such a span stands are one task.
An id of another span is a relation where that span is in the window, and text where it is not.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Literal, get_args

import msgspec

from visavis.annotation.studio.interface import attributes, control, words, words_control
from visavis.corpus.layers import LABELS
from visavis.corpus.layers.arrangement import arrangement
from visavis.corpus.layers.regions import ANNOTATED, Region
from visavis.corpus.records import Span
from visavis.errors import DataError
from visavis.files import sha256
from visavis.languages import LANGS, Lang

if TYPE_CHECKING:
    from collections.abc import Iterable

    from visavis.annotation.studio.interface import Attribute
    from visavis.corpus.layers.beads import AlignedBead
    from visavis.corpus.records import Offsets

Rows = Mapping[str, Sequence[Span]]
"""Spans by layer."""

Unit = Literal["pair", "paragraph", "article"]
UNITS: tuple[Unit, ...] = get_args(Unit)
"""What a task shows: a bead, the beads of a paragraph (a region of the page), or all of them."""

NUL = "\0"


@dataclass(frozen=True)
class Page:
    """What of an article goes to the editor.

    Attributes:
        article: its id.
        texts: by language; an article without a translation has "" in English.
        beads: its beads; without any, the whole article is one task.
        regions: of the page, of both languages.
        rows: the spans of each layer that the project annotates.
        annotated: whether somebody has annotated it, so that a task without spans is done.
    """

    article: str
    texts: "Mapping[Lang, str]"
    beads: "Sequence[AlignedBead]"
    regions: "Sequence[Region]"
    rows: "Rows"
    annotated: bool

    @cached_property
    def sides(self) -> "Mapping[Lang, _Sides]":
        """Where its beads stand, by language."""
        return {lang: _Sides(self, lang) for lang in LANGS}


@dataclass(frozen=True)
class Window:
    """The part of an article that a task shows.

    Attributes:
        article: id of the article.
        beads: ids of the beads in it, in the order of the text.
        ends: start and end of the window in the text of each language.
        rows: the spans in it, by layer.
    """

    article: str
    beads: tuple[str, ...]
    ends: "Mapping[Lang, Offsets]"
    rows: "Rows" = field(default_factory=dict)

    @property
    def key(self) -> str:
        """What identifies the task in its project, for ever: the article and its first bead."""
        return f"{self.article}-{self.beads[0]}"


def windows(page: Page, layers: "Sequence[str]", unit: Unit = "pair") -> list[Window]:
    """The windows of a page in the order of its text: all that is annotated, and no part twice.

    Raises:
        DataError: a span or its words are not inside the text, or an id stands twice.
    """
    _check(page, layers)
    sides = page.sides
    groups = _groups(page, layers, unit, sides)
    of_bead = {bead: number for number, group in enumerate(groups) for bead in group}
    rows: list[dict[str, list[Span]]] = [defaultdict(list) for _ in groups]
    for layer in layers:
        for span in page.rows.get(layer, ()):
            bead = sides[span.lang].under(span.start, span.end)[0]
            rows[of_bead[bead]][layer].append(span)
    wanted = _annotated_beads(page, sides)
    found, last = [], dict.fromkeys(LANGS, 0)
    for group, inside in zip(groups, rows, strict=True):
        ends = {lang: _ends(page, group, inside, sides[lang], lang, last[lang]) for lang in LANGS}
        last = {lang: end for lang, (_, end) in ends.items()}
        if inside or wanted.intersection(group):
            beads = tuple(page.beads[n].id for n in group) if page.beads else ("all",)
            found.append(Window(page.article, beads, ends, dict(inside)))
    return found


def digest(rows: "Rows") -> str:
    """What identifies the rows of a window, whatever their order, surfaces and unsaid defaults."""
    parts = []
    for layer in sorted(layer for layer, found in rows.items() if found):
        found = [msgspec.structs.replace(span, text=None) for span in rows[layer]]
        values = [msgspec.structs.astuple(found[i]) for i in arrangement(found)]
        parts.append(msgspec.json.encode((layer, values)))
    return sha256(b"\n".join(parts))[:32]


def data(page: Page, window: Window, part: tuple[int, int]) -> dict[str, Any]:
    """The data of a task: its texts with those around them, and what it is checked by.

    ``part`` is the number of the window in its article, from 1, and how many there are.
    """
    shown: dict[str, Any] = {
        "key": window.key,
        "article": window.article,
        "sentence": " ".join(window.beads),
        "part": part[0],
        "parts": part[1],
    }
    for lang in LANGS:
        start, end = window.ends[lang]
        text = page.texts[lang]
        sides = page.sides[lang]
        shown |= {
            lang: text[start:end],
            f"{lang}_start": start,
            f"{lang}_before": text[slice(*sides.beside(start, -1))].strip(),
            f"{lang}_after": text[slice(*sides.beside(end, 1))].strip(),
        }
    shown["texts"] = texts_digest(shown)
    shown["rows"] = digest(window.rows)
    return shown


def texts_digest(shown: "Mapping[str, Any]") -> str:
    """What identifies the texts of a task and where they stand."""
    names = ("article", "sentence", *(f"{lang}{what}" for lang in LANGS for what in ("", "_start")))
    return sha256(msgspec.json.encode([shown[name] for name in names]))[:32]


def regions(window: Window, texts: "Mapping[Lang, str]") -> list[dict[str, Any]]:
    """The rows of a window as a result of the editor: regions, attributes, relations."""
    there = {(span.lang, span.id) for found in window.rows.values() for span in found}
    result: list[dict[str, Any]] = []
    for layer, found in window.rows.items():
        for span in found:
            result += _regions(layer, span, window, texts[span.lang], there)
    return result


def region_id(lang: Lang, span: str) -> str:
    """The id of the region of a span: safe in the editor, and never one that the editor makes."""
    return f"vv-{lang}-s-{span}"


def words_id(lang: Lang, name: str, number: int, span: str) -> str:
    """The id of the region of the words that the field ``name`` of a span points to."""
    return f"vv-{lang}-w-{name}-{number}-{span}"


REGION_ID = re.compile(r"vv-(?P<lang>fr|en)-s-(?P<span>[A-Za-z0-9][A-Za-z0-9_-]{0,63})")
WORDS_ID = re.compile(
    r"vv-(?P<lang>fr|en)-w-(?P<field>[a-z_]+)-(?P<number>\d+)-(?P<span>[A-Za-z0-9][A-Za-z0-9_-]{0,63})"
)


def pieces(span: Span, attribute: "Attribute") -> "tuple[Offsets, ...]":
    """The words that a field of ``span`` points to."""
    value = getattr(span, attribute.name)
    if attribute.kind == "words":
        return () if value is None else (value,)
    return tuple(value)


def _regions(
    layer: str, span: Span, window: Window, text: str, there: set[tuple[Lang, str]]
) -> "Iterable[dict[str, Any]]":
    lang, own = span.lang, region_id(span.lang, span.id)
    place = _place(window, text, lang, (span.start, span.end))
    label = getattr(span, LABELS[layer])
    yield _region(own, control(lang, layer), lang, "labels", place | {"labels": [label]})
    for attribute in attributes(layer):
        value = getattr(span, attribute.name)
        if attribute.kind in {"words", "pieces"}:
            for number, offsets in enumerate(pieces(span, attribute)):
                other = words_id(lang, attribute.name, number, span.id)
                there_ = _place(window, text, lang, offsets) | {"labels": [attribute.name]}
                yield _region(other, words_control(lang, layer), lang, "labels", there_)
                yield _relation(own, other, attribute.name)
        elif value == attribute.default:
            continue
        elif attribute.kind == "reference" and (lang, value) in there:
            yield _relation(own, region_id(lang, value), attribute.name)
        else:
            yield _attribute(own, lang, attribute, place, value)


def _attribute(
    own: str, lang: Lang, attribute: "Attribute", place: dict[str, Any], value: object
) -> dict[str, Any]:
    name = control(lang, attribute.layer, attribute.name)
    if attribute.kind in {"text", "reference"}:
        return _region(own, name, lang, "textarea", place | {"text": [value]})
    chosen = [attribute.name] if attribute.kind == "flag" else [value]
    if isinstance(value, tuple):
        chosen = [*value]
    return _region(own, name, lang, "choices", place | {"choices": chosen})


def _region(own: str, name: str, lang: Lang, kind: str, value: dict[str, Any]) -> dict[str, Any]:
    return {"id": own, "from_name": name, "to_name": lang, "type": kind, "value": value}


def _relation(start: str, end: str, name: str) -> dict[str, Any]:
    return {
        "type": "relation", "from_id": start, "to_id": end, "direction": "right", "labels": [name],
    }  # fmt: skip


def _place(window: Window, text: str, lang: Lang, offsets: "Offsets") -> dict[str, Any]:
    start, end = offsets
    origin = window.ends[lang][0]
    return {"start": start - origin, "end": end - origin, "text": text[start:end]}


def _check(page: Page, layers: "Sequence[str]") -> None:
    seen: set[tuple[Lang, str]] = set()
    for lang, text in page.texts.items():
        if NUL in text:
            msg = (
                f"{page.article}: the {lang} text has the character U+0000 at {text.index(NUL)}, "
                "which no server can hold. Mend the text."
            )
            raise DataError(msg)
    for layer in layers:
        for span in page.rows.get(layer, ()):
            where = f"{page.article}: {span.id} of {layer} ({span.lang})"
            if (span.lang, span.id) in seen:
                msg = f"{where}: the id stands twice. Run `visavis validate`."
                raise DataError(msg)
            seen.add((span.lang, span.id))
            for start, end in _offsets(span, layer):
                if not 0 <= start < end <= len(page.texts[span.lang]):
                    msg = f"{where}: [{start}:{end}] is outside the text. Run `visavis validate`."
                    raise DataError(msg)


def _offsets(span: Span, layer: str) -> "list[Offsets]":
    found = [(span.start, span.end)]
    for attribute in words(layer):
        found += pieces(span, attribute)
    return found


class _Sides:
    """Where the beads of a page stand in one language, in the order of the text."""

    def __init__(self, page: Page, lang: Lang) -> None:
        sides = [(n, getattr(bead, lang)) for n, bead in enumerate(page.beads)]
        whole = [] if page.beads else [(0, len(page.texts[lang]), 0)]
        hulls = [(side[0][0], side[-1][1], n) for n, side in sides if side] or whole
        self.hulls = sorted(hulls)
        self.lows = [low for low, _, _ in self.hulls]
        self.reach = [*accumulate((high for _, high, _ in self.hulls), max)]
        self.of = {bead: (low, high) for low, high, bead in self.hulls}

    def under(self, start: int, end: int) -> list[int]:
        """The beads that a piece of text touches."""
        near = self.hulls[bisect_right(self.reach, start) : bisect_left(self.lows, end)]
        return [bead for _, high, bead in near if start < high]

    def beside(self, offset: int, step: int) -> "Offsets":
        """The side before (-1) or after (1) an offset; empty at the text's ends."""
        at = bisect_right(self.reach, offset) - 1 if step < 0 else bisect_left(self.lows, offset)
        return self.hulls[at][:2] if 0 <= at < len(self.hulls) else (0, 0)


def _groups(
    page: Page, layers: "Sequence[str]", unit: Unit, sides: "Mapping[Lang, _Sides]"
) -> list[list[int]]:
    """The beads of each window, joined where a span, its words, or the unit asks for it."""
    join = _Joined(max(len(page.beads), 1))
    for layer in layers:
        for span in page.rows.get(layer, ()):
            join.all(_touched(page, span, layer, sides))
    if unit == "article":
        join.all(range(len(page.beads)))
    for region in page.regions if unit == "paragraph" else ():
        join.all(sides[region.lang].under(region.start, region.end))
    while any(_join_overlapping(found, join) for found in sides.values()):
        pass
    order = _reading_order(sides)
    groups = [sorted(group, key=order.__getitem__) for group in join.groups()]
    return sorted(groups, key=lambda group: order[group[0]])


def _touched(page: Page, span: Span, layer: str, sides: "Mapping[Lang, _Sides]") -> list[int]:
    touched = []
    for start, end in _offsets(span, layer):
        found = sides[span.lang].under(start, end)
        if not found:
            msg = (
                f"{page.article}: [{start}:{end}] of {span.id} of {layer} ({span.lang}) is in no "
                "bead. Run `visavis align`, then `visavis validate`."
            )
            raise DataError(msg)
        touched += found
    return touched


def _join_overlapping(sides: _Sides, join: "_Joined") -> bool:
    """Join the groups whose sides overlap in a language; whether there were any."""
    spread: dict[int, tuple[int, int]] = {}
    for low, high, bead in sides.hulls:
        root = join.root(bead)
        before = spread.get(root, (low, high))
        spread[root] = min(before[0], low), max(before[1], high)
    changed, reach, last = False, -1, -1
    for root, (low, high) in sorted(spread.items(), key=lambda item: item[1]):
        if low < reach:
            changed |= join.all([last, root])
        if high > reach:
            reach, last = high, root
    return changed


def _reading_order(sides: "Mapping[Lang, _Sides]") -> dict[int, int]:
    """The rank of each bead: by the French text, those without one after the English before it."""
    places = {bead: (low, 0, bead) for low, _, bead in sides["fr"].hulls}
    last = -1
    for low, _, bead in sides["en"].hulls:
        last = max(last, places.get(bead, (last,))[0])
        places.setdefault(bead, (last, 1, low))
    return {bead: rank for rank, bead in enumerate(sorted(places, key=places.__getitem__))}


def _ends(  # noqa: PLR0913, PLR0917 - one window of one page, told in its parts
    page: Page,
    group: "Sequence[int]",
    rows: "Rows",
    sides: _Sides,
    lang: Lang,
    last: int,
) -> "Offsets":
    """One side of a window, without the white space at its end unless a span stands in it.

    A window that has no such side is empty, at the end ``last`` of the one before.
    """
    hulls = [sides.of[bead] for bead in group if bead in sides.of]
    if not hulls:
        return last, last
    start, end = min(low for low, _ in hulls), max(high for _, high in hulls)
    used = [
        offsets[1]
        for layer, found in rows.items()
        for span in found
        if span.lang == lang
        for offsets in _offsets(span, layer)
    ]
    return start, max([start + len(page.texts[lang][start:end].rstrip()), *used])


def _annotated_beads(page: Page, sides: "Mapping[Lang, _Sides]") -> set[int]:
    """The beads in headings and body, all where the page has no regions."""
    if not page.regions:
        return set(range(max(len(page.beads), 1)))
    return {
        bead
        for region in page.regions
        if region.type in ANNOTATED
        for bead in sides[region.lang].under(region.start, region.end)
    }


class _Joined:
    """Disjoint groups of numbers, joined one after the other (union-find)."""

    def __init__(self, count: int) -> None:
        self.parents = list(range(count))

    def root(self, number: int) -> int:
        while self.parents[number] != number:
            self.parents[number] = self.parents[self.parents[number]]
            number = self.parents[number]
        return number

    def all(self, numbers: "Iterable[int]") -> bool:
        """Join ``numbers``; whether they were apart."""
        roots = sorted({self.root(number) for number in numbers})
        for root in roots[1:]:
            self.parents[root] = roots[0]
        return len(roots) > 1

    def groups(self) -> list[list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for number in range(len(self.parents)):
            found[self.root(number)].append(number)
        return list(found.values())
