"""A corpus: the tables of one folder, read at one end of the pipeline and written at the other."""

import gc
import os
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import accumulate, chain, pairwise
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from visavis import files
from visavis.corpus import schema
from visavis.corpus.articles import Article, by_side, check_unique
from visavis.corpus.card import CARD
from visavis.corpus.facts import Fact
from visavis.corpus.kb import Entity
from visavis.corpus.layers import LAYERS
from visavis.corpus.layers.arrangement import SPAN_ORDER, arrangement
from visavis.corpus.model import ARTICLES, FACTS, KB, TEXTS, Corpus
from visavis.corpus.records import R, Record, Span, decode_files, decode_lines, encode
from visavis.corpus.settings import Settings, read_settings
from visavis.errors import DataError, UsageError, VisavisError
from visavis.languages import LANGS, Lang

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence


def read_articles(folder: Path) -> list[Article]:
    """The rows of ``raw/articles.jsonl``.

    Raises:
        UsageError: ``folder`` is not a corpus.
        DataError: a row is malformed, or two rows have one id or one text.
    """
    if not (folder / ARTICLES).is_file():
        msg = f"not a corpus, {ARTICLES} is missing"
        raise UsageError(msg, where=folder, remedy="Make one with `visavis init`.")
    articles = article_rows(folder / ARTICLES)
    check_unique(articles, str(folder / ARTICLES))
    return articles


def article_rows(path: Path) -> list[Article]:
    """Return the rows of articles in a file, with the rights of each side.

    Raises:
        UsageError: the file cannot be read.
        DataError: a row is malformed.
    """
    return decode_lines(by_side(files.read_bytes(path)), Article, path)


def write_articles(folder: Path, articles: "Iterable[Article]") -> None:
    """Write ``raw/articles.jsonl``, ordered by id."""
    files.write(folder / ARTICLES, encode(sorted(articles, key=attrgetter("id"))))


def read(folder: Path) -> Corpus:
    """The corpus in ``folder``.

    Raises:
        UsageError: ``folder`` is not a corpus.
        DataError: files are malformed; the message has a line for each file.
    """
    articles = read_articles(folder)
    (result,) = parts(folder, max(1, len(articles)))
    return result


def parts(folder: Path, size: int) -> "Iterator[Corpus]":
    """The corpus in ``folder`` as parts of ``size`` articles, each with the whole knowledge base.

    Raises:
        UsageError: ``folder`` is not a corpus.
        DataError: files of the part are malformed; the message has a line for each file.
    """
    source = survey(folder)
    for first in range(0, max(1, len(source.articles)), size):
        yield read_part(source.part(slice(first, first + size)))


@dataclass(frozen=True)
class Survey:
    """What a corpus folder holds, before the files of its articles are read.

    Attributes:
        folder: the corpus.
        articles: the rows of the articles by id, with their lines in the file.
        files: folder of texts or of a layer -> the articles that have a file there.
        empty: a corpus without articles, with the knowledge base, the facts and the card.
        problems: what is malformed in the files that belong to no article, an error each.
    """

    folder: Path
    articles: "Sequence[tuple[int, Article]]"
    files: "Mapping[str, frozenset[str]]"
    empty: Corpus
    problems: "Sequence[VisavisError]"

    def of(self, ids: "Sequence[str]") -> "Survey":
        """The same, of the articles ``ids`` alone."""
        wanted = set(ids)
        chosen = [numbered for numbered in self.articles if numbered[1].id in wanted]
        return replace(self, articles=chosen)

    def part(self, chosen: slice) -> "Survey":
        """The same, of some articles in the order of their ids, and of their files alone."""
        articles = self.articles[chosen]
        ids = {article.id for _, article in articles}
        by_key = {name: names & ids for name, names in self.files.items()}
        return replace(self, articles=articles, files=by_key)


def survey(folder: Path) -> Survey:
    """What the corpus in ``folder`` holds; ``read_part`` reads it, or a part of it.

    Raises:
        UsageError: ``folder`` is not a corpus.
        DataError: a row of an article is malformed, or two rows have one id or one text.
    """
    numbered = enumerate(read_articles(folder), start=1)
    articles = sorted(numbered, key=lambda numbered: numbered[1].id)
    names = {article.id for _, article in articles}
    listed = _listed(folder)
    problems: list[VisavisError] = [_stray(path) for path in _unknown(folder, listed, names)]
    shared: dict[str, list[Record]] = {"kb": [], "facts": []}
    with _collecting(problems):
        shared["kb"] = read_rows(folder / KB, Entity)
    with _collecting(problems):
        shared["facts"] = read_rows(folder / FACTS, Fact)
    settings = Settings()
    with _collecting(problems):
        settings = read_settings(folder)
    card = None
    with _collecting(problems):
        if (folder / CARD).is_file():
            card = files.decode(files.read_bytes(folder / CARD), folder / CARD)
    empty = Corpus(
        articles=schema.frame([], Article).drop("article"),
        texts=TEXTS.to_frame(),
        layers={name: schema.frame([], kind) for name, kind in LAYERS.items()},
        kb=_numbered(shared["kb"], Entity),
        facts=_numbered(shared["facts"], Fact),
        card=card,
        settings=settings,
    )
    by_key = {
        name: frozenset(stem for stem, opens in stems.items() if opens)
        for name, stems in listed.items()
    }
    return Survey(folder, articles, by_key, empty, problems)


def read_part(source: Survey) -> Corpus:
    """The corpus of the articles of ``source``, with the whole knowledge base.

    Raises:
        DataError: files are malformed; the message has a line for each file.
    """
    with _no_search_for_cycles():
        return _read_part(source)


@contextmanager
def _no_search_for_cycles() -> "Iterator[None]":
    """Disable the garbage collector while records are built.

    They form no cycles, and collection takes a third of the time.
    """
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


def _read_part(source: Survey) -> Corpus:
    articles = source.articles
    problems = list[VisavisError]()
    texts = []
    ids = [article.id for _, article in articles]
    for lang in LANGS:
        present = source.files[f"raw/{lang}"]
        for article in filter(present.__contains__, ids):
            path = f"{source.folder}/raw/{lang}/{article}.txt"
            with _collecting(problems):
                texts.append(text_row(files.read_bytes(path), article, lang, path))
    layers = {}
    for name, kind in LAYERS.items():
        present = source.files[f"annotations/{name}"]
        paths = {
            article: f"{source.folder}/annotations/{name}/{article}.jsonl"
            for article in filter(present.__contains__, ids)
        }
        layers[name] = _arranged(*_decoded(paths, kind, problems), kind)
    if problems := [*problems, *source.problems]:
        raise DataError.of(problems)
    numbered: list[tuple[str, int, Record]] = [("", line, row) for line, row in articles]
    return replace(
        source.empty,
        articles=schema.frame(numbered, Article).drop("article"),
        texts=pl.DataFrame(texts, TEXTS, orient="row"),
        layers=layers,
    )


def _decoded(
    paths: "Mapping[str, str]", kind: type[R], problems: list[VisavisError]
) -> "tuple[dict[str, int], list[R]]":
    """How many rows the file of each article has, and those of all files, one after another."""
    data = dict.fromkeys(paths, b"")
    for article, path in paths.items():
        with _collecting(problems):
            data[article] = files.read_bytes(path)
    records = decode_files([*data.values()], kind)
    if records is not None:
        return {article: text.count(b"\n") for article, text in data.items()}, records
    by_key = {article: list[R]() for article in paths}
    for article, path in paths.items():
        with _collecting(problems):
            by_key[article] = decode_lines(data[article], kind, path)
    sizes = {article: len(rows) for article, rows in by_key.items()}
    return sizes, [*chain.from_iterable(by_key.values())]


def _arranged(sizes: "Mapping[str, int]", records: "Sequence[R]", kind: type[R]) -> pl.DataFrame:
    """The records of files as a table, those of an article in canonical order."""
    articles = [article for article, size in sizes.items() for _ in range(size)]
    lines = [*chain.from_iterable(range(1, size + 1) for size in sizes.values())]
    if issubclass(kind, Span):
        rows = schema.table(articles, lines, records, kind)
        return rows.sort("article", *SPAN_ORDER, maintain_order=True)
    ends = accumulate(sizes.values(), initial=0)
    order = [low + i for low, high in pairwise(ends) for i in arrangement(records[low:high])]
    return schema.table(articles, lines, records, kind)[order]


def read_rows(path: Path, kind: type[R]) -> list[R]:
    """The rows of a file that may be missing: a layer without rows has no file."""
    return decode_lines(files.read_bytes(path), kind, path) if path.is_file() else []


def text_row(
    data: bytes, article: str, lang: Lang, path: "Path | str"
) -> tuple[str, str, str, str]:
    """Return a text as a row of ``TEXTS``: article, lang, text, sha256."""
    return article, lang, files.decode(data, path), files.sha256(data)


_FOLDERS = {
    **{f"raw/{lang}": ".txt" for lang in LANGS},
    **{f"annotations/{layer}": ".jsonl" for layer in LAYERS},
}
"""Folder of files that each belong to an article -> how their names end."""


def strays(folder: Path, articles: set[str]) -> list[Path]:
    """Files that belong to no article: a misspelt id would silently lose its rows."""
    return _unknown(folder, _listed(folder), articles)


def _unknown(
    folder: Path, listed: "Mapping[str, Mapping[str, bool]]", articles: set[str]
) -> list[Path]:
    return sorted(
        folder / name / f"{stem}{_FOLDERS[name]}"
        for name, stems in listed.items()
        for stem in stems.keys() - articles
    )


def _listed(folder: Path) -> "dict[str, dict[str, bool]]":
    """Folder of texts or of a layer -> the names there, without their ending, and which open.

    A folder in the place of a file, or a link to nowhere, does not.
    """
    return {name: _stems(folder / name, suffix) for name, suffix in _FOLDERS.items()}


def _stems(folder: Path, suffix: str) -> dict[str, bool]:
    if not folder.is_dir():
        return {}
    with os.scandir(folder) as entries:
        return {
            entry.name.removesuffix(suffix): entry.is_file()
            for entry in entries
            if entry.name.endswith(suffix)
        }


def _stray(path: Path) -> DataError:
    remedy = "Add its row or remove the file."
    return DataError(f"no article {path.stem!r} in {ARTICLES}", where=path, remedy=remedy)


def _numbered(records: "Sequence[Record]", kind: type[Record]) -> pl.DataFrame:
    """Records without an article, by id, with their lines in the file."""
    rows = [("", line, record) for line, record in enumerate(records, start=1)]
    return schema.frame(rows, kind).drop("article").sort("id")


@contextmanager
def _collecting(problems: list[VisavisError]) -> "Iterator[None]":
    """Note a DataError and go on, so that one run shows what is wrong in every file."""
    try:
        yield
    except DataError as error:
        problems.append(error)
