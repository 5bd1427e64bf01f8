"""``visavis agree A B``: the agreement of two passes, as measured."""

import argparse
import json
import math
from pathlib import Path

import polars as pl

from visavis import __version__
from visavis.annotation import agreement, passes
from visavis.corpus import reading
from visavis.corpus.spans import text_lengths
from visavis.dataset.card import comma_separated, markdown
from visavis.errors import UsageError

DESCRIPTION = """\
Measures of two passes over the articles that both annotate, before adjudication:

  strict     F1 of spans with the same offsets and label
  boundary   F1 of spans with the same offsets
  overlap    F1 of spans that share a character and the label, paired one to one
  linked     F1 of spans that also agree in what matters most: entity, value, source, use, holder
  alpha      Krippendorff's alpha over the characters of the texts
  kappa X    Cohen's kappa of the field X over spans with the same offsets

Each has a 95 % interval (low, high): percentile bootstrap over articles.

example   visavis agree a b --format csv
"""

FORMATS = ("text", "json", "csv")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = DESCRIPTION
    parser.add_argument("passes", nargs=2, metavar="PASS", help="folders under annotations/passes")
    parser.add_argument("--corpus", type=Path, default=Path(), help="corpus folder (default: here)")
    parser.add_argument("--format", choices=FORMATS, default="text", help="how to print it")
    parser.add_argument("--seed", type=int, default=0, help="of the bootstrap (default: 0)")


def run(args: argparse.Namespace) -> int:
    """Print the table of measures, with what makes it possible to get them again."""
    first, second = passes.shared(*(passes.read(args.corpus, name) for name in args.passes))
    if not first.articles:
        names = " and ".join(args.passes)
        msg = "no article is in both"
        raise UsageError(msg, where=names, remedy="Name passes that share one.")
    lengths = text_lengths(reading.read(args.corpus))
    table = agreement.agreement(first, second, lengths, first.articles, seed=args.seed)
    made = [passes.info(args.corpus, name) for name in args.passes]
    if args.format != "text":
        print(_data(table, args.format))
        return 0
    figures = pl.col("value", "low", "high").map_elements(_short, pl.String)
    print(markdown(table.with_columns(figures)))
    print()
    for item in made:
        print(f"{item.id}: {item.annotator}, {item.made}, guidelines {item.guidelines}")
    print(f"visavis {__version__}, {agreement.DRAWS} draws of articles, seed {args.seed}")
    return 0


def _short(value: float) -> str:
    return "" if math.isnan(value) else f"{value:.3f}"


def _data(table: pl.DataFrame, form: str) -> str:
    """Return the table for a program; a figure that is not defined is null, or an empty cell."""
    defined = table.with_columns(pl.col("value", "low", "high").fill_nan(None))
    return json.dumps(defined.to_dicts(), indent=1) if form == "json" else comma_separated(defined)
