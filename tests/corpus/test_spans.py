"""Spans in places, held against the definition, row by row."""

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from visavis.corpus.spans import in_order, inside, locate
from visavis.languages import LANGS

Row = tuple[str, str, int, int]

SCHEMA = pl.Schema(
    {"article": pl.String(), "lang": pl.Enum(LANGS), "start": pl.Int32(), "end": pl.Int32()}
)
LAST = 2**31 - 1

articles = st.sampled_from(["a", "b", "é"])
langs = st.sampled_from(LANGS)
offsets = st.one_of(st.integers(0, 8), st.just(LAST))
edges = st.tuples(offsets, offsets).map(lambda pair: (min(pair), max(pair)))
rows = st.lists(st.tuples(articles, langs, edges).map(lambda r: (r[0], r[1], *r[2])), max_size=8)


def table(spans: list[Row]) -> pl.DataFrame:
    return pl.DataFrame(spans, SCHEMA, orient="row")


def holds(outer: Row, span: Row) -> bool:
    return outer[:2] == span[:2] and outer[2] <= span[2] and span[3] <= outer[3]


@given(rows, rows)
def test_a_span_is_inside_what_holds_it(spans: list[Row], holders: list[Row]) -> None:
    result = inside(table(spans), table(holders)).to_list()
    assert result == [any(holds(outer, span) for outer in holders) for span in spans]


@given(rows, rows)
def test_a_span_is_located_in_the_last_place_that_has_begun(
    spans: list[Row], places: list[Row]
) -> None:
    numbered = table(places).with_columns(id=pl.Series(range(len(places)), dtype=pl.Int64))
    result = locate(table(spans), numbered, "id")
    assert result.select(*SCHEMA).rows() == spans
    for span, number, origin in zip(spans, result["id"], result["origin"], strict=True):
        begun = [
            (place[2], i)
            for i, place in enumerate(places)
            if place[:2] == span[:2] and place[2] <= span[2]
        ]
        right = max(begun)[1] if begun and holds(places[max(begun)[1]], span) else None
        assert number == right
        assert origin == (None if right is None else places[right][2])


@given(rows)
def test_what_is_before_a_span_is_told_within_its_text(spans: list[Row]) -> None:
    before: dict[tuple[str, str], list[Row]] = {}
    for *span, begun, end, reached in in_order(table(spans), "article", "lang").iter_rows():
        seen = before.setdefault((span[0], span[1]), [])
        declared = (seen[-1][2], seen[-1][3], max(row[3] for row in seen)) if seen else (None,) * 3
        assert (begun, end, reached) == declared
        seen.append((span[0], span[1], span[2], span[3]))
    ranks = [(row[0], LANGS.index(row[1]), row[2], -row[3]) for row in in_order_rows(spans)]
    assert ranks == sorted(ranks)


def in_order_rows(spans: list[Row]) -> list[Row]:
    return in_order(table(spans), "article", "lang").select(*SCHEMA).rows()
