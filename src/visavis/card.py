"""The card: the hand-written page of a corpus, its data declared and its figures filled in.

The corpus keeps ``dataset_card.md``: a front matter in YAML and a page in which ``{{name}}`` stands
for a figure or table that the build computes. A release carries the page as its ``README.md``.
"""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import polars as pl
import yaml

from visavis.articles import SPLITS
from visavis.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

CARD = "dataset_card.md"

_FRONT = re.compile(r"\A---\n(.*?\n)---\n(.*)\Z", re.DOTALL)
_PLACE = re.compile(r"\{\{(\w+)\}\}")
_VERSION = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)")
_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))


@dataclass(frozen=True)
class Card:
    """The hand-written card of a corpus.

    Attributes:
        front: the front matter; ``pretty_name`` and ``version`` are always there.
        page: the text after it, with ``{{name}}`` in the places of figures.
    """

    front: dict[str, Any]
    page: str

    @property
    def version(self) -> str:
        """Semantic version of the corpus."""
        return str(self.front["version"])

    @property
    def name(self) -> str:
        """Name of the corpus as a folder is named: lower case, hyphens for spaces."""
        return re.sub(r"[^a-z0-9]+", "-", str(self.front["pretty_name"]).lower()).strip("-")


def parse(text: str, where: str) -> Card:
    """The card in ``text``.

    Raises:
        DataError: no front matter, malformed YAML, or no name or semantic version in it.
    """
    found = _FRONT.match(text)
    if not found:
        msg = f"{where}:1: no front matter. Begin with a line ---, YAML, and a line ---."
        raise DataError(msg)
    try:
        front = yaml.safe_load(found[1])
    except yaml.YAMLError as error:
        msg = f"{where}: front matter: {' '.join(str(error).split())}. Correct the YAML."
        raise DataError(msg) from error
    if not isinstance(front, dict) or not front.get("pretty_name"):
        msg = f"{where}: front matter: pretty_name is missing. Add the name of the corpus."
        raise DataError(msg)
    if not _VERSION.fullmatch(str(front.get("version"))):
        msg = f"{where}: front matter: version is not like 1.2.3. Add the version of the corpus."
        raise DataError(msg)
    return Card(front, found[2])


def render(card: Card, declared: "Mapping[str, object]", figures: "Mapping[str, str]") -> str:
    """The card of a release: ``declared`` joins the front matter, ``figures`` fill the page.

    Raises:
        DataError: the page names a figure that is not computed.
    """
    if unknown := sorted(set(_PLACE.findall(card.page)) - figures.keys()):
        msg = (
            f"{CARD}: no figure is named {unknown[0]!r}. Choose among {', '.join(sorted(figures))}."
        )
        raise DataError(msg)
    front = yaml.safe_dump({**card.front, **declared}, allow_unicode=True, sort_keys=False)
    return f"---\n{front}---\n" + _PLACE.sub(lambda place: figures[place[1]], card.page)


def figures(tables: "Mapping[str, pl.DataFrame]", rows_are: "Mapping[str, str]") -> dict[str, str]:
    """What a page may name: Markdown tables and numbers computed from the tables of a release.

    ``rows_are`` says of each configuration what one of its rows is.
    """
    articles = tables["articles"]
    licences = articles.group_by("rights", maintain_order=True).len()
    return {
        "articles": str(articles.height),
        "article_table": markdown(
            articles.select("id", "split", "story", "genre", "rights", "translation", "title")
        ),
        "rights_table": markdown(licences.rename({"len": "articles"}).sort("rights")),
        "config_table": markdown(_by_split(tables, rows_are)),
        "span_table": markdown(_by_language(tables)),
    }


def size_category(rows: int) -> str:
    """The size category of the Hub for the largest table of a release."""
    return next((name for limit, name in _SIZES if rows < limit), "1M<n<10M")


def markdown(table: pl.DataFrame) -> str:
    """A table as Markdown; nulls are empty cells."""
    rows: Sequence[Sequence[object]] = [table.columns, ["---"] * table.width, *table.iter_rows()]
    return "\n".join("| " + " | ".join(map(_cell, row)) + " |" for row in rows)


def _cell(value: object) -> str:
    return "" if value is None else str(value).replace("|", "\\|")


def _by_split(tables: "Mapping[str, pl.DataFrame]", rows_are: "Mapping[str, str]") -> pl.DataFrame:
    """Rows of each configuration by split: columns config, a row is, rows, and one a split."""
    counts = [
        {"config": name, "a row is": rows_are[name], "rows": table.height}
        | (dict(table["split"].value_counts().iter_rows()) if "split" in table.columns else {})
        for name, table in tables.items()
    ]
    columns = {"config": pl.String, "a row is": pl.String, "rows": pl.Int64} | dict.fromkeys(
        SPLITS, pl.Int64
    )
    return pl.DataFrame(counts, schema=columns)


def _by_language(tables: "Mapping[str, pl.DataFrame]") -> pl.DataFrame:
    """Spans of each layer by language: columns layer, fr, en."""
    layers = {name: table for name, table in tables.items() if "lang" in table.columns}
    counts = [
        {"layer": name} | dict(table["lang"].value_counts().iter_rows())
        for name, table in layers.items()
    ]
    return pl.DataFrame(counts, schema={"layer": pl.String, "fr": pl.Int64, "en": pl.Int64})
