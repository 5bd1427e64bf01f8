"""``visavis build``: the release of a corpus."""

import argparse
from pathlib import Path

from visavis import files
from visavis.commands.editions import named_release
from visavis.errors import UsageError
from visavis.release.build import build, place
from visavis.release.manifest import listed


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--corpus", type=Path, default=Path(), help="corpus folder (default: here)")
    parser.add_argument(
        "--dist", type=Path, help="where releases go (default: dist/ of the corpus)"
    )
    parser.add_argument(
        "--previous",
        metavar="RELEASE",
        help="the release before this one, where dist/ does not hold it: a folder, or "
        "owner/name@1.2.3 on the Hub",
    )
    parser.add_argument("--private", action="store_true", help="a release that stays private")
    parser.add_argument(
        "--with-third-party",
        action="store_true",
        help="ship third-party texts too; only together with --private",
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="only print which folder would be written"
    )


def run(args: argparse.Namespace) -> int:
    """Build the release and print its folder."""
    if args.private != args.with_third_party:
        msg = "--private and --with-third-party go together"
        raise UsageError(msg, remedy="Give both, or neither.")
    dist = args.dist or args.corpus / "dist"
    if args.dry_run:
        target = place(args.corpus, dist, third_party=args.private)
        files.check_replaceable(target, listed, [args.corpus])
        print(f"would {'replace' if target.exists() else 'create'} {target}")
        return 0
    previous = args.previous and named_release(args.previous)
    print(build(args.corpus, dist, third_party=args.private, previous=previous))
    return 0
