"""Collecting: a new corpus, new articles, and the third-party texts that users hold themselves."""

import re
import unicodedata
from dataclasses import dataclass
from importlib.resources import files as resources
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

import msgspec

from visavis import files
from visavis.corpus import journal, offers
from visavis.corpus.articles import Article, is_third_party
from visavis.corpus.model import ARTICLES, text_path
from visavis.corpus.reading import read_articles
from visavis.corpus.records import encode
from visavis.errors import DataError, UsageError
from visavis.languages import LANGS, Lang

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


def ignore_path(lang: Lang) -> Path:
    """Return the path of the file that names the texts that git must not take."""
    return Path("raw", lang, ".gitignore")


State = Literal["hydrated", "present", "changed", "missing"]


@dataclass(frozen=True)
class Source:
    """A text to add, and its English translation where there is one."""

    id: str
    fr: Path
    en: Path | None = None


class Hydration(NamedTuple):
    """What became of a third-party text: its article and language, and its state.

    hydrated: copied into the corpus; present: there already; changed: what is there is not the
    declared text; missing: no file with the declared bytes was found.
    """

    article: str
    lang: Lang
    state: State


def start(folder: Path, name: str) -> list[Path]:
    """Make an empty corpus in ``folder``; return the files that were written.

    Files that a killed call left are taken as they are.

    Raises:
        UsageError: ``folder`` holds one of these files already, or cannot be written.
    """
    templates = sorted(resources("visavis").joinpath("template").iterdir(), key=str)
    contents: dict[Path, bytes] = {}
    for template in templates:
        path = Path(template.name.replace("__", "/").replace("dot-", ".", 1))
        text = template.read_text(encoding="utf-8").replace("{name}", name)
        contents[path] = text.encode()
    present = [path for path in contents if (folder / path).exists()]
    others = [path for path in present if files.read_bytes(folder / path) != contents[path]]
    if others or len(present) == len(contents):
        msg = f"{folder / [*others, *present][0]}: exists already. Choose an empty folder."
        raise UsageError(msg)
    for path, content in contents.items():
        files.write(folder / path, content)
    return list(contents)


def add(
    folder: Path,
    sources: "Sequence[Source]",
    known: "Mapping[str, object]",
    *,
    dry_run: bool = False,
) -> list[Article]:
    """Add texts to the corpus in ``folder`` with what is ``known`` of them all; return their rows.

    Texts of a third party are named in the ``.gitignore`` of their folder before they are written.

    Raises:
        UsageError: a file cannot be read, or an id or what is known is not allowed.
        DataError: a text is not UTF-8, or is in the corpus already.
    """
    articles = read_articles(folder)
    texts: dict[Path, bytes] = {}
    added: list[Article] = []
    for source in sources:
        sides: dict[Lang, Path] = {"fr": source.fr}
        if source.en:
            sides["en"] = source.en
        data = {lang: files.read_bytes(path) for lang, path in sides.items()}
        for lang, path in sides.items():
            files.decode(data[lang], path)
        article = _row(source, data, known)
        _refuse_known(article, source.fr, [*articles, *added])
        added.append(article)
        texts |= {text_path(article.id, lang): content for lang, content in data.items()}
    for path, content in texts.items():
        if (folder / path).exists() and files.read_bytes(folder / path) != content:
            msg = f"{folder / path}: exists, with other content. Remove it or choose another id."
            raise DataError(msg)
    everything = sorted([*articles, *added], key=attrgetter("id"))
    contents = {**ignored(folder, everything), **texts, ARTICLES: encode(everything)}
    if not dry_run:
        journal.change(folder, "add", contents)
    return added


def hydrate(folder: Path, source: Path | None, *, dry_run: bool = False) -> list[Hydration]:
    """Copy the third-party texts from ``source`` into the corpus, by sha256.

    A file that is in the corpus is never written over.

    Args:
        folder: the corpus.
        source: a folder that holds the texts, under any names and at any depth; None only looks.
        dry_run: only tell what would be copied.

    Raises:
        UsageError: ``folder`` is not a corpus, or ``source`` is not a folder.
    """
    if source is not None and not source.is_dir():
        msg = f"{source}: not a folder. Name the folder that holds the texts."
        raise UsageError(msg)
    articles = read_articles(folder)
    sides = [
        (article, lang, str(getattr(article, f"sha256_{lang}")))
        for article in articles
        for lang in LANGS
        if is_third_party(article, lang) and getattr(article, f"sha256_{lang}")
    ]
    wanted = {sha256 for _, _, sha256 in sides}
    offered = offers.search(source, wanted).paths if source and sides else {}
    states = [_state(folder, article, lang, sha256, offered) for article, lang, sha256 in sides]
    texts = {
        text_path(article.id, lang): files.read_bytes(offered[sha256])
        for (article, lang, sha256), state in zip(sides, states, strict=True)
        if state.state == "hydrated"
    }
    if texts and not dry_run:
        journal.change(folder, "hydrate", {**ignored(folder, articles), **texts})
    return states


_LETTERS = str.maketrans(
    {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
"""Lower-case letters that Unicode does not take apart into a letter and its marks."""


def slug(name: str) -> str:
    """Return an id made of a file name: lower case, without accents, hyphens for all else.

    >>> slug("L’été à Nîmes")
    'l-ete-a-nimes'
    """
    letters = unicodedata.normalize("NFKD", name.lower().translate(_LETTERS))
    plain = "".join(char for char in letters if not unicodedata.combining(char))
    return re.sub(r"[^a-z0-9_]+", "-", plain).strip("-_")


def _state(
    folder: Path, article: Article, lang: Lang, sha256: str, offered: "Mapping[str, Path]"
) -> Hydration:
    path = folder / text_path(article.id, lang)
    if path.is_file():
        same = files.sha256(files.read_bytes(path)) == sha256
        return Hydration(article.id, lang, "present" if same else "changed")
    return Hydration(article.id, lang, "hydrated" if sha256 in offered else "missing")


def hints(folder: Path, source: Path, states: "Iterable[Hydration]") -> list[str]:
    """Return, for the texts that ``hydrate`` did not find, which files are likely meant.

    Args:
        folder: the corpus.
        source: the folder in which the texts were looked for.
        states: what ``hydrate`` returned.
    """
    articles = {article.id: article for article in read_articles(folder)}
    lacking = [
        offers.Lacking(article, lang, str(getattr(articles[article], f"sha256_{lang}")))
        for article, lang, state in states
        if state == "missing"
    ]
    declared = {
        sha256 for article in articles.values() for sha256 in (article.sha256_fr, article.sha256_en)
    }
    offered = offers.search(source, {sha256 for sha256 in declared if sha256})
    likely = offers.hints(source, lacking, offered.paths.values())
    lines = [f"{path}: {why}; passed over" for path, why in offered.unreadable]
    for text in lacking:
        row = articles[text.article]
        told = [likely[text.sha256]] if text.sha256 in likely else []
        told += ["published by " + ", ".join(s for s in (row.publisher, row.url) if s)] * bool(
            row.publisher or row.url
        )
        lines += [f"{text.article} ({text.lang}): {'; '.join(told)}"] if told else []
    return lines


def _row(source: Source, data: "Mapping[Lang, bytes]", known: "Mapping[str, object]") -> Article:
    rights = known.get("rights")
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
        "rights_fr": rights,
        "rights_en": rights if "en" in data else None,
        **{name: value for name, value in known.items() if name != "rights"},
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


def ignored(folder: Path, articles: "Iterable[Article]") -> dict[Path, bytes]:
    """Return the ``.gitignore`` of each language that keeps the third-party texts out of git.

    What a file says already stays.
    """
    listed = list(articles)
    contents: dict[Path, bytes] = {}
    for lang in LANGS:
        path = ignore_path(lang)
        names = {f"{article.id}.txt" for article in listed if is_third_party(article, lang)}
        if not names:
            continue
        before = b""
        if (folder / path).is_file():
            before = files.read_bytes(folder / path)
        missing = names - {line.strip() for line in before.decode(errors="replace").splitlines()}
        gap = b"" if before.endswith(b"\n") or not before else b"\n"
        added = "".join(f"{name}\n" for name in sorted(missing)).encode()
        contents[path] = before + gap + added if missing else before
    return contents
