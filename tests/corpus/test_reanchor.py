"""`visavis reanchor`: after an edit of a text no record is lost, and none misplaced."""

import subprocess
from itertools import chain
from pathlib import Path
from shutil import copytree, which

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from support.edits import Change, edited
from support.paths import ROOT
from visavis.cli import main
from visavis.corpus.layers import LAYERS
from visavis.corpus.layers.beads import AlignedBead
from visavis.corpus.layers.regions import Region
from visavis.corpus.model import layer_path, text_path
from visavis.corpus.reading import read_articles, read_rows
from visavis.corpus.reanchor import Reanchored, reanchor
from visavis.corpus.records import Record, Span
from visavis.text.edits import Edit
from visavis.validation.folder import check_folder

ARTICLE = "mistral-asml"
TEXT = (ROOT / text_path(ARTICLE, "fr")).read_text(encoding="utf-8")
ROWS = {layer: read_rows(ROOT / layer_path(ARTICLE, layer), kind) for layer, kind in LAYERS.items()}


ADDED = ["", "x", " ", " tout à fait", "\n", ".\nUne phrase de plus. Une autre encore.\n", "é", "0"]
changes = st.lists(
    st.builds(
        Change,
        place=st.floats(0, 1),
        length=st.sampled_from([0, 1, 2, 7, 40, 200]),
        text=st.sampled_from(ADDED),
    ),
    min_size=1,
    max_size=5,
)


INSIDE_A_BEAD = [
    Change(0.37387895086439343, 1, ".\nUne phrase de plus. Une autre encore.\n"),
    Change(0.16257124435910744, 0, "\n"),
    Change(0.05253100679927859, 200, " "),
    Change(0.9979827853338894, 40, "0"),
    Change(0.27772115750092047, 1, "0"),
]
"""A sentence is added between two sentences of one bead."""

ONLY_SPACES = [
    Change(0.917209937688158, 7, " "),
    Change(0.7968836394826087, 1, "x"),
    Change(0.5668237048077452, 7, "x"),
    Change(0.28069560694462453, 1, ".\nUne phrase de plus. Une autre encore.\n"),
    Change(0.7667730353940527, 0, "x"),
]
"""A word is replaced by a space: nothing is left that its record could mark."""


@settings(max_examples=500)
@given(changes)
@example(INSIDE_A_BEAD)
@example(ONLY_SPACES)
def test_no_record_is_lost_and_no_untouched_span_misplaced(edits: list[Change]) -> None:
    new, places = edited(TEXT, edits)
    edit = Edit(TEXT, new)
    for layer, rows in ROWS.items():
        result = reanchor(rows, {"fr": edit})
        if layer == "beads":
            _check_beads(result, new)
            continue
        assert len(result.rows) + len(result.unplaced) == len(rows)
        after = {(row.id, row.lang): row for row in result.rows if isinstance(row, Span)}
        for row in rows:
            assert isinstance(row, Span)
            if row.lang == "en":
                assert after[row.id, row.lang] == row
            elif not isinstance(row, Region):
                _check_span(row, after.get((row.id, row.lang)), places, new)


def _check_span(row: Span, after: Span | None, places: list[int | None], new: str) -> None:
    target = places[row.start : row.end]
    first = target[0]
    if first is not None and target == list(range(first, first + len(target))):
        if after is None:  # which of several is left, two texts alone may not tell
            assert TEXT.count(TEXT[row.start : row.end]) > 1
            return
        context = TEXT[max(0, row.start - 12) : row.end + 12]
        assert (after.start, after.end) == (first, first + len(target)), context
    if after is not None:
        assert after.text == new[after.start : after.end]
        assert after.text.strip() == after.text != ""


def _check_beads(result: Reanchored, new: str) -> None:
    beads = [row for row in result.rows if isinstance(row, AlignedBead)]
    french = sorted(chain.from_iterable(bead.fr for bead in beads))
    edges = [0, *(end for _, end in french)]
    assert edges == [*(start for start, _ in french), len(new)]
    assert french == list(chain.from_iterable(bead.fr for bead in beads))
    before = [row for row in ROWS["beads"] if isinstance(row, AlignedBead)]
    english = [list(chain.from_iterable(bead.en for bead in rows)) for rows in (before, beads)]
    assert english[0] == english[1]
    assert len({bead.id for bead in beads}) == len(beads)


@pytest.mark.parametrize(
    ("new", "verified"),
    [
        ("Il pleut. Le vent souffle. Deux chiens aboient.\n", True),
        ("Il plut. Le vent souffle. Deux chats aboient.\n", True),
        ("Il pleut. Trois chats dorment. Le vent souffle.\n", False),
        ("Il pleut. Le vent souffle.\n", False),
    ],
)
def test_a_bead_stays_verified_while_its_sentences_are_the_same(new: str, verified: bool) -> None:  # noqa: FBT001 - a case
    old = "Il pleut. Le vent souffle. Deux chiens aboient.\n"
    sentences = ((0, 10), (10, 27), (27, 48))
    bead = AlignedBead(id="b1", fr=sentences, en=((0, 5),), method="manual", verified=True)
    rows = reanchor([bead], {"fr": Edit(old, new)}).rows
    assert [row.verified for row in rows if isinstance(row, AlignedBead)] == [verified]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A corpus with one article of this repository, in a repository of git."""
    corpus = tmp_path / "corpus"
    for layer in LAYERS:
        path = corpus / layer_path(ARTICLE, layer)
        path.parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / layer_path(ARTICLE, layer)).exists():
            path.write_bytes((ROOT / layer_path(ARTICLE, layer)).read_bytes())
    for name in ("corpus.toml", "annotations/kb.jsonl", "annotations/facts.jsonl"):
        (corpus / name).write_bytes((ROOT / name).read_bytes())
    for lang in ("fr", "en"):
        (corpus / "raw" / lang).mkdir(parents=True)
        path = text_path(ARTICLE, "fr" if lang == "fr" else "en")
        (corpus / path).write_bytes((ROOT / path).read_bytes())
    rows = (ROOT / "raw/articles.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    (row,) = [row for row in rows if f'"id":"{ARTICLE}"' in row]
    (corpus / "raw/articles.jsonl").write_text(row, encoding="utf-8")
    identity = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
    for command in (["init", "-q"], ["add", "-A"], [*identity, "commit", "-qm", "all"]):
        subprocess.run([which("git") or "git", *command], cwd=corpus, check=True)
    return corpus


def rows_of(corpus: Path) -> dict[str, list[Record]]:
    return {
        layer: [*read_rows(corpus / layer_path(ARTICLE, layer), k)] for layer, k in LAYERS.items()
    }


def test_a_corrected_typo_shifts_all_that_stands_behind_it(own: Path) -> None:
    path = own / text_path(ARTICLE, "fr")
    path.write_text("Enfin, " + TEXT, encoding="utf-8", newline="")
    assert "text-changed" in {finding.rule for finding in check_folder(own)}
    assert main(["reanchor", "--corpus", str(own)]) == 0
    assert [f for f in check_folder(own) if f.severity == "error"] == []
    before, after = rows_of(ROOT), rows_of(own)
    assert {layer: len(rows) for layer, rows in after.items()} == {
        layer: len(rows) for layer, rows in before.items()
    }
    assert main(["undo", "--corpus", str(own)]) == 0
    assert rows_of(own) == before


def test_what_has_no_place_stops_the_command_or_is_set_aside(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = own / text_path(ARTICLE, "fr")
    before = rows_of(own)
    path.write_text(TEXT.replace("l’Élysée", "le palais"), encoding="utf-8", newline="")
    assert main(["reanchor", "--corpus", str(own)]) == 1
    assert "so nothing was changed. Put their words back" in capsys.readouterr().err
    assert rows_of(own) == before
    assert main(["reanchor", "--set-aside", "--corpus", str(own)]) == 0
    aside = (own / f"annotations/unplaced/{ARTICLE}.jsonl").read_text(encoding="utf-8")
    after = rows_of(own)
    assert len(aside.splitlines()) + sum(map(len, after.values())) == sum(map(len, before.values()))


def test_the_old_text_must_be_found(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copytree(own, own.parent / "copy", ignore=lambda _folder, _names: [".git"])
    copy = own.parent / "copy"
    path = copy / text_path(ARTICLE, "fr")
    path.write_text("Enfin, " + TEXT, encoding="utf-8", newline="")
    assert main(["reanchor", "--corpus", str(copy)]) == 2
    assert "Name a file that holds it with --old" in capsys.readouterr().err
    old = ROOT / text_path(ARTICLE, "fr")
    assert main(["reanchor", "--old", str(old), "--corpus", str(copy)]) == 0


def test_without_an_edit_nothing_is_done(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reanchor", "--corpus", str(own)]) == 0
    assert capsys.readouterr().out.startswith("no text was edited")
    assert main(["reanchor", "nowhere", "--corpus", str(own)]) == 2
    assert {row.id for row in read_articles(own)} == {ARTICLE}
