"""An audit that a corpus keeps ships with its release, and the card's claim is computed from it."""

import shutil
from pathlib import Path

import pytest

from support.paths import ROOT
from visavis.annotation.audit import ANSWERS, CARDS, KEY, Key
from visavis.cli import main
from visavis.corpus.reading import read_rows
from visavis.release.build import build


@pytest.fixture
def audited(clean: Path, tmp_path: Path) -> Path:
    """A corpus with an audit whose reader saw every planted error but the first."""
    folder = clean / "annotations" / "audits" / "first"
    call = ["--corpus", str(ROOT), "--articles", "mistral-asml"]
    assert (
        main(["audit", "make", str(tmp_path / "a"), "--cards", "40", "--planted", "10", *call]) == 0
    )
    keys = {key.card: key for key in read_rows(tmp_path / "a" / KEY, Key)}
    missed = min(card for card, key in keys.items() if key.planted)
    sheet, card = [], 0
    for line in (tmp_path / "a" / CARDS).read_text(encoding="utf-8").splitlines():
        card += line.startswith("== card")
        wrong = line == "verdict " and keys[card].planted and card != missed
        sheet.append(line + ("wrong as planted" if wrong else "right" * (line == "verdict ")))
    (tmp_path / "a" / CARDS).write_text("\n".join(sheet) + "\n", encoding="utf-8")
    assert main(["audit", "read", str(tmp_path / "a")]) == 0
    shutil.copytree(tmp_path / "a", folder)
    page = clean / "dataset_card.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n{{audit_table}}\n", encoding="utf-8")
    return clean


def test_cards_key_and_answers_ship_and_the_card_tells_their_score(
    audited: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["validate", "--corpus", str(audited)]) == 0
    release = build(audited, tmp_path / "dist")
    for name in (CARDS, KEY, ANSWERS):
        shipped = (release / "audits" / "first" / name).read_bytes()
        assert shipped == (audited / "annotations" / "audits" / "first" / name).read_bytes()
    card = (release / "README.md").read_text(encoding="utf-8")
    assert "| first | all | 9 of 10 | 55.5 to 99.7 | 0 of 30 | 0.0 to 11.6 |" in card
    capsys.readouterr()


def test_a_corpus_without_audit_says_so(clean: Path, tmp_path: Path) -> None:
    page = clean / "dataset_card.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n{{audit_table}}\n", encoding="utf-8")
    assert "No audit." in (build(clean, tmp_path) / "README.md").read_text(encoding="utf-8")
