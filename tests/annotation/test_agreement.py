"""Agreement against its oracles: nervaluate for spans, krippendorff for characters."""

import math
from pathlib import Path

import krippendorff
import msgspec
import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nervaluate.entities import Entity
from nervaluate.strategies import ExactEvaluation, PartialEvaluation, StrictEvaluation

from visavis.annotation import passes
from visavis.annotation.agreement import LINKED, agreement, kappa
from visavis.cli import main
from visavis.corpus import journal, schema
from visavis.corpus.layers.mentions import Mention
from visavis.corpus.layers.stances import Stance
from visavis.errors import DataError

LENGTH = 40
Spans = list[tuple[int, int, str]]


@st.composite
def disjoint(draw: st.DrawFn) -> Spans:
    """Spans in order that do not overlap: on these, nervaluate does not depend on their order."""
    edges = sorted(draw(st.sets(st.integers(0, LENGTH), max_size=10)))
    pairs = zip(edges[::2], edges[1::2], strict=False)
    return [(start, end, draw(st.sampled_from(["PER", "ORG"]))) for start, end in pairs]


documents = st.lists(st.tuples(disjoint(), disjoint()), min_size=1, max_size=4).filter(
    lambda docs: any(a for a, _ in docs) and any(b for _, b in docs)
)


def mention(name: str, start: int, end: int, entity: str, label: str = "ORG") -> Mention:
    row = {"id": name, "lang": "fr", "start": start, "end": end, "type": label, "form": "NAM"}
    return msgspec.convert(row | {"entity": entity}, Mention)


def stance(**given: object) -> Stance:
    row = {"id": "s1", "lang": "fr", "start": 10, "end": 15, "holder": "m1", "target": "m2"}
    row |= {"attitude": "desire", "polarity": "positive", "factuality": "CT+"}
    return msgspec.convert(row | given, Stance)


def layer(sides: list[Spans]) -> dict[str, pl.DataFrame]:
    rows = [
        (f"a{n}", 1, mention(f"m{i}", start, end, "x", label))
        for n, side in enumerate(sides)
        for i, (start, end, label) in enumerate(side)
    ]
    return {"mentions": schema.frame(rows, Mention)}


def measured(docs: list[tuple[Spans, Spans]]) -> dict[str, float]:
    lengths = {(f"a{n}", "fr"): LENGTH for n in range(len(docs))}
    articles = {article for article, _ in lengths}
    table = agreement(layer([a for a, _ in docs]), layer([b for _, b in docs]), lengths, articles)
    return dict(table.filter(pl.col("lang") == "fr").select("measure", "value").iter_rows())


def oracle(evaluation: type, docs: list[tuple[Spans, Spans]], *, labelled: bool = True) -> float:
    """F1 of nervaluate over documents, from the sum of its counts; its ends are inclusive."""
    good = total = 0
    for a, b in docs:
        first, second = (
            [Entity(label if labelled else "X", start, end - 1) for start, end, label in side]
            for side in (a, b)
        )
        result, _ = evaluation().evaluate(first, second, ["PER", "ORG", "X"])
        good += result.correct + result.partial
        total += result.actual + result.possible
    return 2 * good / total


@given(documents)
def test_spans_agree_as_nervaluate_finds(docs: list[tuple[Spans, Spans]]) -> None:
    result = measured(docs)
    assert result["strict"] == pytest.approx(oracle(StrictEvaluation, docs), abs=1e-9)
    assert result["boundary"] == pytest.approx(oracle(ExactEvaluation, docs), abs=1e-9)
    entries = [[(s, e, "PER") for s, e, _ in side] for doc in docs for side in doc]
    alike = list(zip(entries[::2], entries[1::2], strict=True))
    expected = oracle(PartialEvaluation, docs, labelled=False)
    assert measured(alike)["overlap"] == pytest.approx(expected, abs=1e-9)


@given(documents)
def test_characters_agree_as_krippendorff_finds(docs: list[tuple[Spans, Spans]]) -> None:
    painted = [np.full(LENGTH * len(docs), 0) for _ in range(2)]
    for n, doc in enumerate(docs):
        for coder, side in zip(painted, doc, strict=True):
            for start, end, label in side:
                coder[n * LENGTH + start : n * LENGTH + end] = {"PER": 1, "ORG": 2}[label]
    result = measured(docs)["alpha"]
    if len({*painted[0], *painted[1]}) == 1:
        assert math.isnan(result)
    else:
        expected = krippendorff.alpha(np.array(painted), level_of_measurement="nominal")
        assert result == pytest.approx(expected, abs=1e-9)


def test_kappa_of_a_known_table() -> None:
    # Cohen (1960), table 1: proportions of three categories by two judges, kappa .492
    joint = np.array([0.44, 0.05, 0.01, 0.07, 0.20, 0.03, 0.09, 0.05, 0.06])
    assert kappa(joint) == pytest.approx(0.4921875, abs=5e-3)
    assert math.isnan(kappa(np.zeros(4)))


@given(documents)
def test_agreement_is_symmetric_and_whole_with_itself(docs: list[tuple[Spans, Spans]]) -> None:
    result, turned = measured(docs), measured([(b, a) for a, b in docs])
    for measure in ("strict", "boundary", "alpha", "linked"):
        assert result[measure] == pytest.approx(turned[measure], nan_ok=True)
    alone = measured([(a, a) for a, _ in docs if a])
    assert {alone[name] for name in ("strict", "boundary", "overlap", "linked")} == {1.0}


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (stance(), 1.0),
        (stance(holder="m3"), 1.0),
        (stance(holder="m2"), 0.0),
        (stance(polarity="negative"), 0.0),
        (stance(start=14, end=20), 1.0),
        (stance(start=15, end=20), 0.0),
        (stance(target=None, target_span=(30, 36)), 1.0),
        (stance(target=None, target_span=(36, 40)), 0.0),
        (stance(attitude="intention"), 1.0),
    ],
)
def test_stances_are_linked_by_holder_target_and_polarity(other: Stance, expected: float) -> None:
    places = {"m1": (0, "openai"), "m2": (30, "microsoft"), "m3": (20, "openai")}
    mentions = [mention(name, start, start + 5, entity) for name, (start, entity) in places.items()]
    names = schema.frame([("a", 1, row) for row in mentions], Mention)
    layers = [
        {"mentions": names, "stances": schema.frame([("a", 1, row)], Stance)}
        for row in (stance(), other)
    ]
    table = agreement(layers[0], layers[1], {("a", "fr"): 50}, ["a"])
    linked = table.filter((pl.col("layer") == "stances") & (pl.col("measure") == "linked"))
    assert linked["value"].to_list() == [expected]


def test_an_interval_holds_its_value_and_does_not_change() -> None:
    docs = [([(0, 5, "PER"), (7, 9, "ORG")], [(0, 5, "PER"), (8, 9, "ORG")])] * 3
    docs += [([(0, 4, "PER")], [(0, 4, "PER")])]
    lengths = {(f"a{n}", "fr"): LENGTH for n in range(4)}
    sides = layer([a for a, _ in docs]), layer([b for _, b in docs])
    table = agreement(*sides, lengths, {name for name, _ in lengths})
    strict = table.filter(pl.col("measure") == "strict").row(0, named=True)
    assert strict["low"] <= strict["value"] <= strict["high"]
    assert strict["low"] < strict["high"]
    assert table.equals(agreement(*sides, lengths, {name for name, _ in lengths}))


def test_every_layer_of_the_passes_has_its_links() -> None:
    assert set(LINKED) == {"mentions", "amounts", "attributions", "conditionals", "stances"}


def test_an_article_where_one_pass_found_nothing_counts() -> None:
    both = [(0, 5, "PER")]
    assert measured([(both, both), (both, [])])["strict"] == pytest.approx(2 / 3)
    assert measured([(both, [])])["strict"] == 0
    assert measured([(both, [])])["alpha"] <= 0
    assert measured([([], [])]) == {}


def test_characters_of_articles_without_spans_count() -> None:
    spans = [(0, 5, "PER")]
    few, many = measured([(spans, [(0, 8, "PER")])]), measured([(spans, [(0, 8, "PER")]), ([], [])])
    assert many["alpha"] > few["alpha"]
    assert many["strict"] == few["strict"]


def test_a_span_outside_its_text_is_refused_by_name() -> None:
    with pytest.raises(DataError, match=r"a0 \(fr\): mentions \[38:41\] is not inside the 40 char"):
        measured([([(38, 41, "PER")], [])])
    assert measured([([(38, 40, "PER")], [])])["strict"] == 0


def pass_of(folder: Path, name: str, articles: dict[str, list[Mention]]) -> None:
    made = passes.Pass(id=name, annotator="human", made="2026-01-01", guidelines="none")
    rows = {("mentions", article): spans for article, spans in articles.items()}
    journal.change(folder, "test", passes.contents(made, rows))


def test_agree_counts_articles_with_an_empty_file(
    clean: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    span = mention("m1", 0, 4, "x")
    pass_of(clean, "one", {"a": [span], "b": [span]})
    pass_of(clean, "two", {"a": [span], "b": []})
    pass_of(clean, "none", {"b": []})
    pass_of(clean, "other", {"a": []})
    agree = ["agree", "--corpus", str(clean)]
    assert main([*agree, "one", "two"]) == 0
    assert "| mentions | fr | strict | 0.667 |" in capsys.readouterr().out
    assert main([*agree, "one", "none"]) == 0
    assert "| mentions | fr | strict | 0.000 |" in capsys.readouterr().out
    assert main([*agree, "none", "other"]) == 2
    assert "no article is in both" in capsys.readouterr().err


def test_agree_names_what_it_cannot_measure(
    clean: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pass_of(clean, "one", {"a": [mention("m1", 0, 9999, "x")], "b": [mention("m1", 0, 4, "x")]})
    agree = ["agree", "--corpus", str(clean), "one", "one"]
    assert main(agree) == 1
    assert "a (fr): mentions [0:9999] is not inside" in capsys.readouterr().err
    (clean / "annotations/beads/b.jsonl").unlink()
    (clean / "raw/fr/b.txt").unlink(missing_ok=True)
    pass_of(clean, "one", {"b": [mention("m1", 0, 4, "x")]})
    pass_of(clean, "one", {"a": [mention("m1", 0, 4, "x")]})
    assert main(agree) == 1
    assert "b (fr): mentions [0:4] is not inside the 0 characters" in capsys.readouterr().err
