"""Rules on the folder: what its files are made of, before and beside what they say."""

import os
import re
import subprocess
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from shutil import which

import polars as pl

from visavis import files
from visavis.corpus import canonical, model, reading
from visavis.corpus.articles import Article, by_side, check_unique, is_third_party
from visavis.corpus.facts import Fact
from visavis.corpus.kb import Entity
from visavis.corpus.layers import LAYERS
from visavis.corpus.model import ARTICLES, FACTS, KB
from visavis.corpus.records import Record, decode_lines
from visavis.corpus.waivers import WAIVERS, Waiver
from visavis.errors import DataError, VisavisError
from visavis.languages import LANGS
from visavis.validation.rules.frames import found

RUN = 7
"""Words in a row that are more than chance and less than a quotation."""


def _table(rows: Iterable[tuple[str, int, str]]) -> pl.DataFrame:
    schema = {"path": pl.String, "line": pl.Int32, "said": pl.String}
    return found(pl.DataFrame(sorted(rows), schema, orient="row"), pl.col("said"))


def _row_files(folder: Path) -> Iterator[tuple[Path, type[Record]]]:
    yield from ((ARTICLES, Article), (KB, Entity), (FACTS, Fact), (WAIVERS, Waiver))
    for layer, kind in LAYERS.items():
        for path in sorted((folder / "annotations" / layer).glob("*.jsonl")):
            yield path.relative_to(folder), kind


def _refused(path: Path, test: Callable[[], object]) -> list[tuple[str, int, str]]:
    """Return the errors that ``test`` raises as findings: path, line, problem."""
    try:
        test()
    except DataError as error:
        return [(path.as_posix(), each.line or 1, each.problem) for each in error.errors]
    return []


def not_utf8(folder: Path) -> pl.DataFrame:
    """A file is not UTF-8.

    Remedy: convert the file from the encoding that it is in; do not guess it away.
    """
    texts = [path for lang in LANGS for path in sorted((folder / "raw" / lang).glob("*.txt"))]
    paths = [*(path.relative_to(folder) for path in texts), *(p for p, _ in _row_files(folder))]
    return _table(
        row
        for path in paths
        if (folder / path).is_file()
        for row in _refused(path, partial(files.decode, (folder / path).read_bytes(), path))
    )


def row_malformed(folder: Path) -> pl.DataFrame:
    """A line is not a row of its file: JSON that does not read, an unknown field or label.

    Each line of a file is tested, so that one run shows them all.

    Remedy: correct the line; the fields and labels of each layer are told by `visavis validate
    --explain` and in annotations/guidelines/.
    """
    return _table(
        (path.as_posix(), number, text)
        for path, kind in _row_files(folder)
        if (folder / path).is_file() and _is_utf8(folder / path)
        for number, line in enumerate((folder / path).read_bytes().splitlines(), start=1)
        for _, _, text in _refused(path, partial(decode_lines, _row(line, kind), kind, path))
    )


def _row(line: bytes, kind: type[Record]) -> bytes:
    return (by_side(line) if kind is Article else line) + b"\n"


def article_twice(folder: Path) -> pl.DataFrame:
    """Two rows of raw/articles.jsonl have one id, or one French text.

    Remedy: keep one of the two rows.
    """
    try:
        articles = reading.article_rows(folder / ARTICLES)
    except DataError:
        return _table([])  # a row that cannot be read is a finding of another rule
    return _table(_refused(ARTICLES, partial(check_unique, articles, str(ARTICLES))))


def _is_utf8(path: Path) -> bool:
    try:
        path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def file_of_no_article(folder: Path) -> pl.DataFrame:
    """A file in raw/ or annotations/ belongs to no article: all that it says would be lost.

    Remedy: correct the name of the file, add the row of its article, or remove it.
    """
    try:
        names = {article.id for article in reading.article_rows(folder / ARTICLES)}
    except VisavisError:
        return _table([])
    return _table(
        (path.relative_to(folder).as_posix(), 1, f"there is no article '{path.stem}'")
        for path in reading.strays(folder, names)
    )


def file_linked(folder: Path) -> pl.DataFrame:
    """A file of the corpus is a symbolic link: who gets the corpus gets a path, not the content.

    Remedy: put the file itself in its place; third-party texts come by `visavis hydrate`.
    """
    places = [*("raw" / Path(lang) for lang in LANGS), *(Path("annotations", at) for at in LAYERS)]
    return _table(
        ((place / entry.name).as_posix(), 1, "is a symbolic link")
        for place in (Path("raw"), Path("annotations"), *places)
        if (folder / place).is_dir()
        for entry in os.scandir(folder / place)
        if entry.is_symlink() and entry.is_file()
    )


def not_canonical(folder: Path) -> pl.DataFrame:
    """A row file is not in its canonical form: order of rows and keys, spacing, surfaces.

    In the one form a review sees what changed and nothing else.

    Remedy: run `visavis validate --fix` or `visavis format`.
    """
    try:
        expected = canonical.canonical(folder)
    except VisavisError:
        return _table([])
    return _table(
        (path.as_posix(), _first_difference((folder / path).read_bytes(), data), "not canonical")
        for path, data in expected.items()
        if (folder / path).read_bytes() != data
    )


def _first_difference(first: bytes, other: bytes) -> int:
    lines = zip(first.split(b"\n"), other.split(b"\n"), strict=False)
    return next((number for number, (a, b) in enumerate(lines, start=1) if a != b), 1)


def third_party_tracked(folder: Path) -> pl.DataFrame:
    """A file that git tracks holds a third-party text, of either language, or seven words of it.

    The text belongs to somebody else; what is pushed once cannot be taken back.

    Remedy: remove the text from the file, and from the history before it is pushed.
    """
    try:
        rows = reading.article_rows(folder / ARTICLES)
    except VisavisError:
        return _table([])
    closed = [
        model.text_path(article.id, lang)
        for article in rows
        for lang in LANGS
        if is_third_party(article, lang)
    ]
    runs = {run for path in closed if (folder / path).is_file() for run in _runs(folder / path)}
    names = {path.as_posix() for path in closed}
    return _table(
        (name, 1, "is the text of a third party" if name in names else "repeats seven words of one")
        for name in _tracked(folder)
        if name in names or (runs and not runs.isdisjoint(_runs(folder / name)))
    )


def _tracked(folder: Path) -> list[str]:
    """The files of the folder that git tracks; none where there is no repository."""
    command = [which("git") or "git", "ls-files", "-z"]
    try:
        listed = subprocess.run(command, cwd=folder, capture_output=True, check=True)  # noqa: S603 - no input of the user
    except (OSError, subprocess.CalledProcessError):
        return []
    names = listed.stdout.decode(errors="replace").split("\0")
    return [name for name in names if name and (folder / name).is_file()]


def _runs(path: Path) -> Iterable[tuple[str, ...]]:
    try:
        words = re.findall(r"\w+", path.read_text(encoding="utf-8").lower())
    except UnicodeDecodeError:
        return ()
    return zip(*(words[first:] for first in range(RUN)), strict=False)
