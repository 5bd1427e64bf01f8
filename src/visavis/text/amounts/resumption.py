"""Numbers that take up the amount before them: « 40 milliards : dix aussitôt, puis 15 »."""

import re
from decimal import Decimal
from typing import Any

from visavis.text.amounts.amount import Amount
from visavis.text.amounts.forms import APOSTROPHE, GAP, SPACE, alternation
from visavis.text.amounts.lexicon import Lexicon
from visavis.text.amounts.numerals import NumeralReader
from visavis.text.amounts.quantity import LEFT

NEAR = 300
"""Code points between an amount and the number that takes it up."""

MILLION = Decimal(1000000)
THOUSAND = 1000
"""Below it a number takes the multiplier of the amount before; from it on it is written whole."""

CLAUSE = 40
"""Code points within which « d'entre eux », "of them" are said of the amount before."""

WHOLE = 100
"""Per cent that two shares of one thing make."""

SENTENCES = 3
"""Sentences back in which stand the percentages that points are compared in."""

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
        stops = f"{SPACE}*(?:$|[.,;:!?)\u2026»\u201d](?![0-9])|[\n\r])"
        ends = f"(?:{stops}|{GAP}(?i:{follow})(?!\\w))"
        self._stops, self._ends = re.compile(stops), re.compile(ends)
        self._after = re.compile(f"{after}|{at_end}(?={ends})")
        after = alternation(words["pronoun_after"])
        self._pronoun_after = re.compile(f"{GAP}(?i:{after})(?!\\w)") if after else None
        self._pronoun_before = _pronoun(words)
        self._after_points, self._after_points_here = (
            re.compile(f"{GAP}(?i:{alternation(words[name])})(?!\\w)")
            for name in ("after_points", "after_points_here")
        )
        self._after_here = re.compile(here)

    def has_pronoun(self, text: str, amount: Amount) -> bool:
        """Whether a pronoun says what the number counts: « il en veut 800 », "two of them"."""
        if amount.dimension != "number":
            return False
        if self._pronoun_after and self._pronoun_after.match(text, amount.end):
            return True
        pronoun = self._pronoun(text, amount)
        return pronoun is not None and (not pronoun["subject"] or self.stops(text, amount))

    def _pronoun(self, text: str, amount: Amount) -> re.Match[str] | None:
        begin, before = self._begin(amount), self._pronoun_before
        return before.search(text, max(0, begin - LEFT), begin) if before else None

    def shared(self, text: str, amount: Amount, source: Amount, sentences: int) -> Amount | None:
        """What a pronoun takes up that is a share or money: « en ont 47 », « n'en … que 125 »."""
        pronoun = self._pronoun(text, amount)
        if pronoun is None or sentences > 1 or amount.start - source.end > NEAR:
            return None
        if source.dimension == "percent" and pronoun["holds"] and abs(amount.value) <= WHOLE:
            return of_source(text, amount, source, Decimal(1))
        scale = self.scale(text, source) if source.dimension == "money" and pronoun["only"] else 0
        few = abs(amount.value) < THOUSAND
        return of_source(text, amount, source, Decimal(scale)) if few and scale >= MILLION else None

    def in_percent(self, text: str, points: Amount, source: Amount, sentences: int) -> Amount:
        """Points that separate percentages spoken of before, as those of percentage."""
        near = sentences <= SENTENCES and points.start - source.end <= NEAR
        compared = source.dimension == "percent" and 0 < points.value <= source.value
        after = self._after_points.match(text, points.end) or (
            sentences == 0 and self._after_points_here.match(text, points.end)
        )
        if not (near and compared and after):
            return points
        assumed = f"{text[points.start : points.end]} are of percentage"
        return points._replace(dimension="percent", unit="pp", assumed=assumed)

    def stops(self, text: str, amount: Amount) -> bool:
        """Whether a sign or the end of the text follows, so that the number counts nothing."""
        return bool(self._stops.match(text, amount.end))

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
        scale = self.scale(text, source)
        if abs(amount.value) >= MILLION:
            things = source.dimension == "count" and abs(source.value) >= MILLION
            return of_source(text, amount, source, Decimal(1)) if things else None
        if not self._takes_up(text, amount, source, scale, sentences):
            return None
        if source.dimension == "duration" and not _alike(amount.value, source.value):
            return None
        whole = scale < MILLION or abs(amount.value) >= THOUSAND
        return of_source(text, amount, source, Decimal(1) if whole else scale)

    def _takes_up(
        self, text: str, amount: Amount, source: Amount, scale: Decimal, sentences: int
    ) -> bool:
        """Whether words about the number, or its form, say that it goes on with ``source``."""
        start = self._begin(amount)
        between = text[source.end : start]
        if self._joint.fullmatch(between):
            changes = source.dimension != "percent" or self._opens(text, source)
            return changes and amount.value != source.value
        left = text[max(0, start - LEFT) : start][::-1]
        signalled = (
            self._before.match(left)
            or self._after.match(text, amount.end)
            or (self._from.match(left) and self._to.match(text, amount.end))
            or (len(between) < CLAUSE and self._after_here.match(text, amount.end))
        )
        parted = not between.isspace()
        return parted and (
            bool(signalled) or self._is_short(text, amount, source, scale, sentences)
        )

    def _opens(self, text: str, source: Amount) -> bool:
        """Whether a change begins with the amount: "from 3%", but not "rose 3% to 5,300"."""
        start = self._begin(source)
        return bool(self._from.match(text[max(0, start - LEFT) : start][::-1]))

    def _is_short(
        self, text: str, amount: Amount, source: Amount, scale: Decimal, sentences: int
    ) -> bool:
        """Whether the number says by its decimals or its modifier that something is left out."""
        if not self._ends.match(text, amount.end):
            return False
        if source.dimension == "percent":
            return not sentences and abs(source.value + amount.value - WHOLE) <= 1
        counted = source.dimension == "count"
        if scale >= MILLION and not sentences and text[: amount.start].rstrip().endswith(","):
            return True
        if amount.value % 1 and (scale >= MILLION or counted):
            return True
        return amount.modifier_span is not None and not sentences and not counted

    def scale(self, text: str, source: Amount) -> Decimal:
        """The multiplier of an amount, which a number after it takes over."""
        if source.value_max is not None or not source.value:
            return Decimal(1)
        numeral = self._numerals.read(text, source.numeral[0])
        if numeral is None or not numeral.value:
            return Decimal(1)
        times = source.value / numeral.value
        return numeral.scale * times if times >= 1 else numeral.scale


def _pronoun(words: dict[str, Any]) -> re.Pattern[str] | None:
    """Pattern of the pronoun, and its verb, that end before a number: « il en veut 800 »."""
    if not words["pronoun_before"]:
        return None
    before, subject = (alternation(words[f"pronoun_{name}"]) for name in ("before", "subject"))
    only = "|".join(form if form[-1] == "'" else form + " " for form in words["pronoun_only"])
    only = only.replace("'", APOSTROPHE).replace(" ", GAP)
    aside = words["pronoun_aside"].replace(" ", GAP)
    verb = f"(?:(?P<holds>{words['pronoun_holds']})|{words['pronoun_verb']}){GAP}"
    return re.compile(
        rf"(?<!\w)(?i:(?P<subject>{subject}){GAP}|(?:{before}){GAP}{verb}(?:{aside}{GAP})?(?P<only>{only})?)\Z"
    )


def _alike(value: Decimal, other: Decimal) -> bool:
    low, high = sorted((abs(value), abs(other)))
    return high <= ALIKE * low


def of_source(text: str, amount: Amount, source: Amount, scale: Decimal) -> Amount:
    """The bare number as an amount of the unit of ``source``, in multiples of ``scale``."""
    value = amount.value * scale
    what = f"{value:f} {source.unit}" if scale > 1 else f"in {source.unit}"
    return amount._replace(
        dimension=source.dimension,
        value=value,
        unit=source.unit,
        assumed=f"{text[amount.start : amount.end]} is {what}",
    )
