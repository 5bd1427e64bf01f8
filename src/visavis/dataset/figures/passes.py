"""Agreement of passes and their rulings, as tables of a card."""

import math
from collections import Counter
from typing import TYPE_CHECKING

import polars as pl

from visavis.dataset.card import markdown
from visavis.dataset.charts import Interval
from visavis.dataset.figures.basis import (
    NOTHING,
    Basis,
    or_nothing,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


EXAMPLES = 20
"""Rulings on differences between passes that are shown by their words."""


def show_agreed(basis: Basis, wanted: "Callable[[str], bool]") -> pl.DataFrame:
    """Return the measures of agreement that are wanted, of all pairs of passes."""
    measured = basis.evidence.agreement
    if measured is None:
        return pl.DataFrame()
    keep = [wanted(name) for name in measured["measure"]]
    return measured.filter(pl.Series(keep, dtype=pl.Boolean)).filter(pl.col("value").is_not_nan())


def show_agreement(basis: Basis) -> str:
    """Return the agreement of the passes on spans."""
    result = show_agreed(basis, lambda name: not name.startswith("kappa"))
    if result.is_empty():
        return NOTHING
    index = ["pair", "layer", "lang", "first", "second"]
    wide = result.with_columns(told=_told()).pivot("measure", index=index, values="told")
    return markdown(wide.rename({"pair": "passes", "first": "spans", "second": "and"}))


def show_kappa(basis: Basis) -> str:
    """Return the agreement of the passes on attributes."""
    result = show_agreed(basis, lambda name: name.startswith("kappa"))
    if result.is_empty():
        return NOTHING
    named = result.with_columns(pl.col("measure").str.strip_prefix("kappa ").alias("attribute"))
    index = ["pair", "layer", "attribute"]
    wide = named.with_columns(told=_told()).pivot("lang", index=index, values="told")
    return markdown(wide.rename({"pair": "passes"}))


def _told() -> pl.Expr:
    """A value with its interval; without it where no draw of articles defines one."""
    spread = pl.struct("value", "low", "high")
    return spread.map_elements(_with_interval, return_dtype=pl.String)


def _with_interval(row: "Mapping[str, float]") -> str:
    value = f"{row['value']:.3f}"
    return value if math.isnan(row["low"]) else f"{value} [{row['low']:.3f}, {row['high']:.3f}]"


def show_agreement_rows(basis: Basis) -> list[Interval]:
    """Return the agreement of the passes as intervals of a picture."""
    result = show_agreed(basis, lambda name: name == "strict")
    if result.is_empty():
        return []
    rows = result.select("pair", "layer", "lang", "value", "low", "high").iter_rows()
    pairs = result["pair"].n_unique()
    return [
        Interval(
            f"{layer}, {lang}" + (f" ({pair})" if pairs > 1 else ""),
            value,
            value if math.isnan(low) else low,
            value if math.isnan(high) else high,
        )
        for pair, layer, lang, value, low, high in rows
    ]


def show_passes(basis: Basis) -> str:
    """Return who made each pass, and from what."""
    counted = basis.evidence.articles
    rows = [
        {
            "pass": one.id,
            "annotator": one.annotator,
            "made": one.made,
            "guidelines": one.guidelines,
            "articles": counted[one.id],
            "note": one.note,
        }
        for one in basis.evidence.passes
    ]
    return or_nothing(pl.DataFrame(rows, infer_schema_length=None))


def show_rulings(basis: Basis) -> str:
    """Return how many differences were ruled, and for whom."""
    counted = Counter(
        (ruling.layer, ruling.kept or "to be decided") for ruling in basis.evidence.rulings
    )
    remaining = sorted({word for _, word in counted})
    rows = [
        {"layer": layer, "differences": sum(counted[layer, word] for word in remaining)}
        | {f"kept: {word}": counted[layer, word] for word in remaining}
        for layer in sorted({layer for layer, _ in counted})
    ]
    return or_nothing(pl.DataFrame(rows))


def show_ruled(basis: Basis) -> str:
    """Rulings with their words and reasons, of as many layers and articles as there are."""
    ruled = list({entry.article for entry in basis.evidence.rulings})
    texts = basis.corpus.texts.filter(pl.col("article").is_in(ruled))
    words = {
        (article, lang): text
        for article, lang, text in texts.select("article", "lang", "text").iter_rows()
    }
    entries = [
        entry
        for entry in basis.evidence.rulings
        if entry.kept and entry.reason and entry.lang == "fr" and (entry.article, "fr") in words
    ]
    seen: Counter[tuple[str, str]] = Counter()
    ranked = []
    for entry in entries:
        ranked.append((seen[entry.layer, entry.article], entry))
        seen[entry.layer, entry.article] += 1
    rows = [
        {
            "passes": ", ".join(entry.passes),
            "article": entry.article,
            "layer": entry.layer,
            "words": words[entry.article, "fr"][entry.start : entry.end],
            "difference": ", ".join(entry.differs) or f"{entry.only} pass alone",
            "kept": entry.kept,
            "rule": entry.rule,
            "reason": entry.reason,
        }
        for _, entry in sorted(ranked, key=lambda pair: pair[0])[:EXAMPLES]
    ]
    return or_nothing(pl.DataFrame(rows, infer_schema_length=None))


def show_audits(basis: Basis) -> str:
    """What each audit says of the corpus: a row a layer, with intervals of 95 %."""
    tables = [
        table.select(
            pl.lit(name).alias("audit"),
            "layer",
            pl.format("{} of {}", "seen", "planted").alias("planted errors seen"),
            _share("seen_low", "seen_high").alias("sensitivity, %"),
            pl.format("{} of {}", "wrong", "others").alias("records called wrong"),
            _share("wrong_low", "wrong_high").alias("error, %"),
        )
        for name, table in basis.evidence.audits.items()
    ]
    return or_nothing(pl.concat(tables)) if tables else "No audit."


def _share(low: str, high: str) -> pl.Expr:
    ends = [(100 * pl.col(end)).round(1).cast(pl.String) for end in (low, high)]
    return pl.format("{} to {}", *ends)
