"""Hydration of a release: third-party texts that its user holds, put back by their hash.

A text is taken only if its bytes are those that the article declares; then every offset holds, and
the tables come out as they would from the whole corpus. Nothing else is guessed.
"""

import warnings
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import polars as pl

from visavis import files
from visavis.corpus import offers, schema
from visavis.corpus.articles import OPEN_LICENCES, Article
from visavis.corpus.facts import Fact
from visavis.corpus.kb import Entity
from visavis.corpus.layers import LAYERS
from visavis.corpus.model import TEXTS, Corpus
from visavis.corpus.recipes import Recipe
from visavis.corpus.records import Record, fields
from visavis.errors import DataError
from visavis.languages import LANGS
from visavis.release.diff import Edition


class NotHydratedWarning(UserWarning):
    """A third-party article whose text was not found; its rows stay without text."""


def corpus_of(edition: Edition) -> Corpus:
    """The corpus of which a release was built, as far as the release tells.

    Layers that are not published are empty; regions have no ids of their own.

    Raises:
        DataError: the release has other columns than this version of the package knows.
    """
    try:
        return _corpus(edition.tables)
    except pl.exceptions.PolarsError as error:
        msg = (
            f"{edition.name} {edition.version}: not of the columns that this version of visavis "
            "knows"
        )
        raise DataError(msg, remedy="Use the version that built it.") from error


def hydrate(corpus: Corpus, folder: Path) -> Corpus:
    """Return ``corpus`` with the third-party texts that ``folder`` holds, under any names.

    A text that no file is may be made by the recipe of its row, from lines of a file.

    Warns with NotHydratedWarning, once for each article that lacks a text afterwards.

    Raises:
        UsageError: ``folder`` is not a folder.
        DataError: a file has the name of a recipe, and its lines are not the text.
    """
    ends = _ends(corpus)
    declared = [
        offers.Lacking(row["id"], lang, row[f"sha256_{lang}"], ends.get((row["id"], lang)))
        for row in corpus.articles.iter_rows(named=True)
        for lang in LANGS
        if row[f"sha256_{lang}"] and row[f"rights_{lang}"] not in OPEN_LICENCES
    ]
    by_recipe = {
        row[f"sha256_{lang}"]: Recipe.parse(row[f"recipe_{lang}"])
        for row in corpus.articles.iter_rows(named=True)
        for lang in LANGS
        if row[f"recipe_{lang}"]
    }
    wanted = {text.sha256 for text in declared}
    by_recipe = {sha256: recipe for sha256, recipe in by_recipe.items() if sha256 in wanted}
    offered = offers.search(folder, wanted, by_recipe)
    _report(corpus, [text for text in declared if not offered.has(text.sha256)], offered, folder)
    texts = [
        (text.article, text.lang, files.decode(offered.read(text.sha256), folder), text.sha256)
        for text in declared
        if offered.has(text.sha256)
    ]
    hydrated = pl.DataFrame(texts, TEXTS, orient="row")
    message = corpus.texts.join(hydrated, on=["article", "lang"], how="anti", maintain_order="left")
    return replace(corpus, texts=pl.concat([message, hydrated]).sort("article", "lang"))


def _report(
    corpus: Corpus, lacking: Sequence[offers.Lacking], offered: offers.Offers, folder: Path
) -> None:
    """Warn of each article that lacks a text, with the file that is likely meant, and a source."""
    if not lacking:
        return
    hints = offers.hints(folder, lacking, offered.paths.values())
    for path, why in offered.unreadable:
        warnings.warn(f"{path}: {why}; passed over", NotHydratedWarning, stacklevel=4)
    by_article: dict[str, list[offers.Lacking]] = {}
    for text in lacking:
        by_article.setdefault(text.article, []).append(text)
    rows = {row["id"]: row for row in corpus.articles.iter_rows(named=True)}
    for article, texts in by_article.items():
        missing = " and ".join(f"{text.lang} ({text.sha256[:12]}...)" for text in texts)
        likely = "".join(f"; {hints[text.sha256]}" for text in texts if text.sha256 in hints)
        row = rows[article]
        source = ", ".join(str(row[k]) for k in ("publisher", "url") if row[k])
        where = f"; published by {source}" if source else ""
        steps = {row[f"recipe_{text.lang}"] for text in texts} - {None}
        where += f"; made of {' and '.join(sorted(steps))}" if steps else ""
        msg = (
            f"{article}: not hydrated: {missing}: no file of that sha256 in {folder}{likely}{where}"
        )
        warnings.warn(msg, NotHydratedWarning, stacklevel=4)


def _ends(corpus: Corpus) -> dict[tuple[str, str], int]:
    """Return, by article and language, where its last region or bead ends."""
    regions = corpus.layers["regions"].select("article", pl.col("lang").cast(pl.String), "end")
    beads = corpus.layers["beads"]
    sides = [
        beads.select("article", pl.lit(lang).alias("lang"), pl.col(lang).alias("end"))
        for lang in LANGS
        if lang in beads.columns
    ]
    last = [
        side.with_columns(pl.col("end").list.eval(pl.element().struct.field("end")).list.max())
        for side in sides
        if side.schema["end"].base_type() is pl.List
    ]
    table = pl.concat([regions, *last]).drop_nulls().group_by("article", "lang").agg(pl.max("end"))
    return {(article, lang): end for article, lang, end in table.iter_rows()}


def _corpus(built: Mapping[str, pl.DataFrame]) -> Corpus:
    articles = built["articles"].sort("id")
    texts = [
        (row["id"], lang, row[lang], row[f"sha256_{lang}"])
        for row in articles.iter_rows(named=True)
        for lang in LANGS
        if row[lang] is not None
    ]
    regions = pl.concat(_regions(articles, lang) for lang in LANGS)
    return Corpus(
        articles=_rows(articles, Article).drop("article"),
        texts=pl.DataFrame(texts, TEXTS, orient="row"),
        layers={
            name: _rows(regions if name == "regions" else built.get(name), kind)
            for name, kind in LAYERS.items()
        },
        kb=_rows(built.get("kb"), Entity).drop("article"),
        facts=_rows(built.get("facts"), Fact).drop("article"),
    )


def _regions(articles: pl.DataFrame, lang: str) -> pl.DataFrame:
    place = (pl.col("_row") + 1).cast(pl.String)
    listed = articles.select(article="id", region=f"{lang}_regions").explode("region")
    listed = listed.drop_nulls("region").unnest("region").with_row_index("_row")
    return listed.select(
        "article", pl.concat_str(pl.lit("r"), place).alias("id"), pl.lit(lang).alias("lang"),
        "start", "end", "type", text=pl.lit(None, pl.String), omitted=pl.lit(None, pl.String),
        relation=pl.lit("equal"),
    )  # fmt: skip


def _rows(table: pl.DataFrame | None, kind: type[Record]) -> pl.DataFrame:
    """The rows of a layer with the columns of a corpus: article, line and those of ``kind``."""
    if table is None:
        return schema.frame([], kind)
    article = pl.col("article") if "article" in table.columns else pl.lit("").alias("article")
    # A release of before a column came, one that a row may leave out, has it nowhere.
    later = {field.name for field in fields(kind) if field.default is None} - {*table.columns}
    rows = [
        (pl.lit(None) if name in later else pl.col(name)).cast(dtype).alias(name)
        for name, dtype in schema.schema(kind).items()
    ]
    return (
        table.select(article, pl.lit(0, pl.Int32).alias("line"), *rows)
        .sort("article", maintain_order=True)
        .rechunk()
    )
