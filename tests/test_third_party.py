"""No file of the repository repeats a text that is not ours; skipped where the texts are not."""

import re
import subprocess
from pathlib import Path
from shutil import which

import pytest

from support.paths import ROOT

SHARED = ROOT.parent / "shared"
HELD = ("articles", "newswire/fr", "newswire/en")
RUN = 7
"""Words in a row that may not be repeated, as in the rule third-party-tracked."""


def runs(text: str) -> set[str]:
    words = re.findall(r"\w+", text.lower())
    return {" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


def words_of(path: Path) -> set[str]:
    try:
        return runs(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        return set()


@pytest.mark.parametrize("folder", HELD)
def test_no_seven_words_of_a_third_party_are_in_the_repository(folder: str) -> None:
    texts = sorted((SHARED / folder).glob("*.txt"))
    if not texts:
        pytest.skip(f"no texts in shared/{folder}")
    closed = set[str]().union(*map(words_of, texts))
    listed = subprocess.run(
        [which("git") or "git", "ls-files", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    tracked = [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]
    assert len(tracked) > len(texts)
    assert {path.name: repeated for path in tracked if (repeated := closed & words_of(path))} == {}
