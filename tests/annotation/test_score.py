"""`visavis score`: equal to its oracles, whatever form the prediction has."""

import csv
import io
import itertools
import json
import math
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nervaluate.entities import Entity
from nervaluate.strategies import ExactEvaluation, StrictEvaluation

from support.paths import ROOT
from visavis.alignment import scores
from visavis.annotation.agreement import Marked, overlap
from visavis.annotation.scoring import score, scored_articles
from visavis.cli import main
from visavis.corpus.layers.beads import AlignedBead
from visavis.corpus.layers.mentions import Mention
from visavis.corpus.schema import frame

LENGTH = 40
Spans = list[tuple[int, int, str]]


@st.composite
def disjoint(draw: st.DrawFn) -> Spans:
    edges = sorted(draw(st.sets(st.integers(0, LENGTH), max_size=10)))
    pairs = zip(edges[::2], edges[1::2], strict=False)
    return [(start, end, draw(st.sampled_from(["PER", "ORG"]))) for start, end in pairs]


documents = st.lists(st.tuples(disjoint(), disjoint()), min_size=1, max_size=4)


def mentions(sides: list[Spans]) -> dict[str, pl.DataFrame]:
    rows = [
        (f"a{n}", 1, msgspec.convert(_row(i, start, end, label), Mention))
        for n, side in enumerate(sides)
        for i, (start, end, label) in enumerate(side)
    ]
    return {"mentions": frame(rows, Mention)}


def _row(number: int, start: int, end: int, label: str) -> dict[str, object]:
    place = {"id": f"m{number}", "lang": "fr", "start": start, "end": end}
    return place | {"type": label, "form": "NAM", "entity": "x"}


@given(documents)
def test_spans_are_scored_as_by_nervaluate(docs: list[tuple[Spans, Spans]]) -> None:
    lengths = {(f"a{n}", "fr"): LENGTH for n in range(len(docs))}
    predicted, gold = mentions([a for a, _ in docs]), mentions([b for _, b in docs])
    table = score(predicted, gold, lengths, {article for article, _ in lengths})
    rows = {row["measure"]: row for row in table.filter(lang="fr").iter_rows(named=True)}
    for measure, evaluation in (("strict", StrictEvaluation), ("boundary", ExactEvaluation)):
        correct = actual = possible = 0
        for a, b in docs:
            item, other = (
                [Entity(label, start, end - 1) for start, end, label in side] for side in (b, a)
            )
            result, _ = evaluation().evaluate(item, other, ["PER", "ORG"])
            correct += result.correct
            actual += result.actual
            possible += result.possible
        _same(rows[measure]["precision"], correct, actual)
        _same(rows[measure]["recall"], correct, possible)
        _same(rows[measure]["f1"], 2 * correct, actual + possible)


def _same(rate: float, part: float, total: float) -> None:
    if total:
        assert math.isclose(rate, part / total, abs_tol=1e-9)
    else:
        assert math.isnan(rate)


def beads(rows: list[tuple[list[int], list[int]]]) -> pl.DataFrame:
    records = [
        AlignedBead(
            id=f"b{n}",
            fr=tuple((i * 10, i * 10 + 10) for i in fr),
            en=tuple((j * 10, j * 10 + 10) for j in en),
            method="manual",
        )
        for n, (fr, en) in enumerate(rows)
    ]
    return frame([("a", 1, record) for record in records], AlignedBead)


def test_beads_are_scored_as_the_aligner_is() -> None:
    gold = [([0], [0]), ([1, 2], [1]), ([3], []), ([4], [2, 3])]
    predicted = [([0], [0]), ([1], [1]), ([2, 3], []), ([4], [2, 3])]
    table = score({"beads": beads(predicted)}, {"beads": beads(gold)}, {}, {"a"})
    counts = scores.score(gold, predicted)
    rows = {row["measure"]: row for row in table.iter_rows(named=True)}
    assert math.isclose(rows["strict"]["f1"], counts.strict_f1)
    assert math.isclose(rows["lax"]["f1"], counts.lax_f1)
    assert 0 < counts.strict_f1 < counts.lax_f1 <= 1


spans = st.lists(
    st.tuples(st.integers(0, 8), st.integers(1, 4)).map(lambda s: (s[0], s[0] + s[1])), max_size=5
)


@given(spans, spans)
def test_overlaps_are_paired_as_often_as_can_be(
    first: list[tuple[int, int]], second: list[tuple[int, int]]
) -> None:
    sides = tuple([Marked(a, b, "X", {}, None) for a, b in side] for side in (first, second))
    counts = overlap([(sides[0], sides[1])], lambda _a, _b: True)
    short, long = sorted((first, second), key=len)
    best = max(
        sum(a[0] < b[1] and b[0] < a[1] for a, b in zip(short, chosen, strict=True))
        for chosen in itertools.permutations(long, len(short))
    )
    assert counts.rows[0][0] == best


def test_an_article_where_nothing_was_predicted_counts() -> None:
    gold, lengths = mentions([[(0, 4, "ORG")], [(0, 4, "ORG")]]), {("a0", "fr"): 9, ("a1", "fr"): 9}
    predicted = mentions([[(0, 4, "ORG")]])
    table = score(predicted, gold, lengths, {"a0", "a1"})
    strict = table.filter(lang="fr", measure="strict").row(0, named=True)
    assert (strict["precision"], strict["recall"]) == (1.0, 0.5)
    assert scored_articles(predicted, gold) == {"a0"}


def run(*words: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["score", *words, "--corpus", str(ROOT)]) == 0
    return capsys.readouterr().out


def test_a_pass_a_folder_and_a_file_give_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    more = ("--layers", "mentions", "--format", "json")
    of_pass = json.loads(run("a", *more, capsys=capsys))
    folder = run(str(ROOT / "annotations/passes/a"), *more, capsys=capsys)
    assert json.loads(folder) == of_pass
    lines = []
    for path in sorted((ROOT / "annotations/passes/a/mentions").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row: dict[str, Any] = json.loads(line)
            lines.append(json.dumps(row | {"article": path.stem, "layer": "mentions"}))
    file = tmp_path / "predicted.jsonl"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert json.loads(run(str(file), *more, capsys=capsys)) == of_pass
    assert of_pass["signature"].startswith("visavis:")


def test_a_worksheet_is_scored_as_the_pass_it_was_printed_from(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = min((ROOT / "annotations/passes/a/mentions").glob("*-*.jsonl")).stem
    assert main(["worksheet", article, "--pass", "a", "--legend", "--corpus", str(ROOT)]) == 0
    sheet = tmp_path / "sheet.txt"
    sheet.write_text("\ufeff" + capsys.readouterr().out, encoding="utf-8")
    more = ("--layers", "mentions", "amounts", "--articles", article, "--format", "json")
    assert run(str(sheet), *more, capsys=capsys) == run("a", *more, capsys=capsys)


def test_the_gold_against_itself_is_right(capsys: pytest.CaptureFixture[str]) -> None:
    table = list(csv.DictReader(io.StringIO(run(str(ROOT), "--format", "csv", capsys=capsys))))
    assert {row["layer"] for row in table} >= {"mentions", "amounts", "beads"}
    assert {float(row["f1"]) for row in table} == {1.0}
    assert len({row["signature"] for row in table}) == 1
    assert float(np.mean([float(row["low"]) for row in table])) == 1.0


@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        (["nowhere"], 2, "'nowhere' is no pass of the corpus"),
        (["a", "--articles", "zz"], 2, "there is no article 'zz'"),
        (["a", "--layers", "flaws"], 2, "no article is in both"),
        (["{bad}"], 1, "bad.jsonl:1: 'article' is missing, or no layer"),
        (["{worse}"], 1, "worse.jsonl:1:"),
        (["{twice}"], 1, "twice.jsonl:2: mentions m1 of 000 is in line 1 already"),
    ],
)
def test_a_wrong_call_is_refused(
    words: list[str],
    status: int,
    message: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "bad.jsonl").write_text('{"layer": "mentions"}\n')
    (tmp_path / "worse.jsonl").write_text('{"layer": "mentions", "article": "000", "id": 1}\n')
    row = _row(1, 0, 4, "ORG") | {"layer": "mentions", "article": "000"}
    (tmp_path / "twice.jsonl").write_text(2 * (json.dumps(row) + "\n"))
    names = {name: str(tmp_path / f"{name}.jsonl") for name in ("bad", "worse", "twice")}
    called = [word.format(**names) for word in words]
    assert main(["score", *called, "--corpus", str(ROOT)]) == status
    assert message in capsys.readouterr().err


def test_agreement_is_printed_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["agree", "a", "b", "--format", "json", "--corpus", str(ROOT)]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert main(["agree", "a", "b", "--format", "csv", "--corpus", str(ROOT)]) == 0
    table = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert len(rows) == len(table)
    assert {row["measure"] for row in rows} >= {"strict", "overlap", "alpha"}
