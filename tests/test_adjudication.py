import shutil
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from conftest import CLEAN, ROOT
from visavis import passes
from visavis.adjudication import RULINGS, Ruling, differences, key, undecided
from visavis.corpus import read_rows
from visavis.errors import UsageError
from visavis.passes import PASSES

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
    return differences(passes.read(folder, "one"), passes.read(folder, "two"))


def test_every_difference_is_found_once(passed: Path) -> None:
    said = [(r.article, r.lang, r.differs, r.only) for r in found(passed)]
    assert said == [
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
    ours = differences(passes.read(ROOT, "a"), passes.read(ROOT, "b"))
    assert [key(ruling) for ruling in ruled] == [key(ruling) for ruling in ours]
    assert all(ruling.kept and ruling.rule for ruling in ruled)
