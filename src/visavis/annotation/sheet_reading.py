"""Worksheets as files of a corpus: the article that one is of, and the records in it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from visavis.annotation import worksheets
from visavis.corpus import model, reading
from visavis.corpus.articles import Article, is_open
from visavis.corpus.layers.beads import AlignedBead
from visavis.corpus.records import Span
from visavis.corpus.texts import current
from visavis.errors import DataError, UsageError
from visavis.languages import LANGS, Lang


class Aligned(NamedTuple):
    """An article with what a worksheet needs of it."""

    article: Article
    texts: Mapping[Lang, str]
    beads: Sequence[AlignedBead]


class Sheet(NamedTuple):
    """A worksheet that was read."""

    text: str
    of: Aligned
    rows: Mapping[str, list[Span]]
    """The records by layer, each of ``SHEET_LAYERS``."""


def aligned(root: Path, name: str) -> Aligned:
    """Read the row, the two texts and the beads of an article.

    Raises:
        UsageError: the corpus has no such article, or one of the three is missing.
        DataError: a text is not the one that the row has the hash of.
    """
    rows = [article for article in reading.read_articles(root) if article.id == name]
    beads = reading.read_rows(root / model.layer_path(name, "beads"), AlignedBead)
    texts = current(root, rows[0]) if rows else {}
    if not beads or len(texts) < len(LANGS):
        msg = "no article with both texts and beads"
        raise UsageError(msg, where=name, remedy="Run `visavis align`.")
    return Aligned(rows[0], texts, beads)


def read_sheet(root: Path, text: str, where: str) -> Sheet:
    """Read a worksheet of an article of the corpus.

    Args:
        root: folder of the corpus.
        text: the sheet.
        where: its path, for messages.

    Raises:
        UsageError: the corpus has no such article.
        DataError: a line of the sheet cannot be understood.
    """
    name = worksheets.article_of(text, where)
    if name not in {article.id for article in reading.read_articles(root)}:
        msg = f"the corpus has no article {name!r}"
        raise DataError(msg, where=where, line=1, remedy="`visavis list` names its articles.")
    of = aligned(root, name)
    surfaces = frozenset(lang for lang in LANGS if is_open(of.article, lang))
    rows = worksheets.read(text, where, of.texts, of.beads, surfaces=surfaces)
    return Sheet(text, of, rows)


def is_sheet(text: str) -> bool:
    """Return whether a text begins as a worksheet does."""
    return text.startswith("article ")
