"""One suite for every aligner, and what ours alone can do."""

import json
import os
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from visavis.alignment.beads import Bead, align, align_all, check
from visavis.alignment.methods import ALIGNERS, Document, Settings, load
from visavis.errors import DataError, UsageError

METHODS = sorted(ALIGNERS)

WORDS = [
    "maison",
    "oui",
    "13,5",
    "chat.",
    "«",
    "?",
    "—",
    "l'été",
    "北京",
    "🙂",
    "Ωμέγα",
    "",
    "\u00a0",
]
SENTENCES = st.lists(st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join), max_size=9)

STORY = [
    ("Le maire de Lyon a présenté son budget lundi.", "The mayor of Lyon presented his budget."),
    ("Il compte 340 millions d'euros.", "It amounts to 340 million euros."),
    ("L'opposition a voté contre, selon la presse.", "The opposition voted against, press say."),
    ("Le nouveau tramway ouvrira en 2031.", "The new tramway will open in 2031."),
    ("Trois ponts seront réparés avant l'hiver.", "Three bridges will be repaired by winter."),
    ("Marie Dupont dirige le chantier du port.", "Marie Dupont runs the harbour works."),
    ("Les écoles recevront des ordinateurs.", "Schools will get computers."),
    ("Le vote final aura lieu le 12 avril.", "The final vote takes place on 12 April."),
]
LETTERS = "abcdefghijklmnopqrst"
LIKE = [f"contre{a}{b}{c}" for a in LETTERS for b in LETTERS for c in LETTERS[:8]]

FR, EN = [fr for fr, _ in STORY], [en for _, en in STORY]


def groups(beads: list[Bead]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(bead.fr, bead.en) for bead in beads]


@pytest.mark.parametrize("method", METHODS)
@given(fr=SENTENCES, en=SENTENCES, limits=st.tuples(st.integers(1, 6), st.integers(1, 6)))
@settings(max_examples=40, deadline=None)
def test_each_sentence_is_in_exactly_one_bead_within_the_limits(
    method: str, fr: list[str], en: list[str], limits: tuple[int, int]
) -> None:
    beads = align(fr, en, method=method, limits=limits)
    check(beads, (len(fr), len(en)), "pair")
    assert all(len(bead.fr) <= limits[0] and len(bead.en) <= limits[1] for bead in beads)
    assert all(0 <= bead.confidence <= 1 for bead in beads)
    assert all(bead.type in {"1-0", "0-1"} for bead in beads if not (bead.fr and bead.en))


@pytest.mark.parametrize("method", METHODS)
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_no_bead_crosses_an_anchor(method: str, data: st.DataObject) -> None:
    fr, en = data.draw(SENTENCES), data.draw(SENTENCES)
    count = data.draw(st.integers(0, 3))
    rows = sorted(data.draw(st.integers(0, len(fr))) for _ in range(count))
    columns = sorted(data.draw(st.integers(0, len(en))) for _ in range(count))
    anchors = list(zip(rows, columns, strict=True))
    beads = align(fr, en, method=method, anchors=anchors)
    check(beads, (len(fr), len(en)), "pair")
    for i, j in anchors:
        for bead in beads:
            before = [s < i for s in bead.fr] + [s < j for s in bead.en]
            assert all(before) or not any(before)


@pytest.mark.parametrize("method", METHODS)
def test_a_document_by_itself_does_not_see_the_others(method: str) -> None:
    documents = [Document(FR, EN), Document(FR[::-1], EN), Document(FR[:3], EN[2:])]
    alone = align_all(documents, method=method, together=False)
    turned = align_all(documents[::-1], method=method, together=False)
    assert alone == turned[::-1]
    assert alone[0] == align(FR, EN, method=method)


@pytest.mark.parametrize("method", METHODS)
def test_the_same_beads_whatever_the_hash_seed_and_the_threads(method: str) -> None:
    code = (
        "import json,sys; from visavis.alignment.beads import align;"
        "fr, en, method = json.load(sys.stdin);"
        "print([(b.fr, b.en, b.confidence.hex()) for b in align(fr, en, method=method)])"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            input=json.dumps([FR, EN, method]),
            env={**os.environ, "PYTHONHASHSEED": seed, "OMP_NUM_THREADS": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    assert "0x" in outputs.pop()


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ([], []),
        ([], EN),
        (FR, []),
        (["mot"] * 3000, ["word"] * 3000),
        (["mot"] * 3000, ["word"] * 1500),
        ([str(n) for n in range(2500)], [str(n) for n in range(2500)]),
        (["!!!", "...", "", "   "] * 5, ["?", "", "***"] * 5),
        (["a " * 100_000, "b"], ["a " * 100_000, "b"]),
        (FR * 3, EN),
        (LIKE, [word.replace("e", "a") for word in LIKE]),
        (EN, FR),
        (FR, EN[::-1]),
    ],
)
def test_odd_input_gives_beads(method: str, fr: list[str], en: list[str]) -> None:
    check(align(fr, en, method=method), (len(fr), len(en)), "pair")


CROWD = """
import resource
from visavis.alignment.beads import align, check
limit = 2_000_000_000
resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
for fr, en in ((["mot"] * 6_000, ["word"] * 3_000), ([str(n) for n in range(3_000)], ["x"])):
    check(align(fr, en), (len(fr), len(en)), "pair")
print("done")
"""


def test_thousands_of_one_word_lines_fit_in_two_gigabytes() -> None:
    done = subprocess.run(
        [sys.executable, "-c", CROWD],
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "done\n"), done.stderr


def test_crossing_translations_keep_one_order_and_doubt_the_rest() -> None:
    plain = align(FR, EN)
    crossed = align(FR, EN[4:] + EN[:4])
    check(crossed, (len(FR), len(EN)), "pair")
    moved = [((i,), (i - 4,)) for i in range(4, 8)]
    stayed = [((i,), (i + 4,)) for i in range(4)]
    assert set(groups(crossed)) >= set(moved) or set(groups(crossed)) >= set(stayed)
    assert min(b.confidence for b in crossed) < min(b.confidence for b in plain)


def test_swapped_languages_are_a_pair_of_which_nothing_is_known() -> None:
    swapped = align(EN, FR)
    assert groups(swapped) == [((i,), (i,)) for i in range(len(FR))]


def test_plain_pairs_are_found() -> None:
    assert groups(align(FR, EN)) == [((i,), (i,)) for i in range(len(FR))]


def test_joined_and_missing_sentences_are_found() -> None:
    en = [EN[0], f"{EN[1]} {EN[2]}", EN[3], *EN[5:]]
    expected = [((0,), (0,)), ((1, 2), (1,)), ((3,), (2,)), ((4,), ())]
    assert groups(align(FR, en)) == expected + [((i,), (i - 2,)) for i in range(5, 8)]


def test_both_directions_of_the_lexicon_work() -> None:
    turned = align(EN, FR, langs=("en", "fr"))
    assert groups(turned) == [((i,), (i,)) for i in range(len(FR))]


def test_other_languages_need_no_lexicon() -> None:
    german = ["Anna wohnt seit 1998 in Berlin.", "Das Museum zeigt Picasso.", "Es kostet 12 Euro."]
    french = ["Anna habite Berlin depuis 1998.", "Le musée montre Picasso.", "Il coûte 12 euros."]
    beads = align(german, french, langs=("de", "fr"))
    assert groups(beads) == [((i,), (i,)) for i in range(3)]


def test_a_lexicon_of_ones_own_decides() -> None:
    fr, en = ["zub", "tak tak", "mol"], ["gren", "fli fli", "hux"]
    own = {"zub": ["gren"], "tak": ["fli"], "mol": ["hux"]}
    with_own = align(fr, en, langs=("x", "y"), lexicon=own)
    without = align(fr, en, langs=("x", "y"), lexicon={})
    assert groups(with_own) == [((i,), (i,)) for i in range(3)]
    assert min(b.confidence for b in with_own) > min(b.confidence for b in without)


@pytest.mark.parametrize("limits", [(0, 1), (1, 99)])
def test_limits_are_checked(limits: tuple[int, int]) -> None:
    with pytest.raises(UsageError, match="limits"):
        align(FR, EN, limits=limits)


def test_an_unknown_method_is_refused() -> None:
    with pytest.raises(UsageError, match="no aligner"):
        load("magic")


@pytest.mark.parametrize("anchors", [[(3, 2), (2, 3)], [(9, 1)], [(-1, 0)]])
def test_anchors_that_cross_are_refused(anchors: list[tuple[int, int]]) -> None:
    with pytest.raises(DataError, match="cross"):
        align(FR, EN, anchors=anchors)


def test_a_string_is_not_a_list_of_sentences() -> None:
    with pytest.raises(DataError, match="list of sentences"):
        align("Oui.", ["Yes."])


@pytest.mark.parametrize("method", METHODS)
def test_progress_is_told_up_to_the_end(method: str) -> None:
    parts: list[float] = []
    documents = [Document(FR, EN), Document(FR * 60, EN * 60), Document(FR, [])]
    align_all(documents, method=method, settings=Settings(progress=parts.append))
    assert sum(parts) == pytest.approx(1)
    assert len(parts) > 1
    assert min(parts) > 0


def test_lone_documents_at_once_are_as_one_by_one() -> None:
    """Documents of one batch share no word: neither cognates nor translations."""
    documents = [Document(FR, EN), Document(FR[2:], EN[1:]), Document(["Anna."], ["Anna.", "Oui."])]
    documents += [Document(LIKE[n : n + 30], LIKE[n : n + 30]) for n in range(0, 300, 30)]
    at_once = align_all(documents, together=False)
    one_by_one = [align_all([document], together=False)[0] for document in documents]
    assert [groups(beads) for beads in at_once] == [groups(beads) for beads in one_by_one]
    for left, right in zip(at_once, one_by_one, strict=True):
        assert [b.confidence for b in left] == pytest.approx([b.confidence for b in right])


@pytest.mark.parametrize("together", [True, False])
def test_processes_change_nothing(together: bool) -> None:  # noqa: FBT001 - a parameter
    documents = [Document(FR, EN), Document(FR * 20, EN * 20), Document(EN * 30, FR * 30)]
    documents += [Document([f"{w}." for w in LIKE], [f"{w}!" for w in LIKE])]
    parts: list[float] = []
    settings_ = Settings(jobs=2, progress=parts.append)
    spread = align_all(documents, settings=settings_, together=together)
    assert spread == align_all(documents, together=together)
    assert sum(parts) == pytest.approx(1)
