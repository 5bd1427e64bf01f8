"""Write an article and its annotations as a sheet of plain text."""

import json
import re
from typing import TYPE_CHECKING, Any

import msgspec

from visavis.corpus.layers import SPAN_LAYERS
from visavis.corpus.records import Span, fields, metas, values
from visavis.languages import Lang

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from visavis.corpus.layers.beads import AlignedBead

    Rows = Mapping[str, Sequence[Span]]
    Remarks = Mapping[str, Sequence[str]]
from visavis.annotation.worksheets import (
    COMMON,
    END,
    ORDER,
    PLAIN,
    SHEET_LAYERS,
    Beads,
    is_piece,
    pieces,
)


def write(
    article: str,
    texts: "Mapping[Lang, str]",
    beads: "Sequence[AlignedBead]",
    rows: "Rows",
    remarks: "Remarks",
) -> str:
    """The sheet of an article.

    Args:
        article: its id.
        texts: both texts.
        beads: its beads, in reading order.
        rows: the records of each of ``SHEET_LAYERS``.
        remarks: remarks on each bead, by its id.
    """
    present = Beads(texts, beads)
    lines: dict[str | None, list[str]] = {}
    for layer in SHEET_LAYERS:
        for place, pair in _paired(present, rows.get(layer, ())):
            lines.setdefault(place, []).append(f"{layer} {record_line(present, place, pair)}")
    sheet = [f"article {article}"]
    for bead in beads:
        sheet += ["", f"== {bead.id}  {len(bead.fr)}-{len(bead.en)}"]
        sheet += [f"{lang}  {present.sides[bead.id, lang].shown()}" for lang in ORDER]
        sheet += lines.get(bead.id, [])
        sheet += [f"? {remark}" for remark in remarks.get(bead.id, ())]
    if None in lines:
        sheet += ["", "== -", *lines[None]]
    sheet += ["", f"{END} {article}"]
    return "\n".join(sheet) + "\n"


def with_legend(sheet: str) -> str:
    """Return a sheet with remarks behind its first line that list the fields of each layer."""
    first, _, others = sheet.partition("\n")
    return "\n".join([first, *_legend(), others])


def _legend() -> "Iterator[str]":
    yield "#"
    yield "# LAYER ID FIELD=VALUE ... | French words | English words"
    yield "# Behind the words of one side, in braces: {FIELD=VALUE} or {FIELD: words}."
    for layer in SHEET_LAYERS:
        yield f"#\n# {layer}"
        for field in fields(SPAN_LAYERS[layer]):
            if field.name in COMMON:
                continue
            about = next((meta.description for meta in metas(field.type) if meta.description), "")
            form = f"{{{field.name}: words}}" if is_piece(SPAN_LAYERS[layer], field.name) else ""
            choices = " ".join(values(field.type))
            yield f"#   {field.name}  {'; '.join(part for part in (form, about, choices) if part)}"


def _paired(
    present: Beads, rows: "Sequence[Span]"
) -> "Iterator[tuple[str | None, dict[Lang, Span]]]":
    """Counterparts of one bead together, in the order of the French text."""
    pairs: dict[tuple[str | None, str], list[dict[Lang, Span]]] = {}
    ordered = sorted(rows, key=lambda row: (ORDER.index(row.lang), row.start, row.end))
    for row in ordered:
        result = pairs.setdefault((present.of(row.lang, row.start), row.id), [])
        free = next((pair for pair in result if row.lang not in pair), None)
        if free is None:
            result.append({row.lang: row})
        else:
            free[row.lang] = row
    for (bead, _), result in pairs.items():
        for pair in result:
            yield bead, pair


def record_line(beads: Beads, bead: str | None, pair: "Mapping[Lang, Span]") -> str:
    """Return a record as a line of a sheet, without its layer: id, fields, words of both sides."""
    kind = type(next(iter(pair.values())))
    written = {lang: _written(row) for lang, row in pair.items()}
    names = [field.name for field in fields(kind) if field.name not in COMMON]
    plain = [name for name in names if not is_piece(kind, name)]
    first = next(iter(written.values()))
    shared = {
        name: first[name]
        for name in plain
        if name in first and all(values.get(name) == first[name] for values in written.values())
    }
    head = " ".join([next(iter(pair.values())).id, *(f"{k}={v}" for k, v in shared.items())])
    columns = [_column(beads, bead, lang, pair, shared) for lang in ORDER]
    return " | ".join([head, *columns]).rstrip()


def _column(
    present: Beads,
    bead: str | None,
    lang: Lang,
    pair: "Mapping[Lang, Span]",
    shared: "Mapping[str, str]",
) -> str:
    row = pair.get(lang)
    if row is None:
        return ""
    parts = [present.spell(bead, lang, (row.start, row.end))]
    own = {name: value for name, value in _written(row).items() if name not in shared}
    if own:
        parts.append("{" + " ".join(f"{name}={value}" for name, value in own.items()) + "}")
    for name in (field.name for field in fields(type(row)) if is_piece(type(row), field.name)):
        parts += [
            f"{{{name}: {present.spell(bead, lang, piece)}}}"
            for piece in pieces(getattr(row, name))
        ]
    return " ".join(parts)


def _written(row: Span) -> dict[str, str]:
    """The plain fields of a row that have not their default, as they are written."""
    return {
        field.name: _value(value)
        for field in fields(type(row))
        if field.name not in COMMON
        and not is_piece(type(row), field.name)
        and (value := getattr(row, field.name)) != field.default
        and (value or field.default_factory is msgspec.NODEFAULT)
    }


def _value(value: Any) -> str:  # noqa: ANN401 - any field of a record
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return ",".join(map(_value, value))
    if PLAIN.fullmatch(value) and value != "null":
        return str(value)
    quoted = json.dumps(value, ensure_ascii=False)
    return re.sub(r"[{}|\u0085\u2028\u2029]", lambda result: f"\\u{ord(result[0]):04x}", quoted)
