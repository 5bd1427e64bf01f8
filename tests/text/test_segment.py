import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from visavis.cli import UNREAD, main


def rows(output: bytes) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.decode().split("\n")[:-1]]


def test_a_file_is_read_without_translation(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("\ufeffTitre\r\n« Né\u202f! » Il part.\r\n".encode())
    assert main(["segment", "--lang", "fr", str(file)]) == 0
    assert rows(capsysbinary.readouterr().out) == [
        {"start": 0, "end": 8, "text": "\ufeffTitre\r\n"},
        {"start": 8, "end": 17, "text": "« Né\u202f! » "},
        {"start": 17, "end": 27, "text": "Il part.\r\n"},
    ]


@pytest.mark.parametrize("arguments", [[], ["-"]])
def test_standard_input_is_read(
    arguments: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Né. Là.".encode())))
    assert main(["segment", "--lang", "fr", *arguments]) == 0
    output = capsysbinary.readouterr().out
    assert [row["text"] for row in rows(output)] == ["Né. ", "Là."]
    assert "Né".encode() in output


def test_what_is_not_utf8_is_refused_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "latin1.txt"
    file.write_bytes("Né à Paris".encode("latin-1"))
    assert main(["segment", "--lang", "fr", str(file)]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(
        f"visavis segment: {file}:1: byte 0xe9 at byte offset 1 is not UTF-8"
    )
    assert captured.err.count("\n") == 1


@pytest.mark.parametrize("name", ["missing.txt", "."])
def test_a_file_that_cannot_be_read_is_misuse(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["segment", "--lang", "fr", str(tmp_path / name)]) == 2
    assert str(tmp_path / name) in capsys.readouterr().err


def test_an_unknown_language_is_misuse(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")
    assert main(["segment", "--lang", "tlh", str(tmp_path / "a.txt")]) == 2
    assert "en, fr" in capsys.readouterr().err


def test_a_reader_that_stops_early_ends_it_quietly(tmp_path: Path) -> None:
    file = tmp_path / "long.txt"
    file.write_text("Il part. " * 50_000, encoding="utf-8")
    command = [sys.executable, "-m", "visavis", "segment", "--lang", "fr", str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == UNREAD
