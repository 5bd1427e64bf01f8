"""Findings written for those who read them: a terminal, a program, GitHub, a test report.

Only ``text`` shows an excerpt of the article, on the user's own screen and from the user's own
files. What is made for a server (SARIF, GitHub, JUnit, JSON lines) holds the message and the
offsets, and never an excerpt: the texts of third parties must not leave by that door.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from visavis import __version__
from visavis.validation.engine import rules_by_id, severity
from visavis.validation.findings import Finding, explanation, remedy, rule_id
from visavis.validation.rules import RULES

AROUND = 30
"""Characters of text shown on each side of a finding."""

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

Texts = Mapping[tuple[str, str], str]
"""The texts by article and language."""


def text(findings: Iterable[Finding], texts: Texts) -> Iterator[str]:
    """A line a finding; where it has offsets, the words there with carets under them."""
    for finding in findings:
        level = "" if finding.severity == "error" else "warning: "
        yield f"{finding.path}:{finding.line}: {level}{str(finding).split(': ', 1)[1]}"
        yield from _excerpt(finding, texts)


def _excerpt(finding: Finding, texts: Texts) -> Iterator[str]:
    whole = texts.get((finding.article or "", finding.lang or ""))
    if whole is None or finding.start is None or finding.end is None:
        return
    start, end = finding.start, min(finding.end, len(whole), finding.start + 2 * AROUND)
    low, high = max(0, start - AROUND), min(len(whole), end + AROUND)
    shown = "".join(" " if char.isspace() else char for char in whole[low:high])
    yield f"    {shown}"
    yield f"    {' ' * (start - low)}{'^' * max(1, end - start)}"


def jsonl(findings: Iterable[Finding], _texts: Texts) -> Iterator[str]:
    """One JSON object a line: the fields of the finding and its fingerprint."""
    for finding in findings:
        row = finding._asdict() | {"fingerprint": finding.fingerprint}
        yield json.dumps(row, ensure_ascii=False)


def sarif(findings: Iterable[Finding], _texts: Texts) -> Iterator[str]:
    """One SARIF 2.1.0 log (OASIS), as GitHub code scanning and editors read it."""
    driver = {"name": "visavis", "version": __version__, "rules": _rules()}
    run = {"tool": {"driver": driver}, "results": [_result(finding) for finding in findings]}
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    yield json.dumps(log, ensure_ascii=False, indent=1)


def _rules() -> list[dict[str, object]]:
    return [
        {
            "id": name,
            "shortDescription": {"text": explanation(rule).partition("\n\n")[0]},
            "fullDescription": {"text": explanation(rule)},
            "help": {"text": remedy(rule)},
            "defaultConfiguration": {"level": severity(rule)},
        }
        for name, rule in rules_by_id().items()
    ]


def _result(finding: Finding) -> dict[str, object]:
    named = {name: getattr(finding, name) for name in ("article", "lang", "start", "end")}
    place = {
        "artifactLocation": {"uri": quote(finding.path)},
        "region": {"startLine": finding.line},
    }
    said = {name: value for name, value in named.items() if value is not None}
    return {
        "ruleId": finding.rule,
        "level": finding.severity,
        "message": {"text": f"{finding.message}. {finding.remedy}"},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"visavis/v1": finding.fingerprint},
        "properties": said | ({"sentence": finding.sentence} if finding.sentence else {}),
    }


def github(findings: Iterable[Finding], _texts: Texts) -> Iterator[str]:
    """Workflow commands, which GitHub Actions shows as annotations of the lines of a change."""
    for finding in findings:
        place = f"file={_property(finding.path)},line={finding.line}"
        said = f"{finding.message}. {finding.remedy}"
        data = said.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
        yield f"::{finding.severity} {place},title={_property(finding.rule)}::{data}"


def _property(value: str) -> str:
    for char, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C")):
        value = value.replace(char, code)
    return value


def junit(findings: Iterable[Finding], _texts: Texts) -> Iterator[str]:
    """A JUnit report: a test case a rule, failed where it has errors; warnings are its output."""
    by_rule: dict[str, list[Finding]] = {name: [] for name in rules_by_id()}
    for finding in findings:
        by_rule.setdefault(finding.rule, []).append(finding)
    failed = sum(any(f.severity == "error" for f in found) for found in by_rule.values())
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<testsuite name="visavis validate" tests="{len(by_rule)}" failures="{failed}">'
    for name, found in by_rule.items():
        errors = [str(finding) for finding in found if finding.severity == "error"]
        others = [str(finding) for finding in found if finding.severity != "error"]
        yield f'<testcase classname="visavis" name={quoteattr(name)}>'
        if errors:
            said = quoteattr(f"{len(errors)} findings")
            told = escape(_xml("\n".join(errors)))
            yield f"<failure message={said}>{told}</failure>"
        if others:
            told = escape(_xml("\n".join(others)))
            yield f"<system-out>{told}</system-out>"
        yield "</testcase>"
    yield "</testsuite>"


def _xml(said: str) -> str:
    """``said`` without the characters that XML 1.0 cannot hold."""
    return "".join(
        c if c in "\t\n" or (c >= " " and c not in "\ufffe\uffff") else "?" for c in said
    )


FORMATS: dict[str, Callable[[Iterable[Finding], Texts], Iterator[str]]] = {
    "text": text,
    "jsonl": jsonl,
    "sarif": sarif,
    "github": github,
    "junit": junit,
}
"""Name of a format -> its lines. The first two and ``github`` are written as findings come."""


def page() -> str:
    """The page docs/rules.md: every rule with its text, by level."""
    lines = [
        "# Rules",
        "",
        "What `visavis validate` checks, by level: an article with an error on one level is not",
        "looked at on the next. Made from the docstrings of `visavis.validation.rules` by",
        "`visavis validate --explain all`; do not edit.",
    ]
    for level, rules in RULES.items():
        lines += ["", f"## {level}"]
        for rule in rules:
            kind = "" if severity(rule) == "error" else " (warning)"
            lines += ["", f"### {rule_id(rule)}{kind}", explanation(rule), "", f"→ {remedy(rule)}"]
    return "\n".join(lines) + "\n"
