"""``visavis align`` as a process."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

LINES = [
    {
        "id": "b",
        "fr": ["Le chat dort.", "Il est 12 heures."],
        "en": ["The cat sleeps.", "It is 12."],
    },
    {"id": "a", "fr": [], "en": ["Alone."]},
]


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "visavis", "align", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def batch(tmp_path: Path) -> Path:
    path = tmp_path / "pairs.jsonl"
    path.write_text("\n".join(map(json.dumps, LINES)) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("options", [(), ("--method", "length"), ("--alone",), ("--no-lexicon",)])
def test_beads_come_in_the_order_of_the_lines(batch: Path, options: tuple[str, ...]) -> None:
    result = run("--batch", batch, *options)
    assert (result.returncode, result.stderr) == (0, "")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row["id"] for row in rows] == ["b", "a"]
    assert rows[1]["beads"] == [[[], [0]]]
    assert [len(row["confidence"]) for row in rows] == [len(row["beads"]) for row in rows]
    assert rows[0]["beads"] == [[[0], [0]], [[1], [1]]]


def test_other_languages(batch: Path) -> None:
    assert run("--batch", batch, "--langs", "de-fr").returncode == 0


def test_the_review_queue_shows_the_sentences(batch: Path) -> None:
    result = run("--batch", batch, "--review", "1")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(row["id"], row["bead"], row["type"]) for row in rows] == [
        ("b", 0, "1-1"),
        ("b", 1, "1-1"),
        ("a", 0, "0-1"),
    ]
    assert rows[0]["fr"] == {"0": "Le chat dort."}
    assert run("--batch", batch, "--review", "0").stdout == ""


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "not JSON"),
        ("[1]", "not an object"),
        ('{"id": "x", "fr": []}', "not an object"),
        ('{"id": 3, "fr": [], "en": []}', "not a string"),
        ('{"id": "x", "fr": "Oui.", "en": []}', "not a list"),
        ('{"id": "x", "fr": [1], "en": []}', "not a list"),
        ('{"id": "x", "fr": [], "en": [], "anchors": [[1]]}', "pairs of numbers"),
        ('{"id": "x", "fr": [], "en": [], "anchors": [[1, 1]]}', "cross"),
        ('{"id": "b", "fr": [], "en": []}', "that of line 1"),
        ('{"id": "\\ud800", "fr": [], "en": []}', "half a character"),
        ('{"id": "x", "fr": ["\\ud83d"], "en": []}', "half a character"),
        ('\ufeff{"id": "x", "fr": [], "en": []}', "byte order mark"),
    ],
)
def test_a_malformed_line_is_named(batch: Path, line: str, reason: str) -> None:
    with batch.open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    result = run("--batch", batch)
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith(f"visavis align: {batch}:3: ")
    assert reason in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "options",
    [("--batch", "/no/such/file"), ("--limits", "0", "3"), ("--review", "7"), ("--langs", "x")],
)
def test_misuse_exits_with_2(batch: Path, options: tuple[str, ...]) -> None:
    result = run(*(() if options[0] == "--batch" else ("--batch", batch)), *options)
    assert result.returncode == 2
    assert "Traceback" not in result.stderr


def test_a_line_that_is_not_utf8_is_named(batch: Path) -> None:
    batch.write_bytes(batch.read_bytes() + b'{"id": "x", "fr": ["\xe9"], "en": []}\n')
    result = run("--batch", batch)
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith(f"visavis align: {batch}:3: not UTF-8")


def test_a_batch_and_articles_are_not_asked_for_together(batch: Path) -> None:
    result = run("some-article", "--batch", batch)
    assert (result.returncode, result.stdout) == (2, "")
    assert "some-article" in result.stderr
