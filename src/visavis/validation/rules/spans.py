"""Rules on spans: inside their text, on word edges, within their region, once each."""

import polars as pl

from visavis.corpus.layers.regions import ANNOTATED
from visavis.corpus.model import Corpus
from visavis.corpus.spans import in_order, locate
from visavis.languages import LANGS
from visavis.validation.rules.frames import (
    all_pieces,
    all_spans,
    cut,
    found,
    of_layer,
    sentences,
    spans_in_beads,
)

_UNREGIONED = "regions"
_INSIDE_WORD = r"^[\p{L}\p{M}\p{N}_]{2}$"
PLACE = ["article", "lang"]

FLAT = ("amounts", "conditionals", "decisions", "regions")
"""Layers of which no two spans may share a character."""

WITHIN = ("mentions", "amounts", "attributions", "conditionals", "decisions")
"""Layers whose spans lie within one sentence."""


def id_twice(corpus: Corpus) -> pl.DataFrame:
    """An id stands twice in one language of an article, in one layer or in two.

    Ids link the two languages and the layers; one that is not unique links nothing.

    Remedy: give one of the two spans the next free id, in both languages.
    """
    spans = all_spans(corpus)
    beads = of_layer(corpus, "beads").select("layer", "line", "article", "id")
    named = [
        spans.select("layer", "line", *PLACE, "id", "start", "end"),
        *(
            beads.select(
                "layer",
                "line",
                "article",
                pl.lit(lang, pl.Enum(LANGS)).alias("lang"),
                "id",
                pl.lit(None, pl.Int32).alias("start"),
                pl.lit(None, pl.Int32).alias("end"),
            )
            for lang in LANGS
        ),
    ]
    place = [*PLACE, "id"]
    rows = pl.concat(named)
    again = rows.filter(pl.struct(place).is_duplicated())
    times = again.with_columns(times=pl.len().over(place))
    item = times.unique(["layer", "article", "line"], keep="first", maintain_order=True)
    return found(item, "the id {} stands {} times in {}", "id", "times", "lang")


def span_outside_article(corpus: Corpus) -> pl.DataFrame:
    """A span is empty, or reaches beyond the text it counts in.

    Remedy: correct start and end, counting code points from 0, the end after the last character.
    """
    beyond = (pl.col("end") > pl.col("length")).fill_null(value=False)
    outside = (pl.col("start") >= pl.col("end")) | beyond
    length = pl.col("length").cast(pl.String).fill_null("unknown")
    message = "{} [{}:{}] is not inside the {} text of {} characters"
    return found(all_spans(corpus).filter(outside), message, "id", "start", "end", "lang", length)


def piece_outside_article(corpus: Corpus) -> pl.DataFrame:
    """A further pair of offsets of a row (modifier, content, target) is empty or beyond the text.

    Remedy: correct the two offsets, counting code points from 0 in the text of the same language.
    """
    beyond = (pl.col("end") > pl.col("length")).fill_null(value=False)
    outside = (pl.col("start") >= pl.col("end")) | beyond
    message = "{}: the {} [{}:{}] is not inside the {} text"
    return found(all_pieces(corpus).filter(outside), message, "id", "field", "start", "end", "lang")


def span_surface(corpus: Corpus) -> pl.DataFrame:
    """The field text of a span is not what stands at its offsets.

    One of the two is wrong, and a reader cannot know which.

    Remedy: correct the offsets; when they are right, run `visavis format`, which renews the text.
    """
    rows = all_spans(corpus).filter(pl.col("text") != pl.col("there"))
    message = "{} [{}:{}] has the text '{}', there stands '{}'"
    surfaces = [
        pl.col(name).str.replace_all("\n", "\\n", literal=True) for name in ("text", "there")
    ]
    return found(rows, message, "id", "start", "end", *surfaces)


def _cut() -> pl.Expr:
    """Whether an edge lies between two characters of a word."""
    opens = (pl.col("start") > 0) & pl.col("opens").str.contains(_INSIDE_WORD)
    return opens | pl.col("closes").str.contains(_INSIDE_WORD)


def _spaced() -> pl.Expr:
    return pl.col("there") != pl.col("there").str.strip_chars()


def span_edge(corpus: Corpus) -> pl.DataFrame:
    """A span begins or ends inside a word, or with white space.

    Remedy: move the edge to the edge of the word, and white space out of the span.
    """
    rows = all_spans(corpus).filter(pl.col("layer") != _UNREGIONED)
    wrong = (
        pl.when(_cut()).then(pl.lit("cuts a word")).otherwise(pl.lit("has white space at an edge"))
    )
    return found(rows.filter(_cut() | _spaced()), "{} [{}:{}] {}", "id", "start", "end", wrong)


def piece_edge(corpus: Corpus) -> pl.DataFrame:
    """A modifier, content, target or condition begins or ends inside a word, or with white space.

    Remedy: move the edge to the edge of the word, and white space out.
    """
    rows = all_pieces(corpus).filter(_cut() | _spaced())
    return found(rows, "{}: the {} [{}:{}] is not on word edges", "id", "field", "start", "end")


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
    rows = locate(spans, regions, "region").filter(~region.is_in(ANNOTATED).fill_null(value=False))
    outside = region.fill_null("no region, or in two")
    return found(rows, "{} [{}:{}] is in {}", "id", "start", "end", outside)


def regions_leave_text(corpus: Corpus) -> pl.DataFrame:
    """A part of an article is in no region.

    What is in no region is neither annotated nor marked as page furniture; nobody has looked at it.

    Remedy: extend a region, or add one.
    """
    places = (
        all_spans(corpus)
        .filter(pl.col("layer") == _UNREGIONED)
        .sort(*PLACE, "start")
        .select("layer", "line", *PLACE, "start", "end", "length")
    )
    after = pl.col("start").shift(-1).over(PLACE).fill_null(pl.col("length"))
    first = pl.int_range(pl.len()).over(PLACE) == 0
    gaps = pl.concat(
        [
            places.with_columns(start=pl.col("end"), end=after.cast(pl.Int32)),
            places.filter(first).with_columns(start=0, end=pl.col("start")),
        ],
        how="vertical_relaxed",
    ).filter(pl.col("start") < pl.col("end"))
    rows = cut(gaps.drop("length"), corpus.texts).filter(pl.col("there").str.contains(r"\S"))
    return found(rows, "[{}:{}] of {} is in no region", "start", "end", "lang")


def span_twice(corpus: Corpus) -> pl.DataFrame:
    """The same words have the same label twice in one layer.

    What is linked twice counts twice, and its two links cannot both be right.

    Remedy: remove one of the two rows, in both languages.
    """
    place = ["layer", *PLACE, "start", "end", "label"]
    rows = all_spans(corpus).filter(pl.struct(place).is_duplicated())
    return found(rows, "{} [{}:{}] is {} twice", "id", "start", "end", "label")


def spans_overlap(corpus: Corpus) -> pl.DataFrame:
    """Two spans share characters where their layer does not allow it.

    Amounts, conditionals, decisions and regions are disjoint; mentions may nest but not cross.

    Remedy: move an edge, or remove the span that should not be there.
    """
    chosen = all_spans(corpus).filter(pl.col("layer").is_in([*FLAT, "mentions"]))
    spans = in_order(chosen, "layer", *PLACE)
    flat = pl.col("layer").is_in(FLAT)
    crossing = (
        (pl.col("begun") < pl.col("start"))
        & (pl.col("start") < pl.col("before"))
        & (pl.col("before") < pl.col("end"))
    )
    wrong = pl.when(flat).then(pl.col("start") < pl.col("reached")).otherwise(crossing)
    rows = spans.filter(wrong)
    return found(rows, "{} [{}:{}] overlaps another of {}", "id", "start", "end", "layer")


def span_across_sentences(corpus: Corpus) -> pl.DataFrame:
    """A mention, amount, cue, conditional or decision lies in two sentences, or in none.

    Remedy: correct the offsets of the span, or the sentences of the beads.
    """
    outside = spans_in_beads(corpus).filter(
        pl.col("bead").is_null() & pl.col("layer").is_in(WITHIN)
    )
    aligned = sentences(corpus).select(PLACE).unique()
    outside = outside.join(aligned, on=PLACE, how="semi", maintain_order="left")
    return found(outside, "{} [{}:{}] is not within one sentence", "id", "start", "end")
