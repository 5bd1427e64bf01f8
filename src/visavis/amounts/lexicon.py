"""The words amounts are written with, compiled from the data files of a language.

The data file of a language is ``languages/<lang>/amounts.toml``, where the notation of its forms
is explained; what every language writes alike is ``international.toml`` beside this module.
"""

import re
import tomllib
import unicodedata
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files
from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

from visavis.languages import read

if TYPE_CHECKING:
    from collections.abc import Iterable

SPACE = "[ \u00a0\u202f\u2009]"
GAP = SPACE + "{1,3}"
HYPHEN = "[-\u2010\u2011]"
JOIN = f"(?:{SPACE}?{HYPHEN}{SPACE}?|{GAP})"
APOSTROPHE = "['\u2019\u02bc]"

SEPARATORS = re.compile(r"[\s\-\u2010\u2011\u2013]+")
COMBINING = re.compile("[\u0300-\u036f]")
OPTIONAL = re.compile(r"\(([^)]*)\)")


class Word(NamedTuple):
    """What a word of a numeral does: its role, its value, and how it is written."""

    role: str
    value: Decimal
    plural: bool = False
    article: bool = False
    exact: bool = True


class Unit(NamedTuple):
    """A unit: its dimension and name, its size in that name, and what reading it assumes."""

    dimension: str
    name: str
    factor: Decimal = Decimal(1)
    assumed: bool = False


@lru_cache(maxsize=16384)
def key(surface: str) -> str:
    """Form under which a word is looked up: no case, no accent, one space, one apostrophe."""
    if surface.isascii() and surface.isalpha():
        return surface.lower()
    flat = COMBINING.sub("", unicodedata.normalize("NFD", surface).casefold())
    flat = flat.replace("œ", "oe").replace("\u2019", "'").replace("\u02bc", "'")
    return SEPARATORS.sub(" ", flat).strip()


def spell(form: str) -> list[str]:
    """All spellings of a form: ``million(s)`` is million and millions."""
    parts = OPTIONAL.split(form)
    choices = [(part,) if n % 2 == 0 else ("", part) for n, part in enumerate(parts)]
    return ["".join(choice) for choice in product(*choices)]


def _atom(char: str, special: dict[str, str]) -> str:
    if char in special:
        return special[char]
    base = unicodedata.normalize("NFD", char)[0]
    return f"(?:{char}|{base}[\u0300-\u036f]?)" if base != char else re.escape(char)


FORM = {" ": GAP, "-": JOIN, "'": APOSTROPHE, "\u0153": "(?:\u0153|oe)"}
SYMBOL = {" ": SPACE}


def alternation(
    forms: "Iterable[str]", special: dict[str, str] = FORM, *, backwards: bool = False
) -> str:
    """A regular expression that matches the longest of the forms (a trie, so that it is fast)."""
    trie: dict[str, Any] = {}
    for form in forms:
        node = trie
        for char in reversed(form) if backwards else form:
            node = node.setdefault(_atom(char, special), {})
        node[""] = {}
    return _branches(trie)


def _branches(node: dict[str, Any]) -> str:
    branches = [atom + _branches(rest) for atom, rest in node.items() if atom]
    if not branches:
        return ""
    optional = "?" if "" in node else ""
    if len(branches) == 1 and not optional:
        return branches[0]
    return f"(?:{'|'.join(branches)}){optional}"


def _table(pairs: dict[str, Any]) -> dict[str, Any]:
    return {spelling: value for form, value in pairs.items() for spelling in spell(form)}


def _spellings(forms: "Iterable[str]") -> list[str]:
    return [spelling for form in forms for spelling in spell(form)]


class Lexicon:
    """Words, units and modifiers of one language, by the key of their surface form."""

    def __init__(self, lang: str) -> None:
        self.data = tomllib.loads(read(lang, "amounts.toml"))
        self.international = tomllib.loads(
            files("visavis.amounts").joinpath("international.toml").read_text(encoding="utf-8")
        )
        self.decimal: str = self.data["digits"]["decimal"]
        self._read_numerals()
        self._read_units()
        self._read_modifiers()

    def _read_numerals(self) -> None:
        data = self.data
        composition = data["composition"]
        articles = set(composition["articles"])
        self.numeral_forms: dict[str, Word] = {}
        numbers = {**dict.fromkeys(composition["articles"], 1), **data["numbers"]}
        for form, value in _table(numbers).items():
            role = "article" if form in articles and form not in data["numbers"] else "cardinal"
            self.numeral_forms[form] = Word(role, Decimal(value), article=form in articles)
        for form in _spellings(composition["hundred"]):
            self.numeral_forms[form] = Word("hundred", Decimal(100), plural=form.endswith("s"))
        scales = {form: value for form, value in data["scales"].items() if form != "alone"}
        alone = set(data["scales"]["alone"])
        for form, value in _table(scales).items():
            role = "thousand" if form in alone else "scale"
            self.numeral_forms[form] = Word(role, Decimal(value), plural=form.endswith("s"))
        for form, value in _table(data["scales_vague"]).items():
            self.numeral_forms[form] = Word("vague", Decimal(value), plural=True)
        exact = data["collectives"].pop("exact")
        for forms, is_exact in ((data["collectives"], False), (exact, True)):
            for form, value in _table(forms).items():
                self.numeral_forms[form] = Word(
                    "collective", Decimal(value), plural=form.endswith("s"), exact=is_exact
                )
        fractions = {form: value for form, value in data["fractions"].items() if form != "alone"}
        for form, value in _table(fractions).items():
            self.numeral_forms[form] = Word("part", Decimal(value))
        for form in data["fractions"]["alone"]:
            self.numeral_forms[form] = Word("half", Decimal(2))
        for form, value in data["times"]["alone"].items():
            self.numeral_forms[form] = Word("times", Decimal(value))
        self.first_words = [form for form, word in self.numeral_forms.items() if not word.article]
        for form, value in _table(data["ordinals"]).items():
            self.numeral_forms[form] = Word("ordinal", Decimal(value))
            self.numeral_forms[form + "s"] = Word("ordinal", Decimal(value), plural=True)
        for form in _spellings(composition["whole"]):
            self.numeral_forms[form] = Word("whole", Decimal(1), article=True)
        for role in ("and", "point"):
            for form in composition[role]:
                self.numeral_forms[form] = Word(role, Decimal(0))
        self.words = {key(form): word for form, word in self.numeral_forms.items()}
        self.vigesimal = {Decimal(value) for value in composition["vigesimal"]}
        self.and_after_hundred: bool = composition["and_after_hundred"]
        self.comma_after_scale: bool = composition["comma_after_scale"]
        self.scale_abbreviations = {
            form: Decimal(value)
            for form, value in data["scale_abbreviations"].items()
            if form != "with_currency"
        }
        self.abbreviations_with_currency = set(data["scale_abbreviations"]["with_currency"])

    def _read_units(self) -> None:
        data, common = self.data, self.international
        words: dict[str, Unit] = {}
        for form in data["cents"]["forms"]:
            words[form] = Unit("money", "CENT")
        for form, code in data["currencies_assumed"].items():
            words[form] = Unit("money", code, assumed=True)
        for form, code in data["currencies"].items():
            words[form] = Unit("money", code)
        for form, name in data["percent"].items():
            words[form] = Unit("percent", name)
        for name, forms in data["items"].items():
            words |= {form: Unit("count", name) for form in forms if form not in words}
        for form, name in data["measures"].items():
            words[form] = Unit("measure", name)
        for form, (name, factor) in data["time"].items():
            words[form] = Unit("duration", name, Decimal(factor))
        for form in data["times"]["forms"]:
            words[form] = Unit("ratio", "x")
        self.unit_forms: dict[str, Unit] = _table(words)
        self.units = {key(form): unit for form, unit in self.unit_forms.items()}
        self.cents_after_digits = {key(form) for form in data["cents"]["after_digits"]}
        self._read_symbols(common)

    def _read_symbols(self, common: dict[str, Any]) -> None:
        self.signs: dict[str, Unit] = {
            sign: Unit("money", code, assumed=sign in "$£¥")
            for sign, code in common["signs"].items()
        }
        codes = common["codes"]
        written = [*codes["iso"].split(), *codes["small"].split()]
        self.codes: dict[str, Unit] = {
            code: Unit("money", codes["aliases"].get(code.upper(), code.upper()))
            for code in written
        }
        symbols: dict[str, Unit] = {}
        measures = common["measures"]
        for symbol in [*measures["symbols"].split(), *measures["aliases"]]:
            symbols[symbol] = Unit("measure", measures["aliases"].get(symbol, symbol))
        symbols |= {s: Unit("percent", name) for s, name in common["percent"].items()}
        for symbol, (name, factor) in common["time"].items():
            symbols[symbol] = Unit("duration", name, Decimal(factor))
        after = {sign: Unit("money", code) for sign, code in common["signs_after"].items()}
        self.symbols: dict[str, Unit] = {**symbols, **self.codes, **self.signs, **after}
        self.symbols |= {sign.lower(): unit for sign, unit in after.items()}

    def _read_modifiers(self) -> None:
        self.modifiers = self._modifiers(self.data["modifiers"])
        self.modifiers_after = self._modifiers(self.data["modifiers_after"])

    @staticmethod
    def _modifiers(names: dict[str, list[str]]) -> dict[str, str]:
        return {form: name for name, forms in names.items() for form in _spellings(forms)}
