"""How texts sound: each measure on a text small enough to count by hand."""

import pytest

from visavis.text.style import measure, refrains

TEXT = "Le soir tombe. Le vent se lève sur la ville. « Il faut rentrer », dit Anne."


def test_lengths_are_words_a_sentence() -> None:
    style = measure(TEXT, "fr")
    assert (style.sentences, style.mean_length, style.median_length) == (3, 5, 5)


def test_spread_is_none_where_all_sentences_are_alike() -> None:
    assert measure("Il pleut. Il neige.", "fr").spread == 0


def test_same_opening_is_the_chance_of_a_pair() -> None:
    assert measure(TEXT, "fr").same_opening == pytest.approx(1 / 3)
    assert measure("Il pleut.", "fr").same_opening == 0


def test_quotations_are_passages_of_three_characters_or_more() -> None:
    assert measure(TEXT, "fr").quotations == 1
    assert measure('He said "no" and "never".', "en").quotations == 1


def _texts(*texts: str) -> dict[str, str]:
    return {str(number): text for number, text in enumerate(texts)}


def test_a_refrain_stands_in_more_texts_than_allowed() -> None:
    texts = _texts(*["Cela va de soi, dit-on."] * 3)
    assert refrains(texts, "fr", most=3) == {}
    assert refrains(texts, "fr", most=2) == {
        "cela va de soi": 3,
        "va de soi dit": 3,
        "de soi dit on": 3,
    }


def test_a_text_counts_once() -> None:
    assert refrains(_texts("Il va de soi. Il va de soi."), "fr", most=1) == {}


def test_names_and_figures_are_no_refrains() -> None:
    assert refrains(_texts(*["Ils vont à Paris. Il y a 3 ans."] * 9), "fr") == {}


def test_set_phrases_are_allowed_with_what_they_hold() -> None:
    texts = _texts(*["Cela va de soi toujours."] * 9)
    assert refrains(texts, "fr", allowed=["va de soi"]) == {}
    assert refrains(texts, "fr", allowed=["cela va de soi toujours"]) == {}
