"""The changes between two releases, as records of a changelog."""

from typing import TYPE_CHECKING, Any

import msgspec
import polars as pl

from visavis.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from polars.datatypes import DataTypeClass


Cells = dict[str, Any]
"""Column -> value as JSON has it; decimals are strings, a column that is missing is null."""


Columns = tuple[tuple[str, Any], ...]
"""The columns of a table in their order: name and ``spelled`` type."""


class _Line(
    msgspec.Struct, frozen=True, tag_field="change", tag=str.lower, forbid_unknown_fields=True
):
    """A line of a changelog."""


class Step(_Line, frozen=True):
    """The first line of a changelog: which editions it leads from and to, old before new."""

    names: tuple[str, str]
    versions: tuple[str, str]
    digests: tuple[str, str]


class File(_Line, frozen=True):
    """A text file that is new (no old content), gone (no new content) or changed."""

    path: str
    old: str | None
    new: str | None


class Table(_Line, frozen=True):
    """A table with changes: its columns before and after, null where there is no such table.

    ``order`` is given where rows that stay changed places among each other: for each of them in
    the new order, its place in the old one.
    """

    table: str
    old: Columns | None
    new: Columns | None
    order: tuple[int, ...] | None = None


class Row(_Line, frozen=True):
    """A row that is new (no old cells), gone (no new cells) or changed (the changed cells only).

    ``at`` is its place in the new table if it is new, in the old one if it is gone.
    """

    table: str
    key: Cells
    old: Cells | None
    new: Cells | None
    at: int | None = None


Change = Step | File | Table | Row


def encode(changes: "Iterable[Change]") -> bytes:
    """A changelog as bytes: one JSON object a line."""
    return b"".join(msgspec.json.encode(change) + b"\n" for change in changes)


def decode(data: bytes, where: "Path | str") -> list[Change]:
    """The changes of a changelog; the inverse of ``encode``.

    Raises:
        DataError: a line is not a change; the message names it.
    """
    decoder = msgspec.json.Decoder(Change)
    changes: list[Change] = []
    for number, line in enumerate(data.splitlines(), start=1):
        try:
            changes.append(decoder.decode(line))
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            msg = f"not a line of a changelog ({error})"
            raise DataError(
                msg, where=where, line=number, remedy="Make it again with diff."
            ) from error
    return changes


def columns(table: pl.DataFrame) -> Columns:
    """The columns of a table with their types ``spelled``."""
    return tuple((name, spelled(dtype)) for name, dtype in table.schema.items())


def spelled(dtype: "pl.DataType | DataTypeClass") -> Any:  # noqa: ANN401 - a tree of JSON
    """The name of a type as JSON: a word, or one key for what is made of others."""
    if isinstance(dtype, pl.Enum):
        return {"labels": dtype.categories.to_list()}
    if isinstance(dtype, pl.List):
        return {"list": spelled(dtype.inner)}
    if isinstance(dtype, pl.Struct):
        return {"struct": {field.name: spelled(field.dtype) for field in dtype.fields}}
    if isinstance(dtype, pl.Decimal):
        return {"decimal": [dtype.precision, dtype.scale]}
    return str(dtype)


def dtype_of(spelling: Any) -> pl.DataType:  # noqa: ANN401 - as above
    """The type that is spelled so; the inverse of ``spelled``.

    Raises:
        DataError: no type is spelled so.
    """
    match spelling:
        case {"labels": labels}:
            return pl.Enum(labels)
        case {"list": inner}:
            return pl.List(dtype_of(inner))
        case {"struct": fields}:
            return pl.Struct({name: dtype_of(inner) for name, inner in fields.items()})
        case {"decimal": [precision, scale]}:
            return pl.Decimal(precision, scale)
    simple = {str(kind()): kind() for kind in (pl.String, pl.Boolean, pl.Int32, pl.Float64)}
    if spelling in simple:
        return simple[spelling]
    return _other(spelling)


def _other(spelling: object) -> pl.DataType:
    """A simple type that releases of ours do not have, by its name in polars."""
    kind = getattr(pl, str(spelling), None)
    if isinstance(kind, type) and issubclass(kind, pl.DataType):
        return kind()
    msg = f"changelog: no type is spelled {spelling!r}"
    raise DataError(msg, remedy="Use the version of visavis that wrote it.")
