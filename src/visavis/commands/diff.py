"""``visavis diff``: what differs between two editions of a corpus, and the version that follows."""

import argparse
import sys
from pathlib import Path

from visavis import files
from visavis.commands.editions import foreign_source, opened, parquet_source
from visavis.commands.inputs import read_input
from visavis.errors import UsageError
from visavis.release import changes, diff, foreign, versions
from visavis.release.diff import NOTHING, Edition
from visavis.release.manifest import listed
from visavis.release.page import differences, document

DESCRIPTION = """\
Compare two releases or corpora row by row; say which version follows. Two other data sets of
Parquet files, in folders or on the Hub, are compared too: by --key, by a column that is an id, else
by whole rows; only files that differ are downloaded.

examples   visavis diff owner/name@1.2.0 @1.3.0 --html changes.html
           visavis diff hub:someone/anything@main @refs/pr/3 --key id
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = DESCRIPTION
    parser.add_argument(
        "old",
        metavar="OLD",
        help="a release folder, a corpus folder, or owner/name@1.2.3 on the Hub",
    )
    parser.add_argument(
        "new",
        metavar="NEW",
        nargs="?",
        help="the other one (@1.3.0: of the same repository); may be left out to replay",
    )
    parser.add_argument(
        "--json", action="store_true", help="print the changelog, one JSON object a line"
    )
    parser.add_argument(
        "--html",
        type=Path,
        metavar="FILE",
        help="write a page that shows each cell before and after, and each span in its text",
    )
    parser.add_argument(
        "--key",
        type=lambda text: text.split(","),
        default=[],
        metavar="COLUMN[,COLUMN]",
        help="of other data sets: the columns that tell a row from all others",
    )
    parser.add_argument(
        "--replay",
        nargs=2,
        type=Path,
        metavar=("CHANGELOG", "FOLDER"),
        help="write the release to which a changelog leads from OLD (- reads standard input)",
    )
    parser.add_argument(
        "--dry-run",
        action="store_true",
        help="with --replay or --html: only print what would be written",
    )
    parser.add_argument("--back", action="store_true", help="replay the changelog backwards")


def run(args: argparse.Namespace) -> int:
    """Print the differences, or write the release to which a changelog leads."""
    if (args.new is None) != (args.replay is not None):
        msg = "name two folders, or one and --replay CHANGELOG FOLDER."
        raise UsageError(msg)
    if args.replay:
        return _replay(args)
    if args.html is not None:
        document.refuse(args.html, differences.PAGE)
    repo = args.old.partition("@")[0]
    other = f"{repo}{args.new}" if args.new.startswith("@") else args.new
    result, summary, old, new = _compare(args.old, other, args.key)
    if args.html is not None:
        if not args.dry_run:
            page = differences.page(result, summary, old, new)
            document.write(args.html, page, differences.PAGE)
        print(f"{'would write ' * args.dry_run}{args.html}")
        return 0
    sys.stdout.write(changes.encode(result).decode() if args.json else summary)
    return 0


def _compare(
    old: str, new: str, key: list[str]
) -> tuple[list[changes.Change], str, Edition, Edition]:
    """Return what differs, in words too, and the editions where they are ours."""
    first, second = foreign_source(old), foreign_source(new)
    if first or second:
        sides = first or parquet_source(old), second or parquet_source(new)
        result = foreign.compare(*sides, key)
        return result, foreign.summary(result), NOTHING, NOTHING
    if key:
        msg = "--key: is for data sets that are no release of ours"
        raise UsageError(msg, remedy="Leave it out.")
    editions = opened(old), opened(new)
    result = diff.diff(*editions)
    return result, versions.summary(result), *editions


def _replay(args: argparse.Namespace) -> int:
    """Write the release to which a changelog leads."""
    from visavis.release.restoring import restore  # noqa: PLC0415 - `datasets` takes a second

    source, target = args.replay
    files.check_replaceable(target, listed, [Path(args.old)])
    steps = changes.decode(read_input(source), source)
    new = diff.replay(opened(args.old), diff.inverse(steps) if args.back else steps)
    if args.dry_run:
        print(f"would {'replace' if target.exists() else 'create'} {target}")
        return 0
    print(restore(new, target, protected=[Path(args.old)]))
    return 0
