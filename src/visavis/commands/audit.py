"""``visavis audit``: let a reader judge drawn records, and compute the error of the corpus."""

import argparse
import json
import sys
from pathlib import Path

import polars as pl

from visavis import files
from visavis.annotation import audit
from visavis.annotation.audit import ANSWERS, CARDS, KEY
from visavis.annotation.planting import Source
from visavis.annotation.sheet_reading import aligned
from visavis.commands.inputs import place, read_edited
from visavis.corpus.articles import is_open
from visavis.corpus.layers import SPAN_LAYERS
from visavis.corpus.model import layer_path
from visavis.corpus.reading import read_articles, read_rows
from visavis.corpus.records import encode
from visavis.dataset.card import markdown
from visavis.errors import UsageError
from visavis.languages import LANGS

DESCRIPTION = """\
make draws cards from the gold and plants errors in some of them: cards.txt is for the reader,
key.jsonl tells which card is of what, and stays hidden from the reader. read takes the filled sheet
in. score compares: the share of planted errors that were seen is the reader's sensitivity, the
share of other cards called wrong is the error of the corpus, each with its exact interval of 95 %.

examples  visavis audit make ../audit --cards 600 --planted 150
          visavis audit read ../audit; visavis audit score ../audit
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the actions and their options."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = DESCRIPTION
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    make = actions.add_parser("make", help="draw cards and plant errors")
    read = actions.add_parser("read", help="take the reader's sheet in")
    score = actions.add_parser("score", help="compute sensitivity and error")
    for action in (make, read, score):
        action.add_argument("folder", type=Path, metavar="FOLDER", help="of the audit")
    for action in (make, read):
        action.add_argument("--dry-run", action="store_true", help="only print what would happen")
    make.add_argument("--corpus", type=Path, default=Path(), help="corpus folder (default: here)")
    make.add_argument("--cards", type=int, default=200, help="how many (default: 200)")
    make.add_argument("--planted", type=int, default=50, help="errors planted (default: 50)")
    make.add_argument("--seed", type=int, default=0, help="of the draw (default: 0)")
    make.add_argument("--articles", nargs="+", metavar="ID", help="(default: all)")
    make.add_argument(
        "--private", action="store_true", help="draw from texts that may not be published too"
    )
    read.add_argument("--sheet", help="the filled sheet (default: cards.txt of the folder)")
    score.add_argument("--format", choices=("text", "json"), default="text", help="how to print")


def run(args: argparse.Namespace) -> int:
    """Make, read or score an audit."""
    return {"make": _make, "read": _read, "score": _score}[args.action](args)


def _make(args: argparse.Namespace) -> int:
    if taken := [name for name in (CARDS, KEY) if (args.folder / name).exists()]:
        msg = f"{taken[0]} is there already"
        raise UsageError(msg, where=args.folder, remedy="Name another folder.")
    sources = list(_sources(args))
    cards = audit.draw(sources, args.cards, args.planted, args.seed)
    if not args.dry_run:
        files.write(args.folder / CARDS, audit.write(cards).encode(), new=True)
        files.write(args.folder / KEY, encode(card.key for card in cards), new=True)
    layers = {key.layer for key, _ in cards}
    would = "would be " if args.dry_run else ""
    print(f"{len(cards)} cards of {len(layers)} layers {would}in {args.folder / CARDS}")
    return 0


def _sources(args: argparse.Namespace) -> list[Source]:
    chosen = set(args.articles or ())
    result = []
    for article in read_articles(args.corpus):
        if chosen and article.id not in chosen:
            continue
        if not args.private and not all(is_open(article, lang) for lang in LANGS):
            continue
        try:
            _, texts, beads = aligned(args.corpus, article.id)
        except UsageError as error:
            print(f"left out: {error}", file=sys.stderr)
            continue
        rows = {
            layer: read_rows(args.corpus / layer_path(article.id, layer), SPAN_LAYERS[layer])
            for layer in audit.AUDITED
            if layer in SPAN_LAYERS
        }
        result.append(Source(article.id, texts, beads, rows))
    return result


def _read(args: argparse.Namespace) -> int:
    sheet = args.sheet or str(args.folder / CARDS)
    answers = audit.read(read_edited(sheet), place(sheet))
    audit.score(read_rows(args.folder / KEY, audit.Key), answers)
    if not args.dry_run:
        files.write(args.folder / ANSWERS, encode(answers))
    print(f"{len(answers)} answers")
    return 0


def _score(args: argparse.Namespace) -> int:
    keys = read_rows(args.folder / KEY, audit.Key)
    answers = read_rows(args.folder / ANSWERS, audit.Answer)
    if not keys or not answers:
        msg = f"no {KEY if not keys else ANSWERS}"
        remedy = "Run `visavis audit make`, let a reader fill the sheet, then `visavis audit read`."
        raise UsageError(msg, where=args.folder, remedy=remedy)
    table = audit.score(keys, answers)
    if args.format == "json":
        print(json.dumps(table.to_dicts(), indent=1))
        return 0
    print(markdown(table.with_columns(pl.col(pl.Float64).round(4).cast(pl.String))))
    texts = {answer.card: answer for answer in answers}
    for key in keys:
        answer = texts[key.card]
        if answer.verdict == "wrong" and key.planted is None:
            print(f"card {key.card}: {key.article} {key.layer} {key.id}: {answer.reason}")
    return 0
