"""A release: a folder of Parquet files, a card and a manifest that ``load_dataset`` opens as it is.

The same corpus gives the same bytes, whatever the folder, the order of files, the locale, the time
zone or the number of threads; the versions of the libraries that write the files are pinned.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
from datasets import ClassLabel, Features, List, Value
from tqdm import tqdm

from visavis import card, corpus, croissant, evidence, figures, files, validate
from visavis.articles import OPEN_LICENCES
from visavis.configs import publishable, splits, tables
from visavis.errors import DataError
from visavis.figures import Basis

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from polars.datatypes import DataTypeClass

MANIFEST = "manifest.json"
README = "README.md"
DEFAULT = "sentences"
"""The configuration that opens when none is named, where it has rows."""

ROW_GROUP = 100_000
"""Rows a row group: the unit that readers of a part of a file fetch."""


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


def build(folder: Path, dist: Path, *, third_party: bool = False) -> Path:
    """Build the release of the corpus in ``folder`` under ``dist`` and return its folder.

    Args:
        folder: the corpus.
        dist: where the release goes, as ``<name>-<version>``.
        third_party: also ship third-party texts; such a release must stay private.

    Raises:
        UsageError: ``folder`` is not a corpus, or ``dist`` cannot be written.
        DataError: files are malformed or rules are broken; the message has a line for each.
    """
    page = card.parse(files.decode(files.read_bytes(folder / card.CARD), card.CARD), card.CARD)
    whole = corpus.read(folder)
    if errors := validate.errors(folder):
        raise DataError("\n".join(map(str, errors)))
    if whole.articles.is_empty():
        msg = f"{folder / corpus.ARTICLES}: no articles. Add some with `visavis add`."
        raise DataError(msg)
    shown = whole if third_party else publishable(whole)
    basis = Basis(page, shown, tables(shown), evidence.read(folder, whole))
    if basis.evidence.citation.get("version", page.version) != page.version:
        msg = f"{evidence.CITATION}: version is not {page.version}, as {card.CARD} has it. Agree."
        raise DataError(msg)
    target = dist / f"{page.name}-{page.version}{'-private' if third_party else ''}"
    with files.new_folder(target) as release:
        _write(release, basis)
    return target


def parts(built: "Mapping[str, pl.DataFrame]") -> list[Part]:
    """The files of a release: one for each table and split that has rows."""
    return [
        Part(config, split, declared, arrow(rows, declared))
        for config, table in built.items()
        for split, rows in splits(config, table).items()
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


def _write(release: Path, basis: Basis) -> None:
    shipped = parts(basis.tables)
    entries = [
        _write_part(release, part) for part in tqdm(shipped, "writing", disable=None, leave=False)
    ]
    text = card.render(basis.card, _declaration(shipped, release), figures.figures(basis))
    described = croissant.metadata(
        _about(basis, text), card.answers(text), _described(shipped, entries), _schemas(basis)
    )
    written = {
        README: text,
        croissant.CROISSANT: _dumped(described),
        **{f"{figures.PICTURES}/{name}.svg": svg for name, svg in figures.pictures(basis).items()},
    }
    for path, content in written.items():
        (release / path).parent.mkdir(exist_ok=True)
        (release / path).write_text(content, encoding="utf-8", newline="\n")
        entries.append(_entry(release, path))
    manifest = {
        "name": basis.card.name,
        "version": basis.card.version,
        "files": sorted(entries, key=lambda entry: str(entry["path"])),
    }
    (release / MANIFEST).write_text(_dumped(manifest), encoding="utf-8", newline="\n")


def _dumped(content: "Mapping[str, object]") -> str:
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _schemas(basis: Basis) -> "dict[str, pl.Schema]":
    return {name: table.drop("split", strict=False).schema for name, table in basis.tables.items()}


def _described(
    shipped: "Sequence[Part]", entries: "Sequence[Mapping[str, object]]"
) -> list[croissant.File]:
    return [
        croissant.File(
            part.config, part.split, part.path, str(entry["sha256"]), str(entry["bytes"])
        )
        for part, entry in zip(shipped, entries, strict=True)
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


def _write_part(release: Path, part: Part) -> dict[str, object]:
    path = release / part.path
    path.parent.mkdir(exist_ok=True)
    pq.write_table(part.table, path, compression="zstd", row_group_size=ROW_GROUP)
    return {**_entry(release, part.path), "rows": part.table.num_rows}


def _entry(release: Path, path: str) -> dict[str, object]:
    data = (release / path).read_bytes()
    return {"path": path, "sha256": files.sha256(data), "bytes": len(data)}


def _declaration(shipped: "Sequence[Part]", release: Path) -> dict[str, object]:
    """The keys of the card that tell ``load_dataset`` what is where, and of which type."""
    by_config: dict[str, list[Part]] = {}
    for part in shipped:
        by_config.setdefault(part.config, []).append(part)
    default = DEFAULT if DEFAULT in by_config else next(iter(by_config))
    largest = max(part.table.num_rows for part in shipped)
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


def _info(config: str, members: "Sequence[Part]", release: Path) -> dict[str, object]:
    return {
        "config_name": config,
        "features": members[0].features._to_yaml_list(),  # noqa: SLF001 - the form that cards have
        "splits": [
            {
                "name": part.split,
                "num_bytes": part.table.nbytes,
                "num_examples": part.table.num_rows,
            }
            for part in members
        ],
        "download_size": sum((release / part.path).stat().st_size for part in members),
        "dataset_size": sum(part.table.nbytes for part in members),
    }
