"""The grammar of amounts: what stands around a numeral makes it an amount, or shows it is none.

One alternation a language finds where a numeral may start; from there the numeral is read, then
its unit to the right, its currency sign and modifier to the left, and what it is joined to
(a range, a remainder). The text is never normalised, so that offsets are those of the text.
"""

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from visavis.amounts.amount import Amount
from visavis.amounts.durations import MONTHS, SECONDS, in_unit
from visavis.amounts.lexicon import (
    APOSTROPHE,
    GAP,
    HYPHEN,
    JOIN,
    SPACE,
    SYMBOL,
    Lexicon,
    Unit,
    alternation,
    key,
)
from visavis.amounts.numerals import ONE, Numeral, NumeralReader

YEARS = range(1400, 2200)
LEFT = 48
"""Code points to the left of a numeral in which its modifier stands."""

CLAUSE = 70
"""Code points to the left of « de X à Y » in which a verb of change is looked for."""

NEAR = 3000
"""Code points to the left of an amount in which the currency it leaves out is looked for."""

MILLION = Decimal(1000000)
RANGE_DASH = "[-\u2010\u2011\u2013\u2014]"
SKIP = (
    r"(?:https?://|www\.)\S+|[\w.+-]+@\w[\w.-]*\.\w+",
    r"\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d\d)(?![\w/]|\.\d)",
    r"\d{4}[-/]\d\d?(?:[-/]\d\d?)(?!\w)|\d\d?-\d\d?-\d{4}(?!\w)",
    r"\d{4}[-–/]\d{2}(?:\d{2})?(?![\w/%]|[.,]\d|" + SPACE + r"?[%€$])",
    r"0\d(?:[ .\u00a0\u202f-]?\d\d){4}(?!\d)",
    r"\d{3}[ .\u00a0-]\d{3}[.-]\d{4}(?!\d)",
    r"\d{3}-\d{4}(?!\d)",
    r"\d{3}\)\s?\d{3}[ .-]\d{4}(?!\d)",
    r"\d+(?:\.\d+){2,}[a-z]?(?!\w)",
    r"\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?m\b\.?)?(?!\d)",
    r"\d{1,2}(?:\.\d\d)?\s?(?:[ap]\.m\.|[ap]m\b|o['\u2019]clock\b)",
    r"\d{2,4}['\u2019]?s(?!\w)",
)
"""Dates, telephone numbers, addresses, versions, times: alike in every language."""

TURNED = {
    "more_than": "less_than",
    "less_than": "more_than",
    "at_least": "at_most",
    "at_most": "at_least",
    "up_to": "at_least",
}
"""Modifier of N -> modifier of 1/N: « plus de quatre fois moins » is less than a quarter."""

CLOCK = re.compile(
    rf"(\d{{1,2}}){SPACE}?[hH]{SPACE}?([0-5]\d)(?!\d|{SPACE}?\d)(?:{SPACE}?(?:min|mn|m)(?!\w))?"
)
PLUS = re.compile(r"\+(?!\w)")


class Core(NamedTuple):
    """A numeral with its unit, before modifiers and ranges."""

    start: int
    end: int
    numeral: Numeral
    unit: Unit | None
    value: Decimal
    noun: str | None = None
    sign: bool = False
    """Whether the unit stands before the number."""


class Grammar:
    """Everything needed to find the amounts of one language, compiled."""

    def __init__(self, lang: str) -> None:
        self.lexicon = Lexicon(lang)
        self.numerals = NumeralReader(self.lexicon)
        self._compile_scan()
        self._compile_units()
        self._compile_nouns()
        self._compile_left()
        self._compile_right()

    # ------------------------------------------------------------------ compilation
    def _compile_scan(self) -> None:
        lexicon, data = self.lexicon, self.lexicon.data
        words = self.lexicon.words
        followers = [
            *(
                f
                for f in lexicon.numeral_forms
                if words[key(f)].role
                in (
                    "scale",
                    "thousand",
                    "hundred",
                    "collective",
                    "part",
                    "half",
                    "ordinal",
                    "point",
                    "and",
                    "cardinal",
                )
            ),
            *(
                f
                for f, unit in lexicon.unit_forms.items()
                if unit.dimension in ("money", "percent", "duration", "measure")
            ),
            *data["words"]["out_of"],
            *data["ranges"]["to"],
            *data["ranges"]["or"],
            *data["ranges"]["and"],
        ]
        articles = [
            f for f, word in lexicon.numeral_forms.items() if word.article and word.role != "whole"
        ]
        wholes = [f for f, word in lexicon.numeral_forms.items() if word.role == "whole"]
        times = [f for f, unit in lexicon.unit_forms.items() if unit.dimension == "duration"]
        months = data["dates"]["months"].split()
        day = r"\d{1,2}(?:" + "|".join(data["dates"]["day_suffix"]) + ")?"
        joins = "|".join(data["dates"]["between_days"])
        between = rf"(?:{JOIN}|{SPACE}?[–—]{SPACE}?|{GAP}(?:{joins}){GAP})"
        month = alternation(months)
        if data["dates"]["order"] == "month day":
            dates = [
                rf"{month}\.?{GAP}{day}(?:{between}(?:{month}\.?{GAP})?{day})?(?!\w|[.,]\d|{GAP}(?:million|billion))(?:,?{GAP}\d{{4}}(?!\w))?",
                rf"{month}\.?,?{GAP}\d{{4}}(?!\w)",
            ]
            month_names = f"(?:{month})(?!\\w)"
        else:
            dates, month_names = [], ""
        year = rf"(?:,?{GAP}\d{{4}}(?!\w|[.,]\d))?"
        days = rf"{day}(?:{between}{day})?{GAP}(?:of{GAP})?(?i:{month})(?!\w){year}"
        suffixes = sorted(data["not_amounts"]["ordinal_suffixes"], key=len, reverse=True)
        ordinals = rf"\d+(?:{'|'.join(suffixes)})(?!\w|-\d)"
        labels = alternation(data["words"]["labels"].split())
        fixed = alternation(data["not_amounts"]["fixed"])
        self._skip = re.compile("|".join([*SKIP, *dates, days, ordinals, f"(?i:{fixed})(?!\\w)"]))
        starts = [
            "[0-9½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅐⅑⅒]",
            f"(?i:{alternation(lexicon.first_words)})(?!\\w)",
            f"(?i:{alternation(articles)})(?={JOIN}(?i:{alternation(followers)})(?!\\w))",
            f"(?i:{alternation(wholes)})(?={JOIN}?(?i:{alternation(times)})(?!\\w))",
            r"https?://|www\.",
            f"(?i:{fixed})(?!\\w)",
        ]
        if month_names:
            starts.append(month_names + rf"(?=\.?,?{GAP}\d)")
        self._scan = re.compile(rf"\b(?:{'|'.join(starts)})")
        self._label = re.compile(rf"(?<!\w)(?i:{labels})\.?{GAP}?$")
        self._word_end = re.compile(r"[\w]+(?:[-\u2010\u2011.][\w]+)*")

    def _compile_units(self) -> None:
        lexicon, data = self.lexicon, self.lexicon.data
        links = [form if form.endswith("'") else form + " " for form in data["words"]["link"]]
        self._unit_word = re.compile(
            f"{JOIN}?(?P<link>(?i:{alternation(links)}))?(?P<word>(?i:{alternation(lexicon.unit_forms)})(?!\\w))"
        )
        letters = [s for s in lexicon.symbols if s[-1].isalpha()]
        others = [s for s in lexicon.symbols if not s[-1].isalpha()]
        signs = f"(?:{alternation(letters, SYMBOL)}(?!\\w)|{alternation(others, SYMBOL)})"
        self._symbol = re.compile(f"{JOIN}?(?P<link>(?i:{alternation(links)}))?(?P<sign>{signs})")
        money = [s for s, unit in lexicon.symbols.items() if unit.dimension == "money"]
        before = f"(?={JOIN}?(?:{alternation(links)})?(?:{alternation(money, SYMBOL)})|(?!\\w))"
        self._abbreviation = re.compile(
            f"{JOIN}?(?P<scale>{alternation(lexicon.scale_abbreviations)}){before}"
        )
        scales = [form for form, word in lexicon.numeral_forms.items() if word.role == "scale"]
        self._scale_after = re.compile(f"{GAP}(?P<scale>(?i:{alternation(scales)}))(?!\\w)")
        self._sign_ends = {sign[-1] for sign in lexicon.signs}
        self._signs = {key_of_sign(sign): unit for sign, unit in lexicon.signs.items()}
        self._code = re.compile(
            rf"(?<!\w)(?P<scale>M|k)?(?P<code>{alternation(lexicon.codes)}){SPACE}?$"
        )
        per = alternation(data["words"]["per"])
        rated = [
            f
            for f, unit in lexicon.unit_forms.items()
            if unit.dimension not in ("money", "percent")
        ]
        self._rate = re.compile(
            rf"{SPACE}?/{SPACE}?[\w]+|{GAP}?(?i:(?:{per})(?:{GAP}|(?<={APOSTROPHE}))(?:{alternation(rated)})(?!\w))"
        )

    def _compile_nouns(self) -> None:
        data = self.lexicon.data
        self._stop = {key(word) for word in data["nouns"]["stop"].split()}
        self._adjectives = {key(word) for word in data["nouns"]["adjectives"].split()}
        self._invariable = {key(word) for word in data["nouns"]["invariable"].split()}
        self._plural = re.compile(rf"{data['nouns']['plural']}$")
        links = [
            form if form.endswith("'") else form + " "
            for form in data["words"]["link"]
            if form in ("de", "d'", "of")
        ]
        self._noun_link = re.compile(f"{JOIN}(?P<link>(?i:{alternation(links)}))?")
        self._word = re.compile(rf"[^\W\d_]+(?:{HYPHEN}[^\W\d_]+)*")

    def _compile_left(self) -> None:
        data = self.lexicon.data
        endings = {"de": ("de", "d'", "des", "du"), "à": ("à", "au", "aux"), "que": ("que", "qu'")}
        self._modifier_names: dict[str, str] = {}
        forms = []
        for form, name in self.lexicon.modifiers.items():
            head, _, last = form.rpartition(" ")
            for ending in endings.get(last, (last,)):
                spelling = f"{head} {ending}".strip()
                forms.append(spelling)
                self._modifier_names.setdefault(key(spelling), name)
        definite = alternation(data["words"]["definite"], backwards=True)
        modifiers = alternation(dict.fromkeys(forms), backwards=True)
        openers = alternation(data["ranges"]["from"], backwards=True)
        space = f"(?:{SPACE}{{0,3}})"
        self._modifier = re.compile(f"{space}(?P<modifier>(?i:{modifiers}))(?!\\w)")
        self._modifier_article = re.compile(
            f"(?P<article>{space}(?i:{definite})(?!\\w){space})(?P<modifier>(?i:{modifiers}))(?!\\w)"
        )
        self._from = re.compile(f"{space}(?P<modifier>(?i:{openers}))(?!\\w)")
        minus = alternation(data["composition"]["minus"], backwards=True)
        self._minus = re.compile(f"{SPACE}{{1,3}}(?i:{minus})(?!\\w)")
        self._previous_word = re.compile(rf"([\w'’-]+){SPACE}{{0,3}}$")
        self._before_year = {key(word) for word in data["dates"]["before_year"]}
        self._before_clock = {key(word) for word in data["dates"]["before_clock"]}
        self._before_length = {key(word) for word in data["dates"]["before_length"]}
        self._changes = set(data["ranges"]["changes"].split())
        self._by = {key(word) for word in data["ranges"]["by"]}
        self._movements = set(data["ranges"]["movements"].split())
        self._phrases = {key(phrase) for phrase in data["not_amounts"]["phrases"]}
        self._doubtful = {key(word) for word in data["modifiers_of_duration"]["doubtful"]}
        self._measuring = {key(word) for word in data["not_amounts"]["measuring"]}
        self._not_before_fraction = {key(w) for w in data["not_amounts"]["not_before_fraction"]}
        self._definite = {key(word) for word in data["words"]["definite"]}
        indefinite = alternation(data["indefinite"]["numerals"], backwards=True)
        self._indefinite = re.compile(f"{SPACE}{{1,3}}(?P<word>(?i:{indefinite}))(?!\\w)")
        self._picking = {key(word) for word in data["words"]["picking"]}
        self._before_indefinite = {key(word) for word in data["indefinite"]["articles"]}
        self._distance_before = re.compile(
            f"{space}(?i:{alternation(data['dates']['distance_before'], backwards=True)})(?!\\w)"
            if data["dates"]["distance_before"]
            else r"(?!)"
        )

    def _compile_right(self) -> None:
        data = self.lexicon.data
        after = alternation(self.lexicon.modifiers_after)
        followers = alternation(data["words"]["after_modifier"])
        stops = f"{SPACE}*(?:$|[^\\w\\s]|\n|\r)"
        self._modifier_after = re.compile(
            f"(?:{GAP}(?P<modifier>(?i:{after}))(?!\\w)(?={stops}|{GAP}(?i:{followers})(?!\\w))"
            f"|,{GAP}(?i:{after})(?!\\w)(?={stops}))"
        )
        per = alternation(word for word in data["words"]["per"] if word in ("par", "per", "a"))
        self._per_head = re.compile(rf"{GAP}(?i:{per}){GAP}\w+")
        ranges = data["ranges"]
        self._range = re.compile(
            rf"{GAP}(?:(?P<to>(?i:{alternation(ranges['to'])}))|(?P<and>(?i:{alternation(ranges['and'])}))"
            rf"|(?P<or>(?i:{alternation(ranges['or'])}))){GAP}|(?P<dash>{SPACE}?{RANGE_DASH}{SPACE}?)"
        )
        self._half_after = re.compile(
            f"{GAP}(?i:{alternation(expand(data['words']['half_after']))})(?!\\w)"
        )
        ands = alternation(ranges["and"])
        self._remainder = re.compile(
            f"{GAP}(?:(?P<and>(?i:{ands})){GAP})?|,{GAP}(?:(?i:{ands}){GAP})?"
        )
        self._out_of = re.compile(f"{GAP}(?i:{alternation(data['words']['out_of'])}){GAP}")
        self._distance_after = re.compile(
            f"{GAP}(?i:{alternation(data['dates']['distance_after'])})(?!\\w)"
        )
        self._less = re.compile(f"{GAP}(?i:{alternation(data['times']['less'])})(?!\\w)")
        ones = [word for word in data["composition"]["articles"] if word in data["numbers"]]
        self._one_before = re.compile(
            f"(?<!\\w)(?i:{alternation(ones)}){GAP}(?P<noun>[^\\W\\d_]+){GAP}(?i:{alternation(data['words']['out_of'])}){GAP}$"
        )
        self._next_word = re.compile(rf"{GAP}([^\W\d_]+)")
        partitive = alternation(data["words"]["partitive"])
        self._partitive = re.compile(f"(?i:{GAP}{partitive}(?!\\w))|{SPACE}*(?:$|[^\\w\\s\\-])")

    # ------------------------------------------------------------------ scanning
    def find(self, text: str) -> list[Amount]:
        """Amounts of the text, in order, disjoint."""
        found: list[Amount] = []
        position = floor = 0
        scan = self._scan.search
        while match := scan(text, position):
            start = match.start()
            skipped = self._skip.match(text, start)
            if skipped:
                position = self._clear(skipped.end(), start)
                continue
            amounts, position = self._at(text, start, floor)
            position = max(position, start + 1)
            if amounts:
                found += amounts
                floor = position
        return self._elided(text, found) if len(found) > 1 else found

    def _elided(self, text: str, found: list[Amount]) -> list[Amount]:
        """The same amounts, with the currency that « 11,7 milliards » or « un cent » leave out.

        It is that of the sentence or, failing one, of the amount of money before.
        """
        money = [a for a in found if a.dimension == "money" and a.unit != "CENT"]
        if not money or not any(_lacks_currency(a) for a in found):
            return found
        completed = []
        for amount in found:
            if _lacks_currency(amount):
                before = [
                    m for m in money if m.start < amount.start and amount.start - m.end < NEAR
                ]
                after = [
                    m
                    for m in money
                    if m.start >= amount.end and not _sentence_ends(text[amount.end : m.start])
                ]
                same_sentence = [
                    m for m in before if not _sentence_ends(text[m.end : amount.start])
                ]
                order = [*same_sentence[-1:], *after[:1], *before[-1:], *money[:1]]
                source = order[0] if order else None
                if source and not self._other_thing(found, source, amount):
                    amount = _with_currency(text, amount, source)  # noqa: PLW2901
            completed.append(amount)
        return completed

    @staticmethod
    def _other_thing(found: list[Amount], source: Amount, amount: Amount) -> bool:
        """Whether millions of something else were last spoken of."""
        between = [a for a in found if source.end <= a.start and a.end <= amount.start]
        return any(a.dimension == "count" and abs(a.value) >= MILLION for a in between)

    @staticmethod
    def _clear(end: int, start: int) -> int:
        return max(end, start + 1)

    def _at(self, text: str, start: int, floor: int) -> tuple[list[Amount], int]:
        """Amounts that begin with the numeral at ``start``, and where to go on."""
        clock = CLOCK.match(text, start)
        if clock:
            return self._clock(text, clock, floor)
        opener = self._opener(text, start, floor)
        numeral = self.numerals.read(text, start, and_joins=opener != "between")
        if numeral is None:
            return [], self._token_end(text, start)
        if numeral.form == "ordinal" or self._glued(text, numeral):
            return [], max(numeral.end, self._token_end(text, start))
        core = self._core(text, numeral, floor)
        if numeral.form == "vague":
            core = self._with_indefinite(text, core, floor)
        ranged = self._ranged(text, core, opener, floor)
        if ranged:
            return ranged
        if opener == "between" and numeral.form != "article":
            whole = self.numerals.read(text, start)
            if whole and whole.end > numeral.end:
                core = self._core(text, whole, floor)
        core = self._out_of_ratio(text, core)
        core = self._one_in(text, core, floor)
        core = self._times_less(text, core)
        core = self._continued(text, core)
        if not self._is_amount(text, core, floor):
            return [], max(core.numeral.end, self._token_end(text, start))
        amount, end = self._with_modifier(text, core, floor)
        return [amount], self._past_rate(text, end)

    def _token_end(self, text: str, start: int) -> int:
        match = self._word_end.match(text, start)
        if not match:
            return start + 1
        return match.end() if text[start].isdigit() else start + len(match[0].split("-")[0])

    @staticmethod
    def _glued(text: str, numeral: Numeral) -> bool:
        """Whether the digits belong to a name: GPT-4, Covid-19, F.35."""
        if not numeral.digits or numeral.start == 0:
            return False
        before = text[numeral.start - 1]
        if before in "-\u2010\u2011_/.#@&" and numeral.start > 1:
            return text[numeral.start - 2].isalpha()
        return before in "#_@№"

    def _with_indefinite(self, text: str, core: Core, floor: int) -> Core:
        """The indefinite amount with the word that stands for its numeral (plusieurs, several)."""
        match = self._indefinite.match(text[max(floor, core.start - LEFT) : core.start][::-1])
        return core._replace(start=core.start - match.end()) if match else core

    def _clock(self, text: str, clock: re.Match[str], floor: int) -> tuple[list[Amount], int]:
        """« 14 h 30 »: a time of day, or a length where a word before it says so."""
        previous = self._word_before(text, clock.start())
        if previous not in self._before_length or int(clock[1]) > 99:
            return [], clock.end()
        minutes = Decimal(clock[2])
        hours = Decimal(clock[1])
        numeral = Numeral(clock.start(), clock.end(1), hours, "plain", digits=True)
        unit = Unit("duration", "hour")
        value = hours + minutes / 60
        if minutes % 15:
            unit, value = Unit("duration", "minute"), hours * 60 + minutes
        core = Core(clock.start(), clock.end(), numeral, unit, value)
        amount, end = self._with_modifier(text, core, floor)
        return [amount], end

    # ------------------------------------------------------------------ the unit
    def _core(self, text: str, numeral: Numeral, floor: int) -> Core:
        """The numeral with its currency sign to the left or its unit to the right."""
        start, value = numeral.start, numeral.value
        negative = False
        if not text[start].isalpha():
            if start and text[start - 1] in ".," and (start == 1 or not text[start - 2].isalnum()):
                decimals = text[start : numeral.end]
                if decimals.isdigit():
                    start, value = start - 1, Decimal(f"0.{decimals}")
                    numeral = numeral._replace(start=start, value=value)
            start, negative = self._minus_sign(text, start, floor)
        elif (
            word := self._minus.match(text[max(floor, start - 12) : start][::-1])
        ) and not self._opens_modifier(text, start, floor):
            start, negative = start - word.end(), True
        if negative:
            numeral = numeral._replace(start=start, value=-numeral.value)
            value = -value
        prefix = self._prefix(text, start, floor) if numeral.digits else None
        if prefix:
            return self._signed(text, numeral, prefix, value, floor)
        abbreviated = self._abbreviated(text, numeral) if numeral.digits else None
        if abbreviated:
            numeral, value = abbreviated, abbreviated.value
        unit_end = self._unit(text, numeral)
        if unit_end is None:
            return self._counted(text, Core(start, numeral.end, numeral, None, value))
        unit, end = unit_end
        if unit.dimension in ("money", "percent") and numeral.scale == ONE:
            scaled = self._scale_after.match(text, end)
            if scaled and unit.dimension == "money":
                scale = self.lexicon.words[key(scaled["scale"])].value
                value, end = value * scale, scaled.end()
                numeral = numeral._replace(end=end, value=value, scale=scale)
        half = self._half_after.match(text, end)
        if half and value % 1 == 0:
            value, end = value + Decimal("0.5"), half.end()
        if unit.dimension == "count":
            return self._counted(text, Core(start, end, numeral, unit, value))
        return Core(start, end, numeral, unit, value * unit.factor)

    def _opens_modifier(self, text: str, start: int, floor: int) -> bool:
        return bool(self._modifier.match(text[max(floor, start - LEFT) : start][::-1]))

    @staticmethod
    def _minus_sign(text: str, start: int, floor: int) -> tuple[int, bool]:
        """A hyphen or minus sign that belongs to the number: at its left, after no word."""
        at = start - 1
        if at < floor or text[at] not in "-\u2212\u2013":
            return start, False
        free = at == 0 or text[at - 1] in ' \u00a0\u202f\u2009\n\r\t(:;«"“'
        counted = at > 1 and text[at - 1] in " \u00a0\u202f\u2009" and text[at - 2].isdigit()
        return (at, True) if free and not counted else (start, False)

    def _prefix(self, text: str, start: int, floor: int) -> tuple[int, Unit, Decimal] | None:
        """Currency sign or code that ends at ``start``: its start, the unit, a multiplier."""
        end = start
        if end > floor and text[end - 1] in " \u00a0\u202f\u2009-":
            end -= 1
        if end <= floor:
            return None
        last = text[end - 1]
        if last in self._sign_ends:
            for length in range(min(5, end - floor), 0, -1):
                unit = self._signs.get(key_of_sign(text[end - length : end]))
                before = text[end - length - 1 : end - length]
                if unit and not (before.isalnum() and text[end - length].isalnum()):
                    return end - length, unit, ONE
            return None
        if not last.isalpha() or text[end : end + 1] == "-":
            return None
        match = self._code.search(text, max(floor, start - 6), start)
        if not match:
            return None
        scale = self.lexicon.scale_abbreviations.get(match["scale"] or "", ONE)
        return match.start(), self.lexicon.codes[match["code"]], scale

    def _signed(
        self,
        text: str,
        numeral: Numeral,
        prefix: tuple[int, Unit, Decimal],
        value: Decimal,
        floor: int,
    ) -> Core:
        start, unit, scale = prefix
        abbreviated = self._abbreviated(text, numeral, money=True)
        if abbreviated:
            numeral, value = abbreviated, abbreviated.value
        start, negative = self._minus_sign(text, start, floor)
        value = -value if negative else value
        end = numeral.end
        again = self._symbol.match(text, end)
        if (
            again
            and self.lexicon.symbols[again["sign"]].name == unit.name
            and again["sign"] in self.lexicon.codes
        ):
            end = again.end()
        elif unit.assumed:
            named = self._unit_word.match(text, end)
            spelled = self.lexicon.units.get(key(named["word"])) if named else None
            if named and spelled and spelled.dimension == "money" and spelled.name != "CENT":
                unit, end = spelled, named.end()
        return Core(start, end, numeral, unit, value * scale, sign=True)

    def _abbreviated(self, text: str, numeral: Numeral, *, money: bool = False) -> Numeral | None:
        """The numeral with an abbreviated multiplier: 13 Md, $3bn, 10k."""
        if numeral.scale != ONE or numeral.form != "plain":
            return None
        match = self._abbreviation.match(text, numeral.end)
        if not match:
            return None
        scale = match["scale"]
        if scale in self.lexicon.abbreviations_with_currency and not money:
            unit = self._symbol.match(text, match.end())
            is_money = unit is not None and self.lexicon.symbols[unit["sign"]].dimension == "money"
            word = None if is_money else self._unit_word.match(text, match.end())
            named = self.lexicon.units.get(key(word["word"])) if word else None
            counts = named is not None and named.dimension in ("money", "count")
            glued = match.end() == numeral.end + len(scale) and scale == "b"
            if not (is_money or counts or glued):
                return None
        factor = self.lexicon.scale_abbreviations[scale]
        return numeral._replace(end=match.end(), value=numeral.value * factor, scale=factor)

    def _unit(self, text: str, numeral: Numeral) -> tuple[Unit, int] | None:
        """The unit to the right of a numeral and where it ends."""
        end = numeral.end
        symbol = self._symbol.match(text, end)
        if symbol:
            unit = self.lexicon.symbols[symbol["sign"]]
            letters = symbol["sign"][-1].isalpha()
            long = len(symbol["sign"]) > 2
            fits = numeral.digits or long or unit.dimension in ("money", "percent") or not letters
            if fits and self._fits(text, numeral, unit, symbol.end(), bool(symbol["link"])):
                return unit, symbol.end()
        word = self._unit_word.match(text, end)
        if not word:
            return None
        found = self.lexicon.units.get(key(word["word"]))
        if found is None or not self._fits(text, numeral, found, word.end(), bool(word["link"])):
            return None
        return found, word.end()

    def _fits(self, text: str, numeral: Numeral, unit: Unit, end: int, link: bool) -> bool:  # noqa: FBT001
        form = numeral.form
        if form == "whole":
            return unit.dimension == "duration"
        if form == "times":
            return False
        if form in ("fraction", "half") and (numeral.value < 1 or form == "half"):
            return (
                unit.dimension in ("money", "percent", "duration", "measure")
                and unit.name != "point"
            )
        if form == "article":
            return unit.dimension in ("money", "percent", "duration", "measure")
        if link and unit.dimension not in ("ratio", "percent"):
            return numeral.scale != ONE or form in ("vague", "collective") or not numeral.digits
        return not (unit.dimension == "ratio" and numeral.value == 1) and end > 0

    def _counted(self, text: str, core: Core) -> Core:
        """The noun counted, with the adjectives before it."""
        numeral = core.numeral
        if numeral.form in ("fraction", "article", "half", "times", "whole") or (
            core.unit and core.unit.dimension != "count"
        ):
            return core
        if core.unit:
            return core
        match = self._noun_link.match(text, numeral.end)
        if not match or (
            match["link"] and numeral.scale == ONE and numeral.form not in ("vague", "collective")
        ):
            return core
        position = match.end()
        free = not self._adjectives
        for n in range(4):
            word = self._word.match(text, position)
            if not word:
                return core
            surface = word[0]
            found = key(surface)
            unit_word = self._unit_word.match(text, position) if n else None
            if (
                unit_word
                and not unit_word["link"]
                and (unit := self.lexicon.units.get(key(unit_word["word"])))
            ):
                if unit.dimension in ("count", "duration", "money") and (
                    free or unit.dimension != "money"
                ):
                    value = core.value * unit.factor
                    return core._replace(end=unit_word.end(), unit=unit, value=value)
                return core
            if found in self._stop and (found not in self._adjectives or n == 3):
                return core
            if found in self._adjectives:
                pass
            elif self._is_noun(surface, found) and numeral.value != 1:
                return self._named_noun(text, core, word)
            elif not free:
                return core
            gap = re.compile(GAP).match(text, word.end())
            if not gap:
                return core
            position = gap.end()
        return core

    def _named_noun(self, text: str, core: Core, word: re.Match[str]) -> Core:
        """A noun that is not in the lexicon; in English a plural before it belongs to it."""
        noun = word[0].casefold()
        if not self._adjectives:
            following = self._next_word.match(text, word.end())
            if (
                following
                and key(following[1]) not in self._stop
                and self._is_noun(following[1], key(following[1]))
            ):
                unit = self.lexicon.units.get(key(following[1]))
                noun = following[1].casefold()
                if unit and unit.dimension == "count":
                    return core._replace(end=following.end(), unit=unit)
                return core._replace(end=following.end(), noun=noun, unit=Unit("count", noun))
        return core._replace(end=word.end(), noun=noun, unit=Unit("count", noun))

    def _is_noun(self, surface: str, found: str) -> bool:
        if len(surface) < 3:
            return False
        if surface.isupper():
            return len(surface) <= 6 and not surface.endswith("%")
        if found in self._invariable:
            return True
        return bool(self._plural.search(found)) and not found.endswith(
            ("ss", "us", "is") if not self._adjectives else ("-",)
        )

    # ------------------------------------------------------------------ what goes on
    def _out_of_ratio(self, text: str, core: Core) -> Core:
        """« un sur trois », "nine out of ten"."""
        if core.numeral.form not in ("plain", "article") or core.value != int(core.value):
            return core
        match = self._out_of.match(text, core.end)
        if (
            not match
            and core.value <= 20
            and (noun := self._next_word.match(text, core.numeral.end))
        ):
            match = self._out_of.match(text, noun.end()) if key(noun[1]) not in self._stop else None
        elif core.unit:
            return core
        if not match:
            return core
        person = core.unit is not None or match.start() > core.numeral.end
        if core.unit is not None and core.unit.dimension != "count":
            return core
        whole = self.numerals.read(text, match.end()) if match.end() < len(text) else None
        if whole is None or whole.form != "plain" or not 0 < core.value < whole.value:
            return core
        if whole.digits and text[whole.start : whole.end].isdigit() and int(whole.value) in YEARS:
            return core
        unit = self._unit(text, whole)
        strict = match[0].strip().lower() in ("in", "over")
        if person and whole.value > 100:
            return core
        if unit and (strict or unit[0].dimension != "count"):
            return core
        numeral = core.numeral._replace(
            end=whole.end, value=core.value / whole.value, form="fraction"
        )
        return Core(core.start, whole.end, numeral, None, numeral.value)

    def _one_in(self, text: str, core: Core, floor: int) -> Core:
        """« un salarié sur cinq », seen from its end."""
        if (
            core.unit
            or core.numeral.form != "plain"
            or not 2 <= core.value <= 1000
            or core.value % 1
        ):
            return core
        match = self._one_before.search(text, max(floor, core.start - LEFT), core.start)
        if not match or key(match["noun"]) in self._stop:
            return core
        numeral = core.numeral._replace(start=match.start(), value=1 / core.value, form="fraction")
        return Core(match.start(), core.end, numeral, None, numeral.value)

    def _times_less(self, text: str, core: Core) -> Core:
        """« quatre-vingts fois moins » is 1/80."""
        if core.unit is None or core.unit.name != "x" or core.value <= 0:
            return core
        match = self._less.match(text, core.end)
        if not match:
            return core
        numeral = core.numeral._replace(form="less")
        return Core(core.start, match.end(), numeral, None, 1 / core.value)

    def _continued(self, text: str, core: Core) -> Core:
        """« 12 euros et 15 », « 2 minutes et 30 secondes »."""
        unit = core.unit
        if (
            unit is None
            or core.sign
            or core.value != int(core.value)
            or core.numeral.form not in ("plain", "article")
        ):
            return core
        if unit.dimension == "money" and core.numeral.scale == ONE and unit.name != "CENT":
            return self._with_cents(text, core)
        if unit.dimension == "duration":
            return self._with_shorter(text, core)
        return core

    def _with_cents(self, text: str, core: Core) -> Core:
        match = self._remainder.match(text, core.end)
        if not match or match.end() >= len(text) or match[0].startswith(","):
            return core
        cents = self.numerals.read(text, match.end())
        if cents is None or cents.form not in ("plain", "article") or cents.scale != ONE:
            return core
        if not 0 < cents.value < 100 or cents.value % 1:
            return core
        if cents.digits and not text[match.end() : cents.end].isdigit():
            return core
        unit = self._unit(text, cents)
        if unit:
            if unit[0].name != "CENT":
                return core
            end = unit[1]
        else:
            after = self._next_word.match(text, cents.end)
            counted = after is not None and key(after[1]) not in self._stop
            if (
                counted
                or text[cents.end : cents.end + 1].isalnum()
                or text[cents.end : cents.end + 2] in (" $", " €", " £", " %", "%")
            ):
                return core
            end = cents.end
        return core._replace(end=end, value=core.value + cents.value / 100)

    def _with_shorter(self, text: str, core: Core) -> Core:
        parts = [(core.value, core.unit.name if core.unit else "")]
        end = core.end
        while match := self._remainder.match(text, end):
            if match.end() >= len(text):
                break
            numeral = self.numerals.read(text, match.end(), and_joins=False)
            if numeral is None or numeral.form not in ("plain", "article"):
                break
            if numeral.form == "article" and match["and"] is None:
                break
            unit = self._unit(text, numeral)
            if unit is None or unit[0].dimension != "duration":
                break
            names = [name for _, name in parts]
            finer = SECONDS[unit[0].name] < SECONDS[names[-1]]
            if unit[0].name in names or not (finer or match[0].isspace()):
                break
            parts.append((numeral.value * unit[0].factor, unit[0].name))
            end = unit[1]
        if len(parts) == 1:
            return core
        name = min((name for _, name in parts), key=SECONDS.__getitem__)
        if all(part in MONTHS for _, part in parts):
            value = sum(n * MONTHS[part] for n, part in parts) / Decimal(MONTHS[name])
        else:
            value = sum(n * SECONDS[part] for n, part in parts) / SECONDS[name]
        return core._replace(end=end, value=Decimal(value), unit=Unit("duration", name))

    # ------------------------------------------------------------------ ranges
    def _opener(self, text: str, start: int, floor: int) -> str:
        """Word that may open a range before the number: between, from, or none."""
        back = self._before_sign(text, start, floor)
        left = text[max(floor, back - LEFT) : back][::-1]
        match = self._modifier.match(left)
        if match and self._modifier_names.get(key(match["modifier"][::-1])) == "between":
            return "between"
        if self._from.match(left) and not match:
            return "from"
        return ""

    def _before_sign(self, text: str, start: int, floor: int) -> int:
        if not text[start].isdigit():
            return start
        prefix = self._prefix(text, start, floor)
        return prefix[0] if prefix else start

    def _ranged(
        self, text: str, low: Core, opener: str, floor: int
    ) -> tuple[list[Amount], int] | None:
        """A range or a change that starts with ``low``: its amounts, and where to go on."""
        match = self._range.match(text, low.end)
        if (
            not match
            or match.end() >= len(text)
            or low.numeral.form in ("vague", "whole", "times", "half")
        ):
            return None
        if match["and"] and opener != "between":
            return None
        position = self._skip_sign(text, match.end())
        if position >= len(text) or (
            not self._scan.match(text, position) and text[position] not in "0123456789"
        ):
            return None
        if self._skip.match(text, position) or self._skip.match(text, low.numeral.start):
            return None
        numeral = self.numerals.read(text, position)
        if (
            numeral is None
            or numeral.form in ("ordinal", "vague", "whole", "times", "half")
            or self._glued_after(text, numeral)
        ):
            return None
        high = self._core(text, numeral, match.end())
        if match["dash"] and text[match.end() - 1 : match.end()] in "-–" and high.value < 0:
            return None
        if low.sign and not high.unit:
            high = high._replace(unit=low.unit)
        if not self._is_range(text, low, high, match, opener):
            return None
        return self._change(text, low, high, opener, floor) or self._range_amount(
            text, low, high, opener, match, floor
        )

    @staticmethod
    def _glued_after(text: str, numeral: Numeral) -> bool:
        return numeral.digits and text[numeral.end : numeral.end + 1] == "/"

    def _skip_sign(self, text: str, position: int) -> int:
        """Where the number starts after a currency sign at ``position``."""
        if text[position].isdigit():
            return position
        symbol = self._symbol.match(text, position)
        if symbol and self.lexicon.symbols[symbol["sign"]].dimension == "money":
            end = symbol.end()
            if text[end : end + 1] in (" ", "\u00a0", "\u202f"):
                end += 1
            return end if text[end : end + 1].isdigit() else position
        return position

    def _is_range(
        self, text: str, low: Core, high: Core, match: re.Match[str], opener: str
    ) -> bool:
        if high.numeral.form == "article" and high.unit is None:
            return False
        if low.unit and high.unit and low.unit.dimension != high.unit.dimension:
            return False
        if low.unit and high.unit is None and not low.sign:
            return bool(opener) and low.unit.dimension == "money" and high.numeral.scale != ONE
        bare = high.unit is None and high.numeral.scale == ONE
        if (
            low.unit
            and high.unit
            and low.unit.dimension in ("measure", "count", "money")
            and low.unit.name != high.unit.name
        ):
            return low.unit.dimension == "money" and low.unit.assumed
        years = [_is_year(text, core) for core in (low, high)]
        if all(years) or (bare and any(years)):
            return False
        if match["or"]:
            return (
                not bare
                and not low.unit
                and high.value / max(high.numeral.scale, ONE) - low.value in (1, 5, 10)
            )
        if opener == "between":
            return not bare or not match["dash"]
        if match["dash"]:
            return not bare and (low.unit is None or low.unit == high.unit)
        return not bare

    def _change(
        self, text: str, low: Core, high: Core, opener: str, floor: int
    ) -> tuple[list[Amount], int] | None:
        """« passer de 10 à 15 milliards » is two amounts; null when it is a range."""
        if opener == "between":
            return None
        scale = high.numeral.scale
        inherits = (
            low.unit is None and low.numeral.scale == ONE and low.value * scale <= high.value * 100
        )
        before = {
            key(word)
            for word in re.findall(
                r"\w+", text[max(0, low.start - CLAUSE) : low.start].rsplit(".", maxsplit=1)[-1]
            )
        }
        if self._word_before(text, low.start) in self._by:
            return None
        changes = bool(before & self._changes)
        moves = bool(before & self._movements) and (
            low.unit is not None or high.unit is None or high.unit.dimension != "percent"
        )
        low_value = low.value * scale if inherits else low.value
        if not changes and not moves and low_value < self._comparable(high, low):
            return None
        if not opener and low.unit is None:
            return None
        if inherits and high.unit:
            low = low._replace(value=low.value * scale * high.unit.factor)
        if low.unit is None:
            low = low._replace(unit=high.unit)
        if not self._is_amount(text, low, floor):
            return None
        amount, _ = self._with_modifier(text, low, floor, opened=opener == "from")
        return [amount], low.end

    @staticmethod
    def _comparable(high: Core, low: Core) -> Decimal:
        if low.unit and high.unit and low.unit.dimension == "duration":
            return high.value * SECONDS[high.unit.name] / SECONDS[low.unit.name]
        return high.value

    def _range_amount(
        self, text: str, low: Core, high: Core, opener: str, match: re.Match[str], floor: int
    ) -> tuple[list[Amount], int] | None:
        unit = high.unit or low.unit
        scale = high.numeral.scale
        low_value, high_value = low.value, high.value
        if low.unit is None or low.sign:
            if low.numeral.scale == ONE and low.value * scale <= high.value:
                low_value = low.value * scale
            if unit and low.unit is None:
                low_value *= unit.factor
        elif (
            high.unit and low.unit.name != high.unit.name and unit and unit.dimension == "duration"
        ):
            name = min(low.unit.name, high.unit.name, key=SECONDS.__getitem__)
            low_value = in_unit(low.value, low.unit.name, name)
            high_value = in_unit(high.value, high.unit.name, name)
            unit = Unit("duration", name)
        if low_value >= high_value:
            return None
        end = self._continued_end(text, high)
        numeral = (low.numeral.start, low.numeral.end)
        span: tuple[int, int] | None = None
        if opener:
            pattern = self._modifier if opener == "between" else self._from
            opening = pattern.match(text[max(floor, low.start - LEFT) : low.start][::-1])
            if opening:
                span = (low.start - opening.end(), low.start - opening.start("modifier"))
        dimension = _dimension(unit)
        amount = Amount(
            low.start,
            end,
            dimension,
            low_value,
            high_value,
            unit.name if unit else None,
            "between",
            numeral,
            span,
            _assumed(text, unit, low, high),
        )
        return [amount], self._past_rate(text, end)

    @staticmethod
    def _continued_end(text: str, core: Core) -> int:
        return core.end if text else 0

    # ------------------------------------------------------------------ is it an amount
    def _is_amount(self, text: str, core: Core, floor: int) -> bool:
        numeral, unit = core.numeral, core.unit
        after = text[core.end : core.end + 1]
        if (
            numeral.digits
            and core.end == numeral.end
            and after
            and (after.isalnum() or after == "_")
        ):
            return False
        previous = self._word_before(text, core.start)
        if numeral.form == "article":
            distance = (
                unit is not None and unit.dimension == "duration" and self._is_distance(text, core)
            )
            return (
                unit is not None
                and not distance
                and self._article_counts(text, core, previous, floor)
            )
        if numeral.form == "whole":
            return unit is not None and (
                key(text[numeral.start : numeral.end]) != "full"
                or bool(self._partitive.match(text, core.end))
            )
        if numeral.form == "vague":
            return self._is_indefinite(text, core, previous, floor)
        if numeral.form in ("half", "fraction"):
            return self._is_fraction(text, core, previous, floor)
        if unit is not None and unit.dimension == "duration" and self._is_distance(text, core):
            return False
        if unit is not None and unit.dimension != "count":
            return not self._is_clock(core, previous)
        if not numeral.digits and self._picks_out(text, core, previous, floor):
            return False
        if numeral.digits:
            if _is_year(text, core) and (
                unit is None or core.noun or previous in self._before_year
            ):
                return False
            if numeral.scale == ONE and self._label.search(
                text, max(0, core.start - 16), core.start
            ):
                return False
            if numeral.scale == ONE and (unit is None or core.noun) and self._named(text, core):
                return False
        return True

    def _is_distance(self, text: str, core: Core) -> bool:
        """« deux jours plus tard », "a year ago": counted from a date, and a date itself."""
        before = text[max(0, core.start - LEFT) : core.start][::-1]
        return bool(
            self._distance_after.match(text, core.end) or self._distance_before.match(before)
        )

    def _picks_out(self, text: str, core: Core, previous: str, floor: int) -> bool:
        """« les deux entreprises », "its three founders": known things, not how many."""
        if core.numeral.scale != ONE or core.value >= 100:
            return False
        return previous in self._picking and self._modifier_before(text, core.start, floor) is None

    def _is_clock(self, core: Core, previous: str) -> bool:
        """« à 14 heures » is a time of day."""
        unit = core.unit
        hours = unit is not None and unit.name == "hour" and unit.dimension == "duration"
        return (
            hours
            and core.numeral.digits
            and previous in self._before_clock
            and core.value <= 24
            and core.value % 1 == 0
        )

    def _named(self, text: str, core: Core) -> bool:
        """Whether a name stands before the number: Gemini 2.5, CAC 40; or it numbers a line."""
        start = core.start
        match = re.compile(r"(\S+)[ \u00a0\u202f\u2009]$").search(text, max(0, start - 24), start)
        if match:
            word = match[1].lstrip("«“\"'(’")
            if not word or not word[0].isupper() or not word[-1].isalnum():
                return False
            begin = match.start(1)
            first = begin == 0 or text[max(0, begin - 2) : begin].strip(' \u00a0\u202f«“"') in (
                "",
                ".",
                "!",
                "?",
                ".\n",
                "\n",
            )
            return not (
                first
                and (
                    core.unit is not None or key(word) in self._stop or key(word) in self._definite
                )
            )
        line_start = start == 0 or text[start - 1] in "\n\r"
        if line_start and core.unit is None:
            return bool(re.compile(rf"[.)]{GAP}\S").match(text, core.end))
        return text[start - 1 : start] == "[" and text[core.end : core.end + 1] == "]"

    def _article_counts(self, text: str, core: Core, previous: str, floor: int) -> bool:
        unit = core.unit
        if unit is None:
            return False
        phrase = key(text[core.start : core.end])
        if phrase in self._phrases:
            return previous in self._measuring or bool(
                self._modifier.match(text[max(floor, core.start - LEFT) : core.start][::-1])
            )
        return True

    def _is_indefinite(self, text: str, core: Core, previous: str, floor: int) -> bool:
        """« plusieurs milliards », « des centaines de millions », "billions of dollars"."""
        if core.start < core.numeral.start or previous in self._before_indefinite:
            return True
        surface = text[core.numeral.start : core.numeral.end]
        first = self.lexicon.words.get(key(re.split(rf"{SPACE}|{HYPHEN}", surface)[0]))
        if first is None or first.role == "vague":
            return True
        if not first.plural or previous in self._definite:
            return False
        chain = core.numeral.value != first.value or first.role == "collective"
        return chain or (
            core.end > core.numeral.end and previous not in ("en", "in", "de", "d", "of")
        )

    def _is_fraction(self, text: str, core: Core, previous: str, floor: int) -> bool:
        numeral = core.numeral
        if previous in self._not_before_fraction:
            return False
        if core.unit is not None or numeral.form == "fraction":
            return not (core.unit is None and numeral.digits and self._named(text, core))
        surface = key(text[numeral.start : numeral.end])
        if text[numeral.end : numeral.end + 1] == "-":
            return False
        if self._modifier.match(
            text[max(floor, core.start - LEFT) : core.start][::-1]
        ) or self._modifier_article.match(text[max(floor, core.start - LEFT) : core.start][::-1]):
            return True
        if numeral.value == Decimal("0.5"):
            halves = {key(form) for form in self.lexicon.data["fractions"]["alone"]}
            after = self._next_word.match(text, numeral.end)
            following = key(after[1]) if after else ""
            if surface not in halves:
                return False
            return not self.lexicon.and_after_hundred or following in (
                "of",
                "the",
                "a",
                "an",
                "its",
                "their",
                "his",
                "her",
                "our",
                "my",
                "that",
                "this",
                "as",
                "those",
                "these",
                "all",
            )
        partitive = self._partitive.match(text, numeral.end)
        return (
            previous in ("le", "du", "au")
            and bool(partitive)
            and self._next_word.match(text, numeral.end) is not None
        )

    # ------------------------------------------------------------------ the modifier
    def _word_before(self, text: str, start: int) -> str:
        match = self._previous_word.search(text, max(0, start - 24), start)
        if not match:
            return ""
        word = match[1]
        for apostrophe in "'’":
            if apostrophe in word[:-1]:
                word = word.rpartition(apostrophe)[2]
        return key(word)

    def _with_modifier(
        self, text: str, core: Core, floor: int, *, opened: bool = False
    ) -> tuple[Amount, int]:
        name, span, end = "exact", None, core.end
        numeral = core.numeral
        before = None if opened else self._modifier_before(text, core.start, floor)
        if (
            before
            and core.unit
            and core.unit.dimension == "duration"
            and self._is_preposition(text, before[1])
        ):
            before = None
        if numeral.form == "vague":
            name = "several"
            if core.start < numeral.start:
                span = (core.start, core.start + len(text[core.start : numeral.start].rstrip()))
                numeral = numeral._replace(start=core.start)
        elif before:
            name, span = before
        else:
            after = self._modifier_after.match(text, core.end) or PLUS.match(text, core.end)
            if not after and (rate := self._per_head.match(text, core.end)):
                after = self._modifier_after.match(text, rate.end())
            if after:
                surface = after[0].lstrip(", \u00a0\u202f\u2009")
                name = "more_than" if surface == "+" else self._names_after(surface)
                span, end = (after.end() - len(surface), after.end()), after.end()
        if numeral.form == "collective" and name == "exact":
            name = "about"
        if numeral.form == "less":
            name = TURNED.get(name, name)
        unit = core.unit
        amount = Amount(
            core.start,
            core.end,
            _dimension(unit, core),
            core.value,
            None,
            unit.name if unit else _ratio_unit(core),
            name,
            (numeral.start, numeral.end),
            span,
            _assumed(text, unit, core, core),
        )
        return amount, end

    def _names_after(self, surface: str) -> str:
        found = key(surface)
        return next(
            name for form, name in self.lexicon.modifiers_after.items() if key(form) == found
        )

    def _modifier_before(
        self, text: str, start: int, floor: int
    ) -> tuple[str, tuple[int, int]] | None:
        """Modifier that ends before ``start``, over an article: its name and span."""
        left = text[max(floor, start - LEFT) : start][::-1]
        match = self._modifier.match(left) or self._modifier_article.match(left)
        if not match:
            return None
        name = self._modifier_names.get(key(match["modifier"][::-1]))
        if name is None or name == "between":
            return None
        return name, (start - match.end(), start - match.start("modifier"))

    def _is_preposition(self, text: str, span: tuple[int, int]) -> bool:
        """Whether a modifier before a duration only says when: "to invest over five years"."""
        if key(text[slice(*span)]) not in self._doubtful:
            return False
        return self._word_before(text, span[0]) not in self._measuring

    def _past_rate(self, text: str, end: int) -> int:
        """Where to go on after « par mois », "a year", « /kWh »."""
        rate = self._rate.match(text, end)
        return rate.end() if rate else end


def _lacks_currency(amount: Amount) -> bool:
    if amount.unit == "CENT":
        return True
    return (
        amount.dimension == "number"
        and abs(amount.value) >= MILLION
        and amount.numeral[1] == amount.end
    ) or (
        amount.dimension == "number"
        and amount.value_max is not None
        and abs(amount.value) >= MILLION
    )


def _with_currency(text: str, amount: Amount, source: Amount) -> Amount:
    if amount.unit == "CENT":
        assumed = f"{text[amount.numeral[1] : amount.end].strip()} is a hundredth of {source.unit}"
        return amount._replace(value=amount.value / 100, unit=source.unit, assumed=assumed)
    words = text[amount.start : amount.end]
    if not any(char.isalpha() for char in words):
        return amount
    assumed = f"{words} is in {source.unit}"
    return amount._replace(dimension="money", unit=source.unit, assumed=assumed)


def _sentence_ends(text: str) -> bool:
    return "\n" in text or bool(re.search(r"[.!?](?:\s|$)", text))


def key_of_sign(sign: str) -> str:
    """Form under which a currency sign is looked up: letters without a space have no case."""
    return sign.upper() if " " not in sign or sign[:2] != "us" else sign


def expand(forms: list[str]) -> list[str]:
    """The spellings of all ``forms``."""
    from visavis.amounts.lexicon import spell  # noqa: PLC0415

    return [spelling for form in forms for spelling in spell(form)]


def _is_year(text: str, core: Core) -> bool:
    surface = text[core.numeral.start : core.numeral.end]
    return len(surface) == 4 and surface.isdigit() and int(surface) in YEARS


def _dimension(unit: Unit | None, core: Core | None = None) -> str:
    if unit is None:
        fraction = core is not None and core.numeral.form in ("fraction", "half", "times", "less")
        return "ratio" if fraction else "number"
    return "count" if unit.dimension == "measure" else unit.dimension


def _ratio_unit(core: Core) -> str | None:
    return "x" if core.numeral.form == "times" else None


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


def find(text: str, lang: str) -> list[Amount]:
    """Amounts of ``text`` in reading order, disjoint; offsets are code points of ``text``.

    Raises:
        UsageError: the language has no ``amounts.toml``.
    """
    return grammar(lang).find(text)
