"""Answers that are no answers: one clear error, never a traceback, and no file is changed."""

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest

from support import studio_pages
from visavis.annotation.studio import client, exchange, folders, projects
from visavis.annotation.studio.client import Server
from visavis.annotation.studio.failures import ServerError
from visavis.annotation.studio.folders import Choice
from visavis.annotation.studio.projects import MARK, Project
from visavis.errors import VisavisError

GOLD = Choice("gold", ("mentions",))


class Fake:
    """A server that answers what it is told to; (method, beginning of the path) -> raw answer.

    Attributes:
        asked: the requests that came, method and path.
    """

    def __init__(self) -> None:
        self.answers: dict[tuple[str, str], list[bytes]] = {}
        self.asked: list[str] = []
        handler = type("Handler", (_Handler,), {"fake": self})
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.server.daemon_threads = True
        serve = threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True)
        serve.start()
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"

    def set(self, method: str, path: str, *answers: bytes) -> None:
        """Give the answers to a request, one after the other; the last for all that follow."""
        self.answers[method, path] = list(answers)

    def answer(self, method: str, path: str) -> bytes:
        self.asked.append(f"{method} {path}")
        fits = [key for key in self.answers if key[0] == method and path.startswith(key[1])]
        rest = self.answers[max(fits, key=lambda key: len(key[1]))]
        return rest.pop(0) if len(rest) > 1 else rest[0]


class _Handler(BaseHTTPRequestHandler):
    fake: ClassVar[Fake]

    def log_message(self, *_: object) -> None:  # what the base class prints
        return

    def _handle(self) -> None:
        self.close_connection = True
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.wfile.write(self.fake.answer(self.command, self.path))

    do_GET = do_POST = do_PATCH = do_DELETE = _handle  # noqa: N815 - names the base class asks for


def of(value: object, status: str = "200 OK", **headers: str) -> bytes:
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(data)}"]
    lines += [f"{name.replace('_', '-')}: {text}" for name, text in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + data


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "corpus"
    made.mkdir()
    studio_pages.write(made, [studio_pages.page("g", 2, 1, ("mentions",))])
    return made


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> Iterator[Fake]:
    """A server with one project of ours and no task."""
    monkeypatch.setattr(client, "PAUSE", 0.001)
    monkeypatch.setattr(client, "TRIES", 3)
    for module, name in ((projects, "SETTLE"), (exchange, "SETTLE"), (exchange, "LATE")):
        monkeypatch.setattr(module, name, 0.01)
    for module in (projects, exchange):
        monkeypatch.setattr(module, "ROUNDS", 3)
    made = Fake()
    project = Project(corpus="corpus", name="gold", layers=("mentions",), unit="pair")
    description = MARK + json.dumps(
        {"corpus": "corpus", "name": "gold", "layers": ["mentions"], "unit": "pair"}
    )
    row = {"id": 1, "description": description, "label_config": project.configuration}
    made.set("GET", "/api/version", of({"release": "1.23.2"}))
    made.set("GET", "/api/projects/?", of({"results": [row], "next": None}))
    made.set("GET", "/api/projects/1/", of({"task_number": 1, "finished_task_number": 0}))
    made.set("POST", "/api/projects/1/exports/", of({"id": 7, "status": "completed"}))
    made.set("GET", "/api/projects/1/exports/7", of({"id": 7, "status": "completed"}))
    made.set("GET", "/api/projects/1/exports/7/download", of([]))
    made.set("DELETE", "/api/projects/1/exports/7", of(b"", "204 No Content"))
    counts = {"task_count": 2, "annotation_count": 2, "prediction_count": 0}
    made.set("POST", "/api/projects/1/import", of(counts))
    yield made
    made.server.shutdown()
    made.server.server_close()


ANSWERS = {
    "empty": of(b""),
    "HTML": of(b"<!doctype html><title>Log in</title>"),
    "a cut header": b"HTTP/1.1 200 OK\r\nContent-Le",
    "no header": b"",
    "no HTTP": b"220 mail.example.org ESMTP\r\n\r\n",
    "a false length": b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n{}",
    "a cut body": b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{}",
    "an object": of({}),
    "a list": of([]),
    "a list of lists": of([[1]]),
    "null": of(None),
    "a number": of(1),
    "a string": of("x"),
    "another shape": of({"results": "x", "task_number": "many", "id": [], "status": 1, "release": 0}),
    "results of nothing": of({"results": [None, {}, {"id": {}}], "id": 1, "status": "odd"}),
    "deep": of(b"[" * 100_000),
    "no UTF-8": of(b'["\xff"]'),
    "a long number": of(b"[" + b"9" * 5000 + b"]"),
    "a redirect": of(b"", "302 Found", Location="/user/login/"),
    "a refusal": of({"detail": "no"}, "400 Bad Request"),
    "a refusal in colours": of(b"\x1b[31mno\x07", "400 Bad Request"),
    "gone": of(b"", "404 Not Found"),
    "a fault": of(b"", "500 Internal Server Error"),
    "busy": of(b"", "429 Too Many Requests"),
    "no content": b"HTTP/1.1 204 No Content\r\n\r\n",
}  # fmt: skip

REQUESTS = [
    ("GET", "/api/version"),
    ("GET", "/api/projects/?"),
    ("GET", "/api/projects/1/"),
    ("POST", "/api/projects/1/exports/"),
    ("GET", "/api/projects/1/exports/7/download"),
    ("DELETE", "/api/projects/1/exports/7"),
    ("POST", "/api/projects/1/import"),
]


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS.keys())
@pytest.mark.parametrize("request_", REQUESTS, ids=[f"{m} {p}" for m, p in REQUESTS])
def test_an_answer_that_is_none_is_one_clear_error(
    fake: Fake, folder: Path, request_: tuple[str, str], answer: bytes
) -> None:
    fake.set(*request_, answer)
    server = Server(fake.url, "s3cret", timeout=0.5)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    def run() -> None:
        server.version()
        list(folders.progress(server))
        folders.pull(server, folder, "gold")
        folders.push(server, folder, GOLD)

    with pytest.raises(VisavisError) as caught:
        run()  # the import never arrives: at the latest the push says so
    message = str(caught.value)
    assert fake.url in message
    assert "\n" not in message
    assert message.isprintable()
    assert "s3cret" not in message
    assert before == {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_busy_server_is_asked_again(fake: Fake) -> None:
    busy = of(b"", "429 Too Many Requests", Retry_After="0")
    fake.set("GET", "/api/version", busy, busy, of({"release": "1.23.2"}))
    fake.set("PATCH", "/api/tasks/1/", busy, busy, of({"id": 1}))
    server = Server(fake.url, "t")
    assert server.version() == "1.23.2"
    assert server.order("PATCH", "/api/tasks/1/", {}) == {"id": 1}
    assert fake.asked.count("PATCH /api/tasks/1/") == 3


def test_a_busy_server_is_given_the_time_that_it_asks_for(fake: Fake) -> None:
    busy = of(b"", "429 Too Many Requests", Retry_After="1")
    fake.set("GET", "/api/version", busy, of({"release": "1.23.2"}))
    started = time.monotonic()
    Server(fake.url, "t").version()
    assert time.monotonic() - started >= 1.0


@pytest.mark.parametrize("status", ["500 Internal Server Error", "502 Bad Gateway"])
def test_an_order_is_never_given_twice(fake: Fake, status: str) -> None:
    fake.set("PATCH", "/api/tasks/1/", of(b"", status))
    with pytest.raises(ServerError):
        Server(fake.url, "t").order("PATCH", "/api/tasks/1/", {})
    assert fake.asked == ["PATCH /api/tasks/1/"]


def test_a_list_of_projects_without_an_end_ends(
    fake: Fake, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake.set("GET", "/api/projects/?", of({"results": [{"id": 1}], "next": "again"}))
    assert [row["id"] for row in Server(fake.url, "t").projects()] == [1]
    pages = [of({"results": [{"id": n}], "next": "again"}) for n in range(9)]
    fake.set("GET", "/api/projects/?", *pages)
    monkeypatch.setattr(client, "MOST_PAGES", 5)
    with pytest.raises(ServerError, match="does not end after 5 pages"):
        list(Server(fake.url, "t").projects())


def test_an_answer_without_an_end_is_given_up(fake: Fake, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "MOST_BYTES", 30)
    server = Server(fake.url, "t")
    for length, is_taken in ((30, True), (31, False)):
        fake.set("GET", "/api/version", of(b'{"release":"1.23"}'.ljust(length)))
        if is_taken:
            assert server.version(untested=True) == "1.23"
        else:
            with pytest.raises(ServerError, match="is longer than 30 bytes"):
                server.version(untested=True)


def test_an_export_without_an_end_is_given_up(fake: Fake, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "MOST_EXPORTED", 10)
    fake.set("GET", "/api/projects/1/exports/7/download", of(b"[         ]"))
    with pytest.raises(ServerError, match="longer than 10 bytes"):
        list(Server(fake.url, "t").tasks(1))


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS.keys())
def test_a_personal_token_that_is_not_refreshed_is_one_clear_error(
    fake: Fake, answer: bytes
) -> None:
    fake.set("POST", "/api/token/refresh/", answer)
    with pytest.raises(ServerError) as caught:
        Server(fake.url, "aaa.bbb.ccc", timeout=0.5).version()
    assert "aaa.bbb.ccc" not in str(caught.value)


def test_another_version_is_tried_when_told_so(fake: Fake) -> None:
    fake.set("GET", "/api/version", of({"release": "1.24.0"}))
    with pytest.raises(ServerError, match="--untested-version"):
        Server(fake.url, "t").version()
    assert Server(fake.url, "t").version(untested=True) == "1.24.0"


def test_a_token_in_an_answer_is_struck_out(fake: Fake) -> None:
    refusal: dict[str, Any] = {"detail": "bad token s3cret"}
    fake.set("PATCH", "/api/tasks/1/", of(refusal, "400 Bad Request"))
    with pytest.raises(ServerError, match=r"\*\*\*"):
        Server(fake.url, "s3cret").order("PATCH", "/api/tasks/1/", {})
