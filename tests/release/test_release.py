import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import polars as pl
import pyarrow.parquet as pq
import pytest
import yaml
from datasets import Features, get_dataset_config_names, load_dataset
from polars.testing import assert_frame_equal

import visavis.release.build
import visavis.release.parts
from support.paths import CLEAN, ROOT
from visavis import files
from visavis.corpus import reading
from visavis.corpus.articles import THIRD_PARTY
from visavis.dataset.tables import CONFIGS, publishable, tables
from visavis.errors import DataError, UsageError
from visavis.release.build import build
from visavis.release.hub.loading import load
from visavis.release.manifest import MANIFEST, README
from visavis.release.parts import Writer, features, parts


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The public release of this repository's own corpus."""
    return build(ROOT, tmp_path_factory.mktemp("dist"))


def parquet(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.parquet"))


def hashes(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): files.sha256(path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_load_dataset_opens_every_table_with_the_declared_features(release: Path) -> None:
    built = tables(publishable(reading.read(ROOT)))
    assert sorted(get_dataset_config_names(str(release))) == sorted(built)
    for name, table in built.items():
        for split, rows in load_dataset(str(release), name).items():
            expected = features(table.drop("split", strict=False).schema)
            assert rows.features == expected
            (path,) = (release / name).glob(f"{split}-*.parquet")
            assert Features.from_arrow_schema(pq.read_schema(path)) == expected
            assert rows.num_rows == pq.read_metadata(path).num_rows


def test_the_default_table_is_sentences(release: Path) -> None:
    assert load_dataset(str(release), split="train").features["fr_spans"]


def test_the_card_declares_the_features_of_the_files(release: Path) -> None:
    front = yaml.safe_load((release / README).read_text(encoding="utf-8").split("---\n")[1])
    for info in front["dataset_info"]:
        declared = Features._from_yaml_list(info["features"])  # noqa: SLF001 - the form of cards
        for split in info["splits"]:
            (path,) = (release / info["config_name"]).glob(f"{split['name']}-*.parquet")
            assert Features.from_arrow_schema(pq.read_schema(path)) == declared
            assert pq.read_metadata(path).num_rows == split["num_examples"]


def test_the_manifest_tells_every_file(release: Path) -> None:
    manifest = json.loads((release / MANIFEST).read_text(encoding="utf-8"))
    result = hashes(release)
    del result[MANIFEST]
    assert {entry["path"]: entry["sha256"] for entry in manifest["files"]} == result
    rows = {entry["path"]: entry["rows"] for entry in manifest["files"] if "rows" in entry}
    assert rows == {
        str(path.relative_to(release)): pq.read_metadata(path).num_rows for path in parquet(release)
    }


def test_polars_opens_a_release_as_the_corpus_is(release: Path) -> None:
    for name, table in tables(publishable(reading.read(ROOT))).items():
        opened = load(release, name, backend="polars")
        order = sorted({"article", "id", "lang"} & set(table.columns))
        columns = opened.columns
        assert_frame_equal(
            opened.sort(order),
            table.select(columns).with_columns(pl.col("split").cast(pl.String)).sort(order)
            if "split" in columns
            else table.select(columns).sort(order),
        )


def test_a_corpus_folder_opens_like_its_release(release: Path) -> None:
    opened, built = load(ROOT, "beads"), load(release, "beads")
    assert {split: rows.to_list() for split, rows in opened.items()} == {
        split: rows.to_list() for split, rows in built.items()
    }


def test_a_table_that_is_not_there_is_refused(release: Path) -> None:
    with pytest.raises(UsageError, match=r"no table is named 'words'\. Choose among sentences"):
        load(release, "words")
    with pytest.raises(DataError, match="the table 'stances' has no rows"):
        load(CLEAN, "stances")


def five_words(text: str) -> set[str]:
    words = "".join(c.lower() if c.isalnum() else " " for c in text).split()
    return {" ".join(words[i : i + 5]) for i in range(len(words) - 4)}


def everything(folder: Path) -> set[str]:
    """The five-word runs of all that the release says, compressed or not, and of its raw bytes."""
    names: set[str] = set()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            names |= five_words(path.read_bytes().decode("utf-8", errors="replace"))
        if path.suffix == ".parquet":
            names |= five_words(str(pq.read_metadata(path).to_dict()))
            names |= five_words(str(pq.read_schema(path).metadata))
            for column in pq.read_table(path).columns:
                names |= {run for value in column.to_pylist() for run in five_words(str(value))}
    return names


def third_party_runs(folder: Path) -> set[str]:
    """The runs of third-party texts; not those of open texts and of the kb: everybody's."""
    corpus = reading.read(folder)
    closed = corpus.articles.filter(pl.col("rights_fr") == THIRD_PARTY)["id"].to_list()
    is_closed = pl.col("article").is_in(closed)
    theirs, ours = (
        {run for text in corpus.texts.filter(side)["text"] for run in five_words(text)}
        for side in (is_closed, ~is_closed)
    )
    names = corpus.kb.select(pl.concat_list("name_fr", "name_en", "aliases_fr", "aliases_en"))
    known = {run for row in names.to_series() for name in row if name for run in five_words(name)}
    return theirs - ours - known


def test_no_published_byte_holds_five_words_of_a_third_party_text(release: Path) -> None:
    searched = third_party_runs(ROOT)
    assert len(searched) > 1000, "the English of the press articles, at least, is to be looked for"
    result = len(searched & everything(release))
    assert result == 0, "a count, so that the report of a failure does not print them either"


def test_the_search_for_third_party_texts_would_find_them(clean: Path, tmp_path: Path) -> None:
    (clean / "raw/fr/b.txt").write_text("Un texte tiers. Il parle de Mistral.\n", encoding="utf-8")
    private = build(clean, tmp_path, third_party=True)
    assert private.name.endswith("-private")
    assert third_party_runs(clean) <= everything(private)
    assert not third_party_runs(clean) & everything(build(clean, tmp_path))


def test_a_release_built_in_pieces_is_the_release_built_at_once(
    release: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a corpus of more articles than ``LARGE`` is built."""
    monkeypatch.setattr(visavis.release.build, "CHUNK", 4)
    monkeypatch.setattr(visavis.release.build, "LARGE", 0)
    assert hashes(build(ROOT, tmp_path)) == hashes(release)


@pytest.mark.parametrize("pieces", [1, 3, 5])
def test_row_groups_do_not_depend_on_the_pieces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pieces: int
) -> None:
    monkeypatch.setattr(visavis.release.parts, "ROW_GROUP", 21)
    monkeypatch.setattr(visavis.release.parts, "LONG_ROWS", {"articles": 2})
    corpus = reading.read(ROOT)
    ids = corpus.articles["id"].to_list()
    built = [
        tables(part)
        for part in (
            corpus,
            *(corpus.part(ids[i : i + pieces]) for i in range(0, len(ids), pieces)),
        )
    ]
    shipped = []
    for name, sides in (("whole", built[:1]), ("parts", built[1:])):
        (tmp_path / name).mkdir()
        writer = Writer(tmp_path / name)
        for side in sides:
            for part in parts({k: v for k, v in side.items() if not CONFIGS[k].whole}):
                writer.add(part)
        shipped.append(writer.close())
    assert shipped[0] == shipped[1]
    assert hashes(tmp_path / "whole") == hashes(tmp_path / "parts")
    (group, *_) = (item for item in shipped[0] if item.config == "articles")
    assert pq.read_metadata(tmp_path / "whole" / group.path).num_row_groups > 1


BUILD = [sys.executable, "-m", "visavis", "build"]


def test_the_same_corpus_gives_the_same_bytes(release: Path, tmp_path: Path) -> None:
    moved = tmp_path / "another folder"
    names = ["corpus.toml", "raw", "annotations", "dataset_card.md", "CITATION.cff", "LICENSE-DATA"]
    tracked = subprocess.run(
        [shutil.which("git") or "git", "ls-files", *names],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    random.Random(1).shuffle(tracked)  # noqa: S311 - the order in which files are made
    for name in [*tracked, *names]:
        if (ROOT / name).is_file():
            (moved / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, moved / name)
    environment = os.environ | {
        "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "7", "POLARS_MAX_THREADS": "1",
        "OMP_NUM_THREADS": "1",
    }  # fmt: skip
    subprocess.run([*BUILD, "--corpus", str(moved)], env=environment, check=True)
    assert hashes(moved / "dist" / release.name) == hashes(release)


def test_a_build_that_is_killed_leaves_the_old_release_or_the_new_one(
    clean: Path, tmp_path: Path
) -> None:
    old = hashes(build(clean, tmp_path / "old"))
    page = clean / "dataset_card.md"
    page.write_text(page.read_text(encoding="utf-8") + "More.\n", encoding="utf-8")
    new = hashes(build(clean, tmp_path / "new"))
    shutil.copytree(tmp_path / "old", tmp_path / "dist")
    for share in (0.5, 0.8, 0.9, 0.95, 1.0):
        begun = time.monotonic()
        process = subprocess.Popen(
            [*BUILD, "--corpus", str(clean), "--dist", str(tmp_path / "dist")]
        )
        if share == 0.5:
            process.wait()
            took = time.monotonic() - begun
            shutil.rmtree(tmp_path / "dist")
            shutil.copytree(tmp_path / "old", tmp_path / "dist")
            continue
        time.sleep(took * share)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert hashes(tmp_path / "dist" / "clean-0.1.0") in (old, new)


def test_findings_stop_the_build_and_leave_nothing(clean: Path, tmp_path: Path) -> None:
    (clean / "raw/en/b.txt").unlink()
    with pytest.raises(DataError, match=r"raw/en/b\.txt is missing"):
        build(clean, tmp_path / "dist")
    assert not (tmp_path / "dist").exists()
