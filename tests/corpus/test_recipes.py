"""Recipes: a text is made from lines of a file that the user has, and proved by its SHA-256."""

from pathlib import Path
from string import printable

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.paths import CLEAN
from visavis import files
from visavis.corpus import ingest, offers
from visavis.corpus.articles import Article
from visavis.corpus.ingest import Hydration
from visavis.corpus.reading import read_articles
from visavis.corpus.recipes import Recipe, make, texts_of
from visavis.corpus.records import decode_lines, encode
from visavis.errors import DataError

LINES = ["Un.", "Deux ans.", "", "Quatre œufs.", "Cinq."]
FILE = "set-ref.fra.txt"


def made(*lines: str) -> tuple[str, bytes]:
    text = "".join(f"{line}\n" for line in lines).encode()
    return files.sha256(text), text


def written(path: Path, end: str = "\r\n", last: str = "\r\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes((end.join(LINES) + last).encode())
    return path


@pytest.mark.parametrize("end", ["\r\n", "\n"])
@pytest.mark.parametrize("last", ["\r\n", "\n", ""])
def test_lines_make_a_text_whatever_ends_them(tmp_path: Path, end: str, last: str) -> None:
    path = written(tmp_path / FILE, end, last)
    middle, whole = made(*LINES[1:4]), made(*LINES)
    recipes = {middle[0]: Recipe(FILE, 2, 4), whole[0]: Recipe(FILE, 1, 5)}
    assert texts_of(path, recipes) == dict([middle, whole])


def test_a_byte_order_mark_is_dropped(tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.write_bytes(b"\xef\xbb\xbfUn.\nDeux.\n")
    sha256, text = made("Un.")
    assert texts_of(path, {sha256: Recipe(FILE, 1, 1)}) == {sha256: text}


@given(
    st.lists(st.text(printable.replace("\n", "").replace("\r", "") + "é🎉"), min_size=1),
    st.data(),
)
def test_any_lines_of_any_file(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str], data: st.DataObject
) -> None:
    first = data.draw(st.integers(1, len(lines)))
    last = data.draw(st.integers(first, len(lines)))
    path = tmp_path_factory.mktemp("held") / FILE
    path.write_bytes("\r\n".join([*lines, ""]).encode())
    sha256, text = made(*lines[first - 1 : last])
    assert texts_of(path, {sha256: Recipe(FILE, first, last)}) == {sha256: text}


def test_a_line_out_of_range_is_one_clear_error(tmp_path: Path) -> None:
    path = written(tmp_path / FILE)
    assert texts_of(path, {made("Cinq.")[0]: Recipe(FILE, 5, 5)})
    with pytest.raises(DataError) as caught:
        texts_of(path, {made("Cinq.", "Six.")[0]: Recipe(FILE, 5, 6)})
    assert str(caught.value) == (
        f"{path}: the file has 5 lines, and a recipe wants 5 to 6. "
        "Get the edition of the file that the articles were made from."
    )


def test_lines_of_another_edition_are_one_clear_error(tmp_path: Path) -> None:
    path = written(tmp_path / FILE)
    wrong = {made(f"Autre {i}.")[0]: Recipe(FILE, i, i) for i in (1, 2, 3)}
    with pytest.raises(DataError, match=r"lines 1 to 1 are not the text .*; 2 more recipes") as one:
        texts_of(path, wrong)
    assert str(one.value).count("\n") == 0


def test_of_two_files_of_a_name_one_must_be_right(tmp_path: Path) -> None:
    right = written(tmp_path / "a" / FILE)
    wrong = tmp_path / "b" / FILE
    wrong.parent.mkdir()
    wrong.write_text("Autre.\n", encoding="utf-8")
    sha256, text = made("Un.")
    recipes = {sha256: Recipe(FILE, 1, 1)}
    assert make([wrong, right], recipes) == make([right, wrong], recipes) == {sha256: text}
    with pytest.raises(DataError, match="are not the text"):
        make([wrong], recipes)
    assert make([tmp_path / "other.txt"], recipes) == {}


def test_a_whole_file_comes_before_a_recipe(tmp_path: Path) -> None:
    sha256, text = made("Un.", "Sept.")
    (tmp_path / "any name").write_bytes(text)
    written(tmp_path / FILE)
    offered = offers.search(tmp_path, {sha256}, {sha256: Recipe(FILE, 1, 2)})
    assert (offered.has(sha256), offered.made, offered.read(sha256)) == (True, {}, text)


def row(**cells: object) -> Article:
    (article, *_) = read_articles(CLEAN)
    return msgspec.convert(msgspec.to_builtins(article) | cells, Article)


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"recipe_fr": f"{FILE}:3-2"}, "line 2 comes before line 3"),
        ({"recipe_fr": f"{FILE}:0-2"}, "recipe_fr"),
        ({"recipe_fr": FILE}, "recipe_fr"),
        ({"recipe_fr": f"../{FILE}:1-2"}, "recipe_fr"),
        (
            {"recipe_en": f"{FILE}:1-2", "sha256_en": None, "translation": None, "rights_en": None},
            "the row has no sha256_en",
        ),
    ],
)
def test_a_recipe_is_validated(cells: dict[str, object], problem: str) -> None:
    with pytest.raises(msgspec.ValidationError, match=problem):
        row(**cells)


def test_a_row_without_a_recipe_stays_as_it_was() -> None:
    assert b"recipe" not in encode([row()])
    article = row(recipe_fr=f"{FILE}:1-1")
    assert decode_lines(encode([article]), Article, "x") == [article]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A corpus of two articles, both sides of a third party, made by recipe and not hydrated."""
    folder = tmp_path / "corpus"
    ingest.start(folder, "test")
    rows = []
    for id_, lines in {"one": (1, 2), "two": (4, 5)}.items():
        cells: dict[str, object] = {"id": id_, "story": id_, "split": "test"}
        for lang, file in {"fr": FILE, "en": "set-src.eng.txt"}.items():
            sha256, _ = made(*(lang + line for line in LINES[lines[0] - 1 : lines[1]]))
            cells |= {
                f"sha256_{lang}": sha256,
                f"rights_{lang}": "third-party",
                f"recipe_{lang}": f"{file}:{lines[0]}-{lines[1]}",
            }
        rows.append(row(**cells))
    (folder / "raw/articles.jsonl").write_bytes(encode(rows))
    return folder


def held(folder: Path) -> Path:
    folder.mkdir()
    for lang, file in {"fr": FILE, "en": "set-src.eng.txt"}.items():
        (folder / file).write_bytes("\r\n".join([*(lang + line for line in LINES), ""]).encode())
    return folder


def test_a_corpus_is_hydrated_by_recipe(corpus: Path, tmp_path: Path) -> None:
    source = held(tmp_path / "held")
    states = ingest.hydrate(corpus, source)
    assert states == [
        Hydration(id_, lang, "hydrated") for id_ in ("one", "two") for lang in ("en", "fr")
    ]
    assert (corpus / "raw/fr/two.txt").read_text(encoding="utf-8") == "frQuatre œufs.\nfrCinq.\n"
    assert (corpus / "raw/en/.gitignore").read_text() == "one.txt\ntwo.txt\n"
    assert {state.state for state in ingest.hydrate(corpus, source)} == {"present"}


def test_a_wrong_edition_writes_nothing(corpus: Path, tmp_path: Path) -> None:
    source = held(tmp_path / "held")
    (source / FILE).write_text("autre\n" * 9, encoding="utf-8")
    with pytest.raises(DataError, match=f"{FILE}: lines 1 to 2 are not the text"):
        ingest.hydrate(corpus, source)
    assert not (corpus / "raw/en/one.txt").exists()


def test_what_is_missing_is_named_with_its_recipe(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "held").mkdir()
    states = ingest.hydrate(corpus, tmp_path / "held")
    hints = ingest.hints(corpus, tmp_path / "held", states)
    assert f"two (fr): made of {FILE}:4-5" in hints
