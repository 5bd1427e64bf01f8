"""What changed since another release, row by row, with the open sentences as they were."""

from typing import TYPE_CHECKING, Any

from visavis.dataset.tables import SHOWN
from visavis.languages import LANGS
from visavis.release.changes import Row
from visavis.release.diff import Edition, diff

if TYPE_CHECKING:
    from collections.abc import Mapping

    import polars as pl

COMPARED = ("articles", "beads", *SHOWN, "facts", "kb")
"""The tables that are compared, in the order of the page."""

_TEXTS = ("text", "fr", "en", "title", "intended", "bead")
"""Columns of annotated rows that hold words of a text, or follow from the beads."""

MOST = 5_000
"""Rows of the list at most; the count is of all."""


def changes(
    old: "Mapping[str, pl.DataFrame]", new: "Mapping[str, pl.DataFrame]", version: str
) -> dict[str, Any]:
    """Return which rows are new, gone or changed since the release that has the tables ``old``.

    Returns:
        The version of the old release, the number of rows, and up to ``MOST`` of them with table,
        key, kind of change and, of a changed row, the cells before and after. A span or bead that
        changed or went has its sentences as they were, where both editions have the text open.
    """
    first, second = (Edition("", "", "", _without_texts(tables), {}) for tables in (old, new))
    rows = [change for change in diff(first, second) if isinstance(change, Row)]
    rows.sort(key=lambda row: COMPARED.index(row.table))
    before = _Before(old, new)
    return {
        "version": version,
        "count": len(rows),
        "rows": [
            {
                "table": row.table,
                "key": row.key,
                "kind": "removed" if row.new is None else "added" if row.old is None else "changed",
                "old": row.old if row.new is not None else None,
                "new": row.new if row.old is not None else None,
                "before": before.sentences(row) if row.old is not None else [],
            }
            for row in rows[:MOST]
        ],
    }


class _Before:
    """The sentences of the old edition, where both editions have the text open."""

    def __init__(
        self, old: "Mapping[str, pl.DataFrame]", new: "Mapping[str, pl.DataFrame]"
    ) -> None:
        texts, still = (_open_texts(tables) for tables in (old, new))
        # A text that is no longer open, or whose article went, may have gone for its rights.
        self._texts = {place: text for place, text in texts.items() if place in still}
        self._tables = old
        self._rows: dict[str, dict[tuple[object, ...], dict[str, Any]]] = {}

    def sentences(self, change: Row) -> "list[dict[str, Any]]":
        """Return the sentences of a span or bead: language, text, and the place of the span in it.

        Places count code points from the beginning of the sentence; a bead has none.
        """
        article = change.key.get("article")
        if change.table == "beads":
            bead, span = self._row("beads", article, change.key.get("id")), None
        elif change.table in SHOWN:
            keys = (article, change.key.get("id"), change.key.get("lang"))
            span = self._row(change.table, *keys)
            bead = self._row("beads", article, span["bead"]) if span else None
        else:
            return []
        if bead is None:
            return []
        langs = LANGS if span is None else (str(span["lang"]),)
        return [one for lang in langs if (one := self._sentence(bead, lang, span))]

    def _sentence(
        self, bead: "Mapping[str, Any]", lang: str, span: "Mapping[str, Any] | None"
    ) -> "dict[str, Any] | None":
        text, side = self._texts.get((bead["article"], lang)), bead[lang]
        if text is None or not side:
            return None
        start, end = side[0]["start"], side[-1]["end"]
        place = None if span is None else [span["start"] - start, span["end"] - start]
        return {"lang": lang, "text": text[start:end].rstrip(), "span": place}

    def _row(self, table: str, *key: object) -> "dict[str, Any] | None":
        if table not in self._rows:
            names = ("article", "id") if table == "beads" else ("article", "id", "lang")
            rows = self._tables[table].iter_rows(named=True) if table in self._tables else ()
            self._rows[table] = {tuple(row[name] for name in names): row for row in rows}
        return self._rows[table].get(key)


def _open_texts(tables: "Mapping[str, pl.DataFrame]") -> dict[tuple[str, str], str]:
    if "articles" not in tables:
        return {}
    return {
        (row["id"], lang): row[lang]
        for row in tables["articles"].iter_rows(named=True)
        for lang in LANGS
        if row.get(lang) is not None
    }


def _without_texts(tables: "Mapping[str, pl.DataFrame]") -> "dict[str, pl.DataFrame]":
    return {
        name: tables[name]
        if name == "beads"  # its columns fr and en are offsets
        else tables[name].drop(_TEXTS, strict=False)
        for name in COMPARED
        if name in tables
    }
