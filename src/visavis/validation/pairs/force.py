"""How sure two segments are: hearsay, what may be, what will be."""

import re
from collections.abc import Iterator
from functools import cache

from visavis.languages import entries
from visavis.validation.pairs.evidence import Evidence, Segment

_CONDITIONAL = re.compile(r"(?<!t)(?<!rt)r(?:ait|aient)$")
NOT_VERBS = frozenset(
    {"portrait", "extrait", "retrait", "trait", "attrait", "abstrait", "distrait", "soustrait",
     "paraît", "contrait", "forfait", "parfait"}
)  # fmt: skip
"""Words that end like a conditional."""


def differences(segment: Segment) -> Iterator[Evidence]:
    """Yield what one side asserts and the other does not."""
    fr, en = segment.fr.text, segment.en.text
    lower = en.lower()
    if (added := _search("hearsay", 0, "en", lower)) and not _french_hedge(fr.lower()):
        yield Evidence("hedge.added", "the English is hearsay, the French is not", None, added.span())
    if "reportedly" not in lower:
        yield from _lost(segment, fr.lower(), lower)
    yield from _modal(fr.lower(), lower)


def _french_hedge(fr: str) -> bool:
    return bool(
        _search("hearsay", 1, "fr", fr) or _search("source", 0, "fr", fr)
        or _search("source", 1, "fr", fr)
    )  # fmt: skip


def conditional(fr: str) -> re.Match[str] | None:
    """Return the first verb of a French text in the conditional."""
    for match in _WORDS.finditer(fr):
        if match[0] not in NOT_VERBS and not match[0].startswith(_IMPERFECT):
            return match
    return None


_WORDS = re.compile(r"\b[^\W\d_]{2,}r(?:ait|aient)\b")
_IMPERFECT = (
    "espér", "assur", "mesur", "dur", "opér", "montr", "rencontr", "entr", "paraîtr", "sépar",
    "déclar", "prépar", "attir", "retir", "tir", "admir", "dir", "livr", "ouvr", "offr", "souffr",
    "couvr", "recouvr", "découvr", "consacr", "célébr", "régl", "génér", "récupér", "considér",
    "prospér", "différ", "préfér", "référ", "suggér", "exagér", "demeur", "pleur", "murmur", "jur",
    "figur", "procur", "adhér", "compar", "répar", "empar", "respir", "inspir", "aspir", "expir",
    "vir", "mour", "cour", "ador", "ignor", "explor", "élabor", "collabor", "amélior",
    "illustr", "administr", "registr", "enregistr", "filtr", "concentr", "centr",
)  # fmt: skip


def _lost(segment: Segment, fr: str, en: str) -> Iterator[Evidence]:
    verb = conditional(fr)
    if verb and _unreal(verb[0]) and not _search("would", 0, "en", en):
        yield Evidence("hedge.lost", "the French is in the conditional, the English asserts", verb.span())
    source = _search("source", 0, "fr", fr)
    if source and not _search("source", 0, "en", en):
        yield Evidence("hedge.source", "the source of the French is not in the English", source.span())


def _unreal(verb: str) -> bool:
    """Whether a form is a conditional for sure: serait, aurait, -erait, -irait, -drait."""
    return bool(re.search(r"(?:[eiîuû]|d|t|v|oi|au|se)r(?:ait|aient)$", verb))


def _modal(fr: str, en: str) -> Iterator[Evidence]:
    will = _search("will", 0, "en", en)
    if will and not _search("will", 0, "fr", fr):
        may = _search("may", 0, "fr", fr)
        if may and not _search("may", 0, "en", en):
            yield Evidence("modal.firm", "the French says what may be, the English what will be",
                           may.span(), will.span())  # fmt: skip
    elif not will and (weak := _MIGHT.search(en)):
        future = _search("will", 0, "fr", fr)
        if future and not _search("may", 0, "fr", fr):
            yield Evidence("modal.weak", "the French says what will be, the English what may be",
                           future.span(), weak.span())  # fmt: skip


_MIGHT = re.compile(r"\b(?:might|may|could)\b(?! \d)")


def _search(section: str, row: int, lang: str, text: str) -> re.Match[str] | None:
    return _pattern(section, row, lang).search(text)


@cache
def _pattern(section: str, row: int, lang: str) -> re.Pattern[str]:
    at, rows = "", []
    for entry in entries("fr-en", "force.txt"):
        if entry.startswith("["):
            at = entry.strip("[]")
        elif at == section:
            rows.append(entry.split("\t"))
    words = rows[row][lang == "en"].replace(r"\p{L}", r"[^\W\d_]")
    return re.compile(rf"\b(?:{words})\b")
