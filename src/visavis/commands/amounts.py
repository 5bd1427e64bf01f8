"""Find the amounts of a plain text, or of the texts on standard input."""

import argparse
import json
import sys
from decimal import Decimal
from typing import Any

from visavis.commands.inputs import STDIN, read_text
from visavis.errors import DataError, UsageError
from visavis.languages import known
from visavis.text.amounts import Amount, find

EPILOG = """\
With --lang: a plain text in a file or, for -, on standard input; one JSON object a line for each
amount, with the keys below and "text", the amount as it is written. Without --lang:

input   one JSON object a line: {"lang": "fr", "text": "plus de 13 milliards de dollars"}
output  for each line one JSON list, in reading order, of objects with

  start, end      span of numeral, multiplier and unit (for a count, the noun counted), half-open,
                  in Unicode code points; the modifier stands outside
  value           decimal string in plain notation, in units of `unit`; for a range its lower end,
                  for an indefinite amount the order of magnitude named
  unit            money: ISO 4217 code (a bare $ is USD), or the currency's name in capitals where
                  the text does not say whose (FRANC, RUPEE, CENT)
                  percent: percent, permille, percentage_point or basis_point
                  duration: second minute hour day week month year decade century
                  count: symbol of a measure (GW, km) or the noun counted (employee, chip, ...)
                  number: null (fractions and "three times" are numbers)
  kind            money, percent, count, number or duration; dates are no amounts
  lo, hi          ends of a range, only there
  modifier        exact about more_than less_than at_least at_most up_to between several;
                  left out when exact
  num_start, num_end   span of the numeral with its multiplier; of a range, of the first one

A line that cannot be read ends the run with exit status 1.
"""

PERCENT = {"%": "percent", "pp": "percentage_point", "bp": "basis_point"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options, and describe input and output."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = EPILOG
    codes = ", ".join(known("amounts.toml"))
    parser.add_argument("--lang", help=f"read a plain text in this language: {codes}")
    parser.add_argument(
        "file", nargs="?", help="a text in UTF-8, with --lang; - (the default) is standard input"
    )


def run(args: argparse.Namespace) -> int:
    """Print the amounts of a text, or answer each line as soon as it is read."""
    if args.lang is not None:
        return _print_amounts(args.file or STDIN, args.lang)
    if args.file is not None:
        problem = f"{args.file}: the language of the text is not given"
        raise UsageError(problem, remedy="Add --lang fr or --lang en.")
    return _answer_lines()


def _print_amounts(file: str, lang: str) -> int:
    languages = known("amounts.toml")
    if lang not in languages:
        problem = f"--lang is {lang!r}"
        raise UsageError(problem, remedy=f"Choose among {', '.join(languages)}.")
    text = read_text(file)
    output = sys.stdout.buffer
    for amount in find(text, lang):
        row = _row(amount) | {"text": text[amount.start : amount.end]}
        output.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")
    output.flush()
    return 0


def _answer_lines() -> int:
    languages = known("amounts.toml")
    for number, line in enumerate(sys.stdin.buffer, start=1):
        text, lang = _request(line, number, languages)
        answer = [_row(amount) for amount in find(text, lang)]
        sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=False).encode() + b"\n")
        sys.stdout.buffer.flush()
    return 0


_FORM = 'Write {"lang": "fr", "text": "..."} on one line.'


def _request(line: bytes, number: int, languages: list[str]) -> tuple[str, str]:
    place = f"standard input, line {number}"
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        msg = f"not JSON ({error})"
        raise DataError(msg, where=place, remedy=_FORM) from None
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        msg = 'no "text" string'
        raise DataError(msg, where=place, remedy=_FORM)
    lang = row.get("lang")
    if lang not in languages:
        msg = f'"lang" is {lang!r}'
        raise DataError(msg, where=place, remedy=f"Choose among {', '.join(languages)}.")
    return row["text"], lang


def _row(amount: Amount) -> dict[str, Any]:
    kind = "number" if amount.dimension == "ratio" else amount.dimension
    row: dict[str, Any] = {
        "start": amount.start,
        "end": amount.end,
        "value": plain(amount.value),
        "unit": PERCENT.get(amount.unit or "", amount.unit) if kind != "number" else None,
        "kind": kind,
    }
    if amount.value_max is not None:
        row |= {"lo": plain(amount.value), "hi": plain(amount.value_max)}
    if amount.modifier != "exact":
        row["modifier"] = amount.modifier
    return row | {"num_start": amount.numeral[0], "num_end": amount.numeral[1]}


def plain(value: Decimal) -> str:
    """Decimal string without exponent or idle zeros."""
    digits = f"{value:f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits
