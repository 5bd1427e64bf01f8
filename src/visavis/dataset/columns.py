"""What each column of each table means, from the types of the records where they tell."""

from typing import TYPE_CHECKING

import polars as pl

from visavis.corpus.articles import Article
from visavis.corpus.facts import Fact
from visavis.corpus.kb import Entity
from visavis.corpus.layers import LAYERS
from visavis.corpus.records import Record, fields, metas

if TYPE_CHECKING:
    from collections.abc import Mapping

    from polars.datatypes import DataTypeClass

RECORDS: "Mapping[str, type[Record]]" = LAYERS | {
    "articles": Article,
    "facts": Fact,
    "kb": Entity,
}
"""Name of a table -> the type of record that its rows extend."""

_OF_ANY = {
    "article": "id of the article",
    "bead": "id of the bead in which it lies, unique within the article",
    "story": "articles on the same events share it: a fold of its own",
    "split": "the part of the corpus",
}
_OF_SIDES = {
    lang: {
        lang: f"the {name} text, where rights allow",
        f"{lang}_start": f"first code point of the {name} side in its article; null: no such side",
        f"{lang}_end": f"code point after the last of the {name} side in its article",
        f"{lang}_spans": f"the {name} spans, offsets counted in the side",
        f"{lang}_regions": f"the parts of the {name} page, offsets counted in the article",
    }
    for lang, name in (("fr", "French"), ("en", "English"))
}
_OF_TOKENS = {
    "id": "article and bead, joined by a colon",
    "tokens": "the words and signs of the side, in order",
    "starts": "first code point of each token, counted in the side",
    "ends": "code point after the last of each token",
    "tags": "IOB2 tag of each token",
}
_OF_TABLE = {
    "articles": {},
    "sentences": {
        "id": "article and bead, joined by a colon",
        "genre": "genre of the article",
        "region": "the part of the page in which the bead begins",
        "type": "sentences on either side, French first",
        "verified": "a reader has decided on the bead, reading both sides",
    },
    "beads": {"type": "sentences on either side, French first"},
    "facts": {
        "members": "the amounts that speak of it: article and id",
        "verdict": "whether its members agree, are compatible or contradict; single: one claim",
    },
    "ner_fr": _OF_TOKENS,
    "ner_en": _OF_TOKENS,
}
"""What the tables add to their records."""


def meaning(config: str, column: str) -> str:
    """What a column of a table means; empty where it is told nowhere."""
    added = _OF_ANY | _OF_SIDES["fr"] | _OF_SIDES["en"] | _OF_TABLE.get(config, {})
    return _of_record(config, column) or added.get(column, "")


def kind(dtype: "pl.DataType | DataTypeClass") -> str:
    """A type in words: ``text``, ``list of {start: whole number, ...}``, ``one of fr, en``."""
    if isinstance(dtype, pl.Enum):
        return "one of " + ", ".join(dtype.categories)
    if isinstance(dtype, pl.List):
        return f"list of {kind(dtype.inner)}"
    if isinstance(dtype, pl.Struct):
        inner = (f"{field.name}: {kind(field.dtype)}" for field in dtype.fields)
        return "{" + "; ".join(inner) + "}"
    if isinstance(dtype, pl.Decimal):
        return "exact number"
    return _WORDS[str(dtype)]


_WORDS = {
    "String": "text",
    "Boolean": "true or false",
    "Int32": "whole number",
    "Float64": "number",
}


def _of_record(config: str, column: str) -> str:
    if config not in RECORDS:
        return ""
    entries = [field for field in fields(RECORDS[config]) if field.name == column]
    items = [meta for field in entries for meta in metas(field.type) if meta.description]
    return items[0].description or "" if items else ""
