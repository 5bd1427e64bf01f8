"""Corpora to test on: the clean example of the rules, and this repository's own."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

settings.register_profile(
    "visavis",
    deadline=None,
    max_examples=30,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
settings.load_profile("visavis")

ROOT = Path(__file__).parents[1]
CLEAN = ROOT / "tests" / "rules" / "clean"


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    """A copy of the clean example: a corpus that breaks no rule, with hard Unicode in it."""
    return Path(shutil.copytree(CLEAN, tmp_path / "clean"))
