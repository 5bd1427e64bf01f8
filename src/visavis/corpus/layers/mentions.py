"""Mentions: spans that name something, linked to the knowledge base."""

from typing import Annotated, Literal

from visavis.corpus.records import Id, Span, meaning, refers

EntityType = Literal["PER", "ORG", "LOC", "PROD", "WORK", "EVENT", "CONCEPT"]


class Mention(Span, frozen=True, kw_only=True):
    """A span that names, describes or stands for an entity. Article and preposition are outside."""

    type: Annotated[EntityType, meaning("type of what is named")]
    subtype: Annotated[str | None, meaning("finer type, as in the knowledge base")] = None
    form: Annotated[Literal["NAM", "NOM", "PRO"], meaning("name, nominal description or pronoun")]
    entity: Annotated[
        Annotated[Id, refers("kb")] | None, meaning("what is named, as an id of the knowledge base")
    ] = None
    parent: Annotated[
        Annotated[Id, refers("mentions")] | None, meaning("the mention in which this one is nested")
    ] = None
    reading: Annotated[
        Literal["literal", "metonymic"],
        meaning("metonymic: the name of one thing used for another, as a capital for a government"),
    ] = "literal"
    flags: Annotated[
        tuple[
            Literal["misspelt", "mistranslated", "glued", "plural_of_singleton", "appositive"], ...
        ],
        meaning("what is unusual about the form"),
    ] = ()
