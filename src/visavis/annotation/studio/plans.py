"""What a push has to do: the tasks to send and to remove, and those that an annotator worked on."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from visavis.annotation.studio.answers import Answer, work_digest
from visavis.annotation.studio.merging import returned
from visavis.annotation.studio.tasks import digest


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


@dataclass(frozen=True)
class Plan:
    """What is to be done so that the server has the tasks that are wanted."""

    orders: Sequence[Task]
    removals: Sequence[int]
    kept: int
    refusals: Sequence[str] = field(default=())


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
