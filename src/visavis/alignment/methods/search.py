"""The search that the aligners share: pieces of documents, their lattices, their rates.

The rates of omission and of bead types are inferred for each document from its own posteriors
(expectation maximisation), so that an abridged text and a faithful one need no option.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from visavis.alignment.methods import (
    Document,
    Progress,
    Settings,
    length_term,
    marks,
    similarity,
    vector_term,
)
from visavis.alignment.methods.band import cuts
from visavis.alignment.methods.lattice import (
    Chain,
    Expected,
    Lattice,
    Singles,
    band,
    decode,
    posteriors,
)
from visavis.alignment.methods.translation import Table
from visavis.alignment.methods.words import Ints
from visavis.alignment.methods.workers import mapped
from visavis.cluster import Mapper

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

WORD_WEIGHT = 0.6
"""Weight of the words: they are drawn together, not one by one, so each says less than its log."""

LENGTH_WEIGHT = 1.0
"""Weight of the lengths."""

TYPES = {
    (1, 1): 0.84,
    (1, 2): 0.06,
    (2, 1): 0.06,
    (2, 2): 0.01,
    (1, 3): 0.01,
    (3, 1): 0.01,
    (2, 3): 0.002,
    (3, 2): 0.002,
    (1, 4): 0.002,
    (4, 1): 0.002,
    (3, 3): 0.0005,
    (2, 4): 0.0005,
    (4, 2): 0.0005,
}
"""How often beads have these types before anything is known of the document."""

LONGER = 0.5
"""A bead of one sentence with n + 1 is so much rarer than one with n, beyond the table."""

OMISSION, OMISSION_AGAIN = 0.04, 0.35
"""Probability that a sentence is omitted after one that is not, and after one that is."""

PRIOR_TYPES, PRIOR_OMISSIONS, PRIOR_SIDES = 60.0, 20.0, 4.0
"""Beads that the expectations above are worth against the counts of a document."""

ESTIMATES = (0, 1)
"""Times that the rates of a document are estimated anew in the first pass and in the last."""

FULL = 48
"""A lattice this narrow is searched whole in the first pass."""

WIDE, NARROW = 48, 16
"""Widths of the band in the first and the second pass."""

LEAST_PATH, SURE_GAP = 2, 24
"""The first pass is narrow too where its path has sure points, no more sentences apart: it runs
near them, and a wide band finds the same beads."""

PIECE = 200
"""Sentences after which a long document is cut where its path is sure."""

UNLIKE = 1.7
"""A segment so many times longer than another is not searched beside it."""

BATCH = 600_000
"""Cells times bead types that are held at once: what fits a cache is fastest."""

COST = 0.25
"""Taken from the worth of each bead, so that fewer are preferred when none is likely."""

RATIO_LETTERS = 2000.0
"""Letters on both sides that the ratio of lengths is smoothed with."""

RATIO_MOST = 0.7
"""Largest log of that ratio: beyond, a text is abridged, not wordy."""


class Segment(NamedTuple):
    """A document or a piece of it: number of first sentences, sizes, path and anchors in it."""

    document: int
    first: tuple[int, int]
    size: tuple[int, int]
    path: Ints
    anchors: Ints


class Corpus(NamedTuple):
    """All sentences of all documents end to end: words (if they are looked at) and lengths.

    ``starts`` are the numbers of the first sentences of the documents, and of the end.
    """

    words: tuple[similarity.Side, similarity.Side] | None
    lengths: length_term.Lengths
    starts: Ints
    anchors: list[Ints]
    marks: marks.Marks


class Rates(NamedTuple):
    """How often bead types, omissions, and omissions of each side are expected: rows."""

    types: Floats
    omission: Floats
    side: Floats


class Found(NamedTuple):
    """What a pass found: the beads of each segment, and expected counts, a row a segment."""

    beads: list[Floats]
    expected: Expected


class Model(NamedTuple):
    """What a pass is run with; ``done`` is told each part of the pass.

    ``listed`` tells which words of both sides the lexicon has; ``vectors`` are of length 1, those
    of an encoder, and ``trust`` how far they count.
    """

    corpus: Corpus
    tables: tuple[Table, Table] | None
    types: Ints
    rates: Rates
    width: int
    estimates: int
    done: Progress
    listed: tuple[Flags, Flags] | None = None
    vectors: tuple[Singles, Singles] | None = None
    trust: vector_term.Trust = vector_term.NONE
    jobs: int = 1
    mapper: Mapper | None = None


def shares(settings: Settings, passes: int) -> Progress:
    """Scale the progress callback for one of ``passes`` equal passes."""
    declared = settings.progress
    return (lambda _: None) if declared is None else (lambda part: declared(part / passes))


def corpus(
    documents: Sequence[Document], words: tuple[similarity.Side, similarity.Side] | None
) -> Corpus:
    """The documents end to end."""
    starts = boundaries(documents)
    letters = []
    for s in (0, 1):
        lengths = [len(sentence.strip()) for document in documents for sentence in document.side(s)]
        letters.append(np.concatenate([[0], np.cumsum(lengths, dtype=np.int64)]))
    total = [np.diff(letters[s][starts[:, s]]) + RATIO_LETTERS for s in (0, 1)]
    ratio = np.clip(np.log(total[1] / total[0]), -RATIO_MOST, RATIO_MOST)
    anchors: list[Ints] = [np.array(d.anchors, dtype=np.int64).reshape(-1, 2) for d in documents]
    return Corpus(
        words,
        length_term.Lengths(letters[0], letters[1], ratio, np.ones(len(ratio))),
        starts,
        anchors,
        marks.of(documents),
    )


def boundaries(documents: Sequence[Document]) -> Ints:
    """Numbers of the first sentences of each document, and of the end: (documents + 1, 2)."""
    sizes = [(len(document.fr), len(document.en)) for document in documents]
    counts = np.array([(0, 0), *sizes], dtype=np.int64)
    return np.asarray(np.cumsum(counts, axis=0))


def bead_types(limits: tuple[int, int]) -> Ints:
    """The bead types within the limits, null beads left out."""
    ones = [(1, b) for b in range(5, limits[1] + 1)] + [(a, 1) for a in range(5, limits[0] + 1)]
    kinds = [kind for kind in [*TYPES, *ones] if kind[0] <= limits[0] and kind[1] <= limits[1]]
    return np.array(kinds, dtype=np.int64)


def expected_rates(types: Ints, documents: int) -> Rates:
    """The rates before a text is seen, a row a document."""
    rest = TYPES[1, 4]
    prior = np.array([TYPES.get((a, b), rest * LONGER ** (a + b - 5)) for a, b in types.tolist()])
    rates = (prior / prior.sum(), np.array([OMISSION, OMISSION_AGAIN]), np.array([0.5, 0.5]))
    return Rates(*(np.tile(value, (documents, 1)) for value in rates))


def updated(rates: Rates, expected: Expected) -> Rates:
    """The expectations, and what was counted, row by row."""
    types = PRIOR_TYPES * rates.types + expected.types
    events = expected.beads + expected.nulls
    omission = (PRIOR_OMISSIONS * rates.omission + expected.nulls) / (PRIOR_OMISSIONS + events)
    side = PRIOR_SIDES * rates.side + expected.sides
    return Rates(
        types / types.sum(axis=-1, keepdims=True),
        np.clip(omission, 1e-4, 1 - 1e-4),
        side / side.sum(axis=-1, keepdims=True),
    )


def counted(rates: Rates, posteriors: Found, segments: list[Segment]) -> Rates:
    """Rates of each document from what a pass counted in it alone.

    Others would drown it: how much a text is abridged is its own.
    """
    owner = [segment.document for segment in segments]
    total = []
    for counts in posteriors.expected:
        total.append(np.zeros((len(rates.omission), counts.shape[1])))
        np.add.at(total[-1], owner, counts)
    return updated(rates, Expected(*total))


def path(corpus: Corpus, document: int, sure: Ints) -> Ints:
    """Points from the start to the end of a document, through its anchors and what is sure.

    ``sure`` are points (i, j) that increase; those that disagree with an anchor are dropped.
    """
    size = corpus.starts[document + 1] - corpus.starts[document]
    fixed = np.concatenate([[(0, 0)], corpus.anchors[document], [size]])
    place = np.clip(np.searchsorted(fixed[:, 0], sure[:, 0], side="left"), 1, len(fixed) - 1)
    fits = ((sure >= fixed[place - 1]) & (sure <= fixed[place])).all(axis=1)
    points = np.concatenate([fixed, sure[fits]])
    points = points[np.lexsort((points[:, 1], points[:, 0]))]
    rising = np.maximum.accumulate(points[:, 1]) == points[:, 1]
    return np.asarray(points[rising])


def pieces(corpus: Corpus, document: int, points: Ints) -> list[Segment]:
    """The document whole, or cut along its path."""
    x, y = corpus.starts[document].tolist()
    size = (int(points[-1, 0]), int(points[-1, 1]))
    ends = cuts(points[1:-1], size, PIECE) if max(size) > 3 * PIECE else np.array([(0, 0), size])
    segments = []
    for start, end in pairwise(ends):
        inner = _within(points, start, end)
        local = np.concatenate([[start], inner, [end]]) - start
        anchors = _within(corpus.anchors[document], start, end) - start
        i, j = start.tolist()
        n, m = (end - start).tolist()
        segments.append(Segment(document, (x + i, y + j), (n, m), local, anchors))
    return segments


def _within(points: Ints, start: Ints, end: Ints) -> Ints:
    return np.asarray(points[((points >= start) & (points <= end)).all(axis=1)])


def bounds(corpus: Corpus, posteriors: Found, segments: list[Segment]) -> list[Ints]:
    """Points between the beads that a pass found, those of each document."""
    ends: list[list[Ints]] = [[np.zeros((0, 2), dtype=np.int64)] for _ in corpus.anchors]
    for segment, beads in zip(segments, posteriors.beads, strict=True):
        local = (beads[:, :2] + beads[:, 2:4]).astype(np.int64)
        ends[segment.document].append(local + segment.first - corpus.starts[segment.document])
    return [np.concatenate(points) for points in ends]


def run(model: Model, segments: list[Segment]) -> Found:
    """One pass over all segments, those of like sizes at once."""
    beads = [_omitted(segment) for segment in segments]
    kinds = len(model.types)
    expected = Expected(*(np.zeros((len(segments), size)) for size in (2, 2, 2, kinds)))
    work = sum(map(_work, segments))
    batches = list(_batches(segments, kinds, model.width))
    parts = [[segments[b] for b in batch] for batch in batches]
    elsewhere = model.jobs > 1 or model.mapper is not None
    common = model._replace(done=_untold, mapper=None) if elsewhere else model
    solved = mapped(_solve, common, parts, model.jobs, model.mapper)
    for batch, (rows, counts) in zip(batches, solved, strict=True):
        for corpus, part in zip(expected, counts, strict=True):
            corpus[batch] = part
        for b, row in zip(batch, rows, strict=True):
            beads[b] = row
        model.done(sum(_work(segments[b]) for b in batch) / work)
    if not work:
        model.done(1)
    return Found(beads, expected)


def _untold(_: float) -> None:
    """Progress of a part in another process."""


def _work(segment: Segment) -> int:
    return sum(segment.size) if min(segment.size) else 0


def _omitted(segment: Segment) -> Floats:
    """The null beads of a segment that has sentences on one side only."""
    side = int(segment.size[1] > 0)
    rows = np.zeros((max(segment.size), 6))
    rows[:, side] = np.arange(len(rows))
    rows[:, 2 + side] = rows[:, 4] = 1
    return rows


def _width(segment: Segment, width: int) -> int:
    points = min(segment.size) + 1
    if width == WIDE and points <= FULL:
        return points
    if width == WIDE and len(segment.path) > LEAST_PATH:
        gap = int(np.diff(segment.path, axis=0).max())
        width = NARROW if gap <= SURE_GAP else width
    return min(width, points)


def _batches(segments: list[Segment], types: int, width: int) -> Iterator[list[int]]:
    """Segments that have both sides, those of like sizes together, no more than fit."""
    filled = [b for b, segment in enumerate(segments) if min(segment.size)]
    order = sorted(filled, key=lambda b: (sum(segments[b].size), b))
    batch: list[int] = []
    widest = 0
    for b in order:
        widest = max(widest, _width(segments[b], width))
        own = sum(segments[b].size) + 1
        smallest = sum(segments[batch[0]].size) + 1 if batch else own
        if batch and ((len(batch) + 1) * own * widest * types > BATCH or own > UNLIKE * smallest):
            yield batch
            batch, widest = [], _width(segments[b], width)
        batch.append(b)
    if batch:
        yield batch


def _solve(model: Model, segments: list[Segment]) -> tuple[list[Floats], Expected]:
    lattice = _lattice(model, segments)
    first = np.array([s.first for s in segments], dtype=np.int64)
    lengths = model.corpus.lengths
    owner = [s.document for s in segments]
    own = lengths._replace(ratio=lengths.ratio[owner], looseness=lengths.looseness[owner])
    scores = length_term.length_scores(lattice, first, own)
    scores *= LENGTH_WEIGHT
    if model.corpus.words and model.tables:
        evidence = similarity.word_scores(lattice, first, model.corpus.words, model.tables)
        evidence *= WORD_WEIGHT
    else:
        evidence = lattice.scores()
    if model.vectors and model.trust.weight:
        evidence += vector_term.vector_scores(lattice, first, model.vectors, model.trust)
    scores += evidence
    marks.apply(lattice, scores, first, model.corpus.marks)
    similarity.forbid(lattice, scores, [s.anchors for s in segments])
    rates = Rates(*(value[owner] for value in model.rates))
    result = posteriors(lattice, scores, _chain(rates))
    for _ in range(model.estimates):
        rates = updated(rates, result.expected)
        result = posteriors(lattice, scores, _chain(rates))
    return decode(lattice, result, COST, evidence), result.expected


def _lattice(model: Model, segments: list[Segment]) -> Lattice:
    sizes = np.array([s.size for s in segments], dtype=np.int64)
    depth = int(sizes.sum(axis=1).max()) + 1
    width = max(_width(s, model.width) for s in segments)
    offsets = np.zeros((depth, len(segments)), dtype=np.int64)
    for b, segment in enumerate(segments):
        own = band(segment.path, segment.size, width)
        offsets[: len(own), b] = own
        offsets[len(own) :, b] = own[-1]
    return Lattice(sizes, offsets, width, model.types, [segment.anchors for segment in segments])


def _chain(rates: Rates) -> Chain:
    kinds = np.log(np.concatenate([rates.types, rates.side], axis=1))
    return Chain(np.log(1 - rates.omission), np.log(rates.omission), kinds)
