import polars as pl
import pytest

from visavis.corpus.card import parse
from visavis.dataset.card import (
    answers,
    demands,
    description,
    markdown,
    render,
    size_category,
)
from visavis.errors import DataError

PAGE = (
    "---\npretty_name: Été 2025\nversion: 1.0.10\nlicense: cc-by-4.0\n---\n# {{articles}} texts\n"
)


def test_a_card_is_parsed_and_rendered() -> None:
    card = parse(PAGE, "card.md")
    assert (card.name, card.version) == ("t-2025", "1.0.10")
    assert render(card, {"configs": ["a"]}, {"articles": "3"}) == (
        "---\npretty_name: Été 2025\nversion: 1.0.10\nlicense: cc-by-4.0\nconfigs:\n- a\n---\n"
        "# 3 texts\n"
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# No front matter", "card.md:1: no front matter"),
        ("---\na: [\n---\n", "front matter: while parsing"),
        ("---\nversion: 1.0.0\n---\n", "pretty_name is missing"),
        ("---\npretty_name: x\nversion: 1.0\n---\n", "version is not like 1.2.3"),
        ("---\npretty_name: x\nversion: 01.0.0\n---\n", "version is not like 1.2.3"),
        ("---\n- a\n---\n", "pretty_name is missing"),
    ],
)
def test_a_wrong_card_is_refused(text: str, message: str) -> None:
    with pytest.raises(DataError, match=message):
        parse(text, "card.md")


def test_a_figure_that_is_not_computed_is_refused() -> None:
    with pytest.raises(DataError, match=r"no figure is named 'articles'\. Choose among a, b"):
        render(parse(PAGE, "card.md"), {}, {"b": "1", "a": "2"})


def test_a_table_is_markdown() -> None:
    table = pl.DataFrame({"a": ["x|y", None], "b": [1, 2]})
    assert markdown(table) == "| a | b |\n| --- | --- |\n| x\\|y | 1 |\n|  | 2 |"


@pytest.mark.parametrize(("rows", "name"), [(999, "n<1K"), (1000, "1K<n<10K"), (10**7, "1M<n<10M")])
def test_size_category(rows: int, name: str) -> None:
    assert size_category(rows) == name


def test_an_answer_ends_where_the_next_thing_begins() -> None:
    first, second = list(demands()["Motivation"].values())[:2]
    page = f"## Motivation\n**{first}** To\nsee.\n\n| a |\n\n**{second}** Us.\n## Uses\nNo.\n"
    assert answers(page) == {"purpose": "To see.", "creators": "Us."}


def test_an_answer_stands_in_its_section() -> None:
    question = demands()["Motivation"]["purpose"]
    assert answers(f"## Uses\n**{question}** To see.\n") == {}
    assert answers(f"## Motivation\n**{question}**\n") == {}


def test_the_description_is_what_the_page_says_first() -> None:
    assert description("# Title\n\nOne\ntwo.\n\nThree.\n") == "One two."
