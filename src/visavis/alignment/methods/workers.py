"""The same work on many parts, in this process or in several."""

from collections.abc import Callable, Iterator, Sequence
from multiprocessing import get_context
from typing import Any, TypeVar

from visavis.cluster import Mapper

Common = TypeVar("Common")
Part = TypeVar("Part")
Result = TypeVar("Result")

_work: list[Any] = []
"""In a worker: the function and what all parts have in common."""


def mapped(
    function: Callable[[Common, Part], Result],
    common: Common,
    parts: Sequence[Part],
    jobs: int,
    mapper: Mapper | None = None,
) -> Iterator[Result]:
    """Yield ``function(common, part)`` for each part, in order, from so many processes.

    A ``mapper`` works on the parts elsewhere, and ``jobs`` does not count. The processes are
    started anew (spawned), so a script that asks for more than one needs the guard
    ``if __name__ == "__main__"``.
    """
    if mapper is not None and len(parts) >= MANY:
        yield from mapper(function, common, parts)
        return
    if min(jobs, len(parts)) < MANY:
        yield from (function(common, part) for part in parts)
        return
    start = get_context("spawn")
    with start.Pool(min(jobs, len(parts)), _start, (function, common)) as pool:
        yield from pool.imap(_call, parts)


MANY = 2
"""Fewer processes, or parts, than this are done here."""


def _start(*work: object) -> None:
    _work[:] = work


def _call(part: object) -> object:
    function, common = _work
    return function(common, part)
