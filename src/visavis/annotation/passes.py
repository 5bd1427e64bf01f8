"""Passes: independent annotations of the same articles, kept as they were made."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import msgspec
import polars as pl

from visavis.corpus import journal, schema
from visavis.corpus.layers import LAYERS, SPAN_LAYERS
from visavis.corpus.reading import read_articles, read_rows
from visavis.corpus.records import Id, Record, encode, meaning
from visavis.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from visavis.corpus.records import Span

PASSES = Path("annotations/passes")
INFO = "pass.jsonl"


class Pass(Record, frozen=True, kw_only=True):
    """Who made a pass, and from what."""

    id: Annotated[Id, meaning("names the folder of the pass")]
    annotator: Annotated[
        Literal["human", "language_model", "program"], meaning("what kind of reader made it")
    ]
    made: Annotated[str, meaning("day")]
    guidelines: Annotated[str, meaning("the state of the guidelines it was made from")]
    note: Annotated[str | None, meaning("what else a reader of its figures should know")] = None


def pass_folder(corpus: Path, name: str) -> Path:
    """Return the folder of the pass ``name``.

    Every path of a pass is made here, so that no name can lead out of the folder of passes.

    Raises:
        UsageError: the name is not of the alphabet of ids.
    """
    return corpus / PASSES / checked_name(name)


def checked_name(name: str) -> str:
    """Return ``name`` if it can name a pass.

    Raises:
        UsageError: it is not of the alphabet of ids.
    """
    try:
        return msgspec.convert(name, Id)
    except msgspec.ValidationError:
        msg = f"{name!r} is not the name of a pass"
        remedy = "Use 1 to 64 letters, digits, _ and -, beginning with a letter or a digit."
        raise UsageError(msg, remedy=remedy) from None


def info(folder: Path, name: str) -> Pass:
    """Who made the pass ``name`` of the corpus in ``folder``.

    Raises:
        UsageError: there is no such pass.
    """
    path = pass_folder(folder, name) / INFO
    rows = read_rows(path, Pass)
    if len(rows) != 1:
        lookup = sorted(item.parent.name for item in (folder / PASSES).glob(f"*/{INFO}"))
        msg = "no row that tells who made the pass"
        raise UsageError(msg, where=path, remedy=f"Passes: {', '.join(lookup) or 'none'}.")
    return rows[0]


def contents(
    info: Pass, rows: "Mapping[tuple[str, str], Sequence[Span]]"
) -> "dict[Path, bytes | None]":
    """Return the files of a pass, by path in the corpus: its row, and those of (layer, article)."""
    base = PASSES / checked_name(info.id)
    by_key: dict[Path, bytes | None] = {base / INFO: encode([info])}
    for (layer, article), spans in rows.items():
        by_key[base / layer / f"{article}.jsonl"] = encode(spans)
    return by_key


def refuse_edited(folder: Path, contents: "Mapping[Path, bytes | None]") -> None:
    """Refuse to replace files of a pass that a program made and somebody may have edited since.

    Raises:
        UsageError: a file has other bytes; the message names the first and says how to go on.
    """
    edited = [step.path for step in journal.plan(folder, contents) if step.does == "replace"]
    if others := [path for path in edited if path.name != INFO]:
        more = f" and {len(others) - 1} more files" if len(others) > 1 else ""
        msg = (
            f"{folder / others[0]}{more}: has other rows than would be written, perhaps edited by "
            "hand"
        )
        remedy = "Give another name, or --replace to write over it (`visavis undo` takes it back)."
        raise UsageError(msg, remedy=remedy)


def rows(folder: Path, name: str) -> "dict[tuple[str, str], list[Span]]":
    """The rows of a pass by (layer, article).

    Raises:
        UsageError: there is no such pass.
        DataError: a row is malformed.
    """
    info(folder, name)
    return {
        (layer, article.id): read_rows(path, kind)
        for layer, kind in SPAN_LAYERS.items()
        for article in read_articles(folder)
        if (path := pass_folder(folder, name) / layer / f"{article.id}.jsonl").is_file()
    }


def annotated(folder: Path, name: str) -> set[str]:
    """Return the ids of the articles that a pass annotates: those that have a file in it.

    An empty file says that the article was read and nothing was found.

    Raises:
        UsageError: there is no such pass.
    """
    info(folder, name)
    base = pass_folder(folder, name)
    stems = {path.stem for layer in LAYERS for path in (base / layer).glob("*.jsonl")}
    return stems & {article.id for article in read_articles(folder)}


class Layers(dict[str, pl.DataFrame]):
    """The layers of a pass by name, and the articles that it annotates, with rows or without.

    Attributes:
        articles: their ids.
    """

    def __init__(self, layers: "Mapping[str, pl.DataFrame]", articles: "Collection[str]") -> None:
        super().__init__(layers)
        self.articles = frozenset(articles)


def shared(first: Layers, second: Layers) -> tuple[Layers, Layers]:
    """Return two passes with the articles only that both annotate.

    An article where one of them found nothing is among these.
    """
    both = first.articles & second.articles
    chosen = pl.col("article").is_in(sorted(both))
    ours, theirs = (
        Layers({layer: rows.filter(chosen) for layer, rows in layers.items()}, both)
        for layers in (first, second)
    )
    return ours, theirs


def read(folder: Path, name: str) -> Layers:
    """The layers that a pass has: columns article, line and those of the layer's record.

    Raises:
        UsageError: there is no such pass.
        DataError: a row is malformed.
    """
    info(folder, name)
    articles = sorted(article.id for article in read_articles(folder))
    layers: dict[str, pl.DataFrame] = {}
    for layer, kind in LAYERS.items():
        base = pass_folder(folder, name) / layer
        rows = [
            (article, line, row)
            for article in articles
            for line, row in enumerate(read_rows(base / f"{article}.jsonl", kind), start=1)
        ]
        if base.is_dir():
            layers[layer] = schema.frame(rows, kind)
    return Layers(layers, annotated(folder, name))
