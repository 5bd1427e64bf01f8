"""The one module that uses Label Studio's SDK: its typed calls, over a transport of our own.

The transport refuses an answer before the SDK reads it, by its status, its length and its shape:
the SDK takes whatever arrives. The token goes into one header and nowhere else.
"""

import contextlib
import ssl
import warnings
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import IO, TYPE_CHECKING, Any
from urllib.parse import urlsplit

import httpx
import msgspec

from visavis.annotation.studio import calls
from visavis.annotation.studio.failures import Busy, Lost, ServerError
from visavis.annotation.studio.processes import tool
from visavis.annotation.studio.shapes import TOKEN, Access

if TYPE_CHECKING:
    from collections.abc import Iterator

    from label_studio_sdk.base_client import LabelStudioBase

    from visavis.annotation.studio.calls import Call

LONGEST_WAIT = 60.0
"""Seconds that a busy server may ask to wait before the next try."""

_REFRESH = "/api/token/refresh/"
_DOTS_OF_JWT = 2
_NOT_TAKEN = {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}


class Sdk:
    """The SDK's client of one server; not for two threads at once."""

    def __init__(self, url: str, token: str, timeout: float) -> None:
        library = tool("label_studio_sdk.base_client")  # its subclass would import pandas
        self._errors = tool("label_studio_sdk.core.api_error").ApiError
        # The SDK reads an access token by a method that pydantic will drop.
        warnings.filterwarnings("ignore", category=DeprecationWarning, module="label_studio_sdk")
        self._url, self._wire = url, _Wire(url, token)
        client = httpx.Client(
            transport=self._wire, timeout=timeout, headers={"Accept-Encoding": "identity"}
        )
        try:
            self._client: LabelStudioBase = library.LabelStudioBase(
                base_url=f"{url}/", api_key=token, httpx_client=client, timeout=timeout,
                max_retries=0,
            )  # fmt: skip
        except self._errors:
            raise _not_taken(self._url) from None

    def call(self, call: "Call", shape: Any, most: int) -> Any:  # noqa: ANN401 - JSON
        """Return the JSON of the answer to a call, made once.

        Args:
            call: a typed call of the SDK.
            shape: the type that the answer must have.
            most: length of an answer, in bytes, that is not read.

        Raises:
            Lost: the answer did not arrive, or is another than it should be.
            Busy: the server asks to be left alone for a while.
            ServerError: it refuses.
        """
        self._wire.expected = _Expected(shape, most)
        with self._translated():
            call(self._client)
        return self._wire.expected.value

    def request(self, method: str, path: str, body: object = None) -> "Call":
        """Return a call for which the SDK has no method."""

        def call(client: "LabelStudioBase") -> object:
            http = client._client_wrapper.httpx_client  # noqa: SLF001 - the SDK has no other door
            return http.request(path, method=method, json=body, request_options=calls.ONCE)

        return call

    def download(self, project: int, export: int, file: IO[bytes], most: int) -> None:
        """Write an export into a file, piece by piece.

        Raises:
            Lost: it did not arrive whole.
            ServerError: the server refuses, or the export is longer than ``most`` bytes.
        """
        self._wire.expected, length = None, 0
        with self._translated():
            for piece in calls.pieces(project, export, self._client):
                length += file.write(piece)
                if length > most:
                    msg = f"{self._url}: the export is longer than {most} bytes."
                    raise ServerError(msg)

    @contextlib.contextmanager
    def _translated(self) -> "Iterator[None]":
        """Turn the errors of httpx and of the SDK into ours."""
        try:
            yield
        except ServerError:
            raise
        except httpx.HTTPError as error:
            raise _lost(self._url, error) from None
        except self._errors:
            if not self._wire.has_answer:
                raise _not_taken(self._url) from None
        except (ValueError, TypeError, AttributeError, LookupError, RecursionError):
            # What the SDK makes of an answer is not used: its JSON was checked before.
            if not self._wire.has_answer:
                raise


@dataclass
class _Expected:
    """What an answer must be, and what it was."""

    shape: Any
    most: int
    value: Any = None
    has_arrived: bool = False


@dataclass
class _Wire(httpx.BaseTransport):
    """A transport that hands on only what a Label Studio may answer.

    Attributes:
        url: of the server.
        expected: what the next answer must be; None for a download.
    """

    url: str
    token: str = field(repr=False)
    expected: _Expected | None = None

    def __post_init__(self) -> None:
        secure = self.url.startswith("https:")
        self._inner = httpx.HTTPTransport(
            verify=ssl.create_default_context() if secure else False,
            # A connection each, so that none can have been closed by the server meanwhile.
            limits=httpx.Limits(max_keepalive_connections=0),
        )

    @property
    def has_answer(self) -> bool:
        """Whether the answer that is expected was taken."""
        return self.expected is not None and self.expected.has_arrived

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request and check what comes back."""
        where = f"{self.url}: {request.method} {self._path(request)}"
        is_refresh = request.url.path.endswith(_REFRESH)
        secret = request.headers.get("Authorization", "").rpartition(" ")[2]
        if secret == self.token and secret.count(".") == _DOTS_OF_JWT:
            msg = f"{self.url}: the token is only a part of a personal one. Copy it again."
            raise ServerError(msg)
        response = self._inner.handle_request(request)
        if response.status_code >= HTTPStatus.MULTIPLE_CHOICES:
            with contextlib.closing(response):
                raise self._refusal(response, where, secret, is_refresh=is_refresh)
        if is_refresh:
            return self._refreshed(response, where)
        if self.expected is None:
            return response
        data = _whole(response, self.expected.most)
        self.expected.value = decoded(data, self.expected.shape, self.expected.most, where)
        self.expected.has_arrived = True
        return httpx.Response(response.status_code, content=data or b"{}")

    def close(self) -> None:
        """Close the connections."""
        self._inner.close()

    def _path(self, request: httpx.Request) -> str:
        return request.url.path.removeprefix(urlsplit(self.url).path)

    def _refusal(
        self, response: httpx.Response, where: str, access: str, *, is_refresh: bool
    ) -> ServerError:
        """What an answer that is no success comes to."""
        status = response.status_code
        where = f"{where}: status {status}"
        if status == HTTPStatus.TOO_MANY_REQUESTS:
            busy = Busy(f"{where}: too many requests. Run the command again later.")
            seconds = response.headers.get("Retry-After", "")
            busy.wait = min(float(seconds), LONGEST_WAIT) if seconds.isdecimal() else 0.0
            return busy
        if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            return Lost(f"{where}. See the log of the server, then try again.")
        if status in _NOT_TAKEN and is_refresh:
            return _not_taken(self.url)
        if status in _NOT_TAKEN:
            return ServerError(
                f"{where}: the token is not accepted. Set LABEL_STUDIO_API_KEY to a valid one."
            )
        return ServerError(f"{where}: {_said(response, (self.token, access))}")

    def _refreshed(self, response: httpx.Response, where: str) -> httpx.Response:
        data = _whole(response, _MOST_OF_TOKEN)
        access = decoded(data, Access, _MOST_OF_TOKEN, where)["access"]
        if not TOKEN.fullmatch(access):
            msg = f"{self.url}: the server gives an access token that no header can hold."
            raise ServerError(msg)
        return httpx.Response(HTTPStatus.OK, content=data)


_MOST_OF_TOKEN = 1 << 20
"""Length of an answer with an access token, in bytes, that is still read."""


def _whole(response: httpx.Response, most: int) -> bytes:
    """Return the body of an answer, or as much of it as shows that it is too long."""
    data = bytearray()
    with contextlib.closing(response):
        for block in response.iter_raw():
            data += block
            if len(data) > most:
                break
    return bytes(data)


def decoded(data: bytes, shape: Any, most: int, where: str) -> Any:  # noqa: ANN401 - JSON
    """Return the JSON of an answer, if it has the shape that it should have.

    Raises:
        Lost: it has not, so that nobody knows what became of the order.
    """
    if len(data) > most:
        problem = f"is longer than {most} bytes"
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


def _not_taken(url: str) -> ServerError:
    """The error of a personal access token that has expired, or was taken back."""
    return ServerError(f"{url}: the personal access token is not accepted. Make a new one.")


def _said(response: httpx.Response, secrets: tuple[str, ...]) -> str:
    try:
        text = _whole(response, 4096).decode("utf-8", "replace")
    except httpx.HTTPError:
        text = "nothing more"
    text = text.split(" :: ", maxsplit=1)[0]  # what follows is the text of a task
    for secret in filter(None, secrets):
        text = text.replace(secret, "***")
    text = text[:400]
    return "".join(c if c.isprintable() else " " for c in text)


def _lost(url: str, error: Exception) -> Lost:
    lost = Lost(
        f"{url}: no answer ({type(error).__name__}). "
        "See `visavis studio status`, then repeat the command: nothing is done twice."
    )
    lost.late = isinstance(error, httpx.TimeoutException)
    return lost
