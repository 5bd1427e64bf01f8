"""Figures: every number, table and picture of a card, computed from what the corpus has."""

import math
from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

import polars as pl

from visavis.annotation import agreement
from visavis.corpus.articles import OPEN_LICENCES, SPLITS
from visavis.corpus.card import Card
from visavis.corpus.layers import LABELS, SPAN_LAYERS
from visavis.corpus.records import AUTHOR
from visavis.dataset import baselines
from visavis.dataset.card import markdown
from visavis.dataset.charts import Bar, Interval, bars, intervals
from visavis.dataset.columns import kind, meaning
from visavis.dataset.phenomena import phenomena
from visavis.dataset.tables import CONFIGS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from visavis.corpus.model import Corpus
    from visavis.dataset.evidence import Evidence

PICTURES = "pictures"
"""The folder of a release that holds the pictures."""

LISTED = 200
"""Articles that a card lists by name; of a larger corpus it shows the stories, then the counts."""

HOLDERS = 12
"""Holders of stances that are shown by name; the others are one row."""

EXAMPLES = 20
"""Rulings on differences between passes that are shown by their words."""

COUNTED = ("split", "type", "method", "verified")
"""The columns that figures count in the tables of which a row is a bead."""

NOTHING = "*Nothing to show yet.*"

_SIGNS = {"eq": "", "approx": "about ", "gt": "> ", "ge": "≥ ", "lt": "< ", "le": "≤ "}


class Basis(NamedTuple):
    """What the figures of a card are computed from.

    Attributes:
        card: the hand-written card.
        corpus: the corpus as it is published.
        tables: the tables of its release; of a large corpus what ``counted`` leaves of them.
        evidence: what the corpus keeps beside them.
        columns: the columns of the tables as they are shipped, where ``counted`` left some out.
    """

    card: Card
    corpus: "Corpus"
    tables: "Mapping[str, pl.DataFrame]"
    evidence: "Evidence"
    columns: "Mapping[str, pl.Schema] | None" = None

    def table(self, name: str) -> pl.DataFrame:
        """A table of the release; without columns where it is not shipped."""
        return self.tables.get(name, pl.DataFrame())


def counted(name: str, table: pl.DataFrame) -> pl.DataFrame:
    """A table without the columns that no figure counts."""
    if CONFIGS[name].whole:
        return table
    if name in ("sentences", "beads"):
        return table.select(*(column for column in COUNTED if column in table.columns))
    if name in ("ner_fr", "ner_en"):
        return table.select("tokens", "tags", "article", "split")
    nested = [column for column, dtype in table.schema.items() if dtype.is_nested()]
    return table.drop(*nested, "fr", "en", "text", strict=False)


def figures(basis: Basis) -> dict[str, str]:
    """What a page may name, by name: numbers and tables in Markdown, and links to the pictures."""
    links = {
        name: f"![{picture.alt}]({PICTURES}/{name}.svg)" for name, picture in _PICTURES.items()
    }
    counts = {name: str(basis.table(name).height) for name in CONFIGS}
    return counts | links | {name: compute(basis) for name, compute in _FIGURES.items()}


def pictures(basis: Basis) -> dict[str, str]:
    """The pictures, as SVG, by name."""
    return {name: picture.draw(picture.alt, basis) for name, picture in _PICTURES.items()}


def bibtex(basis: Basis) -> str:
    """The entry for a list of references."""
    told = basis.evidence.citation
    authors = " and ".join("{" + _author(one) + "}" for one in told.get("authors", ()))
    year = str(told.get("date-released", ""))[:4]
    lines = [
        f"@misc{{{basis.card.name}-{basis.card.version},",
        f"  title = {{{{{told.get('title', basis.card.front['pretty_name'])}}}}},",
        *([f"  author = {{{authors}}},"] if authors else []),
        *([f"  year = {{{year}}},"] if year else []),
        f"  version = {{{basis.card.version}}},",
        "}",
    ]
    return "\n".join(lines)


def _author(one: "Mapping[str, str]") -> str:
    return one.get("name") or f"{one.get('given-names', '')} {one.get('family-names', '')}".strip()


def _shown(table: pl.DataFrame) -> str:
    return markdown(table) if table.height else NOTHING


def _articles(basis: Basis) -> str:
    articles = basis.table("articles")
    if articles.height <= LISTED:
        columns = (
            "id",
            "split",
            "story",
            "genre",
            "origin",
            "rights_fr",
            "rights_en",
            "translation",
            "title",
        )
        return markdown(articles.select(columns))
    stories = articles.group_by("split", "story", maintain_order=True).len("articles")
    if stories.height <= LISTED:
        return markdown(stories)
    return markdown(articles.group_by("split", "genre", "rights_fr", maintain_order=True).len())


def _phenomena(basis: Basis) -> str:
    """What makes each article hard, one row a phenomenon and its sum where articles are many."""
    table = phenomena(basis.corpus)
    sums = table.select(pl.lit("*all*").alias("article"), pl.exclude("article").sum())
    if 0 < table.height <= LISTED:
        return markdown(pl.concat([table, sums]))
    return _shown(
        sums.drop("article").transpose(
            include_header=True, header_name="phenomenon", column_names=["all"]
        )
    )


def _rights(basis: Basis) -> str:
    sides = ["rights_fr", "rights_en"]
    licences = basis.table("articles").group_by(sides, maintain_order=True).len("articles")
    return markdown(licences.sort(sides))


def _by_split(basis: Basis) -> str:
    """Rows of each configuration by split: columns config, a row is, rows, and one a split."""
    counts = [
        {"config": name, "a row is": CONFIGS[name].row, "rows": table.height} | _splits(table)
        for name, table in basis.tables.items()
    ]
    columns = {"config": pl.String, "a row is": pl.String, "rows": pl.Int64} | dict.fromkeys(
        SPLITS, pl.Int64
    )
    return markdown(pl.DataFrame(counts, schema=columns))


def _splits(table: pl.DataFrame) -> dict[str, int]:
    return dict(table["split"].value_counts().iter_rows()) if "split" in table.columns else {}


def _by_language(basis: Basis) -> str:
    """Spans of each layer by language: columns layer, fr, en."""
    counts = [
        {"layer": name} | dict(table["lang"].value_counts().iter_rows())
        for name, table in basis.tables.items()
        if "lang" in table.columns
    ]
    columns = {"layer": pl.String, "fr": pl.Int64, "en": pl.Int64}
    return _shown(pl.DataFrame(counts, schema=columns))


def _labels(basis: Basis) -> str:
    """Spans of each layer by label and language."""
    counts = [
        basis.table(name)
        .group_by(pl.col(label).alias("label"), maintain_order=True)
        .agg(**{lang: (pl.col("lang") == lang).sum().cast(pl.Int64) for lang in ("fr", "en")})
        .sort("label")
        .select(pl.lit(name).alias("layer"), pl.col("label").cast(pl.String), "fr", "en")
        for name, label in LABELS.items()
        if name in basis.tables
    ]
    return markdown(pl.concat(counts)) if counts else NOTHING


def _texts(basis: Basis) -> str:
    """The texts that are published: articles, words and characters, by language and origin."""
    origins = basis.corpus.articles.select(article="id", origin="origin", translation="translation")
    made = pl.when(pl.col("lang") == "fr").then(pl.col("origin").cast(pl.String))
    texts = basis.corpus.texts.select(
        "article",
        "lang",
        words=pl.col("text").str.count_matches(r"\w+"),
        characters=pl.col("text").str.len_chars(),
    ).join(origins, on="article", maintain_order="left")
    by = texts.with_columns(
        made=made.otherwise(pl.format("translation: {}", pl.col("translation").cast(pl.String)))
    ).group_by("lang", "made")
    return _shown(
        by.agg(
            articles=pl.len(), words=pl.col("words").sum(), characters=pl.col("characters").sum()
        ).sort(pl.col("lang").cast(pl.String), "made", descending=[True, False])
    )


def _beads(basis: Basis) -> str:
    beads = basis.table("beads")
    if beads.is_empty():
        return NOTHING
    types = beads.group_by("type", "method", "verified").len("beads")
    return markdown(types.sort(["beads", "type", "method"], descending=[True, False, False]))


def _flaws(basis: Basis) -> str:
    flaws = basis.table("flaws")
    if flaws.is_empty():
        return NOTHING
    by = flaws.group_by(pl.col("category", "severity").cast(pl.String)).len("flaws")
    return markdown(by.sort("category", "severity"))


def _sizes(basis: Basis) -> list[Bar]:
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


def _holders(basis: Basis) -> list[Bar]:
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


def _layers(basis: Basis) -> list[Bar]:
    return [
        Bar(name, {split: _splits(basis.tables[name]).get(split, 0) for split in SPLITS})
        for name in SPAN_LAYERS
        if name in basis.tables
    ]


def _tabulated(first: str, rows: "Sequence[Bar]") -> str:
    table = [{first: row.name, **row.parts, "all": sum(row.parts.values())} for row in rows]
    return _shown(pl.DataFrame(table))


def _agreed(basis: Basis, wanted: "Callable[[str], bool]") -> pl.DataFrame:
    measured = basis.evidence.agreement
    if measured is None:
        return pl.DataFrame()
    keep = [wanted(name) for name in measured["measure"]]
    return measured.filter(pl.Series(keep, dtype=pl.Boolean)).filter(pl.col("value").is_not_nan())


def _agreement(basis: Basis) -> str:
    found = _agreed(basis, lambda name: not name.startswith("kappa"))
    if found.is_empty():
        return NOTHING
    index = ["pair", "layer", "lang", "first", "second"]
    wide = found.with_columns(told=_told()).pivot("measure", index=index, values="told")
    return markdown(wide.rename({"pair": "passes", "first": "spans", "second": "and"}))


def _kappa(basis: Basis) -> str:
    found = _agreed(basis, lambda name: name.startswith("kappa"))
    if found.is_empty():
        return NOTHING
    named = found.with_columns(pl.col("measure").str.strip_prefix("kappa ").alias("attribute"))
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


def _agreement_rows(basis: Basis) -> list[Interval]:
    found = _agreed(basis, lambda name: name == "strict")
    if found.is_empty():
        return []
    rows = found.select("pair", "layer", "lang", "value", "low", "high").iter_rows()
    pairs = found["pair"].n_unique()
    return [
        Interval(
            f"{layer}, {lang}" + (f" ({pair})" if pairs > 1 else ""),
            value,
            value if math.isnan(low) else low,
            value if math.isnan(high) else high,
        )
        for pair, layer, lang, value, low, high in rows
    ]


def _passes(basis: Basis) -> str:
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
    return _shown(pl.DataFrame(rows, infer_schema_length=None))


def _rulings(basis: Basis) -> str:
    counted = Counter((one.layer, one.kept or "to be decided") for one in basis.evidence.rulings)
    kept = sorted({word for _, word in counted})
    rows = [
        {"layer": layer, "differences": sum(counted[layer, word] for word in kept)}
        | {f"kept: {word}": counted[layer, word] for word in kept}
        for layer in sorted({layer for layer, _ in counted})
    ]
    return _shown(pl.DataFrame(rows))


def _ruled(basis: Basis) -> str:
    """Rulings with their words and reasons, of as many layers and articles as there are."""
    ruled = list({one.article for one in basis.evidence.rulings})
    texts = basis.corpus.texts.filter(pl.col("article").is_in(ruled))
    words = {
        (article, lang): text
        for article, lang, text in texts.select("article", "lang", "text").iter_rows()
    }
    told = [
        one
        for one in basis.evidence.rulings
        if one.kept and one.reason and one.lang == "fr" and (one.article, "fr") in words
    ]
    seen: Counter[tuple[str, str]] = Counter()
    ranked = []
    for one in told:
        ranked.append((seen[one.layer, one.article], one))
        seen[one.layer, one.article] += 1
    rows = [
        {
            "passes": ", ".join(one.passes),
            "article": one.article,
            "layer": one.layer,
            "words": words[one.article, "fr"][one.start : one.end],
            "difference": ", ".join(one.differs) or f"{one.only} pass alone",
            "kept": one.kept,
            "rule": one.rule,
            "reason": one.reason,
        }
        for _, one in sorted(ranked, key=lambda pair: pair[0])[:EXAMPLES]
    ]
    return _shown(pl.DataFrame(rows, infer_schema_length=None))


def _verdicts(basis: Basis) -> str:
    facts = basis.table("facts")
    return (
        _shown(facts.group_by("verdict").len("facts").sort("verdict")) if facts.width else NOTHING
    )


def _disputed(basis: Basis) -> str:
    """The facts of which accounts differ, with what each article says."""
    facts = basis.table("facts")
    if not facts.width:
        return NOTHING
    differ = facts.filter(pl.col("verdict").cast(pl.String).is_in(["contradict", "compatible"]))
    amounts = basis.table("amounts").unique(["article", "id"], keep="last", maintain_order=True)
    said = {(row["article"], row["id"]): _said(row) for row in amounts.iter_rows(named=True)}
    rows = [
        {
            "what is measured": row["label"],
            "verdict": row["verdict"],
            "told": "; ".join(
                dict.fromkeys(
                    f"{said[one['article'], one['id']]} ({one['article']})"
                    for one in row["members"]
                )
            ),
        }
        for row in differ.sort("verdict", "id", descending=[True, False]).iter_rows(named=True)
    ]
    return _shown(pl.DataFrame(rows))


def _said(amount: "Mapping[str, Any]") -> str:
    """An amount in a few signs: ``≥ 13,000,000,000 USD``."""
    if amount["value"] is None:
        return "not told"
    value = _plain(amount["value"])
    if amount["comparator"] == "between":
        value = f"{value} to {_plain(amount['value_max'])}"
    return f"{_SIGNS.get(amount['comparator'], '')}{value} {amount['unit'] or ''}".strip()


def _plain(value: Decimal) -> str:
    whole = f"{value:,f}"
    return whole.rstrip("0").rstrip(".") if "." in whole else whole


def _fields(basis: Basis) -> str:
    parts = []
    schemas = basis.columns or {name: table.schema for name, table in basis.tables.items()}
    for name, schema in schemas.items():
        columns = [(column, dtype) for column, dtype in schema.items() if column != "split"]
        rows = [
            {"column": f"`{column}`", "type": kind(dtype), "meaning": meaning(name, column)}
            for column, dtype in columns
        ]
        parts.append(f"### {name}\nA row is {CONFIGS[name].row}.\n\n{markdown(pl.DataFrame(rows))}")
    return "\n\n".join(parts)


def _names_baseline(basis: Basis) -> str:
    stories = dict(basis.corpus.articles.select("id", "story").iter_rows())
    return _shown(_rounded(baselines.names(basis.tables, stories)))


def _amounts_baseline(basis: Basis) -> str:
    return _shown(_rounded(baselines.grammar(basis.corpus)))


def _rounded(table: pl.DataFrame) -> pl.DataFrame:
    return table.with_columns(pl.col("F1").map_elements(_short, return_dtype=pl.String))


def _short(value: float) -> str:
    return f"{value:.3f}"


def _rights_count(third_party: bool) -> "Callable[[Basis], str]":  # noqa: FBT001 - the one choice
    def count(basis: Basis) -> str:
        closed = basis.corpus.articles.filter(~pl.col("rights_fr").is_in(OPEN_LICENCES)).height
        return str(closed if third_party else basis.corpus.articles.height - closed)

    return count


def _days(basis: Basis) -> str:
    days = sorted(basis.corpus.articles["collected"].drop_nulls().to_list())
    return " to ".join(dict.fromkeys([days[0], days[-1]])) if days else "not known"


def _stories(basis: Basis) -> str:
    return str(basis.corpus.articles["story"].n_unique())


_FIGURES: "dict[str, Callable[[Basis], str]]" = {
    "version": lambda basis: basis.card.version,
    "stories": _stories,
    "open_articles": _rights_count(third_party=False),
    "closed_articles": _rights_count(third_party=True),
    "collected": _days,
    "passes": lambda basis: str(len(basis.evidence.passes)),
    "differences": lambda basis: str(len(basis.evidence.rulings)),
    "article_table": _articles,
    "phenomenon_table": _phenomena,
    "rights_table": _rights,
    "config_table": _by_split,
    "span_table": _by_language,
    "label_table": _labels,
    "text_table": _texts,
    "bead_table": _beads,
    "flaw_table": _flaws,
    "layer_table": lambda basis: _tabulated("layer", _layers(basis)),
    "size_table": lambda basis: _tabulated("value", _sizes(basis)),
    "holder_table": lambda basis: _tabulated("holder", _holders(basis)),
    "pass_table": _passes,
    "ruling_table": _rulings,
    "ruled_table": _ruled,
    "verdict_table": _verdicts,
    "disputed_table": _disputed,
    "agreement_table": _agreement,
    "kappa_table": _kappa,
    "agreement_signature": lambda _: (
        f"{agreement.DRAWS} draws of articles, seed 0, level {agreement.LEVEL:.0%}"
    ),
    "names_baseline": _names_baseline,
    "amounts_baseline": _amounts_baseline,
    "field_tables": _fields,
    "bibtex": bibtex,
}


class _Picture(NamedTuple):
    alt: str
    draw: "Callable[[str, Basis], str]"


_PICTURES = {
    "layers": _Picture("Spans by layer and split", lambda alt, b: bars(alt, _layers(b))),
    "sizes": _Picture("Sums of money by size and currency", lambda alt, b: bars(alt, _sizes(b))),
    "holders": _Picture("Stances by holder and polarity", lambda alt, b: bars(alt, _holders(b))),
    "strict": _Picture(
        "Agreement of the passes: spans with the same offsets and label (F1)",
        lambda alt, b: intervals(alt, _agreement_rows(b)),
    ),
}
"""Name of a picture -> what it shows, and how it is drawn."""

NAMES = frozenset({*CONFIGS, *_FIGURES, *_PICTURES})
"""Every name that stands for a figure on a page."""
