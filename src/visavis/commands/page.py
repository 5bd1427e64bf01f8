"""``visavis page``: one HTML file to read, search and question a release."""

import argparse
from pathlib import Path

from visavis import __version__
from visavis.release.page import document
from visavis.release.page.content import content
from visavis.release.page.source import read

MEGABYTE = 1_000_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = (
        "The file opens by double click, without a server or a network. A text whose rights do not "
        "allow\npublishing is not in it; a reader who has the text drops it on the page.\n\n"
        "example:\n  visavis page dist/news-1.0.0 -o index.html"
    )
    parser.add_argument(
        "source",
        nargs="?",
        type=Path,
        default=Path(),
        metavar="RELEASE|CORPUS",
        help="a folder that `visavis build` wrote, or a corpus folder (default: here)",
    )
    parser.add_argument(
        "-o", "--output", type=Path, default=Path("index.html"), help="file (default: index.html)"
    )
    parser.add_argument(
        "--articles", nargs="+", default=[], metavar="ID", help="only these articles"
    )
    parser.add_argument(
        "--previous", type=Path, metavar="RELEASE", help="show what changed since this release"
    )
    parser.add_argument("--url", help="where the release is published, for references")
    parser.add_argument("--dry-run", action="store_true", help="only say what would be written")


def run(args: argparse.Namespace) -> int:
    """Write the page and print its path and size."""
    document.refuse(args.output)
    source = read(args.source, __version__, args.url)
    previous = None if args.previous is None else read(args.previous, __version__)
    page = document.document(content(source, args.articles, previous))
    size = f"{len(page.encode()) / MEGABYTE:.1f} MB"
    if args.dry_run:
        print(f"would {'replace' if args.output.exists() else 'create'} {args.output} ({size})")
        return 0
    document.write(args.output, page)
    print(f"{args.output} ({size})")
    return 0
