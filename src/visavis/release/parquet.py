"""The Parquet files of a release, read into polars with their labels as words.

The features that a file declares are read from its schema, not through ``datasets``: importing that
takes longer than reading a release.
"""

import json
from collections.abc import Iterable
from pathlib import Path

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from visavis.dataset.tables import WHOLE


def opened(release: Path, paths: Iterable[str]) -> pl.DataFrame:
    """Return the Parquet files of a table as one polars table, labels as words.

    The column ``split`` is the part of each file's name before the first hyphen.
    """
    entries = []
    for path in (release / name for name in paths):
        split = path.name.partition("-")[0]
        table = in_words(path)
        entries.append(table if split == WHOLE else table.with_columns(split=pl.lit(split)))
    return pl.concat(entries)


def in_words(path: Path) -> pl.DataFrame:
    """Return the rows of a Parquet file, its labels as words where it declares them."""
    words = [_words(pl.col(name), feature) for name, feature in _declared(path).items()]
    return pl.read_parquet(path).with_columns(words)


def column_types(path: Path) -> dict[str, list[str] | str | None]:
    """Return the columns of a file: the words of its labels, ``decimal``, or None for others."""
    declared = _declared(path)
    return {
        field.name: _column_type(field.type, declared.get(field.name, {}))
        for field in pq.read_schema(path)
    }


def _column_type(stored: pa.DataType, feature: "dict[str, object]") -> list[str] | str | None:
    if pa.types.is_decimal(stored):
        return "decimal"
    inner = feature.get("feature") if feature.get("_type") == "List" else feature
    match inner:
        case {"_type": "ClassLabel", "names": list(names)}:
            return names
    return None


def _declared(path: Path) -> dict[str, dict[str, object]]:
    """The features of a file by column, as ``datasets`` writes them; none where it has none."""
    metadata = pq.read_schema(path).metadata or {}
    declared = json.loads(metadata.get(b"huggingface", b"{}"))
    features: dict[str, dict[str, object]] = declared.get("info", {}).get("features", {})
    return features


def _words(column: pl.Expr, feature: dict[str, object]) -> pl.Expr:
    """``column`` with the words of its class labels in place of their numbers."""
    match feature:
        case {"_type": "ClassLabel", "names": list(names)}:
            return column.replace_strict(
                range(len(names)), names, default=None, return_dtype=pl.Enum(names)
            )
        case {"_type": "List", "feature": dict(inner)}:
            return column.list.eval(_words(pl.element(), inner))
        case {"_type": _}:
            return column
    return column.struct.with_fields(
        _words(pl.field(name), part).alias(name)
        for name, part in feature.items()
        if isinstance(part, dict)
    )
