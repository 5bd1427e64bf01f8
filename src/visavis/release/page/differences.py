"""A changelog as one HTML page: each cell before and after, each span in its sentence."""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

import msgspec
import polars as pl

from visavis.release.changes import Change, File, Row
from visavis.release.diff import NOTHING, REPEAT, Edition
from visavis.release.page.document import Kind, rendered

PAGE = Kind("diff", "--html")

MOST_ROWS = 2_000
"""Rows of a table that the page shows; a browser holds them with ease."""

MOST_WORDS = 2_000
"""Words of a cell up to which its words are compared; longer ones are marked as a whole."""

AROUND = 90
"""Code points of the text that are shown on each side of a span."""

Parts = list[tuple[bool, str]]
"""A text in pieces: whether each differs from the other side, and its words."""

Key = tuple[object, ...]
"""Article, language and id of a span."""


class Cell(NamedTuple):
    """A cell before and after."""

    column: str
    old: Parts
    new: Parts


class Context(NamedTuple):
    """A span in its text."""

    lang: str
    before: str
    span: str
    after: str


class Entry(NamedTuple):
    """A row of the page: whether it is new, gone or changed, and its cells."""

    what: str
    key: str
    contexts: list[Context]
    cells: list[Cell]


class Section(NamedTuple):
    """The rows of a table, and how many more there are."""

    name: str
    total: int
    rows: list[Entry]
    left: int


def page(
    changes: Sequence[Change], summary: str, old: Edition = NOTHING, new: Edition = NOTHING
) -> str:
    """Return the page of a changelog.

    Args:
        changes: the changelog.
        summary: what differs, in words; its first line is the title.
        old: the edition it begins from, whose texts show spans as they were.
        new: the edition it leads to.
    """
    return rendered(
        PAGE,
        "differences.html.jinja",
        title=summary.partition("\n")[0],
        summary=summary,
        tables=[*_files(changes), *_tables(changes, (old, new))],
    )


def compared(old: str, new: str) -> tuple[Parts, Parts]:
    """Return two texts in pieces, those marked that differ.

    >>> compared("13 millions", "13 milliards")
    ([(False, '13 '), (True, 'millions')], [(False, '13 '), (True, 'milliards')])
    """
    sides = [re.findall(r"\w+|\W", text) for text in (old, new)]
    if max(map(len, sides)) > MOST_WORDS:
        return [(True, old)], [(True, new)]
    before: Parts = []
    after: Parts = []
    for tag, i, j, m, n in SequenceMatcher(a=sides[0], b=sides[1], autojunk=False).get_opcodes():
        for parts, words in ((before, sides[0][i:j]), (after, sides[1][m:n])):
            if words:
                parts.append((tag != "equal", "".join(words)))
    return before, after


def _files(changes: Sequence[Change]) -> Iterator[Section]:
    rows = [
        Entry(_what(old, new), path, [], [_cell("text", old, new)])
        for path, old, new in ((f.path, f.old, f.new) for f in changes if isinstance(f, File))
    ]
    if rows:
        yield Section("files", len(rows), rows, 0)


def _tables(changes: Sequence[Change], editions: tuple[Edition, Edition]) -> Iterator[Section]:
    tables: dict[str, list[Row]] = {}
    for change in changes:
        if isinstance(change, Row):
            tables.setdefault(change.table, []).append(change)
    texts = [_texts(edition) for edition in editions]
    for name, rows in tables.items():
        first = rows[:MOST_ROWS]
        places = [_places(edition, name, first) for edition in editions]
        sides = list(zip(places, texts, strict=True))
        entries = [_entry(row, [_context(row, *side) for side in sides]) for row in first]
        yield Section(name, len(rows), entries, len(rows) - len(first))


def _entry(row: Row, contexts: Sequence[Context | None]) -> Entry:
    old, new = row.old or {}, row.new or {}
    key = ", ".join(str(value) for name, value in row.key.items() if name != REPEAT)
    cells = [_cell(name, old.get(name), new.get(name)) for name in {**old, **new}]
    distinct = dict.fromkeys(context for context in contexts if context)
    return Entry(_what(row.old, row.new), key, list(distinct), cells)


def _what(old: object, new: object) -> str:
    return "new" if old is None else "gone" if new is None else "changed"


def _cell(column: str, old: Any, new: Any) -> Cell:  # noqa: ANN401 - cells
    return Cell(column, *compared(_text(old), _text(new)))


def _text(value: Any) -> str:  # noqa: ANN401 - a cell
    if value is None:
        return ""
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()


def _texts(edition: Edition) -> Mapping[tuple[object, object], str]:
    """The texts of an edition by article and language; those of third parties are not in it."""
    table = edition.tables.get("articles")
    if table is None or not {"id", "fr", "en"} <= set(table.columns):
        return {}
    sides = [(lang, table.select("id", lang).drop_nulls()) for lang in ("fr", "en")]
    return {(id_, lang): text for lang, rows in sides for id_, text in rows.iter_rows()}


def _places(edition: Edition, name: str, rows: Sequence[Row]) -> Mapping[Key, tuple[int, int]]:
    """The offsets of the spans of some rows."""
    table = edition.tables.get(name)
    columns = ["article", "lang", "id", "start", "end"]
    if table is None or not set(columns) <= set(table.columns):
        return {}
    articles = {str(row.key.get("article")) for row in rows}
    spans = table.select(columns).filter(pl.col("article").cast(pl.String).is_in(articles))
    return {tuple(key): (start, end) for *key, start, end in spans.drop_nulls().iter_rows()}


def _context(
    row: Row, places: Mapping[Key, tuple[int, int]], texts: Mapping[tuple[object, object], str]
) -> Context | None:
    article, lang, id_ = (row.key.get(name) for name in ("article", "lang", "id"))
    span, text = places.get((article, lang, id_)), texts.get((article, lang))
    if span is None or text is None:
        return None
    start, end = span
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return Context(str(lang), before, text[start:end], after)
