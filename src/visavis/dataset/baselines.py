"""Baselines: simple systems scored on the corpus, so that others have something to be better than.

They are small and deterministic, and read published text only: the figures are the same whether
third-party texts are there or not.
"""

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

import polars as pl

from visavis.corpus.layers.regions import ANNOTATED
from visavis.corpus.spans import locate
from visavis.languages import LANGS, Lang
from visavis.text import amounts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from visavis.corpus.model import Corpus

    Names = Mapping[tuple[str, ...], str]

TRAIN = "train"


class Score(NamedTuple):
    """Spans found that are right, spans found, and spans that the gold has."""

    right: int
    found: int
    gold: int

    @property
    def f1(self) -> float:
        """Twice the right ones over all, found and gold; 0 where there are none."""
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else 0.0


def names(tables: "Mapping[str, pl.DataFrame]", stories: "Mapping[str, str]") -> pl.DataFrame:
    """Names by a dictionary of the names of the training texts.

    Tokens are read from left to right; the longest known name is taken, with the type that it has
    most often in training (of equals, the first in the alphabet). A name is right when its tokens
    and its type are. One row tells it for each split that has text beside ``train``; one for
    ``train`` itself, each story by the names of the others.

    Args:
        tables: the tables of a release.
        stories: the story of each article.

    Returns:
        Columns lang, scored on, names (in the dictionary; null where it is another for each
        story), right, found, gold, F1.
    """
    rows = [
        (lang, *row)
        for lang in reversed(LANGS)
        if f"ner_{lang}" in tables
        for row in _names(tables[f"ner_{lang}"], stories)
    ]
    return _table(["lang", "scored on", "names"], rows)


def _table(first: list[str], rows: "Sequence[tuple[object, ...]]") -> pl.DataFrame:
    counted = ["names", "right", "found", "gold"]
    types = {name: pl.Int64 if name in counted else pl.String for name in [*first, *counted[1:]]}
    return pl.DataFrame(rows, types | {"F1": pl.Float64}, orient="row")


def _names(
    table: pl.DataFrame, stories: "Mapping[str, str]"
) -> "Iterator[tuple[str, int | None, int, int, int, float]]":
    rows = _dictionary(table.filter(pl.col("split") == TRAIN))
    others = table.filter(pl.col("split") != TRAIN)["split"].unique(maintain_order=True)
    for split in sorted(map(str, others)) if rows else ():
        score = _score(table.filter(pl.col("split") == split), rows)
        yield split, len(rows), *score, score.f1
    train = table.filter(pl.col("split") == TRAIN).with_columns(
        story=pl.col("article").replace_strict(stories, return_dtype=pl.String)
    )
    held_out = sorted(set(train["story"]))
    if len(held_out) > 1:
        parts = [
            _score(
                train.filter(pl.col("story") == story),
                _dictionary(train.filter(pl.col("story") != story)),
            )
            for story in held_out
        ]
        score = Score(*map(sum, zip(*parts, strict=True)))
        yield f"{TRAIN}, by story", None, *score, score.f1


def _dictionary(table: pl.DataFrame) -> "Names":
    types: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for tokens, tags in table.select("tokens", "tags").iter_rows():
        for start, end, kind in _spans(tags):
            types[tuple(tokens[start:end])][kind] += 1
    return {
        name: min(count.items(), key=lambda item: (-item[1], item[0]))[0]
        for name, count in types.items()
    }


def _score(table: pl.DataFrame, names: "Names") -> Score:
    longest = max(map(len, names), default=0)
    right = result = gold = 0
    for tokens, tags in table.select("tokens", "tags").iter_rows():
        text, present = set(_spans(tags)), set(_matches(tokens, names, longest))
        right, result, gold = right + len(text & present), result + len(present), gold + len(text)
    return Score(right, result, gold)


def _spans(tags: "Sequence[str]") -> "Iterator[tuple[int, int, str]]":
    """The spans of a sequence of IOB2 tags: first token, token after the last, type."""
    begun: int | None = None
    for rank, tag in enumerate([*tags, "O"]):
        if begun is not None and not tag.startswith("I-"):
            yield begun, rank, tags[begun].removeprefix("B-")
            begun = None
        if tag.startswith("B-"):
            begun = rank


def _matches(
    tokens: "Sequence[str]", lookup: "Names", longest: int
) -> "Iterator[tuple[int, int, str]]":
    start = 0
    while start < len(tokens):
        ends = range(min(start + longest, len(tokens)), start, -1)
        end = next((end for end in ends if tuple(tokens[start:end]) in lookup), None)
        if end is None:
            start += 1
        else:
            yield start, end, lookup[tuple(tokens[start:end])]
            start = end


def grammar(corpus: "Corpus") -> pl.DataFrame:
    """Amounts by the grammar of the package, on the texts that are there and have gold amounts.

    Read where the gold is: in headline, subheading and body. ``spans``: same offsets. ``values``:
    kind, value, upper value and comparator too; the units of counts are left out, since the gold
    names them in English.

    Returns:
        Columns lang, measure, right, found, gold, F1.
    """
    gold = corpus.layers["amounts"]
    texts = corpus.texts.filter(pl.col("article").is_in(gold["article"].unique().to_list()))
    annotated = corpus.layers["regions"].filter(pl.col("type").is_in(ANNOTATED))
    rows: list[tuple[object, ...]] = []
    for lang in reversed(LANGS):
        column = texts.filter(pl.col("lang") == lang)
        open_ones = pl.col("article").is_in(column["article"].to_list()) & (pl.col("lang") == lang)
        table = {_gold(row) for row in gold.filter(open_ones).iter_rows(named=True)}
        result = set(_found(column, lang, annotated))
        for measure, remaining in (("spans", 3), ("values", None)):
            a, b = ({row[:remaining] for row in side} for side in (table, result))
            score = Score(len(a & b), len(b), len(a))
            if score.gold:
                rows.append((lang, measure, *score, score.f1))
    return _table(["lang", "measure"], rows)


def _gold(row: "Mapping[str, object]") -> tuple[object, ...]:
    place = row["article"], row["start"], row["end"]
    value = (None, None) if row["kind"] == "vague" else (row["value"], row["value_max"])
    return *place, row["kind"], *value, row["comparator"]


def _found(
    texts: pl.DataFrame, lang: Lang, annotated: pl.DataFrame
) -> "Iterable[tuple[object, ...]]":
    rows = [
        (article, lang, item.start, item.end, item)
        for article, text in texts.select("article", "text").iter_rows()
        for item in amounts.find(text, lang)
    ]
    places = pl.DataFrame(
        [row[:4] for row in rows],
        {"article": pl.String, "lang": pl.Enum(LANGS), "start": pl.Int32, "end": pl.Int32},
        orient="row",
    )
    inside = locate(places, annotated, "type")["type"].is_not_null()
    for (article, _, start, end, item), remaining in zip(rows, inside, strict=True):
        if remaining:
            value = (None, None) if item.kind == "vague" else (item.value, item.value_max)
            yield article, start, end, item.kind, *value, item.comparator
