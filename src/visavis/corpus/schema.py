"""Tables: the columns of each record type as a polars schema, and records as rows.

Offsets are 32-bit integers, spans structs of two of them, fixed words enumerations, exact numbers
decimals with 6 places; a column is nullable only where its field is optional.
"""

from types import UnionType
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin

import polars as pl
from msgspec.structs import astuple

from visavis.corpus.records import Offsets, R, Record, fields, metas

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
        return _spans(name, values)
    if column == pl.List(SPAN):
        return _lists_of_spans(name, values)
    if isinstance(column, pl.List):
        return pl.Series(name, values, pl.List(pl.String)).cast(column)
    if column == DECIMAL:
        return pl.Series(name, values, pl.String).str.to_decimal(scale=6).cast(column)
    return pl.Series(name, values, column)


# Polars makes a column of pairs sixty times slower than two columns of numbers, and Arrow, which is
# fast, imports pandas with its first array: a second in each command.
def _spans(name: str, values: "Sequence[Offsets | None]") -> pl.Series:
    """Return pairs of offsets, or None, as a column of ``SPAN``."""
    edges = pl.DataFrame(
        {
            "start": [None if pair is None else pair[0] for pair in values],
            "end": [None if pair is None else pair[1] for pair in values],
        },
        SPAN.to_schema(),
    )
    span = pl.when(pl.col("start").is_not_null()).then(pl.struct("start", "end"))
    return edges.select(span.alias(name)).to_series()


def _lists_of_spans(name: str, values: "Sequence[Sequence[Offsets] | None]") -> pl.Series:
    """Return lists of pairs, or None, as a column of lists of ``SPAN``.

    The pairs of all rows are one column, grouped again by their row: [[a, b], None, [], [c]] is
    (0, a), (0, b), (3, c); what has no pair is null or an empty list.
    """
    rows = [row for row, pairs in enumerate(values) for _ in pairs or ()]
    flat = _spans(name, [pair for pairs in values for pair in pairs or ()])
    lists = pl.DataFrame({"row": pl.Series(rows, dtype=pl.Int64), name: flat})
    absent = pl.DataFrame(
        {"absent": pl.Series([pairs is None for pairs in values], dtype=pl.Boolean)}
    )
    return (
        absent.with_row_index("row")
        .cast({"row": pl.Int64})
        .join(
            lists.group_by("row", maintain_order=True).agg(name),
            on="row",
            how="left",
            maintain_order="left",
        )
        .select(pl.when(~pl.col("absent")).then(pl.col(name).fill_null([])).alias(name))
        .to_series()
    )


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
