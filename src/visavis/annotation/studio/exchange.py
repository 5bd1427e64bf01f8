"""Push and pull: what is meant is done exactly once, whatever happens on the way.

Every task has a key. A push looks what is on the server, orders what is missing, and after any
answer that did not arrive looks again; it may be killed and repeated at any moment. Nothing that an
annotator has touched is ever replaced or removed.
"""

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import msgspec

from visavis.annotation.studio import reading
from visavis.annotation.studio.answers import Answer, work_digest
from visavis.annotation.studio.client import Lost, Server, ServerError
from visavis.annotation.studio.interface import configuration, fingerprint
from visavis.annotation.studio.merging import returned
from visavis.annotation.studio.tasks import digest
from visavis.annotation.studio.windows import Unit
from visavis.errors import DataError

MARK = "visavis-studio "
"""What the description of a project of ours begins with; what it is follows, in JSON."""

BATCH_TASKS = 250
BATCH_BYTES = 4_000_000
"""Limits of one order: well below those of the server."""

SETTLE = 1.0
"""Seconds for which an order whose answer was lost may still be carried out unseen."""

LATE = 30.0
"""The same, in seconds, where the server was still at it when waiting ended."""

ROUNDS = 60
"""How often what is missing is ordered again before a push gives up."""


class Project(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a project of the server is for.

    Attributes:
        corpus: name of the corpus.
        name: ``gold``, ``pass NAME`` or ``adjudicate A B``.
        layers: the layers that it annotates.
        unit: what a task shows.
    """

    corpus: str
    name: str
    layers: tuple[str, ...]
    unit: Unit

    @property
    def title(self) -> str:
        """What the annotator reads."""
        return f"Visavis: {self.corpus}, {self.name}"[:50]

    @property
    def configuration(self) -> str:
        """Its labelling configuration."""
        return configuration(self.layers, disputes=self.name.startswith("adjudicate "))


class There(NamedTuple):
    """A project as it is on the server: its number there, and what it is for."""

    number: int
    project: Project
    interface: str


class Task(NamedTuple):
    """A task to be: its data, the result that it begins with, and suggestions by their names."""

    data: dict[str, Any]
    result: list[dict[str, Any]] | None
    predictions: Mapping[str, list[dict[str, Any]]]

    def body(self) -> dict[str, Any]:
        """The task as the server takes it, with what its annotation is known by."""
        work = "" if self.result is None else work_digest(self.result)
        said = [{"result": r, "model_version": name} for name, r in self.predictions.items()]
        done = [] if self.result is None else [{"result": self.result}]
        return {"data": self.data | {"work": work}, "annotations": done, "predictions": said}


@dataclass
class Pushed:
    """What a push did: tasks that were new, replaced, removed, and as they should be already."""

    new: int = 0
    replaced: int = 0
    removed: int = 0
    kept: int = 0
    lost: int = 0
    project: int = 0


@dataclass(frozen=True)
class Plan:
    """What is to be done so that the server has the tasks that are wanted."""

    orders: Sequence[Task]
    removals: Sequence[int]
    kept: int
    refusals: Sequence[str] = field(default=())


def find(server: Server, corpus: str, name: str) -> There | None:
    """The project of a corpus for ``name``.

    Raises:
        ServerError: there are two.
    """
    found = [
        there
        for there in ours(server)
        if (there.project.corpus, there.project.name) == (corpus, name)
    ]
    if len(found) > 1:
        msg = (
            f"{server.url}: projects {found[0].number} and {found[1].number} are both {name!r} of "
            f"{corpus}. Remove the one that nobody works in."
        )
        raise ServerError(msg)
    return found[0] if found else None


def ours(server: Server) -> list[There]:
    """The projects on a server that Visavis made, oldest first."""
    found = []
    for row in server.projects():
        told = str(row.get("description") or "")
        if told.startswith(MARK):
            try:
                project = msgspec.json.decode(told.removeprefix(MARK), type=Project)
            except (msgspec.DecodeError, UnicodeError) as error:
                msg = f"{server.url}: project {row['id']}: its description is damaged ({error})."
                raise ServerError(msg) from error
            found.append(There(int(row["id"]), project, str(row.get("label_config"))))
    return sorted(found, key=lambda there: there.number)


def push(
    server: Server,
    project: Project,
    tasks: Sequence[Task],
    *,
    guideline: str = "",
    told: Callable[[str], None] = lambda _: None,
) -> Pushed:
    """Bring the tasks of ``tasks``' articles on the server to what they should be.

    Tasks of other articles are left alone.

    Raises:
        DataError: a task would be replaced that an annotator has worked on; lists the places.
        ServerError: the server refuses, or is lost for good.
    """
    there = _ensure(server, project, guideline)
    done = Pushed(project=there.number)
    for attempt in range(ROUNDS):
        on_server = _answers(server, there) if server.count(there.number) else []
        plan = planned(tasks, on_server)
        if plan.refusals:
            raise DataError("\n".join(plan.refusals))
        if attempt == 0:
            done.kept, done.removed = plan.kept, len(plan.removals)
            done.replaced = min(len(plan.removals), len(plan.orders))
            done.new = len(plan.orders) - done.replaced
        if not plan.orders and not plan.removals:
            return done
        lost = _carry_out(server, there.number, plan, told)
        done.lost += lost
        if not lost and server.count(there.number) == _expected(on_server, plan):
            return done
    msg = f"{server.url}: {done.lost} answers were lost. Repeat the command when it is well again."
    raise Lost(msg)


def planned(tasks: Sequence[Task], on_server: Sequence[Answer]) -> Plan:
    """What is to be done, and what cannot be because of an annotator's work."""
    wanted = {task.data["key"]: task for task in tasks}
    articles = {task.data["article"] for task in tasks}
    held: dict[str, list[Answer]] = defaultdict(list)
    for answer in on_server:
        if answer.data.get("article") in articles:
            held[str(answer.data.get("key"))].append(answer)
    removals, refusals, kept = [], [], set()
    for key, answers in held.items():
        task = wanted.get(key)
        for answer in sorted(answers, key=lambda a: (not _touched(a), a.task or 0)):
            same = task is not None and _without_work(answer.data) == task.data
            if same and key not in kept:
                kept.add(key)
            elif not _touched(answer):
                removals.append(answer.task or 0)
            else:
                refusals.append(_worked_on(answer, task))
    orders = [task for key, task in wanted.items() if key not in kept]
    return Plan(orders, removals, len(kept), refusals)


def answers(server: Server, there: There) -> list[Answer]:
    """All tasks of a project, read.

    Raises:
        ServerError: the interface of the project was changed on the server.
    """
    if fingerprint(there.interface) != fingerprint(there.project.configuration):
        msg = (
            f"{server.url}: the labelling interface of project {there.number} is not the one that "
            "Visavis gave it. Undo the change in its settings, or pull with the Visavis of then."
        )
        raise ServerError(msg)
    return _answers(server, there)


def link(server: Server, project: int, task: int | None) -> str:
    """The address of a task, for a person to open."""
    return f"{server.url}/projects/{project}/data" + (f"?task={task}" if task else "")


def _answers(server: Server, there: There) -> list[Answer]:
    return [reading.read(task, there.project.layers) for task in server.tasks(there.number)]


def _touched(answer: Answer) -> bool:
    """Whether an annotator has worked on a task since it was sent or fetched."""
    if answer.draft or answer.state == "skipped":
        return True
    if answer.state == "open" and not answer.refusals:
        return False
    if answer.work and answer.work == answer.data["work"]:
        return False
    rows = returned(answer)
    return rows is None or digest(rows) != answer.data["rows"]


def _without_work(data: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name != "work"}


def acknowledge(server: Server, answers: Iterable[Answer], rows: Mapping[int, str]) -> None:
    """Note on the server what was fetched, so that later changes can be told from it.

    An answer that is lost does no harm: the next pull notes it again.

    Args:
        server: the server.
        answers: tasks that are in the corpus now.
        rows: task -> digest of its rows.
    """
    for answer in answers:
        if answer.task is not None and answer.task in rows:
            noted = {"rows": rows[answer.task], "work": answer.work}
            if {**answer.data, **noted} != answer.data:
                with suppress(Lost):
                    body = {"data": {**answer.data, **noted}}
                    server.order("PATCH", f"/api/tasks/{answer.task}/", body)


def _worked_on(answer: Answer, task: Task | None) -> str:
    data = answer.data
    place = f"{data.get('article')} {data.get('sentence')}"
    if task is None:
        what = "no longer is a task here"
    elif task.data["texts"] != data.get("texts"):
        what = "has another text here"
    else:
        what = "has other spans here"
    return f"{place}: annotated on the server (task {answer.task}), and {what}. Pull it first."


def _ensure(server: Server, project: Project, guideline: str) -> There:
    """The project on the server with its interface, made where it is missing."""
    found = find(server, project.corpus, project.name)
    body = {
        "title": project.title,
        "description": MARK + msgspec.json.encode(project).decode(),
        "label_config": project.configuration,
        "expert_instruction": guideline,
        "show_collab_predictions": True,
        "maximum_annotations": 1,
        "sampling": "Sequential sampling",
    }
    for _ in range(ROUNDS):
        if found:
            break
        try:
            made = server.order("POST", "/api/projects/", body)
            return There(int(made["id"]), project, project.configuration)
        except Lost:
            _settle(server)
            found = find(server, project.corpus, project.name)
    if not found:
        msg = f"{server.url}: the project cannot be made. See the log of the server."
        raise ServerError(msg)
    same = fingerprint(found.interface) == fingerprint(project.configuration)
    if found.project != project or not same:
        if server.count(found.number):
            msg = (
                f"{server.url}: project {found.number} was made with other layers, another unit or "
                "another interface. Pull it, remove it on the server, and push again."
            )
            raise ServerError(msg)
        server.order("PATCH", f"/api/projects/{found.number}/", body)
    return There(found.number, project, project.configuration)


def _carry_out(server: Server, project: int, plan: Plan, told: Callable[[str], None]) -> int:
    """Order what a plan asks for; return how many answers were lost.

    After a lost answer the rest of the plan waits: what there is must be looked at first.
    """
    for task in plan.removals:
        try:
            server.order("DELETE", f"/api/tasks/{task}/")
        except Lost:
            _settle(server)
            return 1
    sent = 0
    for batch in _batches(plan.orders):
        try:
            made = server.order(
                "POST", f"/api/projects/{project}/import?commit_to_project=true", batch
            )
        except Lost as lost:
            _settle_count(server, project, LATE if lost.late else SETTLE)
            return 1
        if made.get("task_count") != len(batch):
            taken = f"{made.get('task_count')} of {len(batch)} tasks were taken"
            msg = f"{server.url}: {taken}. Push again."
            raise ServerError(msg)
        sent += len(batch)
        told(f"{sent} of {len(plan.orders)} tasks")
    return 0


def _batches(tasks: Iterable[Task]) -> Iterable[list[dict[str, Any]]]:
    batch: list[dict[str, Any]] = []
    size = 0
    for task in tasks:
        body = task.body()
        length = len(msgspec.json.encode(body))
        if batch and (len(batch) == BATCH_TASKS or size + length > BATCH_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(body)
        size += length
    if batch:
        yield batch


def _expected(on_server: Sequence[Answer], plan: Plan) -> int:
    return len(on_server) - len(plan.removals) + len(plan.orders)


def _settle(server: Server) -> None:
    time.sleep(SETTLE)
    server.ask("/api/version")


def _settle_count(server: Server, project: int, wait: float) -> None:
    """Wait until an order that may still be carried out has been, or surely is not.

    An import is one transaction: the number of tasks changes at once, or never.
    """
    quiet = time.monotonic() + wait
    before = server.count(project)
    while time.monotonic() < quiet:
        time.sleep(SETTLE / 5)
        now = server.count(project)
        if now != before:
            return
