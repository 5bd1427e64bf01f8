"""The page of a changelog: cells before and after, spans in their text, nothing that runs."""

import html
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.mutations import MUTATIONS, changed
from support.paths import ROOT
from visavis.cli import main
from visavis.release import build as release
from visavis.release.changes import File, Row, Step
from visavis.release.diff import NOTHING, Edition, diff
from visavis.release.page import differences

STEP = Step(("a", "a"), ("0.1.0", "0.1.1"), ("", ""))


@pytest.fixture(scope="module")
def edition() -> Edition:
    return release.edition(ROOT)


@given(st.text("ab ,é\U0001f600"), st.text("ab ,é\U0001f600"))
def test_the_pieces_of_a_side_are_the_side(old: str, new: str) -> None:
    for parts, text in zip(differences.compared(old, new), (old, new), strict=True):
        assert "".join(words for _, words in parts) == text
        assert any(differs for differs, _ in parts) <= (old != new)


@pytest.mark.parametrize(
    ("words", "whole"), [(differences.MOST_WORDS, False), (differences.MOST_WORDS + 1, True)]
)
def test_a_long_cell_is_marked_as_a_whole(words: int, *, whole: bool) -> None:
    old = "," * (words - 1) + "a"
    before, _ = differences.compared(old, "," * (words - 1) + "b")
    assert (before == [(True, old)]) == whole


def test_every_change_of_the_mutations_is_on_its_page(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(differences, "MOST_ROWS", 100_000)
    for mutation in MUTATIONS[:20]:
        new = changed(edition, mutation)
        changes = diff(edition, new)
        page = differences.page(changes, "a title", edition, new)
        places = [change for change in changes if isinstance(change, File | Row)]
        assert page.count("<h3>") == len(places)


def test_a_span_stands_in_its_text(edition: Edition) -> None:
    spans = edition.tables["amounts"].drop_nulls("start")
    row = next(r for r in spans.iter_rows(named=True) if r["text"] and r["start"] > 100)
    key = {name: row[name] for name in ("article", "lang", "id")}
    page = differences.page(
        [STEP, Row("amounts", key, {"unit": "USD"}, {"unit": "EUR"})], "t", edition
    )
    assert f"<mark>{row['text']}</mark>" in page
    (before,) = re.findall(r'class="context" lang="..">([^<]*)<mark>', page)
    assert len(html.unescape(before)) == differences.AROUND
    assert "<del>USD</del>" in page
    assert "<ins>EUR</ins>" in page


def test_hostile_text_is_text() -> None:
    evil = "<script>alert(1)</script>\u202e\"'&"
    page = differences.page([STEP, File(evil, evil, None)], evil, NOTHING, NOTHING)
    assert "<script" not in page
    assert page.count("&lt;script&gt;") == 5


def test_rows_beyond_the_limit_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(differences, "MOST_ROWS", 2)
    rows = [Row("t", {"id": str(n)}, None, {"a": n}) for n in range(3)]
    assert "1 more rows differ" in differences.page([STEP, *rows], "t")
    assert "more rows differ" not in differences.page([STEP, *rows[:2]], "t")


def test_the_page_is_written_and_nothing_else_is_overwritten(
    clean: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call = ["diff", str(clean), str(clean), "--html", str(tmp_path / "d.html")]
    assert main([*call, "--dry-run"]) == 0
    assert not (tmp_path / "d.html").exists()
    for _ in range(2):
        assert main(call) == 0
        assert differences.PAGE.sign in (tmp_path / "d.html").read_text(encoding="utf-8")
    (tmp_path / "d.html").write_text("mine", encoding="utf-8")
    capsys.readouterr()
    assert main(call) == 2
    assert "a file that `visavis diff` did not write" in capsys.readouterr().err
    assert (tmp_path / "d.html").read_text(encoding="utf-8") == "mine"
    assert main([*call[:-1], str(tmp_path)]) == 2
