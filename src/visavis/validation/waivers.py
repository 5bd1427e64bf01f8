"""Waivers: findings that were reviewed and are accepted as they are."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from visavis.corpus.reading import read_rows
from visavis.corpus.settings import Settings
from visavis.corpus.waivers import WAIVERS, Waiver
from visavis.validation.engine import Choice, rules_by_id, severity
from visavis.validation.findings import STALE, Finding, Key


def waiver(finding: Finding, reason: str) -> Waiver:
    """Return the waiver that accepts ``finding``."""
    rule, path, article, _, row = finding.key
    return Waiver(rule=rule, path=path, article=article, lang=finding.lang, id=row, reason=reason)


class Waivers:
    """The waivers of a corpus, and which of them have matched a finding."""

    def __init__(self, folder: Path, asked: Choice, settings: Settings) -> None:
        rows = enumerate(read_rows(folder / WAIVERS, Waiver), start=1)
        off = {name for name, rule in rules_by_id().items() if severity(rule, settings) == "off"}
        self._lines = {
            row.key: line for line, row in rows if asked.has(row.rule) and row.rule not in off
        }
        self._matched: set[Key] = set()

    def keep(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Yield the findings that are not waived."""
        for finding in findings:
            if self.cover(finding):
                self._matched.add(finding.key)
            else:
                yield finding

    def cover(self, finding: Finding) -> bool:
        """Return whether the finding is waived."""
        return finding.key in self._lines

    def stale(self, unseen: Sequence[str]) -> Iterator[Finding]:
        """Yield a finding for each unused waiver, except for articles not checked (``unseen``)."""
        for key, line in self._lines.items():
            rule, path, article, *_ = key
            if key in self._matched or (article or Path(path).stem) in unseen:
                continue
            problem = f"waives {rule} of {path}, which is not found any more"
            if rule not in rules_by_id():
                problem = f"waives {rule}, which is no rule"
            yield Finding(WAIVERS.as_posix(), line, STALE, problem, "Remove the waiver.")
