"""Where the offsets of a text are after it was edited.

An edit is found by comparing the two texts: first by words, then, inside what was replaced, by
characters. What was cut in one place and stands once in what was added elsewhere has moved.
"""

import re
from difflib import SequenceMatcher
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_FINE = 2_000
"""Characters of a replaced piece up to which it is compared by characters; a longer one is taken
as rewritten."""

_MOVED = 3
"""Words that a piece must have to be looked for elsewhere: fewer may stand there by chance."""


class Moved(NamedTuple):
    """A span after the edit: its offsets, and whether its words are the same as before."""

    start: int
    end: int
    same: bool


class Edit:
    """The difference between two texts, as a map of offsets.

    >>> Edit("Openai paie Nvidia.", "OpenAI a payé Nvidia.").span(12, 18)
    Moved(start=14, end=20, same=True)
    """

    def __init__(self, old: str, new: str) -> None:
        self.old = old
        self.new = new
        self._replaced: list[tuple[int, int, int, int]] = []
        """Pieces that differ: start and end in the old text, start and end in the new one."""

    @cached_property
    def _kept(self) -> list[int]:
        """For each character of the old text its offset in the new one, or -1; ascending."""
        offsets = [-1] * len(self.old)
        old, new = _TOKEN.findall(self.old), _TOKEN.findall(self.new)
        starts_old = [0, *accumulate(map(len, old))]
        starts_new = [0, *accumulate(map(len, new))]
        for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            place = starts_old[i], starts_old[j], starts_new[k], starts_new[m]
            if tag == "equal" and any(token[0].isalnum() for token in old[i:j]):
                offsets[place[0] : place[1]] = range(place[2], place[3])
            elif self._replaced and self._replaced[-1][1::2] == place[::2]:
                # Only spaces are equal between two replaced pieces: they are compared as one.
                first = self._replaced.pop()
                self._replaced.append((first[0], place[1], first[2], place[3]))
            else:
                self._replaced.append(place)
        for place in self._replaced:
            self._compare_characters(offsets, *place)
        return offsets

    def _compare_characters(
        self, offsets: list[int], start: int, end: int, new_start: int, new_end: int
    ) -> None:
        if max(end - start, new_end - new_start) > _FINE:
            return
        old, new = self.old[start:end], self.new[new_start:new_end]
        for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
            first = start + block.a
            target = new_start + block.b
            offsets[first : first + block.size] = range(target, target + block.size)

    @cached_property
    def _edges(self) -> tuple[list[int], list[int]]:
        """Per offset of the old text: end of the kept character before it, start of the next."""
        before, last = [0], 0
        for offset in self._kept:
            last = offset + 1 if offset >= 0 else last
            before.append(last)
        after, following = [len(self.new)], len(self.new)
        for offset in reversed(self._kept):
            following = offset if offset >= 0 else following
            after.append(following)
        return before, after[::-1]

    def boundary(self, offset: int) -> int:
        """Return where a boundary between two pieces that tile the text is now.

        What was added at a boundary belongs to the piece before it.
        """
        return self._edges[1][offset] if offset else 0

    def has_kept(self, start: int, end: int) -> bool:
        """Return whether a character of the piece is still in the text."""
        return any(offset >= 0 for offset in self._kept[start:end])

    def resembles(self, old: tuple[int, int], new: tuple[int, int]) -> bool:
        """Return whether at least half of a piece, before as after, is characters that were kept.

        >>> edit = Edit("Il pleut.", "Il pleut. Trois chats dorment.")
        >>> edit.resembles((0, 9), (0, 9)), edit.resembles((0, 9), (0, 30))
        (True, False)
        """
        shared = sum(new[0] <= offset < new[1] for offset in self._kept[old[0] : old[1]])
        return 2 * shared >= max(old[1] - old[0], new[1] - new[0])

    def kept_range(self, start: int, end: int) -> tuple[int, int]:
        """Return from where to where the kept characters of a piece are in the new text.

        Raises:
            ValueError: none is kept.
        """
        offsets = [offset for offset in self._kept[start:end] if offset >= 0]
        return min(offsets), max(offsets) + 1

    def span(self, start: int, end: int) -> Moved | None:
        """Return where a span is now, or None if its words are gone."""
        surface = self.old[start:end]
        low = self._first(start, end)
        high = self._last(start, end)
        near = None
        if low is not None and high is not None and low < high:
            near = self._on_words(low, high, surface)
            if near and near.same:
                return near
        if place := self._nearby(start, end) or self._elsewhere(start, end):
            return place
        return near if near and self._mostly_kept(start, end) else self._replacement(start, end)

    def _nearby(self, start: int, end: int) -> Moved | None:
        """Return where the words of a span stand in what replaced them, if just once."""
        surface = self.old[start:end]
        for old_start, old_end, new_start, new_end in self._replaced:
            if old_start < end and start < old_end:
                # What is kept of the span may stand on either side of the replaced piece.
                low, high = new_start - max(0, old_start - start), new_end + max(0, end - old_end)
                places = _all(self.new, surface, max(0, low), high)
                if len(places) == 1:
                    return Moved(places[0], places[0] + len(surface), same=True)
        return None

    def _first(self, start: int, end: int) -> int | None:
        """Return the new offset of the first character; what replaced it is taken with it."""
        if self._kept[start] >= 0:
            return self._kept[start]
        rest = [offset for offset in self._kept[start:end] if offset >= 0]
        if not rest:
            return None
        return self._edges[0][start] if start == 0 or self._kept[start - 1] >= 0 else rest[0]

    def _last(self, start: int, end: int) -> int | None:
        """Return the new offset behind the last character; what replaced it is taken with it."""
        if self._kept[end - 1] >= 0:
            return self._kept[end - 1] + 1
        rest = [offset for offset in self._kept[start:end] if offset >= 0]
        if not rest:
            return None
        corpus = end == len(self.old) or self._kept[end] >= 0
        return self._edges[1][end] if corpus else rest[-1] + 1

    def _on_words(self, low: int, high: int, surface: str) -> Moved | None:
        """Return a span without white space at its edges and half words; None where it has none."""
        if self.new[low:high] == surface:
            return Moved(low, high, same=True)
        while low < high and self.new[low].isspace():
            low += 1
        while low < high and self.new[high - 1].isspace():
            high -= 1
        while 0 < low < high and self.new[low - 1].isalnum() and self.new[low].isalnum():
            low -= 1
        while low < high < len(self.new) and self.new[high].isalnum():
            if not self.new[high - 1].isalnum():
                break
            high += 1
        return Moved(low, high, same=self.new[low:high] == surface) if low < high else None

    def _mostly_kept(self, start: int, end: int) -> bool:
        """Return whether at least half of the characters of a span are still there, side by side.

        Letters that two unlike words have in common are scattered: they are no trace of a span.
        """
        return 2 * sum(offset >= 0 for offset in self._kept[start:end]) >= end - start

    def _elsewhere(self, start: int, end: int) -> Moved | None:
        """Return where a piece that was cut stands now, if it was added in just one place."""
        _ = self._kept
        cut = [place for place in self._replaced if place[0] < end and start < place[1]]
        if not cut:
            return None
        surface = self.old[start:end]
        for low, high in _contexts(self.old, start, end):
            piece = self.old[low:high]
            if len(re.findall(r"\w+", piece)) < _MOVED:
                continue
            places = [
                offset
                for _, _, new_start, new_end in self._replaced
                for offset in _all(self.new, piece, new_start, new_end)
            ]
            if len(places) == 1:
                first = places[0] + start - low
                return Moved(first, first + len(surface), same=True)
        return None

    def _replacement(self, start: int, end: int) -> Moved | None:
        """Return what stands in the place of a span that was replaced, and nothing else with it."""
        _ = self._kept
        for old_start, old_end, new_start, new_end in self._replaced:
            if start <= old_start and old_end <= end and new_start < new_end:
                around = self.old[start:old_start] + self.old[old_end:end]
                if not around.strip():
                    return self._on_words(new_start, new_end, self.old[start:end])
        return None


def _contexts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the line of a span, then smaller pieces around it, then the span alone."""
    low = text.rfind("\n", 0, start) + 1
    high = text.find("\n", end)
    contexts = [(low, len(text) if high < 0 else high)]
    for width in (80, 40, 20):
        contexts.append((max(low, start - width), min(contexts[0][1], end + width)))
    return [*contexts, (start, end)]


def _all(text: str, piece: str, start: int, end: int) -> list[int]:
    """Return the offsets at which ``piece`` stands in a part of ``text``."""
    offsets, first = [], text.find(piece, start, end)
    while first >= 0:
        offsets.append(first)
        first = text.find(piece, first + 1, end)
    return offsets
