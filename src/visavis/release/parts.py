"""The files of a release, made from tables in polars: Parquet with the features it declares."""

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
from datasets import ClassLabel, Features, List, Value

from visavis.corpus.articles import SPLITS
from visavis.dataset.tables import CONFIGS, splits

if TYPE_CHECKING:
    from collections.abc import Mapping

    from polars.datatypes import DataTypeClass

ROW_GROUP = 100_000
"""Rows a row group: the unit that readers of a part of a file fetch, and that a build holds."""

LONG_ROWS = {"articles": 2_500}
"""Rows a row group of the tables whose rows hold whole texts."""

STORED: dict[str, Any] = {
    "compression": "zstd",
    "use_content_defined_chunking": True,
    "write_page_index": True,
    "use_dictionary": False,
}
"""How files are written: pages that end where the content says, so that the next release shares its
unchanged pages with this one, and an index of them. A dictionary would number the values anew in
each page after the first change (benchmarks/sharing.py)."""

_SIMPLE = {"String": "string", "Boolean": "bool", "Int32": "int32", "Float64": "float64"}
"""Arrow's name of the simple polars types that tables have."""


@dataclass(frozen=True)
class Part:
    """One file of a release.

    Attributes:
        config: name of the table.
        split: name of the split.
        features: the declared features of its rows.
        table: its rows, in the Arrow types of the features.
    """

    config: str
    split: str
    features: Features
    table: pa.Table

    @property
    def path(self) -> str:
        """Where the file stands in the release."""
        return f"{self.config}/{self.split}-00000-of-00001.parquet"


@dataclass(frozen=True)
class Shipped:
    """A file of a release that is written.

    Attributes:
        config: name of the table.
        split: name of the split.
        features: the declared features of its rows.
        path: where it stands in the release.
        rows: how many it has.
        nbytes: its data as Parquet encodes it, before compression. The buffers of Arrow are not
            counted: what they take depends on the pieces that they were put together from.
    """

    config: str
    split: str
    features: Features
    path: str
    rows: int
    nbytes: int


class Writer:
    """Writes the files of a release from the parts of a corpus, one after the other.

    The files are those that the whole tables would give at once: row groups are filled up to
    ``ROW_GROUP`` (or ``LONG_ROWS``) across the parts. A row group is encoded while the next part is
    made; no more than one waits for that.
    """

    def __init__(self, release: Path) -> None:
        self._release = release
        self._open: dict[str, tuple[Part, pq.ParquetWriter]] = {}
        self._waiting: dict[str, pa.Table] = {}
        self._thread = ThreadPoolExecutor(max_workers=1)
        self._writing: Future[None] = self._thread.submit(lambda: None)

    def add(self, part: Part) -> None:
        """Append the rows of a part to its file."""
        path = self._release / part.path
        if part.path not in self._open:
            path.parent.mkdir(exist_ok=True)
            schema = part.features.arrow_schema
            self._open[part.path] = part, pq.ParquetWriter(path, schema, **STORED)
            self._waiting[part.path] = schema.empty_table()
        waiting = pa.concat_tables([self._waiting[part.path], part.table])
        rows = LONG_ROWS.get(part.config, ROW_GROUP)
        full = waiting.num_rows // rows * rows
        for start in range(0, full, rows):
            self._write(part.path, waiting.slice(start, rows))
        self._waiting[part.path] = waiting.slice(full)

    def close(self) -> list[Shipped]:
        """Write what waits; the files, in the order of the card."""
        for path, (_, writer) in self._open.items():
            if self._waiting[path].num_rows:
                self._write(path, self._waiting[path])
            self._writing.result()
            writer.close()
        self._thread.shutdown()
        shipped = [self._shipped(path, part) for path, (part, _) in self._open.items()]
        order = [*CONFIGS, *SPLITS]
        return sorted(
            shipped,
            key=lambda item: [
                order.index(n) if n in order else -1 for n in (item.config, item.split)
            ],
        )

    def _write(self, path: str, group: pa.Table) -> None:
        self._writing.result()
        corpus, rows = group.combine_chunks(), group.num_rows
        self._writing = self._thread.submit(self._open[path][1].write_table, corpus, rows)

    def _shipped(self, path: str, part: Part) -> Shipped:
        declared = pq.read_metadata(self._release / path)
        nbytes = sum(declared.row_group(i).total_byte_size for i in range(declared.num_row_groups))
        return Shipped(part.config, part.split, part.features, path, declared.num_rows, nbytes)


def features(schema: pl.Schema) -> Features:
    """The features of a table: enumerations are class labels, all else stays what it is."""
    return Features({name: _feature(dtype) for name, dtype in schema.items()})


def _feature(dtype: "pl.DataType | DataTypeClass") -> object:
    if isinstance(dtype, pl.Enum):
        return ClassLabel(names=dtype.categories.to_list())
    if isinstance(dtype, pl.List):
        return List(_feature(dtype.inner))
    if isinstance(dtype, pl.Struct):
        return {field.name: _feature(field.dtype) for field in dtype.fields}
    if isinstance(dtype, pl.Decimal):
        return Value(f"decimal128({dtype.precision}, {dtype.scale})")
    return Value(_SIMPLE[str(dtype)])


def parts(built: "Mapping[str, pl.DataFrame]") -> list[Part]:
    """The files of a release: one for each table and split that has rows."""
    return [
        Part(config, split, declared, arrow(rows, declared))
        for config, table in built.items()
        for split, rows in splits(table).items()
        for declared in [features(rows.schema)]
    ]


def arrow(rows: pl.DataFrame, declared: Features) -> pa.Table:
    """``rows`` as Arrow, class labels as their numbers, in exactly the schema of ``declared``."""
    labelled = [name for name, feature in declared.items() if _has_labels(feature)]
    return rows.with_columns(pl.col(labelled).to_physical()).to_arrow().cast(declared.arrow_schema)


def _has_labels(feature: object) -> bool:
    if isinstance(feature, List):
        return _has_labels(feature.feature)
    if isinstance(feature, dict):
        return any(_has_labels(part) for part in feature.values())
    return isinstance(feature, ClassLabel)
