"""Amount facts: the amounts that speak of the same thing, and whether they agree."""

from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

from visavis.corpus.layers.amounts import AmountKind, Comparator, Role
from visavis.corpus.records import Id, Record, meaning, refers

if TYPE_CHECKING:
    from collections.abc import Iterable

Verdict = Literal["single", "agree", "compatible", "contradict"]

APPROXIMATION = Decimal("0.05")
"""How far from its figure an approximate amount may lie, as a part of it. Our convention."""

INFINITY = Decimal("Infinity")


class Fact(Record, frozen=True, kw_only=True):
    """What one or more amounts measure. Its members are the amounts that name it."""

    id: Annotated[Id, meaning("what the field fact of amounts names")]
    label: Annotated[str, meaning("what is measured, in English words")]
    kind: Annotated[AmountKind, meaning("kind of its amounts")]
    unit: Annotated[str | None, meaning("unit of its amounts")] = None
    role: Annotated[Role, meaning("what its amounts are in what is told")]
    payer: Annotated[Id, refers("kb", doc="who pays, invests or lends")] | None = None
    payee: Annotated[Id, refers("kb", doc="who is paid or invested in")] | None = None
    about: Annotated[Id, refers("kb", doc="what they measure something of")] | None = None
    sources: Annotated[tuple[str, ...], meaning("ids in the base of facts")] = ()


class Claim(NamedTuple):
    """What one amount says of its fact."""

    comparator: Comparator
    value: Decimal | None
    value_max: Decimal | None = None


def verdict(claims: "Iterable[Claim]") -> Verdict:
    """Whether claims about one fact agree.

    Each claim is the interval of values that it admits: a point for ``eq``, five per cent either
    side for ``approx``, a half-line for a bound. They *agree* when all are the same, *contradict*
    when two of them have no value in common (two opposite bounds that meet in their limit only
    count as having none), and are *compatible* otherwise. Claims without a value say nothing.
    """
    valued = [claim for claim in claims if claim.value is not None]
    distinct = set(valued)
    if len(distinct) <= 1:
        return "agree" if len(valued) > 1 else "single"
    intervals = [_interval(claim) for claim in distinct]
    low = max(interval[0] for interval in intervals)
    high = min(interval[1] for interval in intervals)
    if low > high or (low == high and not _admitted(distinct, low)):
        return "contradict"
    return "compatible"


def _interval(claim: Claim) -> tuple[Decimal, Decimal]:
    value = claim.value if claim.value is not None else Decimal(0)
    match claim.comparator:
        case "approx":
            return value * (1 - APPROXIMATION), value * (1 + APPROXIMATION)
        case "gt" | "ge":
            return value, INFINITY
        case "lt" | "le":
            return -INFINITY, value
        case "between":
            return value, value if claim.value_max is None else claim.value_max
        case _:
            return value, value


def _admitted(claims: "Iterable[Claim]", value: Decimal) -> bool:
    """Return True if some claim states ``value`` and no two opposite bounds meet only there.

    Two opposite bounds share nothing but their limit, whatever a third claim says.
    """
    at = {c.comparator for c in claims if c.value == value}
    opposite = at & {"gt", "ge"} and at & {"lt", "le"}
    stated = any(c.comparator not in ("gt", "ge", "lt", "le") for c in claims)
    return stated and not opposite and not at & {"gt", "lt"}
