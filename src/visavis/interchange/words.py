"""The sentences and tokens of a document, for the formats that have a line a token."""

from collections.abc import Sequence
from typing import NamedTuple

import polars as pl

from visavis.corpus.model import TEXTS
from visavis.interchange.documents import Document, tiles
from visavis.languages import Lang
from visavis.text.sentences import segment
from visavis.text.tokens import tokenise


class Token(NamedTuple):
    """A token: its form and its offsets in the text."""

    form: str
    start: int
    end: int


def sentences(doc: Document, lang: Lang) -> list[tuple[int, int]]:
    """Return the sentences of the beads where they cover the texts, else those of the segmenter."""
    if tiles(doc):
        return sorted(piece for bead in doc.beads for piece in getattr(bead, lang))
    return [(start, end) for start, end in segment(doc.texts[lang], lang)]


def tokens(text: str, pieces: Sequence[tuple[int, int]], lang: Lang) -> list[list[Token]]:
    """Return the tokens of each sentence; none crosses the edge of a sentence."""
    rows = [(str(n), lang, text[low:high], "") for n, (low, high) in enumerate(pieces)]
    listed: list[list[Token]] = [[] for _ in pieces]
    table = tokenise(pl.DataFrame(rows, TEXTS, orient="row"), lang)
    for article, form, start, end in table.select("article", "token", "start", "end").iter_rows():
        number = int(article)
        low = pieces[number][0]
        listed[number].append(Token(form, low + start, low + end))
    return listed
