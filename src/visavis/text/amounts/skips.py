"""What only looks like an amount, by its shape: dates, telephone numbers, addresses, versions.

Each kind has a name, a pattern and two examples: a text in which it stands and nothing is an
amount, and a text of nearly the same shape that is one. The tests read them.
"""

import re
from typing import NamedTuple

from visavis.text.amounts.forms import GAP, JOIN, SPACE, alternation
from visavis.text.amounts.lexicon import Lexicon


class Skip(NamedTuple):
    """A kind of number that measures nothing."""

    name: str
    pattern: str
    example: str
    """A text with such a number, in which no amount is found."""
    turned: str
    """A text like it in which the number is an amount."""


NUMBERS = r"(?:[ .\u00a0\u202f-]?\d{1,4})"
GROUPED = rf"\d{{1,3}}(?:{SPACE}\d{{3}})+(?!\d)"

SKIPS = (
    Skip("address on the web", r"(?:https?://|www\.)\S+", "www.12-euros.fr", "12 euros"),
    Skip(
        "electronic mail",
        r"[\w.+-]{1,64}@\w[\w.-]{0,253}\.\w+",
        "12euros@mail.fr",
        "12 euros @ Paris",
    ),
    Skip("date", r"\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d\d)(?![\w/]|\.\d)", "12/03/2024", "12/30"),
    Skip(
        "date of a computer",
        r"\d{4}[-/]\d\d?(?:[-/]\d\d?)(?!\w)|\d\d?-\d\d?-\d{4}(?!\w)",
        "2024-03-12",
        "2400-3000 km",
    ),
    Skip(
        "telephone number from abroad",
        rf"(?<=\+)(?!{GROUPED})\d{{1,3}}(?:{SPACE}?\(\d{{1,4}}\))?(?:{NUMBERS}){{3,6}}(?!\d)"
        rf"|(?<=\+)\d{{1,3}}{SPACE}?\(\d{{1,4}}\)(?:{NUMBERS}){{1,6}}(?!\d)",
        "+33 1 42 00 00 00",
        "+3 000 000 euros",
    ),
    Skip(
        "telephone number",
        rf"0\d(?:[ .\u00a0\u202f-]?\d\d){{4}}(?!\d)|0{SPACE}?8\d\d(?:{SPACE}?\d\d){{3}}(?!\d)"
        rf"|0\d{{1,3}}(?:[ ./\u00a0-]\d{{2,3}}){{3}}(?!\d)"
        rf"|0\d{{2,4}}[ -]\d{{3,4}}[ -]\d{{3,4}}(?!\d)|\d{{3}}[ .\u00a0-]\d{{3}}[.-]\d{{4}}(?!\d)"
        r"|\d{3}\)\s?\d{3}[ .-]\d{4}(?!\d)",
        "01 42 00 00 00",
        "142 000 000 euros",
    ),
    Skip(
        "version",
        r"(?!\d{1,3}(?:\.\d{3}){2,}(?!\.?\d))\d+(?:\.\d+){2,}[a-z]?(?!\w)",
        "2.5.1",
        "2.500.100 euros",
    ),
    Skip(
        "time of day",
        r"\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?m\b\.?)?(?!\d)"
        r"|\d{1,2}(?:\.\d\d)?\s?(?:[ap]\.m\.|[ap]m\b|o['\u2019]clock\b)",
        "10:30",
        "10.30 euros",
    ),
    Skip("decade", r"\d{2,4}['\u2019]?s(?!\w)", "1990s", "1990 euros"),
    Skip(
        "postcode of a state", r"(?<=[A-Z]{2} )\d{5}(?:-\d{4})?(?!\w|[.,]\d)", "MA 02115", "2115 km"
    ),
)
"""Alike in every language."""

PAIRS = (
    Skip(
        "telephone number of a town",
        r"\d{3}-(?P<local>\d{4})(?!\d|[.,]\d)",
        "555-0199",
        "500-1000 euros",
    ),
    Skip(
        "years",
        r"\d{4}[-\u2013/](?P<year>\d{2}(?:\d{2})?)(?![\w/]|[.,]\d)",
        "2019-2024",
        "1000-1200 euros",
    ),
)
"""Those that are ranges where a unit follows; the group is their second number."""


def compiled(lexicon: Lexicon, fixed: str) -> re.Pattern[str]:
    """Return the pattern of all that is skipped in a language."""
    suffixes = sorted(lexicon.data["not_amounts"]["ordinal_suffixes"], key=len, reverse=True)
    ordinals = rf"\d+(?:{'|'.join(suffixes)})(?!\w|-\d)"
    patterns = [skip.pattern for skip in SKIPS]
    return re.compile(
        "|".join([*patterns, *_dates(lexicon), *_addresses(lexicon), ordinals, fixed])
    )


PAIRED = re.compile("|".join(skip.pattern for skip in PAIRS))


def month_first(lexicon: Lexicon) -> bool:
    """Return True if the month stands before the day: March 12."""
    return bool(lexicon.data["dates"]["order"] == "month day")


def _dates(lexicon: Lexicon) -> list[str]:
    """Patterns of days with their month."""
    data = lexicon.data["dates"]
    month = alternation(data["months"].split())
    day = rf"\d{{1,2}}(?:{'|'.join(data['day_suffix'])})?"
    joined = f"{GAP}(?:{'|'.join(data['between_days'])}){GAP}"
    between = rf"(?:{JOIN}|{SPACE}?[–—]{SPACE}?|{joined})"
    year = rf"(?:,?{GAP}\d{{4}}(?!\w|[.,]\d))?"
    listed = rf"{day}(?:,{GAP}{day}){{0,6}}(?:{between}{day})?"
    days = rf"{listed}{GAP}(?:of{GAP})?(?i:{month})(?!\w){year}"
    if not month_first(lexicon):
        return [days]
    no_number = rf"(?!\w|[.,]\d|{GAP}(?:million|billion|thousand|hundred))"
    more = rf"(?:,{GAP}{day}(?=,|{GAP}and{GAP}\d)){{0,6}}"
    to_day = rf"(?:{between}(?:{month}\.?{GAP})?{day}{no_number})?"
    month_day = rf"{month}\.?{GAP}{day}{more}{to_day}{no_number}(?:,?{GAP}\d{{4}}(?!\w))?"
    return [month_day, rf"{month}\.?,?{GAP}\d{{4}}(?!\w)", days]


def _addresses(lexicon: Lexicon) -> list[str]:
    """Patterns of a number in a street and of a postcode before its town."""
    data = lexicon.data["not_amounts"]
    streets = "|".join(data["streets"].split())
    if data["street_after_name"]:
        return [rf"\d{{1,5}}{GAP}(?:[A-Z][\w'’]*{GAP}){{1,3}}(?:{streets})(?!\w)"]
    street = rf"\d{{1,5}}(?:{GAP}?(?:bis|ter|quater))?,?{GAP}(?i:{streets})(?!\w)"
    town = rf"(?:(?:{GAP}[\w'’-]{{1,20}}){{1,8}},?{GAP}\d{{5}}{GAP}(?=[A-ZÀ-Ý]))?"
    return [street + town]
