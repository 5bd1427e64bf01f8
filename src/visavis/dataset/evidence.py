"""Evidence: what a corpus keeps beside its tables that its card tells of.

Passes of annotation by readers with their agreement, the rulings between them, and the citation.
"""

from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl
import yaml

from visavis import files
from visavis.annotation import audit, passes
from visavis.annotation.adjudication import RULINGS, Ruling
from visavis.annotation.agreement import agreement
from visavis.corpus.model import GUIDELINES
from visavis.corpus.reading import read_rows
from visavis.corpus.settings import read_settings
from visavis.corpus.spans import text_lengths
from visavis.dataset.guidelines import brief, without_examples
from visavis.dataset.tables import open_side
from visavis.errors import DataError
from visavis.languages import LANGS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from visavis.corpus.model import Corpus

CITATION = Path("CITATION.cff")
LICENCE = Path("LICENSE-DATA")
AUDITS = Path("annotations/audits")
"""A folder an audit, as ``visavis audit`` fills it."""


@dataclass(frozen=True)
class Evidence:
    """What a card tells of besides the tables.

    Attributes:
        passes: who made each pass, by id; what a program suggested is none.
        articles: the articles that each pass annotates, by id of the pass.
        agreement: a row a pair of passes and a measure: columns pair and those of ``agreement``.
        rulings: what was ruled on their differences.
        citation: ``CITATION.cff``; empty where there is none.
        documents: what ships beside the tables: citation, licence and guidelines, by path.
        repository: where the corpus is published, as owner/name.
        audits: the score of each audit of the corpus, by name (``annotation.audit.score``).
    """

    passes: "Sequence[passes.Pass]"
    articles: "Mapping[str, int]"
    agreement: pl.DataFrame | None
    rulings: "Sequence[Ruling]"
    citation: "Mapping[str, Any]"
    documents: "Mapping[str, str]"
    repository: str | None = None
    audits: "Mapping[str, pl.DataFrame]" = field(default_factory=dict)


def read(folder: Path, corpus: "Corpus") -> Evidence:
    """The evidence in the corpus folder ``folder``.

    Raises:
        DataError: a file is malformed.
    """
    declared = sorted(
        path.parent.name for path in (folder / passes.PASSES).glob(f"*/{passes.INFO}")
    )
    entries = [name for name in declared if passes.info(folder, name).annotator != "program"]
    layers = {name: passes.read(folder, name) for name in entries}
    lengths = text_lengths(corpus)
    compared = []
    for a, b in combinations(entries, 2):
        first, second = passes.shared(layers[a], layers[b])
        if any(rows.height for rows in (*first.values(), *second.values())):
            table = agreement(first, second, lengths, first.articles)
            compared.append(table.with_columns(pair=pl.lit(f"{a}, {b}")))
    return Evidence(
        passes=[passes.info(folder, name) for name in entries],
        articles={name: len(layers[name].articles) for name in entries},
        agreement=pl.concat(compared) if compared else None,
        rulings=read_rows(folder / RULINGS, Ruling),
        citation=citation(folder),
        documents=documents(folder, corpus),
        repository=read_settings(folder).repository,
        audits=audits(folder),
    )


def documents(folder: Path, corpus: "Corpus") -> dict[str, str]:
    """Return citation, licence, guidelines and audits of a corpus by their path in a release.

    One that is missing is not returned. Where a release keeps texts back, the guidelines come
    without their examples from those and without longer quotations.

    Raises:
        DataError: one of them is not UTF-8.
    """
    pages = {f"guidelines/{path.name}": path for path in sorted((folder / GUIDELINES).glob("*.md"))}
    paths = {str(name): folder / name for name in (CITATION, LICENCE)} | pages
    for place in _audits(folder):
        for name in (audit.CARDS, audit.KEY, audit.ANSWERS):
            paths[f"audits/{place.name}/{name}"] = place / name
    texts = {
        name: files.decode(files.read_bytes(path), path).replace("\r\n", "\n")
        for name, path in paths.items()
        if path.is_file()
    }
    closed = set(corpus.articles.filter(~pl.all_horizontal(map(open_side, LANGS)))["id"])
    return {
        name: brief(without_examples(text, closed)) if closed and name in pages else text
        for name, text in texts.items()
    }


def audits(folder: Path) -> dict[str, pl.DataFrame]:
    """Return the scores of the audits that a corpus keeps, by name.

    Raises:
        DataError: a file is malformed, or answers and key are not of the same cards.
    """
    return {
        place.name: audit.score(
            read_rows(place / audit.KEY, audit.Key), read_rows(place / audit.ANSWERS, audit.Answer)
        )
        for place in _audits(folder)
    }


def _audits(folder: Path) -> list[Path]:
    """The folders of the audits that have answers."""
    return [path.parent for path in sorted((folder / AUDITS).glob(f"*/{audit.ANSWERS}"))]


def citation(folder: Path) -> "Mapping[str, Any]":
    """Return ``CITATION.cff`` of the corpus in ``folder``; empty where there is none.

    Raises:
        DataError: it is malformed.
    """
    path = folder / CITATION
    if not path.is_file():
        return {}
    try:
        result = yaml.safe_load(files.decode(files.read_bytes(path), path))
    except yaml.YAMLError as error:
        msg = " ".join(str(error).split())
        raise DataError(msg, where=path, remedy="Correct the YAML.") from error
    if not isinstance(result, dict) or not {"title", "version", "authors"} <= result.keys():
        msg = "title, version or authors is missing"
        raise DataError(msg, where=path, remedy="Write it as CFF 1.2.0 tells.")
    return result
