"""The Hub: the one module that speaks to it, through its own client.

The token is the client's affair (``hf auth login``, ``HF_TOKEN``); no message repeats it. The
endpoint (``HF_ENDPOINT``) is read when a repository is named, not when this module is imported.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
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
    RepositoryNotFoundError,
    RevisionNotFoundError,
)

from visavis import files
from visavis.errors import DataError, UsageError, VisavisError

_TRANSPORT: type[Exception] = HfHubHTTPError.__bases__[0]
"""The error of the client's transport, whichever library of HTTP the client stands on."""

SERVER_ERROR = 500
CONFLICTS = (409, 412)
"""HTTP status: somebody else was first."""


class MissingError(DataError):
    """The repository, or the revision, is not on the Hub."""


class UnreachableError(VisavisError):
    """The Hub gave no answer, or none that can be used."""


class ConflictError(DataError):
    """Somebody else changed the repository, or made the tag, first."""


class Repository:
    """A dataset repository on the Hub; revisions are full commit hashes unless said otherwise.

    Every method raises MissingError, UnreachableError or ConflictError as fits, DataError where
    the Hub refuses, and UsageError for a name that no repository can have.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self._api = HfApi(endpoint=os.environ.get("HF_ENDPOINT"), library_name="visavis")

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
        with self._asking(f"look for {revision}"):
            found = self._api.dataset_info(self.name, revision=revision).sha
        if not found:
            msg = f"{self.name}: the Hub tells no commit for {revision}. Try again later."
            raise UnreachableError(msg)
        return found

    def tags(self) -> set[str]:
        """The names of its tags."""
        with self._asking("list its tags"):
            refs = self._api.list_repo_refs(self.name, repo_type="dataset")
        return {tag.name for tag in refs.tags}

    def commits(self) -> Iterator[tuple[str, str]]:
        """The commits of the main branch, the newest first: hash and message."""
        with self._asking("list its commits"):
            found = self._api.list_repo_commits(self.name, repo_type="dataset")
        for commit in found:
            yield commit.commit_id, f"{commit.title}\n{commit.message}"

    def paths(self, commit: str) -> set[str]:
        """The files of a commit."""
        with self._asking("list its files"):
            listed = self._api.list_repo_files(self.name, revision=commit, repo_type="dataset")
        return set(listed)

    def commit(
        self, folder: Path, *, gone: Iterable[str], parent: str, message: tuple[str, str]
    ) -> str:
        """Make one commit on main of all files of ``folder``, without those ``gone``.

        Nothing is changed where main does not stand at ``parent`` any more: ConflictError.
        """
        found = sorted(path for path in folder.rglob("*") if path.is_file())
        operations: list[CommitOperationAdd | CommitOperationDelete] = [
            *(CommitOperationAdd(path.relative_to(folder).as_posix(), path) for path in found),
            *(CommitOperationDelete(path) for path in sorted(gone)),
        ]
        with self._asking("commit"):
            made = self._api.create_commit(
                self.name,
                operations,
                commit_message=message[0],
                commit_description=message[1],
                repo_type="dataset",
                revision="main",
                parent_commit=parent,
            )
        return made.oid

    def tag(self, name: str, commit: str) -> None:
        """Make a tag; one of that name, wherever it stands, is a ConflictError."""
        with self._asking(f"make the tag {name}"):
            self._api.create_tag(self.name, tag=name, revision=commit, repo_type="dataset")

    def download(self, commit: str, cache: Path | None = None) -> Path:
        """The folder of a commit, downloaded into ``cache`` (default: the one of the Hub)."""
        with self._asking("download"):
            folder = self._api.snapshot_download(
                self.name,
                repo_type="dataset",
                revision=commit,
                cache_dir=cache or constants.HF_HUB_CACHE,
            )
        return Path(folder)

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
    def _asking(self, what: str) -> Iterator[None]:
        """Turn the errors of the client into ours; neither a token nor a traceback is shown."""
        if os.environ.get("HF_HUB_OFFLINE", "").upper() in constants.ENV_VARS_TRUE_VALUES:
            msg = f"{self.name}: cannot {what}: HF_HUB_OFFLINE is set. Unset it to reach the Hub."
            raise UnreachableError(msg)
        try:
            yield
        except GatedRepoError as error:
            msg = f"{self.name}: cannot {what}: access is not granted. Log in with `hf auth login`."
            raise DataError(msg) from error
        except (RepositoryNotFoundError, RevisionNotFoundError) as error:
            kind = "revision" if isinstance(error, RevisionNotFoundError) else "repository"
            msg = f"{self.name}: cannot {what}: no such {kind}. Check the name, and your login."
            raise MissingError(msg) from error
        except HFValidationError as error:
            msg = f"{self.name}: not the name of a repository. Write owner/name."
            raise UsageError(msg) from error
        except HfHubHTTPError as error:
            raise self._refusal(what, error) from error
        except (_TRANSPORT, OSError) as error:
            msg = f"{self.name}: cannot {what}: no answer ({type(error).__name__}). Run it again."
            raise UnreachableError(msg) from error
        except RuntimeError as error:  # the client's word for an upload that failed
            msg = f"{self.name}: cannot {what}: an upload failed ({error}). Run it again."
            raise UnreachableError(msg) from error
        except ValueError as error:
            said = " ".join(str(error).split())
            msg = f"{self.name}: cannot {what}: the Hub refuses it ({said}). Correct it."
            raise DataError(msg) from error

    def _refusal(self, what: str, error: HfHubHTTPError) -> VisavisError:
        status = error.response.status_code
        if status in CONFLICTS:
            return ConflictError(
                f"{self.name}: cannot {what}: somebody else was first. Look, and run it again."
            )
        if status >= SERVER_ERROR:
            msg = f"{self.name}: cannot {what}: the Hub fails (status {status}). Run it again."
            return UnreachableError(msg)
        said = (error.server_message or "no reason is told").strip()
        return DataError(f"{self.name}: cannot {what}: status {status}, {said}. Check your rights.")
