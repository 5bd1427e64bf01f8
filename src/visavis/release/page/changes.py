"""What changed since another release, row by row, without any text."""

from typing import TYPE_CHECKING, Any

from visavis.dataset.tables import SHOWN
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
        key, kind of change and, of a changed row, the cells before and after.
    """
    first, second = (Edition("", "", "", _without_texts(tables), {}) for tables in (old, new))
    rows = [change for change in diff(first, second) if isinstance(change, Row)]
    rows.sort(key=lambda row: COMPARED.index(row.table))
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
            }
            for row in rows[:MOST]
        ],
    }


def _without_texts(tables: "Mapping[str, pl.DataFrame]") -> "dict[str, pl.DataFrame]":
    return {
        name: tables[name]
        if name == "beads"  # its columns fr and en are offsets
        else tables[name].drop(_TEXTS, strict=False)
        for name in COMPARED
        if name in tables
    }
