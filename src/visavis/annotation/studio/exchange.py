"""Push and pull: what is meant is done exactly once, whatever happens on the way.

Every task has a key. A push looks what is on the server, orders what is missing, and after any
answer that did not arrive looks again; it may be killed and repeated at any moment. Nothing that an
annotator has touched is ever replaced or removed.
"""

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import msgspec

from visavis.annotation.studio import calls, reading
from visavis.annotation.studio.answers import Answer
from visavis.annotation.studio.client import Server
from visavis.annotation.studio.failures import Lost, ServerError
from visavis.annotation.studio.interface import fingerprint
from visavis.annotation.studio.plans import Plan, Task, planned
from visavis.annotation.studio.projects import ROUNDS, SETTLE, Project, There, ensure, settle
from visavis.errors import DataError

BATCH_TASKS = 100
BATCH_BYTES = 4_000_000
"""Limits of one order: well below those of the server."""

LEAST_TASKS = 25
"""How many tasks an order has at least after others were not taken as they were sent."""

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


def push(  # noqa: PLR0913 - the answers to six questions
    server: Server,
    project: Project,
    tasks: Sequence[Task],
    is_here: Callable[[Answer], bool] = lambda _: False,
    *,
    ours: bool = False,
    guideline: str = "",
    report: Callable[[str], None] = lambda _: None,
) -> Pushed:
    """Bring the tasks of ``tasks``' articles on the server to what they should be.

    Tasks of other articles are left alone.

    Args:
        server: the server.
        project: what the tasks are for; made on the server where it is missing.
        tasks: all that their articles should have.
        is_here: whether the corpus has exactly the spans of a submitted task.
        ours: replace tasks that were fetched although the corpus has other spans.
        guideline: the editor's instructions.
        report: called with each line of progress.

    Raises:
        DataError: a task would be replaced that an annotator has worked on; lists the places.
        ServerError: the server refuses, or is lost for good.
    """
    present = ensure(server, project, guideline)
    done, size = Pushed(project=present.number), BATCH_TASKS
    for attempt in range(ROUNDS):
        on_server = _answers(server, present) if server.count(present.number) else []
        plan = planned(tasks, on_server, is_here, ours=ours)
        # Later refusals wait until the other tasks, some of them removed already, are sent again.
        if plan.refusals and (plan.finished or attempt == 0):
            raise DataError("\n".join(plan.refusals))
        if attempt == 0:
            done.kept, done.removed = plan.kept, len(plan.removals)
            done.new = max(len(plan.orders) - len(plan.removals), 0)
            done.replaced = len(plan.orders) - done.new + len(plan.repairs)
        if plan.finished:
            return done
        try:
            as_planned = _carry_out(server, present, plan, on_server, report, size)
        except Lost as lost:
            done.lost += 1
            _settle_count(server, present.number, LATE if lost.late else SETTLE)
            continue
        count = len(on_server) - len(plan.removals) + len(plan.orders)
        if as_planned and not plan.refusals and server.count(present.number) == count:
            return done
        # The longer an import takes, the likelier it meets an annotator who saves.
        size = size if as_planned else max(size // 2, LEAST_TASKS)
    msg = (
        f"{server.url}: after {ROUNDS} rounds the tasks are not as they should be; "
        f"{done.lost} answers were lost. Run the command again when the server is idle."
    )
    raise Lost(msg)


def answers(server: Server, project: There) -> list[Answer]:
    """All tasks of a project, read.

    Raises:
        ServerError: the interface of the project was changed on the server.
    """
    if fingerprint(project.interface) != fingerprint(project.project.configuration):
        msg = (
            f"{server.url}: the labelling interface of project {project.number} is not the one "
            "that Visavis gave it. Undo the change in its settings, or pull with the Visavis "
            "version that pushed it."
        )
        raise ServerError(msg)
    return _answers(server, project)


def _answers(server: Server, project: There) -> list[Answer]:
    return [reading.read(task, project.project.layers) for task in server.tasks(project.number)]


def acknowledge(server: Server, answers: Iterable[Answer], rows: Mapping[int, str]) -> None:
    """Note on the server what was fetched, so that later changes can be told from it.

    An answer that is lost does no harm: the next pull notes it again.

    Args:
        server: the server.
        answers: tasks that are in the corpus now.
        rows: task -> digest of its rows.
    """
    for answer in answers:
        if answer.task is None or answer.task not in rows:
            continue
        digest, work = rows[answer.task], answer.work
        if digest == answer.latest and work == answer.data["work"]:
            continue
        fetched = [*answer.fetched, *([digest] if [digest] != answer.fetched[-1:] else [])]
        noted = {**answer.data, "fetched": " ".join(fetched), "work": work}
        with suppress(Lost):
            server.give(calls.change_task(answer.task, noted))


def _carry_out(  # noqa: PLR0913, PLR0917 - what, where to, and how much at once
    server: Server,
    present: There,
    plan: Plan,
    on_server: Sequence[Answer],
    declared: Callable[[str], None],
    size: int,
) -> bool:
    """Order what a plan asks for, as long as the server does what is ordered.

    Returns:
        False if what there is must be looked at again before anything else is done: somebody has
        worked on a task that is to be removed, or an import was not taken as it was sent.

    Raises:
        Lost: nobody knows whether an order was carried out.
        ServerError: the server refuses.
    """
    seen = {answer.task: answer for answer in on_server}
    for number in plan.removals:
        if not _is_unchanged(server, present, seen[number]):
            return False
        server.give(calls.remove_task(number))
    for number, task in plan.repairs:
        if not _is_unchanged(server, present, seen[number]):
            return False
        _repair(server, present, seen[number], task)
    sent = 0
    for batch in _batches(plan.orders, size):
        made = server.give(calls.send_tasks(present.number, batch), dict[str, Any])
        expected = {
            "task_count": len(batch),
            "annotation_count": sum(len(task["annotations"]) for task in batch),
            "prediction_count": sum(len(task["predictions"]) for task in batch),
        }
        # A server whose database is locked runs the import again without the annotations, which
        # it has taken out of the request by then, and answers as if nothing were wrong.
        if any(made.get(name) != count for name, count in expected.items()):
            settle(server)
            return False
        sent += len(batch)
        declared(f"{sent} of {len(plan.orders)} tasks")
    return True


def _is_unchanged(server: Server, project: There, answer: Answer) -> bool:
    """Return True if nobody has worked on a task since it was looked at."""
    # The drafts first: a draft that is submitted in between is then an annotation.
    number = _number(answer)
    drafts = server.ask(f"/api/tasks/{number}/drafts", list[Any])  # the SDK has no call for it
    task = server.ask(calls.task(number), dict[str, Any])
    now = reading.read({**task, "drafts": drafts}, project.project.layers)
    return replace(now, predictions=answer.predictions) == answer


def _repair(server: Server, project: There, answer: Answer, task: Task) -> None:
    """Give an open task the annotation, or the suggestions, that an import has left out."""
    body = task.body()
    # The server refuses a second annotation with the same name: none is ever made twice.
    name = str(uuid5(NAMESPACE_URL, f"{project.number}/{answer.task}/{body['data']['work']}"))
    for annotation in body["annotations"]:
        server.give(calls.annotate(_number(answer), annotation | {"unique_id": name}))
    for prediction in body["predictions"] if not answer.predictions else ():
        server.give(calls.suggest(_number(answer), prediction))


def _number(answer: Answer) -> int:
    """Return the number of a task that is on the server."""
    assert answer.task is not None  # noqa: S101
    return answer.task


def _batches(tasks: Iterable[Task], most: int) -> Iterable[list[dict[str, Any]]]:
    batch: list[dict[str, Any]] = []
    size = 0
    for task in tasks:
        body = task.body()
        length = len(msgspec.json.encode(body))
        if batch and (len(batch) == most or size + length > BATCH_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(body)
        size += length
    if batch:
        yield batch


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
