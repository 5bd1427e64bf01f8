"""``visavis versions OWNER/NAME``: the versions of a data set on the Hub."""

import argparse
import json

import polars as pl

from visavis.dataset.card import markdown
from visavis.errors import UsageError
from visavis.release.hub.history import versions_of

DESCRIPTION = """\
List the versions of a data set, the oldest first: the commit of each and the digest of its
manifest, by which a project can pin it. `visavis diff REPO@A REPO@B` tells what differs.

example   visavis versions owner/name
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = DESCRIPTION
    parser.add_argument("repo", metavar="REPO", help="the dataset repository, as owner/name")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to print")


def run(args: argparse.Namespace) -> int:
    """Print a row a version."""
    rows = [item._asdict() for item in versions_of(args.repo)]
    if args.format == "json":
        print(json.dumps(rows, indent=1))
        return 0
    if not rows:
        msg = f"{args.repo}: the Hub has no version of it"
        raise UsageError(msg, remedy="Check the name.")
    print(markdown(pl.DataFrame(rows)))
    return 0
