"""``visavis.check``: the findings of pairs of segments, as a stream."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from itertools import chain, islice
from multiprocessing import get_context
from typing import NamedTuple

from visavis.cluster import Mapper
from visavis.errors import UsageError
from visavis.languages import LANGS
from visavis.validation.pairs.checks import CHECKS, Severity, check_names, evidence
from visavis.validation.pairs.evidence import Evidence, Segment
from visavis.validation.pairs.form import little_words
from visavis.validation.pairs.probability import (
    Calibration,
    calibration,
    openness,
    probability,
)
from visavis.validation.pairs.words import Offsets, Side

PRECISION = 0.7
"""Probability from which on a finding is reported."""

FIRST = 300
"""Pairs from which the languages and what is usual in a file are told."""

CHUNK = 2000
"""Pairs that a process checks at once."""

DIRECTIONS = {"fr-en": ("fr", "en"), "en-fr": ("en", "fr")}


class Row(NamedTuple):
    """A pair of a file: source, target, and what reports say of its place.

    Attributes:
        source: the text.
        target: its translation.
        path: the file.
        line: its line there, counted from 1.
        id: its name there, such as the id of a unit.
        waived: names of checks that the file itself waives for this pair.
    """

    source: str
    target: str
    path: str = ""
    line: int = 0
    id: str = ""
    waived: frozenset[str] = frozenset()


class Finding(NamedTuple):
    """A difference between the two sides of a segment that may be an error.

    Attributes:
        segment: number of the pair, counted from 1.
        check: name of the check.
        severity: error, or warning.
        probability: how likely it is to be an error.
        message: what differs.
        source: where it is in the source, [start, end) in code points; None where it is nowhere.
        target: the same in the target.
    """

    segment: int
    check: str
    severity: Severity
    probability: float
    message: str
    source: Offsets | None
    target: Offsets | None


class Checked(NamedTuple):
    """A row that has findings, with its number."""

    number: int
    row: Row
    findings: list[Finding]


class Options(NamedTuple):
    """How pairs are checked: languages, least probability, checks by name, what is usual."""

    langs: tuple[str, str]
    least: float
    only: frozenset[str]
    usual: Calibration


def check(
    pairs: Iterable[Sequence[str]],
    langs: str = "auto",
    *,
    precision: float = PRECISION,
    checks: Sequence[str] = (),
    jobs: int = 1,
) -> Iterator[Finding]:
    """Yield the findings of pairs (source, target), in order.

    Args:
        pairs: the segments of a text and their translations; they are read as a stream.
        langs: "fr-en", "en-fr" or "auto", which tells the direction from the first pairs.
        precision: least probability of a finding; 0 yields all of them.
        checks: names of the checks to make; all of them by default.
        jobs: processes that share the work.

    Raises:
        UsageError: a name or number is wrong, or the languages cannot be told.

    >>> [f.check for f in check([("Il a levé 13 milliards.", "It raised 13 million.")], "fr-en")]
    ['amount']
    """
    rows = (Row(source, target) for source, target, *_ in pairs)
    for checked in check_rows(rows, langs, precision=precision, checks=checks, jobs=jobs):
        yield from checked.findings


def check_rows(
    rows: Iterable[Row],
    langs: str = "auto",
    *,
    precision: float = PRECISION,
    checks: Sequence[str] = (),
    jobs: int | Mapper = 1,
) -> Iterator[Checked]:
    """Yield the rows that have findings; the arguments are those of `check`.

    A ``Mapper`` in the place of a number of processes works on the rows elsewhere.
    """
    if not 0 <= precision <= 1:
        msg = f"precision is {precision}"
        raise UsageError(msg, remedy="Choose a probability from 0 to 1.")
    only = check_names(list(checks)) or frozenset(CHECKS)
    stream = iter(rows)
    first = list(islice(stream, FIRST))
    if not first:
        return
    direction = DIRECTIONS[direction_of(first) if langs == "auto" else known_direction(langs)]
    usual = calibration([Segment(*sides(row, direction)) for row in first])
    options = Options(direction, precision, only, usual)
    whole = chain(first, stream)
    if not isinstance(jobs, int):
        yield from chain.from_iterable(jobs(_of_task, options, _tasks(whole)))
        return
    yield from _checked(whole, options) if jobs <= 1 else _shared(whole, options, jobs)


def known_direction(langs: str) -> str:
    """Return a direction that can be checked.

    Raises:
        UsageError: the languages are others.
    """
    if langs not in DIRECTIONS:
        msg = f"languages {langs!r} cannot be checked"
        raise UsageError(msg, remedy=f"Choose among {', '.join(DIRECTIONS)} and auto.")
    return langs


def direction_of(rows: Sequence[Row]) -> str:
    """Return the direction of pairs by their little words.

    Raises:
        UsageError: the words do not tell it.
    """
    texts = [" ".join(side) for side in zip(*(row[:2] for row in rows), strict=True)]
    first, second = ({lang: little_words(text, lang) for lang in LANGS} for text in texts)
    forth, back = first["fr"] + second["en"], first["en"] + second["fr"]
    if forth == back:
        msg = "the languages cannot be told from the first pairs"
        raise UsageError(msg, remedy="Give --langs fr-en or --langs en-fr.")
    return "fr-en" if forth > back else "en-fr"


def sides(row: Row, langs: tuple[str, str]) -> tuple[Side, Side]:
    """Return the pair of a row as its French and its English side."""
    fr, en = row[:2] if langs[0] == "fr" else (row.target, row.source)
    return Side(fr, "fr"), Side(en, "en")


def _checked(
    rows: Iterable[Row],
    options: Options,
    number: int = 1,
    edges: tuple[Row | None, Row | None] = (None, None),
) -> Iterator[Checked]:
    """Yield what is found in rows of which the first has a number; edges are the neighbours."""
    before = sides(edges[0], options.langs) if edges[0] else None
    stream = iter(rows)
    row = next(stream, None)
    current = sides(row, options.langs) if row else None
    while row and current:
        following = next(stream, None)
        later = following or edges[1]
        after = sides(later, options.langs) if later else None
        findings = _of_segment(Segment(*current, before, after), number, options, row.waived)
        if findings:
            yield Checked(number, row, findings)
        before, current, row, number = current, after, following, number + 1


def _of_segment(
    segment: Segment, number: int, options: Options, waived: frozenset[str]
) -> list[Finding]:
    """Return the findings of a segment, the likeliest of each check, in the order of likelihood."""
    best: dict[str, Finding] = {}
    items = [
        item
        for item in evidence(segment, options.usual.ratio)
        if item.check in options.only and item.check not in waived and "all" not in waived
    ]
    share = openness(segment) if items else 0.0
    for item in items:
        likely = probability(item, len(segment.fr.text), share, options.usual)
        last = best.get(item.check)
        if likely >= options.least and (last is None or last.probability < likely):
            best[item.check] = _finding(item, number, likely, options.langs)
    return sorted(best.values(), key=lambda finding: -finding.probability)


def _finding(item: Evidence, number: int, likely: float, langs: tuple[str, str]) -> Finding:
    places: dict[str, Offsets | None] = {"fr": item.fr, "en": item.en}
    source, target = (places[lang] for lang in langs)
    severity = CHECKS[item.check].severity
    return Finding(number, item.check, severity, round(likely, 3), item.message, source, target)


# ------------------------------------------------------------------ in several processes
class _Task(NamedTuple):
    """Rows that one process checks: the number of the first, and the neighbours."""

    number: int
    rows: list[Row]
    edges: tuple[Row | None, Row | None]


def _shared(rows: Iterable[Row], options: Options, jobs: int) -> Iterator[Checked]:
    """Yield what is found, in order, from several processes; few chunks are in memory at once."""
    work = partial(_of_task, options)
    waiting: deque[Future[list[Checked]]] = deque()
    with ProcessPoolExecutor(jobs, get_context("spawn")) as pool:
        for task in _tasks(rows):
            waiting.append(pool.submit(work, task))
            while len(waiting) > 2 * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _tasks(rows: Iterable[Row]) -> Iterator[_Task]:
    stream = iter(rows)
    before: Row | None = None
    number, chunk = 1, list(islice(stream, CHUNK))
    while chunk:
        following = list(islice(stream, CHUNK))
        yield _Task(number, chunk, (before, following[0] if following else None))
        before, number, chunk = chunk[-1], number + len(chunk), following


def _of_task(options: Options, task: _Task) -> list[Checked]:
    return list(_checked(task.rows, options, task.number, task.edges))
