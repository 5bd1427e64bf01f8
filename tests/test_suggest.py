"""Suggestions: what a program proposes, carried over by projection, and never gold by itself."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest

from conftest import CLEAN, ROOT
from visavis.annotation import passes, projection
from visavis.annotation.gazetteer import Names
from visavis.annotation.suggest import SUGGESTED, UNPAIRED, suggestions
from visavis.corpus import reading
from visavis.corpus.layers import LAYERS
from visavis.corpus.schema import frame
from visavis.languages import Lang

WHOLE = reading.read(ROOT)
OWN = WHOLE.part(["emplois-recit", "mistral-asml", "openai-circuit"])


def suggest(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "visavis", "suggest", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("fr", "L’accord d’OpenAI et de Mistral\u00a0AI.", "openai mistral-ai"),
        ("fr", "l’exécutif européen", "european-commission"),
        ("fr", "OpenAIs, lMicrosoft", ""),
        ("en", "🎉 The Information says Microsoft-OpenAI", "the-information microsoft openai"),
        ("en", "the Redmond company's", "microsoft"),
    ],
)
def test_names_by_their_variants(lang: Lang, text: str, expected: str) -> None:
    found = list(Names(WHOLE.kb, lang).find(text))
    assert [name.entity for name in found] == expected.split()
    assert all(text[name.start : name.end].strip() for name in found)


@pytest.mark.parametrize("layer", projection.LAYERS)
def test_projected_spans_stand_in_the_bead_of_their_source(layer: str) -> None:
    sides = {
        (row["article"], lang, row["id"]): (row[lang][0]["start"], row[lang][-1]["end"])
        for row in OWN.layers["beads"].to_dicts()
        for lang in ("fr", "en")
        if row[lang]
    }
    spans = OWN.layers[layer].filter(pl.col("lang") == "fr")
    french = {(row["article"], row["id"]): row["start"] for row in spans.to_dicts()}
    found = projection.project(OWN, layer)
    assert found
    for span in found:
        bead = next(
            id_
            for (article, lang, id_), (start, end) in sides.items()
            if (article, lang) == (span.article, "fr")
            and start <= french[span.article, span.id] < end
        )
        start, end = sides[span.article, "en", bead]
        assert start <= span.start < span.end <= end


def test_projection_in_parts_is_projection_of_the_whole() -> None:
    for layer in projection.LAYERS:
        parts = [
            span
            for article in OWN.articles["id"]
            for span in projection.project(OWN.part([article]), layer)
        ]
        assert parts == projection.project(OWN, layer)


def test_a_name_goes_to_its_name_and_an_amount_to_its_value() -> None:
    for layer, least in (("mentions", 0.85), ("amounts", 0.95)):
        gold = OWN.layers[layer].filter(pl.col("lang") == "en")
        places = set(gold.select("article", "id", "start", "end").iter_rows())
        found = {span[:4] for span in projection.project(OWN, layer)}
        assert len(found & places) >= least * len(found)


def test_suggestions_are_rows_that_keep_every_rule_of_offsets() -> None:
    texts = dict(OWN.texts.filter(article="mistral-asml").select("lang", "text").iter_rows())
    found = suggestions(OWN, "mistral-asml")
    assert set(found) == set(SUGGESTED)
    for layer, rows in found.items():
        assert rows == [
            type(row)(**{f: getattr(row, f) for f in row.__struct_fields__}) for row in rows
        ]
        frame([("mistral-asml", 1, row) for row in rows], LAYERS[layer])
        for row in rows:
            surface = texts[row.lang][row.start : row.end]
            assert surface
            assert surface == surface.strip()
        ids = {lang: {row.id for row in rows if row.lang == lang} for lang in ("fr", "en")}
        unpaired = {row.id for row in rows if row.omitted == UNPAIRED}
        assert ids["fr"] ^ ids["en"] == unpaired


def test_without_a_counterpart_nothing_is_invented() -> None:
    english = pl.col("lang") == "en"
    blank = OWN.texts.with_columns(
        pl.when(english)
        .then(pl.col("text").str.replace_all(r"\w", "x"))
        .otherwise("text")
        .alias("text")
    )
    found = suggestions(replace(OWN, texts=blank), "mistral-asml")
    assert {row.lang for rows in found.values() for row in rows} == {"fr"}
    assert {row.omitted for rows in found.values() for row in rows} == {UNPAIRED}


def test_the_command_writes_a_pass_of_a_program_and_nothing_else(clean: Path) -> None:
    (clean / "annotations/mentions/a.jsonl").unlink()
    before = {path: path.read_bytes() for path in clean.rglob("*") if path.is_file()}
    run = suggest("--corpus", clean)
    assert (run.returncode, run.stderr) == (0, "")
    assert passes.info(clean, "suggested").annotator == "program"
    assert {row["entity"] for row in passes.read(clean, "suggested")["mentions"].to_dicts()} == {
        "openai",
        "paris",
    }
    after = {path: path.read_bytes() for path in clean.rglob("*") if path.is_file()}
    assert {path: after[path] for path in before} == before
    assert suggest("--corpus", clean).returncode == 0
    assert {path: path.read_bytes() for path in clean.rglob("*") if path.is_file()} == after


def test_the_pass_of_a_reader_is_not_overwritten(clean: Path) -> None:
    folder = clean / "annotations/passes/a"
    folder.mkdir(parents=True)
    row = '{"id":"a","annotator":"human","made":"2026-01-01","guidelines":"x"}\n'
    (folder / "pass.jsonl").write_text(row, encoding="utf-8")
    run = suggest("a", "--pass", "a", "--corpus", clean)
    assert run.returncode == 2
    assert "Give another name with --pass" in run.stderr
    assert suggest("nowhere", "--corpus", CLEAN).returncode == 2
