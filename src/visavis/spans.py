"""Spans in their sentences: where each lies, and which of nested ones are outermost."""

from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from visavis.corpus import Corpus
from visavis.records import LANGS

if TYPE_CHECKING:
    from numpy.typing import NDArray

KEYS = ["article", "lang"]


def sides(corpus: Corpus) -> pl.DataFrame:
    """The side of each bead in each language, in reading order.

    Columns article, lang, bead, start, end: from the first sentence of the side to the last. A
    side without sentences has no row.
    """
    beads = corpus.layers["beads"]
    found = [
        beads.filter(pl.col(lang).list.len() > 0).select(
            "article",
            pl.lit(lang, pl.Enum(LANGS)).alias("lang"),
            pl.col("id").alias("bead"),
            pl.col(lang).list.first().struct.field("start"),
            pl.col(lang).list.last().struct.field("end"),
        )
        for lang in LANGS
    ]
    return pl.concat(found)


def locate(spans: pl.DataFrame, places: pl.DataFrame, column: str) -> pl.DataFrame:
    """``spans`` with the ``column`` of the place in which each lies wholly, or null.

    Adds ``column`` and ``origin``, the start of that place; needs columns article, lang, start and
    end on both sides. Of places that begin together the last is taken. Rows keep their order.
    """
    there = places.select(*KEYS, "start", "end", column).sort(*KEYS, "start", maintain_order=True)
    texts = there.select(KEYS).unique(maintain_order=True).with_row_index("text")
    (span, start, end), (place, begun, limit) = (_on_line(rows, texts) for rows in (spans, there))
    at = np.searchsorted(place * _LONGEST + begun, span * _LONGEST + start, side="right") - 1
    holds = (np.append(place, _NONE)[at] == span) & (end <= np.append(limit, _NONE)[at])
    chosen = pl.DataFrame({"at": at, "holds": holds}).select(pl.when("holds").then("at"))["at"]
    return spans.with_columns(
        there[column].gather(chosen), there["start"].gather(chosen).alias("origin")
    )


def inside(spans: pl.DataFrame, holders: pl.DataFrame) -> pl.Series:
    """Whether each of ``spans`` lies in one of ``holders``, which may nest or cross."""
    outer = holders.select(*KEYS, "start", "end").sort(*KEYS, "start")
    texts = outer.select(KEYS).unique(maintain_order=True).with_row_index("text")
    (span, start, end), (holder, begun, limit) = (_on_line(rows, texts) for rows in (spans, outer))
    reach = np.maximum.accumulate(holder * _LONGEST + limit)
    at = np.searchsorted(holder * _LONGEST + begun, span * _LONGEST + start, side="right") - 1
    held = np.append(reach, _NONE)[at] >= span * _LONGEST + end
    return pl.Series("inside", held & (span >= 0))


def _on_line(rows: pl.DataFrame, texts: pl.DataFrame) -> "NDArray[np.int64]":
    """Number of the text (-1 where it has none), start and end of each row, an array each."""
    numbered = rows.select(*KEYS, "start", "end").join(
        texts, on=KEYS, how="left", maintain_order="left"
    )
    names = ("text", "start", "end")
    return numbered.select(pl.col(name).cast(pl.Int64).fill_null(-1) for name in names).to_numpy().T


_NONE = -2
"""The number of no text, before any offset."""

_LONGEST = 2**32
"""More code points than a text has: offsets are 32-bit numbers."""


def outermost(spans: pl.DataFrame) -> pl.DataFrame:
    """The spans that lie in no other one; of spans that cross, the one that begins first."""
    reached = pl.col("end").cum_max().shift(1).over(KEYS, order_by="_row")
    return (
        spans.sort(*KEYS, "start", "end", descending=[False, False, False, True])
        .with_row_index("_row")
        .filter(reached.fill_null(0) <= pl.col("start"))
        .drop("_row")
    )


def with_surface(spans: pl.DataFrame, texts: pl.DataFrame) -> pl.DataFrame:
    """``spans`` with the column ``text`` cut out of the texts that are there, null elsewhere."""
    length = pl.col("end") - pl.col("start")
    return (
        spans.drop("text", strict=False)
        .join(texts.select(*KEYS, "text"), on=KEYS, how="left", maintain_order="left")
        .with_columns(pl.col("text").str.slice(pl.col("start"), length))
    )
