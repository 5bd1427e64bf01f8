import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from visavis import files
from visavis.errors import DataError, UsageError

KILLED = """
import os, signal, sys
from pathlib import Path
from visavis import files

calls, limit = 0, int(sys.argv[2])

def killing(function):
    def wrapped(*args, **kwargs):
        global calls
        calls += 1
        if calls == limit:
            os.kill(os.getpid(), signal.SIGKILL)
        return function(*args, **kwargs)
    return wrapped

os.fsync, os.open = killing(os.fsync), killing(os.open)
files._exchange = killing(files._exchange)
files.shutil.rmtree = killing(files.shutil.rmtree)
with files.new_folder(Path(sys.argv[1])) as folder:
    (folder / "sub").mkdir()
    (folder / "sub" / "a").write_text("new")
    (folder / "b").write_text("new")
"""


def content(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): path.read_text()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_folder_is_the_old_one_or_the_new_one_whenever_the_process_is_killed(
    tmp_path: Path,
) -> None:
    old, new = {"b": "old", "c": "old"}, {"sub/a": "new", "b": "new"}
    target = tmp_path / "release"
    seen = set()
    for limit in range(1, 100):
        with files.new_folder(target) as folder:
            for name, text in old.items():
                (folder / name).write_text(text)
        run = subprocess.run([sys.executable, "-c", KILLED, str(target), str(limit)], check=False)
        found = content(target)
        assert found in (old, new)
        seen.add(tuple(found))
        if run.returncode == 0:
            break
    assert run.returncode == 0
    assert found == new
    assert seen == {tuple(old), tuple(new)} or len(seen) == 2
    with files.new_folder(target):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["release"]


def test_two_folders_are_exchanged_without_the_system_call(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "other")
    for text in ("old", "new"):
        with files.new_folder(tmp_path / "release") as folder:
            (folder / "a").write_text(text)
    assert content(tmp_path) == {"release/a": "new"}


def test_a_block_that_fails_leaves_the_old_folder(tmp_path: Path) -> None:
    with files.new_folder(tmp_path / "release") as folder:
        (folder / "a").write_text("old")
    with suppress(KeyError), files.new_folder(tmp_path / "release") as folder:
        (folder / "a").write_text("new")
        raise KeyError
    assert content(tmp_path) == {"release/a": "old"}


def test_bytes_that_are_not_utf8_are_named_with_their_place() -> None:
    with pytest.raises(DataError, match=r"a.txt:2: byte 0xe9 at byte offset 7 is not UTF-8"):
        files.decode("né\nnou\u00e9".encode()[:7] + b"\xe9t\xe9", "a.txt")


def test_line_ends_and_a_byte_order_mark_are_kept() -> None:
    assert files.decode("\ufeffa\r\nb\r".encode(), "a.txt") == "\ufeffa\r\nb\r"


def test_a_missing_file_is_a_mistake_of_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        files.read_bytes(tmp_path / "none")


def test_a_file_in_the_place_of_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("")
    with pytest.raises(UsageError, match="Choose a folder that can be written"):
        files.write(tmp_path / "a" / "b", b"")
