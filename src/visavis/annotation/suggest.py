"""Suggestions for a new article: what a program can find before a reader decides.

Names come from the knowledge base, amounts from the grammar, conditionals and reporting cues from
their forms, all in the French text; projection carries them to the English one. They make a pass of
annotator ``program``, never gold: every span is to be decided by reading.
"""

import re
import tomllib
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

import msgspec
import polars as pl

from visavis import languages
from visavis.annotation.candidates import candidates
from visavis.annotation.gazetteer import Names
from visavis.annotation.projection import project
from visavis.corpus.layers import LAYERS
from visavis.corpus.layers.amounts import Amount
from visavis.corpus.layers.attributions import Attribution
from visavis.corpus.layers.conditionals import Conditional
from visavis.corpus.layers.mentions import Mention
from visavis.corpus.layers.regions import ANNOTATED
from visavis.corpus.records import Span
from visavis.corpus.schema import frame
from visavis.languages import Lang
from visavis.text import amounts
from visavis.text.amounts.durations import UCUM

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from visavis.corpus.model import Corpus

SUGGESTED = ("mentions", "amounts", "attributions", "conditionals")
"""The layers for which there are suggestions."""

UNPAIRED = "unpaired"
"""``omitted`` of a suggestion for which no counterpart was found."""

_UNITS = {name: symbol for symbol, name in UCUM.items()}
_GAP = re.compile(r"\s")


def suggestions(corpus: "Corpus", article: str) -> dict[str, list[Span]]:
    """The suggested rows of each layer of ``SUGGESTED``, French and English.

    Args:
        corpus: with regions and beads of the article, and its texts.
        article: id of the article.
    """
    part = corpus.part([article])
    texts = dict(part.texts.select("lang", "text").iter_rows())
    french: dict[str, Sequence[Span]] = {
        "mentions": list(_mentions(part, "fr", texts["fr"])),
        "amounts": list(_amounts(part, texts["fr"])),
        "conditionals": list(_conditionals(part, texts["fr"])),
        "attributions": list(_attributions(part, texts["fr"])),
    }
    layers = {
        name: frame([(article, 0, row) for row in french.get(name, ())], LAYERS[name])
        for name in SUGGESTED
    }
    source = replace(part, layers={**part.layers, **layers})
    by_key = {name: _both(source, name, french[name]) for name in SUGGESTED}
    by_key["mentions"] += _unprojected(part, texts["en"], by_key["mentions"])
    return by_key


def _both(source: "Corpus", layer: str, french: "Sequence[Span]") -> list[Span]:
    """The French rows and those projected from them; what finds no counterpart says so."""
    carried = {span.id: span for span in project(source, layer)}
    rows: list[Span] = []
    for row in french:
        present = carried.get(row.id)
        if present is None:
            rows.append(msgspec.structs.replace(row, omitted=UNPAIRED))
            continue
        there_too = {"lang": "en", "start": present.start, "end": present.end}
        if layer == "amounts":
            there_too["modifier"] = present.modifier
        if layer == "conditionals":
            text = next(iter(source.texts.filter(pl.col("lang") == "en")["text"]), "")
            there_too["rendering"] = _rendering(text[present.start : present.end])
        rows += [row, msgspec.structs.replace(row, **there_too)]
    return rows


def _mentions(corpus: "Corpus", lang: Lang, text: str) -> "Iterable[Mention]":
    kinds = {row["id"]: (row["type"], row["subtype"]) for row in corpus.kb.to_dicts()}
    number = 0
    for start, end in _annotated(corpus, lang):
        for name in Names(corpus.kb, lang).find(text[start:end]):
            number += 1
            kind, subtype = kinds[name.entity]
            yield Mention(
                id=f"m{number}",
                lang=lang,
                start=start + name.start,
                end=start + name.end,
                type=kind,
                subtype=subtype,
                form="NAM" if name.proper else "NOM",
                entity=name.entity,
            )


def _unprojected(corpus: "Corpus", text: str, mentions: "Sequence[Span]") -> list[Span]:
    """Names that stand in the English text alone."""
    taken = {place for row in mentions if row.lang == "en" for place in range(row.start, row.end)}
    names = list(_mentions(corpus, "en", text))
    free = [row for row in names if taken.isdisjoint(range(row.start, row.end))]
    return [
        msgspec.structs.replace(row, id=f"n{i}", omitted=UNPAIRED)
        for i, row in enumerate(free, start=1)
    ]


def _amounts(corpus: "Corpus", text: str) -> "Iterable[Amount]":
    number = 0
    for start, end in _annotated(corpus, "fr"):
        for item in amounts.find(text[start:end], "fr"):
            if item.unit is None and item.kind == "count":
                continue
            number += 1
            modifier = item.modifier_span
            vague = item.kind == "vague"
            row = {
                "id": f"a{number}",
                "lang": "fr",
                "start": start + item.start,
                "end": start + item.end,
                "kind": item.kind,
                "value": None if vague else _plain(item.value),
                "value_max": None if vague or item.value_max is None else _plain(item.value_max),
                "unit": _UNITS.get(item.unit or "", item.unit),
                "comparator": item.comparator,
                "modifier": modifier and (start + modifier[0], start + modifier[1]),
                "role": "other",
            }
            yield msgspec.convert(row, Amount)


def _plain(value: Any) -> str:  # noqa: ANN401 - a Decimal
    text = f"{round(value, 6):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _conditionals(corpus: "Corpus", text: str) -> "Iterable[Conditional]":
    words = _words()
    for number, (start, end) in enumerate(_of_kind(corpus, "conditional"), start=1):
        verb = text[start:end].lower()
        sentence = text[max(text.rfind(".", 0, start), 0) : end].lower()
        conditioned = words["conditions"] & set(re.findall(r"\w+", sentence))
        participle = re.match(r"[ \u00a0]\w*(?:é|i|u|is|it|ert)e?s?\b", text[end : end + 40])
        past = verb.startswith(("aurai", "serai")) and participle
        use = _use(verb, conditioned=bool(conditioned))
        reach = end + participle.end() if past and participle else end
        yield Conditional(id=f"c{number}", lang="fr", start=start, end=reach, use=use)


def _use(verb: str, *, conditioned: bool) -> Literal["hypothetical", "modal", "reportative"]:
    if conditioned:
        return "hypothetical"
    return "modal" if verb in _words()["modals"] else "reportative"


def _attributions(corpus: "Corpus", text: str) -> "Iterable[Attribution]":
    auxiliaries = _words()["auxiliaries"]
    for number, (start, end) in enumerate(_of_kind(corpus, "cue"), start=1):
        first, cursor = start, start
        while cursor and _GAP.match(text[cursor - 1]):
            begin = cursor - 1
            while begin and text[begin - 1].isalpha():
                begin -= 1
            if text[begin : cursor - 1].lower() not in auxiliaries:
                break
            first = cursor = begin
        yield Attribution(id=f"t{number}", lang="fr", start=first, end=end)


def _rendering(words: str) -> str:
    """Return by what means English words render a conditional.

    >>> [_rendering("would reportedly"), _rendering("could"), _rendering("paid")]
    ['hedge', 'modal', 'past']
    """
    for kind, pattern in (line.split("\t") for line in languages.entries("en", "renderings.txt")):
        letters = pattern.replace(r"\p{L}", r"[^\W\d_]")
        if re.search(rf"(?<!\w)(?:{letters})(?!\w)", words, re.IGNORECASE):
            return kind
    if re.match(r"to\b", words):
        return "infinitive"
    return "past" if re.search(r"ed\b|\b(?:was|were|had|paid)\b", words) else "present"


def _of_kind(corpus: "Corpus", kind: str) -> list[tuple[int, int]]:
    here = (pl.col("candidate") == kind) & (pl.col("lang") == "fr")
    return list(candidates(corpus).filter(here).select("start", "end").iter_rows())


def _annotated(corpus: "Corpus", lang: Lang) -> list[tuple[int, int]]:
    regions = corpus.layers["regions"].filter(
        (pl.col("lang") == lang) & pl.col("type").cast(pl.String).is_in(ANNOTATED)
    )
    return sorted(regions.select("start", "end").iter_rows())


@cache
def _words() -> dict[str, frozenset[str]]:
    data = tomllib.loads(languages.read("fr", "candidates.toml"))
    return {name: frozenset(data[name].split()) for name in ("auxiliaries", "modals", "conditions")}
