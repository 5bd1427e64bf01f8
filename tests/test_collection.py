from pathlib import Path

import pytest

from visavis.corpus import canonical, ingest, reading
from visavis.corpus.ingest import Hydration, Source
from visavis.errors import DataError, UsageError
from visavis.release.build import build

OPEN = {"rights": "CC-BY-4.0"}
THIRD = {"rights": "third-party"}
TRAPS = "Recette 🎉 de l’été\r\n\n«\u00a0Très bon\u202f!\u00a0» e\u0301. 1\u202f000 g\n"


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    ingest.start(tmp_path / "corpus", "Recettes")
    return tmp_path / "corpus"


def source(folder: Path, name: str, text: str = TRAPS) -> Path:
    path = folder / name
    path.write_bytes(text.encode())
    return path


def test_a_new_corpus_takes_texts_and_builds(empty: Path, tmp_path: Path) -> None:
    files = [
        source(tmp_path, f"{name}.txt", f"{name} {TRAPS}") for name in ("un", "Deux É", "trois")
    ]
    added = ingest.add(empty, [Source(ingest.slug(f.stem), f) for f in files], OPEN)
    assert [article.id for article in added] == ["un", "deux", "trois"]
    assert (empty / "raw/fr/un.txt").read_bytes() == files[0].read_bytes()
    release = build(empty, tmp_path / "dist")
    assert release.name == "recettes-0.1.0"
    assert sorted(path.name for path in release.iterdir()) == [
        "CHANGELOG.md",
        "README.md",
        "articles",
        "croissant.json",
        "manifest.json",
        "pictures",
    ]


def test_what_is_unknown_is_null(empty: Path, tmp_path: Path) -> None:
    (article,) = ingest.add(empty, [Source("un", source(tmp_path, "un.txt"))], OPEN)
    assert (article.title, article.publisher, article.published, article.translation) == (None,) * 4
    assert reading.read_articles(empty) == [article]


def test_a_translation_is_declared(empty: Path, tmp_path: Path) -> None:
    english = source(tmp_path, "en.txt", "A recipe\n")
    ingest.add(empty, [Source("un", source(tmp_path, "un.txt"), english)], OPEN)
    (article,) = reading.read_articles(empty)
    assert article.translation == "unknown"
    assert (empty / "raw/en/un.txt").read_bytes() == b"A recipe\n"


def test_a_text_is_taken_once(empty: Path, tmp_path: Path) -> None:
    path = source(tmp_path, "un.txt")
    ingest.add(empty, [Source("un", path)], OPEN)
    before = canonical.canonical(empty)
    with pytest.raises(DataError, match="in the corpus already, as 'un'"):
        ingest.add(empty, [Source("deux", path)], OPEN)
    with pytest.raises(DataError, match="the id 'un' is taken"):
        ingest.add(empty, [Source("un", source(tmp_path, "b.txt", "Autre\n"))], OPEN)
    assert canonical.canonical(empty) == before


@pytest.mark.parametrize("name", ["../x", "a/b", "", "a.b", "-a", "é", "a" * 65, "x\n"])
def test_no_id_escapes_the_folder(empty: Path, tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match=r"\$.id"):
        ingest.add(empty, [Source(name, source(tmp_path, "un.txt"))], OPEN)
    assert not list(empty.glob("raw/**/*.txt"))


def test_a_text_that_is_not_utf8_adds_nothing(empty: Path, tmp_path: Path) -> None:
    good = source(tmp_path, "un.txt")
    (tmp_path / "deux.txt").write_bytes("été".encode("latin-1"))
    with pytest.raises(DataError, match=r"deux.txt:1: byte 0xe9 at byte offset 0"):
        ingest.add(empty, [Source("un", good), Source("deux", tmp_path / "deux.txt")], OPEN)
    assert not list(empty.glob("raw/**/*.txt"))
    assert reading.read_articles(empty) == []


def test_a_folder_in_use_is_not_made_a_corpus(empty: Path) -> None:
    with pytest.raises(UsageError, match="exists already"):
        ingest.start(empty, "x")


def test_third_party_texts_are_kept_out_of_git_and_hydrated_by_hash(
    empty: Path, tmp_path: Path
) -> None:
    held = tmp_path / "held" / "deep"
    held.mkdir(parents=True)
    sources = [Source(name, source(held, f"{name}.txt", name + TRAPS)) for name in ("a", "b", "c")]
    ingest.add(empty, sources, THIRD)
    assert (empty / "raw/fr/.gitignore").read_text() == "a.txt\nb.txt\nc.txt\n"

    (empty / "raw/fr/a.txt").unlink()
    (empty / "raw/fr/b.txt").write_bytes(b"changed")
    (held / "a.txt").rename(held / "other name")
    (held / "b.txt").unlink()
    assert ingest.hydrate(empty, None) == [
        Hydration("a", "missing"), Hydration("b", "changed"), Hydration("c", "present"),
    ]  # fmt: skip
    assert ingest.hydrate(empty, held.parent) == [
        Hydration("a", "hydrated"), Hydration("b", "changed"), Hydration("c", "present"),
    ]  # fmt: skip
    assert (empty / "raw/fr/a.txt").read_bytes() == b"a" + TRAPS.encode()


def test_a_folder_to_hydrate_from_must_exist(empty: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not a folder"):
        ingest.hydrate(empty, tmp_path / "none")
