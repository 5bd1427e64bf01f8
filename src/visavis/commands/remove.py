"""``visavis remove ARTICLE...``: take articles out, with all that hangs on them."""

import argparse

from visavis.commands.changes import add_dry_run, apply
from visavis.corpus import journal
from visavis.corpus.editing import remove
from visavis.errors import UsageError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("articles", nargs="+", metavar="ARTICLE", help="ids of the articles")
    parser.add_argument("--yes", action="store_true", help="remove them; without it, only list")
    add_dry_run(parser)
    parser.epilog = "example   visavis remove my-article --yes; `visavis undo` puts it back"


def run(args: argparse.Namespace) -> int:
    """List what goes with the articles; remove it with --yes."""
    contents = remove(args.corpus, args.articles)
    if not args.yes and not args.dry_run:
        for step in journal.plan(args.corpus, contents):
            print(f"would {step}")
        msg = f"{len(args.articles)} articles would go, with the files above"
        raise UsageError(msg, remedy="Add --yes to remove them.")
    apply(args, "remove", contents)
    return 0
