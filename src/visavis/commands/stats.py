"""``visavis stats``: how large a corpus is, and how far it is annotated."""

import argparse
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import polars as pl

from visavis.annotation.progress import Progress, progress
from visavis.corpus.reading import read
from visavis.dataset.card import markdown


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--corpus", type=Path, default=Path(), help="corpus folder (default: here)")
    parser.add_argument("--format", choices=FORMATS, default="text", help="how to print it")
    parser.epilog = "example   visavis stats --format markdown"


def run(args: argparse.Namespace) -> int:
    """Print the statistics, and when a file of the corpus was last changed."""
    changed = _last_change(args.corpus)
    print(FORMATS[args.format](progress(read(args.corpus)), changed))
    return 0


def _last_change(folder: Path) -> str | None:
    """Return the time of the last change of a text or row file, in UTC, to the second."""
    places = (folder / "raw", folder / "annotations")
    times = [path.stat().st_mtime for place in places for path in place.rglob("*.*")]
    if not times:
        return None
    return datetime.fromtimestamp(max(times), UTC).isoformat(timespec="seconds")


def _text(state: Progress, changed: str | None) -> str:
    lines = [f"{name:12}{count}" for name, count in state.articles.items()]
    lines += [f"undecided {kind:12}{count}" for kind, count in state.undecided.items()]
    tables = [_columns(state.texts), _columns(state.layers)]
    return "\n\n".join(["\n".join(lines), *tables, f"last change {changed or '-'}"])


def _columns(table: pl.DataFrame) -> str:
    """Return a table in columns as wide as their widest cell."""
    rows = [table.columns, *(list(map(str, row)) for row in table.iter_rows())]
    widths = [max(len(row[place]) for row in rows) for place in range(table.width)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def _markdown(state: Progress, changed: str | None) -> str:
    counts = pl.DataFrame({"": [*state.articles], "count": [*state.articles.values()]})
    kinds = pl.DataFrame({"undecided": [*state.undecided], "count": [*state.undecided.values()]})
    tables = [counts, state.texts, state.layers, kinds]
    return "\n\n".join([*map(markdown, tables), f"Last change: {changed or 'none'}."])


def _json(state: Progress, changed: str | None) -> str:
    content = {
        **state.articles,
        "texts_by_language": state.texts.to_dicts(),
        "layers": state.layers.to_dicts(),
        "undecided": state.undecided,
        "last_change": changed,
    }
    return json.dumps(content, ensure_ascii=False, indent=1)


FORMATS: dict[str, Callable[[Progress, str | None], str]] = {
    "text": _text,
    "json": _json,
    "markdown": _markdown,
}
