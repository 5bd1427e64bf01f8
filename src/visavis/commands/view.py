"""``visavis view``: aligned sentences, both languages, spans marked."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from visavis.corpus.model import ARTICLES
from visavis.corpus.reading import read_articles
from visavis.corpus.texts import refuse_changed
from visavis.dataset.tables import SHOWN
from visavis.loading import load

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
    if (args.corpus / ARTICLES).is_file():
        chosen = [
            a for a in read_articles(args.corpus) if not args.articles or a.id in args.articles
        ]
        refuse_changed(args.corpus, chosen)
    rows = load(args.corpus, "sentences", backend="polars").iter_rows(named=True)
    print(
        pairs(
            (row for row in rows if not args.articles or row["article"] in args.articles),
            args.layers,
        )
    )
    return 0


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
