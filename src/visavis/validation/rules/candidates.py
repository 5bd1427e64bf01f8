"""The rule on recall: every candidate of an annotated article is decided."""

import polars as pl

from visavis.annotation.candidates import undecided
from visavis.corpus.model import Corpus


def candidate_undecided(corpus: Corpus) -> pl.DataFrame:
    """A number, capital, conditional form or reporting cue is neither annotated nor decided.

    What nobody decided on may have been overlooked, and recall cannot be told. Articles that have
    no mentions yet are not looked at.

    Remedy: annotate it in its layer, or list it in annotations/decisions with the reason (D2).
    """
    annotated = corpus.layers["mentions"]["article"].unique().to_list()
    found = undecided(corpus).filter(pl.col("article").is_in(annotated)).rechunk()
    message = pl.format(
        "the {} [{}:{}] of the {} text is undecided", "candidate", "start", "end", "lang"
    )
    path = pl.format("raw/{}/{}.txt", "lang", "article")
    return found.select(path.alias("path"), "line", message.alias("message"))
