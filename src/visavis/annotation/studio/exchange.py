"""Push and pull: what is meant is done exactly once, whatever happens on the way.

Every task has a key. A push looks what is on the server, orders what is missing, and after any
answer that did not arrive looks again; it may be killed and repeated at any moment. Nothing that an
annotator has touched is ever replaced or removed.
"""

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import msgspec

from visavis.annotation.studio import reading
from visavis.annotation.studio.answers import Answer
from visavis.annotation.studio.client import Lost, Server, ServerError
from visavis.annotation.studio.interface import fingerprint
from visavis.annotation.studio.plans import Plan, Task, planned
from visavis.annotation.studio.projects import ROUNDS, SETTLE, Project, There, ensure, settle
from visavis.errors import DataError

BATCH_TASKS = 250
BATCH_BYTES = 4_000_000
"""Limits of one order: well below those of the server."""

LATE = 30.0
"""Seconds for which an order may still be carried out if the server was at it at the time-out."""


@dataclass
class Pushed:
    """What a push did: tasks that were new, replaced, removed, and as they should be already."""

    new: int = 0
    replaced: int = 0
    removed: int = 0
    kept: int = 0
    lost: int = 0
    project: int = 0


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
    there = ensure(server, project, guideline)
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


def _answers(server: Server, there: There) -> list[Answer]:
    return [reading.read(task, there.project.layers) for task in server.tasks(there.number)]


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


def _carry_out(server: Server, project: int, plan: Plan, told: Callable[[str], None]) -> int:
    """Order what a plan asks for; return how many answers were lost.

    After a lost answer the rest of the plan waits: what there is must be looked at first.
    """
    for task in plan.removals:
        try:
            server.order("DELETE", f"/api/tasks/{task}/")
        except Lost:
            settle(server)
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
