"""Every request goes through Label Studio's SDK: once, as it is meant, with the right token."""

import base64
import io
import json
import threading
import time
import tracemalloc
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import metadata
from pathlib import Path
from typing import Any

import msgspec
import pytest

from support import studio_pages
from visavis.annotation.studio import calls, client, folders, processes, stream
from visavis.annotation.studio.client import Server
from visavis.annotation.studio.failures import Lost, ServerError
from visavis.annotation.studio.folders import Choice
from visavis.errors import UsageError

Request = tuple[str, str, dict[str, str], bytes]


class Recorder:
    """A server that notes what it is asked, and answers ``answer``, or drops the connection."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.answer: Any = {"id": 1}
        self.access = jwt("access", 300)
        self.is_dropped = False
        recorder = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *_: object) -> None:
                return

            def _handle(self) -> None:
                self.close_connection = True
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                headers = dict(self.headers.items())
                recorder.requests.append((self.command, self.path, headers, body))
                if recorder.is_dropped:
                    return
                is_refresh = self.path.endswith("/token/refresh/")
                value = {"access": recorder.access} if is_refresh else recorder.answer
                data = value if isinstance(value, bytes) else json.dumps(value).encode()
                head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(data)}\r\n\r\n"
                self.wfile.write(head.encode() + data)

            do_GET = do_POST = do_PATCH = do_DELETE = _handle  # noqa: N815 - asked for by the base

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"


def jwt(kind: str, seconds: float) -> str:
    parts = (
        {"alg": "HS256", "typ": "JWT"},
        {"token_type": kind, "exp": int(time.time() + seconds)},
    )
    head, body = (base64.urlsafe_b64encode(json.dumps(p).encode()).rstrip(b"=") for p in parts)
    return f"{head.decode()}.{body.decode()}.c2lnbmF0dXJl"


@pytest.fixture
def recorder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Recorder]:
    monkeypatch.setattr(client, "PAUSE", 0.001)
    monkeypatch.setattr(client, "TRIES", 3)
    made = Recorder()
    yield made
    made.server.shutdown()
    made.server.server_close()


PROJECT = {
    "title": "t", "description": "d", "label_config": "<View/>", "expert_instruction": "",
    "show_collab_predictions": True, "maximum_annotations": 1, "sampling": "Sequential sampling",
}  # fmt: skip
ORDERS: "list[tuple[calls.Call, str, object]]" = [
    (calls.make_project(PROJECT), "POST /api/projects/", PROJECT),
    (calls.change_project(1, PROJECT), "PATCH /api/projects/1/", PROJECT),
    (calls.change_task(7, {"fr": "é", "part": 1}), "PATCH /api/tasks/7/",
     {"data": {"fr": "é", "part": 1}}),
    (calls.remove_task(7), "DELETE /api/tasks/7/", None),
    (calls.annotate(7, {"result": [{"id": "a"}], "unique_id": "u"}),
     "POST /api/tasks/7/annotations/", {"result": [{"id": "a"}], "unique_id": "u"}),
    (calls.suggest(7, {"result": [], "model_version": "m"}), "POST /api/predictions/",
     {"result": [], "model_version": "m", "task": 7}),
    (calls.remove_export(1, 2), "DELETE /api/projects/1/exports/2", None),
]  # fmt: skip


@pytest.mark.parametrize(("order", "line", "body"), ORDERS, ids=[o[1] for o in ORDERS])
def test_an_order_says_what_is_meant(
    recorder: Recorder, order: "calls.Call", line: str, body: object
) -> None:
    Server(recorder.url, "t").give(order)
    ((method, path, headers, sent),) = recorder.requests
    assert f"{method} {path}" == line
    assert (json.loads(sent) if sent else None) == body
    assert headers["Authorization"] == "Token t"


def test_tasks_are_sent_as_they_are(recorder: Recorder) -> None:
    page = studio_pages.page("a", 20, 5)
    choice = Choice("gold", studio_pages.LAYERS_SENT)
    bodies = [task.body() for task in folders.tasks_of(page, choice, lambda _: page.rows)]
    Server(recorder.url, "t").give(calls.send_tasks(3, bodies))
    ((method, path, _, sent),) = recorder.requests
    assert (method, path) == ("POST", "/api/projects/3/import?commit_to_project=true")
    assert json.loads(sent) == json.loads(msgspec.json.encode(bodies))


def test_an_export_leaves_out_what_is_not_read(recorder: Recorder) -> None:
    Server(recorder.url, "t").give(calls.make_export(3))
    ((method, path, _, sent),) = recorder.requests
    assert (method, path) == ("POST", "/api/projects/3/exports/")
    assert json.loads(sent) == {
        "title": "visavis",
        "serialization_options": {
            "drafts": {"only_id": True},
            "predictions": {"only_id": True},
            "annotations__completed_by": {"only_id": True},
            "include_annotation_history": False,
            "interpolate_key_frames": False,
        },
    }


@pytest.mark.parametrize(("order", "line"), [o[:2] for o in ORDERS], ids=[o[1] for o in ORDERS])
def test_an_order_whose_answer_is_lost_is_given_once(
    recorder: Recorder, order: "calls.Call", line: str
) -> None:
    recorder.is_dropped = True
    with pytest.raises(Lost):
        Server(recorder.url, "t").give(order)
    assert [f"{method} {path}" for method, path, *_ in recorder.requests] == [line]


def test_a_question_whose_answer_is_lost_is_asked_again_as_often_as_told(
    recorder: Recorder,
) -> None:
    recorder.is_dropped = True
    with pytest.raises(Lost, match="no answer"):
        Server(recorder.url, "t").ask(calls.task(1))
    assert len(recorder.requests) == 3


def test_an_order_to_nobody_is_lost() -> None:
    with pytest.raises(Lost, match=r"no answer \(ConnectError\)"):
        Server(f"http://127.0.0.1:{processes.free_port()}", "t").give(calls.remove_task(1))


def test_what_the_sdk_cannot_read_is_taken_if_it_is_as_it_should_be(recorder: Recorder) -> None:
    for odd in ({"id": {}, "annotations": [[1]], "created_at": []}, {"data": 1, "drafts": "x"}):
        recorder.answer = odd
        assert Server(recorder.url, "t").ask(calls.task(1), dict[str, Any]) == odd


@pytest.mark.parametrize("base", ["", "/studio", "/a/b"])
def test_a_server_below_a_path_is_reached_there(recorder: Recorder, base: str) -> None:
    token = jwt("refresh", 1e6)
    Server(recorder.url + base, token).ask(calls.task(1))
    assert [path for _, path, *_ in recorder.requests] == [
        f"{base}/api/token/refresh/",
        f"{base}/api/tasks/1/",
    ]


def test_a_personal_token_is_refreshed_when_its_access_ends(recorder: Recorder) -> None:
    token = jwt("refresh", 1e6)
    server = Server(recorder.url, token)
    for _ in range(3):
        server.ask(calls.task(1))
    paths = [path for _, path, *_ in recorder.requests]
    assert paths.count("/api/token/refresh/") == 1
    sent = {headers.get("Authorization") for _, _, headers, _ in recorder.requests}
    assert sent == {None, f"Bearer {recorder.access}"}
    recorder.access = jwt("access", -1)
    other = Server(recorder.url, token)
    for _ in range(2):
        other.ask(calls.task(1))
    assert [path for _, path, *_ in recorder.requests].count("/api/token/refresh/") == 3


@pytest.mark.parametrize("access", ["", "a b", "é", "a\r\nb", jwt("access", 300) + "\n"])
def test_an_access_token_that_no_header_can_hold_is_refused(
    recorder: Recorder, access: str
) -> None:
    recorder.access = access
    with pytest.raises(ServerError, match="that no header can hold"):
        Server(recorder.url, jwt("refresh", 1e6)).ask(calls.task(1))


def test_a_personal_token_that_has_expired_is_refused(recorder: Recorder) -> None:
    token = jwt("refresh", -10)
    with pytest.raises(ServerError, match="personal access token is not accepted") as caught:
        Server(recorder.url, token).ask(calls.task(1))
    assert token not in str(caught.value)
    assert recorder.requests == []


def test_a_part_of_a_personal_token_goes_nowhere(recorder: Recorder) -> None:
    token = jwt("refresh", 1e6)[9:]
    with pytest.raises(ServerError, match="only a part of a personal one") as caught:
        Server(recorder.url, token).ask(calls.task(1))
    assert token not in str(caught.value)
    assert recorder.requests == []


def test_another_release_of_the_sdk_is_refused(
    recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorder.answer = {"release": "1.23.2"}
    for release, is_taken in (("2.1.0", True), ("2.10.0", False), ("3.0.0", False)):
        monkeypatch.setattr(metadata, "version", lambda _, release=release: release)
        server = Server(recorder.url, "t")
        assert server.version(untested=True) == "1.23.2"
        if is_taken:
            assert server.version() == "1.23.2"
        else:
            with pytest.raises(UsageError, match="--untested-version"):
                server.version()


def test_without_the_extra_it_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "label_studio_sdk.base_client", None)
    with pytest.raises(UsageError, match=r"label_studio_sdk.*pip install 'visavis\[studio\]'"):
        Server("http://127.0.0.1:1", "t").version()


def test_nothing_else_speaks_http() -> None:
    folder = Path(client.__file__).parent
    for path in folder.glob("*.py"):
        assert "http.client" not in path.read_text(encoding="utf-8")
        imports_it = "import httpx" in path.read_text(encoding="utf-8")
        assert imports_it == (path.name == "sdk.py")


# -- exports


@pytest.mark.parametrize(
    ("depth", "is_read"), [(stream.DEEPEST, True), (stream.DEEPEST + 1, False)]
)
def test_an_export_is_as_deep_as_may_be(depth: int, *, is_read: bool) -> None:
    data = b"[" * depth + b"]" * depth
    if is_read:
        assert len(list(stream.items(io.BytesIO(data), "there"))) == 1
    else:
        with pytest.raises(ServerError, match="nested deeper"):
            list(stream.items(io.BytesIO(data), "there"))


def test_a_fraction_is_read_as_json_reads_it() -> None:
    values = [1.5, 0.1, -1e300, 2.0, 3]
    (read,) = stream.items(io.BytesIO(json.dumps([values]).encode()), "there")
    assert read == values
    assert [type(value) for value in read] == [type(value) for value in values]


def test_the_memory_of_an_export_is_that_of_its_longest_item() -> None:
    task = {"id": 1, "data": {"fr": "x" * 10_000}}
    data = json.dumps([task] * 2000).encode()
    file = io.BytesIO(data)
    next(iter(stream.items(io.BytesIO(data), "there")))
    tracemalloc.start()
    try:
        assert sum(1 for _ in stream.items(file, "there")) == 2000
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < len(data) / 4
