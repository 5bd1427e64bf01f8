"""A second Hub on the loopback, unlike the first: whoever passes with both follows the protocol.

It holds everything in memory and has no git. A new repository has no commit; every file goes by LFS
and is served by another host, which must see no token; lists come in short pages, commits the
oldest first; a tag is answered with 201; errors have no ``X-Error-Code``; a field that the client
of the Hub does not send is an error.
"""

import base64
import json
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import parse_qs, unquote, urlsplit

from support.loopback import DATE, Answer, Fault, _Handler, of
from visavis.files import sha256

PAGE = 3
"""Rows a page of a list."""


def refused(status: int, why: str) -> Answer:
    return of({"error": why}, status)


@dataclass
class Commit:
    oid: str
    title: str
    message: str
    files: dict[str, str]
    """Path -> SHA-256 of its content."""
    branch: str = "main"


@dataclass
class Repo:
    private: bool
    commits: list[Commit] = field(default_factory=list)
    tags: dict[str, str] = field(default_factory=dict)
    branches: dict[str, str] = field(default_factory=dict)
    """Branch beside main -> the commit at its tip."""

    def at(self, revision: str) -> Commit | None:
        if revision == "main":
            on_main = [commit for commit in self.commits if commit.branch == "main"]
            return on_main[-1] if on_main else None
        revision = self.branches.get(revision, revision)
        oid = self.tags.get(revision.removeprefix("refs/tags/"), revision)
        return next((commit for commit in self.commits if commit.oid == oid), None)


class OtherHub:
    """The server, its other host, and its repositories."""

    def __init__(self) -> None:
        self.repos: dict[str, Repo] = {}
        self.blobs: dict[str, bytes] = {}
        self.requests: list[tuple[str, str]] = []
        self.leaked: list[str] = []
        self.fault: Fault = lambda *_: None
        self.lock = threading.RLock()
        self.servers = [
            ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (kind,), {"hub": self}))
            for kind in (_Handler, _Store)
        ]
        ports = [server.server_port for server in self.servers]
        self.endpoint, self.store = (f"http://127.0.0.1:{port}" for port in ports)
        self.threads = [
            threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
            for server in self.servers
        ]

    def __enter__(self) -> Self:
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        for server, thread in zip(self.servers, self.threads, strict=True):
            server.shutdown()
            server.server_close()
            thread.join()

    def history(self, name: str) -> list[str]:
        return [commit.oid for commit in self.repos[name].commits]

    def write(self, name: str, put: dict[str, bytes]) -> str:
        """A commit of somebody else."""
        for data in put.values():
            self.blobs[sha256(data)] = data
        return self._add(name, "notes", "", {path: sha256(data) for path, data in put.items()}, [])

    def _add(
        self,
        name: str,
        title: str,
        message: str,
        put: dict[str, str],
        gone: list[str],
        branch: str = "main",
    ) -> str:
        repo = self.repos[name]
        before = repo.at(branch)
        files = {k: v for k, v in (before.files if before else {}).items() if k not in gone} | put
        declared = json.dumps([name, len(repo.commits), title, message, sorted(files.items())])
        repo.commits.append(Commit(sha256(declared.encode())[:40], title, message, files, branch))
        if branch != "main":
            repo.branches[branch] = repo.commits[-1].oid
        return repo.commits[-1].oid

    def answer(self, method: str, target: str, body: bytes) -> Answer:  # noqa: PLR0911 - one a route
        parts = urlsplit(target)
        path = [unquote(part) for part in parts.path.strip("/").split("/")]
        with self.lock:
            match [method, *path]:
                case ["POST", "api", "validate-yaml"]:
                    return of({"errors": [], "warnings": []})
                case ["POST", "api", "repos", "create"]:
                    return self._create(json.loads(body))
                case [_, "api", "datasets", owner, name, *rest] if f"{owner}/{name}" in self.repos:
                    return self._api(method, f"{owner}/{name}", rest, parts.query, body)
                case ["POST", "datasets", _, _, "info", "lfs", "objects", "batch"]:
                    return self._batch(json.loads(body))
                case ["PUT", "put", oid]:
                    assert sha256(body) == oid
                    self.blobs[oid] = body
                    return Answer(200)
                case [_, "datasets", owner, name, "resolve", revision, *file]:
                    return self._resolve(f"{owner}/{name}", revision, "/".join(file))
        return refused(404, "Sorry, we can't find the page you are looking for.")

    def _create(self, asked: dict[str, Any]) -> Answer:
        assert asked.keys() <= {"name", "organization", "type", "visibility"}, asked
        name = f"{asked['organization']}/{asked['name']}"
        by_key = {"url": f"{self.endpoint}/datasets/{name}", "name": name, "id": name}
        if name in self.repos:
            return of({"error": "You already created this dataset repo", **by_key}, 409)
        self.repos[name] = Repo(asked.get("visibility") == "private")
        return of(by_key)

    def _api(self, method: str, name: str, rest: list[str], query: str, body: bytes) -> Answer:  # noqa: C901, PLR0911 - one a route
        repo = self.repos[name]
        by_key = {
            "_id": "0", "id": name, "private": repo.private, "gated": False, "disabled": False,
            "tags": [], "downloads": 0, "likes": 0, "lastModified": DATE, "createdAt": DATE,
            "siblings": [],
        }  # fmt: skip
        match [method, *rest]:
            case ["GET"]:
                return of(by_key)
            case ["GET", "refs"]:
                tags = [{"name": n, "ref": f"refs/tags/{n}", "targetCommit": "0" * 40}
                        for n in repo.tags]  # fmt: skip
                return of({"branches": [], "converts": [], "tags": tags})
            case ["POST", "preupload", branch] if branch == "main" or branch in repo.branches:
                files = [
                    {"path": item["path"], "uploadMode": "lfs", "shouldIgnore": False}
                    for item in json.loads(body)["files"]
                ]
                return of({"files": files})
            case ["POST", "commit", branch] if branch == "main" or branch in repo.branches:
                return self._commit(name, body, branch)
            case ["POST", "branch", branch]:
                if branch in repo.branches:
                    return refused(409, "Reference already exists")
                repo.branches[branch] = json.loads(body)["startingPoint"]
                return of({}, 201)
        commit = repo.at(rest[1])
        if commit is None:
            return refused(404, f"Invalid rev id: {rest[1]}")
        match [method, rest[0]]:
            case ["GET", "revision"]:
                return of({**by_key, "sha": commit.oid})
            case ["GET", "tree"]:
                return self._page(
                    name, rest, query, [self._entry(*f) for f in commit.files.items()]
                )
            case ["GET", "commits"]:
                rows = [{"id": c.oid, "title": c.title, "message": c.message, "date": DATE,
                         "authors": []} for c in repo.commits
                        if rest[1] in ("main", c.branch)]  # fmt: skip
                return self._page(name, rest, query, rows)
            case ["POST", "tag"]:
                return self._tag(repo, commit, json.loads(body))
        return refused(404, "no such route")

    def _entry(self, path: str, oid: str) -> dict[str, Any]:
        size = len(self.blobs[oid])
        return {"type": "file", "oid": "0" * 40, "size": size, "path": path,
                "lfs": {"oid": oid, "size": size, "pointerSize": 130}}  # fmt: skip

    def _page(self, name: str, rest: list[str], query: str, rows: list[dict[str, Any]]) -> Answer:
        start = int(parse_qs(query).get("cursor", ["0"])[0])
        answer = of(rows[start : start + PAGE])
        if start + PAGE < len(rows):
            url = f"{self.endpoint}/api/datasets/{name}/{'/'.join(rest)}?cursor={start + PAGE}"
            answer.headers["Link"] = f'<{url}>; rel="next"'
        return answer

    def _tag(self, repo: Repo, commit: Commit, asked: dict[str, Any]) -> Answer:
        assert asked.keys() <= {"tag", "message"}
        if asked["tag"] in repo.tags:
            return refused(409, "Tag reference exists already")
        repo.tags[asked["tag"]] = commit.oid
        return of({}, 201)

    def _batch(self, asked: dict[str, Any]) -> Answer:
        href = {"href": f"{self.endpoint}/put/"}
        objects = [
            {"oid": item["oid"], "size": item["size"]}
            | (
                {}
                if item["oid"] in self.blobs
                else {"actions": {"upload": {"href": href["href"] + item["oid"]}}}
            )
            for item in asked["objects"]
        ]
        return of({"objects": objects})

    def _commit(self, name: str, body: bytes, branch: str) -> Answer:
        header, *lines = [json.loads(line) for line in body.splitlines()]
        value = header["value"]
        assert value.keys() <= {"summary", "description", "parentCommit"}, value
        head = self.repos[name].at(branch)
        if "parentCommit" in value and (head is None or head.oid != value["parentCommit"]):
            return refused(412, "A commit has happened since. Please refresh and try again.")
        put, gone = {}, []
        for line in lines:
            item = line["value"]
            match line["key"]:
                case "lfsFile":
                    assert len(self.blobs[item["oid"]]) == item["size"]
                    put[item["path"]] = item["oid"]
                case "file":
                    data = base64.b64decode(item["content"])
                    put[item["path"]] = sha256(data)
                    self.blobs[sha256(data)] = data
                case "deletedFile":
                    assert head is not None
                    assert item["path"] in head.files
                    gone.append(item["path"])
                case other:
                    return refused(400, f"unknown operation {other}")
        description = value.get("description", "")
        oid = self._add(name, value["summary"], description, put, gone, branch)
        return of({"commitUrl": f"{self.endpoint}/datasets/{name}/commit/{oid}", "commitOid": oid})

    def _resolve(self, name: str, revision: str, path: str) -> Answer:
        commit = self.repos[name].at(revision) if name in self.repos else None
        oid = commit.files.get(path) if commit else None
        if commit is None or oid is None:
            answer = refused(404, "Entry not found")
            answer.headers["X-Error-Code"] = "EntryNotFound"  # the one that load_dataset needs
            return answer
        headers = {
            "Location": f"{self.store}/{oid}", "X-Repo-Commit": commit.oid,
            "X-Linked-Etag": f'"{oid}"', "X-Linked-Size": str(len(self.blobs[oid])),
            "ETag": 'W/"something else"',
        }  # fmt: skip
        return Answer(302, b"", headers)


class _Store(BaseHTTPRequestHandler):
    """The other host: contents by their SHA-256, for whoever knows it."""

    hub: OtherHub
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        data = self.hub.blobs[self.path.strip("/")]
        if "Authorization" in self.headers:
            self.hub.leaked.append(self.path)
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    do_HEAD = do_GET  # noqa: N815 - a name of the library
