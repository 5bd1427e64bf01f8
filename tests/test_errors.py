"""Errors are data: where, line, problem and remedy are fields, the message puts them together."""

import ast
import pickle

import pytest

from support.paths import ROOT
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


def _is_whole(node: ast.AST) -> bool:
    """Whether a statement raises an error of the tree with a message alone."""
    return (
        isinstance(node, ast.Raise)
        and isinstance(node.exc, ast.Call)
        and isinstance(node.exc.func, ast.Name)
        and node.exc.func.id in {"DataError", "UsageError", "VisavisError"}
        and len(node.exc.args) == 1
        and not node.exc.keywords
    )


MOST_WHOLE = 10
"""Places that raise an error without a place and a remedy; to be lowered, never raised."""


def test_errors_tell_their_parts() -> None:
    entries = [
        f"{path.relative_to(ROOT)}"
        for path in sorted((ROOT / "src").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if _is_whole(node)
    ]
    assert len(entries) <= MOST_WHOLE, entries
