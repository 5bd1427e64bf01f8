"""Provenance, lines around matches, French names and versions, clicked in a real Chromium."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from support.page_browser import Tab, chromium, made
from support.paths import ROOT
from visavis import __version__
from visavis.annotation import passes
from visavis.errors import DataError, UsageError
from visavis.release.build import build
from visavis.release.page import source
from visavis.release.page.content import content
from visavis.release.page.document import document, write
from visavis.release.page.editions import Known, versions

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.xdist_group("page")


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    with chromium() as opened:
        yield opened


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(ROOT, tmp_path_factory.mktemp("page") / "index.html")


@pytest.fixture
def tab(browser: "Browser", page: Path) -> Iterator[Tab]:
    opened = Tab(browser, page)
    yield opened
    opened.close()


def test_a_span_says_in_which_passes_it_is(tab: Tab) -> None:
    read = source.read(ROOT, __version__)
    named = {one.id: one for one in read.passes}
    places = {name: passes.rows(ROOT, name) for name in named}
    stances = read.tables["stances"].filter(article="mistral-asml").head(12)
    some = set()
    for row in stances.iter_rows(named=True):
        tab.go(f"read/{row['article']}/{row['bead']}/stances:{row['id']}:{row['lang']}")
        lines = tab.texts(".panel .provenance li")
        have = {
            name
            for name, rows in places.items()
            if any(
                (one.lang, one.start, one.end) == (row["lang"], row["start"], row["end"])
                for one in rows.get(("stances", row["article"]), ())
            )
        }
        read_by = {name for name, rows in places.items() if ("stances", row["article"]) in rows}
        written = "".join(line for line in lines if line.startswith("At the same place in"))
        missing = "".join(line for line in lines if line.startswith("Not at this place in"))
        for name, info in named.items():
            label = f"{name} (a language model, {info.made})"
            assert (label in written) == (name in have)
            assert (label in missing) == (name in read_by - have)
        some |= {bool(have), bool(read_by - have)}
    assert some == {True, False}


def test_a_concordance_has_lines_around_its_matches(tab: Tab) -> None:
    tab.go("find?fr=milliards&view=kwic")
    assert {one.lower() for one in tab.texts(".kwic .key mark")} == {"milliards"}
    first = tab.page.locator(".kwic tbody tr").first
    name = first.get_attribute("data-id")
    assert name
    article, _, bead = name.partition(":")
    side = tab.page.evaluate(
        """([article, bead]) => { const { model } = visavis; return model.side(model.articles
        .get(article).beads.find(one => one.id === bead), 'fr'); }""",
        [article, bead],
    )
    cells = [cell.strip("…") for cell in first.locator("td").all_text_contents()]
    assert "".join(cells) in side
    assert Axe().run(tab.page).violations_count == 0
    tab.page.select_option("select[data-name=view]", "pairs")
    tab.page.wait_for_selector("ol.hits")
    tab.page.select_option("select[data-name=view]", "kwic")
    tab.page.wait_for_selector(".kwic")
    tab.go("find?layer=amounts&kind=money&view=kwic")
    assert tab.page.locator(".kwic mark.amounts").count() > 10
    tab.click(".kwic tbody tr:has(mark.amounts) a >> nth=0")
    assert tab.texts(".piece.on")


def test_lines_fit_a_narrow_screen(browser: "Browser", page: Path) -> None:
    tab = Tab(browser, page, viewport={"width": 320, "height": 700})
    for route in ("find?fr=milliards&view=kwic", "about", "read"):
        tab.go(route)
        assert tab.page.evaluate("document.documentElement.scrollWidth") <= 320
    tab.close()


def test_fields_have_french_names_in_the_french_interface(tab: Tab) -> None:
    tab.go("find?layer=amounts&count=unit")
    assert "payer" in tab.texts("form label > span")
    tab.click("#language")
    labels = tab.texts("form label > span")
    assert {"payeur", "bénéficiaire", "comparateur"} <= set(labels)
    assert not {"payer", "payee", "holder_entity"} & set(labels)
    assert "unité" in tab.one("table.counts caption")
    tab.go("find?layer=stances")
    assert {"tenant", "cible", "polarité"} <= set(tab.texts("form label > span"))


def test_the_page_tells_of_other_versions_and_leads_to_them(
    browser: "Browser", clean: Path, tmp_path: Path
) -> None:
    old = build(clean, tmp_path)
    card = clean / "dataset_card.md"
    text = card.read_text(encoding="utf-8").replace("version: 0.1.0", "version: 1.0.0")
    card.write_text(text, encoding="utf-8")
    new, before = source.read(clean, __version__), source.read(old, __version__)
    known = versions(new.about, clean, [before.about], "../{version}/index.html")
    assert known == [
        Known("1.0.0"),
        Known("0.1.0", before.about.digest, "../0.1.0/index.html"),
    ]
    data = content(new, previous=[before, before])
    data["versions"] = [
        {"version": one.version, "sha256": one.sha256, "page": one.page} for one in known
    ]
    write(tmp_path / "index.html", document(data))
    tab = Tab(browser, tmp_path / "index.html")
    tab.go("about")
    assert tab.page.get_attribute(".versions a", "href") == "../0.1.0/index.html"
    assert "1.0.0 (this page)" in tab.one(".versions")
    assert Axe().run(tab.page).violations_count == 0
    tab.page.evaluate("location.hash = '#/0.1.0/read/a/b1'")
    tab.page.wait_for_selector(".notice .other")
    assert (
        tab.page.get_attribute(".notice .other", "href") == "../0.1.0/index.html#/0.1.0/read/a/b1"
    )
    tab.go("changes")
    assert len(tab.texts("nav.since a")) == 2
    tab.close()


def test_versions_are_those_that_the_corpus_published(clean: Path, tmp_path: Path) -> None:
    release = build(clean, tmp_path / "dist")
    about = source.read(release, __version__).about
    assert versions(about, release, []) == []
    lines = [{"version": "0.0.9", "sha256": "0" * 64}, {"version": "0.1.0", "sha256": about.digest}]
    listed = "".join(json.dumps(line) + "\n" for line in lines)
    for place in (tmp_path / "dist", tmp_path):
        (place / "releases.jsonl").write_text(listed, encoding="utf-8")
        assert [one.version for one in versions(about, release, [])] == ["0.1.0", "0.0.9"]
        (place / "releases.jsonl").unlink()
    # The list of another corpus does not have this release.
    (tmp_path / "releases.jsonl").write_text(json.dumps(lines[0]) + "\n", encoding="utf-8")
    assert versions(about, release, []) == []
    (tmp_path / "releases.jsonl").write_text("{", encoding="utf-8")
    with pytest.raises(DataError, match="not a list of releases"):
        versions(about, release, [])


@pytest.mark.parametrize("address", ["../index.html", "javascript:alert('{version}')"])
def test_an_address_of_pages_has_the_version_and_is_of_the_web(address: str, clean: Path) -> None:
    about = source.read(clean, __version__).about
    with pytest.raises(UsageError, match="no address"):
        versions(about, clean, [], address)
