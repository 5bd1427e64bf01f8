"""`visavis beads`: beads are shown, joined, split and verified, and no sentence is lost."""

import io
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.paths import ROOT
from visavis.alignment.revision import fresh_id, join, split, tiles, verify
from visavis.alignment.sheet import read_sheet, write_sheet
from visavis.cli import main
from visavis.corpus.layers.beads import AlignedBead
from visavis.corpus.model import layer_path, text_path
from visavis.corpus.reading import read_rows
from visavis.errors import DataError, UsageError
from visavis.languages import Lang

TEXTS: dict[Lang, str] = {
    "fr": "Un. Deux || trois.\nQuatre\u00a0! Cinq.",
    "en": "One. Two or three. Four! Five.",
}
BEADS = [
    AlignedBead(id="b1", fr=((0, 4),), en=((0, 5),), method="lexical", confidence=0.9),
    AlignedBead(id="b2", fr=((4, 19),), en=((5, 19),), method="lexical", confidence=0.4),
    AlignedBead(id="b3", fr=((19, 28), (28, 33)), en=((19, 25), (25, 30)), method="lexical"),
]
SHEET = write_sheet("a", BEADS, TEXTS)


def read(sheet: str) -> list[AlignedBead]:
    return read_sheet(sheet, BEADS, TEXTS, "sheet.txt")


def sides(beads: list[AlignedBead]) -> list[tuple[str, list[str], list[str]]]:
    return [
        (bead.id, [TEXTS["fr"][a:b] for a, b in bead.fr], [TEXTS["en"][a:b] for a, b in bead.en])
        for bead in beads
    ]


def test_a_sheet_that_is_not_touched_changes_nothing() -> None:
    assert read(SHEET) == BEADS


def test_a_mark_of_the_sheet_in_the_text_itself_cuts_nothing() -> None:
    assert "Deux || trois." in SHEET
    assert read(SHEET)[1] == BEADS[1]


def test_beads_are_joined_by_deleting_a_head() -> None:
    joined = read(SHEET.replace("\n= b2  0.400\n", "\n"))
    assert sides(joined)[0] == ("b1", ["Un. ", "Deux || trois.\n"], ["One. ", "Two or three. "])
    assert joined[0].verified
    assert joined[0].method == "manual"
    assert joined[1] == BEADS[2]


def test_a_bead_is_split_by_a_bare_head() -> None:
    lines = SHEET.splitlines()
    place = lines.index("= b3")
    rest = [lines[place + 1], lines[place + 3], "=", lines[place + 2], lines[place + 4]]
    after = read("\n".join([*lines[: place + 1], *rest]))
    assert sides(after)[2:] == [
        ("b3", ["Quatre\u00a0! "], ["Four! "]),
        ("b4", ["Cinq."], ["Five."]),
    ]


@pytest.mark.parametrize("mark", ["||", " || ", " ||", "|| "])
def test_a_sentence_is_cut_whatever_the_blanks_around_the_mark(mark: str) -> None:
    after = read(SHEET.replace("Two or three.", f"Two{mark}or three."))
    assert sides(after)[1][2] == ["Two ", "or three. "]


def test_a_sentence_is_joined_to_the_one_before_it() -> None:
    after = read(SHEET.replace("en 4  |", "en 4 + |"))
    assert sides(after)[2][2] == ["Four! Five."]


def test_a_bead_is_verified_by_a_plus() -> None:
    after = read(SHEET.replace("= b2  0.400", "= b2 +  0.400"))
    assert [bead.verified for bead in after] == [False, True, False]
    assert after[1].confidence == 0.4


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("en 2  | Two or three.\n", "", "sheet.txt:16: en 3 stands where en 2 should be"),
        ("en 4  | Five.\n", "", "sheet.txt: the sheet has 3 en sentences of 4. Keep every"),
        ("Two or three", "Two or tree", "sheet.txt:12: the words of en 2 are not those of the"),
        ("= b3", "= b2", "sheet.txt:14: the id b2 is in the sheet twice"),
        ("en 1  |", "en 1 + |", "sheet.txt:8: en 1 has no sentence before it in its bead"),
        ("= b2  0.400", "b2  0.400", "sheet.txt:10: not a line of a sheet of beads: 'b2  0.400'"),
        ("en 4  | Five.", "en 5  | Five.", "sheet.txt:18: en 5 stands where en 4 should be"),
    ],
)
def test_a_sheet_that_does_not_fit_is_refused(old: str, new: str, message: str) -> None:
    assert old in SHEET
    with pytest.raises(DataError) as refused:
        read(SHEET.replace(old, new))
    assert str(refused.value).startswith(message)


@given(st.data())
def test_no_run_of_corrections_loses_a_sentence(data: st.DataObject) -> None:
    beads = BEADS
    for _ in range(data.draw(st.integers(1, 6))):
        ids = [bead.id for bead in beads]
        first, last = data.draw(st.sampled_from(ids)), data.draw(st.sampled_from(ids))
        bead = beads[ids.index(first)]
        fr = data.draw(st.integers(0, len(bead.fr)))
        en = data.draw(st.integers(0, len(bead.en)))
        try:
            beads = data.draw(
                st.sampled_from([join(beads, first, last) if first < last else beads])
            )
            beads = split(beads, first, fr, en)
        except UsageError:
            continue
        assert len({bead.id for bead in beads}) == len(beads)
        for lang in ("fr", "en"):
            text = TEXTS["fr" if lang == "fr" else "en"]
            assert tiles([s for bead in beads for s in getattr(bead, lang)], len(text))
        assert read_sheet(write_sheet("a", beads, TEXTS), beads, TEXTS, "s") == beads


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("b2", "b1"), "b1 does not come behind b2"),
        (("b1", "b1"), "b1 does not come behind b1"),
        (("b1", "b9"), "there is no bead 'b9'"),
    ],
)
def test_joining_names_what_is_wrong(arguments: tuple[str, str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        join(BEADS, *arguments)


@pytest.mark.parametrize("counts", [(0, 0), (2, 2), (3, 0), (0, 3)])
def test_no_part_of_a_split_is_empty(counts: tuple[int, int]) -> None:
    with pytest.raises(UsageError, match="b3 has 2 French and 2 English sentences"):
        split(BEADS, "b3", *counts)


def test_a_fresh_id_is_taken_by_nobody() -> None:
    assert fresh_id(BEADS) == "b4"
    assert fresh_id(BEADS, ["b4", "b5"]) == "b6"


def test_verifying_changes_nothing_else() -> None:
    after = verify(BEADS, ["b1"])
    assert [bead.verified for bead in after] == [True, False, False]
    assert after[1:] == BEADS[1:]


@pytest.fixture
def corpus(clean: Path) -> Path:
    """The clean corpus, its beads of article a unverified and doubtful."""
    path = clean / layer_path("a", "beads")
    lines = path.read_text(encoding="utf-8").replace(',"verified":true', "")
    path.write_text(lines, encoding="utf-8")
    return clean


def beads_of(corpus: Path) -> list[AlignedBead]:
    return read_rows(corpus / layer_path("a", "beads"), AlignedBead)


def test_the_command_shows_and_reads_a_sheet(
    corpus: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = beads_of(corpus)
    assert main(["beads", "a", "--corpus", str(corpus)]) == 0
    sheet = capsys.readouterr().out
    first = before[0].id
    text = sheet.replace(f"= {first}", f"= {first} +", 1).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))
    assert main(["beads", "a", "--read", "-", "--corpus", str(corpus)]) == 0
    assert [bead.verified for bead in beads_of(corpus)] == [True] + [False] * (len(before) - 1)
    assert main(["undo", "--corpus", str(corpus)]) == 0
    assert beads_of(corpus) == before


def test_the_command_walks_the_doubtful_beads(
    corpus: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = beads_of(corpus)
    monkeypatch.setattr(sys, "stdin", io.StringIO("x\na\nn\nj\nq\n"))
    assert main(["beads", "a", "--review", "1", "--corpus", str(corpus)]) == 0
    assert "'x' is no answer" in capsys.readouterr().out
    after = beads_of(corpus)
    assert after[0].verified
    assert len(after) >= len(before) - 1


def test_an_edited_text_is_refused(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = corpus / text_path("a", "fr")
    path.write_bytes(b"Enfin. " + path.read_bytes())
    assert main(["beads", "a", "--corpus", str(corpus)]) == 1
    assert "Run `visavis reanchor a` first." in capsys.readouterr().err


@pytest.mark.parametrize("name", ["nowhere", "b"])
def test_an_article_without_texts_or_beads_is_refused(name: str, corpus: Path) -> None:
    assert main(["beads", name, "--corpus", str(corpus)]) == 2


@pytest.mark.parametrize("id_", ["mistral-asml", "groq-nvidia"])
def test_the_sheets_of_this_corpus_read_back_unchanged(id_: str) -> None:
    beads = read_rows(ROOT / layer_path(id_, "beads"), AlignedBead)
    texts: dict[Lang, str] = {
        lang: (ROOT / text_path(id_, lang)).read_bytes().decode() for lang in ("fr", "en")
    }
    assert read_sheet(write_sheet(id_, beads, texts), beads, texts, id_) == beads
