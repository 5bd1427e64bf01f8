"""The grammar of amounts: from a text to what it measures.

One alternation a language finds where a numeral may start. From there the numeral is read
(``numerals``), its unit (``units``, ``nouns``, ``cores``), what it is joined to (``ranges``,
``continuations``) and what modifies it (``modifiers``); then it is judged (``judgement``).
Characters that nobody sees are left out before (``plain``); offsets are those of the text.
"""

import re
from decimal import Decimal
from functools import lru_cache

from visavis.text.amounts.amount import Amount
from visavis.text.amounts.clock import HOURS_AND_MINUTES, SECONDS_AFTER, Clock
from visavis.text.amounts.contexts import Judge
from visavis.text.amounts.continuations import Continuations
from visavis.text.amounts.elision import Elision
from visavis.text.amounts.forms import APOSTROPHE, JOIN, SPACE, Unit, alternation, key
from visavis.text.amounts.lexicon import Lexicon
from visavis.text.amounts.modifiers import Modifiers
from visavis.text.amounts.nouns import Nouns
from visavis.text.amounts.numerals import Numeral, NumeralReader
from visavis.text.amounts.plain import read_plain
from visavis.text.amounts.quantities import Cores
from visavis.text.amounts.quantity import YEARS, Core, Place
from visavis.text.amounts.ranges import SIGNS, Ends, Ranges, measured
from visavis.text.amounts.scan import Scanner, is_glued
from visavis.text.amounts.units import Units

QUARTER = 15
"""Minutes of which an hour and its parts are still told in hours."""

SHORT_YEAR = 2
"""Digits of the second year in 2023-24."""

RATIOS = frozenset({"fraction", "half", "times", "less"})
"""Forms of numerals that without a unit are ratios."""


class Grammar:
    """Everything needed to find the amounts of one language, compiled."""

    def __init__(self, lang: str) -> None:
        lexicon = Lexicon(lang)
        self.lexicon = lexicon
        self._scanner = Scanner(lexicon)
        self._numerals = NumeralReader(lexicon)
        self._units = Units(lexicon)
        self._modifiers = Modifiers(lexicon)
        nouns = Nouns(lexicon, self._units)
        self._cores = Cores(lexicon, self._numerals, nouns, self._modifiers)
        self._ranges = Ranges(lexicon, self._scanner, self._cores, self._modifiers)
        self._continuations = Continuations(lexicon, self._numerals, nouns)
        self._clock = Clock(lexicon, self._modifiers)
        self._judge = Judge(lexicon, nouns, self._modifiers, self._clock)
        self._elision = Elision(lexicon, self._modifiers, self._numerals)
        self._before_year = {key(word) for word in lexicon.data["dates"]["before_year"]}
        self._model_years = bool(lexicon.data["dates"]["before_model_year"])
        self._periods = set(lexicon.data["dates"]["periods"])
        self._rate = _rate(lexicon)

    def find(self, text: str) -> list[Amount]:
        """Amounts of the text, in order, disjoint."""
        return read_plain(text, self._find)

    def _find(self, text: str) -> list[Amount]:
        amounts: list[Amount] = []
        position = floor = 0
        glued = self._scanner.glued(text)
        following = self._scanner.next
        while match := following(text, position) or glued:
            start = match.start() if isinstance(match, re.Match) else len(text)
            if glued:
                start, glued = _earlier(start, [at for at in glued if at >= position])
                if start == len(text):
                    break
            skipped = self._scanner.skipped(text, start)
            if skipped is None and text[start : start + 3].isdigit():
                skipped = self._unmeasured(text, start)
            amount, end = (None, skipped) if skipped else self._at(Place(text, floor), start)
            position = max(end, start + 1)
            if amount:
                amounts.append(amount)
                floor = position
        return self._elision.complete(text, amounts)

    def _unmeasured(self, text: str, start: int) -> int | None:
        """End of a telephone number or of two years at ``start``; null where a unit follows."""
        pair = self._scanner.paired(text, start)
        if not pair:
            return None
        second = pair.start(pair.lastgroup or 0)
        numeral = self._numerals.read(text, second)
        core = self._cores.read(Place(text, second), numeral) if numeral else None
        if core is None or core.unit is None:
            return pair.end()
        low, high = int(pair[0][:4]) if pair.lastgroup == "year" else 0, pair[pair.lastgroup or 0]
        years = low in YEARS and (len(high) == SHORT_YEAR or int(high) in YEARS)
        named = core.unit.name in self._periods or (core.noun is not None and self._model_years)
        return pair.end() if years and (named or self._follows_year_word(text, start)) else None

    def _follows_year_word(self, text: str, start: int) -> bool:
        return self._modifiers.word_before(text, start) in self._before_year

    def _at(self, place: Place, start: int) -> tuple[Amount | None, int]:
        """The amount that begins with the numeral at ``start``, and where to go on."""
        text = place.text
        clock = HOURS_AND_MINUTES.match(text, start)
        if clock:
            return self._length(place, clock)
        opener = self._opener(place, start)
        numeral = self._numerals.read(text, start, and_joins=opener != "between")
        if numeral is None:
            return None, self._scanner.token_end(text, start)
        if numeral.form == "ordinal":
            numeral = self._modifiers.share(place, numeral)
        if numeral.form == "ordinal" or is_glued(text, numeral):
            return None, max(numeral.end, self._scanner.token_end(text, start))
        core = self._cores.read(place, numeral)
        if numeral.form == "vague":
            core = self._modifiers.with_indefinite(place, core)
            core = self._modifiers.with_one(place, core)
        ends = self._ranges.joined(place, core, opener)
        joined = self._joined(place, ends) if ends else None
        if joined:
            return joined
        if opener == "between":
            core = self._with_and(place, core, start)
        return self._alone(place, core, start)

    def _opener(self, place: Place, start: int) -> str:
        """Word that may open a range before the number and its sign."""
        prefix = self._units.before(place, start) if place.text[start].isdigit() else None
        start = prefix.start if prefix else start
        if start > place.floor and place.text[start - 1] in SIGNS:
            start -= 1
        return self._modifiers.opener(place, start)

    def _with_and(self, place: Place, core: Core, start: int) -> Core:
        """The amount read again with its "and", which does not part the ends of a range."""
        whole = self._numerals.read(place.text, start)
        longer = whole is not None and whole.end > core.numeral.end
        if core.numeral.form == "article" or whole is None or not longer:
            return core
        return self._cores.read(place, whole)

    def _alone(self, place: Place, core: Core, start: int) -> tuple[Amount | None, int]:
        """The amount that is joined to no other."""
        core = self._judge.of_times(place, self._continuations.read(place, core))
        if not self._judge.is_amount(place, core):
            return None, max(core.numeral.end, self._scanner.token_end(place.text, start))
        amount, end = self._modified(place, core)
        return amount, self._past_rate(place.text, end)

    def _modified(self, place: Place, core: Core, *, opened: bool = False) -> tuple[Amount, int]:
        modifier, end = self._modifiers.of(place, core, opened=opened)
        numeral = core.numeral
        ratio = core.unit is None and numeral.form in RATIOS
        amount = Amount(
            start=core.start,
            end=core.end,
            dimension="ratio" if ratio else _dimension(core.unit),
            value=core.value,
            value_max=None,
            unit=None if core.dimension in ("", "ratio") else core.unit and core.unit.name,
            modifier=modifier.name,
            numeral=(core.start if numeral.form == "vague" else numeral.start, numeral.end),
            modifier_span=modifier.span,
            assumed=_assumed(place.text, core.unit, core, core),
        )
        return amount, end

    # ------------------------------------------------------------------ ranges and changes
    def _joined(self, place: Place, ends: Ends) -> tuple[Amount | None, int] | None:
        """A range, or the first amount of a change, and where to go on; null when neither."""
        first = self._ranges.changed(place, ends)
        if first and self._judge.is_amount(place, first):
            return self._modified(place, first, opened=ends.opener == "from")[0], ends.low.end
        low, high, span = ends.low, ends.high, measured(ends)
        plus = place.text[low.start - 1 : low.start] == "+"
        opening = self._modifiers.opening(place, low.start - plus, ends.opener)
        if opening and self._clock.is_period(place, low, high, opening):
            return None, high.end
        if span is None:
            return None
        dash = ends.joint == "dash" and span.unit is not None and span.unit.dimension != "count"
        if not dash and low.unit is None and self._judge.follows_label(place.text, low):
            return None
        amount = Amount(
            start=low.start,
            end=high.end,
            dimension=_dimension(span.unit),
            value=span.low,
            value_max=span.high,
            unit=span.unit.name if span.unit and span.unit.dimension != "ratio" else None,
            modifier="between",
            numeral=(low.numeral.start, low.numeral.end),
            modifier_span=opening,
            assumed=_assumed(place.text, span.unit, low, high),
        )
        return amount, self._past_rate(place.text, high.end)

    # ------------------------------------------------------------------ hours, rates
    def _length(self, place: Place, clock: re.Match[str]) -> tuple[Amount | None, int]:
        """« 14 h 30 »: a time of day, or a length where a word before it says so."""
        seconds_after = SECONDS_AFTER.match(place.text, clock.end())
        if not seconds_after and not self._clock.is_length(place.text, clock.start()):
            return None, clock.end()
        hours, minutes = Decimal(clock[1]), Decimal(clock[2])
        numeral = Numeral(clock.start(), clock.end(1), hours, "plain", digits=True)
        unit, value, end = Unit("duration", "hour"), hours + minutes / 60, clock.end()
        seconds = SECONDS_AFTER.match(place.text, end)
        if seconds:
            unit, end = Unit("duration", "second"), seconds.end()
            value = hours * 3600 + minutes * 60 + Decimal(seconds[1])
        elif minutes % QUARTER:
            unit, value = Unit("duration", "minute"), hours * 60 + minutes
        return self._modified(place, Core(clock.start(), end, numeral, unit, value))

    def _past_rate(self, text: str, end: int) -> int:
        """Where to go on after « par mois », "a year", « /kWh »."""
        rate = self._rate.match(text, end)
        return rate.end() if rate else end


def _earlier(start: int, glued: list[int]) -> tuple[int, list[int]]:
    """Where the next numeral begins, and where later ones do that letters are written to."""
    return (glued[0], glued[1:]) if glued and glued[0] < start else (start, glued)


def _rate(lexicon: Lexicon) -> re.Pattern[str]:
    per = alternation(lexicon.data["words"]["per"])
    units = lexicon.unit_forms.items()
    rated = alternation(f for f, unit in units if unit.dimension not in ("money", "percent"))
    return re.compile(
        rf"{SPACE}?/{SPACE}?[\w]+"
        rf"|{JOIN}?(?i:(?:{per})(?:{JOIN}|(?<={APOSTROPHE}))(?:{rated})(?!\w))"
    )


def _dimension(unit: Unit | None) -> str:
    if unit is None:
        return "number"
    return "count" if unit.dimension == "measure" else unit.dimension


def _assumed(text: str, unit: Unit | None, low: Core, high: Core) -> str | None:
    if unit is None or not unit.assumed:
        return None
    surface = text[low.start : low.numeral.start] if low.sign else text[high.numeral.end : high.end]
    return f"{surface.strip()} is {unit.name}"


@lru_cache(maxsize=8)
def grammar(lang: str) -> Grammar:
    """The compiled grammar of a language, made at first use.

    Raises:
        UsageError: the language has no ``amounts.toml``.
    """
    return Grammar(lang)
