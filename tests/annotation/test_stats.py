"""`visavis stats` counts what is in a corpus, and what nobody has decided on."""

import json
from pathlib import Path

import polars as pl
import pytest

from support.paths import CLEAN, ROOT
from visavis.annotation.progress import progress
from visavis.cli import main
from visavis.corpus.reading import read


def test_the_counts_are_those_of_the_tables() -> None:
    corpus = read(ROOT)
    state = progress(corpus)
    assert state.articles["articles"] == corpus.articles.height
    assert state.articles["beads"] == state.articles["verified"] == corpus.layers["beads"].height
    for layer, fr, en, *_ in state.layers.iter_rows():
        assert fr + en == corpus.layers[layer].height
    assert set(state.layers["complete"]) == {corpus.articles.height}
    assert sum(state.undecided.values()) == 0


def test_what_is_not_annotated_is_undecided(clean: Path) -> None:
    for path in (clean / "annotations").glob("*/a.jsonl"):
        if path.parent.name not in ("regions", "beads"):
            path.unlink()
    state = progress(read(clean))
    assert state.undecided["number"] > 0
    assert state.undecided["name"] > 0
    spans = pl.col("layer") == "mentions"
    before = progress(read(CLEAN)).layers.filter(spans)["fr"].item()
    assert state.layers.filter(spans)["fr"].item() < before


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_all_formats_say_the_same(
    form: str, clean: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["stats", "--format", form, "--corpus", str(clean)]) == 0
    out = capsys.readouterr().out
    state = progress(read(clean))
    for count in (state.articles["beads"], *state.texts["words"]):
        assert str(count) in out
    if form == "json":
        assert json.loads(out)["undecided"] == state.undecided


def test_an_empty_corpus_has_statistics(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", str(tmp_path / "c"), "--name", "c"]) == 0
    assert main(["stats", "--corpus", str(tmp_path / "c")]) == 0
    assert "articles    0" in capsys.readouterr().out
