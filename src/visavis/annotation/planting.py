"""Errors of stated kinds that an audit plants in records, so that its reader can be tested."""

import random
import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

import msgspec

from visavis.corpus.layers.beads import AlignedBead
from visavis.corpus.records import Span, fields, values
from visavis.languages import Lang

Pair = Mapping[Lang, Span]
"""A record in one language or in both."""


class Source(NamedTuple):
    """An article to draw from.

    Attributes:
        article: its id.
        texts: both texts.
        beads: its beads, in reading order.
        rows: the records of each audited layer.
    """

    article: str
    texts: Mapping[Lang, str]
    beads: Sequence[AlignedBead]
    rows: Mapping[str, Sequence[Span]]


Plant = Callable[[Pair, Source, random.Random], Pair | None]
"""Damages a pair of counterparts, or returns None where that cannot be done."""


def label(name: str) -> Plant:
    """Return what gives a field another word of its closed list, on both sides."""

    def plant(pair: Pair, _: Source, rng: random.Random) -> Pair | None:
        row = next(iter(pair.values()))
        hint = next(field.type for field in fields(type(row)) if field.name == name)
        others = sorted(set(values(hint)) - {getattr(side, name) for side in pair.values()})
        if getattr(row, name) is None or not others:
            return None
        return _with(pair, name, rng.choice(others))

    return plant


def reference(name: str) -> Plant:
    """Return what gives a field the value that another record of the article has in it."""

    def plant(pair: Pair, source: Source, rng: random.Random) -> Pair | None:
        row = next(iter(pair.values()))
        used = {
            getattr(other, name)
            for rows in source.rows.values()
            for other in rows
            if type(other) is type(row)
        }
        others = sorted(used - {getattr(row, name), None})
        if getattr(row, name) is None or not others:
            return None
        return _with(pair, name, rng.choice(others))

    return plant


def magnitude(pair: Pair, _: Source, rng: random.Random) -> Pair | None:
    """Make a value ten times, a thousand times, or a thousandth of what it is, on both sides."""
    value = getattr(next(iter(pair.values())), "value", None)
    if value is None or not Decimal(value):
        return None
    changed = Decimal(value) * rng.choice([Decimal(10), Decimal(1000), Decimal("0.1")])
    return _with(pair, "value", f"{changed.normalize():f}")


def edge(pair: Pair, source: Source, _: random.Random) -> Pair | None:
    """Let the span of one side reach over the next word."""
    for lang, row in pair.items():
        following = re.compile(r"[ \u00a0\u202f]\w+").match(source.texts[lang], row.end)
        if following:
            changed = msgspec.structs.replace(row, end=following.end(), text=None)
            return {**pair, lang: changed}
    return None


def _with(pair: Pair, name: str, value: Any) -> Pair:  # noqa: ANN401 - any field of a record
    return {lang: msgspec.structs.replace(row, **{name: value}) for lang, row in pair.items()}


PLANTS: Mapping[str, Mapping[str, Plant]] = {
    "mentions": {"type": label("type"), "entity": reference("entity"), "edge": edge},
    "amounts": {
        "value": magnitude,
        "comparator": label("comparator"),
        "role": label("role"),
        "unit": reference("unit"),
    },
    "attributions": {
        "source": reference("source"),
        "quotation": label("quotation"),
        "edge": edge,
    },
    "conditionals": {"use": label("use")},
    "stances": {
        "attitude": label("attitude"),
        "polarity": label("polarity"),
        "holder": reference("holder"),
        "factuality": label("factuality"),
    },
}
"""Layer -> kind of error -> what plants it."""
