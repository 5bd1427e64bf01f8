"""How likely a difference is to be an error: a logistic model, fitted by benchmarks/check.py.

The logit is a weight of the kind of evidence, and slopes: for the words of the pair without an
answer (a free translation), the same of the file, and the length of the segment; evidence that is
measured has a slope for its score. ``languages/fr-en/evidence.txt`` has the numbers.
"""

import math
from functools import cache
from typing import NamedTuple

from visavis.languages import entries
from visavis.validation.pairs.coverage import coverage
from visavis.validation.pairs.evidence import Evidence, Segment

USUAL_OPEN, USUAL_LENGTH = 0.25, 120
"""Share of words without an answer, and characters, at which the slopes are 0."""

RARE = -1.0
"""Weight of a kind that was never seen when the model was fitted."""

PRIOR = 40
"""Pairs that what is usual weighs against those of the file."""

USUAL_RATIO = -0.085
"""Mean logarithm of the ratio of lengths, English by French."""


class Calibration(NamedTuple):
    """What is usual in a file.

    Attributes:
        ratio: mean logarithm of the ratio of lengths, English by French.
        open: share of words without an answer on the other side.
    """

    ratio: float = USUAL_RATIO
    open: float = USUAL_OPEN


class Model(NamedTuple):
    """The fitted numbers: weights by kind, slopes by kind of measured evidence, slopes by check."""

    weights: dict[str, float]
    scores: dict[str, float]
    slopes: dict[str, tuple[float, ...]]


@cache
def model() -> Model:
    """Return the model of ``evidence.txt``."""
    weights: dict[str, float] = {}
    scores: dict[str, float] = {}
    slopes: dict[str, tuple[float, ...]] = {}
    section = ""
    for line in entries("fr-en", "evidence.txt"):
        if line.startswith("["):
            section = line.strip("[]")
            continue
        name, *numbers = line.split("\t")
        if section == "slopes":
            slopes[name] = tuple(map(float, numbers))
            continue
        weights[name] = float(numbers[0])
        if numbers[1:]:
            scores[name] = float(numbers[1])
    return Model(weights, scores, slopes)


def openness(segment: Segment) -> float:
    """Return the share of content words without an answer, drawn towards what is usual."""
    covered = coverage(segment)
    return (sum(covered.open) + 1) / (sum(covered.words) + 4)


def calibration(segments: list[Segment]) -> Calibration:
    """Return what is usual in the first segments of a file."""
    both = [s for s in segments if s.fr.text.strip() and s.en.text.strip()]
    ratios = [math.log(len(s.en.text.strip()) / len(s.fr.text.strip())) for s in both]
    opened = [openness(segment) for segment in both]
    total = PRIOR + len(both)
    return Calibration(
        (PRIOR * USUAL_RATIO + sum(max(-1.0, min(1.0, r)) for r in ratios)) / total,
        (PRIOR * USUAL_OPEN + sum(opened)) / total,
    )


def probability(item: Evidence, length: int, share: float, usual: Calibration) -> float:
    """Return how likely the evidence is to be an error of the translation.

    Args:
        item: the evidence.
        length: characters of the French side.
        share: words of the pair without an answer, as `openness` returns it.
        usual: what is usual in the file.
    """
    fitted = model()
    logit = fitted.weights.get(item.kind, RARE)
    if item.score is not None:
        logit += fitted.scores.get(item.kind, 0.0) * item.score
    pair, file, long = fitted.slopes.get(item.check, fitted.slopes["all"])
    logit += pair * (share - USUAL_OPEN) + file * (usual.open - USUAL_OPEN)
    logit += long * math.log(max(1, length) / USUAL_LENGTH)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))
