"""The noun counted, with the adjectives before it: « 600 anciens salariés », "800 weekly users"."""

import re

from visavis.text.amounts.cardinals import ONE
from visavis.text.amounts.forms import GAP, HYPHEN, JOIN, Unit, alternation, key
from visavis.text.amounts.lexicon import Lexicon
from visavis.text.amounts.quantity import Core
from visavis.text.amounts.units import Units

REACH = 4
"""Words after a numeral among which its noun is looked for."""

SHORTEST = 3
ACRONYM = 6
"""Letters of the shortest plural, and of the longest acronym, that may be counted."""

_LAST_WORD = re.compile(r"[^\W\d_]+$")

UNCOUNTED = frozenset({"fraction", "article", "half", "times", "whole"})


class Nouns:
    """Finds what is counted: a noun of the lexicon, or any plural that is no other word."""

    def __init__(self, lexicon: Lexicon, units: Units) -> None:
        data = lexicon.data["nouns"]
        self.units = units
        self._stop = lexicon.stop
        self._adjectives = {key(word) for word in data["adjectives"].split()}
        self._nominal = {key(word) for word in data["nominal"].split()}
        self._adjectives_are_listed: bool = data["adjectives_are_listed"]
        self._invariable = {key(word) for word in data["invariable"].split()}
        self._plural = re.compile(rf"{data['plural']}$")
        self._singular_ends = tuple(data["singular_ends"])
        of = alternation(
            [form for form in lexicon.links if form in ("de ", "d'", "of ")]
            + [form + " " for form in data["links"]]
        )
        how_many = alternation(lexicon.data["numbers"])
        self._of_known = re.compile(
            f"{GAP}(?i:{alternation(data['of_known'])}){GAP}"
            f"(?:(?:\\d{{1,3}}|(?i:{how_many})){GAP})?(?P<noun>[^\\W\\d_]+)(?!\\w)"
        )
        things = lexicon.noun_forms if data["hyphenated"] else []
        joined = alternation([*data["hyphenated"].split(), *things])
        self._hyphenated = re.compile(f"{HYPHEN}((?i:{joined}))(?!\\w)") if joined else None
        self._money = {key(word) for word in data["money"].split()}
        self._link_after_scale: bool = lexicon.data["composition"]["link_after_scale"]
        self._link = re.compile(f"{JOIN}(?P<link>(?i:{of}))?")
        self._word = re.compile(
            rf"(?:[A-Z]\.){{2,}}|[^\W\d_]+[0-9][^\W_]*|[^\W\d_]+(?:{HYPHEN}[^\W\d_]+)*"
        )
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
        joined = self._joined(text, core) if not multiplied else None
        if joined:
            return joined
        if not multiplied and (match["link"] or self._of_known.match(text, numeral.end)):
            return self._of_those(text, core)
        if multiplied and self._is_money(text, core, match):
            return core
        return self._headed(text, core, match.end())

    def _joined(self, text: str, core: Core) -> Core | None:
        """« a nine-member jury »: a noun in the singular after a hyphen."""
        match = self._hyphenated.match(text, core.end) if self._hyphenated else None
        if not match:
            return None
        noun = key(match[1])
        listed = self.units.lexicon.listed_noun(match[1])
        return core._replace(end=match.end(), noun=noun, unit=Unit("count", listed or noun))

    def _of_those(self, text: str, core: Core) -> Core:
        """« deux des signataires »: the numeral alone, of the noun known."""
        match = self._of_known.match(text, core.end)
        if not match or not self._is_noun(match["noun"], key(match["noun"])):
            return core
        noun = match["noun"]
        return core._replace(noun=noun, unit=Unit("count", self.units.lexicon.noun(noun)))

    def _is_money(self, text: str, core: Core, link: re.Match[str]) -> bool:
        """Whether millions are of a currency left out: « 4 milliards versés », « … d'emprunts »."""
        last = _LAST_WORD.search(text, core.numeral.start, core.numeral.end)
        word = self.units.lexicon.words.get(key(last[0])) if last else None
        if word is None or word.role != "scale":
            return False
        if not link["link"]:
            return self._link_after_scale
        noun = self._word.match(text, link.end())
        return noun is not None and key(noun[0]) in self._money

    def _headed(self, text: str, core: Core, position: int) -> Core:
        """The numeral with the first noun among the words from ``position`` on."""
        last: re.Match[str] | None = None
        for rank in range(REACH):
            word = self._word.match(text, position)
            if not word:
                break
            named = self._in_lexicon(text, core, position) if rank else None
            if named:
                return named
            noun_key = key(word[0])
            adjective = noun_key in self._adjectives
            last = word if adjective and noun_key in self._nominal else last
            if noun_key.split(" ")[0] in self._stop and (not adjective or rank == REACH - 1):
                break
            if rank and not self._adjectives_are_listed and _is_name(word[0]):
                break
            if not adjective and core.numeral.value != 1 and self._is_noun(word[0], noun_key):
                return self._noun(text, core, word)
            gap = self._gap.match(text, word.end())
            if not gap or (self._adjectives_are_listed and not adjective):
                break
            position = gap.end()
        return self._noun(text, core, last) if last else core

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

    def _is_noun(self, surface: str, noun_key: str) -> bool:
        if len(surface) < SHORTEST:
            return False
        if surface[-1:].isdigit() or surface[-1:] == ".":
            return False
        if surface.isupper():
            return len(surface) <= ACRONYM
        if noun_key in self._invariable or (surface[:-1].isupper() and surface[-1] == "s"):
            return True
        return bool(self._plural.search(noun_key)) and not noun_key.endswith(self._singular_ends)


def _is_name(word: str) -> bool:
    """Whether a word after a small one is a name: "61,204 saw Leeds" counts no Leeds."""
    return word[0].isupper() and not word.isupper() and word[1:].islower()
