"""Currencies: their nouns, codes and signs, and the country that tells whose a shared name is.

``currencies.toml`` beside this module and in each language's folder come from CLDR by way of
``scripts/cldr.py``; what the press writes otherwise is in ``amounts.toml``.
"""

import re
import tomllib
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from visavis.languages import read
from visavis.text.amounts.forms import GAP, JOIN, Unit, key, spell

WORLD = Path(__file__).with_name("currencies.toml")
"""Codes, signs and territories."""


COUNTRY = r"[^\W\d_]+(?:[.&'\u2019-][^\W\d_]+)*\.?"
WORD = re.compile(rf"{COUNTRY}|&")
WORDS = re.compile(f"{GAP}(?:{WORD.pattern})(?:{GAP}(?:{WORD.pattern})){{0,4}}")
"""What may name a country after a noun: « des îles Salomon »."""

NAMES = re.compile(
    f"{JOIN}(?:(?i:of|of a|of an|a|an) )?(?P<names>(?:{WORD.pattern})"
    f"(?:{GAP}(?:{WORD.pattern})){{1,4}})"
)
"""What may name a country, and the noun after it: "Trinidad and Tobago dollars"."""


class Named(NamedTuple):
    """A currency named at a place of a text, and where its name ends."""

    unit: Unit
    end: int


class Currencies:
    """The currencies that the texts of one language name."""

    def __init__(self, lang: str, data: dict[str, Any], common: dict[str, Any]) -> None:
        names = tomllib.loads(read(lang, "currencies.toml"))
        world = tomllib.loads(WORLD.read_text(encoding="utf-8"))
        self._data, self._names, self._world = data, names, world
        self.current = set(world["codes"]["current"].split())
        self._families: dict[str, set[str]] = {}
        self._of_code: dict[str, str] = {}
        self.heads = self._read_heads()
        aliases = common["codes"]["aliases"]
        former = common["codes"]["former"].split()
        written = [*sorted(self.current), *former, *aliases, *common["codes"]["small"].split()]
        self.codes = {
            code: Unit("money", aliases.get(code.upper(), code.upper())) for code in written
        }
        shared = common["signs_shared"] | data["signs_shared"]
        single = world["signs"] | common["signs"] | data["signs"]
        self.signs = {sign: Unit("money", code) for sign, code in single.items()}
        self.signs |= {sign: self._shared(*names) for sign, names in shared.items()}
        after = common["signs_after"] | data["signs_after"]
        self.signs_after = {sign: Unit("money", code) for sign, code in after.items()}
        self.signs_after |= {
            sign: self._shared(*family) for sign, family in data["signs_after_shared"].items()
        }

    def _shared(self, family: str, assumed: str = "") -> Unit:
        """Return the unit of a name that several currencies share."""
        return Unit("money", assumed or family, assumed=bool(assumed), family=family)

    def _read_heads(self) -> dict[str, Unit]:
        """Return the nouns of currencies with their units: dollar, livre, quetzal."""
        nouns = self._data["currencies_shared"]
        shared = {spelling: family for form, family in nouns.items() for spelling in spell(form)}
        by_key = {key(form): family for form, family in shared.items()}
        only = self._data["currencies_words"]["only_with_country"]
        self._words = {key(word) for word in only.split()}
        heads = {form: self._shared(*family) for form, family in shared.items()}
        for head, codes in self._names["heads"].items():
            family = by_key.get(key(head)) or by_key.get(key(head) + "s")
            family = family or by_key.get(key(head.split(" ")[-1]))
            if family:
                self._families.setdefault(family[0], set()).update(codes)
                if key(head) not in self._words:
                    heads.setdefault(head, self._shared(*family))
                continue
            name = self._single(codes)
            self._families.setdefault(name, set()).update(codes)
            unit = Unit("money", name, family=name)
            if key(head) not in self._words:
                heads[head] = unit
            elif self._data["currency_countries"]["links"][0]:
                heads |= {f"{head} {name}": unit for name in self._complements_of(codes)}
        for name, codes in self._families.items():
            for code in codes:
                self._of_code.setdefault(code, name)
        return heads

    def _complements_of(self, codes: list[str]) -> list[str]:
        """Return what goes with the noun of a currency: « péruviens » with « sols »."""
        named = self._names["complements"].items()
        return [name for name, of in named if not set(codes).isdisjoint(of)]

    def _single(self, codes: list[str]) -> str:
        """Return the one code of a noun, the current one where others are history."""
        current = [code for code in codes if code in self.current]
        return (current or codes)[0]

    def shared_heads(self) -> dict[str, list[str]]:
        """Return nouns of several current currencies that ``currencies_shared`` does not list."""
        forms = [s for form in self._data["currencies_shared"] for s in spell(form)]
        listed = {key(form) for form in forms} | {key(form) + "s" for form in forms}
        return {
            head: codes
            for head, codes in self._names["heads"].items()
            if len(self.current & set(codes)) > 1 and key(head) not in listed | self._words
        }

    def family(self, code: str) -> str:
        """Return the shared name of a currency, DOLLAR of CAD; its code where none is shared."""
        return self._of_code.get(code, code)

    # ------------------------------------------------------------------ countries
    @cached_property
    def _countries(self) -> dict[str, list[str]]:
        """Key of what names a country -> codes of its currencies, the surest first."""
        countries: dict[str, list[str]] = {}
        for form, code in self._data["currency_countries"]["names"].items():
            for spelling in spell(form):
                countries.setdefault(key(spelling), []).extend(code.split())
        for form, codes in self._names["complements"].items():
            countries.setdefault(key(form), []).extend(codes)
        for territory, name in self._names["territories"].items():
            for link in self._data["currency_countries"]["links"]:
                codes = self._world["territories"][territory]
                countries.setdefault(key(link + name), []).extend(codes)
        return countries

    def of_country(self, text: str, end: int, unit: Unit) -> Named | None:
        """Return the currency of a shared name before ``end`` and the country named there."""
        if not unit.family or not text[end : end + 1].isspace():
            return None
        words = WORDS.match(text, end)
        ends = [word.end() for word in WORD.finditer(text, end, words.end())] if words else []
        for stop in reversed(ends):
            name = text[end:stop]
            bare = name if key(name) in self._countries else name.rstrip(".")
            code = self._code(unit.family, bare)
            if code:
                return Named(Unit("money", code, family=unit.family), end + len(bare))
        return None

    def with_country(self, text: str, position: int) -> Named | None:
        """Return the currency named at ``position`` by country and noun: "Jamaican dollars"."""
        match = NAMES.match(text, position)
        if not match:
            return None
        begin = match.start("names")
        words = list(WORD.finditer(text, begin, match.end()))
        for country, noun in pairwise(words):
            name = noun[0].rstrip(".")
            family = self._nouns.get(key(name))
            code = self._code(family, text[begin : country.end()]) if family else None
            if family and code:
                return Named(Unit("money", code, family=family), noun.start() + len(name))
        return None

    def repeated(self, text: str, end: int, unit: Unit) -> Named | None:
        """Return the currency of the country after money: "$5 Canadian", "$5m Canadian dollars"."""
        if not (text[end : end + 1].isspace() and text[end + 1 : end + 2].isupper()):
            return None
        named = self.with_country(text, end)
        if named:
            return named if named.unit.family == unit.family else None
        named = self.of_country(text, end, unit)
        ends = named is not None and not text[named.end :].lstrip(" \u00a0")[:1].isalnum()
        return named if ends else None

    @cached_property
    def _nouns(self) -> dict[str, str]:
        listed = {key(head): unit.family for head, unit in self.heads.items()}
        for head, codes in self._names["heads"].items():
            listed.setdefault(key(head), self.family(self._single(codes)))
        return listed

    def _code(self, family: str, country: str) -> str | None:
        """Return the currency that the country calls so; of several the current one."""
        members = self._families.get(family) or {family}
        codes = [code for code in self._countries.get(key(country), ()) if code in members]
        current = [code for code in codes if code in self.current]
        return next(iter(current or codes), None)
