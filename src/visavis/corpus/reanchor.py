"""Move the records of an article to a text that was edited.

Spans, their further offsets (modifier, content, target), regions and the sentences of beads follow
the difference between the two texts. A record whose words are gone is returned, never dropped.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, cast

import msgspec
import polars as pl

from visavis.corpus.layers.beads import AlignedBead
from visavis.corpus.layers.regions import Region
from visavis.corpus.records import Offsets, Record, Span, fields
from visavis.corpus.schema import SPAN, dtype
from visavis.languages import LANGS, Lang
from visavis.text.edits import Edit
from visavis.text.sentences import segment


class Reanchored(NamedTuple):
    """The records of a file after an edit.

    Attributes:
        rows: those that have a place in the new text.
        reworded: spans whose words changed, with their surface in the old and in the new text.
        unplaced: records whose words are gone.
        reduced: records that lost one of their further offsets, and the field.
    """

    rows: list[Record]
    reworded: list[tuple[Span, str, str]]
    unplaced: list[Record]
    reduced: list[tuple[Span, str]]


def reanchor(rows: Iterable[Record], edits: Mapping[Lang, Edit]) -> Reanchored:
    """Return the records of a layer, in the texts after ``edits``; a language may have none."""
    result = Reanchored([], [], [], [])
    for row in rows:
        if isinstance(row, Region) and row.lang in edits:
            _region(row, edits[row.lang], result)
        elif isinstance(row, Span) and row.lang in edits:
            _span(row, edits[row.lang], result)
        else:
            result.rows.append(row)
    if any(isinstance(row, AlignedBead) for row in result.rows):
        beads = [row for row in result.rows if isinstance(row, AlignedBead)]
        result.rows[:] = _beads(beads, edits)
    return result


def _region(row: Region, edit: Edit, result: Reanchored) -> None:
    start, end = edit.boundary(row.start), edit.boundary(row.end)
    while start < end and edit.new[start].isspace():
        start += 1
    while start < end and edit.new[end - 1].isspace():
        end -= 1
    if start < end and edit.has_kept(row.start, row.end):
        result.rows.append(msgspec.structs.replace(row, start=start, end=end))
    else:
        result.unplaced.append(row)


def _span(row: Span, edit: Edit, result: Reanchored) -> None:
    moved = edit.span(row.start, row.end)
    if moved is None:
        result.unplaced.append(row)
        return
    surface = edit.new[moved.start : moved.end]
    changes: dict[str, Any] = {"start": moved.start, "end": moved.end}
    if row.text is not None:
        changes["text"] = surface
    for field in fields(type(row)):
        pieces = getattr(row, field.name)
        if pieces and dtype(field.type) in (SPAN, pl.List(SPAN)):
            several = dtype(field.type) == pl.List(SPAN)
            wanted: Sequence[Offsets] = pieces if several else [pieces]
            places = [edit.span(*piece) for piece in wanted]
            remaining = tuple((place.start, place.end) for place in places if place)
            changes[field.name] = remaining if several else next(iter(remaining), None)
            if len(remaining) < len(wanted):
                result.reduced.append((row, field.name))
    result.rows.append(msgspec.structs.replace(row, **changes))
    if not moved.same:
        result.reworded.append((row, edit.old[row.start : row.end], surface))


def _beads(beads: Sequence[AlignedBead], edits: Mapping[Lang, Edit]) -> list[AlignedBead]:
    """Return beads whose sentences tile the new texts.

    A sentence that was cut leaves its bead; one that was added is a bead of its own, at the place
    where it stands, not verified. One added between two sentences of a bead joins that bead.
    """
    sides: dict[Lang, list[list[Offsets]]] = {}
    added: dict[Lang, dict[int, list[Offsets]]] = {}
    for lang in LANGS:
        before = [list(getattr(bead, lang)) for bead in beads]
        sides[lang], added[lang] = (
            _side(before, edits[lang], lang) if lang in edits else (before, {})
        )
    result = list[AlignedBead]()
    fresh = _fresh_ids({bead.id for bead in beads})
    for number in range(-1, len(beads)):
        if number >= 0:
            pair = {lang: tuple(sides[lang][number]) for lang in LANGS}
            if any(pair.values()):
                verified = beads[number].verified and _is_same(beads[number], pair, edits)
                bead = msgspec.structs.replace(beads[number], **pair, verified=verified)
                result.append(bead)
        for lang in LANGS:
            for sentence in added[lang].get(number, []):
                alone = {lang: (sentence,), "en" if lang == "fr" else "fr": ()}
                result.append(AlignedBead(id=next(fresh), method="manual", **cast("Any", alone)))
    return result


def _is_same(
    bead: AlignedBead, pair: Mapping[Lang, Sequence[Offsets]], edits: Mapping[Lang, Edit]
) -> bool:
    """Return whether a bead lost no sentence and gained none: counts alone can stay the same."""
    return all(
        len(pair[lang]) == len(getattr(bead, lang))
        and (lang not in edits or all(map(edits[lang].resembles, getattr(bead, lang), pair[lang])))
        for lang in LANGS
    )


def _side(
    before: Sequence[Sequence[Offsets]], edit: Edit, lang: Lang
) -> tuple[list[list[Offsets]], dict[int, list[Offsets]]]:
    """Return the sentences of each bead in the new text, and those added behind each bead.

    What was added before all others is behind bead -1.
    """
    after: list[list[Offsets]] = [[] for _ in before]
    added: dict[int, list[Offsets]] = {}
    entries = [
        (number, sentence)
        for number, side in enumerate(before)
        for sentence in side
        if edit.has_kept(*sentence)
    ]
    if not entries:
        added[-1] = [(s.start, s.end) for s in segment(edit.new, lang)]
        return after, added
    edges = [0, *(edit.boundary(start) for _, (start, _) in entries[1:]), len(edit.new)]
    numbers = [-1, *(number for number, _ in entries), -1]
    for i, ((number, sentence), low, high) in enumerate(
        zip(entries, edges, edges[1:], strict=False)
    ):
        first, last = edit.kept_range(*sentence)
        parts = [(low + s.start, low + s.end) for s in segment(edit.new[low:high], lang)]
        start = max([low, *(end for _, end in parts if end <= first)])
        end = min([high, *(begin for begin, _ in parts if begin >= last)])
        ahead = [part for part in parts if part[1] <= start]
        behind = [part for part in parts if part[0] >= end]
        # What was added between two sentences of one bead can stand in no other.
        _place(ahead, numbers[i], number, after, added)
        after[number].append((start, end))
        _place(behind, number, numbers[i + 2], after, added)
    return after, added


def _place(
    sentences: list[Offsets],
    previous: int,
    following: int,
    after: list[list[Offsets]],
    added: dict[int, list[Offsets]],
) -> None:
    """Put added sentences into the bead on both sides of them, else behind the previous one."""
    if previous == following:
        after[previous].extend(sentences)
    else:
        added.setdefault(previous, []).extend(sentences)


def _fresh_ids(taken: set[str]) -> Iterator[str]:
    """Yield ids of beads that are not taken."""
    number = len(taken)
    while True:
        number += 1
        if f"b{number}" not in taken:
            yield f"b{number}"
