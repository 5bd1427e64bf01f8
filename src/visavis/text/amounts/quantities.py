"""A numeral with its sign and its unit: the middle of an amount."""

import re
from decimal import Decimal

from visavis.text.amounts.cardinals import ONE
from visavis.text.amounts.forms import GAP, SPACE, alternation, key, spell
from visavis.text.amounts.lexicon import Lexicon
from visavis.text.amounts.modifiers import Modifiers
from visavis.text.amounts.nouns import Nouns
from visavis.text.amounts.numerals import Numeral, NumeralReader
from visavis.text.amounts.quantity import FREE_BEFORE, Core, Place
from visavis.text.amounts.units import Prefix

MINUS_WORD = 12
"""Code points to the left of a numeral in which a word for minus stands."""

THOUSAND = 1000

WITH_HUNDREDTHS = frozenset({"money", "measure"})

TALLEST = 100
"""Metres from which nobody writes centimetres after them."""

HUNDREDTHS = re.compile(
    rf"(?P<space>{SPACE})?(?P<digits>[0-9]{{2}})(?![\w%€$£/]|[.,][0-9]|{SPACE}?[%€$£])"
)

MINUS = "-\u2212\u2013"


class Cores:
    """Puts together what stands at a numeral: sign, number, multiplier, unit or noun."""

    def __init__(
        self, lexicon: Lexicon, numerals: NumeralReader, nouns: Nouns, modifiers: Modifiers
    ) -> None:
        self.numerals, self.units = numerals, nouns.units
        self._nouns, self._modifiers = nouns, modifiers
        minus = alternation(lexicon.data["composition"]["minus"], backwards=True)
        self._minus = re.compile(f"{SPACE}{{1,3}}(?i:{minus})(?!\\w)")
        parts = lexicon.data["words"]["part_after"].items()
        self._parts = {key(form): Decimal(part) for name, part in parts for form in spell(name)}
        forms = alternation(form for name, _ in parts for form in spell(name))
        self._part_after = re.compile(f"{GAP}(?P<part>(?i:{forms}))(?!\\w)")

    def read(self, place: Place, numeral: Numeral) -> Core:
        """The numeral with its currency sign to the left or its unit to the right."""
        numeral = self._signed(place, _with_point(place.text, numeral))
        if numeral.digits and place.text[numeral.start - 1] in MINUS:
            numeral = self._signed_after_sign(place, numeral)
        prefix = self.units.before(place, numeral.start) if numeral.digits else None
        if prefix and not (prefix.word and self._counts_alone(place.text, numeral)):
            return self._prefixed(place, numeral, prefix)
        if numeral.digits:
            numeral = self.units.abbreviated(place.text, numeral)
        odd = None
        if place.text[numeral.end + 1 : numeral.end + 2] in self._modifiers.odd_initials:
            odd = self._modifiers.odd.match(place.text, numeral.end)
        if odd and numeral.form == "plain":
            numeral = numeral._replace(end=odd.end())
        named = self.units.after(place.text, numeral)
        if named is None:
            core = Core(numeral.start, numeral.end, numeral, None, numeral.value)
            return self._nouns.counted(place.text, core)
        unit, end = named
        core = Core(numeral.start, end, numeral, unit, numeral.value)
        if numeral.digits and unit.dimension in WITH_HUNDREDTHS:
            hundredths = self._hundredths(place.text, core)
            if hundredths:
                return hundredths
        core = self._and_a_half(place.text, self.units.scaled_after(place.text, core))
        return core._replace(value=core.value * unit.factor)

    def _hundredths(self, text: str, core: Core) -> Core | None:
        """« 12€50 », « 1m80 », « 1 m 80 »: the hundredths written after the unit."""
        unit = core.unit
        if unit is None or core.numeral.scale != ONE or not core.whole:
            return None
        if text[core.numeral.end : core.numeral.end + 1] in MINUS:
            return None
        money = unit.dimension == "money" and not text[core.end - 1].isalpha()
        metres = unit.name == "m" and text[core.end - 1] == "m" and abs(core.value) < TALLEST
        match = HUNDREDTHS.match(text, core.end) if money or metres else None
        if not match or (money and match["space"]):
            return None
        part = Decimal(match["digits"]).scaleb(-2)
        value = core.value - part if core.value < 0 else core.value + part
        return core._replace(value=value, end=match.end())

    def _counts_alone(self, text: str, numeral: Numeral) -> bool:
        """Whether a number is too small and bare for money after a word like TOP or ALL."""
        longer = self.units.abbreviated(text, numeral, money=True)
        bare = text[numeral.start : numeral.end].lstrip("-").isdigit()
        return longer.scale == ONE and bare and numeral.value < THOUSAND

    def _and_a_half(self, text: str, core: Core) -> Core:
        """« deux ans et demi », « trois heures et quart »."""
        match = self._part_after.match(text, core.end)
        if not match or not core.whole:
            return core
        return core._replace(value=core.value + self._parts[key(match["part"])], end=match.end())

    def _signed(self, place: Place, numeral: Numeral) -> Numeral:
        """The numeral with the minus before it."""
        start = self._minus_start(place, numeral.start)
        if start == numeral.start:
            return numeral
        form = "plain" if numeral.form == "article" else numeral.form
        return numeral._replace(start=start, value=-numeral.value, form=form)

    def _signed_after_sign(self, place: Place, numeral: Numeral) -> Numeral:
        """The numeral with the minus between it and its currency: $-10, € -5."""
        at = numeral.start - 1
        if at <= place.floor:
            return numeral
        sign = self.units.sign_before(place, at)
        return numeral._replace(start=at, value=-numeral.value) if sign else numeral

    def _minus_start(self, place: Place, start: int) -> int:
        """Start of the minus, a sign or a word, before a number or its currency; or ``start``."""
        signed = start if place.text[start].isalpha() else _minus_sign(place, start)
        if signed < start:
            return signed
        word = self._minus.match(place.left(start)[:MINUS_WORD])
        comparing = word is None or self._modifiers.stands_before(place, start)
        return start if comparing or word is None else start - word.end()

    def _prefixed(self, place: Place, numeral: Numeral, prefix: Prefix) -> Core:
        """The amount of money whose currency stands first: $13.75 billion, CHF 12 millions."""
        numeral = self.units.abbreviated(place.text, numeral, money=True)
        start = self._minus_start(place, prefix.start)
        value = numeral.value * prefix.scale
        unit, end = self.units.repeated(place.text, numeral.end, prefix.unit)
        value = -value if start < prefix.start else value
        return Core(start, end, numeral, unit, value, sign=True)


def _with_point(text: str, numeral: Numeral) -> Numeral:
    """The numeral with the point before it, when nothing stands before that: .25 is 0.25."""
    at = numeral.start - 1
    if at < 0 or text[at] not in ".," or (at and text[at - 1].isalnum()):
        return numeral
    decimals = text[numeral.start : numeral.end]
    if not decimals.isdigit():
        return numeral
    return numeral._replace(start=at, value=Decimal(f"0.{decimals}"))


def _minus_sign(place: Place, start: int) -> int:
    """Start of the hyphen or minus sign that belongs to the number, else ``start``."""
    text, at = place.text, start - 1
    spaced = at > place.floor and text[at] in FREE_BEFORE[:4] and text[start].isdigit()
    if (
        spaced
        and text[at - 1] in MINUS
        and (at == 1 or text[at - 2] == "(" or _ends_clause(text, at))
    ):
        return at - 1
    if at < place.floor or text[at] not in MINUS:
        return start
    follows_number = at > 1 and text[at - 1] in FREE_BEFORE[:4] and text[at - 2].isdigit()
    free = at == 0 or text[at - 1] in FREE_BEFORE
    return at if free and not follows_number else start


_BEFORE_VALUE = re.compile(
    r"(?<!\w)(?i:à|de|est|at|of|was|is|to|by)[ \u00a0\u202f][-\u2212\u2013]\Z"
)


def _ends_clause(text: str, at: int) -> bool:
    """Whether a word that takes a value stands before a minus and a space: « à - 12 M€ »."""
    return bool(_BEFORE_VALUE.search(text, max(0, at - 6), at))
