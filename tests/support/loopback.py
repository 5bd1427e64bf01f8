"""A Hub on the loopback: the protocol of dataset repositories over real git repositories.

The unmodified clients speak to it: LFS uploads (``HF_HUB_DISABLE_XET=1``), commits guarded by
their parent, tags, trees, downloads with ranges. ``Hub.fault`` may drop, fail or damage requests.
"""

import base64
import json
import shutil
import subprocess
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Self
from urllib.parse import parse_qs, unquote, urlsplit

from visavis.files import sha256

GIT = shutil.which("git") or "git"
ATTRIBUTES = b"*.parquet filter=lfs diff=lfs merge=lfs -text\n"
POINTER = "version https://git-lfs.github.com/spec/v1\noid sha256:{}\nsize {}\n"
DATE = "2026-01-01T00:00:00.000Z"


@dataclass
class Answer:
    status: int
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)


def of(value: object, status: int = 200) -> Answer:
    return Answer(status, json.dumps(value).encode(), {"Content-Type": "application/json"})


def error(status: int, code: str) -> Answer:
    return Answer(status, b"{}", {"X-Error-Code": code, "X-Error-Message": code})


Fault = Callable[[int, str, str], str | None]
"""Number, method and path of a request -> what goes wrong, or nothing.

``before`` and ``after``: the connection drops before or after the request acted. A status: it is
answered before the request acted; with ``after``, when it has. ``garbage``: a page of others.
``stall``, ``drip``: no answer comes, or a byte now and then. ``flip``, ``cut``: the answer is
damaged. ``race``: somebody else commits just before.
"""

RELEASED = threading.Event()
"""Set when requests that hang are to end."""

PAGE = b"<html>Please log in to the network of this hotel.</html>"


class Hub:
    """The server and its repositories."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.private: set[str] = set()
        self.requests: list[tuple[str, str]] = []
        self.fault: Fault = lambda *_: None
        self.refs: dict[tuple[str, str], str | None] = {}
        self.trees: dict[tuple[str, str], dict[str, str]] = {}
        self.blobs: dict[tuple[str, str], bytes] = {}
        self.lock = threading.RLock()
        handler = type("Handler", (_Handler,), {"hub": self})
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.server.daemon_threads = True
        self.endpoint = f"http://127.0.0.1:{self.server.server_port}"
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True)

    def __enter__(self) -> Self:
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()

    def git(self, name: str, *arguments: str, data: bytes = b"") -> str:
        run = subprocess.run(
            [GIT, "-C", str(self.folder / name), *arguments],
            input=data, capture_output=True, check=True,
        )  # fmt: skip
        return run.stdout.decode().strip()

    def create(self, name: str, *, private: bool = False) -> None:
        with self.lock:
            if not self.exists(".new"):
                (self.folder / ".new" / "lfs").mkdir(parents=True)
                self.git(".new", "init", "--quiet", "--bare", "--initial-branch=main")
            shutil.copytree(self.folder / ".new", self.folder / name)
        if private:
            self.private.add(name)
        self.write(name, {".gitattributes": ATTRIBUTES}, message="initial commit")

    def exists(self, name: str) -> bool:
        return (self.folder / name / "lfs").is_dir()

    def resolve(self, name: str, revision: str) -> str | None:
        with self.lock:
            if (name, revision) not in self.refs:
                try:
                    text: str | None = self.git(
                        name, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}"
                    )
                except subprocess.CalledProcessError:
                    text = None
                self.refs[name, revision] = text
            return self.refs[name, revision]

    def tree(self, name: str, commit: str) -> dict[str, str]:
        """Path -> id of the blob."""
        if (name, commit) not in self.trees:
            listed = self.git(name, "ls-tree", "-r", "-z", commit).split("\0")
            rows = [line.split("\t") for line in listed if line]
            self.trees[name, commit] = {path: declared.split()[2] for declared, path in rows}
        return self.trees[name, commit]

    def blob(self, name: str, oid: str) -> bytes:
        if (name, oid) not in self.blobs:
            run = subprocess.run(
                [GIT, "-C", str(self.folder / name), "cat-file", "blob", oid],
                capture_output=True, check=True,
            )  # fmt: skip
            self.blobs[name, oid] = run.stdout
        return self.blobs[name, oid]

    def lfs(self, data: bytes) -> str | None:
        """The SHA-256 that a pointer names, or nothing for any other file."""
        if not data.startswith(b"version https://git-lfs"):
            return None
        return data.decode().split("sha256:")[1][:64]

    def content(self, name: str, oid: str) -> tuple[bytes, str | None]:
        data = self.blob(name, oid)
        pointed = self.lfs(data)
        return (self.folder / name / "lfs" / pointed).read_bytes() if pointed else data, pointed

    def write(
        self,
        name: str,
        put: dict[str, bytes],
        gone: tuple[str, ...] = (),
        message: str = "change",
        branch: str = "main",
    ) -> str:
        """A commit of our own."""
        with self.lock:
            head = self.resolve(name, branch)
            text = message.encode()
            stream = f"commit refs/heads/{branch}\n".encode()
            stream += b"committer x <x@localhost> now\n"
            stream += b"data %d\n%b\n" % (len(text), text)
            stream += f"from {head}\n".encode() if head else b""
            stream += b"".join(f"D {path}\n".encode() for path in gone)
            for path, data in put.items():
                stream += b"M 100644 inline %b\ndata %d\n%b\n" % (path.encode(), len(data), data)
            self.git(name, "fast-import", "--quiet", "--date-format=now", data=stream)
            self.refs.clear()
            return self.resolve(name, branch) or ""

    def tag(self, name: str, tag: str, commit: str) -> None:
        """Make a tag, or move it."""
        with self.lock:
            self.git(name, "update-ref", f"refs/tags/{tag}", commit)
            self.refs.clear()

    def tags(self, name: str) -> dict[str, str]:
        listed = self.git(name, "for-each-ref", "--format=%(refname) %(objectname)", "refs/tags")
        rows = [line.split() for line in listed.splitlines()]
        return {ref.removeprefix("refs/tags/"): oid for ref, oid in rows}

    def history(self, name: str) -> list[str]:
        return self.git(name, "rev-list", "main").split()

    def answer(self, method: str, target: str, body: bytes) -> Answer:  # noqa: PLR0911 - one a kind
        parts = urlsplit(target)
        path = unquote(parts.path).strip("/").split("/")
        match [method, *path]:
            case ["GET", "api", "whoami-v2"]:
                return of({"name": "x", "type": "user", "orgs": []})
            case ["POST", "api", "validate-yaml"]:
                return of({"errors": [], "warnings": []})
            case ["POST", "api", "repos", "create"]:
                return self._create(json.loads(body))
            case [_, "api", "datasets", owner, name, *rest]:
                return self._api(method, f"{owner}/{name}", rest, parts.query, body)
            case ["PUT", "lfs", owner, name, oid]:
                (self.folder / owner / name / "lfs" / oid).write_bytes(body)
                return Answer(200)
            case ["POST", "lfs-verify", *_]:
                return Answer(200)
            case ["POST", "datasets", owner, git, "info", "lfs", "objects", "batch"]:
                return self._batch(f"{owner}/{git.removesuffix('.git')}", json.loads(body))
            case [_, "datasets", owner, name, "resolve", revision, *file]:
                return self._resolve(f"{owner}/{name}", revision, "/".join(file))
        return error(404, "NotFound")

    def _create(self, asked: dict[str, Any]) -> Answer:
        name = f"{asked.get('organization') or 'x'}/{asked['name']}"
        by_key = {"url": f"{self.endpoint}/datasets/{name}", "name": name, "id": name}
        if self.exists(name):
            return of(by_key, 409)
        self.create(
            name, private=asked.get("visibility") == "private" or bool(asked.get("private"))
        )
        return of(by_key)

    def _api(self, method: str, name: str, rest: list[str], query: str, body: bytes) -> Answer:  # noqa: C901, PLR0911 - one a route
        if not self.exists(name):
            return error(404, "RepoNotFound")
        match [method, *rest]:
            case ["GET"]:
                return self._info(name, "main")
            case ["GET", "revision", revision]:
                return self._info(name, revision)
            case ["GET", "refs"]:
                heads = [
                    {
                        "name": "main",
                        "ref": "refs/heads/main",
                        "targetCommit": self.resolve(name, "main"),
                    }
                ]
                tags = [
                    {"name": tag, "ref": f"refs/tags/{tag}", "targetCommit": oid}
                    for tag, oid in self.tags(name).items()
                ]
                return of({"branches": heads, "converts": [], "tags": tags, "pullRequests": []})
            case ["GET", "tree", revision, *_]:
                return self._listing(name, revision)
            case ["POST", "paths-info", revision]:
                wanted = set(parse_qs(body.decode()).get("paths", []))
                return self._listing(name, revision, wanted)
            case ["GET", "commits", revision]:
                return self._commits(name, revision, query)
            case ["POST", "preupload", revision]:
                return self._preupload(name, revision, json.loads(body))
            case ["POST", "commit", revision]:
                return self._commit(name, revision, body)
            case ["POST", "branch", branch]:
                return self._branch(name, branch, json.loads(body)["startingPoint"])
            case ["POST", "tag", revision]:
                return self._tag(name, revision, json.loads(body)["tag"])
        return error(404, "NotFound")

    def _info(self, name: str, revision: str) -> Answer:
        commit = self.resolve(name, revision)
        if commit is None:
            return error(404, "RevisionNotFound")
        files = [{"rfilename": path} for path in self.tree(name, commit)]
        return of({
            "_id": "0", "id": name, "sha": commit, "tags": [],
            "private": name in self.private, "gated": False, "disabled": False, "downloads": 0,
            "likes": 0, "lastModified": DATE, "createdAt": DATE, "siblings": files,
        })  # fmt: skip

    def _listing(self, name: str, revision: str, wanted: set[str] | None = None) -> Answer:
        commit = self.resolve(name, revision)
        if commit is None:
            return error(404, "RevisionNotFound")
        rows = []
        for path, oid in self.tree(name, commit).items():
            if wanted is not None and path not in wanted:
                continue
            data = self.blob(name, oid)
            row: dict[str, Any] = {"type": "file", "oid": oid, "size": len(data), "path": path}
            if pointed := self.lfs(data):
                size = int(data.split(b"size ")[1])
                row |= {
                    "size": size,
                    "lfs": {"oid": pointed, "size": size, "pointerSize": len(data)},
                }
            rows.append(row)
        return of(rows)

    def _commits(self, name: str, revision: str, query: str) -> Answer:
        page = int(parse_qs(query).get("p", ["0"])[0])
        listed = self.git(name, "log", "--format=%H%x00%s%x00%b%x01", revision).split("\1")
        rows = [line.strip("\n").split("\0") for line in listed if line.strip()]
        entries = [
            {"id": oid, "title": title, "message": text, "date": DATE, "authors": [{"user": "x"}]}
            for oid, title, text in rows
        ]
        answer = of(entries[page * 50 : page * 50 + 50])
        if len(entries) > page * 50 + 50:
            url = f"{self.endpoint}/api/datasets/{name}/commits/{revision}?p={page + 1}"
            answer.headers["Link"] = f'<{url}>; rel="next"'
        return answer

    def _preupload(self, name: str, revision: str, asked: dict[str, Any]) -> Answer:
        tree = self.tree(name, self.resolve(name, revision) or "")
        entries = []
        for file in asked["files"]:
            mode = "lfs" if file["path"].endswith(".parquet") else "regular"
            row = {"path": file["path"], "uploadMode": mode, "shouldIgnore": False}
            if present := tree.get(file["path"]):
                row["oid"] = self.lfs(self.blob(name, present)) or present
            entries.append(row)
        return of({"files": entries})

    def _batch(self, name: str, asked: dict[str, Any]) -> Answer:
        objects = []
        for item in asked["objects"]:
            row = {"oid": item["oid"], "size": item["size"]}
            if not (self.folder / name / "lfs" / item["oid"]).is_file():
                row["actions"] = {
                    "upload": {"href": f"{self.endpoint}/lfs/{name}/{item['oid']}"},
                    "verify": {"href": f"{self.endpoint}/lfs-verify/{name}"},
                }
            objects.append(row)
        answer = of({"transfer": "basic", "objects": objects})
        answer.headers["Content-Type"] = "application/vnd.git-lfs+json"
        return answer

    def _commit(self, name: str, revision: str, body: bytes) -> Answer:
        lines = [json.loads(line) for line in body.splitlines() if line]
        put: dict[str, bytes] = {}
        gone, message = [], ""
        with self.lock:
            for line in lines:
                value = line["value"]
                match line["key"]:
                    case "header":
                        message = f"{value['summary']}\n\n{value.get('description', '')}"
                        head = self.resolve(name, revision)
                        if value.get("parentCommit") not in (None, head):
                            return error(412, "PreconditionFailed")
                    case "file":
                        put[value["path"]] = base64.b64decode(value["content"])
                    case "lfsFile":
                        data = (self.folder / name / "lfs" / value["oid"]).read_bytes()
                        assert sha256(data) == value["oid"]
                        put[value["path"]] = POINTER.format(value["oid"], len(data)).encode()
                    case "deletedFile":
                        gone.append(value["path"])
            commit = self.write(name, put, tuple(gone), message, revision)
        url = f"{self.endpoint}/datasets/{name}/commit/{commit}"
        return of({"success": True, "commitUrl": url, "commitOid": commit, "hookOutput": ""})

    def _branch(self, name: str, branch: str, start: str) -> Answer:
        with self.lock:
            if self.resolve(name, f"refs/heads/{branch}"):
                return error(409, "Conflict")
            self.git(name, "update-ref", f"refs/heads/{branch}", start)
            self.refs.clear()
        return Answer(201)

    def _tag(self, name: str, revision: str, tag: str) -> Answer:
        with self.lock:
            if tag in self.tags(name):
                return error(409, "Conflict")
            commit = self.resolve(name, revision)
            if commit is None:
                return error(404, "RevisionNotFound")
            self.tag(name, tag, commit)
        return Answer(200)

    def _resolve(self, name: str, revision: str, path: str) -> Answer:
        if not self.exists(name):
            return error(404, "RepoNotFound")
        commit = self.resolve(name, revision)
        if commit is None:
            return error(404, "RevisionNotFound")
        oid = self.tree(name, commit).get(path)
        if oid is None:
            return error(404, "EntryNotFound")
        data, pointed = self.content(name, oid)
        headers = {"X-Repo-Commit": commit, "ETag": f'"{pointed or oid}"', "Accept-Ranges": "bytes"}
        if pointed:
            headers |= {"X-Linked-Etag": f'"{pointed}"', "X-Linked-Size": str(len(data))}
        return Answer(200, data, headers | {"Content-Type": "application/octet-stream"})


class _Handler(BaseHTTPRequestHandler):
    hub: Hub
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def _serve(self) -> None:
        body = self._body()
        with self.hub.lock:
            number = len(self.hub.requests)
            self.hub.requests.append((self.command, self.path))
        fault = self.hub.fault(number, self.command, self.path)
        if fault == "before":
            self.close_connection = True
            return
        if fault in {"stall", "drip"}:
            self._hang(drips=fault == "drip")
            return
        if fault == "garbage":
            self._send(Answer(200, PAGE, {"Content-Type": "text/html"}))
            return
        if fault and fault.isdigit():
            self._send(Answer(int(fault), headers={"Retry-After": "7"}))
            return
        if fault == "race":
            name = "/".join(unquote(self.path).split("/")[3:5])
            self.hub.write(name, {"notes.txt": b"from somebody else\n"})
        answer = self.hub.answer(self.command, self.path, body)
        if fault == "after":
            self.close_connection = True
            return
        if fault == "503 after":
            self._send(Answer(503))
            return
        self._send(answer, fault)

    def _hang(self, *, drips: bool) -> None:
        """Answer nothing, or a byte now and then, until the client goes away or the test ends."""
        self.close_connection = True
        if drips:
            self.send_response(200)
            self.send_header("Content-Length", "100000")
            self.end_headers()
        with suppress(OSError):
            while not RELEASED.wait(0.05):
                if drips:
                    self.wfile.write(b" ")
                    self.wfile.flush()

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = _serve  # noqa: N815 - names of the library

    def _body(self) -> bytes:
        if self.headers.get("Transfer-Encoding") != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))
        read = b""
        while size := int(self.rfile.readline(), 16):
            read += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return read

    def _send(self, answer: Answer, fault: str | None = None) -> None:
        data, status = answer.body, answer.status
        asked = self.headers.get("Range")
        if asked and status == 200:
            first, _, last = asked.removeprefix("bytes=").partition("-")
            start, end = int(first), min(int(last or len(data) - 1), len(data) - 1)
            answer.headers["Content-Range"] = f"bytes {start}-{end}/{len(data)}"
            data, status = data[start : end + 1], 206
        if fault == "flip" and data:
            middle = len(data) // 2
            data = data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :]
        self.send_response(status)
        for key, value in answer.headers.items():
            self.send_header(key, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data[: len(data) // 2] if fault == "cut" else data)
        if fault == "cut":
            self.close_connection = True
