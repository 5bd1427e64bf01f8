"""Figures: every number, table and picture of a card, computed from what the corpus has."""

from typing import TYPE_CHECKING, NamedTuple

import polars as pl

from visavis.annotation import agreement
from visavis.dataset import baselines
from visavis.dataset.charts import bars, intervals
from visavis.dataset.figures.amounts import show_disputed, show_holders, show_sizes, show_verdicts
from visavis.dataset.figures.basis import PICTURES, Basis, or_nothing, tabulate
from visavis.dataset.figures.counts import (
    show_articles,
    show_beads,
    show_by_language,
    show_by_split,
    show_days,
    show_fields,
    show_flaws,
    show_labels,
    show_layers,
    show_loading,
    show_phenomena,
    show_rights,
    show_rights_count,
    show_stories,
    show_texts,
)
from visavis.dataset.figures.passes import (
    show_agreement,
    show_agreement_rows,
    show_audits,
    show_kappa,
    show_passes,
    show_ruled,
    show_rulings,
)
from visavis.dataset.tables import CONFIGS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


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
    declared = basis.evidence.citation
    authors = " and ".join("{" + _author(item) + "}" for item in declared.get("authors", ()))
    year = str(declared.get("date-released", ""))[:4]
    lines = [
        f"@misc{{{basis.card.name}-{basis.card.version},",
        f"  title = {{{{{declared.get('title', basis.card.front['pretty_name'])}}}}},",
        *([f"  author = {{{authors}}},"] if authors else []),
        *([f"  year = {{{year}}},"] if year else []),
        f"  version = {{{basis.card.version}}},",
        "}",
    ]
    return "\n".join(lines)


def _author(author: "Mapping[str, str]") -> str:
    return (
        author.get("name")
        or f"{author.get('given-names', '')} {author.get('family-names', '')}".strip()
    )


def _names_baseline(basis: Basis) -> str:
    stories = dict(basis.corpus.articles.select("id", "story").iter_rows())
    return or_nothing(_rounded(baselines.names(basis.tables, stories)))


def _amounts_baseline(basis: Basis) -> str:
    return or_nothing(_rounded(baselines.grammar(basis.corpus)))


def _rounded(table: pl.DataFrame) -> pl.DataFrame:
    return table.with_columns(pl.col("F1").map_elements(_short, return_dtype=pl.String))


def _short(value: float) -> str:
    return f"{value:.3f}"


_FIGURES: "dict[str, Callable[[Basis], str]]" = {
    "version": lambda basis: basis.card.version,
    "load": show_loading,
    "audit_table": show_audits,
    "stories": show_stories,
    "open_articles": show_rights_count(third_party=False),
    "closed_articles": show_rights_count(third_party=True),
    "collected": show_days,
    "passes": lambda basis: str(len(basis.evidence.passes)),
    "differences": lambda basis: str(len(basis.evidence.rulings)),
    "article_table": show_articles,
    "phenomenon_table": show_phenomena,
    "rights_table": show_rights,
    "config_table": show_by_split,
    "span_table": show_by_language,
    "label_table": show_labels,
    "text_table": show_texts,
    "bead_table": show_beads,
    "flaw_table": show_flaws,
    "layer_table": lambda basis: tabulate("layer", show_layers(basis)),
    "size_table": lambda basis: tabulate("value", show_sizes(basis)),
    "holder_table": lambda basis: tabulate("holder", show_holders(basis)),
    "pass_table": show_passes,
    "ruling_table": show_rulings,
    "ruled_table": show_ruled,
    "verdict_table": show_verdicts,
    "disputed_table": show_disputed,
    "agreement_table": show_agreement,
    "kappa_table": show_kappa,
    "agreement_signature": lambda _: (
        f"{agreement.DRAWS} draws of articles, seed 0, level {agreement.LEVEL:.0%}"
    ),
    "names_baseline": _names_baseline,
    "amounts_baseline": _amounts_baseline,
    "field_tables": show_fields,
    "bibtex": bibtex,
}


class _Picture(NamedTuple):
    alt: str
    draw: "Callable[[str, Basis], str]"


_PICTURES = {
    "layers": _Picture("Spans by layer and split", lambda alt, b: bars(alt, show_layers(b))),
    "sizes": _Picture(
        "Sums of money by size and currency", lambda alt, b: bars(alt, show_sizes(b))
    ),
    "holders": _Picture(
        "Stances by holder and polarity", lambda alt, b: bars(alt, show_holders(b))
    ),
    "strict": _Picture(
        "Agreement of the passes: spans with the same offsets and label (F1)",
        lambda alt, b: intervals(alt, show_agreement_rows(b)),
    ),
}
"""Name of a picture -> what it shows, and how it is drawn."""

NAMES = frozenset({*CONFIGS, *_FIGURES, *_PICTURES})
"""Every name that stands for a figure on a page."""
