"""Decisions: the candidates that are not annotated, and why, so that recall can be checked."""

from typing import Annotated, Literal

from visavis.corpus.records import Span, meaning


class Decision(Span, frozen=True, kw_only=True):
    """A number, capitalised word, conditional form or reporting cue left unannotated on purpose."""

    candidate: Annotated[
        Literal["number", "name", "conditional", "cue"], meaning("what it might have been")
    ]
    reason: Annotated[str, meaning("why it is not annotated: a rule of the guidelines, or words")]
