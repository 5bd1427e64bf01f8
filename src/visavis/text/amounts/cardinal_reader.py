"""Cardinal numbers read from a text: their tokens, and how many of them make one number."""

import re
from bisect import bisect_left
from decimal import Decimal
from operator import attrgetter

from visavis.text.amounts.cardinals import HUNDRED, ONE, TEN, TWENTY, Sum, Token
from visavis.text.amounts.digits import DIGITS, number
from visavis.text.amounts.forms import GAP, JOIN, SPACE, Word, alternation, key
from visavis.text.amounts.lexicon import Lexicon

CHAIN = 40
"""Words of the longest numeral read: 1e15 less one takes 28 in French."""


def _has_point(tokens: list[Token]) -> bool:
    """Whether decimals are being read, in which a word may come twice: "point five five"."""
    return any(token.word.role == "point" for token in tokens)


class CardinalReader:
    """Reads the words and digits of the cardinal that starts at a place of a text."""

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
        units = alternation(lexicon.data["composition"]["unit_scales"])
        self._unit_scale = re.compile(f"{GAP}(?i:{units})(?!\\w)") if units else None
        partitive = alternation(lexicon.data["words"]["partitive"])
        self._partitive = re.compile(f"(?i:{GAP}{partitive})|{SPACE}*(?:$|[^\\w\\s\\-])|\n|\r")

    def _tokens(self, text: str, first: Token) -> list[Token]:
        """The tokens a numeral may take; those already found from an earlier start are kept."""
        last_text, tokens = self._found
        rank = bisect_left(tokens, first.start, key=attrgetter("start"))
        if last_text is text and rank < len(tokens) and tokens[rank][:3] == first[:3]:
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
        if not match or (self._unit_scale and self._unit_scale.match(text, end)):
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

    def _cardinal_below_hundred(self, tokens: list[Token], n: int) -> tuple[str, int]:
        total = Sum()
        k = n
        while k < len(tokens) and tokens[k].word.role == "cardinal":
            if not total.add(tokens[k].word.value, self.lexicon.vigesimal):
                break
            k += 1
        return (str(total.value()), k) if k > n else ("", n)
