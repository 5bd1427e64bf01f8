"""``visavis erratum REPO@VERSION``: publish an error that is known in rows of a version."""

import argparse

from visavis.commands.withdraw import published

DESCRIPTION = """\
Publish an erratum: rows of published versions that are wrong, and what is right. Whoever loads such
a version with visavis.load is told. Correct the rows in the next version.

example   visavis erratum owner/name@1.2.0 --id e1 --table amounts --rows a3 \\
            --reason "the value is 13 billion, not 13 million"
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = DESCRIPTION
    parser.add_argument(
        "versions", nargs="+", metavar="REPO@VERSION", help="as owner/name@1.2.3; all of one REPO"
    )
    parser.add_argument("--id", required=True, help="names the erratum")
    parser.add_argument("--table", help="the table of the rows")
    parser.add_argument("--rows", nargs="+", default=[], metavar="ID", help="ids of the rows")
    parser.add_argument("--reason", required=True, help="what is wrong, and what is right")
    parser.add_argument("--dry-run", action="store_true", help="only print the erratum")


def run(args: argparse.Namespace) -> int:
    """Publish the erratum and print its commit."""
    return published(args, "erratum", table=args.table, rows=tuple(args.rows))
