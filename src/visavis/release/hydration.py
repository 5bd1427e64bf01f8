"""Hydration of a release: third-party texts that its user holds, put back by their hash.

A text is taken only if its bytes are those that the article declares; then every offset holds, and
the tables come out as they would from the whole corpus. Nothing else is guessed.
"""

import warnings
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import polars as pl

from visavis import files
from visavis.corpus import schema
from visavis.corpus.articles import OPEN_LICENCES, Article
from visavis.corpus.facts import Fact
from visavis.corpus.kb import Entity
from visavis.corpus.layers import LAYERS
from visavis.corpus.model import TEXTS, Corpus
from visavis.corpus.records import Record
from visavis.errors import DataError, UsageError
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
            "knows. Use the version that built it."
        )
        raise DataError(msg) from error


def hydrate(whole: Corpus, folder: Path) -> Corpus:
    """``whole`` with the third-party texts that ``folder`` holds, under any names.

    Warns with NotHydratedWarning, once for each article that lacks a text afterwards.

    Raises:
        UsageError: ``folder`` is not a folder.
    """
    if not folder.is_dir():
        msg = f"{folder}: not a folder. Name the folder that holds the texts."
        raise UsageError(msg)
    offered = {path: files.read_bytes(path) for path in sorted(folder.rglob("*")) if path.is_file()}
    by_hash = {files.sha256(data): data for data in offered.values()}
    found = []
    for row in whole.articles.iter_rows(named=True):
        declared = {
            lang: row[f"sha256_{lang}"]
            for lang in LANGS
            if row[f"sha256_{lang}"] and row[f"rights_{lang}"] not in OPEN_LICENCES
        }
        found += [
            (row["id"], lang, files.decode(by_hash[sha256], row["id"]), sha256)
            for lang, sha256 in declared.items()
            if sha256 in by_hash
        ]
        _report(row["id"], {k: v for k, v in declared.items() if v not in by_hash}, offered, folder)
    hydrated = pl.DataFrame(found, TEXTS, orient="row")
    kept = whole.texts.join(hydrated, on=["article", "lang"], how="anti", maintain_order="left")
    return replace(whole, texts=pl.concat([kept, hydrated]).sort("article", "lang"))


def _report(
    article: str, lacking: Mapping[str, str], offered: Mapping[Path, bytes], folder: Path
) -> None:
    if not lacking:
        return
    named = [str(path) for path in offered if path.stem == article]
    but = f"; {', '.join(named)} has other bytes" if named else ""
    told = " and ".join(f"{lang} ({sha256[:12]}...)" for lang, sha256 in lacking.items())
    msg = f"{article}: not hydrated: {told}: no file of that sha256 in {folder}{but}"
    warnings.warn(msg, NotHydratedWarning, stacklevel=4)


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
    told = [pl.col(name).cast(dtype) for name, dtype in schema.schema(kind).items()]
    return (
        table.select(article, pl.lit(0, pl.Int32).alias("line"), *told)
        .sort("article", maintain_order=True)
        .rechunk()
    )
