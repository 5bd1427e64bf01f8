"""Numbers that take up the amount before them: « 40 milliards : dix aussitôt, puis 15 »."""

import re
from decimal import Decimal

from visavis.amounts.amount import Amount
from visavis.amounts.core import LEFT
from visavis.amounts.lexicon import GAP, SPACE, Lexicon, alternation
from visavis.amounts.numerals import NumeralReader

NEAR = 300
"""Code points between an amount and the number that takes it up."""

MILLION = Decimal(1000000)
THOUSAND = 1000
"""Below it a number takes the multiplier of the amount before; from it on it is written whole."""

CLAUSE = 40
"""Code points within which « d'entre eux », "of them" are said of the amount before."""

ALIKE = 100
"""How many times longer or shorter a duration may be that leaves out its unit."""

RESUMED = frozenset({"money", "count", "duration", "percent"})


class Resumption:
    """Knows by what words of one language a bare number takes up an amount."""

    def __init__(self, lexicon: Lexicon, numerals: NumeralReader) -> None:
        words, ranges = lexicon.data["resuming"], lexicon.data["ranges"]
        self._numerals = numerals
        before = alternation(words["before"], backwards=True)
        start = alternation(ranges["from"], backwards=True)
        self._before = re.compile(f"{SPACE}{{1,3}}(?i:{before})(?!\\w)")
        self._from = re.compile(f"{SPACE}{{1,3}}(?i:{start})(?!\\w)")
        joint = alternation([*ranges["to"], *ranges["from"]])
        self._joint = re.compile(f"{GAP}(?i:{joint}){GAP}")
        self._to = re.compile(f"{GAP}(?i:{alternation(ranges['to'])})(?!\\w)")
        after, at_end, here = (
            f"{GAP}(?i:{alternation(words[name])})(?!\\w)"
            for name in ("after", "after_end", "after_here")
        )
        follow = alternation(words["follow"])
        ends = f"(?:{SPACE}*(?:$|[.,;:!?)\u2026»\u201d](?![0-9])|[\n\r])|{GAP}(?i:{follow})(?!\\w))"
        self._ends = re.compile(ends)
        self._after = re.compile(f"{after}|{at_end}(?={ends})")
        after = alternation(words["pronoun_after"])
        self._pronoun_after = re.compile(f"{GAP}(?i:{after})(?!\\w)") if after else None
        before, verb = alternation(words["pronoun_before"]), words["pronoun_verb"]
        pattern = rf"(?<!\w)(?i:{before}){GAP}{verb}{GAP}\Z"
        self._pronoun_before = re.compile(pattern) if before else None
        self._after_here = re.compile(here)

    def has_pronoun(self, text: str, amount: Amount) -> bool:
        """Whether a pronoun says what the number counts: « il en veut 800 », "two of them"."""
        if amount.dimension != "number":
            return False
        if self._pronoun_after and self._pronoun_after.match(text, amount.end):
            return True
        begin = self._begin(amount)
        before = self._pronoun_before
        return before is not None and bool(before.search(text, max(0, begin - LEFT), begin))

    @staticmethod
    def _begin(amount: Amount) -> int:
        """Where the amount begins with its modifier."""
        return min(amount.start, amount.modifier_span[0] if amount.modifier_span else amount.start)

    def resumed(self, text: str, amount: Amount, source: Amount, sentences: int) -> Amount | None:
        """The bare number as an amount of what ``source`` measures; null when it takes up nothing.

        ``source`` is the amount before it, and ``sentences`` how many sentences end between.
        """
        if source.dimension not in RESUMED or amount.value_max is not None or sentences > 1:
            return None
        if amount.start - source.end > NEAR or "several" in (amount.modifier, source.modifier):
            return None
        scale = self._scale(text, source)
        if abs(amount.value) >= MILLION:
            things = source.dimension == "count" and abs(source.value) >= MILLION
            return _of(text, amount, source, Decimal(1)) if things else None
        if not self._takes_up(text, amount, source, scale, sentences):
            return None
        if source.dimension == "duration" and not _alike(amount.value, source.value):
            return None
        whole = scale < MILLION or abs(amount.value) >= THOUSAND
        return _of(text, amount, source, Decimal(1) if whole else scale)

    def _takes_up(
        self, text: str, amount: Amount, source: Amount, scale: Decimal, sentences: int
    ) -> bool:
        """Whether words about the number, or its form, say that it goes on with ``source``."""
        start = self._begin(amount)
        between = text[source.end : start]
        if self._joint.fullmatch(between):
            return amount.value != source.value
        left = text[max(0, start - LEFT) : start][::-1]
        said = (
            self._before.match(left)
            or self._after.match(text, amount.end)
            or (self._from.match(left) and self._to.match(text, amount.end))
            or (len(between) < CLAUSE and self._after_here.match(text, amount.end))
        )
        parted = not between.isspace()
        return parted and (bool(said) or self._is_short(text, amount, source, scale, sentences))

    def _is_short(
        self, text: str, amount: Amount, source: Amount, scale: Decimal, sentences: int
    ) -> bool:
        """Whether the number says by its decimals or its modifier that something is left out."""
        if not self._ends.match(text, amount.end) or source.dimension == "percent":
            return False
        counted = source.dimension == "count"
        if scale >= MILLION and not sentences and text[: amount.start].rstrip().endswith(","):
            return True
        if amount.value % 1 and (scale >= MILLION or counted):
            return True
        return amount.modifier_span is not None and not sentences and not counted

    def _scale(self, text: str, source: Amount) -> Decimal:
        """The multiplier of an amount, which a number after it takes over."""
        if source.value_max is not None or not source.value:
            return Decimal(1)
        numeral = self._numerals.read(text, source.numeral[0])
        if numeral is None or not numeral.value:
            return Decimal(1)
        times = source.value / numeral.value
        return numeral.scale * times if times >= 1 else numeral.scale


def _alike(value: Decimal, other: Decimal) -> bool:
    low, high = sorted((abs(value), abs(other)))
    return high <= ALIKE * low


def _of(text: str, amount: Amount, source: Amount, scale: Decimal) -> Amount:
    value = amount.value * scale
    what = f"{value:f} {source.unit}" if scale > 1 else f"in {source.unit}"
    return amount._replace(
        dimension=source.dimension,
        value=value,
        unit=source.unit,
        assumed=f"{text[amount.start : amount.end]} is {what}",
    )
