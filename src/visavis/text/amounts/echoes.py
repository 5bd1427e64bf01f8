"""Bare numbers said again of an amount before: « aux 400 », « cinq cents et quatre cents »."""

from collections import Counter
from collections.abc import Callable
from decimal import Decimal

from visavis.text.amounts.amount import Amount
from visavis.text.amounts.forms import key
from visavis.text.amounts.lexicon import Lexicon
from visavis.text.amounts.modifiers import Modifiers
from visavis.text.amounts.resumption import MILLION, Resumption, of_source

NEAR = 3000
"""Code points to the left of a number in which the amount stands that it says again."""

SOURCES = frozenset({"money", "count"})
SEVERAL = 2
"""Numbers beside one another that must each say an amount again, where no article says so."""


class Echoes:
    """Gives bare numbers the unit, and the multiplier, of amounts with the same figures."""

    def __init__(self, lexicon: Lexicon, modifiers: Modifiers, resumption: Resumption) -> None:
        words = lexicon.data["words"]
        self._modifiers, self._resumption = modifiers, resumption
        self._definite = {key(word) for word in words["picking"]}
        units = [*lexicon.units.values(), *lexicon.symbols.values()]
        self._measures = {unit.name for unit in units if unit.dimension == "measure"}

    def completed(
        self, text: str, amounts: list[Amount], sentences: Callable[[int, int], int]
    ) -> list[Amount]:
        """The amounts, the bare numbers completed that say again what was measured before.

        ``sentences``: how many sentences end between two places.
        """
        dimensions = {amount.dimension for amount in amounts}
        if "number" not in dimensions or not dimensions & SOURCES:
            return amounts
        sources_by_value: dict[Decimal, tuple[Amount, Decimal]] = {}
        completed: list[Amount] = []
        for run in _runs(amounts, sentences):
            if run[0].dimension == "number":
                completed += self._said_again(text, run, sources_by_value)
                continue
            completed += run
            scale = self._scale(text, run[0])
            if scale:
                sources_by_value[run[0].value / scale] = run[0], scale
        return completed

    def _scale(self, text: str, amount: Amount) -> Decimal | None:
        """Multiplier of an amount that may be said again by its figures; null for any other."""
        if amount.value_max is not None or amount.modifier == "several" or not amount.value:
            return None
        if amount.dimension == "count" and amount.unit in self._measures:
            return self._resumption.scale(text, amount)
        scale = self._resumption.scale(text, amount) if amount.dimension == "money" else Decimal(0)
        return scale if scale >= MILLION else None

    def _said_again(
        self, text: str, run: list[Amount], sources_by_value: dict[Decimal, tuple[Amount, Decimal]]
    ) -> list[Amount]:
        """The numbers of a sentence that follow one another, those completed that can be."""
        sources = [self._source(amount, sources_by_value) for amount in run]
        units = Counter((source.unit, scale) for source, scale in filter(None, sources))
        for common, times in units.most_common(1):
            if times >= SEVERAL:
                alike = [s if s and (s[0].unit, s[1]) == common else None for s in sources]
                return _in_common(text, run, alike)
        return [
            of_source(text, amount, *source)
            if source and source[1] >= MILLION and self._is_known(text, amount)
            else amount
            for amount, source in zip(run, sources, strict=True)
        ]

    @staticmethod
    def _source(
        amount: Amount, sources_by_value: dict[Decimal, tuple[Amount, Decimal]]
    ) -> tuple[Amount, Decimal] | None:
        source = sources_by_value.get(amount.value) if amount.value_max is None else None
        return source if source and amount.start - source[0].end < NEAR else None

    def _is_known(self, text: str, amount: Amount) -> bool:
        """Whether an article says that the number is known, and nothing follows that it counts."""
        definite = self._modifiers.word_before(text, amount.start) in self._definite
        return definite and self._resumption.stops(text, amount)


def _runs(amounts: list[Amount], sentences: Callable[[int, int], int]) -> list[list[Amount]]:
    """The amounts one by one, but bare numbers that follow one another in a sentence together."""
    runs: list[list[Amount]] = []
    for amount in amounts:
        last = runs[-1][-1] if runs else None
        bare = last is not None and last.dimension == amount.dimension == "number"
        if last and bare and not sentences(last.end, amount.start):
            runs[-1].append(amount)
        else:
            runs.append([amount])
    return runs


def _in_common(
    text: str, run: list[Amount], sources: list[tuple[Amount, Decimal] | None]
) -> list[Amount]:
    """The numbers that say an amount again, and their sum: « dix et sept font dix-sept »."""
    one = next(filter(None, sources))
    total, completed = Decimal(0), []
    for amount, source in zip(run, sources, strict=True):
        again = source or (one if amount.value == total else None)
        completed.append(of_source(text, amount, *again) if again else amount)
        total += amount.value
    return completed
