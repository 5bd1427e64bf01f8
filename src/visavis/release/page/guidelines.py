"""The rules of the guidelines, and which spans they give as examples."""

import re
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from visavis.dataset.guidelines import brief

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_RULE = re.compile(r"^\*\*([A-Z]\d+)\b *(.*?)\*\*(.*)$")
_EXAMPLE = re.compile(
    r"^= (?P<article>[\w-]+) (?:(?P<bead>\w+) )?(?P<lang>fr|en) "
    r"(?:«(?P<surface>.+?)»|\[(?P<start>\d+):(?P<end>\d+)\])"
)
_SAME = str.maketrans("\u00a0\u202f’", "  '")
"""Spaces and apostrophes that a guideline may write in their plain form."""


class Rule(msgspec.Struct, frozen=True):
    """A rule of the guidelines.

    Attributes:
        layer: the layer that it is about.
        title: what is in bold after its id.
        text: the paragraphs after that, without the examples.
    """

    layer: str
    title: str
    text: str


class Example(NamedTuple):
    """A span that a guideline gives as an example of a rule."""

    rule: str
    layer: str
    article: str
    bead: str | None
    lang: str
    surface: str | None
    offsets: tuple[int, int] | None


def rules(layer: str, page: str) -> "dict[str, Rule]":
    """Return the rules of the guideline of a layer, by id."""
    paragraphs: dict[str, tuple[str, list[str]]] = {}
    current: list[str] | None = None
    for line in page.splitlines():
        if match := _RULE.match(line):
            current = [match[3].strip()]
            paragraphs[match[1]] = match[2].strip(" ."), current
        elif line.startswith("#"):
            current = None
        elif current is not None and not line.startswith(("= ", "! ")):
            current.append(line)
    return {
        rule: Rule(layer, brief(title), brief("\n".join(lines).replace("**", "").strip()))
        for rule, (title, lines) in paragraphs.items()
    }


def examples(layer: str, page: str) -> "Iterator[Example]":
    """Yield the spans that a guideline gives as examples of its rules; not the counter-examples."""
    rule = ""
    for line in page.splitlines():
        if match := _RULE.match(line):
            rule = match[1]
        elif rule and (match := _EXAMPLE.match(line)):
            offsets = (int(match["start"]), int(match["end"])) if match["start"] else None
            place = (match["article"], match["bead"], match["lang"], match["surface"])
            yield Example(rule, layer, *place, offsets)


def spans_of(
    cited: "Iterable[Example]", rows: "Mapping[str, Iterable[Mapping[str, object]]]"
) -> "dict[str, list[str]]":
    """Return the rules that give each span as an example, by ``article/layer:id:lang``.

    Args:
        cited: the examples.
        rows: the spans of each layer, with article, bead, id, lang, start, end and text.
    """
    by_words: dict[tuple[object, ...], list[str]] = {}
    by_place: dict[tuple[object, ...], list[str]] = {}
    for layer, spans in rows.items():
        for span in spans:
            key = f"{span['article']}/{layer}:{span['id']}:{span['lang']}"
            words = str(span["text"] or "").translate(_SAME)
            place = (layer, span["article"], span["lang"])
            by_words.setdefault((*place, span["bead"], words), []).append(key)
            by_place.setdefault((*place, span["start"], span["end"]), []).append(key)
    rules_of: dict[str, list[str]] = {}
    for example in cited:
        place = (example.layer, example.article, example.lang)
        keys = (
            by_place.get((*place, *example.offsets), [])
            if example.offsets
            else by_words.get((*place, example.bead, str(example.surface).translate(_SAME)), [])
        )
        for key in keys:
            if example.rule not in rules_of.setdefault(key, []):
                rules_of[key].append(example.rule)
    return dict(sorted(rules_of.items()))
