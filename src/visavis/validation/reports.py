"""Findings written for those who read them: a terminal, a program, GitHub, a test report.

``text`` shows an excerpt of the article, on the user's own screen and from the user's own files.
What is made for a server (SARIF, GitHub, JUnit, JSON lines) has an excerpt only where ``Source``
says that the text is open: the texts of third parties must not leave by that door.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from visavis import __version__
from visavis.validation.engine import rules_by_id, severity
from visavis.validation.findings import Finding, explanation, remedy, rule_id
from visavis.validation.rules import RULES
from visavis.validation.xml import xml_text

AROUND = 30
"""Characters of text shown on each side of a finding."""

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


class Source(NamedTuple):
    """The corpus that findings are about.

    Attributes:
        texts: the texts by article and language.
        open: articles and languages of the texts that may be shown to others.
        prefix: path of the corpus in its repository, with a slash at its end, or nothing.
    """

    texts: Mapping[tuple[str, str], str]
    open: Container[tuple[str, str]] = ()
    prefix: str = ""


def text(findings: Iterable[Finding], source: Source) -> Iterator[str]:
    """A line a finding; where it has offsets, the words there with carets under them."""
    for finding in findings:
        level = "" if finding.severity == "error" else "warning: "
        yield f"{finding.path}:{finding.line}: {level}{str(finding).split(': ', 1)[1]}"
        yield from _carets(finding, source)


def _excerpt(finding: Finding, source: Source) -> tuple[str, int, int] | None:
    """Return the words around a finding in one line, and where its own words are in it."""
    text = source.texts.get((finding.article or "", finding.lang or ""))
    if text is None or finding.start is None or finding.end is None:
        return None
    start, end = finding.start, min(finding.end, len(text), finding.start + 2 * AROUND)
    low, high = max(0, start - AROUND), min(len(text), end + AROUND)
    line = "".join(" " if char.isspace() else char for char in text[low:high])
    return line, start - low, max(1, end - start)


def _carets(finding: Finding, source: Source) -> Iterator[str]:
    if excerpt := _excerpt(finding, source):
        line, place, length = excerpt
        yield f"    {line}"
        yield f"    {' ' * place}{'^' * length}"


def _open_excerpt(finding: Finding, source: Source) -> str | None:
    """Return the words around a finding where the text may be shown to others."""
    if (finding.article, finding.lang) not in source.open:
        return None
    excerpt = _excerpt(finding, source)
    return excerpt[0] if excerpt else None


def _place(finding: Finding, source: Source) -> dict[str, int]:
    """Return line and column of a finding, counted from 1; those in the text where it is there."""
    text = source.texts.get((finding.article or "", finding.lang or ""))
    if not finding.path.startswith("raw/") or text is None or finding.start is None:
        return {"startLine": finding.line}
    before = text[: finding.start]
    column = finding.start - (before.rfind("\n") + 1) + 1
    return {"startLine": before.count("\n") + 1, "startColumn": column}


def jsonl(findings: Iterable[Finding], _source: Source) -> Iterator[str]:
    """One JSON object a line: the fields of the finding and its fingerprint."""
    for finding in findings:
        row = finding._asdict() | {"fingerprint": finding.fingerprint}
        yield json.dumps(row, ensure_ascii=False)


def sarif(findings: Iterable[Finding], source: Source) -> Iterator[str]:
    """One SARIF 2.1.0 log (OASIS), as GitHub code scanning and editors read it."""
    driver = {"name": "visavis", "version": __version__, "rules": _rules()}
    run = {
        "tool": {"driver": driver},
        "results": [_result(finding, source) for finding in findings],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    yield json.dumps(log, ensure_ascii=False, indent=1)


_SARIF_LEVELS = {"error": "error", "warning": "warning", "off": "none"}


def _rules() -> list[dict[str, object]]:
    return [
        {
            "id": name,
            "shortDescription": {"text": explanation(rule).partition("\n\n")[0]},
            "fullDescription": {"text": explanation(rule)},
            "help": {"text": remedy(rule)},
            "defaultConfiguration": {"level": _SARIF_LEVELS[severity(rule)]},
        }
        for name, rule in rules_by_id().items()
    ]


def _result(finding: Finding, source: Source) -> dict[str, object]:
    named = {name: getattr(finding, name) for name in ("article", "lang", "start", "end")}
    region: dict[str, object] = {**_place(finding, source)}
    if excerpt := _open_excerpt(finding, source):
        region["snippet"] = {"text": excerpt}
    uri = quote(source.prefix + finding.path)
    place = {"artifactLocation": {"uri": uri}, "region": region}
    by_key = {name: value for name, value in named.items() if value is not None}
    return {
        "ruleId": finding.rule,
        "level": finding.severity,
        "message": {"text": f"{finding.message}. {finding.remedy}"},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"visavis/v1": finding.fingerprint},
        "properties": by_key | ({"sentence": finding.sentence} if finding.sentence else {}),
    }


def github(findings: Iterable[Finding], source: Source) -> Iterator[str]:
    """Workflow commands, which GitHub Actions shows as annotations of the lines of a change."""
    for finding in findings:
        region = _place(finding, source)
        place = f"file={_property(source.prefix + finding.path)},line={region['startLine']}"
        if "startColumn" in region:
            place += f",col={region['startColumn']}"
        message = f"{finding.message}. {finding.remedy}"
        if excerpt := _open_excerpt(finding, source):
            message += f"\n{excerpt}"
        data = message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
        yield f"::{finding.severity} {place},title={_property(finding.rule)}::{data}"


def _property(value: str) -> str:
    for char, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C")):
        value = value.replace(char, code)
    return value


def junit(findings: Iterable[Finding], _source: Source) -> Iterator[str]:
    """A JUnit report: a test case a rule, failed where it has errors; warnings are its output."""
    by_rule: dict[str, list[Finding]] = {name: [] for name in rules_by_id()}
    for finding in findings:
        by_rule.setdefault(finding.rule, []).append(finding)
    failed = sum(any(f.severity == "error" for f in item) for item in by_rule.values())
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<testsuite name="visavis validate" tests="{len(by_rule)}" failures="{failed}">'
    for name, item in by_rule.items():
        errors = [str(finding) for finding in item if finding.severity == "error"]
        others = [str(finding) for finding in item if finding.severity != "error"]
        yield f'<testcase classname="visavis" name={quoteattr(name)}>'
        if errors:
            text = quoteattr(f"{len(errors)} findings")
            message = escape(xml_text("\n".join(errors)))
            yield f"<failure message={text}>{message}</failure>"
        if others:
            message = escape(xml_text("\n".join(others)))
            yield f"<system-out>{message}</system-out>"
        yield "</testcase>"
    yield "</testsuite>"


FORMATS: dict[str, Callable[[Iterable[Finding], Source], Iterator[str]]] = {
    "text": text,
    "jsonl": jsonl,
    "sarif": sarif,
    "github": github,
    "junit": junit,
}
"""Name of a format -> its lines. The first two and ``github`` are written as findings come."""


def summary(findings: Sequence[Finding]) -> Iterator[str]:
    """Yield a line for each rule that has findings: how many, and in how many articles."""
    articles: dict[str, set[str]] = defaultdict(set)
    for finding in findings:
        articles[finding.rule].add(finding.article or finding.path)
    for rule, count in Counter(finding.rule for finding in findings).most_common():
        yield f"{count:6}  {rule}  ({len(articles[rule])} articles)"


def statistics(findings: Sequence[Finding]) -> Iterator[str]:
    """Yield a line for each article that has findings: how many, and of which rules."""
    by_article: dict[str, Counter[str]] = defaultdict(Counter)
    for finding in findings:
        by_article[finding.article or finding.path][finding.rule] += 1
    for article, rules in sorted(by_article.items(), key=lambda item: -item[1].total()):
        listed = ", ".join(f"{rule} {count}" for rule, count in rules.most_common())
        yield f"{rules.total():6}  {article}  ({listed})"


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
            kind = "" if severity(rule) == "error" else f" ({severity(rule)})"
            lines += ["", f"### {rule_id(rule)}{kind}", explanation(rule), "", f"→ {remedy(rule)}"]
    return "\n".join(lines) + "\n"
