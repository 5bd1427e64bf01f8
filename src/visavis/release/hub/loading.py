"""Loading: a published version, a release folder or a corpus folder in, tables out."""

import re
import warnings
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Literal, overload

import polars as pl
import pyarrow.parquet as pq
from datasets import Dataset, DatasetDict, NamedSplit
from datasets.table import InMemoryTable

from visavis.corpus import reading
from visavis.dataset.tables import CONFIGS, tables
from visavis.errors import DataError, UsageError, VisavisError
from visavis.release import editions, lock, manifest, parquet, signing
from visavis.release.hub import fetch, notices
from visavis.release.hub.client import Repository
from visavis.release.hydration import corpus_of
from visavis.release.hydration import hydrate as hydrated
from visavis.release.manifest import Manifest
from visavis.release.parts import parts

_REPOSITORY = re.compile(r"(?!\.{1,2}/|~)[^/]*/+(?!\.{0,2}\Z)[^/]*")
"""A source that names a repository where a version is asked for: two names and a slash."""


SHOWN = 3
"""Names of files that a warning lists."""


class AmbiguousSourceWarning(UserWarning):
    """A name that is a repository on the Hub and a folder here; the repository was loaded."""


class ErratumWarning(UserWarning):
    """Rows of the version that was loaded are wrong; the message says which."""


class UnlistedFilesWarning(UserWarning):
    """A release folder holds files that are not of the release; they were not read."""


@overload
def load(
    source: str | Path,
    config: str = ...,
    *,
    version: str | None = ...,
    hydrate: str | Path | None = ...,
    key: str | Path | None = ...,
    digest: str | None = ...,
    withdrawn: bool = ...,
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
    digest: str | None = ...,
    withdrawn: bool = ...,
    backend: Literal["datasets"] = ...,
) -> DatasetDict: ...
def load(  # noqa: PLR0913 - each may be left out
    source: str | Path,
    config: str = "sentences",
    *,
    version: str | None = None,
    hydrate: str | Path | None = None,
    key: str | Path | None = None,
    digest: str | None = None,
    withdrawn: bool = False,
    backend: Literal["datasets", "polars"] = "datasets",
) -> DatasetDict | pl.DataFrame:
    """A table of a published version, of a release folder or of a corpus folder.

    Every file of a release is compared with its manifest before any is opened, and no second cache
    stands between. Of a published version the cache serves that same version when the Hub cannot
    be reached; another version is never returned.

    Args:
        source: ``owner/name`` of a published corpus (then with ``version``), a folder that
            ``visavis build`` wrote, or a corpus folder as it is being worked on (then with every
            text that is there, third-party texts too). ``owner/name`` with ``version`` is always
            the Hub; write ``./owner/name`` for a folder, or give a ``Path``.
        config: name of the table; ``visavis.dataset.tables.CONFIGS`` lists them.
        version: the version that must be loaded, as ``1.2.0``, or a full commit hash of the Hub.
            A release folder must be of that version; a corpus folder has none.
        hydrate: a folder that holds third-party texts, under any names: those whose sha256 an
            article declares are put back, with all that derives from them. For each article that
            still lacks a text there is a ``NotHydratedWarning``.
        key: file of a public key (as ``id_ed25519.pub``): the release must be signed by its owner.
            Needs ``visavis[sign]``.
        digest: digest of the manifest (``visavis versions`` prints it): the release must have it.
            A lock file of the working folder (``visavis lock``) gives version and digest of the
            data sets in it.
        withdrawn: load a version although its publisher has withdrawn it.
        backend: ``datasets`` gives a DatasetDict by split, with class labels as numbers; ``polars``
            one table with the column ``split``, with labels as words.

    Raises:
        UsageError: there is no such folder or table, or a version is needed.
        DataError: files are malformed, or are not those of that version; the message names them.
        VisavisError: the Hub gives no answer and the cache does not hold the version.
    """
    version, digest = _locked(source, version, digest)
    folder, listed = _opened(source, version, None if key is None else Path(key))
    if listed is not None:
        lock.check(digest, listed.sha256, str(source))
        _heed_notices(source, version, listed, withdrawn=withdrawn)
    if config not in {*CONFIGS, *(listed.tables() if listed else ())}:
        msg = f"no table is named {config!r}"
        raise UsageError(msg, remedy=f"Choose among {', '.join(CONFIGS)}.")
    if listed is not None and hydrate is None:
        paths = listed.tables()
        _expect(folder, config, paths)
        if backend == "polars":
            return parquet.opened(folder, paths[config])
        return _splits(folder, paths[config])
    corpus = reading.read(folder) if listed is None else corpus_of(editions.of(folder, listed))
    built = tables(corpus if hydrate is None else hydrated(corpus, Path(hydrate)))
    _expect(folder, config, built)
    table = built[config]
    if backend == "polars":
        return table
    return DatasetDict(
        {part.split: _dataset(part.split, part.table) for part in parts({config: table})}
    )


def _locked(
    source: str | Path, version: str | None, digest: str | None
) -> tuple[str | None, str | None]:
    """Return version and digest as the lock file of the working folder has them.

    Raises:
        UsageError: another version is asked for.
    """
    entry = lock.read().get(str(source)) if isinstance(source, str) else None
    if entry is None or (version is None and Path(source).is_dir()):
        return version, digest
    if version not in (None, entry.version):
        msg = f"{source}: {lock.LOCK} has version {entry.version}, not {version}"
        raise UsageError(msg, remedy=f"Run `visavis lock {source}@{version}` to change it.")
    return entry.version, digest or entry.sha256


def _heed_notices(
    source: str | Path, version: str | None, listed: Manifest, *, withdrawn: bool
) -> None:
    """Refuse a version that was withdrawn, and warn of errata; without an answer, of neither.

    Raises:
        DataError: the version was withdrawn.
    """
    if version is None or not isinstance(source, str) or not _REPOSITORY.fullmatch(source):
        return
    try:
        known = notices.read(Repository(source))
    except VisavisError:
        return
    gone = notices.withdrawn(known, listed.version)
    if gone is not None and not withdrawn:
        msg = f"{source}: version {listed.version} was withdrawn: {gone}"
        raise DataError(msg, remedy="Load another, or call load with withdrawn=True.")
    for erratum in notices.errata(known, listed.version):
        warnings.warn(f"{source}@{listed.version}: {erratum}", ErratumWarning, stacklevel=3)


def _opened(
    source: str | Path, version: str | None, key: Path | None
) -> tuple[Path, Manifest | None]:
    """Return the folder of a source and its manifest, proved; no manifest where it is a corpus."""
    folder = Path(source)
    if version is not None and isinstance(source, str) and _REPOSITORY.fullmatch(source):
        try:
            fetched = fetch.fetch(source, version, key)
        except VisavisError as error:
            if not folder.is_dir():
                raise
            msg = f"{error} There is a folder of that name too: write ./{source} for the folder."
            raise type(error)(msg) from None
        if folder.is_dir():
            msg = (
                f"{source}: loaded from the Hub. There is a folder of that name too: write "
                f"./{source} for the folder."
            )
            warnings.warn(msg, AmbiguousSourceWarning, stacklevel=3)
        return fetched
    if not folder.is_dir():
        msg = "no such folder"
        remedy = (
            "Name a folder that is there, or say which version of a published corpus you mean: "
            'load("owner/name", version="1.2.0").'
        )
        raise UsageError(msg, where=source, remedy=remedy)
    return folder, _local(folder, version, key)


def _local(folder: Path, version: str | None, key: Path | None) -> Manifest | None:
    """Return the manifest of a release folder, which must be of that version; None for a corpus."""
    if version is not None and not fetch.COMMIT.fullmatch(version):
        fetch.tag_of(version)
    if key is not None:
        signing.check(folder, key)
    if not (folder / manifest.MANIFEST).is_file():
        if version is not None:
            msg = f"a corpus that is being worked on, no version {version}"
            remedy = "Load what `visavis build` made of it, or leave version= out."
            raise UsageError(msg, where=folder, remedy=remedy)
        return None
    listed = manifest.verify(folder, lenient=True)
    _tell_unlisted(folder, listed)
    if version not in (None, listed.version):
        msg = f"version {listed.version}, not {version}"
        raise DataError(msg, where=folder, remedy="Name the folder of that version.")
    return listed


def _tell_unlisted(folder: Path, listed: Manifest) -> None:
    """Warn of files in a release folder that are not of the release; they are not read."""
    others = manifest.unlisted(folder, listed)
    tops = list(dict.fromkeys(path.partition("/")[0] for path in others))
    if tops:
        names = ", ".join(tops[:SHOWN]) + (", ..." if len(tops) > SHOWN else "")
        msg = f"{folder}: ignored what is not of the release: {names}"
        warnings.warn(msg, UnlistedFilesWarning, stacklevel=5)


def _splits(folder: Path, paths: Sequence[str]) -> DatasetDict:
    names = [Path(path).name.partition("-")[0] for path in paths]
    return DatasetDict(
        {
            name: _dataset(name, pq.read_table(folder / path))
            for name, path in zip(names, paths, strict=True)
        }
    )


def _dataset(split: str, table: object) -> Dataset:
    return Dataset(InMemoryTable(table), split=NamedSplit(split))


def _expect(folder: Path, config: str, present: Collection[str]) -> None:
    if config not in present:
        others = ", ".join(name for name in CONFIGS if name in present) or "none"
        msg = f"the table {config!r} has no rows"
        raise DataError(msg, where=folder, remedy=f"Tables with rows: {others}.")
