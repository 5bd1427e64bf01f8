"""Attributions: who says what, in which words, inside whose saying."""

from typing import Annotated, Literal

from visavis.corpus.records import ANON, Id, Offsets, Span, meaning, refers


class Attribution(Span, frozen=True, kw_only=True):
    """A reporting cue, its source and what it reports. The span is the cue: « selon », "said"."""

    source: Annotated[
        Annotated[str, refers("mentions", besides=(ANON,))],
        meaning("the mention of who says it, or ANON"),
    ] = ANON
    content: Annotated[tuple[Offsets, ...], meaning("what is reported, in one or more pieces")] = ()
    quotation: Annotated[
        Literal["indirect", "direct", "mixed"], meaning("whether the words are given as said")
    ] = "indirect"
    parent: Annotated[
        Annotated[Id, refers("attributions")] | None,
        meaning("the attribution inside whose content this one stands"),
    ] = None
