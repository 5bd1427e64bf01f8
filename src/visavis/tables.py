"""Tables: the columns of each record type as a polars schema, and records as rows.

Offsets are 32-bit integers, spans structs of two of them, fixed words enumerations, exact numbers
decimals with 6 places; a column is nullable only where its field is optional.
"""

from itertools import chain
from types import UnionType
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin

import polars as pl
from msgspec.structs import astuple

from visavis.records import Offsets, Record, fields, metas

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

DECIMAL = pl.Decimal(38, 6)
SPAN = pl.Struct({"start": pl.Int32(), "end": pl.Int32()})


_SIMPLE: dict[Any, pl.DataType] = {
    str: pl.String(),
    bool: pl.Boolean(),
    int: pl.Int32(),
    float: pl.Float64(),
}


def schema(kind: type[Record]) -> pl.Schema:
    """The columns of a table of ``kind``, in the order of its fields."""
    return pl.Schema({field.name: dtype(field.type) for field in fields(kind)})


def nullable(kind: type[Record]) -> set[str]:
    """The columns of ``kind`` in which a null may stand."""
    return {field.name for field in fields(kind) if _is_optional(field.type)}


def frame(rows: "Iterable[tuple[str, int, Record]]", kind: type[Record]) -> pl.DataFrame:
    """Rows ``(article, line, record)`` as a table: columns article, line and those of ``kind``."""
    rows = list(rows)
    places = [
        pl.Series("article", [article for article, _, _ in rows], pl.String),
        pl.Series("line", [line for _, line, _ in rows], pl.Int32),
    ]
    return pl.DataFrame([*places, *_columns([record for *_, record in rows], kind)])


def _columns(records: "Sequence[Record]", kind: type[Record]) -> list[pl.Series]:
    columns = schema(kind)
    values: Iterable[Sequence[Any]] = (
        zip(*map(astuple, records), strict=True) if records else ((),) * len(columns)
    )
    return [
        _column(name, each, column)
        for (name, column), each in zip(columns.items(), values, strict=True)
    ]


def _column(name: str, values: "Sequence[Any]", column: pl.DataType) -> pl.Series:
    if column == SPAN:
        return _spans(values).alias(name)
    if isinstance(column, pl.List):
        return _lists(name, values, column)
    if column == DECIMAL:
        return pl.Series(name, values, pl.String).str.to_decimal(scale=6).cast(column)
    return pl.Series(name, values, column)


def _spans(values: "Sequence[Offsets | None]") -> pl.Series:
    """Pairs of offsets as one column of structs, made of two flat columns."""
    edges = pl.DataFrame(
        {
            "start": pl.Series([value and value[0] for value in values], dtype=pl.Int32),
            "end": pl.Series([value and value[1] for value in values], dtype=pl.Int32),
        }
    )
    there = pl.col("start").is_not_null()
    return edges.select(pl.when(there).then(pl.struct("start", "end"))).to_series()


def _lists(name: str, values: "Sequence[Sequence[Any]]", column: pl.List) -> pl.Series:
    """Lists as one column, made of all their members in one flat column."""
    counts = pl.Series([len(value) for value in values], dtype=pl.Int64)
    rows = pl.DataFrame({"row": pl.Series(range(len(values)), dtype=pl.Int64)})
    flat = _column("flat", [*chain.from_iterable(values)], column.inner)  # type: ignore[arg-type]
    owners = rows.select(pl.col("row").repeat_by(counts).explode()).drop_nulls()
    listed = owners.with_columns(flat).group_by("row", maintain_order=True).all()
    filled = rows.join(listed, on="row", how="left", maintain_order="left").get_column("flat")
    return filled.fill_null(pl.Series([[]], dtype=column)).alias(name)


def dtype(hint: Any) -> pl.DataType:  # noqa: ANN401 - a type hint has no narrower type
    """The polars type of a field of type ``hint``."""
    if any((meta.extra or {}).get("dtype") == "decimal" for meta in metas(hint)):
        return DECIMAL
    hint = _bare(hint)
    if _bare_equal(hint, Offsets):
        return SPAN
    if get_origin(hint) is tuple:
        return pl.List(dtype(get_args(hint)[0]))
    if get_origin(hint) is Literal:
        return pl.Enum(get_args(hint))
    return _SIMPLE[hint]


def _bare(hint: Any) -> Any:  # noqa: ANN401 - as above
    """``hint`` without its annotations and without ``| None``."""
    if hasattr(hint, "__metadata__"):
        return _bare(hint.__origin__)
    if _is_union(hint):
        (inner,) = (part for part in get_args(hint) if part is not type(None))
        return _bare(inner)
    return hint


def _bare_equal(hint: Any, other: Any) -> bool:  # noqa: ANN401 - as above
    return get_origin(hint) is tuple and get_args(hint) == get_args(other)


def _is_union(hint: Any) -> bool:  # noqa: ANN401 - as above
    return get_origin(hint) in (Union, UnionType)


def _is_optional(hint: Any) -> bool:  # noqa: ANN401 - as above
    if hasattr(hint, "__metadata__"):
        return _is_optional(hint.__origin__)
    return _is_union(hint) and type(None) in get_args(hint)
