"""Constants of the amounts at their edge."""

import unicodedata
from decimal import Decimal

import pytest

from visavis.text.amounts import find
from visavis.text.amounts.continuations import MOST_IN
from visavis.text.amounts.digits import LONGEST, VULGAR, number


@pytest.mark.parametrize(("digits", "read"), [(LONGEST, True), (LONGEST + 1, False)])
def test_digits_beyond_the_longest_are_no_number(digits: int, *, read: bool) -> None:
    assert (number("9" * digits, ",") is not None) is read


@pytest.mark.parametrize(("many", "fraction"), [(MOST_IN, True), (MOST_IN + 1, False)])
def test_one_in_so_many_is_a_fraction_up_to_a_thousand(many: int, *, fraction: bool) -> None:
    amounts = find(f"Un salarié sur {many} est parti.", "fr")
    assert any(amount.value < 1 for amount in amounts) is fraction


@pytest.mark.parametrize("sign", VULGAR)
def test_a_fraction_of_one_character_has_its_value(sign: str) -> None:
    value = Decimal(repr(unicodedata.numeric(sign)))
    assert abs(VULGAR[sign] - value) < Decimal("1e-12")
    (amount,) = find(f"It weighs 2 {sign} tonnes.", "en")
    assert abs(amount.value - 2 - value) < Decimal("1e-12")


@pytest.mark.parametrize(
    ("usual", "others"),
    [(" ", "\u00a0\u202f\u2009\u2000\u200a\u205f\u3000"), ("%", "％"), ("$", "＄"), ("¥", "￥"),
     ("£", "￡"), (",", "，"), (".", "．"), *((str(n), chr(0xFF10 + n)) for n in range(10))],
)  # fmt: skip
def test_signs_of_other_widths_are_those_they_look_like(usual: str, others: str) -> None:
    text = "Prices: $ 1,023.45, £ 6,789.5, ¥ 12, up 3 %."
    known = [(a.start, a.end, a.value, a.unit) for a in find(text, "en")]
    assert len(known) == 4
    for other in others:
        amounts = find(text.replace(usual, other), "en")
        assert [(a.start, a.end, a.value, a.unit) for a in amounts] == known
