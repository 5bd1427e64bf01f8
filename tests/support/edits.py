"""Edits of a text, and where each of its characters goes."""

from typing import NamedTuple


class Change(NamedTuple):
    place: float
    length: int
    text: str


def edited(text: str, edits: list[Change]) -> tuple[str, list[int | None]]:
    """The text after the edits, and where each of its characters went."""
    letters: list[tuple[str, int | None]] = [(char, i) for i, char in enumerate(text)]
    for change in edits:
        at = int(change.place * len(letters))
        letters[at : at + change.length] = [(char, None) for char in change.text]
    places: list[int | None] = [None] * len(text)
    for new, (_, old) in enumerate(letters):
        if old is not None:
            places[old] = new
    return "".join(char for char, _ in letters), places
