"""Entities that a knowledge base lacks, proposed from the capitalised words of the texts.

A run of capitalised words that stands in both languages of an article is a name of something; what
it is, its shape and the word before it suggest. A person decides: `visavis kb accept`.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

import polars as pl

from visavis.annotation.candidates import candidates
from visavis.annotation.gazetteer import Names
from visavis.corpus.kb import Entity
from visavis.corpus.layers.mentions import EntityType
from visavis.corpus.model import Corpus
from visavis.corpus.sources import slug

_JOINED = re.compile(r"[ \u00a0]|-|[ \u00a0](?:de|du|des|la|of|the|and|et|&)[ \u00a0]")
"""What may stand between two capitalised words of one name."""

_PLACE = re.compile(r"\b(?:[àÀ]|[Ee]n|[Aa]ux?|[Vv]ers|[Dd]epuis)[ \u00a0]\Z")
"""Prepositions before the name of a place."""

_TITLE = re.compile(
    r"\b(?:M\.|MM\.|Mme|Dr|[Pp]résidente?|[Mm]inistre|PDG|[Dd]irectrice|[Dd]irecteur)[ \u00a0,]+\Z"
)
"""Words before the name of a person."""

LONGEST_ACRONYM = 6
"""Letters of an acronym at most; longer words in capitals are headings."""


def propose(corpus: Corpus) -> list[Entity]:
    """Return the entities to propose, by id; none that the knowledge base names already."""
    kinds: dict[str, Counter[EntityType]] = defaultdict(Counter)
    for article in corpus.articles["id"]:
        part = corpus.part([article])
        texts = dict(part.texts.select("lang", "text").iter_rows())
        english = texts.get("en", "")
        for start, end in _names(part):
            name = _folded(texts["fr"][start:end])
            if _stands_in(name, english) and not _known(corpus, name):
                kinds[name][_kind(name, texts["fr"][max(0, start - 20) : start])] += 1
    return list(_entities(kinds, set(corpus.kb["id"])))


def _names(part: Corpus) -> list[tuple[int, int]]:
    """Return the offsets of the runs of capitalised words in the French text of an article."""
    text = next(iter(part.texts.filter(pl.col("lang") == "fr")["text"]), "")
    words = candidates(part).filter(lang="fr", candidate="name").select("start", "end").iter_rows()
    runs: list[tuple[int, int]] = []
    for start, end in sorted(words):
        if runs and _JOINED.fullmatch(text[runs[-1][1] : start]):
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
    return runs


def _folded(name: str) -> str:
    return " ".join(name.split())


def _stands_in(name: str, text: str) -> bool:
    pattern = r"\s".join(map(re.escape, name.split()))
    return re.search(rf"(?<!\w){pattern}(?!\w)", text) is not None


def _known(corpus: Corpus, name: str) -> bool:
    return any(True for _ in Names(corpus.kb, "fr").find(name))


def _kind(name: str, before: str) -> EntityType:
    """Return what a name is the name of, as far as its shape and what stands before it tell.

    >>> [_kind("OTAN", ""), _kind("Lyon", "il vit à "), _kind("Ada Byron", ""), _kind("Airbus", "")]
    ['ORG', 'LOC', 'PER', 'ORG']
    """
    words = name.split()
    if _TITLE.search(before):
        return "PER"
    if _PLACE.search(before):
        return "LOC"
    capitals = [word for word in words if word.isupper() and 1 < len(word) <= LONGEST_ACRONYM]
    two_names = len(words) == 2 and all(word[1:].islower() for word in words)  # noqa: PLR2004 - first and last name
    return "PER" if two_names and not capitals else "ORG"


def _entities(kinds: dict[str, Counter[EntityType]], taken: set[str]) -> Iterator[Entity]:
    for name in sorted(kinds):
        id_ = _free(slug(name).replace("_", "-")[:60], taken)
        if id_:
            taken.add(id_)
            kind = kinds[name].most_common(1)[0][0]
            yield Entity(id=id_, type=kind, name_fr=name, name_en=name)


def _free(id_: str, taken: Iterable[str]) -> str | None:
    numbered = (f"{id_}-{number}" for number in range(2, 100))
    return next((free for free in (id_, *numbered) if id_ and free not in taken), None)
