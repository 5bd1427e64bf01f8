"""Offsets after an edit: a span whose words still stand is found, and found in its own place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support.edits import Change, edited
from visavis.text.edits import Edit, Moved

OLD = "Openai a payé Nvidia 13 milliards.\nMicrosoft se tait. Selon l’AFP, Nvidia paiera."


@pytest.mark.parametrize(
    ("new", "word", "at", "expected"),
    [
        (OLD.replace("a payé", "paie"), "Nvidia", 0, "Nvidia"),
        (OLD.replace("Openai", "OpenAI"), "Openai", 0, "OpenAI"),
        (OLD.replace("Openai", "openai"), "Openai", 0, "openai"),
        (OLD.replace("Microsoft", "Mircosoft"), "Microsoft", 0, "Mircosoft"),
        (OLD.replace("13 milliards", "treize milliards"), "13 milliards", 0, "treize milliards"),
        (OLD.replace("Nvidia 13", "Nvidia, 13"), "Nvidia", 0, "Nvidia"),
        (OLD.replace("Microsoft se tait. ", ""), "Nvidia", 1, "Nvidia"),
        (OLD.replace("Microsoft", "Meta"), "Microsoft", 0, "Meta"),
        ("\ufeff" + OLD, "Openai", 0, "Openai"),
        (OLD.replace("\n", "\r\n"), "Microsoft", 0, "Microsoft"),
        (OLD.replace("é", "e\u0301"), "payé", 0, "paye\u0301"),
        ("\n".join(OLD.split("\n")[::-1]), "13 milliards", 0, "13 milliards"),
    ],
)
def test_a_span_follows_its_words(new: str, word: str, at: int, expected: str) -> None:
    start = OLD.index(word, OLD.index(word) + 1) if at else OLD.index(word)
    moved = Edit(OLD, new).span(start, start + len(word))
    assert moved is not None
    assert new[moved.start : moved.end] == expected
    assert moved.same == (word == expected)


@pytest.mark.parametrize("new", [OLD.replace("Microsoft se tait. ", ""), ""])
def test_a_span_whose_words_are_gone_is_not_placed(new: str) -> None:
    start = OLD.index("Microsoft")
    assert Edit(OLD, new).span(start, start + len("Microsoft")) is None


def test_what_is_added_at_a_boundary_belongs_to_the_piece_before() -> None:
    edit = Edit("Un. Deux.", "Un. Et demi. Deux.")
    assert (edit.boundary(0), edit.boundary(4), edit.boundary(9)) == (0, 13, 18)


WORDS = [f"mot{number}" for number in range(120)]
changes = st.lists(
    st.builds(
        Change,
        place=st.floats(0, 1),
        length=st.integers(0, 25),
        text=st.sampled_from(
            ["", " ", "x", "é", "\n", " neuf ajout", ", dix 🎉 mots de plus,", "13 %"]
        ),
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=500)
@given(changes)
def test_no_span_whose_words_still_stand_is_lost_or_misplaced(edits: list[Change]) -> None:
    text = " ".join(WORDS[:60]) + ".\n" + " ".join(WORDS[60:]) + "."
    new, places = edited(text, edits)
    edit = Edit(text, new)
    for word in WORDS:
        start = text.index(word)
        end = start + len(word)
        target = places[start:end]
        first = target[0]
        untouched = first is not None and target == list(range(first, first + len(word)))
        if untouched and first is not None:
            assert edit.span(start, end) == Moved(first, first + len(word), same=True)
        moved = edit.span(start, end)
        if moved is not None and moved.same:
            assert new[moved.start : moved.end] == word
