"""``visavis withdraw REPO@VERSION``: say that a published version is not to be used."""

import argparse
import sys
from datetime import UTC, datetime
from typing import Any

from visavis.errors import UsageError
from visavis.release.hub import notices
from visavis.release.hub.fetch import tag_of

DESCRIPTION = """\
Publish a notice that versions are withdrawn. Their bytes and tags stay, for whoever must repeat an
old result; visavis.load refuses them with the reason, unless it is called with withdrawn=True.

example   visavis withdraw owner/name@1.2.0 --reason "an article was published without consent"
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = DESCRIPTION
    parser.add_argument(
        "versions", nargs="+", metavar="REPO@VERSION", help="as owner/name@1.2.3; all of one REPO"
    )
    parser.add_argument("--reason", required=True, help="what a user is told")
    parser.add_argument("--id", help="names the notice (default: withdrawn-VERSION)")
    parser.add_argument("--dry-run", action="store_true", help="only print the notice")


def run(args: argparse.Namespace) -> int:
    """Publish the notice and print its commit."""
    return published(args, "withdrawn")


def one_repository(names: list[str]) -> tuple[str, tuple[str, ...]]:
    """Return the repository of several versions, and the versions.

    Raises:
        UsageError: they are of several repositories, or one names no version.
    """
    parts = [name.partition("@") for name in names]
    repos = {repo for repo, _, _ in parts}
    if len(repos) != 1:
        msg = f"{', '.join(names)}: not of one repository"
        raise UsageError(msg, remedy="Call the command once for each.")
    for _, _, version in parts:
        tag_of(version)
    return repos.pop(), tuple(version for _, _, version in parts)


def published(args: argparse.Namespace, kind: notices.Kind, **about: Any) -> int:  # noqa: ANN401 - fields of a notice
    """Publish a notice of a kind, of today, or with --dry-run only print it."""
    repo, versions = one_repository(args.versions)
    notice = notices.Notice(
        id=args.id or f"{kind}-{versions[0]}",
        kind=kind,
        versions=versions,
        date=datetime.now(UTC).date().isoformat(),
        reason=args.reason,
        **about,
    )
    print(f"{notice.kind} {repo}@{', '.join(notice.versions)}: {notice}", file=sys.stderr)
    if not args.dry_run:
        print(notices.add(repo, notice))
    return 0
