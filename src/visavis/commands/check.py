"""``visavis check``: whether a translation still says the same, for any bilingual file."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from tqdm import tqdm

from visavis.cluster import mapper
from visavis.commands.clusters import add_cluster
from visavis.errors import DataError, UsageError
from visavis.interchange.bitext import STDIN, Bitext, read, separate
from visavis.validation.pairs.accepted import WAIVERS, Accepted, write_baseline
from visavis.validation.pairs.checking import PRECISION, Checked, Row, check_rows
from visavis.validation.pairs.checks import CHECKS, explanation
from visavis.validation.pairs.reports import FORMATS

DESCRIPTION = """\
Compares the two sides of each segment: amounts by value, dates, names, negation, hearsay,
questions, omissions. Reads TSV and CSV with two columns (or named ones), TMX, XLIFF 1.2 and 2,
PO, a corpus folder, two files line by line, two plain texts (cut into sentences and aligned),
and - for a table on standard input.

examples  visavis check pairs.tsv --langs fr-en
          visavis check memory.tmx --format html > report.html
          visavis check text.fr.txt text.en.txt --precision 0.9
"""

EPILOG = """\
exit status   0 no finding, 1 some, 2 the call or a file is wrong
waivers       FILE.waivers: fingerprint, tab, check, tab, reason. In the file: "visavis: waive name"
              in another column, a note of XLIFF or a comment of PO; "all" for every check
"""

PATIENCE = 2
"""Seconds after which progress is shown."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = DESCRIPTION
    parser.epilog = EPILOG
    parser.add_argument(
        "files",
        nargs="*",
        metavar="FILE",
        help="bilingual files, or a text and its translation",
    )
    parser.add_argument(
        "--langs",
        choices=("fr-en", "en-fr", "auto"),
        default="auto",
        help="languages of source and target (default: told from the first pairs)",
    )
    parser.add_argument(
        "--columns", metavar="A,B", default="", help="columns of source and target: names, or 1,2"
    )
    parser.add_argument(
        "--format", choices=list(FORMATS), default="text", help="how to write findings"
    )
    limit = parser.add_mutually_exclusive_group()
    limit.add_argument(
        "--precision",
        type=_precision,
        default=PRECISION,
        metavar="P",
        help="least probability of a finding (default: %(default)s)",
    )
    limit.add_argument(
        "--all", action="store_const", dest="precision", const=0.0, help="every difference"
    )
    parser.add_argument(
        "--only", action="append", default=[], metavar="CHECK", help="make these checks only"
    )
    parser.add_argument("--explain", metavar="CHECK", help="tell what a check means; or all")
    parser.add_argument("--baseline", type=Path, metavar="FILE", help="accept its findings")
    parser.add_argument(
        "--write-baseline", action="store_true", help="write the findings into --baseline FILE"
    )
    parser.add_argument(
        "--waivers", type=Path, metavar="FILE", help=f"waivers (default: FILE{WAIVERS})"
    )
    parser.add_argument("--jobs", type=_jobs, default=1, metavar="N", help="processes (default: 1)")
    add_cluster(parser)
    parser.add_argument("--quiet", action="store_true", help="print the summary only")


def run(args: argparse.Namespace) -> int:
    """Print the findings as they come; status 1 when there are some, 2 for a file that is wrong."""
    try:
        return _run(args)
    except DataError as error:
        print(f"visavis check: {error}", file=sys.stderr)
        return UsageError.exit_status


def _run(args: argparse.Namespace) -> int:
    if args.explain:
        names = list(CHECKS) if args.explain == "all" else [args.explain]
        print("\n".join(map(explanation, names)), end="")
        return 0
    if not args.files:
        msg = "no file"
        raise UsageError(msg, remedy="Give a bilingual file, or - for standard input.")
    if args.write_baseline and args.baseline is None:
        msg = "--write-baseline has no file"
        raise UsageError(msg, remedy="Give --baseline FILE too.")
    accepted = Accepted(_waivers(args), None if args.write_baseline else args.baseline)
    columns = _columns(args.columns)
    with (
        mapper(args.cluster) as elsewhere,
        tqdm(unit=" pairs", delay=PATIENCE, leave=False, disable=None) as bar,
    ):
        counter = _Counter()
        checked = accepted.keep(
            item
            for files in separate(args.files)
            for item in check_rows(
                counter.count(read(Bitext(files, args.langs, columns)), bar),
                args.langs,
                precision=args.precision,
                checks=args.only,
                jobs=elsewhere or args.jobs,
            )
        )
        if args.write_baseline:
            count = write_baseline(args.baseline, checked)
            print(f"{args.baseline}: {count} findings accepted", file=sys.stderr)
            return 0
        counts = Counter[str]()
        lines = FORMATS[args.format](_recorded(checked, counts))
        for line in lines:
            if not args.quiet:
                print(line, flush=args.files == [STDIN])
    return _summed(counts, accepted, counter.pairs)


def _summed(counts: Counter[str], accepted: Accepted, pairs: int) -> int:
    """Print how many findings there are, by check; return the status."""
    for line in accepted.stale():
        print(line, file=sys.stderr)
    for check, count in counts.most_common():
        print(f"{count:6}  {check}", file=sys.stderr)
    dropped = f", {accepted.dropped} accepted" if accepted.dropped else ""
    print(f"{counts.total()} findings in {pairs} pairs{dropped}", file=sys.stderr)
    return int(bool(counts))


class _Counter:
    """Counts the pairs that are read."""

    def __init__(self) -> None:
        self.pairs = 0

    def count(self, rows: Iterable[Row], bar: "tqdm[Any]") -> Iterator[Row]:
        """Yield the rows, and move the bar."""
        for row in rows:
            self.pairs += 1
            yield row
            bar.update()


def _recorded(rows: Iterable[Checked], counts: Counter[str]) -> Iterator[Checked]:
    for checked in rows:
        counts.update(finding.check for finding in checked.findings)
        yield checked


def _waivers(args: argparse.Namespace) -> list[Path]:
    if args.waivers is not None:
        if not args.waivers.is_file():
            msg = f"{args.waivers}: no such file"
            raise UsageError(msg, remedy="Check the path of --waivers.")
        return [args.waivers]
    lasts = [files[-1] for files in separate(args.files)]
    return [Path(f"{last.rstrip('/')}{WAIVERS}") for last in lasts if last != STDIN]


def _columns(value: str) -> list[str]:
    columns = [column.strip() for column in value.split(",")] if value else []
    if columns and len(columns) != 2:  # noqa: PLR2004 - source and target
        msg = f"--columns is {value!r}"
        raise UsageError(msg, remedy="Give two names or numbers, such as fr,en or 1,2.")
    return columns


def _precision(value: str) -> float:
    number = float(value)
    if not 0 <= number <= 1:
        msg = f"{value} is not from 0 to 1"
        raise argparse.ArgumentTypeError(msg)
    return number


def _jobs(value: str) -> int:
    number = int(value)
    if number < 1:
        msg = f"{value} is less than 1"
        raise argparse.ArgumentTypeError(msg)
    return number
