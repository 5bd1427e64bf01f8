"""The files of a folder that may be the texts a corpus lacks, found by SHA-256.

The folder is read file by file. A file that is a text but for its line ends, its last newline, a
byte order mark or the form of its accents is not taken, but named together with what differs. A
text that no file is may be made by its recipe, from lines of a file.
"""

import hashlib
import os
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import product
from pathlib import Path
from typing import NamedTuple

from visavis import files
from visavis.corpus import recipes
from visavis.errors import DataError, UsageError
from visavis.languages import LANGS

LARGEST = 4_000_000
"""Bytes of the largest file that is looked into; larger ones are only hashed."""

_MARK = b"\xef\xbb\xbf"
_LENGTH_DIFFERENCE = 2
"""Characters by which a text may be longer than its last annotation: a last newline or two."""


class Lacking(NamedTuple):
    """A text that is looked for.

    Attributes:
        article: id of its article.
        lang: its language.
        sha256: SHA-256 of its bytes.
        length: characters up to its last annotation, if there is any.
    """

    article: str
    lang: str
    sha256: str
    length: int | None = None


class Offers(NamedTuple):
    """What a folder holds.

    Attributes:
        paths: SHA-256 -> the first file of that content, of those that are looked for.
        unreadable: files and folders that cannot be read, each with the reason.
        made: SHA-256 -> the text that a recipe makes from lines of a file.
    """

    paths: dict[str, Path]
    unreadable: list[tuple[Path, str]]
    made: dict[str, bytes]

    def has(self, sha256: str) -> bool:
        """Return whether the folder has the text."""
        return sha256 in self.paths or sha256 in self.made

    def read(self, sha256: str) -> bytes:
        """Return the bytes of a text that the folder has.

        Raises:
            UsageError: its file cannot be read any more.
            DataError: its file was changed since.
        """
        if sha256 in self.made:
            return self.made[sha256]
        data = files.read_bytes(self.paths[sha256])
        if files.sha256(data) != sha256:
            msg = "changed while it was read"
            raise DataError(msg, where=self.paths[sha256], remedy="Run it again.")
        return data


NOTHING = Offers({}, [], {})
"""What no folder holds."""


def search(
    folder: Path, wanted: Collection[str], by_recipe: "Mapping[str, recipes.Recipe] | None" = None
) -> Offers:
    """Return the files of a folder, at any depth, whose SHA-256 is one of ``wanted``.

    ``by_recipe`` has the recipes of those texts that may also be made from lines of a file.

    Raises:
        UsageError: ``folder`` is not a folder.
        DataError: a file has the name of a recipe, and its lines are not the text.
    """
    if not folder.is_dir():
        msg = "not a folder"
        raise UsageError(msg, where=folder, remedy="Name the folder that holds the texts.")
    offers = Offers({}, [], {})
    names = {recipe.file for recipe in (by_recipe or {}).values()}
    sources: list[Path] = []
    for path in _files(folder, offers.unreadable):
        try:
            with path.open("rb") as file:
                sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            offers.unreadable.append((path, (error.strerror or "cannot be read").lower()))
        else:
            if sha256 in wanted:
                offers.paths.setdefault(sha256, path)
            if path.name in names:
                sources.append(path)
    lacking = {key: value for key, value in (by_recipe or {}).items() if key not in offers.paths}
    return offers._replace(made=recipes.make(sources, lacking))


def hints(folder: Path, lacking: Collection[Lacking], taken: Iterable[Path]) -> dict[str, str]:
    """Return, by SHA-256, which file is likely meant as a text that was not found, and why not it.

    Args:
        folder: where they were looked for.
        lacking: the texts that were not found.
        taken: files that are other texts, and are not looked at.
    """
    if not lacking:
        return {}
    certain: dict[str, str] = {}
    likely: dict[str, str] = {}
    skipped = set(taken)
    wanted = {text.sha256 for text in lacking}
    for path in _files(folder, []):
        if path in skipped or path.stat().st_size > LARGEST:
            continue
        try:
            data = files.read_bytes(path)
        except UsageError:
            continue
        for sha256, differences in _variants(data, wanted):
            reason = " and ".join(differences)
            certain.setdefault(sha256, f"{path} is that text but for {reason}")
        length = len(data.decode("utf-8", errors="replace"))
        for text in lacking:
            if reason := _resemblance(path, length, text):
                likely.setdefault(text.sha256, f"{path} {reason}")
    return likely | certain


def _files(folder: Path, unreadable: list[tuple[Path, str]]) -> Iterator[Path]:
    """Yield the files below a folder, in order; links to folders are not followed."""

    def note(error: OSError) -> None:
        unreadable.append((Path(error.filename), (error.strerror or "cannot be read").lower()))

    for base, folders, names in os.walk(folder, onerror=note):
        folders.sort()
        for name in sorted(names):
            if (path := Path(base, name)).is_file():
                yield path


def _variants(data: bytes, wanted: Collection[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield the texts of ``wanted`` that differ from ``data`` in form only, and in what."""
    try:
        text = data.removeprefix(_MARK).decode("utf-8")
        coded = []
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
        coded = ["its encoding, which is not UTF-8"]
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    ends = {"": text, "its line ends": plain, "its line ends (LF)": plain.replace("\n", "\r\n")}
    if plain != text:
        ends = {"": text, "its line ends (CR)": plain}
        if "\r\n" in text:
            ends = {"": text, "its line ends (CRLF)": plain}
    forms: dict[str, Callable[[str], str]] = {
        "": str,
        "its accents (decomposed, NFD)": lambda s: unicodedata.normalize("NFC", s),
        "its accents (composed, NFC)": lambda s: unicodedata.normalize("NFD", s),
    }
    last: dict[str, Callable[[str], str]] = {
        "": str,
        "its last newline": lambda s: s.rstrip("\r\n"),
        "its missing last newline": lambda s: s.rstrip("\r\n") + ("\r\n" if "\r\n" in s else "\n"),
    }
    marks = {"": b"", "a byte order mark that is missing": _MARK}
    if data.startswith(_MARK):
        marks = {"": _MARK, "its byte order mark": b""}
    seen = {data}
    for mark, end, form, newline in product(marks, ends, forms, last):
        changed = marks[mark] + last[newline](forms[form](ends[end])).encode()
        if changed not in seen:
            seen.add(changed)
            if (sha256 := files.sha256(changed)) in wanted:
                yield sha256, [part for part in (*coded, mark, end, form, newline) if part]


def _resemblance(path: Path, length: int, text: Lacking) -> str:
    """Return why a file of other content may be meant as a text, or nothing."""
    others = {lang for lang in LANGS if lang != text.lang}
    stem = path.stem.casefold()
    if path.parent.name in others or any(
        stem == f"{text.article}{s}{o}" for s in "._-" for o in others
    ):
        return ""
    if stem in {text.article, *(f"{text.article}{mark}{text.lang}" for mark in "._-")}:
        return "has its name, but other characters"
    if text.length is not None and 0 <= length - text.length <= _LENGTH_DIFFERENCE:
        return f"has its length ({length} characters), but other characters"
    return ""
