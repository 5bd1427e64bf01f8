"""Where the rows of a corpus stand, and what stands at their offsets, for the rules.

A finding is a row with the columns path, line, article, lang, start, end, id and message; article
and what follows are null where they say nothing. The id is that of the row (span, bead, entity).
The path of a row with the columns layer and article is made for the findings alone. The tables
that many rules read are made once a corpus.
"""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, TypeVar

import numpy as np
import polars as pl

from visavis.corpus.layers import LABELS, SPAN_LAYERS
from visavis.corpus.model import ARTICLES, Corpus
from visavis.corpus.records import fields
from visavis.corpus.schema import SPAN, dtype
from visavis.corpus.spans import locate
from visavis.languages import LANGS

FOUND = pl.Schema(
    {
        "path": pl.String(),
        "line": pl.Int32(),
        "article": pl.String(),
        "lang": pl.Enum(LANGS),
        "start": pl.Int32(),
        "end": pl.Int32(),
        "id": pl.String(),
        "message": pl.String(),
    }
)
"""The columns of what a rule finds."""

if TYPE_CHECKING:
    from numpy.typing import NDArray

KEYS = ["article", "lang"]

S = TypeVar("S")
T = TypeVar("T")

_INSIDE = 0x80
"""The two upper bits of a byte that goes on with a character of UTF-8."""


def found(rows: pl.DataFrame, message: pl.Expr | str, *values: pl.Expr | str) -> pl.DataFrame:
    """``rows`` as findings: a format and its columns, or one expression, as the message."""
    if rows.is_empty():
        return FOUND.to_frame()
    text = pl.format(message, *values) if isinstance(message, str) else message
    path = pl.col("path") if "path" in rows.columns else _PATH
    row_id = "id" if "id" in rows.columns else "bead" if "bead" in rows.columns else None
    named = pl.col(row_id) if row_id else pl.lit(None, pl.String)
    rows = rows.with_columns(path.alias("path"), text.alias("message"), named.alias("id"))
    absent = [
        pl.lit(None, kind).alias(name) for name, kind in FOUND.items() if name not in rows.columns
    ]
    columns = [pl.col(name).cast(kind) for name, kind in FOUND.items()]
    return rows.with_columns(absent).select(columns)


def has_word(column: str, words: str) -> pl.Expr:
    r"""Whether a text has one of some words, regular expressions, as a word.

    The edges are told by letters, not by ``\b``, for which the engine leaves its fast path at the
    first letter beyond ASCII.
    """
    return pl.col(column).str.contains(
        rf"(?i)(?:^|[^\p{{L}}\p{{M}}])(?:{words})(?:$|[^\p{{L}}\p{{M}}])"
    )


_PATH = pl.format("annotations/{}/{}.jsonl", "layer", "article")


def once(make: Callable[[S], T]) -> Callable[[S], T]:
    """``make``, which remembers what it last made, and of what."""
    last: list[tuple[S, T]] = []

    @wraps(make)
    def remembering(source: S) -> T:
        if not last or last[0][0] is not source:
            last[:] = [(source, make(source))]
        return last[0][1]

    return remembering


def of_layer(corpus: Corpus, layer: str) -> pl.DataFrame:
    """The rows of a layer with its name in the column ``layer``."""
    return corpus.layers[layer].with_columns(pl.lit(layer).alias("layer"))


def of_articles(corpus: Corpus) -> pl.DataFrame:
    """The rows of the articles with the columns ``path`` and ``article``."""
    return corpus.articles.with_columns(pl.lit(str(ARTICLES)).alias("path"), article="id")


@once
def all_spans(corpus: Corpus) -> pl.DataFrame:
    """The spans of every layer, with what stands at their offsets.

    Columns layer, article, line, id, lang, start, end, text, relation, omitted, label (the
    word of the field that labels the layer); length, that of the article's text, and there, opens
    and closes: the surface, and the two characters around each edge. The last four are null where
    the text is not there or the offsets are outside it.
    """
    columns = ["article", "line", "id", "lang", "start", "end", "text", "relation", "omitted"]
    spans = pl.concat(
        of_layer(corpus, layer).select(
            "layer",
            *columns,
            pl.col(LABELS[layer]).cast(pl.String).alias("label"),
        )
        for layer in SPAN_LAYERS
    )
    return cut(spans, corpus.texts, edges=True)


@once
def all_pieces(corpus: Corpus) -> pl.DataFrame:
    """The further offsets of spans (modifier, content, target_span ...), with what stands there.

    Columns layer, article, line, id, lang, field, start, end and those that ``all_spans`` adds.
    """
    pieces = [
        _pieces(of_layer(corpus, layer), field.name, dtype(field.type))
        for layer, kind in SPAN_LAYERS.items()
        for field in fields(kind)
        if dtype(field.type) in (SPAN, pl.List(SPAN))
    ]
    return cut(pl.concat(pieces), corpus.texts, edges=True)


def _pieces(rows: pl.DataFrame, field: str, kind: pl.DataType) -> pl.DataFrame:
    place = ["layer", "article", "line", "id", "lang"]
    named = rows.select(*place, pl.lit(field).alias("field"), pl.col(field).alias("piece"))
    each = named.explode("piece") if kind == pl.List(SPAN) else named
    return each.drop_nulls("piece").unnest("piece")


@once
def sentences(corpus: Corpus) -> pl.DataFrame:
    """The sentences of the beads: layer, line, article, lang, bead, start, end, there, length."""
    sides = [
        of_layer(corpus, "beads")
        .select(
            "layer",
            "line",
            "article",
            pl.lit(lang, pl.Enum(LANGS)).alias("lang"),
            pl.col("id").alias("bead"),
            pl.col(lang).alias("sentence"),
        )
        .explode("sentence")
        .drop_nulls("sentence")
        .unnest("sentence")
        for lang in LANGS
    ]
    return cut(pl.concat(sides), corpus.texts)


@once
def spans_in_beads(corpus: Corpus) -> pl.DataFrame:
    """``all_spans`` with the column bead: the one in a sentence of which each lies, or null."""
    return locate(all_spans(corpus), sentences(corpus), "bead")


@once
def pairs(corpus: Corpus) -> pl.DataFrame:
    """The beads with a side in both languages whose texts are there.

    Columns layer, line, article, id, fr, en: what the two sides say, fr_start and en_start.
    """
    both = pl.all_horizontal(pl.col(lang).list.len() > 0 for lang in LANGS)
    rows = of_layer(corpus, "beads").filter(both)
    edges = {
        lang: rows.select(
            "article",
            lang=pl.lit(lang, pl.Enum(LANGS)),
            start=pl.col(lang).list.first().struct.field("start"),
            end=pl.col(lang).list.last().struct.field("end"),
        )
        for lang in LANGS
    }
    starts = [side["start"].alias(f"{lang}_start") for lang, side in edges.items()]
    entries = [cut(side, corpus.texts)["there"].alias(lang) for lang, side in edges.items()]
    places = rows.select("layer", "line", "article", "id")
    return places.with_columns(*entries, *starts).drop_nulls(list(LANGS))


def unnamed(corpus: Corpus, rows: pl.DataFrame) -> pl.DataFrame:
    """``rows`` (columns article, lang, start, there) with a dot for each character of a name.

    What looks like a word of a language in the name of a place or a firm is none: Never, Nothing.
    """
    numbered = rows.with_row_index("row")
    pieces = numbered.with_columns(end=pl.col("start") + pl.col("there").str.len_chars())
    names = corpus.layers["mentions"].filter(pl.col("form") == "NAM").select(*KEYS, "start", "end")
    placed = locate(names, pieces, "row").drop_nulls("row")
    spans = placed.group_by("row").agg(names=pl.struct(low="start", high="end"))
    columns = numbered.join(spans, on="row", how="left", maintain_order="left")
    entries = [_dotted(*row) for row in columns.select("there", "start", "names").iter_rows()]
    return rows.with_columns(there=pl.Series(entries, dtype=pl.String))


def _dotted(text: str, start: int, names: list[dict[str, int]] | None) -> str:
    for name in names or []:
        low, high = name["low"] - start, name["high"] - start
        text = text[:low] + "·" * (high - low) + text[high:]
    return text


def unnamed_pairs(corpus: Corpus, rows: pl.DataFrame) -> pl.DataFrame:
    """Some of the ``pairs`` without names, as ``unnamed`` says."""
    sides = {
        lang: rows.select(
            "article", lang=pl.lit(lang, pl.Enum(LANGS)), start=f"{lang}_start", there=lang
        )
        for lang in LANGS
    }
    return rows.with_columns(
        unnamed(corpus, side)["there"].alias(lang) for lang, side in sides.items()
    )


def bilingual(corpus: Corpus) -> list[str]:
    """Ids of the articles that have a translation."""
    return corpus.articles.drop_nulls("sha256_en")["id"].to_list()


def linked(corpus: Corpus, layer: str) -> pl.DataFrame:
    """The English spans of a layer beside the French ones of the same id, as ``<field>_fr``."""
    rows = of_layer(corpus, layer)
    english, french = (rows.filter(pl.col("lang") == lang) for lang in LANGS)
    return english.join(
        french.drop("layer", "line"), on=["article", "id"], suffix="_fr", maintain_order="left"
    )


def cut(rows: pl.DataFrame, texts: pl.DataFrame, *, edges: bool = False) -> pl.DataFrame:
    """``rows`` with length and there, and with ``edges`` opens and closes, as in ``all_spans``.

    The code points of all texts are numbered through, so that an offset is one search and a
    surface one slice of bytes, however long the text.
    """
    codes, late = _codes(texts)
    placed = rows.join(codes, on=KEYS, how="left", maintain_order="left").with_columns(
        inside=(pl.col("start") < pl.col("end")) & (pl.col("end") <= pl.col("length"))
    )
    slices = {"there": (placed["start"], placed["end"])}
    if edges:
        before, after = (placed["start"] - 1).clip(0), placed["start"] + 1
        last = pl.min_horizontal(pl.col("end") + 1, pl.col("length"))
        slices |= {
            "opens": (before, after),
            "closes": (placed["end"] - 1, placed.select(last).to_series()),
        }
    surfaces = [_slice(placed, late, *ends).alias(name) for name, ends in slices.items()]
    dropped = ["_bytes", "_char", "_byte", "inside"]
    return placed.with_columns(surfaces).drop(dropped)


@once
def _codes(texts: pl.DataFrame) -> "tuple[pl.DataFrame, NDArray[np.int64]]":
    """Where each text begins among the code points and bytes of all, and what takes more bytes.

    For each byte that goes on with a character, in order: the first code point behind it. As many
    of them as are not beyond a code point come before it, beside a byte for each code point.
    """
    size, length = pl.col("text").str.len_bytes(), pl.col("text").str.len_chars()
    codes = texts.select(
        *KEYS,
        pl.col("text").cast(pl.Binary).alias("_bytes"),
        length.cast(pl.Int64).alias("length"),
        (length.cast(pl.Int64).cum_sum() - length).alias("_char"),
        (size.cast(pl.Int64).cum_sum() - size).alias("_byte"),
    )
    every = np.frombuffer(b"".join(codes["_bytes"].to_list()), np.uint8)
    further = np.flatnonzero((every & 0xC0) == _INSIDE)
    return codes, further - np.arange(further.size)


def _slice(
    placed: pl.DataFrame, late: "NDArray[np.int64]", low: pl.Series, high: pl.Series
) -> pl.Series:
    lookup = placed["inside"].fill_null(value=False).to_numpy()
    base = placed["_char"].fill_null(0).to_numpy()
    byte = placed["_byte"].fill_null(0).to_numpy()

    def at(offset: pl.Series) -> "NDArray[np.int64]":
        present = np.where(lookup, base + offset.fill_null(0).to_numpy(), 0)
        return np.asarray(present + np.searchsorted(late, present, side="right") - byte)

    first, end = at(low), at(high)
    table = placed.select("_bytes", known=pl.Series(lookup)).with_columns(
        first=pl.Series(np.where(lookup, first, 0)),
        size=pl.Series(np.where(lookup, end - first, 0)),
    )
    piece = pl.col("_bytes").bin.slice(pl.col("first"), pl.col("size")).cast(pl.String)
    return table.select(pl.when("known").then(piece)).to_series()
