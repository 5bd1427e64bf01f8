"""The aligner of Visavis: beads from lengths, cognates, a lexicon, and what the texts teach.

Two passes over the lattice of sentences. The first has the lexicon and the cognates; the beads it
finds teach a table of translations (IBM model 1), with which the second decides, in a narrower
band.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

import numpy as np

from visavis.alignment.methods import (
    Document,
    Encode,
    Outcome,
    Progress,
    Settings,
    confidence,
    length_term,
    search,
    similarity,
    translation,
    vector_term,
    workers,
)
from visavis.alignment.methods.band import chain
from visavis.alignment.methods.search import Corpus, Found, Model, Segment
from visavis.alignment.methods.similarity import Singles
from visavis.alignment.methods.translation import Table
from visavis.alignment.methods.words import (
    Ints,
    Pairs,
    Text,
    Vocabulary,
    Words,
    scoped,
    text,
)
from visavis.errors import UsageError

PASSES = 2
"""Passes over the lattice; a third changes little, but for what an encoder adds to the second."""


class Beads(NamedTuple):
    """Beads that are not null: (fr start, end, en start, end), document, probability."""

    spans: Ints
    document: Ints
    probability: search.Floats


def align(documents: Sequence[Document], settings: Settings) -> list[Outcome]:
    """Beads of every document, the translations learned from all of them, or from it alone."""
    _keep_memory()
    if settings.together:
        return _aligned(documents, settings)
    progress = settings.progress or _untold
    batches = list(_batches(documents, settings))
    few = settings.mapper is None and min(settings.jobs, len(batches)) < workers.MANY
    if few or settings.encode is not None:
        shares = [len(batch) / len(documents) for batch in batches]
        scaled = [settings._replace(progress=partial(_scaled, progress, share)) for share in shares]
        parts = [_aligned(batch, own) for batch, own in zip(batches, scaled, strict=True)]
        return [outcome for part in parts for outcome in part]
    result: list[Outcome] = []
    common = settings._replace(progress=None, jobs=1, mapper=None)
    for part in workers.mapped(_batch, common, batches, settings.jobs, settings.mapper):
        result += part
        progress(len(part) / len(documents))
    return result


def _batch(settings: Settings, documents: Sequence[Document]) -> list[Outcome]:
    return _aligned(documents, settings)


def _untold(_: float) -> None:
    """Progress that nobody asked for."""


def _scaled(progress: Progress, scale: float, part: float) -> None:
    progress(scale * part)


def _batches(documents: Sequence[Document], settings: Settings) -> Iterator[list[Document]]:
    """Documents that are aligned at once though each is alone; with an encoder one at a time."""
    batch: list[Document] = []
    sentences = 0
    for document in documents:
        own = len(document.fr) + len(document.en)
        if batch and (settings.encode is not None or sentences + own > AT_ONCE):
            yield batch
            batch, sentences = [], 0
        batch.append(document)
        sentences += own
    if batch:
        yield batch


AT_ONCE = 1_000
"""Sentences of lone documents that are aligned at once: more only fill the memory."""


def _aligned(documents: Sequence[Document], settings: Settings) -> list[Outcome]:
    scopes = np.zeros(len(documents), dtype=np.int64)
    if not settings.together:
        scopes = np.arange(len(documents))
    texts, words = _texts(documents, settings, scopes)
    lexicon = translation.lexicon(settings.lexicon, settings.langs)
    pairs, listed = translation.known_pairs(*words, lexicon)
    tables = _tables(pairs, translation.turned(pairs), words)
    lookup = search.corpus(documents, _sides(documents, texts, words))
    types = search.bead_types(settings.limits)
    rates = search.expected_rates(types, len(documents))
    passes = PASSES + (settings.encode is not None)
    done = search.shares(settings, passes)
    wide, estimates = search.WIDE, search.ESTIMATES[0]
    model = Model(
        lookup,
        tables,
        types,
        rates,
        wide,
        estimates,
        done,
        listed,
        jobs=settings.jobs,
        mapper=settings.mapper,
    )
    segments = [s for d in range(len(documents)) for s in _first_pieces(lookup, d, tables[0])]
    result = search.run(model, segments)
    for number in range(1, passes):
        beads = _beads(segments, result)
        learned = _learned(texts, words, tables, beads)
        if number == 1:
            model = _trusting(model, documents, settings, beads, _explained(texts, learned))
        elif not model.trust.weight:
            done(1)
            break
        lengths = length_term.adapted(lookup.lengths, *beads, scopes)
        model = model._replace(
            corpus=lookup._replace(lengths=lengths),
            tables=learned,
            rates=search.counted(rates, result, segments),
            width=search.NARROW,
            estimates=search.ESTIMATES[1],
        )
        segments = [
            piece
            for d, points in enumerate(search.bounds(lookup, result, segments))
            for piece in search.pieces(lookup, d, search.path(lookup, d, points))
        ]
        result = search.run(model, segments)
    return confidence.outcomes(model, segments, result)


def _texts(
    documents: Sequence[Document], settings: Settings, scopes: Ints
) -> tuple[tuple[Text, Text], tuple[Words, Words]]:
    """Both sides of all documents end to end, in words of their scopes."""
    counts = np.diff(search.boundaries(documents), axis=0)
    sides = []
    for side in (0, 1):
        vocabulary = Vocabulary(settings.langs[side])
        own = text((s for document in documents for s in document.side(side)), vocabulary)
        scope = np.repeat(scopes, counts[:, side])
        sides.append(scoped(own, list(vocabulary), scope, len(np.unique(scopes))))
    (fr, fr_words), (en, en_words) = sides
    return (fr, en), (fr_words, en_words)


def _explained(texts: tuple[Text, Text], tables: tuple[Table, Table]) -> float:
    """Share of the words of both sides that the tables explain."""
    shares = [table.mass[own.words] for own, table in zip(texts, tables, strict=True)]
    return float(np.mean(np.concatenate(shares))) if len(shares[0]) + len(shares[1]) else 1.0


def _trusting(
    model: Model, documents: Sequence[Document], settings: Settings, beads: Beads, explained: float
) -> Model:
    """The model with the vectors of an encoder, if there is one and the words leave it work."""
    if settings.encode is None or not vector_term.needed(explained):
        return model
    vectors = _vectors(documents, settings.encode)
    size = beads.spans[:, 1::2] - beads.spans[:, ::2]
    sure = (beads.probability >= vector_term.SURE) & (size == 1).all(axis=1)
    pairs, owners = beads.spans[sure, ::2], beads.document[sure]
    return model._replace(
        vectors=vectors, trust=vector_term.trust(vectors, pairs, owners, explained)
    )


def _keep_memory() -> None:
    """Let the process keep up to 64 MB that it frees, and not ask for the same pages each time.

    The allocator of glibc keeps twice the size of the largest block that was freed, of 32 MB at
    most; what it gives back costs a fault a page to get anew, a fifth of the time of a small batch.
    The block itself is never written, so it takes no memory.
    """
    np.empty(KEPT, dtype=np.uint8)


KEPT = 31 << 20
"""Bytes of a block that raises what the allocator keeps."""


def _vectors(documents: Sequence[Document], encode: Encode) -> tuple[Singles, Singles]:
    """Vectors of length 1 of all sentences on both sides."""
    fr, en = (
        _encoded([sentence for document in documents for sentence in document.side(side)], encode)
        for side in (0, 1)
    )
    return fr, en


def _encoded(sentences: list[str], encode: Encode) -> Singles:
    distinct = list(dict.fromkeys(sentences))
    vectors: Singles = np.zeros((0, 1), dtype=np.float32)
    if distinct:
        vectors = np.asarray(encode(distinct), dtype=np.float32)
    if vectors.ndim != MATRIX or len(vectors) != len(distinct):
        msg = f"encode: {len(distinct)} sentences gave {vectors.shape}"
        raise UsageError(msg, remedy="Give a row for each.")
    if not np.isfinite(vectors).all():
        msg = "encode: a vector has a value that is no number"
        raise UsageError(msg, remedy="Give finite values.")
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    vectors = vectors / np.maximum(length, vector_term.TINY).astype(np.float32)
    place = {sentence: number for number, sentence in enumerate(distinct)}
    return np.asarray(vectors[[place[sentence] for sentence in sentences]])


MATRIX = 2
"""Dimensions of what an encoder gives: sentences and features."""


def _tables(forward: Pairs, backward: Pairs, words: tuple[Words, Words]) -> tuple[Table, Table]:
    fr, en = (len(own.stem) for own in words)
    return translation.table(forward, fr), translation.table(backward, en)


def _sides(
    documents: Sequence[Document], texts: tuple[Text, Text], words: tuple[Words, Words]
) -> tuple[similarity.Side, similarity.Side]:
    counts = np.diff(search.boundaries(documents), axis=0)
    owners = [np.repeat(np.arange(len(documents)), counts[:, s]) for s in (0, 1)]
    item, other = (similarity.side(texts[s], owners[s], words[s].scope) for s in (0, 1))
    return item, other


def _first_pieces(corpus: Corpus, document: int, table: Table) -> list[Segment]:
    first = corpus.starts[document]
    size = corpus.starts[document + 1] - first
    sure: Ints = np.zeros((0, 2), dtype=np.int64)
    if corpus.words and min(size) >= search.FULL:
        fr, en = (
            side.text.part(int(first[s]), int(first[s] + size[s]))
            for s, side in enumerate(corpus.words)
        )
        sure = chain(fr, en, table) + 1
    return search.pieces(corpus, document, search.path(corpus, document, sure))


def _beads(segments: list[Segment], posteriors: Found) -> Beads:
    rows: list[search.Floats] = [np.zeros((0, 6))]
    for segment, beads in zip(segments, posteriors.beads, strict=True):
        i, j = beads[:, 0] + segment.first[0], beads[:, 1] + segment.first[1]
        owner = np.full(len(beads), float(segment.document))
        own = np.stack([i, i + beads[:, 2], j, j + beads[:, 3], owner, beads[:, 4]], axis=1)
        rows.append(own[(beads[:, 2] > 0) & (beads[:, 3] > 0)])
    every = np.concatenate(rows)
    return Beads(every[:, :4].astype(np.int64), every[:, 4].astype(np.int64), every[:, 5])


def _learned(
    texts: tuple[Text, Text],
    words: tuple[Words, Words],
    tables: tuple[Table, Table],
    beads: Beads,
) -> tuple[Table, Table]:
    if not len(beads.spans):
        return tables
    forward, backward = translation.learn(texts, words, beads.spans, beads.probability, tables)
    return _tables(forward, backward, words)
