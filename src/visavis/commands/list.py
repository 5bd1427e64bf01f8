"""``visavis list``: the articles of a corpus, a line each."""

import argparse
from pathlib import Path

from visavis.corpus.layers import LAYERS
from visavis.corpus.model import layer_path, text_path
from visavis.corpus.reading import read_articles
from visavis.languages import LANGS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--corpus", type=Path, default=Path(), help="corpus folder (default: here)")
    parser.epilog = "example   visavis list | grep third-party"


def run(args: argparse.Namespace) -> int:
    """Print id, split, rights, the texts that are there, the layers with rows, and the title."""
    for article in read_articles(args.corpus):
        texts = [lang for lang in LANGS if (args.corpus / text_path(article.id, lang)).is_file()]
        layers = [name for name in LAYERS if (args.corpus / layer_path(article.id, name)).is_file()]
        rights = "/".join(filter(None, (article.rights_fr, article.rights_en)))
        cells = [article.id, article.split, rights, "+".join(texts) or "-"]
        print("\t".join([*cells, ",".join(layers) or "-", article.title or ""]))
    return 0
