"""What the page of a large release holds: where its files lie, and which rows each article has."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import msgspec
import polars as pl

from visavis import files
from visavis.corpus.articles import OPEN_LICENCES
from visavis.dataset.columns import meaning
from visavis.dataset.tables import SHOWN
from visavis.errors import DataError, UsageError
from visavis.release.manifest import MANIFEST, parsed
from visavis.release.page.content import plain_table
from visavis.release.parquet import column_types

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from visavis.release.page.source import Source

MOST_CHOICES = 200
"""Values of a field at most that the page offers in a list."""

MOST_NAMES = 25_000
"""Rows of ``kb`` or ``facts`` at most that the page holds; above that it shows their ids."""

_NOT_ASKED = {"article", "id", "bead", "text", "story", "split", "lang", "start", "end", "title"}


def beside(release: Path, output: Path) -> str:
    """Return the address of a release as its page names it, which is to lie in a folder above it.

    Raises:
        UsageError: the page would not lie above the release.
    """
    base = Path(os.path.relpath(release.resolve(), output.parent.resolve())).as_posix()
    if base == "." or base.startswith(".."):
        msg = "the page of a large release must lie in a folder above the release"
        remedy = f"Write it with --output {release.resolve().parent / 'index.html'}."
        raise UsageError(msg, where=output, remedy=remedy)
    return quote(base) + "/"


def library(source: "Source", release: Path, base: str) -> dict[str, Any]:
    """Return the data of the page of a large release, which reads its Parquet files by ranges.

    Args:
        source: the release, read.
        release: its folder.
        base: its address from the page, that ends with a slash.

    Raises:
        DataError: the rows of an article do not stand together, in the order of the articles.
    """
    paths = parsed(files.read_bytes(release / MANIFEST), release / MANIFEST).tables()
    tables = source.tables
    names = [name for name in ("articles", "beads", *SHOWN) if name in paths]
    runs = {path: _run(release / path, "id") for path in paths["articles"]}
    splits = {_split(path): [one for one, _ in run] for path, run in runs.items()}
    ids = [one for listed in splits.values() for one in listed]
    titles = dict(tables["articles"].select("id", "title").iter_rows())
    small = {
        name: tables[name]
        if name in tables and tables[name].height <= MOST_NAMES
        else pl.DataFrame()
        for name in ("kb", "facts")
    }
    return {
        "about": msgspec.to_builtins(source.about),
        "tables": {name: plain_table(table) for name, table in small.items()},
        "rules": {},
        "examples": {},
        "passes": [],
        "readings": {"articles": {}, "spans": {}},
        "clashes": {},
        "versions": [],
        "changes": [],
        "approximation": 0,
        "meanings": {
            layer: {
                name: words for name in tables[layer].columns if (words := meaning(layer, name))
            }
            for layer in SHOWN
            if layer in tables
        },
        "library": {
            "base": base,
            "pairs": tables["beads"].height,
            "ids": ids,
            "titles": [titles.get(one) for one in ids],
            "open": list(OPEN_LICENCES),
            "tables": {name: _table(release, name, paths[name], splits) for name in names},
            "choices": {name: choices(tables[name]) for name in names},
        },
    }


def choices(table: pl.DataFrame) -> dict[str, list[str]]:
    """Return the values of the fields of a table that have few, the most frequent first."""
    offered = {}
    for name, dtype in table.schema.items():
        if name in _NOT_ASKED or not isinstance(dtype, pl.Enum | pl.String | pl.Boolean):
            continue
        counted = table[name].drop_nulls().cast(pl.String).value_counts(sort=True)
        if counted.height <= MOST_CHOICES:
            offered[name] = counted[name].to_list()
    return offered | ({"split": sorted(set(table["split"]))} if "split" in table.columns else {})


def _table(
    release: Path, name: str, paths: "Iterable[str]", splits: "Mapping[str, list[str]]"
) -> dict[str, Any]:
    """Return files, rows by article and columns of a table.

    Args:
        release: the folder.
        name: the table.
        paths: its files.
        splits: the articles of each split, in the order of the files of ``articles``.
    """
    by_split = {_split(path): path for path in paths}
    listed, counts, first = [], [], 0
    for split, ids in splits.items():
        rows = [0] * len(ids)
        if split in by_split:
            path = release / by_split[split]
            _count(path, "id" if name == "articles" else "article", ids, rows)
            listed.append(
                {
                    "path": quote(by_split[split]),
                    "bytes": path.stat().st_size,
                    "split": split,
                    "first": first,
                    "articles": len(ids),
                }
            )
        counts += rows
        first += len(ids)
    columns = column_types(release / next(iter(by_split.values())))
    return {"files": listed, "counts": counts, "columns": columns}


def _split(path: str) -> str:
    return Path(path).name.partition("-")[0]


def _count(path: Path, key: str, ids: list[str], rows: list[int]) -> None:
    """Count the rows of each article; they are to stand in the order of ``ids``."""
    places = {one: place for place, one in enumerate(ids)}
    last = -1
    for one, length in _run(path, key):
        place = places.get(one, -1)
        if place <= last:
            msg = f"the rows of article {one} do not stand in the order of the articles"
            raise DataError(msg, where=path, remedy="Build the release again.")
        rows[place], last = length, place


def _run(path: Path, key: str) -> list[tuple[str, int]]:
    """Return the values of a column with the rows that each has in a row."""
    column = pl.read_parquet(path, columns=[key])[key].rle().struct.unnest()
    return list(column.select("value", "len").iter_rows())
