from hypothesis import given
from hypothesis import strategies as st

from support.strategies import texts
from visavis.commands.view import NOT_SHIPPED, marked, pairs


def span(start: int, end: int, label: str, layer: str = "mentions") -> dict[str, object]:
    return {"start": start, "end": end, "label": label, "layer": layer}


def test_nested_spans_nest_their_brackets() -> None:
    spans = [span(0, 2, "IN"), span(0, 5, "OUT"), span(3, 5, "LAST")]
    assert marked("ab cd", spans) == "[[ab]IN [cd]LAST]OUT"


def test_spans_that_touch_do_not_cross() -> None:
    assert marked("abcd", [span(0, 2, "A"), span(2, 4, "B")]) == "[ab]A[cd]B"


@given(texts, st.data())
def test_nothing_of_the_text_is_lost(text: str, data: st.DataObject) -> None:
    edges = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    drawn = data.draw(st.lists(edges, max_size=4))
    spans = [span(min(edge), max(edge), "§") for edge in drawn]
    assert marked(text, spans).replace("]§", "").replace("[", "") == text


def test_a_pair_shows_both_sides_or_why_not() -> None:
    row = {
        "id": "a:b1", "type": "1-0", "region": "body", "fr": None, "fr_start": 0, "fr_spans": [],
        "en": "A cat", "en_start": 0, "en_spans": [span(2, 5, "cat"), span(0, 5, "x", "stances")],
    }  # fmt: skip
    assert pairs([row], ["mentions"]) == f"a:b1  1-0  body\n  fr  {NOT_SHIPPED}\n  en  A [cat]cat"
