"""What an amount leaves out: the currency of « 11,7 milliards », of « un cent »."""

import re
from bisect import bisect_left
from decimal import Decimal
from functools import cached_property

from visavis.amounts.amount import Amount

NEAR = 3000
"""Code points to the left of an amount in which the currency it leaves out is looked for."""

MILLION = Decimal(1000000)
SENTENCE_END = re.compile(r"\n|[.!?](?=\s|$)")


class Neighbours:
    """The amounts of a text that may lend their currency to those that have none."""

    def __init__(self, text: str, found: list[Amount]) -> None:
        self._text = text
        self._money = [a for a in found if a.dimension == "money" and a.unit != "CENT"]
        self._starts = [a.start for a in self._money]
        things = [a for a in found if a.dimension == "count" and abs(a.value) >= MILLION]
        self._things = [a.start for a in things]

    @cached_property
    def _sentence_ends(self) -> list[int]:
        return [end.start() for end in SENTENCE_END.finditer(self._text)]

    def completed(self, amount: Amount) -> Amount:
        """The amount with the currency it leaves out, where there is one to take."""
        source = self._source(amount) if self._money and _lacks_currency(amount) else None
        if source is None or (amount.unit != "CENT" and self._of_other_things(source, amount)):
            return amount
        return _with_currency(self._text, amount, source)

    def _source(self, amount: Amount) -> Amount:
        """The money nearest before in its sentence, or after in it, or nearest before at all."""
        rank = bisect_left(self._starts, amount.start)
        before = self._money[rank - 1] if rank else None
        if before and amount.start - before.end >= NEAR:
            before = None
        after = self._money[rank] if rank < len(self._money) else None
        if before and not self._is_parted(before.end, amount.start):
            return before
        if (
            after
            and after.start - amount.end < NEAR
            and not self._is_parted(amount.end, after.start)
        ):
            return after
        return before or self._money[0]

    def _is_parted(self, start: int, end: int) -> bool:
        """Whether a sentence ends between two places."""
        rank = bisect_left(self._sentence_ends, start)
        return rank < len(self._sentence_ends) and self._sentence_ends[rank] < end

    def _of_other_things(self, source: Amount, amount: Amount) -> bool:
        """Whether millions of something else were last spoken of."""
        rank = bisect_left(self._things, source.end)
        return rank < len(self._things) and self._things[rank] < amount.start


def complete(text: str, found: list[Amount]) -> list[Amount]:
    """The same amounts, each with the currency it leaves out.

    It is that of the sentence or, failing one, of the nearest amount of money before, or of the
    first of the text.
    """
    neighbours = Neighbours(text, found)
    return [neighbours.completed(amount) for amount in found]


def _lacks_currency(amount: Amount) -> bool:
    if amount.unit == "CENT":
        return True
    if amount.dimension != "number" or abs(amount.value) < MILLION:
        return False
    return amount.value_max is not None or amount.numeral[1] == amount.end


def _with_currency(text: str, amount: Amount, source: Amount) -> Amount:
    words = text[amount.start : amount.end]
    if amount.unit == "CENT":
        assumed = f"{text[amount.numeral[1] : amount.end].strip()} is a hundredth of {source.unit}"
        return amount._replace(value=amount.value / 100, unit=source.unit, assumed=assumed)
    if not any(char.isalpha() for char in words):
        return amount
    assumed = f"{words} is in {source.unit}"
    return amount._replace(dimension="money", unit=source.unit, assumed=assumed)
