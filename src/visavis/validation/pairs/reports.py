"""Findings of pairs, written for a terminal, a program, a server or a browser."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from html import escape
from urllib.parse import quote
from xml.sax.saxutils import escape as escape_xml
from xml.sax.saxutils import quoteattr

from visavis import __version__
from visavis.validation.pairs.accepted import fingerprint
from visavis.validation.pairs.checking import Checked, Finding, Row
from visavis.validation.pairs.checks import CHECKS
from visavis.validation.xml import xml_text

WIDTH = 110
"""Characters of a line of a segment on a terminal."""

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

Lines = Iterator[str]


def place(checked: Checked) -> str:
    """Return where a row is: file, line and the number of its segment."""
    row = checked.row
    where = ":".join([row.path] * bool(row.path) + [str(row.line)] * bool(row.line))
    return f"{where}: segment {checked.number}" if where else f"segment {checked.number}"


def text(rows: Iterable[Checked]) -> Lines:
    """Yield a line a finding, then both sides with carets under what differs."""
    for checked in rows:
        for finding in checked.findings:
            level = "" if finding.severity == "error" else "warning: "
            mark = fingerprint(finding, checked.row)
            yield (
                f"{place(checked)}: {level}{finding.message} "
                f"[{finding.check} {finding.probability:.2f} {mark}]"
            )
            yield from _carets(checked.row.source, finding.source)
            yield from _carets(checked.row.target, finding.target)


def _carets(side: str, span: tuple[int, int] | None) -> Lines:
    line = "".join(" " if char.isspace() else char for char in side)
    if span is None or span[0] >= span[1]:
        yield f"    {_cut(line, 0)[1]}"
        return
    begin, shown = _cut(line, span[0])
    length = max(1, min(span[1], begin + len(shown)) - span[0])
    yield f"    {shown}"
    yield f"    {' ' * (span[0] - begin)}{'^' * length}"


def _cut(line: str, focus: int) -> tuple[int, str]:
    """Return a part of a line around a place, and where it begins."""
    if len(line) <= WIDTH:
        return 0, line
    begin = max(0, min(focus - WIDTH // 3, len(line) - WIDTH))
    return begin, line[begin : begin + WIDTH]


def row_of(finding: Finding, row: Row) -> dict[str, object]:
    """Return a finding as an object of JSON."""
    listed: dict[str, object] = finding._asdict() | {"fingerprint": fingerprint(finding, row)}
    places = {"path": row.path, "line": row.line, "id": row.id}
    return listed | {name: value for name, value in places.items() if value}


def jsonl(rows: Iterable[Checked]) -> Lines:
    """Yield one JSON object a finding."""
    for checked in rows:
        for finding in checked.findings:
            yield json.dumps(row_of(finding, checked.row), ensure_ascii=False)


def sarif(rows: Iterable[Checked]) -> Lines:
    """Yield one SARIF 2.1.0 log (OASIS), as GitHub code scanning and editors read it."""
    rules = [
        {
            "id": name,
            "shortDescription": {"text": check.explanation.split(": ")[0].replace("\n", " ")},
            "fullDescription": {"text": check.explanation.replace("\n", " ")},
            "defaultConfiguration": {"level": check.severity},
        }
        for name, check in CHECKS.items()
    ]
    driver = {"name": "visavis check", "version": __version__, "rules": rules}
    results = [_result(f, checked) for checked in rows for f in checked.findings]
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    yield json.dumps(log, ensure_ascii=False, indent=1)


def _result(finding: Finding, checked: Checked) -> dict[str, object]:
    row = checked.row
    location = {
        "artifactLocation": {"uri": quote(row.path or "stdin")},
        "region": {"startLine": max(1, row.line)},
    }
    return {
        "ruleId": finding.check,
        "level": finding.severity,
        "message": {"text": f"{finding.message} (segment {checked.number})"},
        "locations": [{"physicalLocation": location}],
        "rank": round(100 * finding.probability, 1),
        "partialFingerprints": {"visavis/v1": fingerprint(finding, row)},
        "properties": {
            "segment": checked.number,
            "source": finding.source,
            "target": finding.target,
        },
    }


def github(rows: Iterable[Checked]) -> Lines:
    """Yield workflow commands, which GitHub Actions shows as annotations of lines."""
    for checked in rows:
        for finding in checked.findings:
            row = checked.row
            where = f"file={_property(row.path)},line={max(1, row.line)}"
            title = _property(f"{finding.check} ({finding.probability:.2f})")
            message = f"{finding.message}\n{row.source}\n{row.target}"
            data = message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
            yield f"::{finding.severity} {where},title={title}::{data}"


def _property(value: str) -> str:
    for char, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C")):
        value = value.replace(char, code)
    return value


def junit(rows: Iterable[Checked]) -> Lines:
    """Yield a JUnit report: a test case a check, failed where it has findings."""
    by_check: dict[str, list[str]] = {name: [] for name in CHECKS}
    for checked in rows:
        for finding in checked.findings:
            by_check[finding.check].append(f"{place(checked)}: {finding.message}")
    failed = sum(map(bool, by_check.values()))
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<testsuite name="visavis check" tests="{len(by_check)}" failures="{failed}">'
    for name, lines in by_check.items():
        yield f'<testcase classname="visavis.check" name={quoteattr(name)}>'
        if lines:
            message = escape_xml(xml_text("\n".join(lines)))
            yield f'<failure message="{len(lines)} findings">{message}</failure>'
        yield "</testcase>"
    yield "</testsuite>"


COLUMNS = (
    "segment", "check", "severity", "probability", "message", "source_start", "source_end",
    "target_start", "target_end", "source", "target", "path", "line", "fingerprint",
)  # fmt: skip


def table(rows: Iterable[Checked]) -> Lines:
    """Yield a table in CSV (RFC 4180), with both sides."""
    yield _record(COLUMNS)
    for checked in rows:
        for finding in checked.findings:
            spans = (finding.source or ("", ""), finding.target or ("", ""))
            row = checked.row
            yield _record(
                [*finding[:5], *spans[0], *spans[1], row.source, row.target, row.path, row.line,
                 fingerprint(finding, row)]
            )  # fmt: skip


def _record(cells: Iterable[object]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(cells)
    return line.getvalue()


HEAD = """<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>visavis check</title>
<style>
body{font:16px/1.45 system-ui,sans-serif;max-width:72rem;margin:1rem auto;padding:0 1rem}
article{border:1px solid #8886;border-radius:6px;margin:.8rem 0;padding:.6rem .9rem}
.sides{display:grid;grid-template-columns:1fr 1fr;gap:1rem}
mark{background:#ffd54a;color:#000;padding:0 .1em}.error b{color:#b00020}
small{color:#666}@media(max-width:40rem){.sides{grid-template-columns:1fr}}
@media(prefers-color-scheme:dark){body{background:#111;color:#eee}small{color:#aaa}
.error b{color:#ff8a80}}
</style><h1>visavis check</h1>"""


def html(rows: Iterable[Checked]) -> Lines:
    """Yield a page with both sides of each finding, what differs marked."""
    yield HEAD
    total = 0
    for checked in rows:
        for finding in checked.findings:
            total += 1
            row = checked.row
            yield (
                f'<article class="{finding.severity}"><p><b>{finding.check}</b> '
                f"{escape(finding.message)} <small>{finding.probability:.2f} · "
                f"{escape(place(checked))} · {fingerprint(finding, row)}</small></p>"
                f'<div class="sides"><div>{_marked(row.source, finding.source)}</div>'
                f"<div>{_marked(row.target, finding.target)}</div></div></article>"
            )
    yield f"<p>{total} findings</p></html>"


def _marked(side: str, span: tuple[int, int] | None) -> str:
    if span is None:
        return escape(side)
    low, high = span
    return f"{escape(side[:low])}<mark>{escape(side[low:high])}</mark>{escape(side[high:])}"


FORMATS: dict[str, Callable[[Iterable[Checked]], Lines]] = {
    "text": text,
    "jsonl": jsonl,
    "sarif": sarif,
    "junit": junit,
    "github": github,
    "csv": table,
    "html": html,
}
"""Name of a format -> its lines."""
