"""Rules on the card: it can be read, it answers every question, and no number is typed by hand."""

import re
from typing import TYPE_CHECKING

import polars as pl

from visavis.corpus.card import CARD, parse
from visavis.corpus.layers import LAYERS
from visavis.dataset import card
from visavis.dataset.figures import NAMES
from visavis.dataset.tables import CONFIGS
from visavis.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from visavis.corpus.model import Corpus

_FINDINGS = {"path": pl.String, "line": pl.Int32, "message": pl.String}
_NOT_TYPED = re.compile(r"```.*?```|`[^`\n]*`|\{\{\w+\}\}|\((?:19|20)\d\d\)|\]\([^)]*\)", re.DOTALL)
"""What may hold a number: code, a figure, the year of a reference, the target of a link."""
_COUNTED = "|".join(sorted({*CONFIGS, *LAYERS, "stories", "passes", "splits", "entities"}))
_WORDS = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|hundred"
_NUMBER = re.compile(
    rf"(?<![\w.-])\d[\d.,]*(?![\w-])|\b(?:{_WORDS})\s+(?:[\w-]+\s+){{0,2}}(?:{_COUNTED})\b",
    re.IGNORECASE,
)


def card_front(corpus: "Corpus") -> pl.DataFrame:
    """The front matter of the card cannot be read, or says what the build is to say.

    A front matter with hand-written configs or features loads without a word and gives wrong
    tables; a language code that YAML reads as a truth value (``no``) is lost.

    Remedy: correct the YAML; leave out what the build writes; quote language codes.
    """
    if corpus.card is None:
        return _findings([])
    try:
        front = parse(corpus.card, CARD).front
    except DataError as error:
        return _findings([(1, error.problem)])
    languages = front.get("language", [])
    wrong = [f"the front matter has {key}" for key in card.DECLARED if key in front]
    if not isinstance(languages, list) or any(not isinstance(code, str) for code in languages):
        wrong.append("language is not a list of codes")
    return _findings((1, message) for message in wrong)


def card_entry(corpus: "Corpus") -> pl.DataFrame:
    """The card leaves out a section or a question of the datasheet, or its answer.

    The questions are those of Datasheets for Datasets and of the data statement; the file
    ``datasheet.toml`` of the package lists them.

    Remedy: add the section, or the question in bold with its answer behind it; `Not known.` is one.
    """
    page, first = _page(corpus)
    if not page:
        return _findings([])
    there, told = card.sections(page), card.answers(page)
    missing = [
        f"the section {section} is missing" for section in card.demands() if section not in there
    ]
    empty = [
        f"the section {section} is empty"
        for section, questions in card.demands().items()
        if not questions and there.get(section) == ""
    ]
    unanswered = [
        f"no answer in {section}: {question}"
        for section, questions in card.demands().items()
        for name, question in questions.items()
        if section in there and name not in told
    ]
    return _findings((first, message) for message in [*missing, *empty, *unanswered])


def card_figure(corpus: "Corpus") -> pl.DataFrame:
    """The card names a figure that is not computed.

    Remedy: choose one of the names in `visavis.dataset.figures.NAMES`.
    """
    page, first = _page(corpus)
    return _findings(
        (first + line - 1, f"no figure is named {name}")
        for line, name in card.places(page)
        if name not in NAMES
    )


def card_number(corpus: "Corpus") -> pl.DataFrame:
    """A number stands in the prose of the card.

    It would be stale as soon as the corpus grows. Numbers in code, years of references in brackets
    and names such as CC-BY-4.0 are no figures.

    Remedy: name a computed figure in its place; put what is no figure into backquotes.
    """
    page, first = _page(corpus)
    prose = _NOT_TYPED.sub(_blank, page)
    return _findings(
        (
            first + prose.count("\n", 0, found.start()),
            f"{' '.join(found[0].split())} is typed by hand",
        )
        for found in _NUMBER.finditer(prose)
    )


def _page(corpus: "Corpus") -> tuple[str, int]:
    """The page of the card and the line on which it begins; empty where it cannot be read."""
    try:
        page = parse(corpus.card or "", CARD).page
    except DataError:
        return "", 1
    whole = corpus.card or ""
    return page, whole.count("\n", 0, len(whole) - len(page)) + 1


def _blank(found: "re.Match[str]") -> str:
    """As many lines as were there, and a letter, so that what stands around does not join."""
    return "x" + "\n" * found[0].count("\n")


def _findings(rows: "Iterable[tuple[int, str]]") -> pl.DataFrame:
    return findings((CARD, line, message) for line, message in rows)


def findings(rows: "Iterable[tuple[str, int, str]]") -> pl.DataFrame:
    """Findings as path, line and message."""
    return pl.DataFrame(list(rows), _FINDINGS, orient="row")
