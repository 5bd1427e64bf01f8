"""``visavis diff``: what differs between two editions of a corpus, and the version that follows."""

import argparse
import sys
from pathlib import Path

from visavis import files
from visavis.commands.inputs import read_input
from visavis.errors import UsageError
from visavis.release import changes, diff, versions
from visavis.release.build import edition
from visavis.release.editions import write
from visavis.release.manifest import listed


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("old", type=Path, metavar="OLD", help="a release folder or a corpus folder")
    parser.add_argument(
        "new", type=Path, metavar="NEW", nargs="?", help="the other one; may be left out to replay"
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
    old = edition(args.old)
    if args.replay:
        source, target = args.replay
        files.check_replaceable(target, listed, [args.old])
        steps = changes.decode(read_input(source), source)
        new = diff.replay(old, diff.inverse(steps) if args.back else steps)
        if args.dry_run:
            print(f"would {'replace' if target.exists() else 'create'} {target}")
            return 0
        print(write(new, target, protected=[args.old]))
        return 0
    result = diff.diff(old, edition(args.new))
    sys.stdout.write(changes.encode(result).decode() if args.json else versions.summary(result))
    return 0
