"""``visavis verify``: whether a published version is equal to the local build."""

import argparse
from pathlib import Path

from visavis.corpus.card import CARD, read_card
from visavis.errors import UsageError
from visavis.release.hub import fetch


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("version", metavar="REPO@VERSION", help="as owner/name@1.2.3")
    parser.add_argument("--corpus", type=Path, default=Path(), help="corpus folder (default: here)")
    parser.add_argument(
        "--release", type=Path, help="folder of the local release (default: in dist/ of the corpus)"
    )
    parser.add_argument(
        "--key",
        type=Path,
        help="the release must be signed by the owner of this public key; then no local release "
        "is needed",
    )


def run(args: argparse.Namespace) -> int:
    """Download the version anew, compare every file, and say so."""
    repo, _, version = args.version.rpartition("@")
    if not repo:
        msg = f"{args.version!r} names no version"
        raise UsageError(msg, remedy="Write owner/name@1.2.3.")
    fetch.tag_of(version)
    alone = args.key is not None and not (args.corpus / CARD).is_file()
    local = args.release or (None if alone else _built(args.corpus, version))
    commit = fetch.verify(repo, version, local, args.key)
    equal = f"equal to {local}" if local else "as its manifest says"
    signed = f", signed by {args.key}" if args.key else ""
    print(f"{repo}@{version} is {equal}{signed}, at {commit}")
    return 0


def _built(corpus: Path, version: str) -> Path:
    page = read_card(corpus)
    folder = corpus / "dist" / f"{page.name}-{version}"
    if not folder.is_dir():
        msg = "no such release"
        raise UsageError(msg, where=folder, remedy="Build it, or name its folder with --release.")
    return folder
