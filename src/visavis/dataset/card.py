"""The card of a release: the page of the corpus with its data declared and its figures filled in.

In the page, ``{{name}}`` is the place of a figure or table that the build computes. A release
carries the page as its ``README.md``.
"""

import csv
import io
import re
import tomllib
from importlib.resources import files as resources
from typing import TYPE_CHECKING

import yaml

from visavis.corpus.card import CARD, Card
from visavis.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import polars as pl

_PLACE = re.compile(r"\{\{(\w+)\}\}")
_NEXT = re.compile(r"^(?:\*\*|#|!\[|\|)", re.MULTILINE)
"""Where the prose of an answer ends: at the next one, a heading, a picture or a table."""
_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))


def render(card: Card, declared: "Mapping[str, object]", figures: "Mapping[str, str]") -> str:
    """The card of a release: ``declared`` joins the front matter, ``figures`` fill the page.

    Raises:
        DataError: the page names a figure that is not computed.
    """
    if unknown := sorted(set(_PLACE.findall(card.page)) - figures.keys()):
        msg = f"no figure is named {unknown[0]!r}"
        raise DataError(msg, where=CARD, remedy=f"Choose among {', '.join(sorted(figures))}.")
    front = yaml.safe_dump({**card.front, **declared}, allow_unicode=True, sort_keys=False)
    return f"---\n{front}---\n" + _PLACE.sub(lambda place: figures[place[1]], card.page)


def places(page: str) -> list[tuple[int, str]]:
    """The figures that a page names, each with its line in the page, counted from 1."""
    return [(page.count("\n", 0, match.start()) + 1, match[1]) for match in _PLACE.finditer(page)]


def demands() -> "dict[str, dict[str, str]]":
    """What a card must tell: section -> id of an entry -> its question, as the card repeats it."""
    declared = (
        resources("visavis").joinpath("dataset", "datasheet.toml").read_text(encoding="utf-8")
    )
    return tomllib.loads(declared)


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
    present = sections(page)
    names = {}
    for section, questions in demands().items():
        for name, question in questions.items():
            behind = present.get(section, "").partition(f"**{question}**")[2]
            answer = " ".join(_NEXT.split(behind)[0].split())
            if answer:
                names[name] = answer
    return names


DECLARED = ("size_categories", "configs", "dataset_info")
"""The keys of the front matter that the build writes."""


def size_category(rows: int) -> str:
    """The size category of the Hub for the largest table of a release."""
    return next((name for limit, name in _SIZES if rows < limit), "1M<n<10M")


def markdown(table: "pl.DataFrame") -> str:
    """A table as Markdown; nulls are empty cells."""
    rows: Sequence[Sequence[object]] = [table.columns, ["---"] * table.width, *table.iter_rows()]
    return "\n".join("| " + " | ".join(map(_cell, row)) + " |" for row in rows)


def comma_separated(table: "pl.DataFrame") -> str:
    """Return a table as CSV (RFC 4180, lines ended by LF); nulls are empty cells."""
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows(table.iter_rows())
    return lines.getvalue()


def _cell(value: object) -> str:
    return "" if value is None else str(value).replace("|", "\\|")
