"""What annotators do on a real server while others push and pull: none of their work is lost."""

import shutil
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from support import studio_pages
from support.paths import ROOT
from support.studio_proxy import Fault, Kind, Proxy
from support.studio_server import GOLD, Studio, command
from visavis.annotation.passes import PASSES
from visavis.annotation.studio import exchange, folders, projects, server
from visavis.annotation.studio.client import Server
from visavis.annotation.studio.folders import Choice
from visavis.errors import DataError

pytestmark = pytest.mark.xdist_group("studio")

MENTIONS = Choice("gold", ("mentions",))
ANNA = Choice("pass anna", ("mentions",))


def tasks_of(studio: Studio, project: int) -> list[dict[str, Any]]:
    """The tasks of a project, each once."""
    tasks = [task for task in studio.server.tasks(project) if isinstance(task, dict)]
    keys = Counter(task["data"]["key"] for task in tasks)
    assert set(keys.values()) <= {1}
    return sorted(tasks, key=lambda task: int(task["data"]["part"]))


def mention(task: dict[str, Any]) -> list[dict[str, Any]]:
    """The regions of a mention that an annotator draws on the first French letter."""
    value = {"start": 0, "end": 1, "text": task["data"]["fr"][:1]}
    place = {"id": "abcdefghij", "to_name": "fr"}
    label = {"from_name": "fr_mentions", "type": "labels", "value": value | {"labels": ["ORG"]}}
    form = {
        "from_name": "fr_mentions_form",
        "type": "choices",
        "value": value | {"choices": ["NAM"]},
    }
    return [place | label, place | form]


def submit(studio: Studio, task: dict[str, Any], result: list[dict[str, Any]]) -> None:
    """Submit a result for a task, in place of the annotation that it has."""
    if task["annotations"]:
        path = f"/api/annotations/{task['annotations'][0]['id']}/"
        studio.server.order("PATCH", path, {"result": result})
    else:
        studio.server.order("POST", f"/api/tasks/{task['id']}/annotations/", {"result": result})


def results(studio: Studio, project: int) -> dict[str, Any]:
    """Key -> what was submitted."""
    return {
        task["data"]["key"]: [annotation["result"] for annotation in task["annotations"]]
        for task in tasks_of(studio, project)
    }


SAVING = 0.3
"""Seconds after which an annotator saves again."""


# -- a server that meets a locked database


@pytest.fixture
def proxy(studio: Studio) -> Iterator[Proxy]:
    made = Proxy(studio.running.port, studio.kill, 5.0)
    yield made
    made.close()


def through(studio: Studio, proxy: Proxy) -> Server:
    return Server(proxy.url, server.token(studio.data), timeout=60)


@pytest.mark.parametrize("kind", ["work left out", "run twice"])
def test_tasks_that_were_taken_without_their_annotations_are_sent_again(
    studio: Studio, folder: Path, proxy: Proxy, kind: Kind
) -> None:
    studio_pages.write(folder, [studio_pages.page("g", 12, 1)])
    before = studio_pages.snapshot(folder)
    proxy.faults = [Fault(kind, "POST", "/import")]
    done = folders.push(through(studio, proxy), folder, GOLD)
    assert not proxy.faults
    assert all(results(studio, done.project).values())
    assert not folders.pull(studio.server, folder, "gold").problems
    assert studio_pages.snapshot(folder) == before


def test_of_a_project_that_was_made_twice_the_empty_one_is_passed_over(
    studio: Studio, folder: Path
) -> None:
    studio_pages.write(folder, [studio_pages.page("g", 3, 1)])
    done = folders.push(studio.server, folder, GOLD)
    project = studio.server.ask(f"/api/projects/{done.project}/")
    copied = {n: project[n] for n in ("title", "description", "label_config")}
    studio.server.order("POST", "/api/projects/", copied)
    assert folders.push(studio.server, folder, GOLD) == exchange.Pushed(
        kept=3, project=done.project
    )
    assert folders.pull(studio.server, folder, "gold").states == ["done"] * 3


def test_tasks_left_empty_by_an_earlier_push_are_sent_again(studio: Studio, folder: Path) -> None:
    studio_pages.write(folder, [studio_pages.page("g", 5, 1)])
    done = folders.push(studio.server, folder, GOLD)
    for task in tasks_of(studio, done.project)[:2]:
        studio.server.order("DELETE", f"/api/annotations/{task['annotations'][0]['id']}/")
    again = folders.push(studio.server, folder, GOLD)
    assert (again.replaced, again.kept) == (2, 3)
    assert all(results(studio, done.project).values())


def test_tasks_that_were_taken_without_their_suggestions_are_sent_again(
    studio: Studio, folder: Path, proxy: Proxy
) -> None:
    for part in ("raw", "annotations"):
        shutil.copytree(ROOT / part, folder / part)
    proxy.faults = [Fault("work left out", "POST", "/import")]
    choice = Choice("pass anna", ("mentions", "amounts"), suggest=True)
    done = folders.push(through(studio, proxy), folder, choice, ["mistral-asml"])
    assert not proxy.faults
    tasks = tasks_of(studio, done.project)
    assert sum(bool(task["predictions"]) for task in tasks) > len(tasks) // 2


def test_a_started_task_that_lost_its_spans_is_named(studio: Studio, folder: Path) -> None:
    studio_pages.write(folder, [studio_pages.page("g", 3, 1)])
    done = folders.push(studio.server, folder, GOLD)
    task = tasks_of(studio, done.project)[0]
    studio.server.order("DELETE", f"/api/annotations/{task['annotations'][0]['id']}/")
    studio.server.order("POST", f"/api/tasks/{task['id']}/drafts", {"result": mention(task)})
    with pytest.raises(
        DataError, match=r"g b0: .* \(task \d+\), and the spans sent with it are lost"
    ):
        folders.push(studio.server, folder, GOLD)


def test_a_pull_removes_no_row_unless_it_is_told_to(studio: Studio, folder: Path) -> None:
    studio_pages.write(folder, [studio_pages.page("g", 6, 3, ("mentions",))])
    before = studio_pages.snapshot(folder)
    done = folders.push(studio.server, folder, MENTIONS)
    task = next(task for task in tasks_of(studio, done.project) if task["annotations"][0]["result"])
    submit(studio, task, [])
    pulled = folders.pull(studio.server, folder, "gold")
    assert pulled.written == []
    assert len(pulled.problems) == 1
    assert "of the corpus are not in the submitted task" in pulled.problems[0]
    assert "rows-removed" in pulled.problems[0]
    assert folders.pull(studio.server, folder, "gold", theirs=True).problems
    assert studio_pages.snapshot(folder) == before
    refused = command(studio, folder, "pull")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "--remove" in refused.stderr
    removed = command(studio, folder, "pull", "--remove")
    assert (removed.returncode, removed.stdout.count("written")) == (0, 1)
    assert studio_pages.snapshot(folder) != before


def test_a_push_while_three_annotators_save(
    studio: Studio, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "BATCH_TASKS", 40)
    other = folder / "other"
    studio_pages.write(other, [studio_pages.page("g", 3, 2, ("mentions",))])
    theirs = tasks_of(studio, folders.push(studio.server, other, ANNA).project)
    studio_pages.write(folder, [studio_pages.page(f"g{n}", 20, n) for n in range(5)])
    before = studio_pages.snapshot(folder)
    ended = threading.Event()

    def save(task: dict[str, Any]) -> None:
        path = f"/api/tasks/{task['id']}/annotations/"
        own = studio.server.order("POST", path, {"result": []})["id"]
        while not ended.is_set():
            studio.server.order("PATCH", f"/api/annotations/{own}/", {"result": mention(task)})
            ended.wait(SAVING)

    annotators = [threading.Thread(target=save, args=(task,)) for task in theirs]
    for annotator in annotators:
        annotator.start()
    try:
        done = folders.push(studio.server, folder, GOLD)
    finally:
        ended.set()
        for annotator in annotators:
            annotator.join()
    assert all(results(studio, done.project).values())
    assert len(tasks_of(studio, done.project)) > 90
    assert not folders.pull(studio.server, folder, "gold").problems
    assert studio_pages.snapshot(folder) == before


# -- work submitted while a push removes tasks


def test_work_submitted_between_the_look_and_the_removal_stays(
    studio: Studio, folder: Path, proxy: Proxy
) -> None:
    studio_pages.write(folder, [studio_pages.page("g", 6, 1, ("mentions",))])
    done = folders.push(studio.server, folder, ANNA)
    tasks = tasks_of(studio, done.project)
    text = (folder / "raw/fr/g.txt").read_bytes()
    studio_pages.change_french(folder, "g", b"Bonjour. " + text)
    drawn = mention(tasks[-1])
    proxy.act = lambda: submit(studio, tasks[-1], drawn)
    proxy.faults = [Fault("meanwhile", "DELETE", "/api/tasks/")]
    with pytest.raises(DataError, match=rf"annotated on the server \(task {tasks[-1]['id']}\)"):
        folders.push(through(studio, proxy), folder, ANNA)
    assert not proxy.faults
    present = results(studio, done.project)
    assert present[tasks[-1]["data"]["key"]] == [drawn]
    assert len(present) == len(tasks)


def test_a_draft_begun_between_the_look_and_the_removal_stays(
    studio: Studio, folder: Path, proxy: Proxy
) -> None:
    studio_pages.write(folder, [studio_pages.page("g", 4, 1, ("mentions",))])
    done = folders.push(studio.server, folder, ANNA)
    tasks = tasks_of(studio, done.project)
    text = (folder / "raw/fr/g.txt").read_bytes()
    studio_pages.change_french(folder, "g", b"Bonjour. " + text)
    body = {"result": mention(tasks[-1])}
    proxy.act = lambda: studio.server.order("POST", f"/api/tasks/{tasks[-1]['id']}/drafts", body)
    proxy.faults = [Fault("meanwhile", "DELETE", "/api/tasks/")]
    with pytest.raises(DataError, match=rf"annotated on the server \(task {tasks[-1]['id']}\)"):
        folders.push(through(studio, proxy), folder, ANNA)
    drafts = studio.server.ask(f"/api/tasks/{tasks[-1]['id']}/drafts")
    assert len(drafts) == 1


# -- what one clone has pulled, and another has not


@pytest.fixture
def clone(studio: Studio, folder: Path, tmp_path: Path) -> Path:
    """A clone of ``folder`` from before a pull there; one task of the pass anna was pulled."""
    studio_pages.write(folder, [studio_pages.page("g", 3, 1, ("mentions",))])
    done = folders.push(studio.server, folder, ANNA)
    other: Path = shutil.copytree(folder, tmp_path / "clone" / folder.name)
    task = tasks_of(studio, done.project)[0]
    submit(studio, task, mention(task))
    assert folders.pull(studio.server, folder, "pass anna").written
    return other


def rows(folder: Path) -> bytes:
    return (folder / PASSES / "anna/mentions/g.jsonl").read_bytes()


def test_a_push_deletes_nothing_that_another_clone_has_pulled(
    studio: Studio, folder: Path, clone: Path
) -> None:
    project = projects.find(studio.server, folder.name, "pass anna")
    assert project is not None
    before = results(studio, project.number)
    with pytest.raises(DataError, match=r"g b0: .*its spans are not in the corpus here"):
        folders.push(studio.server, clone, ANNA)
    assert results(studio, project.number) == before
    assert not folders.pull(studio.server, clone, "pass anna").problems
    assert rows(clone) == rows(folder)
    assert folders.push(studio.server, clone, ANNA).kept == 3
    assert folders.push(studio.server, folder, ANNA).kept == 3


def test_a_pull_brings_back_what_a_stash_took_away(
    studio: Studio, folder: Path, clone: Path
) -> None:
    before = studio_pages.snapshot(folder)
    shutil.rmtree(folder / PASSES)
    pulled = folders.pull(studio.server, folder, "pass anna")
    assert (pulled.problems, pulled.notes) == ([], [])
    assert {n: b for n, b in studio_pages.snapshot(folder).items() if "pass.jsonl" not in n} == {
        n: b for n, b in before.items() if "pass.jsonl" not in n
    }
    assert clone.is_dir()


def test_what_was_pulled_and_then_changed_here_is_sent_when_told_so(
    studio: Studio, folder: Path, clone: Path
) -> None:
    path = folder / PASSES / "anna/mentions/g.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"form":"NAM"', b'"form":"NOM"'))
    edited = rows(folder)
    pulled = folders.pull(studio.server, folder, "pass anna")
    assert (pulled.problems, pulled.written) == ([], [])
    assert ["differs" in note for note in pulled.notes] == [True]
    with pytest.raises(DataError, match="--ours"):
        folders.push(studio.server, folder, ANNA)
    assert folders.push(studio.server, folder, ANNA, ours=True).replaced == 1
    assert rows(folder) == edited
    pulled = folders.pull(studio.server, clone, "pass anna")
    assert (pulled.problems, pulled.written, len(pulled.notes)) == ([], [], 1)
    assert folders.pull(studio.server, clone, "pass anna", theirs=True).written
    assert rows(clone) == edited


def test_work_that_nobody_has_pulled_is_not_replaced_whatever_is_told(
    studio: Studio, folder: Path
) -> None:
    studio_pages.write(folder, [studio_pages.page("g", 3, 1, ("mentions",))])
    done = folders.push(studio.server, folder, ANNA)
    submit(studio, tasks_of(studio, done.project)[0], [])
    text = (folder / "raw/fr/g.txt").read_bytes()
    studio_pages.change_french(folder, "g", text.replace("É".encode(), b"E", 1))
    with pytest.raises(DataError, match="Pull it first"):
        folders.push(studio.server, folder, ANNA, ours=True)
