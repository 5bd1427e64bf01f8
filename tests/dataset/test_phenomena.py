"""Phenomena: the counts are those of the files, and the parts give the whole."""

import json
from collections import Counter

import polars as pl
import pytest
from hypothesis import given

from support.paths import ROOT
from support.strategies import corpora
from visavis.corpus import model, reading
from visavis.corpus.model import Corpus
from visavis.dataset.phenomena import USES, phenomena

WHOLE = reading.read(ROOT)


def french(article: str, layer: str) -> list[dict[str, object]]:
    path = ROOT / model.layer_path(article, layer)
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [row for row in rows if row["lang"] == "fr"]


@pytest.mark.parametrize("article", ["mistral-asml", "musk-edito", "windsurf", "003"])
def test_the_counts_are_those_of_the_files(article: str) -> None:
    (row,) = phenomena(WHOLE).filter(pl.col("article") == article).to_dicts()
    uses = Counter(str(amount["use"]) for amount in french(article, "conditionals"))
    assert {use: row[use.replace("_", " ")] for use in USES} == {use: uses[use] for use in USES}
    stances = french(article, "stances")
    assert row["stances"] == len(stances)
    assert row["stances negated"] == sum("negated" in amount for amount in stances)
    assert row["stances on condition"] == sum("condition" in amount for amount in stances)
    amounts = french(article, "amounts")
    bounds = [amount for amount in amounts if amount.get("comparator") in ("gt", "ge", "lt", "le")]
    assert (row["amounts"], row["bounds"]) == (len(amounts), len(bounds))
    by_key = {amount["id"]: amount.get("parent") for amount in french(article, "attributions")}
    depths = Counter(depth(by_key, name) for name in by_key)
    assert (row["said two deep"], row["said three deep"]) == (
        depths[2],
        sum(number for deep, number in depths.items() if deep > 2),
    )


def depth(said: dict[object, object], name: object) -> int:
    return 1 if said[name] is None else 1 + depth(said, said[name])


def test_what_is_read_off_the_words_is_null_where_they_are_not() -> None:
    closed = WHOLE.part(["mistral-asml"])
    closed = Corpus(closed.articles, closed.texts.clear(), closed.layers, closed.kb, closed.facts)
    (row,) = phenomena(closed).to_dicts()
    assert [row[name] for name in ("in words", "names elided", "percentage points")] == [None] * 3
    (present,) = phenomena(WHOLE.part(["mistral-asml"])).to_dicts()
    assert present["names elided"] == 9
    assert present["amounts"] == row["amounts"]


@given(corpora())
def test_the_parts_are_the_whole(whole: Corpus) -> None:
    parts = [phenomena(whole.part([article])) for article in whole.articles["id"]]
    assert pl.concat(parts).equals(phenomena(whole))
