"""The rule on recall: every candidate of an annotated article is decided."""

import polars as pl

from visavis.annotation.candidates import HOLDERS, undecided
from visavis.corpus.model import Corpus
from visavis.validation.rules.frames import FOUND


def candidate_undecided(corpus: Corpus) -> pl.DataFrame:
    """A number, capital, conditional form or reporting cue is neither annotated nor decided.

    What nobody decided on may have been overlooked, and recall cannot be told. Only articles in
    which the layer of the candidate is declared complete in corpus.toml are looked at.

    Remedy: annotate it in its layer, or list it in annotations/decisions with the reason (D2).
    """
    ids = corpus.articles["id"].to_list()
    complete = [
        (pl.col("candidate") == kind)
        & pl.col("article").is_in(corpus.settings.complete(layers[0], ids))
        for kind, layers in HOLDERS.items()
    ]
    if not any(corpus.settings.complete(layers[0], ids) for layers in HOLDERS.values()):
        return FOUND.to_frame()
    rows = undecided(corpus).filter(pl.any_horizontal(complete)).rechunk()
    message = pl.format(
        "the {} [{}:{}] of the {} text is undecided", "candidate", "start", "end", "lang"
    )
    path = pl.format("raw/{}/{}.txt", "lang", "article")
    return rows.select(path.alias("path"), "line", message.alias("message"))
