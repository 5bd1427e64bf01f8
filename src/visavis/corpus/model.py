"""A corpus as tables, and where its files are in a folder."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from visavis.corpus.settings import Settings
from visavis.languages import LANGS, Lang

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


ARTICLES = Path("raw/articles.jsonl")


GUIDELINES = Path("annotations/guidelines")

KB = Path("annotations/kb.jsonl")


FACTS = Path("annotations/facts.jsonl")


TEXTS = pl.Schema(
    {"article": pl.String(), "lang": pl.Enum(LANGS), "text": pl.String(), "sha256": pl.String()}
)
"""The texts that are in the folder; an article may have both, one or none."""


@dataclass(frozen=True)
class Corpus:
    """The tables of a corpus.

    Attributes:
        articles: a row an article; columns line and those of ``Article``.
        texts: a row a text that is there; columns ``TEXTS``.
        layers: a table a layer; columns article, line and those of the layer's record.
        kb: a row an entity; columns line and those of ``Entity``.
        facts: a row an amount fact; columns line and those of ``Fact``.
        card: the hand-written card, or null where there is none.
        settings: what the corpus declares in ``corpus.toml``.
    """

    articles: pl.DataFrame
    texts: pl.DataFrame
    layers: "Mapping[str, pl.DataFrame]"
    kb: pl.DataFrame
    facts: pl.DataFrame
    card: str | None = None
    settings: Settings = field(default_factory=Settings)

    def part(self, ids: "Sequence[str]") -> "Corpus":
        """The corpus of the articles ``ids`` alone, with the whole knowledge base and facts."""
        return replace(
            self,
            articles=self.articles.filter(pl.col("id").is_in(ids)),
            texts=self.texts.filter(pl.col("article").is_in(ids)),
            layers={
                name: rows.filter(pl.col("article").is_in(ids))
                for name, rows in self.layers.items()
            },
        )


def text_path(article: str, lang: Lang) -> Path:
    """Where the text of an article stands in a corpus folder."""
    return Path("raw", lang, f"{article}.txt")


def layer_path(article: str, layer: str) -> Path:
    """Where a layer of an article stands in a corpus folder."""
    return Path("annotations", layer, f"{article}.jsonl")
