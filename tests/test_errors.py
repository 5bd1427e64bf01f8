"""Errors are data: where, line, problem and remedy are fields, the message puts them together."""

import pickle

import pytest

from visavis.errors import DataError, UsageError, VisavisError


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (DataError("wrong"), "wrong"),
        (DataError("wrong", where="a"), "a: wrong"),
        (DataError("wrong", where="a", line=2), "a:2: wrong"),
        (DataError("wrong", line=2), "2: wrong"),
        (UsageError("wrong", where="a", remedy="Mend it."), "a: wrong. Mend it."),
    ],
)
def test_a_message_has_the_parts_of_the_error(error: VisavisError, message: str) -> None:
    assert str(error) == message
    assert str(pickle.loads(pickle.dumps(error))) == message  # noqa: S301 - our own bytes


def test_several_errors_are_one_with_a_line_each() -> None:
    first, second = DataError("one", where="a"), DataError("two", where="b", line=3)
    joined = DataError.of([DataError.of([first]), second])
    assert str(joined) == "a: one\nb:3: two"
    assert joined.errors == (first, second)
