"""Pairs of segments from any bilingual file, as a stream: what ``visavis check`` reads."""

import csv
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, zip_longest
from pathlib import Path
from typing import IO, Any, NamedTuple

from visavis.errors import DataError, UsageError
from visavis.languages import LANGS, Lang
from visavis.validation.pairs.checking import DIRECTIONS, Row

STDIN = "-"

WAIVED = re.compile(r"visavis:\s*(?:waive|ignore)\s+([a-z]+(?:\s*,\s*[a-z]+)*)")
"""In a note or another column: the checks that are waived for a pair, or ``all``."""

NAMES = {"source": 0, "src": 0, "target": 1, "tgt": 1, "trg": 1}
"""Names of columns besides those of the languages."""

csv.field_size_limit(1 << 24)


class Bitext(NamedTuple):
    """A file, or two, to be checked.

    Attributes:
        paths: one file or folder, or the two files of a text and its translation.
        langs: direction, or auto.
        columns: names or numbers, from 1, of the two columns of a table; empty for the usual.
    """

    paths: Sequence[str]
    langs: str = "auto"
    columns: Sequence[str] = ()


def read(bitext: Bitext) -> Iterator[Row]:
    """Yield the pairs of a file in order.

    Raises:
        UsageError: a file cannot be read, or its kind is not known.
        DataError: it is not as its kind must be.
    """
    if len(bitext.paths) == 2:  # noqa: PLR2004 - a text and its translation
        return _two_files(bitext.paths[0], bitext.paths[1], bitext.langs)
    if len(bitext.paths) != 1:
        msg = f"{len(bitext.paths)} files"
        raise UsageError(msg, remedy="Give one bilingual file, or a text and its translation.")
    path = bitext.paths[0]
    if path != STDIN and Path(path).is_dir():
        return _corpus(Path(path), bitext.langs)
    reader = READERS.get(_kind(path))
    if reader is None:
        msg = f"{path}: files of this kind are not read"
        raise UsageError(msg, remedy=f"Give a file that ends in {', '.join(READERS)}.")
    return reader(path, bitext)


def separate(paths: Sequence[str]) -> list[list[str]]:
    """Return files that are bilingual each one by one; a text and its translation together."""
    if len(paths) > 1 and all(_kind(path) in READERS and _kind(path) != ".txt" for path in paths):
        return [[path] for path in paths]
    return [list(paths)]


def _kind(path: str) -> str:
    return ".tsv" if path == STDIN else Path(path).suffix.lower()


# ------------------------------------------------------------------ tables
def _table(path: str, bitext: Bitext) -> Iterator[Row]:
    comma = _kind(path) == ".csv"
    with _opened(path) as file:
        rows = csv.reader(file) if comma else _cells(file)
        yield from _rows(rows, path, bitext)


def _cells(lines: Iterable[str]) -> Iterator[list[str]]:
    """Yield the cells of lines; quotation marks mean nothing in a table with tabs."""
    for line in lines:
        yield line.rstrip("\r\n").split("\t")


def _rows(rows: Iterable[list[str]], path: str, bitext: Bitext) -> Iterator[Row]:
    name = "standard input" if path == STDIN else path
    stream: Iterator[tuple[int, list[str]]] = iter(enumerate(rows, start=1))
    try:
        first = next(stream, None)
        if first is None:
            return
        head = [cell.strip().lower() for cell in first[1]]
        places = _places(head, bitext, name)
        if not _is_head(head, bitext):
            stream = chain([first], stream)
        for line, cells in stream:
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) <= max(places):
                msg = f"{len(cells)} columns"
                remedy = "Write the text, a tab and its translation on each line."
                raise DataError(msg, where=name, line=line, remedy=remedy)
            others = (cell for place, cell in enumerate(cells) if place not in places)
            yield Row(cells[places[0]], cells[places[1]], name, line, "", _waived(" ".join(others)))
    except UnicodeDecodeError as error:
        msg = f"not UTF-8 ({error.reason})"
        raise DataError(msg, where=name, remedy="Convert the file to UTF-8.") from error
    except csv.Error as error:
        raise DataError(str(error), where=name, remedy="Write the table as CSV or TSV.") from error


def _is_head(head: Sequence[str], bitext: Bitext) -> bool:
    if any(not column.isdigit() for column in bitext.columns):
        return True
    return any(_side_of(cell) is not None for cell in head)


def _places(head: Sequence[str], bitext: Bitext, name: str) -> tuple[int, int]:
    """Return which columns are the source and the target."""
    if bitext.columns:
        places = [_column(column, head, name) for column in bitext.columns]
        return places[0], places[1]
    named = [_side_of(cell) for cell in head]
    if 0 in named and 1 in named:
        return named.index(0), named.index(1)
    langs = [_language(cell) for cell in head]
    if all(lang in langs for lang in LANGS):
        source, target = DIRECTIONS.get(bitext.langs, _order(langs))
        return langs.index(_lang(source)), langs.index(_lang(target))
    return 0, 1


def _order(langs: Sequence[Lang | None]) -> tuple[str, str]:
    return ("fr", "en") if langs.index("fr") < langs.index("en") else ("en", "fr")


def _lang(code: str) -> Lang:
    return "fr" if code == "fr" else "en"


def _column(column: str, head: Sequence[str], name: str) -> int:
    if column.isdigit() and int(column) > 0:
        return int(column) - 1
    if column.lower() in head:
        return list(head).index(column.lower())
    msg = f"{name}: there is no column {column!r}"
    raise UsageError(msg, remedy=f"Choose among {', '.join(head)}.")


def _side_of(cell: str) -> int | None:
    if cell in NAMES:
        return NAMES[cell]
    return None if _language(cell) is None else 2


def _language(cell: str) -> Lang | None:
    """Return the language of a column by its name: fr, fr-FR, en_US, french, English."""
    for lang, words in (("fr", ("french", "français", "francais")), ("en", ("english", "anglais"))):
        if cell in words or re.fullmatch(rf"{lang}(?:[-_][a-z]{{2,4}})?(?:_text)?", cell):
            return _lang(lang)
    return None


def _waived(notes: str) -> frozenset[str]:
    listed = WAIVED.findall(notes) if "visavis" in notes else ()
    return frozenset(name.strip() for item in listed for name in item.split(","))


def _opened(path: str) -> IO[str]:
    """Return a file, or standard input, as lines of text."""
    if path == STDIN:
        import io  # noqa: PLC0415 - of standard input alone

        return io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig", newline="")
    try:
        return Path(path).open(encoding="utf-8-sig", newline="")
    except OSError as error:
        msg = f"{path}: {(error.strerror or 'cannot be read').lower()}"
        raise UsageError(msg, remedy="Check the path.") from error


# ------------------------------------------------------------------ two files
def _two_files(source: str, target: str, langs: str) -> Iterator[Row]:
    """Yield the lines of two files side by side, or the sentences of two texts, aligned."""
    if STDIN in {source, target}:
        msg = "standard input is a table of two columns"
        raise UsageError(msg, remedy="Give the two files by their names.")
    if _lines(source) == _lines(target):
        with _opened(source) as first, _opened(target) as second:
            try:
                for line, sides in enumerate(zip_longest(first, second, fillvalue=""), start=1):
                    fr, en = (side.rstrip("\r\n") for side in sides)
                    if fr.strip() or en.strip():
                        yield Row(fr, en, target, line)
            except UnicodeDecodeError as error:
                msg = f"not UTF-8 ({error.reason})"
                remedy = "Convert the files to UTF-8."
                raise DataError(msg, where=f"{source} or {target}", remedy=remedy) from error
        return
    yield from _aligned(source, target, langs)


def _lines(path: str) -> int:
    """Return how many lines a file has, in constant memory."""
    with _opened(path) as file:
        try:
            return sum(1 for _ in file)
        except UnicodeDecodeError as error:
            msg = f"not UTF-8 ({error.reason})"
            raise DataError(msg, where=path, remedy="Convert the file to UTF-8.") from error


def _aligned(source: str, target: str, langs: str) -> Iterator[Row]:
    from visavis.alignment.beads import align  # noqa: PLC0415 - numpy takes a while to import
    from visavis.text.sentences import segment  # noqa: PLC0415 - as above
    from visavis.validation.pairs.checking import direction_of  # noqa: PLC0415 - as above

    texts = [_content(path) for path in (source, target)]
    order = DIRECTIONS[direction_of([Row(texts[0], texts[1])]) if langs == "auto" else langs]
    cut = [
        [text[low:high] for low, high in segment(text, lang)]
        for text, lang in zip(texts, order, strict=True)
    ]
    fr, en = cut if order[0] == "fr" else cut[::-1]
    lines = _line_numbers(cut[1])
    for bead in align(fr, en):
        places = {"fr": bead.fr, "en": bead.en}
        first, second = (
            " ".join(side[place].strip() for place in places[lang])
            for side, lang in zip(cut, order, strict=True)
        )
        at = places[order[1]]
        yield Row(first, second, target, lines[at[0]] if at else 0)


def _content(path: str) -> str:
    with _opened(path) as file:
        try:
            return file.read()
        except UnicodeDecodeError as error:
            msg = f"not UTF-8 ({error.reason})"
            raise DataError(msg, where=path, remedy="Convert the file to UTF-8.") from error


def _line_numbers(sentences: Sequence[str]) -> list[int]:
    numbers, line = [], 1
    for sentence in sentences:
        numbers.append(line)
        line += sentence.count("\n")
    return numbers


# ------------------------------------------------------------------ formats of other tools
def _tmx(path: str, bitext: Bitext) -> Iterator[Row]:
    from visavis.interchange import tmx  # noqa: PLC0415 - lxml is an extra

    order = DIRECTIONS.get(bitext.langs, ("fr", "en"))
    for unit in tmx.units(Path(path)):
        source, target = (unit.sides.get(_lang(lang)) for lang in order)
        if source and target:
            yield Row(source.text, target.text, path, unit.line, unit.props.get("bead", ""))


def _xliff(path: str, bitext: Bitext) -> Iterator[Row]:
    from visavis.interchange import xliff  # noqa: PLC0415 - lxml is an extra

    for unit in xliff.units(Path(path)):
        order = DIRECTIONS.get(bitext.langs, tuple(unit.texts))
        if len(unit.texts) == len(LANGS):
            source, target = (unit.texts[_lang(lang)] for lang in order)
            notes = " ".join(note for _, note in unit.notes)
            if target.strip():
                yield Row(source, target, path, unit.line, "", _waived(notes))


def _po(path: str, _bitext: Bitext) -> Iterator[Row]:
    try:
        from translate.storage import pypo  # noqa: PLC0415 - an extra, imported where it is used
    except ImportError as error:
        msg = "translate-toolkit is not installed"
        raise UsageError(msg, remedy="Run `pip install visavis[check]`.") from error
    lines = iter(_messages(path))
    try:
        store: Any = pypo.pofile.parsefile(path)  # type: ignore[no-untyped-call]
    except Exception as error:
        msg = f"not a PO file ({error})"
        raise DataError(msg, where=path, remedy="Check it with msgfmt -c.") from error
    for unit in store.units:
        line = 0 if unit.isobsolete() else next(lines, 0)
        if unit.isheader() or unit.isobsolete() or unit.isfuzzy() or not unit.istranslated():
            continue
        waived = _waived(str(unit.getnotes()))
        sides = zip(*map(_strings, (unit.source, unit.target)), strict=False)
        for source, target in sides:
            yield Row(str(source), str(target), path, line, str(unit.getcontext()), waived)


def _messages(path: str) -> list[int]:
    """Return the lines at which the messages of a PO file begin; the reader does not tell them."""
    with _opened(path) as file:
        try:
            return [n for n, line in enumerate(file, start=1) if line.startswith("msgid ")]
        except UnicodeDecodeError:
            return []  # the header tells another encoding


def _strings(text: object) -> list[str]:
    """Return the forms of a message: one, or those of its plural."""
    return [str(form) for form in getattr(text, "strings", [text])]


def _corpus(folder: Path, langs: str) -> Iterator[Row]:
    from visavis.corpus.reading import read as read_corpus  # noqa: PLC0415 - polars is heavy
    from visavis.validation.rules.frames import pairs  # noqa: PLC0415 - as above

    order = DIRECTIONS.get(langs, ("fr", "en"))
    for row in pairs(read_corpus(folder)).iter_rows(named=True):
        path = str(folder / "annotations" / "beads" / f"{row['article']}.jsonl")
        source, target = (row[lang].strip() for lang in order)
        yield Row(source, target, path, row["line"], row["id"])


READERS: dict[str, Callable[[str, Bitext], Iterator[Row]]] = {
    ".tsv": _table,
    ".csv": _table,
    ".txt": _table,
    ".tmx": _tmx,
    ".xliff": _xliff,
    ".xlf": _xliff,
    ".po": _po,
}
"""Ending of a file -> how its pairs are read."""
