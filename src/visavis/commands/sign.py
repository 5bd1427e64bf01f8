"""``visavis sign``: sign a published version, or a release folder."""

import argparse
from pathlib import Path

from visavis.errors import UsageError
from visavis.release import signing
from visavis.release.hub import fetch, history
from visavis.release.manifest import SIGNATURE

DESCRIPTION = """\
Sign a release with an Ed25519 key of ssh-keygen. A version on the Hub may be signed at any time and
by several people: the signatures stand beside the newest release, the version does not change. Who
loads it with key= is told when it is not signed by that key as this version of this repository.

example   visavis sign owner/name@1.2.0 --key ~/.ssh/id_ed25519
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = DESCRIPTION
    parser.add_argument("release", metavar="RELEASE", help="owner/name@1.2.3, or a release folder")
    parser.add_argument(
        "--key", type=Path, required=True, metavar="FILE", help="the private key (visavis[sign])"
    )
    parser.add_argument(
        "--for",
        dest="scope",
        metavar="REPO@VERSION",
        help="where the folder will be published (default: its own name and version)",
    )
    parser.add_argument("--dry-run", action="store_true", help="only print what would be signed")


def run(args: argparse.Namespace) -> int:
    """Sign, and print the commit or the file."""
    folder = Path(args.release)
    if args.scope and not folder.is_dir():
        msg = "--for is for a folder; a version on the Hub is signed as what it is"
        raise UsageError(msg, remedy="Leave it out.")
    if args.dry_run:
        print(f"would sign {args.release}" + f" as {args.scope}" * bool(args.scope))
        return 0
    if folder.is_dir():
        signing.sign(folder, args.key, args.scope)
        print(folder / SIGNATURE)
        return 0
    print(fetch.sign(*history.named(args.release), args.key))
    return 0
