"""Where the rows of a corpus stand, for the findings of the rules."""

import polars as pl

from visavis.corpus import Corpus
from visavis.layers import SPAN_LAYERS


def of_layer(corpus: Corpus, layer: str) -> pl.DataFrame:
    """The rows of a layer with the column ``path``, their file in the corpus folder."""
    path = pl.format("annotations/{}/{}.jsonl", pl.lit(layer), "article")
    return corpus.layers[layer].with_columns(path.alias("path"))


def all_spans(corpus: Corpus) -> pl.DataFrame:
    """The spans of every layer, with their file and their article's text.

    Columns layer, path, article, line, id, lang, start, end, text, relation, omitted, and whole:
    the article's text, null where it is not there.
    """
    columns = ["article", "line", "id", "lang", "start", "end", "text", "relation", "omitted"]
    spans = pl.concat(
        of_layer(corpus, layer).select(pl.lit(layer).alias("layer"), "path", *columns)
        for layer in SPAN_LAYERS
    )
    whole = corpus.texts.select("article", "lang", whole="text")
    return spans.join(whole, on=["article", "lang"], how="left", maintain_order="left")
