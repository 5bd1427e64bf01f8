"""Constants of the amounts at their edge."""

import pytest

from visavis.text.amounts import find
from visavis.text.amounts.continuations import MOST_IN
from visavis.text.amounts.digits import LONGEST, number


@pytest.mark.parametrize(("digits", "read"), [(LONGEST, True), (LONGEST + 1, False)])
def test_digits_beyond_the_longest_are_no_number(digits: int, *, read: bool) -> None:
    assert (number("9" * digits, ",") is not None) is read


@pytest.mark.parametrize(("many", "fraction"), [(MOST_IN, True), (MOST_IN + 1, False)])
def test_one_in_so_many_is_a_fraction_up_to_a_thousand(many: int, *, fraction: bool) -> None:
    amounts = find(f"Un salarié sur {many} est parti.", "fr")
    assert any(amount.value < 1 for amount in amounts) is fraction
