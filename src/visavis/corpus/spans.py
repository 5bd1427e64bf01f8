"""Spans in their sentences: where each lies, and which of nested ones are outermost."""

from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from visavis.corpus.model import Corpus
from visavis.languages import LANGS

if TYPE_CHECKING:
    from numpy.typing import NDArray

KEYS = ["article", "lang"]


def sides(corpus: Corpus) -> pl.DataFrame:
    """The side of each bead in each language, in reading order.

    Columns article, lang, bead, start, end: from the first sentence of the side to the last. A
    side without sentences has no row.
    """
    beads = corpus.layers["beads"]
    rows = [
        beads.filter(pl.col(lang).list.len() > 0).select(
            "article",
            pl.lit(lang, pl.Enum(LANGS)).alias("lang"),
            pl.col("id").alias("bead"),
            pl.col(lang).list.first().struct.field("start"),
            pl.col(lang).list.last().struct.field("end"),
        )
        for lang in LANGS
    ]
    return pl.concat(rows)


def locate(spans: pl.DataFrame, places: pl.DataFrame, column: str) -> pl.DataFrame:
    """``spans`` with the ``column`` of the place in which each lies wholly, or null.

    Adds ``column`` and ``origin``, the start of that place; needs columns article, lang, start and
    end on both sides. Of places that begin together the last is taken. Rows keep their order.
    """
    (span, start, end), (place, begun, limit) = _on_line(spans, places)
    order = np.argsort(place + begun, kind="stable")
    at = np.searchsorted((place + begun)[order], span + start, side="right") - 1
    holds = (np.append(place[order], _NONE)[at] == span) & (
        end <= np.append(limit[order], _NONE)[at]
    )
    chosen = pl.DataFrame({"at": np.append(order, 0)[at], "holds": holds}).select(
        pl.when("holds").then("at")
    )["at"]
    return spans.with_columns(
        places[column].gather(chosen), places["start"].gather(chosen).alias("origin")
    )


def inside(spans: pl.DataFrame, holders: pl.DataFrame) -> pl.Series:
    """Whether each of ``spans`` lies in one of ``holders``, which may nest or cross."""
    (span, start, end), (holder, begun, limit) = _on_line(spans, holders)
    order = np.argsort(holder + begun)
    reach = np.append(np.maximum.accumulate((holder + limit)[order]), _NONE)
    at = np.searchsorted((holder + begun)[order], span + start, side="right") - 1
    return pl.Series("inside", (reach[at] >= span + end) & (span >= 0))


def _on_line(spans: pl.DataFrame, places: pl.DataFrame) -> "list[NDArray[np.int64]]":
    """For spans and for places: where the text of each row begins, and its start and end in it.

    All texts of ``places`` are laid on one line; a text that has none lies before them.
    """
    texts = places.select(KEYS).unique().with_row_index("text")
    names = ("text", "start", "end")
    numbered = [
        rows.select(*KEYS, "start", "end").join(texts, on=KEYS, how="left", maintain_order="left")
        for rows in (spans, places)
    ]
    return [
        rows.select(pl.col(name).cast(pl.Int64).fill_null(-1) for name in names).to_numpy().T
        * [[_LONGEST], [1], [1]]
        for rows in numbered
    ]


_NONE = -(2**40)
"""A place that is before all texts."""

_LONGEST = 2**32
"""More code points than a text has: offsets are 32-bit numbers."""


def in_order(spans: pl.DataFrame, *place: str) -> pl.DataFrame:
    """``spans`` sorted by ``place``, start and falling end, with what is before each in its place.

    Adds begun and before, the start and end of the span before it, and reached, the furthest end
    of all before it; null for the first of a place.
    """
    rising = [*place, "start"]
    rows = spans.sort(*rising, "end", descending=[False] * len(rising) + [True])
    first = pl.any_horizontal(pl.col(name).ne_missing(pl.col(name).shift(1)) for name in place)
    base = first.cum_sum().cast(pl.Int64) * _LONGEST
    reached = (base + pl.col("end")).cum_max().shift(1) - base
    before = {
        "begun": pl.col("start").shift(1),
        "before": pl.col("end").shift(1),
        "reached": reached,
    }
    return rows.with_columns(
        pl.when(~first).then(text).alias(name) for name, text in before.items()
    )


def outermost(spans: pl.DataFrame) -> pl.DataFrame:
    """The spans that lie in no other one; of spans that cross, the one that begins first."""
    free = pl.col("reached").fill_null(0) <= pl.col("start")
    return in_order(spans, *KEYS).filter(free).drop("begun", "before", "reached")


def with_surface(spans: pl.DataFrame, texts: pl.DataFrame) -> pl.DataFrame:
    """``spans`` with the column ``text`` cut out of the texts that are there, null elsewhere."""
    length = pl.col("end") - pl.col("start")
    return (
        spans.drop("text", strict=False)
        .join(texts.select(*KEYS, "text"), on=KEYS, how="left", maintain_order="left")
        .with_columns(pl.col("text").str.slice(pl.col("start"), length))
    )


def text_lengths(corpus: "Corpus") -> dict[tuple[str, str], int]:
    """Return the code points of each text, by article and language.

    They are the end of its last sentence, so that they do not depend on which texts are hydrated;
    those of the text where the article has no beads. An article with neither has no length.
    """
    ends = sides(corpus).group_by("article", "lang").agg(pl.col("end").max())
    texts = corpus.texts.select("article", "lang", pl.col("text").str.len_chars())
    return {(article, lang): end for article, lang, end in (*texts.rows(), *ends.rows())}
