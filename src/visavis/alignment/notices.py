"""What is wrong with the two texts of a document, in words."""

from collections.abc import Iterator, Mapping

from visavis.alignment.beads import Alignment
from visavis.alignment.methods import Stretch

DOUBTFUL = 0.5
"""Probability below which two texts are reported as no translation."""

MOST = 20
"""Notices that are printed at most; the rest is counted."""

WORDS = {
    "moved": "{sentences} out of order: the translation is elsewhere in the text",
    "missing": "{sentences} without a translation",
}


def notices(result: Mapping[str, Alignment], langs: tuple[str, str]) -> Iterator[str]:
    """Yield a sentence for each document that is no translation, and for each stretch of others.

    Args:
        result: the alignment of each document by its id.
        langs: the names of the two sides.
    """
    lines = [line for id_, own in result.items() for line in _of(id_, own, langs)]
    yield from lines[:MOST]
    if len(lines) > MOST:
        yield f"and {len(lines) - MOST} more notices like these"


def _of(id_: str, alignment: Alignment, langs: tuple[str, str]) -> Iterator[str]:
    translation = alignment.translation
    sides = any(bead.fr for bead in alignment.beads), any(bead.en for bead in alignment.beads)
    if translation is not None and translation < DOUBTFUL and all(sides):
        percent = f"{100 * translation:.0f} %"
        yield f"{id_}: the two texts are probably no translations (probability {percent})"
    for stretch in alignment.stretches:
        yield f"{id_}: {_words(stretch, langs)}"


def _words(stretch: Stretch, langs: tuple[str, str]) -> str:
    last = stretch.end - 1
    sentences = f"{langs[stretch.side]} sentences {stretch.start} to {last}"
    return WORDS[stretch.kind].format(sentences=sentences)
