"""The contexts in which a plain numeral is no amount: a year, a rank, a name, a known thing.

``CONTEXTS`` is the table of them. Each has a name, the function that tells it, and two sentences:
one in which the number is no amount, and one of nearly the same words in which it is. The tests
read the table; a new context is a new line of it, and its words stand in ``amounts.toml``.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from visavis.text.amounts.cardinals import HUNDRED, ONE, TWENTY
from visavis.text.amounts.clock import HOURS, Clock
from visavis.text.amounts.forms import APOSTROPHE, GAP, SPACE, alternation, key, spellings
from visavis.text.amounts.lexicon import Lexicon
from visavis.text.amounts.modifiers import Modifiers
from visavis.text.amounts.nouns import Nouns
from visavis.text.amounts.quantity import Core, Place
from visavis.text.amounts.special import SpecialForms

ARTICLE_AND_NOUN = 28
"""Code points to the left of a number in which an article and a noun stand: « la cabine 12 »."""

LABEL = 16
"""Code points to the left of a number in which its label stands: article, page, iPhone."""

NAME = 24
"""Code points to the left of a number in which a name stands: Gemini 2.5, CAC 40."""

SENTENCE_STARTS = ("", ".", "!", "?", ".\n", "\n")


class Judge:
    """Knows the contexts of one language in which a numeral measures nothing."""

    def __init__(self, lexicon: Lexicon, nouns: Nouns, modifiers: Modifiers, clock: Clock) -> None:
        self.lexicon, self.nouns, self.modifiers, self.clock = lexicon, nouns, modifiers, clock
        self._special = SpecialForms(lexicon, nouns, modifiers, self.is_named)
        self.of_times = self._special.of_times
        self._read_names(lexicon)
        self._read_dates(lexicon)
        self._read_known_things(lexicon)

    def _read_names(self, lexicon: Lexicon) -> None:
        words, others = lexicon.data["words"], lexicon.data["not_amounts"]
        self._label = re.compile(rf"(?<!\w)(?i:{alternation(words['labels'].split())})\.?{GAP}?$")
        self._name = re.compile(rf"(\S+){SPACE}$")
        self._numbers_line = re.compile(rf"[.)]{GAP}\S")
        of_known = alternation(spellings(words["of_known"]))
        self._of_known = re.compile(f"{GAP}(?i:{of_known})(?!\\w)")
        articles = "|".join(a if a[-1] == "'" else f"{a} " for a in words["label_articles"])
        articles = articles.replace("'", APOSTROPHE)
        noun = f"(?<![\\w'’])(?i:{articles})[a-zà-ÿœ]{{3,}}{SPACE}\\Z"
        self._label_article = re.compile(noun) if articles else None
        self._definite = {key(word) for word in words["definite"]}
        self._singular = {key(word) for word in others["singular"]}

    def _read_dates(self, lexicon: Lexicon) -> None:
        dates, others = lexicon.data["dates"], lexicon.data["not_amounts"]
        after = alternation(dates["distance_after"])
        self._distance_after = re.compile(f"(?:,{GAP}[^,.;:\\n]{{1,24}},)?{GAP}(?i:{after})(?!\\w)")
        before = alternation(dates["distance_before"], backwards=True)
        self._distance_before = re.compile(
            f"{SPACE}{{0,3}}(?i:{before})(?!\\w)" if before else r"(?!)"
        )
        self._before_model_year = {key(word) for word in dates["before_model_year"]}
        self._decades = {key(word) for word in dates["decades"]}
        self._before_year = {key(word) for word in dates["before_year"]}
        named = "|".join(month for month in dates["months"].split() if month.isalpha())
        of = "|".join(
            f"{form}{'' if form.endswith(chr(39)) else ' '}" for form in dates["month_of"]
        ).replace("'", APOSTROPHE)
        self._month_name = re.compile(f"{GAP}(?:{of})(?:{named})s?(?!\\w)")
        pointing = "|".join(others["pointing"])  # « là » is not « la »
        self._pointing = re.compile(
            f"{GAP}(?i:{pointing})(?!\\w|[-'\u2019])|{self._month_name.pattern}"
        )

    def _read_known_things(self, lexicon: Lexicon) -> None:
        words, others = lexicon.data["words"], lexicon.data["not_amounts"]
        self._others = re.compile(f"{GAP}(?i:{alternation(words['others'])})(?!\\w)")
        self._of_one = re.compile(f"{GAP}(?i:{alternation(words['of_one'])})(?!\\w)")
        self._picking = {key(word) for word in words["picking"]}
        self._adjectives = {key(word) for word in others["adjectives"]}
        self._before_adjective = {key(w) for w in others["before_adjective"]}
        self._ever = {key(word) for word in lexicon.data["times"]["ever"]}

    def is_amount(self, place: Place, core: Core) -> bool:
        """Return True if a reader takes the numeral for a quantity."""
        previous = self.modifiers.word_before(place.text, core.start)
        special = self._special.readers.get(core.numeral.form)
        for holds in _PLAIN[""] if special else _PLAIN[_kind(core)]:
            if holds(self, place, core, previous):
                return False
        if special is None:
            return True
        article = core.numeral.form == "article"
        if article and self.is_distance(place, core, previous):
            return False
        return special(place, core, previous)

    # ------------------------------------------------------------------ parts and points
    def is_cut_off(self, place: Place, core: Core, _: str) -> bool:
        """Letters go on where the digits end: they are part of a word."""
        after = place.text[core.end : core.end + 1]
        bare = core.numeral.digits and core.end == core.numeral.end
        return bare and (after.isalnum() or after == "_")

    def points(self, place: Place, core: Core, _: str) -> bool:
        """A bare number points at one said before, or a month is named after it."""
        if core.unit is None:
            return place.text[core.end : core.end + 1].isspace() and bool(
                self._pointing.match(place.text, core.end)
            )
        end = core.numeral.end if core.noun else core.end
        counted = core.noun is not None or core.unit.name == "month"
        return counted and bool(self._month_name.match(place.text, end))

    # ------------------------------------------------------------------ points of time
    def is_told_hour(self, place: Place, core: Core, _: str) -> bool:
        """A word after a bare number says that it is an hour."""
        return (
            core.unit is None and core.value <= HOURS and self.clock.is_told(place.text, core.end)
        )

    def is_distance(self, place: Place, core: Core, _: str) -> bool:
        """A length is counted from a date, and is a date itself."""
        return core.dimension == "duration" and bool(
            self._distance_after.match(place.text, core.end)
            or self._distance_before.match(place.left(core.start))
        )

    def is_time(self, place: Place, core: Core, previous: str) -> bool:
        """Hours are those of the clock."""
        return self.clock.is_time(place, core, previous)

    def is_year(self, place: Place, core: Core, previous: str) -> bool:
        """Digits that look like a year are one: "its 2025 forecasts", not "sold 1984 copies"."""
        if not (_is_counted(core) and core.looks_like_year(place.text)):
            return False
        if core.unit is None or previous in self._before_year:
            return True
        return previous in self._before_model_year

    def is_decade(self, _: Place, core: Core, previous: str) -> bool:
        """A word before a bare number says that it is a decade."""
        return _is_bare(core) and previous in self._decades

    # ------------------------------------------------------------------ names and known things
    def is_one_of_many(self, place: Place, core: Core, previous: str) -> bool:
        """A singular article stands before a bare number, or a hyphen and digits after it."""
        bare = _is_bare(core) and core.numeral.scale == ONE
        return bare and (previous in self._singular or _is_paired(place.text, core.end))

    def is_labelled(self, place: Place, core: Core, _: str) -> bool:
        """The number is that of the thing before it: « page 12 », "track 3"."""
        if not _is_counted(core) or core.numeral.scale != ONE:
            return False
        return self.follows_label(place.text, core)

    def follows_label(self, text: str, core: Core) -> bool:
        """Return True if a label stands before the number."""
        return bool(self._label.search(text, max(0, core.start - LABEL), core.start))

    def is_number_of_noun(self, place: Place, core: Core, _: str) -> bool:
        """A bare number after an article and a singular noun says which: « la cabine 12 »."""
        if self._label_article is None or not (_is_bare(core) and core.whole):
            return False
        begin = max(0, core.start - ARTICLE_AND_NOUN)
        label = self._label_article.search(place.text, begin, core.start)
        bounded = self.modifiers.stands_before(Place(place.text, 0), core.start)
        return label is not None and core.numeral.scale == ONE and not bounded

    def is_named(self, place: Place, core: Core, _: str) -> bool:
        """A name stands before the number: Gemini 2.5, CAC 40; or it numbers a line."""
        if core.numeral.scale != ONE or not (core.unit is None or core.noun is not None):
            return False
        text, start = place.text, core.start
        if not core.numeral.digits:
            return False
        if core.unit is None and self._of_known.match(text, core.end):
            return False
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
        acronym = len(word) > 1 and word.isupper() and not text[begin : core.end].isupper()
        common = core.unit is not None and not acronym
        common = common or key(word) in self.lexicon.stop | self._definite
        following = self.nouns.next_word.match(text, core.numeral.end)
        within_name = following is not None and following[1][0].isupper()
        return within_name or not (first and common)

    def is_saying(self, _: Place, core: Core, previous: str) -> bool:
        """« Jamais deux fois », « toujours deux fois »: no number of times is meant."""
        times = core.unit is not None and core.unit.name == "time" and not core.numeral.digits
        return times and previous in self._ever

    def picks_out(self, place: Place, core: Core, previous: str) -> bool:
        """« les deux entreprises », "its three founders": known things, not how many.

        But « les neuf membres d'un jury » is said of one that is not known yet.
        """
        if core.dimension not in ("", "count") or core.numeral.digits:
            return False
        if core.numeral.scale != ONE or core.value >= HUNDRED:
            return False
        surface = key(place.text[core.start : core.end])
        if surface in self._adjectives and previous in self._before_adjective:
            return True
        if previous not in self._picking or self.modifiers.before(place, core.start):
            return False
        if core.value >= TWENTY and self._others.match(place.text, core.end):
            return False
        return core.unit is None or not self._of_one.match(place.text, core.end)


class Context(NamedTuple):
    """A context in which a numeral is no amount."""

    name: str
    holds: Callable[[Judge, Place, Core, str], bool]
    lang: str
    example: str
    """A sentence in which the number is no amount."""
    turned: str
    """One like it in which it is."""
    of: str = ""
    """Numerals it may hold of: duration, digits, words; any where it is empty."""


ALWAYS = (
    Context("part of a word", Judge.is_cut_off, "fr", "Il vend sa 508x.", "Il vend 508 x."),
    Context("pointing back", Judge.points, "fr", "On en voit 500 là.", "On en voit 500 à Lyon."),
    Context(
        "hour told by a word",
        Judge.is_told_hour,
        "en",
        "He left at seven o'clock.",
        "He left seven.",
    ),
)
"""Those that hold of numerals of all forms."""

CONTEXTS = (
    *ALWAYS,
    Context(
        "distance from a date",
        Judge.is_distance,
        "fr",
        "Il meurt deux jours plus tard.",
        "Il marche deux jours.",
        "duration",
    ),
    Context(
        "time of day", Judge.is_time, "fr", "Il part à 14 heures.", "Il dort 14 heures.", "duration"
    ),
    Context("year", Judge.is_year, "fr", "Il naît en 1984.", "Il vend 1984 billets.", "digits"),
    Context(
        "decade",
        Judge.is_decade,
        "fr",
        "Les années 80 sont loin.",
        "Les chats : 80 en tout.",
        "digits",
    ),
    Context(
        "one of many",
        Judge.is_one_of_many,
        "fr",
        "Lens gagne 3-1.",
        "Lens gagne 3 points.",
        "digits",
    ),
    Context("numbered thing", Judge.is_labelled, "fr", "Voir page 12.", "Voir 12 pages.", "digits"),
    Context(
        "number of a noun",
        Judge.is_number_of_noun,
        "fr",
        "Lis le psaume 23.",
        "Lis 23 psaumes.",
        "digits",
    ),
    Context(
        "name", Judge.is_named, "fr", "Le CAC 40 monte.", "La place suit 40 valeurs.", "digits"
    ),
    Context(
        "saying",
        Judge.is_saying,
        "fr",
        "La foudre ne tombe jamais deux fois.",
        "La foudre tombe deux fois.",
        "words",
    ),
    Context(
        "known things",
        Judge.picks_out,
        "fr",
        "Il aime les deux villes.",
        "Il aime deux villes.",
        "words",
    ),
)
"""Those that hold of plain numbers, in the order in which they are asked."""


_PLAIN = {
    kind: tuple(context.holds for context in CONTEXTS if context.of in ("", kind))
    for kind in ("", "duration", "digits", "words")
}
"""The functions asked of a numeral of each kind."""


def _kind(core: Core) -> str:
    """Kind of numeral, by which most contexts are left out."""
    if core.dimension == "duration":
        return "duration"
    if core.dimension not in ("", "count"):
        return ""
    return "digits" if core.numeral.digits else "words"


def _is_counted(core: Core) -> bool:
    """Whether digits are bare or count a noun."""
    return core.dimension in ("", "count") and core.numeral.digits


def _is_bare(core: Core) -> bool:
    """Whether digits have neither unit nor noun."""
    return core.unit is None and core.numeral.digits


def _is_paired(text: str, end: int) -> bool:
    """Whether a hyphen and digits follow, as in a score or the number of a law: 3-0, 121-4."""
    return text[end : end + 1] == "-" and text[end + 1 : end + 2].isdigit()
