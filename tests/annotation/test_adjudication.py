import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec
import pytest

from support.paths import CLEAN, ROOT
from visavis.annotation import passes
from visavis.annotation.adjudication import (
    RULINGS,
    Ruling,
    differences,
    key,
    merged,
    recorded,
    undecided,
)
from visavis.annotation.passes import PASSES
from visavis.corpus import journal
from visavis.corpus.layers.attributions import Attribution
from visavis.corpus.layers.mentions import Mention
from visavis.corpus.reading import read_rows
from visavis.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from visavis.corpus.records import Span

INFO = '{"id":"%s","annotator":"human","made":"2026","guidelines":"none"}\n'


@pytest.fixture
def passed(clean: Path) -> Path:
    """The clean corpus with two passes of its mentions that differ in two French spans."""
    for name in ("one", "two"):
        folder = clean / PASSES / name
        shutil.copytree(CLEAN / "annotations/mentions", folder / "mentions")
        (folder / "pass.jsonl").write_text(INFO % name)
    path = clean / PASSES / "two/mentions/a.jsonl"
    rows = [msgspec.json.decode(line) for line in path.read_bytes().splitlines()]
    french = [row for row in rows if row["lang"] == "fr"]
    french[0]["form"] = "NOM"
    french[1]["start"] += 4
    french[1]["id"] = "m9"
    path.write_bytes(b"".join(msgspec.json.encode(row) + b"\n" for row in rows))
    return clean


def found(folder: Path) -> list[Ruling]:
    names = "one", "two"
    return differences(names, *(passes.read(folder, name) for name in names))


def test_every_difference_is_found_once(passed: Path) -> None:
    entries = [(r.article, r.lang, r.differs, r.only) for r in found(passed)]
    assert entries == [
        ("a", "fr", ("form",), None),
        ("a", "fr", (), "first"),
        ("a", "fr", (), "second"),
    ]


def test_ids_may_differ(clean: Path, passed: Path) -> None:
    path = passed / PASSES / "two/mentions/b.jsonl"
    path.write_text(path.read_text().replace('"m1"', '"m7"'))
    assert {ruling.article for ruling in found(clean)} == {"a"}


def test_rulings_are_kept_when_the_list_is_made_anew(passed: Path) -> None:
    first = found(passed)
    ruled = [msgspec.structs.replace(first[1], kept="first", rule="M2")]
    assert undecided(first, ruled) == [first[0], ruled[0], first[2]]


def test_rulings_on_other_passes_stay(passed: Path) -> None:
    other = msgspec.structs.replace(found(passed)[0], passes=("three", "four"), kept="first")
    assert recorded(("one", "two"), found(passed), [other]) == [*found(passed), other]


def test_articles_of_one_pass_alone_are_no_difference(passed: Path) -> None:
    for path in (passed / PASSES / "two").glob("*/a.jsonl"):
        path.unlink()
    assert found(passed) == []


def adjudicate(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "visavis", "adjudicate", "one", "two", "--corpus", str(folder)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_command_fails_until_all_is_ruled(passed: Path) -> None:
    run = adjudicate(passed)
    assert (run.returncode, run.stdout.count("\n")) == (1, 3)
    path = passed / RULINGS
    path.write_text(path.read_text().replace("}\n", ',"kept":"first","rule":"M1"}\n'))
    assert adjudicate(passed).returncode == 0
    assert {ruling.rule for ruling in read_rows(path, Ruling)} == {"M1"}


def test_an_unknown_pass_is_refused(clean: Path) -> None:
    with pytest.raises(UsageError, match="Passes: none"):
        passes.read(clean, "three")


@pytest.mark.skipif(not (ROOT / RULINGS).is_file(), reason="no passes are adjudicated yet")
def test_every_difference_of_our_passes_is_ruled_by_a_rule() -> None:
    ruled = read_rows(ROOT / RULINGS, Ruling)
    pairs = sorted({ruling.passes for ruling in ruled})
    ours = [
        ruling
        for names in pairs
        for ruling in differences(names, *(passes.read(ROOT, name) for name in names))
    ]
    assert ("a", "b") in pairs
    assert [key(ruling) for ruling in ruled] == [key(ruling) for ruling in ours]
    assert all(ruling.kept and ruling.rule for ruling in ruled)


def test_what_agrees_is_merged_and_the_rest_waits(passed: Path) -> None:
    first, second = (passes.rows(passed, name) for name in ("one", "two"))
    place = "mentions", "a"
    undone = merged(first, second, found(passed))
    assert [span.lang for span in undone[place]] == ["en", "en"]
    assert merged(first, first, []) == first


def test_rulings_choose_the_row_and_the_second_keeps_its_words(passed: Path) -> None:
    first, second = (passes.rows(passed, name) for name in ("one", "two"))
    place = "mentions", "a"
    theirs = [msgspec.structs.replace(ruling, kept="second") for ruling in found(passed)]
    ours = [msgspec.structs.replace(ruling, kept="first") for ruling in found(passed)]
    neither = [msgspec.structs.replace(ruling, kept="neither") for ruling in found(passed)]
    assert merged(first, second, ours) == first
    places = [(span.lang, span.start, span.end) for span in merged(first, second, theirs)[place]]
    assert places == [(span.lang, span.start, span.end) for span in second[place]]
    assert [span.lang for span in merged(first, second, neither)[place]] == ["en", "en"]
    ids = [span.id for span in merged(first, second, theirs)[place]]
    assert len(ids) == len({(span.id, span.lang) for span in merged(first, second, theirs)[place]})


def test_references_follow_the_ids_of_the_first_pass() -> None:
    def mention(name: str, start: int) -> Mention:
        return Mention(id=name, lang="fr", start=start, end=start + 2, type="ORG", form="NAM")

    def cue(name: str, source: str, start: int) -> Attribution:
        return Attribution(id=name, lang="fr", start=start, end=start + 1, source=source)

    mentions, cues = ("mentions", "a"), ("attributions", "a")
    first = {mentions: [mention("m1", 0)]}
    second: dict[tuple[str, str], Sequence[Span]] = {
        mentions: [mention("m7", 0), mention("m1", 5)],
        cues: [cue("t1", "m7", 8), cue("t2", "m1", 10)],
    }
    spans: list[tuple[Literal["mentions", "attributions"], int, int]] = [
        ("mentions", 5, 7),
        ("attributions", 8, 9),
        ("attributions", 10, 11),
    ]
    rulings = [
        Ruling(
            passes=("x", "y"),
            article="a",
            layer=layer,
            lang="fr",
            start=start,
            end=end,
            kept="second",
        )
        for layer, start, end in spans
    ]
    done = merged(first, second, rulings)
    ids = [span.id for span in done[mentions]]
    assert ids[0] == "m1"
    assert len(set(ids)) == 2
    assert [msgspec.to_builtins(span)["source"] for span in done[cues]] == ids


def test_the_command_merges_into_a_pass_of_a_program(passed: Path) -> None:
    command = [sys.executable, "-m", "visavis", "adjudicate", "one", "two", "--corpus"]
    assert subprocess.run([*command, str(passed), "--into", "one"], check=False).returncode == 2
    assert subprocess.run([*command, str(passed), "--into", "gold"], check=False).returncode == 1
    assert passes.info(passed, "gold").annotator == "program"
    assert set(passes.read(passed, "gold")["mentions"]["lang"]) == {"en", "fr"}


def test_what_one_pass_alone_found_in_an_article_is_a_difference(clean: Path) -> None:
    span = Mention(id="m1", lang="fr", start=0, end=4, type="ORG", form="NAM")
    for name, rows in (("one", [span]), ("two", [])):
        made = passes.Pass(id=name, annotator="human", made="2026-01-01", guidelines="none")
        journal.change(clean, "test", passes.contents(made, {("mentions", "a"): rows}))
    (ruling,) = differences(("one", "two"), *(passes.read(clean, n) for n in ("one", "two")))
    assert (ruling.article, ruling.start, ruling.end, ruling.only) == ("a", 0, 4, "first")
