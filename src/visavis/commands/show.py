"""``visavis show ARTICLE``: what is known of an article, and what is annotated in it."""

import argparse
from pathlib import Path

import msgspec

from visavis.corpus.editing import find
from visavis.corpus.layers import LAYERS
from visavis.corpus.model import layer_path
from visavis.corpus.reading import read_articles, read_rows
from visavis.corpus.settings import read_settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("article", metavar="ARTICLE", help="id of the article")
    parser.add_argument("--corpus", type=Path, default=Path(), help="corpus folder (default: here)")
    parser.epilog = "example   visavis show my-article"


def run(args: argparse.Namespace) -> int:
    """Print the fields of the row, then the rows and the state of each layer."""
    article = find(read_articles(args.corpus), args.article)
    settings = read_settings(args.corpus)
    for name, value in msgspec.to_builtins(article).items():
        print(f"{name:16}{'null' if value is None else value}")
    for layer, kind in LAYERS.items():
        rows = read_rows(args.corpus / layer_path(article.id, layer), kind)
        print(f"{layer:16}{len(rows)} rows, {settings.state(layer, article.id)}")
    return 0
