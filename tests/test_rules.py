"""Every rule has a tiny broken corpus under tests/rules/<id>/ and the exact report that it gives.

An example is the clean corpus with the files of the folder laid over it, without the files that
``removed.txt`` names; ``report.txt`` is what ``visavis validate`` prints.
"""

import shutil
from pathlib import Path

import pytest
from hypothesis import given

from conftest import CLEAN
from strategies import corpora
from visavis import corpus
from visavis.corpus import Corpus
from visavis.rules import RULES
from visavis.validate import check, not_hydrated, remedy, rule_id

ALL = [rule for rules in RULES.values() for rule in rules]
EXAMPLES = sorted(
    path for path in CLEAN.parent.iterdir() if path.is_dir() and path.name != CLEAN.name
)


def broken(example: Path, folder: Path) -> Corpus:
    shutil.copytree(CLEAN, folder)
    shutil.copytree(example, folder, dirs_exist_ok=True)
    if (folder / "removed.txt").exists():
        for name in (folder / "removed.txt").read_text(encoding="utf-8").split():
            (folder / name).unlink()
    return corpus.read(folder)


def test_every_rule_has_an_example_and_every_example_a_rule() -> None:
    assert [example.name for example in EXAMPLES] == sorted(map(rule_id, ALL))


def test_every_rule_says_what_is_wrong_and_what_to_do() -> None:
    for rule in ALL:
        assert rule.__doc__
        assert remedy(rule).endswith(".")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_a_broken_corpus_gets_exactly_its_report(example: Path, tmp_path: Path) -> None:
    findings = check(broken(example, tmp_path / "corpus"))
    report = "".join(f"{finding}\n" for finding in findings)
    assert report == (example / "report.txt").read_text(encoding="utf-8")
    assert example.name in {finding.rule for finding in findings}


def test_the_clean_corpus_has_no_findings_and_says_what_is_not_hydrated() -> None:
    clean = corpus.read(CLEAN)
    assert check(clean) == []
    assert not_hydrated(clean) == ["b"]


@given(corpora())
def test_no_corpus_makes_a_rule_fail(whole: Corpus) -> None:
    for rule in ALL:
        assert rule(whole).columns == ["path", "line", "message"]
