"""What an amount leaves out: the currency of « 11,7 milliards », the noun of « 9 000 autres »."""

import re
from bisect import bisect_left
from decimal import Decimal
from functools import cached_property

from visavis.text.amounts.amount import Amount
from visavis.text.amounts.echoes import Echoes
from visavis.text.amounts.forms import GAP, alternation, key, spellings
from visavis.text.amounts.lexicon import Lexicon
from visavis.text.amounts.lists import Lists
from visavis.text.amounts.modifiers import Modifiers
from visavis.text.amounts.numerals import NumeralReader
from visavis.text.amounts.resumption import Resumption

NEAR = 3000
"""Code points to the left of an amount in which the currency it leaves out is looked for."""

SENTENCE = 200
"""Code points on either side of a number in which its sentence may say what it counts."""

NEAR_TOPIC = 300
"""Code points to the left of a number in which stands what a pronoun takes up."""

MANY = 1000
"""How many times larger a number may be than the count it goes on with."""

FEW = 5
"""Amounts before a number among which what it takes up is looked for."""

CHANGE = 30
"""Code points between the two numbers of a change, « de 9 000 à environ 5 000 personnes »."""

SEVERAL = 2
"""Amounts of money from which one may tell the currency of another."""

LETTERED = re.compile(r"(?:[A-LN-Z]|[A-Z]{2})\$|\$ ?[A-Z]")
"""A sign with a country's letters: who writes C$ means another dollar by $."""

MILLION = Decimal(1000000)
WORD = re.compile(r"[^\W\d_]+")
SENTENCE_END = re.compile(r"\n|[.!?](?=\s|$)")


class Neighbours:
    """The amounts of a text that may lend their currency to those that have none."""

    def __init__(self, text: str, amounts: list[Amount], pronouns: set[int]) -> None:
        """``pronouns``: where the numbers begin that count what a pronoun stands for."""
        self.text = text
        self._money = [a for a in amounts if a.dimension == "money" and a.unit != "CENT"]
        self._starts = [a.start for a in self._money]
        things = [a for a in amounts if a.dimension == "count" or a.start in pronouns]
        self._things = [a.start for a in things if abs(a.value) >= MILLION]

    @cached_property
    def _sentence_ends(self) -> list[int]:
        return [end.start() for end in SENTENCE_END.finditer(self.text)]

    def completed(self, amount: Amount) -> Amount:
        """The amount with the currency it leaves out, where there is one to take."""
        source = self._source(amount) if self._money and _lacks_currency(amount) else None
        if source is None or (amount.unit != "CENT" and self._of_other_things(source, amount)):
            return amount
        return _with_currency(self.text, amount, source)

    def _source(self, amount: Amount) -> Amount:
        """The money nearest before in its sentence, or after in it, or nearest before at all."""
        rank = bisect_left(self._starts, amount.start)
        before = self._money[rank - 1] if rank else None
        if before and amount.start - before.end >= NEAR:
            before = None
        after = self._money[rank] if rank < len(self._money) else None
        if before and not self._is_parted(before.end, amount.start):
            return before
        if (
            after
            and after.start - amount.end < NEAR
            and not self._is_parted(amount.end, after.start)
        ):
            return after
        return before or self._money[0]

    def sentence(self, amount: Amount) -> tuple[int, int]:
        """Start and end of the sentence of an amount, or of what stands near it of a long one."""
        ends, rank = self._sentence_ends, bisect_left(self._sentence_ends, amount.start)
        start = ends[rank - 1] + 1 if rank else 0
        rank = bisect_left(ends, amount.end)
        end = ends[rank] if rank < len(ends) else len(self.text)
        return max(start, amount.start - SENTENCE), min(end, amount.end + SENTENCE)

    def _is_parted(self, start: int, end: int) -> bool:
        return self.sentences_between(start, end) > 0

    def sentences_between(self, start: int, end: int) -> int:
        """How many sentences end between two places; lines without words are none."""
        ends = self._sentence_ends
        return bisect_left(ends, end) - bisect_left(ends, start)

    def topic(self, amounts: list[Amount], rank: int) -> Amount | None:
        """What the sentence before counted first, or its own sentence last before the amount."""
        topic: Amount | None = None
        for other in (amounts[n] for n in range(rank - 1, -1, -1)):
            between = self.sentences_between(other.end, amounts[rank].start)
            if between > 1 or amounts[rank].start - other.end > NEAR_TOPIC:
                break
            if other.dimension == "count" and (between or topic is None):
                topic = other
        return topic

    def _of_other_things(self, source: Amount, amount: Amount) -> bool:
        """Whether millions of something else were last spoken of."""
        rank = bisect_left(self._things, source.end)
        return rank < len(self._things) and self._things[rank] < amount.start


class Elision:
    """Completes the amounts of a text in one language with what they leave out."""

    def __init__(self, lexicon: Lexicon, modifiers: Modifiers, numerals: NumeralReader) -> None:
        words, items = lexicon.data["words"], lexicon.data["items"]
        self._lexicon, self._modifiers = lexicon, modifiers
        self._resumption = Resumption(lexicon, numerals)
        self._lists = Lists(lexicon, self._resumption)
        self._echoes = Echoes(lexicon, modifiers, self._resumption)
        self._factor = {key(word) for word in words["factor"]}
        to = alternation(lexicon.data["ranges"]["to"])
        self._others = re.compile(f"{GAP}(?i:{alternation(words['others'])})(?!\\w)")
        self._to = re.compile(f"{GAP}(?i:{to}){GAP}[^\\n.;:]{{1,{CHANGE}}}\\Z")
        nouns = alternation(spellings(form for forms in items.values() for form in forms))
        number_of = "|".join(
            f"{alternation([form])}{'' if form.endswith(chr(39)) else GAP}"
            for form in words["number_of"]
        )
        self._number_of = re.compile(f"(?i:(?:{number_of})(?P<noun>{nouns}))(?!\\w)")

    def complete(self, text: str, amounts: list[Amount]) -> list[Amount]:
        """The same amounts, each with the currency or the noun that it leaves out.

        A currency is that of the sentence or, failing one, of the nearest amount of money before,
        or of the first of the text; a noun counted is that of the sentence only.
        """
        amounts = self._of_one_country(text, amounts)
        if not any(_is_incomplete(amount) for amount in amounts):
            return amounts
        pronouns = {a.start for a in amounts if self._resumption.has_pronoun(text, a)}
        neighbours = Neighbours(text, amounts, pronouns)
        completed = [a if a.start in pronouns else neighbours.completed(a) for a in amounts]
        named = self._number_of.search(text) or any(a.dimension == "count" for a in amounts)
        for rank, amount in enumerate(completed):
            if amount.dimension == "number":
                unit = self._noun(neighbours, completed, rank) if named else None
                completed[rank] = _with_noun(text, amount, unit) if unit else amount
            if completed[rank].dimension == "number":
                completed[rank] = self._resumed(neighbours, completed, rank)
            elif rank and amount.unit == "point":
                before = completed[rank - 1]
                between = neighbours.sentences_between(before.end, amount.start)
                completed[rank] = self._resumption.in_percent(text, amount, before, between)
        completed = self._echoes.completed(text, completed, neighbours.sentences_between)
        return self._lists.completed(text, completed)

    def _of_one_country(self, text: str, amounts: list[Amount]) -> list[Amount]:
        """The amounts; a shared name is that of the one country whose money was named before.

        « 25 millions de dollars canadiens … 10 millions de dollars »: of two countries neither is.
        """
        if len(amounts) < SEVERAL or sum(a.dimension == "money" for a in amounts) < SEVERAL:
            return amounts
        currencies = self._lexicon.currencies
        named: dict[str, set[str]] = {}
        completed: list[Amount] = []
        for amount in amounts:
            if amount.dimension != "money" or amount.unit is None:
                completed.append(amount)
                continue
            family = currencies.family(amount.unit)
            shared = amount.assumed is not None or amount.unit == family
            words = text[amount.start : amount.end]
            if not shared and not LETTERED.search(words):
                named.setdefault(family, set()).add(amount.unit)
            elif shared and len(codes := named.get(family, set())) == 1:
                [code] = codes
                completed.append(amount._replace(unit=code, assumed=f"{words} is in {code}"))
                continue
            completed.append(amount)
        return completed

    def _resumed(self, neighbours: Neighbours, amounts: list[Amount], rank: int) -> Amount:
        """A bare number as what it takes up, the amount before it or what a pronoun stands for."""
        amount, text = amounts[rank], neighbours.text
        if not rank:
            pronoun = self._resumption.has_pronoun(text, amount)
            unit = self._plural_before(neighbours, amount) if pronoun else None
            return _with_noun(text, amount, unit) if unit else amount
        before = amounts[rank - 1]
        between = neighbours.sentences_between(before.end, amount.start)
        of_money = before.dimension == "money" and not between
        if not of_money and self._resumption.has_pronoun(text, amount):
            shared = self._resumption.shared(text, amount, before, between)
            topic = neighbours.topic(amounts, rank)
            unit = topic.unit if topic else self._plural_before(neighbours, amount)
            return shared or (_with_noun(text, amount, unit) if unit else amount)
        resumed = self._resumption.resumed(text, amount, before, between)
        if resumed is None and before.dimension == "duration" and rank > 1:
            before = amounts[rank - 2]
            between = neighbours.sentences_between(before.end, amount.start)
            resumed = self._resumption.resumed(text, amount, before, between)
        return resumed or amount

    def _plural_before(self, neighbours: Neighbours, amount: Amount) -> str | None:
        """Name of the last plural of the lexicon that stands in the two sentences before."""
        text, (end, _) = neighbours.text, neighbours.sentence(amount)
        sentences = SENTENCE_END.split(text[max(0, amount.start - NEAR_TOPIC) : end])
        for sentence in [s for s in sentences if s.strip()][:-3:-1]:
            for word in reversed(WORD.findall(sentence)):
                noun = self._lexicon.listed_noun(word) if word[-1] in "sx" else None
                if noun:
                    return noun
        return None

    def _noun(self, neighbours: Neighbours, amounts: list[Amount], rank: int) -> str | None:
        """What a bare number counts, where its sentence says so."""
        amount, text = amounts[rank], neighbours.text
        following = amounts[rank + 1] if rank + 1 < len(amounts) else None
        if following and following.dimension == "count":
            between = text[amount.end : min(following.start, amount.end + 2 * CHANGE)]
            if following.start - amount.end < CHANGE and self._to.match(between):
                return following.unit
        if self._modifiers.word_before(text, amount.start) in self._factor:
            return None
        start, end = neighbours.sentence(amount)
        named = self._number_of.search(text, start, end) if amount.value else None
        if named:
            return self._lexicon.units[key(named["noun"])].name
        if amount.modifier_span or self._others.match(text, amount.end):
            return _counted_before(amounts, rank, start)
        return None


def _counted_before(amounts: list[Amount], rank: int, start: int) -> str | None:
    """What was counted before, from ``start`` on, in numbers not too small beside the amount."""
    earlier = [amounts[n] for n in range(rank - 1, max(-1, rank - FEW), -1)]
    most: dict[str | None, Decimal] = {}
    for other in earlier:
        most[other.unit] = max(abs(other.value), most.get(other.unit, other.value))
    for other in earlier:
        if other.dimension == "duration":
            continue
        if other.dimension != "count" or other.start < start:
            return None
        if abs(amounts[rank].value) <= MANY * most[other.unit]:
            return other.unit
    return None


def _with_noun(text: str, amount: Amount, unit: str) -> Amount:
    assumed = f"{text[amount.start : amount.end]} is of {unit}"
    return amount._replace(dimension="count", unit=unit, assumed=assumed)


def _is_incomplete(amount: Amount) -> bool:
    return amount.dimension == "number" or amount.unit in ("CENT", "point")


def _lacks_currency(amount: Amount) -> bool:
    if amount.unit == "CENT":
        return True
    if amount.dimension != "number" or abs(amount.value) < MILLION:
        return False
    return amount.value_max is not None or amount.numeral[1] == amount.end


def _with_currency(text: str, amount: Amount, source: Amount) -> Amount:
    words = text[amount.start : amount.end]
    if amount.unit == "CENT":
        assumed = f"{text[amount.numeral[1] : amount.end].strip()} is a hundredth of {source.unit}"
        return amount._replace(value=amount.value / 100, unit=source.unit, assumed=assumed)
    if not any(char.isalpha() for char in words):
        return amount
    assumed = f"{words} is in {source.unit}"
    return amount._replace(dimension="money", unit=source.unit, assumed=assumed)
