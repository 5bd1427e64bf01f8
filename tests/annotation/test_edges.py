"""Constants and signs at their edge: each example turns when the constant or the sign does."""

import re

import numpy as np
import pytest

from visavis.annotation import agreement, projection
from visavis.annotation.agreement import Marked
from visavis.annotation.projection import Place, Word


def test_of_two_equal_words_the_nearer_one_is_taken() -> None:
    """With the sign of the distance turned, the far « Nvidia » would win."""
    source = _words("Nvidia paie hier encore Nvidia")
    target = _words("Nvidia paid again yesterday Nvidia")
    place = Place(source, target)
    for word in (0, 4):
        row = {"start": source[word].start, "end": source[word].end}
        span = projection._by_words(row, place, "mentions")  # noqa: SLF001 - the heuristic itself
        assert span == (target[word].start, target[word].end)


def _words(text: str) -> list[Word]:
    words, offset = [], 0
    for word in text.split():
        words.append(Word(offset, offset + len(word), word))
        offset += len(word) + 1
    return words


def test_the_label_of_a_character_is_that_of_the_shortest_span_around_it() -> None:
    spans = [Marked(0, 9, "ORG", {}, None), Marked(2, 5, "PER", {}, None)]
    painted = agreement._painted(spans, {"ORG": 1, "PER": 2}, 10)  # noqa: SLF001 - as above
    assert painted.tolist() == [1, 1, 2, 2, 2, 1, 1, 1, 1, 0]
    assert np.array_equal(agreement._painted(spans[::-1], {"ORG": 1, "PER": 2}, 10), painted)  # noqa: SLF001


@pytest.mark.parametrize(
    ("number", "candidate"),
    [
        ("1899", True),
        ("1900", False),
        ("1999", False),
        ("2000", False),
        ("2099", False),
        ("2100", True),
    ],
)
def test_a_year_is_of_the_twentieth_or_twenty_first_century(
    number: str, *, candidate: bool
) -> None:
    """D3 leaves out years from 1900 to 2099; 1899 people and 2100 euros are to be decided on."""

    from visavis.annotation.candidates import _YEAR  # noqa: PLC0415

    assert (re.search(_YEAR, number) is None) is candidate
