"""Rules on spans: inside their text, on word edges, within their region, once each."""

import polars as pl

from visavis.corpus import Corpus
from visavis.layers.regions import ANNOTATED
from visavis.records import LANGS
from visavis.rules.places import all_spans
from visavis.spans import locate

_UNREGIONED = "regions"
_INSIDE_WORD = r"^[\p{L}\p{M}\p{N}_]{2}$"


def id_twice(corpus: Corpus) -> pl.DataFrame:
    """An id stands twice in one language of an article, in one layer or in two.

    Ids link the two languages and the layers; one that is not unique links nothing.

    Remedy: give one of the two spans the next free id, in both languages.
    """
    beads = corpus.layers["beads"]
    spans = all_spans(corpus)
    place = ["article", "lang", "id"]
    twice = pl.concat(
        [
            spans.select("path", "line", *place),
            *(
                beads.select(
                    pl.format("annotations/beads/{}.jsonl", "article").alias("path"),
                    "line",
                    "article",
                    pl.lit(lang, pl.Enum(LANGS)).alias("lang"),
                    "id",
                )
                for lang in LANGS
            ),
        ]
    ).filter(pl.struct(place).is_duplicated())
    message = pl.format("the id {} stands {} times in {}", "id", "times", "lang")
    return (
        twice.with_columns(pl.len().over(place).alias("times"))
        .rechunk()  # polars 2.1 panics in format() on an empty frame of several chunks
        .select("path", "line", message.alias("message"))
        .unique(maintain_order=True)
    )


def span_outside_article(corpus: Corpus) -> pl.DataFrame:
    """A span is empty, or reaches beyond the text it counts in.

    Remedy: correct start and end, counting code points from 0, the end after the last character.
    """
    length = pl.col("whole").str.len_chars()
    outside = (pl.col("start") >= pl.col("end")) | (pl.col("end") > length).fill_null(value=False)
    message = pl.format(
        "{} [{}:{}] is not inside the {} text of {} characters",
        "id",
        "start",
        "end",
        "lang",
        length.cast(pl.String).fill_null("unknown"),
    )
    return all_spans(corpus).filter(outside).select("path", "line", message.alias("message"))


def span_surface(corpus: Corpus) -> pl.DataFrame:
    """The field text of a span is not what stands at its offsets.

    One of the two is wrong, and a reader cannot know which.

    Remedy: correct the offsets; when they are right, run `visavis format`, which renews the text.
    """
    there = pl.col("whole").str.slice(pl.col("start"), pl.col("end") - pl.col("start"))
    message = pl.format(
        "{} [{}:{}] has the text '{}', there stands '{}'",
        "id",
        "start",
        "end",
        pl.col("text").str.replace_all("\n", "\\n", literal=True),
        pl.col("there").str.replace_all("\n", "\\n", literal=True),
    )
    return (
        all_spans(corpus)
        .with_columns(there.alias("there"))
        .filter(pl.col("text").is_not_null() & (pl.col("text") != pl.col("there")))
        .select("path", "line", message.alias("message"))
    )


def span_edge(corpus: Corpus) -> pl.DataFrame:
    """A span begins or ends inside a word, or with white space.

    Remedy: move the edge to the edge of the word, and white space out of the span.
    """
    spans = all_spans(corpus).filter(pl.col("layer") != _UNREGIONED).drop_nulls("whole")
    before = pl.col("whole").str.slice(pl.max_horizontal(pl.col("start") - 1, 0), 2)
    after = pl.col("whole").str.slice(pl.col("end") - 1, 2)
    surface = pl.col("whole").str.slice(pl.col("start"), pl.col("end") - pl.col("start"))
    cut = ((pl.col("start") > 0) & before.str.contains(_INSIDE_WORD)) | after.str.contains(
        _INSIDE_WORD
    )
    spaced = surface != surface.str.strip_chars()
    message = pl.format(
        "{} [{}:{}] {}",
        "id",
        "start",
        "end",
        pl.when(cut).then(pl.lit("cuts a word")).otherwise(pl.lit("has white space at an edge")),
    )
    return spans.filter(cut | spaced).select("path", "line", message.alias("message"))


def span_outside_regions(corpus: Corpus) -> pl.DataFrame:
    """A span lies in page furniture, or across the end of a region.

    Layers are annotated in headlines, subheadings and body text only.

    Remedy: remove the span, or correct the region of the article.
    """
    regions = corpus.layers["regions"].rename({"type": "region"})
    marked = regions["article"].unique().to_list()
    spans = all_spans(corpus).filter(
        (pl.col("layer") != _UNREGIONED) & pl.col("article").is_in(marked)
    )
    region = pl.col("region").cast(pl.String)
    message = pl.format(
        "{} [{}:{}] is in {}", "id", "start", "end", region.fill_null("no region, or in two")
    )
    return (
        locate(spans, regions, "region")
        .filter(~region.is_in(ANNOTATED).fill_null(value=False))
        .select("path", "line", message.alias("message"))
    )
