"""Numerals: from « 13,75 milliards », « mille cent » or "two thirds of a million" to a value."""

import re
from bisect import bisect_left
from decimal import Decimal
from operator import attrgetter
from typing import NamedTuple

from visavis.text.amounts.cardinals import HUNDRED, ONE, TEN, TWENTY, Sum, Token
from visavis.text.amounts.digits import DIGITS, VULGAR, fraction, number
from visavis.text.amounts.forms import GAP, JOIN, SPACE, Word, alternation, key
from visavis.text.amounts.lexicon import Lexicon

ZERO = Decimal(0)
CHAIN = 40
"""Words of the longest numeral read: 1e15 less one takes 28 in French."""

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


def _has_point(tokens: list[Token]) -> bool:
    """Whether decimals are being read, in which a word may come twice: "point five five"."""
    return any(token.word.role == "point" for token in tokens)


class NumeralReader:
    """Reads the numeral that starts at a place of a text in one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._found: tuple[str, list[Token]] = "", []
        words = f"(?i:{alternation(lexicon.numeral_forms)})(?!\\w)"
        links = [
            form if form.endswith("'") else form + " " for form in lexicon.data["words"]["link"]
        ]
        link = f"(?i:{alternation(links)})"
        join = f"(?:{JOIN}|,{SPACE})" if lexicon.comma_after_scale else JOIN
        self._first = re.compile(f"(?P<digits>{DIGITS})|(?P<word>{words})")
        self._next = re.compile(
            f"(?P<sep>{join})(?P<link>{link})?(?P<word>{words})|{GAP}(?P<digits>{DIGITS})"
        )
        partitive = alternation(lexicon.data["words"]["partitive"])
        self._partitive = re.compile(f"(?i:{GAP}{partitive})|{SPACE}*(?:$|[^\\w\\s\\-])|\n|\r")

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
        following = VULGAR.get(text[end : end + 1])
        if following is not None:
            return Numeral(start, end + 1, value + following, "fraction")
        if not self._next.match(text, end):
            return Numeral(start, end, value, "plain", digits=True)
        token = Token(Word("digits", value), start, end, hyphen=False, linked=False)
        return self._evaluate(self._tokens(text, token), text, and_joins=and_joins)

    def _tokens(self, text: str, first: Token) -> list[Token]:
        """The tokens a numeral may take; those already found from an earlier start are kept."""
        known, tokens = self._found
        rank = bisect_left(tokens, first.start, key=attrgetter("start"))
        if known is text and rank < len(tokens) and tokens[rank][:3] == first[:3]:
            tokens = [first, *tokens[rank + 1 :]]
        else:
            tokens = [first]
        while len(tokens) < CHAIN and (token := self._token(text, tokens[-1].end)):
            again = token.word == tokens[-1].word and not token.word.article
            if again and not _has_point(tokens):
                break
            tokens.append(token)
        self._found = text, tokens
        return tokens

    def _token(self, text: str, end: int) -> Token | None:
        match = self._next.match(text, end)
        if not match:
            return None
        separator, linked = match["sep"] or "", bool(match["link"])
        if match["digits"]:
            value = number(match["digits"], self.lexicon.decimal)
            if value is None:
                return None
            word, start = Word("digits", value), match.start("digits")
        else:
            word, start = self.lexicon.words[key(match["word"])], match.start("word")
        hyphen, comma = separator.strip() not in ("", ","), separator.startswith(",")
        return Token(word, start, match.end(), hyphen, linked, comma)

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

    def _cardinal(self, tokens: list[Token], start: int, *, and_joins: bool) -> tuple[Sum, int]:
        """Longest cardinal from token ``start``: its sum, and how many tokens it takes."""
        total, n = Sum(), start
        before_and: tuple[Sum, int] | None = None
        before_comma: tuple[Sum, int] | None = None
        while n < len(tokens):
            token = tokens[n]
            if token.comma:
                if tokens[n - 1].word.role not in ("scale", "thousand"):
                    break
                before_and = before_comma = (total.copy(), n)
            if token.word.role == "and":
                if not and_joins or not self._and_goes_on(total, tokens, n):
                    break
                before_and, n = (total.copy(), n), n + 1
                continue
            if not self._take(total, tokens, n, start):
                if before_and and token.word.role in ("hundred", "scale", "thousand"):
                    return before_and
                break
            n += 1
        if n > start and tokens[n - 1].word.role == "and":
            n -= 1
        if before_comma and total.value() - before_comma[0].value() < HUNDRED:
            return before_comma
        return total, n

    def _and_goes_on(self, total: Sum, tokens: list[Token], n: int) -> bool:
        if n + 1 >= len(tokens) or tokens[n + 1].linked:
            return False
        word = tokens[n + 1].word
        if self.lexicon.and_after_hundred:
            after = total.hundred or (total.group is None and bool(total.terms))
            allowed = ("cardinal", "hundred") if not total.hundred else ("cardinal", "digits")
            return after and word.role in allowed and not self._is_fraction(tokens, n + 1)
        return (
            word.role == "cardinal"
            and total.room in (TEN, TWENTY)
            and word.value % TEN == ONE
            and word.value < total.room
        )

    def _is_fraction(self, tokens: list[Token], n: int) -> bool:
        """Whether a simple fraction such as "two thirds" or "one fourth" stands at token ``n``."""
        if n + 1 >= len(tokens) or tokens[n].word.role not in ("cardinal", "digits"):
            return False
        if tokens[n].word.value >= TWENTY and tokens[n + 1].hyphen:
            return n + 2 < len(tokens) and tokens[n + 2].word.role == "ordinal"
        word = tokens[n + 1].word
        if word.role in ("part", "half"):
            return True
        return bool(word.role == "ordinal" and tokens[n].word.value < min(word.value, TWENTY))

    def _take(self, total: Sum, tokens: list[Token], n: int, start: int) -> bool:
        """Add token ``n`` to the cardinal that began at token ``start``; false when it ends it."""
        token, word = tokens[n], tokens[n].word
        previous = tokens[n - 1].word.role if n > start else ""
        if token.linked and previous != "collective":
            return False
        match word.role:
            case "cardinal" | "article":
                joins = not total.approximate and not (word.role == "article" and previous)
                taken = joins and total.add(word.value, self.lexicon.vigesimal)
            case "digits":
                taken = self._take_digits(total, tokens, n, start)
            case "hundred":
                digits = previous == "digits"
                cents = digits and word.plural and bool(self.lexicon.cents_after_digits)
                alone = not self.lexicon.and_after_hundred
                taken = not cents and total.hundreds(digits=digits, alone=alone)
            case "scale" | "thousand":
                taken = total.scale(word.value, alone=word.role == "thousand")
            case "collective":
                taken = total.collect(word.value, exact=word.exact)
            case _:
                taken = False
        return taken

    @staticmethod
    def _take_digits(total: Sum, tokens: list[Token], n: int, start: int) -> bool:
        value = tokens[n].word.value
        if n == start:
            total.group, total.room = value, Decimal(0)
            return True
        if total.hundred and tokens[n - 1].word.role == "and" and value < HUNDRED:
            total.group = (total.group or Decimal(0)) + value
            total.room, total.hundred = Decimal(0), False
            return True
        following = tokens[n + 1].word if n + 1 < len(tokens) else None
        lower = (
            following is not None
            and following.role in ("scale", "thousand")
            and bool(total.terms)
            and total.group is None
            and following.value < total.terms[-1][1]
        )
        if lower:
            total.group, total.room = value, Decimal(0)
        return lower

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

    def _cardinal_below_hundred(self, tokens: list[Token], n: int) -> tuple[str, int]:
        total = Sum()
        k = n
        while k < len(tokens) and tokens[k].word.role == "cardinal":
            if not total.add(tokens[k].word.value, self.lexicon.vigesimal):
                break
            k += 1
        return (str(total.value()), k) if k > n else ("", n)

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
