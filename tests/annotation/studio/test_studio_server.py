"""Articles to a real Label Studio server and back: the law, the faults, the command."""

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from support import studio_pages
from support.paths import CLEAN, ROOT
from support.studio_proxy import Fault, Kind, Proxy
from support.studio_server import GOLD, Studio, command
from visavis.annotation.adjudication import RULINGS, Ruling
from visavis.annotation.passes import PASSES
from visavis.annotation.studio import exchange, folders, projects, server
from visavis.annotation.studio.client import Server
from visavis.annotation.studio.failures import ServerError
from visavis.annotation.studio.folders import Choice
from visavis.annotation.studio.interface import FIRST_LAYERS
from visavis.annotation.studio.processes import Running
from visavis.annotation.studio.windows import UNITS, Unit
from visavis.corpus import journal
from visavis.corpus.layers import SPAN_LAYERS
from visavis.corpus.reading import read_rows
from visavis.errors import DataError

pytestmark = pytest.mark.xdist_group("studio")

PATIENCE = 6.0
"""Seconds after which the tests give an answer up."""


def test_our_whole_corpus_comes_back_byte_for_byte(studio: Studio, folder: Path) -> None:
    for part in ("raw", "annotations"):
        shutil.copytree(ROOT / part, folder / part)
    before = studio_pages.snapshot(folder)
    layers = tuple(layer for layer in SPAN_LAYERS if layer != "regions")
    done = folders.push(studio.server, folder, Choice("gold", layers))
    pulled = folders.pull(studio.server, folder, "gold", theirs=True)
    assert done.new == len(pulled.states) == Counter(pulled.states)["done"] >= 80
    assert (pulled.problems, pulled.written) == ([], [])
    assert studio_pages.snapshot(folder) == before


@pytest.mark.parametrize("unit", UNITS)
def test_generated_articles_come_back_byte_for_byte(
    studio: Studio, folder: Path, unit: Unit
) -> None:
    layers = studio_pages.LAYERS_SENT
    studio_pages.write(folder, [studio_pages.page(f"g{n}", 25, n) for n in range(3)])
    before = studio_pages.snapshot(folder)
    folders.push(studio.server, folder, Choice("gold", layers, unit))
    for name in before:
        if "beads" not in name:
            (folder / name).unlink()
    pulled = folders.pull(studio.server, folder, "gold", theirs=True)
    assert not pulled.problems
    after = studio_pages.snapshot(folder)
    assert after == {name: data for name, data in before.items() if name in after}
    assert all(name in after or not data for name, data in before.items())


def test_regions_and_empty_layers_come_back(studio: Studio, clean: Path) -> None:
    target = clean.rename(clean.with_name(clean.parent.name))
    before = studio_pages.snapshot(target)
    folders.push(studio.server, target, Choice("gold", tuple(SPAN_LAYERS), "article"))
    pulled = folders.pull(studio.server, target, "gold")
    assert (pulled.problems, pulled.written) == ([], [])
    assert studio_pages.snapshot(target) == before


IMPORT, EXPORT, DOWNLOAD, COUNT = "/import", "/exports/", "/download", "/api/projects/"

FAULTS: list[Fault] = [
    *(
        Fault(kind, "POST", IMPORT)
        for kind in (
            "dropped before", "dropped after", "timed out", "500 before", "500 after",
            "cut request", "cut answer", "killed before", "killed after",
        )
    ),
    Fault("dropped after", "POST", "/api/projects/?"),
    Fault("dropped after", "POST", EXPORT),
    Fault("cut answer", "GET", DOWNLOAD),
    Fault("cut answer", "GET", DOWNLOAD),
    Fault("dropped before", "GET", DOWNLOAD),
    Fault("500 before", "GET", DOWNLOAD),
    Fault("timed out", "GET", DOWNLOAD),
    Fault("dropped after", "DELETE", EXPORT),
    Fault("cut answer", "GET", COUNT),
    Fault("500 before", "GET", COUNT),
    Fault("dropped before", "GET", COUNT),
    Fault("killed after", "POST", IMPORT),
]  # fmt: skip


def test_a_thousand_pairs_through_twenty_faults(
    studio: Studio, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """0 lost, 0 doubled, 0 changed."""
    monkeypatch.setattr(exchange, "BATCH_TASKS", 60)
    monkeypatch.setattr(exchange, "LATE", 3.0)
    studio_pages.write(folder, [studio_pages.page(f"g{n}", 250, n) for n in range(4)])
    before = studio_pages.snapshot(folder)
    proxy = Proxy(studio.running.port, studio.kill, PATIENCE + 1)
    proxy.faults = [
        fault._replace(path="/api/projects/") if fault.path.endswith("?") else fault
        for fault in FAULTS
    ]
    through = Server(proxy.url, server.token(studio.data), timeout=PATIENCE)
    choice = Choice("gold", studio_pages.LAYERS_SENT)
    done = folders.push(through, folder, choice)
    present = projects.find(studio.server, folder.name, "gold")
    assert present is not None
    keys = Counter(a.data["key"] for a in exchange.answers(studio.server, present))
    assert sum(keys.values()) == len(keys) == studio.server.count(present.number)
    assert 900 <= len(keys) <= 1000
    for name in before:
        if "beads" not in name:
            (folder / name).unlink()
    pulled = folders.pull(through, folder, "gold", theirs=True)
    proxy.close()
    assert not pulled.problems
    assert studio_pages.snapshot(folder) == before
    assert done.lost >= 9
    assert len(proxy.met) >= 20, proxy.faults


@pytest.mark.parametrize("kind", ["dropped after", "cut answer", "timed out"])
def test_a_project_is_made_once(
    studio: Studio, folder: Path, kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "LATE", 1.0)
    studio_pages.write(folder, [studio_pages.page("g", 3, 1)])
    proxy = Proxy(studio.running.port, studio.kill, 3.0)
    proxy.faults = [Fault(kind, "POST", "/api/projects/")]
    folders.push(Server(proxy.url, server.token(studio.data), timeout=2.0), folder, GOLD)
    proxy.close()
    assert proxy.met
    named = [item for item in projects.ours(studio.server) if item.project.corpus == folder.name]
    assert len(named) == 1


def test_a_push_that_was_killed_is_taken_up(studio: Studio, folder: Path) -> None:
    studio_pages.write(folder, [studio_pages.page(f"g{n}", 300, n) for n in range(2)])
    environment = os.environ | {"LABEL_STUDIO_API_KEY": server.token(studio.data)}
    line = [sys.executable, "-m", "visavis", "studio", "push", "--url", studio.running.url]
    child = subprocess.Popen(
        [*line, "--corpus", str(folder)], env=environment, stderr=subprocess.PIPE, text=True
    )
    assert child.stderr is not None
    first = child.stderr.readline()
    child.kill()
    child.communicate()
    assert f"{exchange.BATCH_TASKS} of" in first
    again = command(studio, folder, "push")
    assert again.returncode == 0, again.stderr
    present = projects.find(studio.server, folder.name, "gold")
    assert present is not None
    keys = Counter(a.data["key"] for a in exchange.answers(studio.server, present))
    assert set(keys.values()) == {1}
    pulled = command(studio, folder, "pull")
    assert (pulled.returncode, pulled.stdout) == (0, "")


def test_a_changed_text_under_annotations_is_refused_with_its_places(
    studio: Studio, folder: Path
) -> None:
    studio_pages.write(folder, [studio_pages.page("g", 3, 1)])
    folders.push(studio.server, folder, GOLD)
    present = projects.find(studio.server, folder.name, "gold")
    assert present is not None
    tasks = [task for task in studio.server.tasks(present.number) if isinstance(task, dict)]
    annotation = tasks[0]["annotations"][0]
    studio.server.order("PATCH", f"/api/annotations/{annotation['id']}/", {"result": []})
    text = (folder / "raw/fr/g.txt").read_bytes()
    studio_pages.change_french(folder, "g", b"Bonjour. " + text)
    for name in studio_pages.snapshot(folder):
        if "beads" not in name:
            (folder / name).write_bytes(b"")
    with pytest.raises(
        DataError, match=r"g b\d: annotated on the server \(task \d+\), and has ano"
    ):
        folders.push(studio.server, folder, GOLD)
    pulled = folders.pull(studio.server, folder, "gold")
    assert any("text-changed" in problem for problem in pulled.problems)
    assert f"{studio.running.url}/projects/{present.number}/data?task=" in pulled.problems[0]
    assert pulled.written == []


def test_what_was_fetched_may_be_changed_here_and_sent_again(studio: Studio, folder: Path) -> None:
    studio_pages.write(folder, [studio_pages.page("g", 2, 1, ("mentions",))])
    choice = Choice("gold", ("mentions",))
    done = folders.push(studio.server, folder, choice)
    task = next(t for t in studio.server.tasks(done.project) if isinstance(t, dict))
    place = {"id": "abcdefghij", "to_name": "fr"}
    value = {"start": 0, "end": 1, "text": task["data"]["fr"][:1]}
    drawn = [
        place
        | {"from_name": "fr_mentions", "type": "labels", "value": value | {"labels": ["ORG"]}},
        place
        | {
            "from_name": "fr_mentions_form",
            "type": "choices",
            "value": value | {"choices": ["NAM"]},
        },
    ]
    annotation = task["annotations"][0]
    body = {"result": [*annotation["result"], *drawn]}
    studio.server.order("PATCH", f"/api/annotations/{annotation['id']}/", body)
    (folder / "annotations/mentions/g.jsonl").unlink()
    with pytest.raises(DataError, match="Pull it first"):
        folders.push(studio.server, folder, choice)
    folders.pull(studio.server, folder, "gold", theirs=True)
    fetched = studio_pages.snapshot(folder)
    assert folders.pull(studio.server, folder, "gold").written == []
    assert folders.push(studio.server, folder, choice).kept == 2
    path = folder / "annotations/mentions/g.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"form":"NAM"', b'"form":"NOM"'))
    edited = studio_pages.snapshot(folder)
    with pytest.raises(DataError, match="--ours"):
        folders.push(studio.server, folder, choice)
    assert folders.push(studio.server, folder, choice, ours=True).replaced >= 1
    assert folders.pull(studio.server, folder, "gold", theirs=True).problems == []
    assert studio_pages.snapshot(folder) == edited != fetched


def test_a_pass_is_blind_and_starts_empty(studio: Studio, folder: Path) -> None:
    studio_pages.write(folder, [studio_pages.page("g", 3, 1)])
    folders.push(studio.server, folder, GOLD)
    choice = Choice("pass anna", FIRST_LAYERS)
    done = folders.push(studio.server, folder, choice)
    tasks = [task for task in studio.server.tasks(done.project) if isinstance(task, dict)]
    assert [task["annotations"] for task in tasks] == [[]] * 3
    pulled = folders.pull(studio.server, folder, "pass anna")
    assert (pulled.states, pulled.written) == (["open"] * 3, [])
    for task in tasks:
        studio.server.order("POST", f"/api/tasks/{task['id']}/annotations/", {"result": []})
    folders.pull(studio.server, folder, "pass anna")
    assert (folder / PASSES / "anna/mentions/g.jsonl").read_bytes() == b""
    assert (folder / PASSES / "anna/pass.jsonl").is_file()


def test_a_push_begins_with_suggestions_where_nobody_has_annotated(
    studio: Studio, folder: Path
) -> None:
    for part in ("raw", "annotations"):
        shutil.copytree(ROOT / part, folder / part)
    choice = Choice("pass anna", FIRST_LAYERS, suggest=True)
    done = folders.push(studio.server, folder, choice, ["mistral-asml"])
    tasks = [task for task in studio.server.tasks(done.project) if isinstance(task, dict)]
    assert len(tasks) == done.new > 20
    assert all(task["annotations"] == [] for task in tasks)
    assert sum(bool(task["predictions"]) for task in tasks) > len(tasks) // 2
    assert folders.pull(studio.server, folder, "pass anna").written == []


def test_an_interface_changed_on_the_server_is_refused(studio: Studio, folder: Path) -> None:
    studio_pages.write(folder, [studio_pages.page("g", 2, 1)])
    done = folders.push(studio.server, folder, GOLD)
    changed = projects.find(studio.server, folder.name, "gold")
    assert changed is not None
    interface = changed.interface.replace('value="PER"', 'value="PERSON"')
    studio.server.order("PATCH", f"/api/projects/{done.project}/", {"label_config": interface})
    with pytest.raises(ServerError, match="the labelling interface of project"):
        folders.pull(studio.server, folder, "gold")


def test_adjudication_opens_the_differences_and_brings_gold_and_log(
    studio: Studio, folder: Path
) -> None:
    shutil.copytree(CLEAN, folder, dirs_exist_ok=True)
    (folder / "dataset_card.md").unlink()  # so that the corpus has the folder's name
    info = '{"id":"%s","annotator":"human","made":"2026","guidelines":"none"}\n'
    gold = (folder / "annotations/mentions/a.jsonl").read_text()
    for name in ("one", "two"):
        shutil.copytree(folder / "annotations/mentions", folder / PASSES / name / "mentions")
        (folder / PASSES / name / "pass.jsonl").write_text(info % name)
    path = folder / PASSES / "two/mentions/a.jsonl"
    lines = path.read_text().splitlines(keepends=True)
    assert '"form":"NAM"' in lines[0]
    lines[0] = lines[0].replace('"form":"NAM"', '"form":"NOM"')
    path.write_text(
        "".join(lines).replace('"id":"m', '"id":"z').replace('"parent":"m', '"parent":"z')
    )
    shutil.rmtree(folder / "annotations/mentions")
    choice = Choice("adjudicate one two", ("mentions",))
    folders.push(studio.server, folder, choice)
    present = projects.find(studio.server, folder.name, choice.name)
    assert present is not None
    listed = studio.server.ask(f"/api/tasks/?project={present.number}&fields=all")["tasks"]
    assert len(listed) == 1
    task = studio.server.ask(f"/api/tasks/{listed[0]['id']}/")
    by_key = {p["model_version"]: p["result"] for p in task["predictions"]}
    assert set(by_key) == {"one", "two", "agreed"}
    assert "one: form NAM" in task["data"]["readings"]
    assert "two: form NOM" in task["data"]["readings"]
    ruling = {
        "id": "r1", "from_name": "rulings", "to_name": "fr", "type": "textarea",
        "value": {"text": ["1 M1 a name"]},
    }  # fmt: skip
    body = {"result": by_key["one"]}
    made = studio.server.order("POST", f"/api/tasks/{task['id']}/annotations/", body)
    pulled = folders.pull(studio.server, folder, choice.name)
    assert ["ruling-missing" in problem for problem in pulled.problems] == [True]
    assert not (folder / "annotations/mentions/a.jsonl").exists()
    body = {"result": [*by_key["one"], ruling]}
    studio.server.order("PATCH", f"/api/annotations/{made['id']}/", body)
    pulled = folders.pull(studio.server, folder, choice.name)
    assert not pulled.problems
    assert (folder / "annotations/mentions/a.jsonl").read_text() == gold
    rulings = read_rows(folder / RULINGS, Ruling)
    assert [(r.kept, r.rule, r.reason, r.differs) for r in rulings] == [
        ("first", "M1", "a name", ("form",))
    ]


def test_the_token_is_nowhere_to_be_read(studio: Studio, folder: Path) -> None:
    studio_pages.write(folder, [studio_pages.page("g", 2, 1)])
    token = server.token(studio.data)
    entries = [command(studio, folder, verb) for verb in ("push", "pull", "status")]
    assert [run.returncode for run in entries] == [0, 0, 0]
    wrong = command(studio, folder, "push", token="f" * 40)
    assert wrong.returncode == 1
    assert "the token is not accepted" in wrong.stderr
    with_line_end = command(studio, folder, "status", token=f"{token}\r\n")
    assert with_line_end.returncode == 0
    broken = command(studio, folder, "status", token=f"{token[:20]}\r{token[20:]}")
    assert broken.returncode == 2
    assert "printable ASCII" in broken.stderr
    output = "".join(r.stdout + r.stderr for r in [*entries, wrong, with_line_end, broken])
    assert token[20:] not in output
    assert token not in output
    assert "f" * 40 not in output
    assert token.encode() not in (studio.data / "server.log").read_bytes()


def test_a_personal_access_token_is_taken_too(studio: Studio) -> None:
    token = studio.server.order("POST", "/api/token/", {})["token"]
    personal = Server(studio.running.url, token)
    assert token.count(".") == 2
    assert personal.version() == studio.server.version()
    assert token not in repr(personal)


def test_a_server_of_ones_own_starts_in_seconds_and_keeps_what_was_done(
    home: Path, folder: Path, tmp_path: Path
) -> None:
    own = tmp_path / "home"
    own.mkdir()
    for path in [*home.glob("env-*"), *home.glob("template-*")]:
        (own / path.name).symlink_to(path)
    environment = os.environ | {server.HOME: str(own)}
    environment.pop("LABEL_STUDIO_API_KEY", None)
    studio_pages.write(folder, [studio_pages.page("g", 2, 1)])

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        line = [sys.executable, "-m", "visavis", "studio", *arguments]
        return subprocess.run(line, env=environment, capture_output=True, text=True, check=False)

    assert run("status").returncode == 2
    try:
        assert run("up").returncode == 0
        assert "is up" in run("up").stdout
        assert run("push", "--corpus", str(folder)).returncode == 0
        assert run("down").stdout == "stopped\n"
        assert run("down").stdout == "no server was running\n"
        assert run("up").returncode == 0
        assert "gold: 2 of 2 tasks submitted" in run("status").stdout
    finally:
        run("down")
    login = own / "data/login.json"
    assert login.stat().st_mode & 0o077 == 0
    assert json.loads(login.read_bytes())["token"] not in (own / "data/server.log").read_text()
    assert Running(1, 2).url == "http://127.0.0.1:2"


def test_a_pull_is_taken_back_by_undo(studio: Studio, folder: Path) -> None:
    shutil.copytree(CLEAN, folder, dirs_exist_ok=True)
    settings = (folder / "corpus.toml").read_text(encoding="utf-8")
    (folder / "corpus.toml").write_text(settings.replace('"clean"', '"undone"'), "utf-8")
    folders.push(studio.server, folder, GOLD)
    rows = {path: path.read_bytes() for path in sorted((folder / "annotations").rglob("*.jsonl"))}
    for path in sorted((folder / "annotations" / "mentions").glob("*.jsonl")):
        path.write_bytes(b"")
    pulled = folders.pull(studio.server, folder, "gold", theirs=True)
    assert pulled.written
    assert (folder / "annotations/mentions/a.jsonl").read_bytes() == rows[
        folder / "annotations/mentions/a.jsonl"
    ]
    verb, _ = journal.undo(folder)
    assert verb == "pull"
    assert (folder / "annotations/mentions/a.jsonl").read_bytes() == b""


def test_a_pull_can_be_tried(studio: Studio, folder: Path) -> None:
    shutil.copytree(CLEAN, folder, dirs_exist_ok=True)
    settings = (folder / "corpus.toml").read_text(encoding="utf-8")
    (folder / "corpus.toml").write_text(settings.replace('"clean"', '"tried"'), "utf-8")
    folders.push(studio.server, folder, GOLD)
    path = folder / "annotations/mentions/a.jsonl"
    path.write_bytes(b"")
    for _ in range(2):
        pulled = folders.pull(studio.server, folder, "gold", theirs=True, dry_run=True)
        assert path in pulled.written
        assert path.read_bytes() == b""
