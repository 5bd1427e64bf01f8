"""Adjudication: where two passes differ, and what was ruled on each difference."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import msgspec

from visavis.agreement import LINKED, resolved
from visavis.layers import LAYERS
from visavis.records import Id, Lang, Offset, Record, fields, meaning

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import polars as pl

    Layers = Mapping[str, pl.DataFrame]
    Key = tuple[str, str, str, int, int]

RULINGS = Path("annotations/adjudication.jsonl")

_NOT_COMPARED = {"id", "lang", "start", "end", "text"}


class Ruling(Record, frozen=True, kw_only=True):
    """A difference between two passes, and what became of it in the gold."""

    article: Id
    layer: Literal["mentions", "amounts", "attributions", "conditionals", "stances"]
    lang: Lang
    start: Offset
    end: Offset
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


def differences(first: "Layers", second: "Layers") -> list[Ruling]:
    """Every span in which two passes differ, undecided, by article, layer, language and place.

    Ids are compared by what they stand for, so that two passes need not number alike.
    """
    found = [
        ruling
        for layer in LINKED
        if layer in first and layer in second
        for ruling in _differences(_spans(first, layer), _spans(second, layer))
    ]
    return sorted(found, key=key)


def undecided(found: "Iterable[Ruling]", ruled: "Iterable[Ruling]") -> list[Ruling]:
    """``found`` with what was ruled before; those without a ruling have no ``kept``."""
    before = {key(ruling): ruling for ruling in ruled}
    return [before.get(key(ruling), ruling) for ruling in found]


def key(ruling: Ruling) -> "Key":
    """What identifies a difference: article, layer, language and offsets."""
    return ruling.article, ruling.layer, ruling.lang, ruling.start, ruling.end


def _differences(
    first: "Mapping[Key, Mapping[str, Any]]", second: "Mapping[Key, Mapping[str, Any]]"
) -> "Iterable[Ruling]":
    for place in first.keys() | second.keys():
        one, other = first.get(place), second.get(place)
        differs = [name for name in one or () if other and one and one[name] != other[name]]
        only = "second" if one is None else "first" if other is None else None
        if only or differs:
            row = dict(zip(("article", "layer", "lang", "start", "end"), place, strict=True))
            yield msgspec.convert(row | {"differs": differs, "only": only}, Ruling)


def _spans(layers: "Layers", layer: str) -> "dict[Key, dict[str, Any]]":
    names = [field.name for field in fields(LAYERS[layer]) if field.name not in _NOT_COMPARED]
    return {
        (row["article"], layer, row["lang"], row["start"], row["end"]): {
            name: row[name] for name in names
        }
        for row in resolved(layers, layer)
    }
