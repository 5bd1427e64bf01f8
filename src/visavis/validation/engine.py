"""Ask the rules of a corpus that is read, level by level."""

from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple

import polars as pl

from visavis.corpus.model import Corpus
from visavis.corpus.settings import Level, Settings, check_names
from visavis.errors import UsageError
from visavis.validation.findings import STALE, Finding, remedy, rule_id
from visavis.validation.rules import (
    ARTICLE_LEVELS,
    COMPLETE,
    CORPUS_LEVELS,
    OFF,
    RULES,
    WARNINGS,
    Rule,
)
from visavis.validation.rules.frames import FOUND, sentences


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
    by_id = {rule: {rule} for rule in rules_by_id()} | levels | {STALE: {STALE}}
    for name in (*select, *ignore):
        if name not in by_id:
            alike = get_close_matches(name, by_id, 1)
            remedy = f"Did you mean {alike[0]}?" if alike else "--explain all lists them."
            msg = f"there is no rule {name!r}"
            raise UsageError(msg, remedy=remedy)
    return Choice(
        frozenset[str]().union(*(by_id[name] for name in select)),
        frozenset[str]().union(*(by_id[name] for name in ignore)),
    )


def check(corpus: Corpus, asked: Choice | None = None) -> list[Finding]:
    """The findings of a corpus that is read, but for the levels that look at its folder."""
    asked = asked or Choice()
    findings = check_articles(corpus, asked)
    if not only_errors(findings):
        findings += check_corpus(corpus, asked)
    return findings


def check_corpus(corpus: Corpus, asked: Choice) -> list[Finding]:
    """Return the findings of the levels that need the corpus as a whole."""
    return [item for level in CORPUS_LEVELS for item in check_level(level, corpus, asked)]


def check_articles(
    corpus: Corpus, asked: Choice, waived: Callable[[Finding], bool] = lambda _: False
) -> list[Finding]:
    """The findings of the levels that see one article at a time.

    Those that are ``waived`` are told too, but keep no article from the next level.
    """
    findings: list[Finding] = []
    left = corpus
    for level in ARTICLE_LEVELS:
        new = check_level(level, left, asked)
        findings += new
        if wrong := {finding.article for finding in only_errors(new) if not waived(finding)}:
            left = left.part([id_ for id_ in left.articles["id"] if id_ not in wrong])
    return findings


def check_rule_names(settings: Settings) -> None:
    """Refuse a rule of ``corpus.toml`` that does not exist.

    Raises:
        DataError: naming the rule.
    """
    check_names("rules", settings.rules, [*rules_by_id(), STALE], "rule")


def rules_by_id() -> dict[str, Rule]:
    """All rules by their ids, in the order of their levels."""
    return {rule_id(rule): rule for rules in RULES.values() for rule in rules}


def severity(rule: Rule, settings: Settings | None = None) -> Level:
    """Return the level of a rule: its own, or the one that ``corpus.toml`` gives it."""
    own: Level = "off" if rule in OFF else "warning" if rule in WARNINGS else "error"
    return settings.rules.get(rule_id(rule), own) if settings else own


def only_errors(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings that fail a corpus."""
    return [finding for finding in findings if finding.severity == "error"]


def check_level(
    level: str, subject: Corpus | Path, asked: Choice, settings: Settings | None = None
) -> list[Finding]:
    """Return the findings of one level, in order of path and line.

    ``settings`` are needed for the levels that read a folder; a corpus has its own.
    """
    settings = subject.settings if isinstance(subject, Corpus) else settings or Settings()
    findings = list[Finding]()
    for rule in RULES[level]:
        if asked.has(rule_id(rule)) and (found_at := severity(rule, settings)) != "off":
            findings += [
                finding._replace(severity=found_at)
                for finding in ask(rule, subject)
                if _declared(rule, finding, settings)
            ]
    return sorted(findings, key=lambda finding: finding[:4])


def _declared(rule: Rule, finding: Finding, settings: Settings) -> bool:
    """Return whether the layers that a finding presumes complete are declared so."""
    if rule not in COMPLETE or finding.article is None:
        return True
    layers = COMPLETE[rule] or (Path(finding.path).parent.name,)
    return all(settings.state(layer, finding.article) == "complete" for layer in layers)


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
    lookup = set[str]() if isinstance(subject, Path) else set(subject.articles["id"])
    for row in table.iter_rows(named=True):
        place: dict[str, Any] = {name: row.get(name) for name in FOUND}
        stem = Path(str(row["path"])).stem
        place["article"] = place["article"] or (stem if stem in lookup else None)
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
