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
        groups = [
            _groups(before[s], first[:, s], last[:, s], at, int(lattice.types[:, s].max()))
            for s, at in enumerate((lattice.i, lattice.j))
        ]
        for q, (a, b) in enumerate(lattice.types.tolist()):
            fr, en = groups[0][a - 1], groups[1][b - 1]
            if kind == BLANK:
                some = fr + en
                scores[:, q][(some > 0) & (some < a + b)] = IMPOSSIBLE
            else:
                odd = (fr > 0) != (en > 0)
                scores[:, q] -= (PAIR if a == b == 1 else GROUP) * odd.astype(np.float32)


def _groups(before: Ints, first: Ints, last: Ints, at: Ints, most: int) -> list[Ints]:
    """Marked sentences among the next 1, 2... from each point on, within its segment."""
    sentences = np.clip(at, 0, (last - first)[:, None]) + first[:, None]
    start = before[sentences]
    return [
        before[np.minimum(sentences + size, last[:, None])] - start for size in range(1, most + 1)
    ]
