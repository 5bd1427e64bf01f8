"""A Label Studio server as Visavis uses it, through Label Studio's SDK.

A question is asked again until its answer arrives. An order is given once: where its answer is lost
``Lost`` is raised, and who gave it looks what became of it.
"""

import contextlib
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from importlib import metadata
from typing import IO, TYPE_CHECKING, Any
from urllib.parse import urlsplit

from visavis.annotation.studio import calls
from visavis.annotation.studio.failures import Busy, Lost, ServerError
from visavis.annotation.studio.processes import tool
from visavis.annotation.studio.shapes import TOKEN, Count, Export, Page, Release
from visavis.annotation.studio.stream import items
from visavis.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from visavis.annotation.studio.calls import Call
    from visavis.annotation.studio.sdk import Sdk

VERSIONS = {"1.23": ("2.1",)}
"""Releases of Label Studio that the tests are run against, with the releases of its SDK."""

TRIES = 6
"""How often a question is asked before the server is given up."""

PAUSE = 0.5
"""Seconds between the first tries; doubled each time."""

MOST_BYTES = 1 << 28
"""Length of an answer that is not an export, in bytes, at which it is given up."""

MOST_EXPORTED = 1 << 34
"""The same of an export."""

MOST_PAGES = 1000
"""How many pages of projects are asked for."""

_SDK = "label-studio-sdk"


@dataclass
class Server:
    """A Label Studio server; not for two threads at once.

    Attributes:
        url: where it listens, such as ``http://127.0.0.1:8080``.
        token: a legacy token or a personal access token; never shown.
        timeout: seconds to wait for an answer.
    """

    url: str
    token: str = field(repr=False)
    timeout: float = 120.0

    def __post_init__(self) -> None:
        """Take the white space off the token, such as the line end of a CRLF file.

        Raises:
            UsageError: it has characters that no token has; they are not shown.
        """
        self.token = self.token.strip()
        if not TOKEN.fullmatch(self.token):
            msg = "the token has characters other than printable ASCII, or a space"
            raise UsageError(msg, where=self.url, remedy="Copy it again into LABEL_STUDIO_API_KEY.")

    @cached_property
    def _sdk(self) -> "Sdk":
        module = tool("visavis.annotation.studio.sdk")
        made: Sdk = module.Sdk(self.url, self.token, self.timeout)
        return made

    def version(self, *, untested: bool = False) -> str:
        """Return the release of the server.

        Args:
            untested: take any release, of the server and of the SDK.

        Raises:
            ServerError: it is none that the tests are run against.
            UsageError: the SDK is none of these.
        """
        release = str(self.ask(calls.release, Release)["release"])
        tested = [sdk for server, sdk in VERSIONS.items() if _is_of(release, (server,))]
        if untested:
            return release
        if not tested:
            msg = (
                f"{self.url}: Label Studio {release}; this works with {', '.join(VERSIONS)}. "
                "Give --untested-version to try it all the same."
            )
            raise ServerError(msg)
        installed = _installed()
        if not _is_of(installed, tested[0]):
            msg = f"{_SDK} {installed} is installed; this works with {', '.join(tested[0])}"
            remedy = (
                "Run pip install 'visavis[studio]', or give --untested-version to try it all the "
                "same."
            )
            raise UsageError(msg, remedy=remedy)
        return release

    def ask(self, question: "str | Call", shape: Any = Any) -> Any:  # noqa: ANN401 - JSON
        """Return the answer to a question, asked until it arrives.

        Args:
            question: a call of the SDK, or a path for which it has none.
            shape: the type that the answer must have.

        Raises:
            ServerError: the server refuses, cannot be reached, or answers something else.
        """
        call = self._sdk.request("GET", question) if isinstance(question, str) else question
        return _repeated(lambda: self._sdk.call(call, shape, MOST_BYTES), Lost)

    def order(
        self,
        method: str,
        path: str,
        body: object = None,
        shape: Any = Any,  # noqa: ANN401
    ) -> Any:  # noqa: ANN401 - JSON
        """Tell the server to do something for which the SDK has no call; see `give`.

        Args:
            method: ``POST``, ``PATCH`` or ``DELETE``.
            path: what is changed.
            body: how.
            shape: the type that the answer must have.
        """
        return self.give(self._sdk.request(method, path, body), shape)

    def give(self, order: "Call", shape: Any = Any) -> Any:  # noqa: ANN401 - JSON
        """Tell the server to do something, once; again only if it says that it has not done it.

        Args:
            order: a call of the SDK.
            shape: the type that the answer must have.

        Raises:
            Lost: nobody knows whether it did; also if the answer is another than it should be.
            ServerError: it refused.
        """
        return _repeated(lambda: self._sdk.call(order, shape, MOST_BYTES), Busy)

    def projects(self) -> "Iterator[dict[str, Any]]":
        """Yield all projects that the token may see.

        Raises:
            ServerError: the list does not end.
        """
        seen: set[str] = set()
        # The pages of the SDK end at an empty one, which the server refuses, or never.
        for page in range(1, MOST_PAGES + 1):
            answer = self.ask(calls.projects(page), Page)
            new = [row for row in answer["results"] if str(row.get("id")) not in seen]
            seen |= {str(row.get("id")) for row in new}
            yield from new
            if not answer.get("next") or not new:
                return
        msg = f"{self.url}: the list of projects does not end after {MOST_PAGES} pages."
        raise ServerError(msg)

    def count(self, project: int) -> int:
        """Return how many tasks a project has."""
        return int(self.ask(calls.project(project), Count)["task_number"])

    def tasks(self, project: int, *, with_suggestions: bool = False) -> "Iterator[object]":
        """All tasks of a project with what was submitted, one by one, as they are at one moment.

        Args:
            project: its number.
            with_suggestions: not only the number of its suggestions, but what they are.

        Raises:
            ServerError: the export does not arrive whole.
        """
        with tempfile.TemporaryFile() as file:
            self._snapshot(
                project, calls.make_export(project, with_suggestions=with_suggestions), file
            )
            file.seek(0)
            yield from items(file, self.url)

    def _snapshot(self, project: int, order: "Call", file: IO[bytes]) -> None:
        """An export, made, fetched and removed again."""
        made = self.ask(order, Export)
        deadline = time.monotonic() + self.timeout
        while made.get("status") not in {"completed", "failed"}:
            if time.monotonic() > deadline:
                msg = f"{self.url}: the export of project {project} is not made. Try again."
                raise Lost(msg)
            time.sleep(PAUSE)
            made = self.ask(calls.export(project, made["id"]), Export)
        if made["status"] == "failed":
            msg = f"{self.url}: the server cannot export project {project}. See its log."
            raise ServerError(msg)
        _repeated(lambda: self._download(project, made["id"], file), Lost)
        with contextlib.suppress(ServerError):
            self.give(calls.remove_export(project, made["id"]))

    def _download(self, project: int, export: int, file: IO[bytes]) -> None:
        file.seek(0)
        file.truncate()
        self._sdk.download(project, export, file, MOST_EXPORTED)


def _repeated(act: Callable[[], Any], error: type[Lost]) -> Any:  # noqa: ANN401 - any answer
    """Do something until it does not end in ``error``, or often enough."""
    for attempt in range(TRIES):
        try:
            return act()
        except error as lost:
            if attempt == TRIES - 1:
                raise
            asked = lost.wait if isinstance(lost, Busy) else 0.0
            time.sleep(max(PAUSE * float(2**attempt), asked))
    return None


def _is_of(release: str, versions: Iterable[str]) -> bool:
    return release.startswith(tuple(f"{version}." for version in versions))


def _installed() -> str:
    """Return the release of the SDK.

    Raises:
        UsageError: it is not installed.
    """
    try:
        return metadata.version(_SDK)
    except metadata.PackageNotFoundError as error:
        msg = f"{_SDK} is missing, which `visavis studio` needs"
        raise UsageError(msg, remedy="Run pip install 'visavis[studio]'.") from error


def server(url: str, token: str | None, timeout: float = 120.0) -> Server:
    """The server at ``url``.

    Raises:
        UsageError: it is no address, or there is no token.
    """
    place = urlsplit(url)
    if place.scheme not in {"http", "https"} or not place.hostname:
        msg = "no address of a server"
        raise UsageError(msg, where=url, remedy="Write http://HOST:PORT.")
    if place.username or place.password:
        msg = "--url holds a password"
        raise UsageError(msg, remedy="Put the token into LABEL_STUDIO_API_KEY.")
    if not token or not token.strip():
        msg = "no token"
        remedy = "Set LABEL_STUDIO_API_KEY, or start a server: visavis studio up."
        raise UsageError(msg, where=url, remedy=remedy)
    return Server(url.rstrip("/"), token, timeout)
