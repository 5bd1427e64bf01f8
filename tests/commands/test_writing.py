"""Every verb writes what its row of docs/reference/writing.md says, and nothing else."""

import contextlib
import io
import os
import re
import shutil
import tempfile
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from support.paths import CLEAN, ROOT
from visavis.annotation import passes
from visavis.cli import COMMANDS, main
from visavis.corpus import journal
from visavis.corpus.layers.mentions import Mention

PAGE = ROOT / "docs" / "reference" / "writing.md"


class Row(NamedTuple):
    """What a verb may do: patterns of the paths that it creates, replaces and deletes."""

    create: list[str]
    replace: list[str]
    delete: list[str]


def table() -> dict[str, Row]:
    """Return the rows of the page by verb."""
    rows = {}
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split(" | ")]
        if line.startswith("| ") and cells[0] not in ("verb", "---"):
            paths = [
                [word for word in re.findall(r"`([^`]*)`", cell) if not word.startswith("-")]
                for cell in line.split("|")[2:5]
            ]
            rows[line.split("|")[1].strip()] = Row(*paths)
    return rows


def test_the_page_has_every_verb() -> None:
    assert list(table()) == list(COMMANDS)


WITHOUT = {"init", "studio", "check"}
"""Verbs without --dry-run: one creates only, one shows its tasks by ``status``, one prints what it
would write as a baseline."""


@pytest.mark.parametrize("verb", COMMANDS)
def test_a_verb_that_replaces_or_deletes_can_be_tried(
    verb: str, capsys: pytest.CaptureFixture[str]
) -> None:
    row = table()[verb]
    actions = {"kb": ["add"], "facts": ["add"], "audit": ["read"]}.get(verb, [])
    with contextlib.suppress(SystemExit):
        main([verb, *actions, "--help"])
    if (row.replace or row.delete) and verb not in WITHOUT:
        assert "--dry-run" in capsys.readouterr().out


def matches(path: str, patterns: list[str]) -> bool:
    """Return whether a path is one of those that a pattern names."""
    spelt = [
        re.escape(pattern).replace(r"\*\*", ".*").replace(r"\*", "[^/]*") for pattern in patterns
    ]
    return any(re.fullmatch(pattern, path) for pattern in spelt)


def content(folder: Path) -> dict[str, bytes]:
    ids = {}
    for base, _, names in os.walk(folder):
        for name in names:
            path = Path(base) / name
            ids[path.relative_to(folder).as_posix()] = path.read_bytes()
    return ids


USERS = {
    "notes.txt": b"work",
    "dist/notes.txt": b"work",
    "dist/clean-0.1.0/notes.txt": b"work",
    "annotations/notes.txt": b"work",
    "annotations/mentions/notes.txt": b"work",
    "raw/fr/.gitignore": b"*.bak",
    "raw/fr/a.txt.bak": b"work",
    ".git/HEAD": b"ref: refs/heads/main\n",
    "dist/.git/HEAD": b"ref: refs/heads/main\n",
    "annotations/passes/suggested/mentions/a.jsonl": b"",
    "annotations/passes/reader/pass.jsonl": (
        b'{"id":"reader","annotator":"human","made":"2026-01-01","guidelines":"none"}\n'
    ),
    "sub/README.md": b"mine",
}
"""Files of a user in and beside the places that commands write."""

CALLS = [
    "init .", "init sub", "init other", "add ../new.txt --rights CC0-1.0",
    "add ../new.txt --rights third-party --en ../new.txt", "list", "show a", "stats", "view",
    "view a", "set a genre=dispatch", "set a rights_fr=third-party", "rename a c", "rename c a",
    "remove b", "remove b --yes", "hydrate ..", "reanchor", "align", "beads a", "suggest a",
    "suggest a --replace", "suggest a --pass reader", "worksheet a", "worksheet ../sheet --read",
    "worksheet ../sheet --read --partial", "worksheet ../cut --read",
    "worksheet ../cut --read --partial", "worksheet ../sheet --read --pass z --annotator human",
    "kb list x", "kb add id=zz type=ORG name_fr=Z name_en=Z", "facts list x", "agree one two",
    "adjudicate one two", "adjudicate one two --into m", "adjudicate one two --into reader",
    "adjudicate one two --into m --replace", "validate", "validate --fix", "format",
    "format --check", "undo", "build", "build --dist ..", "build --dist raw", "build --dist .",
    "page", "page dist/clean-0.1.0", "page -o raw/articles.jsonl",
    "diff dist/clean-0.1.0 .", "segment ../new.txt",
]  # fmt: skip
COUNT = {"commands": 0}


def prepare(base: Path, users: list[str]) -> Path:
    """Return a corpus with two passes, files of its user, and files beside it."""
    corpus = Path(shutil.copytree(CLEAN, base / "corpus"))
    span = Mention(id="m1", lang="fr", start=0, end=4, type="ORG", form="NAM")
    for name, rows in (("one", [span]), ("two", [])):
        made = passes.Pass(id=name, annotator="human", made="2026-01-01", guidelines="none")
        journal.change(corpus, "test", passes.contents(made, {("mentions", "a"): rows}))
    (base / "new.txt").write_text("Il pleut. Il neige.\n", encoding="utf-8")
    with contextlib.redirect_stdout(io.StringIO()) as sheet:
        main(["worksheet", "a", "--corpus", str(corpus)])
    (base / "sheet").write_text(sheet.getvalue(), encoding="utf-8")
    (base / "cut").write_text(sheet.getvalue()[: len(sheet.getvalue()) // 2], encoding="utf-8")
    for name in users:
        (corpus / name).parent.mkdir(parents=True, exist_ok=True)
        (corpus / name).write_bytes(USERS[name])
    return corpus


def run(call: str, corpus: Path) -> int:
    """Run a command in the corpus, as a user who stands there."""
    before = Path.cwd()
    os.chdir(corpus)
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            return main(call.split())
    except SystemExit as stop:
        return int(stop.code or 0)
    finally:
        os.chdir(before)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.sampled_from(sorted(USERS)), max_size=4, unique=True),
    st.lists(
        st.tuples(st.sampled_from(CALLS), st.sampled_from(["", "", " --dry-run"])),
        min_size=1,
        max_size=6,
    ),
)
@example(["dist/clean-0.1.0/notes.txt"], [("build", "")])
@example(["dist/.git/HEAD", "dist/notes.txt"], [("build", ""), ("build", "")])
@example([".git/HEAD"], [("worksheet ../cut --read", ""), ("undo", "")])
@example(["annotations/passes/suggested/mentions/a.jsonl"], [("suggest a", "")])
@example(["raw/fr/.gitignore"], [("add ../new.txt --rights third-party --en ../new.txt", "")])
def test_a_command_changes_what_its_row_says_and_nothing_else(
    users: list[str], calls: list[tuple[str, str]]
) -> None:
    rows = table()
    with tempfile.TemporaryDirectory() as name:
        corpus = prepare(Path(name), users)
        for call, more in calls:
            before, outside = content(corpus), content(Path(name))
            status = run(call + more, corpus)
            after = content(corpus)
            COUNT["commands"] += 1
            assert status in (0, 1, 2), call
            _check(rows[call.split()[0]], before, after, call + more)
            if status == 2 or more:
                assert _plain(before) == _plain(after), call + more
            by_key = {p: d for p, d in outside.items() if not p.startswith("corpus/")}
            assert content(Path(name)).items() >= by_key.items(), call
            for user in users:
                _check_user(user, call, before.get(user), after.get(user))


def _check_user(user: str, call: str, before: bytes | None, after: bytes | None) -> None:
    """A user's file is as it was; but for lines added, and what a call is asked to replace."""
    verb = call.split(maxsplit=1)[0]
    if user.endswith(".gitignore") and verb != "undo":
        assert (after or b"").startswith(USERS[user]), (call, user)
    elif "/suggested/" in user:
        asked = "--replace" in call or verb in ("rename", "remove", "undo")
        assert before == after or asked, (call, user)
    elif verb != "undo" or not user.endswith(".gitignore"):
        assert after == USERS[user], (call, user)


def _plain(files: dict[str, bytes]) -> dict[str, bytes]:
    return {path: data for path, data in files.items() if not path.startswith(".visavis/")}


def _check(row: Row, before: dict[str, bytes], after: dict[str, bytes], call: str) -> None:
    if "--dist" in call:
        release = ["clean-0.1.0/**", "**/clean-0.1.0/**"]
        row = Row(*(patterns + release for patterns in row))
    old, new = _plain(before), _plain(after)
    for path in new.keys() - old.keys():
        assert matches(path, row.create), (call, path)
    for path in old.keys() - new.keys():
        assert matches(path, row.delete), (call, path)
    for path in old.keys() & new.keys():
        assert old[path] == new[path] or matches(path, row.replace), (call, path)
