"""``visavis diff``: what differs between two editions of a corpus, and the version that follows."""

import argparse
import sys
from pathlib import Path

from visavis import files
from visavis.commands.editions import opened
from visavis.commands.inputs import read_input
from visavis.errors import UsageError
from visavis.release import changes, diff, versions
from visavis.release.manifest import listed


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
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
        "--replay",
        nargs=2,
        type=Path,
        metavar=("CHANGELOG", "FOLDER"),
        help="write the release to which a changelog leads from OLD (- reads standard input)",
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="with --replay: only print what would be written"
    )
    parser.add_argument("--back", action="store_true", help="replay the changelog backwards")


def run(args: argparse.Namespace) -> int:
    """Print the differences, or write the release to which a changelog leads."""
    if (args.new is None) != (args.replay is not None):
        msg = "name two folders, or one and --replay CHANGELOG FOLDER."
        raise UsageError(msg)
    old = opened(args.old)
    if args.replay:
        source, target = args.replay
        files.check_replaceable(target, listed, [Path(args.old)])
        steps = changes.decode(read_input(source), source)
        new = diff.replay(old, diff.inverse(steps) if args.back else steps)
        if args.dry_run:
            print(f"would {'replace' if target.exists() else 'create'} {target}")
            return 0
        from visavis.release.restoring import restore  # noqa: PLC0415 - `datasets` takes a second

        print(restore(new, target, protected=[Path(args.old)]))
        return 0
    repo = args.old.partition("@")[0]
    other = f"{repo}{args.new}" if args.new.startswith("@") else args.new
    result = diff.diff(old, opened(other))
    sys.stdout.write(changes.encode(result).decode() if args.json else versions.summary(result))
    return 0
