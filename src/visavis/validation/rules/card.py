"""Rules on the card: it can be read, it answers every question, and no number is typed by hand."""

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

import polars as pl

from visavis.corpus.articles import COMPATIBLE, OPEN_LICENCES
from visavis.corpus.card import CARD, parse
from visavis.corpus.layers import LAYERS
from visavis.dataset import card
from visavis.dataset.figures import NAMES
from visavis.dataset.tables import CONFIGS
from visavis.errors import DataError
from visavis.languages import LANGS

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


def card_licence(corpus: "Corpus") -> pl.DataFrame:
    """The card states a licence that a published text does not allow, or none.

    Who loads the release goes by the card: it may promise no more than every text in it allows. The
    licences of a mixture are a list, of which each text must allow one; `license: other` with a
    `license_name` leaves the terms to the page of the card.

    Remedy: state a licence that all texts allow (for CC-BY-SA-4.0 only itself), or the list.
    """
    front = _front(corpus)
    published = Counter(
        licence
        for lang in LANGS
        for licence, sha256 in corpus.articles.select(
            f"rights_{lang}", f"sha256_{lang}"
        ).iter_rows()
        if licence in OPEN_LICENCES and sha256 is not None
    )
    if front is None or not published:
        return _findings([])
    value = front.get("license")
    stated = [str(name).lower() for name in (value if isinstance(value, list) else [value]) if name]
    if not stated:
        return _findings([(1, f"states no license, and {published.total()} texts are published")])
    if "other" in stated:
        named = bool(front.get("license_name"))
        return _findings([] if named else [(1, "license is other without license_name")])
    lines = str(corpus.card).splitlines()
    line = next((n for n, text in enumerate(lines, 1) if text.startswith("license:")), 1)
    return _findings(
        (line, f"license: {', '.join(stated)} is not what {count} texts under {licence} allow")
        for licence, count in sorted(published.items())
        if not {allowed.lower() for allowed in COMPATIBLE[licence]} & {*stated}
    )


def _front(corpus: "Corpus") -> "dict[str, Any] | None":
    """Return the front matter of the card, or None where it cannot be read."""
    try:
        return None if corpus.card is None else parse(corpus.card, CARD).front
    except DataError:
        return None


def card_entry(corpus: "Corpus") -> pl.DataFrame:
    """The card leaves out a section or a question of the datasheet, or its answer.

    The questions are those of Datasheets for Datasets and of the data statement; the file
    ``datasheet.toml`` of the package lists them.

    Remedy: add the section, or the question in bold with its answer behind it; `Not known.` is one.
    """
    page, first = _page(corpus)
    if not page:
        return _findings([])
    present, declared = card.sections(page), card.answers(page)
    missing = [
        f"the section {section} is missing" for section in card.demands() if section not in present
    ]
    empty = [
        f"the section {section} is empty"
        for section, questions in card.demands().items()
        if not questions and present.get(section) == ""
    ]
    unanswered = [
        f"no answer in {section}: {question}"
        for section, questions in card.demands().items()
        for name, question in questions.items()
        if section in present and name not in declared
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
            first + prose.count("\n", 0, match.start()),
            f"{' '.join(match[0].split())} is typed by hand",
        )
        for match in _NUMBER.finditer(prose)
    )


def _page(corpus: "Corpus") -> tuple[str, int]:
    """The page of the card and the line on which it begins; empty where it cannot be read."""
    try:
        page = parse(corpus.card or "", CARD).page
    except DataError:
        return "", 1
    text = corpus.card or ""
    return page, text.count("\n", 0, len(text) - len(page)) + 1


def _blank(match: "re.Match[str]") -> str:
    """As many lines as were there, and a letter, so that what stands around does not join."""
    return "x" + "\n" * match[0].count("\n")


def _findings(rows: "Iterable[tuple[int, str]]") -> pl.DataFrame:
    return findings((CARD, line, message) for line, message in rows)


def findings(rows: "Iterable[tuple[str, int, str]]") -> pl.DataFrame:
    """Findings as path, line and message."""
    return pl.DataFrame(list(rows), _FINDINGS, orient="row")
