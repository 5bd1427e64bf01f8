"""Beads: the minimal groups of sentences that translate each other."""

from typing import Annotated, Literal

from visavis.corpus.records import Id, Offsets, Probability, Record, meaning


class AlignedBead(Record, frozen=True, kw_only=True):
    """Sentences of one language and the sentences of the other that translate them.

    The sentences of all beads of an article tile its text in each language; white space belongs to
    the sentence before it. The type (1-1, 2-1, 1-0 ...) is computed from the two sides.
    """

    id: Annotated[Id, meaning("unique within the article")]
    fr: Annotated[tuple[Offsets, ...], meaning("French sentences, in order")]
    en: Annotated[tuple[Offsets, ...], meaning("English sentences, in order")]
    method: Annotated[
        Literal["lexical", "length", "manual"], meaning("who proposed it: an aligner or a reader")
    ]
    confidence: Annotated[
        Probability | None, meaning("how sure the aligner was that a reader would make it so")
    ] = None
    verified: Annotated[bool, meaning("a reader has decided on it, reading both sides")] = False
