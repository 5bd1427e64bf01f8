"""Validation: the rules' findings, in the order in which a reader would mend them.

Levels gate each other article by article: an article with an error on one level is not looked at
on the next, where its findings would only be echoes. So the findings of parts are those of the
whole, and a large corpus is checked part by part. The level of the corpus as a whole, and that of
its files, are looked at when no article has an error.
"""

import inspect
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Literal, NamedTuple

import polars as pl

from visavis.corpus import reading
from visavis.corpus.articles import THIRD_PARTY, Article
from visavis.corpus.reading import Corpus, Survey, read_rows
from visavis.errors import DataError, UsageError
from visavis.languages import Lang
from visavis.validation.rules import ARTICLE_LEVELS, CORPUS_LEVELS, RULES, WARNINGS, Rule
from visavis.validation.rules.frames import FOUND, sentences
from visavis.validation.waivers import WAIVERS, Waiver

Severity = Literal["error", "warning"]

STALE = "waiver-stale"
"""The id of the finding that a waiver has none."""

PART = 4_000
"""Articles of a part that is checked at once: memory is bounded by it, and each takes .4 s more."""

FIRST = 250
"""Articles of the first part, so that its findings come soon; each part is twice the one before.
The last ones are as small, so that all processes end together."""

FEW = 2_000
"""Articles up to which one process is as fast as several, which must start."""


class Finding(NamedTuple):
    """Something that is wrong with a corpus: where, what, and what to do.

    ``start`` and ``end`` count code points in the text of ``article`` in ``lang``. No field holds
    more of a third-party text than the rules let stand in the repository.
    """

    path: str
    line: int
    rule: str
    message: str
    remedy: str
    severity: Severity = "error"
    article: str | None = None
    lang: Lang | None = None
    start: int | None = None
    end: int | None = None
    sentence: str | None = None
    """Id of the bead in which it stands."""

    def __str__(self) -> str:
        """The finding as a line of a report."""
        return f"{self.path}:{self.line}: {self.message}. {self.remedy} [{self.rule}]"

    @property
    def fingerprint(self) -> str:
        """The same for the same finding while lines above it come and go: rule, file, message."""
        return sha256(f"{self.rule}\0{self.path}\0{self.message}".encode()).hexdigest()[:16]


class Choice(NamedTuple):
    """Which rules are asked: ids to select (all where there are none) and to leave out."""

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()

    def has(self, rule: str) -> bool:
        """Whether the rule is asked."""
        return (not self.select or rule in self.select) and rule not in self.ignore


def choice(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> Choice:
    """The choice of rules named by their ids or levels.

    Raises:
        UsageError: a name is neither.
    """
    levels = {level: {rule_id(rule) for rule in rules} for level, rules in RULES.items()}
    known = {rule: {rule} for rule in rules_by_id()} | levels | {STALE: {STALE}}
    for name in (*select, *ignore):
        if name not in known:
            msg = f"rule {name!r}: there is none. `visavis validate --explain all` lists them."
            raise UsageError(msg)
    return Choice(
        frozenset[str]().union(*(known[name] for name in select)),
        frozenset[str]().union(*(known[name] for name in ignore)),
    )


def check(corpus: Corpus, asked: Choice | None = None) -> list[Finding]:
    """The findings of a corpus that is read, but for the levels that look at its folder."""
    asked = asked or Choice()
    findings = check_articles(corpus, asked)
    if not _errors(findings):
        findings += _whole(corpus, asked)
    return findings


def _whole(corpus: Corpus, asked: Choice) -> list[Finding]:
    return [found for level in CORPUS_LEVELS for found in _level(level, corpus, asked)]


def check_articles(
    corpus: Corpus, asked: Choice, waived: Callable[[Finding], bool] = lambda _: False
) -> list[Finding]:
    """The findings of the levels that see one article at a time.

    Those that are ``waived`` are told too, but keep no article from the next level.
    """
    findings: list[Finding] = []
    left = corpus
    for level in ARTICLE_LEVELS:
        new = _level(level, left, asked)
        findings += new
        if wrong := {finding.article for finding in _errors(new) if not waived(finding)}:
            left = left.part([id_ for id_ in left.articles["id"] if id_ not in wrong])
    return findings


def check_folder(
    folder: Path,
    asked: Choice | None = None,
    *,
    only: Sequence[str] | None = None,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
    processes: int = 1,
) -> Iterator[Finding]:
    """The findings of a folder, part by part, without those that are waived.

    ``only`` names the articles to look at; the levels of the corpus and of the release are then
    left out. ``progress`` is told how many articles are done, and of how many. With ``processes``
    above one the parts of a large corpus are checked beside each other, and told in order.

    Raises:
        UsageError: ``folder`` is not a corpus.
    """
    asked = asked or Choice()
    try:
        source = reading.survey(folder)
        waivers = Waivers(folder, asked)
        if only is not None:
            source = source.of(only)
        failed = False
        done: list[Corpus] = []
        kept = only is None and any(asked.has(rule_id(r)) for v in CORPUS_LEVELS for r in RULES[v])
        each = _each_part(_Job(source, asked, waivers, kept=kept), processes)
        for (findings, part), chosen in zip(each, _slices(len(source.articles)), strict=True):
            told = list(waivers.keep(findings))
            yield from told
            failed |= bool(_errors(told))
            if failed:
                done.clear()
            elif part:
                done.append(replace(part, kb=source.empty.kb, facts=source.empty.facts))
            progress(min(chosen.stop, len(source.articles)), len(source.articles))
    except DataError as error:
        found = _level("form", folder, asked)
        if not found and not asked.select:
            raise DataError(str(error)) from error
        yield from found
        return
    if only is None and not failed:
        last = list(waivers.keep(_whole(joined(done), asked))) if done else []
        yield from last
        if not _errors(last):
            yield from waivers.keep(_level("files", folder, asked))
        yield from waivers.stale(not_hydrated(source))


class _Job(NamedTuple):
    """What the processes that check parts are told once: all but the articles of the parts."""

    source: Survey
    asked: Choice
    waivers: "Waivers"
    kept: bool
    """Whether parts without errors are given back, for the rules on the corpus as a whole."""


def _each_part(job: _Job, processes: int) -> Iterator[tuple[list[Finding], Corpus | None]]:
    """The findings of each part in order, and the part itself where it is to be kept."""
    count = len(job.source.articles)
    parts = map(job.source.part, _slices(count))
    if processes == 1 or count <= FEW:
        yield from (_check_part(job, part) for part in parts)
        return
    told = job._replace(source=job.source.part(slice(0)))
    with (
        _settings_of_a_part(),
        ProcessPoolExecutor(
            processes, get_context("spawn"), initializer=_begin, initargs=(told,)
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


_jobs: list[_Job] = []
"""The job of this process, where it is one of several."""


def _begin(job: _Job) -> None:
    _jobs[:] = [job]


def _check_part_there(
    articles: Sequence[tuple[int, Article]], files: Mapping[str, frozenset[str]]
) -> tuple[list[Finding], Corpus | None]:
    (job,) = _jobs
    return _check_part(job, replace(job.source, articles=articles, files=files))


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
    """The findings that fail the corpus in a folder, but for the form of its files."""
    return _errors(check_folder(folder, choice(ignore=["files"])))


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


class Waivers:
    """The waivers of a corpus, and which of them have met their finding."""

    def __init__(self, folder: Path, asked: Choice) -> None:
        self._rows = [
            waiver for waiver in read_rows(folder / WAIVERS, Waiver) if asked.has(waiver.rule)
        ]
        self._lines = {_key(waiver): line for line, waiver in enumerate(self._rows, start=1)}
        self._met: set[tuple[str, str, str]] = set()

    def keep(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """The findings that are not waived."""
        for finding in findings:
            if self.cover(finding):
                self._met.add((finding.rule, finding.path, finding.message))
            else:
                yield finding

    def cover(self, finding: Finding) -> bool:
        """Whether the finding is waived."""
        return (finding.rule, finding.path, finding.message) in self._lines

    def stale(self, unseen: Sequence[str]) -> Iterator[Finding]:
        """A finding for each waiver that has met none; of ``unseen`` articles nothing is known."""
        for key, line in self._lines.items():
            if key not in self._met and Path(key[1]).stem not in unseen:
                said = f"waives {key[0]} of {key[1]}, which is not found any more"
                if key[0] not in rules_by_id():
                    said = f"waives {key[0]}, which is no rule"
                yield Finding(WAIVERS.as_posix(), line, STALE, said, "Remove the waiver.")


def _key(waiver: Waiver) -> tuple[str, str, str]:
    return waiver.rule, waiver.path, waiver.says


def not_hydrated(source: Survey) -> list[str]:
    """Ids of the third-party articles whose French text is not in the folder."""
    there = source.files["raw/fr"]
    return [
        article.id
        for _, article in source.articles
        if article.rights == THIRD_PARTY and article.id not in there
    ]


def rules_by_id() -> dict[str, Rule]:
    """All rules by their ids, in the order of their levels."""
    return {rule_id(rule): rule for rules in RULES.values() for rule in rules}


def rule_id(rule: Rule) -> str:
    """The public id of a rule, from the name of its function."""
    return str(getattr(rule, "__name__", rule)).replace("_", "-")


def severity(rule: Rule) -> Severity:
    """Whether the findings of a rule fail a corpus."""
    return "warning" if rule in WARNINGS else "error"


def explanation(rule: Rule) -> str:
    """What a rule says is wrong and why it matters: its docstring before the remedy."""
    return inspect.cleandoc(rule.__doc__ or "").partition("Remedy: ")[0].strip()


def remedy(rule: Rule) -> str:
    """What to do about a finding: the last part of the rule's docstring, as one sentence."""
    advice = inspect.cleandoc(rule.__doc__ or "").partition("Remedy: ")[2]
    return advice[:1].upper() + " ".join(advice.split())[1:]


def _errors(findings: Iterable[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.severity == "error"]


def _level(level: str, subject: Corpus | Path, asked: Choice) -> list[Finding]:
    rules = [rule for rule in RULES[level] if asked.has(rule_id(rule))]
    found = [finding for rule in rules for finding in ask(rule, subject)]
    return sorted(found, key=lambda finding: finding[:4])


def ask(rule: Rule, subject: Corpus | Path) -> Iterator[Finding]:
    """The findings of one rule, which may be your own: a function as in ``rules``.

    Its name is the id of its findings, its docstring ends with ``Remedy:`` and what to do.
    """
    table = rule(subject)
    if table.is_empty():
        return
    about: dict[str, Any] = {
        "rule": rule_id(rule),
        "remedy": remedy(rule),
        "severity": severity(rule),
    }
    beads = {} if isinstance(subject, Path) else _beads(subject, table)
    known = set[str]() if isinstance(subject, Path) else set(subject.articles["id"])
    for row in table.iter_rows(named=True):
        place: dict[str, Any] = {name: row.get(name) for name in FOUND}
        stem = Path(str(row["path"])).stem
        place["article"] = place["article"] or (stem if stem in known else None)
        bead = beads.get((place["article"], place["lang"], place["start"]))
        yield Finding(**place, **about, sentence=bead)


def _beads(corpus: Corpus, table: pl.DataFrame) -> dict[tuple[Any, Any, Any], str]:
    """The bead at each start that is found."""
    if "start" not in table.columns:
        return {}
    starts = table.select("article", "lang", "start").drop_nulls().unique()
    sides = sentences(corpus).select("article", "lang", "bead", low="start", high="end")
    inside = pl.col("start").is_between("low", "high", closed="left")
    rows = starts.join(sides, on=["article", "lang"]).filter(inside)
    return {(a, lang, start): bead for a, lang, start, bead, *_ in rows.iter_rows()}
