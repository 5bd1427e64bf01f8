"""Validation through a real process: exit status, formats, choice of rules, fixes, changes."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import fastjsonschema
import pytest
import yaml

from support.paths import CLEAN, ROOT
from visavis.validation.folder import check_folder
from visavis.validation.reports import FORMATS, Source

SCHEMA = json.loads((ROOT / "tests" / "sarif-2.1.0.json").read_text(encoding="utf-8"))


def validate(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "error", "-m", "visavis", "validate", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def broken(clean: Path, example: str) -> Path:
    shutil.copytree(CLEAN.parent / example, clean, dirs_exist_ok=True)
    return clean


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    command = [shutil.which("git") or "git", *identity, *arguments]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


def test_the_exit_status_says_clean_findings_or_misuse(clean: Path) -> None:
    assert validate("--corpus", clean).returncode == 0
    assert validate("--corpus", clean, "--select", "nothing").returncode == 2
    assert validate("--corpus", clean, "--explain", "nothing").returncode == 2
    assert validate("--corpus", clean, "--format", "nothing").returncode == 2
    assert validate("--corpus", clean, "--changed", "nothing").returncode == 2
    assert validate("--corpus", clean / "nowhere").returncode == 2
    assert validate("--corpus", broken(clean, "span-surface")).returncode == 1


def test_a_warning_is_shown_and_does_not_fail(clean: Path) -> None:
    run = validate("--corpus", broken(clean, "fact-unused"))
    assert run.returncode == 0
    assert "warning: other has no amount" in run.stdout


def test_text_shows_the_words_with_carets(clean: Path) -> None:
    run = validate("--corpus", broken(clean, "span-edge"), "--select", "span-edge")
    rendered = run.stdout.splitlines()
    assert rendered[1] == "    Elan 🎉 in Paris  OpenAI's deal is worth \"€13"
    assert rendered[2] == "              ^^^^"


@pytest.mark.parametrize("example", ["span-edge", "fact-unused", "row-malformed", "clean"])
def test_sarif_is_valid_by_its_schema(example: str, clean: Path) -> None:
    log = json.loads(validate("--corpus", broken(clean, example), "--format", "sarif").stdout)
    fastjsonschema.compile(SCHEMA)(log)
    rules = {rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]}
    assert {result["ruleId"] for result in log["runs"][0]["results"]} <= rules


def test_the_schema_refuses_what_is_no_sarif() -> None:
    with pytest.raises(fastjsonschema.JsonSchemaException):
        fastjsonschema.compile(SCHEMA)({"version": "2.1.0", "runs": [{"results": [{}]}]})


def test_json_lines_hold_every_field_and_a_fingerprint(clean: Path) -> None:
    run = validate("--corpus", broken(clean, "regions-differ"), "--format", "jsonl")
    (row,) = map(json.loads, run.stdout.splitlines())
    place = (row["path"], row["line"], row["article"], row["lang"], row["start"], row["end"])
    assert place == ("annotations/regions/a.jsonl", 1, "a", "en", 0, 15)
    assert (row["rule"], row["severity"], row["sentence"]) == ("regions-differ", "error", "b1")
    assert len(row["fingerprint"]) == 16


def test_a_fingerprint_stays_when_lines_move(clean: Path) -> None:
    path = broken(clean, "regions-differ") / "annotations/regions/a.jsonl"
    (before,) = check_folder(clean)
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[1:], lines[0]]))
    (after,) = [item for item in check_folder(clean) if item.rule == before.rule]
    assert after.line != before.line
    assert after.fingerprint == before.fingerprint


def test_github_and_junit_name_the_finding(clean: Path) -> None:
    broken(clean, "regions-differ")
    rendered = validate("--corpus", clean, "--format", "github").stdout
    place = "::error file=annotations/regions/a.jsonl,line=1,title=regions-differ::r1: type"
    assert rendered.startswith(place)
    suite = ET.fromstring(validate("--corpus", clean, "--format", "junit").stdout)  # noqa: S314 - our own
    assert suite.get("failures") == "1"
    (failed,) = [case for case in suite if case.find("failure") is not None]
    assert failed.get("name") == "regions-differ"


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "text"])
def test_no_format_for_a_server_holds_an_excerpt(name: str, clean: Path) -> None:
    findings = list(check_folder(broken(clean, "regions-differ")))
    texts = {("a", "en"): "Elan in Paris, a secret"}
    assert "secret" not in "".join(FORMATS[name](findings, Source(texts)))


def test_select_and_ignore_take_rules_and_levels(clean: Path) -> None:
    broken(clean, "attributions-differ")
    assert validate("--corpus", clean, "--ignore", "languages").returncode == 0
    assert validate("--corpus", clean, "--select", "spans").returncode == 0
    assert validate("--corpus", clean, "--select", "attributions-differ").returncode == 1


def test_explain_tells_the_rule_and_the_page(clean: Path) -> None:
    run = validate("--explain", "span-edge")
    assert "A span begins or ends inside a word" in run.stdout
    assert "Remedy: Move the edge" in run.stdout
    declared = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert validate("--explain", "all", "--corpus", clean).stdout == declared


def test_fix_writes_what_has_one_right_form(clean: Path) -> None:
    broken(clean, "not-canonical")
    assert validate("--corpus", clean).returncode == 1
    assert validate("--corpus", clean, "--fix").returncode == 0
    assert validate("--corpus", clean).returncode == 0


def test_changed_looks_at_the_changed_articles_only(clean: Path) -> None:
    broken(clean, "regions-differ")
    git(clean, "init", "-q")
    git(clean, "add", "-A")
    git(clean, "commit", "-qm", "all")
    assert validate("--corpus", clean, "--changed", "HEAD").returncode == 0
    with (clean / "annotations/mentions/a.jsonl").open("ab") as file:
        file.write(b"\n")
    (clean / "annotations/regions/a.jsonl").write_bytes(
        (clean / "annotations/regions/a.jsonl").read_bytes().replace(b"subheading", b"caption")
    )
    git(clean, "checkout", "-q", "annotations/mentions/a.jsonl")
    run = validate("--corpus", clean, "--changed", "HEAD", "--select", "regions-differ")
    assert run.returncode == 1


def test_changed_sees_the_row_of_an_article_and_what_speaks_of_all(clean: Path) -> None:
    git(clean, "init", "-q")
    git(clean, "add", "-A")
    git(clean, "commit", "-qm", "all")
    rows = clean / "raw/articles.jsonl"
    before = rows.read_bytes()
    rows.write_bytes(before.replace(b'"human","rights_fr":"CC', b'null,"rights_fr":"CC'))
    run = validate("--corpus", clean, "--changed", "HEAD")
    assert (run.returncode, "translation-undeclared" in run.stdout) == (1, True)
    rows.write_bytes(before)
    shutil.copytree(CLEAN.parent / "entity-twice", clean, dirs_exist_ok=True)
    run = validate("--corpus", clean, "--changed", "HEAD")
    assert (run.returncode, "entity-twice" in run.stdout) == (1, True)


def test_fix_tells_what_it_did_and_leaves_what_has_two_answers(clean: Path) -> None:
    path = clean / "raw/en/a.txt"
    path.write_bytes(path.read_bytes().replace(b"The end.", b"The fin."))
    run = validate("--corpus", clean, "--fix")
    assert "raw/articles.jsonl: a: sha256_en renewed" in run.stderr
    assert run.returncode == 0
    path.write_bytes(path.read_bytes().replace(b"Paris", b"Sarip"))
    assert validate("--corpus", clean, "--fix").returncode == 1


@pytest.mark.parametrize(("example", "failed"), [("fact-unused", False), ("span-edge", True)])
def test_the_steps_of_the_workflow_run_and_say_where(
    example: str, clean: Path, *, failed: bool
) -> None:
    template = ROOT / "src/visavis/corpus/template/dot-github__workflows__validate.yml"
    (job,) = yaml.safe_load(template.read_text(encoding="utf-8"))["jobs"].values()
    runs = workflow(job["steps"], broken(clean, example))
    assert any(run.returncode for run in runs) is failed
    assert any("::error file=annotations/mentions/a" in run.stdout for run in runs) is failed
    assert (clean / "validate.sarif").is_file() is failed
    if failed:
        fastjsonschema.compile(SCHEMA)(json.loads((clean / "validate.sarif").read_bytes()))


def workflow(steps: list[dict[str, str]], folder: Path) -> list[subprocess.CompletedProcess[str]]:
    """The commands of a job as GitHub runs them (bash -e), but for the package, which is here."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    runs: list[subprocess.CompletedProcess[str]] = []
    for step in steps:
        failed = any(run.returncode for run in runs)
        asked = step.get("if") == "failure()" if failed else "if" not in step
        if not asked or "run" not in step or step.get("name") == "install Visavis":
            continue
        command = [shutil.which("bash") or "bash", "-e", "-o", "pipefail", "-c", step["run"]]
        environment = {**os.environ, "PATH": path}
        runs.append(
            subprocess.run(
                command, cwd=folder, env=environment, capture_output=True, text=True, check=False
            )
        )
    return runs


def test_findings_are_capped_summed_and_counted(clean: Path) -> None:
    folder = broken(clean, "span-edge")
    count = len(list(check_folder(folder)))
    assert count > 1
    capped = validate("--corpus", folder, "--max", "1")
    assert capped.stdout.count("[span-edge]") == 1
    assert capped.stderr.endswith(f"{count} findings in 2 articles\n")
    quiet = validate("--corpus", folder, "--quiet", "--stats")
    assert (quiet.stdout, quiet.returncode) == ("", 1)
    assert f"{count:6}  span-edge  (1 articles)\n" in quiet.stderr
    assert f"{count:6}  a  (span-edge {count})\n" in quiet.stderr


def test_layers_fields_and_levels_are_explained() -> None:
    assert "mentions.form: " in validate("--explain", "mentions").stdout
    field = validate("--explain", "mentions.form").stdout
    assert field.endswith("    one of NAM, NOM, PRO\n")
    assert "span-edge" in validate("--explain", "spans").stdout
    unknown = validate("--explain", "mentions.fomr")
    assert (unknown.returncode, unknown.stdout) == (2, "")
    assert "mentions has no field 'fomr'. Its fields are id" in unknown.stderr


def test_a_misspelt_rule_is_answered_with_the_one_meant(clean: Path) -> None:
    run = validate("--corpus", clean, "--select", "span-egde")
    assert run.returncode == 2
    assert "there is no rule 'span-egde'. Did you mean span-edge?" in run.stderr


def test_paths_are_those_of_the_repository_that_holds_the_corpus(clean: Path) -> None:
    git(clean.parent, "init", "-q")
    folder = broken(clean, "mojibake")
    rendered = validate("--corpus", folder, "--format", "github").stdout
    assert f"file={clean.name}/raw/" in rendered
    log = json.loads(validate("--corpus", folder, "--format", "sarif").stdout)
    fastjsonschema.compile(SCHEMA)(log)
    places = [r["locations"][0]["physicalLocation"] for r in log["runs"][0]["results"]]
    assert all(p["artifactLocation"]["uri"].startswith(f"{clean.name}/raw/") for p in places)


def test_an_excerpt_leaves_only_for_open_texts(clean: Path) -> None:
    folder = broken(clean, "span-edge")
    open_texts = validate("--corpus", folder, "--format", "sarif").stdout
    assert "snippet" in open_texts
    rows = (folder / "raw/articles.jsonl").read_text(encoding="utf-8")
    closed = rows.replace('"CC-BY-4.0"', '"LicenseRef-press"').replace(
        '"CC0-1.0"', '"LicenseRef-press"'
    )
    (folder / "raw/articles.jsonl").write_text(closed, encoding="utf-8")
    for form in ("sarif", "github", "jsonl", "junit"):
        rendered = validate("--corpus", folder, "--format", form).stdout
        assert "snippet" not in rendered
        assert "OpenAI's deal is worth" not in rendered


def test_one_fault_is_one_finding(clean: Path) -> None:
    rows = clean / "raw/articles.jsonl"
    rows.write_bytes(b"{\n" + rows.read_bytes())
    assert [finding.rule for finding in check_folder(clean)] == ["row-malformed"]
    rows.write_bytes(b"\xff\n" + rows.read_bytes()[2:])
    assert [finding.rule for finding in check_folder(clean)] == ["not-utf8"]
