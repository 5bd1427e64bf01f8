"""Texts looked for in a folder: taken by their hash alone, and a likely file is named."""

import itertools
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from visavis.corpus import offers
from visavis.corpus.offers import Lacking
from visavis.errors import UsageError
from visavis.files import sha256

TEXT = "L’été à Nîmes.\nIl pleut « encore ».\n"
MARK = "\ufeff"
FORMS: dict[str, Callable[[str], str]] = {
    "line ends (CRLF)": lambda s: s.replace("\n", "\r\n"),
    "line ends (CR)": lambda s: s.replace("\n", "\r"),
    "missing last newline": lambda s: s.rstrip("\n"),
    "last newline": lambda s: s + "\n",
    "byte order mark": lambda s: MARK + s,
    "accents (decomposed, NFD)": lambda s: unicodedata.normalize("NFD", s),
}


def hint(folder: Path, data: bytes, name: str = "x.txt", **more: int) -> str:
    (folder / name).write_bytes(data)
    text = Lacking("b", "fr", sha256(TEXT.encode()), **more)
    assert offers.search(folder, {text.sha256}).paths == {}
    return offers.hints(folder, [text], ()).get(text.sha256, "")


@pytest.mark.parametrize("form", FORMS)
def test_the_likely_cause_is_named(tmp_path: Path, form: str) -> None:
    text = hint(tmp_path, FORMS[form](TEXT).encode())
    assert text.startswith(f"{tmp_path / 'x.txt'} is that text but for ")
    assert form in text


PAIRS = list(
    itertools.combinations(
        [
            "line ends (CRLF)",
            "missing last newline",
            "byte order mark",
            "accents (decomposed, NFD)",
        ],
        2,
    )
)


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_two_causes_are_named(tmp_path: Path, first: str, second: str) -> None:
    text = hint(tmp_path, FORMS[first](FORMS[second](TEXT)).encode())
    assert first in text
    assert second in text


def test_another_encoding_is_named(tmp_path: Path) -> None:
    assert "encoding, which is not UTF-8" in hint(tmp_path, TEXT.encode("cp1252"))


@pytest.mark.parametrize("place", range(0, len(TEXT), 5))
def test_a_text_with_one_character_changed_is_named_by_its_length(
    tmp_path: Path, place: int
) -> None:
    changed = TEXT[:place] + "#" + TEXT[place + 1 :]
    text = hint(tmp_path, changed.encode(), length=len(TEXT.rstrip()))
    assert "x.txt has its length" in text


@pytest.mark.parametrize(
    ("name", "named"),
    [("b.txt", True), ("b.fr.txt", True), ("b_fr.txt", True), ("B.TXT", True), ("b.en.txt", False),
     ("en/b.txt", False), ("fr/b.txt", True), ("bb.txt", False), ("other.txt", False)],
)  # fmt: skip
def test_a_text_of_the_name_of_the_article_is_named(tmp_path: Path, name: str, named: bool) -> None:  # noqa: FBT001 - a parameter
    (tmp_path / name).parent.mkdir(exist_ok=True)
    assert ("has its name" in hint(tmp_path, b"Autre chose.\n", name)) == named


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=40) | st.text(max_size=20).map(str.encode))
def test_whatever_a_file_holds_is_no_error_and_is_not_taken(tmp_path: Path, data: bytes) -> None:
    if sha256(data) != sha256(TEXT.encode()):
        hint(tmp_path, data)


def test_files_that_cannot_be_read_do_not_end_the_search(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(TEXT if name == "c.txt" else "x", encoding="utf-8")
    (tmp_path / "dangling").symlink_to(tmp_path / "none")
    (tmp_path / "loop").symlink_to(tmp_path)
    opened = Path.open

    def refusing(path: Path, *arguments: object) -> object:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *arguments)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refusing)
    wanted = sha256(TEXT.encode())
    match = offers.search(tmp_path, {wanted})
    assert match.paths == {wanted: tmp_path / "c.txt"}
    assert match.unreadable == [(tmp_path / "a.txt", "permission denied")]
    with pytest.raises(UsageError, match="not a folder"):
        offers.search(tmp_path / "none", {wanted})


def test_a_folder_of_large_files_takes_little_memory(tmp_path: Path) -> None:
    """Thirty files of 20 MB that hold nothing: never in memory, neither all nor one."""
    for number in range(30):
        with (tmp_path / f"{number}.bin").open("wb") as file:
            file.truncate(20_000_000)
    code = (
        "import resource, sys; from pathlib import Path; from visavis.corpus import offers\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "text = offers.Lacking('b', 'fr', '0' * 64)\n"
        "offers.search(Path(sys.argv[1]), {text.sha256})\n"
        "offers.hints(Path(sys.argv[1]), [text], ())\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert int(run.stdout) < 10_000
