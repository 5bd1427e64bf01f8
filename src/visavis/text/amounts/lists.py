"""A unit that a list says once, at its end: « 10, 15 et 20 % », « 51,2 contre 48,8 % »."""

import re
from decimal import Decimal

from visavis.text.amounts.amount import Amount
from visavis.text.amounts.forms import GAP, SPACE, alternation
from visavis.text.amounts.lexicon import Lexicon
from visavis.text.amounts.quantity import YEARS
from visavis.text.amounts.resumption import Resumption

SHARED = frozenset({"percent", "money", "duration"})
"""Dimensions whose unit a list may say once; what is counted may differ from one to the next."""

THOUSAND = 1000


class Lists:
    """Gives the bare numbers of a list the unit of its last amount."""

    def __init__(self, lexicon: Lexicon, resumption: Resumption) -> None:
        self._resumption = resumption
        joints = alternation(lexicon.data["ranges"]["lists"])
        self._joint = re.compile(f",{SPACE}?|(?:,?{GAP}|,{SPACE})(?P<word>(?i:{joints})){GAP}")
        units = [*lexicon.units.values(), *lexicon.symbols.values()]
        self._measures = {unit.name for unit in units if unit.dimension == "measure"}

    def completed(self, text: str, amounts: list[Amount]) -> list[Amount]:
        """Return the amounts, bare numbers of a list with the unit that stands at its end."""
        if len(amounts) == 1 or not any(amount.dimension == "number" for amount in amounts):
            return amounts
        completed = [*amounts]
        listed = False
        for rank in range(len(amounts) - 2, -1, -1):
            amount, following = completed[rank], completed[rank + 1]
            joint = self._between(text, amount, following)
            listed = joint is not None and (listed or joint["word"] is not None)
            listed = listed and self._shares(text, amount, following)
            if listed:
                completed[rank] = self._with_unit(text, amount, following)
        return completed

    def _between(self, text: str, amount: Amount, following: Amount) -> re.Match[str] | None:
        """What parts two amounts, if it may do so in a list; the last two are parted by a word."""
        begin = following.modifier_span[0] if following.modifier_span else following.start
        return self._joint.fullmatch(text, amount.end, min(begin, following.start))

    def _shares(self, text: str, amount: Amount, following: Amount) -> bool:
        """Whether a bare number stands right before an amount in a list."""
        if amount.dimension != "number" or amount.modifier != "exact":
            return False
        shared = following.dimension in SHARED or following.unit in self._measures
        if not shared or following.value_max is not None or following.modifier == "several":
            return False
        if following.unit == "CENT" or amount.value_max is not None:
            return False
        surface = text[amount.start : amount.end]
        return not (surface.isdigit() and int(surface) in YEARS)

    def _with_unit(self, text: str, amount: Amount, following: Amount) -> Amount:
        scale = self._resumption.scale(text, following)
        few = abs(amount.value) < THOUSAND and scale > THOUSAND
        surface = text[amount.start : amount.end]
        return amount._replace(
            dimension=following.dimension,
            value=amount.value * (scale if few else Decimal(1)),
            unit=following.unit,
            assumed=f"{surface} is in {following.unit}",
        )
