"""Rules on the alignment: sentences tile the text, each in exactly one bead."""

import polars as pl

from visavis.corpus import Corpus
from visavis.records import LANGS
from visavis.rules.places import of_layer


def bead_empty(corpus: Corpus) -> pl.DataFrame:
    """A bead has no sentence in either language.

    Remedy: remove the row, or give it the sentences that it stands for.
    """
    empty = (pl.col("fr").list.len() == 0) & (pl.col("en").list.len() == 0)
    message = pl.format("{} has no sentences", "id").alias("message")
    return of_layer(corpus, "beads").filter(empty).select("path", "line", message)


def sentences_tile(corpus: Corpus) -> pl.DataFrame:
    """The sentences of an article's beads leave out, repeat or exceed a part of its text.

    In each language the first sentence begins at 0, each begins where the one before ends, and the
    last ends with the text. White space belongs to the sentence before it.

    Remedy: correct the offsets so that they meet, or align the article again.
    """
    return pl.concat(_gaps(corpus, lang) for lang in LANGS)


def _gaps(corpus: Corpus, lang: str) -> pl.DataFrame:
    lengths = corpus.texts.filter(pl.col("lang") == lang).select(
        "article", pl.col("text").str.len_chars().cast(pl.Int32).alias("length")
    )
    sentences = (
        of_layer(corpus, "beads")
        .select("path", "line", "article", "id", pl.col(lang).alias("sentence"))
        .explode("sentence")
        .drop_nulls("sentence")
        .unnest("sentence")
        .sort("article", "start", "end")
        .join(lengths, on="article", how="left", maintain_order="left")
    )
    expected = pl.col("end").shift(1, fill_value=0).over("article")
    last = pl.int_range(pl.len()).over("article") == pl.len().over("article") - 1
    too_short = last & (pl.col("end") != pl.col("length"))
    message = (
        pl.when(pl.col("start") != pl.col("expected"))
        .then(_message(lang, "begins at {}, not at {}", "start", "expected"))
        .when(pl.col("end") <= pl.col("start"))
        .then(_message(lang, "is [{}:{}]", "start", "end"))
        .when(too_short)
        .then(_message(lang, "is the last and ends at {}, not at {}", "end", "length"))
    )
    return (
        sentences.with_columns(expected.alias("expected"))
        .with_columns(message.alias("message"))
        .drop_nulls("message")
        .select("path", "line", "message")
    )


def _message(lang: str, said: str, *columns: str) -> pl.Expr:
    return pl.format("{}: a sentence of " + lang + " " + said, "id", *columns)
