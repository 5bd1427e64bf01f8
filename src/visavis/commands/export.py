"""``visavis export FORMAT``: articles in the format of another tool."""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from visavis import files
from visavis.corpus.layers import LAYERS
from visavis.corpus.reading import read
from visavis.dataset.tables import publishable
from visavis.errors import DataError, UsageError
from visavis.interchange.documents import Document, check_spans, documents
from visavis.interchange.formats import FORMATS, Format
from visavis.interchange.losses import losses

if TYPE_CHECKING:
    import polars as pl

DESCRIPTION = """\
An export is a file or a folder that does not exist yet. Texts of third parties, and other texts
that a release leaves out, leave only by --private. What is kept, widened and dropped is counted.

examples  visavis export tmx -o memory.tmx
          visavis export brat my-article -o brat
          visavis export conllu --explain
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = DESCRIPTION
    parser.add_argument("format", metavar="FORMAT", choices=FORMATS, help=", ".join(FORMATS))
    parser.add_argument("articles", nargs="*", metavar="ARTICLE", help="ids (default: all)")
    parser.add_argument("-o", "--output", type=Path, metavar="PATH", help="the file or folder")
    parser.add_argument("--corpus", type=Path, default=Path(), help="corpus folder (default: here)")
    parser.add_argument(
        "--private", action="store_true", help="with the texts that a release leaves out"
    )
    parser.add_argument(
        "--lossless", action="store_true", help="status 1, and no file, if anything would be lost"
    )
    parser.add_argument(
        "--explain", action="store_true", help="only print what the format keeps and loses"
    )
    parser.add_argument("--dry-run", action="store_true", help="only print the counts")


def run(args: argparse.Namespace) -> int:
    """Write the export and print what was kept, widened and dropped."""
    form = FORMATS[args.format]
    if args.explain:
        print(explanation(args.format))
        return 0
    if args.output is None and not args.dry_run:
        msg = "no name for the export"
        raise UsageError(msg, remedy="Give a new file or folder with -o.")
    if args.output is not None:
        files.check_replaceable(args.output, lambda _: None)
        if args.output.exists() and not form.folder:
            msg = f"{args.output}: exists already. Choose another name."
            raise UsageError(msg)
    listed, left_out = _documents(args)
    for each in listed:
        check_spans(each)
    outcome, first = _counts(form, listed)
    if args.lossless and left_out:
        first = first or f"{left_out} texts are left out for their rights"
    if args.lossless and first:
        print(_table(outcome), file=sys.stderr)
        msg = f"{form.title} does not hold all of it: {first}"
        remedy = "Choose another format, or export without --lossless. Nothing was written."
        raise DataError(msg, where=args.corpus, remedy=remedy)
    held = [each for each in listed if form.held(each) is not None]
    if not held:
        msg = f"no article that {form.title} can hold"
        remedy = f"`visavis export {args.format} --explain` tells what it needs."
        raise DataError(msg, where=args.corpus, remedy=remedy)
    if not args.dry_run:
        _write(form, held, args.output)
    print(_table(outcome))
    return 0


def explanation(name: str) -> str:
    """Return what a format keeps, widens and drops, in lines."""
    form = FORMATS[name]
    also = "; the rows of articles, the knowledge base and the facts"
    return (
        f"{form.title}\n  keeps   {form.keeps}\n  widens  {form.widens}\n"
        f"  drops   {form.drops}{also}\n"
        f"  import  {'yes' if form.read else 'no'}"
    )


def _documents(args: argparse.Namespace) -> tuple[list[Document], int]:
    corpus = read(args.corpus)
    ids = corpus.articles["id"].to_list()
    for article in args.articles:
        if article not in ids:
            msg = f"there is no article {article!r}"
            raise UsageError(msg, where=args.corpus, remedy="`visavis list` lists them.")
    if args.articles:
        corpus = corpus.part(args.articles)
    before = corpus.texts.height
    if not args.private:
        corpus = publishable(corpus)
    if left_out := before - corpus.texts.height:
        print(
            f"{left_out} texts left out: their rights keep them. --private exports them for you.",
            file=sys.stderr,
        )
    if absent := _declared(corpus.articles) - before:
        print(f"{absent} texts are not in the folder; see `visavis hydrate`.", file=sys.stderr)
    return list(documents(corpus)), left_out


def _declared(articles: "pl.DataFrame") -> int:
    return sum(articles[f"sha256_{lang}"].count() for lang in ("fr", "en"))


def _counts(
    form: Format, listed: Sequence[Document]
) -> tuple[dict[str, tuple[int, int, int]], str]:
    """Return kept, widened and dropped by kind of record, and the first loss in words."""
    sums = [Counter[str](), Counter[str](), Counter[str]()]
    first = ""
    for each in listed:
        outcome = losses(each, form.held(each))
        for total, part in zip(sums, outcome, strict=True):
            total.update(part)
        lost = [*outcome.widened, *outcome.dropped]
        if lost and not first:
            first = f"{lost[0]} of article {each.id}"
    kinds = [kind for kind in ("texts", *LAYERS) if any(kind in total for total in sums)]
    return {kind: (sums[0][kind], sums[1][kind], sums[2][kind]) for kind in kinds}, first


def _table(outcome: dict[str, tuple[int, int, int]]) -> str:
    head = f"{'':14}{'kept':>8}{'widened':>9}{'dropped':>9}"
    rows = [
        f"{kind:14}{remaining:8}{widened:9}{dropped:9}"
        for kind, (remaining, widened, dropped) in outcome.items()
    ]
    return "\n".join([head, *rows])


def _write(form: Format, held: Sequence[Document], path: Path) -> None:
    if not form.folder:
        files.write(path, (part.data for part in form.write(held)), new=True)
        return
    with files.replace_folder(path, lambda _: None) as folder:
        for part in form.write(held):
            with files.append(folder / part.name) as file:
                file.write(part.data)
