"""Line-aligned text: TSV of an article's pairs, and the two files that Moses reads."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from visavis import files
from visavis.corpus.sources import bitext, read_text, slug
from visavis.errors import DataError, UsageError
from visavis.interchange.documents import SIDES, Document, Part, document, tiles

_BREAKS = re.compile("[\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
"""What ends a line or a cell somewhere: ``str.splitlines`` and the tab."""

_ENDS = re.compile(r"\A[\s\ufeff]+|[\s\ufeff]+\Z")
"""White space around a line; U+FEFF at the start of a file would be read as a byte order mark."""

_HEAD = ("article", "fr", "en")


def pairs(doc: Document) -> list[tuple[str, str]]:
    """Return the two sides of each bead, each on one line."""
    return [
        (
            _line("".join(doc.texts["fr"][low:high] for low, high in bead.fr)),
            _line("".join(doc.texts["en"][low:high] for low, high in bead.en)),
        )
        for bead in doc.beads
    ]


def _line(content: str) -> str:
    return _ENDS.sub("", _BREAKS.sub(" ", content))


def held(doc: Document) -> Document | None:
    """Return what aligned lines hold: a line a bead side, sentences cut again, beads numbered."""
    if not tiles(doc):
        return None
    texts, beads = bitext(pairs(doc))
    if not all(texts.values()):
        return None
    return document(doc.id, texts, {"beads": beads})


def write_tsv(docs: Iterable[Document]) -> Iterator[Part]:
    """Yield a table with the columns article, fr and en."""
    yield Part("", "\t".join(_HEAD).encode() + b"\n")
    for each in docs:
        rows = ("\t".join((each.id, *pair)) for pair in pairs(each))
        yield Part("", "".join(f"{row}\n" for row in rows).encode())


def read_tsv(paths: Sequence[Path]) -> Iterator[Document]:
    """Yield the articles of tables: three columns as ours, or a text and its translation.

    Raises:
        UsageError: a file cannot be read.
        DataError: a row has another number of columns, or the file is not UTF-8.
    """
    for path in paths:
        rows = _rows(path)
        for article, group in groupby(rows, key=lambda row: row[0]):
            texts, beads = bitext((fr, en) for _, fr, en in group)
            yield document(article, texts, {"beads": beads}, path)


def _rows(path: Path) -> Iterator[tuple[str, str, str]]:
    text = files.decode(read_text(path)[0], path)
    # Only line feeds end rows: a cell may hold U+2028 in the files of others.
    lines = text.removesuffix("\n").split("\n")
    head = tuple(lines[0].rstrip("\r").lower().split("\t"))
    ours = head == _HEAD
    named = (1, 0) if head == ("en", "fr") else (0, 1)
    columns = len(_HEAD) if ours else len(SIDES)
    first = ours or head in {("fr", "en"), ("en", "fr"), ("source", "target")}
    for number, line in enumerate(lines, start=1):
        if number == 1 and first:
            continue
        cells = line.rstrip("\r").split("\t")
        if len(cells) != columns:
            msg = f"{len(cells)} columns in place of {columns}"
            remedy = "Each row has a text, a tab and its translation."
            raise DataError(msg, where=path, line=number, remedy=remedy)
        if ours:
            yield cells[0], cells[1], cells[2]
        else:
            yield slug(path.stem) or "article", cells[named[0]], cells[named[1]]


def write_moses(docs: Iterable[Document]) -> Iterator[Part]:
    """Yield two files an article, ``ID.fr`` and ``ID.en``, a line a bead."""
    for each in docs:
        rows = pairs(each)
        for lang, column in zip(SIDES, zip(*rows, strict=True), strict=True):
            yield Part(f"{each.id}.{lang}", "".join(f"{line}\n" for line in column).encode())


def read_moses(paths: Sequence[Path]) -> Iterator[Document]:
    """Yield the articles of a folder of ``NAME.fr`` and ``NAME.en``, or of one such pair.

    Raises:
        UsageError: no pair is named, or a file cannot be read.
        DataError: the files of a pair differ in their number of lines, or are not UTF-8.
    """
    for french, english in _files(paths):
        sides = [
            files.decode(read_text(path)[0], path).removesuffix("\n").split("\n")
            for path in (french, english)
        ]
        if len(sides[0]) != len(sides[1]):
            msg = f"{len(sides[0])} lines, and {english} has {len(sides[1])}"
            remedy = "Give two files that are aligned line by line."
            raise DataError(msg, where=french, remedy=remedy)
        texts, beads = bitext(zip(*sides, strict=True))
        yield document(slug(french.stem) or "article", texts, {"beads": beads}, french)


def _files(paths: Sequence[Path]) -> list[tuple[Path, Path]]:
    if len(paths) == len(SIDES):
        return [(paths[0], paths[1])]
    folder = paths[0]
    french = sorted(folder.glob("*.fr")) if folder.is_dir() else []
    if not french:
        msg = "no pair of line-aligned files"
        remedy = "Name the French file and the English one, or a folder of NAME.fr and NAME.en."
        raise UsageError(msg, where=folder, remedy=remedy)
    return [(path, path.with_suffix(".en")) for path in french]
