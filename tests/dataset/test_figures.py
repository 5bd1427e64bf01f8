"""The figures of a card, from a corpus small enough to count by hand and from our own."""

import re
from pathlib import Path

import polars as pl
import pytest

from support.paths import CLEAN, ROOT
from visavis.corpus import reading
from visavis.corpus.card import read_card
from visavis.dataset import card, evidence
from visavis.dataset.columns import meaning
from visavis.dataset.figures import NAMES, figures, pictures
from visavis.dataset.figures.basis import NOTHING, Basis
from visavis.dataset.figures.counts import LISTED
from visavis.dataset.figures.passes import EXAMPLES
from visavis.dataset.tables import CONFIGS, publishable, tables
from visavis.errors import DataError


def basis(folder: Path) -> Basis:
    page = read_card(folder)
    corpus = reading.read(folder)
    rendered = publishable(corpus)
    return Basis(page, rendered, tables(rendered), evidence.read(folder, corpus))


@pytest.fixture(scope="module")
def own() -> Basis:
    return basis(ROOT)


@pytest.fixture(scope="module")
def told(own: Basis) -> dict[str, str]:
    return figures(own)


def test_every_name_has_a_figure_and_the_card_shows_every_picture(
    own: Basis, told: dict[str, str]
) -> None:
    assert told.keys() == NAMES
    named = {name for _, name in card.places(own.card.page)}
    assert named <= NAMES
    assert pictures(own).keys() <= named


def test_every_column_of_every_table_has_a_meaning() -> None:
    corpus = reading.read(CLEAN)
    built = {name: config.build(corpus).columns for name, config in CONFIGS.items()}
    assert [
        (name, column)
        for name, columns in built.items()
        for column in columns
        if not meaning(name, column)
    ] == []


def test_counts_are_those_of_the_tables(own: Basis, told: dict[str, str]) -> None:
    result = told
    for name in CONFIGS:
        assert result[name] == str(own.table(name).height)
    parts = int(result["open_articles"]), int(result["closed_articles"])
    assert sum(parts) == own.corpus.articles.height
    assert result["bibtex"].startswith(f"@misc{{visavis-{own.card.version},")


def test_each_sum_and_each_stance_counts_once_for_both_languages(
    own: Basis, told: dict[str, str]
) -> None:
    for table, name, where in (
        ("amounts", "size_table", (pl.col("kind") == "money") & pl.col("value").is_not_null()),
        ("stances", "holder_table", pl.lit(value=True)),
    ):
        once = own.table(table).filter(where).unique(["article", "id"]).height
        rows = told[name].splitlines()[2:]
        assert sum(int(row.split("|")[-2]) for row in rows) == once


def test_agreement_is_shown_as_it_is_measured(own: Basis, told: dict[str, str]) -> None:
    measured = own.evidence.agreement
    assert measured is not None
    strict = measured.filter(measure="strict")
    rendered = re.findall(r">(\d\.\d{3})<", pictures(own)["strict"])
    assert rendered == [f"{value:.3f}" for value in strict["value"]]
    assert all(value in told["agreement_table"] for value in rendered)


def test_what_a_corpus_has_not_is_said() -> None:
    result = figures(basis(CLEAN))
    empty = "agreement_table", "kappa_table", "pass_table", "ruling_table", "holder_table"
    assert {result[name] for name in empty} == {NOTHING}
    assert result["passes"] == result["stances"] == "0"


def test_a_large_corpus_is_not_listed_by_article(own: Basis) -> None:
    many = pl.concat([own.table("articles")] * LISTED)
    large = own._replace(tables={**own.tables, "articles": many})
    assert (
        len(figures(large)["article_table"].splitlines())
        == 2 + own.corpus.articles["story"].n_unique()
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [("title: [", "Correct the YAML"), ("title: x\n", "title, version or authors is missing")],
)
def test_a_wrong_citation_is_refused(clean: Path, text: str, message: str) -> None:
    (clean / evidence.CITATION).write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=message):
        evidence.read(clean, reading.read(clean))


def test_facts_of_which_accounts_differ_are_told_with_what_each_article_says(
    own: Basis, told: dict[str, str]
) -> None:
    rendered = told["disputed_table"].splitlines()[2:]
    verdicts = own.table("facts")["verdict"].cast(pl.String)
    assert len(rendered) == verdicts.is_in(["contradict", "compatible"]).sum()
    (agi,) = [line for line in rendered if line.startswith("| Profits from which a system counts")]
    assert "| contradict | ≤ 100,000,000,000 USD (001)" in agi
    assert "≥ 100,000,000,000 USD (003)" in agi


def test_rulings_are_shown_by_words_that_may_be_shown(own: Basis, told: dict[str, str]) -> None:
    entries = [line.split(" | ") for line in told["ruled_table"].splitlines()[2:]]
    assert len(entries) == EXAMPLES
    texts = dict(own.corpus.texts.filter(pl.col("lang") == "fr").select("article", "text").rows())
    assert all(words in texts[article] for _, article, _, words, *_ in entries)
    assert {layer for _, _, layer, *_ in entries} >= {"amounts", "attributions", "stances"}
