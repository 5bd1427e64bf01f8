"""Suggestions: what a program proposes, carried over by projection, and never gold by itself."""

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest

from support.paths import CLEAN, ROOT
from visavis.annotation import passes, projection
from visavis.annotation.gazetteer import Names
from visavis.annotation.suggest import SUGGESTED, UNPAIRED, suggestions
from visavis.cli import main
from visavis.corpus import reading
from visavis.corpus.kb import Entity
from visavis.corpus.layers import LAYERS
from visavis.corpus.model import KB
from visavis.corpus.reading import read_rows
from visavis.corpus.schema import frame
from visavis.languages import Lang
from visavis.validation.folder import check_folder

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
    result = list(Names(WHOLE.kb, lang).find(text))
    assert [name.entity for name in result] == expected.split()
    assert all(text[name.start : name.end].strip() for name in result)


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
    result = projection.project(OWN, layer)
    assert result
    for span in result:
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
        by_key = {span[:4] for span in projection.project(OWN, layer)}
        assert len(by_key & places) >= least * len(by_key)


def test_suggestions_are_rows_that_keep_every_rule_of_offsets() -> None:
    texts = dict(OWN.texts.filter(article="mistral-asml").select("lang", "text").iter_rows())
    result = suggestions(OWN, "mistral-asml")
    assert set(result) == set(SUGGESTED)
    for layer, rows in result.items():
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
    result = suggestions(replace(OWN, texts=blank), "mistral-asml")
    assert {row.lang for rows in result.values() for row in rows} == {"fr"}
    assert {row.omitted for rows in result.values() for row in rows} == {UNPAIRED}


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


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """Two articles of this repository as anybody would add them: texts alone."""
    for lang in ("fr", "en"):
        (tmp_path / "t" / lang).mkdir(parents=True)
        for id_ in ("mistral-asml", "groq-nvidia"):
            text = (ROOT / f"raw/{lang}/{id_}.txt").read_bytes()
            (tmp_path / "t" / lang / f"{id_}.txt").write_bytes(text)
    corpus = tmp_path / "corpus"
    assert main(["init", str(corpus), "--name", "fresh"]) == 0
    assert main(["add", str(tmp_path / "t"), "--rights", "CC0-1.0", "--corpus", str(corpus)]) == 0
    return corpus


def test_suggestions_say_why_there_are_none(
    fresh: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["suggest", "--corpus", str(fresh)]) == 0
    assert "nothing to suggest, it has no beads. Run `visavis align " in capsys.readouterr().out
    assert main(["suggest", "groq-nvidia", "--corpus", str(fresh)]) == 2
    (fresh / "raw/en/groq-nvidia.txt").unlink()
    assert main(["suggest", "groq-nvidia", "--corpus", str(fresh)]) == 2
    assert "its en text is not there" in capsys.readouterr().err


def test_what_is_suggested_from_texts_alone_passes_validation(fresh: Path) -> None:
    at = ["--corpus", str(fresh)]
    assert main(["align", *at]) == 0
    assert main(["suggest", *at]) == 0
    assert main(["kb", "accept", "suggested", *at]) == 0
    entities = {row.name_fr: row.type for row in read_rows(fresh / KB, Entity)}
    assert entities["ASML"] == "ORG"
    assert entities["Emmanuel Macron"] == "PER"
    for layer in SUGGESTED:
        shutil.copytree(
            fresh / "annotations/passes/suggested" / layer, fresh / "annotations" / layer
        )
    assert main(["format", *at]) == 0
    findings = list(check_folder(fresh))
    assert [str(finding) for finding in findings if finding.severity == "error"] == []
    mentions = (fresh / "annotations/mentions/groq-nvidia.jsonl").read_bytes()
    assert mentions.count(b"\n") > 40


def test_accepting_names_what_is_not_proposed(
    fresh: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    at = ["--corpus", str(fresh)]
    assert main(["align", *at]) == 0
    assert main(["suggest", "--no-entities", *at]) == 0
    assert "no name of it is in annotations/kb.jsonl" in capsys.readouterr().out
    assert main(["suggest", "--replace", *at]) == 0
    assert main(["kb", "accept", "suggested", "nobody", *at]) == 2
    assert "'nobody' is not proposed" in capsys.readouterr().err
    assert main(["kb", "accept", "suggested", "asml", *at]) == 0
    assert [row.id for row in read_rows(fresh / KB, Entity)] == ["asml"]


def test_regions_are_shown_guessed_and_corrected(
    fresh: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    at = ["--corpus", str(fresh)]
    capsys.readouterr()
    assert main(["regions", "groq-nvidia", "--set", "r2=caption", "fr:r3=advert", *at]) == 0
    lines = [line.split()[:3] for line in capsys.readouterr().out.splitlines()]
    assert ["fr", "r2", "caption"] in lines
    assert ["en", "r2", "caption"] in lines
    assert ["fr", "r3", "advert"] in lines
    assert ["en", "r3", "body"] in lines
    for wrong in ("r2=title", "r99=body", "r2"):
        assert main(["regions", "groq-nvidia", "--set", wrong, *at]) == 2
    (fresh / "annotations/regions/groq-nvidia.jsonl").unlink()
    assert main(["regions", "groq-nvidia", *at]) == 2
    assert main(["regions", "groq-nvidia", "--guess", *at]) == 0
