"""Corpora to test on: the clean example of the rules, and this repository's own."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

from support.hub_clients import made, prepared
from support.loopback import Hub
from support.other_hub import OtherHub
from support.paths import CLEAN

settings.register_profile(
    "visavis",
    deadline=None,
    max_examples=30,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
settings.load_profile("visavis")


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    """A copy of the clean example: a corpus that breaks no rule, with hard Unicode in it."""
    return Path(shutil.copytree(CLEAN, tmp_path / "clean"))


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    prepared(tmp_path, monkeypatch)
    (tmp_path / "hub").mkdir()
    with Hub(tmp_path / "hub") as served:
        monkeypatch.setenv("HF_ENDPOINT", served.endpoint)
        yield served


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("tiny"), "Un texte. 🎉\n")


@pytest.fixture
def other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[OtherHub]:
    prepared(tmp_path, monkeypatch)
    monkeypatch.setenv("HF_TOKEN", "hf_secret")
    with OtherHub() as served:
        monkeypatch.setenv("HF_ENDPOINT", served.endpoint)
        yield served
        assert served.leaked == [], "the token went to another host"
