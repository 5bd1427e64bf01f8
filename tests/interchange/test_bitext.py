"""Pairs are read from every kind of bilingual file, with their places."""

from pathlib import Path

import pytest

from support.paths import CLEAN
from visavis.errors import DataError, UsageError
from visavis.interchange.bitext import Bitext, read

FR, EN = "Il a levé 13 milliards.", "It raised 13 million."
MORE = ("Le chat dort.", "The cat is asleep.")


def pairs(
    *paths: Path, langs: str = "auto", columns: tuple[str, ...] = ()
) -> list[tuple[str, str]]:
    return [row[:2] for row in read(Bitext([str(path) for path in paths], langs, columns))]


def written(folder: Path, name: str, content: str) -> Path:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


def test_a_table_without_a_head(tmp_path: Path) -> None:
    path = written(tmp_path, "a.tsv", f"{FR}\t{EN}\n\n{MORE[0]}\t{MORE[1]}\n")
    assert pairs(path) == [(FR, EN), MORE]
    assert [row.line for row in read(Bitext([str(path)]))] == [1, 3]


@pytest.mark.parametrize(
    ("head", "langs", "expected"),
    [
        ("source\ttarget", "auto", (FR, EN)),
        ("fr\ten", "auto", (FR, EN)),
        ("fr-FR\ten_US", "en-fr", (EN, FR)),
        ("French\tEnglish", "auto", (FR, EN)),
        ("target\tsource", "auto", (EN, FR)),
    ],
)
def test_a_table_with_a_head(tmp_path: Path, head: str, langs: str, expected: object) -> None:
    path = written(tmp_path, "a.tsv", f"\ufeff{head}\r\n{FR}\t{EN}\r\n")
    assert pairs(path, langs=langs) == [expected]


@pytest.mark.parametrize("columns", [("fr", "en"), ("2", "3")])
def test_columns_can_be_chosen(tmp_path: Path, columns: tuple[str, str]) -> None:
    path = written(tmp_path, "a.csv", f'id,fr,en,note\n1,"{FR}","{EN}",x\n')
    assert (FR, EN) in pairs(path, columns=columns)
    with pytest.raises(UsageError, match="no column 'de'"):
        pairs(path, columns=("de", "en"))


def test_another_column_may_waive(tmp_path: Path) -> None:
    path = written(tmp_path, "a.tsv", f"{FR}\t{EN}\tvisavis: waive amount, name\n")
    assert next(read(Bitext([str(path)]))).waived == {"amount", "name"}


def test_a_line_without_a_tab_is_an_error_with_its_place(tmp_path: Path) -> None:
    path = written(tmp_path, "a.tsv", f"{FR}\t{EN}\nalone\n")
    with pytest.raises(DataError, match=r"a\.tsv:2: 1 columns"):
        pairs(path)


def test_what_is_not_utf8_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_bytes("é\tè\n".encode("latin-1"))
    with pytest.raises(DataError, match="not UTF-8"):
        pairs(path)


def test_two_files_of_as_many_lines(tmp_path: Path) -> None:
    fr = written(tmp_path, "a.fr.txt", f"{FR}\n{MORE[0]}\n")
    en = written(tmp_path, "a.en.txt", f"{EN}\n{MORE[1]}\n")
    assert pairs(fr, en) == [(FR, EN), MORE]


def test_two_texts_are_aligned(tmp_path: Path) -> None:
    fr = written(tmp_path, "a.fr.txt", f"{FR} {MORE[0]}\n")
    en = written(tmp_path, "a.en.txt", f"{EN}\n\n{MORE[1]}\n")
    assert pairs(fr, en) == [(FR, EN), MORE]
    assert [row.line for row in read(Bitext([str(fr), str(en)]))] == [1, 3]


TMX = f"""<?xml version="1.0"?><tmx version="1.4"><header srclang="fr"/><body>
<tu><tuv xml:lang="fr-FR"><seg>{FR}</seg></tuv><tuv xml:lang="en"><seg>{EN}</seg></tuv></tu>
<tu><tuv xml:lang="fr"><seg>Seul.</seg></tuv></tu></body></tmx>"""

XLIFF = f"""<?xml version="1.0"?>
<xliff version="1.2"><file source-language="en" target-language="fr" original="a"><body>
<trans-unit id="1"><source>{EN}</source><target>{FR}</target></trans-unit>
<trans-unit id="2"><source>{EN}</source></trans-unit></body></file></xliff>"""

XLIFF_2 = f"""<?xml version="1.0"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="fr" trgLang="en">
<file id="f"><unit id="1"><notes><note>visavis: waive all</note></notes>
<segment><source>{FR}</source><target>{EN}</target></segment></unit></file></xliff>"""

PO = f"""msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

# visavis: waive amount
msgid "{EN}"
msgstr "{FR}"

#, fuzzy
msgid "Fuzzy"
msgstr "Flou"
"""


def test_formats_of_other_tools(tmp_path: Path) -> None:
    assert pairs(written(tmp_path, "a.tmx", TMX)) == [(FR, EN)]
    assert pairs(written(tmp_path, "b.tmx", TMX), langs="en-fr") == [(EN, FR)]
    assert pairs(written(tmp_path, "a.xliff", XLIFF)) == [(EN, FR)]
    path = written(tmp_path, "b.xlf", XLIFF_2)
    (row,) = read(Bitext([str(path)]))
    assert row[:2] == (FR, EN)
    assert row.waived == {"all"}


def test_po(tmp_path: Path) -> None:
    pytest.importorskip("translate")
    (row,) = read(Bitext([str(written(tmp_path, "a.po", PO))]))
    assert row[:2] == (EN, FR)
    assert row.waived == {"amount"}
    assert row.line > 1


def test_a_corpus() -> None:
    rows = list(read(Bitext([str(CLEAN)])))
    assert rows
    assert all(row.id and row.path.endswith(".jsonl") for row in rows)


@pytest.mark.parametrize("names", [["a.docx"], [], ["a", "b", "c"]])
def test_what_cannot_be_read_is_misuse(names: list[str]) -> None:
    with pytest.raises(UsageError):
        list(read(Bitext(names)))


@pytest.mark.parametrize("name", ["a.tsv", "a.csv", "a.tmx", "a.xliff", "a.po"])
def test_a_missing_file_is_misuse(name: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        pairs(tmp_path / name)
