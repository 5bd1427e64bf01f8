"""`visavis completion`: the script names every verb, and a shell can read it."""

import shutil
import subprocess
from pathlib import Path

import pytest

from visavis.cli import COMMANDS, main


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_the_script_names_every_verb(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    assert [verb for verb in COMMANDS if verb not in script] == []


def test_bash_completes_a_verb(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", "bash"]) == 0
    script = tmp_path / "visavis.bash"
    script.write_text(capsys.readouterr().out, encoding="utf-8")
    line = (
        f"source {script}; COMP_WORDS=(visavis reanc); COMP_CWORD=1; "
        "_shtab_visavis; echo ${COMPREPLY[@]}"
    )
    run = subprocess.run(
        [shutil.which("bash") or "bash", "-c", line], capture_output=True, text=True, check=False
    )
    assert run.stdout.split() == ["reanchor"]
