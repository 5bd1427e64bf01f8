"""``visavis init DIR``: a new, empty corpus."""

import argparse
from pathlib import Path

from visavis.corpus import ingest


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("folder", type=Path, metavar="DIR", help="the folder to make a corpus in")
    parser.add_argument("--name", help="name of the corpus; the folder's name by default")


def run(args: argparse.Namespace) -> int:
    """Make the corpus and say what to do next."""
    written = ingest.start(args.folder, args.name or args.folder.resolve().name)
    print("\n".join(f"{args.folder / path}" for path in written))
    print(f"Next: cd {args.folder} && visavis add FILE... --rights CC-BY-4.0 && visavis build")
    return 0
