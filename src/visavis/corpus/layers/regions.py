"""Regions: what each part of an article is. They tile the text but for white space."""

from typing import Annotated, Literal

from visavis.corpus.records import Span, meaning

ANNOTATED = ("headline", "subheading", "body")
"""The regions in which the other layers are annotated; the rest is page furniture."""


class Region(Span, frozen=True, kw_only=True):
    """A part of the article. Page furniture is marked, never deleted."""

    type: Annotated[
        Literal[
            "headline",
            "subheading",
            "body",
            "breadcrumb",
            "keywords",
            "caption",
            "boilerplate",
            "advert",
            "call_to_action",
        ],
        meaning("what this part of the page is"),
    ]
