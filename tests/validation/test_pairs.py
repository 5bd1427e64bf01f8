"""The checks of pairs: cases, contexts, offsets, and that batches are not seen."""

import json
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

import visavis
from support.paths import ROOT
from visavis.errors import UsageError
from visavis.validation.pairs import checking
from visavis.validation.pairs.checking import PRECISION, Row, check, check_rows, direction_of
from visavis.validation.pairs.checks import CHECKS, explanation
from visavis.validation.pairs.coverage import coverage
from visavis.validation.pairs.evidence import Segment
from visavis.validation.pairs.naming import is_exchanged, similar
from visavis.validation.pairs.probability import Calibration, calibration, model
from visavis.validation.pairs.words import TOKEN, Side, is_month, markers


def cases() -> list[tuple[str, str, str]]:
    return list(_cases())


def _cases() -> Iterator[tuple[str, str, str]]:
    lines = (ROOT / "tests" / "cases" / "pairs.fr-en.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line and not line.startswith("#"):
            fr, en, expected = f"{line} ".split("|||")
            yield fr.strip(), en.strip(), expected.strip()


@pytest.mark.parametrize(("fr", "en", "expected"), cases())
def test_a_pair_has_the_findings_of_its_case(fr: str, en: str, expected: str) -> None:
    assert {finding.check for finding in check([(fr, en)], "fr-en")} == set(expected.split())


@pytest.mark.parametrize(("fr", "en", "expected"), cases())
def test_the_direction_changes_nothing_but_the_order(fr: str, en: str, expected: str) -> None:
    (*present,) = check([(fr, en)], "fr-en", precision=0)
    (*back,) = check([(en, fr)], "en-fr", precision=0)
    assert [(f.check, f.source, f.target) for f in present] == [
        (f.check, f.target, f.source) for f in back
    ]
    assert bool(expected) <= bool(present)


def test_a_finding_tells_where_it_is_on_both_sides() -> None:
    pair = ("Le groupe a levé 13 milliards de dollars.", "The group raised $13 million.")
    (finding,) = check([pair], "fr-en")
    assert finding.segment == 1
    assert finding.severity == "error"
    assert PRECISION <= finding.probability <= 1
    assert finding.source is not None
    assert finding.target is not None
    assert pair[0][slice(*finding.source)] == "13 milliards de dollars"
    assert pair[1][slice(*finding.target)] == "$13 million"


BEFORE = (
    "En juin, le groupe a signé 13 contrats avec la ville.",
    "In June the group signed with the city.",
)
AFTER = ("La ville est contente.", "The city is pleased with the 13 contracts.")


def test_a_figure_moved_to_the_next_segment_is_accepted() -> None:
    assert not [f for f in check([BEFORE, AFTER], "fr-en") if f.check in ("figure", "amount")]
    assert [f.check for f in check([BEFORE], "fr-en")] == ["figure"]


def test_what_is_left_out_is_completed_from_around() -> None:
    first = ("Elle vaut 183 milliards de dollars.", "It is worth $183 billion.")
    second = ("Elle en avait levé 13.", "It had raised $13 billion.")
    assert not list(check([first, second], "fr-en"))
    assert [f.check for f in check([second], "fr-en", precision=0)][:1] == ["amount"]


def test_a_segment_that_repeats_its_neighbour_is_seen() -> None:
    pairs = [
        ("Le directeur a signé le contrat.", "The director has signed the contract."),
        ("Les salariés sont partis hier.", "The director has signed the contract."),
    ]
    assert "repeated" in {f.check for f in check(pairs, "fr-en") if f.segment == 2}


PAIRS = [(fr, en) for fr, en, _ in cases()]


@pytest.mark.parametrize("size", [1, 2, 7, 50])
def test_batches_and_processes_are_not_seen(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "CHUNK", size)
    tasks = list(checking._tasks(Row(*pair) for pair in PAIRS))  # noqa: SLF001 - the batches
    assert sum(len(task.rows) for task in tasks) == len(PAIRS)
    expected = list(check_rows((Row(*pair) for pair in PAIRS), "fr-en", precision=0))
    usual = checking.Options(("fr", "en"), 0, frozenset(CHECKS), _usual())
    entries = [item for task in tasks for item in checking._of_task(usual, task)]  # noqa: SLF001 - as above
    assert entries == expected


def _usual() -> Calibration:
    rows = [Row(*pair) for pair in PAIRS]
    return calibration([Segment(*checking.sides(row, ("fr", "en"))) for row in rows])


def test_two_processes_find_what_one_finds() -> None:
    assert list(check(PAIRS, "fr-en", jobs=2)) == list(check(PAIRS, "fr-en"))


@given(st.lists(st.tuples(st.text(max_size=80), st.text(max_size=80)), max_size=5))
def test_any_text_is_checked_and_offsets_are_in_it(pairs: list[tuple[str, str]]) -> None:
    for finding in check(pairs, "fr-en", precision=0):
        source, target = pairs[finding.segment - 1]
        for text, span in ((source, finding.source), (target, finding.target)):
            assert span is None or 0 <= span[0] <= span[1] <= len(text)
        assert 0 <= finding.probability <= 1
        assert finding.check in CHECKS


WORDS = ["13", "12,5", "milliards", "pas", "Musk", "juin", "?", "«", "aurait", "un", "the", "not"]


@given(st.lists(st.sampled_from(WORDS), max_size=12), st.lists(st.sampled_from(WORDS), max_size=12))
def test_words_that_checks_look_for_break_nothing(fr: list[str], en: list[str]) -> None:
    list(check([(" ".join(fr), " ".join(en))] * 2, "fr-en", precision=0))


def test_checks_can_be_chosen() -> None:
    pair = ("Il a levé 13 milliards en juin.", "It raised 13 million in July.")
    assert {f.check for f in check([pair], "fr-en")} == {"amount", "date"}
    assert {f.check for f in check([pair], "fr-en", checks=["date"])} == {"date"}
    with pytest.raises(UsageError, match="no check 'dates'"):
        list(check([pair], "fr-en", checks=["dates"]))


@pytest.mark.parametrize("precision", [-0.1, 1.1])
def test_a_precision_is_a_probability(precision: float) -> None:
    with pytest.raises(UsageError, match="precision"):
        list(check([("Un mot.", "A word.")], "fr-en", precision=precision))


def test_the_direction_is_told_by_little_words() -> None:
    rows = [Row("Le chat est dans la maison.", "The cat is in the house.")]
    assert direction_of(rows) == "fr-en"
    assert direction_of([Row(*rows[0][1::-1])]) == "en-fr"
    with pytest.raises(UsageError, match="cannot be told"):
        direction_of([Row("x", "y")])
    with pytest.raises(UsageError, match="'de-fr' cannot be checked"):
        list(check([("Das Haus.", "La maison.")], "de-fr"))


def test_no_pairs_have_no_findings() -> None:
    assert list(check([])) == []


def test_a_row_may_waive_a_check() -> None:
    row = Row("Il a levé 13 milliards.", "It raised 13 million.", waived=frozenset({"amount"}))
    assert not list(check_rows([row], "fr-en"))
    assert not list(check_rows([row._replace(waived=frozenset({"all"}))], "fr-en"))
    assert list(check_rows([row._replace(waived=frozenset({"date"}))], "fr-en"))


def test_every_check_is_explained_and_every_weight_is_of_a_check() -> None:
    for name in CHECKS:
        assert explanation(name).startswith(name)
    assert {kind.partition(".")[0] for kind in model().weights} <= set(CHECKS)
    assert {"all"} < set(model().slopes)
    with pytest.raises(UsageError):
        explanation("nothing")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("May 5", True),
        ("in May", True),
        ("May we go", False),
        ("he may", False),
        ("March on", False),
    ],
)
def test_a_month_is_told_from_a_verb(text: str, expected: bool) -> None:  # noqa: FBT001 - a case
    side = Side(text, "en")
    place = next(i for i, word in enumerate(side.lower) if word in ("may", "march"))
    assert is_month(side, place) is expected


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_tokens_are_those_of_the_text(lang: str) -> None:
    side = Side("Il a dit : « 1 250,5 % ? » — l’Été, don’t.", lang)  # type: ignore[arg-type]
    assert [side.text[slice(*span)] for span in side.offsets] == side.tokens
    assert len(side.tokens) == len(side.lower)
    assert all(TOKEN[lang].fullmatch(word) for word in markers(side.lang).words)


@pytest.mark.parametrize(
    ("word", "other", "exchanged", "alike"),
    [
        ("poutine", "putin", False, True),
        ("trump", "trmup", True, True),
        ("theatre", "theater", False, True),
        ("nvidia", "samsung", False, False),
        ("zelensky", "zelenskiy", False, True),
        ("ab", "ba", False, False),
    ],
)
def test_spellings_of_a_name(word: str, other: str, exchanged: bool, alike: bool) -> None:  # noqa: FBT001 - cases
    assert is_exchanged(word, other) is exchanged
    assert similar(word, other) is alike


def test_coverage_counts_words_without_an_answer() -> None:
    pair = Side("Le gouvernement prépare une réforme.", "fr"), Side("The government left.", "en")
    result = coverage(Segment(*pair))
    assert result.words == (3, 2)
    assert result.open == (2, 1)
    assert result.share == pytest.approx(1 / 3)


def test_the_package_offers_the_check() -> None:
    pairs = json.loads('[["Il a 12 ans.", "He is 13 years old."]]')
    assert [finding.check for finding in visavis.check(pairs, "fr-en")] == ["amount"]
