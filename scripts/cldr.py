"""Write the data files that are made from CLDR (by way of Babel): currencies and units.

    python scripts/cldr.py           write the files
    python scripts/cldr.py --check   exit with status 1 if a file is not what Babel says today

The files are ``text/amounts/currencies.toml`` (codes, signs, who uses them) and, for each
language, ``languages/<lang>/currencies.toml`` and ``units.toml`` (names). Nobody edits them by
hand: what CLDR has not, or says in a way that the press does not, belongs in ``amounts.toml``.
"""

import datetime as dt
import json
import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import Any

from babel import Locale
from babel.core import get_global
from babel.localedata import locale_identifiers

PACKAGE = Path(__file__).parents[1] / "src" / "visavis"
LANGUAGES = ("en", "fr")
HEADER = "# Written by scripts/cldr.py from CLDR {version}. Do not edit: correct amounts.toml.\n"

TENDER = frozenset({"XAF", "XCD", "XOF", "XPF", "XCG"})
"""Codes that begin with X and are money; the others are metals, funds and tests."""

FORMER_SINCE = dt.date(1960, 1, 1)
"""Currencies that ended before are in no text of the press of today."""

LONGEST_LOCAL = 3
"""Letters of signs that only their own country knows as one: Rf, FBu."""

NEW = frozenset({"nouveau", "nouveaux", "nouvel", "nouvelle", "nouvelles", "new", "old", "ancien"})
FINE = re.compile(r"\(.*|\d")
"""What marks a name as one for lists only: « dollar zimbabwéen (2009) »."""

PER = re.compile(r"per |par |pour chaque ")
"""A price per unit is a rate."""

UNITS = {
    "area-acre": "acre", "area-hectare": "ha", "area-square-centimeter": "cm²",
    "area-square-foot": "ft²", "area-square-inch": "in²", "area-square-kilometer": "km²",
    "area-square-meter": "m²", "area-square-mile": "mi²", "area-square-yard": "yd²",
    "digital-bit": "bit", "digital-byte": "B", "digital-gigabit": "Gbit", "digital-gigabyte": "GB",
    "digital-kilobit": "kbit", "digital-kilobyte": "kB", "digital-megabit": "Mbit",
    "digital-megabyte": "MB", "digital-petabyte": "PB", "digital-terabit": "Tbit",
    "digital-terabyte": "TB", "electric-ampere": "A", "electric-milliampere": "mA",
    "electric-ohm": "Ω", "electric-volt": "V", "energy-calorie": "cal",
    "energy-electronvolt": "eV", "energy-joule": "J", "energy-kilocalorie": "kcal",
    "energy-kilojoule": "kJ", "energy-kilowatt-hour": "kWh", "force-newton": "N",
    "frequency-gigahertz": "GHz", "frequency-hertz": "Hz", "frequency-kilohertz": "kHz",
    "frequency-megahertz": "MHz", "graphics-megapixel": "megapixel", "length-centimeter": "cm",
    "length-decimeter": "dm", "length-foot": "ft", "length-inch": "in", "length-kilometer": "km",
    "length-light-year": "ly", "length-meter": "m", "length-micrometer": "µm",
    "length-mile": "mi", "length-millimeter": "mm", "length-nanometer": "nm",
    "length-nautical-mile": "nmi", "length-parsec": "pc", "length-yard": "yd",
    "light-lumen": "lm", "light-lux": "lx", "mass-carat": "carat", "mass-gram": "g",
    "mass-kilogram": "kg", "mass-microgram": "µg", "mass-milligram": "mg", "mass-ounce": "oz",
    "mass-tonne": "t", "power-gigawatt": "GW", "power-horsepower": "hp", "power-kilowatt": "kW",
    "power-megawatt": "MW", "power-milliwatt": "mW", "power-watt": "W", "pressure-bar": "bar",
    "pressure-hectopascal": "hPa", "pressure-kilopascal": "kPa", "pressure-megapascal": "MPa",
    "pressure-millibar": "mbar", "pressure-pascal": "Pa", "speed-kilometer-per-hour": "km/h",
    "speed-knot": "kn", "speed-meter-per-second": "m/s", "speed-mile-per-hour": "mph",
    "temperature-celsius": "°C", "temperature-fahrenheit": "°F", "temperature-kelvin": "K",
    "torque-newton-meter": "Nm", "volume-barrel": "barrel", "volume-bushel": "bushel",
    "volume-centiliter": "cl", "volume-cubic-centimeter": "cm³", "volume-cubic-foot": "ft³",
    "volume-cubic-kilometer": "km³", "volume-cubic-meter": "m³", "volume-cubic-mile": "mi³",
    "volume-deciliter": "dl", "volume-fluid-ounce": "fl oz", "volume-gallon": "gal",
    "volume-hectoliter": "hl", "volume-liter": "l", "volume-megaliter": "Ml",
    "volume-milliliter": "ml", "volume-pint": "pt", "volume-quart": "qt",
}  # fmt: skip
"""Unit of CLDR -> the symbol the grammar gives; UCUM's where the press writes that."""


OTHER_THINGS = frozenset(
    {
        "bit",
        "bits",
        "carreau",
        "carreaux",
        "mille",
        "milles",
        "quart",
        "quarts",
        "verge",
        "verges",
        "acre anglo-saxonne",
    }
    | {"acres anglo-saxonnes", "point", "points"}
)
"""Names of units that say something else in most texts: « trois quarts », « 35 milles euros »."""


def main() -> int:
    """Write the files, or with --check compare them."""
    stale = []
    for path, text in files().items():
        if "--check" not in sys.argv:
            path.write_text(text, encoding="utf-8")
        elif path.read_text(encoding="utf-8") != text:
            stale.append(path)
    for path in stale:
        print(f"{path}: not what Babel says. Run python scripts/cldr.py.", file=sys.stderr)
    return bool(stale)


def files() -> dict[Path, str]:
    """Return path -> content of all files."""
    written = {PACKAGE / "text" / "amounts" / "currencies.toml": _international()}
    for lang in LANGUAGES:
        folder = PACKAGE / "languages" / lang
        written[folder / "currencies.toml"] = _currency_names(lang)
        written[folder / "units.toml"] = _unit_names(lang)
    return written


def _codes() -> tuple[set[str], set[str], dict[str, list[str]]]:
    """Return current codes, former codes, and territory -> its codes, the current ones first."""
    current, former, territories = set(), set(), {}
    for territory, rows in get_global("territory_currencies").items():
        legal = [row for row in rows if row[3] and _is_money(row[0])]
        now = [code for code, _, end, _ in reversed(legal) if end is None]
        past = [c for c, _, end, _ in reversed(legal) if end and dt.date(*end) > FORMER_SINCE]
        current |= set(now)
        former |= set(past)
        territories[territory] = list(dict.fromkeys([*now, *past]))
    return current, former - current, territories


def _is_money(code: str) -> bool:
    return not code.startswith("X") or code in TENDER


def _international() -> str:
    current, former, territories = _codes()
    signs: dict[str, set[str]] = defaultdict(set)
    identifiers = [name for name in locale_identifiers() if name.split("_")[0] in LANGUAGES]
    for locale in (Locale.parse(name) for name in sorted(identifiers) if "POSIX" not in name):
        for code in sorted(current | former):
            for sign in _signs(locale, code):
                signs[sign].add(code)
    lines = [HEADER.format(version=get_cldr()), "[codes]"]
    lines += [f'current = """{" ".join(sorted(current))}"""']
    lines += [f'former = """{" ".join(sorted(former))}"""', ""]
    lines += [
        "# Signs of one currency only; those of several are in international.toml.",
        "[signs]",
    ]
    single = {sign: codes for sign, codes in signs.items() if len(codes) == 1}
    lines += [f"{_toml(sign)} = {_toml(*codes)}" for sign, codes in sorted(single.items())]
    lines += [
        "",
        "# Currencies that a territory uses, and after them those it used.",
        "[territories]",
    ]
    lines += [f"{t} = {_toml(codes)}" for t, codes in sorted(territories.items()) if codes]
    return "\n".join(lines) + "\n"


def _signs(locale: Locale, code: str) -> list[str]:
    """Return signs of a currency that no letter of a word is: US$, ₴, F CFA."""
    sign = locale.currency_symbols.get(code, code)
    plain = sign.replace("\u202f", " ").replace("\u00a0", " ")
    symbols = sum(unicodedata.category(char) == "Sc" for char in plain)
    if locale.territory and not (symbols and len(plain) > 1):
        return []
    return [] if plain == code or (plain.isalpha() and len(plain) <= LONGEST_LOCAL) else [plain]


def get_cldr() -> str:
    """Return the version of CLDR; Babel says its own."""
    import babel  # noqa: PLC0415 - for its version only

    return f"(Babel {babel.__version__})"


def _toml(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _currency_names(lang: str) -> str:
    current, former, territories = _codes()
    heads: dict[str, set[str]] = defaultdict(set)
    complements: dict[str, set[str]] = defaultdict(set)
    for code in sorted(current | former):
        for name in _names(lang, code):
            head, complement, new = _parts(lang, name)
            if not head:
                continue
            heads[head].add(code)
            if head[-1] not in "sx":
                heads[head + "s"].add(code)
            if new and lang == "fr":
                heads[f"{new} {head}"].add(code)
            if complement:
                complements[complement].add(code)
            if complement and new and lang == "en":
                complements[f"{new} {complement}"].add(code)
    lines = [HEADER.format(version=get_cldr()), "# The noun of a currency -> the codes it may be."]
    lines += ["[heads]", *(f"{_toml(h)} = {_toml(sorted(c))}" for h, c in sorted(heads.items()))]
    lines += ["", "# What goes with the noun -> the codes it may be.", "[complements]"]
    lines += [f"{_toml(name)} = {_toml(sorted(c))}" for name, c in sorted(complements.items())]
    lines += ["", "[territories]"]
    names = Locale(lang).territories
    lines += [
        f"{t} = {_toml(_bare(names[t]))}"
        for t, codes in sorted(territories.items())
        if codes and t in names
    ]
    return "\n".join(lines) + "\n"


def _bare(name: str) -> str:
    """Return a territory's name without what stands in brackets or after a comma."""
    return re.sub(r"\s*[(,].*| R.A.S. chinoise.*| SAR China", "", name).replace("’", "'")


def _names(lang: str, code: str) -> set[str]:
    """Return names of a currency in all locales of a language."""
    names = set()
    for identifier in locale_identifiers():
        if identifier.split("_")[0] == lang and "_POSIX" not in identifier:
            locale = Locale.parse(identifier)
            names |= set(_plurals(locale, "currency_names_plural", code).values())
            names.add(locale.currencies.get(code, ""))
    clean = {name.replace("’", "'").replace("\u00a0", " ").strip() for name in names}
    return {name for name in clean if name and not FINE.search(name)}


def _plurals(locale: Locale, table: str, entry: str) -> dict[str, Any]:
    """Return what CLDR says of an entry for each number; Babel has no public door to it."""
    return dict(locale._data[table].get(entry) or {})  # noqa: SLF001 - as told


def _parts(lang: str, name: str) -> tuple[str, str, str]:
    """Return the noun of a name in small letters, what goes with it, and « nouveau » before."""
    words = name.split(" ")
    new = words[0] if words[0].casefold() in NEW else ""
    words = words[1:] if new else words
    if not words:
        return "", "", ""
    if lang == "fr":
        return words[0].casefold(), " ".join(words[1:]), new
    return words[-1].casefold(), " ".join(words[:-1]), new


def _unit_names(lang: str) -> str:
    forms: dict[str, str] = {}
    for identifier in sorted(locale_identifiers()):
        if identifier.split("_")[0] != lang or "_POSIX" in identifier:
            continue
        locale = Locale.parse(identifier)
        for unit, symbol in UNITS.items():
            for pattern in _plurals(locale, "unit_patterns", unit).get("long", {}).values():
                form = str(pattern).replace("\u00a0", " ").replace("’", "'")
                if (
                    form.startswith("{0} ")
                    and form[4:] not in OTHER_THINGS
                    and not PER.match(form[4:])
                ):
                    forms.setdefault(form[4:], symbol)
    lines = [HEADER.format(version=get_cldr()), "[measures]"]
    lines += [f"{_toml(form)} = {_toml(symbol)}" for form, symbol in sorted(forms.items()) if form]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    raise SystemExit(main())
