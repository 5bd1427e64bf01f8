"""Collecting: a new corpus, new articles, and the third-party texts that users hold themselves."""

import re
from dataclasses import dataclass
from importlib.resources import files as resources
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

import msgspec

from visavis import files
from visavis.corpus.articles import THIRD_PARTY, Article, is_open
from visavis.corpus.model import text_path
from visavis.corpus.reading import read_articles, write_articles
from visavis.errors import DataError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

IGNORED = Path("raw/fr/.gitignore")
"""Names the texts that git must not take: those of third-party articles."""

State = Literal["hydrated", "present", "changed", "missing"]


@dataclass(frozen=True)
class Source:
    """A text to add, and its English translation where there is one."""

    id: str
    fr: Path
    en: Path | None = None


class Hydration(NamedTuple):
    """What became of a third-party article: its id, and the state of its French text.

    hydrated: copied into the corpus; present: there already; changed: what is there is not the
    declared text; missing: no file with the declared bytes was found.
    """

    article: str
    state: State


def start(folder: Path, name: str) -> list[Path]:
    """Make an empty corpus in ``folder``; return the files that were written.

    Raises:
        UsageError: ``folder`` holds one of these files already, or cannot be written.
    """
    templates = sorted(resources("visavis").joinpath("template").iterdir(), key=str)
    contents: dict[Path, bytes] = {}
    for template in templates:
        path = Path(template.name.replace("__", "/").replace("dot-", ".", 1))
        if (folder / path).exists():
            msg = f"{folder / path}: exists already. Choose an empty folder."
            raise UsageError(msg)
        text = template.read_text(encoding="utf-8").replace("{name}", name)
        contents[path] = text.encode()
    for path, content in contents.items():
        files.write(folder / path, content)
    return list(contents)


def add(folder: Path, sources: "Sequence[Source]", known: "Mapping[str, object]") -> list[Article]:
    """Add texts to the corpus in ``folder`` with what is ``known`` of them all; return their rows.

    Raises:
        UsageError: a file cannot be read, or an id or what is known is not allowed.
        DataError: a text is not UTF-8, or is in the corpus already.
    """
    articles = read_articles(folder)
    texts: dict[Path, bytes] = {}
    added: list[Article] = []
    for source in sources:
        sides = {"fr": source.fr} | ({"en": source.en} if source.en else {})
        data = {lang: files.read_bytes(path) for lang, path in sides.items()}
        for lang, path in sides.items():
            files.decode(data[lang], path)
        article = _row(source, data, known)
        _refuse_known(article, source.fr, [*articles, *added])
        added.append(article)
        texts |= {text_path(article.id, "fr"): data["fr"]}
        texts |= {text_path(article.id, "en"): data["en"]} if source.en else {}
    for path, content in texts.items():
        if (folder / path).exists() and files.read_bytes(folder / path) != content:
            msg = f"{folder / path}: exists, with other content. Remove it or choose another id."
            raise DataError(msg)
    _ignore(folder, [*articles, *added])
    for path, content in texts.items():
        files.write(folder / path, content)
    write_articles(folder, [*articles, *added])
    return added


def hydrate(folder: Path, source: Path | None) -> list[Hydration]:
    """Copy the French texts of third-party articles from ``source`` into the corpus, by sha256.

    Args:
        folder: the corpus.
        source: a folder that holds the texts, under any names and at any depth; None only looks.

    Raises:
        UsageError: ``folder`` is not a corpus, or ``source`` is not a folder.
    """
    if source is not None and not source.is_dir():
        msg = f"{source}: not a folder. Name the folder that holds the texts."
        raise UsageError(msg)
    articles = [article for article in read_articles(folder) if not is_open(article)]
    offered = dict(_hashes(source)) if source and articles else {}
    return [_hydrate(folder, article, offered) for article in articles]


def slug(name: str) -> str:
    """An id made of a file name: lower case, with hyphens for what an id may not hold."""
    return re.sub(r"[^a-z0-9_]+", "-", name.lower()).strip("-_")


def _hydrate(folder: Path, article: Article, offered: "Mapping[str, Path]") -> Hydration:
    path = folder / text_path(article.id, "fr")
    there = path.is_file()
    if there and files.sha256(files.read_bytes(path)) == article.sha256_fr:
        return Hydration(article.id, "present")
    if article.sha256_fr in offered:
        files.write(path, files.read_bytes(offered[article.sha256_fr]))
        return Hydration(article.id, "hydrated")
    return Hydration(article.id, "changed" if there else "missing")


def _hashes(source: Path) -> "Iterator[tuple[str, Path]]":
    for path in sorted(source.rglob("*")):
        if path.is_file():
            yield files.sha256(files.read_bytes(path)), path


def _row(source: Source, data: "Mapping[str, bytes]", known: "Mapping[str, object]") -> Article:
    row = {
        "genre": None,
        "title": None,
        "publisher": None,
        "url": None,
        "published": None,
        "collected": None,
        "origin": "unknown",
        "origin_evidence": None,
        "sources": (),
        "split": "train",
        **known,
        "id": source.id,
        "story": known.get("story") or source.id.replace("_", "-"),
        "translation": known.get("translation") or ("unknown" if "en" in data else None),
        "sha256_fr": files.sha256(data["fr"]),
        "sha256_en": files.sha256(data["en"]) if "en" in data else None,
    }
    try:
        return msgspec.convert(row, Article)
    except msgspec.ValidationError as error:
        msg = f"{source.fr}: {error}. Correct the option of that name."
        raise UsageError(msg) from error


def _refuse_known(article: Article, path: Path, articles: "Iterable[Article]") -> None:
    for other in articles:
        if article.sha256_fr == other.sha256_fr:
            msg = f"{path}: this text is in the corpus already, as {other.id!r}. Leave it out."
            raise DataError(msg)
        if article.id == other.id:
            msg = f"{path}: the id {other.id!r} is taken. Choose another with --id."
            raise DataError(msg)


def _ignore(folder: Path, articles: "Iterable[Article]") -> None:
    """Keep third-party texts out of git, before the first of them is written."""
    names = sorted(f"{article.id}.txt\n" for article in articles if article.rights == THIRD_PARTY)
    if names:
        files.write(folder / IGNORED, "".join(names).encode())
