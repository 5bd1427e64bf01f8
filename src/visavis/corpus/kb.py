"""The knowledge base: what mentions name, one id across articles and languages."""

from typing import Annotated

import msgspec

from visavis.corpus.layers.mentions import EntityType
from visavis.corpus.records import Id, Record, meaning, refers

Qid = Annotated[str, msgspec.Meta(pattern=r"\AQ[1-9][0-9]*\Z")]


class Entity(Record, frozen=True, kw_only=True):
    """Something that is named. A Wikidata id only where it was seen beside the name."""

    id: Annotated[Id, meaning("the same across articles and languages")]
    type: Annotated[EntityType, meaning("type of what is named")]
    subtype: Annotated[str | None, meaning("finer type")] = None
    name_fr: Annotated[str, meaning("its name in French")]
    name_en: Annotated[str, meaning("its name in English")]
    aliases_fr: Annotated[tuple[str, ...], meaning("other French names")] = ()
    aliases_en: Annotated[tuple[str, ...], meaning("other English names")] = ()
    members: Annotated[
        tuple[Annotated[Id, refers("kb")], ...], meaning("what a group consists of")
    ] = ()
    qid: Annotated[Qid | None, meaning("Wikidata item")] = None
    qid_seen_at: Annotated[str | None, meaning("where label and item were seen together")] = None
