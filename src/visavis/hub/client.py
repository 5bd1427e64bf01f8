"""The Hub: the one module that speaks to it, through its own client.

The token is the client's affair (``hf auth login``, ``HF_TOKEN``); no message repeats it. The
endpoint (``HF_ENDPOINT``) is read when a repository is named, not when this module is imported.
"""

import json
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from huggingface_hub import (
    CommitOperationAdd,
    CommitOperationDelete,
    HfApi,
    constants,
)
from huggingface_hub.errors import (
    GatedRepoError,
    HfHubHTTPError,
    HFValidationError,
    RemoteEntryNotFoundError,
    RepositoryNotFoundError,
    RevisionNotFoundError,
)

from visavis import files
from visavis.errors import DataError, UsageError, VisavisError

_TRANSPORT: type[Exception] = HfHubHTTPError.__bases__[0]
"""The error of the client's transport, whichever library of HTTP the client stands on."""

_UNREADABLE = (
    json.JSONDecodeError, UnicodeDecodeError, KeyError, TypeError, AttributeError, AssertionError,
)  # fmt: skip
"""What the client raises where an answer has not the form that it expects."""

SERVER_ERROR = 500
TRY_LATER = (408, 429)
CONFLICTS = (409, 412)
ABSENT = (404, 410)
"""HTTP status: not now, too many requests; somebody else was first; not there."""

DOWNLOADS = 8
"""Files that are downloaded at a time, as the client does."""

ADVICE = {
    401: "Log in with `hf auth login`, or set HF_TOKEN",
    403: "Use a token that may do that: to publish, one with write access to the repository",
    413: "It is too large for the Hub",
}
"""HTTP status of a refusal -> what the user can do."""


class MissingError(DataError):
    """The repository, or the revision, is not on the Hub."""


class UnreachableError(VisavisError):
    """The Hub gave no answer, or none that can be used."""


class ConflictError(DataError):
    """Somebody else changed the repository, or made the tag, first."""


def _no_name(name: str) -> UsageError:
    return UsageError(f"{name}: not the name of a repository. Write owner/name.")


class Repository:
    """A dataset repository on the Hub; revisions are full commit hashes unless said otherwise.

    Every method raises MissingError, UnreachableError or ConflictError as fits, DataError where
    the Hub refuses, and UsageError for a name that no repository can have.
    """

    def __init__(self, name: str) -> None:
        if name.count("/") != 1:
            raise _no_name(name)
        self.name = name
        endpoint = os.environ.get("HF_ENDPOINT", "").rstrip("/") or None
        self._api = HfApi(endpoint=endpoint, library_name="visavis")

    def create(self, *, private: bool) -> None:
        """Make the repository; one that is there already stays as it is."""
        with self._asking("create the repository"):
            self._api.create_repo(self.name, repo_type="dataset", private=private, exist_ok=True)

    def is_private(self) -> bool:
        """Whether only its owners can read it."""
        with self._asking("look at the repository"):
            return bool(self._api.dataset_info(self.name).private)

    def resolve(self, revision: str) -> str:
        """The commit at which a tag or branch stands."""
        with self._asking(f"look for {revision}", "revision"):
            found = self._api.dataset_info(self.name, revision=revision).sha
        if not found:
            msg = f"{self.name}: the Hub tells no commit for {revision}. Try again later."
            raise UnreachableError(msg)
        return found

    def head(self) -> str | None:
        """The commit of the main branch; None where there is no repository or no commit yet."""
        try:
            with self._asking("look for main"):
                return self._api.dataset_info(self.name, revision="main").sha
        except MissingError:
            return None

    def tags(self) -> set[str]:
        """The names of its tags."""
        with self._asking("list its tags"):
            refs = self._api.list_repo_refs(self.name, repo_type="dataset")
        return {tag.name for tag in refs.tags}

    def commits(self) -> Iterator[tuple[str, str]]:
        """The commits of the main branch, as the Hub lists them: hash and message."""
        try:
            with self._asking("list its commits"):
                found = self._api.list_repo_commits(self.name, repo_type="dataset")
        except MissingError:
            return
        for commit in found:
            yield commit.commit_id, f"{commit.title}\n{commit.message}"

    def paths(self, commit: str) -> set[str]:
        """The files of a commit."""
        with self._asking("list its files"):
            listed = self._api.list_repo_files(self.name, revision=commit, repo_type="dataset")
        return set(listed)

    def commit(
        self, folder: Path, *, gone: Iterable[str], parent: str | None, message: tuple[str, str]
    ) -> str:
        """Make one commit on main of all files of ``folder``, without those ``gone``.

        Nothing is changed where main does not stand at ``parent`` any more: ConflictError. Where
        the repository has no commit yet, ``parent`` is None.
        """
        with ExitStack() as opened, self._asking("commit"):
            added = self._uploaded(folder, opened)
            try:
                made = self._api.create_commit(
                    self.name,
                    [*added, *(CommitOperationDelete(path) for path in sorted(gone))],
                    commit_message=message[0],
                    commit_description=message[1],
                    repo_type="dataset",
                    revision="main",
                    parent_commit=parent,
                )
            except _UNREADABLE:
                raise
            except ValueError as error:
                said = " ".join(str(error).split())
                msg = f"{self.name}: cannot commit: the Hub refuses it ({said}). Correct it."
                raise DataError(msg) from error
        return made.oid

    def _uploaded(self, folder: Path, opened: ExitStack) -> list[CommitOperationAdd]:
        """The files of ``folder``, their large ones uploaded: by Xet, or else by LFS.

        The client does not ask whether a Hub has Xet; given open files, it takes LFS. What a
        ``.gitignore`` of the repository says does not count: a release goes whole.
        """
        paths = sorted(path for path in folder.rglob("*") if path.is_file())
        named = {path.relative_to(folder).as_posix(): path for path in paths}
        added = [CommitOperationAdd(name, path) for name, path in named.items()]
        try:
            self._upload(added)
        except (HfHubHTTPError, *_UNREADABLE):
            raise
        except (OSError, RuntimeError):
            if constants.HF_HUB_DISABLE_XET:
                raise
            added = [
                CommitOperationAdd(name, opened.enter_context(path.open("rb")))
                for name, path in named.items()
            ]
            self._upload(added)
        return added

    def _upload(self, added: list[CommitOperationAdd]) -> None:
        self._api.preupload_lfs_files(
            self.name, added, repo_type="dataset", free_memory=False, gitignore_content=""
        )

    def tag(self, name: str, commit: str) -> None:
        """Make a tag; one of that name, wherever it stands, is a ConflictError."""
        with self._asking(f"make the tag {name}"):
            self._api.create_tag(self.name, tag=name, revision=commit, repo_type="dataset")

    def download(self, commit: str, cache: Path) -> Path:
        """The folder of a commit, all of it, downloaded into ``cache``."""
        with self._asking("download"):
            folder = self._api.snapshot_download(
                self.name, repo_type="dataset", revision=commit, cache_dir=cache
            )
        return Path(folder)

    def obtain(self, commit: str, paths: Iterable[str]) -> Path:
        """The folder of a commit in the cache of the Hub, with the files ``paths`` in it.

        No listing of the commit is asked for or remembered: the names are those of a manifest.
        """
        with self._asking("download"), ThreadPoolExecutor(max_workers=DOWNLOADS) as threads:
            kept = [
                threads.submit(
                    self._api.hf_hub_download,
                    self.name,
                    path,
                    repo_type="dataset",
                    revision=commit,
                    cache_dir=constants.HF_HUB_CACHE,
                )
                for path in paths
            ]
            for one in kept:
                one.result()
        return self.cached(commit)

    def cached(self, commit: str) -> Path:
        """Where the cache holds a commit, whether it does or not."""
        return self._cache() / "snapshots" / commit

    def recalled(self, tag: str) -> str | None:
        """The commit at which the tag stood when ``pin`` or the Hub's client last saw it."""
        for path in (self._pin(tag), self._cache() / "refs" / tag):
            if path.is_file():
                return path.read_text(encoding="ascii").strip()
        return None

    def pinned(self, tag: str) -> str | None:
        """The commit to which ``pin`` tied the tag on this machine."""
        path = self._pin(tag)
        return path.read_text(encoding="ascii").strip() if path.is_file() else None

    def pin(self, tag: str, commit: str) -> None:
        """Remember where a tag stands: it must never stand elsewhere."""
        if self.pinned(tag) != commit:
            files.write(self._pin(tag), f"{commit}\n".encode())

    def forget(self, path: Path) -> None:
        """Take a wrong file out of the cache, so that it is downloaded again."""
        with suppress(OSError):
            path.resolve().unlink()
        with suppress(OSError):
            path.unlink()

    def _cache(self) -> Path:
        return Path(constants.HF_HUB_CACHE) / f"datasets--{self.name.replace('/', '--')}"

    def _pin(self, tag: str) -> Path:
        return Path(constants.HF_HUB_CACHE) / ".visavis" / self.name.replace("/", "--") / tag

    @contextmanager
    def _asking(self, what: str, asked: str = "repository") -> Iterator[None]:
        """Turn the errors of the client into ours; neither a token nor a traceback is shown.

        ``asked`` is what is not there where the Hub answers that something is not there.
        """
        if os.environ.get("HF_HUB_OFFLINE", "").upper() in constants.ENV_VARS_TRUE_VALUES:
            msg = f"{self.name}: cannot {what}: HF_HUB_OFFLINE is set. Unset it to reach the Hub."
            raise UnreachableError(msg)
        try:
            yield
        except GatedRepoError as error:
            msg = f"{self.name}: cannot {what}: access is not granted. Log in with `hf auth login`."
            raise DataError(msg) from error
        except RemoteEntryNotFoundError as error:
            file = error.response.url.path.rpartition("/")[2]
            raise self._missing(what, f"file as {file}") from error
        except (RepositoryNotFoundError, RevisionNotFoundError) as error:
            revision = isinstance(error, RevisionNotFoundError)
            raise self._missing(what, "revision" if revision else "repository") from error
        except HFValidationError as error:
            raise _no_name(self.name) from error
        except HfHubHTTPError as error:
            raise self._refusal(what, asked, error) from error
        except (_TRANSPORT, OSError) as error:
            why = type(error.__cause__ or error).__name__
            msg = f"{self.name}: cannot {what}: no answer ({why}). Run it again."
            raise UnreachableError(msg) from error
        except RuntimeError as error:  # the client's word for an upload that failed
            why = f"{error} {error.__cause__ or ''}".split("\n")[0].strip()
            msg = f"{self.name}: cannot {what}: an upload failed ({why}). Run it again."
            raise UnreachableError(msg) from error
        except (ValueError, *_UNREADABLE) as error:
            msg = f"{self.name}: cannot {what}: the answer is not the Hub's. Look at HF_ENDPOINT."
            raise UnreachableError(msg) from error

    def _missing(self, what: str, kind: str) -> MissingError:
        msg = f"{self.name}: cannot {what}: no such {kind}. Check the name, and your login."
        return MissingError(msg)

    def _refusal(self, what: str, asked: str, error: HfHubHTTPError) -> VisavisError:
        status = error.response.status_code
        if status in ABSENT:
            return self._missing(what, asked)
        if status in CONFLICTS:
            return ConflictError(
                f"{self.name}: cannot {what}: somebody else was first. Look, and run it again."
            )
        if status in TRY_LATER or status >= SERVER_ERROR:
            wait = error.response.headers.get("Retry-After", "")
            when = f"in {wait} seconds" if wait.isdigit() else "later"
            msg = f"{self.name}: cannot {what}: the Hub fails (status {status}). Run it again"
            return UnreachableError(f"{msg} {when}.")
        said = " ".join((error.server_message or "no reason is told").split()).rstrip(".")
        advice = ADVICE.get(status, "Check your rights")
        return DataError(f"{self.name}: cannot {what}: status {status}, {said}. {advice}.")
