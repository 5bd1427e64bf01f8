"""The windows of an article as tasks, and the rows of a task as regions of the editor.

An id of another span is a relation where that span is in the window, and text where it is not.
"""

import re
from typing import TYPE_CHECKING, Any

import msgspec

from visavis.annotation.studio.interface import attributes, control, words_control
from visavis.annotation.studio.windows import Page, Window, pieces
from visavis.corpus.layers import LABELS
from visavis.corpus.layers.arrangement import arrangement
from visavis.corpus.records import Span
from visavis.files import sha256
from visavis.languages import LANGS, Lang

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from visavis.annotation.studio.interface import Attribute
    from visavis.annotation.studio.windows import Rows
    from visavis.corpus.records import Offsets


def digest(rows: "Rows") -> str:
    """What identifies the rows of a window, whatever their order, surfaces and unsaid defaults."""
    parts = []
    for layer in sorted(layer for layer, entries in rows.items() if entries):
        entries = [msgspec.structs.replace(span, text=None) for span in rows[layer]]
        values = [msgspec.structs.astuple(entries[i]) for i in arrangement(entries)]
        parts.append(msgspec.json.encode((layer, values)))
    return sha256(b"\n".join(parts))[:32]


def data(page: Page, window: Window, part: tuple[int, int]) -> dict[str, Any]:
    """The data of a task: its texts with those around them, and what it is checked by.

    ``part`` is the number of the window in its article, from 1, and how many there are.
    """
    message: dict[str, Any] = {
        "key": window.key,
        "article": window.article,
        "sentence": " ".join(window.beads),
        "part": part[0],
        "parts": part[1],
    }
    for lang in LANGS:
        start, end = window.ends[lang]
        text = page.texts[lang]
        sides = page.sides[lang]
        message |= {
            lang: text[start:end],
            f"{lang}_start": start,
            f"{lang}_before": text[slice(*sides.beside(start, -1))].strip(),
            f"{lang}_after": text[slice(*sides.beside(end, 1))].strip(),
        }
    message["texts"] = texts_digest(message)
    message["rows"] = digest(window.rows)
    return message


def texts_digest(texts: "Mapping[str, Any]") -> str:
    """What identifies the texts of a task and where they stand."""
    names = ("article", "sentence", *(f"{lang}{what}" for lang in LANGS for what in ("", "_start")))
    return sha256(msgspec.json.encode([texts[name] for name in names]))[:32]


def regions(window: Window, texts: "Mapping[Lang, str]") -> list[dict[str, Any]]:
    """The rows of a window as a result of the editor: regions, attributes, relations."""
    names = {(span.lang, span.id) for item in window.rows.values() for span in item}
    result: list[dict[str, Any]] = []
    for layer, item in window.rows.items():
        for span in item:
            result += _regions(layer, span, window, texts[span.lang], names)
    return result


def region_id(lang: Lang, span: str) -> str:
    """The id of the region of a span: safe in the editor, and never one that the editor makes."""
    return f"vv-{lang}-s-{span}"


def words_id(lang: Lang, name: str, number: int, span: str) -> str:
    """The id of the region of the words that the field ``name`` of a span points to."""
    return f"vv-{lang}-w-{name}-{number}-{span}"


REGION_ID = re.compile(r"vv-(?P<lang>fr|en)-s-(?P<span>[A-Za-z0-9][A-Za-z0-9_-]{0,63})")
WORDS_ID = re.compile(
    r"vv-(?P<lang>fr|en)-w-(?P<field>[a-z_]+)-(?P<number>\d+)-(?P<span>[A-Za-z0-9][A-Za-z0-9_-]{0,63})"
)


def _regions(
    layer: str, span: Span, window: Window, text: str, names: set[tuple[Lang, str]]
) -> "Iterable[dict[str, Any]]":
    lang, own = span.lang, region_id(span.lang, span.id)
    place = _place(window, text, lang, (span.start, span.end))
    label = getattr(span, LABELS[layer])
    yield _region(own, control(lang, layer), lang, "labels", place | {"labels": [label]})
    for attribute in attributes(layer):
        value = getattr(span, attribute.name)
        if attribute.kind in {"words", "pieces"}:
            for number, offsets in enumerate(pieces(span, attribute)):
                other = words_id(lang, attribute.name, number, span.id)
                there_ = _place(window, text, lang, offsets) | {"labels": [attribute.name]}
                yield _region(other, words_control(lang, layer), lang, "labels", there_)
                yield _relation(own, other, attribute.name)
        elif value == attribute.default:
            continue
        elif attribute.kind == "reference" and (lang, value) in names:
            yield _relation(own, region_id(lang, value), attribute.name)
        else:
            yield _attribute(own, lang, attribute, place, value)


def _attribute(
    own: str, lang: Lang, attribute: "Attribute", place: dict[str, Any], value: object
) -> dict[str, Any]:
    name = control(lang, attribute.layer, attribute.name)
    if attribute.kind in {"text", "reference"}:
        return _region(own, name, lang, "textarea", place | {"text": [value]})
    chosen = [attribute.name] if attribute.kind == "flag" else [value]
    if isinstance(value, tuple):
        chosen = [*value]
    return _region(own, name, lang, "choices", place | {"choices": chosen})


def _region(own: str, name: str, lang: Lang, kind: str, value: dict[str, Any]) -> dict[str, Any]:
    return {"id": own, "from_name": name, "to_name": lang, "type": kind, "value": value}


def _relation(start: str, end: str, name: str) -> dict[str, Any]:
    return {
        "type": "relation", "from_id": start, "to_id": end, "direction": "right", "labels": [name],
    }  # fmt: skip


def _place(window: Window, text: str, lang: Lang, offsets: "Offsets") -> dict[str, Any]:
    start, end = offsets
    origin = window.ends[lang][0]
    return {"start": start - origin, "end": end - origin, "text": text[start:end]}
