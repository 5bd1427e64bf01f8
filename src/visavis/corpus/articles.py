"""Articles: the row of each one in ``raw/articles.jsonl``, and what its rights allow."""

import tomllib
from contextlib import suppress
from datetime import date
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Annotated, Literal

import msgspec
from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

from visavis.corpus.recipes import Recipe, RecipeText
from visavis.corpus.records import Id, Record, Sha256, meaning
from visavis.errors import DataError
from visavis.languages import Lang

if TYPE_CHECKING:
    from collections.abc import Mapping

THIRD_PARTY = "third-party"
"""Rights of a text that belongs to somebody else: it is neither kept in git nor published."""

COMPATIBLE: "Mapping[str, tuple[str, ...]]" = {
    licence: tuple(allowed)
    for licence, allowed in tomllib.loads(
        files("visavis").joinpath("corpus", "licences.toml").read_text(encoding="utf-8")
    )["allows"].items()
}
"""Licence of a text -> the licences that a collection with the text in it may state."""

OPEN_LICENCES = tuple(COMPATIBLE)
"""SPDX identifiers of the licences under which a text may be kept and published."""

Rights = Annotated[
    str, msgspec.Meta(extra={"choices": (THIRD_PARTY, *OPEN_LICENCES, "LicenseRef-NAME")})
]
"""Rights of a text: an SPDX expression, ``LicenseRef-…`` for terms of its own, or ``third-party``.

A licence of ``OPEN_LICENCES`` is published; any other is kept in git and not published;
``third-party`` is kept out of both."""


@cache
def is_rights(text: str) -> bool:
    """Return whether ``text`` is third-party, or an SPDX expression as SPDX spells it."""
    if text == THIRD_PARTY:
        return True
    with suppress(InvalidLicenseExpression):
        return canonicalize_license_expression(text) == text
    return False


Slug = Annotated[str, msgspec.Meta(pattern=r"\A[a-z0-9][a-z0-9-]{0,63}\Z")]
Day = Annotated[str, msgspec.Meta(pattern=r"\A[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?\Z")]


def exists(day: str) -> bool:
    """Return whether a year, a month or a day of the pattern of ``Day`` is in the calendar."""
    with suppress(ValueError):
        date.fromisoformat(day + "0001-01-01"[len(day) :])
        return True
    return False


Split = Literal["train", "validation", "test"]


class Article(Record, frozen=True, kw_only=True):
    """What is known of an article. What is unknown is null, never invented."""

    id: Annotated[Id, meaning("names the files of the article")]
    story: Annotated[Slug, meaning("articles on the same events share it; splits go by story")]
    genre: Annotated[Slug | None, meaning("dispatch, analysis, chronicle, ...")]
    title: Annotated[str | None, meaning("headline, where rights allow")]
    publisher: Annotated[str | None, meaning("who published it")]
    url: Annotated[str | None, meaning("where it was published")]
    published: Annotated[Day | None, meaning("year, month or day")]
    collected: Annotated[Day | None, meaning("when the text was collected or written")]
    origin: Annotated[
        Literal["original", "human_translated", "machine_translated", "unknown"],
        meaning("how the French text came to be French"),
    ]
    origin_evidence: Annotated[str | None, meaning("what shows it")]
    translation: Annotated[
        Literal["original", "human", "language_model", "machine_translation", "unknown"] | None,
        meaning("how the English was made; original: it was written first; null: there is none"),
    ]
    rights_fr: Annotated[Rights, meaning("licence of the French text, or third-party")]
    rights_en: Annotated[
        Rights | None, meaning("licence of the English text, or third-party; null without one")
    ]
    sources: Annotated[tuple[str, ...], meaning("ids of the facts that the text states")]
    split: Annotated[Split, meaning("the part of the corpus")]
    sha256_fr: Annotated[Sha256, meaning("SHA-256 of the French text's bytes")]
    sha256_en: Annotated[Sha256 | None, meaning("SHA-256 of the English text's bytes")]
    recipe_fr: Annotated[
        RecipeText | None, meaning("the lines that make the French text: FILE:FIRST-LAST")
    ] = None
    recipe_en: Annotated[
        RecipeText | None, meaning("the lines that make the English text: FILE:FIRST-LAST")
    ] = None

    def __post_init__(self) -> None:
        for name in ("published", "collected"):
            if (day := getattr(self, name)) is not None and not exists(day):
                msg = f"{name}: {day} is not in the calendar"
                raise ValueError(msg)
        for name in ("rights_fr", "rights_en"):
            if (text := getattr(self, name)) is not None and not is_rights(text):
                msg = f"{name}: {text!r} is neither an SPDX expression nor {THIRD_PARTY}"
                raise ValueError(msg)
        for recipe in filter(None, (self.recipe_fr, self.recipe_en)):
            Recipe.parse(recipe)
        if self.recipe_en and self.sha256_en is None:
            msg = "recipe_en: the row has no sha256_en, so nothing would prove the text"
            raise ValueError(msg)


SPLITS: tuple[Split, ...] = ("train", "validation", "test")


def rights(article: Article, lang: Lang) -> str | None:
    """Return the rights of the article's text in a language, or None where there is no text."""
    return article.rights_fr if lang == "fr" else article.rights_en


def recipe(article: Article, lang: Lang) -> Recipe | None:
    """Return how the article's text in a language is made from a file, if the row tells it."""
    text = article.recipe_fr if lang == "fr" else article.recipe_en
    return Recipe.parse(text) if text else None


def is_open(article: Article, lang: Lang) -> bool:
    """Return whether the article's text in a language may be kept in git and published."""
    return rights(article, lang) in OPEN_LICENCES


def is_third_party(article: Article, lang: Lang) -> bool:
    """Return whether the article's text in a language must be kept out of git."""
    return rights(article, lang) == THIRD_PARTY


def by_side(data: bytes) -> bytes:
    """Return rows with ``rights_fr`` and ``rights_en`` for those with the former ``rights``.

    ``rights`` held for both texts; a row without English has no rights of it. Lines that are not
    such rows stay as they are, so that messages name the same lines.
    """
    if b'"rights"' not in data:
        return data
    return b"\n".join(_by_side(line) for line in data.split(b"\n"))


def _by_side(line: bytes) -> bytes:
    try:
        row = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return line
    if not isinstance(row, dict) or "rights" not in row or row.keys() & {"rights_fr", "rights_en"}:
        return line
    both = row["rights"]
    cells: dict[str, object] = {}
    for name, value in row.items():
        if name == "rights":
            english = both if row.get("sha256_en") is not None else None
            cells |= {"rights_fr": both, "rights_en": english}
        else:
            cells[name] = value
    return msgspec.json.encode(cells)


def check_unique(articles: list[Article], where: str) -> None:
    """Refuse two articles with one id or one French text.

    Raises:
        DataError: naming both lines.
    """
    for name in ("id", "sha256_fr"):
        seen: dict[str, int] = {}
        for line, article in enumerate(articles, start=1):
            value = getattr(article, name)
            if value in seen:
                msg = f"the {name} {value!r} is in line {seen[value]} already"
                raise DataError(msg, where=where, line=line, remedy="Keep one of the two rows.")
            seen[value] = line
