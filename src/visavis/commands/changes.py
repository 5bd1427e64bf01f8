"""What the verbs that change a corpus have in common: --corpus, --dry-run, one change to undo."""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from visavis.corpus import journal


def add_dry_run(parser: argparse.ArgumentParser) -> None:
    """Declare the options of a verb that changes files of a corpus."""
    parser.add_argument("--corpus", type=Path, default=Path(), help="corpus folder (default: here)")
    parser.add_argument("--dry-run", action="store_true", help="only print what would change")


def apply(args: argparse.Namespace, verb: str, contents: Mapping[Path, bytes | None]) -> None:
    """Write a change, or with --dry-run only say what it would do, on standard error."""
    steps = journal.plan(args.corpus, contents)
    if not args.dry_run:
        journal.change(args.corpus, verb, contents)
    for step in steps:
        print(f"would {step}" if args.dry_run else step, file=sys.stderr)
    if not steps:
        print("nothing to change", file=sys.stderr)
