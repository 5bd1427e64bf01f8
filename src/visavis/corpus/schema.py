"""Tables: the columns of each record type as a polars schema, and records as rows.

Offsets are 32-bit integers, spans structs of two of them, fixed words enumerations, exact numbers
decimals with 6 places; a column is nullable only where its field is optional.
"""

from types import UnionType
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin

import polars as pl
import pyarrow as pa
from msgspec.structs import astuple

from visavis.corpus.records import Offsets, R, Record, fields, metas

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

DECIMAL = pl.Decimal(38, 6)
SPAN = pl.Struct({"start": pl.Int32(), "end": pl.Int32()})
_SPAN = pa.struct([("start", pa.int32()), ("end", pa.int32())])
"""The same in Arrow, which makes columns of pairs, and of lists of them, far faster."""


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
    articles, lines, records = zip(*rows, strict=True) if (rows := list(rows)) else ((), (), ())
    return table(articles, lines, records, kind)


def table(
    articles: "Sequence[str]", lines: "Sequence[int]", records: "Sequence[R]", kind: type[R]
) -> pl.DataFrame:
    """The same of the three columns."""
    places = [pl.Series("article", articles, pl.String), pl.Series("line", lines, pl.Int32)]
    return pl.DataFrame([*places, *_columns(records, kind)])


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
        return pl.Series(name, pa.array(values, _SPAN))
    if column == pl.List(SPAN):
        return pl.Series(name, pa.array(values, pa.list_(_SPAN)))
    if isinstance(column, pl.List):
        return pl.Series(name, pa.array(values, pa.list_(pa.string()))).cast(column)
    if column == DECIMAL:
        return pl.Series(name, values, pl.String).str.to_decimal(scale=6).cast(column)
    return pl.Series(name, values, column)


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
