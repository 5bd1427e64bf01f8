"""Spans in their sentences: where each lies, and which of nested ones are outermost."""

import polars as pl

from visavis.corpus import Corpus
from visavis.records import LANGS

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
    end on both sides. Rows keep their order.
    """
    there = (
        places.join(spans.select(KEYS).unique(), on=KEYS, how="semi")
        .select(
            *KEYS, "start", column, pl.col("start").alias("origin"), pl.col("end").alias("limit")
        )
        .sort("start")
    )
    inside = pl.col("end") <= pl.col("limit")
    return (
        spans.with_row_index("_row")
        .sort("start")
        .join_asof(there, on="start", by=KEYS, strategy="backward", check_sortedness=False)
        .with_columns(pl.when(inside).then(pl.col(name)).alias(name) for name in (column, "origin"))
        .sort("_row")
        .drop("_row", "limit")
    )


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
