"""The Hub decides what came before a release, and where the release goes."""

from pathlib import Path

import pytest

from support.loopback import Hub
from support.other_hub import OtherHub
from visavis.cli import main
from visavis.corpus import ingest
from visavis.corpus.semver import Version
from visavis.corpus.sources import of_files
from visavis.errors import DataError
from visavis.release.hub import fetch, history
from visavis.release.hub.client import MAIN, Repository
from visavis.release.manifest import RELEASES

REPO = "x/tiny"

pytestmark = pytest.mark.filterwarnings("ignore:Use 'content=:DeprecationWarning")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A corpus of two articles that is under no git."""
    folder = tmp_path / "corpus"
    ingest.start(folder, "Tiny")
    for name in ("a", "b"):
        text = tmp_path / f"{name}.txt"
        text.write_text(f"Un texte de {name}.\n", encoding="utf-8")
        ingest.add(folder, [of_files(name, {"fr": text})], {"rights": "CC0-1.0"})
    return folder


def at_version(folder: Path, version: str) -> None:
    page = folder / "dataset_card.md"
    lines = page.read_text(encoding="utf-8").splitlines(keepends=True)
    lines = [f"version: {version}\n" if line.startswith("version:") else line for line in lines]
    page.write_text("".join(lines), encoding="utf-8")


def publish(folder: Path, version: str, *more: str) -> int:
    at_version(folder, version)
    return main(["publish", REPO, "--corpus", str(folder), *more])


def forget(folder: Path) -> None:
    """What a fresh clone lacks: releases.jsonl that was not committed, and dist/."""
    (folder / RELEASES).unlink(missing_ok=True)


def test_a_clone_that_knows_no_release_is_held_to_the_hub(
    hub: Hub, corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert publish(corpus, "0.1.0") == 0
    forget(corpus)
    assert main(["remove", "b", "--yes", "--corpus", str(corpus)]) == 0
    capsys.readouterr()
    assert publish(corpus, "0.1.1", "--dist", str(tmp_path / "new")) == 1
    assert "version 0.1.1 is too low: since 0.1.0, a row is gone" in capsys.readouterr().err
    assert publish(corpus, "1.0.0", "--dist", str(tmp_path / "new")) == 0
    message = hub.git(REPO, "log", "-1", "--format=%B", "main").splitlines()
    assert [line.split()[0] for line in message if line][:3] == ["Release", "manifest", "visavis"]
    log = (tmp_path / "new" / "tiny-1.0.0" / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "A major change since 0.1.0" in log
    assert sorted(hub.tags(REPO)) == ["v0.1.0", "v1.0.0"]
    forget(corpus)
    assert publish(corpus, "0.0.9", "--dist", str(tmp_path / "low")) == 1
    assert "version 0.0.9 is lower than 0.1.0, the first" in capsys.readouterr().err
    assert len(hub.tags(REPO)) == 2


@pytest.mark.parametrize("kind", ["files", "another corpus"])
def test_a_repository_of_something_else_is_left_alone(
    kind: str, hub: Hub, corpus: Path, tiny: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hub.create(REPO)
    if kind == "files":
        hub.write(REPO, {f"data/{n}.csv": b"a,b\n" for n in range(31)})
    else:
        data = {p.relative_to(tiny).as_posix(): p.read_bytes() for p in tiny.rglob("*.*")}
        hub.write(REPO, data)
        at_version(corpus, "0.1.0")
        page = corpus / "dataset_card.md"
        page.write_text(page.read_text(encoding="utf-8").replace("Tiny", "Other"), "utf-8")
        settings = corpus / "corpus.toml"
        settings.write_text(settings.read_text("utf-8").replace('"tiny"', '"other"'), "utf-8")
    before = hub.history(REPO)
    assert publish(corpus, "0.1.0") == 1
    message = capsys.readouterr().err
    assert "the repository holds" in message
    assert "--replace" in message
    assert hub.history(REPO) == before
    assert publish(corpus, "0.1.0", "--replace") == 0
    assert "v0.1.0" in hub.tags(REPO)


def test_an_older_line_and_a_pre_release_have_branches_of_their_own(
    hub: Hub, corpus: Path, tmp_path: Path
) -> None:
    dist = tmp_path / "dist"
    for version in ("1.0.0", "2.0.0"):
        assert publish(corpus, version, "--dist", str(dist)) == 0
    newest = hub.resolve(REPO, "main")
    for version in ("1.0.1", "1.0.2", "2.1.0-rc.1", "2.1.0-rc.2"):
        forget(corpus)
        assert publish(corpus, version, "--dist", str(dist)) == 0
        assert hub.resolve(REPO, "main") == newest
        assert fetch.verify(REPO, version, dist / f"tiny-{version}")
    assert hub.resolve(REPO, "release-1.0") == hub.tags(REPO)["v1.0.2"]
    assert hub.resolve(REPO, "pre-2.1.0") == hub.tags(REPO)["v2.1.0-rc.2"]
    log = (dist / "tiny-1.0.2" / "CHANGELOG.md").read_text(encoding="utf-8")
    assert log.startswith("# Changelog\n\n## 1.0.2\n")
    assert "## 2.0.0" not in log
    forget(corpus)
    assert publish(corpus, "2.1.0", "--dist", str(dist)) == 0
    assert hub.resolve(REPO, "main") == hub.tags(REPO)["v2.1.0"]


def test_the_same_on_the_other_hub(other: OtherHub, corpus: Path, tmp_path: Path) -> None:
    for version in ("1.0.0", "2.0.0", "1.0.1"):
        forget(corpus)
        assert publish(corpus, version, "--dist", str(tmp_path / "dist")) == 0
    assert set(other.repos[REPO].branches) == {"release-1.0"}
    assert other.repos[REPO].tags.keys() == {"v1.0.0", "v2.0.0", "v1.0.1"}


def test_what_came_before_is_the_highest_lower_final() -> None:
    versions = sorted(map(Version.of, ("1.0.0", "1.1.0-rc.1", "2.0.0", "2.0.1")))
    expected = {
        "1.0.0": (None, "release-1.0"),
        "1.0.1": ("1.0.0", "release-1.0"),
        "1.1.0": ("1.0.0", "release-1.1"),
        "2.0.1": ("2.0.0", MAIN),
        "3.0.0": ("2.0.1", MAIN),
        "3.0.0-rc.1": ("2.0.1", "pre-3.0.0"),
    }
    for text, (before, branch) in expected.items():
        last = history.before(Version.of(text), versions)
        assert (str(last) if last else None) == before
        assert history.branch_of(Version.of(text), versions) == branch
    with pytest.raises(DataError, match=r"lower than 1\.0\.0"):
        history.before(Version.of("0.9.0"), versions)
    assert history.before(Version.of("1.0.0"), [Version.of("1.0.0-rc.1")]) is None


def test_no_repository_has_no_versions(hub: Hub) -> None:
    assert hub.endpoint
    assert history.published(Repository("x/none")) == []
