"""``visavis rename OLD NEW``: give an article another id, everywhere."""

import argparse

from visavis.commands.changes import add_dry_run, apply
from visavis.corpus.editing import rename


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("old", metavar="OLD", help="id of the article")
    parser.add_argument("new", metavar="NEW", help="its new id")
    add_dry_run(parser)
    parser.epilog = "example   visavis rename article-1 greve-sncf-mai"


def run(args: argparse.Namespace) -> int:
    """Rename its files, and change the id in its row, in passes, rulings, waivers and settings."""
    apply(args, "rename", rename(args.corpus, args.old, args.new))
    return 0
