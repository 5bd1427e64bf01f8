"""Alignment of the articles of a corpus: their sentences, and beads to be verified by reading."""

from typing import TYPE_CHECKING, NamedTuple

import polars as pl

from visavis.alignment.beads import Alignment, Bead, alignments
from visavis.alignment.methods import Document, Settings
from visavis.corpus.layers.beads import AlignedBead
from visavis.text.sentences import Sentence, segment

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from visavis.corpus.model import Corpus

PLACES = 6
"""Decimal places of a stored confidence."""


class Doubt(NamedTuple):
    """A bead that a person should read: where it is, how sure it is, and its two sides."""

    article: str
    bead: str
    confidence: float
    fr: str
    en: str


def unaligned(corpus: "Corpus") -> list[str]:
    """Ids of the articles whose two texts are there and that have no beads."""
    texts = corpus.texts.group_by("article").agg(pl.col("lang").n_unique().alias("langs"))
    both = texts.filter(pl.col("langs") > 1)["article"]
    aligned = corpus.layers["beads"]["article"].unique()
    return sorted(set(both) - set(aligned))


class Proposal(NamedTuple):
    """Beads for an article, to be verified, and what is known of its two texts."""

    beads: list[AlignedBead]
    alignment: Alignment


def propose(
    corpus: "Corpus",
    articles: "Sequence[str]",
    *,
    method: str = "lexical",
    settings: Settings | None = None,
    paragraphs: bool = True,
) -> dict[str, list[AlignedBead]]:
    """Return the beads of `proposals`, by article."""
    made = proposals(corpus, articles, method=method, settings=settings, paragraphs=paragraphs)
    return {article: proposal.beads for article, proposal in made.items()}


def proposals(
    corpus: "Corpus",
    articles: "Sequence[str]",
    *,
    method: str = "lexical",
    settings: Settings | None = None,
    paragraphs: bool = True,
) -> dict[str, Proposal]:
    """Align ``articles``; no bead is verified yet.

    Where both texts have as many paragraphs, no bead crosses the end of one, unless ``paragraphs``
    are not to be heeded.

    Raises:
        UsageError: there is no such method.
    """
    texts = {(article, lang): text for article, lang, text, _ in corpus.texts.iter_rows()}
    sides = [
        (segment(texts[article, "fr"], "fr"), segment(texts[article, "en"], "en"))
        for article in articles
    ]
    documents = [
        _document(texts[article, "fr"], fr, texts[article, "en"], en)
        for article, (fr, en) in zip(articles, sides, strict=True)
    ]
    if not paragraphs:
        documents = [document._replace(anchors=()) for document in documents]
    result = alignments(documents, method=method, settings=settings)
    return {
        article: Proposal(
            [
                _record(number, bead, fr, en, method)
                for number, bead in enumerate(alignment.beads, start=1)
            ],
            alignment,
        )
        for article, (fr, en), alignment in zip(articles, sides, result, strict=True)
    }


def doubts(
    corpus: "Corpus", threshold: float, articles: "Collection[str]" = ()
) -> "Iterator[Doubt]":
    """Beads not verified and less sure than ``threshold``, in reading order.

    ``articles`` are those to look at; without any, all.
    """
    texts: Mapping[tuple[str, str], str] = {
        (article, lang): text for article, lang, text, _ in corpus.texts.iter_rows()
    }
    unsure = ~pl.col("verified") & (pl.col("confidence").fill_null(0) < threshold)
    if articles:
        unsure &= pl.col("article").is_in(list(articles))
    for row in corpus.layers["beads"].filter(unsure).iter_rows(named=True):
        fr, en = (
            "".join(texts.get((row["article"], lang), "")[s["start"] : s["end"]] for s in row[lang])
            for lang in ("fr", "en")
        )
        yield Doubt(row["article"], row["id"], row["confidence"] or 0.0, fr.strip(), en.strip())


def _document(
    french: str, fr: "Sequence[Sentence]", english: str, en: "Sequence[Sentence]"
) -> Document:
    ends = _paragraph_ends(french, fr), _paragraph_ends(english, en)
    anchors = list(zip(*ends, strict=True)) if len(ends[0]) == len(ends[1]) else []
    return Document(
        [french[start:end].strip() for start, end in fr],
        [english[start:end].strip() for start, end in en],
        anchors[:-1],
    )


def _paragraph_ends(text: str, sentences: "Sequence[Sentence]") -> list[int]:
    """How many sentences stand before the end of each paragraph."""
    last = len(sentences)
    return [
        number
        for number, (start, end) in enumerate(sentences, start=1)
        if "\n" in text[start:end] or number == last
    ]


def _record(
    number: int,
    bead: Bead,
    fr: "Sequence[Sentence]",
    en: "Sequence[Sentence]",
    method: str,
) -> AlignedBead:
    return AlignedBead(
        id=f"b{number}",
        fr=tuple((fr[i].start, fr[i].end) for i in bead.fr),
        en=tuple((en[j].start, en[j].end) for j in bead.en),
        method=method,  # type: ignore[arg-type]  # the names of aligners are those of methods
        confidence=round(bead.confidence, PLACES),
    )
