"""The tutorial is run, command by command, on the texts that ship with it."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from datasets import load_dataset

from support.paths import ROOT
from visavis.corpus.layers.mentions import Mention
from visavis.corpus.model import layer_path, text_path
from visavis.corpus.reading import read_articles, read_rows
from visavis.validation.folder import check_folder

PAGE = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
FENCES = re.findall(r"^```(\w*)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
BLOCKS = [block for language, block in FENCES if not language]


def shell(block: str, folder: Path, bin_folder: Path) -> None:
    """Run the lines of a block in a shell that finds this visavis."""
    script = f"set -e\nexport PATH={bin_folder}:$PATH\n{block}"
    run = subprocess.run(
        [shutil.which("sh") or "sh", "-c", script],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, f"{block}\n{run.stdout}\n{run.stderr}"


@pytest.fixture
def commands(tmp_path: Path) -> Path:
    """A folder with a command ``visavis`` that runs the package under test."""
    folder = tmp_path / "bin"
    folder.mkdir()
    command = folder / "visavis"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m visavis "$@"\n')
    command.chmod(0o755)
    return folder


def test_every_command_of_the_tutorial_works(tmp_path: Path, commands: Path) -> None:
    shutil.copytree(ROOT / "docs" / "tutorial" / "texts", tmp_path / "texts")
    start, beads, annotate, edit = BLOCKS
    assert len(start.splitlines()) == 5
    shell(start, tmp_path, commands)
    corpus = tmp_path / "my-corpus"
    assert len(read_articles(corpus)) == 3
    release = str(corpus / "dist" / "my-corpus-0.1.0")
    table = load_dataset(release, "sentences", split="train", cache_dir=str(tmp_path / "cache"))
    assert table.num_rows == 15
    shell(beads, corpus, commands)
    shell(annotate, corpus, commands)
    mentions = read_rows(corpus / layer_path("marche-couvert", "mentions"), Mention)
    assert {row.entity for row in mentions} >= {"mirefont", "claire-aubanel"}
    path = corpus / text_path("recolte-tardive", "fr")
    text = path.read_text(encoding="utf-8").replace("tardive", "très tardive", 1)
    path.write_text(text, encoding="utf-8", newline="")
    shell(edit, corpus, commands)
    assert [str(f) for f in check_folder(corpus) if f.severity == "error"] == []
