"""The tables that a release offers, each a pure function of the corpus.

A table of article scope is the same whether a corpus is built whole or in parts that are put
together; ``facts`` and ``kb`` speak of the corpus as a whole.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import polars as pl

from visavis.corpus.articles import OPEN_LICENCES, SPLITS, Split
from visavis.corpus.facts import Claim, Verdict, verdict
from visavis.corpus.layers import LABELS, SPAN_LAYERS
from visavis.corpus.layers.mentions import EntityType
from visavis.corpus.model import Corpus
from visavis.corpus.records import values
from visavis.corpus.schema import schema
from visavis.corpus.spans import KEYS, locate, outermost, sides, with_surface
from visavis.languages import LANGS, Lang
from visavis.text.tokens import tokenise

WHOLE = "corpus"
"""The one split of the tables that speak of the corpus as a whole."""

SHOWN = ("mentions", "amounts", "attributions", "conditionals", "stances", "flaws")
"""The layers whose spans stand in the sentences."""

SHOWN_SPAN = pl.Struct(
    {
        "id": pl.String(),
        "layer": pl.Enum(SHOWN),
        "label": pl.String(),
        "start": pl.Int32(),
        "end": pl.Int32(),
    }
)
TAGS = pl.Enum(["O", *(f"{edge}-{kind}" for kind in values(EntityType) for edge in "BI")])
"""The tags of the sequence-labelling tables: IOB2 (Tjong Kim Sang and Veenstra 1999)."""


@dataclass(frozen=True)
class Config:
    """A table of a release.

    Attributes:
        build: the table of a corpus; with a column ``split`` unless ``whole``.
        row: what a row is, for the card.
        whole: the table speaks of the corpus as a whole and has one split, ``WHOLE``.
    """

    build: Callable[[Corpus], pl.DataFrame]
    row: str
    whole: bool = False


def publishable(corpus: Corpus) -> Corpus:
    """Return ``corpus`` without the texts, surfaces and titles that their rights keep back.

    Each side goes by its own rights. The title goes with the French; what a flaw's intended words
    would be goes with the English: they are those of the translation.
    """
    rows = corpus.articles.select(article="id", **{lang: open_side(lang) for lang in LANGS})
    sides = rows.unpivot(LANGS, index="article", variable_name="lang", value_name="open")
    sides = sides.filter("open").select("article", pl.col("lang").cast(pl.Enum(LANGS)))
    english = rows.filter("en")["article"].to_list()
    open_words = pl.when(pl.col("article").is_in(english)).then(pl.col("intended"))
    flaws = corpus.layers["flaws"].with_columns(open_words.alias("intended"))
    return replace(
        corpus,
        layers={**corpus.layers, "flaws": flaws},
        articles=corpus.articles.with_columns(
            pl.when(open_side("fr")).then(pl.col("title")).alias("title")
        ),
        texts=corpus.texts.join(sides, on=["article", "lang"], how="semi", maintain_order="left"),
    )


def open_side(lang: Lang) -> pl.Expr:
    """Return whether the text of an article in a language may be published, from its row."""
    return pl.col(f"rights_{lang}").cast(pl.String).is_in(OPEN_LICENCES).fill_null(value=False)


def tables(corpus: Corpus) -> dict[str, pl.DataFrame]:
    """Every table of ``corpus`` that has rows, by the name of its configuration, in card order."""
    built = {name: config.build(corpus) for name, config in CONFIGS.items()}
    return {name: table for name, table in built.items() if table.height}


def splits(table: pl.DataFrame) -> dict[Split | str, pl.DataFrame]:
    """The rows of a table by split, without the column ``split``; splits without rows left out."""
    if "split" not in table.columns:
        return {WHOLE: table}
    parts = {split: table.filter(pl.col("split") == split).drop("split") for split in SPLITS}
    return {split: part for split, part in parts.items() if part.height}


def _articles(corpus: Corpus) -> pl.DataFrame:
    table = corpus.articles.drop("line", "split")
    regions = corpus.layers["regions"]
    for lang in ("fr", "en"):
        texts = corpus.texts.filter(pl.col("lang") == lang).select(id="article", **{lang: "text"})
        table = table.join(texts, on="id", how="left", maintain_order="left")
    for lang in ("fr", "en"):
        span = pl.struct("type", "start", "end").alias(f"{lang}_regions")
        rows = regions.filter(pl.col("lang") == lang).group_by(id="article", maintain_order=True)
        table = table.join(rows.agg(span), on="id", how="left", maintain_order="left")
        table = table.with_columns(pl.col(f"{lang}_regions").fill_null([]))
    return table.join(corpus.articles.select("id", "split"), on="id", maintain_order="left")


def _sentences(corpus: Corpus) -> pl.DataFrame:
    present = sides(corpus)
    beads = corpus.layers["beads"].select(
        "article", pl.col("id").alias("bead"), _bead_type(), "verified"
    )
    facts = corpus.articles.select(pl.col("id").alias("article"), "story", "genre", "split")
    table = beads.join(facts, on="article", maintain_order="left").join(
        _regions_of_beads(corpus, present),
        on=["article", "bead"],
        how="left",
        maintain_order="left",
    )
    texts = with_surface(present, corpus.texts).with_columns(pl.col("text").str.strip_chars_end())
    spans = _shown_spans(corpus, present)
    for lang in ("fr", "en"):
        side = texts.filter(pl.col("lang") == lang).select(
            "article",
            "bead",
            pl.col("text").alias(lang),
            pl.col("start").alias(f"{lang}_start"),
            pl.col("end").alias(f"{lang}_end"),
        )
        rows = spans.filter(pl.col("lang") == lang).select(
            "article", "bead", **{f"{lang}_spans": "spans"}
        )
        for part in (side, rows):
            table = table.join(part, on=["article", "bead"], how="left", maintain_order="left")
        table = table.with_columns(pl.col(f"{lang}_spans").fill_null([]))
    per_side = [
        f"{lang}{part}" for part in ("", "_start", "_end", "_spans") for lang in ("fr", "en")
    ]
    return table.select(
        _row_id(), "article", "story", "genre", "region", "type", "verified", *per_side, "split"
    )


def _regions_of_beads(corpus: Corpus, rows: pl.DataFrame) -> pl.DataFrame:
    """The region in which each bead begins: columns article, bead, region."""
    regions = corpus.layers["regions"].rename({"type": "region"})
    points = rows.select(*KEYS, "bead", "start", end=pl.col("start") + 1)
    result = locate(points, regions, "region").sort("lang", descending=True, maintain_order=True)
    return result.group_by("article", "bead", maintain_order=True).agg(pl.col("region").first())


def _shown_spans(corpus: Corpus, rows: pl.DataFrame) -> pl.DataFrame:
    """The spans of each side, in offsets of the side: columns article, lang, bead, spans."""
    spans = pl.concat(
        corpus.layers[layer].select(
            *KEYS,
            "id",
            pl.lit(layer, pl.Enum(SHOWN)).alias("layer"),
            pl.col(LABELS[layer]).cast(pl.String).alias("label"),
            "start",
            "end",
        )
        for layer in SHOWN
    )
    within = (pl.col("start") - pl.col("origin"), pl.col("end") - pl.col("origin"))
    return (
        locate(spans, rows, "bead")
        .drop_nulls("bead")
        .sort(*KEYS, "start", pl.col("end").neg(), "layer", "id")
        .with_columns(*within)
        .group_by(*KEYS, "bead", maintain_order=True)
        .agg(pl.struct("id", "layer", "label", "start", "end").cast(SHOWN_SPAN).alias("spans"))
    )


def _layer(name: str) -> Callable[[Corpus], pl.DataFrame]:
    def build(corpus: Corpus) -> pl.DataFrame:
        located = locate(corpus.layers[name], sides(corpus), "bead")
        columns = list(schema(SPAN_LAYERS[name]))
        return _with_split(
            with_surface(located, corpus.texts).select("article", "bead", *columns), corpus
        )

    return build


def _beads(corpus: Corpus) -> pl.DataFrame:
    beads = corpus.layers["beads"]
    return _with_split(
        beads.select("article", "id", _bead_type(), "fr", "en", "method", "confidence", "verified"),
        corpus,
    )


def _ner(lang: Lang) -> Callable[[Corpus], pl.DataFrame]:
    def build(corpus: Corpus) -> pl.DataFrame:
        mentions = corpus.layers["mentions"].filter(pl.col("lang") == lang)
        texts = corpus.texts.filter(pl.col("article").is_in(mentions["article"].unique().to_list()))
        tokens = iob2(tokenise(texts, lang), mentions.filter(pl.col("form") == "NAM"), TAGS)
        offsets = [(pl.col(edge) - pl.col("origin")).alias(f"{edge}s") for edge in ("start", "end")]
        rows = (
            locate(tokens, sides(corpus), "bead")
            .drop_nulls("bead")
            .group_by("article", "bead", maintain_order=True)
            .agg(pl.col("token").alias("tokens"), *offsets, pl.col("tag").alias("tags"))
        )
        return _with_split(
            rows.select(_row_id(), "article", "tokens", "starts", "ends", "tags"), corpus
        )

    return build


def iob2(tokens: pl.DataFrame, names: pl.DataFrame, labels: "pl.Enum") -> pl.DataFrame:
    """``tokens`` with the column ``tag``: O, B-TYPE or I-TYPE of the outermost name there.

    Args:
        tokens: as ``tokenise`` gives them.
        names: spans with the columns article, lang, start, end and type.
        labels: the tags, as an enumeration.
    """
    rows = outermost(names).select(
        *KEYS, "start", pl.col("end").alias("limit"), "type", pl.col("start").alias("first")
    )
    begins = pl.when(pl.col("start") == pl.col("first")).then(pl.lit("B-")).otherwise(pl.lit("I-"))
    tag = (
        pl.when(pl.col("end") <= pl.col("limit"))
        .then(begins + pl.col("type").cast(pl.String))
        .otherwise(pl.lit("O"))
    )
    return (
        tokens.with_row_index("_row")
        .sort("start")
        .join_asof(rows.sort("start"), on="start", by=KEYS, check_sortedness=False)
        .sort("_row")
        .with_columns(tag.fill_null("O").cast(labels).alias("tag"))
        .drop("_row", "limit", "type", "first")
    )


def _kb(corpus: Corpus) -> pl.DataFrame:
    return corpus.kb.drop("line")


def _facts(corpus: Corpus) -> pl.DataFrame:
    """Facts with their members, the amounts that name them, and whether these agree."""
    one_each = ["article", "id"]
    amounts = corpus.layers["amounts"].drop_nulls("fact").sort(*one_each, "lang")
    groups = amounts.unique(one_each, keep="last", maintain_order=True).group_by(
        "fact", maintain_order=True
    )
    members = groups.agg(
        pl.struct("article", "id").alias("members"),
        pl.struct("comparator", "value", "value_max").alias("claims"),
    ).with_columns(pl.col("claims").map_elements(_verdict, return_dtype=pl.Enum(values(Verdict))))
    table = corpus.facts.drop("line").join(
        members.rename({"fact": "id", "claims": "verdict"}),
        on="id",
        how="left",
        maintain_order="left",
    )
    return table.with_columns(
        pl.col("members").fill_null([]), pl.col("verdict").fill_null("single")
    )


def _verdict(claims: pl.Series) -> str:
    return verdict(Claim(**claim) for claim in claims)


def _bead_type() -> pl.Expr:
    count = pl.col("fr").list.len(), pl.col("en").list.len()
    return pl.format("{}-{}", *count).alias("type")


def _row_id() -> pl.Expr:
    return pl.format("{}:{}", "article", "bead").alias("id")


def _with_split(table: pl.DataFrame, corpus: Corpus) -> pl.DataFrame:
    rows = corpus.articles.select(pl.col("id").alias("article"), "story", "split")
    return table.join(rows, on="article", maintain_order="left")


CONFIGS = {
    "sentences": Config(_sentences, "an aligned group of sentences with the spans of each side"),
    "articles": Config(_articles, "an article: what is known of it, its texts and their regions"),
    "mentions": Config(_layer("mentions"), "a mention of an entity in one language"),
    "amounts": Config(_layer("amounts"), "an amount in one language"),
    "stances": Config(_layer("stances"), "an attitude of a holder to a target, in one language"),
    "attributions": Config(_layer("attributions"), "a reporting cue with its source and content"),
    "conditionals": Config(_layer("conditionals"), "a conditional verb and its rendering"),
    "flaws": Config(_layer("flaws"), "an error of a text as it was published"),
    "facts": Config(_facts, "what amounts of one or more articles measure", whole=True),
    "kb": Config(_kb, "an entity that is mentioned", whole=True),
    "beads": Config(_beads, "an alignment of sentences, by offsets into the articles"),
    "ner_fr": Config(_ner("fr"), "the tokens of a French sentence with IOB2 tags of its names"),
    "ner_en": Config(_ner("en"), "the tokens of an English sentence with IOB2 tags of its names"),
}
"""Name of the configuration -> how its table is made, in the order of the card."""
