"""Data sets of Parquet files that are no release of ours: their tables, and what differs.

A table is a folder with Parquet files, or the files beside it where there is no folder; what stands
before the first hyphen of a file's name is the split. Tables whose files are equal are not read.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import polars as pl

from visavis.errors import DataError, UsageError
from visavis.release.changes import Change, Columns, Row, Step, Table
from visavis.release.diff import table_changes
from visavis.release.manifest import ReleasePath, file_sha256
from visavis.release.parquet import in_words

DEFAULT = "default"
"""The table of files that lie in no folder of their own."""

_PLAIN = frozenset({".", "data"})
"""Folders that name no table."""

_IDENTIFIER = re.compile(r"(?:.*[_-])?(?:id|idx|index|key|uid|uuid|guid)", re.IGNORECASE)
"""Names of columns that may tell a row from all others."""

_CONTENT = "#content"
"""The key of a row that has no other: all that it says, as JSON."""


class Source(NamedTuple):
    """Where the files of one side are.

    Attributes:
        name: what messages call it.
        revision: its version, commit or nothing.
        hashes: the hash of the content of each Parquet file, by path.
        obtain: returns a folder with some of the files in it.
    """

    name: str
    revision: str
    hashes: Mapping[str, str]
    obtain: Callable[[Sequence[str]], Path]


def of_folder(folder: Path) -> Source:
    """Return the Parquet files of a folder as a source.

    Raises:
        UsageError: it has none.
    """
    paths = sorted(path for path in folder.rglob("*.parquet") if path.is_file())
    if not paths:
        msg = "neither a corpus nor a release, and has no Parquet file"
        raise UsageError(msg, where=folder, remedy="Name a folder of one of them.")
    hashes = {path.relative_to(folder).as_posix(): file_sha256(path) for path in paths}
    return Source(str(folder), "", hashes, lambda _: folder)


def of_listing(
    name: str, revision: str, hashes: Mapping[str, str], obtain: Callable[[Sequence[str]], Path]
) -> Source:
    """Return the Parquet files of a listing that is not trusted as a source.

    Raises:
        DataError: it has none, or a path that leads elsewhere.
    """
    parquet = {path: digest for path, digest in hashes.items() if path.endswith(".parquet")}
    if not parquet:
        msg = "has no Parquet file"
        raise DataError(msg, where=name, remedy="Name the branch refs/convert/parquet, if any.")
    for path in parquet:
        try:
            ReleasePath(path)
        except ValueError as error:
            problem = str(error)
            raise DataError(problem, where=name, remedy="Do not use it.") from error
    return Source(name, revision, parquet, obtain)


def compare(old: Source, new: Source, key: Sequence[str] = ()) -> list[Change]:
    """Return the changes that lead from one data set to another.

    Args:
        old: the first.
        new: the second.
        key: the columns that tell a row from all others; without them a column that looks like an
            id and is one, else the whole row is compared.

    Raises:
        UsageError: a table that differs lacks a column of ``key``.
        DataError: a file is no Parquet file.
    """
    changes: list[Change] = [Step((old.name, new.name), (old.revision, new.revision), ("", ""))]
    before, after = tables_of(old.hashes), tables_of(new.hashes)
    for name in sorted(before.keys() | after.keys()):
        sides = [
            {path: side.hashes[path] for path in table.get(name, ())}
            for side, table in ((old, before), (new, after))
        ]
        if sides[0] != sides[1]:
            left, right = _read(old, list(sides[0])), _read(new, list(sides[1]))
            changes += _compared(name, left, right, key)
    return changes


def tables_of(paths: Iterable[str]) -> dict[str, list[str]]:
    """Return the paths of each table.

    >>> tables_of(["data/train-0.parquet", "ner/test.parquet"])
    {'default': ['data/train-0.parquet'], 'ner': ['ner/test.parquet']}
    """
    tables: dict[str, list[str]] = {}
    for path in sorted(paths):
        folder = PurePosixPath(path).parent.as_posix()
        tables.setdefault(DEFAULT if folder in _PLAIN else folder, []).append(path)
    return tables


def _read(source: Source, paths: Sequence[str]) -> pl.DataFrame | None:
    if not paths:
        return None
    folder = source.obtain(paths)
    rows = []
    for path in paths:
        try:
            table = in_words(folder / path)
        except (pl.exceptions.PolarsError, OSError, ValueError) as error:
            msg = f"{path}: no Parquet file ({' '.join(str(error).split())})"
            raise DataError(msg, where=source.name, remedy="Get it again.") from error
        split = PurePosixPath(path).stem.partition("-")[0]
        rows.append(table if "split" in table.columns else table.with_columns(split=pl.lit(split)))
    return pl.concat(rows, how="diagonal_relaxed")


def _compared(
    name: str, old: pl.DataFrame | None, new: pl.DataFrame | None, key: Sequence[str]
) -> list[Change]:
    sides = [table for table in (old, new) if table is not None]
    for column in key:
        if any(column not in table.columns for table in sides):
            msg = f"{name}: has no column {column!r}"
            raise UsageError(msg, where="--key", remedy=f"Columns: {', '.join(sides[0].columns)}.")
    chosen = [*key] or _identifiers(sides)
    if chosen:
        return table_changes(name, old, new, chosen)
    marked = [None if side is None else _marked(side) for side in (old, new)]
    return [_unmarked(change) for change in table_changes(name, marked[0], marked[1], [_CONTENT])]


def _identifiers(sides: Sequence[pl.DataFrame]) -> list[str]:
    """The first column that looks like an id, and has no value twice on either side."""
    for column in sides[0].columns:
        alike = [side[column] for side in sides if column in side.columns]
        plain = all(values.dtype.is_integer() or values.dtype == pl.String for values in alike)
        if len(alike) == len(sides) and plain and _IDENTIFIER.fullmatch(column):
            for key in ([column], ["split", column]):
                if all(not side.select(key).is_duplicated().any() for side in sides):
                    return key
    return []


def _marked(table: pl.DataFrame) -> pl.DataFrame:
    content = pl.struct(pl.all()).struct.json_encode()
    return table.with_columns(content.alias(_CONTENT))


def _unmarked(change: Change) -> Change:
    if isinstance(change, Table):
        return Table(change.table, _without(change.old), _without(change.new), change.order)
    if not isinstance(change, Row):
        return change
    old, new = (
        None if side is None else {name: cell for name, cell in side.items() if name != _CONTENT}
        for side in (change.old, change.new)
    )
    return Row(change.table, {}, old, new, change.at)


def _without(columns: Columns | None) -> Columns | None:
    if columns is None:
        return None
    return tuple(column for column in columns if column[0] != _CONTENT)


def summary(changes: Sequence[Change]) -> str:
    """Return what differs in words: a line for each table."""
    step = changes[0]
    assert isinstance(step, Step)  # noqa: S101 - ``compare`` begins with it
    names = [
        f"{name} {version}".strip() for name, version in zip(step.names, step.versions, strict=True)
    ]
    lines = [" -> ".join(names)]
    rows: dict[str, list[Row]] = {}
    for change in changes:
        if isinstance(change, Row):
            rows.setdefault(change.table, []).append(change)
    for change in changes:
        if isinstance(change, Table):
            lines += [
                f"- {change.table}: {text}" for text in _told(change, rows.get(change.table, []))
            ]
    return "\n".join(lines if len(lines) > 1 else [f"{lines[0]}: no difference"]) + "\n"


def _told(table: Table, rows: Sequence[Row]) -> list[str]:
    if table.old is None or table.new is None:
        return [f"the table is {'new' if table.old is None else 'gone'}, {len(rows)} rows"]
    lines = []
    before, after = dict(table.old), dict(table.new)
    for column in {**before, **after}:
        if column not in after or column not in before:
            lines.append(f"the column {column} is {'gone' if column not in after else 'new'}")
        elif before[column] != after[column]:
            lines.append(f"the column {column} was {before[column]}, is {after[column]}")
    added = sum(row.old is None for row in rows)
    removed = sum(row.new is None for row in rows)
    counts: dict[str, int] = {}
    for row in rows:
        if row.old is not None and row.new is not None:
            for column in {**row.old, **row.new}:
                counts[column] = counts.get(column, 0) + 1
    cells = ", ".join(f"{column} ({number})" for column, number in counts.items())
    parts = [f"{added} rows added"] * bool(added) + [f"{removed} rows removed"] * bool(removed)
    changed = len(rows) - added - removed
    parts += [f"{changed} rows changed: {cells}"] * bool(changed)
    parts += ["rows in another order"] * (table.order is not None)
    return lines + [", ".join(parts)] * bool(parts)
