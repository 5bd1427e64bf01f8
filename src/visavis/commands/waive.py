"""``visavis waive RULE PLACE --reason``: accept a finding that was reviewed."""

import argparse
from pathlib import Path

from visavis.commands.changes import add_dry_run, apply
from visavis.corpus.reading import read_rows
from visavis.corpus.records import encode
from visavis.corpus.waivers import WAIVERS, Waiver
from visavis.errors import UsageError
from visavis.validation.engine import choice
from visavis.validation.findings import Finding
from visavis.validation.folder import check_folder
from visavis.validation.waivers import waiver

DESCRIPTION = """\
Accept findings of a rule after reading them. PLACE is what `visavis validate` prints before the
message, PATH:LINE; or ARTICLE:ID. The waiver goes to annotations/waivers.jsonl; it names the place
and not the wording, and is itself a finding once its finding is gone.

example   visavis waive sentence-negation annotations/beads/my-article.jsonl:12 \\
            --reason "the negation is in the next sentence"
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = DESCRIPTION
    parser.add_argument("rule", metavar="RULE", help="id of the rule")
    parser.add_argument("place", metavar="PLACE", help="PATH:LINE or ARTICLE:ID")
    parser.add_argument("--reason", required=True, help="why it is right as it is")
    add_dry_run(parser)


def run(args: argparse.Namespace) -> int:
    """Write the waivers of the findings at the place."""
    if not args.reason.strip():
        msg = "--reason is empty"
        raise UsageError(msg, remedy="Say why the finding is right as it is.")
    findings = list(check_folder(args.corpus, choice([args.rule])))
    chosen = [finding for finding in findings if _is_at(finding, args.place)]
    if not chosen:
        places = ", ".join(f"{finding.path}:{finding.line}" for finding in findings[:5])
        remedy = f"It has findings at {places}." if findings else "It has no findings."
        msg = f"no finding of {args.rule} at {args.place}"
        raise UsageError(msg, remedy=remedy)
    rows = read_rows(args.corpus / WAIVERS, Waiver)
    rows += [waiver(finding, args.reason.strip()) for finding in chosen]
    unique = sorted({row.key: row for row in rows}.values(), key=_order)
    apply(args, "waive", {WAIVERS: encode(unique)})
    return 0


def _is_at(finding: Finding, place: str) -> bool:
    path, _, number = place.rpartition(":")
    if number.isdecimal() and Path(path) == Path(finding.path):
        return finding.line == int(number)
    return place == f"{finding.article}:{finding.id or finding.sentence}"


def _order(row: Waiver) -> tuple[str, ...]:
    return tuple(part or "" for part in (row.path, row.rule, row.article, row.lang, row.id))
