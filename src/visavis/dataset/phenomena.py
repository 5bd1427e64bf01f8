"""Phenomena: how often each article has what makes French press text hard.

Counts are of the French side, so that a thing said in both languages counts once. What is read off
the words (number words, percentage points, elided names) is null where the text is not there.
"""

from typing import TYPE_CHECKING

import polars as pl

from visavis.corpus.layers.conditionals import Conditional
from visavis.corpus.records import fields, values
from visavis.corpus.spans import with_surface

if TYPE_CHECKING:
    from visavis.corpus.model import Corpus

USES = values(next(field.type for field in fields(Conditional) if field.name == "use"))
_BOUNDS = ["gt", "ge", "lt", "le"]


def phenomena(corpus: "Corpus") -> pl.DataFrame:
    """A row an article, in the order of the corpus; the names of the columns say what is counted.

    Columns article, beads, not 1-1, headings, a column for each use of the conditional, said two
    deep, said three deep, quoted, stances, stances negated, stances on condition, amounts, ranges,
    bounds, indefinite, other currency, percentage points, in words, names elided, nominals,
    pronouns, appositives, metonymies.
    """
    table = corpus.articles.select(article="id")
    for counts in (
        _beads(corpus),
        _regions(corpus),
        _conditionals(corpus),
        _attributions(corpus),
        _stances(corpus),
        _amounts(corpus),
        _mentions(corpus),
    ):
        table = table.join(counts, on="article", how="left", maintain_order="left")
    rows = corpus.texts.filter(pl.col("lang") == "fr")["article"].to_list()
    read_off = [
        pl.when(pl.col("article").is_in(rows)).then(name).alias(name)
        for name in ("percentage points", "in words", "names elided")
    ]
    return table.with_columns(pl.exclude("article").fill_null(0)).with_columns(read_off)


def _counted(rows: pl.DataFrame, **counts: pl.Expr) -> pl.DataFrame:
    return rows.group_by("article").agg(
        mark.sum().cast(pl.Int64).alias(name.replace("_", " ")) for name, mark in counts.items()
    )


def _french(corpus: "Corpus", layer: str) -> pl.DataFrame:
    rows = corpus.layers[layer].filter(pl.col("lang") == "fr")
    texts = corpus.texts.select("article", "lang", pl.col("text").alias("whole"))
    return with_surface(rows, corpus.texts).join(texts, on=["article", "lang"], how="left")


def _beads(corpus: "Corpus") -> pl.DataFrame:
    odd = (pl.col("fr").list.len() != 1) | (pl.col("en").list.len() != 1)
    rows = corpus.layers["beads"]
    return _counted(rows, beads=pl.col("id").is_not_null(), **{"not 1-1": odd})


def _regions(corpus: "Corpus") -> pl.DataFrame:
    return _counted(_french(corpus, "regions"), headings=pl.col("type") == "subheading")


def _conditionals(corpus: "Corpus") -> pl.DataFrame:
    rows = _french(corpus, "conditionals")
    return _counted(rows, **{use: pl.col("use") == use for use in USES})


def _attributions(corpus: "Corpus") -> pl.DataFrame:
    rows = _french(corpus, "attributions")
    parents = rows.select("article", parent="id", grandparent="parent")
    nested = rows.join(parents, on=["article", "parent"], how="left")
    return _counted(
        nested,
        said_two_deep=pl.col("parent").is_not_null() & pl.col("grandparent").is_null(),
        said_three_deep=pl.col("grandparent").is_not_null(),
        quoted=pl.col("quotation") != "indirect",
    )


def _stances(corpus: "Corpus") -> pl.DataFrame:
    return _counted(
        _french(corpus, "stances"),
        stances=pl.col("id").is_not_null(),
        stances_negated=pl.col("negated"),
        stances_on_condition=pl.col("condition").is_not_null(),
    )


def _amounts(corpus: "Corpus") -> pl.DataFrame:
    text = pl.col("text").fill_null("")
    return _counted(
        _french(corpus, "amounts"),
        amounts=pl.col("id").is_not_null(),
        ranges=pl.col("comparator") == "between",
        bounds=pl.col("comparator").cast(pl.String).is_in(_BOUNDS),
        indefinite=pl.col("value").is_null() | (pl.col("comparator") == "several"),
        other_currency=(pl.col("kind") == "money") & (pl.col("unit") != "USD"),
        percentage_points=(pl.col("kind") == "percent") & text.str.contains(r"\bpoints?\b"),
        in_words=(text != "") & ~text.str.contains(r"\d"),
    )


def _mentions(corpus: "Corpus") -> pl.DataFrame:
    before = pl.col("whole").str.slice(pl.col("start") - 1, 1)
    return _counted(
        _french(corpus, "mentions"),
        names_elided=(pl.col("start") > 0) & before.is_in(["’", "'"]),
        nominals=pl.col("form") == "NOM",
        pronouns=pl.col("form") == "PRO",
        appositives=pl.col("flags").list.contains("appositive"),
        metonymies=pl.col("reading") == "metonymic",
    )
