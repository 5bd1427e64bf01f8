"""A Label Studio server, installed once, started once a process."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.studio_server import Studio, in_ci
from visavis.annotation.studio import server
from visavis.errors import VisavisError


@pytest.fixture(scope="session")
def home() -> Path:
    """The user's folder of the server, with its environment and template."""
    try:
        server.template(server.home(), server.install(server.home()))
    except VisavisError as error:
        if in_ci():
            raise
        pytest.skip(f"Label Studio cannot be installed here: {error}")
    return server.home()


@pytest.fixture(scope="session")
def studio(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    """A real server on a data directory of its own."""
    program = server.install(home)
    data = tmp_path_factory.mktemp("studio") / "data"
    shutil.copytree(server.template(home, program), data)
    present = Studio(program, data)
    yield present
    present.stop()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty corpus; its name is the test's, so that each test has its own projects."""
    made = tmp_path / tmp_path.name
    made.mkdir()
    return made
