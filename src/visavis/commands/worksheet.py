"""``visavis worksheet``: annotate an article as plain text, in any editor."""

import argparse
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from visavis import files
from visavis.annotation import candidates, passes, worksheets
from visavis.annotation.worksheets import SHEET_LAYERS
from visavis.corpus import model, reading, schema
from visavis.corpus.articles import Article, is_open
from visavis.corpus.layers import SPAN_LAYERS
from visavis.corpus.layers.beads import AlignedBead
from visavis.corpus.records import Span, encode
from visavis.errors import UsageError
from visavis.languages import LANGS, Lang


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "what", metavar="ARTICLE|FILE", help="the article to print, or with --read the sheet"
    )
    parser.add_argument("--corpus", type=Path, default=Path(), help="corpus folder (default: here)")
    parser.add_argument(
        "--read", action="store_true", help="take the records of a sheet in, in place of the former"
    )
    parser.add_argument(
        "--pass",
        dest="name",
        help="the pass under annotations/passes to print or to write (default: the gold)",
    )
    parser.add_argument(
        "--annotator",
        choices=("human", "language_model"),
        help="with --read: who made the pass, where it is new",
    )


def run(args: argparse.Namespace) -> int:
    """Print a sheet, or write what one says."""
    if args.read:
        return _read(args)
    article, texts, beads = _article(args.corpus, args.what)
    rows = _rows(args.corpus, article.id, args.name)
    waiting = _undecided(args.corpus, article.id, beads, rows)
    print(worksheets.write(article.id, texts, beads, rows, waiting), end="")
    return 0


def _article(root: Path, name: str) -> tuple[Article, dict[Lang, str], Sequence[AlignedBead]]:
    """The row, the two texts and the beads of an article."""
    found = [article for article in reading.read_articles(root) if article.id == name]
    paths = {lang: root / model.text_path(name, lang) for lang in LANGS}
    beads = reading.read_rows(root / model.layer_path(name, "beads"), AlignedBead)
    if not found or not beads or not all(path.is_file() for path in paths.values()):
        msg = f"{name}: no article with both texts and beads. Run `visavis align`."
        raise UsageError(msg)
    texts = {lang: files.decode(files.read_bytes(path), path) for lang, path in paths.items()}
    return found[0], texts, beads


def _rows(root: Path, article: str, name: str | None) -> dict[str, list[Span]]:
    """The records of the gold, or of a pass."""
    if name is not None:
        passes.info(root, name)
    base = root / "annotations" if name is None else root / passes.PASSES / name
    return {
        layer: reading.read_rows(base / layer / f"{article}.jsonl", SPAN_LAYERS[layer])
        for layer in SHEET_LAYERS
    }


def _undecided(
    root: Path, article: str, beads: Sequence[AlignedBead], rows: Mapping[str, Sequence[Span]]
) -> dict[str, list[str]]:
    """The candidates of each bead that the records leave undecided."""
    part = reading.read_part(reading.survey(root).of([article]))
    layers = {
        layer: schema.frame([(article, 0, row) for row in found], SPAN_LAYERS[layer])
        for layer, found in rows.items()
    }
    waiting = candidates.undecided(replace(part, layers={**part.layers, **layers}))
    remarks: dict[str, list[str]] = defaultdict(list)
    for row in waiting.to_dicts():
        for bead in beads:
            sides = bead.fr if row["lang"] == "fr" else bead.en
            if any(start <= row["start"] < end for start, end in sides):
                remarks[bead.id].append(f"{row['candidate']} {row['lang']} {row['token']}")
    return remarks


def _read(args: argparse.Namespace) -> int:
    path = Path(args.what)
    sheet = files.decode(files.read_bytes(path), path)
    article, texts, beads = _article(args.corpus, worksheets.article_of(sheet, str(path)))
    rows = worksheets.read(sheet, str(path), texts, beads, surfaces=is_open(article))
    if args.name is None:
        _write_gold(args.corpus, article.id, rows)
    else:
        pass_ = _pass(args)
        base = args.corpus / passes.PASSES / pass_.id
        placed = {
            (layer, article.id): found
            for layer, found in rows.items()
            if found or (base / layer / f"{article.id}.jsonl").is_file()
        }
        passes.write(args.corpus, pass_, placed)
    counts = ", ".join(f"{len(found)} {layer}" for layer, found in rows.items())
    print(f"{article.id}: {counts}", file=sys.stderr)
    return 0


def _write_gold(root: Path, article: str, rows: Mapping[str, Sequence[Span]]) -> None:
    for layer, found in rows.items():
        path = root / model.layer_path(article, layer)
        if found:
            files.write(path, encode(found))
        else:
            path.unlink(missing_ok=True)


def _pass(args: argparse.Namespace) -> passes.Pass:
    """The row of the pass to write; of a new one, as the options tell."""
    if (args.corpus / passes.PASSES / args.name / passes.INFO).is_file():
        return passes.info(args.corpus, args.name)
    if args.annotator is None:
        msg = f"{args.name}: a new pass. Say with --annotator who made it."
        raise UsageError(msg)
    return passes.Pass(
        id=args.name,
        annotator=args.annotator,
        made=datetime.now(UTC).date().isoformat(),
        guidelines="annotations/guidelines as of that day",
    )
