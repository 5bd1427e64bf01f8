"""The labelling interface, generated from the layers: controls, labels, keys and attributes.

Each layer has, in each language, one palette of labels. A field of a layer becomes what its type
says: fixed words are choices, ids of other spans are relations, offsets are words of their own that
a relation ties to the span, anything else is a line of text. Nothing here is written by hand for a
layer, so that the two languages and the package cannot drift apart.
"""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal
from xml.etree import ElementTree as ET

import polars as pl

from visavis.corpus.layers import LABELS, SPAN_LAYERS
from visavis.corpus.records import fields, metas, values
from visavis.corpus.schema import SPAN, dtype
from visavis.files import sha256
from visavis.languages import LANGS, Lang

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import msgspec

FIRST_LAYERS = ("mentions", "amounts", "attributions", "conditionals", "stances")
"""The layers of a project for which no others are named: those that passes are made of."""

COUNTERPART = "counterpart"
"""The relation between a French and an English span that are the same thing."""

SHOWN: tuple[Lang, Lang] = ("fr", "en")
"""The languages from left to right."""

Kind = Literal["choice", "choices", "flag", "text", "reference", "words", "pieces"]
"""What a field becomes: see the module's description. Pieces are words in any number."""

KEYS = "1234567890qwertyuiopasdfghjklzxcvbnm"
"""Keys of the labels in order, in English with Shift."""

COLOURS = (
    "#1f77b4", "#2ca02c", "#17a2b8", "#8c564b", "#7f5fc4", "#c2185b", "#5f6f7f",
    "#d99a00", "#b8860b", "#a0752d", "#8a8f2a", "#c77d3a", "#6d8b3d",
)  # fmt: skip
HUES = {"attributions": "#00838f", "conditionals": "#6a4fb3", "stances": "#d62728"}
"""Colours: of the labels in turn, and of layers that are one thing to the eye."""

_NOT_ATTRIBUTES = {"id", "lang", "start", "end", "text"}

STYLE = """
.vv-cols{display:grid;grid-template-columns:1fr 1fr;gap:4px 14px}
.vv-cols>div{min-width:0}
.vv-keys .lsf-labels{display:inline;margin:0}
.vv-keys .lsf-label{font-size:11px;height:20px;line-height:18px;padding:0 5px;margin:0 4px 4px 0}
.vv-keys .lsf-label__hotkey{font-size:10px;margin-left:4px;opacity:.75}
.vv-text{border:1px solid #c9d4e5;border-radius:6px;padding:24px 12px 8px}
.vv-text [class*="richtext"]{font-size:17px;line-height:2.4}
.vv-near [class*="richtext"]{font-size:13px;line-height:1.45;color:#777}
.vv-attributes{background:#f6f7fb;border:1px solid #dfe2ee;border-radius:6px;
padding:6px 12px;margin-top:6px;columns:2;column-gap:24px}
.vv-attribute{break-inside:avoid;padding-bottom:4px}
.vv-attribute h4,.vv-attribute h5,.vv-attribute h6,.vv-attribute .lsf-header{font-size:12px;
font-weight:600;line-height:1.4;margin:2px 0;color:#445}
.vv-attribute .lsf-choices,.vv-attribute .lsf-text-area{margin:0}
.vv-attribute .lsf-choice,.vv-attribute label,.vv-attribute input,.vv-attribute textarea{
font-size:12px;line-height:1.4}
.vv-readings [class*="richtext"]{font-size:14px;line-height:1.6}
"""

_LONG = 8
"""Choices of more words than this are a list that opens."""

_LAST = ("relation", "omitted")
"""The fields that every span has stand at the end of the panel."""


@dataclass(frozen=True)
class Attribute:
    """A field of a layer as the editor shows it.

    Attributes:
        layer: of the field.
        name: of the field; of its relation too, where it has one.
        kind: what it becomes.
        options: the words that it can take.
        refers: the layer of spans whose id it holds.
        besides: words that it may hold in place of an id.
        default: its value where nothing is said, `REQUIRED` where something must be.
        doc: what it means.
    """

    layer: str
    name: str
    kind: Kind
    options: tuple[str, ...]
    refers: str | None
    besides: tuple[str, ...]
    default: Any
    doc: str


REQUIRED = "REQUIRED"
"""The default of a field that has none."""


@cache
def attributes(layer: str) -> tuple[Attribute, ...]:
    """The fields of ``layer`` that an annotator decides, besides place and label, in file order."""
    return tuple(
        _attribute(layer, field)
        for field in fields(SPAN_LAYERS[layer])
        if field.name not in _NOT_ATTRIBUTES and field.name != LABELS[layer]
    )


@cache
def labels(layer: str) -> tuple[str, ...]:
    """The labels of the spans of ``layer``."""
    (field,) = (f for f in fields(SPAN_LAYERS[layer]) if f.name == LABELS[layer])
    return values(field.type)


def control(lang: Lang, layer: str, field: str | None = None) -> str:
    """The name of the control for the spans of a layer, or for one of their fields."""
    return "_".join((lang, layer, *([field] if field else [])))


def words_control(lang: Lang, layer: str) -> str:
    """The name of the control for the words that fields of ``layer`` point to."""
    return f"{lang}_{layer}_words"


def words(layer: str) -> tuple[Attribute, ...]:
    """The fields of ``layer`` that point to words."""
    return tuple(a for a in attributes(layer) if a.kind in {"words", "pieces"})


def relations(layers: "Iterable[str]") -> list[str]:
    """The labels that a relation may have, in the order in which the editor offers them."""
    linked = [
        attribute.name
        for layer in layers
        for attribute in attributes(layer)
        if attribute.kind in {"reference", "words", "pieces"}
    ]
    return [*dict.fromkeys([*linked, COUNTERPART])]


def configuration(layers: "Sequence[str]", *, disputes: bool = False) -> str:
    """The labelling configuration of a project that annotates ``layers``.

    With ``disputes`` it shows two passes' readings and asks for what was ruled on them.
    """
    root = ET.Element("View")
    ET.SubElement(root, "Style").text = STYLE
    named = ET.SubElement(root, "Relations")
    for name in relations(layers):
        ET.SubElement(named, "Relation", value=name)
    keys = _keys(layers)
    if disputes:
        _readings(root)
    columns = ET.SubElement(root, "View", {"className": "vv-cols"})
    for lang in SHOWN:
        _palettes(columns, lang, layers, keys)
    for part, box in (("before", "near"), (None, "text"), ("after", "near")):
        for lang in SHOWN:
            _text(columns, "_".join((lang, *([part] if part else []))), f"vv-{box}")
    for lang in SHOWN:
        for layer in layers:
            _panel(root, lang, layer)
    ET.indent(root)
    return ET.tostring(root, encoding="unicode")


def fingerprint(configuration: str) -> str:
    """What identifies a configuration, whatever white space a server adds to it."""
    canonical = ET.canonicalize(configuration, strip_text=True)
    return sha256(canonical.encode())[:16]


def _attribute(layer: str, field: "msgspec.structs.FieldInfo") -> Attribute:
    result = metas(field.type)
    entries = [meta.extra for meta in result if meta.extra and "refers" in meta.extra]
    refers = entries[0]["refers"] if entries else None
    column, options = dtype(field.type), values(field.type)
    kind: Kind = "text"
    if column == SPAN:
        kind = "words"
    elif column == pl.List(SPAN):
        kind = "pieces"
    elif refers in SPAN_LAYERS:
        kind = "reference"
    elif column == pl.Boolean:
        kind, options = "flag", (field.name,)
    elif options:
        kind = "choices" if isinstance(column, pl.List) else "choice"
    return Attribute(
        layer=layer,
        name=field.name,
        kind=kind,
        options=options,
        refers=refers if kind == "reference" else None,
        besides=tuple(entries[0]["besides"]) if entries else (),
        default=REQUIRED if field.required else field.default,
        doc=next((meta.description for meta in result if meta.description), ""),
    )


def _keys(layers: "Sequence[str]") -> dict[tuple[str, str], str]:
    """The key of each label, and of the words that fields point to, while there are keys."""
    names = [(layer, label) for layer in layers for label in labels(layer)]
    names += [(layer, f".{field.name}") for layer in layers for field in words(layer)]
    return dict(zip(names, KEYS, strict=False))


def _palettes(
    columns: ET.Element,
    lang: Lang,
    layers: "Sequence[str]",
    keys: "Mapping[tuple[str, str], str]",
) -> None:
    box = ET.SubElement(columns, "View", {"className": "vv-keys"})
    for layer in layers:
        palette = _marks(box, control(lang, layer), lang)
        for number, label in enumerate(labels(layer)):
            colour = HUES.get(layer, COLOURS[number % len(COLOURS)])
            _label(palette, label, colour, _key(lang, keys.get((layer, label))))
        pointed = words(layer)
        if pointed:
            palette = _marks(box, words_control(lang, layer), lang)
        for field in pointed:
            key = _key(lang, keys.get((layer, f".{field.name}")))
            _label(palette, field.name, _GREY, key)


_GREY = "#9e9e9e"


def _marks(box: ET.Element, name: str, lang: Lang) -> ET.Element:
    return ET.SubElement(box, "Labels", {"name": name, "toName": lang, "showInline": "true"})


def _key(lang: Lang, key: str | None) -> str | None:
    return key if key is None or lang == "fr" else f"shift+{key}"


def _label(palette: ET.Element, value: str, colour: str, key: str | None) -> None:
    label = ET.SubElement(palette, "Label", {"value": value, "background": colour})
    if key:
        label.set("hotkey", key)


def _text(box: ET.Element, name: str, look: str) -> None:
    view = ET.SubElement(box, "View", {"className": look})
    text = ET.SubElement(view, "Text", {"name": name, "value": f"${name}", "valueType": "text"})
    if name in LANGS:
        text.set("granularity", "symbol")
        text.set("showLabels", "true")


def _panel(root: ET.Element, lang: Lang, layer: str) -> None:
    """The attributes of a layer, shown only while one of its spans is selected."""
    when = {"visibleWhen": "region-selected", "whenTagName": control(lang, layer)}
    panel = ET.SubElement(root, "View", {"className": "vv-attributes"} | when)
    for attribute in sorted(attributes(layer), key=lambda a: a.name in _LAST):
        if attribute.kind not in {"words", "pieces"}:
            _control(panel, lang, attribute)


def _control(panel: ET.Element, lang: Lang, attribute: Attribute) -> None:
    view = ET.SubElement(panel, "View", {"className": "vv-attribute"})
    ET.SubElement(view, "Header", {"value": f"{attribute.name}: {attribute.doc}", "size": "6"})
    place = {
        "name": control(lang, attribute.layer, attribute.name),
        "toName": lang,
        "perRegion": "true",
        "whenTagName": control(lang, attribute.layer),
    }
    if attribute.kind in {"text", "reference"}:
        hint = "its id, where it stands in another task" if attribute.refers else "Enter to save"
        typed = {"editable": "true", "maxSubmissions": "1", "rows": "1", "placeholder": hint}
        ET.SubElement(view, "TextArea", place | typed)
        return
    many = "multiple" if attribute.kind in {"choices", "flag"} else "single-radio"
    choices = ET.SubElement(view, "Choices", place | {"choice": many, "showInline": "true"})
    if len(attribute.options) > _LONG:
        choices.set("layout", "select")
    for option in attribute.options:
        ET.SubElement(choices, "Choice", {"value": option})


def _readings(root: ET.Element) -> None:
    """What two passes read, and what is ruled on it."""
    _text(root, "readings", "vv-readings")
    typed = {"rows": "2", "editable": "true", "maxSubmissions": "1"}
    hint = {"placeholder": "a line a difference: number, rule, reason; then Shift+Enter"}
    ET.SubElement(root, "TextArea", {"name": "rulings", "toName": "fr"} | typed | hint)
