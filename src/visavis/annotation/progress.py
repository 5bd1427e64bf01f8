"""How large a corpus is and how far it is annotated."""

from collections.abc import Mapping
from typing import NamedTuple

import polars as pl

from visavis.annotation.candidates import HOLDERS, undecided
from visavis.corpus.layers import SPAN_LAYERS
from visavis.corpus.model import Corpus
from visavis.languages import LANGS
from visavis.text.tokens import tokenise


class Progress(NamedTuple):
    """The size and the state of a corpus.

    Attributes:
        articles: how many there are, with how many texts, aligned, and beads, verified.
        texts: a row a language: lang, texts, characters, words.
        layers: a row a layer: layer, fr and en (spans), articles (that have any), complete
            (articles in which the layer is declared complete).
        undecided: kind of candidate -> how many nobody has decided on, in all articles.
    """

    articles: Mapping[str, int]
    texts: pl.DataFrame
    layers: pl.DataFrame
    undecided: Mapping[str, int]


def progress(corpus: Corpus) -> Progress:
    """Return the size and the state of a corpus."""
    beads = corpus.layers["beads"]
    articles = {
        "articles": corpus.articles.height,
        "texts": corpus.texts.height,
        "aligned": beads["article"].n_unique(),
        "beads": beads.height,
        "verified": int(beads["verified"].sum()),
    }
    return Progress(articles, _texts(corpus), _layers(corpus), _undecided(corpus))


def _texts(corpus: Corpus) -> pl.DataFrame:
    rows = [
        (
            lang,
            texts.height,
            int(texts["text"].str.len_chars().sum()),
            tokenise(corpus.texts, lang)["token"].str.contains(r"\w").sum(),
        )
        for lang in LANGS
        for texts in [corpus.texts.filter(pl.col("lang") == lang)]
    ]
    return pl.DataFrame(rows, ["lang", "texts", "characters", "words"], orient="row")


def _layers(corpus: Corpus) -> pl.DataFrame:
    ids = corpus.articles["id"].to_list()
    rows = []
    for layer in SPAN_LAYERS:
        spans = corpus.layers[layer]
        sides = [spans.filter(pl.col("lang") == lang).height for lang in ("fr", "en")]
        complete = len(corpus.settings.complete(layer, ids))
        rows.append((layer, *sides, spans["article"].n_unique(), complete))
    return pl.DataFrame(rows, ["layer", "fr", "en", "articles", "complete"], orient="row")


def _undecided(corpus: Corpus) -> dict[str, int]:
    counts = dict(undecided(corpus).group_by("candidate").len().iter_rows())
    return {kind: counts.get(kind, 0) for kind in HOLDERS}
