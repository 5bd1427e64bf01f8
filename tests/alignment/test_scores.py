"""Scores on beads made by hand."""

import pytest

from visavis.alignment.beads import Bead, check, review
from visavis.alignment.scores import Counts, calibration_error, coverage, reliability, score
from visavis.errors import DataError, UsageError

GOLD = [([0], [0]), ([1, 2], [1]), ([3], []), ([4], [2, 3]), ([], [4, 5])]


def test_the_gold_is_right() -> None:
    counts = score(GOLD, GOLD)
    assert counts == Counts(6, 6, 6, 3, 3, 3, 3, 3)
    assert (counts.strict_f1, counts.lax_f1, counts.null_recall) == (1.0, 1.0, 1.0)


def test_a_shared_link_is_laxly_right() -> None:
    counts = score(GOLD, [([0], [0]), ([1], [1]), ([2, 3], []), ([4], [2, 3]), ([], [4, 5])])
    assert counts == Counts(7, 5, 6, 3, 2, 3, 3, 3)
    precision, recall = 5 / 7, 2 / 3
    assert counts.strict_f1 == pytest.approx(2 * precision * recall / (precision + recall))


def test_a_null_bead_of_the_gold_does_not_count_in_recall() -> None:
    counts = score([([0], [0]), ([1], [])], [([0], [0]), ([1], [1])])
    assert (counts.gold, counts.strict_found, counts.null_recall) == (1, 1, 0.0)


def test_a_predicted_null_bead_counts_in_precision() -> None:
    counts = score([([0], [0])], [([0], []), ([], [0])])
    assert (counts.predicted, counts.strict, counts.lax, counts.strict_f1) == (2, 0, 0, 0.0)


def test_counts_add_up() -> None:
    assert score(GOLD, GOLD).plus(score(GOLD, GOLD)).predicted == 12


def test_coverage_takes_the_surest_first() -> None:
    judged = [(0.9, True), (0.8, True), (0.7, False), (0.6, True)]
    assert coverage(judged, 1.0) == 0.5
    assert coverage(judged, 0.75) == 1.0
    assert coverage([(0.9, True), (0.9, False)], 1.0) == 0.0
    assert coverage([], 0.9) == 0.0


def test_calibration_error_is_the_distance_of_confidence_and_truth() -> None:
    judged = [(0.5, True), (0.5, False), (1.0, True), (1.0, False)]
    assert [part.right for part in reliability(judged, 2)] == [0.5, 0.5]
    assert calibration_error(judged, 2) == pytest.approx(0.25)


def test_the_review_queue_is_in_reading_order() -> None:
    beads = {
        "b": [Bead((0,), (0,), 0.5), Bead((1,), (1,), 0.99)],
        "a": [Bead((), (0,), 0.2), Bead((0,), (1,), 0.1)],
    }
    assert [(d.document, d.number) for d in review(beads, 0.99)] == [("b", 0), ("a", 0), ("a", 1)]
    with pytest.raises(UsageError, match="probability"):
        review(beads, 7)


@pytest.mark.parametrize(
    "beads",
    [
        [Bead((0,), (0,))],
        [Bead((1,), (0,)), Bead((0,), ())],
        [Bead((0, 1), (0, 0))],
        [Bead((0, 1), (0,)), Bead((2,), ())],
        [Bead((0, 1), (0,)), Bead((), ())],
    ],
)
def test_beads_that_do_not_tile_are_refused(beads: list[Bead]) -> None:
    with pytest.raises(DataError, match="pair"):
        check(beads, (2, 1), "pair")
