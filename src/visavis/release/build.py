"""A release: a folder of Parquet files, a card and a manifest that ``load_dataset`` opens as it is.

The same corpus gives the same bytes, whatever the folder, the order of files, the locale, the time
zone or the number of threads; the versions of the libraries that write the files are pinned.
"""

import hashlib
import json
import tempfile
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
from datasets import ClassLabel, Features, List, Value
from tqdm import tqdm

from visavis import files
from visavis.corpus import model, reading
from visavis.corpus.articles import OPEN_LICENCES, SPLITS
from visavis.corpus.card import CARD, Card, read_card
from visavis.corpus.layers import LAYERS
from visavis.corpus.records import Record, Sha256, meaning
from visavis.dataset import card, croissant, evidence, figures
from visavis.dataset.figures import Basis
from visavis.dataset.tables import CONFIGS, WHOLE, publishable, splits
from visavis.errors import DataError, UsageError
from visavis.release import versions
from visavis.release.diff import NOTHING, Edition, diff
from visavis.validation.folder import errors as corpus_errors

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from polars.datatypes import DataTypeClass

    from visavis.corpus.model import Corpus

MANIFEST = "manifest.json"
README = "README.md"
CHANGELOG = "CHANGELOG.md"
SIGNATURE = "manifest.sig"
BESIDE = frozenset({MANIFEST, SIGNATURE, ".gitattributes"})
"""Files of a published release that its manifest does not tell."""

RELEASES = Path("releases.jsonl")
"""What a corpus remembers of its published releases, the oldest first."""

DEFAULT = "sentences"
"""The configuration that opens when none is named, where it has rows."""

CHUNK = 2_500
"""Articles whose tables are in memory at a time while a release is built."""

LARGE = 10_000
"""Articles above which the figures of the card see the columns alone that they count."""

ROW_GROUP = 100_000
"""Rows a row group: the unit that readers of a part of a file fetch, and that a build holds."""

LONG_ROWS = {"articles": 2_500}
"""Rows a row group of the tables whose rows hold whole texts."""


class Published(Record, frozen=True, kw_only=True):
    """A published release: its version and the digest of its manifest."""

    version: str
    sha256: Annotated[Sha256, meaning("digest of the release, as its manifest has it")]


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
            self._open[part.path] = part, pq.ParquetWriter(path, schema, compression="zstd")
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
            key=lambda one: [order.index(n) if n in order else -1 for n in (one.config, one.split)],
        )

    def _write(self, path: str, group: pa.Table) -> None:
        self._writing.result()
        whole, rows = group.combine_chunks(), group.num_rows
        self._writing = self._thread.submit(self._open[path][1].write_table, whole, rows)

    def _shipped(self, path: str, part: Part) -> Shipped:
        told = pq.read_metadata(self._release / path)
        nbytes = sum(told.row_group(i).total_byte_size for i in range(told.num_row_groups))
        return Shipped(part.config, part.split, part.features, path, told.num_rows, nbytes)


_SIMPLE = {"String": "string", "Boolean": "bool", "Int32": "int32", "Float64": "float64"}
"""Arrow's name of the simple polars types that tables have."""


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


def build(
    folder: Path,
    dist: Path,
    *,
    third_party: bool = False,
    previous: Path | None = None,
    beside: Path | None = None,
) -> Path:
    """Build the release of the corpus in ``folder`` under ``dist`` and return its folder.

    The version must not be lower than the difference from the previous release demands. Which
    release that is, ``releases.jsonl`` tells; its folder is looked for in ``dist``. A private
    release has no previous one.

    Args:
        folder: the corpus.
        dist: where the release goes, as ``<name>-<version>``.
        third_party: also ship third-party texts; such a release must stay private.
        previous: folder of the previous release, where it is not in ``dist``.
        beside: where to look for the previous release in place of ``dist``.

    Raises:
        UsageError: ``folder`` is not a corpus, ``dist`` cannot be written, or the previous release
            is not found.
        DataError: files are malformed, rules are broken (the message has a line for each), or the
            version is too low.
    """
    page = read_card(folder)
    whole = reading.read(folder)
    if errors := corpus_errors(folder):
        raise DataError("\n".join(map(str, errors)))
    if whole.articles.is_empty():
        msg = f"{folder / model.ARTICLES}: no articles. Add some with `visavis add`."
        raise DataError(msg)
    told = evidence.read(folder, whole)
    if told.citation.get("version", page.version) != page.version:
        msg = f"{evidence.CITATION}: version is not {page.version}, as {CARD} has it. Agree."
        raise DataError(msg)
    published = reading.read_rows(folder / RELEASES, Published)
    last = NOTHING if third_party else _previous(page, published, beside or dist, previous)
    target = _place(page, dist, third_party)
    with files.replace_folder(target, listed, [folder]) as release:
        shown = whole if third_party else publishable(whole)
        compose(release, Basis(page, shown, {}, told), last)
        if not third_party:
            _refuse_other_bytes(release, page, published)
    return target


def place(folder: Path, dist: Path, *, third_party: bool = False) -> Path:
    """Return the folder that ``build`` writes.

    Raises:
        UsageError: ``folder`` has no card.
        DataError: the card is malformed.
    """
    return _place(read_card(folder), dist, third_party)


def _place(page: Card, dist: Path, third_party: bool) -> Path:  # noqa: FBT001 - as build takes it
    return dist / f"{page.name}-{page.version}{'-private' if third_party else ''}"


def edition(folder: Path) -> Edition:
    """What the release in ``folder`` holds, or what the corpus in ``folder`` would release now.

    A corpus is not checked by the rules; its third-party texts are left out.

    Raises:
        UsageError: ``folder`` is neither.
        DataError: files are malformed, or a release is not as its manifest says.
    """
    if (folder / MANIFEST).is_file():
        return read(folder)
    whole = reading.read(folder)
    page = read_card(folder)
    with tempfile.TemporaryDirectory() as made:
        told = evidence.read(folder, whole)
        compose(Path(made), Basis(page, publishable(whole), {}, told), NOTHING)
        return read(Path(made))


def read(release: Path) -> Edition:
    """What a release folder holds; every file is checked against the manifest first.

    Raises:
        UsageError: ``release`` is not a release.
        DataError: a file is not as the manifest says; the message has a line for each.
    """
    manifest = verify(release)
    paths = [entry["path"] for entry in manifest["files"]]
    configs = dict.fromkeys(path.split("/")[0] for path in paths if path.endswith(".parquet"))
    return Edition(
        manifest["name"],
        manifest["version"],
        manifest["sha256"],
        {config: opened(release, config) for config in configs},
        {
            path: files.decode(files.read_bytes(release / path), path)
            for path in paths
            if not path.endswith(".parquet")
        },
    )


def write(whole: Edition, target: Path, *, protected: "Iterable[Path]" = ()) -> Path:
    """Write an edition as the release folder ``target``: the bytes that ``build`` would write.

    Args:
        whole: what the release is to hold.
        target: a folder that is missing, empty or a release.
        protected: folders that must stay.

    Raises:
        UsageError: ``target`` cannot be written, or is not ours to replace.
        DataError: the edition knows its digest, and what is written has another.
    """
    with files.replace_folder(target, listed, protected) as release:
        writer = Writer(release)
        for part in parts(whole.tables):
            writer.add(part)
        entries = [_entry(release, one.path, one.rows) for one in writer.close()]
        for path, text in whole.files.items():
            files.write(release / path, text.encode())
            entries.append(_entry(release, path))
        found = _write_manifest(release, whole.name, whole.version, entries)
        if whole.digest and found != whole.digest:
            msg = (
                f"{target}: the release has the digest {found}, not {whole.digest}. Use the "
                "versions of the libraries that requirements.txt pins."
            )
            raise DataError(msg)
    return target


def manifest_of(data: bytes, where: "Path | str") -> dict[str, Any]:
    """The manifest in ``data``: name, version, files (path, sha256, bytes, rows) and its sha256.

    Raises:
        DataError: a byte of it is not as it was written.
    """
    try:
        manifest = json.loads(data)
        whole = manifest["sha256"] == digest(manifest) and _dumped(manifest) == data
    except (ValueError, KeyError, TypeError):
        whole = False
    if not whole:
        msg = f"{where}: not as it was written, its own sha256 differs. Get the release again."
        raise DataError(msg)
    return dict(manifest)


def digest(manifest: "Mapping[str, Any]") -> str:
    """The SHA-256 of a manifest without its own: it stands for every byte of the release."""
    rest = {key: value for key, value in manifest.items() if key != "sha256"}
    return files.sha256(_dumped(rest))


def verify(release: Path) -> dict[str, Any]:
    """The manifest of a release folder, every file of which is as the manifest says.

    Raises:
        UsageError: ``release`` has no manifest.
        DataError: a file is missing, added or changed; the message has a line for each.
    """
    manifest = manifest_of(files.read_bytes(release / MANIFEST), release / MANIFEST)
    if problems := _problems(release, manifest):
        lines = [f"{release}: {path}: {why}. Get it again." for path, why in problems.items()]
        raise DataError("\n".join(lines))
    return manifest


def listed(release: Path) -> set[str] | None:
    """Return the files that belong to a release folder, or None where it has no manifest of ours.

    For ``files.replace_folder``: a folder with other files in it is somebody's work.
    """
    try:
        manifest = manifest_of(files.read_bytes(release / MANIFEST), MANIFEST)
    except (DataError, UsageError):
        return None
    return {*BESIDE, *(str(entry["path"]) for entry in manifest["files"])}


def wrong(release: Path) -> list[str]:
    """The files of a release folder that are not as its manifest says, or the manifest itself."""
    try:
        manifest = manifest_of(files.read_bytes(release / MANIFEST), MANIFEST)
    except (DataError, UsageError):
        return [MANIFEST]
    return list(_problems(release, manifest))


def _problems(release: Path, manifest: "Mapping[str, Any]") -> dict[str, str]:
    """What is wrong with each file of a release folder that is not as the manifest says."""
    expected = {str(entry["path"]): entry for entry in manifest["files"]}
    found = {path.relative_to(release).as_posix() for path in release.rglob("*") if path.is_file()}
    problems = dict.fromkeys(sorted(expected.keys() - found), "missing")
    problems |= dict.fromkeys(sorted(found - expected.keys() - BESIDE), "not in the manifest")
    for path in sorted(expected.keys() & found):
        with (release / path).open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != expected[path]["sha256"]:
                problems[path] = "not the bytes that the manifest tells"
    return problems


def opened(release: Path, config: str) -> pl.DataFrame:
    """The Parquet files of a table as one polars table, labels as words, with their ``split``."""
    found = []
    for path in sorted((release / config).glob("*.parquet")):
        declared = Features.from_arrow_schema(pq.read_schema(path))
        words = [_words(pl.col(name), feature) for name, feature in declared.items()]
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


def _previous(
    page: Card, published: "Sequence[Published]", dist: Path, given: Path | None
) -> Edition:
    """The release before this one: the last that is published with another version."""
    others = [one for one in published if one.version != page.version]
    if given is not None:
        last = read(given)
        if others and last.digest != others[-1].sha256:
            msg = f"{given}: not release {others[-1].version}, the last in {RELEASES}. Name that."
            raise UsageError(msg)
        return last
    if not others:
        return NOTHING
    for manifest in sorted(dist.glob(f"*/{MANIFEST}")):
        if f'"{others[-1].sha256}"' in manifest.read_text(encoding="utf-8", errors="replace"):
            return read(manifest.parent)
    msg = (
        f"{dist}: release {others[-1].version}, the last in {RELEASES}, is not there. Name its "
        "folder with --previous."
    )
    raise UsageError(msg)


def _refuse_other_bytes(release: Path, page: Card, published: "Sequence[Published]") -> None:
    """A version is published once: built again, it must come out the same."""
    found = manifest_of((release / MANIFEST).read_bytes(), MANIFEST)["sha256"]
    if any(one.version == page.version and one.sha256 != found for one in published):
        msg = (
            f"version {page.version} is published already, with other bytes ({RELEASES}). "
            f"Raise version in {CARD}."
        )
        raise DataError(msg)


def compose(release: Path, basis: Basis, last: Edition) -> None:
    """Write the release of ``basis`` into the empty folder ``release``; ``last`` came before it.

    The tables are made here: those that ``basis`` has are not looked at.

    Raises:
        DataError: the version of the card is too low, or its page names an unknown figure.
    """
    writer = Writer(release)
    counted: dict[str, list[pl.DataFrame]] = {}
    schemas: dict[str, pl.Schema] = {}
    large = basis.corpus.articles.height > LARGE
    for name, table in tqdm(_built(basis.corpus), "writing", disable=None, leave=False):
        for part in parts({name: table}):
            writer.add(part)
        counted.setdefault(name, []).append(figures.counted(name, table) if large else table)
        schemas[name] = table.drop("split", strict=False).schema
    built = {name: pl.concat(counted[name]) for name in CONFIGS if name in counted}
    schemas = {name: schemas[name] for name in built}
    shipped = writer.close()
    entries = [_entry(release, one.path, one.rows) for one in shipped]
    basis = basis._replace(tables=built, columns=schemas)
    text = card.render(basis.card, _declaration(shipped, release), figures.figures(basis))
    described = croissant.metadata(
        _about(basis, text), card.answers(text), _described(shipped, entries), schemas
    )
    written = {
        README: text,
        croissant.CROISSANT: _dumped(described).decode(),
        **{f"{figures.PICTURES}/{name}.svg": svg for name, svg in figures.pictures(basis).items()},
    }
    written[CHANGELOG] = _changelog(release, basis.card, last, written, list(built))
    for path, content in written.items():
        files.write(release / path, content.encode())
        entries.append(_entry(release, path))
    _write_manifest(release, basis.card.name, basis.card.version, entries)


def _changelog(
    release: Path,
    page: Card,
    last: Edition,
    written: "Mapping[str, str]",
    configs: "Sequence[str]",
) -> str:
    """The changelog of the data: what differs from ``last``, on top of the changelog of that.

    Raises:
        DataError: the version is lower than the difference demands.
    """
    tables = {} if last is NOTHING else {name: opened(release, name) for name in configs}
    changes = diff(last, Edition(page.name, page.version, "", tables, written))
    if last is not NOTHING:
        versions.check(changes)
    before = last.files.get(CHANGELOG, "# Changelog\n").removeprefix("# Changelog\n")
    if last.version != page.version:
        before = "\n" + versions.section(changes) + before
    return "# Changelog\n" + before


def _built(whole: "Corpus") -> "Iterator[tuple[str, pl.DataFrame]]":
    """The tables of a corpus that have rows, ``CHUNK`` articles at a time, with their names."""
    ids = whole.articles["id"]
    for start in range(0, len(ids), CHUNK):
        few = len(ids) <= CHUNK
        piece = whole if few else whole.part(ids[start : start + CHUNK].to_list())
        for name, config in CONFIGS.items():
            source = whole if config.whole else piece
            repeated = config.whole and start > 0
            without_rows = name in LAYERS and source.layers[name].is_empty()
            if not repeated and not without_rows and (table := config.build(source)).height:
                yield name, table


def _write_manifest(
    release: Path, name: str, version: str, entries: "Sequence[dict[str, object]]"
) -> str:
    """Write the manifest of a release and return its digest."""
    told = sorted(entries, key=lambda entry: str(entry["path"]))
    manifest: dict[str, Any] = {"name": name, "version": version, "files": told}
    manifest["sha256"] = digest(manifest)
    files.write(release / MANIFEST, _dumped(manifest))
    return str(manifest["sha256"])


def _dumped(manifest: "Mapping[str, Any]") -> bytes:
    return (json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode()


def _entry(release: Path, path: str, rows: int | None = None) -> dict[str, object]:
    with (release / path).open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    entry = {"path": path, "sha256": sha256, "bytes": (release / path).stat().st_size}
    return entry if rows is None else {**entry, "rows": rows}


def _described(
    shipped: "Sequence[Shipped]", entries: "Sequence[Mapping[str, object]]"
) -> list[croissant.File]:
    return [
        croissant.File(one.config, one.split, one.path, str(entry["sha256"]), str(entry["bytes"]))
        for one, entry in zip(shipped, entries, strict=True)
    ]


def _about(basis: Basis, text: str) -> croissant.About:
    front, told = basis.card.front, basis.evidence.citation
    spdx = {licence.lower(): licence for licence in OPEN_LICENCES}
    return croissant.About(
        name=str(front["pretty_name"]),
        version=basis.card.version,
        description=card.description(text),
        licences=[spdx[word] for word in [str(front.get("license")).lower()] if word in spdx],
        languages=front.get("language", ()),
        keywords=front.get("tags", ()),
        creators=[str(one.get("name")) for one in told.get("authors", ()) if one.get("name")],
        published=str(told["date-released"]) if "date-released" in told else None,
        cite_as=figures.bibtex(basis),
    )


def _declaration(shipped: "Sequence[Shipped]", release: Path) -> dict[str, object]:
    """The keys of the card that tell ``load_dataset`` what is where, and of which type."""
    by_config: dict[str, list[Shipped]] = {}
    for part in shipped:
        by_config.setdefault(part.config, []).append(part)
    default = DEFAULT if DEFAULT in by_config else next(iter(by_config))
    largest = max(part.rows for part in shipped)
    return {
        "size_categories": [card.size_category(largest)],
        "configs": [
            {
                "config_name": config,
                **({"default": True} if config == default else {}),
                "data_files": [{"split": part.split, "path": part.path} for part in members],
            }
            for config, members in by_config.items()
        ],
        "dataset_info": [_info(config, members, release) for config, members in by_config.items()],
    }


def _info(config: str, members: "Sequence[Shipped]", release: Path) -> dict[str, object]:
    return {
        "config_name": config,
        "features": members[0].features._to_yaml_list(),  # noqa: SLF001 - the form that cards have
        "splits": [
            {
                "name": part.split,
                "num_bytes": part.nbytes,
                "num_examples": part.rows,
            }
            for part in members
        ],
        "download_size": sum((release / part.path).stat().st_size for part in members),
        "dataset_size": sum(part.nbytes for part in members),
    }
