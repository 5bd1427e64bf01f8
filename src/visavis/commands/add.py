"""``visavis add FILE...``: French texts, and their translations, into the corpus."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from visavis.corpus.articles import OPEN_LICENCES, SPLITS, THIRD_PARTY
from visavis.corpus.ingest import add
from visavis.corpus.sources import Source, from_bitext, from_files, from_table
from visavis.errors import UsageError

if TYPE_CHECKING:
    from visavis.languages import Lang

_OPTIONS = {
    "story": "the events it is about; articles of one story go into one split (default: the id)",
    "genre": "dispatch, analysis, chronicle, ...",
    "title": "headline",
    "publisher": "who published it",
    "url": "where",
    "published": "when: YYYY, YYYY-MM or YYYY-MM-DD",
    "collected": "when it was collected",
    "origin": "original, human_translated, machine_translated or unknown (default)",
    "origin-evidence": "what shows the origin",
    "translation": "how the English was made: original, human, language_model, "
    "machine_translation, unknown",
}


DESCRIPTION = """\
FILE is a French text in UTF-8, or a folder of them. A folder with subfolders fr and en, or with
files NAME.fr.txt and NAME.en.txt, holds both languages; else --en names the translations.

  --table FILE   CSV, TSV or JSON Lines, a row an article: the columns fr and en are paths, the
                 others id and fields of raw/articles.jsonl (title, published, rights, ...)
  --bitext FILE  one TSV of two columns, or two files aligned line by line; each line is a bead

Headline, subheadings and body are guessed; `visavis view` shows them. What is known of all texts is
given by options, or in [defaults] of corpus.toml. Word, PDF and HTML files are refused by name.

examples  visavis add ../texts --en ../translations --rights CC-BY-4.0
          visavis add --table articles.csv
          visavis add --bitext pairs.tsv --id my-article --rights CC0-1.0
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = DESCRIPTION
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="text, or folder")
    parser.add_argument("--table", type=Path, metavar="FILE", help="a row an article")
    parser.add_argument("--bitext", type=Path, nargs="+", metavar="FILE", help="aligned lines")
    parser.add_argument(
        "--langs", choices=["fr-en", "en-fr"], default="fr-en", help="order of the bitext"
    )
    parser.add_argument("--corpus", type=Path, default=Path(), help="corpus folder (default: here)")
    parser.add_argument(
        "--rights",
        help=f"SPDX expression; published are {', '.join(OPEN_LICENCES)}; {THIRD_PARTY}: kept out "
        "of git and of public releases; any other, or LicenseRef-NAME: kept in git only",
    )
    parser.add_argument(
        "--rights-en", help="licence of the English where it is another than that of the French"
    )
    parser.add_argument("--dry-run", action="store_true", help="only print what would be added")
    parser.add_argument("--id", help="id of the article (default: made of the file name)")
    parser.add_argument("--en", type=Path, help="English translation, or a folder of them by name")
    parser.add_argument("--sources", nargs="+", help="ids of the facts that the text states")
    parser.add_argument("--split", choices=SPLITS, help="(default: by [splits] of corpus.toml)")
    for name, text in _OPTIONS.items():
        parser.add_argument(f"--{name}", help=text)


def run(args: argparse.Namespace) -> int:
    """Add the texts and print their rows' ids."""
    names = ["rights", "rights_en", "split", "sources"]
    names += [name.replace("-", "_") for name in _OPTIONS]
    by_id = {name: getattr(args, name) for name in names if getattr(args, name) is not None}
    sources = list(_sources(args))
    for note in [note for source in sources for note in source.notes]:
        print(note, file=sys.stderr)
    for article in add(args.corpus, sources, by_id, dry_run=args.dry_run):
        english = "with" if article.sha256_en else "without"
        print(f"{article.id}: {'would be ' if args.dry_run else ''}added, {english} English")
    return 0


def _sources(args: argparse.Namespace) -> Iterator[Source]:
    entries = [bool(args.files), args.table is not None, args.bitext is not None]
    if sum(entries) != 1:
        msg = "nothing to add" if not any(entries) else "texts are given in several ways"
        raise UsageError(msg, remedy="Give either FILE..., or --table, or --bitext.")
    if args.table is not None:
        return from_table(args.table)
    if args.bitext is not None:
        langs: tuple[Lang, Lang] = ("fr", "en") if args.langs == "fr-en" else ("en", "fr")
        return from_bitext(args.bitext, args.id, langs)
    return from_files(args.files, args.en, args.id)
