"""What the Hub has of a data set already: it decides what came before a release, and where it goes.

The newest release is on the branch ``main``. An older line that goes on (1.0.1 after 2.0.0) has a
branch ``release-1.0``, what precedes a version (1.1.0-rc.1) a branch ``pre-1.1.0``.
"""

from typing import NamedTuple

from visavis.corpus.semver import Version, is_version
from visavis.errors import DataError
from visavis.release.hub.answers import MissingError, clean
from visavis.release.hub.client import MAIN, Repository
from visavis.release.hub.fetch import COMMIT, Fetched, content_at, fetch, tag_of
from visavis.release.manifest import MANIFEST, NOTICES, SIGNATURES, Manifest, manifest_of

KEPT = frozenset({".gitattributes", NOTICES, SIGNATURES})
"""Files of a repository that are not of a release, and stay."""

_NAMED = 5
"""Files that a refusal names."""


class Standing(NamedTuple):
    """Where a release stands among those of a repository.

    Attributes:
        branch: the branch onto which it goes.
        start: the commit at which that branch begins where it is not there; None for main.
        previous: the release before it, proved; None for the first.
    """

    branch: str
    start: str | None
    previous: Fetched | None


def published(repository: Repository) -> list[Version]:
    """Return the versions that a repository has tags of, in order; none where there is none."""
    try:
        tags = repository.tags()
    except MissingError:
        return []
    names = (tag.removeprefix("v") for tag in tags if tag.startswith("v"))
    return sorted(Version.of(name) for name in names if is_version(name))


def before(version: Version, versions: list[Version]) -> Version | None:
    """Return the version before another: the highest lower one that is no pre-release.

    Raises:
        DataError: there are versions, and all are higher: nothing can come before the first.
    """
    finals = [item for item in versions if not item.is_prerelease]
    lower = [item for item in finals if item < version]
    if finals and not lower and version != finals[0]:
        msg = f"version {version} is lower than {finals[0]}, the first that is published"
        remedy = f"Raise version in dataset_card.md above {finals[-1]}."
        raise DataError(msg, remedy=remedy)
    return lower[-1] if lower else None


def branch_of(version: Version, versions: list[Version]) -> str:
    """Return the branch onto which a version goes, beside those that are published."""
    if version.is_prerelease:
        return f"pre-{version.final}"
    if any(version < item and not item.is_prerelease for item in versions):
        return f"release-{version.major}.{version.minor}"
    return MAIN


def standing(repo: str, name: str, version: str, *, replace: bool = False) -> Standing:
    """Return where release ``version`` of the corpus ``name`` stands in a repository.

    Args:
        repo: the repository, as owner/name.
        name: name of the corpus, as its manifests have it.
        version: the version to be published.
        replace: take a repository that holds something else than releases of this corpus.

    Raises:
        DataError: the version is lower than all that are published, or the repository holds
            something else.
        VisavisError: the Hub gives no answer.
    """
    repository = Repository(repo)
    own = Version.of(version)
    versions = published(repository)
    last = before(own, versions)
    previous = None if last is None else fetch(repo, str(last))
    if previous is not None and previous.manifest.name != name and not replace:
        raise _foreign(repo, f"releases of {previous.manifest.name!r}, and this is {name!r}")
    branch = branch_of(own, versions)
    if branch == MAIN:
        if previous is None and not replace:
            _check_own(repository, name)
        return Standing(MAIN, None, previous)
    start = repository.head() if last is None else repository.resolve(tag_of(str(last)))
    return Standing(branch if start else MAIN, start, previous)


def _check_own(repository: Repository, name: str) -> None:
    """Refuse a repository whose main holds files that are of no release of the corpus."""
    head = repository.head()
    if head is None:
        return
    paths = sorted(repository.paths(head) - KEPT)
    if not paths:
        return
    if MANIFEST not in paths:
        named = ", ".join(paths[:_NAMED]) + (", ..." if len(paths) > _NAMED else "")
        raise _foreign(repository.name, f"{len(paths)} files of no release: {named}")
    other = _manifest_at(repository, head).name
    if other != name:
        raise _foreign(repository.name, f"a release of {other!r}, and this is {name!r}")


def _foreign(repo: str, holds: str) -> DataError:
    msg = f"{repo}: the repository holds {clean(holds)}. Nothing was sent"
    remedy = "Name another repository, or replace what is in this one with --replace."
    return DataError(msg, remedy=remedy)


class HubVersion(NamedTuple):
    """A version on the Hub.

    Attributes:
        version: as 1.2.3.
        commit: full hash.
        sha256: digest of its manifest; None where the commit holds no release of visavis.
        bytes: size of its files; None likewise.
    """

    version: str
    commit: str
    sha256: str | None
    bytes: int | None


def versions_of(repo: str) -> list[HubVersion]:
    """Return the versions of a repository in order; of each only the manifest is downloaded.

    Raises:
        VisavisError: the Hub gives no answer.
    """
    repository = Repository(repo)
    result = []
    for version in published(repository):
        commit = repository.resolve(tag_of(str(version)))
        try:
            manifest = _manifest_at(repository, commit)
        except (DataError, MissingError):
            result.append(HubVersion(str(version), commit, None, None))
        else:
            result.append(HubVersion(str(version), commit, manifest.sha256, manifest.size))
    return result


def _manifest_at(repository: Repository, commit: str) -> Manifest:
    """Return the manifest of a commit, past every cache.

    Raises:
        MissingError: the commit has none.
        DataError: it is not one of a release.
    """
    where = f"{repository.name}: {commit}: {MANIFEST}"
    return manifest_of(content_at(repository, commit, MANIFEST), where)


def named(text: str) -> tuple[str, str]:
    """Return repository and version of ``owner/name@1.2.3``, or of ``owner/name``: its newest.

    Raises:
        UsageError: the text names neither.
        MissingError: the repository has no version.
        VisavisError: the Hub gives no answer.
    """
    repo, mark, version = text.removeprefix("hub:").partition("@")
    if mark:
        if not COMMIT.fullmatch(version):
            tag_of(version)
        return repo, version
    versions = published(Repository(repo))
    if not versions:
        msg = f"{repo}: the Hub has no version of it"
        raise MissingError(msg)
    finals = [item for item in versions if not item.is_prerelease]
    return repo, str((finals or versions)[-1])
