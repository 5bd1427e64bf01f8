"""``visavis publish``: a release on the Hub, as one commit and one tag."""

import argparse
import shutil
import sys
from pathlib import Path

from visavis import files
from visavis.corpus.card import read_card
from visavis.corpus.reading import read_rows
from visavis.corpus.records import encode
from visavis.errors import DataError, UsageError, VisavisError
from visavis.release import editions, signing
from visavis.release.build import Published, build
from visavis.release.hub import history, publish
from visavis.release.hub.answers import UnreachableError
from visavis.release.hub.client import MAIN, Repository
from visavis.release.hub.fetch import tag_of
from visavis.release.manifest import RELEASES, verify
from visavis.release.tracked import provenance, unrecorded


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("repo", metavar="REPO", help="the dataset repository, as owner/name")
    parser.add_argument("--corpus", type=Path, default=Path(), help="corpus folder (default: here)")
    parser.add_argument(
        "--dist", type=Path, help="where releases go (default: dist/ of the corpus)"
    )
    parser.add_argument(
        "--previous",
        type=Path,
        help="the release before this one, where neither the Hub nor dist/ has it",
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="list every byte that would go; send nothing"
    )
    parser.add_argument(
        "--replace",
        action="store_true",
        help="replace what the repository holds, though it is no release of this corpus",
    )
    parser.add_argument("--private", action="store_true", help="for a private repository")
    parser.add_argument(
        "--with-third-party",
        action="store_true",
        help="ship third-party texts too; only together with --private",
    )
    parser.add_argument(
        "--sign",
        type=Path,
        metavar="KEY",
        help="sign the manifest with this private Ed25519 key (needs visavis[sign])",
    )


def run(args: argparse.Namespace) -> int:
    """Check, build, publish, and remember the release."""
    if args.private != args.with_third_party:
        msg = "--private and --with-third-party go together"
        raise UsageError(msg, remedy="Give both, or neither.")
    Repository(args.repo)
    dist = args.dist or args.corpus / "dist"
    _refuse_unrecorded(args.corpus, dist)
    standing = _standing(args)
    previous = args.previous
    if standing.previous is not None:
        _tell(f"the release before is {standing.previous.manifest.version}, on the Hub")
        previous = editions.of(*standing.previous)
    _tell("checking and building")
    release = build(args.corpus, dist, third_party=args.private, previous=previous)
    if args.sign is not None:
        signing.sign(release, args.sign, f"{args.repo}@{read_card(args.corpus).version}")
    if args.dry_run:
        return _show(release, args.repo, standing.branch)
    commit = publish.publish(
        release,
        args.repo,
        _tell,
        branch=standing.branch,
        start=standing.start,
        provenance=provenance(args.corpus),
    )
    if not args.private:
        _remember(args.corpus, release)
    print(f"{args.repo} {verify(release).version} {commit}")
    return 0


def _standing(args: argparse.Namespace) -> history.Standing:
    """Ask the Hub what came before; a dry run goes on without its answer."""
    page = read_card(args.corpus)
    try:
        return history.standing(args.repo, page.name, page.version, replace=args.replace)
    except UnreachableError as error:
        if not args.dry_run:
            raise
        _tell(f"{error} What came before is taken from {RELEASES}.")
        return history.Standing(MAIN, None, None)


def _show(release: Path, repo: str, branch: str) -> int:
    try:
        plan = publish.plan(release, repo, branch)
    except VisavisError as error:
        _tell(f"{error} The files that it has are unknown.")
        plan = publish.Plan(tag_of(verify(release).version), publish.listing(release), [], None)
    for path, size, sha256 in plan.send:
        print(f"{size:>12}  {sha256}  {path}")
    for path in plan.gone:
        print(f"{'removed':>12}  {'':64}  {path}")
    total = sum(size for _, size, _ in plan.send)
    onto = f"{branch} at {plan.parent}" if plan.parent else "no known commit"
    count = len(plan.send)
    number = f"{count} file{'s' * (count != 1)}"
    print(f"{total:>12}  bytes in {number}, one commit onto {onto}, tag {plan.tag}")
    return 0


def _remember(corpus: Path, release: Path) -> None:
    """Add the release to those that the corpus remembers."""
    manifest = verify(release)
    made = Published(version=manifest.version, sha256=manifest.sha256)
    lookup = read_rows(corpus / RELEASES, Published)
    if made not in lookup:
        files.write(corpus / RELEASES, encode([*lookup, made]))
        _tell(f"{RELEASES} lists this release now; commit it")


def _refuse_unrecorded(corpus: Path, dist: Path) -> None:
    """Refuse to publish what git does not have."""
    if shutil.which("git") is None:
        _tell("git is not installed: uncommitted changes cannot be seen")
        return
    problems = unrecorded(corpus, dist)
    if problems is None:
        _tell(f"{corpus} is not under git: nothing records the state that is published")
    elif problems:
        msg = f"changes that are not committed: {', '.join(problems)}"
        raise DataError(msg, where=corpus, remedy="Commit them, or undo them.")


def _tell(message: str) -> None:
    print(message, file=sys.stderr, flush=True)
