"""Fix what is wrong with the files of a corpus and has exactly one right answer.

Fixes: canonical form; duplicate rows, equal in every field; surfaces that are missing or not
allowed; the title of a third-party article; the parent of a nested mention; the normal form of
names; the sha256 of a text of ours where every span and sentence still matches the text. Never
fixes what has two answers: hashes of third-party texts, a hash where offsets no longer match, or a
``text`` that differs from the slice.
"""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

import msgspec

from visavis import files
from visavis.corpus import journal
from visavis.corpus.articles import Article, is_open
from visavis.corpus.canonical import layer_bytes
from visavis.corpus.facts import Fact
from visavis.corpus.kb import Entity
from visavis.corpus.layers import LAYERS
from visavis.corpus.layers.beads import AlignedBead
from visavis.corpus.layers.mentions import Mention
from visavis.corpus.layers.regions import Region
from visavis.corpus.model import ARTICLES, FACTS, KB, layer_path, text_path
from visavis.corpus.reading import read_articles, read_rows
from visavis.corpus.records import Record, Span, encode
from visavis.languages import LANGS, Lang

Texts = Mapping[Lang, str]
"""The texts of an article by language."""


class Mended(NamedTuple):
    """A file as it should be: its path in the corpus, its bytes, and what was done to it."""

    path: Path
    data: bytes
    said: tuple[str, ...]


def mend(folder: Path) -> list[Mended]:
    """The files of the corpus in ``folder`` that are to be written, and what changes in each.

    Nothing is written here. A second call after they are written gives nothing.

    Raises:
        UsageError: ``folder`` is not a corpus.
        DataError: a file is malformed, or a span lies outside its text.
    """
    articles = sorted(read_articles(folder), key=attrgetter("id"))
    rows: list[Article] = []
    mended: list[Mended] = []
    entries: list[str] = []
    for article in articles:
        texts = dict(_texts(folder, article.id))
        layers = {
            name: read_rows(folder / layer_path(article.id, name), kind)
            for name, kind in LAYERS.items()
            if (folder / layer_path(article.id, name)).is_file()
        }
        row, changes = _article(folder, article, texts, layers)
        rows.append(row)
        entries += changes
        mended += [_layer(name, result, row, texts) for name, result in layers.items()]
    mended.append(Mended(ARTICLES, encode(rows), tuple(entries)))
    mended += _base(folder)
    return [each for each in mended if each.data and (folder / each.path).read_bytes() != each.data]


def write(folder: Path, mended: Sequence[Mended]) -> None:
    """Put the files into the corpus, each at once; ``visavis undo`` takes it back."""
    journal.change(folder, "validate --fix", {each.path: each.data for each in mended})


def _texts(folder: Path, article: str) -> Iterator[tuple[Lang, str]]:
    for lang in LANGS:
        path = folder / text_path(article, lang)
        if path.is_file():
            yield lang, files.decode(files.read_bytes(path), path)


def _article(
    folder: Path, article: Article, texts: Texts, layers: Mapping[str, Sequence[Record]]
) -> tuple[Article, list[str]]:
    """The row of an article, and what was mended in it."""
    if not is_open(article, "fr") and article.title is not None:
        return msgspec.structs.replace(article, title=None), [f"{article.id}: title taken out"]
    message = list[str]()
    for lang, text in texts.items():
        field = f"sha256_{lang}"
        now = files.sha256(files.read_bytes(folder / text_path(article.id, lang)))
        if is_open(article, lang) and getattr(article, field) != now and _fits(text, lang, layers):
            article = msgspec.structs.replace(article, **{field: now})
            message.append(f"{article.id}: {field} renewed")
    return article, message


def _fits(text: str, lang: str, layers: Mapping[str, Sequence[Record]]) -> bool:
    """Return True if every span and sentence of this language still matches the text."""
    rows = [row for item in layers.values() for row in item]
    spans = [row for row in rows if isinstance(row, Span) and row.lang == lang]
    sides = [getattr(row, lang) for row in rows if isinstance(row, AlignedBead)]
    edges = sorted(sentence for side in sides for sentence in side)
    tiles = [0, *(end for _, end in edges)] == [*(start for start, _ in edges), len(text)]
    surfaces = all(
        row.end <= len(text) if isinstance(row, Region) else text[row.start : row.end] == row.text
        for row in spans
    )
    return surfaces and (tiles or not (edges or spans))


def _layer(name: str, rows: Sequence[Record], article: Article, texts: Texts) -> Mended:
    """A layer of an article; without bytes where a surface is not what stands there."""
    path = layer_path(article.id, name)
    if any(_astray(row, article, texts) for row in rows):
        return Mended(path, b"", ())
    remaining = list(dict.fromkeys(rows))
    entries = [f"{len(rows) - len(remaining)} equal rows taken out"] * (len(remaining) < len(rows))
    nested = [_with_parent(row, remaining) for row in remaining]
    entries += [
        f"{new.id} of {new.lang}: parent {new.parent}"
        for new, old in zip(nested, remaining, strict=True)
        if isinstance(new, Mention) and new != old
    ]
    return Mended(path, layer_bytes(nested, article, texts, path), tuple(entries))


def _astray(row: Record, article: Article, texts: Texts) -> bool:
    if not isinstance(row, Span) or row.text is None or row.lang not in texts:
        return False
    return is_open(article, row.lang) and row.text != texts[row.lang][row.start : row.end]


def _with_parent(row: Record, rows: Sequence[Record]) -> Record:
    """A mention that lies in others, with the smallest of them as its parent."""
    if not isinstance(row, Mention) or row.parent is not None:
        return row
    around = [
        other
        for other in rows
        if isinstance(other, Mention)
        and other.lang == row.lang
        and other.start <= row.start
        and row.end <= other.end
        and (other.start, other.end) != (row.start, row.end)
    ]
    if not around:
        return row
    parent = min(around, key=lambda other: (other.end - other.start, other.id))
    return msgspec.structs.replace(row, parent=parent.id)


def _base(folder: Path) -> Iterator[Mended]:
    """The knowledge base and the facts."""
    if (folder / KB).is_file():
        entities = read_rows(folder / KB, Entity)
        normal = [_normal(entity) for entity in entities]
        entries = [
            f"{new.id}: names in normal form"
            for new, old in zip(normal, entities, strict=True)
            if new != old
        ]
        yield _rows(KB, normal, entries)
    if (folder / FACTS).is_file():
        yield _rows(FACTS, read_rows(folder / FACTS, Fact), [])


def _rows(path: Path, rows: "Sequence[Entity] | Sequence[Fact]", messages: list[str]) -> Mended:
    remaining = list(dict.fromkeys(rows))
    messages = messages + [f"{len(rows) - len(remaining)} equal rows taken out"] * (
        len(remaining) < len(rows)
    )
    return Mended(path, encode(sorted(remaining, key=attrgetter("id"))), tuple(messages))


def _normal(entity: Entity) -> Entity:
    def tidy(name: str) -> str:
        return unicodedata.normalize("NFC", name).strip()

    return msgspec.structs.replace(
        entity,
        name_fr=tidy(entity.name_fr),
        name_en=tidy(entity.name_en),
        aliases_fr=tuple(map(tidy, entity.aliases_fr)),
        aliases_en=tuple(map(tidy, entity.aliases_en)),
    )
