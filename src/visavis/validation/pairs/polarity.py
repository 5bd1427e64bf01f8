"""Which of two segments denies more than the other."""

from collections.abc import Iterator

from visavis.validation.pairs import negation
from visavis.validation.pairs.coverage import answered
from visavis.validation.pairs.evidence import Evidence, Segment
from visavis.validation.pairs.words import Side

DENYING = {
    "fr": frozenset(
        {"pas", "jamais", "rien", "personne", "aucun", "aucune", "aucuns", "aucunes", "nullement",
         "guère", "non", "ni", "nul", "nulle", "nuls", "nulles", "plus"}
    ),
    "en": frozenset(
        {"not", "cannot", "never", "nothing", "nobody", "no", "none", "neither", "nor", "nowhere",
         "hardly", "scarcely", "barely"}
    ),
}  # fmt: skip
"""Words without one of which no segment denies anything."""


def differences(segment: Segment) -> Iterator[Evidence]:
    """Yield a denial that only one side has."""
    fr, en = segment.fr, segment.en
    if not _may_deny(fr) and not _may_deny(en):
        return
    side = negation.unanswered(fr.text, en.text)
    if side and not _is_kept(fr):
        kind = "lost" if side == "fr" else "added"
        own, other = (fr, en) if side == "fr" else (en, fr)
        if not _is_said_alike(own, other):
            kind += "-free"
        name = "French" if side == "fr" else "English"
        place = _place(fr if side == "fr" else en)
        offsets = (place, None) if side == "fr" else (None, place)
        yield Evidence(f"negation.{kind}", f"only the {name} denies it", *offsets)


def _is_kept(fr: Side) -> bool:
    """Whether a name with an English word of negation stands in both: Not For Private Gain."""
    return fr.has(DENYING["en"] - {"no", "nor"})


def _may_deny(side: Side) -> bool:
    if side.has(DENYING[side.lang]):
        if side.lang == "fr" and DENYING["fr"].intersection(side.lower) == {"plus"}:
            return side.has(frozenset({"ne", "n"}))
        return True
    return side.lang == "en" and any(token[-2:] in ("'t", "’t") for token in side.lower)


def _place(side: Side) -> tuple[int, int] | None:
    for word, place in zip(side.lower, side.offsets, strict=True):
        if _denies(word, side):
            return place
    return None


AROUND = {"fr": (4, 5), "en": (2, 5)}
"""Tokens before and after a word of negation in which the word denied is."""


def _is_said_alike(side: Side, other: Side) -> bool:
    """Whether what is denied on one side is in the other: otherwise it is said in other words."""
    before, after = AROUND[side.lang]
    for place, word in enumerate(side.lower):
        if _denies(word, side):
            low, high = max(0, place - before), place + after
            count, total = answered(side, low, high, other)
            if total and count * 2 >= total:
                return True
    return False


def _denies(word: str, side: Side) -> bool:
    return (word in DENYING[side.lang] - {"plus"}) or word[-2:] in ("'t", "’t")
