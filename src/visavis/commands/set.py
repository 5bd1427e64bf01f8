"""``visavis set ARTICLE... FIELD=VALUE...``: change what is known of articles."""

import argparse

from visavis.commands.changes import add_dry_run, apply
from visavis.corpus.editing import set_fields
from visavis.errors import UsageError

DESCRIPTION = """\
Change fields of raw/articles.jsonl. VALUE is words, null, or a JSON list. The fields are those that
`visavis show ARTICLE` prints, but for id (`visavis rename`) and the hashes (`visavis reanchor`).

example   visavis set my-article published=2026-05-04 title="Le vent tourne" genre=null
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = DESCRIPTION
    parser.add_argument("words", nargs="+", metavar="ARTICLE|FIELD=VALUE", help="ids, then fields")
    add_dry_run(parser)


def run(args: argparse.Namespace) -> int:
    """Write the rows."""
    ids = [word for word in args.words if "=" not in word]
    values = dict(word.split("=", 1) for word in args.words if "=" in word)
    if not ids or not values:
        msg = "nothing to set"
        raise UsageError(msg, remedy="Write `visavis set ARTICLE FIELD=VALUE`.")
    apply(args, "set", set_fields(args.corpus, ids, values))
    return 0
