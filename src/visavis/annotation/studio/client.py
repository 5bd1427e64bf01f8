"""The one module that talks to a Label Studio server.

It speaks HTTP itself: the server's own library sends a request again when the answer is lost, which
doubles tasks. Here a question is asked again, an order never; an order whose fate is unknown raises
`Lost`, and who gave it looks what became of it. The token goes into one header and nowhere else.
"""

import codecs
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

from visavis.errors import UsageError, VisavisError

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

CHUNK = 1 << 18

SNAPSHOT = "visavis"
"""Title of the exports that are made here, and removed when they are read."""


class ServerError(VisavisError):
    """The server refuses, cannot be reached, or answers what cannot be."""


class Lost(ServerError):  # noqa: N818 - the fate of an order, not a kind of error
    """The answer did not arrive: the server may have done what it was told, or may yet.

    Attributes:
        late: whether the server was still at it when waiting ended.
    """

    late = False


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

    def version(self) -> str:
        """The release of the server.

        Raises:
            ServerError: it is none that Visavis knows.
        """
        release = str(self.ask("/api/version").get("release", "unknown"))
        if not release.startswith(tuple(f"{known}." for known in VERSIONS)):
            msg = f"{self.url}: Label Studio {release}; this works with {', '.join(VERSIONS)}."
            raise ServerError(msg)
        return release

    def ask(self, path: str) -> Any:  # noqa: ANN401 - JSON
        """The answer to a question, asked until it arrives.

        Raises:
            ServerError: the server refuses, or cannot be reached.
        """
        return self._patiently(lambda: self._json("GET", path, None))

    def order(self, method: str, path: str, body: object = None) -> Any:  # noqa: ANN401 - JSON
        """Tell the server to do something, once.

        Raises:
            Lost: nobody knows whether it did.
            ServerError: it refused.
        """
        return self._json(method, path, body)

    def projects(self) -> "Iterator[dict[str, Any]]":
        """All projects that the token may see."""
        page = 1
        while True:
            answer = self.ask(f"/api/projects/?page={page}&page_size=100")
            yield from answer["results"]
            if not answer.get("next"):
                return
            page += 1

    def count(self, project: int) -> int:
        """How many tasks a project has."""
        return int(self.ask(f"/api/projects/{project}/")["task_number"])

    def tasks(self, project: int) -> "Iterator[object]":
        """All tasks of a project with what was submitted, one by one, as they are at one moment.

        Raises:
            ServerError: the export does not arrive whole.
        """
        with tempfile.TemporaryFile() as file:
            self._snapshot(project, file)
            file.seek(0)
            yield from _items(file, self.url)

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
        made = self._patiently(lambda: self._json("POST", f"{base}/", options))
        deadline = time.monotonic() + self.timeout
        while made.get("status") not in {"completed", "failed"}:
            if time.monotonic() > deadline:
                msg = f"{self.url}: the export of project {project} is not made. Try again."
                raise Lost(msg)
            time.sleep(PAUSE)
            made = self.ask(f"{base}/{made['id']}")
        if made["status"] == "failed":
            msg = f"{self.url}: the server cannot export project {project}. See its log."
            raise ServerError(msg)
        self._patiently(lambda: self._download(f"{base}/{made['id']}/download", file))
        with contextlib.suppress(ServerError):
            self._json("DELETE", f"{base}/{made['id']}", None)

    def _download(self, path: str, file: IO[bytes]) -> None:
        file.seek(0)
        file.truncate()
        with self._answer("GET", f"{path}?exportType=JSON", None) as answer:
            expected, there = answer.getheader("Content-Length"), 0
            while block := self._block(answer):
                there += file.write(block)
        if expected is not None and there != int(expected):
            msg = f"{self.url}: the export was cut after {there} of {expected} bytes. Pull again."
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
            except Lost:
                if attempt == TRIES - 1:
                    raise
                time.sleep(PAUSE * 2**attempt)
        return None

    def _json(self, method: str, path: str, body: object) -> Any:  # noqa: ANN401 - JSON
        with self._answer(method, path, body) as answer:
            try:
                data = answer.read()
            except (OSError, http.client.HTTPException) as error:
                raise self._lost(error) from None
        try:
            return msgspec.json.decode(data) if data else {}
        except msgspec.DecodeError:
            msg = f"{self.url}: {method} {_bare(path)}: the answer is no JSON. Is it Label Studio?"
            raise ServerError(msg) from None

    @contextlib.contextmanager
    def _answer(self, method: str, path: str, body: object) -> "Iterator[http.client.HTTPResponse]":
        place = urlsplit(self.url)
        kind = (
            http.client.HTTPSConnection if place.scheme == "https" else http.client.HTTPConnection
        )
        connection = kind(place.hostname or "", place.port, timeout=self.timeout)
        try:
            try:
                sent = None if body is None else msgspec.json.encode(body)
                headers = {"Authorization": self._authorization()} | _TYPES
                connection.request(method, place.path.rstrip("/") + path, sent, headers)
                answer = connection.getresponse()
            except (OSError, http.client.HTTPException) as error:
                raise self._lost(error) from None
            self._refuse(answer, method, path)
            yield answer
        finally:
            connection.close()

    def _refuse(self, answer: http.client.HTTPResponse, method: str, path: str) -> None:
        if answer.status < http.HTTPStatus.BAD_REQUEST:
            return
        where = f"{self.url}: {method} {_bare(path)}: status {answer.status}"
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
            said = answer.read(400).decode("utf-8", "replace")
        except (OSError, http.client.HTTPException):
            said = "nothing more"
        said = said.split(" :: ", maxsplit=1)[0]  # what follows is the text of a task
        return said.replace(self.token, "***") if self.token else said

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
        place = urlsplit(self.url)
        kind = (
            http.client.HTTPSConnection if place.scheme == "https" else http.client.HTTPConnection
        )
        connection = kind(place.hostname or "", place.port, timeout=self.timeout)
        try:
            body = json.dumps({"refresh": self.token})
            connection.request("POST", f"{place.path}/api/token/refresh/", body, _TYPES)
            answer = connection.getresponse()
            if answer.status != http.HTTPStatus.OK:
                msg = f"{self.url}: the personal access token is not accepted. Make a new one."
                raise ServerError(msg)
            return str(json.loads(answer.read())["access"])
        finally:
            connection.close()


_TYPES = {"Content-Type": "application/json", "Accept": "application/json"}
_DOTS_OF_JWT = 2
_TOKEN = re.compile(r"[!-~]+")


def _bare(path: str) -> str:
    return path.split("?", maxsplit=1)[0]


def _items(file: IO[bytes], where: str) -> "Iterator[object]":
    """The items of a JSON array, one by one, without holding the whole of it.

    Raises:
        ServerError: it is no JSON array, or does not end.
    """
    decoder, closed = json.JSONDecoder(), False
    incremental = _Decoded(file)
    text = incremental.more("").lstrip()
    if not text.startswith("["):
        msg = f"{where}: the export is no list of tasks. Pull again."
        raise ServerError(msg)
    at = 1
    while True:
        while True:
            at = _after_space(text, at)
            if at < len(text) or incremental.done:
                break
            text, at = incremental.more(text[at:]), 0
        if at < len(text) and text[at] == "]":
            closed = not text[at + 1 :].strip()
            break
        if at < len(text) and text[at] == ",":
            at += 1
            continue
        try:
            item, at = decoder.raw_decode(text, at)
        except json.JSONDecodeError:
            if incremental.done:
                break
            text, at = incremental.more(text[at:]), 0
            continue
        yield item
    if not closed:
        msg = f"{where}: the export was cut. Pull again."
        raise ServerError(msg)


def _after_space(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t\r\n":
        at += 1
    return at


class _Decoded:
    """A file read as UTF-8 piece by piece, each piece twice as long as what was not enough."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file, self.done = file, False
        self.decoder = codecs.getincrementaldecoder("utf-8")("strict")

    def more(self, rest: str) -> str:
        block = self.file.read(max(CHUNK, 2 * len(rest)))
        self.done = not block
        return rest + self.decoder.decode(block, final=not block)


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
