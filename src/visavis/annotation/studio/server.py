"""A Label Studio server of one's own: installed once, started in seconds, on loopback only.

Everything is under one folder of the user's: ``env-*`` the server's own environment, with pinned
packages; ``template-*`` a data directory migrated once; ``data`` what annotators work on;
``login.txt`` who may log in, readable by the user alone; ``server.json`` what runs.
"""

import contextlib
import fcntl
import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from importlib.resources import files as resources
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.request import urlopen

from visavis import files
from visavis.annotation.studio.client import Server
from visavis.errors import UsageError, VisavisError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

HOME = "VISAVIS_STUDIO_HOME"
"""Environment variable: the folder of the server, in place of the user's data folder."""

LOOPBACK = "127.0.0.1"
USER = "annotator@localhost.localdomain"
READY = 300.0
"""Seconds that a server may take to start; the first start migrates its database."""

STOP = 10.0

PINS = "requirements-studio.txt"


class StudioError(VisavisError):
    """The server cannot be installed or started."""


@dataclass(frozen=True)
class Running:
    """A server that was started.

    Attributes:
        process: its number.
        port: on which it listens.
    """

    process: int
    port: int

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://{LOOPBACK}:{self.port}"


def home(environment: "Mapping[str, str]" = os.environ) -> Path:
    """The folder of the server."""
    if environment.get(HOME):
        return Path(environment[HOME])
    base = environment.get("XDG_DATA_HOME") or Path.home() / ".local/share"
    return Path(base) / "visavis" / "studio"


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

    Raises:
        StudioError: it cannot be installed or does not start.
    """
    running = status(folder)
    if running:
        return running
    program = install(folder)
    data = folder / "data"
    if not data.is_dir():
        made = template(folder, program)
        temporary = folder / f".data-{os.getpid()}.tmp"
        shutil.copytree(made, temporary)
        temporary.rename(data)
    started = start(program, data, port)
    files.write(
        folder / "server.json",
        json.dumps({"process": started.process, "port": started.port}).encode(),
    )
    return started


def down(folder: Path) -> bool:
    """Stop the server of ``folder``; whether one was running."""
    running = status(folder)
    if running:
        stop(running)
    with contextlib.suppress(FileNotFoundError):
        (folder / "server.json").unlink()
    return running is not None


def status(folder: Path) -> Running | None:
    """The server of ``folder``, if it runs and answers."""
    try:
        told = json.loads((folder / "server.json").read_bytes())
    except (OSError, ValueError):
        return None
    running = Running(told["process"], told["port"])
    return running if _is_ours(running, folder / "data") and _answers(running) else None


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


def start(program: Path, data: Path, port: int | None) -> Running:
    """Start a server on a data directory, and wait until it answers.

    Raises:
        StudioError: it ends, or does not answer in time.
    """
    login = _login(data)
    port = port or _free_port()
    if not _is_free(port):
        msg = f"port {port} is taken. Choose another with --port."
        raise UsageError(msg)
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
    running = Running(child.pid, port)
    deadline = time.monotonic() + READY
    while not _answers(running):
        if child.poll() is not None or time.monotonic() > deadline:
            _kill(child.pid, signal.SIGKILL)
            child.wait()
            msg = f"Label Studio did not start. See {data / 'server.log'}."
            raise StudioError(msg)
        time.sleep(0.1)
    _CHILDREN[child.pid] = child
    return running


def stop(running: Running, *, kill: bool = False) -> None:
    """End a server; ``kill`` gives it no time to end well."""
    _kill(running.process, signal.SIGKILL if kill else signal.SIGTERM)
    child = _CHILDREN.pop(running.process, None)
    deadline = time.monotonic() + STOP
    while child.poll() is None if child else _alive(running.process):
        if time.monotonic() > deadline:
            _kill(running.process, signal.SIGKILL)
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
        msg = (
            f"{data / 'login.json'}: missing or damaged. Remove {data} if nothing in it is needed."
        )
        raise UsageError(msg) from error


def _installer(environment: Path, listed: Path) -> list[str]:
    """The command that installs the pins: with uv where it is, which takes seconds."""
    python = str(environment / "bin" / "python")
    beside = Path(sys.executable).parent / "uv"
    uv = str(beside) if beside.is_file() else shutil.which("uv")
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
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        msg = f"cannot {purpose}: {said[-1] if said else 'no reason given'}. Is a registry reached?"
        raise StudioError(msg)


@contextlib.contextmanager
def _alone(folder: Path) -> "Iterator[None]":
    """Keep other processes from installing into the same folder."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with (folder / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind((LOOPBACK, 0))
        return int(taken.getsockname()[1])


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return False
    return True


def _answers(running: Running) -> bool:
    try:
        with urlopen(f"{running.url}/health", timeout=5) as answer:  # noqa: S310 - our own loopback
            return b"UP" in answer.read()
    except (URLError, OSError):
        return False


def _is_ours(running: Running, data: Path) -> bool:
    """Whether the process still is that server, not another that got its number."""
    try:
        environment = Path(f"/proc/{running.process}/environ").read_bytes()
    except OSError:
        return _alive(running.process) and sys.platform != "linux"
    return f"LABEL_STUDIO_BASE_DATA_DIR={data}".encode() in environment


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _kill(process: int, number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(process, number)
