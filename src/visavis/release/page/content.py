"""The data of a page: the tables of a release as compact JSON, a pure function of the source."""

from collections.abc import Mapping
from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING, Any

import msgspec
import polars as pl

from visavis.corpus.facts import APPROXIMATION, Claim, verdict
from visavis.dataset.columns import meaning
from visavis.dataset.tables import SHOWN, open_side
from visavis.errors import DataError, UsageError
from visavis.release.page import guidelines
from visavis.release.page.changes import changes

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from visavis.release.page.source import Source

LARGEST = 25_000
"""Sentence pairs that a page holds at most: a browser reads them in a few seconds."""

_DERIVED = ("text", "story", "split")
"""Columns of the layers that a page takes from its articles."""


def content(
    source: "Source", articles: "Collection[str]" = (), previous: "Sequence[Source]" = ()
) -> dict[str, Any]:
    """Return the data of a page, made of what JSON has.

    Args:
        source: what the page is made of.
        articles: ids of the articles that the page is to show; all by default.
        previous: releases before, to show what changed since each.

    Raises:
        UsageError: an article does not exist, or there are too many sentence pairs.
        DataError: the source has no aligned articles.
    """
    tables = _by_article(chosen(source.tables, articles))
    if not {"articles", "beads"} <= tables.keys():
        msg = "no aligned articles"
        raise DataError(msg, where=source.about.name, remedy="Align them with `visavis align`.")
    if tables["beads"].height > LARGEST:
        msg = f"{tables['beads'].height} sentence pairs, a page holds at most {LARGEST}"
        remedy = "Choose articles with --articles, or make the page of a release."
        raise UsageError(msg, where=source.about.name, remedy=remedy)
    layers = {layer: tables[layer] for layer in SHOWN if layer in tables}
    rows = {layer: table.iter_rows(named=True) for layer, table in layers.items()}
    return {
        "about": msgspec.to_builtins(source.about),
        "tables": {
            "articles": plain_table(tables["articles"]),
            "beads": plain_table(_beads(tables)),
            **{
                layer: plain_table(table.drop(_DERIVED, strict=False))
                for layer, table in layers.items()
            },
            "kb": plain_table(tables.get("kb", pl.DataFrame())),
            "facts": plain_table(tables.get("facts", pl.DataFrame())),
            "rulings": _rulings(source, tables["articles"]),
        },
        "rules": msgspec.to_builtins(source.rules),
        "examples": guidelines.spans_of(source.examples, rows),
        "passes": msgspec.to_builtins(source.passes),
        "readings": _readings(source, layers),
        "clashes": clashes(tables),
        "versions": [],
        "changes": [changes(one.tables, source.tables, one.about.version) for one in previous],
        "approximation": float(APPROXIMATION),
        "meanings": {
            layer: {name: words for name in table.columns if (words := meaning(layer, name))}
            for layer, table in layers.items()
        },
    }


def chosen(
    tables: "Mapping[str, pl.DataFrame]", articles: "Collection[str]"
) -> dict[str, pl.DataFrame]:
    """Return the rows of the articles that are named; all rows where none is.

    Raises:
        UsageError: an article does not exist.
    """
    if not articles:
        return dict(tables)
    present = set(tables["articles"]["id"]) if "articles" in tables else set()
    if missing := sorted(set(articles) - present):
        msg = f"no article has the id {missing[0]}"
        raise UsageError(msg, where="--articles", remedy="`visavis list` prints the ids.")
    ids = sorted(articles)
    part = {
        name: table.filter(pl.col("article").is_in(ids)) if "article" in table.columns else table
        for name, table in tables.items()
    }
    part["articles"] = part["articles"].filter(pl.col("id").is_in(ids))
    if "facts" in part:
        belongs = pl.element().struct.field("article").is_in(ids)
        members = pl.col("members").list.eval(pl.element().filter(belongs))
        part["facts"] = part["facts"].with_columns(members.alias("members"))
    return part


def _by_article(tables: "Mapping[str, pl.DataFrame]") -> dict[str, pl.DataFrame]:
    """Return tables by id of the article: a release has its rows split by split."""
    keys = {"articles": "id", "facts": "", "kb": ""}
    return {
        name: table.sort(key, maintain_order=True)
        if (key := keys.get(name, "article")) in table.columns
        else table
        for name, table in tables.items()
    }


def clashes(tables: "Mapping[str, pl.DataFrame]") -> dict[str, list[tuple[int, int]]]:
    """Return the members of each fact, by position, that have no value in common.

    The verdict of the release says whether a fact has such members; this says which they are.
    """
    if not {"facts", "amounts"} <= tables.keys():
        return {}
    amounts = tables["amounts"].sort("article", "id", "lang")
    claims = {
        (row["article"], row["id"]): Claim(row["comparator"], row["value"], row["value_max"])
        for row in amounts.iter_rows(named=True)
    }
    pairs_of = {}
    for row in tables["facts"].iter_rows(named=True):
        members = [claims.get((m["article"], m["id"])) for m in row["members"]]
        pairs = [
            (first, second)
            for (first, a), (second, b) in combinations(enumerate(members), 2)
            if a and b and verdict([a, b]) == "contradict"
        ]
        if pairs:
            pairs_of[row["id"]] = pairs
    return pairs_of


def _beads(tables: "Mapping[str, pl.DataFrame]") -> pl.DataFrame:
    """Return the beads in reading order, with the region in which each begins."""
    beads = tables["beads"].drop("story", "split", strict=False)
    sentences = tables.get("sentences")
    if sentences is None:
        return beads.with_columns(region=pl.lit(None, pl.String))
    regions = sentences.select(
        "article", id=pl.col("id").str.split(":").list.last(), region=pl.col("region")
    )
    return beads.join(regions, on=["article", "id"], how="left", maintain_order="left")


def _readings(source: "Source", layers: "Mapping[str, pl.DataFrame]") -> dict[str, Any]:
    """Return which passes read each article for a layer, and which have each span.

    Passes are sums of powers of two: the first counts one, the second two, the third four; 5 is
    the first and the third.
    """
    readings = list(enumerate(source.readings))
    read: dict[str, dict[str, int]] = {layer: {} for layer in layers}
    for at, one in readings:
        for layer, article in sorted(one.articles):
            if layer in read:
                read[layer][article] = read[layer].get(article, 0) + (1 << at)
    keys = ("article", "lang", "start", "end")
    have = {
        layer: [
            sum(1 << at for at, one in readings if (layer, *place) in one.places)
            for place in table.select(keys).iter_rows()
        ]
        for layer, table in layers.items()
        if readings
    }
    return {"articles": read, "spans": have}


def _rulings(source: "Source", articles: pl.DataFrame) -> dict[str, Any]:
    """Return the rulings; the words of a reason only where both texts are open."""
    is_open = set(articles.filter(open_side("fr") & open_side("en"))["id"])
    present = set(articles["id"])
    columns = [
        "passes", "article", "layer", "lang", "start", "end", "differs", "only", "kept", "rule",
        "reason",
    ]  # fmt: skip
    rows = [
        [
            None if name == "reason" and ruling.article not in is_open else getattr(ruling, name)
            for name in columns
        ]
        for ruling in source.rulings
        if ruling.article in present
    ]
    return {"columns": columns, "rows": rows}


def plain_table(table: pl.DataFrame) -> dict[str, Any]:
    """Return a table as its columns and rows; columns without a value are left out."""
    some = [name for name in table.columns if table[name].null_count() < table.height]
    return {"columns": some, "rows": _plain(table.select(some).rows())}


def _plain(value: Any) -> Any:  # noqa: ANN401 - any value of a table
    """Return a value as JSON has it: offsets as pairs, exact numbers as they are written."""
    match value:
        case list() | tuple():
            return [_plain(part) for part in value]
        case {"start": start, "end": end, **rest} if not rest:
            return [start, end]
        case Mapping():
            return {name: _plain(part) for name, part in value.items()}
        case Decimal():
            return exact(value)
        case _:
            return value


def exact(value: Decimal) -> str:
    """Return an exact number without the zeros after its point.

    >>> exact(Decimal("13000000000.500000"))
    '13000000000.5'
    """
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
