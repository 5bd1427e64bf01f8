"""Projection: the spans of one language carried over to the other through the beads.

A mention of a name goes to the name of the same entity, an amount to the amount of the same value,
a conditional to a word that can render one; the rest goes where the words of the span are
translated, by the lexicon and by cognates, nearest to the same place of the bead. What finds no
place is left out. Projected spans are suggestions, to be decided by reading.

The idea is that of Yarowsky, Ngai and Wicentowski 2001 (Inducing multilingual text analysis tools
via robust projection across aligned corpora); anchoring by name and by value is ours.
"""

import re
import tomllib
from collections import defaultdict
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import polars as pl

from visavis import languages
from visavis.alignment.methods.translation import shipped
from visavis.alignment.methods.words import plain, stemmer
from visavis.annotation.gazetteer import Names
from visavis.corpus.spans import locate, sides
from visavis.text import amounts
from visavis.text.amounts.durations import UCUM, in_unit
from visavis.text.tokens import tokenise

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

    from visavis.corpus.model import Corpus

    Row = Mapping[str, Any]

LAYERS = ("mentions", "amounts", "attributions", "conditionals", "stances")
"""The layers that are projected."""

_SHORT = 3
"""Words up to so many small letters (articles, prepositions) say nothing of a place."""

_COGNATE = 0.6
"""Weight of two words that begin alike; of equal words 1, of a lexicon pair its own."""

_SHARED = 4
"""Letters that cognates share at least."""

_ROUNDING = Decimal("1e-5")
"""Relative difference of the values of one amount: a third is 0.333333."""

_DISTANCE = 0.5
"""What a shift over the whole bead costs a pair of words."""


class Word(NamedTuple):
    """A token: its offsets and its text."""

    start: int
    end: int
    text: str


class Place(NamedTuple):
    """Where a span of the source goes: the words of its bead in both languages."""

    source: "Sequence[Word]"
    target: "Sequence[Word]"


class Projected(NamedTuple):
    """A span carried over: its id, its offsets in the target text, and those of its modifier."""

    article: str
    id: str
    start: int
    end: int
    modifier: tuple[int, int] | None = None


def project(corpus: "Corpus", layer: str) -> list[Projected]:
    """The French spans of ``layer`` in the English texts, in the order of the French.

    Args:
        corpus: with beads, and with both texts of the articles to be projected.
        layer: one of ``LAYERS``.
    """
    places = _places(corpus)
    spans = corpus.layers[layer].filter(pl.col("lang") == "fr").sort("article", "start", "end")
    located = locate(spans, sides(corpus).rename({"bead": "there"}), "there")
    groups: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in located.drop_nulls("there").to_dicts():
        if (row["article"], row["there"]) in places:
            groups[row["article"], row["there"]].append(row)
    texts = dict(corpus.texts.filter(pl.col("lang") == "en").select("article", "text").iter_rows())
    anchor: dict[str, Callable[[Sequence[Row], Place, str], dict[str, Span]]] = {
        "mentions": _NamedAnchor(corpus),
        "amounts": _by_value,
        "conditionals": _by_word,
        "attributions": _by_cue,
    }
    result = []
    for (article, bead), rows in groups.items():
        place = places[article, bead]
        anchored = anchor[layer](rows, place, texts[article]) if layer in anchor else {}
        for source in rows:
            span = anchored.get(str(source["id"])) or _by_words(source, place, layer)
            if span:
                result.append(Projected(article, str(source["id"]), *span))
    return result


Span = tuple[int, int] | tuple[int, int, tuple[int, int] | None]


class _NamedAnchor:
    """Proper names by their entity: the first to the first, the second to the second."""

    def __init__(self, corpus: "Corpus") -> None:
        self._names = Names(corpus.kb, "en")

    def __call__(self, rows: "Sequence[Row]", place: Place, text: str) -> dict[str, Span]:
        first, last = place.target[0].start, place.target[-1].end
        visible: dict[tuple[str, bool], list[Span]] = defaultdict(list)
        for name in self._names.find(text[first:last]):
            visible[name.entity, name.proper].append((first + name.start, first + name.end))
        names = {}
        for row in rows:
            waiting = visible[row["entity"], row["form"] == "NAM"]
            if waiting:
                names[str(row["id"])] = waiting.pop(0)
        return names


def _by_value(rows: "Sequence[Row]", place: Place, text: str) -> dict[str, Span]:
    """Amounts by their value, in order; those that are left by their order."""
    first, last = place.target[0].start, place.target[-1].end
    waiting = amounts.find(text[first:last], "en")
    by_key: dict[str, Span] = {}
    for same in (_same_value, _same_kind):
        for row in rows:
            if str(row["id"]) in by_key:
                continue
            match = next((amount for amount in waiting if same(row, amount)), None)
            if match:
                waiting.remove(match)
                modifier = match.modifier_span
                by_key[str(row["id"])] = (
                    first + match.start,
                    first + match.end,
                    modifier and (first + modifier[0], first + modifier[1]),
                )
    return by_key


def _same_value(row: "Row", amount: amounts.Amount) -> bool:
    """Whether an amount is the one of the row, in the unit of the row where it is a time."""
    if row["value"] is None or amount.modifier == "several":
        return False
    value, unit = amount.value, UCUM.get(row["unit"] or "")
    if unit and amount.dimension == "duration":
        value = in_unit(value, str(amount.unit), unit)
    return bool(abs(row["value"] - value) <= abs(value) * _ROUNDING)


def _same_kind(row: "Row", amount: amounts.Amount) -> bool:
    return row["value"] is None and row["kind"] == amount.kind


def _by_word(rows: "Sequence[Row]", place: Place, text: str) -> dict[str, Span]:
    """Conditionals by the words that can render them, in order, where there are enough."""
    del text
    return _in_order(rows, place, _words()["conditional_words"])


def _by_cue(rows: "Sequence[Row]", place: Place, text: str) -> dict[str, Span]:
    """Attributions by the reporting cues, in order, where there are as many."""
    del text
    result = _in_order(rows, place, _words()["cues"])
    return {id_: _whole_cue(span, place) for id_, span in result.items()}


def _in_order(rows: "Sequence[Row]", place: Place, forms: "re.Pattern[str]") -> dict[str, Span]:
    match = [word for word in place.target if forms.fullmatch(word.text.lower())]
    if len(match) != len(rows):
        return {}
    return {str(row["id"]): (word.start, word.end) for row, word in zip(rows, match, strict=True)}


def _whole_cue(span: Span, place: Place) -> Span:
    """A cue with the auxiliaries before its verb (T5), or with the preposition after it (T1)."""
    words = place.target
    first = next(i for i, word in enumerate(words) if word.start == span[0])
    last = next(i for i, word in enumerate(words) if word.end == span[1])
    while first and _words()["auxiliaries"].fullmatch(words[first - 1].text.lower()):
        first -= 1
    if words[last].text.lower() == "according" and last + 1 < len(words):
        last += 1
    return words[first].start, words[last].end


def _by_words(row: "Row", place: Place, layer: str) -> Span | None:
    """The stretch of the target whose words translate those of the span, nearest to its place."""
    inside = [
        (i, word)
        for i, word in enumerate(place.source)
        if row["start"] <= word.start and word.end <= row["end"] and _says(word)
    ]
    pairs = [
        (weight - _DISTANCE * abs(i / len(place.source) - j / len(place.target)), i, j)
        for i, word in inside
        for j, other in enumerate(place.target)
        if (weight := _weight(word.text, other.text)) > 0
    ]
    if not pairs:
        return None
    _, _, centre = max(pairs)
    width = 2 * len(inside) + 2
    best: dict[int, tuple[float, int]] = {}
    for score, i, j in pairs:
        if abs(j - centre) <= width and score > best.get(i, (0.0, 0))[0]:
            best[i] = score, j
    chosen = [j for _, j in best.values()] or [centre]
    first, last = min(chosen), max(chosen)
    span = place.target[first].start, place.target[last].end
    return _whole_cue(span, place) if layer == "attributions" else span


def _says(word: Word) -> bool:
    return len(word.text) > _SHORT or not word.text.islower()


def _weight(source: str, target: str) -> float:
    left, right = plain(source), plain(target)
    if left == right and (len(left) > 1 or left.isdigit()):
        return 1.0
    lookup = shipped(("fr", "en")).get(_stem("fr", left), {}).get(_stem("en", right), 0.0)
    shared = left[:_SHARED] == right[:_SHARED] and min(len(left), len(right)) > _SHARED
    return max(lookup, _COGNATE if shared else 0.0)


@cache
def _stem(lang: str, word: str) -> str:
    return stemmer(lang)(word)


@cache
def _words() -> "dict[str, re.Pattern[str]]":
    data = tomllib.loads(languages.read("en", "candidates.toml"))
    return {
        name: re.compile("|".join(word.replace("*", r"\w*") for word in data[name].split()))
        for name in ("conditional_words", "auxiliaries", "cues")
    }


def _places(corpus: "Corpus") -> dict[tuple[str, str], Place]:
    """The words of both sides of each bead that has two."""
    words: dict[str, dict[tuple[str, str], list[Word]]] = {}
    for lang in ("fr", "en"):
        tokens = locate(tokenise(corpus.texts, lang), sides(corpus), "bead").drop_nulls("bead")
        words[lang] = defaultdict(list)
        for article, bead, *word in tokens.select(
            "article", "bead", "start", "end", "token"
        ).iter_rows():
            words[lang][article, bead].append(Word(*word))
    return {
        key: Place(words["fr"][key], words["en"][key]) for key in words["fr"] if key in words["en"]
    }
