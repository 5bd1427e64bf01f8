"""Worksheets: an article and its annotations as one plain text, to read and to write in.

A sheet shows each bead, the French above the English, and below it one record a line::

    == b3  1-1  body
    fr  Selon Reuters, ASML détient environ 11 % du capital.
    en  ASML holds about 11% of the capital, according to Reuters.
    mentions m5 type=ORG form=NAM entity=asml | ASML | ASML
    amounts a6 kind=percent value=11 unit=% … | 11 % {modifier: environ} | 11% {modifier: about}
    attributions t2 source=m6 | Selon {content: ASML … capital} | according to {content: ASML … 11%}

A record is its layer, its id, its fields, and the words it marks on each side; a side without words
has no span. What holds for one language only stands in braces behind its words: a field
(``{relation=broader}``) or a piece of text (``{content: words}``). Words are looked for in their
side of the bead; any space stands for any other, and ``'`` for ``’``. ``words#2`` is the second
place where they stand, ``first … last`` reaches from one to the other, ``@b4 words`` lies in
another bead, and ``[12:30]`` are code points of the text. Lines that begin with ``#`` or ``?`` are
remarks; ``?`` names a candidate that nobody has decided on.

Reader and writer are exact inverses.
"""

import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

import msgspec

from visavis.corpus.layers import SPAN_LAYERS
from visavis.corpus.layers.arrangement import arrangement
from visavis.corpus.records import Offsets, Record, Span, explain, fields
from visavis.errors import DataError
from visavis.languages import LANGS, Lang

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from visavis.corpus.layers.beads import AlignedBead

    Rows = Mapping[str, Sequence[Span]]
    Remarks = Mapping[str, Sequence[str]]

SHEET_LAYERS = tuple(layer for layer in SPAN_LAYERS if layer != "regions")
"""The layers that a sheet holds."""

ORDER: tuple[Lang, Lang] = ("fr", "en")
"""The languages in the order of their columns."""

END = "end"
"""First word of the last line of a sheet: without it the sheet was cut short."""

COMMON = {"id", "lang", "start", "end", "text"}
_SPACES = str.maketrans(dict.fromkeys("\u00a0\u202f\u2009", " ") | {"’": "'"})
_LONG = 48
"""Pieces longer than this many code points are shown by their first and last words."""

_SIDE = re.compile(r"(?P<words>[^{}]*)(?P<braces>(?:\{[^{}]*\}\s*)*)", re.DOTALL)
_BRACE = re.compile(r"\{([^{}]*)\}")
_FIELD = re.compile(r'([a-z_]+)=("(?:[^"\\]|\\.)*"|[^\s"{}|]+)(?:\s+|$)')
PLAIN = re.compile(r'[^\s"{}|,]+')
_PLACE = re.compile(r"\[(\d+):(\d+)\]")
_NTH = re.compile(r"(.*)#(\d+)", re.DOTALL)
_ELSEWHERE = re.compile(r"@(\S+) (.*)", re.DOTALL)


class _Side(NamedTuple):
    """A stretch of a text: one language of a bead."""

    text: str
    start: int
    end: int

    def shown(self) -> str:
        return self.text[self.start : self.end].strip().replace("\n", "⏎")

    def places(self, words: str, begin: int) -> list[int]:
        """Where ``words`` begin, from offset ``begin`` of the text on."""
        text, wanted = _folded(self.text[begin : self.end]), _folded(words)
        return [begin + match.start() for match in re.finditer(f"(?={re.escape(wanted)})", text)]


class Beads:
    """The sides of the beads of an article, by bead and language."""

    def __init__(self, texts: "Mapping[Lang, str]", beads: "Sequence[AlignedBead]") -> None:
        self.texts = texts
        self.sides: dict[tuple[str, Lang], _Side] = {}
        for bead in beads:
            for lang in ORDER:
                sentences: tuple[Offsets, ...] = getattr(bead, lang)
                begin, end = (sentences[0][0], sentences[-1][1]) if sentences else (0, 0)
                self.sides[bead.id, lang] = _Side(texts[lang], begin, end)

    def of(self, lang: Lang, start: int) -> str | None:
        """The bead in whose side of ``lang`` the offset ``start`` lies."""
        return next(
            (id_ for (id_, of), s in self.sides.items() if of == lang and s.start <= start < s.end),
            None,
        )

    def spell(self, bead: str | None, lang: Lang, offsets: Offsets) -> str:
        """The words of a piece, in such a way that ``find`` gives its offsets."""
        start, end = offsets
        words = self.texts[lang][start:end]
        present = self.of(lang, start)
        where = "" if present == bead else f"@{present} "
        for spelt in self._spellings(present, lang, words, start) if present is not None else ():
            if self.finds(bead, lang, where + spelt) == offsets:
                return where + spelt
        return f"[{start}:{end}]"

    def _spellings(self, bead: str, lang: Lang, words: str, start: int) -> "Iterator[str]":
        if re.search(r"[{}|\n\r]", words) or not words or words != words.strip():
            return
        if len(words) > _LONG:
            parts = words.split(" ")
            yield from (f"{' '.join(parts[:n])} … {' '.join(parts[-n:])}" for n in (2, 3, 4))
        yield words
        places = self.sides[bead, lang].places(words, self.sides[bead, lang].start)
        if start in places:
            yield f"{words}#{places.index(start) + 1}"

    def finds(self, bead: str | None, lang: Lang, words: str) -> Offsets | None:
        """``find``, or None where it finds nothing."""
        try:
            return self.find(bead, lang, words)
        except LookupError:
            return None

    def find(self, bead: str | None, lang: Lang, words: str) -> Offsets:
        """The offsets of what ``words`` name.

        Raises:
            LookupError: they do not stand there, or not once; the message says so.
        """
        if place := _PLACE.fullmatch(words):
            return int(place[1]), int(place[2])
        if elsewhere := _ELSEWHERE.fullmatch(words):
            bead, words = elsewhere[1], elsewhere[2]
        side = self.sides.get((bead or "", lang))
        if side is None:
            msg = f"there is no bead {bead}"
            raise LookupError(msg)
        return _found(side, words, f"the {lang} side of {bead}")


def _found(side: _Side, words: str, where: str) -> Offsets:
    head, reach, tail = words.partition(" … ")
    starts = side.places(words, side.start)
    if len(starts) == 1:
        return starts[0], starts[0] + len(words)
    if not starts and (nth := _NTH.fullmatch(words)):
        places = side.places(nth[1], side.start)[int(nth[2]) - 1 :]
        if int(nth[2]) and places:
            return places[0], places[0] + len(nth[1])
    if reach and not starts:
        heads = side.places(head, side.start)
        tails = side.places(tail, heads[0] + len(head)) if heads else []
        if tails:
            return heads[0], tails[0] + len(tail)
    if starts:
        msg = f"{words!r} stands {len(starts)} times in {where}; write {words}#1, #2 ..."
        raise LookupError(msg)
    msg = f"{words!r} does not stand in {where}"
    raise LookupError(msg)


def pieces(value: Any) -> "tuple[Offsets, ...]":  # noqa: ANN401 - a span, spans or None
    """Return the further offsets that a field holds."""
    if not value:
        return ()
    return (value,) if isinstance(value[0], int) else value


def is_piece(kind: type[Record], name: str) -> bool:
    """Whether a field of ``kind`` holds offsets."""
    hint = next(field.type for field in fields(kind) if field.name == name)
    return Offsets in (hint, *_within(hint))


def _within(hint: Any) -> "Iterator[Any]":  # noqa: ANN401 - a type hint has no narrower type
    for part in (*get_args(hint), getattr(hint, "__origin__", None)):
        if part not in (None, tuple):
            yield part
            yield from _within(part)


def article_of(sheet: str, where: str) -> str:
    """The id of the article that a sheet is of.

    Raises:
        DataError: the first line does not say so.
    """
    word, _, article = sheet.partition("\n")[0].partition(" ")
    if word != "article" or not article.strip():
        msg = f"{where}:1: not a worksheet"
        raise DataError(msg, remedy="Write one with `visavis worksheet ARTICLE`.")
    return article.strip()


def read(
    sheet: str,
    where: str,
    texts: "Mapping[Lang, str]",
    beads: "Sequence[AlignedBead]",
    *,
    surfaces: "Container[Lang]",
) -> dict[str, list[Span]]:
    """The records of a sheet by layer, each of ``SHEET_LAYERS`` in canonical order.

    Args:
        sheet: the text of the sheet.
        where: its path, for messages.
        texts: both texts of the article.
        beads: its beads.
        surfaces: the languages whose records repeat the words they mark.

    Raises:
        DataError: a line cannot be understood, or names words that do not stand there; the message
            has a line for each.
    """
    present = Beads(texts, beads)
    by_key: dict[str, list[Span]] = {layer: [] for layer in SHEET_LAYERS}
    problems: list[DataError] = []
    bead: str | None = None
    lines: dict[tuple[str, str, Lang], int] = {}
    for number, line in enumerate(sheet.split("\n")[1:], start=2):
        try:
            word = line.split(" ", 1)[0]
            if word == "==":
                bead = _heading(present, line)
            elif word == END:
                continue
            elif word in LANGS:
                _check_text(present, bead, line)
            elif line.strip() and line[0] not in "#?":
                for layer, row in _rows(present, bead, line.rstrip("\r")):
                    _refuse_twice(lines, (layer, row.id, row.lang), number)
                    text = texts[row.lang][row.start : row.end] if row.lang in surfaces else None
                    by_key[layer].append(msgspec.structs.replace(row, text=text))
        except (LookupError, ValueError) as error:
            problems.append(DataError(f"{error.args[0]}.", where=where, line=number))
    if problems:
        raise DataError.of(problems)
    return {layer: [rows[i] for i in arrangement(rows)] for layer, rows in by_key.items()}


def _refuse_twice(
    lines: "dict[tuple[str, str, Lang], int]", key: "tuple[str, str, Lang]", number: int
) -> None:
    """Note the line of a record; refuse a second one of the same layer, id and language."""
    if key in lines:
        layer, id_, lang = key
        msg = f"{layer} {id_} of {lang} is in line {lines[key]} already; give it another id"
        raise LookupError(msg)
    lines[key] = number


def _heading(beads: Beads, line: str) -> str | None:
    bead = line.removeprefix("==").partition("  ")[0].strip()
    if bead == "-":
        return None
    if (bead, "fr") not in beads.sides:
        msg = f"there is no bead {bead!r}; keep the headings as they were written"
        raise LookupError(msg)
    return bead


def _check_text(beads: Beads, bead: str | None, line: str) -> None:
    lang: Lang = "fr" if line.startswith("fr") else "en"
    side = beads.sides.get((bead or "", lang))
    if side is None or _folded(side.shown()) != _folded(line[2:].strip()):
        msg = f"the {lang} text of {bead} has changed; export the worksheet again"
        raise LookupError(msg)


def _rows(beads: Beads, bead: str | None, line: str) -> "Iterator[tuple[str, Span]]":
    head, *columns = (column.strip() for column in f"{line} ".split(" | "))
    layer, _, rest = head.partition(" ")
    id_, _, values = rest.strip().partition(" ")
    if layer not in SHEET_LAYERS:
        msg = f"{layer!r} is no layer of a sheet; begin with one of {', '.join(SHEET_LAYERS)}"
        raise LookupError(msg)
    if not columns or len(columns) > len(ORDER):
        msg = "write LAYER ID FIELD=VALUE … | French words | English words"
        raise LookupError(msg)
    for lang, column in zip(ORDER, columns, strict=False):
        if column:
            yield layer, _row(beads, bead, SPAN_LAYERS[layer], (id_, lang, values, column))


def _row(
    present: Beads, bead: str | None, kind: type[Span], declared: "tuple[str, Lang, str, str]"
) -> Span:
    id_, lang, values, column = declared
    side = _SIDE.fullmatch(column)
    if side is None:
        msg = f"{column!r} is not words and {{...}}"
        raise LookupError(msg)
    start, end = present.find(bead, lang, side["words"].strip())
    row: dict[str, Any] = {"id": id_, "lang": lang, "start": start, "end": end}
    row |= _plain_fields(kind, values)
    for brace in _BRACE.findall(side["braces"]):
        name, piece, words = brace.partition(": ")
        if piece and _has_piece(kind, name):
            _add_piece(row, kind, name, present.find(bead, lang, words.strip()))
        else:
            row |= _plain_fields(kind, brace.strip())
    try:
        return msgspec.convert(row, kind)
    except msgspec.ValidationError as error:
        raise ValueError(". ".join(explain(error, kind)).rstrip(".")) from error


def _has_piece(kind: type[Span], name: str) -> bool:
    return any(field.name == name for field in fields(kind)) and is_piece(kind, name)


def _add_piece(row: dict[str, Any], kind: type[Span], name: str, piece: Offsets) -> None:
    hint = next(field.type for field in fields(kind) if field.name == name)
    if (tuple[Offsets, ...]) in (hint, *_within(hint)):
        row.setdefault(name, []).append(piece)
    elif name in row:
        msg = f"{name} stands twice"
        raise LookupError(msg)
    else:
        row[name] = piece


def _plain_fields(kind: type[Span], values: str) -> dict[str, Any]:
    hints = {field.name: field.type for field in fields(kind)}
    by_key: dict[str, Any] = {}
    at = 0
    while at < len(values):
        match = _FIELD.match(values, at)
        if match is None or match[1] not in hints or match[1] in COMMON | by_key.keys():
            text = ", ".join(sorted(hints.keys() - COMMON))
            msg = f"{values[at:]!r} is not FIELD=VALUE; fields: {text}"
            raise LookupError(msg)
        by_key[match[1]] = _parsed(match[2], hints[match[1]])
        at = match.end()
    return by_key


def _parsed(value: str, hint: Any) -> Any:  # noqa: ANN401 - any field of a record
    if value.startswith('"'):
        return json.loads(value)
    if value == "null":
        return None
    if bool in (hint, *_within(hint)):
        return {"true": True, "false": False}.get(value, value)
    if any(getattr(part, "__origin__", None) is tuple for part in (hint, *_within(hint))):
        return value.split(",")
    return value


def _folded(text: str) -> str:
    return text.translate(_SPACES)
