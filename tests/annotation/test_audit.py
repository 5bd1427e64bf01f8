"""Audits: what is planted can be seen, what is read is scored, and the intervals are exact."""

import json
import math
import re
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.paths import ROOT
from visavis.annotation import audit
from visavis.annotation.audit import Answer, Key, rate
from visavis.cli import main
from visavis.corpus.reading import read_rows
from visavis.errors import DataError


def keys(planted: int, others: int, layer: str = "amounts") -> list[Key]:
    kinds = ["value"] * planted + [None] * others
    return [
        Key(card=n, article="a", layer=layer, id=f"x{n}", planted=kind)
        for n, kind in enumerate(kinds, start=1)
    ]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("audit") / "made"
    words = ["--cards", "120", "--planted", "40", "--seed", "7", "--corpus", str(ROOT)]
    assert main(["audit", "make", str(made), *words]) == 0
    return made


def test_cards_are_of_all_layers_and_blind(folder: Path) -> None:
    key = read_rows(folder / "key.jsonl", Key)
    assert {row.layer for row in key} == set(audit.AUDITED)
    assert sum(row.planted is not None for row in key) == 40
    sheet = (folder / "cards.txt").read_text(encoding="utf-8")
    assert [int(n) for n in re.findall(r"^== card (\d+)", sheet, re.MULTILINE)] == list(
        range(1, 121)
    )
    assert "planted" not in sheet.removeprefix(audit.HEAD)
    by_layer = [sum(row.layer == layer for row in key) for layer in audit.AUDITED]
    assert max(by_layer) - min(by_layer) <= 1


def test_the_same_seed_draws_the_same_cards(folder: Path, tmp_path: Path) -> None:
    words = ["--cards", "120", "--planted", "40", "--corpus", str(ROOT)]
    assert main(["audit", "make", str(tmp_path / "b"), *words, "--seed", "7"]) == 0
    assert main(["audit", "make", str(tmp_path / "c"), *words, "--seed", "8"]) == 0
    first = (folder / "cards.txt").read_bytes()
    assert (tmp_path / "b" / "cards.txt").read_bytes() == first
    assert (tmp_path / "c" / "cards.txt").read_bytes() != first


def test_a_planted_card_differs_from_the_gold(folder: Path) -> None:
    sheet = (folder / "cards.txt").read_text(encoding="utf-8")
    cards = {int(block.split()[0]): block for block in sheet.split("== card ")[1:]}
    assert main(["audit", "make", str(folder.parent / "plain"), "--cards", "120", "--planted", "0",
                 "--seed", "7", "--corpus", str(ROOT)]) == 0  # fmt: skip
    plain = (folder.parent / "plain" / "cards.txt").read_text(encoding="utf-8")
    head = ("== ", "#", "verdict")
    lines = {line for line in plain.splitlines() if not line.startswith(head)}
    for row in read_rows(folder / "key.jsonl", Key):
        body = [
            x for x in cards[row.card].splitlines()[1:] if x and not x.startswith(("#", "verdict"))
        ]
        if row.planted is None:
            assert set(body) <= lines, row
        else:
            damaged = [line for line in body if line not in lines]
            assert damaged or row.layer == "beads", row


def test_a_reader_who_sees_all_is_scored(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key = {row.card: row for row in read_rows(folder / "key.jsonl", Key)}
    filled = tmp_path / "filled.txt"
    number = 0

    def verdict(_: re.Match[str]) -> str:
        nonlocal number
        number += 1
        return "verdict wrong: damaged" if key[number].planted else "verdict right"

    sheet = (folder / "cards.txt").read_text(encoding="utf-8")
    filled.write_text("\ufeff" + re.sub(r"^verdict ", verdict, sheet, flags=re.MULTILINE), "utf-8")
    assert main(["audit", "read", str(folder), "--sheet", str(filled)]) == 0
    capsys.readouterr()
    assert main(["audit", "score", str(folder), "--format", "json"]) == 0
    rows = {row["layer"]: row for row in json.loads(capsys.readouterr().out)}
    assert (rows["all"]["planted"], rows["all"]["seen"]) == (40, 40)
    assert (rows["all"]["others"], rows["all"]["wrong"]) == (80, 0)
    assert math.isclose(rows["all"]["seen_low"], 0.025 ** (1 / 40), abs_tol=1e-9)
    assert math.isclose(rows["all"]["wrong_high"], 1 - 0.025 ** (1 / 80), abs_tol=1e-9)
    assert main(["audit", "make", str(folder), "--corpus", str(ROOT)]) == 2
    assert "is there already" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("sheet", "message"),
    [
        ("== card 1  amounts\nverdict \n", "a.txt:2: card 1 has no verdict"),
        ("== card 1  amounts\nverdict maybe\n", "Write right, wrong or unclear"),
        ("verdict right\n", "card None has no verdict"),
    ],
)
def test_a_sheet_without_verdicts_is_refused(sheet: str, message: str) -> None:
    with pytest.raises(DataError, match=re.escape(message)):
        audit.read(sheet, "a.txt")


def test_answers_of_other_cards_are_refused() -> None:
    with pytest.raises(DataError, match="cards and answers are not the same: 2"):
        audit.score(keys(1, 1), [Answer(card=1, verdict="right")])
    twice = [Answer(card=1, verdict="right")] * 2
    with pytest.raises(DataError, match="doubled"):
        audit.score(keys(0, 1), twice)


@given(st.integers(1, 60), st.data())
def test_the_interval_is_that_of_clopper_and_pearson(total: int, data: st.DataObject) -> None:
    part = data.draw(st.integers(0, total))
    result = rate([True] * part + [False] * (total - part))

    def chance_of(hits: range, chance: float) -> float:
        terms = (math.comb(total, k) * chance**k * (1 - chance) ** (total - k) for k in hits)
        return math.fsum(terms)

    assert 0 <= result.low <= part / total <= result.high <= 1
    assert part == 0 or math.isclose(
        chance_of(range(part, total + 1), result.low), 0.025, rel_tol=1e-6
    )
    assert part == total or math.isclose(
        chance_of(range(part + 1), result.high), 0.025, rel_tol=1e-6
    )


def test_too_many_cards_are_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    words = [str(tmp_path / "x"), "--cards", "9", "--planted", "10", "--corpus", str(ROOT)]
    assert main(["audit", "make", *words]) == 1
    assert "Ask for fewer" in capsys.readouterr().err
    assert not (tmp_path / "x").exists()
    assert msgspec.json.encode(keys(1, 0)[0]).startswith(b'{"card":1')
