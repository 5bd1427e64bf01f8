"""Conditionals: every verb in the French conditional, its use, and how English renders it."""

from typing import Annotated, Literal

from visavis.corpus.records import Span, meaning


class Conditional(Span, frozen=True, kw_only=True):
    """A verb in the conditional, or on the English side the words that render its force.

    A conditional is not by itself hearsay: the use is annotated, never derived from the form.
    """

    use: Annotated[
        Literal["reportative", "hypothetical", "future_in_past", "modal", "ambiguous"],
        meaning("reportative: the press conditional, for what is not confirmed"),
    ]
    alternative: Annotated[
        Literal["reportative", "hypothetical", "future_in_past", "modal"] | None,
        meaning("the second reading of an ambiguous one"),
    ] = None
    rendering: Annotated[
        Literal["hedge", "would", "modal", "past", "present", "infinitive", "none"] | None,
        meaning("English side: the means used; hedge: reportedly, is said to"),
    ] = None
