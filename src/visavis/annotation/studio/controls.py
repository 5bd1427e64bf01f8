"""The controls of the interface by their names, and the regions that they make."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from visavis.annotation.studio.interface import (
    COUNTERPART,
    Attribute,
    attributes,
    control,
    labels,
    words,
    words_control,
)
from visavis.languages import LANGS, Lang

if TYPE_CHECKING:
    from collections.abc import Iterable


class Control(NamedTuple):
    """A control of the interface: of which layer and language, for a field or for spans."""

    lang: Lang
    layer: str
    kind: Literal["labels", "choices", "textarea"]
    options: tuple[str, ...]
    attribute: Attribute | None = None
    points: bool = False


def controls(layers: "Iterable[str]") -> dict[str, Control]:
    """Return the controls of the interface for ``layers``, by name."""
    names = {}
    for lang in LANGS:
        for layer in layers:
            names[control(lang, layer)] = Control(lang, layer, "labels", labels(layer))
            pointed = tuple(attribute.name for attribute in words(layer))
            if pointed:
                name = words_control(lang, layer)
                names[name] = Control(lang, layer, "labels", pointed, points=True)
            for attribute in attributes(layer):
                kind: Literal["choices", "textarea"]
                kind = "textarea" if attribute.kind in {"text", "reference"} else "choices"
                if attribute.name not in pointed:
                    names[control(lang, layer, attribute.name)] = Control(
                        lang, layer, kind, attribute.options, attribute
                    )
    return names


@dataclass
class Region:
    """A region of a task: its control, its place, its label, its fields and its relations."""

    id: str
    control: Control
    start: int
    end: int
    label: str
    values: dict[str, Any] = field(default_factory=dict)
    links: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


def fits(name: str, start: Region, end: Region) -> bool:
    """Whether a relation can tie these two: by the types of the layers."""
    if start.control.points:
        return False
    if name == COUNTERPART:
        return not end.control.points and start.control.layer == end.control.layer
    for attribute in attributes(start.control.layer):
        if attribute.name == name and attribute.refers:
            return not end.control.points and end.control.layer == attribute.refers
        if attribute.name == name and attribute.kind in {"words", "pieces"}:
            same = end.control.layer == start.control.layer
            return end.control.points and same and end.label == name
    return False
