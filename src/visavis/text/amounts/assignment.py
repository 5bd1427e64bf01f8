"""The cheapest way to pair the rows of a square matrix with its columns."""

from collections.abc import Sequence


def assignment(costs: Sequence[Sequence[int]]) -> list[int]:
    """Column of each row in a pairing of least total cost; exact, in cubic time.

    Shortest augmenting paths with potentials, the Hungarian method: H. W. Kuhn (1955), in the
    form of R. Jonker and A. Volgenant (1987).
    """
    size = len(costs)
    columns, reached = [0] * (size + 1), [0] * (size + 1)
    rows, prices = [0] * (size + 1), [0] * (size + 1)
    for row in range(1, size + 1):
        column = _augment(costs, row, (columns, rows, prices, reached))
        while column:
            columns[column] = columns[reached[column]]
            column = reached[column]
    taken = {columns[column]: column - 1 for column in range(1, size + 1)}
    return [taken[row] for row in range(1, size + 1)]


def _augment(
    costs: Sequence[Sequence[int]],
    row: int,
    state: tuple[list[int], list[int], list[int], list[int]],
) -> int:
    """The free column that the cheapest path from ``row`` ends at; potentials are brought along."""
    columns, rows, prices, reached = state
    columns[0], column = row, 0
    open_columns = set(range(1, len(columns)))
    slack: dict[int, int] = {}
    done = [0]
    while columns[column]:
        current = columns[column]
        for other in open_columns:
            gap = costs[current - 1][other - 1] - rows[current] - prices[other]
            if other not in slack or gap < slack[other]:
                slack[other], reached[other] = gap, column
        column = min(open_columns, key=slack.__getitem__)
        step = slack[column]
        for visited in done:
            rows[columns[visited]] += step
            prices[visited] -= step
        for other in open_columns:
            slack[other] -= step
        open_columns.discard(column)
        done.append(column)
    return column
