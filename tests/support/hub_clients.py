"""The client of the Hub in a test, and the smallest release."""

import time
from pathlib import Path

import huggingface_hub.constants
import pytest

from visavis.corpus import ingest
from visavis.corpus.sources import of_files
from visavis.release import build as release


def prepared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The client: its cache in ``tmp_path``, without waiting."""
    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_DISABLE_XET", True)
    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_DISABLE_PROGRESS_BARS", True)
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    monkeypatch.setattr(time, "sleep", lambda _: None)  # the client waits before it tries again


def made(folder: Path, text: str, version: str = "0.1.0") -> Path:
    """The smallest release: one article."""
    ingest.start(folder / "corpus", "Tiny")
    (folder / "t.txt").write_text(text, encoding="utf-8")
    ingest.add(folder / "corpus", [of_files("t", {"fr": folder / "t.txt"})], {"rights": "CC0-1.0"})
    page = folder / "corpus" / "dataset_card.md"
    page.write_text(
        page.read_text(encoding="utf-8").replace("version: 0.1.0", f"version: {version}"), "utf-8"
    )
    return release.build(folder / "corpus", folder / "dist")
