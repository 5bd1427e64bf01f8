"""What the documents show is what the corpus has."""

import re
import runpy
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import polars as pl
import pytest
import yaml

from support.paths import ROOT
from visavis.cli import main
from visavis.commands.view import pairs
from visavis.corpus import model, reading
from visavis.corpus.articles import THIRD_PARTY
from visavis.corpus.card import read_card
from visavis.corpus.layers import SPAN_LAYERS
from visavis.corpus.spans import locate, sides
from visavis.dataset.tables import tables
from visavis.release.hub.loading import load

GUIDELINES = ROOT / "annotations" / "guidelines"
PAGES = [layer for layer in SPAN_LAYERS if (ROOT / "annotations" / layer).is_dir()]
EXAMPLE = re.compile(
    r"^(?P<sign>[=!]) (?P<article>[\w-]+) (?:(?P<bead>b\d+) )?(?P<lang>fr|en) "
    r"(?:«(?P<surface>.+?)»|\[(?P<start>\d+):(?P<end>\d+)\])(?P<values>(?: [\w]+=\S+)*)$"
)
SAME_SPACE = str.maketrans("\u00a0\u202f’", "  '")


class Example(NamedTuple):
    """A line of a guideline: a span that the gold has (=) or has not (!)."""

    line: str
    sign: str
    article: str
    bead: str | None
    lang: str
    surface: str | None
    offsets: tuple[int, int] | None
    values: dict[str, str]


def examples(layer: str) -> list[Example]:
    result = []
    for line in (GUIDELINES / f"{layer}.md").read_text(encoding="utf-8").splitlines():
        if line.startswith(("= ", "! ")):
            match = EXAMPLE.match(line)
            assert match, f"{layer}.md: not an example: {line}"
            offsets = (int(match["start"]), int(match["end"])) if match["start"] else None
            values = dict(value.split("=", 1) for value in match["values"].split())
            place = (match["sign"], match["article"], match["bead"], match["lang"])
            result.append(Example(line, *place, match["surface"], offsets, values))
    return result


@pytest.fixture(scope="module")
def whole() -> model.Corpus:
    return reading.read(ROOT)


def rows_of(whole: model.Corpus, layer: str) -> list[dict[str, object]]:
    texts = {
        (row["article"], row["lang"]): row["text"] for row in whole.texts.iter_rows(named=True)
    }
    located = locate(whole.layers[layer], sides(whole), "bead")
    return [
        row | {"surface": texts.get((row["article"], row["lang"]), "")[row["start"] : row["end"]]}
        for row in located.iter_rows(named=True)
    ]


def is_meant(row: dict[str, object], example: Example) -> bool:
    if (row["article"], row["lang"]) != (example.article, example.lang):
        return False
    if example.offsets:
        return (row["start"], row["end"]) == example.offsets
    surface = str(row["surface"]).translate(SAME_SPACE)
    return row["bead"] == example.bead and surface == str(example.surface).translate(SAME_SPACE)


def said(value: object) -> str:
    if isinstance(value, list):
        return ",".join(value)
    if isinstance(value, bool):
        return str(value).lower()
    return str(value).rstrip("0").rstrip(".") if "." in str(value) else str(value)


@pytest.mark.parametrize("layer", PAGES)
def test_the_examples_of_the_guidelines_are_in_the_gold(whole: model.Corpus, layer: str) -> None:
    rows = rows_of(whole, layer)
    wrong = []
    for example in examples(layer):
        entries = [row for row in rows if is_meant(row, example)]
        alike = [r for r in entries if all(said(r[k]) == v for k, v in example.values.items())]
        if bool(alike) != (example.sign == "="):
            wrong.append(example.line)
    assert wrong == []


def test_every_layer_has_its_page_of_rules_with_ids() -> None:
    for layer in [*SPAN_LAYERS, "beads"]:
        page = (GUIDELINES / f"{layer}.md").read_text(encoding="utf-8")
        rules = re.findall(r"^\*\*([A-Z]\d+)\b", page, re.MULTILINE)
        assert rules == [f"{rules[0][0]}{n}" for n in range(1, len(rules) + 1)], layer


def test_the_guidelines_cite_no_list_that_is_not_there() -> None:
    pages = "".join(path.read_text(encoding="utf-8") for path in GUIDELINES.glob("*.md"))
    assert re.findall(r"\bH\d+\b", pages) == []


def test_the_sentence_worked_through_is_as_a_worksheet_prints_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    page = (ROOT / "docs" / "guidelines.md").read_text(encoding="utf-8")
    match = re.search(r"`visavis worksheet ([\w-]+)`.*?```text\n(.*?)```", page, re.DOTALL)
    assert match
    assert main(["worksheet", match[1], "--corpus", str(ROOT)]) == 0
    sheet = capsys.readouterr().out.translate(SAME_SPACE)
    assert match[2].translate(SAME_SPACE) in sheet


def test_the_site_shows_an_example_in_its_sentence_where_rights_allow() -> None:
    hooks = runpy.run_path(str(ROOT / "docs" / "hooks.py"))
    page = hooks["with_sentences"](
        "A rule.\n= mistral-asml b3 fr «11 %» kind=percent value=11\n! 001 b22 en «Microsoft»\n"
    )
    lines = page.splitlines()
    assert lines[2].startswith("- **yes** `kind=percent value=11` ")
    assert "**11\u202f%** " in lines[2] or "**11 %** " in lines[2].replace("\u00a0", " ")
    assert lines[3] == "- **no** «Microsoft» <small>001 b22 en</small>"


def test_the_readme_shows_what_view_prints() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    match = re.search(
        r"<!-- excerpt: visavis view ([\w-]+) -->\n```\n(.*?)\n```", readme, re.DOTALL
    )
    assert match
    rows = load(ROOT, "sentences", backend="polars").filter(pl.col("article") == match[1])
    rendered = pairs(rows.iter_rows(named=True), ["mentions", "amounts"])
    assert match[2].translate(SAME_SPACE) in rendered.translate(SAME_SPACE)


def test_the_citation_has_the_version_of_the_card() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    page = read_card(ROOT)
    assert citation["version"] == page.version


def test_no_tracked_file_holds_seven_words_of_a_press_article(whole: model.Corpus) -> None:
    press = whole.articles.filter(pl.col("rights_fr") == THIRD_PARTY)["id"].to_list()
    french = whole.texts.filter(pl.col("article").is_in(press) & (pl.col("lang") == "fr"))["text"]
    runs = {run for text in french for run in seven_words(text)}
    listed = [shutil.which("git") or "git", "ls-files", "-z"]
    tracked = subprocess.run(listed, cwd=ROOT, capture_output=True, check=True).stdout.decode()
    pages = [ROOT / name for name in tracked.split("\0") if name and not name.endswith(".png")]
    assert len(pages) > 100
    names = {
        p.name for p in pages if runs & seven_words(p.read_text(encoding="utf-8", errors="replace"))
    }
    assert names == set()


def seven_words(text: str) -> set[str]:
    words = re.findall(r"\w+", text.lower())
    return {" ".join(words[i : i + 7]) for i in range(len(words) - 6)}


def test_the_tables_are_those_that_the_readme_names(whole: model.Corpus) -> None:
    readme = Path(ROOT / "README.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in readme for name in tables(whole))
