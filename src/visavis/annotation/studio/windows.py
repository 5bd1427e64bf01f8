"""An article cut into windows: what each task shows.

A window is some beads of an article, both sides. Windows never cut a span, nor part it from the
words that its fields point to: beads between which such a span stands are in one window.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Literal, get_args

from visavis.annotation.studio.interface import words
from visavis.corpus.layers.regions import ANNOTATED, Region
from visavis.corpus.records import Span
from visavis.errors import DataError
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
    result, last = [], dict.fromkeys(LANGS, 0)
    for group, inside in zip(groups, rows, strict=True):
        ends = {lang: _ends(page, group, inside, sides[lang], lang, last[lang]) for lang in LANGS}
        last = {lang: end for lang, (_, end) in ends.items()}
        if inside or wanted.intersection(group):
            beads = tuple(page.beads[n].id for n in group) if page.beads else ("all",)
            result.append(Window(page.article, beads, ends, dict(inside)))
    return result


def pieces(span: Span, attribute: "Attribute") -> "tuple[Offsets, ...]":
    """The words that a field of ``span`` points to."""
    value = getattr(span, attribute.name)
    if attribute.kind == "words":
        return () if value is None else (value,)
    return tuple(value)


def _check(page: Page, layers: "Sequence[str]") -> None:
    seen: set[tuple[Lang, str]] = set()
    for lang, text in page.texts.items():
        if NUL in text:
            msg = (
                f"the {lang} text has the character U+0000 at {text.index(NUL)}, which no server "
                "can hold"
            )
            raise DataError(msg, where=page.article, remedy="Mend the text.")
    for layer in layers:
        for span in page.rows.get(layer, ()):
            where = f"{page.article}: {span.id} of {layer} ({span.lang})"
            if (span.lang, span.id) in seen:
                msg = "the id stands twice"
                raise DataError(msg, where=where, remedy="Run `visavis validate`.")
            seen.add((span.lang, span.id))
            for start, end in _offsets(span, layer):
                if not 0 <= start < end <= len(page.texts[span.lang]):
                    msg = f"[{start}:{end}] is outside the text"
                    raise DataError(msg, where=where, remedy="Run `visavis validate`.")


def _offsets(span: Span, layer: str) -> "list[Offsets]":
    result = [(span.start, span.end)]
    for attribute in words(layer):
        result += pieces(span, attribute)
    return result


class _Sides:
    """Where the beads of a page stand in one language, in the order of the text."""

    def __init__(self, page: Page, lang: Lang) -> None:
        sides = [(n, getattr(bead, lang)) for n, bead in enumerate(page.beads)]
        entries = [] if page.beads else [(0, len(page.texts[lang]), 0)]
        hulls = [(side[0][0], side[-1][1], n) for n, side in sides if side] or entries
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
    while any(_join_overlapping(item, join) for item in sides.values()):
        pass
    order = _reading_order(sides)
    groups = [sorted(group, key=order.__getitem__) for group in join.groups()]
    return sorted(groups, key=lambda group: order[group[0]])


def _touched(page: Page, span: Span, layer: str, sides: "Mapping[Lang, _Sides]") -> list[int]:
    touched = []
    for start, end in _offsets(span, layer):
        result = sides[span.lang].under(start, end)
        if not result:
            msg = f"[{start}:{end}] of {span.id} of {layer} ({span.lang}) is in no bead"
            remedy = "Run `visavis align`, then `visavis validate`."
            raise DataError(msg, where=page.article, remedy=remedy)
        touched += result
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
        for layer, result in rows.items()
        for span in result
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
        by_key: dict[int, list[int]] = defaultdict(list)
        for number in range(len(self.parents)):
            by_key[self.root(number)].append(number)
        return list(by_key.values())
