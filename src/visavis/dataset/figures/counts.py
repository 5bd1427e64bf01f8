"""What a corpus holds, counted, as tables of a card."""

from typing import TYPE_CHECKING

import polars as pl

from visavis.corpus.articles import OPEN_LICENCES, SPLITS
from visavis.corpus.layers import LABELS, SPAN_LAYERS
from visavis.dataset.card import markdown
from visavis.dataset.charts import Bar
from visavis.dataset.columns import kind, meaning
from visavis.dataset.figures.basis import NOTHING, Basis, or_nothing, rows_by_split
from visavis.dataset.phenomena import phenomena
from visavis.dataset.tables import CONFIGS

if TYPE_CHECKING:
    from collections.abc import Callable


LISTED = 200
"""Articles that a card lists by name; of a larger corpus it shows the stories, then the counts."""


def show_articles(basis: Basis) -> str:
    """Return the table of the articles."""
    articles = basis.table("articles")
    if articles.height <= LISTED:
        columns = (
            "id",
            "split",
            "story",
            "genre",
            "origin",
            "rights_fr",
            "rights_en",
            "translation",
            "title",
        )
        return markdown(articles.select(columns))
    stories = articles.group_by("split", "story", maintain_order=True).len("articles")
    if stories.height <= LISTED:
        return markdown(stories)
    return markdown(articles.group_by("split", "genre", "rights_fr", maintain_order=True).len())


def show_phenomena(basis: Basis) -> str:
    """What makes each article hard, one row a phenomenon and its sum where articles are many."""
    table = phenomena(basis.corpus)
    sums = table.select(pl.lit("*all*").alias("article"), pl.exclude("article").sum())
    if 0 < table.height <= LISTED:
        return markdown(pl.concat([table, sums]))
    return or_nothing(
        sums.drop("article").transpose(
            include_header=True, header_name="phenomenon", column_names=["all"]
        )
    )


def show_rights(basis: Basis) -> str:
    """Return how many articles have which rights."""
    sides = ["rights_fr", "rights_en"]
    licences = basis.table("articles").group_by(sides, maintain_order=True).len("articles")
    return markdown(licences.sort(sides))


def show_by_split(basis: Basis) -> str:
    """Rows of each configuration by split: columns config, a row is, rows, and one a split."""
    counts = [
        {"config": name, "a row is": CONFIGS[name].row, "rows": table.height} | rows_by_split(table)
        for name, table in basis.tables.items()
    ]
    columns = {"config": pl.String, "a row is": pl.String, "rows": pl.Int64} | dict.fromkeys(
        SPLITS, pl.Int64
    )
    return markdown(pl.DataFrame(counts, schema=columns))


def show_loading(basis: Basis) -> str:
    """How the release is opened: from the Hub where the corpus names its repository."""
    repo, version = basis.evidence.repository, basis.card.version
    lines = ["from datasets import load_dataset", ""]
    if repo is None:
        lines.append('sentences = load_dataset("path/to/this/folder", "sentences", split="train")')
    else:
        lines += [
            f'sentences = load_dataset("{repo}", "sentences", revision="v{version}")',
            "",
            "# with every file proved by its SHA-256:",
            "import visavis",
            "",
            f'sentences = visavis.load("{repo}", "sentences", version="{version}")',
        ]
    return "\n".join(["```python", *lines, "```"])


def show_by_language(basis: Basis) -> str:
    """Spans of each layer by language: columns layer, fr, en."""
    counts = [
        {"layer": name} | dict(table["lang"].value_counts().iter_rows())
        for name, table in basis.tables.items()
        if "lang" in table.columns
    ]
    columns = {"layer": pl.String, "fr": pl.Int64, "en": pl.Int64}
    return or_nothing(pl.DataFrame(counts, schema=columns))


def show_labels(basis: Basis) -> str:
    """Spans of each layer by label and language."""
    counts = [
        basis.table(name)
        .group_by(pl.col(label).alias("label"), maintain_order=True)
        .agg(**{lang: (pl.col("lang") == lang).sum().cast(pl.Int64) for lang in ("fr", "en")})
        .sort("label")
        .select(pl.lit(name).alias("layer"), pl.col("label").cast(pl.String), "fr", "en")
        for name, label in LABELS.items()
        if name in basis.tables
    ]
    return markdown(pl.concat(counts)) if counts else NOTHING


def show_texts(basis: Basis) -> str:
    """The texts that are published: articles, words and characters, by language and origin."""
    origins = basis.corpus.articles.select(article="id", origin="origin", translation="translation")
    made = pl.when(pl.col("lang") == "fr").then(pl.col("origin").cast(pl.String))
    texts = basis.corpus.texts.select(
        "article",
        "lang",
        words=pl.col("text").str.count_matches(r"\w+"),
        characters=pl.col("text").str.len_chars(),
    ).join(origins, on="article", maintain_order="left")
    by = texts.with_columns(
        made=made.otherwise(pl.format("translation: {}", pl.col("translation").cast(pl.String)))
    ).group_by("lang", "made")
    return or_nothing(
        by.agg(
            articles=pl.len(), words=pl.col("words").sum(), characters=pl.col("characters").sum()
        ).sort(pl.col("lang").cast(pl.String), "made", descending=[True, False])
    )


def show_beads(basis: Basis) -> str:
    """Return how many beads are of which type."""
    beads = basis.table("beads")
    if beads.is_empty():
        return NOTHING
    types = beads.group_by("type", "method", "verified").len("beads")
    return markdown(types.sort(["beads", "type", "method"], descending=[True, False, False]))


def show_flaws(basis: Basis) -> str:
    """Return how many flaws are of which category."""
    flaws = basis.table("flaws")
    if flaws.is_empty():
        return NOTHING
    by = flaws.group_by(pl.col("category", "severity").cast(pl.String)).len("flaws")
    return markdown(by.sort("category", "severity"))


def show_layers(basis: Basis) -> list[Bar]:
    """Return how many spans each layer has, as bars."""
    return [
        Bar(name, {split: rows_by_split(basis.tables[name]).get(split, 0) for split in SPLITS})
        for name in SPAN_LAYERS
        if name in basis.tables
    ]


def show_fields(basis: Basis) -> str:
    """Return the fields of the tables with their meanings."""
    parts = []
    schemas = basis.columns or {name: table.schema for name, table in basis.tables.items()}
    for name, schema in schemas.items():
        columns = [(column, dtype) for column, dtype in schema.items() if column != "split"]
        rows = [
            {"column": f"`{column}`", "type": kind(dtype), "meaning": meaning(name, column)}
            for column, dtype in columns
        ]
        parts.append(f"### {name}\nA row is {CONFIGS[name].row}.\n\n{markdown(pl.DataFrame(rows))}")
    return "\n\n".join(parts)


def show_rights_count(third_party: bool) -> "Callable[[Basis], str]":  # noqa: FBT001 - the one choice
    """Return the function that counts articles by whether they are a third party's."""

    def count(basis: Basis) -> str:
        closed = basis.corpus.articles.filter(~pl.col("rights_fr").is_in(OPEN_LICENCES)).height
        return str(closed if third_party else basis.corpus.articles.height - closed)

    return count


def show_days(basis: Basis) -> str:
    """Return the first and the last day of publication."""
    days = sorted(basis.corpus.articles["collected"].drop_nulls().to_list())
    return " to ".join(dict.fromkeys([days[0], days[-1]])) if days else "not known"


def show_stories(basis: Basis) -> str:
    """Return how many stories there are."""
    return str(basis.corpus.articles["story"].n_unique())
