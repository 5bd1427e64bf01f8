"""The parts of a page, guessed from its lines: headline, subheadings, body.

A guess is a start: `visavis view` shows it, `visavis regions` and the worksheet correct it.
"""

import re
from collections.abc import Iterator, Mapping

from visavis.corpus.layers.regions import Region
from visavis.languages import LANGS, Lang

LONGEST_HEADING = 15
"""Words that a subheading has at most; a longer line without a stop is a paragraph."""

LONGEST_HEADLINE = 30
"""Words that a headline has at most."""

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_STOPPED = re.compile(r"[.!?…:;,][\"'»”’)\]\s]*\Z")
_MARKDOWN = re.compile(r"#{1,6} ")


def guess_regions(texts: Mapping[Lang, str]) -> list[Region]:
    """Return regions for the texts of an article, one a line.

    Where both texts have as many lines of the same kinds, counterparts have the same id; elsewhere
    the ids of the two languages differ, since the same id would say that they are the same.
    """
    kinds = {lang: [kind for _, _, kind in _lines(text)] for lang, text in texts.items()}
    alike = len({tuple(kind) for kind in kinds.values()}) == 1
    return [
        Region(id=f"{_letter(lang, alike)}{number}", lang=lang, start=start, end=end, type=kind)  # type: ignore[arg-type]
        for lang in LANGS
        if lang in texts
        for number, (start, end, kind) in enumerate(_lines(texts[lang]), start=1)
    ]


def _letter(lang: Lang, alike: bool) -> str:  # noqa: FBT001 - the one thing that decides
    return "r" if alike or lang == "fr" else "q"


def _lines(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and kind of each line that is not blank."""
    places = [(m.start(), m.group()) for m in _LINE.finditer(text) if m.group().strip("\ufeff \t")]
    for number, (offset, line) in enumerate(places):
        surface = line.strip().strip("\ufeff")
        start = offset + line.index(surface)
        last = number == len(places) - 1
        yield start, start + len(surface), _kind(surface, first=number == 0, last=last)


def _kind(line: str, *, first: bool, last: bool) -> str:
    """Return what a line is, by its place, its length and its end.

    >>> _kind("Le vent tourne", first=True, last=False)
    'headline'
    """
    words = len(line.split())
    if _MARKDOWN.match(line):
        return "headline" if first else "subheading"
    if last or _STOPPED.search(line):
        return "body"
    if first:
        return "headline" if words <= LONGEST_HEADLINE else "body"
    return "subheading" if words <= LONGEST_HEADING else "body"
