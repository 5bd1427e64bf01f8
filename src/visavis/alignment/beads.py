"""Beads: which sentences of a text and of its translation go together, and how sure it is.

A bead is a minimal group of sentences that say the same; the beads of a document are in order on
both sides, and each sentence is in exactly one of them.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from visavis.alignment.methods import Document, Encode, Outcome, Settings, Span, Stretch, load
from visavis.errors import DataError, UsageError

MOST_SENTENCES = 12
"""Largest limit of a bead: what a person would still read as one group."""


class Bead(NamedTuple):
    """Numbers of French (source) and of English (target) sentences that go together.

    ``confidence`` is the probability that the bead is right: of beads said with .9, nine in ten
    are as a person would make them.
    """

    fr: tuple[int, ...]
    en: tuple[int, ...]
    confidence: float = 1.0

    @property
    def type(self) -> str:
        """Sentences on each side: "1-1", "2-1", "1-0"."""
        return f"{len(self.fr)}-{len(self.en)}"


class Alignment(NamedTuple):
    """The beads of a document, and whether its two texts are translations.

    ``translation`` is the probability that they are, at least in part (None: the method looks at
    no word and cannot tell). ``stretches`` are runs of sentences that are translated out of order
    ("moved") or not at all ("missing").
    """

    beads: list[Bead]
    translation: float | None = None
    stretches: Sequence[Stretch] = ()


class Doubt(NamedTuple):
    """A bead to be read by a person: of which document, and its place there."""

    document: str
    number: int
    bead: Bead


def align(  # noqa: PLR0913 - each is a choice of its own, all but the texts by name
    fr: Sequence[str],
    en: Sequence[str],
    *,
    langs: tuple[str, str] = ("fr", "en"),
    method: str = "lexical",
    anchors: Sequence[tuple[int, int]] = (),
    limits: tuple[int, int] = (4, 4),
    lexicon: Mapping[str, Sequence[str]] | None = None,
    encode: Encode | None = None,
) -> list[Bead]:
    """Beads of one text and its translation, each given as its sentences.

    ``langs`` are the codes of the two languages, ``method`` a name of `methods.ALIGNERS`.
    ``anchors`` are pairs (i, j), for instance of paragraph ends: the first i sentences go with
    the first j. ``limits`` are the most sentences of a bead on each side. ``lexicon`` maps words
    to translations; without it the package's own for the two languages is taken, if there is one,
    and an empty one takes none. ``encode`` gives sentences as vectors, for one more term.

    >>> [bead.type for bead in align(["Oui.", "Il part."], ["Yes.", "He leaves."])]
    ['1-1', '1-1']

    Raises:
        UsageError: the method or the limits are not known ones.
        DataError: the anchors do not increase, or a text is not a list of sentences.
    """
    document = Document(fr, en, anchors)
    settings = Settings(langs, limits, lexicon, encode)
    return align_all([document], method=method, settings=settings)[0]


def align_all(
    documents: Iterable[Document],
    *,
    method: str = "lexical",
    settings: Settings | None = None,
    together: bool = True,
) -> list[list[Bead]]:
    """Beads of each document: `alignments` without what is known of the documents."""
    done = alignments(documents, method=method, settings=settings, together=together)
    return [alignment.beads for alignment in done]


def alignments(
    documents: Iterable[Document],
    *,
    method: str = "lexical",
    settings: Settings | None = None,
    together: bool = True,
) -> list[Alignment]:
    """Align each document.

    The translations of words are learned from all documents ``together``, which is better for
    texts of one kind; otherwise each document is aligned as if it were alone.

    Raises:
        UsageError: the method or the limits are not known ones.
        DataError: the anchors do not increase, or a text is not a list of sentences.
    """
    settings = settings or Settings()
    check_limits(settings.limits)
    if settings.jobs < 1:
        msg = f"jobs {settings.jobs}: must be a number of processes, 1 or more."
        raise UsageError(msg)
    aligner = load(method)
    texts = list(documents)
    for number, document in enumerate(texts):
        check_document(document, f"document {number}")
    result = aligner(texts, settings._replace(together=together))
    return [_alignment(outcome) for outcome in result]


def _alignment(outcome: Outcome) -> Alignment:
    return Alignment(
        [_bead(span) for span in outcome.spans], outcome.translation, outcome.stretches
    )


def _bead(span: Span) -> Bead:
    return Bead(
        tuple(range(span.fr_start, span.fr_end)),
        tuple(range(span.en_start, span.en_end)),
        span.probability,
    )


def check_limits(limits: tuple[int, int]) -> None:
    """Raise a UsageError unless each limit is a number of sentences that a bead may have."""
    if not all(1 <= limit <= MOST_SENTENCES for limit in limits):
        msg = f"limits {limits}: each must be a number from 1 to {MOST_SENTENCES}."
        raise UsageError(msg)


def check_document(document: Document, place: str) -> None:
    """Raise a DataError, starting with ``place``, unless the document can be aligned."""
    for name, sentences in (("fr", document.fr), ("en", document.en)):
        if isinstance(sentences, str) or not all(isinstance(s, str) for s in sentences):
            msg = f"{name!r} is not a list of sentences"
            raise DataError(msg, where=place, remedy="Give a list of strings.")
    ends = (len(document.fr), len(document.en))
    for before, after in pairwise([(0, 0), *map(tuple, document.anchors), ends]):
        if not (before[0] <= after[0] and before[1] <= after[1]):
            msg = f"anchors {before} and {after} cross"
            raise DataError(msg, where=place, remedy=f"Give them in order, up to {ends}.")


def check(beads: Sequence[Bead], size: tuple[int, int], place: str) -> None:
    """Raise a DataError, starting with ``place``, unless the beads are in order and tile ``size``.

    ``size`` is the number of sentences on each side: each must be in exactly one bead.
    """
    for side, (name, count) in enumerate(zip(("fr", "en"), size, strict=True)):
        seen = [sentence for bead in beads for sentence in (bead.fr, bead.en)[side]]
        for expected, sentence in zip(range(max(len(seen), count)), [*seen, None], strict=False):
            if sentence != expected or expected >= count:
                msg = (
                    f"{name} sentence {expected if sentence is None else sentence} is out of place"
                )
                remedy = f"Each of the {count} sentences is in one bead, in order."
                raise DataError(msg, where=place, remedy=remedy)
    for number, bead in enumerate(beads):
        if not (bead.fr or bead.en):
            msg = f"bead {number} is empty"
            raise DataError(msg, where=place, remedy="Remove it.")


def review(beads: Mapping[str, Sequence[Bead]], threshold: float) -> list[Doubt]:
    """Beads that are less sure than ``threshold``, in reading order: what a person should check.

    Raises:
        UsageError: the threshold is not a probability.
    """
    if not 0 <= threshold <= 1:
        msg = f"threshold {threshold}: a probability is needed, from 0 to 1."
        raise UsageError(msg)
    return [
        Doubt(document, number, bead)
        for document, result in beads.items()
        for number, bead in enumerate(result)
        if bead.confidence < threshold
    ]
