"""The sentence aligners: one file each, named here and loaded when first asked for.

An aligner is a function ``align(documents, settings) -> list[Outcome]``: for each document the
spans of sentences that say the same, in order. `alignment.beads` makes `Bead` values of them.
"""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from visavis.errors import UsageError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from visavis.cluster import Mapper

ALIGNERS = {
    "lexical": "visavis.alignment.methods.lexical:align",
    "length": "visavis.alignment.methods.length:align",
}
"""Name -> where the aligner is; the names are the choices of the command line."""

Encode = Callable[[list[str]], "NDArray[np.floating]"]

Progress = Callable[[float], object]


class Document(NamedTuple):
    """A text and its translation, cut into sentences.

    ``anchors`` are pairs of positions between sentences, (i, j): the first i sentences of ``fr``
    go with the first j of ``en``, so that no bead crosses them; they increase on both sides.
    """

    fr: Sequence[str]
    en: Sequence[str]
    anchors: Sequence[tuple[int, int]] = ()

    def side(self, number: int) -> Sequence[str]:
        """``fr`` for 0, ``en`` for 1."""
        return self.en if number else self.fr


class Settings(NamedTuple):
    """What an aligner may be told.

    ``limits`` is the largest number of sentences of a bead on each side; ``lexicon`` maps a word
    of the first language to words of the second (None: the one of the package, if there is one);
    ``encode`` gives one vector a sentence; translations are learned from all documents
    ``together``, or from each alone; ``jobs`` is the number of processes, or ``mapper`` works on
    the parts elsewhere; ``progress`` is told each part of the work when it is done, and all parts
    are 1.
    """

    langs: tuple[str, str] = ("fr", "en")
    limits: tuple[int, int] = (4, 4)
    lexicon: Mapping[str, Sequence[str]] | None = None
    encode: "Encode | None" = None
    progress: "Progress | None" = None
    together: bool = True
    jobs: int = 1
    mapper: "Mapper | None" = None


class Span(NamedTuple):
    """Sentences [fr_start, fr_end) with [en_start, en_end), and the probability of it."""

    fr_start: int
    fr_end: int
    en_start: int
    en_end: int
    probability: float


class Stretch(NamedTuple):
    """Sentences [start, end) of one side (0 or 1) that have no bead where they are.

    ``kind`` is "moved" if they are translated out of order, "missing" if no translation is known.
    """

    kind: str
    side: int
    start: int
    end: int


class Outcome(NamedTuple):
    """What an aligner makes of a document.

    ``translation`` is the probability that the two texts are translations at all, None if the
    aligner cannot tell; ``stretches`` are places where the order breaks or one side is alone.
    """

    spans: list[Span]
    translation: float | None = None
    stretches: Sequence[Stretch] = ()


Aligner = Callable[[Sequence[Document], Settings], list[Outcome]]


def load(method: str) -> Aligner:
    """The aligner of that name.

    Raises:
        UsageError: there is none.
    """
    if method not in ALIGNERS:
        msg = f"no aligner is named {method!r}"
        raise UsageError(msg, remedy=f"Choose among {', '.join(ALIGNERS)}.")
    module, name = ALIGNERS[method].split(":")
    aligner: Aligner = getattr(import_module(module), name)
    return aligner
