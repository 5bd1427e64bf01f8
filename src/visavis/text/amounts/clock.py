"""Hours that are a time of day, told from hours that are a length of time."""

import re

from visavis.text.amounts.forms import APOSTROPHE, GAP, JOIN, SPACE, alternation, key
from visavis.text.amounts.lexicon import Lexicon
from visavis.text.amounts.modifiers import Modifiers
from visavis.text.amounts.quantity import Core, Place

HOURS_AND_MINUTES = re.compile(
    rf"(\d{{1,2}}){SPACE}?[hH]{SPACE}?([0-5]\d)(?!\d|{SPACE}?\d)(?:{SPACE}?(?:min|mn|m)(?!\w))?"
)
"""« 14 h 30 »."""

SECONDS_AFTER = re.compile(rf"{SPACE}?([0-5]?\d){SPACE}?(?:s|sec|secondes?|seconds?)(?!\w)")
"""« 2 h 08 min 14 s »: a length, whatever stands before."""

HOURS = 24
BEFORE = 48
"""Code points to the left of an hour in which stands the thing that happens then."""


class Clock:
    """Knows by what words of one language hours are those of the clock."""

    def __init__(self, lexicon: Lexicon, modifiers: Modifiers) -> None:
        dates = lexicon.data["dates"]
        self._modifiers = modifiers
        self._before_length = {key(word) for word in dates["before_length"]}
        self._before = {key(word) for word in dates["before_clock"]}
        after = alternation(dates["clock_after"])
        to = alternation(lexicon.data["ranges"]["to"])
        self._to = re.compile(f"{GAP}(?i:{to}){GAP}{HOURS_AND_MINUTES.pattern}")
        self._after = re.compile(f"{JOIN}(?i:{after})(?!\\w)")
        length = alternation(dates["length_after"])
        self._length_after = re.compile(f"{GAP}(?i:{length})(?:(?!\\w)|(?<={APOSTROPHE}))")
        telling = alternation(dates["clock_said"])
        self._said = re.compile(rf"(?<!\w)(?i:{telling}){GAP}\Z") if telling else None
        things = "|".join(dates["clock_things"])
        self._things = re.compile(rf"(?i:{things}){GAP}\Z") if things else None

    def is_length(self, text: str, start: int) -> bool:
        """Return True if « 1 h 30 » at ``start`` is a length, as a word before it says."""
        previous = self._modifiers.word_before(text, start)
        return previous in self._before_length and not self._is_of_thing(text, start)

    def _is_of_thing(self, text: str, start: int) -> bool:
        """Whether what happens then stands before: « le train de 8 h 12 »."""
        before = max(0, start - BEFORE)
        return self._things is not None and bool(self._things.search(text, before, start))

    def is_told(self, text: str, end: int) -> bool:
        """Return True if a word after a number says that it is an hour: "seven o'clock"."""
        return bool(self._after.match(text, end))

    def is_time(self, place: Place, core: Core, previous: str) -> bool:
        """Return True if hours are a time of day: « à 14 heures », « deux heures du matin »."""
        text = place.text
        if not _may_be_time(core):
            return False
        if self._after.match(text, core.end) or self._to.match(text, core.end):
            return True
        if self._length_after.match(text, core.end):
            return False
        if self._said and self._said.search(text, *place.before(core.start)):
            return True
        digits = core.numeral.digits
        return digits and (previous in self._before or self._is_of_thing(text, core.start))

    def is_period(self, place: Place, low: Core, high: Core, opening: tuple[int, int]) -> bool:
        """Return True if a range goes from one time of day to another: « entre 8 h et 12 h »."""
        if not (_may_be_time(low) and _may_be_time(high) and low.numeral.digits):
            return False
        if self._length_after.match(place.text, high.end):
            return False
        return self._modifiers.word_before(place.text, opening[0]) not in self._before_length


def _may_be_time(core: Core) -> bool:
    hours = core.unit is not None and core.unit.name == "hour"
    return hours and 0 <= core.value <= HOURS and core.whole
