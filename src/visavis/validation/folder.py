"""Validation: the rules' findings, in the order in which a reader would mend them.

Levels gate each other article by article: an article with an error on one level is not looked at
on the next, where its findings would only be echoes. So the findings of parts are those of the
whole, and a large corpus is checked part by part. The level of the corpus as a whole, and that of
its files, are looked at when no article has an error.
"""

import os
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

import polars as pl

from visavis.cluster import Mapper
from visavis.corpus import reading
from visavis.corpus.articles import Article, is_third_party
from visavis.corpus.model import Corpus
from visavis.corpus.reading import Survey
from visavis.errors import DataError
from visavis.languages import LANGS
from visavis.validation.engine import (
    Choice,
    check_articles,
    check_corpus,
    check_level,
    check_rule_names,
    choice,
    only_errors,
)
from visavis.validation.findings import Finding, rule_id
from visavis.validation.rules import CORPUS_LEVELS, RULES
from visavis.validation.waivers import Waivers

PART = 4_000
"""Articles of a part that is checked at once: memory is bounded by it, and each takes .4 s more."""

FIRST = 250
"""Articles of the first part, so that its findings come soon; each part is twice the one before.
The last ones are as small, so that all processes end together."""

FEW = 2_000
"""Articles up to which one process is as fast as several, which must start."""


def check_folder(
    folder: Path,
    asked: Choice | None = None,
    *,
    only: Sequence[str] | None = None,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
    processes: int | Mapper = 1,
) -> Iterator[Finding]:
    """The findings of a folder, part by part, without those that are waived.

    ``only`` names the articles to look at; the levels of the corpus and of the release are then
    left out. ``progress`` is told how many articles are done, and of how many. With ``processes``
    above one the parts of a large corpus are checked in parallel, with a ``Mapper`` elsewhere;
    findings come in order.

    Raises:
        UsageError: ``folder`` is not a corpus.
    """
    asked = asked or Choice()
    try:
        source = reading.survey(folder)
        check_rule_names(source.empty.settings)
        waivers = Waivers(folder, asked, source.empty.settings)
        if only is not None:
            source = source.of(only)
        failed = False
        done: list[Corpus] = []
        remaining = only is None and any(
            asked.has(rule_id(r)) for v in CORPUS_LEVELS for r in RULES[v]
        )
        each = _each_part(_Job(source, asked, waivers, kept=remaining), processes)
        for (findings, part), chosen in zip(each, _slices(len(source.articles)), strict=True):
            declared = list(waivers.keep(findings))
            yield from declared
            failed |= bool(only_errors(declared))
            if failed:
                done.clear()
            elif part:
                done.append(replace(part, kb=source.empty.kb, facts=source.empty.facts))
            progress(min(chosen.stop, len(source.articles)), len(source.articles))
    except DataError:
        result = check_level("form", folder, asked)
        if not result and not asked.select:
            raise
        yield from result
        return
    if only is None and not failed:
        last = list(waivers.keep(check_corpus(joined(done), asked))) if done else []
        yield from last
        if not only_errors(last):
            yield from waivers.keep(check_level("files", folder, asked, source.empty.settings))
        yield from waivers.stale(not_hydrated(source))


class _Job(NamedTuple):
    """What the processes that check parts are told once: all but the articles of the parts."""

    source: Survey
    asked: Choice
    waivers: "Waivers"
    kept: bool
    """Whether parts without errors are given back, for the rules on the corpus as a whole."""


def _each_part(job: _Job, processes: int | Mapper) -> Iterator[tuple[list[Finding], Corpus | None]]:
    """The findings of each part in order, and the part itself where it is to be kept."""
    count = len(job.source.articles)
    parts = map(job.source.part, _slices(count))
    if not isinstance(processes, int):
        declared = job._replace(source=job.source.part(slice(0)))
        yield from processes(
            _check_listed, declared, ((part.articles, part.files) for part in parts)
        )
        return
    if processes == 1 or count <= FEW:
        yield from (_check_part(job, part) for part in parts)
        return
    declared = job._replace(source=job.source.part(slice(0)))
    with (
        _settings_of_a_part(),
        ProcessPoolExecutor(
            processes, get_context("spawn"), initializer=_begin, initargs=(declared,)
        ) as pool,
    ):
        waiting = deque[Future[tuple[list[Finding], Corpus | None]]]()
        for part in parts:
            waiting.append(pool.submit(_check_part_there, part.articles, part.files))
            if len(waiting) > processes + 1:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _slices(count: int) -> Iterator[slice]:
    """The parts of ``count`` articles, at least one."""
    first, size = 0, min(FIRST, PART)
    while not first or first < count:
        yield slice(first, first + size)
        first += size
        size = min(2 * size, PART, max(FIRST, (count - first) // 4))


def _check_part(job: _Job, source: Survey) -> tuple[list[Finding], Corpus | None]:
    part = reading.read_part(source)
    findings = check_articles(part, job.asked, job.waivers.cover)
    failed = any(f.severity == "error" and not job.waivers.cover(f) for f in findings)
    return findings, part if job.kept and not failed else None


def _check_listed(
    job: _Job, listed: tuple[Sequence[tuple[int, Article]], Mapping[str, frozenset[str]]]
) -> tuple[list[Finding], Corpus | None]:
    articles, paths = listed
    return _check_part(job, replace(job.source, articles=articles, files=paths))


_jobs: list[_Job] = []
"""The job of this process, where it is one of several."""


def _begin(job: _Job) -> None:
    _jobs[:] = [job]


def _check_part_there(
    articles: Sequence[tuple[int, Article]], files: Mapping[str, frozenset[str]]
) -> tuple[list[Finding], Corpus | None]:
    (job,) = _jobs
    return _check_listed(job, (articles, files))


@contextmanager
def _settings_of_a_part() -> Iterator[None]:
    """Processes that start inside have one polars thread each: together they fill the machine."""
    before = {name: os.environ.get(name) for name in _OF_A_PART}
    os.environ.update(_OF_A_PART)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


_OF_A_PART = {
    "POLARS_MAX_THREADS": "1",
    "_RJEM_MALLOC_CONF": "dirty_decay_ms:-1,muzzy_decay_ms:-1",
}
"""Settings of polars in the process of a part. The second is that of its allocator on Linux: memory
is kept for the next part, not given back and asked for again, which took a tenth of the time."""


def errors(folder: Path) -> list[Finding]:
    """Return error-level findings, ignoring the ``files`` level."""
    return only_errors(check_folder(folder, choice(ignore=["files"])))


def joined(parts: Sequence[Corpus]) -> Corpus:
    """The corpus that has the articles of all ``parts``."""
    return replace(
        parts[0],
        articles=pl.concat([part.articles for part in parts]),
        texts=pl.concat([part.texts for part in parts]),
        layers={
            layer: pl.concat([part.layers[layer] for part in parts]) for layer in parts[0].layers
        },
    )


def not_hydrated(source: Survey) -> list[str]:
    """Ids of the articles that lack a third-party text, in either language."""
    return [
        article.id
        for _, article in source.articles
        if any(
            is_third_party(article, lang) and article.id not in source.files[f"raw/{lang}"]
            for lang in LANGS
        )
    ]
