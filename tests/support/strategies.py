"""The property-test strategies of all tests: hard text, records of every type, small corpora."""

from dataclasses import replace
from typing import Any, Literal, get_args, get_origin

import msgspec
import polars as pl
from hypothesis import strategies as st

from visavis.corpus import schema
from visavis.corpus.articles import SPLITS, THIRD_PARTY, Article, Day
from visavis.corpus.facts import Fact
from visavis.corpus.kb import Entity
from visavis.corpus.layers import LAYERS, SPAN_LAYERS
from visavis.corpus.layers.beads import AlignedBead
from visavis.corpus.model import TEXTS, Corpus
from visavis.corpus.records import Id, Offsets, Record, Sha256, Span
from visavis.files import sha256
from visavis.languages import LANGS

HARD = [
    "é", "e\u0301", "ß", "œ", "’", "'", "«\u00a0", "\u202f!", "\u2009", "🎉", "👨‍👩‍👧", "𝒜", "\r\n",
    "\u2028", "\ufeff", " ", "  ", "\t", ".", "13,75", "a", "Z", "-", "\u200b", "\u0000",
]  # fmt: skip
"""Pieces of text that break careless offsets."""

texts = st.lists(st.sampled_from(HARD), max_size=40).map("".join)
ids = st.tuples(st.sampled_from("ab3"), st.text("bZ0_-", max_size=6)).map("".join)
words = st.text(st.characters(codec="utf-8"), max_size=8)
decimals = st.decimals(-(10**9), 10**9, places=6, allow_nan=False, allow_infinity=False).map(
    lambda number: format(number.normalize() + 0, "f")
)

days = st.builds(
    lambda day, length: day.isoformat()[:length], st.dates(), st.sampled_from([4, 7, 10])
)

PATTERNS = {
    next(meta.pattern for meta in get_args(hint) if isinstance(meta, msgspec.Meta)): strategy
    for hint, strategy in ((Id, ids), (Sha256, st.just("0" * 64)), (Day, days))
}
"""Quick strategies for the patterns that stand in most records."""


def value(hint: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401 - a type hint has no narrower type
    """Values of a field of type ``hint``."""
    if hasattr(hint, "__metadata__"):
        metas = [meta for meta in hint.__metadata__ if isinstance(meta, msgspec.Meta)]
        declared = [strategy for meta in metas for strategy in _declared(meta)]
        return declared[0] if declared else value(hint.__origin__)
    if get_args(hint):
        return _compound(hint)
    return {str: words, bool: st.booleans(), type(None): st.none()}[hint]


def _declared(meta: msgspec.Meta) -> list[st.SearchStrategy[Any]]:
    """What an annotation demands of a value: a decimal, a pattern or a range."""
    if (meta.extra or {}).get("dtype") == "decimal":
        return [decimals]
    if meta.pattern is not None:
        lookup = PATTERNS.get(meta.pattern)
        return [st.from_regex(meta.pattern) if lookup is None else lookup]
    if meta.le == 1:
        return [st.floats(0, 1)]
    return [st.integers(int(meta.ge), int(meta.le or 10))] if meta.ge is not None else []


def _compound(hint: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401 - as above
    parts = get_args(hint)
    if get_origin(hint) is Literal:
        return st.sampled_from(parts)
    if get_origin(hint) is not tuple:
        return st.one_of(*(value(part) for part in parts))
    if parts[-1] is Ellipsis:
        return st.lists(value(parts[0]), max_size=3).map(tuple)
    return st.tuples(*(value(part) for part in parts))


def records(kind: type[Record]) -> st.SearchStrategy[Any]:
    """Any record of the type ``kind``, well formed by its declaration alone."""
    fields = msgspec.structs.fields(kind)
    values = {field.name: value(field.type) for field in fields}
    if kind is Article:
        lines = st.tuples(st.integers(1, 9), st.integers(1, 9)).map(sorted)
        recipe = lines.map(lambda ends: f"set.fr:{ends[0]}-{ends[1]}") | st.none()
        values |= {"rights_fr": rights, "rights_en": rights | st.none(), "recipe_fr": recipe}
        values |= {"recipe_en": st.none()}
    return st.builds(kind, **values)


RIGHTS = [THIRD_PARTY, "CC-BY-4.0", "LicenseRef-x"]
rights = st.sampled_from(RIGHTS)


@st.composite
def article_pairs(draw: st.DrawFn, name: str) -> Corpus:
    """A corpus of one article: sentences that tile both texts, and spans inside them."""
    sides = {lang: draw(st.lists(texts.filter(bool), min_size=1, max_size=4)) for lang in LANGS}
    text = {lang: "".join(side) for lang, side in sides.items()}
    story = draw(st.sampled_from(["s1", "s2"]))
    article = Article(
        id=name, story=story, genre=None, title=None, publisher=None, url=None, published=None,
        collected=None, origin="unknown", origin_evidence=None, translation="unknown",
        rights_fr=draw(st.sampled_from(RIGHTS)), rights_en=draw(st.sampled_from(RIGHTS)),
        sources=(), split=draw(st.sampled_from(SPLITS)),
        sha256_fr=sha256(text["fr"].encode()), sha256_en=sha256(text["en"].encode()),
    )  # fmt: skip
    layers: dict[str, list[Record]] = {layer: [] for layer in LAYERS}
    layers["beads"] = [*_beads(sides)]
    for layer, kind in SPAN_LAYERS.items():
        for lang in LANGS:
            layers[layer] += draw(st.lists(_spans(kind, lang, len(text[lang])), max_size=2))
    entries = [lang for lang in LANGS if draw(st.booleans())]
    rows = [(name, lang, text[lang], sha256(text[lang].encode())) for lang in entries]
    return Corpus(
        articles=_numbered([article], Article),
        texts=pl.DataFrame(rows, TEXTS, orient="row"),
        layers={
            layer: schema.frame(
                [(name, line, row) for line, row in enumerate(result, 1)], LAYERS[layer]
            )
            for layer, result in layers.items()
        },
        kb=_numbered([], Entity),
        facts=_numbered([], Fact),
    )


def _beads(sides: dict[Any, list[str]]) -> list[AlignedBead]:
    """One bead a pair of sentences in turn; what is left on the longer side stands alone."""
    offsets = {lang: _tiles(side) for lang, side in sides.items()}
    longest = max(len(side) for side in offsets.values())
    return [
        AlignedBead(
            id=f"b{i}", fr=tuple(offsets["fr"][i : i + 1]), en=tuple(offsets["en"][i : i + 1]),
            method="manual",
        )
        for i in range(longest)
    ]  # fmt: skip


def _tiles(side: list[str]) -> list[Offsets]:
    ends = [sum(map(len, side[: i + 1])) for i in range(len(side))]
    return [(end - len(sentence), end) for end, sentence in zip(ends, side, strict=True)]


def _spans(kind: type[Span], lang: str, length: int) -> st.SearchStrategy[Any]:
    edges = st.tuples(st.integers(0, length), st.integers(0, length)).filter(lambda e: e[0] != e[1])
    return st.tuples(records(kind), edges).map(
        lambda drawn: msgspec.structs.replace(
            drawn[0], lang=lang, start=min(drawn[1]), end=max(drawn[1])
        )
    )


@st.composite
def corpora(draw: st.DrawFn) -> Corpus:
    """A corpus of up to four articles, each with its own texts and spans."""
    names = [f"a{i}" for i in range(draw(st.integers(1, 4)))]
    return joined([draw(article_pairs(name)) for name in names])


def joined(parts: list[Corpus]) -> Corpus:
    """The corpus that has the articles of all ``parts``."""
    return replace(
        parts[0],
        articles=pl.concat([part.articles for part in parts]),
        texts=pl.concat([part.texts for part in parts]),
        layers={layer: pl.concat([part.layers[layer] for part in parts]) for layer in LAYERS},
    )


def _numbered(rows: list[Record], kind: type[Record]) -> pl.DataFrame:
    return schema.frame([("", line, row) for line, row in enumerate(rows, 1)], kind).drop("article")
