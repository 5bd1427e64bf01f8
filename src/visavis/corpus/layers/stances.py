"""Stances: who takes which attitude to what."""

from typing import Annotated, Literal

from visavis.corpus.records import AUTHOR, Id, Offsets, Span, meaning, refers


class Stance(Span, frozen=True, kw_only=True):
    """An attitude of a holder to a target. The span is the expression that shows it."""

    holder: Annotated[
        Annotated[str, refers("mentions", besides=(AUTHOR,))],
        meaning("the mention of who takes the stance, or AUTHOR"),
    ] = AUTHOR
    target: Annotated[
        Annotated[Id, refers("mentions")] | None, meaning("the mention it is taken to")
    ] = None
    target_span: Annotated[
        Offsets | None, meaning("the words it is taken to, where no mention names it")
    ] = None
    attitude: Annotated[
        Literal[
            "sentiment",
            "evaluation",
            "agreement",
            "arguing",
            "intention",
            "desire",
            "willingness",
            "accusation",
            "prediction",
            "commitment",
        ],
        meaning("kind of attitude"),
    ]
    polarity: Annotated[
        Literal["positive", "negative", "neutral"],
        meaning("towards the target, negation taken into account"),
    ]
    intensity: Annotated[Literal["weak", "medium", "strong"], meaning("how strongly")] = "medium"
    negated: Annotated[bool, meaning("the expression stands under a negation")] = False
    condition: Annotated[Offsets | None, meaning("on what it depends")] = None
    attribution: Annotated[
        Annotated[Id, refers("attributions")] | None,
        meaning("the innermost attribution that reports it; its parents give the chain"),
    ] = None
    factuality: Annotated[
        Literal["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "Uu"],
        meaning("certain, probable, possible; that it is so (+) or not (-); Uu: unknown"),
    ]
