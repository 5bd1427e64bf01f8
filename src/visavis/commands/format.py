"""``visavis format``: every row file in its canonical form."""

import argparse
import sys
from pathlib import Path

from visavis import files
from visavis.corpus.canonical import canonical
from visavis.corpus.waivers import WAIVERS
from visavis.validation.migration import converted


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--corpus", type=Path, default=Path(), help="corpus folder (default: here)")
    parser.add_argument(
        "--check", action="store_true", help="change nothing; status 1 if any would"
    )


def run(args: argparse.Namespace) -> int:
    """Rewrite, or name, the files that are not canonical."""
    rows = canonical(args.corpus)
    if (waivers := converted(args.corpus)) is not None:
        rows[WAIVERS] = waivers
    changed = [
        (args.corpus / path, data)
        for path, data in rows.items()
        if (args.corpus / path).read_bytes() != data
    ]
    for path, data in changed:
        if args.check:
            print(f"{path}: not canonical. Run `visavis format`.", file=sys.stderr)
        else:
            files.write(path, data)
            print(f"{path}: formatted")
    return int(args.check and bool(changed))
