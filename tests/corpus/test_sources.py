"""What can be added: files, folders, tables, bitext; and what is refused, by name."""

import json
from pathlib import Path

import pytest

from visavis.cli import main
from visavis.corpus import journal
from visavis.corpus.articles import is_rights
from visavis.corpus.ingest import split_of
from visavis.corpus.layers.beads import AlignedBead
from visavis.corpus.layers.regions import Region
from visavis.corpus.model import layer_path, text_path
from visavis.corpus.page import LONGEST_HEADING, LONGEST_HEADLINE, guess_regions
from visavis.corpus.reading import read_articles, read_rows
from visavis.corpus.settings import Splits
from visavis.text.edits import Edit
from visavis.validation.folder import check_folder

FRENCH = "Le vent tourne\n\nLe groupe a perdu 3 millions. Il se tait.\n"
ENGLISH = "The wind is turning\n\nThe group lost 3 million. It declined to comment.\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    assert main(["init", str(tmp_path / "corpus"), "--name", "news"]) == 0
    return tmp_path / "corpus"


def write(path: Path, text: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def add(corpus: Path, *words: str, rights: str | None = "CC0-1.0") -> int:
    more = ["--rights", rights] if rights else []
    return main(["add", *words, *more, "--corpus", str(corpus)])


def ids(corpus: Path) -> list[str]:
    return [article.id for article in read_articles(corpus)]


@pytest.mark.parametrize(
    "names",
    [
        ("fr/L’été.txt", "en/L’été.txt"),
        ("fr/L’été.txt", "en/L’e\u0301te\u0301.txt"),
        ("L’été.fr.txt", "L’été.en.txt"),
        ("deep/L’été.FR.md", "deep/L’été.en.md"),
    ],
)
def test_a_folder_holds_both_languages(names: tuple[str, str], corpus: Path) -> None:
    folder = corpus.parent / "texts"
    write(folder / names[0], FRENCH)
    write(folder / names[1], ENGLISH)
    assert add(corpus, str(folder)) == 0
    (article,) = read_articles(corpus)
    assert (article.id, article.sha256_en is not None) == ("l-ete", True)
    assert (corpus / text_path("l-ete", "en")).read_text(encoding="utf-8") == ENGLISH


def test_a_table_adds_many_with_what_is_known_of_each(corpus: Path) -> None:
    table = corpus.parent / "table.csv"
    rows = ["id,fr,en,title,published,rights,split"]
    for number in range(40):
        write(corpus.parent / f"t/{number}.fr", f"Article {number}\n\nIl pleut.\n")
        write(corpus.parent / f"t/{number}.en", f"Article {number}\n\nIt rains.\n")
        english = f"t/{number}.en" if number % 2 else ""
        cells = [f"a{number}", f"t/{number}.fr", english, f'"Titre, {number}"']
        rows.append(",".join([*cells, f"2026-01-0{number % 9 + 1}", "CC0-1.0", "test"]))
    write(table, "\n".join(rows) + "\n")
    assert add(corpus, "--table", str(table), rights=None) == 0
    articles = {article.id: article for article in read_articles(corpus)}
    assert len(articles) == 40
    assert articles["a7"].title == "Titre, 7"
    assert articles["a7"].published == "2026-01-08"
    assert articles["a7"].rights_en == "CC0-1.0"
    assert articles["a8"].rights_en is None
    assert [f for f in check_folder(corpus) if f.severity == "error"] == []


@pytest.mark.parametrize("suffix", ["tsv", "jsonl"])
def test_tables_come_as_tsv_and_json_lines(suffix: str, corpus: Path) -> None:
    write(corpus.parent / "a.txt", FRENCH)
    row = {"fr": "a.txt", "title": "Le vent", "rights_fr": "MIT"}
    text = json.dumps(row) if suffix == "jsonl" else "\t".join(row) + "\n" + "\t".join(row.values())
    assert add(corpus, "--table", str(write(corpus.parent / f"t.{suffix}", text)), rights=None) == 0
    (article,) = read_articles(corpus)
    assert (article.id, article.title, article.rights_fr) == ("a", "Le vent", "MIT")


def test_a_bitext_keeps_its_alignment_as_verified_beads(corpus: Path) -> None:
    lines = ["fr\ten", "Un. Deux.\tOne. Two.", "Trois.\t", "\tFour.", " Cinq. \tFive."]
    tsv = write(corpus.parent / "pairs.tsv", "\n".join(lines) + "\n")
    assert add(corpus, "--bitext", str(tsv)) == 0
    beads = read_rows(corpus / layer_path("pairs", "beads"), AlignedBead)
    assert [(len(bead.fr), len(bead.en), bead.verified) for bead in beads] == [
        (2, 2, True),
        (1, 0, True),
        (0, 1, True),
        (1, 1, True),
    ]
    assert (corpus / text_path("pairs", "fr")).read_text() == "Un. Deux.\nTrois.\nCinq.\n"
    assert [f for f in check_folder(corpus) if f.severity == "error"] == []


def test_two_line_aligned_files_are_a_bitext_in_either_order(corpus: Path) -> None:
    english = write(corpus.parent / "news.en", "One.\nTwo.\n")
    french = write(corpus.parent / "news.fr", "Un.\nDeux.\n")
    assert add(corpus, "--bitext", str(english), str(french), "--langs", "en-fr") == 0
    assert (corpus / text_path("news", "fr")).read_text() == "Un.\nDeux.\n"


REFUSED: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "the file is empty. Leave it out."),
    "blank.txt": (b"\xef\xbb\xbf \n\n", "the file is empty"),
    "word.txt": (b"PK\x03\x04rest", "this is a Word, OpenDocument or zip file, not plain text"),
    "old.txt": (b"\xd0\xcf\x11\xe0\xa1\xb1", "this is an old Word file"),
    "page.txt": (b"%PDF-1.7", "this is a PDF file"),
    "rich.txt": (b"{\\rtf1}", "this is an RTF file"),
    "html.txt": (b"  <!DOCTYPE html><p>x", "this is HTML or XML, not plain text"),
    "xml.txt": (b"<?xml version='1.0'?>", "this is HTML or XML"),
    "wide.txt": ("\ufeffIl pleut.".encode("utf-16-le"), "this is UTF-16"),
    "nul.txt": (b"Il\n pleut\0.", "nul.txt:2: a NUL byte"),
    "latin.txt": ("Été".encode("latin-1"), "byte 0xc9 at byte offset 0 is not UTF-8"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_text_is_refused_by_name(
    name: str, corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, message = REFUSED[name]
    before = sorted(corpus.rglob("*"))
    assert add(corpus, str(write(corpus.parent / name, data))) == 1
    error = capsys.readouterr().err
    assert name in error
    assert message in error
    assert sorted(corpus.rglob("*")) == before


@pytest.mark.parametrize(
    ("words", "table", "status", "message"),
    [
        (
            ["--table", "t.csv"],
            "id,en\na,b.txt\n",
            1,
            "t.csv:1: the table has no column fr",
        ),
        (["--table", "t.csv"], "fr\nnowhere.txt\n", 1, "t.csv:2:"),
        (["--table", "t.csv"], "fr,title\na.txt\n", 1, "t.csv:2: the row has not the 2 cells"),
        (["--table", "t.csv"], 'fr\n"a.txt', 1, "t.csv:1: not a table (unexpected end of data)"),
        (["--table", "t.csv"], "fr,colour\na.txt,red\n", 2, "unknown field `colour`"),
        (["--table", "t.jsonl"], "[1]\n", 1, "t.jsonl:1: not one JSON object"),
        (["--bitext", "t.tsv"], "a\n", 1, "t.tsv:1: 1 columns. Each line has a text, a tab"),
        (["--bitext", "t.tsv", "a.txt"], "x\n", 1, "t.tsv: 1 lines, and"),
        (["--bitext", "t.tsv", "t.tsv", "t.tsv"], "x\n", 2, "3 files are no bitext"),
        (["--bitext", "t.tsv", "--table", "t.tsv"], "x\n", 2, "texts are given in several ways"),
        ([], "", 2, "nothing to add. Give either FILE..., or --table, or --bitext"),
        (["a.txt", "b.txt", "--id", "x"], "", 2, "--id names one article, and there are 2 texts"),
        (["empty"], "", 2, "empty: no file that ends in .txt, .md, .text"),
        (["!.txt"], "", 2, "!.txt: no id can be made of the name"),
        (["a.txt", "--rights", "mine"], "", 2, "'mine' is neither an SPDX expression nor third"),
        (["a.txt", "a.txt"], "", 1, "this text is in the corpus already, as 'a'"),
    ],
)
def test_a_wrong_call_or_table_is_refused(
    words: list[str],
    table: str,
    status: int,
    message: str,
    corpus: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(corpus.parent)
    (corpus.parent / "empty").mkdir()
    write(Path("a.txt"), FRENCH)
    write(Path("b.txt"), "Autre\n")
    write(Path("!.txt"), "Encore\n")
    if table:
        write(Path(words[1]), table)
    rights = None if "--rights" in words else "CC0-1.0"
    assert add(corpus, *words, rights=rights) == status
    assert message in capsys.readouterr().err
    assert ids(corpus) == []


def test_rights_must_be_told_or_declared(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = str(write(corpus.parent / "a.txt", FRENCH))
    assert add(corpus, text, rights=None) == 2
    assert "nothing says under which licence" in capsys.readouterr().err
    declared = '[defaults]\nrights = "CC-BY-4.0"\npublisher = "Le Fil"\n'
    (corpus / "corpus.toml").write_text(declared, encoding="utf-8")
    assert add(corpus, text, rights=None) == 0
    (article,) = read_articles(corpus)
    assert (article.rights_fr, article.publisher) == ("CC-BY-4.0", "Le Fil")


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("CC-BY-4.0", True),
        ("MIT AND CC-BY-4.0", True),
        ("LicenseRef-press", True),
        ("third-party", True),
        ("cc-by-4.0", False),
        ("CC-BY-9.9", False),
        ("", False),
        ("mine", False),
    ],
)
def test_rights_are_spdx_expressions(text: str, *, right: bool) -> None:
    assert is_rights(text) == right


def test_what_no_table_allows_is_not_published(corpus: Path) -> None:
    assert add(corpus, str(write(corpus.parent / "a.txt", FRENCH)), rights="CC-BY-ND-4.0") == 0
    assert add(corpus, str(write(corpus.parent / "b.txt", "Autre\n")), rights="CC-BY-4.0") == 0
    assert main(["build", "--corpus", str(corpus)]) == 0
    released = b"".join(path.read_bytes() for path in (corpus / "dist").rglob("*.parquet"))
    assert b"Autre" in released
    assert b"Le groupe a perdu" not in released


def test_a_byte_order_mark_is_taken_off_with_a_word(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = write(corpus.parent / "a.txt", b"\xef\xbb\xbf" + FRENCH.encode())
    assert add(corpus, str(text)) == 0
    assert "a byte order mark was taken off" in capsys.readouterr().err
    assert (corpus / text_path("a", "fr")).read_text(encoding="utf-8") == FRENCH


def test_line_ends_are_kept_as_they_are(corpus: Path) -> None:
    text = write(corpus.parent / "a.txt", FRENCH.replace("\n", "\r\n"))
    assert add(corpus, str(text)) == 0
    assert (corpus / text_path("a", "fr")).read_bytes() == text.read_bytes()
    assert [f for f in check_folder(corpus) if f.severity == "error"] == []


def test_regions_are_guessed(corpus: Path) -> None:
    folder = corpus.parent / "t"
    write(folder / "a.fr.txt", FRENCH)
    write(folder / "a.en.txt", ENGLISH)
    assert add(corpus, str(folder)) == 0
    regions = read_rows(corpus / layer_path("a", "regions"), Region)
    assert [(r.id, r.lang, r.type) for r in regions] == [
        ("r1", "en", "headline"),
        ("r2", "en", "body"),
        ("r1", "fr", "headline"),
        ("r2", "fr", "body"),
    ]
    assert next(FRENCH[r.start : r.end] for r in regions if r.lang == "fr") == "Le vent tourne"


def test_the_kind_of_a_line_turns_at_its_length_and_its_end() -> None:
    def kinds(*lines: str) -> list[str]:
        return [region.type for region in guess_regions({"fr": "\n".join(lines)})]

    heading, long = " ".join(["mot"] * LONGEST_HEADING), " ".join(["mot"] * LONGEST_HEADLINE)
    assert kinds(long, heading, "Fin.") == ["headline", "subheading", "body"]
    assert kinds(f"{long} mot", f"{heading} mot", "Fin.") == ["body", "body", "body"]
    assert kinds("Titre.", "Sous-titre :", "Fin") == ["body", "body", "body"]
    assert kinds("# Titre.", "## Sous-titre.", "Fin") == ["headline", "subheading", "body"]
    assert kinds("\ufeffTitre", "  ", "Il dit « oui. »") == ["headline", "body"]


def test_unlike_pages_share_no_ids() -> None:
    regions = guess_regions({"fr": "Titre\nUn.\nDeux.", "en": "Title\nOne. Two."})
    french = {region.id for region in regions if region.lang == "fr"}
    assert not french & {region.id for region in regions if region.lang == "en"}


def test_stories_are_split_by_shares_and_stay_in_their_split() -> None:
    shares = Splits(validation=0.2, test=0.1)
    splits = [split_of(f"story-{number}", shares) for number in range(2000)]
    assert splits == [split_of(f"story-{number}", shares) for number in range(2000)]
    assert 150 < splits.count("test") < 250
    assert 340 < splits.count("validation") < 460
    assert {split_of(f"story-{number}", Splits()) for number in range(50)} == {"train"}
    assert {split_of(f"story-{number}", Splits(test=1)) for number in range(50)} == {"test"}


def test_what_was_added_is_kept_for_reanchor(corpus: Path) -> None:
    assert add(corpus, str(write(corpus.parent / "a.txt", FRENCH))) == 0
    (corpus / text_path("a", "fr")).write_text("Enfin. " + FRENCH, encoding="utf-8", newline="")
    assert main(["reanchor", "--corpus", str(corpus)]) == 0
    assert len(list((corpus / journal.TEXTS).iterdir())) == 1
    (region, _) = read_rows(corpus / layer_path("a", "regions"), Region)
    assert Edit(FRENCH, "Enfin. " + FRENCH).span(0, 14) == (7, 21, True)
    assert region.end == 21


def test_a_corpus_of_english_originals_says_so_of_new_articles(corpus: Path) -> None:
    (corpus / "corpus.toml").write_text('direction = "en-fr"\n', encoding="utf-8")
    folder = corpus.parent / "t"
    write(folder / "a.fr.txt", FRENCH)
    write(folder / "a.en.txt", ENGLISH)
    assert add(corpus, str(folder), "--origin", "human_translated") == 0
    (article,) = read_articles(corpus)
    assert (article.origin, article.translation) == ("human_translated", "original")
    assert [f for f in check_folder(corpus) if f.severity == "error"] == []
    assert main(["build", "--corpus", str(corpus)]) == 0
