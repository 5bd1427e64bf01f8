"""Amounts and their facts, as tables of a card."""

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import polars as pl

from visavis.corpus.records import AUTHOR
from visavis.dataset.charts import Bar
from visavis.dataset.figures.basis import (
    NOTHING,
    Basis,
    or_nothing,
)

if TYPE_CHECKING:
    from collections.abc import Mapping


HOLDERS = 12
"""Holders of stances that are shown by name; the others are one row."""


_SIGNS = {"eq": "", "approx": "about ", "gt": "> ", "ge": "≥ ", "lt": "< ", "le": "≤ "}


def show_sizes(basis: Basis) -> list[Bar]:
    """Sums of money of each currency by power of ten, an amount of both languages counted once."""
    amounts = basis.table("amounts")
    if amounts.is_empty():
        return []
    money = amounts.filter(pl.col("kind") == "money").drop_nulls("value")
    once = money.unique(["article", "id"], keep="first", maintain_order=True)
    counted: dict[int, Counter[str]] = {}
    for value, unit in once.select("value", "unit").iter_rows():
        power = max(0, Decimal(value).adjusted() // 3 * 3)
        counted.setdefault(power, Counter())[unit or "no currency"] += 1
    units = sorted({unit for count in counted.values() for unit in count})
    return [
        Bar(_thousands(power), {unit: counted[power][unit] for unit in units})
        for power in sorted(counted)
    ]


def _thousands(power: int) -> str:
    named = {0: "under a thousand", 3: "thousands", 6: "millions", 9: "billions", 12: "trillions"}
    return named.get(power, f"from 10^{power}")


def show_holders(basis: Basis) -> list[Bar]:
    """Stances by holder and polarity, a stance of both languages counted once."""
    stances = basis.table("stances")
    if stances.is_empty():
        return []
    once = stances.unique(["article", "id"], keep="first", maintain_order=True)
    named = dict(basis.corpus.kb.select("id", "name_en").iter_rows())
    mentions = {
        (article, lang, name): entity
        for article, lang, name, entity in basis.corpus.layers["mentions"]
        .select("article", "lang", "id", "entity")
        .iter_rows()
    }
    counted: dict[str, Counter[str]] = {}
    columns = "article", "lang", "holder", "polarity"
    for article, lang, holder, polarity in once.select(columns).iter_rows():
        entity = mentions.get((article, lang, holder))
        name = "the writer" if holder == AUTHOR else named.get(entity or "", "not named")
        counted.setdefault(name, Counter())[polarity] += 1
    ranked = sorted(counted, key=lambda name: (-counted[name].total(), name))
    rest = sum((counted[name] for name in ranked[HOLDERS:]), Counter[str]())
    rows = [(name, counted[name]) for name in ranked[:HOLDERS]]
    if rest:
        rows.append((f"{len(ranked) - HOLDERS} others", rest))
    order = "positive", "neutral", "negative"
    return [Bar(name, {word: count[word] for word in order}) for name, count in rows]


def show_verdicts(basis: Basis) -> str:
    """Return how many facts are single, agree, are compatible or contradict."""
    facts = basis.table("facts")
    return (
        or_nothing(facts.group_by("verdict").len("facts").sort("verdict"))
        if facts.width
        else NOTHING
    )


def show_disputed(basis: Basis) -> str:
    """The facts of which accounts differ, with what each article says."""
    facts = basis.table("facts")
    if not facts.width:
        return NOTHING
    differ = facts.filter(pl.col("verdict").cast(pl.String).is_in(["contradict", "compatible"]))
    amounts = basis.table("amounts").unique(["article", "id"], keep="last", maintain_order=True)
    by_key = {(row["article"], row["id"]): _said(row) for row in amounts.iter_rows(named=True)}
    rows = [
        {
            "what is measured": row["label"],
            "verdict": row["verdict"],
            "told": "; ".join(
                dict.fromkeys(
                    f"{by_key[item['article'], item['id']]} ({item['article']})"
                    for item in row["members"]
                )
            ),
        }
        for row in differ.sort("verdict", "id", descending=[True, False]).iter_rows(named=True)
    ]
    return or_nothing(pl.DataFrame(rows))


def _said(amount: "Mapping[str, Any]") -> str:
    """An amount in a few signs: ``≥ 13,000,000,000 USD``."""
    if amount["value"] is None:
        return "not told"
    value = _plain(amount["value"])
    if amount["comparator"] == "between":
        value = f"{value} to {_plain(amount['value_max'])}"
    return f"{_SIGNS.get(amount['comparator'], '')}{value} {amount['unit'] or ''}".strip()


def _plain(value: Decimal) -> str:
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
