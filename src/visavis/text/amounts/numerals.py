"""Numerals: from « 13,75 milliards », « mille cent » or "two thirds of a million" to a value."""

import re
from decimal import Decimal
from typing import NamedTuple

from visavis.text.amounts.cardinal_reader import CardinalReader
from visavis.text.amounts.cardinals import HUNDRED, ONE, TEN, TWENTY, Sum, Token
from visavis.text.amounts.digits import AFTER_WHOLE, VULGAR, fraction, number
from visavis.text.amounts.forms import Word, key

ZERO = Decimal(0)
MULTIPLIERS = frozenset({"scale", "thousand", "hundred", "collective"})


class Numeral(NamedTuple):
    """A numeral with its multiplier: what it is worth and how it is made."""

    start: int
    end: int
    value: Decimal
    form: str
    """plain, fraction, collective (about), vague, article (un, a), whole (all), ordinal, times."""
    scale: Decimal = ONE
    """Multiplier word or abbreviation at the end: 1e9 in « 13 milliards »."""
    digits: bool = False
    """Whether it begins with digits."""


class NumeralReader(CardinalReader):
    """Reads the numeral that starts at a place of a text in one language."""

    def read(self, text: str, start: int, *, and_joins: bool = True) -> Numeral | None:
        """Numeral at ``start``, as long as it goes; null when there is none."""
        vulgar = VULGAR.get(text[start])
        if vulgar is not None:
            return Numeral(start, start + 1, vulgar, "fraction")
        part = fraction(text, start)
        if part:
            value, end = part
            return Numeral(start, end, value or ZERO, "fraction" if value else "ordinal")
        first = self._first.match(text, start)
        if not first:
            return None
        if first["digits"]:
            return self._in_digits(text, first, and_joins=and_joins)
        word = self.lexicon.words[key(first["word"])]
        token = Token(word, start, first.end(), hyphen=False, linked=False)
        return self._evaluate(self._tokens(text, token), text, and_joins=and_joins)

    def _in_digits(self, text: str, first: re.Match[str], *, and_joins: bool) -> Numeral:
        start, end = first.span()
        value = number(first["digits"], self.lexicon.decimal)
        if value is None:
            return Numeral(start, end, Decimal(0), "ordinal")
        following = AFTER_WHOLE.match(text, end) if first["digits"].isdigit() else None
        if following:
            mixed = value + VULGAR[following[1]]
            return Numeral(start, following.end(), mixed, "plain", digits=True)
        if not self._next.match(text, end):
            return Numeral(start, end, value, "plain", digits=True)
        token = Token(Word("digits", value), start, end, hyphen=False, linked=False)
        return self._evaluate(self._tokens(text, token), text, and_joins=and_joins)

    def _evaluate(self, tokens: list[Token], text: str, *, and_joins: bool) -> Numeral:
        first, start, end = tokens[0].word, tokens[0].start, tokens[0].end
        match first.role:
            case "ordinal" | "and" | "point":
                return Numeral(start, end, first.value, "ordinal")
            case "whole" | "times":
                return Numeral(start, end, first.value, first.role)
            case "part" | "half":
                return self._multiplied(tokens, 1, ONE / first.value, start, "half")
            case "scale" | "vague":
                return self._indefinite(tokens)
            case "hundred" | "collective" if first.plural:
                return self._indefinite(tokens)
        total, n = self._cardinal(tokens, 0, and_joins=and_joins)
        return self._complete(tokens, n, total, text) if n else self._indefinite(tokens)

    def _indefinite(self, tokens: list[Token]) -> Numeral:
        """« centaines de millions », "tens of billions": only an order of magnitude."""
        value, scale, n = tokens[0].word.value, tokens[0].word.value, 1
        while n < len(tokens) and tokens[n].word.role in MULTIPLIERS:
            scale = tokens[n].word.value
            value, n = value * scale, n + 1
        return Numeral(tokens[0].start, tokens[n - 1].end, value, "vague", scale)

    def _complete(self, tokens: list[Token], n: int, total: Sum, text: str) -> Numeral:
        """What may follow a cardinal: decimals, a fraction, « et demi », a denominator."""
        start, end = tokens[0].start, tokens[n - 1].end
        following = tokens[n].word.role if n < len(tokens) else ""
        single = n == 1
        value = total.value()
        if following == "point":
            decimal = self._decimals(tokens, n, total)
            if decimal:
                return decimal
        elif following == "and":
            with_fraction = self._with_fraction(tokens, n + 1, total, text)
            if with_fraction:
                return with_fraction
        elif following in ("part", "half", "ordinal", "cardinal", "hundred"):
            fraction = self._denominated(tokens, n, total, text)
            if fraction and fraction.form == "fraction":
                n = next(i for i, token in enumerate(tokens) if token.end == fraction.end) + 1
                return self._multiplied(tokens, n, fraction.value, start, "fraction")
            if fraction:
                return fraction
        word = tokens[0].word
        if single and word.article:
            return Numeral(start, end, value, "article")
        return self._plain(tokens, n, total)

    @staticmethod
    def _plain(tokens: list[Token], n: int, total: Sum) -> Numeral:
        form = "collective" if total.approximate else "plain"
        return Numeral(
            tokens[0].start,
            tokens[n - 1].end,
            total.value(),
            form,
            total.last_scale(),
            digits=tokens[0].word.role == "digits",
        )

    def _decimals(self, tokens: list[Token], n: int, total: Sum) -> Numeral | None:
        """« deux cent virgule cinquante-deux », "nought point nought four"."""
        if total.terms and total.group is None:
            return None
        decimals, k = "", n + 1
        while k < len(tokens) and tokens[k].word.role == "cardinal" and tokens[k].word.value == 0:
            decimals, k = decimals + "0", k + 1
        fraction, end = self._cardinal_below_hundred(tokens, k)
        while (
            end > k
            and len(fraction) == 1
            and end < len(tokens)
            and tokens[end].word.role == "cardinal"
            and tokens[end].word.value < TEN
        ):
            decimals, k, (fraction, end) = (
                decimals + fraction,
                end,
                (str(tokens[end].word.value), end + 1),
            )
        decimals += fraction
        if not decimals:
            return None
        value = Decimal(f"{int(total.value())}.{decimals}")
        return self._multiplied(tokens, end, value, tokens[0].start, "plain")

    def _multiplied(
        self, tokens: list[Token], n: int, value: Decimal, start: int, form: str
    ) -> Numeral:
        """A value and the multipliers after it: "half a million", « trois quarts de million »."""
        scale = ONE
        while n < len(tokens) and tokens[n].word.role in MULTIPLIERS:
            scale = tokens[n].word.value
            value, n = value * scale, n + 1
            form = "plain"
        return Numeral(start, tokens[n - 1].end, value, form, scale)

    def _with_fraction(self, tokens: list[Token], n: int, total: Sum, text: str) -> Numeral | None:
        """« un million et demi », "three and a fifth", "five and a half million"."""
        part = self._simple_fraction(tokens, n, text)
        if not part:
            return None
        fraction, n = part
        if (
            n < len(tokens)
            and tokens[n].word.role in ("scale", "thousand")
            and not tokens[n].linked
        ):
            scale = tokens[n].word.value
            if total.group is not None and not total.terms:
                value = (total.group + fraction) * scale
            elif total.terms and scale < total.terms[-1][1]:
                value = total.value() + fraction * scale
            else:
                return None
            return Numeral(tokens[0].start, tokens[n].end, value, "plain", scale)
        value = total.value() + fraction * total.last_scale()
        return Numeral(tokens[0].start, tokens[n - 1].end, value, "plain", total.last_scale())

    def _simple_fraction(
        self, tokens: list[Token], n: int, text: str
    ) -> tuple[Decimal, int] | None:
        if n >= len(tokens):
            return None
        if tokens[n].word.role in ("part", "half", "ordinal") and not tokens[n].word.plural:
            if tokens[n].word.role == "ordinal" and not self._partitive.match(text, tokens[n].end):
                return None
            return ONE / tokens[n].word.value, n + 1
        total, k = self._cardinal(tokens, n, and_joins=True)
        if k == n or k >= len(tokens):
            return None
        denominated = self._denominated(tokens[n:], k - n, total, text)
        if denominated is None or denominated.form != "fraction":
            return None
        return denominated.value, next(
            i for i, t in enumerate(tokens) if t.end == denominated.end
        ) + 1

    def _denominated(self, tokens: list[Token], n: int, total: Sum, text: str) -> Numeral | None:
        """« trois quarts », "one hundred thirty-fifths"; an ordinal when it is one."""
        token, word = tokens[n], tokens[n].word
        value = total.value()
        if token.linked or (n == 1 and tokens[0].word.role == "digits" and value % 1):
            return None
        if word.role in ("part", "half"):
            simple = value == 1 or (value < word.value and word.value % value)
            return self._fraction(tokens, n, value / word.value) if simple else None
        if word.role != "ordinal":
            return self._long_denominator(tokens, n, value)
        if word.value == 1:
            return self._ordinal(tokens, n) if token.hyphen or total.hundred else None
        if word.plural:
            denominator, used = word.value, n
            if n > 1 and self._names_denominator(tokens, n):
                denominator, used = denominator + tokens[n - 1].word.value, n - 1
                value = self._cardinal(tokens[:used], 0, and_joins=True)[0].value()
            return self._fraction(tokens, n, value / denominator)
        if value == 1:
            simple = token.hyphen or bool(self._partitive.match(text, token.end))
        else:
            simple = not 0 < word.value < total.room and word.value < HUNDRED
        return self._fraction(tokens, n, value / word.value) if simple else self._ordinal(tokens, n)

    @staticmethod
    def _names_denominator(tokens: list[Token], n: int) -> bool:
        """Whether tens before a plural ordinal belong to it: "one hundred thirty-fifths"."""
        tens = tokens[n - 1].word
        before = tokens[n - 2].word.role
        in_tens = tens.role == "cardinal" and tens.value >= TWENTY and tens.value % TEN == 0
        return in_tens and tokens[n].word.value < TEN and (tokens[n].hyphen or before != "and")

    @staticmethod
    def _fraction(tokens: list[Token], n: int, value: Decimal) -> Numeral:
        return Numeral(tokens[0].start, tokens[n].end, value, "fraction")

    @staticmethod
    def _ordinal(tokens: list[Token], n: int) -> Numeral:
        return Numeral(tokens[0].start, tokens[n].end, Decimal(0), "ordinal")

    def _long_denominator(self, tokens: list[Token], n: int, value: Decimal) -> Numeral | None:
        """Denominators of several words: "three twenty-firsts", "one one hundred fifth"."""
        total, k = self._cardinal(tokens, n, and_joins=True)
        if k == n or k >= len(tokens):
            return None
        word = tokens[k].word
        if (
            word.role != "ordinal"
            or not 0 < word.value < total.room
            or not (word.plural or value == 1)
        ):
            return None
        return Numeral(
            tokens[0].start, tokens[k].end, value / (total.value() + word.value), "fraction"
        )
