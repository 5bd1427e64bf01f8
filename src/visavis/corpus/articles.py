"""Articles: the row of each one in ``raw/articles.jsonl``, and what its rights allow."""

from typing import Annotated, Literal

import msgspec

from visavis.corpus.records import Id, Record, Sha256, meaning
from visavis.errors import DataError

THIRD_PARTY = "third-party"
"""Rights of a text that belongs to somebody else: it is neither kept in git nor published."""

OPEN_LICENCES = ("CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0", "ODC-By-1.0", "PDDL-1.0")
"""SPDX identifiers of the licences under which a text may be kept and published."""

Slug = Annotated[str, msgspec.Meta(pattern=r"\A[a-z0-9][a-z0-9-]{0,63}\Z")]
Day = Annotated[str, msgspec.Meta(pattern=r"\A[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?\Z")]
Split = Literal["train", "validation", "test"]


class Article(Record, frozen=True, kw_only=True, omit_defaults=False):
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
        Literal["human", "language_model", "machine_translation", "unknown"] | None,
        meaning("how the English was made; null where there is none"),
    ]
    rights: Annotated[
        Literal["third-party", "CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0", "ODC-By-1.0", "PDDL-1.0"],
        meaning("SPDX identifier of the text's licence, or third-party"),
    ]
    sources: Annotated[tuple[str, ...], meaning("ids of the facts that the text states")]
    split: Annotated[Split, meaning("the part of the corpus")]
    sha256_fr: Annotated[Sha256, meaning("SHA-256 of the French text's bytes")]
    sha256_en: Annotated[Sha256 | None, meaning("SHA-256 of the English text's bytes")]


SPLITS: tuple[Split, ...] = ("train", "validation", "test")


def is_open(article: Article) -> bool:
    """Whether the article's texts may be kept in the repository and published."""
    return article.rights != THIRD_PARTY


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
