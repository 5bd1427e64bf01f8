"""The Hub: the one module that speaks to it, through its own client.

The token is the client's affair (``hf auth login``, ``HF_TOKEN``); no message repeats it. The
endpoint (``HF_ENDPOINT``) is read when a repository is named, not when this module is imported.
Every step has a time limit (``visavis.release.hub.limits``).
"""

import functools
import os
import re
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from huggingface_hub import (
    CommitOperationAdd,
    CommitOperationDelete,
    HfApi,
    constants,
)
from huggingface_hub.errors import (
    HfHubHTTPError,
    HFValidationError,
)
from huggingface_hub.hf_api import RepoFile
from huggingface_hub.utils._fixes import WeakFileLock
from huggingface_hub.utils._validators import validate_repo_id

from visavis import __version__, files
from visavis.errors import DataError, UsageError, VisavisError
from visavis.release.hub.answers import (
    UNREADABLE,
    ConflictError,
    MissingError,
    UnreachableError,
    clean,
    no_name,
    translated,
)
from visavis.release.hub.limits import Clock, all_of

T = TypeVar("T")

DOWNLOADS = 8
"""Files that are downloaded at a time, as the client does."""

MAIN = "main"
"""The branch of the newest release."""

_COMMIT = re.compile(r"[0-9a-f]{40}")


class Repository:
    """A dataset repository on the Hub; revisions are full commit hashes unless said otherwise.

    Every method raises MissingError, UnreachableError or ConflictError as fits, DataError where
    the Hub refuses, and UsageError for a name that no repository can have.
    """

    def __init__(self, name: str) -> None:
        if name.count("/") != 1:
            raise no_name(name)
        try:
            validate_repo_id(name)
        except HFValidationError:
            raise no_name(name) from None
        self.name = name
        self._clock = Clock()
        endpoint = os.environ.get("HF_ENDPOINT", "").rstrip("/") or None
        self._api = HfApi(endpoint=endpoint, library_name="visavis", library_version=__version__)

    @property
    def offline(self) -> bool:
        """Whether the user wants the Hub left alone."""
        return os.environ.get("HF_HUB_OFFLINE", "").upper() in constants.ENV_VARS_TRUE_VALUES

    def create(self, *, private: bool) -> None:
        """Make the repository; one that is there already stays as it is."""
        with self._asking("create the repository"):
            self._step(
                self._api.create_repo,
                self.name, repo_type="dataset", private=private, exist_ok=True,
            )  # fmt: skip

    def is_private(self) -> bool:
        """Whether only its owners can read it."""
        with self._asking("look at the repository"):
            return bool(self._step(self._api.dataset_info, self.name).private)

    def resolve(self, revision: str) -> str:
        """The commit at which a tag or branch stands."""
        with self._asking(f"look for {revision}", "revision"):
            commit = self._step(self._api.dataset_info, self.name, revision=revision).sha
        if not commit or not _COMMIT.fullmatch(commit):
            msg = f"{self.name}: the Hub gives no commit for {revision}. Try again later."
            raise UnreachableError(msg)
        return commit

    def head(self, branch: str = MAIN) -> str | None:
        """The commit of a branch; None where there is no repository, branch or commit yet."""
        try:
            with self._asking(f"look for {branch}"):
                return self._step(self._api.dataset_info, self.name, revision=branch).sha
        except MissingError:
            return None

    def branch(self, name: str, commit: str) -> None:
        """Make a branch that begins at a commit; one of that name stays as it is."""
        with self._asking(f"make the branch {name}"), suppress(ConflictError):
            self._step(
                self._api.create_branch,
                self.name, branch=name, revision=commit, repo_type="dataset", exist_ok=True,
            )  # fmt: skip

    def tags(self) -> set[str]:
        """The names of its tags."""
        with self._asking("list its tags"):
            refs = self._step(self._api.list_repo_refs, self.name, repo_type="dataset")
        return {tag.name for tag in refs.tags}

    def commits(self, branch: str = MAIN) -> Iterator[tuple[str, str]]:
        """The commits of a branch, as the Hub lists them: hash and message."""
        try:
            with self._asking("list its commits"):
                commits = self._step(
                    self._api.list_repo_commits,
                    self.name, repo_type="dataset", revision=branch,
                )  # fmt: skip
        except MissingError:
            return
        for commit in commits:
            yield commit.commit_id, f"{commit.title}\n{commit.message}"

    def paths(self, commit: str) -> set[str]:
        """Return the paths of the files of a commit, as the Hub lists them: not to be trusted."""
        with self._asking("list its files"):
            listed = self._step(
                self._api.list_repo_files, self.name, revision=commit, repo_type="dataset"
            )
        return set(listed)

    def contents(self, commit: str) -> dict[str, str]:
        """Return the hash of the content of each file of a commit, by path: not to be trusted."""
        with self._asking("list its files"):
            return self._step(self._listed, commit)

    def _listed(self, commit: str) -> dict[str, str]:
        tree = self._api.list_repo_tree(
            self.name, recursive=True, revision=commit, repo_type="dataset"
        )
        return {
            entry.path: entry.lfs.sha256 if entry.lfs else entry.blob_id
            for entry in tree
            if isinstance(entry, RepoFile)
        }

    def commit(
        self,
        folder: Path,
        *,
        gone: Iterable[str],
        parent: str | None,
        message: tuple[str, str],
        branch: str = MAIN,
    ) -> str:
        """Make one commit on a branch of all files of ``folder``, without those ``gone``.

        Nothing is changed where the branch does not stand at ``parent`` any more: ConflictError.
        Where the repository has no commit yet, ``parent`` is None.
        """
        with ExitStack() as opened, self._asking("commit"), self._heard():
            size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
            added = self._uploaded(folder, opened, size, branch)
            try:
                made = self._step(
                    self._api.create_commit,
                    self.name,
                    [*added, *(CommitOperationDelete(path) for path in sorted(gone))],
                    commit_message=message[0],
                    commit_description=message[1],
                    repo_type="dataset",
                    revision=branch,
                    parent_commit=parent,
                    size=size,
                )
            except UNREADABLE:
                raise
            except ValueError as error:
                text = " ".join(str(error).split())
                msg = f"cannot commit: the Hub refuses it ({text})"
                raise DataError(msg, where=self.name, remedy="Correct it.") from error
        return str(made.oid)

    def _uploaded(
        self, folder: Path, opened: ExitStack, size: int, branch: str
    ) -> list[CommitOperationAdd]:
        """The files of ``folder``, their large ones uploaded: by Xet, or else by LFS.

        The client does not ask whether a Hub has Xet; given open files, it takes LFS. What a
        ``.gitignore`` of the repository says does not count: a release goes whole.
        """
        paths = sorted(path for path in folder.rglob("*") if path.is_file())
        named = {path.relative_to(folder).as_posix(): path for path in paths}
        added = [CommitOperationAdd(name, path) for name, path in named.items()]
        try:
            self._upload(added, size, branch)
        except (HfHubHTTPError, *UNREADABLE):
            raise
        except (OSError, RuntimeError):
            if constants.HF_HUB_DISABLE_XET:
                raise
            added = [
                CommitOperationAdd(name, opened.enter_context(path.open("rb")))
                for name, path in named.items()
            ]
            self._upload(added, size, branch)
        return added

    def _upload(self, added: list[CommitOperationAdd], size: int, branch: str) -> None:
        self._step(
            self._api.preupload_lfs_files, self.name, added,
            repo_type="dataset", revision=branch, free_memory=False, gitignore_content="",
            size=size,
        )  # fmt: skip

    def tag(self, name: str, commit: str) -> None:
        """Make a tag; one of that name, wherever it stands, is a ConflictError."""
        with self._asking(f"make the tag {name}"):
            self._step(
                self._api.create_tag,
                self.name, tag=name, revision=commit, repo_type="dataset",
            )  # fmt: skip

    def obtain(
        self,
        commit: str,
        paths: Sequence[str],
        size: int = 0,
        *,
        cache: Path | None = None,
        again: bool = False,
    ) -> Path:
        """Return the folder of a commit in a cache, with some of its files in it.

        No listing of the commit is asked for or remembered: the names are those of a manifest.

        Args:
            commit: full hash.
            paths: the files, which must not lead out of the folder (``ReleasePath``).
            size: bytes of the files; the time allowed depends on it.
            cache: the cache; that of the Hub by default.
            again: download them even where the cache has them, and replace those.
        """
        place = Path(constants.HF_HUB_CACHE) if cache is None else cache
        calls = [
            functools.partial(
                self._api.hf_hub_download,
                self.name,
                path,
                repo_type="dataset",
                revision=commit,
                cache_dir=place,
                force_download=again,
            )
            for path in paths
        ]
        if again:
            for path in paths:
                self._unlink(self.cached(commit, place) / path, place)
        with self._asking("download"):
            self._step(all_of, calls, DOWNLOADS, size=size)
        return self.cached(commit, place)

    def _unlink(self, path: Path, cache: Path) -> None:
        """Remove a link of the cache: the client would keep it, wherever it leads."""
        if path.is_symlink():
            files.remove(path, within=self._cache(cache))

    def cached(self, commit: str, cache: Path | None = None) -> Path:
        """Return where a cache holds a commit, whether it does or not."""
        return self._cache(cache) / "snapshots" / commit

    def store(self, folder: Path) -> Path:
        """Return the folder of contents to which the links of a cached commit lead."""
        return folder.parents[1] / "blobs"

    def remembered(self, tag: str) -> list[str]:
        """Return the commits that the tag has named on this machine.

        That is what ``pin`` wrote, and what the Hub's own client noted.
        """
        noted = [_noted(self._pin(tag)), _noted(self._cache() / "refs" / tag)]
        return list(dict.fromkeys(commit for commit in noted if commit))

    def pin(self, tag: str, commit: str) -> None:
        """Remember the commit of a tag, so that a tag that moves is seen.

        A cache that cannot be written keeps no pin: loading from it must work all the same.
        """
        if _noted(self._pin(tag)) != commit:
            with suppress(UsageError):
                files.write(self._pin(tag), f"{commit}\n".encode())

    @contextmanager
    def repairing(self) -> Iterator[None]:
        """Keep other processes from downloading into the cache of this repository meanwhile.

        Raises:
            UsageError: the cache cannot be written.
        """
        lock = self._pin("lock")
        try:
            files.append(lock).close()
        except OSError as error:
            why = (error.strerror or "cannot be written").lower()
            msg = f"{why}, and the cache lacks files of {self.name}"
            remedy = "Set HF_HUB_CACHE to a folder that can be written."
            raise UsageError(msg, where=lock.parent, remedy=remedy) from error
        with WeakFileLock(lock):
            yield

    def _step(
        self, call: Callable[..., T], *arguments: object, size: int = 0, **options: object
    ) -> T:
        return self._clock.within(functools.partial(call, *arguments, **options), size)

    @contextmanager
    def _heard(self) -> Iterator[None]:
        """Pass the warnings of the client on, which repeat what the server says, cleaned."""
        with warnings.catch_warnings(record=True) as heard:
            warnings.simplefilter("always")
            yield
        for warning in heard:
            if issubclass(warning.category, UserWarning):
                text = clean(" ".join(str(warning.message).split()))
                warnings.warn(text, UserWarning, stacklevel=4)

    def _cache(self, cache: Path | None = None) -> Path:
        place = Path(constants.HF_HUB_CACHE) if cache is None else cache
        return place / f"datasets--{self.name.replace('/', '--')}"

    def _pin(self, tag: str) -> Path:
        return Path(constants.HF_HUB_CACHE) / ".visavis" / self.name.replace("/", "--") / tag

    @contextmanager
    def _asking(self, what: str, asked: str = "repository") -> Iterator[None]:
        """Turn the errors of the client into ours; see ``answers.translated``."""
        if self.offline:
            msg = f"{self.name}: cannot {what}: HF_HUB_OFFLINE is set. Unset it to reach the Hub."
            raise UnreachableError(msg)
        try:
            with translated(self.name, what, asked):
                yield
        except VisavisError as error:
            # The errors of the client repeat the server's words: no traceback may show them.
            raise type(error)(clean(str(error))) from None


def _noted(path: Path) -> str | None:
    """Return the commit in a file of the cache, or None where there is none."""
    try:
        text = path.read_bytes().decode("ascii").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return text if _COMMIT.fullmatch(text) else None
