"""``visavis agree A B``: the agreement of two passes, as measured."""

import argparse
import math
from pathlib import Path

import polars as pl

from visavis import __version__
from visavis.annotation import agreement, passes
from visavis.corpus import reading
from visavis.corpus.spans import text_lengths
from visavis.dataset.card import markdown
from visavis.errors import UsageError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("passes", nargs=2, metavar="PASS", help="folders under annotations/passes")
    parser.add_argument("--corpus", type=Path, default=Path(), help="corpus folder (default: here)")
    parser.add_argument("--seed", type=int, default=0, help="of the bootstrap (default: 0)")


def run(args: argparse.Namespace) -> int:
    """Print the table of measures, with what makes it possible to get them again."""
    first, second = passes.shared(*(passes.read(args.corpus, name) for name in args.passes))
    if not first.articles:
        names = " and ".join(args.passes)
        msg = f"{names}: no article is in both. Name passes that share one."
        raise UsageError(msg)
    lengths = text_lengths(reading.read(args.corpus))
    table = agreement.agreement(first, second, lengths, first.articles, seed=args.seed)
    made = [passes.info(args.corpus, name) for name in args.passes]
    figures = pl.col("value", "low", "high").map_elements(_short, pl.String)
    print(markdown(table.with_columns(figures)))
    print()
    for one in made:
        print(f"{one.id}: {one.annotator}, {one.made}, guidelines {one.guidelines}")
    print(f"visavis {__version__}, {agreement.DRAWS} draws of articles, seed {args.seed}")
    return 0


def _short(value: float) -> str:
    return "" if math.isnan(value) else f"{value:.3f}"
