"""The workflow of a new corpus installs the Visavis that made it, or says that it cannot."""

import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from visavis import __version__
from visavis.cli import main
from visavis.corpus.installation import UNKNOWN, command_of

GIT = {"url": "https://example.org/v.git", "vcs_info": {"vcs": "git", "commit_id": "1f2e"}}
ARCHIVE = {"url": "https://example.org/v.whl", "archive_info": {"hash": "sha256=ab"}}


@pytest.mark.parametrize(
    ("record", "command"),
    [
        (None, f"pip install visavis=={__version__}"),
        (GIT, 'pip install "visavis @ git+https://example.org/v.git@1f2e"'),
        (ARCHIVE, 'pip install "visavis @ https://example.org/v.whl#sha256=ab"'),
        ({"url": "file:///home/me/visavis", "dir_info": {"editable": True}}, UNKNOWN),
        ({"url": "https://me:secret@example.org/v.whl"}, UNKNOWN),
        ({}, UNKNOWN),
    ],
)
def test_the_command_follows_the_record_of_pip(record: dict[str, Any] | None, command: str) -> None:
    assert command_of(record) == command


def test_a_new_corpus_names_no_path_of_this_machine_and_no_strangers_package(
    tmp_path: Path,
) -> None:
    assert main(["init", str(tmp_path / "c"), "--name", "c"]) == 0
    workflow = tmp_path / "c" / ".github" / "workflows" / "validate.yml"
    text = workflow.read_text(encoding="utf-8")
    assert "{" not in text
    assert "file://" not in text
    (job,) = yaml.safe_load(text)["jobs"].values()
    (install,) = [step for step in job["steps"] if step.get("name") == "install Visavis"]
    assert "# FILL IN" in install["run"]  # the tests run from a folder: nothing public is known
    run = subprocess.run(
        ["/bin/sh", "-c", install["run"]], capture_output=True, text=True, check=False
    )
    assert run.returncode == 1
    assert "Fill in this line" in run.stdout
    assert "# FILL IN" in (tmp_path / "c" / "README.md").read_text(encoding="utf-8")
