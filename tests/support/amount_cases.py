"""Cases of amounts: a sentence with ``<modifier>`` and ``[amount]{comparator value unit}``."""

import re
from decimal import Decimal
from typing import NamedTuple

from support.paths import ROOT
from visavis.text.amounts import Amount

CASES = ROOT / "tests" / "cases"
MARK = re.compile(r"<(?P<modifier>[^<>]+)>|\[(?P<core>[^\[\]]+)\]\{(?P<said>[^{}]*)\}")
INNER = re.compile(r"<([^<>]+)>")
SIGNS = {
    "~": "approx",
    ">": "gt",
    ">=": "ge",
    "<": "lt",
    "<=": "le",
    "^": "le",
    "several": "several",
}
TOLERANCE = Decimal("1e-6")


class Expected(NamedTuple):
    start: int
    end: int
    value: Decimal | None
    value_max: Decimal | None
    unit: str | None
    comparator: str


def parse(line: str) -> tuple[str, list[Expected], list[tuple[int, int]]]:
    """The sentence without its marks, the amounts in it, and where its modifiers stand."""
    text, last, amounts, modifiers = "", 0, [], []
    for match in MARK.finditer(line):
        text += line[last : match.start()]
        last = match.end()
        inside = INNER.sub(r"\1", match["modifier"] or match["core"])
        span = len(text), len(text) + len(inside)
        if match["modifier"]:
            modifiers.append(span)
        else:
            amounts.append(said(span, match["said"].split()))
            modifiers += [
                (len(text) + inner.start(), len(text) + inner.end() - 2)
                for inner in INNER.finditer(match["core"])
            ]
        text += inside
    return text + line[last:], amounts, modifiers


def said(span: tuple[int, int], words: list[str]) -> Expected:
    comparator = SIGNS[words.pop(0)] if words and words[0] in SIGNS else "eq"
    low, _, high = words.pop(0).partition("..") if words else ("", "", "")
    if high and comparator == "eq":
        comparator = "between"
    unit = words.pop(0) if words else None
    return Expected(*span, number(low), number(high), unit, comparator)


def number(written: str) -> Decimal | None:
    corpus, _, part = written.partition("/")
    return Decimal(corpus) / Decimal(part or 1) if corpus else None


def is_right(amount: Amount, expected: Expected) -> bool:
    return (
        (amount.start, amount.end, amount.comparator)
        == (expected.start, expected.end, expected.comparator)
        and (expected.value is None or abs(amount.value - expected.value) < TOLERANCE)
        and amount.value_max == expected.value_max
        and expected.unit in (None, amount.unit)
    )
