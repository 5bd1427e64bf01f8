"""The file of the page: what it holds, what it must not hold, and that its program is rebuilt."""

import json
import os
import re
import shutil
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.paths import CLEAN, ROOT
from support.studio_server import in_ci
from visavis import __version__
from visavis.corpus import reading
from visavis.corpus.model import Corpus
from visavis.dataset.tables import publishable, tables
from visavis.errors import UsageError
from visavis.files import sha256
from visavis.release.build import build
from visavis.release.page import content, document, guidelines, source
from visavis.release.page.changes import changes

FRONT = ROOT / "page"
ASSETS = ROOT / "src" / "visavis" / "release" / "page" / "assets"


def visavis(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "error", "-m", "visavis", *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, check=False)


def data_of(page: str) -> dict[str, Any]:
    """Return the data in a page, read as a browser reads them."""
    match = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert match
    read: dict[str, Any] = json.loads(match[1])
    return read


def rows(data: dict[str, Any], table: str) -> list[dict[str, Any]]:
    result = data["tables"][table]
    return [dict(zip(result["columns"], row, strict=True)) for row in result["rows"]]


def test_the_verb_writes_a_page_and_only_over_its_own(clean: Path) -> None:
    first = visavis("page", cwd=clean)
    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout.startswith("index.html (")
    before = (clean / "index.html").read_bytes()
    assert visavis("page", "--dry-run", cwd=clean).stdout.startswith("would replace index.html")
    assert visavis("page", ".", "-o", "index.html", cwd=clean).returncode == 0
    assert (clean / "index.html").read_bytes() == before
    (clean / "mine.html").write_text("<p>mine</p>", encoding="utf-8")
    refused = visavis("page", "-o", "mine.html", cwd=clean)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "did not write" in refused.stderr
    assert (clean / "mine.html").read_text(encoding="utf-8") == "<p>mine</p>"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nowhere"], "nowhere: no such folder"),
        ([".", "--articles", "zz"], "no article has the id zz"),
        ([".", "-o", "raw"], "raw: a folder"),
    ],
)
def test_misuse_is_one_clear_error(arguments: list[str], words: str, clean: Path) -> None:
    run = visavis("page", *arguments, cwd=clean)
    assert (run.returncode, run.stdout) == (2, "")
    assert words in run.stderr
    assert not (clean / "index.html").exists()


def test_a_corpus_without_beads_or_articles_is_refused(clean: Path) -> None:
    shutil.rmtree(clean / "annotations" / "beads")
    run = visavis("page", cwd=clean)
    assert run.returncode == 1
    assert "visavis align" in run.stderr


def test_too_many_pairs_are_refused_and_a_choice_is_taken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read = source.read(CLEAN, __version__)
    pairs = read.tables["beads"].height
    monkeypatch.setattr(content, "LARGEST", pairs)
    assert len(rows(content.content(read), "beads")) == pairs
    monkeypatch.setattr(content, "LARGEST", pairs - 1)
    with pytest.raises(UsageError, match="--articles"):
        content.content(read)
    chosen = content.content(read, ["a"])
    assert {row["article"] for row in rows(chosen, "beads")} == {"a"}
    assert [row["id"] for row in rows(chosen, "articles")] == ["a"]


def test_the_rows_of_the_page_are_those_of_the_tables() -> None:
    read = source.read(ROOT, __version__)
    data = data_of(document.document(content.content(read)))
    built = tables(publishable(reading.read(ROOT)))
    for layer in ("mentions", "amounts", "stances", "attributions", "conditionals", "flaws"):
        names = {
            (r["article"], r["lang"], r["id"], r["start"], r["end"]) for r in rows(data, layer)
        }
        assert names == set(
            built[layer].select("article", "lang", "id", "start", "end").iter_rows()
        )
    values = {(r["article"], r["lang"], r["id"]): r["value"] for r in rows(data, "amounts")}
    for row in built["amounts"].iter_rows(named=True):
        value = values[row["article"], row["lang"], row["id"]]
        assert (None if value is None else Decimal(str(value))) == row["value"]


@given(st.decimals(-(10**12), 10**12, places=6, allow_nan=False, allow_infinity=False))
def test_exact_numbers_stay_exact(number: Decimal) -> None:
    assert Decimal(content.exact(number)) == number


def test_clashes_are_the_pairs_that_have_no_value_in_common() -> None:
    amounts = pl.DataFrame(
        {
            "article": ["a", "a", "b", "b"],
            "id": ["a1", "a2", "a1", "a2"],
            "lang": ["fr"] * 4,
            "comparator": ["eq", "approx", "ge", "le"],
            "value": [Decimal(100), Decimal(104), Decimal(105), None],
            "value_max": [None] * 4,
        },
        schema_overrides={"value": pl.Decimal(38, 6), "value_max": pl.Decimal(38, 6)},
    )
    members = [{"article": a, "id": i} for a, i in amounts.select("article", "id").iter_rows()]
    facts = pl.DataFrame({"id": ["f"], "members": [members]})
    # 104 about is 98.8 to 109.2: it meets 100 and what is above 105; these two do not meet.
    assert content.clashes({"amounts": amounts, "facts": facts}) == {"f": [(0, 2)]}


def test_facts_that_contradict_have_clashes() -> None:
    read = source.read(ROOT, __version__)
    verdicts = dict(read.tables["facts"].select("id", "verdict").iter_rows())
    clashing = content.clashes(read.tables)
    assert {name for name, verdict in verdicts.items() if verdict == "contradict"} == set(clashing)


def test_rules_have_their_text_and_their_examples() -> None:
    read = source.read(ROOT, __version__)
    rules = read.rules
    assert rules["A1"].layer == "amounts"
    assert "currency" in rules["A1"].text
    assert all("\n= " not in rule.text and "\n! " not in rule.text for rule in rules.values())
    data = content.content(read)
    rendered = data["examples"]
    assert any("A1" in result for key, result in rendered.items() if "mistral-asml/amounts" in key)
    keys = {f"{r['article']}/{layer}:{r['id']}:{r['lang']}"
            for layer in ("mentions", "amounts", "stances", "attributions", "conditionals", "flaws")
            for r in rows(data, layer)}  # fmt: skip
    assert set(rendered) <= keys
    assert len(rendered) > 100


PAGE = """# Amounts
**A1 One thing.** Its text
goes on.
= a b1 fr «deux mots» value=2
! a b1 fr «pas lui»

**A2** More.
= a fr [3:9]
## Next
no rule
"""


def test_a_guideline_is_read_rule_by_rule() -> None:
    assert guidelines.rules("amounts", PAGE) == {
        "A1": guidelines.Rule("amounts", "One thing", "Its text\ngoes on."),
        "A2": guidelines.Rule("amounts", "", "More."),
    }
    result = list(guidelines.examples("amounts", PAGE))
    assert [(item.rule, item.surface, item.offsets) for item in result] == [
        ("A1", "deux mots", None), ("A2", None, (3, 9)),
    ]  # fmt: skip
    span = {"article": "a", "bead": "b1", "id": "x", "lang": "fr", "start": 3, "end": 9}
    cited = guidelines.spans_of(result, {"amounts": [span | {"text": "deux\u00a0mots"}]})
    assert cited == {"a/amounts:x:fr": ["A1", "A2"]}


TEXTS = {"fr": "Un secret que nul ne publie ici.", "en": "A secret that nobody prints here."}


@pytest.fixture
def hydrated(clean: Path) -> Path:
    """The clean corpus with both third-party texts, a title and an intended word of article b."""
    path = clean / "raw/articles.jsonl"
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for lang, text in TEXTS.items():
        (clean / f"raw/{lang}").mkdir(exist_ok=True)
        (clean / f"raw/{lang}/b.txt").write_text(text, encoding="utf-8")
        lines[1][f"sha256_{lang}"] = sha256(text.encode())
    lines[1]["title"] = "Le titre secret"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    flaw = {"id": "f1", "lang": "fr", "start": 3, "end": 9, "category": "spelling",
            "severity": "minor", "intended": "INTENDED", "recoverable": "certain"}  # fmt: skip
    (clean / "annotations/flaws").mkdir()
    (clean / "annotations/flaws/b.jsonl").write_text(json.dumps(flaw) + "\n", encoding="utf-8")
    ruling = {"passes": ["x", "y"], "article": "b", "layer": "mentions", "lang": "fr", "start": 3,
              "end": 9, "only": "first", "kept": "first", "reason": "REASON"}  # fmt: skip
    rulings = clean / "annotations/adjudication.jsonl"
    rulings.write_text(json.dumps(ruling) + "\n", encoding="utf-8")
    return clean


FORBIDDEN = ["secret", "INTENDED", "REASON", "nobody prints"]


def test_no_third_party_text_is_in_the_page_of_a_hydrated_corpus(hydrated: Path) -> None:
    page = document.document(content.content(source.read(hydrated, __version__)))
    assert [word for word in FORBIDDEN if word in page] == []
    data = data_of(page)
    assert {row["article"] for row in rows(data, "mentions")} == {"a", "b"}
    assert len(rows(data, "flaws")) == 1
    assert len(rows(data, "rulings")) == 1


def test_no_third_party_text_is_in_the_page_of_a_private_release(hydrated: Path) -> None:
    corpus = reading.read(hydrated)
    assert "secret" in str(tables(corpus)["articles"]["fr"].to_list())
    rendered = source.public(tables(corpus))
    read = source.read(hydrated, __version__)._replace(tables=rendered, rulings=())
    page = document.document(content.content(read))
    assert [word for word in FORBIDDEN if word in page] == []
    assert "Élan" in page


def names_of(corpus: Corpus) -> list[str]:
    """The names in the knowledge base, in both languages."""
    kb = corpus.kb
    listed = [*kb["name_fr"], *kb["name_en"]]
    return listed + [
        name for side in ("fr", "en") for name in kb[f"aliases_{side}"].explode() if name
    ]


def test_no_five_words_of_a_hydrated_third_party_text_are_in_our_page() -> None:
    corpus = reading.read(ROOT)
    public = publishable(corpus).texts.select("article", "lang")
    closed = corpus.texts.join(public, on=["article", "lang"], how="anti")
    page = document.document(content.content(source.read(ROOT, __version__)))
    printed = " ".join(json.dumps(data_of(page), ensure_ascii=False).split())
    texts = " ".join(" ".join(publishable(corpus).texts["text"]).split())
    # The name of a person, body or place is no text of anybody, however long it is.
    names = {" ".join(m.split()) for m in names_of(corpus)}
    texts = " ".join([texts, *sorted(names)])
    for text in closed["text"]:
        words = text.split()
        for at in range(len(words) - 4):
            phrase = " ".join(words[at : at + 5])
            assert phrase not in printed or phrase in texts, phrase
    # The texts are not on every machine; the two tests above make their own.
    assert len(printed) > 100_000


def test_the_page_of_a_release_is_that_of_its_corpus(clean: Path, tmp_path: Path) -> None:
    release = build(clean, tmp_path)
    ours = content.content(source.read(release, __version__))
    theirs = content.content(source.read(clean, __version__))
    assert ours["tables"] == theirs["tables"]
    assert ours["about"]["digest"]
    assert ours["about"]["kind"] == "release"
    again = document.document(content.content(source.read(release, __version__)))
    assert again == document.document(ours)


def test_what_changed_since_a_release_is_listed_with_its_open_sentences(
    clean: Path, tmp_path: Path
) -> None:
    old = source.read(build(clean, tmp_path), __version__)
    assert content.content(old, previous=[old])["changes"] == [{
        "version": "0.1.0", "count": 0, "rows": [],
    }]  # fmt: skip
    path = clean / "annotations/mentions/a.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    changed = [line.replace('"LOC"', '"ORG"') for line in lines if '"m2"' not in line]
    path.write_text("".join(changed), encoding="utf-8")
    new = source.read(clean, __version__)
    [listed] = content.content(new, previous=[old])["changes"]
    kinds = sorted((r["kind"], r["key"]["id"], r["key"]["lang"]) for r in listed["rows"])
    assert kinds == [
        ("changed", "m1", "en"), ("changed", "m1", "fr"),
        ("removed", "m2", "en"), ("removed", "m2", "fr"),
    ]  # fmt: skip
    assert listed["count"] == 4
    assert [(r["old"], r["new"]) for r in listed["rows"] if r["kind"] == "changed"] == [
        ({"type": "LOC"}, {"type": "ORG"})
    ] * 2
    before = {(r["key"]["id"], r["key"]["lang"]): r["before"] for r in listed["rows"]}
    [shown] = before["m1", "fr"]
    assert shown["text"] == "Élan 🎉 à Paris"
    assert shown["text"][slice(*shown["span"])] == "Paris"
    assert len(before["m2", "en"]) == 1

    def closed(edition: source.Source) -> source.Source:
        articles = edition.tables["articles"].with_columns(fr=pl.lit(None, pl.String))
        return edition._replace(tables={**edition.tables, "articles": articles})

    gone = new.tables["articles"].clear()
    for first, second in [
        (closed(old), new),
        (old, closed(new)),
        (old, new._replace(tables={**new.tables, "articles": gone})),
    ]:
        rows = changes(first.tables, second.tables, "0.1.0")["rows"]
        assert all(r["before"] == [] for r in rows if r["key"].get("lang") == "fr")
    assert "Paris" not in json.dumps(changes(old.tables, {**new.tables, "articles": gone}, "0.1.0"))


@given(st.text())
def test_no_data_end_the_element_that_holds_them(text: str) -> None:
    held = document.embedded({"x": text.encode("utf-8", "replace").decode()})
    assert "<" not in held
    assert json.loads(held)["x"] == text.encode("utf-8", "replace").decode()


def test_the_page_asks_nobody() -> None:
    page = document.document(content.content(source.read(CLEAN, __version__)))
    assert "default-src &#39;none&#39;" in page or "default-src 'none'" in page
    assert re.findall(r'(?:src|href)="(?!data:|#)([^"]*)"', page.partition("<body>")[0]) == []
    script = (ASSETS / "page.js").read_text(encoding="utf-8")
    for word in ("fetch(", "XMLHttpRequest", "WebSocket", "sendBeacon", "EventSource", "innerHTML",
                 "eval(", "import("):  # fmt: skip
        assert word not in script


def test_the_lock_of_the_front_end_pins_by_hash_and_names_no_registry() -> None:
    lock = json.loads((FRONT / "package-lock.json").read_text(encoding="utf-8"))
    for name, package in lock["packages"].items():
        assert "resolved" not in package
        assert not name or re.match(r"sha512-", package["integrity"])


def test_the_program_in_the_package_is_built_from_its_sources(tmp_path: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        if in_ci():
            pytest.fail("no npm here: apt-get install npm")
        pytest.skip("no npm here: apt-get install npm")
    for name in ("package.json", "package-lock.json", "tsconfig.json"):
        (tmp_path / "page").mkdir(exist_ok=True)
        shutil.copy(FRONT / name, tmp_path / "page")
    shutil.copytree(FRONT / "src", tmp_path / "page" / "src")
    environment = {**os.environ, "npm_config_cache": str(tmp_path / "cache")}
    for command in (["ci", "--ignore-scripts", "--no-audit", "--no-fund"], ["run", "check"],
                    ["run", "build"]):  # fmt: skip
        run = subprocess.run(
            [npm, *command], cwd=tmp_path / "page", env=environment, capture_output=True,
            text=True, check=False,
        )  # fmt: skip
        assert run.returncode == 0, run.stdout + run.stderr
    built = tmp_path / "src" / "visavis" / "release" / "page" / "assets"
    for name in ("page.js", "large.js", "page.css"):
        assert (built / name).read_bytes() == (ASSETS / name).read_bytes(), (
            f"run make page-assets ({name})"
        )
