"""``visavis add FILE...``: French texts, and their translations, into the corpus."""

import argparse
import sys
import unicodedata
from pathlib import Path

from visavis.corpus.articles import OPEN_LICENCES, SPLITS, THIRD_PARTY
from visavis.corpus.ingest import Source, add, slug
from visavis.errors import UsageError

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
    "translation": "how the English was made: human, language_model, machine_translation, unknown",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="French text in UTF-8")
    parser.add_argument("--corpus", type=Path, default=Path(), help="corpus folder (default: here)")
    parser.add_argument(
        "--rights",
        required=True,
        help=f"licence of both texts: {', '.join(OPEN_LICENCES)}; {THIRD_PARTY}: kept out of git "
        "and of public releases; LicenseRef-NAME: kept in git only",
    )
    parser.add_argument(
        "--rights-en", help="licence of the English where it is another than that of the French"
    )
    parser.add_argument("--dry-run", action="store_true", help="only print what would be added")
    parser.add_argument("--id", help="id of the article (default: made of the file name)")
    parser.add_argument("--en", type=Path, help="English translation, or a folder of them by name")
    parser.add_argument("--sources", nargs="+", help="ids of the facts that the text states")
    parser.add_argument("--split", default="train", choices=SPLITS)
    for name, text in _OPTIONS.items():
        parser.add_argument(f"--{name}", help=text)


def run(args: argparse.Namespace) -> int:
    """Add the texts and print their rows' ids."""
    if args.id and len(args.files) > 1:
        msg = "--id names one article, and several files are given. Add them one by one."
        raise UsageError(msg)
    sources = [
        Source(args.id or slug(file.stem), file, _english(args.en, file)) for file in args.files
    ]
    names = ["rights", "split", "sources", *(name.replace("-", "_") for name in _OPTIONS)]
    if args.rights_en is not None:
        names.append("rights_en")
    known = {name: getattr(args, name) for name in names if getattr(args, name) is not None}
    for article in add(args.corpus, sources, known, dry_run=args.dry_run):
        english = "with" if article.sha256_en else "without"
        print(f"{article.id}: {'would be ' if args.dry_run else ''}added, {english} English")
    return 0


def _english(given: Path | None, french: Path) -> Path | None:
    """Return the English of a text: the file given, or the one of the same name in the folder.

    Names are compared in normal form: systems spell accents in one character or in two.
    """
    if given is None or not given.is_dir():
        return given
    name = unicodedata.normalize("NFC", french.name)
    alike = [p for p in sorted(given.iterdir()) if unicodedata.normalize("NFC", p.name) == name]
    paths = [path for path in alike if path.is_file()]
    if len(paths) > 1:
        msg = f"{paths[0]}: two files have this name, spelt in different code points. Keep one."
        raise UsageError(msg)
    if not paths:
        print(f"{french}: no file of this name in {given}", file=sys.stderr)
    return paths[0] if paths else None
