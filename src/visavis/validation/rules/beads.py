"""Rules on the alignment: sentences tile the text, each in exactly one bead, in order."""

import polars as pl

from visavis.corpus.model import Corpus
from visavis.corpus.spans import locate
from visavis.languages import LANGS
from visavis.validation.rules.frames import found, of_layer, sentences

PLACE = ["article", "lang"]


def bead_empty(corpus: Corpus) -> pl.DataFrame:
    """A bead has no sentence in either language.

    Remedy: remove the row, or give it the sentences that it stands for.
    """
    empty = (pl.col("fr").list.len() == 0) & (pl.col("en").list.len() == 0)
    return found(of_layer(corpus, "beads").filter(empty), "{} has no sentences", "id")


def sentences_tile(corpus: Corpus) -> pl.DataFrame:
    """The sentences of an article's beads leave out, repeat or exceed a part of its text.

    In each language the first sentence begins at 0, each begins where the one before ends, and the
    last ends with the text. White space belongs to the sentence before it. So each sentence is in
    exactly one bead.

    Remedy: correct the offsets so that they meet, or align the article again.
    """
    rows = sentences(corpus).sort(*PLACE, "start", "end")
    follows = pl.all_horizontal(pl.col(name) == pl.col(name).shift(1) for name in PLACE)
    follows = follows.fill_null(value=False)
    expected = pl.when(follows).then(pl.col("end").shift(1)).otherwise(0)
    last = ~follows.shift(-1, fill_value=False)
    too_short = last & (pl.col("end") != pl.col("length"))
    text = "{}: a sentence of {} "
    message = (
        pl.when(pl.col("start") != pl.col("expected"))
        .then(pl.format(text + "begins at {}, not at {}", "bead", "lang", "start", "expected"))
        .when(pl.col("end") <= pl.col("start"))
        .then(pl.format(text + "is [{}:{}]", "bead", "lang", "start", "end"))
        .when(too_short)
        .then(
            pl.format(
                text + "is the last and ends at {}, not at {}", "bead", "lang", "end", "length"
            )
        )
    )
    rows = rows.with_columns(expected.alias("expected")).rechunk()
    return found(rows.with_columns(message.alias("said")).drop_nulls("said"), pl.col("said"))


def text_without_beads(corpus: Corpus) -> pl.DataFrame:
    """An aligned article has a text of which no sentence is in a bead.

    Remedy: align the article again; a sentence without translation is a bead with one side.
    """
    aligned = sentences(corpus).select("article", "layer").unique()
    texts = corpus.texts.join(aligned, on="article", maintain_order="left")
    rows = texts.join(sentences(corpus), on=PLACE, how="anti", maintain_order="left")
    return found(rows.with_columns(line=1), "the {} text has no sentences", "lang")


def beads_cross(corpus: Corpus) -> pl.DataFrame:
    """Two beads cross, or the sentences of a bead are not in order or not side by side.

    A translation keeps the order of its text; what looks like a crossing is nearly always a
    sentence in the wrong bead.

    Remedy: give the sentences to the beads in which they are translated, in the order of the text.
    """
    rows = sentences(corpus)
    table = pl.all_horizontal(
        pl.col(name) == pl.col(name).shift(1) for name in ("article", "lang", "line")
    )
    torn = table & (pl.col("start") != pl.col("end").shift(1))
    inside = found(
        rows.filter(torn.fill_null(value=False)),
        "{}: its {} sentences are not side by side in order",
        "bead",
        "lang",
    )
    firsts = [
        pl.col(lang).list.eval(pl.element().struct.field("start")).list.min().alias(lang)
        for lang in LANGS
    ]
    both = (
        of_layer(corpus, "beads")
        .select("layer", "line", "article", pl.col("id").alias("bead"), *firsts)
        .drop_nulls(list(LANGS))
        .sort("article", "fr", maintain_order=True)
    )
    reached = pl.col("en").cum_max().shift(1).over("article")
    crossing = both.with_columns(reached=reached).filter(pl.col("en") < pl.col("reached"))
    return pl.concat([inside, found(crossing, "{} crosses a bead before it", "bead")])


def sentence_across_regions(corpus: Corpus) -> pl.DataFrame:
    """A sentence begins in one region of the page and ends in another.

    Remedy: cut the sentence at the end of the region, or correct the region.
    """
    regions = corpus.layers["regions"].select(*PLACE, "id", "start", "end")
    trimmed = (
        sentences(corpus)
        .drop_nulls("there")
        .with_columns(
            start=pl.col("start")
            + pl.col("there").str.len_chars().cast(pl.Int32)
            - pl.col("there").str.strip_chars_start().str.len_chars().cast(pl.Int32),
            end=pl.col("end")
            - pl.col("there").str.len_chars().cast(pl.Int32)
            + pl.col("there").str.strip_chars_end().str.len_chars().cast(pl.Int32),
        )
        .filter(pl.col("start") < pl.col("end"))
        .join(regions.select(PLACE).unique(), on=PLACE, how="semi", maintain_order="left")
    )
    rows = locate(trimmed, regions, "id").filter(pl.col("id").is_null())
    return found(rows, "{}: a sentence of {} is in no region, or in two", "bead", "lang")
