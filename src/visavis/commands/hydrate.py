"""``visavis hydrate DIR``: third-party texts that the user holds, into the corpus."""

import argparse
import sys
from pathlib import Path

from visavis.corpus.ingest import Hydration, hints, hydrate

_SAID = {
    "hydrated": "hydrated",
    "present": "present",
    "changed": "not the declared text: raw/{1}/{0}.txt has other bytes; move it away first",
    "missing": "not hydrated; `visavis hydrate FOLDER` finds its text by sha256",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    held = "folder that holds the texts, or the files that their recipes name"
    group = parser.add_mutually_exclusive_group(required=True)
    group.add_argument("source", type=Path, nargs="?", metavar="DIR", help=held)
    group.add_argument(
        "--from", type=Path, dest="held", metavar="DIR", help="the same, as an option"
    )
    parser.add_argument("--dry-run", action="store_true", help="only print what would be copied")
    parser.add_argument("--corpus", type=Path, default=Path(), help="corpus folder (default: here)")


def run(args: argparse.Namespace) -> int:
    """Hydrate, and report each third-party article; status 1 when one is missing or changed."""
    source = args.source or args.held
    states = hydrate(args.corpus, source, dry_run=args.dry_run)
    status = report(states)
    for line in hints(args.corpus, source, states) if status else []:
        print(line, file=sys.stderr)
    return status


def report(states: list[Hydration]) -> int:
    """Print the state of each text; return the exit status."""
    for article, lang, state in states:
        good = state in ("hydrated", "present")
        message = f"{article} ({lang}): {_SAID[state].format(article, lang)}"
        print(message, file=sys.stdout if good else sys.stderr)
    return int(any(state in ("changed", "missing") for _, _, state in states))
