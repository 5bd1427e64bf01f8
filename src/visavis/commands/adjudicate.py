"""``visavis adjudicate A B``: the differences of two passes, to be decided one by one."""

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from visavis import files
from visavis.annotation import passes
from visavis.annotation.adjudication import RULINGS, Ruling, differences, merged, recorded
from visavis.corpus.reading import read_rows
from visavis.corpus.records import encode
from visavis.errors import UsageError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("passes", nargs=2, metavar="PASS", help="folders under annotations/passes")
    parser.add_argument("--corpus", type=Path, default=Path(), help="corpus folder (default: here)")

    parser.add_argument(
        "--into",
        metavar="PASS",
        help="also write what agrees and what is ruled, as a pass of gold candidates",
    )


def run(args: argparse.Namespace) -> int:
    """Bring the list of rulings up to date; status 1 while any is still to be made."""
    names = args.passes[0], args.passes[1]
    first, second = (passes.read(args.corpus, name) for name in names)
    path = args.corpus / RULINGS
    every = recorded(names, differences(names, first, second), read_rows(path, Ruling))
    files.write(path, encode(every))
    rulings = [ruling for ruling in every if ruling.passes == names]
    if args.into:
        _merge(args, rulings)
    waiting = [ruling for ruling in rulings if ruling.kept is None]
    for ruling in waiting:
        place = f"{ruling.article} {ruling.layer} {ruling.lang} [{ruling.start}:{ruling.end}]"
        print(f"{place} {ruling.only or ', '.join(ruling.differs)}")
    done = len(rulings) - len(waiting)
    print(f"{len(rulings)} differences, {done} ruled. Rule in {path}.", file=sys.stderr)
    return int(bool(waiting))


def _merge(args: argparse.Namespace, rulings: Sequence[Ruling]) -> None:
    """Write the gold candidates; refuse the folder of a pass that somebody made."""
    folder = args.corpus / passes.PASSES / args.into
    if (folder / passes.INFO).is_file() and passes.info(args.corpus, args.into).annotator != (
        "program"
    ):
        msg = f"{folder}: a pass that a reader made. Give another name to --into."
        raise UsageError(msg)
    info = passes.Pass(
        id=args.into,
        annotator="program",
        made=datetime.now(UTC).date().isoformat(),
        guidelines=f"merged from {' and '.join(args.passes)} by visavis adjudicate",
    )
    first, second = (passes.rows(args.corpus, name) for name in args.passes)
    passes.write(args.corpus, info, merged(first, second, rulings))
