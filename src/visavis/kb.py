"""The knowledge base: what mentions name, one id across articles and languages."""

from typing import Annotated

import msgspec

from visavis.layers.mentions import EntityType
from visavis.records import Id, Record, meaning, refers

Qid = Annotated[str, msgspec.Meta(pattern=r"\AQ[1-9][0-9]*\Z")]


class Entity(Record, frozen=True, kw_only=True):
    """Something that is named. A Wikidata id only where it was seen beside the name."""

    id: Id
    type: EntityType
    subtype: str | None = None
    name_fr: str
    name_en: str
    aliases_fr: tuple[str, ...] = ()
    aliases_en: tuple[str, ...] = ()
    members: Annotated[
        tuple[Annotated[Id, refers("kb")], ...], meaning("what a group consists of")
    ] = ()
    qid: Annotated[Qid | None, meaning("Wikidata item")] = None
    qid_seen_at: Annotated[str | None, meaning("where label and item were seen together")] = None
