"""Agreement between two passes, before adjudication, as it is.

Every figure is made of sums over articles, so that an interval comes from drawing articles anew
(percentile bootstrap, Efron and Tibshirani 1993, ch. 13).

- *strict*, *boundary*, *overlap*: F1 of spans that agree in offsets and label, in offsets, in at
  least one character and the label. Of spans in two passes that agree, each counts once; overlaps
  are taken greedily in the order of the text.
- *alpha*: Krippendorff's alpha, nominal, over the characters of the texts (Krippendorff 2004, ch.
  11), a character having the label of the shortest span around it, or none.
- *linked*: F1 of spans that also agree in what matters most of the layer (``LINKED``).
- *kappa*: Cohen's kappa (1960) of an attribute over the spans that agree in their offsets.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import polars as pl

from visavis.corpus.layers import LABELS, LAYERS
from visavis.corpus.records import fields, metas
from visavis.corpus.schema import SPAN, dtype
from visavis.errors import DataError
from visavis.languages import LANGS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    Layers = Mapping[str, pl.DataFrame]

LINKED = {
    "mentions": ("type", "entity"),
    "amounts": ("value", "value_max", "unit", "comparator"),
    "attributions": ("source",),
    "conditionals": ("use",),
    "stances": ("holder", "polarity"),
}
"""What spans must share to be linked alike; stances may differ in their offsets, and share a
character of their targets too."""

DRAWS = 1000
"""Bootstrap samples of an interval."""

LEVEL = 0.95
"""Probability that an interval is meant to hold."""

_SKIPPED = {"id", "lang", "start", "end", "text", "omitted"}


class Marked(NamedTuple):
    """A span of a pass, its references replaced by what they refer to."""

    start: int
    end: int
    label: str
    values: dict[str, Any]
    target: tuple[int, int] | None


Sides = tuple[list[Marked], list[Marked]]
"""The spans of one article in the two passes."""


@dataclass(frozen=True)
class Counts:
    """Sufficient statistics of a measure: a row an article, and the function of their sum."""

    rows: "NDArray[np.float64]"
    value: "Callable[[NDArray[np.float64]], float]"

    def interval(self, seed: int) -> tuple[float, float]:
        """Bootstrap interval of the value over articles; not a number where it is not defined."""
        count = len(self.rows)
        draws = np.random.default_rng(seed).multinomial(count, [1 / count] * count, DRAWS)
        drawn = [self.value(total) for total in draws @ self.rows]
        entries = [value for value in drawn if not np.isnan(value)]
        if not entries:
            return float("nan"), float("nan")
        tail = (1 - LEVEL) / 2
        low, high = np.quantile(entries, [tail, 1 - tail])
        return float(low), float(high)


def agreement(
    first: "Layers",
    second: "Layers",
    lengths: "Mapping[tuple[str, str], int]",
    articles: "Iterable[str]",
    *,
    seed: int = 0,
) -> pl.DataFrame:
    """The agreement of two passes.

    Args:
        first: the layers of a pass: tables with the columns article and those of the records.
        second: those of the other.
        lengths: characters of each text, by article and language.
        articles: the articles that both annotate; one where a pass found nothing counts too.
        seed: of the bootstrap.

    Returns:
        A row a measure, none of a layer and language where neither pass has a span: layer, lang,
        measure, value, low, high (its interval), first and second (spans of each pass, or for
        kappa the pairs compared).
    """
    rows = []
    both = sorted(articles)
    for layer in LINKED:
        for lang in LANGS if layer in first and layer in second else ():
            spans = [marked(layers, layer, lang) for layers in (first, second)]
            sides = [(spans[0].get(name, []), spans[1].get(name, [])) for name in both]
            size = [lengths.get((name, lang), 0) for name in both]
            check_inside(layer, lang, both, sides, size)
            rows += [(layer, lang, *row) for row in _measures(layer, sides, size, seed)]
    columns = {"layer": pl.String, "lang": pl.String, "measure": pl.String} | dict.fromkeys(
        ("value", "low", "high"), pl.Float64
    )
    return pl.DataFrame(rows, columns | {"first": pl.Int64, "second": pl.Int64}, orient="row")


def check_inside(
    layer: str,
    lang: str,
    articles: "Sequence[str]",
    sides: "Sequence[Sides]",
    lengths: "Sequence[int]",
) -> None:
    """Refuse a span that does not lie in its text.

    Raises:
        DataError: the message has a line for each article.
    """
    errors = []
    for article, pair, length in zip(articles, sides, lengths, strict=True):
        outside = [s for spans in pair for s in spans if not 0 <= s.start < s.end <= length]
        for span in outside[:1]:
            problem = f"{layer} [{span.start}:{span.end}] is not inside the {length} characters"
            remedy = "Correct the offsets; or align the article, so that its length is known."
            where = f"{article} ({lang})"
            errors.append(DataError(problem, where=where, remedy=remedy))
    if errors:
        raise DataError.of(errors)


def _measures(
    layer: str, sides: "Sequence[Sides]", lengths: "Sequence[int]", seed: int
) -> "Iterable[tuple[object, ...]]":
    sizes = sum(len(a) for a, _ in sides), sum(len(b) for _, b in sides)
    if not any(sizes):
        return
    measures = {
        "strict": _f1(sides, lambda span: (span.start, span.end, span.label)),
        "boundary": _f1(sides, lambda span: (span.start, span.end)),
        "overlap": overlap(sides, lambda a, b: a.label == b.label),
        "alpha": _alpha(sides, lengths),
        "linked": _linked(layer, sides),
    }
    for name, counts in measures.items():
        yield name, counts.value(counts.rows.sum(0)), *counts.interval(seed), *sizes
    pairs = [_pairs(a, b) for a, b in sides]
    compared = sum(map(len, pairs))
    for field in _attributes(layer):
        counts = _kappa([[(a.values[field], b.values[field]) for a, b in pair] for pair in pairs])
        value = counts.value(counts.rows.sum(0))
        yield f"kappa {field}", value, *counts.interval(seed), compared, compared


def matches(layer: str, sides: "Sequence[Sides]") -> dict[str, Counts]:
    """Return the counts of matching spans by measure; columns matched, first, second."""
    return {
        "strict": _f1(sides, lambda span: (span.start, span.end, span.label)),
        "boundary": _f1(sides, lambda span: (span.start, span.end)),
        "overlap": overlap(sides, lambda a, b: a.label == b.label),
        "linked": _linked(layer, sides),
    }


def f1(total: "NDArray[np.float64]") -> float:
    """F1 of a total (matched, spans of the one, spans of the other): 2m / (a + b)."""
    matched, item, other = total
    return float(2 * matched / (item + other)) if item + other else float("nan")


def alpha(total: "NDArray[np.float64]") -> float:
    """Krippendorff's nominal alpha of a joint count of labels, flattened, of two coders."""
    size = int(len(total) ** 0.5)
    coincidences = total.reshape(size, size) + total.reshape(size, size).T
    margins = coincidences.sum(0)
    pairable = margins.sum()
    expected = 1 - (margins * (margins - 1)).sum() / (pairable * (pairable - 1)) if pairable else 0
    if not expected:
        return float("nan")
    return float(1 - (1 - np.trace(coincidences) / pairable) / expected)


def kappa(total: "NDArray[np.float64]") -> float:
    """Cohen's kappa of a joint count of values, flattened."""
    size = int(len(total) ** 0.5)
    joint = total.reshape(size, size)
    compared = joint.sum()
    if not compared:
        return float("nan")
    expected = float(joint.sum(0) @ joint.sum(1)) / compared**2
    observed = float(np.trace(joint)) / compared
    return float("nan") if expected == 1 else (observed - expected) / (1 - expected)


def _f1(sides: "Sequence[Sides]", key: "Callable[[Marked], object]") -> Counts:
    rows = [
        (sum((Counter(map(key, a)) & Counter(map(key, b))).values()), len(a), len(b))
        for a, b in sides
    ]
    return Counts(np.array(rows, float), f1)


def overlap(
    sides: "Sequence[Sides]",
    alike: "Callable[[Marked, Marked], bool]",
) -> Counts:
    """Return the counts of spans that overlap and are alike, paired one to one."""
    rows = [(_matched(a, b, alike), len(a), len(b)) for a, b in sides]
    return Counts(np.array(rows, float), f1)


def _matched(
    first: "Sequence[Marked]", second: "Sequence[Marked]", alike: "Callable[[Marked, Marked], bool]"
) -> int:
    """Return the most pairs of overlapping, like spans in which each span is in one pair at most.

    The pairs are a maximum matching of the two sides, by augmenting paths (Kuhn 1955): taken one
    after another, a span could be given away that another one needs.
    """
    second = sorted(second, key=_place)
    starts = [span.start for span in second]
    near: list[list[int]] = []
    for span in first:
        last = bisect_left(starts, span.end)
        near.append(
            [j for j in range(last) if span.start < second[j].end and alike(span, second[j])]
        )
    partner: dict[int, int] = {}

    def augment(i: int, seen: set[int]) -> bool:
        for j in near[i]:
            if j not in seen:
                seen.add(j)
                if j not in partner or augment(partner[j], seen):
                    partner[j] = i
                    return True
        return False

    return sum(augment(i, set()) for i in range(len(first)))


def _linked(layer: str, sides: "Sequence[Sides]") -> Counts:
    names = LINKED[layer]
    if layer != "stances":
        return _f1(sides, lambda s: (s.start, s.end, *(s.values[name] for name in names)))
    return overlap(
        sides,
        lambda a, b: (
            all(a.values[name] == b.values[name] for name in names) and _touch(a.target, b.target)
        ),
    )


def _touch(a: tuple[int, int] | None, b: tuple[int, int] | None) -> bool:
    return a is not None and b is not None and a[0] < b[1] and b[0] < a[1]


def _alpha(sides: "Sequence[Sides]", lengths: "Sequence[int]") -> Counts:
    labels = sorted({span.label for pair in sides for side in pair for span in side})
    number = {label: rank for rank, label in enumerate(labels, start=1)}
    size = len(labels) + 1
    rows = []
    for (a, b), length in zip(sides, lengths, strict=True):
        joint = _painted(a, number, length) * size + _painted(b, number, length)
        rows.append(np.bincount(joint, minlength=size * size))
    return Counts(np.array(rows, float), alpha)


def _painted(
    spans: "Iterable[Marked]", number: "Mapping[str, int]", length: int
) -> "NDArray[np.int64]":
    """The label of each character: that of the shortest span around it, 0 for none."""
    painted = np.zeros(length, np.int64)
    for span in sorted(spans, key=lambda s: (s.start - s.end, s.label)):
        painted[span.start : span.end] = number[span.label]
    return painted


def _kappa(pairs: "Sequence[Sequence[tuple[object, object]]]") -> Counts:
    lookup = sorted({str(value) for item in pairs for pair in item for value in pair})
    number = {value: rank for rank, value in enumerate(lookup)}
    rows = np.zeros((len(pairs), len(lookup) ** 2))
    for row, item in zip(rows, pairs, strict=True):
        for a, b in item:
            row[number[str(a)] * len(lookup) + number[str(b)]] += 1
    return Counts(rows, kappa)


def _pairs(first: "Iterable[Marked]", second: "Iterable[Marked]") -> list[tuple[Marked, Marked]]:
    """Spans with the same offsets, one of each pass."""
    by_key: dict[tuple[int, int], list[Marked]] = defaultdict(list)
    for span in second:
        by_key[_place(span)].append(span)
    return [(span, by_key[_place(span)].pop(0)) for span in first if by_key[_place(span)]]


def _place(span: Marked) -> tuple[int, int]:
    return span.start, span.end


def _attributes(layer: str) -> list[str]:
    """The fields of a layer whose values can be compared: all but offsets and surfaces."""
    return [
        field.name
        for field in fields(LAYERS[layer])
        if field.name not in _SKIPPED and dtype(field.type) not in (SPAN, pl.List(SPAN))
    ]


def resolved(layers: "Layers", layer: str) -> "Iterator[dict[str, Any]]":
    """The rows of a layer, ids of other spans replaced by what is the same in every pass.

    The id of a mention becomes the entity that it names, of another span its offsets.
    """
    by_id = {
        (name, row["article"], row["lang"], row["id"]): _meant(name, row)
        for name, table in layers.items()
        for row in table.iter_rows(named=True)
    }
    for row in layers[layer].sort("article", "lang", "start", "end", "id").iter_rows(named=True):
        references = {
            field.name: by_id.get(
                (target, row["article"], row["lang"], row[field.name]), row[field.name]
            )
            for field in fields(LAYERS[layer])
            for target in referred(field.type)
            if row[field.name] is not None
        }
        yield row | references


def referred(hint: Any) -> list[str]:  # noqa: ANN401 - a type hint has no narrower type
    """The layers whose ids a field of type ``hint`` may hold."""
    entries = [str((meta.extra or {}).get("refers")) for meta in metas(hint)]
    return [target for target in entries if target in LAYERS]


def _meant(layer: str, row: "Mapping[str, Any]") -> object:
    return row["entity"] if layer == "mentions" else (row["start"], row["end"])


def marked(layers: "Layers", layer: str, lang: str) -> dict[str, list[Marked]]:
    """Return the spans of a layer in one language, by article, in the order of the text."""
    mentions = layers.get("mentions", pl.DataFrame(schema={"lang": pl.String}))
    places = {
        (row["article"], row["id"]): (row["start"], row["end"])
        for row in mentions.filter(pl.col("lang").cast(pl.String) == lang).iter_rows(named=True)
    }
    ids = {
        (row["article"], row["start"], row["end"], row["id"]): row
        for row in layers[layer].filter(pl.col("lang") == lang).iter_rows(named=True)
    }
    by_key: dict[str, list[Marked]] = defaultdict(list)
    names = _attributes(layer)
    for row in resolved(layers, layer):
        if row["lang"] == lang:
            raw = ids[row["article"], row["start"], row["end"], row["id"]]
            by_key[row["article"]].append(
                Marked(
                    row["start"],
                    row["end"],
                    str(row[LABELS[layer]]),
                    {name: row[name] for name in names},
                    _target(raw, places),
                )
            )
    return by_key


def _target(
    row: "Mapping[str, Any]", places: "Mapping[tuple[str, str], tuple[int, int]]"
) -> tuple[int, int] | None:
    """Where the target of a stance stands: its mention, or its own words."""
    if row.get("target") is not None:
        return places.get((row["article"], row["target"]))
    span = row.get("target_span")
    return (span["start"], span["end"]) if span else None
