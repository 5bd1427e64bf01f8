"""``visavis import FORMAT``: articles from the files of another tool."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from visavis.corpus.articles import SPLITS, THIRD_PARTY
from visavis.corpus.ingest import add
from visavis.corpus.sources import Source
from visavis.errors import UsageError
from visavis.interchange.documents import Document, source
from visavis.interchange.formats import FORMATS

READABLE = [name for name, form in FORMATS.items() if form.read]
"""The formats that can carry a corpus."""

DESCRIPTION = """\
PATH is a file or a folder of the format, of any tool; two files are the French and the English
text of one article. The articles are new: an id or a text that is in the corpus is refused.

examples  visavis import tmx memory.tmx --rights CC-BY-4.0
          visavis import brat folder --rights third-party
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = DESCRIPTION
    parser.add_argument("format", metavar="FORMAT", choices=READABLE, help=", ".join(READABLE))
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="file or folder")
    parser.add_argument("--corpus", type=Path, default=Path(), help="corpus folder (default: here)")
    parser.add_argument("--rights", help=f"SPDX expression, LicenseRef-NAME or {THIRD_PARTY}")
    parser.add_argument("--rights-en", help="licence of the English where it is another")
    parser.add_argument("--split", choices=SPLITS, help="(default: by [splits] of corpus.toml)")
    parser.add_argument("--dry-run", action="store_true", help="only print what would be added")


def run(args: argparse.Namespace) -> int:
    """Add the articles and print their ids and what they hold."""
    form = FORMATS[args.format]
    if form.read is None:
        msg = f"{form.title} cannot carry a corpus"
        raise UsageError(msg, remedy=f"Choose among {', '.join(READABLE)}.")
    for path in args.paths:
        if not path.exists():
            msg = "no such file or directory"
            raise UsageError(msg, where=path, remedy="Check the path.")
    read = form.read
    names = ("rights", "rights_en", "split")
    fields = {name: getattr(args, name) for name in names if getattr(args, name) is not None}
    lines: list[str] = []
    notes: list[str] = []

    def sources() -> Iterator[Source]:
        """Yield the articles one by one: a large file need not fit into memory."""
        for each in read(args.paths):
            lines.append(_line(each, dry_run=args.dry_run))
            notes.extend(f"{each.id}: {note}" for note in each.notes)
            yield source(each)

    add(args.corpus, sources(), fields, dry_run=args.dry_run)
    for note in notes:
        print(note, file=sys.stderr)
    for line in lines:
        print(line)
    return 0


def _line(doc: Document, *, dry_run: bool) -> str:
    counts = [f"{len(doc.beads)} beads"] * bool(doc.beads)
    counts += [f"{len(spans)} {layer}" for layer, spans in doc.spans.items()]
    prefix = "would be " if dry_run else ""
    return f"{doc.id}: {prefix}added, {', '.join(counts) or 'without annotations'}"
