"""``visavis adjudicate A B``: the differences of two passes, to be decided one by one."""

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from visavis.annotation import passes
from visavis.annotation.adjudication import (
    RULINGS,
    Ruling,
    differences,
    key,
    merged,
    recorded,
)
from visavis.corpus import journal
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
    parser.add_argument(
        "--replace", action="store_true", help="write over rows of the pass --into that differ"
    )
    parser.add_argument("--dry-run", action="store_true", help="only print what would change")


def run(args: argparse.Namespace) -> int:
    """Bring the list of rulings up to date, and tell; status 1 while any is still to be made."""
    names = args.passes[0], args.passes[1]
    first, second = (passes.read(args.corpus, name) for name in names)
    path = args.corpus / RULINGS
    before = read_rows(path, Ruling)
    every = recorded(names, differences(names, first, second), before)
    rulings = [ruling for ruling in every if ruling.passes == names]
    contents: dict[Path, bytes | None] = {RULINGS: encode(every)}
    if args.into is not None:
        contents |= _merged(args, rulings)
    steps = journal.plan(args.corpus, contents)
    if not args.dry_run:
        journal.change(args.corpus, "adjudicate", contents)
    for step in steps:
        print(f"{'would ' if args.dry_run else ''}{step}", file=sys.stderr)
    gone = {key(ruling) for ruling in before if ruling.kept} - {key(ruling) for ruling in every}
    if gone:
        message = f"{len(gone)} rulings are of no difference any more and are taken out."
        print(f"{message} `visavis undo` puts them back.", file=sys.stderr)
    waiting = [ruling for ruling in rulings if ruling.kept is None]
    for ruling in waiting:
        place = f"{ruling.article} {ruling.layer} {ruling.lang} [{ruling.start}:{ruling.end}]"
        print(f"{place} {ruling.only or ', '.join(ruling.differs)}")
    done = len(rulings) - len(waiting)
    print(f"{len(rulings)} differences, {done} ruled. Rule in {path}.", file=sys.stderr)
    return int(bool(waiting))


def _merged(args: argparse.Namespace, rulings: Sequence[Ruling]) -> dict[Path, bytes | None]:
    """Return the files of the gold candidates; refuse the folder of a pass that somebody made."""
    folder = passes.pass_folder(args.corpus, args.into)
    if (folder / passes.INFO).is_file() and passes.info(args.corpus, args.into).annotator != (
        "program"
    ):
        msg = "a pass that a reader made"
        raise UsageError(msg, where=folder, remedy="Give another name to --into.")
    info = passes.Pass(
        id=args.into,
        annotator="program",
        made=datetime.now(UTC).date().isoformat(),
        guidelines=f"merged from {' and '.join(args.passes)} by visavis adjudicate",
    )
    first, second = (passes.rows(args.corpus, name) for name in args.passes)
    contents = passes.contents(info, merged(first, second, rulings))
    if not args.replace:
        passes.refuse_edited(args.corpus, contents)
    return contents
