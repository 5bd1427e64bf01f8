"""Flaws: errors of a text as it was published, never mended in it."""

from typing import Annotated, Literal

from visavis.corpus.records import Span, meaning


class Flaw(Span, frozen=True, kw_only=True):
    """An error of the published text, by MQM category and severity."""

    category: Annotated[
        Literal[
            "mistranslation",
            "literal_calque",
            "false_friend",
            "proper_noun_translated",
            "wrong_referent",
            "wrong_modality",
            "terminology",
            "spelling",
            "glued_words",
            "grammar",
            "punctuation",
            "register",
            "factual",
            "unintelligible",
        ],
        meaning("MQM category, at the depth used here"),
    ]
    severity: Annotated[Literal["minor", "major", "critical"], meaning("MQM severity")]
    intended: Annotated[str | None, meaning("the intended reading, in English")] = None
    recoverable: Annotated[
        Literal["certain", "probable", "no"], meaning("how sure the intended reading is")
    ]
