"""Findings: where a rule is broken, what is wrong, what to do."""

import inspect
from hashlib import sha256
from typing import Literal, NamedTuple

from visavis.languages import Lang
from visavis.validation.rules import Rule

Severity = Literal["error", "warning"]


STALE = "waiver-stale"
"""The id of the finding that a waiver has none."""


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


def rule_id(rule: Rule) -> str:
    """The public id of a rule, from the name of its function."""
    return str(getattr(rule, "__name__", rule)).replace("_", "-")


def explanation(rule: Rule) -> str:
    """What a rule says is wrong and why it matters: its docstring before the remedy."""
    return inspect.cleandoc(rule.__doc__ or "").partition("Remedy: ")[0].strip()


def remedy(rule: Rule) -> str:
    """What to do about a finding: the last part of the rule's docstring, as one sentence."""
    advice = inspect.cleandoc(rule.__doc__ or "").partition("Remedy: ")[2]
    return advice[:1].upper() + " ".join(advice.split())[1:]
