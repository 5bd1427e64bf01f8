"""``visavis regions ARTICLE``: show and correct what each part of a page is."""

import argparse
from pathlib import Path

import msgspec

from visavis import files
from visavis.commands.changes import add_dry_run, apply
from visavis.corpus.editing import find
from visavis.corpus.layers.regions import Region
from visavis.corpus.model import layer_path, text_path
from visavis.corpus.page import guess_regions
from visavis.corpus.reading import read_articles, read_rows
from visavis.corpus.records import encode, fields, values
from visavis.corpus.texts import refuse_changed
from visavis.errors import UsageError
from visavis.languages import LANGS, Lang

TYPES = next(values(field.type) for field in fields(Region) if field.name == "type")

DESCRIPTION = f"""\
Print the regions of an article, a line each. `visavis add` guesses them; an article that has none
gets them with --guess. Correct a type with --set: ID=TYPE in both languages, fr:ID=TYPE in one.
Types: {", ".join(TYPES)}.

example   visavis regions my-article --set r1=headline fr:r4=subheading
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = DESCRIPTION
    parser.add_argument("article", metavar="ARTICLE", help="id of the article")
    parser.add_argument("--set", nargs="+", metavar="ID=TYPE", help="correct types")
    parser.add_argument("--guess", action="store_true", help="guess regions where there are none")
    add_dry_run(parser)


def run(args: argparse.Namespace) -> int:
    """Print the regions, or write the corrected ones."""
    article = find(read_articles(args.corpus), args.article)
    refuse_changed(args.corpus, [article])
    path = layer_path(article.id, "regions")
    regions = read_rows(args.corpus / path, Region)
    texts = {lang: text for lang in LANGS if (text := _text(args.corpus, article.id, lang))}
    if args.guess and not regions:
        regions = guess_regions(texts)
        apply(args, "regions", {path: encode(regions)})
    if not regions:
        msg = f"{article.id} has no regions"
        raise UsageError(msg, remedy="Guess them with --guess.")
    if args.set:
        regions = _corrected(regions, args.set)
        apply(args, "regions", {path: encode(regions)})
    for region in regions:
        words = " ".join(texts.get(region.lang, "")[region.start : region.end].split())
        print(f"{region.lang} {region.id:5}{region.type:15}{words[:60]}")
    return 0


def _text(folder: Path, article: str, lang: Lang) -> str | None:
    path = folder / text_path(article, lang)
    return files.decode(files.read_bytes(path), path) if path.is_file() else None


def _corrected(regions: list[Region], words: list[str]) -> list[Region]:
    """Return the regions with other types.

    Raises:
        UsageError: a word names no region or no type.
    """
    for word in words:
        place, _, kind = word.partition("=")
        lang, _, id_ = place.rpartition(":")
        if kind not in TYPES:
            msg = f"{word!r} is not ID=TYPE"
            raise UsageError(msg, remedy=f"Types: {', '.join(TYPES)}.")
        chosen = [r for r in regions if r.id == id_ and lang in ("", r.lang)]
        if not chosen:
            msg = f"there is no region {place!r}"
            raise UsageError(msg, remedy="The command without --set lists them.")
        regions = [msgspec.structs.replace(r, type=kind) if r in chosen else r for r in regions]
    return regions
