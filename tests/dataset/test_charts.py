from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from visavis.dataset.charts import Bar, Interval, bars, intervals

SVG = "{http://www.w3.org/2000/svg}"
share = st.floats(0, 1)
printable = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"]), max_size=8)


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - our own


def test_bars_are_as_long_as_their_parts() -> None:
    drawn = parsed(bars("A & B", [Bar("<x>", {"a": 30, "b": 10}), Bar("y", {"a": 0, "b": 20})]))
    widths = [float(rect.attrib["width"]) for rect in drawn.iter(f"{SVG}rect")]
    assert widths[-4:] == [300.0, 100.0, 0.0, 200.0]
    words = [text.text for text in drawn.iter(f"{SVG}text")]
    assert words == ["A & B", "a", "b", "<x>", "40", "y", "20"]


def test_an_interval_lies_around_its_value() -> None:
    drawn = parsed(intervals("t", [Interval("x", 0.5, 0.25, 1)]))
    (point,) = drawn.iter(f"{SVG}circle")
    *_, line = drawn.iter(f"{SVG}line")
    place = float(point.attrib["cx"]), float(line.attrib["x1"]), float(line.attrib["x2"])
    assert place == (410.0, 310.0, 610.0)


@given(
    printable,
    st.lists(st.tuples(printable, st.dictionaries(printable, share))),
    st.lists(st.tuples(printable, share, share, share)),
)
def test_every_chart_is_xml_and_the_same_twice(
    title: str,
    parts: list[tuple[str, dict[str, float]]],
    spread: list[tuple[str, float, float, float]],
) -> None:
    rows = [Bar(*row) for row in parts]
    parsed(bars(title, rows))
    parsed(intervals(title, [Interval(*row) for row in spread]))
    assert bars(title, rows) == bars(title, rows)
