"""Bounds of amounts: turned, lost or blurred."""

import re
from collections import Counter
from collections.abc import Iterator

from visavis.validation.pairs.evidence import Evidence, Segment
from visavis.validation.pairs.readings import Read, bound_of, reads
from visavis.validation.pairs.words import Side, of_sections


def marked_bounds(segment: Segment) -> Iterator[Evidence]:
    """Yield a bound that is turned where no amount was read: « au moins une », "at most one"."""
    sides = (segment.fr, segment.en)
    marked = [of_sections(side, {"bound"}) for side in sides]
    names = [Counter(m.id for _, m in listed if m.id != "about") for listed in marked]
    left = names[0] - names[1], names[1] - names[0]
    if left[0].total() != 1 or left[1].total() != 1:
        return
    lost, added = next(iter(left[0])), next(iter(left[1]))
    if (lost in LOWER) != (added in LOWER):
        places = [
            next(side.offsets[place] for place, m in listed if m.id == name)
            for side, listed, name in zip(sides, marked, (lost, added), strict=True)
        ]
        yield Evidence("bound.marked", "the bound is turned", places[0], places[1])


LOWER = frozenset({"more", "least"})
"""Markers of a lower bound."""


def of_bounds(a: Read, b: Read, segment: Segment, both: str) -> Iterator[Evidence]:
    """Yield the bound in which two amounts of one value differ."""
    one, other = bound_of(a), bound_of(b)
    if one == other:
        return
    if _BEYOND["fr"].search(segment.fr.text) and _BEYOND["en"].search(segment.en.text):
        return
    sides = {one, other}
    lacking = segment.en if other == "eq" else segment.fr
    if {"lower bound", "upper bound"} <= sides:
        kind = "opposed"
    elif "eq" in sides and sides & {"lower bound", "upper bound"}:
        wanted = {"more", "least"} if "lower bound" in sides else {"less", "most"}
        kind = "elsewhere" if _free(lacking, wanted) else "lost" if other == "eq" else "added"
    elif sides == {"eq", "approx"}:
        kind = "elsewhere" if _free(lacking, {"about"}) else "vague" if other == "eq" else "vaguer"
    elif "approx" in sides:
        kind = "blurred"
    else:
        kind = "other"
    yield Evidence(f"bound.{kind}", f"the bound differs: {both}", a.offsets, b.offsets)


_BEYOND = {
    "fr": re.compile(r"(?i)\b(?:dépass|excèd|excéd|franchi|atteign|attein|plafonn)"),
    "en": re.compile(
        r"(?i)\b(?:exceed|surpass|top(?:s|ped|ping)\b|pass(?:es|ed)\b|reach|beyond|cap)"
    ),
}
"""Verbs that bound an amount as a modifier does."""


_CLASSES = {"lower bound": {"more", "least"}, "upper bound": {"less", "most"}, "approx": {"about"}}


def _free(side: Side, wanted: set[str]) -> bool:
    """Whether a side has a word for a bound that no amount of it has taken."""
    words = sum(marker.id in wanted for _, marker in of_sections(side, {"bound"}))
    taken = sum(bool(_CLASSES.get(bound_of(read), set()) & wanted) for read in reads(side))
    return words > taken
