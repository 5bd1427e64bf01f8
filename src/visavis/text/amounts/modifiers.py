"""What bounds or blurs an amount: « plus de » before it, « environ » after it, « plusieurs »."""

import re
from decimal import Decimal
from typing import NamedTuple

from visavis.text.amounts.forms import FORM, GAP, SPACE, alternation, key
from visavis.text.amounts.lexicon import Lexicon
from visavis.text.amounts.numerals import Numeral
from visavis.text.amounts.quantity import Core, Place

PLUS = re.compile(r"\+(?!\w)|-plus(?!\w)")
PLUS_SIGNS = ("+", "-")
BEFORE_MODIFIER = frozenset(", \u00a0\u202f\u2009")
"""What stands between an amount and the modifier after it."""

ADVERB = "*"
"""Stands in a modifier where an adverb may: « dépasse* les »."""

QUOTES = ' \u00a0\u202f«“"('
ENDS = ".!?:;\n\r"
"""What stands before the first word of a sentence."""

SECOND = 2
TWO_DIGITS = 2

ASIDE = 30
"""Code points of the longest aside, « au moins, selon lui, trois ans »."""

WORD = 24
"""Code points of the longest word that is looked at before a numeral."""

ENDINGS = {"de": ("de", "d'", "des", "du"), "à": ("à", "au", "aux"), "que": ("que", "qu'")}
"""The prepositions that end a modifier contract or elide with what follows."""

TURNED = {
    "more_than": "less_than",
    "less_than": "more_than",
    "at_least": "at_most",
    "at_most": "at_least",
    "up_to": "at_least",
}
"""Modifier of N -> modifier of 1/N: « plus de quatre fois moins » is less than a quarter."""


COMPARING = frozenset({"more_than", "less_than"})
PARTS = frozenset({"fraction", "half", "times", "collective", "whole"})
"""Over an article, modifiers of COMPARING bound only these: « plus des deux tiers »."""


class Modifier(NamedTuple):
    """What is said of an amount, a key of COMPARATORS, and where."""

    name: str
    span: tuple[int, int] | None


EXACT = Modifier("exact", None)


class Modifiers:
    """Reads the modifiers of one language, before and after an amount."""

    def __init__(self, lexicon: Lexicon) -> None:
        data = lexicon.data
        odd = alternation(data["words"]["odd"])
        self.odd_initials = frozenset(word[0] for word in data["words"]["odd"])
        self.odd = re.compile(f"(?:{GAP}|-)(?P<modifier>(?i:{odd}))(?!\\w)")
        self._forms = _with_endings(lexicon.modifiers)
        self._names: dict[str, str] = {}
        for form, name in self._forms.items():
            self._names.setdefault(key(form.replace(ADVERB, "")), name)
        self._adverbs = {key(word) for word in data["modifier_adverbs"]["forms"]}
        self._names_after = {key(form): name for form, name in lexicon.modifiers_after.items()}
        self._compile_before(lexicon)
        self._compile_after(lexicon)
        self._previous_word = re.compile(rf"{SPACE}{{0,3}}([\w'’-]+)")
        self._doubtful = {key(word) for word in data["modifiers_of_duration"]["doubtful"]}
        self._measuring = {key(word) for word in data["not_amounts"]["measuring"]}
        self._of_round = {key(form) for form in data["modifiers_of_round"]["forms"]}
        self._one = {key(form) for form in data["composition"]["one"]}
        self._definite = {key(word) for word in data["words"]["definite"]}
        self._contracted = {key(word) for word in data["words"]["contracted"]}
        multiplying = {"collective", "scale", "thousand", "hundred"}
        singular = {form: w for form, w in lexicon.words.items() if not w.plural}
        self._multipliers = {form for form, w in singular.items() if w.role in multiplying}
        self._collectives = {
            f for f, w in singular.items() if w.role == "collective" and not w.exact
        }
        self._partitive = re.compile(
            f"(?i:{GAP}{alternation(data['words']['partitive'])}(?!\\w))|{SPACE}*(?:$|[^\\w\\s\\-])"
        )

    def _compile_before(self, lexicon: Lexicon) -> None:
        data = lexicon.data
        space = f"{SPACE}{{0,3}}"
        adverbs = alternation(data["modifier_adverbs"]["forms"], backwards=True)
        special = FORM | {ADVERB: f"(?:{adverbs}{GAP})?"}
        forms = alternation(self._forms, special, backwards=True)
        modifier = f"(?P<modifier>(?i:{forms}))(?!\\w)"
        definite = alternation(data["words"]["definite"], backwards=True)
        openers = alternation(data["ranges"]["from"], backwards=True)
        indefinite = alternation(data["indefinite"]["numerals"], backwards=True)
        article = f"(?:(?P<article>(?i:{definite}))(?!\\w){space})??"
        parted = alternation(data["modifier_adverbs"]["before_aside"], backwards=True)
        aside = f"{SPACE}{{1,3}},[^,.;:!?\\n\\d]{{1,{ASIDE}}},(?=(?i:{parted})(?!\\w))"
        self._before = re.compile(f"(?:{space}{article}|{aside}){modifier}")
        self._from = re.compile(f"{space}(?P<modifier>(?i:{openers}))(?!\\w)")
        self._indefinite = re.compile(f"{SPACE}{{1,3}}(?i:{indefinite})(?!\\w)")

    def _compile_after(self, lexicon: Lexicon) -> None:
        words = lexicon.data["words"]
        of = "".join(f"(?!(?<={word}){GAP}d[e'’])" for word in ("plus", "moins"))
        after = f"(?P<modifier>(?i:{alternation(lexicon.modifiers_after)}))(?!\\w){of}"
        comma = after.replace("?P<modifier>", "?P<parenthetic>")
        followers = alternation(words["after_modifier"])
        stops = f"{SPACE}*(?:$|[^\\w\\s$€£¥]|\n|\r)"
        free = f"(?P<free>(?i:{alternation(words['free_after'])}))(?!\\w)"
        excluded = alternation(words["not_after_modifier"])
        self._after = re.compile(
            f"{GAP}{after}(?={stops}|{GAP}(?i:{followers})(?!\\w))|,{GAP}{comma}(?={stops})"
            f"|{GAP}{free}(?!{GAP}(?:[0-9]|(?i:{excluded})(?!\\w)))"
        )
        per, between = alternation(words["per_head"]), alternation(words["before_after"])
        self._per_head = re.compile(rf"{GAP}(?:(?i:{per}){GAP}\w+|(?i:{between})(?!\w))")

    def word_before(self, text: str, start: int) -> str:
        """Key of the word that ends before ``start``, without what it is elided to."""
        match = self._previous_word.match(text[max(0, start - WORD) : start][::-1])
        if not match:
            return ""
        word = match[1][::-1]
        for apostrophe in "'’":
            if apostrophe in word[:-1]:
                word = word.rpartition(apostrophe)[2]
        return key(word)

    def stands_before(self, place: Place, start: int, *, over_article: bool = False) -> bool:
        """Whether a modifier, or the word that opens a range, ends before ``start``."""
        match = self._before.match(place.left(start))
        return match is not None and (over_article or not match["article"])

    def before(self, place: Place, start: int) -> Modifier | None:
        """Modifier that ends before ``start``, over an article."""
        match = self._before.match(place.left(start))
        name = self._name(match) if match else "between"
        return Modifier(name, _span(match, start)) if match and name != "between" else None

    def _name(self, match: re.Match[str]) -> str:
        """What the modifier says that was found reading backwards, with an adverb or without."""
        surface = key(match["modifier"][::-1])
        name = self._names.get(surface)
        if name is None:
            words = [word for word in surface.split() if word not in self._adverbs]
            name = self._names[" ".join(words)]
        return name

    def directly_before(self, place: Place, start: int) -> Modifier | None:
        """Modifier before ``start`` without an article between: "more than the $9" compares."""
        return self.before(place, start) if self.stands_before(place, start) else None

    def opener(self, place: Place, start: int) -> str:
        """Word that may open a range before ``start``: between, from, or none."""
        left = place.left(start)
        match = self._before.match(left)
        if match and not match["article"]:
            return "between" if self._name(match) == "between" else ""
        return "from" if self._from.match(left) else ""

    def opening(self, place: Place, start: int, opener: str) -> tuple[int, int] | None:
        """Where the word stands that opens the range at ``start``."""
        if not opener:
            return None
        pattern = self._before if opener == "between" else self._from
        match = pattern.match(place.left(start))
        return _span(match, start) if match else None

    def with_indefinite(self, place: Place, core: Core) -> Core:
        """The indefinite amount with the word that stands for its numeral (plusieurs, several)."""
        match = self._indefinite.match(place.left(core.start))
        return core._replace(start=core.start - match.end()) if match else core

    def with_one(self, place: Place, core: Core) -> Core:
        """« une bonne centaine », « le milliard d'euros »: a multiplier alone is said of one."""
        numeral = core.numeral
        surface = key(place.text[numeral.start : numeral.end])
        if core.start < numeral.start or surface not in self._multipliers:
            return core
        before = self.before(place, core.start)
        text = place.text[slice(*before.span)] if before and before.span else ""
        definite_before = (
            self.word_before(place.text, core.start) in self._definite | self._contracted
        )
        definite_before |= (
            not place.text[: core.start].rstrip(QUOTES)[-1:].strip(ENDS)
            and core.dimension == "money"
        )
        if key(text) not in self._one and not (definite_before and core.end > numeral.end):
            return core
        form = "collective" if surface in self._collectives else "plain"
        return core._replace(numeral=numeral._replace(form=form))

    def share(self, place: Place, numeral: Numeral) -> Numeral:
        """« à peu près le sixième des 4 milliards », "a good third": an ordinal that is a part."""
        if numeral.value <= SECOND or numeral.digits:
            return numeral
        if not self.stands_before(place, numeral.start, over_article=True):
            return numeral
        if not self._partitive.match(place.text, numeral.end):
            return numeral
        return numeral._replace(value=1 / numeral.value, form="fraction")

    def of(self, place: Place, core: Core, *, opened: bool = False) -> tuple[Modifier, int]:
        """What modifies the amount, and where the amount and its modifier end.

        ``opened``: the word before it opens a range or a change, and is no modifier.
        """
        modifier, end = self._found(place, core, opened=opened)
        if core.numeral.form == "collective" and modifier.name == "exact":
            modifier = modifier._replace(name="about")
        if core.numeral.form == "less":
            modifier = modifier._replace(name=TURNED.get(modifier.name, modifier.name))
        return modifier, end

    def _found(self, place: Place, core: Core, *, opened: bool) -> tuple[Modifier, int]:
        if core.numeral.form == "vague":
            word = place.text[core.start : core.numeral.start].rstrip()
            span = (core.start, core.start + len(word)) if word else None
            return Modifier("several", span), core.end
        odd = None
        if core.numeral.scale == 1 and place.text[core.numeral.end - 1].isalpha():
            odd = self.odd.search(place.text, core.numeral.start, core.numeral.end)
        if odd:
            return Modifier("more_than", odd.span("modifier")), core.end
        before = None if opened else self.before(place, core.start)
        if before and before.name in COMPARING and core.numeral.form not in PARTS:
            before = self.directly_before(place, core.start)
        if before and before.span and key(place.text[slice(*before.span)]) in self._of_round:
            before = before if _is_round(core.numeral.value) else None
        if before and not self._only_says_when(place, core, before):
            return before, core.end
        return self._following(place.text, core.end)

    def _following(self, text: str, end: int) -> tuple[Modifier, int]:
        following = text[end : end + 1]
        plus = PLUS.match(text, end) if following in PLUS_SIGNS else None
        if plus:
            name = "more_than" if following == "+" else "at_least"
            return Modifier(name, plus.span()), plus.end()
        if following not in BEFORE_MODIFIER:
            return EXACT, end
        after = self._after.match(text, end)
        if not after and (rate := self._per_head.match(text, end)):
            after = self._after.match(text, rate.end())
        if not after:
            return EXACT, end
        group = after.lastgroup or ""
        return Modifier(self._names_after[key(after[group])], after.span(group)), after.end()

    def _only_says_when(self, place: Place, core: Core, before: Modifier) -> bool:
        """Whether a modifier is a preposition: "to invest over five years", "5 MW over 20 km"."""
        if before.span is None or key(place.text[slice(*before.span)]) not in self._doubtful:
            return False
        start = before.span[0]
        if place.floor > 0 and not place.text[place.floor : start].strip():
            return True
        if core.dimension != "duration":
            return False
        return self.word_before(place.text, start) not in self._measuring


def _with_endings(modifiers: dict[str, str]) -> dict[str, str]:
    """Each spelling of a modifier -> what it says."""
    names: dict[str, str] = {}
    for form, name in modifiers.items():
        head, _, last = form.rpartition(" ")
        for ending in ENDINGS.get(last, (last,)):
            names.setdefault(f"{head} {ending}".strip(), name)
    return names


def _is_round(value: Decimal) -> bool:
    """Whether a number has one digit before its zeros, or two of which the second is 5."""
    digits = "".join(map(str, value.as_tuple().digits)).rstrip("0")
    return len(digits) == 1 or (len(digits) == TWO_DIGITS and digits[-1] == "5")


def _span(match: re.Match[str], start: int) -> tuple[int, int]:
    """Span in the text of a modifier found in what stands before ``start``, read backwards."""
    return start - match.end("modifier"), start - match.start("modifier")
