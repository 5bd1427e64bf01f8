"""How right beads are, and how well their confidence tells it.

The convention is that of the Text+Berg alignment campaign as Thompson and Koehn (2019, Vecalign,
EMNLP-IJCNLP 1342-1348) score it. Null beads are split into single sentences. A bead is strictly
right if it is one of the gold beads, and laxly if it shares a link (a pair of sentences) with one;
a null bead is right in both ways if it is in the gold. Precision counts null beads, recall does
not.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

Group = tuple[tuple[int, ...], tuple[int, ...]]
"""The sentences of a bead on both sides."""


class Counts(NamedTuple):
    """Sums over documents; add them to score a set, then ask for the rates."""

    predicted: int = 0
    strict: int = 0
    lax: int = 0
    gold: int = 0
    strict_found: int = 0
    lax_found: int = 0
    nulls: int = 0
    nulls_found: int = 0

    def plus(self, other: "Counts") -> "Counts":
        """Both sets together."""
        return Counts(*(a + b for a, b in zip(self, other, strict=True)))

    @property
    def strict_f1(self) -> float:
        """F1 of beads that are exactly right."""
        return _f1(self.strict, self.predicted, self.strict_found, self.gold)

    @property
    def lax_f1(self) -> float:
        """F1 of beads that share a link with a right one."""
        return _f1(self.lax, self.predicted, self.lax_found, self.gold)

    @property
    def null_recall(self) -> float:
        """Part of the omitted and added sentences that were found; 1 if there are none."""
        return self.nulls_found / self.nulls if self.nulls else 1.0


class Bin(NamedTuple):
    """Beads of like confidence: how many, their mean confidence, the part that is right."""

    size: int
    confidence: float
    right: float


def groups(beads: Iterable[tuple[Sequence[int], Sequence[int]]]) -> list[Group]:
    """The beads with each null bead split into single sentences."""
    split: list[Group] = []
    for fr, en in beads:
        if fr and en:
            split.append((tuple(fr), tuple(en)))
        else:
            split += [((i,), ()) for i in fr] + [((), (j,)) for j in en]
    return split


def score(
    gold: Iterable[tuple[Sequence[int], Sequence[int]]],
    predicted: Iterable[tuple[Sequence[int], Sequence[int]]],
) -> Counts:
    """Counts of one document."""
    right, result = groups(gold), groups(predicted)
    right_set, found_set = set(right), set(result)
    right_links, found_links = _links(right), _links(result)
    beads = [group for group in right if group[0] and group[1]]
    nulls = [group for group in right if not (group[0] and group[1])]
    return Counts(
        len(result),
        sum(group in right_set for group in result),
        sum(group in right_set or _linked(group, right_links) for group in result),
        len(beads),
        sum(group in found_set for group in beads),
        sum(_linked(group, found_links) for group in beads),
        len(nulls),
        sum(group in found_set for group in nulls),
    )


def coverage(judged: Iterable[tuple[float, bool]], precision: float) -> float:
    """Part of the beads that can be taken, the surest first, at that precision or better.

    ``judged`` are confidences with whether the bead is right; beads of one confidence are
    taken together.
    """
    ranked = sorted(judged, key=lambda bead: -bead[0])
    right = best = 0
    for taken, (confidence, good) in enumerate(ranked, 1):
        right += good
        last = taken == len(ranked) or ranked[taken][0] < confidence
        if last and right >= precision * taken:
            best = taken
    return best / len(ranked) if ranked else 0.0


def reliability(judged: Iterable[tuple[float, bool]], bins: int = 10) -> list[Bin]:
    """Beads in bins of like size by confidence, the least sure first: the reliability diagram.

    Bins of equal count, since most beads are sure (Nguyen and O'Connor 2015, EMNLP 1587-1598).
    """
    ranked = sorted(judged)
    edges = [len(ranked) * b // bins for b in range(bins + 1)]
    filled = [ranked[a:b] for a, b in pairwise(edges) if b > a]
    return [
        Bin(len(part), sum(p for p, _ in part) / len(part), sum(r for _, r in part) / len(part))
        for part in filled
    ]


def calibration_error(judged: Iterable[tuple[float, bool]], bins: int = 10) -> float:
    """Expected calibration error: mean distance of confidence and truth over `reliability`."""
    parts = reliability(judged, bins)
    total = sum(part.size for part in parts)
    return sum(part.size * abs(part.confidence - part.right) for part in parts) / max(total, 1)


def _links(beads: list[Group]) -> set[tuple[int, int]]:
    return {(i, j) for fr, en in beads for i in fr for j in en}


def _linked(bead: Group, links: set[tuple[int, int]]) -> bool:
    return any((i, j) in links for i in bead[0] for j in bead[1])


def _f1(right: int, predicted: int, matched: int, gold: int) -> float:
    precision, recall = right / max(predicted, 1), matched / max(gold, 1)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
