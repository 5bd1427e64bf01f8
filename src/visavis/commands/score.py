"""``visavis score PRED [GOLD]``: precision, recall and F1 of predicted annotations."""

import argparse
import json
import math
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import polars as pl

from visavis import __version__
from visavis.annotation import agreement, passes
from visavis.annotation.scoring import score, scored_articles
from visavis.annotation.sheet_reading import is_sheet, read_sheet
from visavis.commands.inputs import read_edited
from visavis.corpus.layers import LAYERS
from visavis.corpus.model import ARTICLES
from visavis.corpus.reading import read, read_rows
from visavis.corpus.schema import frame
from visavis.corpus.spans import text_lengths
from visavis.dataset.card import comma_separated, markdown
from visavis.errors import DataError, UsageError

if TYPE_CHECKING:
    from visavis.corpus.records import Record

DESCRIPTION = """\
PRED and GOLD are each one of: the name of a pass; the folder of a corpus; a folder that holds
LAYER/ARTICLE.jsonl, as a pass does; a worksheet of an article of the corpus; a file of JSON Lines
whose rows have the fields of a layer, and article and layer beside them. GOLD is the corpus itself
where it is left out.

Articles that both sides annotate are scored; --articles names them where a side may have found
nothing. Intervals are percentile bootstrap over articles. The signature at the end holds all that
is needed to get the numbers again.

examples  visavis score suggested
          visavis score predictions.jsonl --layers mentions amounts --format json
"""

FORMATS = ("text", "json", "csv")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = DESCRIPTION
    parser.add_argument("predicted", metavar="PRED", help="what is scored")
    parser.add_argument("gold", metavar="GOLD", nargs="?", help="(default: the corpus)")
    parser.add_argument("--corpus", type=Path, default=Path(), help="corpus folder (default: here)")
    parser.add_argument("--layers", nargs="+", choices=LAYERS, help="(default: all that both have)")
    parser.add_argument("--articles", nargs="+", metavar="ID", help="the articles to score")
    parser.add_argument("--format", choices=FORMATS, default="text", help="how to print it")
    parser.add_argument("--seed", type=int, default=0, help="of the bootstrap (default: 0)")


def run(args: argparse.Namespace) -> int:
    """Print the table and the signature."""
    corpus = read(args.corpus)
    gold = corpus.layers if args.gold is None else _layers(args.gold, args.corpus)
    predicted = _layers(args.predicted, args.corpus)
    wanted = args.layers or [layer for layer in LAYERS if layer in gold and layer in predicted]
    chosen = [{k: v for k, v in side.items() if k in wanted} for side in (predicted, gold)]
    articles = set(args.articles or scored_articles(*chosen))
    if unknown := sorted(articles - set(corpus.articles["id"])):
        msg = f"there is no article {unknown[0]!r}"
        raise UsageError(msg, remedy="`visavis list` names them.")
    if not articles:
        msg = f"no article is in both {args.predicted} and {args.gold or 'the corpus'}"
        raise UsageError(msg, remedy="Name the articles with --articles.")
    lengths = text_lengths(corpus)
    table = score(predicted, gold, lengths, articles, only=wanted, seed=args.seed)
    signature = "|".join(
        [
            f"visavis:{__version__}",
            f"articles:{len(articles)}",
            f"predicted:{_digest(chosen[0], articles)}",
            f"gold:{_digest(chosen[1], articles)}",
            f"draws:{agreement.DRAWS}",
            f"seed:{args.seed}",
        ]
    )
    print(_printed(table, signature, args.format))
    return 0


def _printed(table: pl.DataFrame, signature: str, form: str) -> str:
    if form == "json":
        rows = [
            {name: None if _is_nan(value) else value for name, value in row.items()}
            for row in table.iter_rows(named=True)
        ]
        return json.dumps({"signature": signature, "scores": rows}, indent=1)
    if form == "csv":
        return comma_separated(table.with_columns(signature=pl.lit(signature))).rstrip("\n")
    rates = pl.col("precision", "recall", "f1", "low", "high").map_elements(_short, pl.String)
    return f"{markdown(table.with_columns(rates))}\n\n{signature}"


def _is_nan(value: object) -> bool:
    return isinstance(value, float) and math.isnan(value)


def _short(value: float) -> str:
    return "" if math.isnan(value) else f"{value:.3f}"


def _digest(layers: Mapping[str, pl.DataFrame], articles: set[str]) -> str:
    """Return a hash of the rows that were scored, whatever file they came from."""
    rows = (
        json.dumps([layer, *map(str, row)])
        for layer, table in sorted(layers.items())
        for row in table.drop("line", "text", strict=False)
        .filter(pl.col("article").is_in(sorted(articles)))
        .iter_rows()
    )
    return sha256("\n".join(sorted(rows)).encode()).hexdigest()[:16]


def _layers(name: str, corpus: Path) -> Mapping[str, pl.DataFrame]:
    """Return the layers of a pass, a corpus, a folder or a file.

    Raises:
        UsageError: there is nothing of that name.
    """
    path = Path(name)
    if path.is_file():
        text = read_edited(path)
        return _of_sheet(text, path, corpus) if is_sheet(text) else _of_rows(text, path)
    if (path / ARTICLES).is_file():
        return read(path).layers
    if path.is_dir() and any((path / layer).is_dir() for layer in LAYERS):
        return {
            layer: frame(
                [
                    (file.stem, line, row)
                    for file in sorted((path / layer).glob("*.jsonl"))
                    for line, row in enumerate(read_rows(file, kind), start=1)
                ],
                kind,
            )
            for layer, kind in LAYERS.items()
            if (path / layer).is_dir()
        }
    if (corpus / passes.PASSES / name).is_dir():
        return passes.read(corpus, name)
    msg = f"{name!r} is no pass of the corpus, no folder of layers and no file"
    raise UsageError(msg, remedy="`visavis score --help` says what can be scored.")


def _of_sheet(text: str, path: Path, corpus: Path) -> Mapping[str, pl.DataFrame]:
    """Return the layers of a worksheet; one without records is an empty table."""
    sheet = read_sheet(corpus, text, str(path))
    return {
        layer: frame([(sheet.of.article.id, 0, row) for row in rows], LAYERS[layer])
        for layer, rows in sheet.rows.items()
    }


def _of_rows(text: str, path: Path) -> Mapping[str, pl.DataFrame]:
    """Return the layers in a file of JSON Lines.

    Raises:
        DataError: a line is not a row of a layer with its article.
    """
    rows: dict[str, list[tuple[str, int, Record]]] = {}
    lines: dict[tuple[str, str, str, str], int] = {}
    for line, content in enumerate(text.splitlines(), start=1):
        try:
            cells = msgspec.json.decode(content, type=dict[str, object])
            article, layer = str(cells.pop("article")), str(cells.pop("layer"))
            record = msgspec.convert(cells, LAYERS[layer])
        except (msgspec.DecodeError, msgspec.ValidationError) as error:
            remedy = "Write the fields of the layer, and article and layer."
            raise DataError(str(error), where=path, line=line, remedy=remedy) from error
        except KeyError as error:
            msg = f"{error.args[0]!r} is missing, or no layer"
            remedy = f"Layers are {', '.join(LAYERS)}."
            raise DataError(msg, where=path, line=line, remedy=remedy) from error
        id_, lang = str(cells["id"]), str(cells.get("lang"))
        first = lines.setdefault((layer, article, id_, lang), line)
        if first != line:
            msg = f"{layer} {id_} of {article} is in line {first} already"
            raise DataError(msg, where=path, line=line, remedy="Give each record an id of its own.")
        rows.setdefault(layer, []).append((article, line, record))
    return {layer: frame(of_layer, LAYERS[layer]) for layer, of_layer in rows.items()}
