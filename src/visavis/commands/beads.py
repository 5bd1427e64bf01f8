"""``visavis beads ARTICLE``: show the beads of an article, and correct them."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from visavis import files
from visavis.alignment import revision
from visavis.alignment.sheet import read_sheet, write_sheet
from visavis.commands.inputs import place, read_edited
from visavis.corpus import journal
from visavis.corpus.layers.beads import AlignedBead
from visavis.corpus.model import layer_path, text_path
from visavis.corpus.reading import read_articles, read_rows
from visavis.corpus.records import encode
from visavis.errors import DataError, UsageError
from visavis.languages import LANGS, Lang

DESCRIPTION = """\
Without options, print the beads of an article as a sheet: one head line a bead with its id and
confidence, then its sentences. Correct the sheet in any editor and take it back with --read; the
first lines of the sheet say how. Or correct beads one by one:

  --join b3 b5      one bead of b3, b4 and b5
  --split b3 1 2    the first French and the first two English sentences are a bead of their own
  --verify b3 b4    a reader has decided that they are right; without ids, all of them
  --review 0.99     walk the beads that are not verified and less sure: accept, join, split, skip

Beads that are joined, split or changed in a sheet are verified. `visavis undo` takes a change back.

examples  visavis beads my-article > sheet.txt; visavis beads my-article --read sheet.txt
          visavis beads my-article --review 0.99
"""

HELP = "a accept, j join to the next, s FR EN split behind so many sentences, n next, q quit"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = DESCRIPTION
    parser.add_argument("article", metavar="ARTICLE", help="id of the article")
    parser.add_argument("--corpus", type=Path, default=Path(), help="corpus folder (default: here)")
    parser.add_argument("--dry-run", action="store_true", help="only print what would change")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--read", metavar="FILE", help="take a sheet back; - is standard input")
    how.add_argument("--join", nargs=2, metavar=("FIRST", "LAST"), help="make one bead of several")
    how.add_argument("--split", nargs=3, metavar=("ID", "FR", "EN"), help="cut a bead in two")
    how.add_argument("--verify", nargs="*", metavar="ID", help="mark beads as verified")
    how.add_argument("--review", type=float, metavar="P", help="walk beads less sure than P")


def run(args: argparse.Namespace) -> int:
    """Show or correct the beads."""
    texts = _texts(args.corpus, args.article)
    path = layer_path(args.article, "beads")
    beads = read_rows(args.corpus / path, AlignedBead)
    if not beads:
        msg = f"{args.article} has no beads"
        raise UsageError(msg, remedy=f"Align it with `visavis align {args.article}`.")
    changed = _changed(args, beads, texts)
    if changed is None:
        print(write_sheet(args.article, beads, texts), end="")
        return 0
    _report(beads, changed)
    if not args.dry_run:
        journal.change(args.corpus, "beads", {path: encode(changed)})
    return 0


def _changed(
    args: argparse.Namespace, beads: list[AlignedBead], texts: dict[Lang, str]
) -> list[AlignedBead] | None:
    """Return the beads after the correction that was asked for; None where none was."""
    if args.read is not None:
        return read_sheet(read_edited(args.read), beads, texts, place(args.read))
    if args.join:
        return revision.join(beads, *args.join)
    if args.split:
        id_, *counts = args.split
        if not all(count.isdecimal() for count in counts):
            msg = f"--split {' '.join(args.split)}: the counts are no numbers"
            raise UsageError(msg, remedy="Write --split ID FR EN, as in --split b3 1 2.")
        return revision.split(beads, id_, *map(int, counts))
    if args.verify is not None:
        return revision.verify(beads, args.verify or [bead.id for bead in beads])
    if args.review is not None:
        return _reviewed(beads, texts, args.review)
    return None


def _texts(folder: Path, article_id: str) -> dict[Lang, str]:
    """Return both texts of an article, which must be those that its row was written for."""
    by_id = {article.id: article for article in read_articles(folder)}
    if article_id not in by_id:
        msg = f"there is no article {article_id!r}"
        raise UsageError(msg, remedy="`visavis list` names them.")
    texts: dict[Lang, str] = {}
    for lang in LANGS:
        path = folder / text_path(article_id, lang)
        if not path.is_file():
            msg = "the text is not there"
            raise UsageError(msg, where=path, remedy="Add it, or run `visavis hydrate FOLDER`.")
        data = files.read_bytes(path)
        if files.sha256(data) != getattr(by_id[article_id], f"sha256_{lang}"):
            msg = "the text was edited since its beads were made"
            raise DataError(msg, where=path, remedy=f"Run `visavis reanchor {article_id}` first.")
        texts[lang] = files.decode(data, path)
    return texts


def _report(before: Sequence[AlignedBead], after: Sequence[AlignedBead]) -> None:
    """Say on standard error which beads are new, changed, gone or verified."""
    old, new = ({bead.id: bead for bead in beads} for beads in (before, after))
    for id_, bead in new.items():
        kind = f"{len(bead.fr)}-{len(bead.en)}"
        if id_ not in old:
            print(f"{id_}: new, {kind}", file=sys.stderr)
        elif (old[id_].fr, old[id_].en) != (bead.fr, bead.en):
            former = f"{len(old[id_].fr)}-{len(old[id_].en)}"
            print(f"{id_}: {kind}, was {former}", file=sys.stderr)
    for id_ in old.keys() - new.keys():
        print(f"{id_}: joined to the bead before it", file=sys.stderr)
    verified = sum(bead.verified for bead in after)
    print(f"{len(after)} beads, {verified} verified", file=sys.stderr)


def _reviewed(
    beads: list[AlignedBead], texts: dict[Lang, str], threshold: float
) -> list[AlignedBead]:
    """Return the beads after a walk through the doubtful ones, answered line by line."""
    skipped = set[str]()
    print(HELP)
    answers = iter(sys.stdin.readline, "")
    while doubtful := _doubtful(beads, threshold, skipped):
        print("\n" + "\n".join(_lines(doubtful, texts)))
        print("> ", end="", flush=True)
        answer = next(answers, "q").split()
        if answer[:1] == ["q"]:
            break
        try:
            beads = _answered(beads, doubtful, answer, skipped)
        except UsageError as error:
            print(error)
    return beads


def _doubtful(
    beads: Sequence[AlignedBead], threshold: float, skipped: set[str]
) -> AlignedBead | None:
    for bead in beads:
        if not bead.verified and bead.id not in skipped and (bead.confidence or 0) < threshold:
            return bead
    return None


def _answered(
    beads: list[AlignedBead], bead: AlignedBead, answer: list[str], skipped: set[str]
) -> list[AlignedBead]:
    match answer:
        case ["a"]:
            return revision.verify(beads, [bead.id])
        case ["n"]:
            skipped.add(bead.id)
            return beads
        case ["j"]:
            place = revision.position(beads, bead.id)
            if place + 1 == len(beads):
                msg = f"{bead.id} is the last bead"
                raise UsageError(msg, remedy=HELP)
            return revision.join(beads, bead.id, beads[place + 1].id)
        case ["s", fr, en] if fr.isdecimal() and en.isdecimal():
            return revision.split(beads, bead.id, int(fr), int(en))
        case _:
            msg = f"{' '.join(answer)!r} is no answer"
            raise UsageError(msg, remedy=HELP)


def _lines(bead: AlignedBead, texts: dict[Lang, str]) -> Iterator[str]:
    yield f"{bead.id}  {bead.confidence or 0:.3f}"
    for lang in ("fr", "en"):
        for start, end in getattr(bead, lang):
            yield f"  {lang}  {' '.join(texts['fr' if lang == 'fr' else 'en'][start:end].split())}"
