"""Validation: the rules' findings, in the order in which a reader would mend them."""

import inspect
from collections.abc import Callable
from typing import NamedTuple

import polars as pl

from visavis.articles import THIRD_PARTY
from visavis.corpus import Corpus
from visavis.rules import RULES

Check = Callable[[Corpus], pl.DataFrame]


class Finding(NamedTuple):
    """Something that is wrong with a corpus: where, what, and what to do."""

    path: str
    line: int
    rule: str
    message: str
    remedy: str

    def __str__(self) -> str:
        """The finding as a line of a report."""
        return f"{self.path}:{self.line}: {self.message}. {self.remedy} [{self.rule}]"


def check(corpus: Corpus) -> list[Finding]:
    """The findings of the first level of rules that has any."""
    for rules in RULES.values():
        findings = [finding for rule in rules for finding in _findings(rule, corpus)]
        if findings:
            return sorted(findings)
    return []


def not_hydrated(corpus: Corpus) -> list[str]:
    """Ids of the third-party articles whose French text is not in the folder."""
    hydrated = corpus.texts.filter(pl.col("lang") == "fr")["article"].to_list()
    absent = (pl.col("rights") == THIRD_PARTY) & ~pl.col("id").is_in(hydrated)
    return corpus.articles.filter(absent)["id"].to_list()


def rule_id(rule: Check) -> str:
    """The public id of a rule, from the name of its function."""
    return str(getattr(rule, "__name__", rule)).replace("_", "-")


def remedy(rule: Check) -> str:
    """What to do about a finding: the last part of the rule's docstring, as one sentence."""
    advice = inspect.cleandoc(rule.__doc__ or "").partition("Remedy: ")[2]
    return advice[:1].upper() + " ".join(advice.split())[1:]


def _findings(rule: Check, corpus: Corpus) -> list[Finding]:
    rows = rule(corpus).iter_rows()
    return [Finding(path, line, rule_id(rule), said, remedy(rule)) for path, line, said in rows]
