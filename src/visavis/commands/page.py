"""``visavis page``: one HTML file to read, search and question a release."""

import argparse
import contextlib
from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec

from visavis import __version__
from visavis.errors import UsageError
from visavis.release.page import content, document, serving
from visavis.release.page.editions import versions
from visavis.release.page.library import beside, library
from visavis.release.page.source import Source, read

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
        "--previous",
        type=Path,
        action="append",
        default=[],
        metavar="RELEASE",
        help="show what changed since this release; may be given several times",
    )
    parser.add_argument(
        "--pages", metavar="ADDRESS", help="the pages of other versions, as ../{version}/index.html"
    )
    parser.add_argument(
        "--serve",
        nargs="?",
        type=int,
        const=8000,
        metavar="PORT",
        help="then serve its folder to this machine, as large releases need (default: 8000)",
    )
    parser.add_argument("--url", help="where the release is published, for references")
    parser.add_argument("--dry-run", action="store_true", help="only say what would be written")


def run(args: argparse.Namespace) -> int:
    """Write the page and print its path and size."""
    document.refuse(args.output)
    page = document.document(_data(args, read(args.source, __version__, args.url)))
    size = f"{len(page.encode()) / MEGABYTE:.1f} MB"
    if args.dry_run:
        print(f"would {'replace' if args.output.exists() else 'create'} {args.output} ({size})")
        return 0
    document.write(args.output, page)
    print(f"{args.output} ({size})", flush=True)
    if args.serve is not None:
        _serve(args.output, args.serve)
    return 0


def _data(args: argparse.Namespace, source: Source) -> dict[str, Any]:
    """Return the data of the page: whole, or where the release is large, where its files lie."""
    pairs = source.tables["beads"].height if "beads" in source.tables else 0
    if pairs > content.LARGEST and not args.articles and source.about.kind == "release":
        if args.previous:
            msg = f"the page of a release of more than {content.LARGEST} pairs shows no changes"
            raise UsageError(msg, where="--previous", remedy="Use `visavis diff --html`.")
        known = versions(source.about, args.source, (), args.pages)
        data = library(source, args.source, beside(args.source, args.output))
        return data | {"versions": msgspec.to_builtins(known)}
    previous = [read(folder, __version__) for folder in args.previous]
    known = versions(source.about, args.source, [one.about for one in previous], args.pages)
    data = content.content(source, args.articles, previous)
    return data | {"versions": msgspec.to_builtins(known)}


def _serve(page: Path, port: int) -> None:
    with serving.server(page.resolve().parent, port) as server:
        host, taken = server.server_address[:2]
        print(f"http://{host!s}:{taken}/{quote(page.name)} (Ctrl-C ends it)", flush=True)
        with contextlib.suppress(KeyboardInterrupt):
            server.serve_forever()
