"""Rules on amounts: their fields agree with each other, with the words and with their fact."""

import re
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache

import polars as pl

from visavis.corpus.model import Corpus
from visavis.languages import LANGS, entries
from visavis.text.amounts import Amount, find
from visavis.text.amounts.compare import BOUNDS, TOLERANCE
from visavis.text.amounts.durations import SECONDS, UCUM, in_unit
from visavis.validation.rules.frames import cut, found, of_layer

_CURRENCY = r"^[A-Z]{3}$"

_RANGE = {"fr": "entre ", "en": "between "}
"""The word that makes a range of « 30 et 50 milliards », which stands outside its span."""


def amount_fields(corpus: Corpus) -> pl.DataFrame:
    """The fields of an amount contradict each other.

    Money has an ISO 4217 code, a percentage the unit %, a ratio none; every amount that is not
    vague has a value; a range has two, the lower first, and nothing else has a second.

    Remedy: correct the field that is wrong, in both languages.
    """
    kind, value, high = (pl.col(name) for name in ("kind", "value", "value_max"))
    unit = pl.col("unit")
    wrong = (
        pl.when((kind == "vague") & value.is_not_null())
        .then(pl.lit("is vague and has a value"))
        .when((kind != "vague") & value.is_null())
        .then(pl.lit("has no value"))
        .when((pl.col("comparator") == "between") != high.is_not_null())
        .then(pl.lit("is a range without two values, or has two and is none"))
        .when(high <= value)
        .then(pl.lit("has its upper value not above the lower"))
        .when((kind == "money") & ~unit.str.contains(_CURRENCY).fill_null(value=False))
        .then(pl.lit("is money without the code of a currency"))
        .when((kind == "percent") & unit.ne_missing(pl.lit("%")))
        .then(pl.lit("is a percentage without the unit %"))
        .when((kind == "duration") & ~unit.is_in([*UCUM]).fill_null(value=False))
        .then(pl.lit("is a duration without the UCUM symbol of a time"))
        .when((kind == "ratio") & unit.is_not_null())
        .then(pl.lit("is a ratio with a unit"))
    )
    rows = of_layer(corpus, "amounts").with_columns(wrong=wrong).drop_nulls("wrong")
    return found(rows, "{} {}", "id", "wrong")


def modifier_overlaps(corpus: Corpus) -> pl.DataFrame:
    """The modifier of an amount lies inside the amount itself.

    Remedy: the span is numeral, multiplier and unit; move the words that bound it out of it.
    """
    low, high = (pl.col("modifier").struct.field(name) for name in ("start", "end"))
    inside = (low < pl.col("end")) & (pl.col("start") < high)
    rows = of_layer(corpus, "amounts").filter(inside.fill_null(value=False))
    return found(rows, "{} overlaps its modifier", "id")


def amount_value(corpus: Corpus) -> pl.DataFrame:
    """The value of an amount is not what its words say.

    The grammar of `visavis amounts` reads the surface: millions for milliards, a French billion
    kept as an English one, a lost decimal are seen so. Surfaces that the grammar cannot read, and
    units that only the context tells, are not compared.

    Remedy: correct the value, in both languages. If the words do say it, add the sentence to
    tests/cases/amounts.<lang>.txt, mend the grammar, or waive the finding.
    """
    rows = of_layer(corpus, "amounts").filter(pl.col("value").is_not_null())
    rows = _unlike_their_shape(cut(rows, corpus.texts).drop_nulls("there"))
    return _each(rows, ("lang", "there", "kind", "value", "value_max", "unit"), _misread)


def amount_comparator(corpus: Corpus) -> pl.DataFrame:
    """An amount is bounded otherwise than its words say: "more than" for « moins de ».

    Modifier and amount are read together by the grammar of `visavis amounts`; without a modifier
    an amount is exact, but for a range and for a collective (« une trentaine »).

    Remedy: correct the comparator or the offsets of the modifier, in both languages.
    """
    low, high = (pl.col("modifier").struct.field(name) for name in ("start", "end"))
    rows = of_layer(corpus, "amounts").filter(pl.col("kind") != "vague")
    around = rows.with_columns(
        start=pl.min_horizontal("start", low), end=pl.max_horizontal("end", high)
    )
    text = cut(around, corpus.texts)["there"]
    bounded = rows.with_columns(text, modified=low.is_not_null()).drop_nulls("there")
    columns = ("lang", "there", "comparator", "modified", "kind")
    shapes = bounded.with_columns(whole="there", there=_shape("there"))
    wrong = _judged(shapes, columns, _misbound).drop("said").with_columns(there="whole")
    return _each(wrong, columns, _misbound)


def modifier_missing(corpus: Corpus) -> pl.DataFrame:
    """Words that bound an amount stand right before it, and the amount is told as exact.

    « plus de 13 milliards » is not 13 billion.

    Remedy: give the amount its modifier and its comparator, in both languages.
    """
    rows = of_layer(corpus, "amounts").filter(
        (pl.col("comparator") == "eq") & pl.col("modifier").is_null() & (pl.col("kind") != "vague")
    )
    before = rows.with_columns(
        start=(pl.col("start") - _BEFORE).clip(0), end=pl.col("start")
    ).filter(pl.col("end") > 0)
    text = cut(before, corpus.texts).drop_nulls("there")
    bounds = {
        lang: pl.col("there").str.extract(
            rf"(?i)(?:^|[^\p{{L}}])({'|'.join(entries(lang, 'bounds.txt'))})\s*$"
        )
        for lang in LANGS
    }
    bound = pl.when(pl.col("lang") == "fr").then(bounds["fr"]).otherwise(bounds["en"])
    wrong = text.with_columns(bound=bound).drop_nulls("bound")
    return found(wrong, "{} is exact, before it stands '{}'", "id", "bound")


_BEFORE = 16
"""Code points before an amount in which words that bound it are looked for."""


def _unlike_their_shape(rows: pl.DataFrame) -> pl.DataFrame:
    """Return the rows that the fast check by digit pattern cannot confirm.

    Amounts that differ in their digits only, « 13,7 milliards » and « 48,2 milliards », have values
    in the proportion of their numbers, so that one reading serves for all of them. Where a value is
    not as foreseen, or the shape has not one number, the grammar reads the words themselves.
    """
    shaped = rows.with_columns(shape=_shape("there"))
    shapes = shaped.select("lang", "shape", "kind", "unit").unique(maintain_order=True)
    shapes = shapes.with_columns(
        pl.Series("factor", [_shape_factor(*shape) for shape in shapes.iter_rows()], pl.Float64)
    )
    number = pl.col("there").str.replace_all(r"[^0-9]", "").cast(pl.Float64, strict=False)
    foreseen = number * pl.col("factor")
    away = (pl.col("value").cast(pl.Float64) - foreseen).abs()
    right = pl.col("value_max").is_null() & (away <= foreseen * _ROUNDING)
    return shaped.join(
        shapes, on=["lang", "shape", "kind", "unit"], nulls_equal=True, maintain_order="left"
    ).filter(~right.fill_null(value=False))


_ROUNDING = 1e-12
"""Of floating-point numbers, as a part of them."""

_ONE_NUMBER = re.compile(r"[^3]*3(?:[3.,\s]*3)?[^3]*")
"""A shape with one number in digits."""


def _shape(column: str) -> pl.Expr:
    return pl.col(column).str.replace_all(r"[0-9]", "3")


@lru_cache(maxsize=100_000)
def _shape_factor(lang: str, shape: str, kind: str, unit: str | None) -> float | None:
    """By what the digits of a surface of this shape, read as one integer, give its value."""
    amount = _reading(shape, lang) if _ONE_NUMBER.fullmatch(shape) else None
    if amount is None or amount.value_max is not None:
        return None
    factor = _factor(amount, kind, unit)
    if factor is None or (kind == "money" and amount.unit not in (None, unit)):
        return None
    digits = Decimal("".join(char for char in shape if char == "3"))
    return float(amount.value * factor / digits)


def _each(
    rows: pl.DataFrame, columns: tuple[str, ...], judge: Callable[..., str | None]
) -> pl.DataFrame:
    """What ``judge`` says of the ``columns`` of each row, as findings."""
    return found(_judged(rows, columns, judge), "{} {}", "id", "said")


def _judged(
    rows: pl.DataFrame, columns: tuple[str, ...], judge: Callable[..., str | None]
) -> pl.DataFrame:
    """The rows of which ``judge`` says something, as ``said``; equal ones are judged once."""
    distinct = rows.select(columns).unique(maintain_order=True)
    text = pl.Series("said", [judge(*row) for row in distinct.iter_rows()], pl.String)
    wrong = distinct.with_columns(text).drop_nulls("said")
    return rows.join(wrong, on=columns, nulls_equal=True, maintain_order="left")


def _misread(  # noqa: PLR0913, PLR0917 - the fields of an amount
    lang: str, text: str, kind: str, value: Decimal, high: Decimal | None, unit: str | None
) -> str | None:
    amount = _reading(text, lang)
    if amount is None:
        return None
    factor = _factor(amount, kind, unit)
    if factor is None:
        return None
    read = [None if v is None else v * factor for v in (amount.value, amount.value_max)]
    if not all(map(_close, read, (value, high))) and not _scaled(amount, kind, value, high):
        return f"is {_plain(value, high)}, its words say {_plain(*read)}"
    if kind == "money" and re.fullmatch(_CURRENCY, amount.unit or "") and amount.unit != unit:
        return f"is in {unit}, its words say {amount.unit}"
    return None


def _scaled(amount: Amount, kind: str, value: Decimal, high: Decimal | None) -> bool:
    """Whether a bare number of money leaves out the multiplier too (A8): 40 billion, 10 at once."""
    if kind != "money" or amount.unit is not None:
        return False
    return any(
        _close(amount.value * scale, value)
        and _close(None if amount.value_max is None else amount.value_max * scale, high)
        for scale in _SCALES
    )


def _is_collective(text: str, lang: str) -> bool:
    """Whether an amount says "about" by itself: « une trentaine », "a couple of"."""
    return [amount.modifier for amount in find(text, lang)] == ["about"]


@lru_cache(maxsize=100_000)
def _misbound(lang: str, message: str, comparator: str, modified: bool, kind: str) -> str | None:  # noqa: FBT001 - a column
    if not modified and comparator not in ("eq", "between") and kind != "ratio":
        itself = comparator == "approx" and _is_collective(message, lang)
        return None if itself else f"is {comparator} without a modifier"
    amounts = find(message, lang) if modified else []
    if len(amounts) != 1 or amounts[0].modifier == "exact":
        return None
    (text,) = {BOUNDS.get(amount.comparator, amount.comparator) for amount in amounts}
    if text == BOUNDS.get(comparator, comparator):
        return None
    return f"is {comparator}, its words say {amounts[0].comparator}"


_SCALES = [Decimal(10) ** power for power in (3, 6, 9, 12)]
"""Multipliers that a sentence may leave out."""


@lru_cache(maxsize=1_000_000)
def _reading(surface: str, lang: str) -> Amount | None:
    """The amount that a surface is, where it is one whole amount."""
    framed = _RANGE[lang] + surface
    for text in (surface, framed):
        amounts = find(text, lang)
        if len(amounts) == 1 and amounts[0].numeral[0] <= len(text) - len(surface) + 3:
            return None if amounts[0].modifier == "several" else amounts[0]
    return None


def _factor(amount: Amount, kind: str, unit: str | None) -> Decimal | None:
    """By what the value that was read is multiplied to be in the unit of the layer."""
    if kind == "duration":
        stored = UCUM.get(unit or "")
        lookup = amount.unit in SECONDS and stored
        return in_unit(Decimal(1), str(amount.unit), str(stored)) if lookup else None
    if amount.unit == "CENT":
        return Decimal("0.01")
    return Decimal(100) if kind == "percent" and amount.dimension == "ratio" else Decimal(1)


def _close(read: Decimal | None, declared: Decimal | None) -> bool:
    if read is None or declared is None:
        return read is declared
    return abs(read - declared) <= max(TOLERANCE * max(abs(read), abs(declared)), TOLERANCE)


def _plain(low: Decimal | None, high: Decimal | None) -> str:
    return " to ".join(f"{value.normalize():f}" for value in (low, high) if value is not None)


def fact_of_another_kind(corpus: Corpus) -> pl.DataFrame:
    """An amount and the fact that it names are not comparable: another kind, unit or role.

    The build computes from the members of a fact whether they agree; that needs one kind and unit.

    Remedy: name the right fact, or correct the amount, or the fact.
    """
    lookup = corpus.facts.select("id", "kind", "unit", "role")
    rows = of_layer(corpus, "amounts").join(
        lookup, left_on="fact", right_on="id", suffix="_fact", maintain_order="left"
    )
    names = ("kind", "unit", "role")
    differs = {name: pl.col(name).ne_missing(pl.col(f"{name}_fact")) for name in names}
    vague = (pl.col("kind") == "vague") | (pl.col("kind_fact") == "vague")
    differs["kind"] = differs["kind"] & ~vague
    differs["unit"] = differs["unit"] & ~vague
    table = pl.concat_str(
        *(
            pl.when(differs[name]).then(
                pl.format(
                    "; its " + name + " is {}, that of {} is {}",
                    pl.col(name).cast(pl.String).fill_null("none"),
                    "fact",
                    pl.col(f"{name}_fact").cast(pl.String).fill_null("none"),
                )
            )
            for name in names
        ),
        ignore_nulls=True,
    ).str.strip_prefix("; ")
    wrong = rows.filter(pl.any_horizontal(list(differs.values()))).rechunk()
    return found(wrong.with_columns(said=table), "{}: {}", "id", "said")
