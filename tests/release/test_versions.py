"""The version that follows from a difference, and the build that demands it."""

import json
import runpy
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.mutations import MUTATIONS, Mutation, changed
from support.paths import ROOT
from visavis.cli import main
from visavis.corpus.records import encode as encode_records
from visavis.corpus.semver import LEVELS, Level, Version
from visavis.errors import DataError, UsageError
from visavis.release import build as release
from visavis.release import editions
from visavis.release.build import Published
from visavis.release.changes import decode, encode
from visavis.release.diff import NOTHING, Edition, diff, inverse, replay
from visavis.release.manifest import RELEASES
from visavis.release.versions import KINDS, differences, level, summary


@pytest.fixture(scope="module")
def edition() -> Edition:
    """This repository's own corpus as a release."""
    return release.edition(ROOT)


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda m: m.name)
def test_the_version_follows_and_the_changelog_replays(
    edition: Edition, mutation: Mutation
) -> None:
    new = changed(edition, mutation)
    log = decode(encode(diff(edition, new)), "changelog")
    assert level(differences(log)) == mutation.level, summary(log)
    forth, back = replay(edition, log), replay(new, inverse(log))
    assert all(forth.tables[name].equals(table) for name, table in new.tables.items())
    assert all(back.tables[name].equals(table) for name, table in edition.tables.items())


BY_LEVEL = [m for m in MUTATIONS if m.table in ("ner_fr", "ner_en", "sentences")]
LESSER = [m for m in MUTATIONS if m.level in ("none", "patch", "minor")]


@pytest.mark.filterwarnings("ignore::hypothesis.errors.HypothesisWarning")  # an edition is large
@given(
    st.sampled_from([*BY_LEVEL, *MUTATIONS]),
    st.lists(st.sampled_from(LESSER), max_size=4, unique_by=lambda mutation: mutation.table),
)
def test_a_difference_is_hidden_by_no_lesser_one(
    edition: Edition, mutation: Mutation, others: list[Mutation]
) -> None:
    new = changed(edition, mutation)
    for other in others:
        if other.table != mutation.table and LEVELS.index(other.level) < LEVELS.index(
            mutation.level
        ):
            new = changed(new, other)
    assert level(differences(diff(edition, new))) == mutation.level


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        (["O", "O"], ["B-ORG", "O"], "filled"),
        (["B-ORG", "O"], ["O", "O"], "withdrawn"),
        (["B-ORG", "O"], ["B-LOC", "O"], "label-changed"),
        (["B-ORG", "O"], ["O", "B-ORG"], "label-changed"),
        (["B-ORG"], ["B-ORG", "O"], "label-changed"),
    ],
)
def test_tags_that_come_are_filled_in(old: list[str], new: list[str], kind: str) -> None:
    tables = [
        pl.DataFrame({"article": ["a"], "id": ["a:b1"], "tags": [tags]}) for tags in (old, new)
    ]
    editions = [Edition("x", "1.0.0", "", {"ner_fr": table}, {}) for table in tables]
    assert [item.kind for item in differences(diff(*editions))] == [kind]


def test_every_kind_of_difference_is_shown_by_a_mutation(edition: Edition) -> None:
    names = {
        item.kind
        for mutation in MUTATIONS
        for item in differences(diff(edition, changed(edition, mutation)))
    }
    assert set(KINDS) - names <= {"computed-anew"}
    assert len(MUTATIONS) >= 40


@pytest.mark.parametrize(
    ("demanded", "lowest"),
    [("none", "0.9.3"), ("patch", "0.9.4"), ("minor", "0.10.0"), ("major", "1.0.0")],
)
def test_the_version_that_follows(demanded: Level, lowest: str) -> None:
    assert str(Version.of("0.9.3").following(demanded)) == lowest


def test_versions_are_compared_as_they_follow() -> None:
    ordered = ["0.9.9", "0.10.0", "1.0.0-alpha.9", "1.0.0-beta.1", "1.0.0-rc.2", "1.0.0-rc.10"]
    ordered += ["1.0.0", "1.0.1-rc.1", "1.0.1"]
    assert sorted({*ordered}, key=Version.of) == ordered
    assert [str(Version.of(text)) for text in ordered] == ordered
    assert Version.of("1.0.0-rc.1").final == Version.of("1.0.0")


@pytest.mark.parametrize(
    "text", ["1.2", "v1.2.3", "01.2.3", "1.2.3-", "1.2.3-rc", "1.2.3-rc.01", "1.2.3-x.1"]
)
def test_what_is_no_version_is_refused(text: str) -> None:
    with pytest.raises(DataError, match=r"is not like 1\.2\.3 or 1\.2\.3-rc\.1"):
        Version.of(text)


def test_the_documents_have_the_table() -> None:
    page = (ROOT / "docs" / "versions.md").read_text(encoding="utf-8")
    benchmark = runpy.run_path(str(ROOT / "benchmarks" / "versions.py"))
    assert benchmark["kinds"]() in page
    assert all(f"| {mutation.name} | {mutation.level} |" in page for mutation in MUTATIONS)


def edit(corpus: Path, old: str, new: str) -> None:
    page = corpus / "dataset_card.md"
    page.write_text(page.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_build_refuses_a_version_that_is_too_low(clean: Path, tmp_path: Path) -> None:
    old = release.build(clean, tmp_path / "old")
    kb = clean / "annotations/kb.jsonl"
    kb.write_text(kb.read_text(encoding="utf-8").replace("Paris", "Paname"), encoding="utf-8")
    for low in ("0.1.0", "0.0.9"):
        edit(clean, "version: 0.1.0", f"version: {low}")
        with pytest.raises(DataError, match=f"version {low} is too low.*kb.*0.1.1 or higher"):
            release.build(clean, tmp_path / "new", previous=old)
        edit(clean, f"version: {low}", "version: 0.1.0")
    assert not list((tmp_path / "new").glob("clean*"))
    edit(clean, "version: 0.1.0", "version: 0.1.1")
    new = release.build(clean, tmp_path / "new", previous=old)
    text = (new / "CHANGELOG.md").read_text(encoding="utf-8")
    assert text.startswith("# Changelog\n\n## 0.1.1\n\nA patch change since 0.1.0:\n\n- patch: ")
    assert text.endswith("\n## 0.1.0\n\nThe first release.\n")
    edit(clean, "version: 0.1.1", "version: 3.0.0")
    release.build(clean, tmp_path / "new", previous=old)


def test_the_previous_release_is_the_one_that_is_remembered(clean: Path, tmp_path: Path) -> None:
    old = release.build(clean, tmp_path / "dist")
    manifest = json.loads((old / "manifest.json").read_text(encoding="utf-8"))
    remembered = Published(version="0.1.0", sha256=manifest["sha256"])
    (clean / RELEASES).write_bytes(encode_records([remembered]))
    edit(clean, "# Clean", "# Cleaner")
    with pytest.raises(DataError, match=r"version 0\.1\.0 is published already, with other bytes"):
        release.build(clean, tmp_path / "dist")
    edit(clean, "version: 0.1.0", "version: 0.2.0")
    with pytest.raises(UsageError, match=r"is not there\. Name its folder with --previous"):
        release.build(clean, tmp_path / "elsewhere")
    new = release.build(clean, tmp_path / "dist")
    assert "A patch change since 0.1.0" in (new / "CHANGELOG.md").read_text(encoding="utf-8")
    with pytest.raises(UsageError, match=r"not release 0\.1\.0"):
        release.build(clean, tmp_path / "dist", previous=new)


def test_diff_prints_and_replays_the_bytes_of_a_release(
    clean: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = release.build(clean, tmp_path / "old")
    edit(clean, "version: 0.1.0", "version: 1.0.0")
    rows = clean / "annotations/mentions/a.jsonl"
    rows.write_text(rows.read_text(encoding="utf-8").replace('"LOC"', '"ORG"'), encoding="utf-8")
    kb = clean / "annotations/kb.jsonl"
    kb.write_text(kb.read_text(encoding="utf-8").replace('"LOC"', '"ORG"'), encoding="utf-8")
    new = release.build(clean, tmp_path / "new", previous=old)
    assert main(["diff", str(old), str(clean)]) == 0
    text = capsys.readouterr().out
    assert text.startswith("clean 0.1.0 -> clean 1.0.0: major; the next version is 1.0.0 or higher")
    assert "label-changed" in text
    assert main(["diff", str(old), str(new), "--json"]) == 0
    log = tmp_path / "log.jsonl"
    log.write_text(capsys.readouterr().out, encoding="utf-8")
    forth, back = tmp_path / "forth", tmp_path / "back"
    assert main(["diff", str(old), "--replay", str(log), str(forth)]) == 0
    assert main(["diff", str(new), "--replay", str(log), str(back), "--back"]) == 0
    for made, expected in ((forth, new), (back, old)):
        by_key = {p.relative_to(made): p.read_bytes() for p in made.rglob("*") if p.is_file()}
        assert by_key == {
            p.relative_to(expected): p.read_bytes() for p in expected.rglob("*") if p.is_file()
        }
    assert main(["diff", str(new), "--replay", str(log), str(tmp_path / "no")]) == 1
    assert not (tmp_path / "no").exists()
    assert main(["diff", str(new)]) == 2
    assert diff(NOTHING, editions.read(old))
