"""Amounts by kind: the case files, and the tables of what is no amount."""

import subprocess
import sys

import pytest

from support.amount_cases import CASES, is_right, parse
from support.paths import ROOT
from visavis.errors import DataError
from visavis.languages import read
from visavis.text.amounts import find
from visavis.text.amounts.contexts import CONTEXTS, Context
from visavis.text.amounts.lexicon import Lexicon
from visavis.text.amounts.schema import read_amounts
from visavis.text.amounts.skips import PAIRS, SKIPS, Skip

LANGS = ("fr", "en")


def kinds() -> list[tuple[str, str, str]]:
    """Return (kind, language, marked sentence) of the files in cases/amounts."""
    cases = []
    for path in sorted((CASES / "amounts").glob("*.txt")):
        kind = path.stem
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("## "):
                kind = f"{path.stem}: {line[3:]}"
            elif line[2:4] == ": " and line[:2] in LANGS:
                cases.append((kind, line[:2], line[4:]))
            else:
                assert not line or line.startswith("#"), line
    return cases


@pytest.mark.parametrize("kind", sorted({kind for kind, _, _ in kinds()}))
def test_the_cases_of_a_kind_are_read(kind: str) -> None:
    wrong = []
    for named, lang, line in kinds():
        if named == kind:
            text, expected, _ = parse(line)
            amounts = find(text, lang)
            if len(amounts) != len(expected) or not all(map(is_right, amounts, expected)):
                wrong.append((lang, line))
    assert wrong == []


@pytest.mark.parametrize("context", CONTEXTS, ids=lambda context: context.name)
def test_a_context_turns_an_amount_into_none(context: Context) -> None:
    assert find(context.example, context.lang) == []
    assert find(context.turned, context.lang) != []


@pytest.mark.parametrize("skip", [*SKIPS, *PAIRS], ids=lambda skip: skip.name)
@pytest.mark.parametrize("lang", LANGS)
def test_a_number_without_measure_is_told_by_its_shape(skip: Skip, lang: str) -> None:
    by_key = {"fr": "On dit {} à Lyon.", "en": "They say {} at home."}[lang]
    assert find(by_key.format(skip.example), lang) == []
    assert find(by_key.format(skip.turned), lang) != []


def test_the_data_of_cldr_are_current() -> None:
    script = ROOT / "scripts" / "cldr.py"
    run = subprocess.run(
        [sys.executable, str(script), "--check"], capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stderr) == (0, "")


@pytest.mark.parametrize("lang", LANGS)
def test_a_name_of_several_currencies_is_listed_as_shared(lang: str) -> None:
    assert Lexicon(lang).currencies.shared_heads() == {}


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Il reçoit 25 millions de dollars canadiens, puis 10 M$.", ["CAD", "CAD"]),
        ("25 dollars canadiens, 3 dollars australiens, 10 dollars.", ["CAD", "AUD", "USD"]),
        ("Il reçoit 12 roupies indiennes, puis 13 roupies.", ["INR", "INR"]),
        ("Il reçoit 25 M$ canadiens, puis 10 dollars.", ["CAD", "CAD"]),
        ("Il reçoit 13 roupies.", ["RUPEE"]),
        ("Il reçoit C$ 12, puis $ 13.", ["CAD", "USD"]),
    ],
)  # fmt: skip
def test_an_amount_before_tells_whose_money_it_is(text: str, units: list[str]) -> None:
    assert [amount.unit for amount in find(text, "fr")] == units


SAME_FOR_A_READER = {
    " ": ("\u00a0", "\u202f", "\u2009", "\u2002", "\u3000"),
    "'": ("\u2019", "\u02bc"),
    "-": ("\u2010", "\u2011"),
    "é": ("e\u0301",),
    "à": ("a\u0300",),
}


@pytest.mark.parametrize(
    ("sign", "other"), [(s, other) for s, others in SAME_FOR_A_READER.items() for other in others]
)
def test_forms_of_a_sign_that_look_alike_are_read_alike(sign: str, other: str) -> None:
    text = "L'État paie près d'un demi-million d'euros, quatre-vingt-dix-sept centièmes à décéder."
    amounts = find(text, "fr")
    written = text.replace(sign, other)
    assert written != text
    assert [
        (a.value, a.unit, a.modifier, written[a.start : a.end]) for a in find(written, "fr")
    ] == [
        (a.value, a.unit, a.modifier, text[a.start : a.end].replace(sign, other)) for a in amounts
    ]


def test_an_accent_written_apart_belongs_to_the_letter_at_the_edge_of_an_amount() -> None:
    text = "Ils étaient 12 employe\u0301 de\u0301ja\u0300."
    assert [text[a.start : a.end] for a in find(text, "fr")] == ["12 employe\u0301"]


@pytest.mark.parametrize("mark", ["\u00ad", "\u200b", "\u2060", "\ufeff"])
def test_what_nobody_sees_changes_no_amount(mark: str) -> None:
    text = "Plus de 3 millions d'euros, puis 27 %."
    plain = find(text, "fr")
    for place in range(len(text) + 1):
        amounts = find(text[:place] + mark + text[place:], "fr")
        assert [(a.value, a.unit, a.modifier) for a in amounts] == [
            (a.value, a.unit, a.modifier) for a in plain
        ]
        for amount, lookup in zip(amounts, plain, strict=True):
            seen = (text[:place] + mark + text[place:])[amount.start : amount.end]
            assert seen.replace(mark, "") == text[lookup.start : lookup.end]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("[ranges]\n", "[ranges]\nbetwen = []\n", "betwen"),
        ('decimal = ","', "", "decimal"),
        ('decimal = ","', "decimal = 1", "str"),
        ("[digits]", "[digits", "line"),
    ],
)
def test_a_data_file_with_a_slip_is_refused_with_its_place(
    old: str, new: str, message: str
) -> None:
    text = read("fr", "amounts.toml")
    assert read_amounts(text, "a")["digits"] == {"decimal": ","}
    with pytest.raises(DataError, match=message):
        read_amounts(text.replace(old, new, 1), "languages/fr/amounts.toml")
