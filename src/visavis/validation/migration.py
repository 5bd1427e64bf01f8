"""Old waivers, which named the message of a finding, as waivers that name its place."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from visavis import files
from visavis.corpus.model import Corpus
from visavis.corpus.reading import read
from visavis.corpus.records import Record, decode_lines, encode
from visavis.corpus.waivers import WAIVERS, Waiver
from visavis.validation.engine import Choice, check_articles, check_corpus
from visavis.validation.findings import Finding
from visavis.validation.waivers import waiver


class OldWaiver(Record, frozen=True, kw_only=True):
    """A waiver as versions before 0.2 wrote it: keyed by the wording of the message."""

    rule: str
    path: str
    says: str
    reason: str


def converted(folder: Path) -> bytes | None:
    """Return the waivers of a corpus in today's form, or None if they have it or there are none.

    A waiver whose finding is gone keeps its rule, path and reason; it is then reported as stale.

    Texts that are not hydrated give no findings: hydrate a corpus before its waivers are converted.

    Raises:
        DataError: a file of the corpus is malformed.
    """
    path = folder / WAIVERS
    if not path.is_file() or b'"says":' not in (data := files.read_bytes(path)):
        return None
    old = decode_lines(data, OldWaiver, WAIVERS)
    reasons = {(row.rule, row.path, row.says): row.reason for row in old}
    new = defaultdict[tuple[str, str, str], dict[Waiver, None]](dict)
    for finding in _findings(read(folder), reasons):
        message = (finding.rule, finding.path, finding.message)
        if message in reasons:
            new[message][waiver(finding, reasons[message])] = None
    rows = [new[row.rule, row.path, row.says] or [_without_place(row)] for row in old]
    return encode(chain.from_iterable(rows))


def _findings(corpus: Corpus, reasons: dict[tuple[str, str, str], str]) -> Iterator[Finding]:
    asked = Choice(select=frozenset(rule for rule, _, _ in reasons))

    def waived(finding: Finding) -> bool:
        return (finding.rule, finding.path, finding.message) in reasons

    yield from check_articles(corpus, asked, waived)
    yield from check_corpus(corpus, asked)


def _without_place(row: OldWaiver) -> Waiver:
    return Waiver(rule=row.rule, path=row.path, article=None, lang=None, id=None, reason=row.reason)
