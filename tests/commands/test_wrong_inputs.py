"""Forty wrong inputs to every verb that reads a file: one clear error, and nothing half-written."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from visavis.cli import main

ARTICLE = "pluie"
FRENCH = "La pluie\n\nIl pleut depuis 3 jours à Nîmes. Orange a payé 5 millions d’euros.\n"
ENGLISH = "The rain\n\nIt has rained for 3 days in Nîmes. Orange paid €5 million.\n"


def _zip(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "<w/>")
    return buffer.getvalue()


def _rows(*rows: object) -> bytes:
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


MENTION = {
    "article": ARTICLE, "layer": "mentions", "id": "m1", "lang": "fr", "start": 45, "end": 51,
    "type": "ORG", "form": "NAM", "entity": "orange",
}  # fmt: skip
BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE t [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;&a;">'
    b"]><tmx><body>&b;</body></tmx>"
)
WRONG: dict[str, bytes] = {
    "empty": b"",
    "one newline": b"\n",
    "spaces": b"  \t \n \n",
    "a byte order mark alone": b"\xef\xbb\xbf",
    "a NUL": b"Il pleut.\x00\n",
    "NULs alone": b"\x00" * 64,
    "UTF-16": "Il pleut depuis 3 jours.\n".encode("utf-16"),
    "UTF-16 without a mark": "Il pleut.\n".encode("utf-16-le"),
    "Latin-1": "Il a payé à Nîmes.\n".encode("latin-1"),
    "a cut UTF-8 sequence": "Il a payé".encode()[:-1],
    "an encoded surrogate": b"a\xed\xa0\x80b\n",
    "an overlong sequence": b"a\xc0\xafb\n",
    "HTML": b"<!DOCTYPE html><html><body><p>Il pleut.</p></body></html>\n",
    "RTF": b"{\\rtf1\\ansi Il pleut.}",
    "PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n",
    "a Word file": _zip("[Content_Types].xml", "word/document.xml"),
    "a zip archive": _zip("a.txt"),
    "gzip": b"\x1f\x8b\x08\x00\x00\x00\x00\x00",
    "a picture": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "Parquet": b"PAR1\x00\x00PAR1",
    "escape sequences": b"\x1b]0;title\x07\x1b[2J\x1b[31mred\n",
    "a JSON number": b"1\n",
    "a JSON list": b"[]\n",
    "a JSON text": b'"a"\n',
    "an empty object": b"{}\n",
    "null": b"null\n",
    "half an object": b'{"id": "a", "lan\n',
    "two objects on a line": b'{"id": "a"}{"id": "b"}\n',
    "nested too deep": b"[" * 5000 + b"]" * 5000 + b"\n",
    "a number beyond all": b'{"id": "a", "start": 1' + b"0" * 400 + b"}\n",
    "NaN": b'{"id": "a", "start": NaN}\n',
    "unknown fields": _rows({"id": "a", "colour": "red"}),
    "fields of other types": _rows({**MENTION, "start": "2", "end": None}),
    "an unknown label": _rows({**MENTION, "type": "COMPANY"}),
    "a negative offset": _rows({**MENTION, "start": -3}),
    "a span past the end": _rows({**MENTION, "end": 10**9}),
    "an id twice": _rows(MENTION, MENTION),
    "an article that is not there": _rows({**MENTION, "article": "nowhere"}),
    "an id that climbs": _rows({**MENTION, "article": "../../x", "id": "../x"}),
    "a table with other columns": b"colour,size\nred,3\n",
    "a table with a short line": b"fr,en,id\nIl pleut.\n",
    "an XML bomb": BOMB,
    "XML of another kind": b"<?xml version='1.0'?><a><b/></a>\n",
    "XML that does not close": b"<?xml version='1.0'?><tmx><body><tu>\n",
    "a worksheet of another article": b"article nowhere\n\n== b1  1-1\n\nend nowhere\n",
    "a worksheet that is cut short": f"article {ARTICLE}\n\n== b1  1-1\n".encode(),
    "one long line": b"a " * 200_000,
}
"""What is wrong -> the bytes of the file."""

VERBS: dict[str, list[str]] = {
    "add": ["{file}", "--rights", "CC0-1.0"],
    "add as English": ["{text}", "--en", "{file}", "--rights", "CC0-1.0", "--id", "new"],
    "add as a table": ["--table", "{csv}", "--rights", "CC0-1.0"],
    "add as rows": ["--table", "{jsonl}", "--rights", "CC0-1.0"],
    "add as a bitext": ["--bitext", "{tsv}", "--id", "new", "--rights", "CC0-1.0"],
    "add as two line-aligned files": ["--bitext", "{text}", "{file}", "--rights", "CC0-1.0"],
    "hydrate": ["{file}"],
    "align as a batch": ["--batch", "{file}"],
    "beads": [ARTICLE, "--read", "{file}"],
    "worksheet": ["{file}", "--read"],
    "worksheet of a pass": ["{file}", "--read", "--pass", "b", "--annotator", "human"],
    "score": ["{jsonl}"],
    "score against": [".", "{jsonl}"],
    "diff": ["{file}", "."],
    "diff to replay": [".", "--replay", "{file}", "{out}"],
    "verify": ["{file}"],
    "page": ["{file}", "-o", "{out}"],
    "segment": ["{file}", "--lang", "fr"],
    "amounts": ["{file}", "--lang", "fr"],
    "import tmx": ["{file}", "--rights", "CC0-1.0"],
    "import xliff": ["{file}", "--rights", "CC0-1.0"],
    "import tsv": ["{tsv}", "--rights", "CC0-1.0"],
    "import moses": ["{file}", "--rights", "CC0-1.0"],
    "import brat": ["{file}", "--rights", "CC0-1.0"],
    "import conllu": ["{file}", "--rights", "CC0-1.0"],
}
"""A name -> the words after the verb; the verb is the first word, or the first two of import."""


TAKES_ANY_TEXT = {"add", "add as English", "add as two line-aligned files", "segment", "amounts"}
"""Verbs to which every plain text in UTF-8 is right."""

NOTHING_WRONG = {
    ("align as a batch", "empty"),
    ("align as a batch", "one newline"),
    ("align as a batch", "spaces"),
    ("diff to replay", "empty"),
}
"""Files that say nothing, and are right."""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wrong")
    (folder / "texts").mkdir()
    (folder / "texts" / f"{ARTICLE}.fr.txt").write_text(FRENCH, encoding="utf-8")
    (folder / "texts" / f"{ARTICLE}.en.txt").write_text(ENGLISH, encoding="utf-8")
    root = folder / "corpus"
    assert main(["init", str(root), "--name", "rain"]) == 0
    text, english = (str(folder / "texts" / f"{ARTICLE}.{lang}.txt") for lang in ("fr", "en"))
    words = ["--id", ARTICLE, "--rights", "CC0-1.0", "--corpus", str(root)]
    assert main(["add", text, "--en", english, *words]) == 0
    assert main(["align", "--corpus", str(root)]) == 0
    return root


def content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("verb", VERBS)
def test_a_wrong_file_is_one_clear_error(
    verb: str,
    corpus: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(corpus)
    problems = []
    for number, (wrong, data) in enumerate(WRONG.items()):
        text = tmp_path / "text.txt"
        text.write_text("Un autre texte.\n", encoding="utf-8")
        files = {"text": str(text), "out": str(tmp_path / f"out{number}")}
        for form, suffix in {"file": "txt", "csv": "csv", "jsonl": "jsonl", "tsv": "tsv"}.items():
            path = tmp_path / f"wrong{number}.{suffix}"
            path.write_bytes(data)
            files[form] = str(path)
        words = verb.split()[: 2 if verb.startswith("import") else 1]
        words += [word.format(**files) for word in VERBS[verb]]
        before = content(corpus)
        try:
            status = main(words)
        except BaseException as error:  # noqa: BLE001 - a traceback is what is looked for
            problems.append(f"{wrong}: {type(error).__name__}: {error}")
            continue
        message = capsys.readouterr().err
        if status == 0:
            if (verb, wrong) not in NOTHING_WRONG and verb not in TAKES_ANY_TEXT:
                problems.append(f"{wrong}: accepted")
            if content(corpus) != before:
                main(["undo"])
                capsys.readouterr()
        elif not message.startswith(f"visavis {words[0]}: ") or f"wrong{number}." not in message:
            problems.append(f"{wrong}: {message[:200]!r}")
        elif content(corpus) != before or Path(files["out"]).exists():
            problems.append(f"{wrong}: refused, and something was written")
    assert not problems, "\n".join(problems)


def test_the_list_is_long_enough() -> None:
    assert len(WRONG) >= 40
