import subprocess
import sys
from pathlib import Path

import pytest

from support.paths import CLEAN, ROOT
from visavis.alignment import articles
from visavis.corpus import canonical, model, reading
from visavis.validation.engine import check


def align(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "visavis", "align", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def bare(clean: Path) -> Path:
    """The clean corpus without the beads of its open article."""
    (clean / "annotations/beads/a.jsonl").unlink()
    return clean


def test_beads_are_proposed_where_there_are_none(bare: Path) -> None:
    run = align("--corpus", bare)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.endswith("a.jsonl: 5 beads, to be verified by reading\n")
    beads = reading.read(bare).layers["beads"]
    assert not beads.filter(article="a")["verified"].any()
    assert beads.filter(article="a")["confidence"].is_between(0, 1).all()
    assert check(reading.read(bare)) == []
    assert (
        canonical.canonical(bare)[model.layer_path("a", "beads")]
        == (bare / model.layer_path("a", "beads")).read_bytes()
    )


def test_beads_that_are_there_are_not_touched(clean: Path) -> None:
    before = (clean / "annotations/beads/a.jsonl").read_bytes()
    assert align("--corpus", clean).returncode == 0
    run = align("a", "--corpus", clean)
    assert run.returncode == 2
    assert "a: has beads already" in run.stderr
    assert (clean / "annotations/beads/a.jsonl").read_bytes() == before


def test_the_review_lists_unsure_beads_in_reading_order(bare: Path) -> None:
    align("--corpus", bare)
    run = align("--review", "1", "--corpus", bare)
    heads = [line.split()[0] for line in run.stdout.splitlines() if not line.startswith(" ")]
    assert heads == sorted(heads)
    assert heads
    assert align("--review", "0", "--corpus", bare).stdout == ""
    assert align("a", "--review", "1", "--corpus", bare).stdout.startswith("a:")
    assert align("b", "--review", "1", "--corpus", bare).stdout == ""
    assert align("nowhere", "--review", "1", "--corpus", bare).returncode == 2
    assert align("--review", "2", "--corpus", bare).returncode == 2


def test_an_article_without_its_text_cannot_be_aligned(clean: Path) -> None:
    assert "b" not in articles.unaligned(reading.read(CLEAN))
    assert align("b", "--corpus", clean).returncode == 2


def test_paragraphs_are_anchors() -> None:
    corpus = reading.read(ROOT)
    result = articles.propose(corpus, ["mistral-asml"])["mistral-asml"]
    gold = corpus.layers["beads"].filter(article="mistral-asml")
    sides = {(tuple(bead.fr), tuple(bead.en)) for bead in result}
    right = {
        (tuple(tuple(s.values()) for s in row["fr"]), tuple(tuple(s.values()) for s in row["en"]))
        for row in gold.iter_rows(named=True)
    }
    assert len(sides & right) >= 0.8 * len(right)
