"""Records: one JSON object a line, of a declared type; reader and writer are exact inverses.

The type of a record is the one place where its fields are told: their order in the file, which
values they take, what they refer to, what they mean. Tables, features, checks and the card derive
from it.
"""

import re
from contextlib import suppress
from functools import cache
from operator import attrgetter
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

import msgspec

from visavis.errors import DataError
from visavis.languages import Lang

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

Id = Annotated[str, msgspec.Meta(pattern=r"\A[A-Za-z0-9][A-Za-z0-9_-]{0,63}\Z")]
"""An identifier: safe as a file name, in a URL and as a CSS class (the annotation editor)."""

Offset = Annotated[int, msgspec.Meta(ge=0, le=2**31 - 1)]
Offsets = tuple[Offset, Offset]
"""Start and end of a span, ``[start, end)`` in code points of the article's text."""

DecimalText = Annotated[
    str,
    msgspec.Meta(
        pattern=r"\A(?!-0\Z)-?(0|[1-9][0-9]{0,31})(\.[0-9]{0,5}[1-9])?\Z",
        extra={"dtype": "decimal"},
    ),
]
"""An exact number in plain notation, without useless zeros: ``13750000000``, ``0.33``."""

Probability = Annotated[float, msgspec.Meta(ge=0, le=1)]

Sha256 = Annotated[str, msgspec.Meta(pattern=r"\A[0-9a-f]{64}\Z")]

AUTHOR = "AUTHOR"
"""The writer of the article, as the holder of a stance."""

ANON = "ANON"
"""A source that the text leaves unnamed and unmentioned."""


def refers(layer: str, *, besides: tuple[str, ...] = (), doc: str = "") -> msgspec.Meta:
    """Annotation of a field that holds an id of ``layer``, or one of the words ``besides``."""
    return msgspec.Meta(description=doc, extra={"refers": layer, "besides": besides})


def meaning(doc: str) -> msgspec.Meta:
    """Annotation of a field that only says what it means."""
    return msgspec.Meta(description=doc)


class Record(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
    gc=False,
):
    """A line of a file of the corpus. A field that has its default value is not written."""


class Span(Record, frozen=True, kw_only=True):
    """A labelled piece of an article in one language; the same id in the other is the same thing.

    Offsets count code points, ``[start, end)``. ``text`` repeats the surface where the article's
    rights allow it, and is left out elsewhere.
    """

    id: Annotated[Id, meaning("the same in both languages for the same thing")]
    lang: Annotated[Lang, meaning("language of the text that the offsets count in")]
    start: Annotated[Offset, meaning("first code point")]
    end: Annotated[Offset, meaning("code point after the last")]
    text: Annotated[str | None, meaning("the surface, where rights allow")] = None
    relation: Annotated[
        Literal["equal", "narrower", "broader", "pronominalised", "explicitated", "corrected"],
        meaning("how the English span renders the French one"),
    ] = "equal"
    omitted: Annotated[str | None, meaning("why there is no counterpart in the other language")] = (
        None
    )


R = TypeVar("R", bound=Record)


def encode(records: "Iterable[Record]") -> bytes:
    """The canonical bytes of ``records``: one compact JSON object a line, in the given order."""
    return b"".join(msgspec.json.encode(_interned(record)) + b"\n" for record in records)


def _interned(record: Record) -> Record:
    """``record`` with its words that equal a default as that default.

    msgspec leaves out a default by identity, so that a word it has read (``ANON``) would be written
    where the same word from code is not.
    """
    words = {
        name: default
        for name, default in _word_defaults(type(record))
        if getattr(record, name) == default and getattr(record, name) is not default
    }
    return msgspec.structs.replace(record, **words) if words else record


@cache
def _word_defaults(kind: type[Record]) -> list[tuple[str, str]]:
    return [(f.name, f.default) for f in fields(kind) if isinstance(f.default, str)]


def decode_lines(data: bytes, kind: type[R], where: "Path | str") -> list[R]:
    """The records in ``data``, line by line; the inverse of ``encode``.

    Raises:
        DataError: a line is not one such record; the message names file, line and field.
    """
    decoder = _decoder(kind)
    with suppress(msgspec.DecodeError, UnicodeDecodeError):
        records = decoder.decode_lines(data)
        if len(records) == len(data.splitlines()) == (b"\n" + data).count(b"\n{"):
            return records
    records, lines = [], data.split(b"\n")
    for number, line in enumerate(lines if lines[-1] else lines[:-1], start=1):
        try:
            records.append(decoder.decode(line))
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            problem, remedy = explain(error, kind)
            raise DataError(problem, where=where, line=number, remedy=remedy) from error
    return records


def decode_files(contents: "Sequence[bytes]", kind: type[R]) -> "list[R] | None":
    """The records of many files, one after another: the quick way.

    None where one of them is not as ``decode_lines`` wants it, which then tells what is wrong. The
    patterns are held against distinct values: the texts of a corpus share most of their ids.
    """
    data = b"".join(contents)
    decoder, patterns = _without_patterns(kind)
    try:
        records = decoder.decode_lines(data)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    ended = all(not entry or entry.endswith(b"\n") for entry in contents)
    one_a_line = len(records) == data.count(b"\n") == (b"\n" + data).count(b"\n{")
    if not (ended and one_a_line):
        return None
    for value, pattern in patterns:
        if not all(pattern.search(word) for word in {*map(value, records)} if word is not None):
            return None
    return records


@cache
def _without_patterns(
    kind: type[R],
) -> "tuple[msgspec.json.Decoder[R], list[tuple[attrgetter[str | None], re.Pattern[str]]]]":
    """A decoder that lets every word pass, and the patterns of the fields that are one word."""
    by_key = {field.name: _pattern(field.type) for field in fields(kind)}
    lenient = [
        (
            field.name,
            field.type if by_key[field.name] is None else _word(field.type),
            *([] if field.default is msgspec.NODEFAULT else [field.default]),
        )
        for field in fields(kind)
    ]
    same = msgspec.defstruct(kind.__name__, lenient, bases=(kind,), kw_only=True)
    patterns = [(attrgetter(name), pattern) for name, pattern in by_key.items() if pattern]
    return msgspec.json.Decoder(same), patterns


def _pattern(hint: Any) -> "re.Pattern[str] | None":  # noqa: ANN401 - as in metas
    """The pattern of a field that is one word or nothing."""
    entries = [meta.pattern for meta in metas(hint) if meta.pattern]
    return re.compile(entries[0]) if entries and _word(hint) is not None else None


def _word(hint: Any) -> Any:  # noqa: ANN401 - as in metas
    """``str``, or ``str | None``, where that is what a field holds."""
    if hasattr(hint, "__metadata__"):
        return _word(hint.__origin__)
    parts = get_args(hint)
    if parts and get_origin(hint) in (Union, UnionType):
        words = {_word(part) for part in parts if part is not type(None)}
        return str | None if words == {str} else None
    return str if hint is str else None


@cache
def _decoder(kind: type[R]) -> msgspec.json.Decoder[R]:
    return msgspec.json.Decoder(kind)


def fields(kind: type[Record]) -> tuple[msgspec.structs.FieldInfo, ...]:
    """The fields of a record type, in the order of the file."""
    return msgspec.structs.fields(kind)


def metas(hint: Any) -> list[msgspec.Meta]:  # noqa: ANN401 - a type hint has no narrower type
    """The annotations of a field's type, outermost first, through ``X | None``."""
    entries = [meta for meta in getattr(hint, "__metadata__", ()) if isinstance(meta, msgspec.Meta)]
    inner = [hint.__origin__] if entries else [*getattr(hint, "__args__", ())]
    return entries + [meta for part in inner for meta in metas(part)]


def values(hint: Any) -> tuple[str, ...]:  # noqa: ANN401 - as in metas
    """The words that a field of type ``hint`` can take, or nothing where any is allowed."""
    if get_origin(hint) is Literal:
        return get_args(hint)
    return tuple(value for part in get_args(hint) for value in values(part))


def explain(error: Exception, kind: type[Record]) -> tuple[str, str]:
    """Return what is wrong with a row, and what to do: the values or fields that are allowed."""
    if isinstance(error, msgspec.ValidationError):
        message = str(error)
        for field in fields(kind):
            named = message.endswith(f"`$.{field.name}`")
            choices = [
                c for meta in metas(field.type) for c in (meta.extra or {}).get("choices", ())
            ]
            if named and choices:
                return f"unknown {field.name}", f"Choose among {', '.join(choices)}."
            if named and values(field.type):
                return message, f"Choose among {', '.join(values(field.type))}."
        names = ", ".join(field.name for field in fields(kind))
        return message, f"Fields of {kind.__name__}: {names}."
    remedy = "Write one object a line, in UTF-8, no blank lines."
    return f"not one JSON object ({error})", remedy
