"""brat stand-off: ``ID.LANG.txt`` and ``ID.LANG.ann``, with the configuration that brat reads.

A span is a text-bound annotation of the type ``layer_label``; fixed words are attributes,
references between spans of one text are relations, the other fields stand in a note as JSON.
Written by hand: the format is one line an annotation, and the readers for it write less than this.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import polars as pl

from visavis import files
from visavis.corpus.layers import LABELS, SPAN_LAYERS
from visavis.corpus.records import Span, fields, metas
from visavis.corpus.records import values as words_of
from visavis.corpus.schema import dtype
from visavis.errors import DataError
from visavis.interchange import sides
from visavis.interchange.documents import (
    BREAKS,
    SIDES,
    Document,
    Part,
    bead_of,
    document,
    json_line,
    json_value,
    mention,
    span_of,
    values,
    with_beads,
)
from visavis.languages import Lang

_BREAK = re.compile(f"[{BREAKS}]")
_PIECES = re.compile(f"[^{BREAKS}]+")

_SENTENCE = "Sentence"
"""Type of the annotations that carry the beads."""

_ATTRIBUTES = {
    layer: [
        each.name
        for each in fields(kind)
        if isinstance(dtype(each.type), pl.Enum | pl.Boolean)
        and each.name not in {"lang", LABELS[layer]}
    ]
    for layer, kind in SPAN_LAYERS.items()
}
"""Layer -> its fields of fixed words, without the label, which is in the type."""

_RELATIONS = {
    layer: {
        each.name: target
        for each in fields(kind)
        for meta in metas(each.type)
        if (target := (meta.extra or {}).get("refers")) in SPAN_LAYERS
    }
    for layer, kind in SPAN_LAYERS.items()
}
"""Layer -> its fields that name a span -> the layer of that span."""


def write(docs: Iterable[Document]) -> Iterator[Part]:
    """Yield the configuration, then a text and its annotations for each side of an article."""
    yield Part("annotation.conf", _configuration().encode())
    for each in map(with_beads, docs):
        for lang, text in each.texts.items():
            yield Part(f"{each.id}.{lang}.txt", text.encode())
            lines = "".join(f"{line}\n" for line in _annotations(each, lang, text))
            yield Part(f"{each.id}.{lang}.ann", lines.encode())


def _configuration() -> str:
    types = [
        f"{layer}_{word}"
        for layer, kind in SPAN_LAYERS.items()
        for each in fields(kind)
        if each.name == LABELS[layer]
        for word in words_of(each.type)
    ]
    relations = [
        f"{layer}_{name}\tArg1:<ENTITY>, Arg2:<ENTITY>"
        for layer, names in _RELATIONS.items()
        for name in names
    ]
    attributes = [
        f"{layer}_{each.name}\tArg:<ENTITY>" + (f", Value:{'|'.join(words)}" if words else "")
        for layer, kind in SPAN_LAYERS.items()
        for each in fields(kind)
        if each.name in _ATTRIBUTES[layer]
        for words in [words_of(each.type)]
    ]
    sections = {
        "entities": [*types, _SENTENCE],
        "relations": relations,
        "events": [],
        "attributes": attributes,
    }
    return "\n".join(line for name, lines in sections.items() for line in (f"[{name}]", *lines, ""))


def _annotations(doc: Document, lang: Lang, text: str) -> Iterator[str]:
    spans = [(layer, s) for layer, each in doc.spans.items() for s in each if s.lang == lang]
    places: dict[tuple[str, str], list[str]] = {}
    for number, (layer, span) in enumerate(spans, start=1):
        places.setdefault((layer, span.id), []).append(f"T{number}")
    counts = {"R": 0, "A": 0}
    for number, (layer, span) in enumerate(spans, start=1):
        handle = f"T{number}"
        label = str(getattr(span, LABELS[layer]))
        yield _bound(handle, f"{layer}_{label}", span.start, span.end, text)
        cells = values(span, without=("lang", LABELS[layer]))
        for name in _ATTRIBUTES[layer]:
            if (value := cells.pop(name, None)) is not None:
                counts["A"] += 1
                word = (
                    ""
                    if value is True
                    else f" {str(value).lower()}"
                    if value is False
                    else f" {value}"
                )
                yield f"A{counts['A']}\t{layer}_{name} {handle}{word}"
        for name, target in _RELATIONS[layer].items():
            others = places.get((target, str(cells.get(name))), [])
            if len(others) == 1:
                del cells[name]
                counts["R"] += 1
                yield f"R{counts['R']}\t{layer}_{name} Arg1:{handle} Arg2:{others[0]}"
        yield f"#{number}\tAnnotatorNotes {handle}\t{json_line(cells)}"
    number = len(spans)
    for bead in doc.beads:
        cells = values(bead, without=SIDES)
        for place, (start, end) in enumerate(getattr(bead, lang)):
            number += 1
            yield _bound(f"T{number}", _SENTENCE, start, end, text)
            note = json_line(cells | {"place": place, "start": start, "end": end})
            yield f"#{number}\tAnnotatorNotes T{number}\t{note}"


def _bound(handle: str, type_: str, start: int, end: int, text: str) -> str:
    """Return a text-bound annotation; a line break in it parts it in two fragments."""
    surface = text[start:end]
    pieces = [(m.start() + start, m.end() + start) for m in _PIECES.finditer(surface)]
    offsets = ";".join(f"{low} {high}" for low, high in pieces or [(start, end)])
    words = " ".join(text[low:high] for low, high in pieces) or " " * (end - start)
    return f"{handle}\t{type_} {offsets}\t{words}"


@dataclass
class _Bound:
    """A text-bound annotation that is read, and what other lines add to it."""

    type: str
    start: int
    end: int
    line: int
    torn: bool
    cells: dict[str, Any] = field(default_factory=dict)


def read(paths: Sequence[Path]) -> Iterator[Document]:
    """Yield the articles of a folder, or of the French and the English text of one.

    A folder has ``NAME.fr.txt`` and ``NAME.en.txt`` with their ``.ann``, or the folders ``fr`` and
    ``en``. Spans of another tool whose label is that of a name become mentions.

    Raises:
        UsageError: the texts are not doc, or their language is not known.
        DataError: an annotation is malformed or does not fit its text.
    """
    for name, listed in sides.texts(paths, ".txt").items():
        texts: dict[Lang, str] = {}
        rows: dict[str, list[Span]] = {}
        pieces: dict[str, dict[str, Any]] = {}
        notes: list[str] = []
        for lang, path in listed.items():
            texts[lang] = files.decode(files.read_bytes(path), path)
            annotations = path.with_suffix(".ann")
            if annotations.is_file():
                _read_side(annotations, lang, texts[lang], rows, pieces, notes)
        beads = []
        for cells in pieces.values():
            for lang in SIDES:
                cells[lang] = [offsets for _, offsets in sorted(cells.get(lang, []))]
            beads.append(bead_of(cells, next(iter(listed.values()))))
        first = next(iter(listed.values()))
        yield document(name, texts, {**rows, "beads": beads}, first, notes)


def _read_side(  # noqa: PLR0913, PLR0917 - what is read goes to its place
    path: Path,
    lang: Lang,
    text: str,
    rows: dict[str, list[Span]],
    pieces: dict[str, dict[str, Any]],
    notes: list[str],
) -> None:
    bound, ignored = _read_lines(path, text)
    number = 0
    for handle, each in bound.items():
        layer, _, label = each.type.partition("_")
        cells = each.cells
        if each.type == _SENTENCE and "place" in cells:
            offsets = (cells.pop("start"), cells.pop("end"))
            place = cells.pop("place")
            bead = pieces.setdefault(str(cells.get("id")), cells)
            bead.setdefault(lang, []).append((place, offsets))
        elif layer in SPAN_LAYERS and "id" in cells:
            for name in _RELATIONS[layer]:
                if isinstance(target := cells.get(name), _Bound):
                    cells[name] = target.cells.get("id")
            # A break at the edge of a span is in no fragment; the note has the exact offsets.
            exact = {"start": each.start, "end": each.end} | cells
            exact |= {"lang": lang, LABELS[layer]: label}
            rows.setdefault(layer, []).append(span_of(layer, exact, path, each.line))
        else:
            number += 1
            named = mention(each.type, lang, each.start, each.end, number)
            if named is None:
                ignored[each.type] = ignored.get(each.type, 0) + 1
                continue
            rows.setdefault("mentions", []).append(named)
            if each.torn:
                notes.append(
                    f"{path.name}: {handle} has several pieces; taken as {each.start}-{each.end}"
                )
    notes += [
        f"{path.name}: {count} of type {type_} left out: no layer holds them"
        for type_, count in sorted(ignored.items())
    ]


_BOUND = re.compile(r"(\S+) (\d+ \d+(?:;\d+ \d+)*)")


def _read_lines(path: Path, text: str) -> tuple[dict[str, _Bound], dict[str, int]]:
    """Return the text-bound annotations by handle, and what no layer holds by its type."""
    bound: dict[str, _Bound] = {}
    ignored: dict[str, int] = {}
    others: list[tuple[int, list[str]]] = []
    content = files.decode(files.read_bytes(path), path)
    for number, line in enumerate(content.split("\n"), start=1):
        cells = line.removesuffix("\r").split("\t", 2)
        if not cells[0].strip():
            continue
        if cells[0].startswith("T"):
            bound[cells[0]] = _text_bound(cells, text, path, number)
        else:
            others.append((number, cells))
    for number, cells in others:
        words = cells[1].split() if len(cells) > 1 else []
        if not words:
            raise _malformed(path, number, "no type")
        _add(bound, ignored, cells, words, path, number)
    return bound, ignored


def _text_bound(cells: Sequence[str], text: str, path: Path, number: int) -> _Bound:
    match = _BOUND.fullmatch(cells[1]) if len(cells) == 3 else None  # noqa: PLR2004 - handle, place, words
    if match is None:
        raise _malformed(path, number, "not `T1<tab>TYPE START END<tab>WORDS`")
    pieces = [tuple(map(int, piece.split())) for piece in match[2].split(";")]
    start, end = pieces[0][0], pieces[-1][1]
    surface = _BREAK.sub(" ", " ".join(text[low:high] for low, high in pieces))
    if not 0 <= start < end <= len(text) or surface != _BREAK.sub(" ", cells[2]):
        msg = (
            f"{cells[0]}: the text at {match[2]} is {surface[:40]!r}, "
            f"the annotation has {cells[2][:40]!r}"
        )
        remedy = "Give the text that was annotated, unchanged."
        raise DataError(msg, where=path, line=number, remedy=remedy)
    gaps = [text[a[1] : b[0]] for a, b in pairwise(pieces)]
    return _Bound(match[1], start, end, number, torn=any(_PIECES.search(gap) for gap in gaps))


def _add(  # noqa: PLR0913, PLR0917 - one line and where it is
    bound: Mapping[str, _Bound],
    ignored: dict[str, int],
    cells: Sequence[str],
    words: Sequence[str],
    path: Path,
    number: int,
) -> None:
    """Add what an attribute, a relation or a note says to its annotation."""
    handles = [word.rpartition(":")[2] for word in words[1:]]
    layer, _, name = words[0].partition("_")
    kind = cells[0][0]
    if kind in "AMR#" and handles and handles[0].startswith("T") and handles[0] not in bound:
        raise _malformed(path, number, f"there is no {handles[0]}")
    if kind in "AM" and layer in SPAN_LAYERS and name in _ATTRIBUTES[layer]:
        value: object = words[2] if len(words) > 2 else True  # noqa: PLR2004 - name, handle, value
        bound[handles[0]].cells[name] = value == "true" if value in {"true", "false"} else value
    elif kind == "R" and layer in SPAN_LAYERS and name in _RELATIONS[layer]:
        if handles[1] not in bound:
            raise _malformed(path, number, f"there is no {handles[1]}")
        bound[handles[0]].cells[name] = bound[handles[1]]
    elif kind == "#" and len(cells) == 3 and cells[2].startswith("{") and handles[0] in bound:  # noqa: PLR2004
        note = json_value(cells[2], path, number)
        bound[handles[0]].cells = note | bound[handles[0]].cells
    else:
        ignored[words[0]] = ignored.get(words[0], 0) + 1


def _malformed(path: Path, number: int, reason: str) -> DataError:
    msg = f"not a line of brat stand-off: {reason}"
    remedy = "Correct the line or take it out."
    return DataError(msg, where=path, line=number, remedy=remedy)
