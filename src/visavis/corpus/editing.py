"""Edit the articles of a corpus: their rows, their names, and all that hangs on them.

Each function returns the new content of every file that changes, None for one that goes, so that a
command can show it first and write it as one change (``corpus.journal``).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter
from pathlib import Path
from typing import Any

import msgspec

from visavis import files
from visavis.corpus.articles import Article
from visavis.corpus.ingest import ignored
from visavis.corpus.model import ARTICLES, text_path
from visavis.corpus.reading import read_articles
from visavis.corpus.records import encode, fields
from visavis.corpus.settings import SETTINGS, parse_settings
from visavis.errors import DataError, UsageError
from visavis.languages import LANGS

Contents = dict[Path, bytes | None]

FIXED = ("id", "sha256_fr", "sha256_en")
"""Fields of a row that other commands write: `rename`, `reanchor`."""

_SHARED = (Path("annotations/adjudication.jsonl"), Path("annotations/waivers.jsonl"))
"""Files whose rows name an article in the field ``article``."""


def find(articles: Sequence[Article], id_: str) -> Article:
    """Return the article that has the id.

    Raises:
        UsageError: there is none; the message names the id that is most like it.
    """
    by_id = {article.id: article for article in articles}
    if id_ not in by_id:
        msg = f"there is no article {id_!r}"
        raise UsageError(msg, remedy=_alike(id_, by_id))
    return by_id[id_]


def _alike(name: str, names: Mapping[str, object]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only where a name is wrong

    alike = get_close_matches(name, list(names), 1)
    return f"Did you mean {alike[0]}?" if alike else "`visavis list` names the articles."


def set_fields(folder: Path, ids: Sequence[str], values: Mapping[str, str]) -> Contents:
    """Return the rows of the articles with new values: words, JSON, or ``null``.

    Raises:
        UsageError: an article or a field does not exist, or a value is not allowed there.
    """
    articles = read_articles(folder)
    chosen = {find(articles, id_).id for id_ in ids}
    names = [field.name for field in fields(Article) if field.name not in FIXED]
    for name in values:
        if name not in names:
            msg = f"there is no field {name!r} to set"
            raise UsageError(msg, remedy=f"Choose among {', '.join(names)}.")
    rows = [_with(article, values) if article.id in chosen else article for article in articles]
    return {ARTICLES: _encoded(rows), **ignored(folder, rows)}


def _with(article: Article, values: Mapping[str, str]) -> Article:
    cells = msgspec.to_builtins(article) | {name: _value(text) for name, text in values.items()}
    try:
        return msgspec.convert(cells, Article)
    except msgspec.ValidationError as error:
        raise UsageError(str(error), where=article.id, remedy="Correct the value.") from error


def _value(text: str) -> Any:  # noqa: ANN401 - whatever the field holds
    """Return a value as JSON where it is a list or null, as words elsewhere."""
    if text == "null" or text.startswith("["):
        try:
            return msgspec.json.decode(text)
        except msgspec.DecodeError as error:
            msg = f"{text}: not JSON ({error})"
            raise UsageError(msg, remedy="Quote the words.") from error
    return text


def rename(folder: Path, old: str, new: str) -> Contents:
    """Return the files of the corpus with the article ``old`` under the id ``new``.

    Raises:
        UsageError: there is no such article, or the new id is taken or not allowed.
    """
    articles = read_articles(folder)
    article = find(articles, old)
    if any(other.id == new for other in articles):
        msg = f"the id {new!r} is taken"
        raise UsageError(msg, remedy="Choose another one.")
    row = _with_id(article, new)
    rows = [row if other.id == old else other for other in articles]
    contents: Contents = {ARTICLES: _encoded(rows), **ignored(folder, rows)}
    for path in _files(folder, old):
        contents[path] = None
        contents[path.with_name(new + path.suffix)] = files.read_bytes(folder / path)
    for path in _SHARED:
        contents |= _rewritten(folder, path, old, new)
    return contents | _settings(folder, old, new)


def _with_id(article: Article, id_: str) -> Article:
    cells = msgspec.to_builtins(article) | {"id": id_}
    try:
        return msgspec.convert(cells, Article)
    except msgspec.ValidationError as error:
        remedy = "An id has letters, digits, - and _, at most 64."
        msg = f"{id_!r} is not an id"
        raise UsageError(msg, remedy=remedy) from error


def remove(folder: Path, ids: Sequence[str]) -> Contents:
    """Return the files of the corpus without the articles and all that hangs on them.

    Raises:
        UsageError: an article does not exist.
    """
    articles = read_articles(folder)
    gone = {find(articles, id_).id for id_ in ids}
    rows = [article for article in articles if article.id not in gone]
    contents: Contents = {ARTICLES: _encoded(rows), **ignored(folder, rows)}
    for id_ in sorted(gone):
        contents |= dict.fromkeys(_files(folder, id_))
    for path in _SHARED:
        data = files.read_bytes(folder / path) if (folder / path).is_file() else b""
        for id_ in gone:
            data = _lines(data, id_, None)
        if data or (folder / path).is_file():
            contents[path] = data or None
    for id_ in gone:
        contents |= _settings(folder, id_, None, contents)
    return contents


def _encoded(rows: Sequence[Article]) -> bytes:
    return encode(sorted(rows, key=attrgetter("id")))


def _files(folder: Path, article: str) -> Iterator[Path]:
    """Yield the files of an article: texts, layers, passes, what was set aside."""
    for lang in LANGS:
        if (folder / text_path(article, lang)).is_file():
            yield text_path(article, lang)
    for path in sorted((folder / "annotations").rglob(f"{article}.jsonl")):
        yield path.relative_to(folder)


def _rewritten(folder: Path, path: Path, old: str, new: str) -> Contents:
    if not (folder / path).is_file():
        return {}
    return {path: _lines(files.read_bytes(folder / path), old, new)}


def _lines(data: bytes, old: str, new: str | None) -> bytes:
    """Return rows in which an article has another id, or without its rows (``new`` is None)."""
    lines = []
    for line in data.splitlines(keepends=True):
        cells = _cells(line)
        path = Path(str(cells.get("path", "")))
        of_file = path.stem == old and path != ARTICLES
        ours = cells.get("article") == old or of_file
        if not ours:
            lines.append(line)
        elif new is not None:
            if "article" in cells:
                cells["article"] = new
            if of_file:
                cells["path"] = path.with_name(new + path.suffix).as_posix()
            lines.append(msgspec.json.encode(cells) + b"\n")
    return b"".join(lines)


def _cells(line: bytes) -> dict[str, Any]:
    try:
        return msgspec.json.decode(line, type=dict[str, Any])
    except msgspec.DecodeError as error:
        msg = f"a row of annotations/ is not one JSON object ({error})"
        raise DataError(msg, remedy="Run `visavis validate` and correct it first.") from error


def _settings(
    folder: Path, old: str, new: str | None, before: Mapping[Path, bytes | None] | None = None
) -> Contents:
    """Return corpus.toml with the table of an article under its new id, or without it."""
    path = folder / SETTINGS
    if not path.is_file():
        return {}
    data = (before or {}).get(SETTINGS) or files.read_bytes(path)
    text = files.decode(data, SETTINGS)
    if old not in parse_settings(text).articles:
        return {}
    head = rf'(?m)^\[articles\.(?:{re.escape(old)}|"{re.escape(old)}")\][ \t]*$'
    if new is None:
        text = re.sub(head + r"\n?(?:(?!\[).*\n?)*", "", text)
    else:
        text = re.sub(head, f"[articles.{new}]", text)
    if old in parse_settings(text).articles:
        msg = f"the settings of article {old} are not in a table [articles.{old}]"
        raise DataError(msg, where=SETTINGS, remedy="Change them there by hand first.")
    return {SETTINGS: text.encode()}
