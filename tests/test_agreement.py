"""Agreement against its oracles: nervaluate for spans, krippendorff for characters."""

import math

import krippendorff
import msgspec
import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nervaluate.entities import Entity
from nervaluate.strategies import ExactEvaluation, PartialEvaluation, StrictEvaluation

from visavis.annotation.agreement import LINKED, agreement, kappa
from visavis.corpus import schema
from visavis.corpus.layers.mentions import Mention
from visavis.corpus.layers.stances import Stance

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
    table = agreement(layer([a for a, _ in docs]), layer([b for _, b in docs]), lengths)
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
    found = measured(docs)
    assert found["strict"] == pytest.approx(oracle(StrictEvaluation, docs), abs=1e-9)
    assert found["boundary"] == pytest.approx(oracle(ExactEvaluation, docs), abs=1e-9)
    one = [[(s, e, "PER") for s, e, _ in side] for doc in docs for side in doc]
    alike = list(zip(one[::2], one[1::2], strict=True))
    expected = oracle(PartialEvaluation, docs, labelled=False)
    assert measured(alike)["overlap"] == pytest.approx(expected, abs=1e-9)


@given(documents)
def test_characters_agree_as_krippendorff_finds(docs: list[tuple[Spans, Spans]]) -> None:
    docs = [(a, b) for a, b in docs if a or b]
    painted = [np.full(LENGTH * len(docs), 0) for _ in range(2)]
    for n, doc in enumerate(docs):
        for coder, side in zip(painted, doc, strict=True):
            for start, end, label in side:
                coder[n * LENGTH + start : n * LENGTH + end] = {"PER": 1, "ORG": 2}[label]
    found = measured(docs)["alpha"]
    if len({*painted[0], *painted[1]}) == 1:
        assert math.isnan(found)
    else:
        expected = krippendorff.alpha(np.array(painted), level_of_measurement="nominal")
        assert found == pytest.approx(expected, abs=1e-9)


def test_kappa_of_a_known_table() -> None:
    # Cohen (1960), table 1: proportions of three categories by two judges, kappa .492
    joint = np.array([0.44, 0.05, 0.01, 0.07, 0.20, 0.03, 0.09, 0.05, 0.06])
    assert kappa(joint) == pytest.approx(0.4921875, abs=5e-3)
    assert math.isnan(kappa(np.zeros(4)))


@given(documents)
def test_agreement_is_symmetric_and_whole_with_itself(docs: list[tuple[Spans, Spans]]) -> None:
    found, turned = measured(docs), measured([(b, a) for a, b in docs])
    for measure in ("strict", "boundary", "alpha", "linked"):
        assert found[measure] == pytest.approx(turned[measure], nan_ok=True)
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
    passes = [
        {"mentions": names, "stances": schema.frame([("a", 1, row)], Stance)}
        for row in (stance(), other)
    ]
    table = agreement(passes[0], passes[1], {("a", "fr"): 50})
    linked = table.filter((pl.col("layer") == "stances") & (pl.col("measure") == "linked"))
    assert linked["value"].to_list() == [expected]


def test_an_interval_holds_its_value_and_does_not_change() -> None:
    docs = [([(0, 5, "PER"), (7, 9, "ORG")], [(0, 5, "PER"), (8, 9, "ORG")])] * 3
    docs += [([(0, 4, "PER")], [(0, 4, "PER")])]
    lengths = {(f"a{n}", "fr"): LENGTH for n in range(4)}
    passes = layer([a for a, _ in docs]), layer([b for _, b in docs])
    table = agreement(*passes, lengths)
    strict = table.filter(pl.col("measure") == "strict").row(0, named=True)
    assert strict["low"] <= strict["value"] <= strict["high"]
    assert strict["low"] < strict["high"]
    assert table.equals(agreement(*passes, lengths))


def test_every_layer_of_the_passes_has_its_links() -> None:
    assert set(LINKED) == {"mentions", "amounts", "attributions", "conditionals", "stances"}
