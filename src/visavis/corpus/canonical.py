"""The one canonical form of the row files of a corpus."""

from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from visavis import files
from visavis.corpus.articles import Article, is_open
from visavis.corpus.facts import Fact
from visavis.corpus.kb import Entity
from visavis.corpus.layers import LAYERS
from visavis.corpus.layers.arrangement import arrangement
from visavis.corpus.layers.regions import Region
from visavis.corpus.model import ARTICLES, FACTS, KB, layer_path, text_path
from visavis.corpus.records import R, Record, Span, encode
from visavis.errors import DataError
from visavis.languages import LANGS, Lang

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
from visavis.corpus.reading import read_articles, read_rows, text_row


def canonical(folder: Path) -> "dict[Path, bytes]":
    """The canonical bytes of every row file of the corpus: order, spacing, surfaces, hashes.

    Surfaces (``text``) are filled in where the article's rights allow and taken out elsewhere;
    regions, which are whole paragraphs, have none.

    Raises:
        UsageError: ``folder`` is not a corpus.
        DataError: a file is malformed, or a span lies outside its text.
    """
    articles = sorted(read_articles(folder), key=attrgetter("id"))
    bytes_of = {ARTICLES: encode(articles)}
    for article in articles:
        texts = {lang: row[2] for lang in LANGS for row in _read_text(folder, article.id, lang)}
        for name, kind in LAYERS.items():
            path = layer_path(article.id, name)
            if (folder / path).is_file():
                bytes_of[path] = layer_bytes(read_rows(folder / path, kind), article, texts, path)
    if (folder / KB).is_file():
        bytes_of[KB] = encode(sorted(read_rows(folder / KB, Entity), key=attrgetter("id")))
    if (folder / FACTS).is_file():
        bytes_of[FACTS] = encode(sorted(read_rows(folder / FACTS, Fact), key=attrgetter("id")))
    return bytes_of


def layer_bytes(
    rows: "Sequence[Record]", article: Article, texts: "Mapping[Lang, str]", path: Path
) -> bytes:
    """The canonical bytes of the rows of one layer of an article, as ``canonical`` gives them.

    Raises:
        DataError: a span lies outside its text.
    """
    return encode(_with_surface(rows[i], article, texts, path) for i in arrangement(rows))


def _with_surface(span: R, article: Article, texts: "Mapping[Lang, str]", path: Path) -> R:
    if not isinstance(span, Span):
        return span
    if isinstance(span, Region) or not is_open(article, span.lang):
        return msgspec.structs.replace(span, text=None)
    text = texts.get(span.lang, "")
    if not span.start < span.end <= len(text):
        msg = (
            f"{span.id} [{span.start}:{span.end}] is not inside the {span.lang} text of {len(text)}"
            " characters"
        )
        raise DataError(msg, where=path, remedy="Correct its offsets.")
    return msgspec.structs.replace(span, text=text[span.start : span.end])


def _read_text(folder: Path, article: str, lang: Lang) -> list[tuple[str, str, str, str]]:
    path = folder / text_path(article, lang)
    return [text_row(files.read_bytes(path), article, lang, path)] if path.is_file() else []
