import re
from pathlib import Path

import pytest

from visavis.sentences import segment

CASES = Path(__file__).parent / "cases"


def cases() -> list[tuple[str, str, str]]:
    found = []
    for path in sorted(CASES.glob("sentences.*.txt")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            if line and not line.startswith("#"):
                given, expected = map(unescape, line.split(" --- "))
                found.append((path.suffixes[0][1:], given, expected))
    return found


def unescape(text: str) -> str:
    simple = {r"\n": "\n", r"\r": "\r", r"\t": "\t"}
    return re.sub(
        r"\\(?:[nrt]|u[0-9a-f]{4})", lambda m: simple.get(m[0]) or chr(int(m[0][2:], 16)), text
    )


@pytest.mark.parametrize(("lang", "given", "expected"), cases())
def test_case(lang: str, given: str, expected: str) -> None:
    found = [given[start:end] for start, end in segment(given, lang)]
    assert " | ".join(sentence.strip() for sentence in found) == expected
