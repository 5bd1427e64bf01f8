import unicodedata
from pathlib import Path

import pytest

from visavis.cli import main
from visavis.corpus import ingest, reading
from visavis.corpus.canonical import canonical
from visavis.corpus.ingest import Hydration
from visavis.corpus.model import ARTICLES
from visavis.corpus.sources import of_files, slug
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
    added = ingest.add(empty, [of_files(slug(f.stem), {"fr": f}) for f in files], OPEN)
    assert [article.id for article in added] == ["un", "deux-e", "trois"]
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
        "ro-crate-metadata.json",
    ]


def test_what_is_unknown_is_null(empty: Path, tmp_path: Path) -> None:
    (article,) = ingest.add(empty, [of_files("un", {"fr": source(tmp_path, "un.txt")})], OPEN)
    assert (article.title, article.publisher, article.published, article.translation) == (None,) * 4
    assert reading.read_articles(empty) == [article]


def test_a_translation_is_declared(empty: Path, tmp_path: Path) -> None:
    english = source(tmp_path, "en.txt", "A recipe\n")
    ingest.add(empty, [of_files("un", {"fr": source(tmp_path, "un.txt"), "en": english})], OPEN)
    (article,) = reading.read_articles(empty)
    assert article.translation == "unknown"
    assert (empty / "raw/en/un.txt").read_bytes() == b"A recipe\n"


def test_a_text_is_taken_once(empty: Path, tmp_path: Path) -> None:
    path = source(tmp_path, "un.txt")
    ingest.add(empty, [of_files("un", {"fr": path})], OPEN)
    before = canonical(empty)
    with pytest.raises(DataError, match="in the corpus already, as 'un'"):
        ingest.add(empty, [of_files("deux", {"fr": path})], OPEN)
    with pytest.raises(DataError, match="the id 'un' is taken"):
        ingest.add(empty, [of_files("un", {"fr": source(tmp_path, "b.txt", "Autre\n")})], OPEN)
    assert canonical(empty) == before


@pytest.mark.parametrize("name", ["../x", "a/b", "", "a.b", "-a", "é", "a" * 65, "x\n"])
def test_no_id_escapes_the_folder(empty: Path, tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match=r"\$.id"):
        ingest.add(empty, [of_files(name, {"fr": source(tmp_path, "un.txt")})], OPEN)
    assert not list(empty.glob("raw/**/*.txt"))


def test_a_text_that_is_not_utf8_adds_nothing(empty: Path, tmp_path: Path) -> None:
    good = source(tmp_path, "un.txt")
    (tmp_path / "deux.txt").write_bytes("été".encode("latin-1"))
    with pytest.raises(DataError, match=r"deux.txt:1: byte 0xe9 at byte offset 0"):
        ingest.add(
            empty,
            [of_files("un", {"fr": good}), of_files("deux", {"fr": tmp_path / "deux.txt"})],
            OPEN,
        )
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
    sources = [
        of_files(name, {"fr": source(held, f"{name}.txt", name + TRAPS)})
        for name in ("a", "b", "c")
    ]
    ingest.add(empty, sources, THIRD)
    assert (empty / "raw/fr/.gitignore").read_text() == "a.txt\nb.txt\nc.txt\n"

    (empty / "raw/fr/a.txt").unlink()
    (empty / "raw/fr/b.txt").write_bytes(b"changed")
    (held / "a.txt").rename(held / "other name")
    (held / "b.txt").unlink()
    assert ingest.hydrate(empty, None) == [
        Hydration("a", "fr", "missing"),
        Hydration("b", "fr", "changed"),
        Hydration("c", "fr", "present"),
    ]
    assert ingest.hydrate(empty, held.parent) == [
        Hydration("a", "fr", "hydrated"),
        Hydration("b", "fr", "changed"),
        Hydration("c", "fr", "present"),
    ]
    assert (empty / "raw/fr/a.txt").read_bytes() == b"a" + TRAPS.encode()


def test_english_of_a_third_party_is_kept_out_of_git_and_hydrated_too(
    empty: Path, tmp_path: Path
) -> None:
    held = tmp_path / "held"
    held.mkdir()
    pair = of_files("a", {"fr": source(held, "a.txt"), "en": source(held, "b.txt", "Recipe\n")})
    (empty / "raw/en").mkdir(parents=True)
    (empty / "raw/en/.gitignore").write_text("*.bak")
    ingest.add(empty, [pair], THIRD)
    assert (empty / "raw/en/.gitignore").read_text() == "*.bak\na.txt\n"
    assert (empty / "raw/fr/.gitignore").read_text() == "a.txt\n"
    (empty / "raw/en/a.txt").unlink()
    (empty / "raw/fr/a.txt").write_bytes(b"edited")
    missing = [Hydration("a", "en", "missing"), Hydration("a", "fr", "changed")]
    assert ingest.hydrate(empty, None) == missing
    hydrated = [Hydration("a", "en", "hydrated"), Hydration("a", "fr", "changed")]
    assert ingest.hydrate(empty, held, dry_run=True) == hydrated
    assert not (empty / "raw/en/a.txt").exists()
    assert ingest.hydrate(empty, held) == hydrated
    assert (empty / "raw/en/a.txt").read_bytes() == b"Recipe\n"
    assert (empty / "raw/fr/a.txt").read_bytes() == b"edited", "a file that is there stays"


def test_english_of_our_own_is_kept_in_git(empty: Path, tmp_path: Path) -> None:
    pair = of_files(
        "a", {"fr": source(tmp_path, "a.txt"), "en": source(tmp_path, "b.txt", "Recipe\n")}
    )
    (article,) = ingest.add(empty, [pair], THIRD | {"rights_en": "LicenseRef-translation"})
    assert (article.rights_fr, article.rights_en) == ("third-party", "LicenseRef-translation")
    assert not (empty / "raw/en/.gitignore").exists()


def test_rows_with_one_right_for_both_sides_are_read_and_converted(clean: Path) -> None:
    rows = clean / "raw/articles.jsonl"
    now = rows.read_bytes()
    both = b'"rights_fr":"CC-BY-4.0","rights_en":"CC-BY-4.0"'
    former = now.replace(both, b'"rights":"CC-BY-4.0"')
    assert former != now
    rows.write_bytes(former)
    (first, _) = reading.read_articles(clean)
    assert (first.rights_fr, first.rights_en) == ("CC-BY-4.0", "CC-BY-4.0")
    assert canonical(clean)[ARTICLES] == now


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("L’été à Nîmes", "l-ete-a-nimes"),
        ("Économie", "economie"),
        (unicodedata.normalize("NFD", "Économie"), "economie"),
        ("Cœur_2", "coeur_2"),
        ("Ægir straße", "aegir-strasse"),
        ("__a.b__", "a-b"),
        ("新聞", ""),
    ],
)
def test_ids_keep_the_letters_of_a_name(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_names_in_other_code_points_are_paired(
    empty: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = "été.txt"
    french = source(tmp_path, unicodedata.normalize("NFC", name))
    english = tmp_path / "en"
    english.mkdir()
    source(english, unicodedata.normalize("NFD", name), "Summer\n")
    call = ["add", str(french), "--rights", "CC0-1.0", "--corpus", str(empty), "--en", str(english)]
    assert main([*call, "--dry-run"]) == 0
    assert capsys.readouterr().out == "ete: would be added, with English\n"
    assert reading.read_articles(empty) == []
    source(english, unicodedata.normalize("NFC", name), "Summer\n")
    assert main(call) == 2
    assert "two files have this name" in capsys.readouterr().err
    (english / unicodedata.normalize("NFC", name)).unlink()
    assert main(call) == 0
    (article,) = reading.read_articles(empty)
    assert article.sha256_en
    other = source(tmp_path, "autre.txt", "Autre\n")
    assert main([*call[:1], str(other), *call[2:]]) == 0
    assert f"{other}: no file of this name in {english}" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("day", "good"),
    [
        ("2024-02-29", True), ("2023-02-29", False), ("2024-13", False), ("2024-12", True),
        ("0001", True), ("0000", False), ("2024-04-31", False), ("2024-00", False),
    ],
)  # fmt: skip
def test_a_date_must_be_in_the_calendar(
    empty: Path, tmp_path: Path, day: str, *, good: bool
) -> None:
    sources = [of_files("un", {"fr": source(tmp_path, "un.txt")})]
    if good:
        (article,) = ingest.add(empty, sources, OPEN | {"published": day})
        assert article.published == day
    else:
        with pytest.raises(UsageError, match=f"published: {day} is not in the calendar"):
            ingest.add(empty, sources, OPEN | {"published": day})
        assert reading.read_articles(empty) == []


def test_a_killed_init_is_finished_by_the_next(tmp_path: Path) -> None:
    written = ingest.start(tmp_path / "new", "x")
    before = {path: (tmp_path / "new" / path).read_bytes() for path in written}
    (tmp_path / "new" / written[-1]).unlink()
    assert ingest.start(tmp_path / "new", "x") == written
    assert {path: (tmp_path / "new" / path).read_bytes() for path in written} == before


def test_a_folder_to_hydrate_from_must_exist(empty: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not a folder"):
        ingest.hydrate(empty, tmp_path / "none")
