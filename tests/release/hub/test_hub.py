"""Publishing and loading against a Hub on the loopback, through the unmodified clients."""

import json
import os
import random
import shutil
import subprocess
import sys
import warnings
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import huggingface_hub.constants
import polars as pl
import pytest
from datasets import load_dataset
from hypothesis import given, settings
from polars.testing import assert_frame_equal

import visavis
from support.hub_clients import made
from support.keys import pair
from support.loopback import GIT, Answer, Hub, of
from support.other_hub import OtherHub
from support.paths import CLEAN
from support.strategies import corpora
from visavis.cli import main
from visavis.corpus import reading
from visavis.corpus.model import Corpus
from visavis.dataset.tables import publishable, tables
from visavis.errors import DataError, UsageError, VisavisError
from visavis.release import build as release
from visavis.release import manifest, signing
from visavis.release.diff import Edition
from visavis.release.hub import fetch, publish
from visavis.release.hub.answers import UnreachableError
from visavis.release.hub.loading import UnlistedFilesWarning, load
from visavis.release.hydration import NotHydratedWarning, corpus_of, hydrate

pytestmark = pytest.mark.filterwarnings("ignore:Use 'content=:DeprecationWarning")
"""A warning that the client of the Hub earns from its transport."""


def published(hub: Hub, name: str) -> tuple[int, dict[str, str]]:
    """Commits after the first one, and tags."""
    return len(hub.history(name)) - 1, hub.tags(name)


def test_a_release_is_one_commit_and_one_tag(hub: Hub, tiny: Path) -> None:
    entries: list[str] = []
    commit = publish.publish(tiny, "x/tiny", entries.append)
    assert published(hub, "x/tiny") == (1, {"v0.1.0": commit})
    assert len(entries) == 3
    assert publish.publish(tiny, "x/tiny") == commit
    assert published(hub, "x/tiny") == (1, {"v0.1.0": commit})
    assert fetch.verify("x/tiny", "0.1.0", tiny) == commit


def test_plain_load_dataset_opens_a_version(hub: Hub, tiny: Path, tmp_path: Path) -> None:
    publish.publish(tiny, "x/tiny")
    assert plainly(hub.endpoint, tmp_path) == "Un texte. 🎉\n\n"


def plainly(endpoint: str, folder: Path) -> str:
    """What a process that knows nothing of us prints of version 0.1.0."""
    code = (
        "from datasets import load_dataset; "
        "print(load_dataset('x/tiny', 'articles', revision='v0.1.0')['train'][0]['fr'])"
    )
    environment = os.environ | {
        "HF_ENDPOINT": endpoint, "HF_HOME": str(folder / "home"), "HF_HUB_DISABLE_XET": "1",
    }  # fmt: skip
    run = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    return run.stdout


@pytest.mark.parametrize("fault", ["before", "after", "503"])
def test_a_fault_at_any_request_ends_in_one_commit_and_one_tag(
    hub: Hub, tiny: Path, fault: str
) -> None:
    publish.publish(tiny, "x/tiny")
    requests = len(hub.requests)
    assert requests > 15
    for number in range(requests):
        name = f"x/{fault}{number}"
        begun = len(hub.requests)
        hub.fault = lambda i, *_, at=begun + number: fault if i == at else None
        for _ in range(3):
            try:
                commit = publish.publish(tiny, name)
                break
            except VisavisError:
                pass
        else:
            pytest.fail(f"{fault} at request {number}: never published")
        hub.fault = lambda *_: None
        assert published(hub, name) == (1, {"v0.1.0": commit}), number


@pytest.mark.parametrize("fault", ["before", "after", "503 after", "404", "garbage", "flip"])
def test_another_hub_has_one_commit_and_one_tag_after_a_fault_at_any_request(
    other: OtherHub, tiny: Path, fault: str
) -> None:
    publish.publish(tiny, "x/tiny")
    requests = len(other.requests)
    assert requests > 15
    entries: list[str] = []
    for number in range(requests):
        name = f"x/tiny{number}"
        begun = len(other.requests)
        other.fault = lambda i, *_, at=begun + number: fault if i == at else None
        for _ in range(3):
            try:
                commit = publish.publish(tiny, name)
                break
            except VisavisError as error:
                entries.append(str(error))
        else:
            pytest.fail(f"{fault} at request {number}: never published")
        other.fault = lambda *_: None
        assert other.history(name) == [commit], number
        assert other.repos[name].tags == {"v0.1.0": commit}, number
    assert "hf_secret" not in "".join(entries)


@pytest.mark.parametrize("fault", ["before", "429", "garbage", "flip", "cut"])
def test_what_is_fetched_past_a_fault_at_any_request_is_right_or_refused(
    other: OtherHub, tiny: Path, fault: str
) -> None:
    commit = publish.publish(tiny, "x/tiny")
    other.requests.clear()
    fetch.fetch("x/tiny", "0.1.0")
    for number in range(len(other.requests)):
        shutil.rmtree(huggingface_hub.constants.HF_HUB_CACHE)
        begun = len(other.requests)
        other.fault = lambda i, *_, at=begun + number: fault if i == at else None
        with suppress(VisavisError):
            assert fetch.fetch("x/tiny", "0.1.0").folder.name == commit
        other.fault = lambda *_: None
        fetched = fetch.fetch("x/tiny", "0.1.0")
        assert fetched.manifest == manifest.verify(tiny), number


def test_a_listing_that_comes_wrong_is_not_looked_at(
    other: OtherHub, tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The client would remember it: the commit could not be loaded any more."""
    commit = publish.publish(tiny, "x/tiny")
    entry = other._entry  # noqa: SLF001 - what it says is made wrong
    monkeypatch.setattr(other, "_entry", lambda path, oid: entry(path.replace("json", "jsom"), oid))
    assert fetch.fetch("x/tiny", "0.1.0").folder.name == commit
    missing = r"cannot download: no such file as (croissant|manifest)\.jsom"
    with pytest.raises(DataError, match=missing):
        fetch.verify("x/tiny", "0.1.0")


def test_a_signed_release_is_published_and_proved(
    other: OtherHub, tiny: Path, tmp_path: Path
) -> None:
    private, public = pair(tmp_path)
    _, stranger = pair(tmp_path, "stranger")
    signed = Path(shutil.copytree(tiny, tmp_path / "signed"))
    signing.sign(signed, private, "x/tiny@0.1.0")
    commit = publish.publish(signed, "x/tiny")
    assert publish.publish(signed, "x/tiny") == commit
    assert publish.publish(tiny, "x/tiny") == commit, "what is there may be signed"
    assert other.history("x/tiny") == [commit]
    assert fetch.verify("x/tiny", "0.1.0", tiny, public) == commit
    with pytest.raises(DataError, match=r"manifest\.sig: not of this manifest"):
        fetch.verify("x/tiny", "0.1.0", None, stranger)
    assert text_of("0.1.0") == text_of("0.1.0", key=public) == text_of(commit, key=public)
    with pytest.raises(DataError, match=r"manifest\.sig: not of this manifest"):
        text_of("0.1.0", key=stranger)
    assert text_of("0.1.0", key=public) == "Un texte. 🎉\n"
    publish.publish(signed, "x/mirror")
    with pytest.raises(DataError, match=r"signed as x/tiny@0\.1\.0, not as x/mirror@0\.1\.0"):
        fetch.fetch("x/mirror", "0.1.0", public)
    publish.publish(tiny, "x/unsigned")
    with pytest.raises(DataError, match=r"manifest\.sig: missing, the release is not signed"):
        fetch.fetch("x/unsigned", "0.1.0", public)
    with pytest.raises(DataError, match=r"manifest\.sig is not the signature of(.|\n)*Raise the"):
        publish.publish(signed, "x/unsigned")


def test_a_version_is_signed_after_it_was_published(
    other: OtherHub, tiny: Path, tmp_path: Path
) -> None:
    private, public = pair(tmp_path)
    second, other_public = pair(tmp_path, "second")
    commit = publish.publish(tiny, "x/tiny")
    with pytest.raises(DataError, match="not signed"):
        fetch.fetch("x/tiny", "0.1.0", public)
    for key in (private, second):
        assert main(["sign", "x/tiny@0.1.0", "--key", str(key)]) == 0
    assert len(other.history("x/tiny")) == 3
    for key in (public, other_public):
        assert fetch.fetch("x/tiny", "0.1.0", key).folder.name == commit
        assert fetch.verify("x/tiny", "0.1.0", None, key) == commit
    assert main(["sign", "x/tiny@9.9.9", "--key", str(private)]) == 1
    assert main(["sign", f"x/tiny@{commit}", "--key", str(private)]) == 2


def test_another_hub_serves_load_dataset_and_verify(
    other: OtherHub, tiny: Path, tmp_path: Path
) -> None:
    commit = publish.publish(tiny, "x/tiny")
    assert plainly(other.endpoint, tmp_path) == "Un texte. 🎉\n\n"
    assert fetch.verify("x/tiny", "0.1.0", tiny) == commit
    other.write("x/tiny", {"notes.txt": b"later\n"})
    assert publish.publish(tiny, "x/tiny") == commit
    newer = publish.publish(made(tmp_path / "newer", "Autre.\n", "0.2.0"), "x/tiny")
    assert other.repos["x/tiny"].tags == {"v0.1.0": commit, "v0.2.0": newer}
    assert text_of("0.1.0") == "Un texte. 🎉\n"
    with pytest.raises(DataError, match=r"there is no v9\.9\.9; its tags: v0\.1\.0, v0\.2\.0\."):
        text_of("9.9.9")
    with pytest.raises(DataError, match=r"the table 'stances' has no rows\. Tables .*: articles\."):
        load("x/tiny", "stances", version="0.1.0")
    with pytest.raises(DataError, match="x/none: cannot list its tags: no such repository"):
        load("x/none", version="0.1.0")


def test_a_concurrent_writer_is_never_overwritten_unseen(hub: Hub, tiny: Path) -> None:
    hub.create("x/tiny")
    hub.fault = lambda _, method, path: "race" if method == "POST" and "/commit/" in path else None
    with pytest.raises(DataError, match="somebody else was first"):
        publish.publish(tiny, "x/tiny")
    assert published(hub, "x/tiny") == (1, {})
    hub.fault = lambda *_: None
    commit = publish.publish(tiny, "x/tiny")
    assert published(hub, "x/tiny") == (2, {"v0.1.0": commit})


def test_what_comes_back_wrong_is_named_and_not_tagged(hub: Hub, tiny: Path) -> None:
    hub.fault = lambda _, method, path: (
        "flip" if method == "GET" and path.endswith(".parquet") else None
    )
    with pytest.raises(DataError, match=r"articles/train-00000-of-00001\.parquet: not the bytes"):
        publish.publish(tiny, "x/tiny")
    assert published(hub, "x/tiny") == (1, {})
    hub.fault = lambda *_: None
    commit = publish.publish(tiny, "x/tiny")
    assert published(hub, "x/tiny") == (1, {"v0.1.0": commit})


def test_a_tag_is_never_moved(hub: Hub, tiny: Path, tmp_path: Path) -> None:
    publish.publish(tiny, "x/tiny")
    before = published(hub, "x/tiny")
    other = made(tmp_path, "Un autre texte.\n")
    with pytest.raises(DataError, match=r"v0\.1\.0 is published already\. Raise the version"):
        publish.publish(other, "x/tiny")
    with pytest.raises(DataError, match=r"x/tiny@0\.1\.0: not equal to .*articles/train"):
        fetch.verify("x/tiny", "0.1.0", other)
    assert published(hub, "x/tiny") == before


def test_third_party_texts_go_to_a_private_repository_only(
    hub: Hub, clean: Path, tmp_path: Path
) -> None:
    (clean / "raw/fr/b.txt").write_text("Un texte tiers. Il parle de Mistral.\n", encoding="utf-8")
    corpus = release.build(clean, tmp_path, third_party=True)
    hub.create("x/public")
    with pytest.raises(DataError, match="public, and the release holds third-party texts"):
        publish.publish(corpus, "x/public")
    assert published(hub, "x/public") == (0, {})
    publish.publish(corpus, "x/new")
    assert hub.private == {"x/new"}


def test_a_cut_download_is_resumed(hub: Hub, tiny: Path) -> None:
    publish.publish(tiny, "x/tiny")
    cut: list[str] = []

    def fault(_: int, method: str, path: str) -> str | None:
        if method == "GET" and "/resolve/" in path and path not in cut:
            cut.append(path)
            return "cut"
        return None

    hub.fault = fault
    fetched = fetch.fetch("x/tiny", "0.1.0")
    assert len(cut) == len(publish.listing(tiny))
    assert fetched.manifest == manifest.verify(tiny)


def test_a_byte_flipped_on_the_way_is_refused_and_downloaded_again(hub: Hub, tiny: Path) -> None:
    publish.publish(tiny, "x/tiny")
    for path in [
        "README.md",
        "CHANGELOG.md",
        "manifest.json",
        "articles/train-00000-of-00001.parquet",
    ]:
        shutil.rmtree(huggingface_hub.constants.HF_HUB_CACHE, ignore_errors=True)
        hub.fault = lambda _, method, asked, path=path: (  # type: ignore[misc]
            "flip" if method == "GET" and asked.endswith(path) else None
        )
        with pytest.raises(DataError, match=path):
            fetch.fetch("x/tiny", "0.1.0")
        hub.fault = lambda *_: None
        assert fetch.fetch("x/tiny", "0.1.0").manifest == manifest.verify(tiny)


def test_every_flipped_byte_is_refused_by_the_name_of_its_file(tiny: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(tiny, tmp_path / "copy"))
    for path in sorted(p for p in copy.rglob("*") if p.is_file()):
        data = path.read_bytes()
        for place in range(0, len(data), 1 if path.name == "manifest.json" else 31):
            path.write_bytes(
                data[:place] + bytes([data[place] ^ (1 << place % 8)]) + data[place + 1 :]
            )
            with pytest.raises(DataError) as caught:
                manifest.verify(copy)
            assert path.relative_to(copy).as_posix() in str(caught.value)
        path.write_bytes(data)
    (copy / ".huggingface.yaml").write_text("configs: []\n")
    with pytest.raises(DataError, match=r"\.huggingface\.yaml: not in the manifest"):
        manifest.verify(copy)
    with pytest.warns(UnlistedFilesWarning, match=r"\.huggingface\.yaml"):
        assert load(copy, "articles")


def text_of(version: str, **more: object) -> str:
    return str(load("x/tiny", "articles", version=version, backend="polars", **more)["fr"][0])  # type: ignore[call-overload]


class Trials:
    """Ways to ask for a version, each with what it must give: a text, or a refusal."""

    def __init__(self, hub: Hub, commits: dict[str, str], patch: pytest.MonkeyPatch) -> None:
        self.hub, self.commits, self.patch = hub, commits, patch

    def ask(self, version: str) -> str | None:
        try:
            return text_of(version).removeprefix("Version ")
        except VisavisError:
            return None

    def warm(self, version: str) -> bool:
        return self.ask(version) == version

    def offline(self, version: str) -> bool:
        with self.patch.context() as patch:
            patch.setenv("HF_HUB_OFFLINE", "1")
            return self.ask(version) == version

    def down(self, version: str) -> bool:
        with self.patch.context() as patch:
            patch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
            return self.ask(version) == version

    def failing(self, version: str) -> bool:
        self.hub.fault = lambda *_: "503"
        result = self.ask(version)
        self.hub.fault = lambda *_: None
        return result == version

    def unknown(self, version: str) -> bool:
        way = random.Random(version).choice([self.warm, self.offline, self.down])  # noqa: S311
        return not way(f"9.9.{version[0]}") and self.ask("v" + version) is None

    def moved(self, version: str) -> bool:
        others = [commit for lookup, commit in self.commits.items() if lookup != version]
        self.hub.tag("x/tiny", f"v{version}", others[0])
        refused = self.ask(version) is None
        self.hub.tag("x/tiny", f"v{version}", self.commits[version])
        return refused

    def full_hash(self, version: str) -> bool:
        return self.ask(self.commits[version]) == version

    def hash_offline(self, version: str) -> bool:
        with self.patch.context() as patch:
            patch.setenv("HF_HUB_OFFLINE", "1")
            return self.ask(self.commits[version]) == version and self.ask("0" * 40) is None

    def cold_offline(self, version: str) -> bool:
        with self.patch.context() as patch:
            patch.setattr(huggingface_hub.constants, "HF_HUB_CACHE", "/nonexistent")
            patch.setenv("HF_HUB_OFFLINE", "1")
            return self.ask(version) is None


def test_no_wrong_version_in_a_thousand_trials(
    hub: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commits = {
        version: publish.publish(made(tmp_path / version, f"Version {version}", version), "x/tiny")
        for version in ("1.0.0", "1.1.0", "2.0.0")
    }
    trials = Trials(hub, commits, monkeypatch)
    assert all(trials.warm(version) for version in commits)
    ways = [
        getattr(trials, name)
        for name in vars(Trials)
        if name not in ("ask", "__init__") and name[0] != "_"
    ]
    draw = random.Random(8)  # noqa: S311 - trials, not secrets
    outcomes = [
        (way.__name__, way(draw.choice(list(commits))))
        for _ in range(1000 // len(ways) + 1)
        for way in ways
    ]
    assert len(outcomes) >= 1000
    assert [name for name, right in outcomes if not right] == []


def test_a_tag_moved_to_other_bytes_of_its_own_version_is_refused_where_it_was_seen(
    hub: Hub, tiny: Path, tmp_path: Path
) -> None:
    publish.publish(tiny, "x/tiny")
    assert text_of("0.1.0") == "Un texte. 🎉\n"
    publish.publish(made(tmp_path, "Autre.\n"), "x/other")
    other = {
        path: hub.content("x/other", oid)[0]
        for path, oid in hub.tree("x/other", hub.history("x/other")[0]).items()
    }
    hub.tag("x/tiny", "v0.1.0", hub.write("x/tiny", other))
    with pytest.raises(DataError, match=r"the tag v0\.1\.0 moved from"):
        text_of("0.1.0")


@pytest.mark.usefixtures("hub")
def test_a_version_must_be_told(tiny: Path) -> None:
    publish.publish(tiny, "x/tiny")
    with pytest.raises(UsageError, match=r'say which version .* version="1\.2\.0"'):
        load("x/tiny", "articles")
    with pytest.raises(UsageError, match="'latest' is no version"):
        text_of("latest")
    with pytest.raises(UsageError, match="not the name of a repository"):
        load("x//tiny", version="1.0.0")
    with pytest.raises(DataError, match=r"version 0\.1\.0, not 0\.2\.0"):
        load(tiny, "articles", version="0.2.0")


@pytest.mark.parametrize(
    ("status", "advice"),
    [
        ("401", "Log in with `hf auth login`, or set HF_TOKEN"),
        ("403", "one with write access to the repository"),
        ("429", "Run it again in 7 seconds"),
    ],
)
@pytest.mark.parametrize("step", ["create", "preupload", "commit", "tag"])
def test_what_the_hub_refuses_is_told_with_what_to_do(
    other: OtherHub, tiny: Path, status: str, advice: str, step: str
) -> None:
    other.fault = lambda _, method, path: (
        status if method == "POST" and f"/{step}" in path else None
    )
    with pytest.raises(VisavisError, match=rf"^x/tiny: cannot .*status {status}.*{advice}\.$"):
        publish.publish(tiny, "x/tiny")
    other.fault = lambda *_: None
    commit = publish.publish(tiny, "x/tiny")
    assert (other.history("x/tiny"), other.repos["x/tiny"].tags) == ([commit], {"v0.1.0": commit})


def test_a_hub_without_xet_is_served_by_lfs(
    other: OtherHub, tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_DISABLE_XET", False)
    commit = publish.publish(tiny, "x/tiny")
    assert fetch.verify("x/tiny", "0.1.0", tiny) == commit
    assert any("xet-write-token" in path for _, path in other.requests)


def test_what_a_gitignore_of_the_repository_says_does_not_count(
    other: OtherHub, tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = other.answer

    def ignoring(method: str, target: str, body: bytes) -> Answer:
        result = answer(method, target, body)
        if "/preupload/" in target and "gitIgnore" not in json.loads(body):
            rows = json.loads(result.body)["files"]
            return of({"files": [{**row, "shouldIgnore": True} for row in rows]})
        return result

    monkeypatch.setattr(other, "answer", ignoring)
    commit = publish.publish(tiny, "x/tiny")
    assert fetch.verify("x/tiny", "0.1.0", tiny) == commit


def test_a_version_that_is_not_in_the_cache_is_refused_offline(
    hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(UnreachableError, match=r"v1\.0\.0 is not in the cache either"):
        fetch.fetch("x/tiny", "1.0.0")
    assert hub.requests == []


class Run(NamedTuple):
    returncode: int
    stdout: str
    stderr: str


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Run]:
    """The command line in this process; ``tests/test_cli.py`` shows exit statuses of real ones."""
    monkeypatch.setenv("HF_TOKEN", "hf_secret")

    def call(*arguments: object) -> Run:
        status = main([*map(str, arguments)])
        return Run(status, *capsys.readouterr())

    return call


def test_the_verbs_publish_and_verify(hub: Hub, clean: Path, run: Callable[..., Run]) -> None:
    for arguments in (["init", "-q"], ["add", "."]):
        subprocess.run([GIT, "-C", str(clean), *arguments], check=True)
    dirty = run("publish", "x/clean", "--corpus", clean)
    assert (dirty.returncode, hub.requests) == (1, [])
    assert "changes that are not committed" in dirty.stderr
    identity = ["-c", "user.name=x", "-c", "user.email=x@localhost"]
    subprocess.run([GIT, "-C", str(clean), *identity, "commit", "-qm", "x"], check=True)
    dry = run("publish", "x/clean", "--corpus", clean, "--dry-run")
    assert dry.returncode == 0
    assert not hub.exists("x/clean")
    listed = {line.split()[2]: line.split()[:2] for line in dry.stdout.splitlines()[:-1]}
    built = clean / "dist" / "clean-0.1.0"
    assert listed == {path: [str(size), sha256] for path, size, sha256 in publish.listing(built)}
    done = run("publish", "x/clean", "--corpus", clean)
    assert (done.returncode, done.stdout.split()[:2]) == (0, ["x/clean", "0.1.0"])
    again = run("publish", "x/clean", "--corpus", clean)
    assert (again.returncode, again.stdout) == (0, done.stdout)
    assert published(hub, "x/clean")[0] == 1
    same = run("verify", "x/clean@0.1.0", "--corpus", clean)
    assert same.returncode == 0
    page = clean / "dataset_card.md"
    page.write_text(page.read_text(encoding="utf-8") + "More.\n", encoding="utf-8")
    other = run("build", "--corpus", clean)
    assert other.returncode == 1
    assert "version 0.1.0 is published already, with other bytes" in other.stderr
    message = "".join(r.stdout + r.stderr for r in (dirty, dry, done, again, same, other))
    assert "hf_secret" not in message
    assert "Traceback" not in message


def test_findings_are_not_published(hub: Hub, clean: Path, run: Callable[..., Run]) -> None:
    (clean / "raw/en/b.txt").unlink()
    failed = run("publish", "x/clean", "--corpus", clean)
    assert failed.returncode == 1
    assert {method for method, _ in hub.requests} == {"GET"}


@settings(max_examples=5)
@given(corpora())
def test_a_release_gives_its_corpus_back(whole: Corpus) -> None:
    open_part = publishable(whole)
    built = tables(open_part)
    if "articles" not in built:
        return
    again = tables(corpus_of(Edition("x", "1.0.0", "", built, {})))
    assert again.keys() == built.keys()
    for name, table in built.items():
        assert_frame_equal(again[name], table)


THIRD = "Un texte tiers. Il parle de Mistral.\n"


def test_hydration_gives_the_tables_of_the_whole_corpus(clean: Path, tmp_path: Path) -> None:
    public = release.build(clean, tmp_path / "dist")
    held = tmp_path / "held"
    held.mkdir()
    (held / "any name").write_text(THIRD, encoding="utf-8")
    shutil.copyfile(clean / "raw/en/b.txt", held / "another")
    (clean / "raw/fr/b.txt").write_text(THIRD, encoding="utf-8")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for name in tables(reading.read(clean)):
            result = load(public, name, hydrate=held, backend="polars")
            assert_frame_equal(result, load(clean, name, backend="polars"))
    mentions = load(public, "mentions", hydrate=held, backend="polars")
    assert "Mistral" in mentions.filter(pl.col("article") == "b")["text"].to_list()


HINTS = {
    "mistral.\n": r"^b: not hydrated: fr .*b\.txt has its name, but other characters",
    "Mistral.": r"^b: not hydrated: fr .*b\.txt is that text but for its missing last newline",
    "Mistral.\r\n": r"^b: not hydrated: fr .*b\.txt is that text but for its line ends \(CRLF\)",
}


@pytest.mark.parametrize("wrong", list(HINTS))
def test_a_text_that_differs_is_reported_for_its_article_alone(
    clean: Path, tmp_path: Path, wrong: str
) -> None:
    public = release.build(clean, tmp_path / "dist")
    held = tmp_path / "held"
    held.mkdir()
    (held / "b.txt").write_bytes(THIRD.replace("Mistral.\n", wrong).encode())
    shutil.copyfile(clean / "raw/en/b.txt", held / "another")
    with pytest.warns(NotHydratedWarning, match=HINTS[wrong]):
        result = load(public, "articles", hydrate=held, backend="polars")
    plain = load(public, "articles", backend="polars").sort("id")
    assert result["fr"].to_list() == plain["fr"].to_list()
    assert result["en"].to_list()[1] is not None


def test_a_folder_to_hydrate_from_must_be_there(clean: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not a folder"):
        hydrate(reading.read(clean), tmp_path / "none")


def test_what_load_gives_is_what_load_dataset_gives(tmp_path: Path) -> None:
    built = release.build(CLEAN, tmp_path)
    ours, theirs = visavis.load(built, "mentions"), load_dataset(str(built), "mentions")
    for split, rows in theirs.items():
        assert ours[split].features == rows.features
        assert ours[split].to_list() == rows.to_list()
        assert ours[split].split == rows.split
