"""Changes of a release, each with the level of version that the written table demands."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any, NamedTuple

import polars as pl

from visavis.corpus.semver import Level
from visavis.release.diff import Edition

Change = Callable[[pl.DataFrame], pl.DataFrame | None]


class Mutation(NamedTuple):
    """What is done to one table (or, where the table is a file, to the card), and what follows."""

    name: str
    table: str
    level: Level
    change: Change


def changed(edition: Edition, mutation: Mutation) -> Edition:
    """The edition after a mutation."""
    if mutation.table.endswith(".md"):
        page = pl.DataFrame({"page": [edition.files[mutation.table]]})
        made = mutation.change(page)
        assert made is not None
        return replace(edition, files={**edition.files, mutation.table: made["page"][0]})
    tables = dict(edition.tables)
    table = mutation.change(tables.pop(mutation.table, pl.DataFrame()))
    return replace(edition, tables=tables if table is None else {**tables, mutation.table: table})


def cells(column: str, change: Callable[[Any], Any], first: int | None = None) -> Change:
    """Change the values of a column: all that are there, or only the first few."""

    def apply(table: pl.DataFrame) -> pl.DataFrame:
        values, left = table[column].to_list(), first
        for row, value in enumerate(values):
            if value is not None and left != 0:
                values[row], left = change(value), None if left is None else left - 1
        return table.with_columns(pl.Series(column, values, table.schema[column]))

    return apply


def text(old: str, new: str) -> Change:
    return lambda page: page.with_columns(pl.col("page").str.replace(old, new, literal=True))


def relabelled(column: str, labels: Callable[[list[str]], list[str]]) -> Change:
    """Declare other labels, keeping the words of the rows."""

    def apply(table: pl.DataFrame) -> pl.DataFrame:
        dtype = table.schema[column]
        assert isinstance(dtype, pl.Enum)
        words = dict(zip(dtype.categories, labels(dtype.categories.to_list()), strict=False))
        new = pl.Enum(labels(dtype.categories.to_list()))
        remaining = pl.Series(column, [words.get(word) for word in table[column]], new)
        same = set(words) <= set(new.categories)
        return table.with_columns(table[column].cast(pl.String).cast(new) if same else remaining)

    return apply


def without(row: int) -> Change:
    return lambda table: table.with_row_index("_n").filter(pl.col("_n") != row).drop("_n")


def again(**new: object) -> Change:
    """One more row, like the first with other cells."""

    def apply(table: pl.DataFrame) -> pl.DataFrame:
        row = {**table.row(0, named=True), **new}
        added = [pl.Series(name, [row[name]], dtype) for name, dtype in table.schema.items()]
        return pl.concat([table, pl.DataFrame(added)])

    return apply


def filled(column: str, value: object) -> Change:
    """The first null of a column gets a value."""

    def apply(table: pl.DataFrame) -> pl.DataFrame:
        values = table[column].to_list()
        values[values.index(None)] = value
        return table.with_columns(pl.Series(column, values, table.schema[column]))

    return apply


def listed(column: str, change: Callable[[list[Any]], list[Any]]) -> Change:
    """Change the first list of a column that the change makes another one."""

    def apply(table: pl.DataFrame) -> pl.DataFrame:
        values = table[column].to_list()
        row = next(i for i, value in enumerate(values) if value and change(value) != value)
        values[row] = change(values[row])
        return table.with_columns(pl.Series(column, values, table.schema[column]))

    return apply


def swapped(pairs: dict[str, str]) -> Callable[[str], str]:
    return lambda word: pairs.get(word, word)


def word(split: str) -> str:
    return {"train": "test", "test": "train"}.get(split, split)


ATTITUDES = swapped({"arguing": "evaluation", "evaluation": "prediction", "prediction": "arguing"})
POLARITIES = swapped({"positive": "negative", "negative": "neutral", "neutral": "positive"})
TAGS = swapped({"B-ORG": "B-LOC", "I-ORG": "I-LOC"})
OTHER = "0" * 64

MUTATIONS = [
    Mutation("nothing changed", "mentions", "none", lambda table: table),
    Mutation("rows reordered", "mentions", "none", lambda table: table.reverse()),
    Mutation("rows shuffled", "sentences", "none", lambda table: table.sample(
        fraction=1, shuffle=True, seed=8)),
    Mutation("columns reordered", "stances", "none", lambda t: t.select(reversed(t.columns))),
    Mutation("a table removed", "conditionals", "major", lambda _: None),
    Mutation("a table added", "omissions", "minor", lambda _: pl.DataFrame({"id": ["f1"]})),
    Mutation("a column removed", "amounts", "major", lambda table: table.drop("role")),
    Mutation("a column renamed", "kb", "major", lambda table: table.rename({"qid": "wikidata"})),
    Mutation("a column added", "kb", "minor", lambda t: t.with_columns(note=pl.lit("x"))),
    Mutation("an empty column added", "kb", "minor", lambda t: t.with_columns(
        note=pl.lit(None, pl.String))),
    Mutation("integers widened", "mentions", "major", lambda t: t.with_columns(
        pl.col("start").cast(pl.Int64))),
    Mutation("exact values made floats", "amounts", "major", lambda t: t.with_columns(
        pl.col("value").cast(pl.Float64))),
    Mutation("a label declared last", "mentions", "minor", relabelled(
        "type", lambda labels: [*labels, "LAW"])),
    Mutation("a label declared first", "mentions", "major", relabelled(
        "type", lambda labels: ["LAW", *labels])),
    Mutation("declared labels reordered", "stances", "major", relabelled(
        "polarity", lambda labels: labels[::-1])),
    Mutation("a declared label renamed", "stances", "major", relabelled(
        "polarity", lambda labels: ["favourable", *labels[1:]])),
    Mutation("every translation changed", "articles", "major", cells("en", str.upper)),
    Mutation("one letter of a translation", "articles", "major", cells("en", lambda t: t[1:], 1)),
    Mutation("every English side changed", "sentences", "major", cells("en", str.upper)),
    Mutation("every French text changed", "articles", "major", cells("fr", lambda t: t + " ")),
    Mutation("a third-party translation", "articles", "major", cells(
        "sha256_en", lambda _: OTHER, 1)),
    Mutation("a text withdrawn", "articles", "major", cells("fr", lambda _: None, 1)),
    Mutation("every id changed", "mentions", "major", cells("id", lambda i: f"x{i}")),
    Mutation("one id changed", "kb", "major", cells("id", lambda i: f"{i}-2", 1)),
    Mutation("every article renamed", "articles", "major", cells("id", lambda i: f"x{i}")),
    Mutation("five rows deleted", "mentions", "major", lambda table: table[5:]),
    Mutation("one row deleted", "amounts", "major", without(3)),
    Mutation("an article added", "articles", "minor", again(id="new", sha256_fr=OTHER)),
    Mutation("a mention added", "mentions", "minor", again(id="m9999")),
    Mutation("an entity added", "kb", "minor", again(id="new-entity")),
    Mutation("an article moved to another split", "articles", "major", cells("split", word, 1)),
    Mutation("all splits exchanged", "mentions", "major", cells("split", word)),
    Mutation("stance attitudes permuted", "stances", "major", cells("attitude", ATTITUDES)),
    Mutation("stance polarities permuted", "stances", "major", cells("polarity", POLARITIES)),
    Mutation("one polarity of a stance changed", "stances", "major", cells(
        "polarity", POLARITIES, 1)),
    Mutation("one type of a mention changed", "mentions", "major", cells(
        "type", lambda _: "EVENT", 1)),
    Mutation("rights of an article changed", "articles", "major", cells(
        "rights_fr", lambda _: "CC-BY-SA-4.0", 1)),
    Mutation("the licence of the card changed", "README.md", "major", text(
        "license: cc-by-4.0", "license: cc-by-sa-4.0")),
    Mutation("span starts + 1", "mentions", "major", cells("start", lambda start: start + 1)),
    Mutation("one span end - 1", "amounts", "major", cells("end", lambda end: end - 1, 1)),
    Mutation("a bead joined to another sentence", "beads", "major", listed(
        "fr", lambda spans: [*spans, {"start": 9000, "end": 9001}])),
    Mutation("regions have other types", "articles", "major", listed(
        "fr_regions", lambda rows: [{**row, "type": "advert"} for row in rows])),
    Mutation("values withdrawn", "amounts", "major", cells("value", lambda _: None)),
    Mutation("an alias removed", "kb", "major", listed("aliases_fr", lambda names: names[1:])),
    Mutation("an alias added", "kb", "minor", listed("aliases_fr", lambda names: [*names, "x"])),
    Mutation("a missing value filled in", "amounts", "minor", filled("value_max", Decimal(7))),
    Mutation("a Wikidata item filled in", "kb", "minor", filled("qid", "Q1")),
    Mutation("one value corrected", "amounts", "patch", cells("value", lambda v: v + 1, 1)),
    Mutation("one comparator corrected", "amounts", "patch", cells(
        "comparator", lambda _: "between", 1)),
    Mutation("a stance ascribed to another holder", "stances", "patch", cells(
        "holder", lambda _: "AUTHOR", 1)),
    Mutation("an entity link corrected", "mentions", "patch", cells(
        "entity", lambda _: "paris", 1)),
    Mutation("an English name corrected", "kb", "patch", cells("name_en", str.swapcase, 1)),
    Mutation("beads verified", "beads", "patch", cells("verified", lambda _: False)),
    Mutation("the method of beads", "beads", "patch", cells("method", lambda _: "length")),
    Mutation("evidence of an origin", "articles", "patch", cells(
        "origin_evidence", lambda _: "x", 1)),
    Mutation("the page of the card", "README.md", "patch", text("# Visavis", "# Visavis!")),
    Mutation("tags of tokens changed", "ner_fr", "major", listed(
        "tags", lambda tags: [TAGS(tag) for tag in tags])),
    Mutation("other tokens", "ner_en", "major", listed(
        "tokens", lambda tokens: ["x", *tokens[1:]])),
]  # fmt: skip
