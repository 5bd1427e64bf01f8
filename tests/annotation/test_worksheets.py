"""Worksheets: what is written is read again, and what cannot be read is refused line by line."""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.paths import ROOT
from support.strategies import records, texts
from visavis.annotation import sheet_writing, worksheets
from visavis.annotation.worksheets import SHEET_LAYERS
from visavis.corpus import model, reading
from visavis.corpus.layers import SPAN_LAYERS
from visavis.corpus.layers.beads import AlignedBead
from visavis.corpus.layers.mentions import Mention
from visavis.corpus.model import layer_path
from visavis.corpus.records import Span
from visavis.errors import DataError
from visavis.languages import LANGS, Lang

TEXTS: dict[Lang, str] = {
    "fr": "Selon Reuters, l’accord vaut plus de 13\u202f%, 13\u202f% du tout.\n"
    "Non\u00a0! dit Reuters.",
    "en": 'The deal is worth more than 13%, 13% of it all, Reuters says. "No!" Reuters says.',
}
BEADS = [
    AlignedBead(id="b1", fr=((0, 56),), en=((0, 62),), method="manual"),
    AlignedBead(id="b2", fr=((56, 73),), en=((62, 81),), method="manual"),
]
START = "article a\n\n== b1\n"


def lines(sheet: str) -> dict[str, list[Any]]:
    return worksheets.read(sheet, "a.txt", TEXTS, BEADS, surfaces=LANGS)


@st.composite
def articles(
    draw: st.DrawFn,
) -> tuple[dict[Lang, str], list[AlignedBead], dict[str, list[Span]]]:
    """Two hard texts, tiled by beads, and any well-formed records inside them."""
    sides = {lang: draw(st.lists(texts.filter(bool), min_size=2, max_size=3)) for lang in LANGS}
    text: dict[Lang, str] = {lang: "".join(sides[lang]) for lang in LANGS}
    beads = []
    for i in range(3):
        tiles = {
            lang: tuple(
                (len("".join(sides[lang][:i])), len("".join(sides[lang][: i + 1])))
                for _ in sides[lang][i : i + 1]
            )
            for lang in LANGS
        }
        beads.append(AlignedBead(id=f"b{i}", fr=tiles["fr"], en=tiles["en"], method="manual"))
    rows: dict[str, list[Span]] = {}
    for layer in SHEET_LAYERS:
        rows[layer] = [
            draw(_placed(layer, lang, len(text[lang])))
            for lang in draw(st.lists(st.sampled_from(LANGS), max_size=3))
        ]
        rows[layer] = [*{(row.id, row.lang): row for row in rows[layer]}.values()]
    return text, beads, rows


def _placed(layer: str, lang: Lang, length: int) -> st.SearchStrategy[Span]:
    edges = st.tuples(st.integers(0, length), st.integers(0, length)).map(sorted)
    return st.tuples(records(SPAN_LAYERS[layer]), edges).map(
        lambda drawn: msgspec.structs.replace(
            drawn[0], lang=lang, start=drawn[1][0], end=drawn[1][1], text=None
        )
    )


@given(articles())
def test_reader_and_writer_are_inverses(
    article: tuple[dict[Lang, str], list[AlignedBead], dict[str, list[Span]]],
) -> None:
    corpus, beads, rows = article
    sheet = sheet_writing.write("a", corpus, beads, rows, {})
    again = worksheets.read(sheet, "a.txt", corpus, beads, surfaces=())
    for layer in SHEET_LAYERS:
        assert sorted(again[layer], key=repr) == sorted(rows[layer], key=repr)


def test_a_sheet_shows_what_a_line_says() -> None:
    rows = lines(
        START
        + "mentions m1 type=ORG form=NAM entity=reuters | Reuters | Reuters\n"
        + "amounts a1 kind=percent value=13 unit=% role=stake comparator=gt"
        " | 13 %#1 {modifier: plus de} | 13%#1 {modifier: more than}\n"
        + "attributions t1 source=m1 | Selon {content: l'accord … du tout}"
        " | says {content: The deal … it all} {relation=broader}\n"
        + "# a remark\n? number fr 13\n\n== b2\n"
        + 'decisions d1 omitted=decision candidate=name reason="D3, \\u007c" | Non |\n'
    )
    assert rows["mentions"][1] == Mention(
        id="m1", lang="fr", start=6, end=13, text="Reuters", type="ORG", form="NAM",
        entity="reuters",
    )  # fmt: skip
    english, french = rows["attributions"]
    assert (french.text, french.content) == ("Selon", ((15, 55),))
    assert (english.relation, english.content) == ("broader", ((0, 46),))
    assert [row.modifier for row in rows["amounts"]] == [(18, 27), (29, 36)]
    (decision,) = rows["decisions"]
    assert (decision.lang, decision.text, decision.reason) == ("fr", "Non", "D3, |")


def test_another_bead_and_code_points_may_be_named() -> None:
    rows = lines(START + "attributions t1 | Selon {content: @b2 Non} {content: [0:5]} |\n")
    assert rows["attributions"][0].content == ((57, 60), (0, 5))


def test_a_line_of_text_that_changed_is_refused() -> None:
    text = "fr  Selon Reuters, l'accord vaut plus de 13 %, 13 % du tout."
    assert lines(f"{START}{text}\n")["mentions"] == []
    with pytest.raises(DataError, match=r"a.txt:4: the fr text of b1 has changed"):
        lines(f"{START}{text[:-1]}!\n")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("mention m1 | Reuters |", "'mention' is no layer of a sheet; begin with one of mentions"),
        ("mentions m1 type=ORG form=NAM", "write LAYER ID FIELD=VALUE"),
        ("mentions m1 type=ORG form=NAM | Reuters | Reuters | x", "write LAYER ID FIELD=VALUE"),
        ("mentions m1 type=ORG form=NAM | Bloomberg |", "does not stand in the fr side of b1"),
        ("mentions m1 type=ORG form=NAM | [x |", r"'\[x' does not stand"),
        ("amounts a1 kind=percent role=stake | 13 % |", "stands 2 times in the fr side of b1"),
        ("amounts a1 kind=percent role=stake | 13 %#3 |", "'13 %#3' does not stand"),
        ("mentions m1 type=FIRM form=NAM | Reuters |", r"Invalid enum value 'FIRM' - at `\$.type`"),
        ("mentions m1 form=NAM | Reuters |", "missing required field `type`"),
        (
            "mentions m1 kind=ORG | Reuters |",
            "'kind=ORG' is not FIELD=VALUE; fields: entity, flags",
        ),
        ("mentions m1 type=ORG type=ORG | Reuters |", "'type=ORG' is not FIELD=VALUE"),
        ("mentions m1 type=ORG form=NAM | Reuters {x |", "is not words and"),
        ("mentions  | Reuters |", "length|pattern|regex"),
        ("stances s1 | Selon {target_span: du tout} {target_span: du tout} |", "stands twice"),
        ("attributions t1 | Selon {content: @b9 Non} |", "there is no bead b9"),
        ("== b7", "there is no bead 'b7'"),
        ('decisions d1 candidate=name reason="D3 | Selon |', "is not FIELD=VALUE"),
    ],
)
def test_what_cannot_be_read_is_refused(line: str, message: str) -> None:
    with pytest.raises(DataError, match=message) as refused:
        lines(f"{START}{line}\n")
    assert str(refused.value).startswith("a.txt:4: ")


def test_an_id_twice_is_refused() -> None:
    line = "mentions m1 type=ORG form=NAM | Reuters |\n"
    with pytest.raises(DataError, match=r"a.txt:6: mentions m1 of fr is in line 4 already; give"):
        lines(f"{START}{line}\n{line}")


def test_every_wrong_line_is_told() -> None:
    with pytest.raises(DataError) as refused:
        lines(START + "x y\n\nmentions m1 | a |\n")
    assert [text[:8] for text in str(refused.value).split("\n")] == ["a.txt:4:", "a.txt:6:"]


def test_something_else_is_no_sheet() -> None:
    with pytest.raises(DataError, match=r"a\.txt:1: not a worksheet"):
        worksheets.article_of("== b1\n", "a.txt")


def worksheet(*arguments: object) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "visavis", "worksheet", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_sheet_of_an_article_gives_its_files_again(tmp_path: Path) -> None:
    copy = copied(tmp_path)
    sheet = tmp_path / "sheet.txt"
    sheet.write_text(worksheet("mistral-asml", "--corpus", copy).stdout, encoding="utf-8")
    before = reading.read(copy)
    for layer in SHEET_LAYERS:
        (copy / model.layer_path("mistral-asml", layer)).unlink(missing_ok=True)
    done = worksheet(sheet, "--read", "--corpus", copy)
    assert done.returncode == 0, done.stderr
    after = reading.read(copy)
    for layer in SHEET_LAYERS:
        assert after.layers[layer].equals(before.layers[layer])


def test_a_pass_is_written_with_its_annotator(tmp_path: Path) -> None:
    copy = copied(tmp_path)
    sheet = tmp_path / "sheet.txt"
    sheet.write_text(worksheet("mistral-asml", "--corpus", copy).stdout, encoding="utf-8")
    refused = worksheet(sheet, "--read", "--pass", "z", "--corpus", copy)
    assert refused.returncode == 2
    assert "z: a new pass. Say with --annotator who made it." in refused.stderr
    done = worksheet(
        sheet, "--read", "--pass", "z", "--annotator", "language_model", "--corpus", copy
    )
    assert done.returncode == 0, done.stderr
    again = worksheet("mistral-asml", "--pass", "z", "--corpus", copy)
    assert again.stdout == sheet.read_text(encoding="utf-8")


def test_a_wrong_sheet_changes_nothing(tmp_path: Path) -> None:
    copy = copied(tmp_path)
    before = files_of(copy)
    sheet = tmp_path / "sheet.txt"
    sheet.write_text("article mistral-asml\n== b1\nmentions m1 | x |\n", encoding="utf-8")
    refused = worksheet(sheet, "--read", "--corpus", copy)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert f"{sheet}:3: 'x' does not stand in the fr side of b1." in refused.stderr
    assert files_of(copy) == before


CUTS = {
    "the first line alone": (0, "b1 and "),
    "all but the last bead": (-1, "the article not in the sheet"),
    "all but the last line": (None, "cut short, its last line `end mistral-asml` is missing"),
}


@pytest.mark.parametrize("cut", CUTS)
def test_a_sheet_that_is_cut_short_is_refused(tmp_path: Path, cut: str) -> None:
    copy = copied(tmp_path)
    blocks = worksheet("mistral-asml", "--corpus", copy).stdout.split("\n== ")
    where, message = CUTS[cut]
    sheet = tmp_path / "sheet.txt"
    text = "\n== ".join(blocks[:where] if where else blocks[:1])
    if where is None:
        text = "\n== ".join(blocks).removesuffix("end mistral-asml\n")
    sheet.write_text(text, encoding="utf-8")
    before = files_of(copy)
    refused = worksheet(sheet, "--read", "--corpus", copy)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert message in refused.stderr
    assert "--partial" in refused.stderr
    assert files_of(copy) == before


def test_a_part_of_a_sheet_changes_the_beads_that_are_in_it(tmp_path: Path) -> None:
    copy = copied(tmp_path)
    blocks = worksheet("mistral-asml", "--corpus", copy).stdout.split("\n== ")
    bare = [line for line in blocks[3].split("\n") if line.split(" ")[0] not in SHEET_LAYERS]
    sheet = tmp_path / "sheet.txt"
    sheet.write_text("\n== ".join([blocks[0], "\n".join(bare)]), encoding="utf-8")
    before = files_of(copy)
    tried = worksheet(sheet, "--read", "--partial", "--dry-run", "--corpus", copy)
    assert tried.returncode == 0
    assert "would replace annotations/mentions/mistral-asml.jsonl" in tried.stderr
    assert files_of(copy) == before
    done = worksheet(sheet, "--read", "--partial", "--corpus", copy)
    assert done.returncode == 0, done.stderr
    gone = blocks[3].count("\nmentions")
    assert gone
    assert "mentions: " in done.stderr
    assert " 0 changed" in done.stderr
    again = worksheet("mistral-asml", "--corpus", copy).stdout.split("\n== ")
    assert [b for i, b in enumerate(again) if i != 3] == [b for i, b in enumerate(blocks) if i != 3]


def test_what_a_sheet_replaced_is_put_back_by_undo(tmp_path: Path) -> None:
    copy = copied(tmp_path)
    sheet = tmp_path / "sheet.txt"
    text = worksheet("mistral-asml", "--corpus", copy).stdout
    rest = [line for line in text.split("\n") if not line.startswith("mentions")]
    sheet.write_text("\n".join(rest), encoding="utf-8")
    before = files_of(copy)
    done = worksheet(sheet, "--read", "--corpus", copy)
    assert done.returncode == 0, done.stderr
    assert "delete annotations/mentions/mistral-asml.jsonl" in done.stderr
    assert not (copy / layer_path("mistral-asml", "mentions")).exists()
    assert {*files_of(copy)} >= {*before} - {str(copy / layer_path("mistral-asml", "mentions"))}
    undo = [sys.executable, "-m", "visavis", "undo", "--corpus", str(copy)]
    back = subprocess.run(undo, capture_output=True, text=True, check=False)
    assert back.returncode == 0, back.stderr
    assert files_of(copy).items() >= before.items()


def test_a_sheet_of_a_text_that_changed_is_neither_printed_nor_read(tmp_path: Path) -> None:
    copy = copied(tmp_path)
    sheet = tmp_path / "sheet.txt"
    sheet.write_text(worksheet("mistral-asml", "--corpus", copy).stdout, encoding="utf-8")
    text = copy / "raw" / "fr" / "mistral-asml.txt"
    text.write_text("Or, " + text.read_text(encoding="utf-8"), encoding="utf-8")
    for arguments in (("mistral-asml",), (sheet, "--read")):
        refused = worksheet(*arguments, "--corpus", copy)
        assert (refused.returncode, refused.stdout) == (1, "")
        assert "not the text that the row of mistral-asml describes" in refused.stderr


def test_undecided_candidates_are_shown(tmp_path: Path) -> None:
    copy = copied(tmp_path)
    (copy / model.layer_path("mistral-asml", "mentions")).unlink()
    rendered = worksheet("mistral-asml", "--corpus", copy).stdout
    assert "? name fr ASML\n" in rendered
    unknown = worksheet("nothing", "--corpus", copy)
    assert unknown.returncode == 2
    assert "nothing: no article with both texts and beads. Run `visavis align`." in unknown.stderr


def copied(folder: Path) -> Path:
    """The corpus of this repository, without the code."""
    for part in ("raw", "annotations"):
        shutil.copytree(ROOT / part, folder / "corpus" / part)
    return folder / "corpus"


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
