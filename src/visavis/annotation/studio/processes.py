"""The processes of a server on this machine: found, asked whether they answer, ended."""

import contextlib
import os
import signal
import socket
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

from visavis.errors import UsageError

LOOPBACK = "127.0.0.1"


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


def on_data(data: Path) -> Running | None:
    """Return the server process that works on a data directory."""
    psutil = tool("psutil")
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            port = port_of(process, data)
            if port is not None:
                return Running(process.pid, port)
    return None


def port_of(process: Any, data: Path) -> int | None:  # noqa: ANN401 - a process of psutil
    """Return the port of a process if it is the server on ``data``."""
    line = process.cmdline()
    if "--internal-host" not in line or "--port" not in line[:-1]:
        return None
    if process.environ().get("LABEL_STUDIO_BASE_DATA_DIR") != str(data):
        return None
    return int(line[line.index("--port") + 1])


def tool(name: str) -> Any:  # noqa: ANN401 - a module
    """Return a library of the extra ``studio``.

    Raises:
        UsageError: it is not installed.
    """
    try:
        return import_module(name)
    except ImportError as error:
        msg = f"{name} is missing, which `visavis studio` needs"
        raise UsageError(msg, remedy="Run pip install 'visavis[studio]'.") from error


def free_port() -> int:
    """Return a port on which nothing listens."""
    with socket.socket() as taken:
        taken.bind((LOOPBACK, 0))
        return int(taken.getsockname()[1])


def is_free(port: int) -> bool:
    """Return True if nothing listens on a port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return False
    return True


def answers(running: Running) -> bool:
    """Return True if a server is up."""
    try:
        with urlopen(f"{running.url}/health", timeout=5) as answer:  # noqa: S310 - our own loopback
            return b"UP" in answer.read()
    except (URLError, OSError):
        return False


def send(process: int, number: signal.Signals) -> None:
    """Send a signal to a process, if it is still there."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(process, number)
