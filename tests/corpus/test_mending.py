"""What --fix does: only what has one right answer, at once, told, and once for all."""

import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from support.paths import CLEAN
from visavis.corpus import reading
from visavis.corpus.articles import THIRD_PARTY, Article
from visavis.corpus.fixes import mend, write
from visavis.corpus.kb import Entity
from visavis.corpus.layers.mentions import Mention
from visavis.corpus.records import Record, encode
from visavis.validation.folder import check_folder

MENTIONS = "annotations/mentions/a.jsonl"
TEXT = "raw/en/a.txt"


def fixed(folder: Path) -> str:
    """What was done; a second time there is nothing to do."""
    mended = mend(folder)
    write(folder, mended)
    assert mend(folder) == []
    return "\n".join(f"{each.path}: {'; '.join(each.said)}" for each in mended)


def change(
    folder: Path, path: str, kind: type[Record], new: Callable[[list[Record]], object]
) -> None:
    rows: list[Record] = reading.read_rows(folder / path, kind)
    new(rows)
    (folder / path).write_bytes(encode(rows))


def retext(folder: Path, old: str, new: str) -> None:
    path = folder / TEXT
    path.write_bytes(path.read_bytes().replace(old.encode(), new.encode()))


def rules(folder: Path) -> set[str]:
    return {finding.rule for finding in check_folder(folder)}


def test_nothing_is_done_to_a_clean_corpus(clean: Path) -> None:
    assert mend(clean) == []


def test_the_hash_of_our_text_is_renewed_where_all_that_is_said_of_it_fits(clean: Path) -> None:
    retext(clean, "The end.", "The fin.")
    assert rules(clean) == {"text-changed"}
    assert fixed(clean) == "raw/articles.jsonl: a: sha256_en renewed"
    assert rules(clean) == set()


@pytest.mark.parametrize(("old", "new"), [("Paris", "Sarip"), ("The end.", "The very end.")])
def test_the_hash_is_left_where_offsets_would_count_astray(old: str, new: str, clean: Path) -> None:
    retext(clean, old, new)
    assert "sha256" not in fixed(clean)
    assert rules(clean) == {"text-changed"}


def test_the_hash_of_a_third_party_text_is_never_touched(clean: Path) -> None:
    (clean / "raw/fr/b.txt").write_text("Un autre texte.", encoding="utf-8")
    assert fixed(clean) == ""


def test_a_text_without_annotations_has_the_hash_of_its_bytes(clean: Path) -> None:
    for path in clean.glob("annotations/*/a.jsonl"):
        path.unlink()
    retext(clean, "Paris", "Marseille")
    assert fixed(clean) == "raw/articles.jsonl: a: sha256_en renewed"


def test_a_surface_that_is_not_there_is_left_to_a_reader(clean: Path) -> None:
    shutil.copytree(CLEAN.parent / "span-surface", clean, dirs_exist_ok=True)
    before = {path: path.read_bytes() for path in clean.rglob("*.jsonl")}
    fixed(clean)
    assert "span-surface" in rules(clean)
    assert before == {path: path.read_bytes() for path in clean.rglob("*.jsonl")}


def test_equal_rows_are_one_row_and_others_are_left(clean: Path) -> None:
    change(clean, MENTIONS, Mention, lambda rows: rows.append(rows[0]))
    assert fixed(clean) == f"{MENTIONS}: 1 equal rows taken out"
    change(
        clean,
        MENTIONS,
        Mention,
        lambda rows: rows.append(msgspec.structs.replace(rows[0], subtype="x")),
    )
    fixed(clean)
    assert "id-twice" in rules(clean)


def test_a_nested_mention_gets_the_smallest_one_around_it(clean: Path) -> None:
    outer = {"lang": "fr", "type": "EVENT", "form": "NOM", "omitted": "a test", "end": 33}
    rows = [
        msgspec.convert(outer | {"id": "o1", "start": 16}, Mention),
        msgspec.convert(outer | {"id": "o2", "start": 18}, Mention),
    ]
    change(clean, MENTIONS, Mention, lambda there: there.extend(rows))
    assert fixed(clean) == f"{MENTIONS}: m2 of fr: parent o2; o2 of fr: parent o1"
    assert "parent-missing" not in rules(clean)


def test_rights_withdrawn_take_title_and_surfaces_out(clean: Path) -> None:
    def withdraw(rows: list[Record]) -> None:
        rows[0] = msgspec.structs.replace(rows[0], rights_fr=THIRD_PARTY, rights_en=THIRD_PARTY)

    change(clean, "raw/articles.jsonl", Article, withdraw)
    assert "a: title taken out" in fixed(clean)
    assert b'"text"' not in (clean / MENTIONS).read_bytes()


def test_names_are_brought_to_normal_form(clean: Path) -> None:
    def denormal(rows: list[Record]) -> None:
        rows[0] = msgspec.structs.replace(rows[0], aliases_fr=("Me\u0301ta ",))

    change(clean, "annotations/kb.jsonl", Entity, denormal)
    assert "names in normal form" in fixed(clean)
    assert reading.read_rows(clean / "annotations/kb.jsonl", Entity)[0].aliases_fr == ("Méta",)


def test_every_file_is_written_at_once(clean: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    retext(clean, "The end.", "The fin.")
    before = (clean / "raw/articles.jsonl").read_bytes()

    def fail(_handle: int) -> None:
        raise OSError

    monkeypatch.setattr("visavis.files.os.fsync", fail)
    with pytest.raises(Exception, match="cannot be written"):
        write(clean, mend(clean))
    assert (clean / "raw/articles.jsonl").read_bytes() == before
    assert not list(clean.rglob("*.tmp"))
