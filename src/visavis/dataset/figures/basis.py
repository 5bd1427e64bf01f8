"""What the figures of a card are computed from."""

from typing import TYPE_CHECKING, NamedTuple

import polars as pl

from visavis.corpus.card import Card
from visavis.dataset.card import markdown
from visavis.dataset.tables import CONFIGS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from visavis.corpus.model import Corpus
    from visavis.dataset.charts import Bar
    from visavis.dataset.evidence import Evidence


PICTURES = "pictures"
"""The folder of a release that holds the pictures."""


COUNTED = ("split", "type", "method", "verified")
"""The columns that figures count in the tables of which a row is a bead."""


NOTHING = "*Nothing to show yet.*"


class Basis(NamedTuple):
    """What the figures of a card are computed from.

    Attributes:
        card: the hand-written card.
        corpus: the corpus as it is published.
        tables: the tables of its release; of a large corpus what ``counted`` leaves of them.
        evidence: what the corpus keeps beside them.
        columns: the columns of the tables as they are shipped, where ``counted`` left some out.
    """

    card: Card
    corpus: "Corpus"
    tables: "Mapping[str, pl.DataFrame]"
    evidence: "Evidence"
    columns: "Mapping[str, pl.Schema] | None" = None

    def table(self, name: str) -> pl.DataFrame:
        """A table of the release; without columns where it is not shipped."""
        return self.tables.get(name, pl.DataFrame())


def count_columns(name: str, table: pl.DataFrame) -> pl.DataFrame:
    """A table without the columns that no figure counts."""
    if CONFIGS[name].whole:
        return table
    if name in ("sentences", "beads"):
        return table.select(*(column for column in COUNTED if column in table.columns))
    if name in ("ner_fr", "ner_en"):
        return table.select("tokens", "tags", "article", "split")
    nested = [column for column, dtype in table.schema.items() if dtype.is_nested()]
    return table.drop(*nested, "fr", "en", "text", strict=False)


def or_nothing(table: pl.DataFrame) -> str:
    """Return a table as Markdown, or a sentence where it is empty."""
    return markdown(table) if table.height else NOTHING


def rows_by_split(table: pl.DataFrame) -> dict[str, int]:
    """Return how many rows of a table are in each split."""
    return dict(table["split"].value_counts().iter_rows()) if "split" in table.columns else {}


def tabulate(first: str, rows: "Sequence[Bar]") -> str:
    """Return bars as a Markdown table whose first column is named ``first``."""
    table = [{first: row.name, **row.parts, "all": sum(row.parts.values())} for row in rows]
    return or_nothing(pl.DataFrame(table))
