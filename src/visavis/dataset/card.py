"""The card: the hand-written page of a corpus, its data declared and its figures filled in.

The corpus keeps ``dataset_card.md``: a front matter in YAML and a page in which ``{{name}}`` stands
for a figure or table that the build computes. A release carries the page as its ``README.md``.
"""

import re
import tomllib
from dataclasses import dataclass
from importlib.resources import files as resources
from typing import TYPE_CHECKING, Any

import yaml

from visavis.corpus import reading
from visavis.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import polars as pl

CARD = str(reading.CARD)

_FRONT = re.compile(r"\A---\n(.*?\n)---\n(.*)\Z", re.DOTALL)
_PLACE = re.compile(r"\{\{(\w+)\}\}")
_NEXT = re.compile(r"^(?:\*\*|#|!\[|\|)", re.MULTILINE)
"""Where the prose of an answer ends: at the next one, a heading, a picture or a table."""
_VERSION = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)")
_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))


@dataclass(frozen=True)
class Card:
    """The hand-written card of a corpus.

    Attributes:
        front: the front matter; ``pretty_name`` and ``version`` are always there.
        page: the text after it, with ``{{name}}`` in the places of figures.
    """

    front: dict[str, Any]
    page: str

    @property
    def version(self) -> str:
        """Semantic version of the corpus."""
        return str(self.front["version"])

    @property
    def name(self) -> str:
        """Name of the corpus as a folder is named: lower case, hyphens for spaces."""
        return re.sub(r"[^a-z0-9]+", "-", str(self.front["pretty_name"]).lower()).strip("-")


def parse(text: str, where: str) -> Card:
    """The card in ``text``.

    Raises:
        DataError: no front matter, malformed YAML, or no name or semantic version in it.
    """
    found = _FRONT.match(text)
    if not found:
        msg = f"{where}:1: no front matter. Begin with a line ---, YAML, and a line ---."
        raise DataError(msg)
    try:
        front = yaml.safe_load(found[1])
    except yaml.YAMLError as error:
        msg = f"{where}: front matter: {' '.join(str(error).split())}. Correct the YAML."
        raise DataError(msg) from error
    if not isinstance(front, dict) or not front.get("pretty_name"):
        msg = f"{where}: front matter: pretty_name is missing. Add the name of the corpus."
        raise DataError(msg)
    if not _VERSION.fullmatch(str(front.get("version"))):
        msg = f"{where}: front matter: version is not like 1.2.3. Add the version of the corpus."
        raise DataError(msg)
    return Card(front, found[2])


def render(card: Card, declared: "Mapping[str, object]", figures: "Mapping[str, str]") -> str:
    """The card of a release: ``declared`` joins the front matter, ``figures`` fill the page.

    Raises:
        DataError: the page names a figure that is not computed.
    """
    if unknown := sorted(set(_PLACE.findall(card.page)) - figures.keys()):
        msg = (
            f"{CARD}: no figure is named {unknown[0]!r}. Choose among {', '.join(sorted(figures))}."
        )
        raise DataError(msg)
    front = yaml.safe_dump({**card.front, **declared}, allow_unicode=True, sort_keys=False)
    return f"---\n{front}---\n" + _PLACE.sub(lambda place: figures[place[1]], card.page)


def places(page: str) -> list[tuple[int, str]]:
    """The figures that a page names, each with its line in the page, counted from 1."""
    return [(page.count("\n", 0, found.start()) + 1, found[1]) for found in _PLACE.finditer(page)]


def demands() -> "dict[str, dict[str, str]]":
    """What a card must tell: section -> id of an entry -> its question, as the card repeats it."""
    told = resources("visavis").joinpath("datasheet.toml").read_text(encoding="utf-8")
    return tomllib.loads(told)


def sections(page: str) -> "dict[str, str]":
    """The sections of a page, by heading (``## ``); what comes before the first is left out."""
    parts = re.split(r"^## (.+)\n", page, flags=re.MULTILINE)[1:]
    return {
        title.strip(): text.strip() for title, text in zip(parts[::2], parts[1::2], strict=True)
    }


def description(text: str) -> str:
    """What a card says first: the paragraph behind its title, in one line."""
    begun = re.search(r"^# .+\n+((?:.+\n)+)", text, re.MULTILINE)
    return " ".join(begun[1].split()) if begun else ""


def answers(page: str) -> "dict[str, str]":
    """The entries of the datasheet that a page answers, by id: Markdown in one line."""
    there = sections(page)
    found = {}
    for section, questions in demands().items():
        for name, question in questions.items():
            behind = there.get(section, "").partition(f"**{question}**")[2]
            answer = " ".join(_NEXT.split(behind)[0].split())
            if answer:
                found[name] = answer
    return found


DECLARED = ("size_categories", "configs", "dataset_info")
"""The keys of the front matter that the build writes."""


def size_category(rows: int) -> str:
    """The size category of the Hub for the largest table of a release."""
    return next((name for limit, name in _SIZES if rows < limit), "1M<n<10M")


def markdown(table: "pl.DataFrame") -> str:
    """A table as Markdown; nulls are empty cells."""
    rows: Sequence[Sequence[object]] = [table.columns, ["---"] * table.width, *table.iter_rows()]
    return "\n".join("| " + " | ".join(map(_cell, row)) + " |" for row in rows)


def _cell(value: object) -> str:
    return "" if value is None else str(value).replace("|", "\\|")
