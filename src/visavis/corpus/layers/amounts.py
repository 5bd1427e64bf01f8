"""Amounts: money, percentages, counts, durations and ratios, with their exact values."""

from typing import Annotated, Literal

from visavis.corpus.records import DecimalText, Id, Offsets, Span, meaning, refers

AmountKind = Literal["money", "percent", "count", "duration", "ratio", "vague"]
Comparator = Literal["eq", "approx", "gt", "ge", "lt", "le", "between", "several"]
Role = Literal[
    "investment",
    "valuation",
    "stake",
    "acquisition_price",
    "project_budget",
    "contract_value",
    "revenue",
    "profit",
    "loss",
    "debt",
    "price",
    "pay",
    "share_move",
    "market_value",
    "capacity",
    "headcount",
    "job_cuts",
    "users",
    "quantity",
    "term",
    "share_of_whole",
    "threshold",
    "other",
]


class Amount(Span, frozen=True, kw_only=True):
    """A quantity: numeral, multiplier and unit. Article and modifier are outside the span."""

    kind: Annotated[AmountKind, meaning("what is measured; vague: no value can be given")]
    value: Annotated[DecimalText | None, meaning("the exact value, or the lower of a range")] = None
    value_max: Annotated[DecimalText | None, meaning("the upper value of a range")] = None
    unit: Annotated[
        str | None,
        meaning("ISO 4217 code, %, UCUM symbol, or for a count the English noun in the singular"),
    ] = None
    comparator: Annotated[Comparator, meaning("how the value bounds what is meant")] = "eq"
    modifier: Annotated[
        Offsets | None, meaning("where the words stand that say the comparator, if any")
    ] = None
    role: Annotated[Role, meaning("what the amount is in what is told")]
    payer: Annotated[Annotated[Id, refers("kb")] | None, meaning("who pays, invests or lends")] = (
        None
    )
    payee: Annotated[Annotated[Id, refers("kb")] | None, meaning("who is paid or invested in")] = (
        None
    )
    about: Annotated[
        Annotated[Id, refers("kb")] | None, meaning("what the amount measures something of")
    ] = None
    fact: Annotated[
        Annotated[Id, refers("facts")] | None,
        meaning("the amount fact: amounts that speak of the same thing share it"),
    ] = None
