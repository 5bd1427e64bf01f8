"""``visavis check`` as a process: formats, statuses, waivers, baselines, streams."""

import csv
import io
import json
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

import fastjsonschema
import pytest

from support.paths import ROOT
from visavis.cli import main
from visavis.validation.pairs.checks import CHECKS

GOOD = "Le chat dort.\tThe cat is asleep.\n"
BAD = "Le groupe a levé 13 milliards de dollars en juin.\tThe group raised $13 million in June.\n"


class Result(NamedTuple):
    """What a call printed, and its status."""

    returncode: int
    stdout: str
    stderr: str


def run(*args: str, text: str = "") -> Result:
    """Call the command line in this process: most tests need no process of their own."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="\n") for _ in range(2))
    sys.stdin = io.TextIOWrapper(io.BytesIO(text.encode()), "utf-8")
    try:
        with redirect_stdout(out), redirect_stderr(err):
            status = main(["check", *args])
    except SystemExit as stop:
        status = int(stop.code or 0)
    finally:
        sys.stdin = sys.__stdin__
    for stream in (out, err):
        stream.flush()
    return Result(status, *(s.buffer.getvalue().decode() for s in (out, err)))


def process(*args: str, text: str = "") -> Result:
    """Call the command as users do."""
    result = subprocess.run(
        [sys.executable, "-m", "visavis", "check", *args],
        input=text,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return Result(result.returncode, result.stdout, result.stderr)


def test_statuses_of_a_process(tmp_path: Path) -> None:
    assert process("-", "--langs", "fr-en", text=GOOD).returncode == 0
    result = process("-", "--langs", "fr-en", "--format", "jsonl", text=BAD)
    assert result.returncode == 1
    assert json.loads(result.stdout)["check"] == "amount"
    assert process(str(tmp_path / "no.tsv")).returncode == 2


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "pairs.tsv"
    path.write_text(GOOD + BAD, encoding="utf-8")
    return path


def test_json_lines(table: Path) -> None:
    result = run(str(table), "--langs", "fr-en", "--format", "jsonl")
    (row,) = map(json.loads, result.stdout.splitlines())
    assert result.returncode == 1
    assert (row["segment"], row["check"], row["severity"]) == (2, "amount", "error")
    assert (row["source"], row["target"]) == ([17, 40], [17, 28])
    assert 0.6 <= row["probability"] <= 1
    assert row["message"]
    assert "1 findings in 2 pairs" in result.stderr


def test_several_bilingual_files_are_read_one_by_one(table: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.csv"
    other.write_text('"Le chat dort, et rêve.","The cat is asleep, and dreams."\n', "utf-8")
    result = run(str(other), str(table), "--format", "jsonl")
    (row,) = map(json.loads, result.stdout.splitlines())
    assert (row["path"], row["segment"]) == (str(table), 2)
    assert "in 3 pairs" in result.stderr


def test_status_0_where_nothing_is_found(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text(GOOD, encoding="utf-8")
    result = run(str(path))
    assert (result.returncode, result.stdout) == (0, "")


@pytest.mark.parametrize(
    "args",
    [[], ["no.tsv"], ["a.docx"], ["-", "--langs", "de-fr"], ["-", "--precision", "2"],
     ["-", "--jobs", "0"], ["-", "--columns", "1"], ["-", "--write-baseline"],
     ["-", "--only", "nothing"], ["--explain", "nothing"], ["-", "--waivers", "no.waivers"]],
)  # fmt: skip
def test_status_2_for_misuse(args: list[str]) -> None:
    result = run(*args, text=GOOD)
    assert result.returncode == 2
    assert result.stderr
    assert "Traceback" not in result.stderr


def test_standard_input() -> None:
    result = run("-", text=BAD)
    assert result.returncode == 1
    lines = result.stdout.splitlines()
    assert lines[0].startswith("standard input:1: segment 1: the value differs")
    assert lines[2].strip("^ ") == ""
    assert lines[2].index("^") == lines[1].index("13 milliards")


def test_text_shows_a_long_segment_where_it_differs(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    words = "et puis encore " * 20
    path.write_text(f"{words}{BAD.replace(chr(9), chr(9) + 'and then again ' * 20)}", "utf-8")
    lines = run(str(path), "--langs", "fr-en", "--only", "amount").stdout.splitlines()
    assert "13 milliards" in lines[1]
    assert max(map(len, lines[1:])) < 120


def test_sarif_is_what_its_schema_says(table: Path) -> None:
    schema = json.loads((ROOT / "tests" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    log = json.loads(run(str(table), "--format", "sarif").stdout)
    fastjsonschema.compile(schema)(log)
    assert [r["ruleId"] for r in log["runs"][0]["results"]] == ["amount"]


def test_junit_has_a_case_for_each_check(table: Path) -> None:
    suite = ET.fromstring(run(str(table), "--format", "junit").stdout)  # noqa: S314 - our own
    assert len(suite) == len(CHECKS)
    assert suite.get("failures") == "1"


def test_github_csv_and_html(table: Path) -> None:
    github = run(str(table), "--format", "github").stdout
    assert github.startswith(f"::error file={table},line=2,title=amount")
    rows = list(csv.DictReader(run(str(table), "--format", "csv").stdout.splitlines()))
    assert [(row["segment"], row["check"], row["source_start"]) for row in rows] == [
        ("2", "amount", "17")
    ]
    page = run(str(table), "--format", "html").stdout
    assert "<mark>13 milliards de dollars</mark>" in page
    assert page.endswith("</html>\n")


def test_html_escapes_the_texts(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text(BAD.replace("Le groupe", "<script>Le groupe"), encoding="utf-8")
    page = run(str(path), "--format", "html", "--langs", "fr-en").stdout
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_waivers_beside_the_file(table: Path) -> None:
    (row,) = map(json.loads, run(str(table), "--format", "jsonl").stdout.splitlines())
    waivers = table.with_name("pairs.tsv.waivers")
    waivers.write_text(f"# accepted\n{row['fingerprint']}\tamount\tas the client wrote\n", "utf-8")
    result = run(str(table))
    assert result.returncode == 0
    assert "1 accepted" in result.stderr
    table.write_text(GOOD, encoding="utf-8")
    assert "meets no finding" in run(str(table)).stderr
    waivers.write_text("half a line\n", encoding="utf-8")
    assert run(str(table)).returncode == 2


def test_waivers_in_the_file(table: Path) -> None:
    table.write_text(BAD.rstrip("\n") + "\tvisavis: waive amount\n", encoding="utf-8")
    assert run(str(table)).returncode == 0


def test_a_baseline_replaces_no_other_file(table: Path) -> None:
    before = table.read_bytes()
    answer = run(str(table), "--baseline", str(table), "--write-baseline")
    assert (answer.returncode, table.read_bytes()) == (2, before)
    assert "the file is there and is no baseline. Nothing was changed" in answer.stderr


def test_a_baseline_accepts_what_is_old(table: Path, tmp_path: Path) -> None:
    baseline = tmp_path / "baseline.json"
    assert run(str(table), "--baseline", str(baseline), "--write-baseline").returncode == 0
    assert "milliards" not in baseline.read_text(encoding="utf-8")
    assert run(str(table), "--baseline", str(baseline)).returncode == 0
    table.write_text(GOOD + BAD + BAD.replace("13", "14"), encoding="utf-8")
    assert run(str(table), "--baseline", str(baseline)).returncode == 1
    baseline.write_text("[]", encoding="utf-8")
    assert run(str(table), "--baseline", str(baseline)).returncode == 2


def test_a_file_that_is_wrong_is_told_with_its_place(table: Path) -> None:
    table.write_text(f"{GOOD}alone\n", encoding="utf-8")
    result = run(str(table), "--langs", "fr-en")
    assert result.returncode == 2
    assert "pairs.tsv:2: 1 columns. Write the text, a tab and its translation" in result.stderr


def test_precision_all_and_only(table: Path) -> None:
    assert run(str(table), "--precision", "1").returncode == 0
    everything = run(str(table), "--all", "--format", "jsonl").stdout.splitlines()
    assert len(everything) >= 1
    assert run(str(table), "--only", "date").returncode == 0


def test_explain(table: Path) -> None:
    assert run("--explain", "amount").stdout.startswith("amount (error)")
    assert all(name in run("--explain", "all").stdout for name in CHECKS)
    assert run(str(table), "--quiet").stdout == ""


def test_several_processes(table: Path) -> None:
    item, two = (run(str(table), "--jobs", jobs, "--format", "jsonl").stdout for jobs in "12")
    assert item == two
