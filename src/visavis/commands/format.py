"""``visavis format``: every row file in its canonical form."""

import argparse
import sys
from pathlib import Path

from visavis.corpus import journal
from visavis.corpus.canonical import canonical
from visavis.corpus.waivers import WAIVERS
from visavis.validation.migration import converted


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--corpus", type=Path, default=Path(), help="corpus folder (default: here)")
    parser.add_argument("--dry-run", action="store_true", help="only print what would change")
    parser.add_argument(
        "--check", action="store_true", help="change nothing; status 1 if any would"
    )


def run(args: argparse.Namespace) -> int:
    """Rewrite, or name, the files that are not canonical."""
    contents = dict[Path, bytes | None](canonical(args.corpus))
    if (waivers := converted(args.corpus)) is not None:
        contents[WAIVERS] = waivers
    steps = journal.plan(args.corpus, contents)
    if args.check:
        for step in steps:
            path = args.corpus / step.path
            print(f"{path}: not canonical. Run `visavis format`.", file=sys.stderr)
        return int(bool(steps))
    if not args.dry_run:
        journal.change(args.corpus, "format", contents)
    for step in steps:
        print(f"would {step}" if args.dry_run else f"{args.corpus / step.path}: formatted")
    return 0
