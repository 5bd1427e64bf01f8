"""The words amounts are written with, compiled from the data files of a language.

The data file of a language is ``languages/<lang>/amounts.toml``, where the notation of its forms
is explained; what every language writes alike is ``international.toml`` beside this module.
"""

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

from visavis.languages import read
from visavis.text.amounts.currencies import Currencies
from visavis.text.amounts.forms import Unit, Word, key, spellings, table
from visavis.text.amounts.schema import read_amounts

INTERNATIONAL = Path(__file__).with_name("international.toml")
"""What every language writes alike."""


class Lexicon:
    """Words, units and modifiers of one language, by the key of their surface form."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.data = read_amounts(read(lang, "amounts.toml"), f"languages/{lang}/amounts.toml")
        self.international = tomllib.loads(INTERNATIONAL.read_text(encoding="utf-8"))
        self.decimal: str = self.data["digits"]["decimal"]
        self._read_numerals()
        self._read_units()
        self._read_nouns()
        self._read_modifiers()

    def _read_numerals(self) -> None:
        self.numeral_forms: dict[str, Word] = {}
        self._read_cardinals()
        self._read_scales()
        self._read_fractions()
        self.first_words = [form for form, word in self.numeral_forms.items() if not word.article]
        self._read_connectives()
        composition = self.data["composition"]
        self.words = {key(form): word for form, word in self.numeral_forms.items()}
        self.vigesimal = {Decimal(value) for value in composition["vigesimal"]}
        self.and_after_hundred: bool = composition["and_after_hundred"]
        self.comma_after_scale: bool = composition["comma_after_scale"]
        self.scale_abbreviations = {
            form: Decimal(value)
            for form, value in self.data["scale_abbreviations"].items()
            if form != "with_currency"
        }
        self.abbreviations_with_currency = set(self.data["scale_abbreviations"]["with_currency"])
        self.stop = {key(word) for word in self.data["nouns"]["stop"].split()}
        self.links = [
            form if form.endswith("'") else form + " " for form in self.data["words"]["link"]
        ]

    def _read_cardinals(self) -> None:
        numbers, articles = self.data["numbers"], self.data["composition"]["articles"]
        for form, value in table({**dict.fromkeys(articles, 1), **numbers}).items():
            role = "article" if form in articles and form not in numbers else "cardinal"
            self.numeral_forms[form] = Word(role, Decimal(value), article=form in articles)
        for form in spellings(self.data["composition"]["hundred"]):
            self._add(form, "hundred", 100)

    def _read_scales(self) -> None:
        scales, collectives = dict(self.data["scales"]), dict(self.data["collectives"])
        alone, exact = set(scales.pop("alone")), table(collectives.pop("exact"))
        for form, value in table(scales).items():
            self._add(form, "thousand" if form in alone else "scale", value)
        for form, value in table(self.data["scales_vague"]).items():
            self.numeral_forms[form] = Word("vague", Decimal(value), plural=True)
        for form, value in (table(collectives) | exact).items():
            self._add(form, "collective", value, exact=form in exact)

    def _read_fractions(self) -> None:
        fractions = dict(self.data["fractions"])
        alone = fractions.pop("alone")
        for form, value in table(fractions).items():
            self.numeral_forms[form] = Word("part", Decimal(value))
        for form in alone:
            self.numeral_forms[form] = Word("half", Decimal(2))
        for form, value in self.data["times"]["alone"].items():
            self.numeral_forms[form] = Word("times", Decimal(value))

    def _read_connectives(self) -> None:
        """Words that begin no numeral: ordinals, wholes, and what joins numerals."""
        for form, value in table(self.data["ordinals"]).items():
            self.numeral_forms[form] = Word("ordinal", Decimal(value))
            self.numeral_forms[form + "s"] = Word("ordinal", Decimal(value), plural=True)
        for form in spellings(self.data["composition"]["whole"]):
            self.numeral_forms[form] = Word("whole", Decimal(1), article=True)
        for role in ("and", "point"):
            for form in self.data["composition"][role]:
                self.numeral_forms[form] = Word(role, Decimal(0))

    def _add(self, form: str, role: str, value: str | int, *, exact: bool = True) -> None:
        plural = form.endswith("s")
        self.numeral_forms[form] = Word(role, Decimal(value), plural=plural, exact=exact)

    def _read_units(self) -> None:
        data, common = self.data, self.international
        words: dict[str, Unit] = {}
        for name, forms in data["items"].items():
            for form in forms:
                words.setdefault(form, Unit("count", name))
        words = table(words)
        self.currencies = Currencies(self.lang, data, common)
        words |= self.currencies.heads
        for form in data["cents"]["forms"]:
            words[form] = Unit("money", "CENT")
        for form, code in data["currencies"].items():
            words[form] = Unit("money", code, family=self.currencies.family(code))
        for form, name in data["percent"].items():
            words[form] = Unit("percent", name)
        measures = tomllib.loads(read(self.lang, "units.toml"))["measures"] | data["measures"]
        for form, name in measures.items():
            words[form] = Unit("measure", name)
        for form, (name, factor) in data["time"].items():
            words[form] = Unit("duration", name, Decimal(factor))
        for form in data["times"]["forms"]:
            words[form] = Unit("ratio", "x")
        self.unit_forms: dict[str, Unit] = table(words)
        self.units = {key(form): unit for form, unit in self.unit_forms.items()}
        self.cents_after_digits = {key(form) for form in data["cents"]["after_digits"]}
        self._read_symbols(common)

    def _read_nouns(self) -> None:
        names = self.data["nouns"]["names"]
        forms = [(form, name) for name, listed in names.items() for form in spellings(listed)]
        self._names = {key(form): name for form, name in forms}
        counted = [form for form, unit in self.unit_forms.items() if unit.dimension == "count"]
        self.noun_forms: list[str] = [*counted, *(form for form, _ in forms)]
        self._endings: list[tuple[str, str]] = [(a, b) for a, b in self.data["nouns"]["endings"]]

    def listed_noun(self, surface: str) -> str | None:
        """Name of a noun counted that is listed; null for any other word."""
        unit = self.units.get(key(surface))
        if unit and unit.dimension == "count":
            return unit.name
        name: str | None = self._names.get(key(surface))
        return name

    def noun(self, surface: str) -> str:
        """Name of a noun counted: English where it is listed, else its singular."""
        listed = self.listed_noun(surface)
        if listed:
            return listed
        word = surface if surface.isupper() else surface.casefold()
        for plural, singular in self._endings:
            if word.endswith(plural):
                return word[: len(word) - len(plural)] + singular
        return word

    def _read_symbols(self, common: dict[str, Any]) -> None:
        self.signs, self.codes = self.currencies.signs, self.currencies.codes
        symbols: dict[str, Unit] = {}
        measures = common["measures"]
        for symbol in [*measures["symbols"].split(), *measures["aliases"]]:
            symbols[symbol] = Unit("measure", measures["aliases"].get(symbol, symbol))
        symbols |= {s: Unit("percent", name) for s, name in common["percent"].items()}
        for symbol, (name, factor) in common["time"].items():
            symbols[symbol] = Unit("duration", name, Decimal(factor))
        after = self.currencies.signs_after
        words = set(common["codes"]["words"].split())
        signs = {sign: unit for sign, unit in self.signs.items() if sign not in words}
        self.symbols: dict[str, Unit] = {**symbols, **self.codes, **signs, **after}
        self.symbols |= {
            s.lower(): u
            for s, u in after.items()
            if s.lower() not in common["codes"]["not_small"] and "$" in s
        }
        self.symbols |= {
            sign: Unit("money", code, Decimal(part))
            for sign, (code, part) in self.data["signs_of_parts"].items()
        }
        self.code_words = set(common["codes"]["words"].split())

    def _read_modifiers(self) -> None:
        self.modifiers = self._modifiers(self.data["modifiers"])
        self.modifiers_after = self._modifiers(self.data["modifiers_after"])

    @staticmethod
    def _modifiers(names: dict[str, list[str]]) -> dict[str, str]:
        return {form: name for name, forms in names.items() for form in spellings(forms)}
