"""A real Label Studio server for tests, and the command that talks to it."""

import os
import subprocess
import sys
from pathlib import Path

from visavis.annotation.studio import server
from visavis.annotation.studio.client import Server
from visavis.annotation.studio.folders import Choice
from visavis.annotation.studio.interface import FIRST_LAYERS

GOLD = Choice("gold", FIRST_LAYERS)


class Studio:
    """A server of the tests, that can be killed and comes back on its port."""

    def __init__(self, program: Path, data: Path) -> None:
        self.program, self.data = program, data
        self.running = server.start(program, data, None)

    @property
    def server(self) -> Server:
        return Server(self.running.url, server.token(self.data), timeout=60)

    def kill(self) -> None:
        server.stop(self.running, kill=True)
        self.running = server.start(self.program, self.data, self.running.port)

    def stop(self) -> None:
        server.stop(self.running)


def in_ci() -> bool:
    return bool(os.environ.get("CI") or os.environ.get("VISAVIS_CI"))


def command(
    studio: Studio, folder: Path, *arguments: str, token: str | None = None
) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"LABEL_STUDIO_API_KEY": token or server.token(studio.data)}
    line = [sys.executable, "-m", "visavis", "studio", *arguments, "--url", studio.running.url]
    return subprocess.run(
        [*line, "--corpus", str(folder)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
