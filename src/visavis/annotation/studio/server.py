"""A Label Studio server of one's own: installed once, started in seconds, on loopback only.

Everything is under one folder of the user's: ``env-*`` the server's own environment, with pinned
packages; ``template-*`` a data directory migrated once; ``data`` what annotators work on;
``login.txt`` who may log in, readable by the user alone; ``server.json`` what runs.
"""

import contextlib
import json
import os
import secrets
import shutil
import signal
import subprocess
import sys
import time
from importlib.resources import files as resources
from pathlib import Path
from typing import TYPE_CHECKING

from visavis import files
from visavis.annotation.studio.client import Server
from visavis.annotation.studio.processes import (
    LOOPBACK,
    Running,
    answers,
    free_port,
    is_free,
    on_data,
    port_of,
    send,
    tool,
)
from visavis.errors import UsageError, VisavisError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

HOME = "VISAVIS_STUDIO_HOME"
"""Environment variable: the folder of the server, in place of the user's data folder."""

USER = "annotator@localhost.localdomain"
READY = 300.0
"""Seconds that a server may take to start; the first start migrates its database."""

STOP = 10.0

PINS = "requirements-studio.txt"


class StudioError(VisavisError):
    """The server cannot be installed or started."""


def home(environment: "Mapping[str, str]" = os.environ) -> Path:
    """Return the folder of the server."""
    if environment.get(HOME):
        return Path(environment[HOME])
    return Path(tool("platformdirs").user_data_path("visavis", appauthor=False)) / "studio"


def install(folder: Path) -> Path:
    """The server's environment, made where it is missing; the path of its ``label-studio``.

    Raises:
        StudioError: the packages cannot be installed.
    """
    pins = resources("visavis").joinpath("annotation", "studio", PINS).read_bytes()
    environment = folder / f"env-{files.sha256(pins)[:12]}"
    program = environment / "bin" / "label-studio"
    with _alone(folder):
        if (environment / "installed").is_file():
            return program
        shutil.rmtree(environment, ignore_errors=True)
        listed = folder / PINS
        files.write(listed, pins)
        _run([sys.executable, "-m", "venv", str(environment)], "make an environment")
        _run(_installer(environment, listed), "install Label Studio")
        files.write(environment / "installed", b"")
    return program


def up(folder: Path, port: int | None = None) -> Running:
    """Start the server of ``folder``, or find it running.

    Two servers on one database would damage it, so one process does this at a time, and a server
    that an earlier call has left starting is waited for.

    Raises:
        StudioError: it cannot be installed or does not start.
    """
    with _alone(folder, ".up.lock"):
        running = _process(folder)
        if running is not None:
            _wait(running, folder / "data")
        else:
            data, program = folder / "data", install(folder)
            if not data.is_dir():
                temporary = folder / ".data.tmp"
                shutil.rmtree(temporary, ignore_errors=True)
                shutil.copytree(template(folder, program), temporary)
                temporary.rename(data)
            running = start(program, data, port, lambda started: _record(folder, started))
        _record(folder, running)
        return running


def down(folder: Path) -> bool:
    """Stop the server of ``folder``, also one that is still starting; whether there was one."""
    running = _process(folder)
    if running:
        stop(running)
    with contextlib.suppress(FileNotFoundError):
        (folder / _RECORD).unlink()
    return running is not None


def status(folder: Path) -> Running | None:
    """Return the server of ``folder``, if it runs and answers."""
    running = _process(folder)
    return running if running and answers(running) else None


_RECORD = "server.json"


def _record(folder: Path, running: Running) -> None:
    row = {"process": running.process, "port": running.port}
    files.write(folder / _RECORD, json.dumps(row).encode())


def _process(folder: Path) -> Running | None:
    """Return the server process of ``folder``, whether it answers or not, recorded or not."""
    data = folder / "data"
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        row = json.loads((folder / _RECORD).read_bytes())
        recorded = Running(int(row["process"]), int(row["port"]))
        psutil = tool("psutil")
        with contextlib.suppress(psutil.Error):
            if port_of(psutil.Process(recorded.process), data) == recorded.port:
                return recorded
    return on_data(data)


def connect(folder: Path, running: Running) -> Server:
    """The server as one who may do everything."""
    return Server(running.url, token(folder / "data"))


def token(data: Path) -> str:
    """The token of a data directory.

    Raises:
        UsageError: there is none.
    """
    return _login(data)["token"]


def login_file(folder: Path) -> Path:
    """Where name and password stand with which an annotator logs in."""
    return folder / "data" / "login.json"


def template(folder: Path, program: Path) -> Path:
    """A data directory that is migrated, with one user; made where it is missing."""
    made = folder / program.parents[1].name.replace("env-", "template-")
    with _alone(folder):
        if made.is_dir():
            return made
        temporary = folder / f".{made.name}.tmp"
        orphan = on_data(temporary)
        if orphan is not None:
            stop(orphan)
        shutil.rmtree(temporary, ignore_errors=True)
        temporary.mkdir(parents=True, mode=0o700)
        login = {
            "user": USER,
            "password": secrets.token_urlsafe(12),
            "token": secrets.token_hex(20),
        }
        path = temporary / "login.json"
        path.touch(mode=0o600)
        path.write_text(json.dumps(login, indent=1) + "\n", encoding="utf-8")
        stop(start(program, temporary, None))
        temporary.rename(made)
    return made


def start(
    program: Path,
    data: Path,
    port: int | None,
    record: "Callable[[Running], None]" = lambda _: None,
) -> Running:
    """Start a server on a data directory, and wait until it answers.

    Args:
        program: the ``label-studio`` to run.
        data: the data directory.
        port: where it listens; None for any that is free.
        record: called with the process before it is waited for.

    Raises:
        UsageError: the port is taken.
        StudioError: it ends, or does not answer in time.
    """
    login = _login(data)
    port = port or free_port()
    if not is_free(port):
        msg = f"port {port} is taken"
        raise UsageError(msg, remedy="Choose another with --port.")
    arguments = ["start", "--no-browser", "--internal-host", LOOPBACK, "--port", str(port)]
    with (data / "server.log").open("ab") as log:
        child = subprocess.Popen(  # noqa: S603 - our own program and arguments
            [program, *arguments, "--enable-legacy-api-token"],
            env=_environment(data, login),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    running, is_up = Running(child.pid, port), False
    _CHILDREN[child.pid] = child
    try:
        record(running)
        _wait(running, data)
        is_up = True
    finally:
        if not is_up:
            stop(running, kill=True)
    return running


def _wait(running: Running, data: Path) -> None:
    """Wait until a server answers.

    Raises:
        StudioError: it ends, or does not answer in time.
    """
    child = _CHILDREN.get(running.process)
    deadline = time.monotonic() + READY
    while not answers(running):
        ended = child.poll() is not None if child else not files.alive(running.process)
        if ended or time.monotonic() > deadline:
            msg = f"Label Studio did not start. See {data / 'server.log'}."
            raise StudioError(msg)
        time.sleep(0.1)


def stop(running: Running, *, kill: bool = False) -> None:
    """End a server; ``kill`` gives it no time to end well."""
    send(running.process, signal.SIGKILL if kill else signal.SIGTERM)
    child = _CHILDREN.pop(running.process, None)
    deadline = time.monotonic() + STOP
    while child.poll() is None if child else files.alive(running.process):
        if time.monotonic() > deadline:
            send(running.process, signal.SIGKILL)
            deadline += STOP
        time.sleep(0.02)


_CHILDREN: "dict[int, subprocess.Popen[bytes]]" = {}
"""Servers that this process started, so that their ends are noticed."""


def _environment(data: Path, login: "Mapping[str, str]") -> dict[str, str]:
    settings = {
        "BASE_DATA_DIR": str(data),
        "USERNAME": login["user"],
        "PASSWORD": login["password"],
        "USER_TOKEN": login["token"],
        "COLLECT_ANALYTICS": "false",
        "LATEST_VERSION_CHECK": "false",
        "SENTRY_DSN": "",
        "FRONTEND_SENTRY_DSN": "",
        "FEATURE_FLAGS_OFFLINE": "true",
        "ENABLE_LOCAL_FILES_STORAGE": "false",
        "DISABLE_SIGNUP_WITHOUT_LINK": "true",
    }
    named = {f"LABEL_STUDIO_{name}": value for name, value in settings.items()}
    return {"PATH": os.environ.get("PATH", ""), "HOME": str(data)} | named


def _login(data: Path) -> dict[str, str]:
    try:
        return dict(json.loads((data / "login.json").read_bytes()))
    except (OSError, ValueError) as error:
        msg = "missing or damaged"
        remedy = f"Remove {data} if nothing in it is needed."
        raise UsageError(msg, where=data / "login.json", remedy=remedy) from error


def _installer(environment: Path, listed: Path) -> list[str]:
    """The command that installs the pins: with uv where it is, which takes seconds."""
    python = str(environment / "bin" / "python")
    neighbours = Path(sys.executable).parent / "uv"
    uv = str(neighbours) if neighbours.is_file() else shutil.which("uv")
    if uv:
        return [
            uv,
            "pip",
            "install",
            "-q",
            "--python",
            python,
            "--require-hashes",
            "-r",
            str(listed),
        ]
    return [python, "-m", "pip", "install", "-q", "--require-hashes", "-r", str(listed)]


def _run(command: list[str], purpose: str) -> None:
    try:
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - our own
    except OSError as error:
        msg = f"cannot {purpose}: {error.strerror}."
        raise StudioError(msg) from error
    if done.returncode:
        text = done.stderr.decode("utf-8", "replace").strip().splitlines()
        msg = f"cannot {purpose}: {text[-1] if text else 'no reason given'}. Is a registry reached?"
        raise StudioError(msg)


@contextlib.contextmanager
def _alone(folder: Path, name: str = ".lock") -> "Iterator[None]":
    """Keep other processes from installing into the same folder, or from starting its server."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with tool("filelock").FileLock(folder / name):
        yield
