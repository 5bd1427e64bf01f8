"""Every kind of source with a version: that version, or a refusal."""

import shutil
from pathlib import Path

import polars as pl
import pytest

from support.hub_clients import made
from support.other_hub import OtherHub
from visavis.errors import DataError, UsageError
from visavis.release.hub import publish
from visavis.release.hub.loading import AmbiguousSourceWarning, load

pytestmark = pytest.mark.filterwarnings("ignore:Use 'content=:DeprecationWarning")

FULL_HASH = "a" * 40


def text(table: pl.DataFrame) -> str:
    return str(table["fr"][0])


@pytest.mark.parametrize("hydrated", [False, True])
def test_a_release_folder_is_of_the_version_or_refused(
    tiny: Path,
    tmp_path: Path,
    hydrated: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    held = tmp_path if hydrated else None
    result = load(tiny, "articles", version="0.1.0", hydrate=held, backend="polars")
    assert text(result) == "Un texte. 🎉\n"
    for version in ("0.2.0", FULL_HASH):
        with pytest.raises(DataError, match=rf"version 0\.1\.0, not {version}"):
            load(tiny, "articles", version=version, hydrate=held)


@pytest.mark.parametrize("hydrated", [False, True])
def test_a_corpus_folder_is_no_version(
    clean: Path,
    tmp_path: Path,
    hydrated: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    for version in ("0.1.0", "9.9.9", FULL_HASH):
        with pytest.raises(UsageError, match=rf"being worked on, no version {version}"):
            load(clean, "articles", version=version, hydrate=tmp_path if hydrated else None)


@pytest.mark.parametrize("source", ["folder", "./x/tiny"])
@pytest.mark.parametrize("version", ["v0.1.0", "latest", "0.1", "", "0.1.0 "])
def test_what_is_no_version_is_refused_for_a_folder(
    tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str, version: str
) -> None:
    shutil.copytree(tiny, tmp_path / source)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="is no version"):
        load(source, "articles", version=version)


def test_a_name_with_a_version_is_the_hub_and_a_path_is_the_folder(
    other: OtherHub, tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish.publish(tiny, "x/tiny")
    local = made(tmp_path / "made", "Du dossier.\n", "0.1.0")
    shutil.copytree(local, tmp_path / "x" / "tiny")
    monkeypatch.chdir(tmp_path)
    with pytest.warns(AmbiguousSourceWarning, match=r"from the Hub.* write \./x/tiny for the"):
        assert (
            text(load("x/tiny", "articles", version="0.1.0", backend="polars")) == "Un texte. 🎉\n"
        )
    for folder in ("./x/tiny", Path("x/tiny"), str(tmp_path / "x" / "tiny")):
        result = load(folder, "articles", version="0.1.0", backend="polars")
        assert text(result) == "Du dossier.\n"
    assert text(load("x/tiny", "articles", backend="polars")) == "Du dossier.\n"
    with pytest.raises(DataError, match=r"there is no v0\.2\.0.*write \./x/tiny for the folder"):
        load("x/tiny", "articles", version="0.2.0")
    with pytest.raises(DataError, match=r"version 0\.1\.0, not 0\.2\.0"):
        load("./x/tiny", "articles", version="0.2.0")
    asked = len(other.requests)
    with pytest.raises(UsageError, match="no such folder"):
        load(Path("x/none"), "articles", version="0.1.0")
    assert len(other.requests) == asked
