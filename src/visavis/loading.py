"""Loading: a published version, a release folder or a corpus folder in, tables out."""

from collections.abc import Collection
from pathlib import Path
from typing import Literal, overload

import polars as pl
import pyarrow.parquet as pq
from datasets import Dataset, DatasetDict, NamedSplit
from datasets.table import InMemoryTable

from visavis.corpus import reading
from visavis.dataset.tables import CONFIGS, tables
from visavis.errors import DataError, UsageError
from visavis.hub import fetch
from visavis.release import editions, manifest, parquet, signing
from visavis.release.hydration import corpus_of
from visavis.release.hydration import hydrate as hydrated


@overload
def load(
    source: str | Path,
    config: str = ...,
    *,
    version: str | None = ...,
    hydrate: str | Path | None = ...,
    key: str | Path | None = ...,
    backend: Literal["polars"],
) -> pl.DataFrame: ...
@overload
def load(
    source: str | Path,
    config: str = ...,
    *,
    version: str | None = ...,
    hydrate: str | Path | None = ...,
    key: str | Path | None = ...,
    backend: Literal["datasets"] = ...,
) -> DatasetDict: ...
def load(  # noqa: PLR0913 - each may be left out
    source: str | Path,
    config: str = "sentences",
    *,
    version: str | None = None,
    hydrate: str | Path | None = None,
    key: str | Path | None = None,
    backend: Literal["datasets", "polars"] = "datasets",
) -> DatasetDict | pl.DataFrame:
    """A table of a published version, of a release folder or of a corpus folder.

    Every file of a release is compared with its manifest before any is opened, and no second cache
    stands between. Of a published version the cache serves that same version when the Hub cannot
    be reached; another version is never returned.

    Args:
        source: ``owner/name`` of a published corpus (then with ``version``), a folder that
            ``visavis build`` wrote, or a corpus folder as it is being worked on (then with every
            text that is there, third-party texts too).
        config: name of the table; ``visavis.dataset.tables.CONFIGS`` lists them.
        version: the version that must be loaded, as ``1.2.0``, or a full commit hash.
        hydrate: a folder that holds third-party texts, under any names: those whose sha256 an
            article declares are put back, with all that derives from them. For each article that
            still lacks a text there is a ``NotHydratedWarning``.
        key: file of a public key (as ``id_ed25519.pub``): the release must be signed by its owner.
            Needs ``visavis[sign]``.
        backend: ``datasets`` gives a DatasetDict by split, with class labels as numbers; ``polars``
            one table with the column ``split``, with labels as words.

    Raises:
        UsageError: there is no such folder or table, or a version is needed.
        DataError: files are malformed, or are not those of that version; the message names them.
        VisavisError: the Hub gives no answer and the cache does not hold the version.
    """
    if config not in CONFIGS:
        msg = f"no table is named {config!r}. Choose among {', '.join(CONFIGS)}."
        raise UsageError(msg)
    signer = None if key is None else Path(key)
    folder = _folder(source, version, signer)
    is_release = (folder / manifest.MANIFEST).is_file()
    if is_release and hydrate is None:
        found = manifest.verify(folder)
        _expect(folder, config, {path.parent.name for path in folder.glob("*/*.parquet")})
        if version is not None and Path(source).is_dir():
            _expect_version(folder, version, found["version"])
        return parquet.opened(folder, config) if backend == "polars" else _opened(folder, config)
    whole = corpus_of(editions.read(folder)) if is_release else reading.read(folder)
    built = tables(whole if hydrate is None else hydrated(whole, Path(hydrate)))
    _expect(folder, config, built)
    table = built[config]
    if backend == "polars":
        return table
    return DatasetDict(
        {part.split: _dataset(part.split, part.table) for part in parquet.parts({config: table})}
    )


def _folder(source: str | Path, version: str | None, key: Path | None) -> Path:
    folder = Path(source)
    if folder.is_dir():
        if key is not None:
            signing.check(folder, key)
        return folder
    if version is not None:
        return fetch.fetch(str(source), version, key)
    msg = (
        f"{source}: no such folder. Name a folder that is there, or say which version of a "
        'published corpus you mean: version="1.2.0".'
    )
    raise UsageError(msg)


def _opened(folder: Path, config: str) -> DatasetDict:
    paths = sorted((folder / config).glob("*.parquet"))
    names = [path.name.partition("-")[0] for path in paths]
    return DatasetDict(
        {name: _dataset(name, pq.read_table(path)) for name, path in zip(names, paths, strict=True)}
    )


def _dataset(split: str, table: object) -> Dataset:
    return Dataset(InMemoryTable(table), split=NamedSplit(split))


def _expect(folder: Path, config: str, there: Collection[str]) -> None:
    if config not in there:
        others = ", ".join(name for name in CONFIGS if name in there) or "none"
        msg = f"{folder}: the table {config!r} has no rows. Tables with rows: {others}."
        raise DataError(msg)


def _expect_version(folder: Path, version: str, found: str) -> None:
    if version != found:
        msg = f"{folder}: version {found}, not {version}. Name the folder of that version."
        raise DataError(msg)
