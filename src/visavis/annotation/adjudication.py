"""Adjudication: where two passes differ, and what was ruled on each difference."""

from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import msgspec

from visavis.annotation.agreement import LINKED, referred, resolved
from visavis.annotation.passes import Layers, shared
from visavis.corpus.layers import LAYERS
from visavis.corpus.layers.arrangement import arrangement
from visavis.corpus.records import Id, Offset, Record, Span, fields, meaning
from visavis.languages import Lang

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    Rows = Mapping[tuple[str, str], Sequence[Span]]
    Place = tuple[str, str, str, int, int]
    Key = tuple[tuple[str, str], str, str, str, int, int]

RULINGS = Path("annotations/adjudication.jsonl")

_NOT_COMPARED = {"id", "lang", "start", "end", "text"}


class Ruling(Record, frozen=True, kw_only=True):
    """A difference between two passes, and what became of it in the gold."""

    passes: Annotated[tuple[Id, Id], meaning("the first and the second pass")]
    article: Annotated[Id, meaning("id of the article")]
    layer: Annotated[
        Literal["mentions", "amounts", "attributions", "conditionals", "stances"],
        meaning("the layer of the span"),
    ]
    lang: Annotated[Lang, meaning("language of the text that the offsets count in")]
    start: Annotated[Offset, meaning("first code point of the span")]
    end: Annotated[Offset, meaning("code point after the last")]
    differs: Annotated[
        tuple[str, ...], meaning("fields that differ; none where only one pass has the span")
    ] = ()
    only: Annotated[
        Literal["first", "second"] | None, meaning("the pass that alone has the span")
    ] = None
    kept: Annotated[
        Literal["first", "second", "neither", "both"] | None,
        meaning("whose reading the gold has; both: some fields of each; null: to be decided"),
    ] = None
    rule: Annotated[str | None, meaning("the rule of the guidelines that decides it")] = None
    reason: Annotated[str | None, meaning("how, where the rule alone does not tell")] = None


def differences(names: "tuple[str, str]", first: Layers, second: Layers) -> list[Ruling]:
    """Every span in which two passes differ, undecided, by article, layer, language and place.

    Only articles that both annotate are compared. Ids are compared by what they stand for, so that
    two passes need not number alike.
    """
    first, second = shared(first, second)
    entries = [
        ruling
        for layer in LINKED
        if layer in first and layer in second
        for ruling in _differences(names, _spans(first, layer), _spans(second, layer))
    ]
    return sorted(entries, key=key)


def undecided(differences: "Iterable[Ruling]", ruled: "Iterable[Ruling]") -> list[Ruling]:
    """Return ``differences`` with what was ruled before; the others have no ``kept``."""
    before = {key(ruling): ruling for ruling in ruled}
    return [before.get(key(ruling), ruling) for ruling in differences]


def recorded(
    names: "tuple[str, str]", result: "Iterable[Ruling]", ruled: "Iterable[Ruling]"
) -> list[Ruling]:
    """Return the rulings brought up to date: the differences, and those of other passes."""
    before = list(ruled)
    others = [ruling for ruling in before if ruling.passes != names]
    return sorted([*others, *undecided(result, before)], key=key)


def key(ruling: Ruling) -> "Key":
    """What identifies a difference: passes, article, layer, language and offsets."""
    return (
        ruling.passes, ruling.article, ruling.layer, ruling.lang, ruling.start, ruling.end,
    )  # fmt: skip


def merged(first: "Rows", second: "Rows", rulings: "Iterable[Ruling]") -> "Rows":
    """Gold candidates: the rows on which two passes agree, and those that were ruled.

    What waits for a ruling is left out; nothing of the passes is changed, so nothing is lost. Where
    a ruling takes some fields of each (``both``), the row of the first pass stands, to be mended.
    Rows of the second pass get the ids that the first gives to the same spans, or new ones.

    Args:
        first: (layer, article) -> the rows of a pass.
        second: the same of the other.
        rulings: all differences of the two, as ``undecided`` gives them.
    """
    ruled = {key(ruling)[1:]: ruling.kept for ruling in rulings}
    renamed = _renamed(first, second)
    rows: dict[tuple[str, str], list[Span]] = {}
    for place in sorted(first.keys() | second.keys()):
        layer, article = place
        ours = {_at(span): span for span in first.get(place, ())}
        theirs = {_at(span): renamed[place, span.id, span.lang] for span in second.get(place, ())}
        chosen = []
        for at in sorted(ours.keys() | theirs.keys()):
            lang, start, end = at
            remaining = ruled.get((article, layer, lang, start, end), "first")
            span = {"first": ours, "both": ours, "second": theirs}.get(remaining or "", {}).get(at)
            chosen += [] if span is None else [span]
        rows[place] = [chosen[i] for i in arrangement(chosen)]
    return rows


def _renamed(first: "Rows", second: "Rows") -> "dict[tuple[tuple[str, str], str, str], Span]":
    """The rows of the second pass under the ids that the first gives to the same spans."""
    names: dict[tuple[str, str, str], str] = {}
    for place in sorted(first.keys() | second.keys()):
        layer, article = place
        ids = {_at(span): span.id for span in first.get(place, ())}
        taken = {span.id for span in (*first.get(place, ()), *second.get(place, ()))}
        free = (f"{layer[0]}x{number}" for number in count(1))
        for span in second.get(place, ()):
            if _at(span) in ids:
                names[article, layer, span.id] = ids[_at(span)]
        for span in second.get(place, ()):
            if (article, layer, span.id) not in names:
                lookup = span.id not in ids.values()
                name = span.id if lookup else next(n for n in free if n not in taken)
                names[article, layer, span.id] = name
    return {
        (place, span.id, span.lang): _with_names(span, place, names)
        for place, rows in second.items()
        for span in rows
    }


def _with_names(
    span: Span, place: tuple[str, str], names: "Mapping[tuple[str, str, str], str]"
) -> Span:
    layer, article = place
    changed = {"id": names[article, layer, span.id]}
    for field in fields(type(span)):
        value = getattr(span, field.name)
        for target in referred(field.type):
            if (article, target, value) in names:
                changed[field.name] = names[article, target, value]
    return msgspec.structs.replace(span, **changed)


def _at(span: Span) -> "tuple[str, int, int]":
    return span.lang, span.start, span.end


def _differences(
    names: "tuple[str, str]",
    first: "Mapping[Place, Mapping[str, Any]]",
    second: "Mapping[Place, Mapping[str, Any]]",
) -> "Iterable[Ruling]":
    for place in first.keys() | second.keys():
        item, other = first.get(place), second.get(place)
        differs = [name for name in item or () if other and item and item[name] != other[name]]
        only = "second" if item is None else "first" if other is None else None
        if only or differs:
            row = dict(zip(("article", "layer", "lang", "start", "end"), place, strict=True))
            row |= {"passes": names, "differs": differs, "only": only}
            yield msgspec.convert(row, Ruling)


def _spans(layers: "Layers", layer: str) -> "dict[Place, dict[str, Any]]":
    names = [field.name for field in fields(LAYERS[layer]) if field.name not in _NOT_COMPARED]
    return {
        (row["article"], layer, row["lang"], row["start"], row["end"]): {
            name: row[name] for name in names
        }
        for row in resolved(layers, layer)
    }
