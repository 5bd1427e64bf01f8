from decimal import Decimal

import pytest

from visavis.corpus.facts import Claim, Verdict, verdict
from visavis.corpus.layers.amounts import Comparator

Pair = tuple[Comparator, str] | tuple[Comparator, str, str]


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([("eq", "13")], "single"),
        ([("several", "1"), ("eq", "1")], "compatible"),
        ([("eq", "13"), ("eq", "13")], "agree"),
        ([("gt", "13"), ("eq", "13.75")], "compatible"),
        ([("gt", "13"), ("eq", "13")], "contradict"),
        ([("eq", "13"), ("eq", "13.75")], "contradict"),
        ([("approx", "13"), ("eq", "13.5")], "compatible"),
        ([("approx", "13"), ("eq", "14")], "contradict"),
        ([("le", "100"), ("ge", "100")], "contradict"),
        ([("le", "100"), ("ge", "100"), ("eq", "100")], "contradict"),
        ([("le", "100"), ("eq", "100")], "compatible"),
        ([("lt", "100"), ("ge", "100"), ("eq", "100")], "contradict"),
        ([("le", "50"), ("between", "30", "50")], "compatible"),
        ([("gt", "50"), ("between", "30", "50")], "contradict"),
        ([("gt", "40"), ("eq", "46")], "compatible"),
        ([], "single"),
    ],
)
def test_verdict(claims: list[Pair], expected: Verdict) -> None:
    assert verdict(Claim(c[0], *map(Decimal, c[1:])) for c in claims) == expected


def test_claims_without_a_value_say_nothing() -> None:
    assert verdict([Claim("several", None), Claim("eq", Decimal(1))]) == "single"
