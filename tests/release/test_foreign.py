"""Data sets that are no release of ours: what differs, with a key, an id or neither."""

import json
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.hub_clients import made
from support.loopback import Hub
from visavis.cli import main
from visavis.errors import DataError, UsageError
from visavis.release import foreign
from visavis.release.changes import Cells, Change, Row
from visavis.release.hub import publish
from visavis.release.page import differences

OLD = pl.DataFrame({"id": [1, 2, 3], "text": ["un", "deux", "trois"], "label": [0, 1, 0]})
NEW = pl.DataFrame({"id": [1, 3, 4], "text": ["un", "Trois", "quatre"], "label": [0, 0, 1]})


def stored(
    folder: Path, table: pl.DataFrame, path: str = "data/train-00000-of-00001.parquet"
) -> Path:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    table.write_parquet(folder / path)
    return folder


def sides(
    tmp_path: Path, old: pl.DataFrame, new: pl.DataFrame
) -> tuple[foreign.Source, foreign.Source]:
    folders = stored(tmp_path / "old", old), stored(tmp_path / "new", new)
    return foreign.of_folder(folders[0]), foreign.of_folder(folders[1])


def rows(changes: list[Change]) -> list[tuple[Cells, Cells | None, Cells | None]]:
    return [(row.key, row.old, row.new) for row in changes if isinstance(row, Row)]


def test_rows_are_told_apart_by_a_column_that_is_an_id(tmp_path: Path) -> None:
    changes = foreign.compare(*sides(tmp_path, OLD, NEW))
    assert rows(changes) == [
        ({"id": 2}, {"id": 2, "text": "deux", "label": 1, "split": "train"}, None),
        ({"id": 3}, {"text": "trois"}, {"text": "Trois"}),
        ({"id": 4}, None, {"id": 4, "text": "quatre", "label": 1, "split": "train"}),
    ]
    assert foreign.summary(changes).splitlines()[1:] == [
        "- default: 1 rows added, 1 rows removed, 1 rows changed: text (1)"
    ]


def test_an_id_that_comes_twice_is_none(tmp_path: Path) -> None:
    old, new = (table.with_columns(id=pl.lit(7)) for table in (OLD, NEW))
    changes = foreign.compare(*sides(tmp_path, old, new))
    assert [(key, bool(before), bool(after)) for key, before, after in rows(changes)] == [
        ({}, True, False), ({}, True, False), ({}, False, True), ({}, False, True),
    ]  # fmt: skip
    assert foreign.compare(*sides(tmp_path, old, old.reverse()))[1:] != []


def test_a_key_that_is_named_is_taken_and_must_be_there(tmp_path: Path) -> None:
    pair = sides(tmp_path, OLD, NEW)
    changes = foreign.compare(*pair, ["text"])
    assert [key["text"] for key, _, _ in rows(changes)] == ["deux", "trois", "Trois", "quatre"]
    with pytest.raises(UsageError, match=r"--key: default: has no column 'word'"):
        foreign.compare(*pair, ["word"])


def test_columns_and_tables_come_and_go(tmp_path: Path) -> None:
    old = stored(stored(tmp_path / "old", OLD), OLD, "ner/test.parquet")
    new = stored(tmp_path / "new", OLD.rename({"label": "tag"}).cast({"id": pl.String}))
    assert foreign.summary(
        foreign.compare(foreign.of_folder(old), foreign.of_folder(new))
    ).splitlines()[1:] == [
        "- default: the column id was Int64, is String",
        "- default: the column label is gone",
        "- default: the column tag is new",
        "- default: 3 rows changed: label (3), tag (3)",
        "- ner: the table is gone, 3 rows",
    ]


def test_values_of_any_type_are_compared(tmp_path: Path) -> None:
    old = pl.DataFrame({"id": ["a"], "image": [b"old"], "day": ["2026-01-01"], "n": [[1.5]]})
    new = pl.DataFrame({"id": ["a"], "image": [b"new!"], "day": ["2026-01-02"], "n": [[-0.0]]})
    dated = [table.with_columns(pl.col("day").str.to_date()) for table in (old, new)]
    changes = foreign.compare(*sides(tmp_path, dated[0], dated[1]))
    assert foreign.summary(changes).endswith("1 rows changed: image (1), day (1), n (1)\n")
    ((_, _, after),) = rows(changes)
    assert after is not None
    assert after["image"].startswith("4 bytes, sha256 ")
    assert "2026-01-" in differences.page(changes, foreign.summary(changes))


@given(old=st.lists(st.integers(0, 3)), new=st.lists(st.integers(0, 3)))
def test_without_a_key_rows_are_compared_as_a_bag(
    old: list[int], new: list[int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("bag")
    tables = [pl.DataFrame({"value": side}, {"value": pl.Int64}) for side in (old, new)]
    changes = rows(foreign.compare(*sides(folder, tables[0], tables[1])))
    gone = [before["value"] for _, before, after in changes if before and after is None]
    come = [after["value"] for _, before, after in changes if after and before is None]
    assert len(gone) + len(come) == len(changes)
    assert sorted([*new, *gone]) == sorted([*old, *come])
    assert not set(gone) & set(come)


def test_what_is_no_data_set_is_refused(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    with pytest.raises(UsageError, match="has no Parquet file"):
        foreign.of_folder(tmp_path / "old")
    (tmp_path / "old" / "a.parquet").write_bytes(b"PAR1")
    source = foreign.of_folder(tmp_path / "old")
    with pytest.raises(DataError, match=r"a\.parquet: no Parquet file"):
        foreign.compare(source, foreign.of_folder(stored(tmp_path / "new", NEW)))
    for paths in (["README.md"], ["../a.parquet"], ["/etc/a.parquet"]):
        with pytest.raises(DataError):
            foreign.of_listing("x/y", "main", dict.fromkeys(paths, "0"), lambda _: tmp_path)


def test_the_command_compares_a_release_of_ours_with_other_files_on_the_hub(
    hub: Hub, tiny: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    publish.publish(tiny, "x/tiny")
    publish.publish(made(tmp_path / "second", "Un autre texte.\n", "0.2.0"), "x/tiny")
    folder = stored(tmp_path / "other", OLD, "articles/train-0.parquet")
    assert main(["diff", "x/tiny@0.1.0", str(folder)]) == 0
    assert "- articles: 3 rows added" in capsys.readouterr().out
    assert main(["diff", "hub:x/tiny@0.1.0", "@main", "--key", "id"]) == 2
    assert main(["diff", str(folder), str(folder), "--key", "id"]) == 0
    assert capsys.readouterr().out == f"{folder} -> {folder}: no difference\n"
    assert main(["diff", "x/tiny@0.1.0", "@0.2.0", "--json"]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[0])["versions"] == ["0.1.0", "0.2.0"]
    assert hub.tags("x/tiny").keys() == {"v0.1.0", "v0.2.0"}
