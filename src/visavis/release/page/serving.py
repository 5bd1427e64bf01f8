"""Serving a folder to the browser of this machine, by ranges, as pages of large releases need."""

import re
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from visavis.errors import UsageError

HOST = "127.0.0.1"

_RANGE = re.compile(r"bytes=(\d*)-(\d*)")
_NAMES = re.compile(r"(127\.0\.0\.1|localhost)(:\d+)?")
"""Names of this machine; another name in a request is that of a site that points here."""


def server(folder: Path, port: int) -> ThreadingHTTPServer:
    """Return a server of a folder on this machine alone; port 0 takes a free one.

    Raises:
        UsageError: the port is taken.
    """
    try:
        return ThreadingHTTPServer((HOST, port), partial(_Files, directory=str(folder)))
    except OSError as error:
        msg = f"port {port} cannot be used ({error.strerror})"
        raise UsageError(msg, where="--serve", remedy="Name another port.") from None


def span(header: str, size: int) -> tuple[int, int] | None:
    """Return the first byte and the byte after the last that a Range header asks for.

    None where it is to be ignored: another unit, several ranges, or the end before the start.
    A range that begins after the end of the file gives an empty one.

    >>> span("bytes=2-3", 10), span("bytes=-3", 10), span("bytes=8-", 10), span("lines=1-2", 10)
    ((2, 4), (7, 10), (8, 10), None)
    """
    match = _RANGE.fullmatch(header.strip())
    if match is None or not any(match.groups()):
        return None
    first, last = match.groups()
    if not first:
        return max(0, size - int(last)), size
    if last and int(last) < int(first):
        return None
    start = min(int(first), size)
    return start, min(int(last) + 1, size) if last else size


class _Files(SimpleHTTPRequestHandler):
    """Files of a folder; no listings, no links that lead out of it."""

    protocol_version = "HTTP/1.1"

    def send_head(self) -> BinaryIO | BytesIO | None:
        root = Path(self.directory).resolve()
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not _NAMES.fullmatch(self.headers.get("Host", "")):
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
            return None
        if not path.is_file() or not path.resolve().is_relative_to(root):
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        size = path.stat().st_size
        asked = span(self.headers.get("Range", ""), size)
        start, end = asked or (0, size)
        if asked and start >= end:
            self.send_response(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
            self.send_header("Content-Range", f"bytes */{size}")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return None
        self.send_response(HTTPStatus.PARTIAL_CONTENT if asked else HTTPStatus.OK)
        if asked:
            self.send_header("Content-Range", f"bytes {start}-{end - 1}/{size}")
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(end - start))
        self.send_header("Cache-Control", "no-cache")
        self.end_headers()
        with path.open("rb") as file:
            file.seek(start)
            return BytesIO(file.read(end - start))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the base
        """Print nothing: what a reader reads is not written down."""
