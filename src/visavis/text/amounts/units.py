"""The unit of a numeral: a sign or code before it, a symbol, a word or an abbreviation after it."""

import re
from decimal import Decimal
from typing import NamedTuple

from visavis.text.amounts.cardinals import ONE
from visavis.text.amounts.forms import APOSTROPHE, GAP, JOIN, SPACE, SYMBOL, Unit, alternation, key
from visavis.text.amounts.lexicon import Lexicon
from visavis.text.amounts.numerals import Numeral
from visavis.text.amounts.quantity import FREE_BEFORE, Core, Place

_SPACES = re.compile(SPACE)

CODE = 6
"""Code points of the longest currency code before a number, with its multiplier and a space."""

SIGN = 5
"""Code points of the longest currency sign before a number."""

LETTERS = 2
"""Letters up to which a symbol is one only after digits: 5 m, but « deux s »."""

AFTER_WORDS = frozenset(
    {"kg", "km", "cm", "mm", "mg", "kW", "MW", "GW", "TW", "ml", "cl", "Go", "Mo", "GB", "MB", "Mt"}
    | {"Hz"}
)
"""Short symbols that may stand after a number in words, « cent vingt-cinq kg »."""

OF_FRACTIONS = frozenset({"money", "percent", "duration", "measure"})
"""Dimensions a fraction or an article may have: half a percent, un gigawatt."""


class Prefix(NamedTuple):
    """A currency sign before a number, and the multiplier written with it."""

    start: int
    unit: Unit
    scale: Decimal
    word: bool = False
    """Whether the code is also a word in capitals: TOP 14, ALL 5 of us."""


class Units:
    """Reads the units that one language and the international system write."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._currencies = lexicon.currencies
        self._after_degrees = {key(word) for word in lexicon.data["degrees"]["before"]}
        self._countries_after = " " in lexicon.data["currency_countries"]["links"][0]
        self._articles = {key(word) for word in lexicon.data["composition"]["articles"]}
        link = f"(?P<link>(?i:{alternation(lexicon.links)}))?"
        forms = alternation(lexicon.unit_forms)
        self.word = re.compile(f"{JOIN}?{link}(?P<word>(?i:{forms})(?!\\w))")
        letters = alternation((s for s in lexicon.symbols if s[-1].isalpha()), SYMBOL)
        others = alternation((s for s in lexicon.symbols if not s[-1].isalpha()), SYMBOL)
        ends = f"(?!\\w|{APOSTROPHE}(?!s\\b)\\w)"  # « 36 milliards l’an » has no litre
        self._symbol = re.compile(
            f"{JOIN}?{link}(?P<sign>(?:{letters}{ends}|m(?=[0-9]{{2}}(?!\\w))|{others}))"
        )
        whole = (s for s, u in lexicon.symbols.items() if u.dimension == "money" and u.factor == 1)
        money = alternation(whole, SYMBOL)
        before = f"(?={JOIN}?(?:{alternation(lexicon.links)})?(?:{money})|(?!\\w))"
        self._abbreviation = re.compile(
            f"{JOIN}?(?P<scale>{alternation(lexicon.scale_abbreviations)}){before}"
        )
        scales = [form for form, word in lexicon.numeral_forms.items() if word.role == "scale"]
        self._scale_after = re.compile(f"{GAP}(?P<scale>(?i:{alternation(scales)}))(?!\\w)")
        self._plural_after = re.compile(lexicon.data["scale_abbreviations_before"]["plural"])
        nouns = lexicon.data["nouns"]
        self._invariable = {key(noun) for noun in nouns["invariable"].split()}
        self._compounds = (
            None if nouns["adjectives_are_listed"] else re.compile(f"{GAP}[^\\W\\d_]+s(?!\\w)")
        )
        self._sign_ends = {sign[-1] for sign in lexicon.signs if not _is_of_letters(sign)}
        self._letter_ends = {sign[-2:] for sign in lexicon.signs if _is_of_letters(sign)}
        self._signs = {_sign_key(sign): unit for sign, unit in lexicon.signs.items()}
        self._code = re.compile(
            rf"(?<!\w)(?P<scale>M|k)?(?P<code>{alternation(lexicon.codes)}){SPACE}?$"
        )

    def after(self, text: str, numeral: Numeral) -> tuple[Unit, int] | None:
        """The unit to the right of a numeral and where it ends."""
        symbol = self._symbol.match(text, numeral.end)
        if symbol and not symbol["sign"][-1].isalpha():
            named = self._of_symbol(text, numeral, symbol)
            if named:
                return named
        word = self.word.match(text, numeral.end)
        if symbol and symbol["sign"][-1].isalpha() and not (word and word.end() > symbol.end()):
            named = self._of_symbol(text, numeral, symbol)
            if named:
                return named
        unit = self.named(word)
        if not (word and unit):
            return self._named_otherwise(text, numeral)
        if self._is_rate(word, numeral, unit) or self._is_compound(text, word, numeral, unit):
            return None
        if _fits(numeral, unit, linked=bool(word["link"])):
            return self._of_country(text, unit, _without_stop(text, word.end()))
        return None

    def _of_symbol(
        self, text: str, numeral: Numeral, symbol: re.Match[str]
    ) -> tuple[Unit, int] | None:
        """The unit of a symbol after a numeral, if the two go together."""
        unit, sign = self._unit_of(symbol["sign"]), symbol["sign"]
        short = sign[-1].isalpha() and len(sign) <= LETTERS
        fits = numeral.digits or not short or sign in AFTER_WORDS or unit.dimension == "percent"
        parted = unit.dimension == "money" and unit.factor < 1 and not _glued(text, symbol)
        if fits and not parted and _fits(numeral, unit, linked=bool(symbol["link"])):
            return self._of_country(text, unit, _without_stop(text, symbol.end()))
        return None

    def _named_otherwise(self, text: str, numeral: Numeral) -> tuple[Unit, int] | None:
        """The unit that a letter names, "-14C", or a country before it: "5 Jamaican dollars"."""
        if numeral.digits and self._after_degrees:
            degrees = _DEGREES.match(text, numeral.end)
            if degrees and self._is_temperature(text, numeral):
                return Unit("measure", f"°{degrees[0]}"), degrees.end()
        named = None if self._countries_after else self._currencies.with_country(text, numeral.end)
        return named if named and _fits(numeral, named.unit, linked=False) else None

    def _is_temperature(self, text: str, numeral: Numeral) -> bool:
        """Whether degrees are meant by a letter: "dropped to -14C", but not "article 2C"."""
        before = _WORD_BEFORE.search(text, max(0, numeral.start - CODE * 2), numeral.start)
        return numeral.value < 0 or (before is not None and key(before[1]) in self._after_degrees)

    def _of_country(self, text: str, unit: Unit, end: int) -> tuple[Unit, int]:
        """The unit, or the currency of the country named after it: « dollars canadiens »."""
        if unit.dimension != "money" or not self._countries_after:
            return unit, end
        return self._currencies.of_country(text, end, unit) or (unit, end)

    def _is_rate(self, word: re.Match[str], numeral: Numeral, unit: Unit) -> bool:
        """Whether "a" stands for per, as in "a billion a year"; "half a year" has a length."""
        article = key((word["link"] or "").strip()) in self._articles
        return article and unit.dimension == "duration" and numeral.form not in ("half", "fraction")

    def _is_compound(self, text: str, word: re.Match[str], numeral: Numeral, unit: Unit) -> bool:
        """Whether a noun in the singular only begins the noun counted: "two chip counts"."""
        if self._compounds is None or unit.dimension != "count" or numeral.value == 1:
            return False
        surface = key(word["word"])
        plural = surface.endswith("s") or surface in self._invariable
        joined = not text[numeral.end : numeral.end + 1].isspace()
        return not plural and not joined and bool(self._compounds.match(text, word.end()))

    def _unit_of(self, sign: str) -> Unit:
        """The unit of a sign, whichever space stands in it (« $ US »)."""
        return self.lexicon.symbols[sign if sign.isascii() else _SPACES.sub(" ", sign)]

    def named(self, match: re.Match[str] | None) -> Unit | None:
        """The unit that a match of ``word`` names."""
        return self.lexicon.units.get(key(match["word"])) if match else None

    def money_sign_end(self, text: str, position: int) -> int:
        """Where the digits start after a currency sign at ``position``, or ``position``."""
        symbol = self._symbol.match(text, position)
        if not symbol or self._unit_of(symbol["sign"]).dimension != "money":
            return position
        end = symbol.end()
        if text[end : end + 1] in FREE_BEFORE[:3]:
            end += 1
        return end if text[end : end + 1].isdigit() else position

    def before(self, place: Place, start: int) -> Prefix | None:
        """The currency sign or code that ends at ``start``."""
        text, end = place.text, start
        if end > place.floor and text[end - 1] in " \u00a0\u202f\u2009-":
            end -= 1
        if end <= place.floor:
            return None
        signed = text[end - 1] in self._sign_ends or text[end - 2 : end] in self._letter_ends
        sign = self._sign(place, end) if signed else None
        if sign:
            return sign
        if not text[end - 1].isalpha() or text[end : end + 1] == "-":
            return None
        match = self._code.search(text, max(place.floor, start - CODE), start)
        if not match:
            return None
        scale = self.lexicon.scale_abbreviations.get(match["scale"] or "", ONE)
        word = match["code"] in self.lexicon.code_words
        word = word or bool(_ACRONYM.search(text, max(0, match.start() - CODE), match.start()))
        return Prefix(match.start(), self.lexicon.codes[match["code"]], scale, word=word)

    def sign_before(self, place: Place, end: int) -> bool:
        """Whether a currency sign ends at ``end``."""
        return place.text[end - 1] in self._sign_ends and self._sign(place, end) is not None

    def _sign(self, place: Place, end: int) -> Prefix | None:
        text = place.text
        for length in range(min(SIGN, end - place.floor), 0, -1):
            sign = _sign_key(text[end - length : end], spaced=text[end : end + 1].isspace())
            unit = self._signs.get(sign)
            before = text[end - length - 1 : end - length]
            if unit and not (before.isalnum() and text[end - length].isalnum()):
                word = text[end - length : end] in self.lexicon.code_words
                return Prefix(end - length, unit, ONE, word=word)
        return None

    def repeated(self, text: str, end: int, unit: Unit) -> tuple[Unit, int]:
        """The unit and the end of ``$5 US`` or ``$5 billion Canadian dollars``: said twice."""
        again = self._symbol.match(text, end)
        if again and again["sign"] in self.lexicon.codes:
            same = self._unit_of(again["sign"]).name == unit.name
            return unit, again.end() if same else end
        if unit.assumed and (abroad := self._currencies.repeated(text, end, unit)):
            return abroad
        word = self.word.match(text, end) if unit.assumed else None
        named = self.named(word)
        if word and named and named.dimension == "money" and named.name != "CENT":
            return named, word.end()
        return unit, end

    def abbreviated(self, text: str, numeral: Numeral, *, money: bool = False) -> Numeral:
        """The numeral with its abbreviated multiplier, if it has one: 13 Md, $3bn, 10k."""
        if numeral.scale != ONE or numeral.form != "plain":
            return numeral
        match = self._abbreviation.match(text, numeral.end)
        if not match:
            return numeral
        scale = match["scale"]
        if scale in self.lexicon.abbreviations_with_currency and not money:
            glued = scale == "b" and match.end() == numeral.end + len(scale)
            if not glued and not self._counts(text, match.end()):
                return numeral
        factor = self.lexicon.scale_abbreviations[scale]
        end = match.end()
        if not self._counts(text, end):
            end = _without_stop(text, end)
        return numeral._replace(end=end, value=numeral.value * factor, scale=factor)

    def _counts(self, text: str, end: int) -> bool:
        """Whether a currency or a noun counted follows."""
        symbol = self._symbol.match(text, end)
        if symbol and self._unit_of(symbol["sign"]).dimension == "money":
            return True
        named = self.named(self.word.match(text, end))
        if named is not None:
            return named.dimension in ("money", "count")
        return bool(self._plural_after.match(text, end))

    def scaled_after(self, text: str, core: Core) -> Core:
        """The money whose multiplier stands after its unit: « 3 $ milliards »."""
        scaled = self._scale_after.match(text, core.end) if core.numeral.scale == ONE else None
        if not scaled or core.dimension != "money":
            return core
        scale = self.lexicon.words[key(scaled["scale"])].value
        value, end = core.value * scale, scaled.end()
        numeral = core.numeral._replace(end=end, value=value, scale=scale)
        return core._replace(end=end, value=value, numeral=numeral)


def _fits(numeral: Numeral, unit: Unit, *, linked: bool) -> bool:
    """Whether a numeral of this form may have the unit, with « de » between or without."""
    form, dimension = numeral.form, unit.dimension
    if form == "whole":
        return dimension == "duration"
    if form == "article":
        return dimension in OF_FRACTIONS
    if form == "half" or (form == "fraction" and numeral.value < 1):
        return dimension in OF_FRACTIONS
    if linked and dimension not in ("ratio", "percent"):
        multiplied = numeral.scale != ONE or form in ("vague", "collective")
        return form != "times" and (multiplied or not numeral.digits)
    return form != "times" and not (dimension == "ratio" and numeral.value == 1)


_ACRONYM = re.compile(r"(?<!\w)[A-Z]{2,5} \Z")
"""Before a code it makes a name of both: « le FC MAD 30 »."""


_DEGREES = re.compile(r"[CF](?![\w'\u2019-])")
_WORD_BEFORE = re.compile(rf"(\w+){SPACE}-?\Z")


def _glued(text: str, symbol: re.Match[str]) -> bool:
    """Whether no space parts a symbol from its number: 50p."""
    return not text[symbol.start()].isspace()


_SENTENCE_END = re.compile(r"(?<=\.)(?:\s*\Z|\s*[\r\n]|\s+(?=[A-ZÀ-Ý]))")


def _without_stop(text: str, end: int) -> int:
    """Where a unit ends that is abbreviated, without the stop that ends the sentence too."""
    return end - 1 if text[end - 1] == "." and _SENTENCE_END.match(text, end) else end


def _is_of_letters(sign: str) -> bool:
    """Whether a sign is letters alone, which have a case: Rs., F CFA, but not US$."""
    return sign.isalpha() or sign.replace(".", "").replace(" ", "").isalpha()


def _sign_key(sign: str, *, spaced: bool = False) -> str:
    """Form under which a currency sign is looked up; beside another sign its letters have no case.

    But "gave us $5" is no "us $ 5", which only a text with a space after each sign writes.
    """
    if not sign.isascii():
        sign = _SPACES.sub(" ", sign)
    if sign[-1] not in "$£€¥" and _is_of_letters(sign):
        return sign
    return sign if sign[:3] == "us " and not spaced else sign.upper()
