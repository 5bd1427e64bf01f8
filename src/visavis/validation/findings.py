"""Findings: where a rule is broken, what is wrong, what to do."""

import inspect
from hashlib import sha256
from typing import Literal, NamedTuple

from visavis.languages import Lang
from visavis.validation.rules import Rule

Severity = Literal["error", "warning"]


Key = tuple[str, str, str | None, str | None, str | None]
"""Rule, path, article, language and id: what a finding is about, without its wording."""

STALE = "waiver-stale"
"""Rule id reported for a waiver that matches no finding."""


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
    id: str | None = None
    """Id of the row (span, bead, entity, fact, article) that the finding is about."""
    sentence: str | None = None
    """Id of the bead that holds ``start``."""

    def __str__(self) -> str:
        """The finding as a line of a report."""
        return f"{self.path}:{self.line}: {self.message}. {self.remedy} [{self.rule}]"

    @property
    def key(self) -> Key:
        """What a waiver names: it holds while lines move and messages are reworded."""
        return self.rule, self.path, self.article, self.lang, self.id or self.sentence

    @property
    def fingerprint(self) -> str:
        """Hash of ``key``, for servers that follow a finding from run to run."""
        return sha256("\0".join(part or "" for part in self.key).encode()).hexdigest()[:16]


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
