"""Every rule has a tiny broken corpus under tests/rules/<id>/ and the exact report that it gives.

An example is the clean corpus with the files of the folder laid over it, without the files that
``removed.txt`` names, tracked by git; ``report.txt`` has the findings of ``visavis validate``.
"""

import shutil
import subprocess
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given

from support.paths import CLEAN, ROOT
from support.strategies import corpora
from visavis.cli import main
from visavis.corpus import reading
from visavis.corpus.model import Corpus
from visavis.corpus.records import encode
from visavis.corpus.waivers import WAIVERS
from visavis.validation import folder
from visavis.validation.engine import Choice, ask, check_articles
from visavis.validation.findings import STALE, Finding, explanation, remedy, rule_id
from visavis.validation.folder import check_folder, not_hydrated
from visavis.validation.migration import OldWaiver, converted
from visavis.validation.reports import page
from visavis.validation.rules import RULES, WARNINGS, Rule
from visavis.validation.rules.frames import FOUND, found, of_layer
from visavis.validation.waivers import waiver as accepted

ALL = [rule for rules in RULES.values() for rule in rules]
OF_FOLDER = {*RULES["form"], *RULES["files"]}
OF_CORPUS = [rule for rule in ALL if rule not in OF_FOLDER]
EXAMPLES = sorted(
    path for path in CLEAN.parent.iterdir() if path.is_dir() and path.name != CLEAN.name
)


def broken(example: Path, folder: Path) -> Path:
    shutil.copytree(CLEAN, folder)
    shutil.copytree(example, folder, symlinks=True, dirs_exist_ok=True)
    (folder / "report.txt").unlink()
    if (folder / "removed.txt").exists():
        for name in (folder / "removed.txt").read_text(encoding="utf-8").split():
            (folder / name).unlink()
    git = shutil.which("git") or "git"
    subprocess.run([git, "init", "-q"], cwd=folder, check=True)
    subprocess.run([git, "add", "-A"], cwd=folder, check=True)
    return folder


def test_every_rule_has_an_example_and_every_example_a_rule() -> None:
    assert [example.name for example in EXAMPLES] == sorted([*map(rule_id, ALL), STALE])


def test_every_rule_says_what_is_wrong_and_what_to_do() -> None:
    for rule in ALL:
        assert explanation(rule)
        assert remedy(rule).endswith(".")


def test_ids_are_of_one_rule_and_warnings_are_rules() -> None:
    assert len({rule_id(rule) for rule in ALL}) == len(ALL)
    assert set(ALL) >= WARNINGS


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_a_broken_corpus_gets_exactly_its_report(example: Path, tmp_path: Path) -> None:
    findings = list(check_folder(broken(example, tmp_path / "corpus")))
    report = "".join(f"{finding}\n" for finding in findings)
    assert report == (example / "report.txt").read_text(encoding="utf-8")
    assert example.name in {finding.rule for finding in findings}


@pytest.mark.parametrize("rule", ALL, ids=rule_id)
def test_every_rule_passes_the_clean_corpus(rule: Rule, clean: Path) -> None:
    subject = reading.read(clean) if rule in OF_CORPUS else clean
    assert rule(subject).is_empty()


def test_the_clean_corpus_has_no_findings_and_says_what_is_not_hydrated() -> None:
    assert list(check_folder(CLEAN)) == []
    assert not_hydrated(reading.survey(CLEAN)) == ["b"]


@given(corpora())
def test_no_corpus_makes_a_rule_fail(whole: Corpus) -> None:
    for rule in OF_CORPUS:
        assert set(FOUND) >= set(rule(whole).columns) >= {"path", "line", "message"}


@given(corpora())
def test_the_findings_of_the_parts_are_those_of_the_whole(whole: Corpus) -> None:
    ids = whole.articles["id"].to_list()
    parts = [check_articles(whole.part([id_]), Choice()) for id_ in ids]
    assert sorted(map(str, check_articles(whole, Choice()))) == sorted(
        str(finding) for part in parts for finding in part
    )


def test_a_waiver_holds_for_its_finding_and_dies_with_it(clean: Path) -> None:
    example = CLEAN.parent / "regions-differ"
    shutil.copytree(example, clean, dirs_exist_ok=True)
    (finding,) = check_folder(clean)
    waiver = accepted(finding, "a test")
    (clean / WAIVERS).write_bytes(encode([waiver]))
    assert list(check_folder(clean)) == []
    shutil.copytree(CLEAN, clean, dirs_exist_ok=True)
    assert [item.rule for item in check_folder(clean)] == [STALE]


def test_a_user_asks_a_rule_of_their_own(clean: Path) -> None:
    def paris_alone(whole: Corpus) -> pl.DataFrame:
        """Paris is named.

        Remedy: name another place.
        """
        return found(of_layer(whole, "mentions").filter(pl.col("entity") == "paris"), "{}", "id")

    corpus = [str(finding) for finding in ask(paris_alone, reading.read(clean))]
    assert corpus[0] == "annotations/mentions/a.jsonl:1: m1. Name another place. [paris-alone]"


def test_a_waived_finding_does_not_hide_those_of_later_levels(clean: Path) -> None:
    shutil.copytree(CLEAN.parent / "amount-value", clean, dirs_exist_ok=True)
    waivers = [
        accepted(item, "a test") for item in check_folder(clean) if item.rule == "amount-value"
    ]
    (clean / WAIVERS).write_bytes(encode(waivers))
    regions = clean / "annotations/regions/a.jsonl"
    regions.write_bytes(regions.read_bytes().replace(b'"headline"', b'"subheading"', 1))
    assert "regions-differ" in {item.rule for item in check_folder(clean)}


def test_a_waiver_of_a_rule_that_is_off_is_not_stale(clean: Path) -> None:
    waiver = accepted(Finding("annotations/beads/a.jsonl", 1, "sentence-quotes", "b1", ""), "x")
    (clean / WAIVERS).write_bytes(encode([waiver]))
    assert [item.rule for item in check_folder(clean)] == [STALE]
    path = clean / "corpus.toml"
    text = path.read_text(encoding="utf-8")
    off = text.replace('sentence-quotes = "error"', 'sentence-quotes = "off"')
    path.write_text(off, encoding="utf-8")
    assert list(check_folder(clean)) == []


def test_a_waiver_of_no_rule_is_told_as_such(clean: Path) -> None:
    waiver = accepted(Finding("x.jsonl", 1, "span-egde", "m1", ""), "a test")
    (clean / WAIVERS).write_bytes(encode([waiver]))
    (finding,) = check_folder(clean)
    assert (finding.rule, finding.message) == (STALE, "waives span-egde, which is no rule")


def test_waivers_that_cannot_be_read_are_a_finding(clean: Path) -> None:
    (clean / WAIVERS).write_text("{\n")
    assert [(item.rule, item.path) for item in check_folder(clean)] == [
        ("row-malformed", WAIVERS.as_posix())
    ]


def test_a_link_to_nowhere_is_a_file_that_is_missing(clean: Path) -> None:
    (clean / "raw/en/a.txt").unlink()
    (clean / "raw/en/a.txt").symlink_to("nowhere.txt")
    assert "text-missing" in {item.rule for item in check_folder(clean)}


def test_parts_in_several_processes_give_the_findings_of_one(
    clean: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(CLEAN.parent / "fact-unused", clean, dirs_exist_ok=True)
    findings = list(check_folder(clean))
    monkeypatch.setattr(folder, "PART", 1)
    monkeypatch.setattr(folder, "FEW", 1)
    done: list[tuple[int, int]] = []
    neighbours = check_folder(clean, processes=2, progress=lambda *told: done.append(told))
    assert list(neighbours) == findings
    assert done == [(1, 2), (2, 2)]


@pytest.mark.parametrize("count", [0, 1, 249, 251, 2_000, 30_001, 100_000])
def test_the_parts_begin_small_and_hold_every_article_once(count: int) -> None:
    parts = list(folder._slices(count))  # noqa: SLF001 - what parts there are is told nowhere else
    articles = range(count)
    assert [i for part in parts for i in articles[part]] == list(articles)
    sizes = [part.stop - part.start for part in parts]
    assert sizes[0] == folder.FIRST
    assert max(sizes) <= folder.PART


def test_the_page_of_rules_is_current() -> None:
    declared = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert declared == page(), "run `visavis validate --explain all > docs/rules.md`"


def test_old_waivers_become_waivers_of_a_place(clean: Path) -> None:
    shutil.copytree(CLEAN.parent / "amount-value", clean, dirs_exist_ok=True)
    findings = [finding for finding in check_folder(clean) if finding.rule == "amount-value"]
    old = [
        OldWaiver(rule=finding.rule, path=finding.path, says=finding.message, reason="a test")
        for finding in findings
    ]
    gone = OldWaiver(rule="span-edge", path="annotations/mentions/a.jsonl", says="m1", reason="x")
    (clean / WAIVERS).write_bytes(encode([*old, gone]))
    assert main(["format", "--corpus", str(clean)]) == 0
    assert [finding.rule for finding in check_folder(clean)] == [STALE]
    assert converted(clean) is None


def test_the_key_of_a_finding_does_not_hold_its_wording(clean: Path) -> None:
    (finding,) = check_folder(_with_example(clean, "regions-differ"))
    reworded = finding._replace(message="other words", line=finding.line + 9)
    assert (reworded.key, reworded.fingerprint) == (finding.key, finding.fingerprint)
    assert finding._replace(id="other").fingerprint != finding.fingerprint
    assert finding._replace(lang="en").fingerprint != finding._replace(lang="fr").fingerprint


def _with_example(folder: Path, example: str) -> Path:
    return Path(shutil.copytree(CLEAN.parent / example, folder, dirs_exist_ok=True))
