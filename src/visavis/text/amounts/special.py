"""Numerals of other forms than plain: articles, parts, multiples, indefinite numbers."""

import re
from collections.abc import Callable
from decimal import Decimal

from visavis.text.amounts.forms import (
    APOSTROPHE,
    GAP,
    HYPHEN,
    SPACE,
    Unit,
    alternation,
    key,
    spellings,
)
from visavis.text.amounts.lexicon import Lexicon
from visavis.text.amounts.modifiers import Modifiers
from visavis.text.amounts.nouns import Nouns
from visavis.text.amounts.quantity import Core, Place

HALF = Decimal("0.5")

RATE = 24
"""Code points between an amount and what it is paid or counted by: "$200 more a month"."""

SENTENCE_END = re.compile(r"[.!?;:,\n]")

Test = Callable[[Place, Core, str], bool]
"""What is asked of a numeral at a place, with the word before it."""


class SpecialForms:
    """Knows when a numeral that is no plain number is an amount in one language."""

    def __init__(
        self, lexicon: Lexicon, nouns: Nouns, modifiers: Modifiers, is_named: Test
    ) -> None:
        data = lexicon.data
        words, parts, others = data["words"], data["fraction_words"], data["not_amounts"]
        self._lexicon, self._nouns, self._modifiers = lexicon, nouns, modifiers
        self._is_named = is_named
        self.readers: dict[str, Test] = {
            "article": self._article_counts,
            "whole": self._whole_counts,
            "vague": self._is_indefinite,
            "half": self._is_half,
            "fraction": self._is_fraction,
            "times": self._is_multiple,
        }
        self._partitive = re.compile(
            f"(?i:{GAP}{alternation(words['partitive'])}(?!\\w))|{SPACE}*(?:$|[^\\w\\s\\-])"
        )
        self._first_part = re.compile(f"{SPACE}|{HYPHEN}")
        self._definite = {key(word) for word in words["definite"]}
        self._per = {key(word) for word in words["per_article"]}
        self._phrases = {key(phrase) for phrase in others["phrases"]}
        self._measuring = {key(word) for word in others["measuring"]}
        self._before_indefinite = {key(word) for word in data["indefinite"]["articles"]}
        self._no_chain_after = {key(word) for word in data["indefinite"]["not_after"]}
        self._not_before_fraction = {key(w) for w in others["not_before_fraction"]}
        self._negations = {key(word) for word in others["negations"]}
        self._restrictive = _restrictive(others["restrictive"])
        self._read_multiples(data["times"])
        self._halves = {key(form) for form in data["fractions"]["alone"]}
        self._after_half = {key(form) for form in parts["after_half"]}
        self._before_part = {key(form) for form in parts["before"]}

    def _read_multiples(self, times: dict[str, list[str]]) -> None:
        self._multiples = {key(word) for word in times["multiples"]}
        self._before_multiple = {key(word) for word in times["before"]}
        self._verbs = {key(word) for word in times["verbs"]}
        self._states = {key(word) for word in times["states"]}
        self._often = {key(word) for word in times["often"]}
        self._ever = {key(word) for word in times["ever"]}
        self._last = {word[-1] for word in times["often"]}
        compared = alternation(spellings(times["compared"]))
        self._compared = re.compile(
            f"{GAP}(?:(?i:{compared})(?:(?!\\w)|(?<={APOSTROPHE}))|{times['comparative']})"
        )
        self._after_multiple = re.compile(
            f"{GAP}(?i:{alternation(times['after'])})(?:(?!\\w)|(?<={APOSTROPHE}))"
            f"|{SPACE}*(?:$|[\n\r]|[^\\w\\s\\-])"
        )

    def of_times(self, place: Place, core: Core) -> Core:
        """The amount; as a count of times where it says how often, and compares nothing."""
        bare = core.unit is None and core.numeral.form == "times"
        often = bare and key(place.text[core.numeral.start : core.numeral.end]) in self._often
        if not (often or core.dimension == "ratio") or self._compares(place, core):
            return core
        numeral = core.numeral._replace(form="plain")
        return core._replace(unit=Unit("count", "time"), numeral=numeral)

    def _article_counts(self, place: Place, core: Core, previous: str) -> bool:
        """« un gigawatt », "a week": but « un jour » alone is no length of time."""
        if core.unit is None or previous in self._negations:
            return False
        if key(place.text[core.start : core.end]) not in self._phrases:
            return previous in self._measuring or not self._is_rate(place, core)
        if self._restrictive and self._restrictive.search(place.text, *place.before(core.start)):
            return True
        return previous in self._measuring or self._modifiers.stands_before(place, core.start)

    def _is_rate(self, place: Place, core: Core) -> bool:
        """Whether "a month" goes with an amount of its sentence: "$200 more a month"."""
        surface = key(place.text[core.numeral.start : core.numeral.end])
        if core.dimension != "duration" or surface not in self._per or not place.floor:
            return False
        between = place.text[place.floor : core.start]
        return len(between) <= RATE and not SENTENCE_END.search(between)

    def _is_multiple(self, place: Place, core: Core, previous: str) -> bool:
        """« le double de », but « un double menton »; "twice", but "to double it", "is twofold"."""
        text, start = place.text, core.numeral.start
        surface = key(text[start : core.numeral.end])
        modifier = self._modifiers.before(place, start)
        if surface not in self._multiples:
            return modifier is not None or surface[-4:] != "fold" or previous not in self._states
        if modifier and modifier.span:
            previous = self._modifiers.word_before(text, modifier.span[0])
        introduced = modifier is not None or previous in self._before_multiple
        free = previous not in self._verbs
        return introduced and free and bool(self._after_multiple.match(text, core.numeral.end))

    def _compares(self, place: Place, core: Core) -> bool:
        """« deux fois plus », "twice the price": but « il a parlé deux fois » says how often."""
        text, end = place.text, core.end
        if core.numeral.form == "less" or not core.whole or text[end - 1 : end] not in self._last:
            return True
        if self._compared.match(text, end):
            return True
        return self._modifiers.stands_before(place, core.start)

    def _whole_counts(self, place: Place, core: Core, _: str) -> bool:
        """« Toute la journée », "all year"; "a full day" needs "of" or an end."""
        if core.unit is None:
            return False
        surface = key(place.text[core.numeral.start : core.numeral.end])
        return surface != "full" or bool(self._partitive.match(place.text, core.end))

    def _is_indefinite(self, place: Place, core: Core, previous: str) -> bool:
        """« plusieurs milliards », « des centaines de millions », "billions of dollars"."""
        numeral = core.numeral
        if core.start < numeral.start or previous in self._before_indefinite:
            return True
        surface = place.text[numeral.start : numeral.end]
        first = self._lexicon.words.get(key(self._first_part.split(surface)[0]))
        if first is None or first.role == "vague":
            return True
        if not first.plural or previous in self._definite:
            return False
        if numeral.value != first.value or first.role == "collective":
            return True
        return core.end > numeral.end and previous not in self._no_chain_after

    def _is_fraction(self, place: Place, core: Core, previous: str) -> bool:
        """« un tiers », 3/4: unless it is that of a match, or of a year."""
        if previous in self._not_before_fraction:
            return False
        digits = core.unit is None and core.numeral.digits
        return not (digits and self._is_named(place, core, previous))

    def _is_half(self, place: Place, core: Core, previous: str) -> bool:
        """« la moitié », "half of", « le quart des »: a fraction that is a word alone."""
        hyphen = place.text[core.numeral.end : core.numeral.end + 1] == "-"
        if previous in self._not_before_fraction or core.unit or hyphen:
            return core.unit is not None and previous not in self._not_before_fraction
        if self._modifiers.stands_before(place, core.start, over_article=True):
            return True
        after = self._nouns.next_word.match(place.text, core.numeral.end)
        if core.numeral.value != HALF:
            partitive = self._partitive.match(place.text, core.numeral.end)
            return previous in self._before_part and bool(partitive and after)
        if key(place.text[core.numeral.start : core.numeral.end]) not in self._halves:
            return False
        return not self._after_half or (after is not None and key(after[1]) in self._after_half)


def _restrictive(words: list[list[str]]) -> re.Pattern[str] | None:
    """Pattern of a clause that ends in « ne … qu' », which leaves only what follows."""
    if not words:
        return None
    first, last = (alternation(part) for part in words)
    return re.compile(rf"(?<!\w)(?i:{first})[^.;:!?\n]*\b(?i:{last}){SPACE}?\Z")
