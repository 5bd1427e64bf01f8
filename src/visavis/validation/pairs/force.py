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
    fr, en = segment.fr.text.lower(), segment.en.text.lower()
    unsure = "rait" in fr or "raient" in fr or _has(fr, SOURCES) or _has(en, HEDGES)
    if unsure:
        yield from _hearsay(segment, fr, en)
    if _has(en, MODALS):
        yield from _modal(fr, en)


SOURCES = ("selon", "après", "croi")
HEDGES = ("edly", "said to", "reported to", "rumo", "alleged to")
MODALS = ("will", "won", "shall", "'ll", "’ll", "may", "might")
"""Letters without which a side says nothing of the kind: a search that is fast."""


def _has(text: str, letters: tuple[str, ...]) -> bool:
    return any(part in text for part in letters)


def conditionals(fr: str) -> list[re.Match[str]]:
    """Return the verbs of a French text in the conditional."""
    return [
        match
        for match in _WORDS.finditer(fr)
        if match[0] not in NOT_VERBS and not match[0].startswith(_IMPERFECT)
    ]


_WORDS = re.compile(r"\b[^\W\d_]{2,}r(?:ait|aient|ais|ions|iez)\b")
_IMPERFECT = (
    "espér", "assur", "mesur", "dur", "opér", "montr", "rencontr", "entr", "paraîtr", "sépar",
    "déclar", "prépar", "attir", "retir", "tir", "admir", "dir", "livr", "ouvr", "offr", "souffr",
    "couvr", "recouvr", "découvr", "consacr", "célébr", "régl", "génér", "récupér", "considér",
    "prospér", "différ", "préfér", "référ", "suggér", "exagér", "demeur", "pleur", "murmur", "jur",
    "figur", "procur", "adhér", "compar", "répar", "empar", "respir", "inspir", "aspir", "expir",
    "vir", "mour", "cour", "ador", "ignor", "explor", "élabor", "collabor", "amélior",
    "illustr", "administr", "désir", "rentr", "libér", "chiffr", "intégr", "registr", "enregistr",
    "filtr", "concentr", "centr", "franç",
)  # fmt: skip
"""Stems that end in r: their imperfect looks like a conditional."""


def _hearsay(segment: Segment, fr: str, en: str) -> Iterator[Evidence]:
    verbs = conditionals(fr)
    strong = _all("hearsay", 0, "en", en)
    if strong and len(strong) > _grounds(fr, en, verbs):
        yield Evidence("hedge.added", "the English is hearsay, the French is not", None,
                       strong[-1].span())  # fmt: skip
    unreal = [verb for verb in verbs if _REPORTED.match(verb[0])]
    answers = len(_all("would", 1, "en", en))
    if unreal and len(unreal) > answers:
        sort = "lost" if not answers else "lost-one"
        yield Evidence(f"hedge.{sort}", "the French is in the conditional, the English asserts",
                       unreal[0].span())  # fmt: skip
    source = [*_NAMED_SOURCE.finditer(segment.fr.text)]
    if source and not _all("source", 0, "en", en):
        yield Evidence("hedge.source", "the source of the French is not in the English",
                       source[0].span())  # fmt: skip


_NAMED_SOURCE = re.compile(
    r"(?:[Ss]elon|[Dd]['’]après|[ÀA] en croire) "
    r"(?:(?:le|la|les|un|une|des|du|plusieurs|deux|trois|certaines?)\s|l['’])?"
    r"(?:[A-ZÉ]\w+|sources?|experts?|analystes?|médias?|presse|journa\w+|agences?|proches?|témoins?"
    r"|police|autorités|gouvernement|minist\w+|études?|sondages?|rapports?|comptes? rendus?"
    r"|personnes?|lui|elles?|eux|porte-parole|parties|avocats?)\b"
)
"""Somebody who says so: not an axis or a norm."""


def _grounds(fr: str, en: str, verbs: list[re.Match[str]]) -> int:
    """Return how many words of the French may be what the English tells as hearsay."""
    modals = len(_MODAL.findall(en))
    sources = len(_all("source", 0, "fr", fr)) - len(_ACCORDING.findall(en))
    return max(0, len(verbs) - modals) + max(0, sources) + len(_all("hearsay", 1, "fr", fr))


_WOULD = re.compile(r"\b(?:would|should)(?:n['’]t)?\b|['’]d\b")
_MODAL = re.compile(r"\b(?:would|could|should|might|may)(?:n['’]t)?\b|['’]d\b")
_ACCORDING = re.compile(r"\baccording\b|\baccounts?\b|\bsa(?:id|ys?)\b|\breport(?:s|ed)?\b")

_REPORTED = re.compile(r"(?!devr)(?:[^\W\d_]+(?:[eiîuû]|d|tt|ît|v|oi)|au|se)r(?:ait|aient)$")
"""Forms that are a conditional for sure: serait, aurait, -erait, -irait, -drait."""


def _modal(fr: str, en: str) -> Iterator[Evidence]:
    will, future = _all("will", 0, "en", en), _all("will", 0, "fr", fr)
    might, may = _all("may", 0, "en", en), _all("may", 0, "fr", fr)
    if len(will) > len(future):
        verbs = [verb for verb in conditionals(fr) if not verb[0].startswith(("pourr", "devr"))]
        would = _WOULD.findall(en)
        if len(may) > len(might):
            yield Evidence("modal.firm", "the French says what may be, the English what will be",
                           may[0].span(), will[-1].span())  # fmt: skip
        elif len(verbs) > len(would):
            yield Evidence("modal.would", "the French says what would be, the English what will be",
                           verbs[0].span(), will[-1].span())  # fmt: skip
    elif len(will) < len(future):
        weak = [*_MIGHT.finditer(en)]
        if weak and len(might) > len(may):
            yield Evidence("modal.weak", "the French says what will be, the English what may be",
                           future[0].span(), weak[0].span())  # fmt: skip


_MIGHT = re.compile(r"\b(?:might|may)\b(?! \d)")


def _all(section: str, row: int, lang: str, text: str) -> list[re.Match[str]]:
    return [*_pattern(section, row, lang).finditer(text)]


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
