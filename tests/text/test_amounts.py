"""Amounts against hand-written press sentences, num2words, babel, and any string at all.

A case is a sentence with ``<modifier>`` and ``[amount]{comparator value unit}``; the head of each
file says how to write one.
"""

import json
import random
import re
import subprocess
import sys
from collections.abc import Sequence
from decimal import Decimal
from itertools import permutations
from pathlib import Path

import pytest
from babel.numbers import format_currency, format_decimal, format_percent
from hypothesis import given
from hypothesis import strategies as st

from support.amount_cases import (
    CASES,
    is_right,
    parse,
)
from support.strategies import texts
from visavis.text.amounts import Amount, compare, find, same
from visavis.text.amounts.assignment import assignment
from visavis.text.amounts.lexicon import Lexicon

LANGS = ("fr", "en")
SPACES = [" ", "\u00a0", "\u202f", "\u2009"]


def read(lang: str) -> list[str]:
    lines = (CASES / f"amounts.{lang}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


def misses(lang: str) -> list[str]:
    wrong = []
    for line in read(lang):
        text, expected, modifiers = parse(line)
        result = find(text, lang)
        right = len(result) == len(expected) and all(map(is_right, result, expected))
        spans = [amount.modifier_span for amount in result if amount.modifier_span]
        if not right or any(span not in spans for span in modifiers):
            wrong.append(line)
    return wrong


@pytest.mark.parametrize("lang", LANGS)
def test_press_sentences(lang: str) -> None:
    assert misses(lang) == []


def numbers(count: int) -> list[int]:
    """Values to 1e15, as many small as large ones, the same in every run."""
    draw = random.Random(1)  # noqa: S311 - a sample, not a secret
    return [draw.randrange(2, 10 ** draw.randint(1, 15)) for _ in range(count)]


WHOLE = {"decimal_quantization": False}
LOCALES = {"fr": ["fr_FR", "fr_CH", "fr_CA"], "en": ["en_US", "en_GB"]}


@pytest.mark.parametrize("space", SPACES, ids=["space", "nbsp", "nnbsp", "thin"])
@pytest.mark.parametrize("lang", LANGS)
def test_formatted_amounts_have_the_value_that_babel_wrote(lang: str, space: str) -> None:
    wrong = []
    for rank, corpus in enumerate(numbers(300)):
        value = Decimal(corpus) / 100 if rank % 2 else Decimal(corpus)
        locale = LOCALES[lang][rank % len(LOCALES[lang])]
        percent = (Decimal(rank) + 1) / 1000
        by_key = {
            (value, "EUR"): format_currency(
                value, "EUR", locale=locale, decimal_quantization=False
            ),
            (percent * 100, "%"): format_percent(
                percent, locale=locale, decimal_quantization=False
            ),
            (value, None): format_decimal(value, locale=locale, decimal_quantization=False)
            + " tokens",
        }
        for (expected, unit), written in by_key.items():
            text = re.sub(r"[\u00a0\u202f\u2009 ]", space, written)
            result = find(text, lang)
            if (
                len(result) != 1
                or result[0].value != expected
                or unit not in (None, result[0].unit)
            ):
                wrong.append((text, expected, unit))
    assert wrong == []


PIECES = [
    "13",
    "1,5",
    "1.5",
    "%",
    "$",
    "€",
    "Md€",
    "M$",
    "milliards",
    "billion",
    "un",
    "deux",
    "cent",
    "thousand",
    "et",
    "-",
    "GW",
    "/",
    "'",
]
PIECES += ["plus de ", "up to ", "entre ", " et ", "dollars"]
anything = st.one_of(
    st.text(max_size=40),
    texts,
    st.lists(st.sampled_from(PIECES) | texts, max_size=12).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join),
)


@given(anything, st.sampled_from(LANGS))
def test_any_string_has_amounts_inside_it_in_order(text: str, lang: str) -> None:
    end = 0
    for amount in find(text, lang):
        assert end <= amount.start <= amount.numeral[0] < amount.numeral[1] <= amount.end
        assert amount.end <= len(text)
        end = amount.end
        if amount.modifier_span:
            start, stop = amount.modifier_span
            assert 0 <= start < stop <= len(text)
        assert amount.value_max is None or amount.value_max >= amount.value


@given(texts, st.sampled_from(["13 milliards de dollars", "27\u202f%", "plus de 3 M€"]))
def test_what_stands_before_in_another_line_moves_the_offsets_only(
    before: str, amount: str
) -> None:
    moved = len(before) + 2
    alone = [(a.start + moved, a.end + moved, a.value, a.unit) for a in find(amount, "fr")]
    after = find(f"{before}\n\n{amount}", "fr")
    assert [(a.start, a.end, a.value, a.unit) for a in after if a.start >= moved] == alone


def one(text: str, lang: str) -> Amount:
    (amount,) = find(text, lang)
    return amount


@pytest.mark.parametrize(
    ("fr", "en", "expected"),
    [
        ("13,75 milliards de dollars", "$13.75 billion", True),
        ("13 milliards de dollars", "13 million dollars", False),
        ("un billion de dollars", "a trillion dollars", True),
        ("un billion de dollars", "a billion dollars", False),
        ("plus de 13 milliards d’euros", "more than €13 billion", True),
        ("plus de 13 milliards d’euros", "€13 billion", False),
        ("33 %", "33%", True),
        ("trois ans", "three years", True),
        ("entre 3 et 5 millions de dollars", "$3 million to $5 million", True),
        ("13 milliards d’euros", "$13 billion", False),
    ],
)
def test_same(fr: str, en: str, *, expected: bool) -> None:
    assert same(one(fr, "fr"), one(en, "en")) is expected


def test_sentences_are_compared_as_multisets() -> None:
    fr = find("Il a payé 3 millions d’euros, puis 5 %, puis 7 ans.", "fr")
    en = find("He paid €3 million, then 6%, and $9.", "en")
    result = compare(fr, en)
    assert [pair[0].unit for pair in result.equal] == ["EUR"]
    assert [why for _, _, why in result.unequal] == ["value: 5 against 6"]
    assert [amount.dimension for amount in result.missing] == ["duration"]
    assert [amount.unit for amount in result.extra] == ["USD"]


def test_the_matching_is_the_best_there_is() -> None:
    fr = find("Elle a payé 3 euros, puis 5 euros.", "fr")
    en = find("She paid at least $3, then 3 euros and about 5 dollars.", "en")
    result = compare(fr, en)
    assert [(int(a.value), int(b.value), b.unit) for a, b in result.equal] == [(3, 3, "EUR")]
    assert [(int(a.value), b.comparator) for a, b, _ in result.unequal] == [(5, "approx")]
    assert [(int(a.value), a.comparator) for a in result.extra] == [(3, "ge")]


@given(st.integers(1, 5).flatmap(lambda n: st.lists(
    st.lists(st.integers(0, 9), min_size=n, max_size=n), min_size=n, max_size=n
)))  # fmt: skip
def test_an_assignment_costs_least(costs: list[list[int]]) -> None:
    def total(columns: Sequence[int]) -> int:
        return sum(row[column] for row, column in zip(costs, columns, strict=True))

    result = assignment(costs)
    assert sorted(result) == list(range(len(costs)))
    assert total(result) == min(map(total, permutations(range(len(costs)))))


def test_a_year_is_twelve_months_but_not_365_days() -> None:
    assert same(one("deux ans", "fr"), one("24 months", "en"))
    assert not same(one("un an", "fr"), one("365 days", "en"))


@pytest.mark.parametrize("unit", ["1 ", "3-", "mille ", "deux ", "de ", " ", "mot ", "un cent "])
def test_a_long_text_is_read_as_its_parts_are(unit: str) -> None:
    assert find(unit * 3000, "fr")[:20] == find(unit * 600, "fr")[:20]


def calls(text: str) -> int:
    """How many functions reading a text calls, which is the same on every machine."""
    count = 0

    def counted(_frame: object, event: str, _arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        find(text, "fr")
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(
    "unit",
    [
        "deux ",
        "mille ",
        "1 ",
        "deux des ",
        "il en a 12. ",
        "3 millions d'euros, dont 2, ",
        "le double ",
    ],
)
def test_a_text_twenty_times_longer_costs_at_most_22_times_as_much(unit: str) -> None:
    find(unit, "fr")
    assert calls(unit * 40 * 20) <= 22 * calls(unit * 40)


def test_the_command_answers_each_line_at_once() -> None:
    command = [sys.executable, "-m", "visavis", "amounts"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin
        assert process.stdout
        for text, units in (("13 Md€", ["EUR"]), ("27 %", ["percent"]), ("en 2024", [])):
            process.stdin.write(json.dumps({"lang": "fr", "text": text}) + "\n")
            process.stdin.flush()
            assert [row["unit"] for row in json.loads(process.stdout.readline())] == units
        process.stdin.close()
        assert process.wait() == 0


@pytest.mark.parametrize("line", ["{", "[]", '{"lang":"fr"}', '{"lang":"xx","text":"1"}', "\xff"])
def test_a_malformed_line_is_named(line: str) -> None:
    good = '{"lang":"en","text":"$3"}\n'
    run = subprocess.run(
        [sys.executable, "-m", "visavis", "amounts"],
        input=(good + line + "\n").encode("latin-1"), capture_output=True, check=False,
    )  # fmt: skip
    assert run.returncode == 1
    assert run.stdout.count(b"\n") == 1
    assert b"standard input, line 2: " in run.stderr
    assert b"Traceback" not in run.stderr


def run_amounts(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "visavis", "amounts", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, check=False)


def test_the_command_reads_a_plain_text_from_a_file_or_standard_input(tmp_path: Path) -> None:
    text = "\ufeffIl a payé 3 M€.\r\nPuis 20 minutes ont passé : 27 %."
    file = tmp_path / "a.txt"
    file.write_bytes(text.encode())
    for run in (
        run_amounts("--lang", "fr", str(file)),
        run_amounts("--lang", "fr", "-", stdin=text.encode()),
        run_amounts("--lang", "fr", stdin=text.encode()),
    ):
        assert (run.returncode, run.stderr) == (0, b"")
        rows = [json.loads(line) for line in run.stdout.splitlines()]
        assert [(row["text"], row["unit"]) for row in rows] == [
            ("3 M€", "EUR"),
            ("27 %", "percent"),
        ]
        assert all(text[row["start"] : row["end"]] == row["text"] for row in rows)


@pytest.mark.parametrize(
    ("arguments", "content", "status", "message"),
    [
        (["--lang", "xx"], b"3", 2, b"--lang is 'xx'"),
        ([], b"3", 2, b"the language of the text is not given"),
        (["--lang", "fr"], b"\xff", 1, b"not UTF-8"),
        (["--lang", "fr"], None, 2, b"no such file"),
    ],
)
def test_a_wrong_call_is_told_in_one_line(
    tmp_path: Path, arguments: list[str], content: bytes | None, status: int, message: bytes
) -> None:
    file = tmp_path / "a.txt"
    if content is not None:
        file.write_bytes(content)
    run = run_amounts(*arguments, str(file))
    assert (run.returncode, run.stdout) == (status, b"")
    assert message in run.stderr
    assert b"Traceback" not in run.stderr


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f", "\u2009"])
def test_a_sign_may_have_any_space_in_it(lang: str, space: str) -> None:
    for sign in Lexicon(lang).symbols:
        spelt = sign.replace(" ", space)
        for text in (f"12 {spelt}", f"12 M{spelt}", f"{spelt}12", f"$5 {spelt}", f"12{spelt}"):
            plain = find(text.replace(spelt, sign), lang)
            assert [(a.value, a.unit) for a in find(text, lang)] == [
                (a.value, a.unit) for a in plain
            ], text
