"""Starting a server of one's own: one at a time, none forgotten, whatever is killed."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from visavis.annotation.studio import processes, server
from visavis.errors import UsageError

pytestmark = pytest.mark.xdist_group("studio")

UP = [sys.executable, "-m", "visavis", "studio", "up"]
PATIENCE = 120.0


@pytest.fixture
def own(home: Path, tmp_path: Path) -> Iterator[Path]:
    """A folder of a server that has what is installed, and no data yet."""
    made = tmp_path / "home"
    made.mkdir()
    for path in [*home.glob("env-*"), *home.glob("template-*")]:
        (made / path.name).symlink_to(path)
    yield made
    server.down(made)
    assert on(made / "data") == []


def on(data: Path) -> list[int]:
    """The processes that work on a data directory."""
    result = []
    for process in psutil.process_iter():
        try:
            if process.environ().get("LABEL_STUDIO_BASE_DATA_DIR") == str(data):
                result.append(process.pid)
        except psutil.Error:
            continue
    return result


def up(own: Path) -> "subprocess.Popen[str]":
    environment = os.environ | {server.HOME: str(own)}
    return subprocess.Popen(
        UP, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def ended(child: "subprocess.Popen[str]") -> str:
    output, errors = child.communicate(timeout=PATIENCE)
    assert child.returncode == 0, errors
    return output


def test_two_at_once_start_one_server(own: Path) -> None:
    first, second = up(own), up(own)
    assert ended(first) == ended(second)
    assert len(on(own / "data")) == 1


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
@pytest.mark.parametrize("record", [True, False])
def test_a_start_that_was_killed_is_taken_up(
    own: Path, number: signal.Signals, *, record: bool
) -> None:
    child = up(own)
    deadline = time.monotonic() + PATIENCE
    while not on(own / "data") or not (own / "server.json").is_file():
        assert time.monotonic() < deadline
        time.sleep(0.02)
    child.send_signal(number)
    child.communicate()
    before = on(own / "data")
    if not record:
        (own / "server.json").unlink()
    ended(up(own))
    assert on(own / "data") == before
    assert len(before) == 1
    assert server.status(own) is not None


def test_a_server_that_was_killed_while_it_starts_is_stopped_by_down(own: Path) -> None:
    child = up(own)
    while not on(own / "data"):
        time.sleep(0.02)
    child.kill()
    child.communicate()
    assert server.down(own)
    assert on(own / "data") == []
    assert not server.down(own)


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A server that never answers."""
    made = tmp_path / "label-studio"
    made.write_text("#!/bin/sh\nexec sleep 60\n")
    made.chmod(0o700)
    (tmp_path / "login.json").write_text('{"user": "u", "password": "p", "token": "t"}')
    return made


def test_a_server_that_does_not_answer_in_time_is_ended(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "READY", 0.5)
    started: list[processes.Running] = []
    with pytest.raises(server.StudioError, match="did not start"):
        server.start(program, program.parent, None, started.append)
    assert len(started) == 1
    assert not psutil.pid_exists(started[0].process)


def test_an_interrupted_start_leaves_no_process(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: processes.Running) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr(server, "answers", interrupt)
    with pytest.raises(KeyboardInterrupt):
        server.start(program, program.parent, None)
    assert on(program.parent) == []


@pytest.mark.parametrize("name", ["filelock", "platformdirs", "psutil"])
def test_without_the_extra_it_says_how_to_install_it(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(UsageError, match=r"pip install 'visavis\[studio\]'"):
        processes.tool(name)


def test_the_folder_of_the_server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert server.home({server.HOME: "/here"}) == Path("/here")
    assert server.home({}).parts[-2:] == ("visavis", "studio")
