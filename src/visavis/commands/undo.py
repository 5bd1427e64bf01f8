"""``visavis undo``: take back what the last command changed in the files of a corpus."""

import argparse
from pathlib import Path

from visavis.corpus import journal


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--corpus", type=Path, default=Path(), help="corpus folder (default: here)")
    parser.add_argument("--dry-run", action="store_true", help="only print what would change")


def run(args: argparse.Namespace) -> int:
    """Put the files back and print each; a second ``visavis undo`` makes the change again."""
    verb, steps = journal.undo(args.corpus, dry_run=args.dry_run)
    for step in steps:
        print(step)
    print(f"{'would take' if args.dry_run else 'took'} back: visavis {verb}")
    return 0
