"""What a push has to do: the tasks to send and to remove, and those that an annotator worked on."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
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
        entries = [{"result": r, "model_version": name} for name, r in self.predictions.items()]
        done = [] if self.result is None else [{"result": self.result}]
        return {"data": self.data | {"work": work}, "annotations": done, "predictions": entries}


@dataclass(frozen=True)
class Plan:
    """What is to be done so that the server has the tasks that are wanted.

    Attributes:
        orders: tasks to send.
        removals: tasks to remove.
        kept: how many are as they should be.
        refusals: what cannot be done because of an annotator's work.
        repairs: open tasks that have not got the work that was sent with them.
    """

    orders: Sequence[Task]
    removals: Sequence[int]
    kept: int
    refusals: Sequence[str] = ()
    repairs: Sequence[tuple[int, Task]] = ()

    @property
    def finished(self) -> bool:
        """Whether nothing is left to do."""
        return not (self.orders or self.removals or self.repairs)


def planned(
    tasks: Sequence[Task],
    on_server: Sequence[Answer],
    is_here: Callable[[Answer], bool] = lambda _: False,
    *,
    ours: bool = False,
) -> Plan:
    """Return what is to be done, and what cannot be because of an annotator's work.

    A submitted task that was fetched is removed only if the corpus here has its spans: what one
    clone has pulled, another may not have.

    Args:
        tasks: all that the articles should have.
        on_server: what the server has.
        is_here: whether the corpus has exactly the spans of a submitted task.
        ours: remove fetched tasks although the corpus has other spans.
    """
    wanted = {task.data["key"]: task for task in tasks}
    articles = {task.data["article"] for task in tasks}
    held: dict[str, list[Answer]] = defaultdict(list)
    for answer in on_server:
        if answer.data.get("article") in articles:
            held[str(answer.data.get("key"))].append(answer)
    removals, refusals, repairs = [], [], []
    remaining, refused = set(), set()
    for key, answers in held.items():
        task = wanted.get(key)
        for answer in sorted(answers, key=lambda a: _rank(a, task)):
            same = task is not None and key not in remaining and _sent(answer) == task.data
            lacks = task is not None and _lacks_work(answer, task)
            if same and not lacks:
                remaining.add(key)
                continue
            if _touched(answer):
                lost = same and lacks
                problem = "the spans sent with it are lost" if lost else _difference(answer, task)
                refusals.append(_refusal(answer, problem, _DISCARD if lost else "Pull it first."))
            elif task is not None and same and answer.predictions in {0, len(task.predictions)}:
                repairs.append((answer.task or 0, task))
                remaining.add(key)
                continue
            elif answer.fetched and key not in remaining and not ours and not is_here(answer):
                refusals.append(_refusal(answer, "its spans are not in the corpus here", _CHOOSE))
            else:
                removals.append(answer.task or 0)
                continue
            refused.add(key)
    orders = [task for key, task in wanted.items() if key not in remaining | refused]
    return Plan(orders, removals, len(remaining) - len(repairs), refusals, repairs)


_DISCARD = "Discard its draft in the editor, then push again."
_CHOOSE = "Pull it first; if they were changed here since a pull, push with --ours."


def _rank(answer: Answer, task: Task | None) -> tuple[bool, bool, int]:
    """Return the order in which one of several tasks with a key is kept."""
    lacks = task is not None and _lacks_work(answer, task)
    return not _touched(answer), lacks, answer.task or 0


def _lacks_work(answer: Answer, task: Task) -> bool:
    """Return True if an open task has not the annotation or the suggestions sent with it.

    A server whose database is locked runs an import again, without them.
    """
    if answer.state != "open" or answer.refusals:
        return False
    fewer = answer.predictions < len(task.predictions) and not answer.draft
    return bool(answer.data["work"]) or fewer


def _touched(answer: Answer) -> bool:
    """Return True if an annotator has worked on a task since it was sent or fetched."""
    if answer.draft or answer.state == "skipped":
        return True
    if answer.state == "open" and not answer.refusals:
        return False
    if answer.work and answer.work == answer.data["work"]:
        return False
    rows = returned(answer)
    return not answer.data.get("work") or rows is None or digest(rows) != answer.latest


def _sent(answer: Answer) -> dict[str, Any]:
    """Return the data of a task as a push would send it if the corpus has what was fetched."""
    own = {name: value for name, value in answer.data.items() if name not in {"work", "fetched"}}
    return own | {"rows": answer.latest}


def _difference(answer: Answer, task: Task | None) -> str:
    if task is None:
        return "no longer is a task here"
    if task.data["texts"] != answer.data.get("texts"):
        return "has another text here"
    return "has other spans here"


def _refusal(answer: Answer, problem: str, remedy: str) -> str:
    place = f"{answer.data.get('article')} {answer.data.get('sentence')}"
    return f"{place}: annotated on the server (task {answer.task}), and {problem}. {remedy}"
