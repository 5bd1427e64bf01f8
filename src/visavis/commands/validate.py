"""``visavis validate``: the findings of the rules."""

import argparse
import sys
from pathlib import Path

from visavis import corpus
from visavis.inspection import inspect
from visavis.validate import check, not_hydrated


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--corpus", type=Path, default=Path(), help="corpus folder (default: here)")
    parser.add_argument("--release", type=Path, help="also check this build of the corpus")


def run(args: argparse.Namespace) -> int:
    """Print the findings; status 1 when there are any."""
    whole = corpus.read(args.corpus)
    for article in not_hydrated(whole):
        print(f"{article}: not hydrated; its French text is not checked", file=sys.stderr)
    findings = check(whole)
    if args.release and not findings:
        findings = inspect(args.release, args.corpus)
    for finding in findings:
        print(finding)
    print(f"{len(findings)} findings in {whole.articles.height} articles", file=sys.stderr)
    return int(bool(findings))
