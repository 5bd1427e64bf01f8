"""Rules on links: a name and the entity that it is linked to."""

from dataclasses import replace

import polars as pl
import pytest

from support.paths import CLEAN
from visavis.corpus import reading
from visavis.corpus.kb import Entity
from visavis.corpus.layers.mentions import Mention
from visavis.corpus.schema import frame
from visavis.validation.rules.links import name_unlike_entity

WHOLE = reading.read(CLEAN)


@pytest.mark.parametrize(
    ("surface", "name", "strange"),
    [
        ("X", "SpaceX", True),
        ("X", "X", False),
        ("EY", "Ernst & Young", True),
        ("É", "E", False),
        ("AI", "Mistral AI", False),
        ("le X", "X", False),
        ("Open", "OpenAI", True),
        ("Meta", "Metas", False),
    ],
)
def test_a_name_is_one_of_its_entity(surface: str, name: str, strange: bool) -> None:  # noqa: FBT001 - a column
    mention = Mention(
        id="m1", lang="en", start=0, end=len(surface), type="ORG", form="NAM", entity="it"
    )
    linked = frame([("a", 1, mention)], Mention)
    entity = Entity(id="it", type="ORG", name_fr=name, name_en=name)
    texts = pl.DataFrame([("a", "en", surface, "")], WHOLE.texts.schema, orient="row")
    kb = frame([("", 1, entity)], Entity).drop("article")
    it = replace(WHOLE, texts=texts, kb=kb, layers={**WHOLE.layers, "mentions": linked})
    assert (not name_unlike_entity(it).is_empty()) == strange
