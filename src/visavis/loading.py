"""Loading: a release folder or a corpus folder in, ``datasets`` or polars tables out."""

from pathlib import Path
from typing import Literal, overload

import polars as pl
import pyarrow.parquet as pq
from datasets import ClassLabel, Dataset, DatasetDict, Features, List, load_dataset
from datasets.table import InMemoryTable

from visavis import corpus
from visavis.configs import CONFIGS, WHOLE, tables
from visavis.errors import DataError, UsageError
from visavis.release import MANIFEST, parts


@overload
def load(source: str | Path, config: str = ..., *, backend: Literal["polars"]) -> pl.DataFrame: ...
@overload
def load(
    source: str | Path, config: str = ..., *, backend: Literal["datasets"] = ...
) -> DatasetDict: ...
def load(
    source: str | Path,
    config: str = "sentences",
    *,
    backend: Literal["datasets", "polars"] = "datasets",
) -> DatasetDict | pl.DataFrame:
    """A table of a release folder or of a corpus folder.

    Args:
        source: a folder that ``visavis build`` wrote, or a corpus folder as it is being worked on
            (then with every text that is there, third-party texts too).
        config: name of the table; ``visavis.configs.CONFIGS`` lists them.
        backend: ``datasets`` gives a DatasetDict by split, with class labels as numbers; ``polars``
            one table with the column ``split``, with labels as words.

    Raises:
        UsageError: there is no such folder or table.
        DataError: files are malformed.
    """
    folder = Path(source)
    if config not in CONFIGS:
        msg = f"no table is named {config!r}. Choose among {', '.join(CONFIGS)}."
        raise UsageError(msg)
    if (folder / MANIFEST).is_file():
        _expect(folder, config, (folder / config).is_dir())
        return _open(folder, config) if backend == "polars" else load_dataset(str(folder), config)
    built = tables(corpus.read(folder))
    _expect(folder, config, config in built)
    table = built[config]
    if backend == "polars":
        return table
    return DatasetDict(
        {part.split: Dataset(InMemoryTable(part.table)) for part in parts({config: table})}
    )


def _expect(folder: Path, config: str, there: bool) -> None:  # noqa: FBT001 - the one thing it is told
    if not there:
        msg = f"{folder}: the table {config!r} has no rows. Annotate its layer first."
        raise DataError(msg)


def _open(folder: Path, config: str) -> pl.DataFrame:
    """The Parquet files of a table as one polars table, labels as words."""
    found = []
    for path in sorted((folder / config).glob("*.parquet")):
        features = Features.from_arrow_schema(pq.read_schema(path))
        words = [_words(pl.col(name), feature) for name, feature in features.items()]
        split = path.name.partition("-")[0]
        table = pl.read_parquet(path).select(words)
        found.append(table if split == WHOLE else table.with_columns(split=pl.lit(split)))
    return pl.concat(found)


def _words(column: pl.Expr, feature: object) -> pl.Expr:
    """``column`` with the words of its class labels in place of their numbers."""
    if isinstance(feature, ClassLabel):
        numbers = range(len(feature.names))
        return column.replace_strict(
            numbers, feature.names, default=None, return_dtype=pl.Enum(feature.names)
        )
    if isinstance(feature, List):
        return column.list.eval(_words(pl.element(), feature.feature))
    if isinstance(feature, dict):
        return column.struct.with_fields(
            _words(pl.field(name), part).alias(name) for name, part in feature.items()
        )
    return column
