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
def all_of(folder):
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}

with files.replace_folder(Path(sys.argv[1]), all_of) as folder:
    (folder / "sub").mkdir()
    (folder / "sub" / "a").write_text("new")
    (folder / "b").write_text("new")
"""


def all_of(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


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
        with files.replace_folder(target, all_of) as folder:
            for name, text in old.items():
                (folder / name).write_text(text)
        run = subprocess.run([sys.executable, "-c", KILLED, str(target), str(limit)], check=False)
        result = content(target)
        assert result in (old, new)
        seen.add(tuple(result))
        if run.returncode == 0:
            break
    assert run.returncode == 0
    assert result == new
    assert seen == {tuple(old), tuple(new)} or len(seen) == 2
    with files.replace_folder(target, all_of):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["release"]


def test_two_folders_are_exchanged_without_the_system_call(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "other")
    for text in ("old", "new"):
        with files.replace_folder(tmp_path / "release", all_of) as folder:
            (folder / "a").write_text(text)
    assert content(tmp_path) == {"release/a": "new"}


def test_a_block_that_fails_leaves_the_old_folder(tmp_path: Path) -> None:
    with files.replace_folder(tmp_path / "release", all_of) as folder:
        (folder / "a").write_text("old")
    with suppress(KeyError), files.replace_folder(tmp_path / "release", all_of) as folder:
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


def test_a_folder_without_a_manifest_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "a").write_text("work")
    with (
        pytest.raises(UsageError, match=r"mine: holds a and no manifest"),
        files.replace_folder(tmp_path / "mine", lambda _: None),
    ):
        pass
    assert content(tmp_path) == {"mine/a": "work"}


WAYS = {
    "other": ("release/notes.txt", "holds notes.txt, which its manifest does not list"),
    "several": ("release/.git/HEAD", r"holds a git repository \(.git\)"),
    "nested": ("release/sub/.git/HEAD", r"holds a git repository \(sub/.git\)"),
    "kept": ("release/kept/a", "is or holds .*kept, which is read here"),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_folder_with_a_file_that_is_not_ours_is_refused(tmp_path: Path, way: str) -> None:
    name, reason = WAYS[way]
    target = tmp_path / "release"
    for path in (tmp_path / name, target / "a"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("work")
    before = content(tmp_path)
    with (
        pytest.raises(UsageError, match=f"release: {reason}. Nothing was changed"),
        files.replace_folder(target, lambda _: {"a"}, [target / "kept"] if way == "kept" else []),
    ):
        pytest.fail("the block must not run")
    assert content(tmp_path) == before


def test_an_empty_folder_inside_a_release_is_somebodys(tmp_path: Path) -> None:
    (tmp_path / "release" / "new").mkdir(parents=True)
    assert files.in_the_way(tmp_path / "release", lambda _: {"a"}) == (
        "holds new/, which its manifest does not list"
    )


def test_a_file_or_a_link_in_the_place_of_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("work")
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to("folder")
    assert files.in_the_way(tmp_path / "file", all_of) == "is a file"
    assert files.in_the_way(tmp_path / "link", all_of) == "is a link to folder"
    assert files.in_the_way(tmp_path / "folder", lambda _: None) is None
    assert files.in_the_way(tmp_path / "none", lambda _: None) is None


def test_a_file_put_there_while_a_folder_is_made_is_kept(tmp_path: Path) -> None:
    (tmp_path / "release").mkdir()
    (tmp_path / "release" / "a").write_text("old")
    with (
        pytest.raises(UsageError, match="holds b, which"),
        files.replace_folder(tmp_path / "release", lambda _: {"a"}),
    ):
        (tmp_path / "release" / "b").write_text("work")
    assert content(tmp_path) == {"release/a": "old", "release/b": "work"}


def test_a_file_put_there_during_the_exchange_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exchange = files._exchange  # noqa: SLF001 - the moment between the look and the exchange
    late = [tmp_path / "release" / "b"]

    def slow(first: Path, second: Path) -> None:
        while late:
            late.pop().write_text("work")
        exchange(first, second)

    monkeypatch.setattr(files, "_exchange", slow)
    (tmp_path / "release").mkdir()
    (tmp_path / "release" / "a").write_text("old")
    with (
        pytest.raises(UsageError, match="holds b, which"),
        files.replace_folder(tmp_path / "release", lambda _: {"a"}) as folder,
    ):
        (folder / "a").write_text("new")
    assert content(tmp_path) == {"release/a": "old", "release/b": "work"}


@pytest.mark.parametrize("name", ["a.1.visavis-tmp", "a.99999999.visavis-tmp", "a.x.visavis-tmp"])
def test_a_folder_with_the_name_of_a_temporary_one_is_not_ours(tmp_path: Path, name: str) -> None:
    (tmp_path / f".{name}").mkdir()
    (tmp_path / f".{name}" / "owner").write_text("me")
    with files.replace_folder(tmp_path / "a", lambda _: None):
        pass
    assert content(tmp_path) == {f".{name}/owner": "me"}


def test_nothing_outside_the_folder_named_is_removed(tmp_path: Path) -> None:
    (tmp_path / "cache").mkdir()
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "a").write_text("work")
    (tmp_path / "cache" / "link").symlink_to(tmp_path / "work")
    cache = tmp_path / "cache"
    for path in (cache, cache / "..", cache / ".." / "work" / "a", cache / "link" / "a"):
        with pytest.raises(UsageError, match="not inside"):
            files.remove(path, cache)
        with pytest.raises(UsageError, match="not inside"):
            files.remove_folder(path, cache)
    with pytest.raises(UsageError, match="link"):
        files.remove_folder(cache / "link", cache)
    files.remove(cache / "link", cache)
    assert content(tmp_path) == {"work/a": "work"}


def test_what_a_folder_links_to_stays(tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "a").write_text("work")
    (tmp_path / "cache" / "old").mkdir(parents=True)
    (tmp_path / "cache" / "old" / "link").symlink_to(tmp_path / "work")
    files.remove_folder(tmp_path / "cache" / "old", tmp_path / "cache")
    files.remove_folder(tmp_path / "cache" / "old", tmp_path / "cache")
    assert [path.name for path in (tmp_path / "cache").iterdir()] == []
    assert content(tmp_path) == {"work/a": "work"}


def test_a_link_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "work").write_text("work")
    (tmp_path / "link").symlink_to("work")
    with pytest.raises(UsageError, match="a link to work"):
        files.write(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "work").read_text() == "work"
