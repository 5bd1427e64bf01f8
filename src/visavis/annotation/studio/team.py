"""How far a team is: who submitted what, and which suggestions were taken as they were."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from visavis.annotation.studio import calls
from visavis.annotation.studio.client import Server
from visavis.annotation.studio.controls import controls
from visavis.annotation.studio.failures import ServerError
from visavis.annotation.studio.folders import SUGGESTED
from visavis.annotation.studio.projects import There

NOBODY = "nobody yet"
"""In the place of an annotator, for tasks that nobody submitted or skipped."""

_Place = tuple[str, str, str]


class _Work(msgspec.Struct):
    """What was submitted for a task, or is suggested."""

    result: list[dict[str, Any]]
    completed_by: int | None = None
    was_cancelled: bool | None = False
    model_version: str | None = None


class _Task(msgspec.Struct):
    annotations: list[_Work]
    predictions: list[_Work] = []
    drafts: list[Any] = []


@dataclass
class Team:
    """How far the tasks of a project are.

    Attributes:
        tasks: (annotator, ``submitted``, ``skipped``, ``open`` or ``begun``) -> number of tasks.
        spans: (annotator, layer) -> number of submitted spans.
        offered: layer -> number of suggested spans in submitted tasks.
        taken: layer -> how many of these were submitted with their place and label.
    """

    tasks: Counter[tuple[str, str]] = field(default_factory=Counter)
    spans: Counter[tuple[str, str]] = field(default_factory=Counter)
    offered: Counter[str] = field(default_factory=Counter)
    taken: Counter[str] = field(default_factory=Counter)


def team(server: Server, present: There) -> Team:
    """Return how far the tasks of a project are.

    Raises:
        ServerError: the server refuses, is lost for good, or answers what is no task.
    """
    users = server.ask(calls.users, list[dict[str, Any]])
    names = {row["id"]: str(row.get("email") or row["id"]) for row in users if "id" in row}
    tasks = server.tasks(present.number, with_suggestions=True)
    try:
        return counted(tasks, present.project.layers, names)
    except msgspec.ValidationError as error:
        msg = f"{server.url}: project {present.number}: an answer is no task ({error})."
        raise ServerError(msg) from None


def counted(tasks: Iterable[object], layers: Sequence[str], names: Mapping[int, str]) -> Team:
    """Count tasks of an export.

    Args:
        tasks: of the export.
        layers: that the project annotates.
        names: number of a user -> name.
    """
    layer_of = {
        name: control.layer
        for name, control in controls(layers).items()
        if control.attribute is None and not control.points
    }
    done = Team()
    for raw in tasks:
        task = msgspec.convert(raw, _Task)
        if not task.annotations:
            done.tasks[NOBODY, "begun" if task.drafts else "open"] += 1
        for work in task.annotations:
            name = names.get(work.completed_by or 0, str(work.completed_by))
            done.tasks[name, "skipped" if work.was_cancelled else "submitted"] += 1
            if work.was_cancelled:
                continue
            submitted = _labels(work, layer_of)
            done.spans.update((name, layer_of[control]) for control, *_ in submitted)
            for offer in task.predictions:
                if offer.model_version == SUGGESTED:
                    _compare(done, _labels(offer, layer_of), submitted, layer_of)
    return done


def lines(done: Team) -> Iterator[str]:
    """Yield a line for each annotator, and one for the suggestions."""
    for name in sorted({name for name, _ in done.tasks}, key=lambda name: (name == NOBODY, name)):
        states = _listed({what: n for (who, what), n in done.tasks.items() if who == name})
        spans = _listed({layer: n for (who, layer), n in done.spans.items() if who == name})
        yield f"{name}: {states}{'; ' if spans else ''}{spans}"
    if done.offered:
        parts = (
            f"{layer} {done.taken[layer]} of {count} ({done.taken[layer] / count:.0%})"
            for layer, count in sorted(done.offered.items())
        )
        yield f"suggestions taken as they were: {', '.join(parts)}"


def _labels(work: _Work, layer_of: Mapping[str, str]) -> dict[_Place, Any]:
    """Return the spans of a result: control and offsets -> labels."""
    spans = {}
    for item in work.result:
        name, value = str(item.get("from_name")), item.get("value")
        if item.get("type") == "labels" and name in layer_of and isinstance(value, dict):
            place = (name, str(value.get("start")), str(value.get("end")))
            spans[place] = value.get("labels")
    return spans


def _compare(
    done: Team,
    offered: Mapping[_Place, Any],
    submitted: Mapping[_Place, Any],
    layer_of: Mapping[str, str],
) -> None:
    # By place and label, not by id: the editor gives suggested regions new ids.
    for place, label in offered.items():
        done.offered[layer_of[place[0]]] += 1
        done.taken[layer_of[place[0]]] += submitted.get(place) == label


def _listed(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in sorted(counts.items()))
