"""Recipes: how a user makes the text of an article from lines of a file that they have.

``newstest.fr:12-30`` is lines 12 to 30 of a file of that name, counted from 1, both included. The
text has those lines, each ended by a line feed; a carriage return before it is dropped, and so is a
byte order mark at the start of the file. The SHA-256 of the text in the article's row proves it.
"""

from collections.abc import Iterable, Mapping
from itertools import islice
from pathlib import Path
from typing import Annotated, NamedTuple, Self

import msgspec

from visavis import files
from visavis.errors import DataError, VisavisError

RecipeText = Annotated[str, msgspec.Meta(pattern=r"\A[^/\\\s]+:[1-9][0-9]{0,8}-[1-9][0-9]{0,8}\Z")]
"""A recipe as a row has it: ``FILE:FIRST-LAST``, the name of the file without a folder."""

_MARK = b"\xef\xbb\xbf"


class Recipe(NamedTuple):
    """Lines of a file.

    Attributes:
        file: name of the file, in whatever folder it is.
        first: number of the first line, counted from 1.
        last: number of the last line.
    """

    file: str
    first: int
    last: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the recipe that a row has.

        Raises:
            ValueError: the last line comes before the first.
        """
        file, _, lines = text.rpartition(":")
        first, last = (int(number) for number in lines.split("-"))
        if last < first:
            msg = f"{text}: line {last} comes before line {first}"
            raise ValueError(msg)
        return cls(file, first, last)


def texts_of(path: Path, recipes: Mapping[str, Recipe]) -> dict[str, bytes]:
    """Return the texts that a file yields.

    Args:
        path: a file that has the name of the recipes.
        recipes: SHA-256 of a text -> the lines that make it.

    Raises:
        DataError: the file has too few lines, or its lines are not the text; of several such texts
            the message tells the first, and how many there are.
    """
    made: dict[str, bytes] = {}
    failures: list[str] = []
    lines = _lines(path, max(recipe.last for recipe in recipes.values()))
    for sha256, recipe in sorted(recipes.items(), key=lambda item: item[1]):
        text = b"".join(lines[recipe.first - 1 : recipe.last])
        if recipe.last > len(lines):
            ends = f"the file has {len(lines)} lines"
            failures.append(f"{ends}, and a recipe wants {recipe.first} to {recipe.last}")
        elif files.sha256(text) == sha256:
            made[sha256] = text
        else:
            failures.append(
                f"lines {recipe.first} to {recipe.last} are not the text of the recipe "
                f"(sha256 {files.sha256(text)[:12]}..., not {sha256[:12]}...)"
            )
    if failures:
        others = f"; {len(failures) - 1} more recipes of this file fail" if failures[1:] else ""
        remedy = "Get the edition of the file that the articles were made from."
        raise DataError(failures[0] + others, where=path, remedy=remedy)
    return made


def _lines(path: Path, count: int) -> list[bytes]:
    """Return the first lines of a file, each ended by one line feed."""
    with path.open("rb") as file:
        lines = [line.removesuffix(b"\n").removesuffix(b"\r") for line in islice(file, count)]
    return [line.removeprefix(_MARK if i == 0 else b"") + b"\n" for i, line in enumerate(lines)]


def make(paths: Iterable[Path], recipes: Mapping[str, Recipe]) -> dict[str, bytes]:
    """Return the texts that can be made from files, by their SHA-256.

    Of several files of one name it is enough that one yields the texts.

    Raises:
        DataError: a file has the name of a recipe, and none of that name yields its text.
    """
    made: dict[str, bytes] = {}
    failures: list[tuple[set[str], VisavisError]] = []
    for path in paths:
        named = {sha256: recipe for sha256, recipe in recipes.items() if recipe.file == path.name}
        if not named:
            continue
        try:
            made |= texts_of(path, named)
        except DataError as error:
            failures.append(({*named}, error))
    problems = [error for hashes, error in failures if hashes - made.keys()]
    if problems:
        raise DataError.of(problems)
    return made
