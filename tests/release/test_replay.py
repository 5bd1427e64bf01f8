"""Changelogs from anybody: replayed, they write the release that they name, or nothing."""

import json
import shutil
from pathlib import Path
from typing import Any

import msgspec
import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from support.hostile import HOSTILE, JSON, everything
from visavis.cli import main
from visavis.errors import DataError, UsageError, VisavisError
from visavis.files import sha256
from visavis.release.changes import decode, encode
from visavis.release.diff import Edition, diff, replay
from visavis.release.editions import read
from visavis.release.restoring import restore

DIGEST = "0" * 64


@pytest.fixture(scope="module")
def edition(tiny: Path) -> Edition:
    return read(tiny)


def grown(edition: Edition) -> Edition:
    """The edition with a file, a row and a cell more, so that its changelog has every kind."""
    articles = edition.tables["articles"]
    added = articles.with_columns(id=pl.lit("u"), title=pl.lit(None, pl.String))
    tables = {"articles": pl.concat([articles.with_columns(title=pl.lit("T")), added])}
    return Edition(edition.name, "9.0.0", DIGEST, tables, {**edition.files, "NOTES.md": "Notes.\n"})


@pytest.mark.parametrize("path", [path for path in HOSTILE if path])
def test_a_hostile_path_of_a_file_or_table_is_not_written(
    edition: Edition, tmp_path: Path, path: str
) -> None:
    for item in (
        Edition("x", "1.0.0", DIGEST, edition.tables, {path: "theirs"}),
        Edition("x", "1.0.0", DIGEST, {path: edition.tables["articles"]}, {}),
    ):
        if item.tables is not edition.tables and path in {"a", "a" * 201, ".gitattributes"}:
            continue
        with pytest.raises(DataError, match="Nothing is written"):
            restore(item, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "path", ["../canary.txt", "{home}/canary.txt", "articles/../../canary.txt"]
)
def test_a_hostile_changelog_overwrites_nothing(
    tiny: Path, edition: Edition, tmp_path: Path, capsys: pytest.CaptureFixture[str], path: str
) -> None:
    canary = tmp_path / "canary.txt"
    canary.write_text("mine", encoding="utf-8")
    path = path.format(home=tmp_path)
    files = {**edition.files, path: "theirs"}
    log = tmp_path / "log.jsonl"
    log.write_bytes(encode(diff(edition, Edition("x", "1.0.0", DIGEST, edition.tables, files))))
    before = everything(tmp_path)
    assert main(["diff", str(tiny), "--replay", str(log), str(tmp_path / "out")]) == 1
    assert "is not a path inside a release" in capsys.readouterr().err
    assert everything(tmp_path) == before


def test_a_release_of_another_digest_is_not_put_in_place(edition: Edition, tmp_path: Path) -> None:
    wrong = Edition(edition.name, edition.version, DIGEST, edition.tables, edition.files)
    with pytest.raises(DataError, match=rf"has the digest {edition.digest}, not {DIGEST}"):
        restore(wrong, tmp_path / "out")
    none = Edition(edition.name, edition.version, "", edition.tables, edition.files)
    with pytest.raises(DataError, match="the changelog has no digest"):
        restore(none, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []
    assert read(restore(edition, tmp_path / "out")).digest == edition.digest


@pytest.mark.parametrize("kind", ["a folder of work", "a file", "a link", "a release and a note"])
def test_what_is_no_release_is_not_replaced(
    tiny: Path, edition: Edition, tmp_path: Path, kind: str
) -> None:
    out = tmp_path / "out"
    if kind == "a folder of work":
        (out / "raw").mkdir(parents=True)
        (out / "raw" / "a.txt").write_text("mine", encoding="utf-8")
    elif kind == "a file":
        out.write_text("mine", encoding="utf-8")
    elif kind == "a link":
        out.symlink_to(shutil.copytree(tiny, tmp_path / "copy"))
    else:
        shutil.copytree(tiny, out)
        (out / "note.txt").write_text("mine", encoding="utf-8")
    before = everything(tmp_path)
    with pytest.raises(UsageError, match="Nothing was changed"):
        restore(edition, out)
    assert everything(tmp_path) == before


def nodes(value: Any) -> list[tuple[Any, Any]]:  # noqa: ANN401 - a tree of JSON
    """Every place in a tree of JSON: its container and key."""
    items = list(value.items()) if isinstance(value, dict) else []
    items += list(enumerate(value)) if isinstance(value, list) else []
    return [(value, key) for key, _ in items] + [place for _, v in items for place in nodes(v)]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_changelog_changed_anywhere_is_replayed_or_refused(
    edition: Edition, tmp_path: Path, data: st.DataObject
) -> None:
    lines = [json.loads(line) for line in encode(diff(edition, grown(edition))).splitlines()]
    for _ in range(data.draw(st.integers(1, 3))):
        place, key = data.draw(st.sampled_from(nodes(lines)))
        if data.draw(st.booleans()):
            place[key] = data.draw(JSON)
        else:
            del place[key]
            break
    log = b"".join(msgspec.json.encode(line) + b"\n" for line in lines)
    before = everything(tmp_path)
    try:
        restore(replay(edition, decode(log, "log")), tmp_path / "out")
    except VisavisError:
        assert everything(tmp_path) == before
        return
    shutil.rmtree(tmp_path / "out")


def test_the_changelog_of_the_property_test_is_right(edition: Edition) -> None:
    new = grown(edition)
    again = replay(edition, decode(encode(diff(edition, new)), "log"))
    assert again.files == new.files
    assert again.tables["articles"].equals(new.tables["articles"])
    assert sha256(b"") != DIGEST
