"""``visavis worksheet``: annotate an article as plain text, in any editor."""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from visavis.annotation import candidates, completeness, passes, sheet_writing
from visavis.annotation.agreement import LINKED
from visavis.annotation.sheet_reading import aligned, read_sheet
from visavis.annotation.worksheets import SHEET_LAYERS
from visavis.commands.inputs import place, read_edited
from visavis.corpus import journal, model, reading, schema
from visavis.corpus.layers import SPAN_LAYERS
from visavis.corpus.layers.arrangement import arrangement
from visavis.corpus.layers.beads import AlignedBead
from visavis.corpus.records import Span, encode
from visavis.errors import DataError, UsageError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "what",
        metavar="ARTICLE|FILE",
        help="the article to print, or with --read the sheet (- is standard input)",
    )
    parser.add_argument("--corpus", type=Path, default=Path(), help="corpus folder (default: here)")
    parser.add_argument(
        "--read", action="store_true", help="replace the article's annotations with the sheet's"
    )
    parser.add_argument(
        "--legend", action="store_true", help="begin the sheet with the fields of each layer"
    )
    parser.add_argument(
        "--partial",
        action="store_true",
        help="with --read: the sheet has some beads only; leave the others as they are",
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="with --read: only print what would change"
    )
    parser.add_argument(
        "--pass",
        dest="name",
        help="the pass under annotations/passes to print or to write (default: the gold)",
    )
    parser.add_argument(
        "--annotator",
        choices=("human", "language_model"),
        help="with --read: who made the pass, where it is new",
    )


def run(args: argparse.Namespace) -> int:
    """Print a sheet, or write what one says."""
    if args.read:
        return _read(args)
    article, texts, beads = aligned(args.corpus, args.what)
    rows = _rows(args.corpus, article.id, args.name)
    waiting = _undecided(args.corpus, article.id, beads, rows)
    sheet = sheet_writing.write(article.id, texts, beads, rows, waiting)
    print(sheet_writing.with_legend(sheet) if args.legend else sheet, end="")
    return 0


def _rows(root: Path, article: str, name: str | None) -> dict[str, list[Span]]:
    """The records of the gold, or of a pass."""
    if name is not None:
        passes.info(root, name)
    base = root / "annotations" if name is None else passes.pass_folder(root, name)
    return {
        layer: reading.read_rows(base / layer / f"{article}.jsonl", SPAN_LAYERS[layer])
        for layer in SHEET_LAYERS
    }


def _undecided(
    root: Path, article: str, beads: Sequence[AlignedBead], rows: Mapping[str, Sequence[Span]]
) -> dict[str, list[str]]:
    """The candidates of each bead that the records leave undecided."""
    part = reading.read_part(reading.survey(root).of([article]))
    layers = {
        layer: schema.frame([(article, 0, row) for row in result], SPAN_LAYERS[layer])
        for layer, result in rows.items()
    }
    waiting = candidates.undecided(replace(part, layers={**part.layers, **layers}))
    remarks: dict[str, list[str]] = defaultdict(list)
    for row in waiting.to_dicts():
        for bead in beads:
            sides = bead.fr if row["lang"] == "fr" else bead.en
            if any(start <= row["start"] < end for start, end in sides):
                remarks[bead.id].append(f"{row['candidate']} {row['lang']} {row['token']}")
    return remarks


def _read(args: argparse.Namespace) -> int:
    sheet, (article, texts, beads), sheet_rows = read_sheet(
        args.corpus, read_edited(args.what), place(args.what)
    )
    rows = dict(sheet_rows)
    before = _rows(args.corpus, article.id, args.name if _exists(args) else None)
    if args.name is not None and not _exists(args):
        before = {layer: [] for layer in SHEET_LAYERS}
    if args.partial:
        others = completeness.untouched(sheet, texts, beads, before)
        rows = {layer: _merged(result, others[layer], layer) for layer, result in rows.items()}
    else:
        completeness.check_complete(sheet, args.what, texts, beads, before)
    if args.name is None:
        contents = _gold(article.id, rows)
    else:
        pass_ = _pass(args)
        base = passes.pass_folder(args.corpus, pass_.id)
        placed = {
            (layer, article.id): result
            for layer, result in rows.items()
            if result or layer in LINKED or (base / layer / f"{article.id}.jsonl").is_file()
        }
        contents = passes.contents(pass_, placed)
    steps = journal.plan(args.corpus, contents)
    for line in _summary(before, rows):
        print(f"{article.id}: {line}", file=sys.stderr)
    for step in steps:
        print(f"{'would ' if args.dry_run else ''}{step}", file=sys.stderr)
    if not args.dry_run:
        journal.change(args.corpus, "worksheet --read", contents)
        if steps:
            print("`visavis undo` takes it back, until the next change.", file=sys.stderr)
    return 0


def _exists(args: argparse.Namespace) -> bool:
    """Return whether the records that the sheet is to replace are the gold or of a pass we have."""
    if args.name is None:
        return True
    return (passes.pass_folder(args.corpus, args.name) / passes.INFO).is_file()


def _merged(sheet: Sequence[Span], others: Sequence[Span], layer: str) -> list[Span]:
    """Return the records of a part of a sheet with those of the other beads.

    Raises:
        DataError: a record of the sheet has the id of one in another bead.
    """
    ids = {(row.id, row.lang) for row in others}
    if twice := sorted(row.id for row in sheet if (row.id, row.lang) in ids):
        msg = f"{layer} {twice[0]}: is in a bead that the sheet lacks too"
        raise DataError(msg, remedy="Give it another id.")
    rows = [*sheet, *others]
    return [rows[i] for i in arrangement(rows)]


def _summary(
    before: Mapping[str, Sequence[Span]], after: Mapping[str, Sequence[Span]]
) -> Iterator[str]:
    """Yield what changes in each layer that has records before or after."""
    for layer in SHEET_LAYERS:
        old = {(row.id, row.lang): _bare(row) for row in before[layer]}
        new = {(row.id, row.lang): _bare(row) for row in after[layer]}
        if not old and not new:
            continue
        shared = old.keys() & new.keys()
        changed = sum(old[key] != new[key] for key in shared)
        yield (
            f"{layer}: {len(new)} records ({len(new.keys() - old.keys())} new, {changed} changed, "
            f"{len(old.keys() - new.keys())} deleted)"
        )


def _bare(row: Span) -> Span:
    return msgspec.structs.replace(row, text=None)


def _gold(article: str, rows: Mapping[str, Sequence[Span]]) -> dict[Path, bytes | None]:
    """Return the files of the gold; a layer without records has none."""
    return {
        model.layer_path(article, layer): encode(result) if result else None
        for layer, result in rows.items()
    }


def _pass(args: argparse.Namespace) -> passes.Pass:
    """The row of the pass to write; of a new one, as the options tell."""
    if (passes.pass_folder(args.corpus, args.name) / passes.INFO).is_file():
        return passes.info(args.corpus, args.name)
    if args.annotator is None:
        msg = "a new pass"
        raise UsageError(msg, where=args.name, remedy="Say with --annotator who made it.")
    return passes.Pass(
        id=args.name,
        annotator=args.annotator,
        made=datetime.now(UTC).date().isoformat(),
        guidelines="annotations/guidelines as of that day",
    )
