"""Whether a numeral with its unit is an amount, or a year, a rank, a name, a known thing."""

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from visavis.text.amounts.cardinals import HUNDRED, ONE, TWENTY
from visavis.text.amounts.forms import APOSTROPHE, GAP, HYPHEN, SPACE, Unit, alternation, key, spellings
from visavis.text.amounts.lexicon import Lexicon
from visavis.text.amounts.clock import Clock
from visavis.text.amounts.modifiers import Modifiers
from visavis.text.amounts.nouns import Nouns
from visavis.text.amounts.quantity import Core, Place

if TYPE_CHECKING:
    from collections.abc import Callable

ARTICLE_AND_NOUN = 28
"""Code points to the left of a number in which an article and a noun stand: « la cabine 12 »."""

LABEL = 16
"""Code points to the left of a number in which its label stands: article, page, iPhone."""

NAME = 24
"""Code points to the left of a number in which a name stands: Gemini 2.5, CAC 40."""

HALF = Decimal("0.5")

SENTENCE_STARTS = ("", ".", "!", "?", ".\n", "\n")


class Judge:
    """Knows the contexts of one language in which a numeral measures nothing."""

    def __init__(
        self, lexicon: Lexicon, nouns: Nouns, modifiers: Modifiers, clock: Clock
    ) -> None:
        data = lexicon.data
        words, dates, parts = data["words"], data["dates"], data["fraction_words"]
        self._lexicon, self._nouns, self._modifiers = lexicon, nouns, modifiers
        self._clock = clock
        self._forms: dict[str, Callable[[Place, Core, str], bool]] = {
            "article": self._article_counts,
            "whole": self._whole_counts,
            "vague": self._is_indefinite,
            "half": self._is_half,
            "fraction": self._is_fraction,
            "times": self._is_multiple,
        }
        self._label = re.compile(rf"(?<!\w)(?i:{alternation(words['labels'].split())})\.?{GAP}?$")
        self._name = re.compile(rf"(\S+){SPACE}$")
        self._numbers_line = re.compile(rf"[.)]{GAP}\S")
        self._partitive = re.compile(
            f"(?i:{GAP}{alternation(words['partitive'])}(?!\\w))|{SPACE}*(?:$|[^\\w\\s\\-])"
        )
        others = alternation(words["others"])
        self._others = re.compile(f"{GAP}(?i:{others})(?!\\w)")
        of_one = alternation(words["of_one"])
        self._of_one = re.compile(f"{GAP}(?i:{of_one})(?!\\w)")
        self._first_part = re.compile(f"{SPACE}|{HYPHEN}")
        after = alternation(dates["distance_after"])
        self._distance_after = re.compile(f"(?:,{GAP}[^,.;:\\n]{{1,24}},)?{GAP}(?i:{after})(?!\\w)")
        before = alternation(dates["distance_before"], backwards=True)
        self._distance_before = re.compile(
            f"{SPACE}{{0,3}}(?i:{before})(?!\\w)" if before else r"(?!)"
        )
        self._before_model_year = {key(word) for word in dates["before_model_year"]}
        of_known = alternation(spellings(words["of_known"]))
        self._of_known = re.compile(f"{GAP}(?i:{of_known})(?!\\w)")
        articles = "|".join(a if a[-1] == "'" else f"{a} " for a in words["label_articles"])
        articles = articles.replace("'", APOSTROPHE)
        noun = f"(?<![\\w'’])(?i:{articles})[a-zà-ÿœ]{{3,}}{SPACE}\\Z"
        self._label_article = re.compile(noun) if articles else None
        self._decades = {key(word) for word in dates["decades"]}
        self._before_year = {key(word) for word in dates["before_year"]}
        self._definite = {key(word) for word in words["definite"]}
        self._picking = {key(word) for word in words["picking"]}
        self._phrases = {key(phrase) for phrase in data["not_amounts"]["phrases"]}
        self._measuring = {key(word) for word in data["not_amounts"]["measuring"]}
        self._before_indefinite = {key(word) for word in data["indefinite"]["articles"]}
        self._no_chain_after = {key(word) for word in data["indefinite"]["not_after"]}
        self._not_before_fraction = {key(w) for w in data["not_amounts"]["not_before_fraction"]}
        self._singular = {key(word) for word in data["not_amounts"]["singular"]}
        self._negations = {key(word) for word in data["not_amounts"]["negations"]}
        self._adjectives = {key(word) for word in data["not_amounts"]["adjectives"]}
        self._before_adjective = {key(w) for w in data["not_amounts"]["before_adjective"]}
        named = "|".join(month for month in dates["months"].split() if month.isalpha())
        of = "|".join(
            f"{form}{'' if form.endswith(chr(39)) else ' '}" for form in dates["month_of"]
        ).replace("'", APOSTROPHE)
        self._month_name = re.compile(f"{GAP}(?:{of})(?:{named})s?(?!\\w)")
        pointing = "|".join(data["not_amounts"]["pointing"])  # « là » is not « la »
        self._pointing = re.compile(
            f"{GAP}(?i:{pointing})(?!\\w|[-'\u2019])|{self._month_name.pattern}"
        )
        self._restrictive = _restrictive(data["not_amounts"]["restrictive"])
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

    def is_amount(self, place: Place, core: Core) -> bool:
        """Whether a reader takes the numeral for a quantity."""
        if _is_cut_off(place.text, core) or self._points(place.text, core):
            return False
        if core.unit is None and self._clock.is_told(place.text, core.end):
            return False
        previous = self._modifiers.word_before(place.text, core.start)
        special = self._forms.get(core.numeral.form)
        if special:
            return special(place, core, previous)
        if self._is_distance(place, core):
            return False
        if core.dimension not in ("", "count"):
            return not self._clock.is_time(place, core, previous)
        if core.numeral.digits:
            return not self._identifies(place.text, core, previous)
        saying = core.unit is not None and core.unit.name == "time" and previous in self._ever
        return not (saying or self._picks_out(place, core, previous))

    def _points(self, text: str, core: Core) -> bool:
        """Whether a bare number points at one said before, or a month is named after it."""
        if core.unit is None:
            return bool(self._pointing.match(text, core.end))
        end = core.numeral.end if core.noun else core.end
        counted = core.noun is not None or core.unit.name == "month"
        return counted and bool(self._month_name.match(text, end))

    # ------------------------------------------------------------------ points of time
    def _is_distance(self, place: Place, core: Core) -> bool:
        """« deux jours plus tard », "a year ago": counted from a date, and a date itself."""
        return core.dimension == "duration" and bool(
            self._distance_after.match(place.text, core.end)
            or self._distance_before.match(place.left(core.start))
        )

    # ------------------------------------------------------------------ names and known things
    def _picks_out(self, place: Place, core: Core, previous: str) -> bool:
        """« les deux entreprises », "its three founders": known things, not how many.

        But « les neuf membres d'un jury » is said of one that is not known yet.
        """
        if core.numeral.scale != ONE or core.value >= HUNDRED:
            return False
        surface = key(place.text[core.start : core.end])
        if surface in self._adjectives and previous in self._before_adjective:
            return True
        if previous not in self._picking or self._modifiers.before(place, core.start):
            return False
        if core.value >= TWENTY and self._others.match(place.text, core.end):
            return False
        return core.unit is None or not self._of_one.match(place.text, core.end)

    def _identifies(self, text: str, core: Core, previous: str) -> bool:
        """Whether digits are a year, the number of an article, or a part of a name."""
        named = core.unit is None or core.noun is not None
        if core.looks_like_year(text) and self._is_year(core, previous):
            return True
        if core.unit is None and previous in self._decades:
            return True
        if core.numeral.scale != ONE:
            return False
        if core.unit is None and (previous in self._singular or _is_paired(text, core.end)):
            return True
        if core.unit is None and self._label_article and core.whole:
            begin = max(0, core.start - ARTICLE_AND_NOUN)
            label = self._label_article.search(text, begin, core.start)
            if label and not self._modifiers.stands_before(Place(text, 0), core.start):
                return True
        return self.is_labelled(text, core) or (named and self._is_named(text, core))

    def _is_year(self, core: Core, previous: str) -> bool:
        """Whether digits that look like a year are one: "its 2025 forecasts", not "sold 1984 copies"."""
        if core.unit is None or previous in self._before_year:
            return True
        modifying = core.noun is not None or core.unit.dimension == "count"
        return modifying and previous in self._before_model_year

    def is_labelled(self, text: str, core: Core) -> bool:
        """Whether the number is that of the thing before it: « page 12 », "track 3"."""
        return bool(self._label.search(text, max(0, core.start - LABEL), core.start))

    def _is_named(self, text: str, core: Core) -> bool:
        """Whether a name stands before the number: Gemini 2.5, CAC 40; or it numbers a line."""
        if core.unit is None and self._of_known.match(text, core.end):
            return False
        start = core.start
        match = self._name.search(text, max(0, start - NAME), start)
        if match:
            return self._is_name(text, match, core)
        if (start == 0 or text[start - 1] in "\n\r") and core.unit is None:
            return bool(self._numbers_line.match(text, core.end))
        return text[start - 1 : start] == "[" and text[core.end : core.end + 1] == "]"

    def _is_name(self, text: str, match: re.Match[str], core: Core) -> bool:
        word = match[1].lstrip("«“\"'(’")
        if word[1:2] in ("'", "\u2019"):
            word = word[2:]  # « d'Office 365 »
        if not word or not word[0].isupper() or not word[-1].isalnum():
            return False
        begin = match.start(1)
        before = text[max(0, begin - 2) : begin].strip(' \u00a0\u202f«“"')
        first = begin == 0 or before in SENTENCE_STARTS
        acronym = len(word) > 1 and word.isupper() and not text[begin:core.end].isupper()
        common = (core.unit is not None and not acronym) or key(word) in self._lexicon.stop | self._definite
        following = self._nouns.next_word.match(text, core.numeral.end)
        within_name = following is not None and following[1][0].isupper()
        return within_name or not (first and common)

    # ------------------------------------------------------------------ other forms of numeral
    def _article_counts(self, place: Place, core: Core, previous: str) -> bool:
        """« un gigawatt », "a week": but « un jour » alone is no length of time."""
        if core.unit is None or previous in self._negations:
            return False
        if self._is_distance(place, core):
            return False
        if key(place.text[core.start : core.end]) not in self._phrases:
            return True
        if self._restrictive and self._restrictive.search(place.text, *place.before(core.start)):
            return True
        return previous in self._measuring or self._modifiers.stands_before(place, core.start)

    def _is_multiple(self, place: Place, core: Core, previous: str) -> bool:
        """« le double de », but « un double menton »; "twice", but "to double it", "is twofold"."""
        text, start = place.text, core.numeral.start
        surface = key(text[start : core.numeral.end])
        modifier = self._modifiers.before(place, start)
        if surface not in self._multiples:
            return modifier is not None or surface[-4:] != "fold" or previous not in self._states
        if modifier and modifier.span:
            previous = self._modifiers.word_before(text, modifier.span[0])
        known = modifier is not None or previous in self._before_multiple
        free = previous not in self._verbs
        return known and free and bool(self._after_multiple.match(text, core.numeral.end))

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
        return not (digits and self._is_named(place.text, core))

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


def _is_paired(text: str, end: int) -> bool:
    """Whether a hyphen and digits follow, as in a score or the number of a law: 3-0, 121-4."""
    return text[end : end + 1] == "-" and text[end + 1 : end + 2].isdigit()


def _is_cut_off(text: str, core: Core) -> bool:
    """Whether letters go on where the digits end: they are part of a word."""
    after = text[core.end : core.end + 1]
    bare = core.numeral.digits and core.end == core.numeral.end
    return bare and (after.isalnum() or after == "_")
