"""``visavis view``: aligned sentences, both languages, spans marked."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl

from visavis.corpus.model import ARTICLES
from visavis.corpus.reading import read_part, survey
from visavis.corpus.texts import refuse_changed
from visavis.dataset.tables import CONFIGS, SHOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

NOT_SHIPPED = "(the text is not ours to show; hydrate it to see it)"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("articles", nargs="*", metavar="ARTICLE", help="ids; all by default")
    parser.add_argument("--corpus", type=Path, default=Path(), help="corpus or release folder")
    parser.add_argument("--layers", nargs="+", choices=SHOWN, help="layers to mark; all by default")


def run(args: argparse.Namespace) -> int:
    """Print the sentences."""
    print(pairs(_sentences(args.corpus, args.articles).iter_rows(named=True), args.layers))
    return 0


def _sentences(folder: Path, articles: "Sequence[str]") -> pl.DataFrame:
    """Return the table of sentences of some articles; of all where none is named."""
    if not (folder / ARTICLES).is_file():
        from visavis.release.hub.loading import load  # noqa: PLC0415 - a release needs `datasets`, a corpus not

        table = load(folder, "sentences", backend="polars")
        return table.filter(pl.col("article").is_in(articles)) if articles else table
    source = survey(folder)
    chosen = [row for _, row in source.articles if not articles or row.id in articles]
    refuse_changed(folder, chosen)
    return CONFIGS["sentences"].build(read_part(source.of([row.id for row in chosen])))


def marked(text: str, spans: "Iterable[Mapping[str, Any]]") -> str:
    """``text`` with each span in brackets, its label behind: ``[OpenAI]ORG``.

    >>> marked("OpenAI paie", [{"start": 0, "end": 6, "label": "ORG"}])
    '[OpenAI]ORG paie'
    """
    ordered = sorted(spans, key=lambda span: (span["start"], -span["end"]))
    opened = [(span["start"], 1, rank, "[") for rank, span in enumerate(ordered)]
    closed = [(span["end"], 0, -rank, f"]{span['label']}") for rank, span in enumerate(ordered)]
    pieces, last = [], 0
    for offset, _, _, mark in sorted([*opened, *closed]):
        pieces += [text[last:offset], mark]
        last = offset
    return "".join([*pieces, text[last:]])


def pairs(rows: "Iterable[Mapping[str, Any]]", layers: "Sequence[str] | None" = None) -> str:
    """Rows of the table ``sentences``, each as a heading, a French and an English line.

    Args:
        rows: sentences; a span's layer is a name.
        layers: the layers to mark; all by default.
    """
    return "\n\n".join(_pair(row, layers) for row in rows)


def _pair(row: "Mapping[str, Any]", layers: "Sequence[str] | None") -> str:
    lines = [f"{row['id']}  {row['type']}  {row['region'] or ''}".rstrip()]
    for lang in ("fr", "en"):
        wanted = [s for s in row[f"{lang}_spans"] if layers is None or s["layer"] in layers]
        lines.append(f"  {lang}  {_side(row[lang], row[f'{lang}_start'], wanted)}")
    return "\n".join(lines)


def _side(text: str | None, start: int | None, spans: "Iterable[Mapping[str, Any]]") -> str:
    if text is None:
        return "-" if start is None else NOT_SHIPPED
    return marked(text, spans)
