"""The Croissant description and the citation, against their reference implementations."""

import json
import re
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any

import mlcroissant
import polars as pl
import pytest
import yaml
from rocrate.rocrate import ROCrate

import visavis
from support.paths import CLEAN, ROOT
from visavis.corpus import reading
from visavis.corpus.card import read_card
from visavis.dataset import card
from visavis.dataset.croissant import CROISSANT, RAI
from visavis.dataset.evidence import CITATION
from visavis.dataset.tables import WHOLE, publishable, tables
from visavis.errors import DataError
from visavis.release.build import build
from visavis.release.hub.loading import load
from visavis.release.manifest import MANIFEST

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph", "ignore:The inplace keyword")
"""What mlcroissant itself does with rdflib and pandas is deprecated there."""


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(ROOT, tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="module")
def opened(release: Path) -> mlcroissant.Dataset:
    return mlcroissant.Dataset(jsonld=release / CROISSANT)


def plain(value: Any) -> Any:  # noqa: ANN401 - records are of no one type
    """A value as Python has it: texts out of bytes, structs by the names of their fields."""
    if isinstance(value, bytes):
        return value.decode()
    if isinstance(value, dict):
        by_key = {str(name).rpartition("/")[2]: plain(part) for name, part in value.items()}
        return by_key if any(part is not None for part in by_key.values()) else None
    if isinstance(value, list):
        return [plain(part) for part in value]
    return value


def as_read(value: Any, dtype: Any) -> object:  # noqa: ANN401 - likewise
    """What Croissant has types for: labels are their numbers, decimals are floats."""
    if value is None:
        return None
    if isinstance(dtype, pl.Enum):
        return dtype.categories.to_list().index(value)
    if isinstance(dtype, pl.Decimal):
        return float(value)
    if isinstance(dtype, pl.List):
        return [as_read(part, dtype.inner) for part in value]
    if isinstance(dtype, pl.Struct):
        return {field.name: as_read(value[field.name], field.dtype) for field in dtype.fields}
    return value


def test_it_conforms_and_has_no_issue(opened: mlcroissant.Dataset) -> None:
    assert opened.metadata.ctx.conforms_to.value == "http://mlcommons.org/croissant/1.1"
    assert not opened.metadata.ctx.issues.errors
    assert not opened.metadata.ctx.issues.warnings


NAMES = sorted(tables(publishable(reading.read(ROOT))))


@pytest.mark.parametrize("name", NAMES)
def test_its_records_are_the_rows_of_the_release(
    release: Path, opened: mlcroissant.Dataset, name: str
) -> None:
    table = load(release, name, backend="polars")
    expected = [
        {column: as_read(row[column], dtype) for column, dtype in table.schema.items()}
        for row in table.iter_rows(named=True)
    ]
    items = [plain(record) for record in opened.records(name)]
    rendered = partial(json.dumps, sort_keys=True)
    entries = [{"split": WHOLE, **row} for row in expected]
    assert sorted(map(rendered, items)) == sorted(map(rendered, entries))


def test_it_names_every_table_and_every_file_with_its_hash(release: Path) -> None:
    described = json.loads((release / CROISSANT).read_text(encoding="utf-8"))
    assert sorted(item["@id"] for item in described["recordSet"]) == NAMES
    manifest = json.loads((release / MANIFEST).read_text(encoding="utf-8"))
    hashes = {item["path"]: item["sha256"] for item in manifest["files"] if "rows" in item}
    assert hashes == {
        item["contentUrl"]: item["sha256"] for item in described["distribution"] if "sha256" in item
    }


def test_every_responsible_field_has_the_words_of_the_card(release: Path) -> None:
    described = json.loads((release / CROISSANT).read_text(encoding="utf-8"))
    page = " ".join((release / "README.md").read_text(encoding="utf-8").split())
    for name, entries in RAI.items():
        assert described[f"rai:{name}"]
        assert len(entries) > 1 or described[f"rai:{name}"] in page


def test_every_entry_that_a_responsible_field_names_is_asked_for() -> None:
    asked = {name for questions in card.demands().values() for name in questions}
    assert {entry for entries in RAI.values() for entry in entries} <= asked


def test_a_changed_description_is_refused(release: Path, tmp_path: Path) -> None:
    described = json.loads((release / CROISSANT).read_text(encoding="utf-8"))
    described["recordSet"][0]["field"][1].pop("dataType")
    (tmp_path / CROISSANT).write_text(json.dumps(described), encoding="utf-8")
    with pytest.raises(mlcroissant.ValidationError):
        mlcroissant.Dataset(jsonld=tmp_path / CROISSANT)


def test_a_corpus_without_citation_is_described_too(tmp_path: Path) -> None:
    opened = mlcroissant.Dataset(jsonld=build(CLEAN, tmp_path) / CROISSANT)
    assert len(list(opened.records("sentences"))) == load(CLEAN, backend="polars").height


def citation_errors(path: Path) -> str:
    """What the schema of the Citation File Format says against a file; nothing if it is valid."""
    command = [sys.executable, "-m", "check_jsonschema"]
    command += ["--builtin-schema", "vendor.citation-file-format", str(path)]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    return "" if answer.returncode == 0 else answer.stdout + answer.stderr


def test_the_citation_is_valid_and_as_old_as_what_it_cites() -> None:
    text = (ROOT / CITATION).read_text(encoding="utf-8")
    assert citation_errors(ROOT / CITATION) == ""
    declared = yaml.safe_load(text)
    page = read_card(ROOT)
    assert declared["version"] == page.version
    (software,) = (item for item in declared["references"] if item["type"] == "software")
    assert software["version"] == visavis.__version__
    collected = reading.read(ROOT).articles["collected"].drop_nulls().to_list()
    assert str(declared["date-released"]) >= max(collected)


def test_a_citation_that_is_not_valid_is_refused(tmp_path: Path) -> None:
    text = (ROOT / CITATION).read_text(encoding="utf-8")
    wrong = tmp_path / CITATION
    wrong.write_text(text.replace("type: dataset", "type: data"), encoding="utf-8")
    assert "'data' is not one of" in citation_errors(wrong)


def test_an_archive_reads_the_crate(release: Path) -> None:
    crate = ROCrate(release)
    root = crate.root_dataset
    assert root["name"]
    assert root["version"] == read_card(ROOT).version
    assert [licence.id for licence in root["license"]] == [
        "https://spdx.org/licenses/CC-BY-4.0.html"
    ]
    listed = {part.id for part in root["hasPart"]}
    present = {p.relative_to(release).as_posix() for p in release.rglob("*") if p.is_file()}
    assert present - listed == {"ro-crate-metadata.json", MANIFEST}
    assert all(
        int(part["contentSize"]) == (release / part.id).stat().st_size for part in root["hasPart"]
    )


def test_a_corpus_that_names_its_repository_says_where_each_version_is(
    clean: Path, tmp_path: Path
) -> None:
    settings = clean / "corpus.toml"
    text = settings.read_text(encoding="utf-8") if settings.is_file() else ""
    settings.write_text(f'repository = "owner/name"\n{text}', encoding="utf-8")
    page = clean / "dataset_card.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n{{load}}\n", encoding="utf-8")
    release = build(clean, tmp_path / "dist")
    described = json.loads((release / CROISSANT).read_text(encoding="utf-8"))
    url, version = "https://huggingface.co/datasets/owner/name", described["version"]
    assert described["url"] == url
    assert described["identifier"] == f"{url}/tree/v{version}"
    assert described["publisher"]["name"] == "owner"
    files = [item for item in described["distribution"] if "sha256" in item]
    assert {item["contentUrl"] for item in files} == {
        f"{url}/resolve/v{version}/{item['@id']}" for item in files
    }
    opened = mlcroissant.Dataset(jsonld=release / CROISSANT)
    assert not opened.metadata.ctx.issues.errors
    shipped = (release / "README.md").read_text(encoding="utf-8")
    assert f'load_dataset("owner/name", "sentences", revision="v{version}")' in shipped
    assert f'visavis.load("owner/name", "sentences", version="{version}")' in shipped
    settings.write_text('repository = "owner"\n', encoding="utf-8")
    with pytest.raises(DataError, match="repository"):
        build(clean, tmp_path / "dist")


def test_the_guidelines_ship_without_examples_of_texts_that_are_kept_back(release: Path) -> None:
    closed = load(release, "articles", backend="polars").filter(pl.col("fr").is_null())["id"]
    pages = sorted((release / "guidelines").glob("*.md"))
    assert [path.name for path in pages] == [
        path.name for path in sorted((ROOT / "annotations" / "guidelines").glob("*.md"))
    ]
    text = "".join(path.read_text(encoding="utf-8") for path in pages)
    assert re.search(r"^= mistral-asml ", text, re.MULTILINE)
    assert not re.search(rf"^[=!] (?:{'|'.join(closed)}) ", text, re.MULTILINE)
