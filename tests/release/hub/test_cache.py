"""The cache of the Hub: moved tags, a cache that cannot be written, several processes at once."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import huggingface_hub
import huggingface_hub.constants
import pytest
from huggingface_hub import hf_hub_download, snapshot_download

from support.hostile import everything
from support.hub_clients import made
from support.other_hub import OtherHub
from visavis.errors import DataError, UsageError
from visavis.release import manifest
from visavis.release.hub import fetch, publish
from visavis.release.hub.loading import load

pytestmark = pytest.mark.filterwarnings("ignore:Use 'content=:DeprecationWarning")


def forged(other: OtherHub, tmp_path: Path) -> str:
    """Move the tag of x/tiny to other rows of the same version; return their commit."""
    commit = publish.publish(made(tmp_path / "forged", "Faux.\n"), "x/forged")
    files = other.repos["x/forged"].at(commit)
    assert files is not None
    put = {path: other.blobs[oid] for path, oid in files.files.items()}
    moved = other.write("x/tiny", put)
    other.repos["x/tiny"].tags["v0.1.0"] = moved
    return moved


def seen_by_us(name: str) -> None:
    load(name, "articles", version="0.1.0")


def seen_by_snapshot(name: str) -> None:
    snapshot_download(
        name,
        repo_type="dataset",
        revision="v0.1.0",
        cache_dir=huggingface_hub.constants.HF_HUB_CACHE,
        endpoint=os.environ["HF_ENDPOINT"],
    )


def seen_by_file(name: str) -> None:
    hf_hub_download(
        name, "README.md", repo_type="dataset", revision="v0.1.0",
        cache_dir=huggingface_hub.constants.HF_HUB_CACHE,
        endpoint=os.environ["HF_ENDPOINT"],
    )  # fmt: skip


@pytest.mark.parametrize("seen", [seen_by_us, seen_by_snapshot, seen_by_file])
def test_a_tag_that_moved_since_any_client_saw_it_is_refused(
    other: OtherHub,
    tiny: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    seen: Any,  # noqa: ANN401
) -> None:
    commit = publish.publish(tiny, "x/tiny")
    seen("x/tiny")
    moved = forged(other, tmp_path)
    for _ in range(2):
        with pytest.raises(DataError, match=rf"v0\.1\.0 moved from {commit} to {moved}"):
            load("x/tiny", "articles", version="0.1.0")
    if seen is seen_by_us:
        seen_by_file("x/tiny")  # the client follows the tag, and notes where it is now
        for offline in ("0", "1"):
            monkeypatch.setenv("HF_HUB_OFFLINE", offline)
            with pytest.raises(DataError, match=rf"v0\.1\.0 moved from {commit}"):
                load("x/tiny", "articles", version="0.1.0")


@pytest.mark.parametrize("noise", [b"", b"\xff\xfe", b"../../x", b"v0.1.0", b"a" * 39])
def test_a_pin_that_is_no_commit_is_not_believed(other: OtherHub, tiny: Path, noise: bytes) -> None:
    commit = publish.publish(tiny, "x/tiny")
    seen_by_us("x/tiny")
    cache = Path(huggingface_hub.constants.HF_HUB_CACHE)
    (cache / ".visavis" / "x--tiny" / "v0.1.0").write_bytes(noise)
    assert fetch.fetch("x/tiny", "0.1.0").folder.name == commit
    assert other.repos["x/tiny"].tags == {"v0.1.0": commit}


_LOCKED: list[str] = []
"""Folders in which nothing may be written: root may write where the mode says nobody may."""


def _guard(event: str, arguments: tuple[object, ...]) -> None:
    if not _LOCKED:
        return
    writes = event in {"os.mkdir", "os.rename", "os.remove", "os.symlink", "os.link", "os.chmod"}
    if event == "open" and isinstance(arguments[2], int):
        writes = bool(arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
    paths = [os.fspath(a) for a in arguments[:2] if isinstance(a, str | os.PathLike)]
    if writes and any(str(path).startswith(locked) for path in paths for locked in _LOCKED):
        raise PermissionError(13, "Permission denied", str(paths[0]))


sys.addaudithook(_guard)


@pytest.fixture
def read_only(other: OtherHub) -> Iterator[Path]:
    """The cache, with version 0.1.0 in it and no pin, and not to be written any more."""
    cache = Path(huggingface_hub.constants.HF_HUB_CACHE)
    fetch.fetch("x/tiny", other.repos["x/tiny"].tags["v0.1.0"])
    _LOCKED.append(str(cache))
    yield cache
    _LOCKED.clear()


@pytest.fixture
def released(other: OtherHub, tiny: Path) -> str:
    assert other.repos == {}
    return publish.publish(tiny, "x/tiny")


@pytest.mark.usefixtures("released")
def test_a_version_is_loaded_from_a_cache_that_cannot_be_written(read_only: Path) -> None:
    before = everything(read_only)
    with pytest.raises(PermissionError):
        (read_only / "x").write_text("x", encoding="utf-8")
    for _ in range(2):
        result = load("x/tiny", "articles", version="0.1.0", backend="polars")
        assert result["fr"][0] == "Un texte. 🎉\n"
    assert everything(read_only) == before


@pytest.mark.usefixtures("released")
def test_what_a_read_only_cache_lacks_is_one_clear_error(read_only: Path) -> None:
    _LOCKED.clear()
    folder = next((read_only / "datasets--x--tiny" / "snapshots").iterdir())
    (folder / "README.md").unlink()
    _LOCKED.append(str(read_only))
    with pytest.raises(UsageError, match="permission denied, and the cache lacks files of x/tiny"):
        load("x/tiny", "articles", version="0.1.0")


def test_processes_on_a_damaged_cache_do_not_undo_each_others_repairs(
    other: OtherHub, tiny: Path, tmp_path: Path
) -> None:
    publish.publish(tiny, "x/tiny")
    folder = fetch.fetch("x/tiny", "0.1.0").folder
    for path in manifest.verify(tiny).paths:
        (folder / path).resolve().write_bytes(b"damaged")
    (folder / "README.md").unlink()
    code = (
        "from visavis import load\n"
        "for _ in range(3):\n"
        "    print(load('x/tiny', 'articles', version='0.1.0', backend='polars')['fr'][0])"
    )
    environment = os.environ | {
        "HF_ENDPOINT": other.endpoint, "HF_HUB_CACHE": huggingface_hub.constants.HF_HUB_CACHE,
        "HF_HOME": str(tmp_path / "home"), "HF_HUB_DISABLE_XET": "1",
    }  # fmt: skip
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", code],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for _ in range(4)
    ]
    for run in runs:
        stdout, stderr = run.communicate(timeout=120)
        assert stdout.decode() == "Un texte. 🎉\n\n" * 3, stderr.decode()
    assert manifest.verify(folder, folder.parents[1] / "blobs") == manifest.verify(tiny)
