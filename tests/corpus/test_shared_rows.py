"""kb and facts: rows that articles share are added and merged, and nothing names what is gone."""

import shutil
from pathlib import Path

import pytest

from visavis.cli import main
from visavis.corpus.kb import Entity
from visavis.corpus.model import KB
from visavis.corpus.reading import read_rows
from visavis.validation.folder import check_folder


def run(corpus: Path, *words: str) -> int:
    return main([*words, "--corpus", str(corpus)])


def test_an_entity_is_added_and_listed(clean: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cells = ["id=asml", "type=ORG", "name_fr=ASML", "name_en=ASML", 'aliases_fr=["le fabricant"]']
    assert run(clean, "kb", "add", *cells) == 0
    assert "asml" in {row.id for row in read_rows(clean / KB, Entity)}
    capsys.readouterr()
    assert run(clean, "kb", "list", "fabricant") == 0
    assert capsys.readouterr().out.startswith('{"id":"asml"')
    assert run(clean, "kb", "add", *cells) == 2
    assert "the id 'asml' is taken" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        (["id=x"], "kb: Object missing required field `type`. Fields: id, type"),
        (["id=x", "type=FIRM", "name_fr=X", "name_en=X"], "kb: Invalid enum value 'FIRM'"),
        (["id=x", "colour=red"], "kb: Object contains unknown field `colour`"),
        (["asml"], "'asml' is not FIELD=VALUE"),
        (["aliases_fr=[x"], "aliases_fr=[x: not JSON"),
    ],
)
def test_a_wrong_row_is_refused(
    cells: list[str], message: str, clean: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (clean / KB).read_bytes()
    assert run(clean, "kb", "add", *cells) == 2
    assert message in capsys.readouterr().err
    assert (clean / KB).read_bytes() == before


def test_what_named_a_merged_entity_names_the_one_that_stays(clean: Path) -> None:
    shutil.copytree(clean / "annotations/mentions", clean / "annotations/passes/p/mentions")
    entities = read_rows(clean / KB, Entity)
    gone = next(row for row in entities if row.id == "paris")
    twin = ["id=lutece", f"type={gone.type}", "name_fr=Lutèce", "name_en=Lutetia"]
    assert run(clean, "kb", "add", *twin) == 0
    assert run(clean, "kb", "merge", "lutece", "paris") == 0
    (remaining,) = [row for row in read_rows(clean / KB, Entity) if row.id == "lutece"]
    assert gone.name_fr in remaining.aliases_fr
    rows = [path.read_text(encoding="utf-8") for path in clean.rglob("mentions/*.jsonl")]
    assert len(rows) > 1
    assert not any('"entity":"paris"' in row for row in rows)
    assert any('"entity":"lutece"' in row for row in rows)
    assert "reference-dangling" not in {finding.rule for finding in check_folder(clean)}


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["paris", "paris"], "paris cannot be merged with itself"),
        (["paris", "nowhere"], "there is no 'nowhere' in annotations/kb.jsonl"),
    ],
)
def test_a_wrong_merge_is_refused(
    words: list[str], message: str, clean: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(clean, "kb", "merge", *words) == 2
    assert message in capsys.readouterr().err


def test_facts_are_added_and_merged(clean: Path) -> None:
    cells = ["kind=money", "unit=EUR", "role=investment"]
    for id_ in ("one", "two"):
        assert run(clean, "facts", "add", f"id={id_}", f"label={id_}", *cells) == 0
    assert run(clean, "facts", "merge", "one", "two") == 0
    assert run(clean, "facts", "merge", "one", "two") == 2
