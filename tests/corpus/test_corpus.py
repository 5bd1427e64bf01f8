from pathlib import Path

import msgspec
import polars as pl
import pytest
from polars.testing import assert_frame_equal

from support.paths import CLEAN, ROOT
from visavis.corpus import canonical, reading
from visavis.corpus.layers import LAYERS
from visavis.errors import DataError, UsageError


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_bytes().decode()
    assert old in text
    path.write_bytes(text.replace(old, new, 1).encode())


@pytest.mark.parametrize("folder", [CLEAN, ROOT], ids=["clean", "own"])
def test_the_files_are_canonical(folder: Path) -> None:
    for path, data in canonical.canonical(folder).items():
        assert (folder / path).read_bytes() == data, path


def test_the_canonical_form_does_not_depend_on_order_and_spacing(clean: Path) -> None:
    expected = canonical.canonical(clean)
    for path in expected:
        lines = (clean / path).read_bytes().splitlines()
        spaced = [msgspec.json.format(line, indent=0) + b" " for line in reversed(lines)]
        (clean / path).write_bytes(b"\n".join(spaced))
    assert canonical.canonical(clean) == expected


def test_reading_does_not_depend_on_the_order_of_rows(clean: Path) -> None:
    before = reading.read(clean)
    for path in canonical.canonical(clean):
        lines = (clean / path).read_bytes().splitlines(keepends=True)
        (clean / path).write_bytes(b"".join(reversed(lines)))
    after = reading.read(clean)
    for layer in LAYERS:
        assert_frame_equal(before.layers[layer].drop("line"), after.layers[layer].drop("line"))
    assert_frame_equal(before.kb.drop("line"), after.kb.drop("line"))


def test_surfaces_are_filled_in_where_rights_allow_and_taken_out_elsewhere(clean: Path) -> None:
    rewrite(clean / "annotations/mentions/a.jsonl", '"text":"OpenAI",', "")
    rewrite(clean / "annotations/mentions/b.jsonl", '"end":', '"text":"Mistral","end":')
    for path, data in canonical.canonical(clean).items():
        assert (CLEAN / path).read_bytes() == data


def test_every_malformed_file_is_named(clean: Path) -> None:
    (clean / "raw/en/a.txt").write_bytes(b"caf\xe9")
    rewrite(clean / "annotations/mentions/a.jsonl", '"ORG"', '"ORGANISATION"')
    (clean / "annotations/kb.jsonl").write_text("{}\n")
    with pytest.raises(DataError) as caught:
        reading.read(clean)
    problems = str(caught.value).splitlines()
    assert [problem.split(": ")[0].removeprefix(f"{clean}/") for problem in problems] == [
        "raw/en/a.txt:1",
        "annotations/mentions/a.jsonl:2",
        "annotations/kb.jsonl:1",
    ]


def test_a_file_of_no_article_is_named(clean: Path) -> None:
    (clean / "annotations/mentions/aa.jsonl").write_text("")
    with pytest.raises(DataError, match=r"aa.jsonl: no article 'aa' in raw/articles.jsonl"):
        reading.read(clean)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"id":"b"', '"id":"a"', "articles.jsonl:2: the id 'a' is in line 1 already"),
        ('"id":"b"', '"id":"../b"', r"matching regex .* - at `\$.id`"),
        ('"split":"test"', '"split":"dev"', "Choose among train, validation, test"),
        (
            '"rights_fr":"third-party"',
            '"rights_fr":"CC-BY-9.9"',
            "neither an SPDX expression nor third-party",
        ),
    ],
)
def test_a_wrong_article_row_is_named(clean: Path, old: str, new: str, message: str) -> None:
    rewrite(clean / "raw/articles.jsonl", old, new)
    with pytest.raises(DataError, match=message):
        reading.read_articles(clean)


def test_a_folder_without_articles_is_not_a_corpus(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="Make one with `visavis init`"):
        reading.read(tmp_path)


def test_a_part_has_the_rows_of_its_articles_only() -> None:
    part = reading.read(CLEAN).part(["b"])
    assert part.articles["id"].to_list() == ["b"]
    assert set(part.layers["mentions"]["article"]) == {"b"}
    assert part.texts.select(pl.col("article").n_unique()).item() == 1
