"""``visavis lock``: write down which version of each data set a project uses."""

import argparse
import sys
from pathlib import Path

from visavis.errors import DataError
from visavis.release import lock
from visavis.release.hub.fetch import fetch
from visavis.release.hub.history import named

DESCRIPTION = """\
Write the version and the digest of data sets into visavis.lock of the working folder. There,
visavis.load("owner/name") gives exactly that release, and any other is refused. Without a name,
print what is locked; --check downloads every locked release and compares it.

examples  visavis lock owner/name@1.2.0
          visavis lock --check
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = DESCRIPTION
    parser.add_argument(
        "sources", nargs="*", metavar="REPO[@VERSION]", help="as owner/name@1.2.3 (or the newest)"
    )
    parser.add_argument("--folder", type=Path, default=Path(), help="(default: here)")
    parser.add_argument("--check", action="store_true", help="prove what is locked; write nothing")
    parser.add_argument("--dry-run", action="store_true", help="only print what would be locked")


def run(args: argparse.Namespace) -> int:
    """Lock the data sets, or print or prove those that are locked."""
    entries = lock.read(args.folder)
    if args.check:
        return _checked(entries)
    for name in args.sources:
        repo, version = named(name)
        manifest = fetch(repo, version).manifest
        entries[repo] = lock.Locked(source=repo, version=manifest.version, sha256=manifest.sha256)
    for entry in entries.values():
        print(f"{entry.source}@{entry.version} {entry.sha256}")
    if args.sources and not args.dry_run:
        print(f"wrote {lock.write(entries, args.folder)}", file=sys.stderr)
    return 0


def _checked(entries: dict[str, lock.Locked]) -> int:
    wrong = 0
    for entry in entries.values():
        try:
            digest = fetch(entry.source, entry.version).manifest.sha256
            lock.check(entry.sha256, digest, f"{entry.source}@{entry.version}")
        except DataError as error:
            print(error, file=sys.stderr)
            wrong += 1
    print(f"{len(entries) - wrong} of {len(entries)} are as they were locked")
    return int(wrong > 0)
