"""The life of a data set on the Hub: versions, a lock, an erratum, a withdrawal."""

import json
import shutil
import warnings
from pathlib import Path

import polars as pl
import pytest

import visavis
from support.hub_clients import made
from support.loopback import Hub
from support.other_hub import OtherHub
from visavis.cli import main
from visavis.errors import DataError, UsageError
from visavis.release import editions, manifest
from visavis.release.hub import fetch, publish
from visavis.release.hub.loading import ErratumWarning, UnlistedFilesWarning, load
from visavis.release.lock import LOCK
from visavis.release.parts import Writer, parts

pytestmark = pytest.mark.filterwarnings("ignore:Use 'content=:DeprecationWarning")

REPO = "x/tiny"
SECOND = "Un autre texte.\n"


@pytest.fixture
def two(tmp_path: Path, tiny: Path) -> list[Path]:
    """Two releases of one corpus."""
    return [tiny, made(tmp_path / "second", SECOND, "0.2.0")]


@pytest.fixture
def versions(hub: Hub, two: list[Path]) -> Hub:
    for folder in two:
        publish.publish(folder, REPO)
    return hub


def test_versions_are_listed_fetched_and_compared(
    versions: Hub,
    two: list[Path],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["versions", REPO, "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row["version"] for row in rows] == ["0.1.0", "0.2.0"]
    assert [row["sha256"] for row in rows] == [manifest.verify(path).sha256 for path in two]
    assert [row["commit"] for row in rows] == list(versions.tags(REPO).values())
    assert main(["fetch", REPO, "-o", "newest"]) == 0
    assert main(["fetch", f"{REPO}@0.1.0", "-o", "first"]) == 0
    assert editions.read(Path("newest")).digest == rows[1]["sha256"]
    assert editions.read(Path("first")).digest == rows[0]["sha256"]
    capsys.readouterr()
    assert main(["diff", f"{REPO}@0.1.0", "@0.2.0"]) == 0
    on_hub = capsys.readouterr().out
    assert main(["diff", "first", "newest"]) == 0
    assert capsys.readouterr().out == on_hub
    assert "text-changed" in on_hub
    Path("newest/mine.txt").write_text("work")
    assert main(["fetch", REPO, "-o", "newest"]) == 2
    assert "mine.txt" in capsys.readouterr().err
    assert main(["versions", "x/none"]) == 2
    assert main(["fetch", "x/none"]) != 0


def test_a_lock_is_honoured(versions: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert versions.endpoint
    monkeypatch.chdir(tmp_path)
    assert main(["lock", f"{REPO}@0.1.0"]) == 0
    assert load(REPO, "articles", backend="polars")["fr"].to_list() != [SECOND]
    with pytest.raises(UsageError, match=r"visavis\.lock has version 0\.1\.0, not 0\.2\.0"):
        load(REPO, "articles", version="0.2.0")
    assert main(["lock", "--check"]) == 0
    path = tmp_path / LOCK
    path.write_text(path.read_text().replace('"sha256":"', '"sha256":"' + 64 * "0")[:-67] + '"}\n')
    with pytest.raises(DataError, match="its digest is"):
        load(REPO, "articles")
    assert main(["lock", "--check"]) == 1
    path.unlink()
    lookup = fetch.fetch(REPO, "0.2.0").manifest.sha256
    assert load(REPO, "articles", version="0.2.0", digest=lookup)
    with pytest.raises(DataError, match="its digest is"):
        load(REPO, "articles", version="0.1.0", digest=lookup)


def test_errata_are_told_and_a_withdrawn_version_is_refused(
    versions: Hub, two: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    entries = ["--reason", "the genre is analysis", "--table", "articles", "--rows", "t"]
    assert main(["erratum", f"{REPO}@0.2.0", "--id", "e1", *entries]) == 0
    assert main(["erratum", f"{REPO}@0.2.0", "--id", "e1", *entries]) == 1
    assert main(["withdraw", f"{REPO}@0.1.0", "--reason", "no consent"]) == 0
    assert main(["withdraw", f"{REPO}@0.9.0", "--reason", "none"]) == 2
    assert "version 0.9.0 is not published" in capsys.readouterr().err
    with pytest.warns(ErratumWarning, match=r"e1 \(.*\): articles: t: the genre is analysis"):
        load(REPO, "articles", version="0.2.0")
    with pytest.raises(DataError, match=r"0\.1\.0 was withdrawn: .*no consent.*withdrawn=True"):
        load(REPO, "articles", version="0.1.0")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert load(REPO, "articles", version="0.1.0", withdrawn=True)
    later = made(two[1].parents[2] / "third", SECOND, "0.3.0")
    publish.publish(later, REPO)
    assert fetch.verify(REPO, "0.3.0", later)
    with pytest.raises(DataError, match="was withdrawn"):
        load(REPO, "articles", version="0.1.0")
    assert len(versions.tags(REPO)) == 3


def test_notices_on_the_other_hub(other: OtherHub, two: list[Path]) -> None:
    publish.publish(two[0], REPO)
    assert main(["withdraw", f"{REPO}@0.1.0", "--reason", "no consent"]) == 0
    assert other.repos[REPO].tags.keys() == {"v0.1.0"}
    with pytest.raises(DataError, match="no consent"):
        visavis.load(REPO, "articles", version="0.1.0")


def test_what_other_programs_leave_in_a_release_is_ignored_with_a_word(
    tiny: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(tiny, folder)
    for name in (".git/HEAD", ".cache/huggingface/x.lock", ".DS_Store", "notes.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x")
    with pytest.warns(UnlistedFilesWarning, match=r"\.DS_Store, \.cache, \.git, \.\.\."):
        assert load(folder, "articles", backend="polars").height == 1
    (folder / "articles" / "more.parquet").write_bytes(b"PAR1")
    with pytest.raises(DataError, match=r"articles/more\.parquet: not in the manifest"):
        load(folder, "articles")


def test_a_table_that_is_not_known_here_is_loaded_by_its_own_features(
    tiny: Path, tmp_path: Path
) -> None:
    edition = editions.read(tiny)
    kinds = pl.DataFrame({"id": ["a", "b"], "kind": ["x", "y"]}).cast({"kind": pl.Enum("xy")})
    folder = tmp_path / "later"
    folder.mkdir()
    writer = Writer(folder)
    for part in parts({**edition.tables, "gestures": kinds}):
        writer.add(part)
    entries = [manifest.entry_of(folder, item.path, item.rows) for item in writer.close()]
    manifest.write_manifest(folder, "tiny", "9.0.0", entries)
    assert load(folder, "gestures", backend="polars")["kind"].to_list() == ["x", "y"]
    (rows,) = load(folder, "gestures").values()
    assert rows.features["kind"].names == ["x", "y"]
    with pytest.raises(UsageError, match="no table is named 'gesture'"):
        load(folder, "gesture")
