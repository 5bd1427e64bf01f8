"""Edit what articles share: the entities of the knowledge base, and the amount facts."""

from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from visavis.corpus.editing import Contents
from visavis.corpus.facts import Fact
from visavis.corpus.kb import Entity
from visavis.corpus.layers import LAYERS
from visavis.corpus.model import FACTS, KB
from visavis.corpus.reading import read_rows
from visavis.corpus.records import Record, encode, fields, metas
from visavis.errors import UsageError


class Table(NamedTuple):
    """A row file that articles share: its path, the type of its rows, what refers to it."""

    path: Path
    kind: type[Entity] | type[Fact]
    target: str


TABLES = {"kb": Table(KB, Entity, "kb"), "facts": Table(FACTS, Fact, "facts")}


def add(folder: Path, name: str, values: Mapping[str, object]) -> Contents:
    """Return the table ``name`` (kb or facts) with a new row.

    Raises:
        UsageError: the id is taken, or a field does not exist, is missing or has a wrong value.
    """
    table = TABLES[name]
    rows = read_rows(folder / table.path, table.kind)
    if any(row.id == values.get("id") for row in rows):
        msg = f"the id {values['id']!r} is taken"
        raise UsageError(msg, remedy=f"Choose another, or `visavis {name} merge`.")
    try:
        row = msgspec.convert(values, table.kind)
    except msgspec.ValidationError as error:
        names = ", ".join(field.name for field in fields(table.kind))
        raise UsageError(str(error), where=name, remedy=f"Fields: {names}.") from error
    return {table.path: _encoded([*rows, row])}


def accept(folder: Path, entities: Sequence[Entity]) -> Contents:
    """Return the knowledge base with entities that were proposed; those it has already stay."""
    rows = {row.id: row for row in read_rows(folder / KB, Entity)}
    return {KB: _encoded([*({row.id: row for row in entities} | rows).values()])}


def merge(folder: Path, name: str, stays: str, gone: str) -> Contents:
    """Return the files in which all that named the row ``gone`` names ``stays``.

    An entity that is kept takes the names of the other as aliases.

    Raises:
        UsageError: a row does not exist, or both are one.
    """
    table = TABLES[name]
    rows = {row.id: row for row in read_rows(folder / table.path, table.kind)}
    for id_ in (stays, gone):
        if id_ not in rows:
            msg = f"there is no {id_!r} in {table.path}"
            raise UsageError(msg, remedy="Correct the id.")
    if stays == gone:
        msg = f"{stays} cannot be merged with itself"
        raise UsageError(msg, remedy="Name two rows.")
    contents: Contents = {}
    first, second = rows[stays], rows.pop(gone)
    if isinstance(first, Entity) and isinstance(second, Entity):
        rows[stays] = _with_names(first, second)
    renamed = [_renamed(row, table.target, gone, stays) for row in rows.values()]
    contents[table.path] = _encoded(renamed)
    for path, kind in _referring(folder, table):
        before = read_rows(folder / path, kind)
        after = [_renamed(row, table.target, gone, stays) for row in before]
        if after != before:
            contents[path] = encode(after)
    return contents


def _referring(folder: Path, table: Table) -> Iterator[tuple[Path, type[Record]]]:
    """Yield the row files, gold and passes, whose type has a field that names rows of a table."""
    for layer, kind in LAYERS.items():
        if _fields_of(kind, table.target):
            for path in sorted((folder / "annotations").rglob(f"{layer}/*.jsonl")):
                yield path.relative_to(folder), kind
    if table.target == "kb":
        yield FACTS, Fact


def _fields_of(kind: type[Record], target: str) -> list[str]:
    """Return the fields of a record type that hold ids of ``target``."""
    return [
        field.name
        for field in fields(kind)
        if any((meta.extra or {}).get("refers") == target for meta in metas(field.type))
    ]


def _renamed(row: Any, target: str, old: str, new: str) -> Any:  # noqa: ANN401 - any record type
    changes: dict[str, object] = {}
    for name in _fields_of(type(row), target):
        value = getattr(row, name)
        if value == old:
            changes[name] = new
        elif isinstance(value, tuple) and old in value:
            changes[name] = tuple(dict.fromkeys(new if id_ == old else id_ for id_ in value))
    return msgspec.structs.replace(row, **changes) if changes else row


def _with_names(first: Entity, second: Entity) -> Entity:
    changes: dict[str, object] = {}
    for lang in ("fr", "en"):
        names = (
            *getattr(first, f"aliases_{lang}"),
            getattr(second, f"name_{lang}"),
            *getattr(second, f"aliases_{lang}"),
        )
        own = getattr(first, f"name_{lang}")
        changes[f"aliases_{lang}"] = tuple(dict.fromkeys(name for name in names if name != own))
    if first.qid is None:
        changes |= {"qid": second.qid, "qid_seen_at": second.qid_seen_at}
    return msgspec.structs.replace(first, **changes)


def _encoded(rows: "list[Any]") -> bytes:
    return encode(sorted(rows, key=attrgetter("id")))
