"""Correct beads: join, split, verify. Every function returns a new list that tiles the same texts.

A bead that a reader made or confirmed is verified; one that was joined or split is the reader's,
so its method is ``manual`` and it has no confidence.
"""

from collections.abc import Collection, Sequence
from itertools import pairwise

import msgspec

from visavis.corpus.layers.beads import AlignedBead
from visavis.corpus.records import Offsets
from visavis.errors import UsageError

Beads = Sequence[AlignedBead]


def verify(beads: Beads, ids: Collection[str]) -> list[AlignedBead]:
    """Return the beads with those named marked as verified by a reader.

    Raises:
        UsageError: an id names no bead.
    """
    for id_ in ids:
        position(beads, id_)
    return [
        msgspec.structs.replace(bead, verified=True) if bead.id in ids else bead for bead in beads
    ]


def join(beads: Beads, first: str, last: str) -> list[AlignedBead]:
    """Return the beads with those from ``first`` to ``last`` as one, which keeps the first id.

    Raises:
        UsageError: an id names no bead, or ``last`` does not come behind ``first``.
    """
    low, high = position(beads, first), position(beads, last)
    if low >= high:
        msg = f"{last} does not come behind {first}"
        raise UsageError(msg, remedy="Name the first bead, then a later one.")
    run = beads[low : high + 1]
    fr = tuple(sentence for bead in run for sentence in bead.fr)
    en = tuple(sentence for bead in run for sentence in bead.en)
    return [*beads[:low], _made(first, fr, en), *beads[high + 1 :]]


def split(beads: Beads, id_: str, fr: int, en: int) -> list[AlignedBead]:
    """Return the beads with one cut in two: the first part has ``fr`` and ``en`` sentences.

    Raises:
        UsageError: the id names no bead, or one of the parts would be empty.
    """
    place = position(beads, id_)
    bead = beads[place]
    if not (0 <= fr <= len(bead.fr) and 0 <= en <= len(bead.en)) or fr + en in {
        0,
        len(bead.fr) + len(bead.en),
    }:
        msg = f"{id_} has {len(bead.fr)} French and {len(bead.en)} English sentences"
        raise UsageError(msg, remedy="Give fewer to the first part, and not none.")
    parts = [
        _made(id_, bead.fr[:fr], bead.en[:en]),
        _made(fresh_id(beads), bead.fr[fr:], bead.en[en:]),
    ]
    return [*beads[:place], *parts, *beads[place + 1 :]]


def _made(id_: str, fr: tuple[Offsets, ...], en: tuple[Offsets, ...]) -> AlignedBead:
    return AlignedBead(id=id_, fr=fr, en=en, method="manual", verified=True)


def position(beads: Beads, id_: str) -> int:
    """Return the position of the bead that has the id.

    Raises:
        UsageError: there is none.
    """
    for number, bead in enumerate(beads):
        if bead.id == id_:
            return number
    msg = f"there is no bead {id_!r}"
    raise UsageError(msg, remedy="`visavis beads ARTICLE` lists the beads.")


def fresh_id(beads: Beads, besides: Collection[str] = ()) -> str:
    """Return the next id that no bead has: ``b`` and a number."""
    taken = {bead.id for bead in beads} | set(besides)
    number = len(beads) + 1
    while f"b{number}" in taken:
        number += 1
    return f"b{number}"


def tiles(sentences: Sequence[Offsets], length: int) -> bool:
    """Return whether sentences, in order, leave out and repeat nothing of a text."""
    ends = [(0, 0), *sentences, (length, length)]
    return all(before[1] == after[0] for before, after in pairwise(ends))
