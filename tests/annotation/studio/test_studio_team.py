"""What a team has done: by annotator, by layer, and how many suggestions it took."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from support import studio_pages
from support.studio_server import Studio, command
from visavis.annotation.studio import folders, team
from visavis.annotation.studio.folders import SUGGESTED, Choice

pytestmark = pytest.mark.xdist_group("studio")

LAYERS = ("mentions", "amounts")


def span(control: str, start: int, end: int, label: str = "ORG") -> dict[str, Any]:
    value = {"start": start, "end": end, "labels": [label]}
    return {"id": f"r{start}", "type": "labels", "from_name": control, "value": value}


def task(*annotations: dict[str, Any], **more: object) -> dict[str, Any]:
    return {"id": 1, "data": {}, "annotations": list(annotations)} | more


def by(user: int, *result: dict[str, Any], skipped: bool = False) -> dict[str, Any]:
    return {"completed_by": user, "was_cancelled": skipped, "result": list(result)}


def test_tasks_are_counted_by_annotator_and_spans_by_layer() -> None:
    form = {"type": "choices", "from_name": "fr_mentions_form", "value": {"start": 0, "end": 1}}
    words = span("en_amounts_words", 4, 5)
    tasks = [
        task(by(1, span("fr_mentions", 0, 1), form, span("en_amounts", 2, 3), words)),
        task(by(2, span("en_mentions", 0, 1), skipped=True)),
        task(by(9)),
        task(),
        task(drafts=[3]),
    ]
    done = team.counted(tasks, LAYERS, {1: "anna@x", 2: "ben@x"})
    assert list(team.lines(done)) == [
        "9: submitted 1",
        "anna@x: submitted 1; amounts 1, mentions 1",
        "ben@x: skipped 1",
        "nobody yet: begun 1, open 1",
    ]


def test_a_suggestion_is_taken_if_its_place_and_label_are() -> None:
    offers = [
        span("fr_mentions", 0, 4),
        span("fr_mentions", 5, 9),
        span("fr_mentions", 10, 12),
        span("en_amounts", 0, 2, "money"),
    ]
    offer = {"model_version": SUGGESTED, "result": offers}
    other = {"model_version": "agreed", "result": [span("fr_mentions", 0, 4)]}
    taken = span("fr_mentions", 0, 4) | {"id": "another"}
    relabelled, moved = span("fr_mentions", 5, 9, "PER"), span("fr_mentions", 10, 13)
    submitted = by(1, taken, relabelled, moved, span("en_amounts", 0, 2, "money"))
    tasks = [
        task(submitted, predictions=[offer, other]),
        task(predictions=[offer]),
        task(by(1, skipped=True), predictions=[offer]),
    ]
    *_, line = team.lines(team.counted(tasks, LAYERS, {}))
    assert line == "suggestions taken as they were: amounts 1 of 1 (100%), mentions 1 of 3 (33%)"


@pytest.mark.parametrize(
    "odd", [1, None, {}, {"annotations": [1]}, {"annotations": [{"result": "x"}]}]
)
def test_what_is_no_task_is_refused(odd: object) -> None:
    with pytest.raises(msgspec.ValidationError):
        team.counted([odd], LAYERS, {})


@pytest.mark.parametrize("odd", [{"value": []}, {"from_name": []}, {"value": {"start": []}}])
def test_a_span_that_is_none_does_no_harm(odd: dict[str, Any]) -> None:
    done = team.counted([task(by(1, span("fr_mentions", 0, 1) | odd))], LAYERS, {})
    assert done.tasks == {("1", "submitted"): 1}


def test_a_team_lead_sees_who_has_done_what(studio: Studio, folder: Path) -> None:
    page = studio_pages.page("g", 3, 1, ("mentions",))
    studio_pages.write(folder, [page])
    for path in (folder / "annotations/mentions").iterdir():
        path.unlink()
    choice = Choice("pass anna", ("mentions",))
    done = folders.push(studio.server, folder, choice)
    first, second, _ = sorted(
        (task for task in studio.server.tasks(done.project) if isinstance(task, dict)),
        key=lambda task: int(task["id"]),
    )
    region = span("fr_mentions", 0, 1) | {"to_name": "fr"}
    region["value"]["text"] = first["data"]["fr"][:1]
    offer = {"result": [region], "model_version": SUGGESTED, "task": first["id"]}
    studio.server.order("POST", "/api/predictions/", offer)
    for number, body in (
        (first["id"], {"result": [region]}),
        (second["id"], {"result": [], "was_cancelled": True}),
    ):
        studio.server.order("POST", f"/api/tasks/{number}/annotations/", body)
    output = command(studio, folder, "status", "--team").stdout.splitlines()
    (at,) = [n for n, line in enumerate(output) if line.startswith(f"{folder.name}, pass anna")]
    own, nobody, suggestions = output[at + 1 : at + 4]
    assert own.endswith(": skipped 1, submitted 1; mentions 1")
    assert "@" in own
    assert nobody == "  nobody yet: open 1"
    assert suggestions == "  suggestions taken as they were: mentions 1 of 1 (100%)"
