"""Lengths of time, and their conversion."""

from decimal import Decimal

SECONDS = {
    "second": Decimal(1),
    "minute": Decimal(60),
    "hour": Decimal(3600),
    "day": Decimal(86400),
    "week": Decimal(604800),
    "month": Decimal(2592000),
    "year": Decimal(31536000),
    "decade": Decimal(315360000),
    "century": Decimal(3153600000),
}
"""Length of the time units: a month of 30 days, a year of 365, as is usual without a calendar."""

UCUM = {
    "s": "second",
    "min": "minute",
    "h": "hour",
    "d": "day",
    "wk": "week",
    "mo": "month",
    "a": "year",
}
"""UCUM symbol of the annotation layer -> unit of the grammar."""

MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}


def in_unit(value: Decimal, unit: str, target: str) -> Decimal:
    """A length in another unit; years and months are reckoned in months, the rest in seconds."""
    if unit in MONTHS and target in MONTHS:
        return value * MONTHS[unit] / MONTHS[target]
    return value * SECONDS[unit] / SECONDS[target]
