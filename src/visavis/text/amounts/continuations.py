"""What goes on after a numeral and its unit: « sur dix », « fois moins », « et 15 centimes »."""

import re
from decimal import Decimal

from visavis.text.amounts.cardinals import HUNDRED, ONE
from visavis.text.amounts.durations import MONTHS, SECONDS
from visavis.text.amounts.forms import GAP, SPACE, Unit, alternation, key
from visavis.text.amounts.lexicon import Lexicon
from visavis.text.amounts.nouns import Nouns
from visavis.text.amounts.numerals import Numeral, NumeralReader
from visavis.text.amounts.quantity import YEARS, Core, Place

MOST_OF = 20
"""Most that "three workers in ..." counts; above, the noun has its own amount."""

MOST_IN = 1000
"""Largest whole of « un salarié sur cinq »."""

SIXTY = Decimal(60)
HALF = Decimal("0.5")
POINTS = ("point", "pp")
PLAIN = ("plain", "article")

PARTS_OF = {
    "ft": ("in", Decimal(12)),
    "lb": ("oz", Decimal(16)),
    "m": ("cm", Decimal(100)),
    "km": ("m", Decimal(1000)),
    "kg": ("g", Decimal(1000)),
}
"""Unit -> the smaller one that may follow it, and how many make one."""

_TWO_DIGITS = re.compile(r"[0-5][0-9](?![\w/%]|[.,][0-9])")
_INCH = re.compile(f'{SPACE}?(?:in|ins)(?!\\w)|"')
_NOTHING = re.compile("(?=[0-9])")


class Continuations:
    """Reads what makes another amount of the one that stands before it."""

    def __init__(self, lexicon: Lexicon, numerals: NumeralReader, nouns: Nouns) -> None:
        data = lexicon.data
        self._numerals, self._units, self._nouns = numerals, nouns.units, nouns
        self._stop = lexicon.stop
        out_of = f"(?i:{alternation(data['words']['out_of'])})"
        ones = [word for word in data["composition"]["articles"] if word in data["numbers"]]
        ands = f"(?i:{alternation(data['ranges']['and'])})"
        self._out_of = re.compile(f"{GAP}{out_of}{GAP}")
        self._one_before = re.compile(
            f"(?<!\\w)(?i:{alternation(ones)}){GAP}(?P<noun>[^\\W\\d_]+){GAP}{out_of}{GAP}$"
        )
        self._strictly_out_of = {key(word) for word in data["words"]["out_of_known"]}
        self._less = re.compile(f"{GAP}(?i:{alternation(data['times']['less'])})(?!\\w)")
        less = alternation(data["times"]["minus"])
        self._less_than_whole = re.compile(f",?{GAP}(?i:{less}){GAP}")
        self._gap = re.compile(GAP)
        self._remainder = re.compile(f"{GAP}(?:(?P<and>{ands}){GAP})?|,{GAP}(?:{ands}{GAP})?")

    def read(self, place: Place, core: Core) -> Core:
        """The amount with all that goes on after it."""
        core = self._one_in(place, self._out_of_ratio(place.text, core))
        if core.numeral.form == "half":
            core = self._less_points(place.text, core)
        core = self._times_less(place.text, core)
        if core.unit is None or not core.whole or core.numeral.form not in PLAIN:
            return core
        if core.sign and core.unit.name == "CENT":
            return core
        if core.dimension == "duration":
            return self._with_shorter(place.text, core)
        if core.unit.name in PARTS_OF:
            return self._with_part(place.text, core)
        if core.dimension == "money" and core.numeral.scale == ONE and core.unit.name != "CENT":
            return self._with_cents(place.text, core)
        return core

    # ------------------------------------------------------------------ ratios
    def _out_of_ratio(self, text: str, core: Core) -> Core:
        """« un sur trois », "nine out of ten"."""
        if core.numeral.form not in PLAIN or core.dimension not in ("", "count"):
            return core
        match = self._out_of.match(text, core.numeral.end) if core.unit is None else None
        noun = None
        if not match and core.whole and core.value <= MOST_OF:
            noun = self._nouns.next_word.match(text, core.numeral.end)
            counted = noun is not None and key(noun[1]) not in self._stop
            match = self._out_of.match(text, noun.end()) if noun and counted else None
        if not match or match.end() >= len(text):
            return core
        whole = self._numerals.read(text, match.end())
        if whole is None or whole.form != "plain" or not 0 < core.value < whole.value:
            return core
        surface = text[whole.start : whole.end]
        is_year = surface.isdigit() and int(surface) in YEARS
        if is_year or (noun and whole.value > HUNDRED):
            return core
        unit = self._units.after(text, whole)
        strictly = key(match[0]) in self._strictly_out_of
        if unit and (strictly or unit[0].dimension != "count"):
            return core
        numeral = core.numeral._replace(
            end=whole.end, value=core.value / whole.value, form="fraction"
        )
        return Core(core.start, whole.end, numeral, None, numeral.value)

    def _one_in(self, place: Place, core: Core) -> Core:
        """« un salarié sur cinq », seen from its end."""
        plain = (core.unit is None or core.noun is not None) and core.numeral.form == "plain"
        if not plain or not 1 < core.value <= MOST_IN or not core.whole:
            return core
        begin = max(place.floor, core.start - len(place.left(core.start)))
        match = self._one_before.search(place.text, begin, core.start)
        if not match or key(match["noun"]) in self._stop:
            return core
        numeral = core.numeral._replace(start=match.start(), value=1 / core.value, form="fraction")
        return Core(match.start(), core.numeral.end, numeral, None, numeral.value)

    def _times_less(self, text: str, core: Core) -> Core:
        """« quatre-vingts fois moins » is 1/80."""
        if core.unit is None or core.unit.name != "x" or core.value <= 0:
            return core
        match = self._less.match(text, core.end)
        if not match:
            return core
        numeral = core.numeral._replace(form="less")
        return Core(core.start, match.end(), numeral, None, 1 / core.value)

    def _less_points(self, text: str, core: Core) -> Core:
        """« la moitié moins un point », "half, less a point": a percentage."""
        half = core.unit is None and core.value == HALF
        match = self._less_than_whole.match(text, core.end) if half else None
        points = (
            self._numerals.read(text, match.end()) if match and match.end() < len(text) else None
        )
        named = self._units.after(text, points) or self._point(text, points) if points else None
        if points is None or named is None or named[0].name not in POINTS:
            return core
        value = HUNDRED * core.value - points.value
        numeral = core.numeral._replace(value=value, form="plain", end=named[1])
        return Core(core.start, named[1], numeral, Unit("percent", "%"), value)

    def _point(self, text: str, numeral: Numeral) -> tuple[Unit, int] | None:
        """« un point », where un is a number."""
        match = self._units.word.match(text, numeral.end)
        unit = self._units.named(match)
        return (unit, match.end()) if match and unit else None

    # ------------------------------------------------------------------ smaller units
    def _with_cents(self, text: str, core: Core) -> Core:
        """« 12 euros et 15 », "12 euros and 15 cents"."""
        match = self._remainder.match(text, core.end)
        if not match or match.end() >= len(text) or match[0].startswith(","):
            return core
        cents = self._numerals.read(text, match.end())
        if cents is None or not _are_cents(text, cents):
            return core
        unit = self._units.after(text, cents)
        bare = not core.sign and self._ends_amount(text, cents.end)
        fits = unit[0].name == "CENT" if unit else bare
        end = unit[1] if unit else cents.end
        return core._replace(end=end, value=core.value + cents.value / HUNDRED) if fits else core

    def _ends_amount(self, text: str, end: int) -> bool:
        """Whether no noun or unit follows, of which the number would be another amount."""
        after = self._nouns.next_word.match(text, end)
        if after and key(after[1]) not in self._stop:
            return False
        following = text[end : end + 2]
        return not following[:1].isalnum() and following not in (" $", " €", " £", " %", "%")

    def _with_part(self, text: str, core: Core) -> Core:
        """« 5 ft 10 in », "six feet two inches", « 2 kg 300 g »: in the smaller unit."""
        part, size = PARTS_OF[core.unit.name if core.unit else ""]
        gap = self._gap.match(text, core.end) or (
            core.numeral.digits and _NOTHING.match(text, core.end)
        )
        smaller = self._numerals.read(text, gap.end()) if gap and gap.end() < len(text) else None
        if smaller is None or smaller.form != "plain" or not 0 < smaller.value < size:
            return core
        unit = self._units.after(text, smaller)
        inch = _INCH.match(text, smaller.end) if part == "in" and smaller.digits else None
        if inch:
            end = inch.end()
        elif unit and unit[0].name == part:
            end = unit[1]
        else:
            return core
        value = core.value * size + smaller.value
        return core._replace(end=end, value=value, unit=Unit("measure", part))

    def _with_shorter(self, text: str, core: Core) -> Core:
        """« 2 minutes et 30 secondes », "an hour and 45 minutes"."""
        if core.unit and core.unit.name == "hour":
            core = self._with_bare_minutes(text, core)
        parts = [(core.value, core.unit.name if core.unit else "")]
        end = core.end
        while part := self._shorter(text, end, [name for _, name in parts]):
            value, name, end = part
            parts.append((value, name))
        if len(parts) == 1:
            return core
        name = min((name for _, name in parts), key=SECONDS.__getitem__)
        sizes = MONTHS if all(part in MONTHS for _, part in parts) else SECONDS
        total = sum((n * sizes[part] for n, part in parts), Decimal(0))
        return core._replace(end=end, value=total / sizes[name], unit=Unit("duration", name))

    def _with_bare_minutes(self, text: str, core: Core) -> Core:
        """« une heure quarante-cinq »: the minutes without their unit."""
        gap = self._gap.match(text, core.end)
        if not gap or gap.end() >= len(text):
            return core
        minutes = self._numerals.read(text, gap.end(), and_joins=False)
        if minutes is None or minutes.form != "plain" or minutes.digits != core.numeral.digits:
            return core
        if minutes.digits and not _TWO_DIGITS.match(text, minutes.start):
            return core
        alone = Core(minutes.start, minutes.end, minutes, None, minutes.value)
        counts = self._units.after(text, minutes) or self._nouns.counted(text, alone).unit
        if counts or not 0 < minutes.value < SIXTY:
            return core
        value = core.value * SIXTY + minutes.value
        return core._replace(end=minutes.end, value=value, unit=Unit("duration", "minute"))

    def _shorter(self, text: str, end: int, names: list[str]) -> tuple[Decimal, str, int] | None:
        """The part of a duration that goes on at ``end``: its value, unit and end."""
        match = self._remainder.match(text, end)
        if not match or match.end() >= len(text):
            return None
        numeral = self._numerals.read(text, match.end(), and_joins=False)
        if numeral is None or numeral.form not in PLAIN:
            return None
        named = self._units.after(text, numeral)
        if not named or named[0].dimension != "duration" or named[0].name in names:
            return None
        if numeral.form == "article" and not match["and"]:
            return None
        unit, end = named
        finer = SECONDS[unit.name] < SECONDS[names[-1]]
        return (
            (numeral.value * unit.factor, unit.name, end) if finer or match[0].isspace() else None
        )


def _are_cents(text: str, cents: Numeral) -> bool:
    """Whether a numeral may be the hundredths of an amount of money, 1 to 99."""
    if cents.form not in PLAIN or cents.scale != ONE:
        return False
    below_hundred = 0 < cents.value < HUNDRED and not cents.value % 1
    return below_hundred and (not cents.digits or text[cents.start : cents.end].isdigit())
