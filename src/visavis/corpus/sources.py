"""What can be added to a corpus: files, folders, a table of metadata, existing bitext.

Everything becomes ``Source`` values: the bytes of the texts, what is known of the article, and the
beads that a bitext already has. Files that hold no text are refused by name.
"""

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from textwrap import shorten

import msgspec

from visavis import files
from visavis.corpus.layers.beads import AlignedBead
from visavis.corpus.records import Span
from visavis.errors import DataError, UsageError
from visavis.languages import Lang
from visavis.text.sentences import segment

SUFFIXES = (".txt", ".md", ".text")
"""How the names of the files in a folder end that are taken as texts."""

BOM = b"\xef\xbb\xbf"

DELIMITERS = ",;\t"
"""What may part the cells of a table; spreadsheets of French settings write semicolons."""

_SIGNS = (
    (b"PK\x03\x04", "a Word, OpenDocument or zip file", "Save it as plain text in UTF-8."),
    (b"\xd0\xcf\x11\xe0", "an old Word file", "Save it as plain text in UTF-8."),
    (b"%PDF", "a PDF file", "Extract its text, for example with pdftotext."),
    (b"{\\rtf", "an RTF file", "Save it as plain text in UTF-8."),
    (b"\xff\xfe", "UTF-16", "Convert it to UTF-8."),
    (b"\xfe\xff", "UTF-16", "Convert it to UTF-8."),
)
"""How files begin that are no text in UTF-8, what they are, and what to do."""

_HTML = re.compile(rb"\A\s*<(?:!doctype|html|\?xml|head|body)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Source:
    """An article to add.

    Attributes:
        id: its id.
        texts: language -> the bytes of its text, without a byte order mark.
        where: the file that it comes from, for messages.
        known: field of ``Article`` -> value, for this article alone.
        beads: the beads of a bitext; none where the texts are to be aligned.
        layers: layer -> the spans that the source has already; regions are guessed without any.
        notes: what was done to the texts, to be told.
    """

    id: str
    texts: Mapping[Lang, bytes]
    where: Path
    known: Mapping[str, object] = field(default_factory=dict)
    beads: Sequence[AlignedBead] = ()
    layers: Mapping[str, Sequence[Span]] = field(default_factory=dict)
    notes: Sequence[str] = ()


_LETTERS = str.maketrans(
    {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
"""Lower-case letters that Unicode does not take apart into a letter and its marks."""


def slug(name: str) -> str:
    """Return an id made of a file name: lower case, without accents, hyphens for all else.

    >>> slug("L’été à Nîmes")
    'l-ete-a-nimes'
    """
    letters = unicodedata.normalize("NFKD", name.lower().translate(_LETTERS))
    plain = "".join(char for char in letters if not unicodedata.combining(char))
    return re.sub(r"[^a-z0-9_]+", "-", plain).strip("-_")


def read_text(path: Path) -> tuple[bytes, list[str]]:
    """Return the bytes of a text without a byte order mark, and what was done.

    Raises:
        UsageError: the file cannot be read.
        DataError: it is empty, or holds no text in UTF-8.
    """
    data = files.read_bytes(path)
    check_text(data, path)
    if data.startswith(BOM):
        return data.removeprefix(BOM), [f"{path}: a byte order mark was taken off"]
    return data, []


def check_text(data: bytes, where: Path) -> None:
    """Refuse what is no plain text.

    Raises:
        DataError: it is empty, HTML, a file of a word processor, binary or not UTF-8.
    """
    if not data.removeprefix(BOM).strip():
        msg = "the file is empty"
        raise DataError(msg, where=where, remedy="Leave it out.")
    for sign, kind, remedy in _SIGNS:
        if data.startswith(sign):
            msg = f"this is {kind}, not plain text"
            raise DataError(msg, where=where, remedy=remedy)
    if _HTML.match(data.removeprefix(BOM)):
        remedy = "Extract its text first, without the markup."
        msg = "this is HTML or XML, not plain text"
        raise DataError(msg, where=where, remedy=remedy)
    if b"\0" in data:
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        msg = "a NUL byte: this is a binary file, or UTF-16 without its mark"
        raise DataError(msg, where=where, line=line, remedy="Give plain text in UTF-8.")
    files.decode(data, where)


def of_files(id_: str, sides: Mapping[Lang, Path]) -> Source:
    """Return the source of an article whose texts are in files.

    Raises:
        UsageError: a file cannot be read.
        DataError: a file holds no text.
    """
    read = {lang: read_text(path) for lang, path in sides.items()}
    texts = {lang: data for lang, (data, _) in read.items()}
    notes = [note for _, of_text in read.values() for note in of_text]
    return Source(id_, texts, sides["fr"], notes=notes)


def from_files(paths: Sequence[Path], english: Path | None, id_: str | None) -> Iterator[Source]:
    """Yield a source for each French text; a folder stands for all texts in it.

    ``english`` is the translation of the one text, or a folder of translations by file name.

    Raises:
        UsageError: a path does not exist, or two files have one id.
    """
    pairs = [pair for path in paths for pair in _expanded(path, english)]
    if id_ and len(pairs) > 1:
        msg = f"--id names one article, and there are {len(pairs)} texts"
        raise UsageError(msg, remedy="Add them one by one, or in a --table with a column id.")
    for french, translation in pairs:
        sides: dict[Lang, Path] = {"fr": french}
        if translation:
            sides["en"] = translation
        source = of_files(id_ or _id(french), sides)
        if english and translation is None:
            note = f"{french}: no file of this name in {english}"
            source = replace(source, notes=[*source.notes, note])
        yield source


def _id(path: Path) -> str:
    stem = re.sub(r"\.fr\Z", "", path.stem, flags=re.IGNORECASE)
    if not slug(stem):
        msg = "no id can be made of the name"
        raise UsageError(msg, where=path, remedy="Name the article with --id.")
    return slug(stem)


def _expanded(path: Path, english: Path | None) -> list[tuple[Path, Path | None]]:
    """Return the pairs of texts that a path stands for."""
    if not path.is_dir():
        return [(path, _translation(path, english))]
    french, other = path / "fr", path / "en"
    if french.is_dir() and english is None:
        return [(text, _named(other, text.name)) for text in _texts(french)]
    texts = [text for text in _texts(path) if not text.stem.lower().endswith(".en")]
    if not texts:
        msg = f"no file that ends in {', '.join(SUFFIXES)}"
        raise UsageError(msg, where=path, remedy="Name a folder of plain texts.")
    return [(text, _translation(text, english) or _beside(text)) for text in texts]


def _texts(folder: Path) -> list[Path]:
    return sorted(p for p in folder.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())


def _beside(text: Path) -> Path | None:
    """Return ``name.en.txt`` beside ``name.fr.txt``."""
    if not text.stem.lower().endswith(".fr"):
        return None
    return _named(text.parent, f"{text.stem[:-3]}.en{text.suffix}")


def _translation(french: Path, english: Path | None) -> Path | None:
    """Return the English of a text: the file given, or the one of its name in the folder."""
    if english is None or not english.is_dir():
        return english
    return _named(english, french.name)


def _named(folder: Path, name: str) -> Path | None:
    """Return the file of a folder that has a name, however its accents are spelt.

    Raises:
        UsageError: two files have it, one in NFC and one in NFD.
    """
    if not folder.is_dir():
        return None
    wanted = unicodedata.normalize("NFC", name)
    alike = [p for p in sorted(folder.iterdir()) if unicodedata.normalize("NFC", p.name) == wanted]
    if len(alike) > 1:
        msg = "two files have this name, spelt in different code points"
        raise UsageError(msg, where=alike[0], remedy="Keep one of them.")
    return alike[0] if alike and alike[0].is_file() else None


def from_table(path: Path) -> Iterator[Source]:
    """Yield a source for each row of a table: CSV, TSV or JSON Lines.

    The columns are ``fr`` and ``en`` (paths, from the folder of the table), ``id`` and any field of
    an article. An empty cell says nothing.

    Raises:
        UsageError: the table cannot be read.
        DataError: it has no column fr, or a row no text.
    """
    line = 0
    for line, row in _rows(path):
        cells = {name: value for name, value in row.items() if value not in (None, "", [])}
        french, translation = cells.pop("fr", None), cells.pop("en", None)
        if not french:
            msg = "the row names no French text"
            remedy = "Give the path of its text in the column fr."
            raise DataError(msg, where=path, line=line, remedy=remedy)
        sides: dict[Lang, Path] = {"fr": path.parent / str(french)}
        if translation:
            sides["en"] = path.parent / str(translation)
        id_ = str(cells.pop("id", "")) or _id(sides["fr"])
        try:
            yield replace(of_files(id_, sides), known=cells)
        except UsageError as error:
            remedy = "Correct the path in the table."
            raise DataError(str(error), where=path, line=line, remedy=remedy) from error
    if not line:
        msg = "the table has no row"
        raise DataError(msg, where=path, remedy="Write a row an article below the head.")


def _rows(path: Path) -> Iterator[tuple[int, dict[str, object]]]:
    data = files.read_bytes(path)
    check_text(data, path)
    text = files.decode(data.removeprefix(BOM), path)
    if path.suffix.lower() in (".jsonl", ".ndjson"):
        for line, content in enumerate(text.splitlines(), start=1):
            if content.strip():
                try:
                    yield line, msgspec.json.decode(content, type=dict[str, object])
                except msgspec.DecodeError as error:
                    msg = f"not one JSON object ({error})"
                    remedy = "Write one object a line."
                    raise DataError(msg, where=path, line=line, remedy=remedy) from error
        return
    lines = text.splitlines(keepends=True)
    delimiter = max(DELIMITERS, key=lines[0].count)
    reader = csv.DictReader(lines, delimiter=delimiter, strict=True)
    try:
        if "fr" not in (reader.fieldnames or ()):
            names = ", ".join(reader.fieldnames or ())
            msg = f"the table has no column fr, but {shorten(names, 60, placeholder=' …')}"
            remedy = "Name the columns in the first line; fr has the paths of the French texts."
            raise DataError(msg, where=path, line=1, remedy=remedy)
        for row in reader:
            if None in row or None in row.values():
                msg = f"the row has not the {len(reader.fieldnames or ())} cells of the head"
                remedy = "Quote cells that hold the delimiter."
                raise DataError(msg, where=path, line=reader.line_num, remedy=remedy)
            yield reader.line_num, dict(row)
    except csv.Error as error:
        msg = f"not a table ({error})"
        raise DataError(msg, where=path, line=reader.line_num, remedy="Correct the row.") from error


def from_bitext(
    paths: Sequence[Path], id_: str | None, langs: tuple[Lang, Lang] = ("fr", "en")
) -> Iterator[Source]:
    """Yield the article of a bitext: one TSV of two columns, or two files aligned line by line.

    ``langs`` are the languages of the two columns or files. Each pair of lines is a bead, which
    counts as verified; a line that is empty on one side is a sentence without a translation.

    Raises:
        UsageError: neither one file nor two are given.
        DataError: a row has not two columns, or the files differ in their number of lines.
    """
    texts, beads = bitext(_pairs(paths), langs)
    data = {lang: text.encode() for lang, text in texts.items()}
    for lang, path in zip(langs, [paths[0], paths[-1]], strict=True):
        check_text(data[lang], path)
    yield Source(id_ or _id(paths[0]), data, paths[0], beads=beads)


def bitext(
    pairs: Iterable[tuple[str, str]], langs: tuple[Lang, Lang] = ("fr", "en")
) -> tuple[dict[Lang, str], list[AlignedBead]]:
    """Return the texts of aligned lines, a line each, and a verified bead for each pair.

    A pair of which both lines are blank is left out; its number stays free.
    """
    lines: dict[Lang, list[str]] = {"fr": [], "en": []}
    length = dict.fromkeys(lines, 0)
    beads = []
    for number, pair in enumerate(pairs, start=1):
        sides: dict[Lang, list[tuple[int, int]]] = {"fr": [], "en": []}
        for lang, cell in zip(langs, pair, strict=True):
            if line := cell.strip():
                start = length[lang]
                lines[lang].append(f"{line}\n")
                length[lang] += len(line) + 1
                pieces = segment(f"{line}\n", lang)
                sides[lang] = [(start + low, start + high) for low, high in pieces]
        if sides["fr"] or sides["en"]:
            beads.append(
                AlignedBead(
                    id=f"b{number}",
                    fr=tuple(sides["fr"]),
                    en=tuple(sides["en"]),
                    method="manual",
                    verified=True,
                )
            )
    return {lang: "".join(each) for lang, each in lines.items()}, beads


def _pairs(paths: Sequence[Path]) -> list[tuple[str, str]]:
    read = [files.decode(read_text(path)[0], path) for path in paths]
    lines = [text.splitlines() for text in read]
    if len(paths) == 2:  # noqa: PLR2004 - a file a language
        if len(lines[0]) != len(lines[1]):
            msg = f"{len(lines[0])} lines, and {paths[1]} has {len(lines[1])}"
            remedy = "Give two files that are aligned line by line."
            raise DataError(msg, where=paths[0], remedy=remedy)
        return list(zip(*lines, strict=True))
    if len(paths) != 1:
        msg = f"{len(paths)} files are no bitext"
        raise UsageError(msg, remedy="Give one TSV of two columns, or two line-aligned files.")
    rows = []
    for number, line in enumerate(lines[0], start=1):
        cells = line.split("\t")
        if len(cells) != 2:  # noqa: PLR2004 - a column a language
            msg = f"{len(cells)} columns"
            remedy = "Each line has a text, a tab and its translation."
            raise DataError(msg, where=paths[0], line=number, remedy=remedy)
        rows.append((cells[0], cells[1]))
    head = tuple(cell.strip().lower() for cell in rows[0]) if rows else ()
    return rows[1:] if head in _HEADS else rows


_HEADS = {("fr", "en"), ("en", "fr"), ("french", "english"), ("source", "target")}
"""First lines of a TSV that name its columns."""
