"""Sentences that only pair with their like: blank ones, and headings."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from visavis.alignment.methods import Document
from visavis.alignment.methods.lattice import IMPOSSIBLE, Lattice
from visavis.alignment.methods.similarity import Singles
from visavis.alignment.methods.words import Ints

Marks = tuple[NDArray[np.int8], NDArray[np.int8]]
"""The marks of all sentences on both sides."""

HEADING_LETTERS = 120
"""Characters of a heading at most."""

HEADINGS = 0.1
"""Part of the sentences of a side, beyond one, that can be headings; where more end without a
full stop (verse, subtitles) the lack of one tells nothing."""

PAIR, GROUP = 3.0, 1.5
"""Taken from the score of a bead that has a heading on one side only: of a sentence with a
sentence, and of groups. A heading may be joined to the sentence after it on one side."""

BLANK, HEADING = 1, 2


def marks(sentences: Sequence[str]) -> NDArray[np.int8]:
    """`BLANK`, `HEADING` or 0 for each sentence of one side of a document."""
    out = np.zeros(len(sentences), dtype=np.int8)
    headings = []
    for number, sentence in enumerate(sentences):
        text = sentence.strip()
        if not text:
            out[number] = BLANK
        elif text[-1].isalnum() and len(text) <= HEADING_LETTERS:
            headings.append(number)
    if len(headings) <= 1 + HEADINGS * len(sentences):
        out[headings] = HEADING
    return out


def of(documents: Sequence[Document]) -> Marks:
    """The marks of all documents end to end."""
    nothing = np.zeros(0, dtype=np.int8)
    fr, en = (np.concatenate([nothing, *(marks(d.side(s)) for d in documents)]) for s in (0, 1))
    return fr, en


def apply(lattice: Lattice, scores: Singles, first: Ints, marked: Marks) -> None:
    """Forbid, in place, beads of blank and other sentences, and lower those of one heading."""
    last = first + lattice.sizes
    for kind in (BLANK, HEADING):
        before = [np.concatenate([[0], np.cumsum(side == kind)]) for side in marked]
        if not any((b[last[:, s]] > b[first[:, s]]).any() for s, b in enumerate(before)):
            continue
        place = [
            np.clip(at, 0, lattice.sizes[:, s, None]) + first[:, s, None]
            for s, at in enumerate((lattice.i, lattice.j))
        ]
        for q, size in enumerate(lattice.types.tolist()):
            inner = [
                b[np.minimum(at + n, last[:, s, None])] - b[at]
                for s, (b, at, n) in enumerate(zip(before, place, size, strict=True))
            ]
            if kind == BLANK:
                some = inner[0] + inner[1]
                scores[:, q][(some > 0) & (some < sum(size))] = IMPOSSIBLE
            else:
                scores[:, q][(inner[0] > 0) != (inner[1] > 0)] -= PAIR if size == [1, 1] else GROUP
