"""``visavis export FORMAT``: articles in the format of another tool."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from visavis import files
from visavis.corpus.layers import LAYERS
from visavis.corpus.model import Corpus
from visavis.corpus.reading import read_part, survey
from visavis.dataset.tables import publishable
from visavis.errors import DataError, UsageError
from visavis.interchange.documents import Document, check_spans, documents
from visavis.interchange.formats import FORMATS, Format
from visavis.interchange.losses import losses

if TYPE_CHECKING:
    import polars as pl

_PART = 10
"""Articles that are read at once."""

_SMALL = 50
"""Articles of a corpus, at most, that is read once and stays in memory."""

DESCRIPTION = """\
An export is a file or a folder that does not exist yet. Texts of third parties, and other texts
that a release leaves out, leave only by --private. What is kept, widened and dropped is counted.

examples  visavis export tmx -o memory.tmx
          visavis export brat my-article -o brat
          visavis export conllu --explain
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = DESCRIPTION
    parser.add_argument("format", metavar="FORMAT", choices=FORMATS, help=", ".join(FORMATS))
    parser.add_argument("articles", nargs="*", metavar="ARTICLE", help="ids (default: all)")
    parser.add_argument("-o", "--output", type=Path, metavar="PATH", help="the file or folder")
    parser.add_argument("--corpus", type=Path, default=Path(), help="corpus folder (default: here)")
    parser.add_argument(
        "--private", action="store_true", help="with the texts that a release leaves out"
    )
    parser.add_argument(
        "--lossless", action="store_true", help="status 1, and no file, if anything would be lost"
    )
    parser.add_argument(
        "--explain", action="store_true", help="only print what the format keeps and loses"
    )
    parser.add_argument("--dry-run", action="store_true", help="only print the counts")


def run(args: argparse.Namespace) -> int:
    """Write the export and print what was kept, widened and dropped."""
    form = FORMATS[args.format]
    if args.explain:
        print(explanation(args.format))
        return 0
    if args.output is None and not args.dry_run:
        msg = "no name for the export"
        raise UsageError(msg, remedy="Give a new file or folder with -o.")
    if args.output is not None:
        files.check_replaceable(args.output, lambda _: None)
        if args.output.exists() and not form.folder:
            msg = "exists already"
            raise UsageError(msg, where=args.output, remedy="Choose another name.")
    listed = _Documents(args.corpus, args.articles, private=args.private)
    outcome = _outcome(form, listed)
    listed.report()
    first = outcome.first
    if args.lossless and listed.left_out:
        first = first or f"{listed.left_out} texts are left out for their rights"
    if args.lossless and first:
        print(_table(outcome.counts), file=sys.stderr)
        msg = f"{form.title} does not hold all of it: {first}"
        remedy = "Choose another format, or export without --lossless. Nothing was written."
        raise DataError(msg, where=args.corpus, remedy=remedy)
    if not outcome.held:
        msg = f"no article that {form.title} can hold"
        remedy = f"`visavis export {args.format} --explain` tells what it needs."
        raise DataError(msg, where=args.corpus, remedy=remedy)
    if not args.dry_run:
        write(form, (each for each in listed if each.id in outcome.held), args.output)
    print(_table(outcome.counts))
    return 0


def explanation(name: str) -> str:
    """Return what a format keeps, widens and drops, in lines."""
    form = FORMATS[name]
    also = "; the rows of articles, the knowledge base and the facts"
    return (
        f"{form.title}\n  keeps   {form.keeps}\n  widens  {form.widens}\n"
        f"  drops   {form.drops}{also}\n"
        f"  import  {'yes' if form.read else 'no'}"
    )


class _Documents:
    """The chosen articles, part by part: a corpus may be larger than memory.

    Attributes:
        left_out: the texts that their rights keep back; after the first iteration.
    """

    def __init__(self, folder: Path, ids: Sequence[str], *, private: bool) -> None:
        self.private = private
        self.left_out = self._absent = 0
        survey_ = survey(folder)
        known = {article.id for _, article in survey_.articles}
        for id_ in ids:
            if id_ not in known:
                msg = f"there is no article {id_!r}"
                raise UsageError(msg, where=folder, remedy="`visavis list` lists them.")
        self._survey = survey_.of(ids) if ids else survey_
        self._small: list[Document] = []

    def __iter__(self) -> Iterator[Document]:
        if self._small:
            yield from self._small
            return
        self.left_out = self._absent = 0
        count = len(self._survey.articles)
        read: list[Document] = []
        for first in range(0, max(1, count), _PART):
            listed = list(documents(self._part(first)))
            read.extend(listed if count <= _SMALL else [])
            yield from listed
        self._small = read

    def _part(self, first: int) -> Corpus:
        corpus = read_part(self._survey.part(slice(first, first + _PART)))
        before = corpus.texts.height
        self._absent += _declared(corpus.articles) - before
        if not self.private:
            corpus = publishable(corpus)
        self.left_out += before - corpus.texts.height
        return corpus

    def report(self) -> None:
        """Print how many texts are not exported, and why."""
        if self.left_out:
            print(
                f"{self.left_out} texts left out: their rights keep them. "
                "--private exports them for you.",
                file=sys.stderr,
            )
        if self._absent:
            print(
                f"{self._absent} texts are not in the folder; see `visavis hydrate`.",
                file=sys.stderr,
            )


def _declared(articles: "pl.DataFrame") -> int:
    return sum(articles[f"sha256_{lang}"].count() for lang in ("fr", "en"))


class _Outcome(NamedTuple):
    """What a format holds: kept, widened and dropped by kind, the first loss, and the articles."""

    counts: Mapping[str, tuple[int, int, int]]
    first: str
    held: set[str]


def _outcome(form: Format, listed: Iterable[Document]) -> _Outcome:
    """Compare each article with what the format holds of it."""
    sums = [Counter[str](), Counter[str](), Counter[str]()]
    first = ""
    articles = set[str]()
    for each in listed:
        check_spans(each)
        held = form.held(each)
        if held is not None:
            articles.add(each.id)
        outcome = losses(each, held)
        for total, part in zip(sums, outcome, strict=True):
            total.update(part)
        lost = [*outcome.widened, *outcome.dropped]
        if lost and not first:
            first = f"{lost[0]} of article {each.id}"
    kinds = [kind for kind in ("texts", *LAYERS) if any(kind in total for total in sums)]
    counts = {kind: (sums[0][kind], sums[1][kind], sums[2][kind]) for kind in kinds}
    return _Outcome(counts, first, articles)


def _table(outcome: Mapping[str, tuple[int, int, int]]) -> str:
    head = f"{'':14}{'kept':>8}{'widened':>9}{'dropped':>9}"
    rows = [
        f"{kind:14}{remaining:8}{widened:9}{dropped:9}"
        for kind, (remaining, widened, dropped) in outcome.items()
    ]
    return "\n".join([head, *rows])


def write(form: Format, held: Iterable[Document], path: Path) -> None:
    """Write documents as a new file or a new folder of a format."""
    if not form.folder:
        files.write(path, (part.data for part in form.write(held)), new=True)
        return
    with files.replace_folder(path, lambda _: None) as folder:
        for part in form.write(held):
            with files.append(folder / part.name) as file:
                file.write(part.data)
