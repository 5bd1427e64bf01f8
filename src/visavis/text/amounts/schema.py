"""The schema of ``languages/<lang>/amounts.toml``: which tables there are, and what stands in each.

A file that has a table or a key too many, one too few, or one of another type is refused with its
place. What a key means is told in the files, beside its words.
"""

import tomllib
from typing import Any

import msgspec

from visavis.errors import DataError


class Table(msgspec.Struct, forbid_unknown_fields=True):
    """A table of the file, with all its keys."""


class Digits(Table):
    """How numbers in digits are written."""

    decimal: str


class Composition(Table):
    """How number words make a number."""

    hundred: list[str]
    and_: list[str] = msgspec.field(name="and")
    link_after_scale: bool
    and_after_hundred: bool
    comma_after_scale: bool
    point: list[str]
    minus: list[str]
    unit_scales: list[str]
    vigesimal: list[int]
    articles: list[str]
    one: list[str]
    whole: list[str]


class ScaleAbbreviationsBefore(Table):
    """What makes a multiplier of an abbreviation that is a unit too."""

    plural: str


class FractionWords(Table):
    """What stands before and after a fraction that is one word."""

    before: list[str]
    share: list[str]
    after_half: list[str]


class Words(Table):
    """Words around a numeral that decide what it is."""

    of_known: list[str]
    odd: list[str]
    others: list[str]
    number_of: list[str]
    factor: list[str]
    link: list[str]
    partitive: list[str]
    definite: list[str]
    contracted: list[str]
    of_one: list[str]
    picking: list[str]
    free_after: list[str]
    not_after_modifier: list[str]
    before_after: list[str]
    after_modifier: list[str]
    out_of: list[str]
    out_of_known: list[str]
    part_after: dict[str, str]
    per: list[str]
    per_article: list[str]
    per_head: list[str]
    label_articles: list[str]
    labels: str


class Resuming(Table):
    """Words by which a number takes up the amount before it."""

    pronoun_before: list[str]
    pronoun_verb: str
    pronoun_holds: str
    pronoun_aside: str
    pronoun_only: list[str]
    pronoun_subject: list[str]
    pronoun_after: list[str]
    before: list[str]
    after_end: list[str]
    after_here: list[str]
    after: list[str]
    after_points: list[str]
    after_points_here: list[str]
    follow: list[str]


class CurrenciesWords(Table):
    """Nouns of currencies that are other words too."""

    only_with_country: str


class CurrencyCountries(Table):
    """What names a country beside a shared name."""

    links: list[str]
    names: dict[str, str]


class Cents(Table):
    """Hundredths of a currency."""

    forms: list[str]
    after_digits: list[str]


class Degrees(Table):
    """Where a letter is a degree."""

    before: list[str]


class Times(Table):
    """How many times: a ratio, or how often."""

    forms: list[str]
    less: list[str]
    minus: list[str]
    multiples: list[str]
    before: list[str]
    after: list[str]
    verbs: list[str]
    states: list[str]
    often: list[str]
    ever: list[str]
    compared: list[str]
    comparative: str
    alone: dict[str, int]


class Nouns(Table):
    """Nouns that are counted, and words that are none."""

    adjectives_are_listed: bool
    of_known: list[str]
    links: list[str]
    money: str
    adjectives: str
    hyphenated: str
    nominal: str
    plural: str
    invariable: str
    singular_ends: list[str]
    stop: str
    endings: list[list[str]]
    names: dict[str, list[str]]


class Modifiers(Table):
    """What bounds or blurs an amount, before it."""

    about: list[str]
    more_than: list[str]
    less_than: list[str]
    at_least: list[str]
    at_most: list[str]
    up_to: list[str]
    between: list[str]


class ModifierAdverbs(Table):
    """Adverbs within a modifier."""

    forms: list[str]
    before_aside: list[str]


class Indefinite(Table):
    """Words of an indefinite amount."""

    numerals: list[str]
    articles: list[str]
    not_after: list[str]


class ModifiersOfRound(Table):
    """Modifiers of round numbers only."""

    forms: list[str]


class ModifiersOfDuration(Table):
    """Modifiers that before a duration may only say when."""

    doubtful: list[str]


class ModifiersAfter(Table):
    """What bounds or blurs an amount, after it."""

    about: list[str]
    at_least: list[str]
    at_most: list[str]


class Ranges(Table):
    """What joins two amounts."""

    states: list[str]
    by: list[str]
    from_: list[str] = msgspec.field(name="from")
    to: list[str]
    and_: list[str] = msgspec.field(name="and")
    or_: list[str] = msgspec.field(name="or")
    lists: list[str]
    changes: str
    movements: str


class Dates(Table):
    """Points of time, and what tells them from lengths."""

    distance_before: list[str]
    distance_after: list[str]
    month_of: list[str]
    months: str
    order: str
    day_suffix: list[str]
    before_model_year: list[str]
    decades: list[str]
    between_days: list[str]
    periods: list[str]
    before_year: list[str]
    before_clock: list[str]
    clock_after: list[str]
    length_after: list[str]
    clock_said: list[str]
    clock_things: list[str]
    before_length: list[str]


class NotAmounts(Table):
    """What measures nothing."""

    ordinal_suffixes: list[str]
    phrases: list[str]
    measuring: list[str]
    negations: list[str]
    adjectives: list[str]
    pointing: list[str]
    restrictive: list[list[str]]
    before_adjective: list[str]
    fixed: list[str]
    streets: str
    street_after_name: bool
    singular: list[str]
    not_before_fraction: list[str]


class AmountsFile(Table):
    """The words amounts are written with in one language."""

    digits: Digits
    numbers: dict[str, int]
    composition: Composition
    scales: dict[str, str | list[str]]
    scales_vague: dict[str, str]
    scale_abbreviations: dict[str, str | list[str]]
    scale_abbreviations_before: ScaleAbbreviationsBefore
    collectives: dict[str, int | dict[str, int]]
    fractions: dict[str, int | list[str]]
    fraction_words: FractionWords
    ordinals: dict[str, int]
    words: Words
    resuming: Resuming
    currencies: dict[str, str]
    currencies_shared: dict[str, list[str]]
    currencies_words: CurrenciesWords
    currency_countries: CurrencyCountries
    signs: dict[str, str]
    signs_shared: dict[str, list[str]]
    signs_after: dict[str, str]
    signs_after_shared: dict[str, list[str]]
    signs_of_parts: dict[str, list[str]]
    cents: Cents
    percent: dict[str, str]
    time: dict[str, list[str]]
    degrees: Degrees
    measures: dict[str, str]
    times: Times
    items: dict[str, list[str]]
    nouns: Nouns
    modifiers: Modifiers
    modifier_adverbs: ModifierAdverbs
    indefinite: Indefinite
    modifiers_of_round: ModifiersOfRound
    modifiers_of_duration: ModifiersOfDuration
    modifiers_after: ModifiersAfter
    ranges: Ranges
    dates: Dates
    not_amounts: NotAmounts


def read_amounts(text: str, where: str) -> dict[str, Any]:
    """Return the tables of an ``amounts.toml``.

    Raises:
        DataError: the file is no TOML, or does not fit the schema.
    """
    try:
        data = tomllib.loads(text)
        msgspec.convert(data, AmountsFile)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        remedy = "Compare the file with that of another language."
        raise DataError(str(error), where=where, remedy=remedy) from error
    return data
