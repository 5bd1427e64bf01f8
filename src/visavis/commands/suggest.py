"""``visavis suggest``: pre-annotation of articles, as a pass of its own."""

import argparse
from datetime import UTC, datetime
from pathlib import Path

from visavis.annotation import passes
from visavis.annotation.suggest import SUGGESTED, suggestions
from visavis.corpus import journal, model, reading
from visavis.corpus.layers.arrangement import arrangement
from visavis.corpus.texts import refuse_changed
from visavis.errors import UsageError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "articles", nargs="*", metavar="ARTICLE", help="ids; by default all without mentions"
    )
    parser.add_argument("--corpus", type=Path, default=Path(), help="corpus folder (default: here)")
    parser.add_argument(
        "--pass",
        dest="name",
        default="suggested",
        help="the pass under annotations/passes to write (default: %(default)s)",
    )
    parser.add_argument(
        "--replace", action="store_true", help="write over rows of the pass that differ"
    )
    parser.add_argument("--dry-run", action="store_true", help="only print what would change")


def run(args: argparse.Namespace) -> int:
    """Write the suggestions of each article; nothing under annotations/ but the pass changes."""
    whole = reading.read(args.corpus)
    ready = _ready(whole)
    annotated = set(whole.layers["mentions"]["article"])
    for article in args.articles:
        if article not in ready:
            msg = f"{article}: no article with both texts, regions and beads. Run `visavis align`."
            raise UsageError(msg)
    chosen = args.articles or sorted(ready - annotated)
    refuse_changed(args.corpus, [a for a in reading.read_articles(args.corpus) if a.id in chosen])
    info = _info(args.corpus, args.name)
    contents: dict[Path, bytes | None] = {}
    said = []
    for article in chosen:
        found = suggestions(whole, article)
        rows = {
            (layer, article): [found[layer][i] for i in arrangement(found[layer])]
            for layer in SUGGESTED
        }
        contents |= passes.contents(info, rows)
        counts = ", ".join(f"{len(found[layer])} {layer}" for layer in SUGGESTED)
        said.append(f"{article}: {counts}, to be decided by reading")
    if not args.replace:
        passes.refuse_edited(args.corpus, contents)
    if args.dry_run:
        said = [f"would {step}" for step in journal.plan(args.corpus, contents)]
    else:
        journal.change(args.corpus, "suggest", contents)
    for line in said:
        print(line)
    return 0


def _ready(whole: model.Corpus) -> set[str]:
    """Ids of the articles that have both texts, regions and beads."""
    texts = whole.texts["article"].to_list()
    both = {article for article in texts if texts.count(article) > 1}
    return both & set(whole.layers["regions"]["article"]) & set(whole.layers["beads"]["article"])


def _info(root: Path, name: str) -> passes.Pass:
    """The row of the pass, a program's; the pass of another annotator is refused."""
    if (passes.pass_folder(root, name) / passes.INFO).is_file():
        info = passes.info(root, name)
        if info.annotator != "program":
            msg = f"{name}: the pass of a {info.annotator}. Give another name with --pass."
            raise UsageError(msg)
        return info
    return passes.Pass(
        id=name,
        annotator="program",
        made=datetime.now(UTC).date().isoformat(),
        guidelines="none: names, amounts and forms found by visavis suggest, projected to English",
    )
