"""Repositories, manifests and changelogs made by an enemy: nothing outside the cache is touched."""

import json
import os
import shutil
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

import huggingface_hub.constants
import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.hostile import HOSTILE, JSON, PIECES, everything
from support.keys import pair
from support.other_hub import OtherHub
from visavis.errors import DataError, VisavisError
from visavis.files import sha256
from visavis.release import manifest, signing
from visavis.release.hub import fetch, publish
from visavis.release.hub.loading import load
from visavis.release.manifest import MANIFEST, SIGNATURE, SIGNATURES, ReleasePath

pytestmark = pytest.mark.filterwarnings("ignore:Use 'content=:DeprecationWarning")


@pytest.mark.parametrize("path", HOSTILE)
def test_a_path_out_of_the_release_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match="is not a path"):
        ReleasePath(path)


@pytest.mark.parametrize(
    "path", ["README.md", "a/b-00000-of-00001.parquet", "figures/x_1.svg", "a" * 200]
)
def test_a_path_in_the_release_is_taken(path: str) -> None:
    assert ReleasePath(path) == path


@given(st.lists(PIECES | st.text(max_size=3), max_size=6).map("".join) | st.text(max_size=12))
def test_every_path_that_is_taken_stays_inside(text: str) -> None:
    try:
        path = ReleasePath(text)
    except ValueError:
        return
    assert path.isascii()
    base = Path("/release")
    assert os.path.normpath(base / path) == str(base / path)
    assert (base / path).is_relative_to(base)
    for kind in (PurePosixPath(path), PureWindowsPath(path)):
        assert not kind.is_absolute()
        assert not kind.drive
        assert ".." not in kind.parts
        assert "/".join(kind.parts) == path


def sealed(told: dict[str, Any]) -> bytes:
    """A manifest whose digest is right, whatever it says."""
    return manifest.dumped({**told, "sha256": manifest.digest(told)})


@pytest.fixture(scope="module")
def plain(tiny: Path) -> dict[str, Any]:
    by_key: dict[str, Any] = json.loads((tiny / MANIFEST).read_text(encoding="utf-8"))
    return by_key


ENTRY = {"path": "a.md", "sha256": "0" * 64, "bytes": 1}
MALFORMED: dict[str, Any] = {
    "a list": [], "null": None, "a number": 3, "a text": "manifest",
    "no files": {"name": "x", "version": "1.0.0"},
    "files null": {"name": "x", "version": "1.0.0", "files": None},
    "files an object": {"name": "x", "version": "1.0.0", "files": {"a": 1}},
    "entry a text": {"name": "x", "version": "1.0.0", "files": ["a.md"]},
    "entry without path": {"name": "x", "version": "1.0.0", "files": [{"sha256": "0" * 64}]},
    "path a number": {"name": "x", "version": "1.0.0", "files": [{**ENTRY, "path": 1}]},
    "path null": {"name": "x", "version": "1.0.0", "files": [{**ENTRY, "path": None}]},
    "sha256 a list": {"name": "x", "version": "1.0.0", "files": [{**ENTRY, "sha256": []}]},
    "bytes negative": {"name": "x", "version": "1.0.0", "files": [{**ENTRY, "bytes": -1}]},
    "rows a text": {"name": "x", "version": "1.0.0", "files": [{**ENTRY, "rows": "1"}]},
    "version a number": {"name": "x", "version": 1, "files": []},
    "version a path": {"name": "x", "version": "../1.0.0", "files": []},
    "name a path": {"name": "../x", "version": "1.0.0", "files": []},
    "another field": {"name": "x", "version": "1.0.0", "files": [], "run": "rm"},
    "a path twice": {"name": "x", "version": "1.0.0", "files": [ENTRY, ENTRY]},
    "two cases": {"name": "x", "version": "1.0.0", "files": [ENTRY, {**ENTRY, "path": "A.md"}]},
    "file and folder": {
        "name": "x", "version": "1.0.0", "files": [ENTRY, {**ENTRY, "path": "a.md/b"}],
    },
}  # fmt: skip
BYTES = {
    "empty": b"", "not JSON": b"{", "not UTF-8": b"\xff\xfe{}", "NaN": b'{"name": NaN}',
    "deep": b"[" * 100_000, "deep in a field": b'{"x":' * 100_000,
    "a surrogate": b'{"name":"\\ud800"}',
}  # fmt: skip


@pytest.mark.parametrize("case", [*MALFORMED, *BYTES])
def test_a_malformed_manifest_is_one_clear_error(case: str, tmp_path: Path) -> None:
    declared = MALFORMED.get(case)
    data = (
        BYTES[case]
        if case in BYTES
        else sealed(declared)
        if isinstance(declared, dict)
        else json.dumps(declared).encode()
    )
    (tmp_path / MANIFEST).write_bytes(data)
    with pytest.raises(DataError, match=MANIFEST):
        manifest.verify(tmp_path)
    with pytest.raises(DataError, match=MANIFEST):
        load(tmp_path, "articles")
    assert manifest.listed(tmp_path) is None


@given(st.data())
def test_a_manifest_changed_anywhere_is_read_or_refused(data: st.DataObject) -> None:
    by_key: Any = {
        "name": "x",
        "version": "1.0.0",
        "files": [dict(ENTRY), {**ENTRY, "path": "b/c", "rows": 2}],
    }
    place, key = by_key, data.draw(st.sampled_from(["name", "version", "files", "other"]))
    if key == "files" and data.draw(st.booleans()):
        place = by_key["files"][data.draw(st.sampled_from([0, 1]))]
        key = data.draw(st.sampled_from([*ENTRY, "rows", "other"]))
    place[key] = data.draw(JSON)
    try:
        read = manifest.manifest_of(sealed(by_key), MANIFEST)
    except DataError:
        return
    assert [entry.path for entry in read.files] == [ReleasePath(e["path"]) for e in by_key["files"]]


def hostile_paths(home: Path, cache: Path) -> list[str]:
    up = "../" * 12
    return [
        str(home / "canary.txt"), f"{up}{str(home)[1:]}/canary.txt", "../../../../home/canary.txt",
        "../../../../../home/canary.txt", "../canary.txt", "articles/../../../canary.txt",
        "", ".", "a\0b", "..\\..\\canary.txt", str(cache.parent / "canary.txt"),
        "../../refs/v0.1.0", "../../../../.visavis/x--evil/v0.1.0",
    ]  # fmt: skip


@pytest.mark.parametrize("signed", [False, True], ids=["unsigned", "signed"])
def test_a_hostile_repository_touches_nothing_outside_the_cache(
    other: OtherHub,
    tiny: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    signed: bool,  # noqa: FBT001
) -> None:
    home, cache = tmp_path / "home", Path(huggingface_hub.constants.HF_HUB_CACHE)
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.chdir(home)
    canaries = [home / "canary.txt", tmp_path / "canary.txt", cache.parent / "canary.txt"]
    for canary in canaries:
        canary.write_text("mine", encoding="utf-8")
    private, public = pair(tmp_path)
    key = public if signed else None
    declared = json.loads((tiny / MANIFEST).read_text(encoding="utf-8"))
    genuine = {
        path.relative_to(tiny).as_posix(): path.read_bytes()
        for path in tiny.rglob("*") if path.is_file()
    }  # fmt: skip
    before = {**everything(home), **{str(c): "mine" for c in canaries}}
    for number, path in enumerate(hostile_paths(home, cache)):
        name = f"x/evil{number}"
        entry = {"path": path, "sha256": sha256(b"theirs"), "bytes": 6}
        data = sealed(
            {k: v for k, v in declared.items() if k != "sha256"}
            | {"files": [*declared["files"], entry]}
        )
        put = {**genuine, MANIFEST: data, path: b"theirs"}
        if signed:
            copy = Path(shutil.copytree(tiny, tmp_path / f"signed{number}"))
            (copy / MANIFEST).write_bytes(data)
            signing.sign(copy, private, f"{name}@0.1.0")
            put[SIGNATURE] = (copy / SIGNATURE).read_bytes()
            shutil.rmtree(copy)
        other._create({"organization": "x", "name": name[2:], "type": "dataset"})  # noqa: SLF001
        commit = other.write(name, put)
        other.repos[name].tags["v0.1.0"] = commit
        for version in ("0.1.0", commit, "0.1.0", "0.1.0"):
            with pytest.raises(DataError, match=r"manifest\.json: not a manifest of a release"):
                load(name, "articles", version=version, key=key)
        with pytest.raises(VisavisError):
            fetch.verify(name, "0.1.0", None, key)
    for canary in canaries:
        assert canary.read_text(encoding="utf-8") == "mine"
    assert {
        **everything(home),
        **{str(c): c.read_text(encoding="utf-8") for c in canaries},
    } == before


def test_the_signature_is_checked_before_the_manifest_is_read(
    other: OtherHub,
    tmp_path: Path,
) -> None:
    _, public = pair(tmp_path)
    other._create({"organization": "x", "name": "evil", "type": "dataset"})  # noqa: SLF001
    commit = other.write("x/evil", {MANIFEST: b"[" * 100_000, SIGNATURE: b"AAAA"})
    asked = len(other.requests)
    with pytest.raises(DataError, match=r"manifest\.sig: not of this manifest"):
        fetch.fetch("x/evil", commit, public)
    files = {path.rpartition("/")[2] for _, path in other.requests[asked:] if "/resolve/" in path}
    assert files == {MANIFEST, SIGNATURE, SIGNATURES}


@pytest.mark.parametrize(
    "name", ["manifest.sig", ".gitattributes", "README.md", MANIFEST, "articles"]
)
def test_a_link_in_a_release_folder_is_refused(tiny: Path, tmp_path: Path, name: str) -> None:
    copy = Path(shutil.copytree(tiny, tmp_path / "copy"))
    elsewhere = tmp_path / "elsewhere"
    if (copy / name).exists():
        (copy / name).rename(elsewhere)
    else:
        elsewhere.write_text("x", encoding="utf-8")
    (copy / name).symlink_to(elsewhere)
    with pytest.raises(DataError, match=rf"{name}: a link"):
        load(copy, "articles")
    with pytest.raises(DataError, match=rf"{name}: a link"):
        publish.publish(copy, "x/tiny")


def test_a_wrong_file_of_the_cache_is_downloaded_in_its_place(
    other: OtherHub,
    tiny: Path,
    tmp_path: Path,
) -> None:
    """Whatever is there: other bytes, a link out of the cache, nothing, a folder, a circle."""
    commit = publish.publish(tiny, "x/tiny")
    folder = fetch.fetch("x/tiny", "0.1.0").folder
    canary = tmp_path / "canary.txt"
    canary.write_text("mine", encoding="utf-8")
    for path in [*manifest.verify(tiny).paths, MANIFEST]:
        place = folder / path
        for damage in ("bytes", "link", "circle", "nothing"):
            if damage == "bytes":
                place.resolve().write_bytes(b"x")
            else:
                place.unlink()
            if damage == "link":
                place.symlink_to(canary)
            if damage == "circle":
                place.symlink_to(place)
            assert fetch.fetch("x/tiny", "0.1.0").folder == folder, (path, damage)
            assert load("x/tiny", "articles", version=commit, backend="polars").height == 1
    assert canary.read_text(encoding="utf-8") == "mine"
    assert other.history("x/tiny") == [commit]
