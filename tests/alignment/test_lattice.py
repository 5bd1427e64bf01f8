"""The search against every path of small lattices, and how it numbers keys."""

from collections import defaultdict
from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis.alignment.methods import search
from visavis.alignment.methods.lattice import (
    Chain,
    Expected,
    Lattice,
    Singles,
    band,
    decode,
    posteriors,
)
from visavis.alignment.methods.words import grouped

TYPES = np.array([(1, 1), (2, 1), (1, 2), (2, 2)])
KINDS = [*map(tuple, TYPES.tolist()), (1, 0), (0, 1)]
NULL = len(TYPES)

Step = tuple[int, int, int]


def paths(i: int, j: int, size: tuple[int, int]) -> Iterator[list[Step]]:
    """Every way from (i, j) to the end: beads as (i, j, kind)."""
    if (i, j) == size:
        yield []
    for q, (a, b) in enumerate(KINDS):
        if i + a <= size[0] and j + b <= size[1]:
            for rest in paths(i + a, j + b, size):
                yield [(i, j, q), *rest]


def searched(
    sizes: list[tuple[int, int]], seed: int
) -> tuple[Lattice, Singles, Chain, list[dict[Step, float]]]:
    """A batch of lattices with scores at random, and the posteriors of each by enumeration."""
    draw = np.random.default_rng(seed)
    depth, width = max(map(sum, sizes)) + 1, max(n for n, _ in sizes) + 1
    offsets = np.zeros((depth, len(sizes)), dtype=np.int64)
    for s, (n, m) in enumerate(sizes):
        own = band(np.array([(0, 0), (n, m)]), (n, m), width)
        offsets[:, s] = np.concatenate([own, np.full(depth - len(own), own[-1])])
    lattice = Lattice(np.array(sizes), offsets, width, TYPES)
    scores = lattice.scores()
    scores[:] = draw.normal(0, 3, scores.shape)
    omission = draw.uniform(0.1, 0.9, (len(sizes), 2))
    kinds = draw.uniform(0.1, 0.9, (len(sizes), len(KINDS)))
    chain = Chain(np.log(1 - omission), np.log(omission), np.log(kinds))
    expected = []
    for s, size in enumerate(sizes):
        weights: dict[Step, float] = defaultdict(float)
        total = 0.0
        for path in paths(0, 0, size):
            log, state = 0.0, 0
            for i, j, q in path:
                turn = chain.to_null if q >= NULL else chain.to_bead
                log += float(turn[s, state] + chain.kinds[s, q])
                if q < NULL:
                    log += float(scores[i + j, q, s, i - offsets[i + j, s]])
                state = int(q >= NULL)
            total += np.exp(log)
            for step in path:
                weights[step] += np.exp(log)
        expected.append({step: weight / total for step, weight in weights.items()})
    return lattice, scores, chain, expected


@pytest.mark.parametrize("sizes", [[(3, 3)], [(1, 4), (3, 2)], [(2, 2), (4, 1), (3, 3)]])
@pytest.mark.parametrize("seed", [1, 2])
def test_posteriors_are_those_of_all_paths(sizes: list[tuple[int, int]], seed: int) -> None:
    lattice, scores, chain, expected = searched(sizes, seed)
    result = posteriors(lattice, scores, chain)
    for s, steps in enumerate(expected):
        for (i, j, q), probability in steps.items():
            k = i - lattice.offsets[i + j, s]
            assert result.beads[q, i + j, s, k] == pytest.approx(probability, abs=1e-5)
        assert result.beads[:, :, s].sum() == pytest.approx(sum(steps.values()), abs=1e-4)
        beads = sum(p for (_, _, q), p in steps.items() if q < NULL)
        assert result.expected.beads[s].sum() == pytest.approx(beads, abs=1e-4)
        assert result.expected.types[s].sum() == pytest.approx(beads, abs=1e-4)


@pytest.mark.parametrize("cost", [0.0, 0.25])
def test_the_beads_chosen_are_the_best_of_all_paths(cost: float) -> None:
    sizes = [(3, 3), (2, 4)]
    lattice, scores, chain, expected = searched(sizes, 3)
    result = posteriors(lattice, scores, chain)
    for rows, size, steps in zip(
        decode(lattice, result, cost, scores), sizes, expected, strict=True
    ):
        best = max(sum(steps[step] - cost for step in path) for path in paths(0, 0, size))
        assert sum(rows[:, 4]) - cost * len(rows) == pytest.approx(best, abs=1e-4)


@given(st.lists(st.integers(0, 9) | st.integers(0, 2**62), max_size=30))
def test_keys_are_grouped_as_unique_does(keys: list[int]) -> None:
    array = np.array(keys, dtype=np.int64)
    result, place = grouped(array)
    assert result.tolist() == sorted(set(keys))
    assert result[place].tolist() == keys


def test_the_rates_of_a_document_come_from_it_alone() -> None:
    types = search.bead_types((2, 2))
    path = np.zeros((0, 2), dtype=np.int64)
    segments = [search.Segment(d, (0, 0), (9, 9), path, path) for d in (0, 1, 0)]
    draw = np.random.default_rng(1)
    expected = Expected(*(draw.uniform(0, 50, (3, n)) for n in (2, 2, 2, len(types))))
    rates = search.counted(search.expected_rates(types, 2), search.Found([], expected), segments)
    for document, rows in ((0, [0, 2]), (1, [1])):
        own = Expected(*(counts[rows].sum(axis=0, keepdims=True) for counts in expected))
        alone = search.updated(search.expected_rates(types, 1), own)
        for result, right in zip(rates, alone, strict=True):
            assert result[document] == pytest.approx(right[0])
