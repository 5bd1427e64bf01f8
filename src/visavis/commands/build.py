"""``visavis build``: the release of a corpus."""

import argparse
from pathlib import Path

from visavis.errors import UsageError
from visavis.release.build import build


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--corpus", type=Path, default=Path(), help="corpus folder (default: here)")
    parser.add_argument(
        "--dist", type=Path, help="where releases go (default: dist/ of the corpus)"
    )
    parser.add_argument(
        "--previous", type=Path, help="the release before this one, where dist/ does not hold it"
    )
    parser.add_argument("--private", action="store_true", help="a release that stays private")
    parser.add_argument(
        "--with-third-party",
        action="store_true",
        help="ship third-party texts too; only together with --private",
    )


def run(args: argparse.Namespace) -> int:
    """Build the release and print its folder."""
    if args.private != args.with_third_party:
        msg = "--private and --with-third-party go together. Give both, or neither."
        raise UsageError(msg)
    dist = args.dist or args.corpus / "dist"
    print(build(args.corpus, dist, third_party=args.private, previous=args.previous))
    return 0
