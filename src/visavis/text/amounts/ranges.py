"""Ranges, « entre 30 et 50 milliards », told from changes, « passer de 10 à 15 milliards »."""

import re
from decimal import Decimal
from typing import NamedTuple

from visavis.text.amounts.cardinals import HUNDRED, ONE, TEN
from visavis.text.amounts.clock import HOURS_AND_MINUTES
from visavis.text.amounts.durations import SECONDS, in_unit
from visavis.text.amounts.forms import GAP, SPACE, Unit, alternation, key
from visavis.text.amounts.lexicon import Lexicon
from visavis.text.amounts.modifiers import Modifiers
from visavis.text.amounts.quantities import Cores
from visavis.text.amounts.quantity import Core, Place
from visavis.text.amounts.scan import Scanner

CLAUSE = 70
"""Code points to the left of « de X à Y » in which a verb of change is looked for."""

DASH = "[-\u2010\u2011\u2013\u2014\u2212]"
SIGNS = "+-\u2212"

UNJOINED = frozenset({"vague", "whole", "times", "half"})
"""Forms of numerals that are no end of a range."""

STEPS = (1, 5, 10)
THOUSAND = Decimal(1000)
MOST_THOUSANDS = 5 * THOUSAND
"""How far apart ends are at most whose thousands are said once: not « de 1 à 10 000 »."""
"""Between the ends of a range with or: two or three, ten or fifteen."""


class Ends(NamedTuple):
    """Two amounts joined by a word or a dash, and the word that opens them, if any."""

    low: Core
    high: Core
    joint: str
    """to, and, or, dash."""
    opener: str
    """between, from, or empty."""


class Span(NamedTuple):
    """The values of a range, and their unit."""

    low: Decimal
    high: Decimal
    unit: Unit | None


class Ranges:
    """Reads the second end of a range, and decides what the two ends make."""

    def __init__(
        self, lexicon: Lexicon, scanner: Scanner, cores: Cores, modifiers: Modifiers
    ) -> None:
        self._scanner, self._cores, self._modifiers = scanner, cores, modifiers
        ranges = lexicon.data["ranges"]
        joints = "|".join(
            f"(?P<{joint}>(?i:{alternation(ranges[joint])}))" for joint in ("to", "and", "or")
        )
        self._joint = re.compile(
            rf"(?:-(?={SPACE}))?{GAP}(?:{joints}){GAP}|(?P<dash>{SPACE}?{DASH}{SPACE}?)"
        )
        self._changes = set(ranges["changes"].split())
        self._movements = set(ranges["movements"].split())
        self._states = {key(word) for word in ranges["states"]}
        self._by = {key(word) for word in ranges["by"]}

    def joined(self, place: Place, low: Core, opener: str) -> Ends | None:
        """``low`` and the amount it is joined to, when the two are a range or a change."""
        match = self._joint.match(place.text, low.end)
        if not match or match.end() >= len(place.text) or low.numeral.form in UNJOINED:
            return None
        joint = match.lastgroup or ""
        if joint == "and" and opener != "between":
            return None
        high = self._second(place.text, match.end(), low)
        if high is None or (joint == "dash" and high.value < 0):
            return None
        if low.sign and not high.unit:
            high = high._replace(unit=low.unit)
        ends = Ends(low, high, joint, opener)
        return ends if _is_one(place.text, ends) else None

    def _second(self, text: str, start: int, low: Core) -> Core | None:
        """The amount at ``start``, if it can end a range."""
        signed = text[start] in SIGNS and text[start + 1 : start + 2].isdigit()
        position = start + 1 if signed else start
        if not text[position].isdigit():
            position = self._cores.units.money_sign_end(text, start)
        if not self._scanner.is_start(text, position):
            return None
        if HOURS_AND_MINUTES.match(text, position):
            return None
        if self._scanner.skipped(text, position) or self._scanner.skipped(text, low.numeral.start):
            return None
        numeral = self._cores.numerals.read(text, position)
        if numeral is None or numeral.form == "ordinal" or numeral.form in UNJOINED:
            return None
        if numeral.digits and text[numeral.end : numeral.end + 1] == "/":
            return None
        return self._cores.read(Place(text, start), numeral)

    # ------------------------------------------------------------------ change or range
    def changed(self, place: Place, ends: Ends) -> Core | None:
        """The first amount of a change, with the unit of the second; null when it is a range."""
        low, high = ends.low, ends.high
        if ends.opener == "between" or ends.joint == "dash" or not (ends.opener or low.unit):
            return None
        percent = not ends.opener and low.dimension == "percent" and low.value < high.value
        if percent or self._modifiers.word_before(place.text, low.start) in self._by:
            return None
        scale = high.numeral.scale
        inherits = (
            low.unit is None
            and low.numeral.scale == ONE
            and low.value * scale <= high.value * HUNDRED
        )
        value = low.value * scale if inherits else low.value
        if value < _in_unit_of(low, high) and not self._says_change(place.text, ends):
            return None
        if inherits and high.unit:
            low = low._replace(value=value * high.unit.factor)
        return low if low.unit else low._replace(unit=high.unit)

    def _says_change(self, text: str, ends: Ends) -> bool:
        low, high = ends.low, ends.high
        if ends.opener == "from" and self._is_stated(text, low.start):
            return False
        clause = text[max(0, low.start - CLAUSE) : low.start].rsplit(".", maxsplit=1)[-1]
        words = {key(word) for word in re.findall(r"\w+", clause)}
        if words & self._changes:
            return True
        return bool(words & self._movements) and (low.unit is not None or not _in_points(high))

    def _is_stated(self, text: str, start: int) -> bool:
        """Whether the word before « de X à Y » says what something is: « la hausse est de »."""
        start -= text[start - 1 : start] == "+"
        opening = self._modifiers.opening(Place(text, 0), start, "from")
        before = opening[0] if opening else start
        return self._modifiers.word_before(text, before) in self._states


def _in_points(core: Core) -> bool:
    return core.dimension == "percent" or (core.unit is not None and core.unit.name == "point")


def measured(ends: Ends) -> Span | None:
    """The values of a range in one unit, « 3 à 5 milliards » both in 1e9; null when they fall."""
    low, high = ends.low, ends.high
    span = Span(low.value, high.value, high.unit or low.unit)
    if low.unit is None or low.sign:
        scale = high.numeral.scale
        if scale == ONE:
            scale = _shared_multiplier(ends)
        if low.numeral.scale == ONE and low.value * scale <= high.value:
            span = span._replace(low=low.value * scale)
        if high.unit and low.unit is None:
            span = span._replace(low=span.low * high.unit.factor)
    elif high.unit and low.unit.name != high.unit.name and high.dimension == "duration":
        name = min(low.unit.name, high.unit.name, key=SECONDS.__getitem__)
        lowest = in_unit(low.value, low.unit.name, name)
        span = Span(lowest, in_unit(high.value, high.unit.name, name), Unit("duration", name))
    return span if span.low < span.high else None


def _shared_multiplier(ends: Ends) -> Decimal:
    """What only the second end says: « 2 à 3 000 », « trois à quatre cents »."""
    low, high = ends.low.value, ends.high.value
    if not (ends.low.whole and ends.high.whole and 0 < low < THOUSAND):
        return ONE
    if (
        ends.high.numeral.digits
        and not high % THOUSAND
        and low * THOUSAND < high <= low * MOST_THOUSANDS
    ):
        return THOUSAND
    words = not ends.high.numeral.digits and not ends.low.numeral.digits
    if (
        words
        and low < TEN
        and HUNDRED <= high < THOUSAND
        and not high % HUNDRED
        and low * HUNDRED < high
    ):
        return HUNDRED
    return ONE


def _is_one(text: str, ends: Ends) -> bool:
    """Whether two joined amounts are the ends of one range or change."""
    low, high = ends.low, ends.high
    if high.numeral.form == "article" and high.unit is None:
        return False
    if low.numeral.form == "fraction" and low.unit is None and high.numeral.form != "fraction":
        return False
    if low.unit and high.unit is None and not low.sign:
        return bool(ends.opener) and low.dimension == "money" and high.numeral.scale != ONE
    if low.unit and high.unit and not _of_one_kind(low.unit, high.unit):
        return False
    bare = high.unit is None and high.numeral.scale == ONE
    years = [core.looks_like_year(text) for core in (low, high)]
    if (all(years) and not _counts_from_year(ends)) or (bare and any(years)):
        return False
    return _fits_joint(ends, bare=bare)


def _counts_from_year(ends: Ends) -> bool:
    """Whether numbers that look like years have a unit: « entre 1900 et 2000 salariés »."""
    return ends.high.unit is not None and (ends.opener == "between" or ends.joint in ("dash", "or"))


def _fits_joint(ends: Ends, *, bare: bool) -> bool:
    low, high = ends.low, ends.high
    if ends.joint == "or":
        step = high.value / max(high.numeral.scale, ONE) - low.value
        while step >= HUNDRED and not (low.value % TEN or step % TEN):
            step, low = step / TEN, low._replace(value=low.value / TEN)
        return not bare and not low.unit and step in STEPS
    if ends.opener == "between":
        return not bare or ends.joint != "dash"
    if ends.joint == "dash":
        return not bare and (low.unit is None or low.unit == high.unit)
    return not bare


def _of_one_kind(low: Unit, high: Unit) -> bool:
    """Whether two units are those of one range: the same, or lengths of time."""
    if low.dimension != high.dimension:
        return False
    if low.dimension not in ("measure", "count", "money") or low.name == high.name:
        return True
    return low.dimension == "money" and low.assumed


def _in_unit_of(low: Core, high: Core) -> Decimal:
    """Value of the second amount in the unit of the first."""
    if low.unit and high.unit and low.dimension == "duration":
        return high.value * SECONDS[high.unit.name] / SECONDS[low.unit.name]
    return high.value
