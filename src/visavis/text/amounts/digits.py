"""Numbers in digits, as each language groups them: 13,75 or 13.75, 1 234,56, 1'234, 2/3, ½."""

import re
import unicodedata
from decimal import Decimal
from fractions import Fraction

from visavis.text.amounts.forms import APOSTROPHE, SPACE

LONGEST = 30
"""Digits beyond which a run of digits is an identifier, not an amount."""

GROUP = 3
"""Digits of a group of thousands; the Indian lakh and crore have groups of two as well."""

INTEGER = (
    f"(?:[0-9]{{1,3}}(?:{SPACE}[0-9]{{3}})+(?![0-9])"
    f"|[0-9]{{1,3}}(?:{APOSTROPHE}[0-9]{{3}})+(?![0-9])|[0-9]+)"
)
POWER = (
    rf"(?:[eE][+-]?[0-9]{{1,2}}(?!\w)|\^[+-]?[0-9]{{1,2}}"
    rf"|{SPACE}?[x×*·]{SPACE}?10\^[+-]?[0-9]{{1,2}})"
)
ROUND = "(?:[.,](?:[\u2013\u2014]|--?)(?![\\w-]))"
"""« 1'200.– »: no hundredths."""
DASHES = "-\u2013\u2014"
ENDS_ROUND = re.compile(f"{ROUND}$")
POWER_MARK = re.compile("[eE^x×*·]")
POWERED = re.compile(rf"(.*?)(?:[eE]([+-]?\d+)|{SPACE}?[x×*·]{SPACE}?10\^([+-]?\d+)|\^([+-]?\d+))")
BETWEEN_GROUPS = re.compile(f"{SPACE}|{APOSTROPHE}")
MARKS = re.compile("[.,]")

DIGITS = f"{INTEGER}(?:{ROUND}|(?:[.,][0-9]+)*{POWER}?)"
FRACTION = re.compile(
    rf"(?:([0-9]+){SPACE}{{1,2}})?([0-9]{{1,4}})/(?!0*1?(?![0-9]))([0-9]{{1,4}})(?![\w/])"
)
LARGEST_OF_IMPROPER = 4
"""Denominator up to which a fraction may be more than one: 3/2, but a blood pressure of 14/8."""

FRACTION_REACH = 12
"""Code points within which the bar of a fraction in digits stands."""

VULGAR = {
    sign: Decimal(part.numerator) / Decimal(part.denominator)
    for sign in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅐⅑⅒"
    for part in [Fraction(unicodedata.numeric(sign)).limit_denominator(10)]
}
"""Fractions that are one character."""

AFTER_WHOLE = re.compile(f"{SPACE}{{0,2}}([{''.join(VULGAR)}])")
"""The fraction of « 3½ » and « 3 ½ tonnes »."""


def number(surface: str, decimal: str) -> Decimal | None:
    """Value of a number in digits; null when it is none (a version, an address, a list).

    ``decimal`` is the mark before the decimals in the language; a single other mark before three
    digits parts thousands.
    """
    if len(surface) > LONGEST:
        return None
    if surface.isdigit():
        return Decimal(surface)
    if surface[-1] in DASHES:
        surface = ENDS_ROUND.sub("", surface)
    if not POWER_MARK.search(surface):
        return _mantissa(surface, decimal)
    mantissa, exponent, power = _split_power(surface)
    value = _mantissa(mantissa, decimal)
    if value is None or not (exponent or power):
        return value
    if exponent:
        return value.scaleb(int(exponent))
    return value ** int(power) if value else None


def fraction(text: str, start: int) -> tuple[Decimal | None, int] | None:
    """Value and end of the fraction in digits at ``start``: 3/4, 1 4/5; of 140/80 no value."""
    match = FRACTION.match(text, start) if "/" in text[start : start + FRACTION_REACH] else None
    if not match:
        return None
    whole, over, under = Decimal(match[1] or 0), Decimal(match[2]), Decimal(match[3])
    if over > under > LARGEST_OF_IMPROPER:
        return None, match.end()
    return whole + over / under, match.end()


def _mantissa(surface: str, decimal: str) -> Decimal | None:
    if surface.isdigit():
        return Decimal(surface)
    body = BETWEEN_GROUPS.sub("", surface)
    groups = MARKS.split(body)
    marks = [char for char in body if char in ".,"]
    if len(marks) > 1:
        return _grouped_value(groups, marks)
    if not marks:
        return Decimal(body)
    head, tail = groups
    thousands = marks[0] != decimal and _grouped(groups) and head != "0" and body == surface
    return Decimal(head + tail) if thousands else Decimal(f"{head}.{tail}")


def _grouped_value(groups: list[str], marks: list[str]) -> Decimal | None:
    """Value of digits with several marks: 1,234,567 and 1.234,56, but not 2.5.1."""
    *heads, last = groups
    if len(set(marks)) == 1:
        return Decimal("".join(groups)) if _grouped(groups) else None
    one_decimal_mark = len(set(marks[:-1])) == 1 and marks[-1] != marks[0]
    return Decimal(f"{''.join(heads)}.{last}") if one_decimal_mark and _grouped(heads) else None


def _split_power(surface: str) -> tuple[str, str, str]:
    """Mantissa, exponent of ten, power of a number as written in scientific notation."""
    match = POWERED.fullmatch(surface)
    if not match:
        return surface, "", ""
    return match[1], match[2] or match[3] or "", match[4] or ""


def _grouped(groups: list[str]) -> bool:
    """Whether digits stand in groups of thousands (or of the Indian lakh and crore)."""
    head, *rest, last = groups if len(groups) > 1 else (groups[0], "0" * GROUP)
    in_groups = all(GROUP - 1 <= len(group) <= GROUP for group in rest)
    return 1 <= len(head) <= GROUP and len(last) == GROUP and in_groups
