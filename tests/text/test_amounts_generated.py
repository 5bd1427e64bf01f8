"""Amounts made by rule, read back: currencies as Babel formats them, numbers, ranges, bounds.

A run reads a sample, drawn with a fixed seed. All of them, some 100,000 and more, are read with

    VISAVIS_GENERATED=all pytest tests/test_amounts_generated.py
"""

import os
import random
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache, partial
from itertools import product
from typing import NamedTuple

import pytest
from babel.localedata import locale_identifiers
from babel.numbers import format_currency
from num2words import num2words

from visavis.text.amounts import Amount, find
from visavis.text.amounts.lexicon import Lexicon

LANGS = ("fr", "en")
ALL = os.environ.get("VISAVIS_GENERATED") == "all"
SAMPLE = 1500
SEED = 18


class Made(NamedTuple):
    """A text made by rule, and the one amount in it; no value where it holds none."""

    text: str
    value: Decimal | None
    units: frozenset[str] = frozenset()
    high: Decimal | None = None
    modifier: str | None = None


def sample(cases: Sequence[Made]) -> Sequence[Made]:
    """Return all cases if asked for, or some of them, the same in every run."""
    return cases if ALL or len(cases) <= SAMPLE else random.Random(SEED).sample(cases, SAMPLE)  # noqa: S311 - no secret


def wrong(cases: Sequence[Made], lang: str) -> list[tuple[str, list[tuple[str, str, str | None]]]]:
    misses = []
    for case in sample(cases):
        amounts = find(case.text, lang)
        if case.value is None:
            right = not amounts
        else:
            right = len(amounts) == 1 and is_right(amounts[0], case)
        if not right:
            entries = [(case.text[a.start : a.end], f"{a.value:f}", a.unit) for a in amounts]
            misses.append((case.text, entries))
    return misses


def is_right(amount: Amount, case: Made) -> bool:
    return (
        amount.value == case.value
        and amount.value_max == case.high
        and (not case.units or amount.unit in case.units)
        and case.modifier in (None, amount.modifier)
    )


# ---------------------------------------------------------------------------- currencies
@cache
def lexicon(lang: str) -> Lexicon:
    return Lexicon(lang)


VALUES = [Decimal(value) for value in ("3", "12.5", "1234.5", "1234567.89", "250000")]
MORE = [Decimal(value) for value in ("2", "7.25", "40", "99.9", "180", "512.75", "3600", "10000.5")]
MORE += [Decimal(value) for value in ("75000", "640000.4", "8000000", "54321.01", "999", "1500000")]
CODED = "¤¤\u00a0#,##0.00"
AMBIGUOUS = re.compile(r"(?<!\d)\d{1,3}[.,]\d{3}(?!\d)(?![.,]\d)")
"""A single mark before three digits: thousands or decimals, as the language has it."""


ALONE = re.compile(r"^[^a-zA-Z]*[^\W\d_]+$")
"""A name of one word, which some locale gives to its own currency: « 3 dollars »."""

LOCAL_SIGN = re.compile(r"^[A-Za-z.]{1,4}(?=[\d\s])|\d\s?[A-Z][A-Za-z]{0,2}$|\(B")
"""Signs of letters that only their own country knows; names with a bank in brackets."""


def locales(lang: str) -> list[str]:
    names = [name for name in locale_identifiers() if name.split("_")[0] == lang]
    return sorted(name for name in names if not name.endswith(("POSIX", "Dsrt", "Shaw")))


@cache
def currencies(lang: str) -> list[Made]:
    made: dict[str, Made] = {}
    codes = sorted(lexicon(lang).currencies.current)
    for locale, code, value in product(locales(lang), codes, VALUES + MORE * ALL):
        for text, is_name in notations(value, code, locale):
            marks = {"fr": ".", "en": ","}[lang]
            if any(marks not in m[0] for m in AMBIGUOUS.finditer(text)):
                continue
            if LOCAL_SIGN.search(text) and code not in text:
                continue
            family = lexicon(lang).currencies.family(code)
            assumed = {"DOLLAR": "USD", "POUND": "GBP", "YEN": "JPY", "RUPEE": "INR"}.get(
                family, family
            )
            cfa = "XOF" if code == "XAF" else code
            shared = {family, assumed} if not is_name or ALONE.search(text) else set()
            units = {code, cfa, *shared}
            earlier = made[text].units if text in made else frozenset()
            made[text] = Made(text, value, frozenset(units | earlier))
    return list(made.values())


def notations(value: Decimal, code: str, locale: str) -> Iterator[tuple[str, bool]]:
    form = partial(
        format_currency, value, code, locale=locale, currency_digits=False,
        decimal_quantization=False,
    )  # fmt: skip
    yield form(), False
    yield form(format=CODED), False
    yield form(format_type="name"), True


@pytest.mark.parametrize("lang", LANGS)
def test_money_is_read_as_babel_writes_it(lang: str) -> None:
    assert wrong(currencies(lang), lang) == []


# ---------------------------------------------------------------------------- numbers in words
@cache
def words(lang: str) -> list[Made]:
    draw = random.Random(1)  # noqa: S311 - a sample, not a secret
    values = [draw.randrange(2, 10 ** draw.randint(1, 15)) for _ in range(50_000)]
    regions = {"fr": ["fr", "fr_BE", "fr_CH"], "en": ["en", "en_GB"]}[lang]
    return [
        Made(f"{num2words(value, lang=regions[n % len(regions)])} dollars", Decimal(value), USD)
        for n, value in enumerate(values)
    ]


USD = frozenset({"USD"})


@pytest.mark.parametrize("lang", LANGS)
def test_number_words_are_read_as_num2words_writes_them(lang: str) -> None:
    assert wrong(words(lang), lang) == []


# ---------------------------------------------------------------------------- bounds and ranges
NOTED = {
    "fr": [("3 millions d'euros", "3000000", "EUR"), ("12,5 %", "12.5", "%"),
           ("400 MW", "400", "MW"),
           ("deux cents salariés", "200", "employee"), ("1 500 $", "1500", "USD")],
    "en": [("3 million euros", "3000000", "EUR"), ("12.5%", "12.5", "%"), ("400 MW", "400", "MW"),
           ("two hundred employees", "200", "employee"), ("$1,500", "1500", "USD")],
}  # fmt: skip
SAID = {"fr": "Le bilan affiche {} ici.", "en": "The report shows {} here."}
NOT_SAID = {"*", "entre", "between", "anywhere between", "somewhere between", "a range of"}
BLURS_ROUND = {"dans les"}


@cache
def bounded(lang: str) -> list[Made]:
    made = []
    for form, name in lexicon(lang).modifiers.items():
        if "*" in form or name == "between" or form in BLURS_ROUND:
            continue
        for text, value, unit in NOTED[lang]:
            message = SAID[lang].format(f"{form} {text}")
            made.append(Made(message, Decimal(value), frozenset({unit}), modifier=name))
    return made


@pytest.mark.parametrize("lang", LANGS)
def test_every_comparator_bounds_every_amount(lang: str) -> None:
    assert wrong(bounded(lang), lang) == []


UNITS = {
    "fr": ["%", "€", "euros", "M€", "$", "dollars canadiens", "km", "kg", "MW", "°C", "ans", "mois",
           "heures", "personnes", "salariés", "habitants", "tonnes", "litres", "points de base"],
    "en": ["%", "euros", "dollars", "pounds", "percent", "km", "kg", "MW", "°C", "years", "months",
           "hours", "people", "employees", "residents", "tonnes", "litres", "basis points"],
}  # fmt: skip
SHAPES = {
    "fr": ["entre {a} et {b} {u}", "de {a} à {b} {u}", "{a} à {b} {u}", "{a}-{b} {u}",
           "{a}–{b} {u}", "entre {a} {u} et {b} {u}", "{a} {u}-{b} {u}"],
    "en": ["between {a} and {b} {u}", "from {a} to {b} {u}", "{a} to {b} {u}", "{a}-{b} {u}",
           "{a}–{b} {u}", "between {a} {u} and {b} {u}"],
}  # fmt: skip
ENDS = [(2, 3), (10, 15), (300, 400), (1200, 1800), (25, 75), (600, 999)]


@cache
def ranged(lang: str) -> list[Made]:
    by_key = {"fr": "On prévoit {} au total.", "en": "They expect {} in all."}[lang]
    made = []
    for unit, shape, (low, high) in product(UNITS[lang], SHAPES[lang], ENDS):
        times = 1_000_000 if unit == "M€" else 1
        text = by_key.format(shape.format(a=low, b=high, u=unit))
        made.append(Made(text, Decimal(low * times), high=Decimal(high * times)))
    return made


@pytest.mark.parametrize("lang", LANGS)
def test_every_range_has_its_ends_in_every_unit(lang: str) -> None:
    assert wrong(ranged(lang), lang) == []


# ---------------------------------------------------------------------------- no amounts
@cache
def nothing(lang: str) -> list[Made]:
    draw = random.Random(2)  # noqa: S311 - a sample, not a secret
    lines = NOTHING[lang].splitlines()
    texts = [line.format_map(drawn(draw, lang)) for line in lines for _ in range(200)]
    return [Made(text, None) for text in dict.fromkeys(texts)]


def pairs(draw: random.Random) -> str:
    return " ".join(f"{draw.randrange(100):02}" for _ in range(4))


MONTHS_FR = ["janvier", "mars", "avril", "mai", "juin", "juillet", "août", "octobre", "décembre"]
MONTHS_EN = ["January", "March", "April", "May", "June", "July", "August", "October"]

NOTHING = {
    "fr": """Appelez le 0{digit} {pairs} demain.
Appelez le +33 {digit} {pairs} demain.
Il est né le {day} {month} {year}.
Le train de {hour} h {minute} est supprimé.
Elle arrive à {hour} heures.
Entre {morning} h et {evening} h, la rue est fermée.
En {year}, il a quitté Lyon.
Les années {decade} sont loin.
La saison {year}-{next} commence.
Il habite {house}, rue Monge, {postcode} Dijon.
Lens a gagné {goals}-{digit} à Nantes.
La version {digit}.{goals}.{digit} est sortie.
Voir l'article {house} du code.
Il roule sur l'A{day} et la D{house}.
Le TOP {day} est connu.
Il arrive {day}e du tour.""",
    "en": """Call {area}-{area}-{local} now.
Call +44 20 {local} {local} now.
He was born on {month} {day}, {year}.
The {morning}:{minute} train is late.
She arrives at {morning} p.m.
In {year} he left London.
The {decade}s are gone.
The {year}-{short} season begins.
He lives at {house} Main Street.
Leeds won {goals}-{digit}.
Version {digit}.{goals}.{digit} is out.
See article {house} of the code.
He drives on the M{day}.
The TOP {day} is known.
He came {place}th.""",
}
"""Sentences in which no number is an amount, by language."""


def drawn(draw: random.Random, lang: str) -> dict[str, object]:
    year = draw.randint(1960, 2028)
    return {
        "digit": draw.randint(1, 9), "pairs": pairs(draw), "day": draw.randint(2, 30),
        "month": draw.choice(MONTHS_FR if lang == "fr" else MONTHS_EN), "year": year,
        "hour": draw.randint(1, 23), "minute": draw.randint(10, 59), "next": year + 1,
        "morning": draw.randint(6, 11), "evening": draw.randint(12, 20),
        "goals": draw.randint(0, 6), "decade": draw.randrange(1900, 2020, 10),
        "house": draw.randint(2, 200),
        "postcode": draw.randint(10000, 95999), "area": draw.randint(200, 999),
        "local": draw.randint(1000, 9999), "short": f"{(year + 1) % 100:02}",
        "place": draw.randint(4, 19),
    }  # fmt: skip


@pytest.mark.parametrize("lang", LANGS)
def test_what_measures_nothing_is_not_read(lang: str) -> None:
    assert wrong(nothing(lang), lang) == []
