"""``visavis view``: aligned sentences, both languages, spans marked."""

import argparse
from pathlib import Path

from visavis.commands.view_sentences import pairs
from visavis.dataset.tables import SHOWN
from visavis.loading import load


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("articles", nargs="*", metavar="ARTICLE", help="ids; all by default")
    parser.add_argument("--corpus", type=Path, default=Path(), help="corpus or release folder")
    parser.add_argument("--layers", nargs="+", choices=SHOWN, help="layers to mark; all by default")


def run(args: argparse.Namespace) -> int:
    """Print the sentences."""
    rows = load(args.corpus, "sentences", backend="polars").iter_rows(named=True)
    print(
        pairs(
            (row for row in rows if not args.articles or row["article"] in args.articles),
            args.layers,
        )
    )
    return 0
