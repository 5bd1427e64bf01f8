"""A proxy in front of a server that does what networks and servers do at the worst moment."""

import http.client
import json
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar, Literal, NamedTuple

Kind = Literal[
    "dropped before", "dropped after", "timed out", "500 before", "500 after", "cut request",
    "cut answer", "killed before", "killed after", "work left out", "run twice", "meanwhile",
]  # fmt: skip
"""``work left out`` and ``run twice`` are what the server does to an import when SQLite is locked:
it takes the annotations out of the body, meets the lock, and runs the import again without them.
``meanwhile`` calls the proxy's ``act`` just before a request is handed on.
"""


class Fault(NamedTuple):
    """What happens, and to the next request of which method and path."""

    kind: Kind
    method: str
    path: str


class Proxy:
    """Listens on loopback; hands requests on, but for those that a fault waits for.

    Attributes:
        faults: to come, in any order of requests.
        met: those that have come.
        act: what somebody else does meanwhile.
    """

    def __init__(self, port: int, kill: Callable[[], None], patience: float) -> None:
        self.port, self.kill, self.patience = port, kill, patience
        self.faults: list[Fault] = []
        self.met: list[Fault] = []
        self.act: Callable[[], object] = lambda: None
        self.lock = threading.Lock()
        handler = type("Handler", (_Handler,), {"proxy": self})
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    def next(self, method: str, path: str) -> Kind | None:
        with self.lock:
            for fault in self.faults:
                if fault.method == method and fault.path in path:
                    self.faults.remove(fault)
                    self.met.append(fault)
                    return fault.kind
        return None

    def close(self) -> None:
        """Stop listening."""
        self.server.shutdown()
        self.server.server_close()


class _Handler(BaseHTTPRequestHandler):
    proxy: ClassVar[Proxy]
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:  # what the base class prints
        return

    def _handle(self) -> None:  # noqa: C901, PLR0912 - a branch a fault
        self.close_connection = True
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        kind = self.proxy.next(self.command, self.path)
        if kind == "dropped before":
            return
        if kind == "500 before":
            self._answer(500, b"{}")
            return
        if kind == "cut request":
            self._cut(body)
            return
        if kind == "killed before":
            self.proxy.kill()
            return
        if kind == "killed after":
            threading.Timer(0.15, self.proxy.kill).start()
        if kind == "meanwhile":
            self.proxy.act()
        try:
            if kind == "run twice":
                self._forward(body)
            if kind in {"work left out", "run twice"}:
                tasks = [{"data": task["data"]} for task in json.loads(body)]
                body = json.dumps(tasks).encode()
            status, data = self._forward(body)
        except (OSError, http.client.HTTPException):
            return
        if kind == "timed out":
            time.sleep(self.proxy.patience)
        elif kind == "500 after":
            self._answer(500, b"{}")
        elif kind == "cut answer":
            self._answer(status, data, sent=len(data) // 2)
        elif kind not in {"dropped after", "killed after"}:
            self._answer(status, data)

    do_GET = do_POST = do_PATCH = do_DELETE = _handle  # noqa: N815 - names the base class asks for

    def _forward(self, body: bytes) -> tuple[int, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.proxy.port, timeout=60)
        own = {"host", "connection", "content-length"}
        headers = {k: v for k, v in self.headers.items() if k.lower() not in own}
        connection.request(self.command, self.path, body, headers)
        answer = connection.getresponse()
        data = answer.read()
        connection.close()
        return answer.status, data

    def _cut(self, body: bytes) -> None:
        """Half of a request reaches the server, and then nothing."""
        connection = http.client.HTTPConnection("127.0.0.1", self.proxy.port, timeout=60)
        connection.putrequest(self.command, self.path)
        for name, value in self.headers.items():
            if name.lower() not in {"host", "connection", "accept-encoding"}:
                connection.putheader(name, value)
        connection.endheaders(body[: len(body) // 2])
        connection.close()

    def _answer(self, status: int, data: bytes, sent: int | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data if sent is None else data[:sent])
