"""Queries for the page, generated, and their answers by polars: another way to the same rows."""

import random
import unicodedata
from typing import TYPE_CHECKING

import polars as pl

if TYPE_CHECKING:
    from collections.abc import Mapping

    Tables = Mapping[str, pl.DataFrame]
    Query = dict[str, str]

FIELDS = {
    "mentions": ["type", "subtype", "form", "reading", "relation", "omitted"],
    "amounts": ["kind", "unit", "comparator", "role", "payer", "payee", "about"],
    "attributions": ["quotation", "relation", "omitted"],
    "conditionals": ["use", "alternative", "rendering"],
    "stances": ["attitude", "polarity", "intensity", "negated", "factuality"],
    "flaws": ["category", "severity", "recoverable"],
}


def queries(tables: "Tables", number: int, seed: int = 26) -> "list[Query]":
    """Return queries of all kinds, with values that the corpus has."""
    chooser = random.Random(seed)  # noqa: S311 - the same queries each time
    return [_query(tables, chooser) for _ in range(number)]


def _query(tables: "Tables", chooser: random.Random) -> "Query":
    query = _of_spans(tables, chooser) if chooser.random() < 0.75 else {}
    if chooser.random() < 0.2:
        entities = tables["mentions"]["entity"].drop_nulls().value_counts(sort=True).head(20)
        query["entity"] = chooser.choice(sorted(entities["entity"]))
    for lang in ("fr", "en"):
        if chooser.random() < (0.25 if query else 0.8):
            query[lang] = _words(tables, lang, chooser)
    if chooser.random() < 0.15:
        name = chooser.choice(["article", "genre", "story", "split", "origin"])
        column = "id" if name == "article" else name
        query[name] = chooser.choice(sorted(map(str, tables["articles"][column].drop_nulls())))
    return query


def _of_spans(tables: "Tables", chooser: random.Random) -> "Query":
    query: Query = {}
    layer = chooser.choice([*FIELDS])
    query["layer"] = layer
    for name in chooser.sample(FIELDS[layer], chooser.choice([0, 1, 1, 2])):
        values = sorted({str(value).lower() if isinstance(value, bool) else str(value)
                         for value in tables[layer][name].drop_nulls()})  # fmt: skip
        if values:
            few = chooser.sample(values, min(len(values), chooser.choice([1, 1, 2, 3])))
            query[name] = "|".join([*few, "-"] if chooser.random() < 0.2 else few)
    if chooser.random() < 0.2:
        query["side"] = chooser.choice(["fr", "en"])
    if layer == "amounts" and chooser.random() < 0.6:
        low = chooser.choice([0, 1, 5, 20, 1e6, 5e8, 1.3e10])
        query["min"] = f"{low:g}"
        if chooser.random() < 0.6:
            query["max"] = f"{low * chooser.choice([1, 2, 100]):g}"
    if layer == "stances":
        people = sorted(tables["mentions"]["entity"].drop_nulls().value_counts(sort=True)
                        .head(8)["entity"])  # fmt: skip
        if chooser.random() < 0.4:
            query["holder_entity"] = chooser.choice([*people, "AUTHOR", "-"])
        if chooser.random() < 0.4:
            query["target_entity"] = chooser.choice([*people, "-"])
    return query


def _words(tables: "Tables", lang: str, chooser: random.Random) -> str:
    text = chooser.choice(tables["sentences"][lang].drop_nulls().to_list())
    words = _fold(text).split() or ["x"]
    word = chooser.choice(words)
    at = words.index(word)
    return chooser.choice(
        [
            word.upper(), f"{word[:4]}*", f'"{" ".join(words[at : at + 2])}"', f"-{word}",
            f"{word} {chooser.choice(words)}",
        ]
    )  # fmt: skip


def _fold(text: str) -> str:
    """Return the words of a text in lower case without accents, a space between them."""
    plain = "".join(
        c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c)[0] != "M"
    )
    return " ".join(
        "".join(c if unicodedata.category(c)[0] in "LN" else " " for c in plain.lower()).split()
    )


def _holds(text: str | None, search: str) -> bool:
    if text is None:
        return False
    folded = f" {_fold(text)} "
    rest = search
    while rest := rest.strip():
        negative, rest = rest.startswith("-"), rest.removeprefix("-")
        if rest.startswith('"'):
            raw, _, rest = rest[1:].partition('"')
        else:
            raw, _, rest = rest.partition(" ")
        prefix = raw.endswith("*")
        words = _fold(raw)
        if words and (f" {words}{'' if prefix else ' '}" in folded) == negative:
            return False
    return True


def answer(tables: "Tables", query: "Query") -> set[str]:
    """Return the ids of the sentences that a query asks for."""
    rows = tables["sentences"].join(
        tables["articles"].select(article="id", origin="origin"), on="article", how="left"
    )
    for name in ("article", "genre", "story", "split", "origin"):
        if name in query:
            rows = rows.filter(pl.col(name).cast(pl.String) == query[name])
    result = set(rows["id"])
    for lang in ("fr", "en"):
        if lang in query:
            result &= {r["id"] for r in rows.iter_rows(named=True) if _holds(r[lang], query[lang])}
    if "entity" in query:
        result &= _places(tables["mentions"].filter(pl.col("entity") == query["entity"]))
    if "layer" in query:
        result &= _places(_spans(tables, query))
    return result


def _places(spans: pl.DataFrame) -> set[str]:
    return {f"{row['article']}:{row['bead']}" for row in spans.iter_rows(named=True)}


def _spans(tables: "Tables", query: "Query") -> pl.DataFrame:
    spans = tables[query["layer"]]
    if "side" in query:
        spans = spans.filter(pl.col("lang") == query["side"])
    if query["layer"] == "stances":
        rows = [row | _people(tables["mentions"], row) for row in spans.iter_rows(named=True)]
        entries = [
            index
            for index, row in enumerate(rows)
            if all(
                set(query[name].split("|")) & row[name]
                for name in ("holder_entity", "target_entity")
                if name in query
            )
        ]
        spans = spans[entries]
    for name in FIELDS[query["layer"]]:
        if name in query:
            text = pl.col(name).cast(pl.String).fill_null("-")
            spans = spans.filter(text.is_in(query[name].split("|")))
    if query["layer"] == "amounts":
        low = pl.col("value").cast(pl.Float64)
        high = pl.coalesce("value_max", "value").cast(pl.Float64)
        if "min" in query:
            spans = spans.filter(high >= float(query["min"]))
        if "max" in query:
            spans = spans.filter(low <= float(query["max"]))
    return spans


def _people(mentions: pl.DataFrame, row: "Mapping[str, object]") -> dict[str, set[str]]:
    near = mentions.filter((pl.col("article") == row["article"]) & (pl.col("lang") == row["lang"]))
    named = {r["id"]: r for r in near.iter_rows(named=True)}
    holder = named.get(str(row["holder"]), {}).get("entity")
    holders = {"AUTHOR"} if row["holder"] == "AUTHOR" else {holder or "-"}
    place = row["target_span"]
    target = named.get(str(row["target"]), {}).get("entity")
    inside = {
        item["entity"]
        for item in named.values()
        if isinstance(place, dict)
        and place["start"] <= item["start"]
        and item["end"] <= place["end"]
    }
    targets = {name for name in {target, *inside} if name}
    return {"holder_entity": holders, "target_entity": targets or {"-"}}
