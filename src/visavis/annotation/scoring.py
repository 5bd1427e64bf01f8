"""Score predicted annotations against gold: precision, recall and F1, with intervals.

The measures of spans are those of ``agreement``: *strict*, *boundary*, *overlap*, *linked*. Amounts
have *value* too: they overlap and have the same value, bound and unit, whatever their offsets.
Beads are scored as ``alignment.scores`` says, *strict* and *lax*.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from visavis.alignment import scores
from visavis.annotation.agreement import (
    LINKED,
    Counts,
    Sides,
    check_inside,
    f1,
    marked,
    matches,
    overlap,
)
from visavis.corpus.layers import LAYERS, SPAN_LAYERS
from visavis.languages import LANGS

if TYPE_CHECKING:
    from numpy.typing import NDArray

Layers = Mapping[str, pl.DataFrame]

COLUMNS = {
    "layer": pl.String,
    "lang": pl.String,
    "measure": pl.String,
    "precision": pl.Float64,
    "recall": pl.Float64,
    "f1": pl.Float64,
    "low": pl.Float64,
    "high": pl.Float64,
    "predicted": pl.Int64,
    "gold": pl.Int64,
}


def score(  # noqa: PLR0913 - two sides, what bounds them, and two choices
    predicted: Layers,
    gold: Layers,
    lengths: Mapping[tuple[str, str], int],
    articles: Iterable[str],
    *,
    only: Collection[str] | None = None,
    seed: int = 0,
) -> pl.DataFrame:
    """Score the layers that both sides have.

    Args:
        predicted: the layers of the prediction: tables with article and the record's columns.
        gold: those of the gold.
        lengths: characters of each text, by article and language.
        articles: the articles to score; one in which a side has nothing counts too.
        only: the layers to score; the others are needed for what their ids refer to.
        seed: of the bootstrap over articles, which gives ``low`` and ``high`` of F1.

    Returns:
        A row a layer, language and measure; columns ``COLUMNS``.

    Raises:
        DataError: a span does not lie in its text.
    """
    ids = sorted(articles)
    wanted = set(LAYERS) if only is None else set(only)
    spans_of = [{k: v for k, v in side.items() if k in SPAN_LAYERS} for side in (predicted, gold)]
    rows = list[tuple[object, ...]]()
    for layer in LINKED:
        if layer not in wanted or not all(layer in side for side in spans_of):
            continue
        for lang in LANGS:
            spans = [marked(layers, layer, lang) for layers in spans_of]
            sides = [(spans[0].get(id_, []), spans[1].get(id_, [])) for id_ in ids]
            check_inside(layer, lang, ids, sides, [lengths.get((id_, lang), 0) for id_ in ids])
            for measure, counts in _measures(layer, sides).items():
                rows.append((layer, lang, measure, *_rates(counts, seed)))
    if "beads" in wanted and "beads" in predicted and "beads" in gold:
        rows += _beads(predicted["beads"], gold["beads"], ids, seed)
    return pl.DataFrame(rows, COLUMNS, orient="row")


def _measures(layer: str, sides: Sequence[Sides]) -> dict[str, Counts]:
    measures = matches(layer, sides)
    if layer == "amounts":
        names = LINKED[layer]
        measures["value"] = overlap(
            sides, lambda a, b: all(a.values[name] == b.values[name] for name in names)
        )
    return measures


def _rates(counts: Counts, seed: int) -> tuple[object, ...]:
    """Return precision, recall, F1, its interval, and how many spans each side has."""
    matched, predicted, gold = (float(number) for number in counts.rows.sum(0))
    nothing = float("nan")
    precision = matched / predicted if predicted else nothing
    recall = matched / gold if gold else nothing
    total = f1(np.array([matched, predicted, gold]))
    return precision, recall, total, *counts.interval(seed), int(predicted), int(gold)


def _beads(
    predicted: pl.DataFrame, gold: pl.DataFrame, articles: Sequence[str], seed: int
) -> list[tuple[object, ...]]:
    sums = [
        scores.score(_groups(gold, article), _groups(predicted, article)) for article in articles
    ]
    rows = np.array(sums, float)
    measures = {
        "strict": ("strict", "strict_found", "strict_f1"),
        "lax": ("lax", "lax_found", "lax_f1"),
    }

    result = list[tuple[object, ...]]()
    total = scores.Counts(*map(int, rows.sum(0)))
    for measure, (right, values, rate) in measures.items():
        counts = Counts(rows, lambda row, rate=rate: _rate(row, rate))  # type: ignore[misc]
        precision = getattr(total, right) / total.predicted if total.predicted else float("nan")
        recall = getattr(total, values) / total.gold if total.gold else float("nan")
        interval = counts.interval(seed)
        sizes = (total.predicted, total.gold + total.nulls)
        result.append(
            ("beads", None, measure, precision, recall, getattr(total, rate), *interval, *sizes)
        )

    return result


def _rate(row: "NDArray[np.float64]", rate: str) -> float:
    return float(getattr(scores.Counts(*map(int, row)), rate))


def _groups(beads: pl.DataFrame, article: str) -> list[tuple[list[int], list[int]]]:
    """Return the beads of an article with the start of each sentence as its number."""
    rows = beads.filter(pl.col("article") == article).select("fr", "en").iter_rows()
    return [(sorted(s["start"] for s in fr), sorted(s["start"] for s in en)) for fr, en in rows]


def scored_articles(predicted: Layers, gold: Layers) -> set[str]:
    """Return the articles in which both sides have rows of some layer."""
    sides = (
        {*chain.from_iterable(table["article"].unique() for table in layers.values())}
        for layers in (predicted, gold)
    )
    first, second = sides
    return first & second
