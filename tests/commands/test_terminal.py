"""Real processes on a real terminal and on a closed pipe."""

import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support.paths import ROOT
from visavis.commands.terminal import shown

NASTY = "\x1b]0;owned\x07\x1b[31m\u202e\u2066\x9b\x7f"


def on_a_terminal(*arguments: object) -> str:
    """Return all that a command writes to a terminal that is its output and its errors."""
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "visavis", *map(str, arguments)]
    process = subprocess.Popen(command, stdout=follower, stderr=follower)
    os.close(follower)
    written = b""
    while True:
        try:
            block = os.read(leader, 65536)
        except OSError:  # the other end is closed: Linux answers with EIO
            break
        if not block:
            break
        written += block
    os.close(leader)
    process.wait()
    return written.decode()


def test_control_characters_are_spelt_out() -> None:
    assert shown(NASTY) == r"\x1b]0;owned\x07\x1b[31m\u202e\u2066\x9b\x7f"
    assert shown("é 🎉\tc\n\u200d") == "é 🎉\tc\n\u200d"


def test_no_control_character_of_a_text_reaches_a_terminal(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    text = tmp_path / "a.txt"
    text.write_text(f"Il {NASTY} pleut.\n", encoding="utf-8")
    for call in (
        ["init", corpus],
        ["add", text, "--rights", "CC0-1.0", "--corpus", corpus],
        ["validate", "--corpus", corpus],
        ["view", "--corpus", corpus],
        ["segment", text],
        ["add", tmp_path / NASTY.replace("/", ""), "--rights", "CC0-1.0", "--corpus", corpus],
    ):
        written = on_a_terminal(*call)
        assert not {*NASTY} & {*written} - {*"0;owned31m[]"}, call


def shell(command: str, cwd: Path) -> tuple[int, str]:
    """Return the exit status of the first command of a pipe, and what all wrote as errors."""
    program = f"{sys.executable} -m visavis"
    script = f"{command.format(program)}; exit ${{PIPESTATUS[0]}}"
    bash = shutil.which("bash") or "bash"
    run = subprocess.run([bash, "-c", script], cwd=cwd, capture_output=True, check=False)
    return run.returncode, run.stderr.decode()


@pytest.mark.parametrize("broken", [True, False])
def test_findings_decide_the_status_of_a_pipe_that_is_closed(clean: Path, *, broken: bool) -> None:
    if broken:
        shutil.copytree(ROOT / "tests/rules/card-number", clean, dirs_exist_ok=True)
        shutil.copytree(ROOT / "tests/rules/card-licence", clean, dirs_exist_ok=True)
    for reader in ("head -c 1", "true"):
        status, errors = shell(f"{{}} validate | {reader} >/dev/null", clean)
        assert status == int(broken)
        assert "Traceback" not in errors
        assert "BrokenPipe" not in errors


def test_a_stream_stops_when_nobody_reads(tmp_path: Path) -> None:
    (tmp_path / "line").write_text('{"lang": "fr", "text": "13 milliards de dollars"}\n')
    endless = """{} amounts < <(yes "$(cat line)") | head -c 1 >/dev/null"""
    status, errors = shell(endless, tmp_path)
    assert status == 141
    assert errors == ""
