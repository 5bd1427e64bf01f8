"""The noun counted, with the adjectives before it: « 600 anciens salariés », "800 weekly users"."""

import re

from visavis.amounts.cardinals import ONE
from visavis.amounts.core import Core
from visavis.amounts.lexicon import GAP, HYPHEN, JOIN, Lexicon, Unit, alternation, key
from visavis.amounts.units import Units

REACH = 4
"""Words after a numeral among which its noun is looked for."""

SHORTEST = 3
ACRONYM = 6
"""Letters of the shortest plural, and of the longest acronym, that may be counted."""

UNCOUNTED = frozenset({"fraction", "article", "half", "times", "whole"})


class Nouns:
    """Finds what is counted: a noun of the lexicon, or any plural that is no other word."""

    def __init__(self, lexicon: Lexicon, units: Units) -> None:
        data = lexicon.data["nouns"]
        self.units = units
        self._stop = lexicon.stop
        self._adjectives = {key(word) for word in data["adjectives"].split()}
        self._adjectives_are_listed = bool(self._adjectives)
        self._invariable = {key(word) for word in data["invariable"].split()}
        self._plural = re.compile(rf"{data['plural']}$")
        self._singular_ends = tuple(data["singular_ends"])
        of = alternation(form for form in lexicon.links if form in ("de ", "d'", "of "))
        self._link = re.compile(f"{JOIN}(?P<link>(?i:{of}))?")
        self._word = re.compile(rf"[^\W\d_]+(?:{HYPHEN}[^\W\d_]+)*")
        self._gap = re.compile(GAP)
        self.next_word = re.compile(rf"{GAP}([^\W\d_]+)")

    def counted(self, text: str, core: Core) -> Core:
        """The numeral with the noun it counts, when there is one."""
        numeral = core.numeral
        if core.unit or numeral.form in UNCOUNTED:
            return core
        match = self._link.match(text, numeral.end)
        if not match:
            return core
        multiplied = numeral.scale != ONE or numeral.form in ("vague", "collective")
        if match["link"] and not multiplied:
            return core
        return self._headed(text, core, match.end())

    def _headed(self, text: str, core: Core, position: int) -> Core:
        """The numeral with the first noun among the words from ``position`` on."""
        for rank in range(REACH):
            word = self._word.match(text, position)
            if not word:
                break
            named = self._in_lexicon(text, core, position) if rank else None
            if named:
                return named
            found = key(word[0])
            adjective = found in self._adjectives
            if found in self._stop and (not adjective or rank == REACH - 1):
                break
            if not adjective and core.numeral.value != 1 and self._is_noun(word[0], found):
                return self._noun(text, core, word)
            gap = self._gap.match(text, word.end())
            if not gap or (self._adjectives_are_listed and not adjective):
                break
            position = gap.end()
        return core

    def _in_lexicon(self, text: str, core: Core, position: int) -> Core | None:
        """The numeral with the unit at ``position``, after adjectives; itself when none fits."""
        word = self.units.word.match(text, position)
        unit = self.units.named(word)
        if not word or not unit or word["link"]:
            return None
        money = unit.dimension == "money" and not self._adjectives_are_listed
        if not money and unit.dimension not in ("count", "duration"):
            return core
        return core._replace(end=word.end(), unit=unit, value=core.value * unit.factor)

    def _noun(self, text: str, core: Core, word: re.Match[str]) -> Core:
        """A noun that is not in the lexicon; in English a plural before it belongs to it."""
        end, noun = word.end(), word[0]
        after = None if self._adjectives_are_listed else self.next_word.match(text, end)
        if after and key(after[1]) not in self._stop and self._is_noun(after[1], key(after[1])):
            end, noun = after.end(), after[1]
            unit = self.units.lexicon.units.get(key(noun))
            if unit and unit.dimension == "count":
                return core._replace(end=end, unit=unit)
        return core._replace(end=end, noun=noun, unit=Unit("count", self.units.lexicon.noun(noun)))

    def _is_noun(self, surface: str, found: str) -> bool:
        if len(surface) < SHORTEST:
            return False
        if surface.isupper():
            return len(surface) <= ACRONYM
        if found in self._invariable:
            return True
        return bool(self._plural.search(found)) and not found.endswith(self._singular_ends)
