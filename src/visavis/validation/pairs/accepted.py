"""Findings that are accepted: waivers with a reason, and the baseline of an old project."""

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from visavis import files
from visavis.errors import DataError, UsageError
from visavis.validation.pairs.checking import Checked, Finding, Row

WAIVERS = ".waivers"
"""What is added to the name of a file for the name of its waivers."""


def fingerprint(finding: Finding, row: Row) -> str:
    """Return a hash of check, source and target: it holds while segments move."""
    parts = (finding.check, " ".join(row.source.split()), " ".join(row.target.split()))
    return sha256("\0".join(parts).encode()).hexdigest()[:16]


class Accepted:
    """Fingerprints of accepted findings, and which of them were met.

    Args:
        waivers: files of lines: fingerprint, tab, check, tab, reason. They may be missing.
        baseline: a file that ``write_baseline`` wrote, or None.

    Raises:
        DataError: a line has no fingerprint or no reason.
    """

    def __init__(self, waivers: Iterable[Path], baseline: Path | None) -> None:
        self._waivers: dict[str, str] = {}
        for path in waivers:
            if path.is_file():
                self._waivers |= _read_waivers(path)
        self._baseline = _read_baseline(baseline) if baseline else frozenset()
        self._met: set[str] = set()
        self.dropped = 0

    def keep(self, rows: Iterable[Checked]) -> Iterator[Checked]:
        """Yield the rows with the findings that are not accepted."""
        for checked in rows:
            left = [f for f in checked.findings if not self._covers(f, checked.row)]
            self.dropped += len(checked.findings) - len(left)
            if left:
                yield checked._replace(findings=left)

    def _covers(self, finding: Finding, row: Row) -> bool:
        if not self._waivers and not self._baseline:
            return False
        mark = fingerprint(finding, row)
        if mark in self._waivers:
            self._met.add(mark)
        return mark in self._waivers or mark in self._baseline

    def stale(self) -> Iterator[str]:
        """Yield a line for each waiver that met no finding."""
        for mark, line in self._waivers.items():
            if mark not in self._met:
                yield f"{line}: the waiver {mark} meets no finding. Remove it."


def _read_waivers(path: Path) -> dict[str, str]:
    waivers: dict[str, str] = {}
    lines = files.decode(files.read_bytes(path), path).splitlines()
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        mark, _, rest = line.partition("\t")
        check, _, reason = rest.partition("\t")
        if not (mark and check and reason.strip()):
            msg = "not a waiver"
            remedy = "Write fingerprint, tab, check, tab, reason."
            raise DataError(msg, where=path, line=number, remedy=remedy)
        waivers[mark] = f"{path}:{number}"
    return waivers


def _read_baseline(path: Path) -> frozenset[str]:
    try:
        listed = json.loads(files.decode(files.read_bytes(path), path))["findings"]
        return frozenset(str(row["fingerprint"]) for row in listed)
    except (ValueError, KeyError, TypeError) as error:
        msg = "not a baseline"
        remedy = "Write it with --write-baseline."
        raise DataError(msg, where=path, remedy=remedy) from error


def write_baseline(path: Path, rows: Iterable[Checked]) -> int:
    """Write the findings of rows as a baseline, without their texts; return how many.

    Raises:
        UsageError: a file in the place is no baseline.
    """
    if path.exists():
        try:
            _read_baseline(path)
        except DataError as error:
            msg = "the file is there and is no baseline. Nothing was changed"
            raise UsageError(msg, where=path, remedy="Name another file.") from error
    listed = [
        {"fingerprint": fingerprint(finding, checked.row), "check": finding.check}
        for checked in rows
        for finding in checked.findings
    ]
    lines = ",\n".join(json.dumps(row) for row in sorted(listed, key=lambda r: r["fingerprint"]))
    files.write(path, f'{{"version": 1, "findings": [\n{lines}\n]}}\n'.encode())
    return len(listed)
