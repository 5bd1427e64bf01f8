"""The one module that talks to a Label Studio server.

It speaks HTTP itself: the server's own library sends a request again when the answer is lost, which
doubles tasks. Here a question is asked again, an order never; an order whose fate is unknown raises
`Lost`, and who gave it looks what became of it. The token goes into one header and nowhere else.
"""

import contextlib
import http.client
import json
import re
import tempfile
import time
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING, Any
from urllib.parse import urlsplit

import msgspec

from visavis.annotation.studio.failures import Busy, Lost, ServerError
from visavis.annotation.studio.shapes import Access, Count, Export, Page, Release
from visavis.annotation.studio.stream import CHUNK, items
from visavis.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

VERSIONS = ("1.23",)
"""Releases of Label Studio that the tests are run against."""

TRIES = 6
"""How often a question is asked before the server is given up."""

PAUSE = 0.5
"""Seconds between the first tries; doubled each time."""

ACCESS = 200.0
"""Seconds for which an access token is used; the server takes it for 300."""

MOST_BYTES = 1 << 28
"""Length of an answer that is not an export, in bytes, at which it is given up."""

MOST_EXPORTED = 1 << 34
"""The same of an export."""

MOST_PAGES = 1000
"""How many pages of projects are asked for."""

LONGEST_WAIT = 60.0
"""Seconds that a busy server may ask to wait before the next try."""

SNAPSHOT = "visavis"
"""Title of the exports that are made here, and removed when they are read."""


@dataclass
class Server:
    """A Label Studio server.

    Attributes:
        url: where it listens, such as ``http://127.0.0.1:8080``.
        token: a legacy token or a personal access token; never shown.
        timeout: seconds to wait for an answer.
    """

    url: str
    token: str = field(repr=False)
    timeout: float = 120.0
    _access: str = field(default="", repr=False)
    _until: float = 0.0

    def __post_init__(self) -> None:
        """Take the white space off the token, such as the line end of a CRLF file.

        Raises:
            UsageError: it has characters that no token has; they are not shown.
        """
        self.token = self.token.strip()
        if not _TOKEN.fullmatch(self.token):
            msg = (
                f"{self.url}: the token has characters other than printable ASCII, or a space. "
                "Copy it again into LABEL_STUDIO_API_KEY."
            )
            raise UsageError(msg)

    def version(self, *, untested: bool = False) -> str:
        """Return the release of the server.

        Args:
            untested: take any release.

        Raises:
            ServerError: it is none that the tests are run against.
        """
        release = str(self.ask("/api/version", Release)["release"])
        if not untested and not release.startswith(tuple(f"{item}." for item in VERSIONS)):
            msg = (
                f"{self.url}: Label Studio {release}; this works with {', '.join(VERSIONS)}. "
                "Give --untested-version to try it all the same."
            )
            raise ServerError(msg)
        return release

    def ask(self, path: str, shape: Any = Any) -> Any:  # noqa: ANN401 - JSON
        """Return the answer to a question, asked until it arrives.

        Args:
            path: what is asked for.
            shape: the type that the answer must have.

        Raises:
            ServerError: the server refuses, cannot be reached, or answers something else.
        """
        return self._patiently(lambda: self._json("GET", path, None, shape))

    def order(
        self,
        method: str,
        path: str,
        body: object = None,
        shape: Any = Any,  # noqa: ANN401
    ) -> Any:  # noqa: ANN401 - JSON
        """Tell the server to do something, once; again only if it says that it has not done it.

        Args:
            method: ``POST``, ``PATCH`` or ``DELETE``.
            path: what is changed.
            body: how.
            shape: the type that the answer must have.

        Raises:
            Lost: nobody knows whether it did; also if the answer is another than it should be.
            ServerError: it refused.
        """
        for attempt in range(TRIES):
            try:
                return self._json(method, path, body, shape)
            except Busy as busy:
                if attempt == TRIES - 1:
                    raise
                time.sleep(_pause(busy, attempt))
        return None

    def projects(self) -> "Iterator[dict[str, Any]]":
        """Yield all projects that the token may see.

        Raises:
            ServerError: the list does not end.
        """
        seen: set[str] = set()
        for page in range(1, MOST_PAGES + 1):
            answer = self.ask(f"/api/projects/?page={page}&page_size=100", Page)
            new = [row for row in answer["results"] if str(row.get("id")) not in seen]
            seen |= {str(row.get("id")) for row in new}
            yield from new
            if not answer.get("next") or not new:
                return
        msg = f"{self.url}: the list of projects does not end after {MOST_PAGES} pages."
        raise ServerError(msg)

    def count(self, project: int) -> int:
        """Return how many tasks a project has."""
        return int(self.ask(f"/api/projects/{project}/", Count)["task_number"])

    def tasks(self, project: int) -> "Iterator[object]":
        """All tasks of a project with what was submitted, one by one, as they are at one moment.

        Raises:
            ServerError: the export does not arrive whole.
        """
        with tempfile.TemporaryFile() as file:
            self._snapshot(project, file)
            file.seek(0)
            yield from items(file, self.url)

    def _snapshot(self, project: int, file: IO[bytes]) -> None:
        """An export, made, fetched and removed again."""
        options = {
            "title": SNAPSHOT,
            "serialization_options": {
                "drafts": {"only_id": True},
                "predictions": {"only_id": True},
                "annotations__completed_by": {"only_id": True},
                "include_annotation_history": False,
                "interpolate_key_frames": False,
            },
        }
        base = f"/api/projects/{project}/exports"
        made = self._patiently(lambda: self._json("POST", f"{base}/", options, Export))
        deadline = time.monotonic() + self.timeout
        while made.get("status") not in {"completed", "failed"}:
            if time.monotonic() > deadline:
                msg = f"{self.url}: the export of project {project} is not made. Try again."
                raise Lost(msg)
            time.sleep(PAUSE)
            made = self.ask(f"{base}/{made['id']}", Export)
        if made["status"] == "failed":
            msg = f"{self.url}: the server cannot export project {project}. See its log."
            raise ServerError(msg)
        self._patiently(lambda: self._download(f"{base}/{made['id']}/download", file))
        with contextlib.suppress(ServerError):
            self.order("DELETE", f"{base}/{made['id']}")

    def _download(self, path: str, file: IO[bytes]) -> None:
        file.seek(0)
        file.truncate()
        with self._answer("GET", f"{path}?exportType=JSON", None) as answer:
            expected, present = answer.getheader("Content-Length", ""), 0
            while block := self._block(answer):
                present += file.write(block)
                if present > MOST_EXPORTED:
                    msg = f"{self.url}: the export is longer than {MOST_EXPORTED} bytes."
                    raise ServerError(msg)
        if expected.isdecimal() and present != int(expected):
            msg = f"{self.url}: the export was cut after {present} of {expected} bytes. Pull again."
            raise Lost(msg)

    def _block(self, answer: http.client.HTTPResponse) -> bytes:
        try:
            return answer.read(CHUNK)
        except (OSError, http.client.HTTPException) as error:
            raise self._lost(error) from None

    def _patiently(self, ask: Any) -> Any:  # noqa: ANN401 - any question
        for attempt in range(TRIES):
            try:
                return ask()
            except Lost as lost:
                if attempt == TRIES - 1:
                    raise
                time.sleep(_pause(lost, attempt))
        return None

    def _json(self, method: str, path: str, body: object, shape: Any) -> Any:  # noqa: ANN401 - JSON
        with self._answer(method, path, body) as answer:
            try:
                data = answer.read(MOST_BYTES + 1)
            except (OSError, http.client.HTTPException) as error:
                raise self._lost(error) from None
        return self._decoded(data, shape, f"{self.url}: {method} {_bare(path)}")

    def _decoded(self, data: bytes, shape: Any, where: str) -> Any:  # noqa: ANN401 - JSON
        """Return the JSON of an answer, if it has the shape that it should have.

        Raises:
            Lost: it has not, so that nobody knows what became of the order.
        """
        if len(data) > MOST_BYTES:
            problem = f"is longer than {MOST_BYTES} bytes"
        elif not data and shape is not Any:
            problem = "is empty"
        else:
            try:
                value = msgspec.json.decode(data) if data else {}
                msgspec.convert(value, shape)
            except msgspec.ValidationError as error:
                problem = f"is not as Label Studio answers ({error})"
            except (msgspec.DecodeError, UnicodeError, RecursionError):
                problem = "is no JSON"
            else:
                return value
        msg = f"{where}: the answer {problem}. Is there a Label Studio at this address?"
        raise Lost(msg)

    @contextlib.contextmanager
    def _answer(self, method: str, path: str, body: object) -> "Iterator[http.client.HTTPResponse]":
        connection, base = self._connection()
        try:
            try:
                sent = None if body is None else msgspec.json.encode(body)
                headers = {"Authorization": self._authorization()} | _TYPES
                connection.request(method, base + path, sent, headers)
                answer = connection.getresponse()
            except (OSError, http.client.HTTPException) as error:
                raise self._lost(error) from None
            with answer:  # an answer that was cut keeps its socket when the connection is closed
                self._refuse(answer, method, path)
                yield answer
        finally:
            connection.close()

    def _connection(self) -> tuple[http.client.HTTPConnection, str]:
        """Return a connection to the server, and what the paths there begin with."""
        place, kinds = urlsplit(self.url), http.client
        kind = kinds.HTTPSConnection if place.scheme == "https" else kinds.HTTPConnection
        connection = kind(place.hostname or "", place.port, timeout=self.timeout)
        return connection, place.path.rstrip("/")

    def _refuse(self, answer: http.client.HTTPResponse, method: str, path: str) -> None:
        if answer.status < http.HTTPStatus.MULTIPLE_CHOICES:
            return
        where = f"{self.url}: {method} {_bare(path)}: status {answer.status}"
        if answer.status == http.HTTPStatus.TOO_MANY_REQUESTS:
            msg = f"{where}: too many requests. Run the command again later."
            busy = Busy(msg)
            seconds = answer.getheader("Retry-After", "")
            busy.wait = min(float(seconds), LONGEST_WAIT) if seconds.isdecimal() else 0.0
            raise busy
        if answer.status >= http.HTTPStatus.INTERNAL_SERVER_ERROR:
            msg = f"{where}. See the log of the server, then try again."
            raise Lost(msg)
        if answer.status in {http.HTTPStatus.UNAUTHORIZED, http.HTTPStatus.FORBIDDEN}:
            self._until = 0.0
            msg = f"{where}: the token is not accepted. Set LABEL_STUDIO_API_KEY to a valid one."
            raise ServerError(msg)
        msg = f"{where}: {self._said(answer)}"
        raise ServerError(msg)

    def _said(self, answer: http.client.HTTPResponse) -> str:
        try:
            text = answer.read(400).decode("utf-8", "replace")
        except (OSError, http.client.HTTPException):
            text = "nothing more"
        text = text.split(" :: ", maxsplit=1)[0]  # what follows is the text of a task
        for secret in filter(None, (self.token, self._access)):
            text = text.replace(secret, "***")
        return "".join(c if c.isprintable() else " " for c in text)

    def _lost(self, error: Exception) -> Lost:
        lost = Lost(
            f"{self.url}: no answer ({type(error).__name__}). "
            "See `visavis studio status`, then repeat the command: nothing is done twice."
        )
        lost.late = isinstance(error, TimeoutError)
        return lost

    def _authorization(self) -> str:
        """The header: a legacy token as it is, a personal one by the access token it gives."""
        if self.token.count(".") != _DOTS_OF_JWT:
            return f"Token {self.token}"
        if time.monotonic() > self._until:
            self._access, self._until = self._refreshed(), time.monotonic() + ACCESS
        return f"Bearer {self._access}"

    def _refreshed(self) -> str:
        connection, base = self._connection()
        path = f"{base}/api/token/refresh/"
        try:
            body = json.dumps({"refresh": self.token})
            connection.request("POST", path, body, _TYPES)
            with connection.getresponse() as answer:
                data = answer.read(MOST_BYTES + 1)
        except (OSError, http.client.HTTPException) as error:
            raise self._lost(error) from None
        finally:
            connection.close()
        if answer.status in {http.HTTPStatus.UNAUTHORIZED, http.HTTPStatus.FORBIDDEN}:
            msg = f"{self.url}: the personal access token is not accepted. Make a new one."
            raise ServerError(msg)
        self._refuse(answer, "POST", path)
        access = self._decoded(data, Access, f"{self.url}: POST {path}")["access"]
        if not _TOKEN.fullmatch(access):
            msg = f"{self.url}: the server gives an access token that no header can hold."
            raise ServerError(msg)
        return str(access)


def _pause(lost: Lost, attempt: int) -> float:
    """Return the seconds before the next try."""
    asked = lost.wait if isinstance(lost, Busy) else 0.0
    return max(PAUSE * float(2**attempt), asked)


_TYPES = {"Content-Type": "application/json", "Accept": "application/json"}
_DOTS_OF_JWT = 2
_TOKEN = re.compile(r"[!-~]+")


def _bare(path: str) -> str:
    return path.split("?", maxsplit=1)[0]


def server(url: str, token: str | None, timeout: float = 120.0) -> Server:
    """The server at ``url``.

    Raises:
        UsageError: it is no address, or there is no token.
    """
    place = urlsplit(url)
    if place.scheme not in {"http", "https"} or not place.hostname:
        msg = f"{url}: no address of a server. Write http://HOST:PORT."
        raise UsageError(msg)
    if place.username or place.password:
        msg = "--url holds a password. Put the token into LABEL_STUDIO_API_KEY."
        raise UsageError(msg)
    if not token or not token.strip():
        msg = f"{url}: no token. Set LABEL_STUDIO_API_KEY, or start a server: visavis studio up."
        raise UsageError(msg)
    return Server(url.rstrip("/"), token, timeout)
