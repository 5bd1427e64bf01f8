"""The difference of two editions of a corpus, row by row, and its replay in either direction.

An edition is what a release holds: tables and text files. A changelog is a list of changes that
leads from one edition to another exactly, and back; on disk it is one JSON object a line.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

import polars as pl

from visavis.errors import DataError
from visavis.files import sha256
from visavis.release.changes import (
    Cells,
    Change,
    Columns,
    File,
    Row,
    Step,
    Table,
    columns,
    dtype_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from polars.datatypes import DataTypeClass


KEYS = ("article", "lang", "id")
"""The columns that tell a row from all others of its table, where the table has them."""

REPEAT = "#"
"""In the key of a row: how many rows before it have the same key, where there are any."""


@dataclass(frozen=True)
class Edition:
    """What a release holds.

    Attributes:
        name: name of the corpus.
        version: its semantic version.
        digest: SHA-256 that stands for the whole release (``manifest.digest``), or empty.
        tables: the tables by name, with the column ``split`` where they have splits.
        files: content of the text files beside the tables, by path; not the manifest.
    """

    name: str
    version: str
    digest: str
    tables: Mapping[str, pl.DataFrame]
    files: Mapping[str, str]


NOTHING = Edition("", "0.0.0", "", {}, {})
"""What there is before the first release."""


_MISFITS = (
    ArithmeticError, AttributeError, LookupError, RecursionError, RuntimeError, TypeError,
    ValueError, StopIteration, pl.exceptions.PolarsError, pl.exceptions.PanicException,
)  # fmt: skip
"""What values of a changelog raise that do not fit their columns."""


def diff(old: Edition, new: Edition) -> list[Change]:
    """The changes that lead from ``old`` to ``new``; its first line, a ``Step``, is always there.

    Tables come in the order of their names, each ``Table`` line before the rows of the table.
    """
    step = Step((old.name, new.name), (old.version, new.version), (old.digest, new.digest))
    changes: list[Change] = [step]
    changes += [
        File(path, old.files.get(path), new.files.get(path))
        for path in sorted(old.files.keys() | new.files.keys())
        if old.files.get(path) != new.files.get(path)
    ]
    for name in sorted(old.tables.keys() | new.tables.keys()):
        changes += table_changes(name, old.tables.get(name), new.tables.get(name))
    return changes


def replay(edition: Edition, changes: "Iterable[Change]") -> Edition:
    """Return the edition to which ``changes`` lead from ``edition``.

    Raises:
        DataError: the changes do not begin at this edition, or are none that ``diff`` writes; the
            message names the first place.
    """
    try:
        return _replayed(edition, changes)
    except _MISFITS as error:
        why = " ".join(str(error).split())[:200] or type(error).__name__
        msg = f"changelog: not one that diff writes ({why})"
        raise DataError(msg, remedy="Make it again with diff.") from error


def _replayed(edition: Edition, changes: "Iterable[Change]") -> Edition:
    names, version, digest = edition.name, edition.version, edition.digest
    tables, files = dict(edition.tables), dict(edition.files)
    rows: dict[str, list[Row]] = {}
    heads: list[Table] = []
    for change in changes:
        match change:
            case Step():
                _expect((change.names[0], change.versions[0]), (names, version), "its first line")
                _expect(change.digests[0] or digest, digest or change.digests[0], "its digest")
                names, version, digest = change.names[1], change.versions[1], change.digests[1]
            case File(path=path, old=before, new=after):
                _expect(files.pop(path, None), before, path)
                files |= {path: after} if after is not None else {}
            case Table():
                heads.append(change)
            case Row():
                rows.setdefault(change.table, []).append(change)
    for head in heads:
        present = tables.pop(head.table, None)
        _expect(None if present is None else columns(present), head.old, head.table)
        table = _replay_table(head, present, rows.pop(head.table, []))
        tables |= {head.table: table} if table is not None else {}
    _expect(sorted(rows), [], "a table line that is missing")
    return Edition(names, version, digest, tables, files)


def inverse(changes: "Iterable[Change]") -> list[Change]:
    """The changes that lead back."""
    return [_inverse(change) for change in changes]


def table_changes(
    name: str,
    old: pl.DataFrame | None,
    new: pl.DataFrame | None,
    columns_of_key: "Sequence[str]" = KEYS,
) -> list[Change]:
    """The changes of one table; none where both sides are equal.

    Args:
        name: the table.
        old: its rows before; None where there is no such table.
        new: its rows after.
        columns_of_key: what tells a row from all others, where both sides have it. Rows of one
            key, or all rows where there is none, are told apart by their order.
    """
    before = pl.DataFrame() if old is None else old
    after = pl.DataFrame() if new is None else new
    sides = [table.columns for table in (old, new) if table is not None]
    key = [column for column in columns_of_key if all(column in side for side in sides)]
    pairs, gone, come, repeats = _paired(before, after, key)
    changes: list[Change] = [
        Row(name, _named(cells, key, repeats[0][at]), cells, None, at)
        for at, cells in zip(gone, _cells(before[gone]), strict=True)
    ]
    changes += _changed(name, key, before[pairs[0]], after[pairs[1]], repeats[0].gather(pairs[0]))
    changes += [
        Row(name, _named(cells, key, repeats[1][at]), None, cells, at)
        for at, cells in zip(come, _cells(after[come]), strict=True)
    ]
    order = None if pairs[1].is_sorted() else tuple(pairs[1].arg_sort().to_list())
    head = Table(
        name,
        None if old is None else columns(old),
        None if new is None else columns(new),
        order,
    )
    return [head, *changes] if changes or order or head.old != head.new else []


class _Paired(NamedTuple):
    """The places of the rows of both sides that are the same, and of those that are not.

    ``repeats`` says of each row of each side how many before it have its key.
    """

    pairs: tuple[pl.Series, pl.Series]
    gone: pl.Series
    come: pl.Series
    repeats: tuple[pl.Series, pl.Series]


def _paired(before: pl.DataFrame, after: pl.DataFrame, key: "Sequence[str]") -> _Paired:
    on = [*_keyed(key), "_repeat"]
    left = _indexed(before, key, "_old")
    both = before.width and after.width and before.height == after.height
    if both and before.select(key).equals(after.select(key)):
        places, none = left["_old"], left["_old"].clear()
        return _Paired((places, places), none, none, (left["_repeat"], left["_repeat"]))
    right = _indexed(after, key, "_new")
    pairs = left.join(right, on=on, how="inner", nulls_equal=True).sort("_old")
    gone = left.join(right, on=on, how="anti", nulls_equal=True).sort("_old")["_old"]
    come = right.join(left, on=on, how="anti", nulls_equal=True).sort("_new")["_new"]
    repeats = left.sort("_old")["_repeat"], right.sort("_new")["_repeat"]
    return _Paired((pairs["_old"], pairs["_new"]), gone, come, repeats)


def _keyed(key: "Sequence[str]") -> list[str]:
    return [f"_key_{name}" for name in key]


def _indexed(table: pl.DataFrame, key: "Sequence[str]", index: str) -> pl.DataFrame:
    """The keys of the rows as strings, how often each came before, and the place of each row."""
    kinds = [pl.col(name).cast(pl.String).alias(f"_key_{name}") for name in key]
    if not set(key) <= set(table.columns):
        kinds = [pl.lit(None, pl.String).alias(f"_key_{name}") for name in key]
    keys = table.with_row_index(index).select(index, *kinds)
    place = pl.int_range(pl.len(), dtype=pl.Int64)
    return keys.with_columns(
        (place.over(_keyed(key)) if key else place).cast(pl.Int64).alias("_repeat")
    )


def _changed(
    name: str, key: "Sequence[str]", old: pl.DataFrame, new: pl.DataFrame, repeats: pl.Series
) -> "Iterator[Change]":
    """The changed cells of rows that stand side by side in ``old`` and ``new``."""
    compared = [column for column in {**old.schema, **new.schema} if column not in key]
    masks = {column: _differs(column, old, new) for column in compared}
    some = pl.select(pl.any_horizontal(masks.values())) if masks else pl.DataFrame([[False]])
    rows = some.to_series().arg_true() if old.height and masks else pl.Series([], dtype=pl.UInt32)
    befores, afters = _cells(old[rows]), _cells(new[rows])
    for row, before, after in zip(rows, befores, afters, strict=True):
        differ = [column for column in compared if masks[column][row]]
        yield Row(
            name,
            _named(before, key, repeats[row]),
            {column: before[column] for column in differ if column in before},
            {column: after[column] for column in differ if column in after},
        )


def _differs(column: str, old: pl.DataFrame, new: pl.DataFrame) -> pl.Series:
    if column not in new.columns:
        return old[column].is_not_null()
    if column not in old.columns:
        return new[column].is_not_null()
    if old.schema[column] != new.schema[column]:
        cells = zip(_column(old[column]), _column(new[column]), strict=True)
        return pl.Series([before != after for before, after in cells], dtype=pl.Boolean)
    differs = old[column].ne_missing(new[column])
    if _has_floats(old.schema[column]):  # -0.0 equals 0.0, and has other bytes
        differs |= _as_json(old[column]).ne_missing(_as_json(new[column]))
    return differs


def _as_json(column: pl.Series) -> pl.Series:
    return column.to_frame().select(pl.struct(pl.all()).struct.json_encode()).to_series()


def _has_floats(dtype: "pl.DataType | DataTypeClass") -> bool:
    if isinstance(dtype, pl.List):
        return _has_floats(dtype.inner)
    if isinstance(dtype, pl.Struct):
        return any(_has_floats(field.dtype) for field in dtype.fields)
    return dtype.is_float()


def _cells(table: pl.DataFrame) -> list[Cells]:
    """The rows as JSON has them, without the columns that are null."""
    values = {column.name: _column(column) for column in table}
    return [
        {name: column[row] for name, column in values.items() if column[row] is not None}
        for row in range(table.height)
    ]


def _column(column: pl.Series) -> list[Any]:
    return [_plain(value) for value in column.to_list()]


def _plain(value: Any) -> Any:  # noqa: ANN401 - a cell
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)  # JSON has no such numbers
    if isinstance(value, dict):
        return {name: _plain(part) for name, part in value.items()}
    if isinstance(value, bytes):
        return f"{len(value)} bytes, sha256 {sha256(value)}"
    return [_plain(part) for part in value] if isinstance(value, list) else value


def _typed(value: Any, dtype: "pl.DataType | DataTypeClass") -> Any:  # noqa: ANN401 - a cell
    """The inverse of ``_plain`` for a column of the type ``dtype``."""
    if value is None:
        return None
    if isinstance(dtype, pl.Decimal):
        return Decimal(value)
    if isinstance(value, str) and dtype.is_float():
        return float(value)
    if isinstance(dtype, pl.List):
        return [_typed(part, dtype.inner) for part in value]
    if isinstance(dtype, pl.Struct):
        return {field.name: _typed(value[field.name], field.dtype) for field in dtype.fields}
    return value


def _named(cells: Cells, key: "Sequence[str]", repeat: int) -> Cells:
    named = {name: cells.get(name) for name in key}
    return named | ({REPEAT: repeat} if repeat or not key else {})


def _replay_table(
    head: Table, table: pl.DataFrame | None, rows: "Sequence[Row]"
) -> pl.DataFrame | None:
    old = [] if table is None else _cells(table)
    gone = {row.at: row for row in rows if row.new is None}
    for at, row in gone.items():
        result = old[at] if at is not None and 0 <= at < len(old) else None
        _expect(result, row.old, f"{head.table}: the row {row.key}")
    entries = [dict(cells) for at, cells in enumerate(old) if at not in gone]
    key = [] if not rows else [name for name in rows[0].key if name != REPEAT]
    places = _places(entries, key)
    for row in rows:
        if row.old is not None and row.new is not None:
            _change(entries, places, row, head.table)
    if head.order is not None:
        _expect(sorted(head.order), list(range(len(entries))), f"{head.table}: the order of rows")
        entries = [entries[place] for place in head.order]
    if head.new is None:
        _expect(len(entries), 0, f"{head.table}: the rows that stay")
        return None
    corpus = _inserted(
        entries, {row.at: row.new for row in rows if row.old is None and row.new is not None}
    )
    return _frame(corpus, head.new)


def _places(rows: "Sequence[Cells]", key: "Sequence[str]") -> dict[str, int]:
    """The place of each row by its key; rows of one key are told apart by ``REPEAT``."""
    seen: dict[str, int] = {}
    places = {}
    for place, cells in enumerate(rows):
        plain = repr(_named(cells, key, 0))
        repeat = seen[plain] = seen.get(plain, -1) + 1
        places[repr(_named(cells, key, repeat))] = place
    return places


def _change(rows: "list[Cells]", places: Mapping[str, int], row: Row, table: str) -> None:
    where = f"{table}: the row {row.key}"
    place = places.get(repr(row.key))
    _expect(place is not None, True, where)  # noqa: FBT003 - what is there, and what must be
    cells, old, new = rows[place or 0], row.old or {}, row.new or {}
    for column in old.keys() | new.keys():
        _expect(cells.pop(column, None), old.get(column), f"{where}, column {column}")
    cells |= new


def _inserted(rows: "Sequence[Cells]", come: Mapping[int | None, Cells]) -> list[Cells]:
    rest = iter(rows)
    return [come[place] if place in come else next(rest) for place in range(len(rows) + len(come))]


def _frame(rows: "Sequence[Cells]", spelling: Columns) -> pl.DataFrame:
    kinds = {name: dtype_of(dtype) for name, dtype in spelling}
    return pl.DataFrame(
        [
            pl.Series(name, [_typed(row.get(name), dtype) for row in rows], dtype)
            for name, dtype in kinds.items()
        ]
    )


def _inverse(change: Change) -> Change:
    match change:
        case Step(names, versions, digests):
            return Step(names[::-1], versions[::-1], digests[::-1])
        case Table(table, old, new, order):
            back = None if order is None else _inverted(order)
            return Table(table, new, old, back)
        case File(path, old, new):
            return File(path, new, old)
        case Row(table, key, old, new, at):
            return Row(table, key, new, old, at)


def _inverted(order: "Sequence[int]") -> tuple[int, ...]:
    return tuple(sorted(range(len(order)), key=order.__getitem__))


def _expect(result: object, expected: object, where: str) -> None:
    if result != expected:
        msg = f"changelog: {where} is not what it begins from"
        raise DataError(msg, remedy="Replay it on the edition it names.")
