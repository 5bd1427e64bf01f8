"""How the forms of the data files are written, and the patterns that find them in a text.

Letters in parentheses may be absent, million(s), or chosen, (le|la) tiers; an accent may be missing
in the text; "-" is a hyphen or a space. Texts are read in a plain copy, with one kind of space,
hyphen and apostrophe, and accents joined to their letters (``plain``).
"""

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

SPACE = " "
GAP = SPACE + "{1,3}"
HYPHEN = "-"
JOIN = f"(?:{SPACE}?{HYPHEN}{SPACE}?|{GAP})"
APOSTROPHE = "'"

SEPARATORS = re.compile(r"[\s\-\u2010\u2011\u2013]+")
COMBINING = re.compile("[\u0300-\u036f]")
PLAIN = str.maketrans({"œ": "oe", "\u2019": "'", "\u02bc": "'", "ı": "i"})
"""Letters and signs that a pattern takes for others, whatever their case."""

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
    family: str = ""
    """Of a currency: the name it shares with others (DOLLAR of CAD), or its code."""


@lru_cache(maxsize=16384)
def key(surface: str) -> str:
    """Form under which a word is looked up: no case, no accent, one space, one apostrophe."""
    if surface.isascii() and surface.isalpha():
        return surface.lower()
    flat = COMBINING.sub("", unicodedata.normalize("NFD", surface).casefold())
    flat = flat.translate(PLAIN)
    return SEPARATORS.sub(" ", flat).strip()


def spell(form: str) -> list[str]:
    """All spellings of a form: ``million(s)`` is million and millions, ``(a|the) few`` two more."""
    parts = OPTIONAL.split(form)
    choices = [_choices(part) if n % 2 else (part,) for n, part in enumerate(parts)]
    return ["".join(choice) for choice in product(*choices)]


def _choices(part: str) -> tuple[str, ...]:
    """What may stand for a part in parentheses: itself or nothing, or one of several."""
    return tuple(part.split("|")) if "|" in part else ("", part)


def _atom(char: str, special: dict[str, str]) -> str:
    if char in special:
        return special[char]
    base = unicodedata.normalize("NFD", char)[0]
    return f"[{char}{base}]" if base != char else re.escape(char)


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


def table(pairs: dict[str, Any]) -> dict[str, Any]:
    """Return the pairs with all spellings of their forms."""
    return {spelling: value for form, value in pairs.items() for spelling in spell(form)}


def spellings(forms: "Iterable[str]") -> list[str]:
    """All spellings of several forms."""
    return [spelling for form in forms for spelling in spell(form)]
