"""Pairs of texts in files, and beads as lines: JSON, tab-separated values, Pharaoh links."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from visavis.alignment.beads import Alignment, check_document
from visavis.alignment.methods import Document
from visavis.errors import DataError, UsageError

KEYS = (("fr", "en"), ("src", "tgt"))
"""Names of the two sides of a pair in a JSON Lines file."""

PLACES = 6
"""Decimal places of a probability."""

HALF = re.compile(r"[\ud800-\udfff]")


class Row(NamedTuple):
    """A pair of texts: its id, its sentences, and the names of the two sides in its file."""

    id: str
    document: Document
    keys: tuple[str, str] = KEYS[0]


def read(path: Path) -> Iterator[Row]:
    """Yield the pairs of a JSON Lines file, in order.

    Raises:
        UsageError: the file cannot be opened.
        DataError: a line is not as it must be; the message names file and line.
    """
    seen: dict[str, int] = {}
    for number, text in _lines(path, "a JSON Lines file"):
        place = f"{path}:{number}"
        if not text.strip():
            continue
        row = _row(text, place)
        if row.id in seen:
            msg = f"id {row.id!r} is that of line {seen[row.id]}"
            raise DataError(msg, where=place, remedy="Give each pair an id of its own.")
        seen[row.id] = number
        yield row


def read_texts(source: Path, target: Path) -> Row:
    """Return the pair of two plain files with a sentence on each line.

    Raises:
        UsageError: a file cannot be opened.
        DataError: a line is not UTF-8; the message names file and line.
    """
    fr, en = (
        [line.rstrip("\r\n") for _, line in _lines(path, "a text file")]
        for path in (source, target)
    )
    return Row(source.name, Document(fr, en))


def _lines(path: Path, kind: str) -> Iterator[tuple[int, str]]:
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                yield number, _decoded(line, f"{path}:{number}")
    except OSError as error:
        msg = f"cannot be read ({error.strerror})"
        raise UsageError(msg, where=path, remedy=f"Give {kind}.") from error


def _decoded(line: bytes, place: str) -> str:
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError as error:
        msg = f"not UTF-8 (byte {error.start} of the line)"
        raise DataError(msg, where=place, remedy="Save the file as UTF-8.") from error
    if text.startswith("\ufeff"):
        msg = "a byte order mark"
        raise DataError(msg, where=place, remedy="Save the file as UTF-8 without one.")
    return text


def _row(line: str, place: str) -> Row:
    try:
        values = json.loads(line)
    except (ValueError, RecursionError) as error:
        msg = f"not JSON ({error})"
        raise DataError(msg, where=place, remedy="Give one object a line.") from error
    if not (isinstance(values, dict) and "id" in values):
        msg = 'not an object with "id", "fr" and "en"'
        raise DataError(msg, where=place, remedy="Add what is missing.")
    keys = _keys(values, place)
    identifier = values["id"]
    if not isinstance(identifier, str):
        msg = '"id" is not a string'
        raise DataError(msg, where=place, remedy="Put it in quotes.")
    for side in keys:
        if not isinstance(values[side], list):
            msg = f"{side!r} is not a list of sentences"
            raise DataError(msg, where=place, remedy="Give a list of strings.")
    anchors = _anchors(values.get("anchors", []), place)
    document = Document(values[keys[0]], values[keys[1]], anchors)
    check_document(document, place)
    if any(HALF.search(text) for text in (identifier, *document.fr, *document.en)):
        msg = "half a character (a lone surrogate, \\ud800 to \\udfff)"
        raise DataError(msg, where=place, remedy="Remove it.")
    return Row(identifier, document, keys)


def _keys(values: dict[str, object], place: str) -> tuple[str, str]:
    present = [keys for keys in KEYS if values.keys() & set(keys)]
    if len(present) > 1:
        msg = 'has keys of both "fr", "en" and "src", "tgt"'
        raise DataError(msg, where=place, remedy="Keep one pair.")
    if not present or not set(present[0]) <= values.keys():
        msg = 'not an object with "id", "fr" and "en"'
        raise DataError(msg, where=place, remedy="Add what is missing.")
    return present[0]


def _anchors(values: object, place: str) -> list[tuple[int, int]]:
    pairs: list[object] = values if isinstance(values, list) else [values]
    good = [p for p in pairs if isinstance(p, list) and [type(x) for x in p] == [int, int]]
    if len(good) < len(pairs):
        msg = '"anchors" is not a list of pairs of numbers'
        raise DataError(msg, where=place, remedy="Write [[i, j], ...].")
    return [(i, j) for i, j in good]


def as_json(row: Row, alignment: Alignment) -> Iterator[str]:
    """Yield one object: the beads of a pair, their confidence, the probability `translation`."""
    translation = alignment.translation
    values = {
        "id": row.id,
        "beads": [[bead.fr, bead.en] for bead in alignment.beads],
        "confidence": [round(bead.confidence, PLACES) for bead in alignment.beads],
        "translation": None if translation is None else round(translation, PLACES),
    }
    yield json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def as_tsv(row: Row, alignment: Alignment) -> Iterator[str]:
    """Yield a line for each bead: id, sentence numbers of both sides, confidence, both texts."""
    for bead in alignment.beads:
        numbers = [",".join(map(str, side)) for side in (bead.fr, bead.en)]
        texts = [
            " ".join(" ".join(row.document.side(side)[n].split()) for n in own)
            for side, own in enumerate((bead.fr, bead.en))
        ]
        yield "\t".join([_cell(row.id), *numbers, f"{bead.confidence:.{PLACES}f}", *texts])


def _cell(text: str) -> str:
    return " ".join(text.split())


def as_pharaoh(_: Row, alignment: Alignment) -> Iterator[str]:
    """Yield one line of links "i-j" between the sentences of each bead of a pair."""
    links = [f"{i}-{j}" for bead in alignment.beads for i in bead.fr for j in bead.en]
    yield " ".join(links)


FORMATS: dict[str, Callable[[Row, Alignment], Iterator[str]]] = {
    "json": as_json,
    "tsv": as_tsv,
    "pharaoh": as_pharaoh,
}
"""Name of an output format -> the lines of a pair in it."""
