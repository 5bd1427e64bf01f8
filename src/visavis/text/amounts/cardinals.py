"""Cardinal numbers put together from their words: « trois cent mille », "two hundred and five"."""

from decimal import Decimal
from typing import NamedTuple

from visavis.text.amounts.forms import Word

ONE = Decimal(1)
TEN = Decimal(10)
TWENTY = Decimal(20)
HUNDRED = Decimal(100)


class Token(NamedTuple):
    """A word or a run of digits of a numeral."""

    word: Word
    start: int
    end: int
    hyphen: bool
    linked: bool
    comma: bool = False


class Sum:
    """A cardinal being read: complete terms (with their scale), and the group below 1000."""

    def __init__(self) -> None:
        self.terms: list[tuple[Decimal, Decimal]] = []
        self.group: Decimal | None = None
        self.room = Decimal("Infinity")
        self.hundred = False
        self.approximate = False
        self.collective = ONE

    def copy(self) -> "Sum":
        """The same sum, to go back to."""
        other = Sum()
        other.terms, other.group, other.room = [*self.terms], self.group, self.room
        other.hundred, other.approximate = self.hundred, self.approximate
        return other

    def value(self) -> Decimal:
        """What has been read so far."""
        return sum((value for value, _ in self.terms), self.group or Decimal(0))

    def last_scale(self) -> Decimal:
        """The multiplier the number ends with, one without."""
        return self.terms[-1][1] if self.terms and self.group is None else self.collective

    def add(self, value: Decimal, vigesimal: set[Decimal]) -> bool:
        """Take a number below 100; false when it cannot go here."""
        if self.group is not None and not 0 < value < self.room:
            return False
        if self.group is None and self.terms and (value == 0 or self.terms[-1][1] <= value):
            return False
        self.group = (self.group or Decimal(0)) + value
        tens = value >= TWENTY and value % TEN == 0
        self.room = Decimal(0) if not tens else TWENTY if value in vigesimal else TEN
        self.hundred = False
        return True

    def hundreds(self, *, digits: bool, alone: bool) -> bool:
        """Take a hundred; ``alone``: it may stand without a number before it."""
        if self.group is None:
            if not alone or (self.terms and self.terms[-1][1] <= HUNDRED):
                return False
            self.group = HUNDRED
        elif alone and self.group == 1:
            return False
        elif (digits and self.group) or (
            0 < self.group < HUNDRED and (self.group < TEN or self.group % TEN)
        ):
            self.group *= HUNDRED
        else:
            return False
        self.room, self.hundred = HUNDRED, True
        return True

    def scale(self, scale: Decimal, *, alone: bool) -> bool:
        """Take a thousand or a million; ``alone`` as for a hundred."""
        below = self.group
        self.approximate |= below is not None and self.collective > ONE
        terms = [*self.terms]
        while terms and terms[-1][1] < scale:
            below = (below or Decimal(0)) + terms.pop()[0]
        if terms and terms[-1][1] == scale:
            return False
        if below is None:
            if not alone:
                return False
            below = ONE
        self.terms = [*terms, (below * scale, scale)]
        self.group, self.room, self.hundred = None, Decimal("Infinity"), False
        self.collective = ONE
        return True

    def collect(self, size: Decimal, *, exact: bool) -> bool:
        """Take a collective number: « deux dizaines », "three dozen"."""
        if self.group is None or self.terms:
            return False
        self.group *= size
        self.room, self.collective, self.approximate = Decimal(0), size, not exact
        return True
