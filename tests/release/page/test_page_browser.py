"""The page in a real Chromium: what is clicked does what it says; nobody is asked anything."""

import csv
import io
import json
import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import polars as pl
import pytest
from axe_playwright_python.sync_playwright import Axe

from support.page_browser import Tab, chromium, made
from support.page_queries import answer, queries
from support.paths import CLEAN, ROOT
from visavis import __version__
from visavis.dataset.tables import SHOWN
from visavis.files import sha256
from visavis.release.build import build
from visavis.release.hub.loading import load
from visavis.release.page import source
from visavis.release.page.content import content
from visavis.release.page.document import document

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.xdist_group("page")


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    with chromium() as opened:
        yield opened


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The release of this repository's corpus, as the public gets it."""
    return build(ROOT, tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="module")
def tables(release: Path) -> dict[str, pl.DataFrame]:
    names = ["sentences", "articles", "beads", "facts", "kb", *SHOWN]
    return {name: load(release, name, backend="polars") for name in names}


@pytest.fixture(scope="module")
def ours(release: Path) -> Path:
    return made(release, release.parent / "index.html")


@pytest.fixture(scope="module")
def corpus_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(ROOT, tmp_path_factory.mktemp("page") / "index.html")


@pytest.fixture
def tab(browser: "Browser", ours: Path) -> Iterator[Tab]:
    opened = Tab(browser, ours)
    yield opened
    opened.close()


def test_every_sentence_on_the_page_is_the_text_in_parquet(
    tab: Tab, tables: dict[str, pl.DataFrame]
) -> None:
    rows = tables["sentences"]
    for article in rows["article"].unique():
        tab.go(f"read/{article}")
        for lang in ("fr", "en"):
            expected = {
                row["id"].partition(":")[2]: row[lang]
                for row in rows.filter(pl.col("article") == article).iter_rows(named=True)
                if row[lang] is not None
            }
            rendered = tab.page.evaluate(
                """lang => Object.fromEntries([...document.querySelectorAll(
                `.text[data-lang=${lang}]`)].map(text => [text.closest('.bead').dataset.bead,
                text.textContent]))""",
                lang,
            )
            assert rendered == expected, article


def test_every_id_with_a_counterpart_resolves(tab: Tab, tables: dict[str, pl.DataFrame]) -> None:
    resolved = tab.page.evaluate(
        """() => [...visavis.model.spans.values()].filter(span =>
        visavis.model.counterpart(span)).map(span => span.key)"""
    )
    expected = set()
    for layer in SHOWN:
        spans = tables[layer].select("article", "id", pl.col("lang").cast(pl.String))
        keys = {(row[0], row[1], row[2]) for row in spans.iter_rows()}
        for article, name, lang in keys:
            if (article, name, "en" if lang == "fr" else "fr") in keys:
                expected.add(f"{article}/{layer}:{name}:{lang}")
    assert set(resolved) == expected
    assert len(expected) > 1000


def test_a_link_to_a_span_lights_it_and_its_counterpart(
    tab: Tab, tables: dict[str, pl.DataFrame]
) -> None:
    chooser = random.Random(26)  # noqa: S311 - the same spans each time
    for layer in SHOWN:
        rows = [row for row in tables[layer].iter_rows(named=True) if row["text"] is not None]
        words = {(row["article"], row["id"], row["lang"]): row["text"] for row in rows}
        for row in chooser.sample(rows, min(8, len(rows))):
            tab.go(f"read/{row['article']}/{row['bead']}/{layer}:{row['id']}:{row['lang']}")
            assert tab.one(".piece.on") == row["text"]
            other = "en" if row["lang"] == "fr" else "fr"
            assert tab.one(".piece.pair") == words.get((row["article"], row["id"], other), "")
            assert row["text"] in tab.one(".panel .surface")


def test_the_answers_to_a_hundred_queries_are_those_of_polars(
    tab: Tab, tables: dict[str, pl.DataFrame]
) -> None:
    asked = queries(tables, 100)
    some = 0
    for query in asked:
        expected = answer(tables, query)
        assert set(tab.page.evaluate("query => visavis.ask(query)", query)) == expected, query
        some += bool(expected)
    assert some >= 50


def test_the_code_that_a_query_shows_gives_the_same_rows(
    tab: Tab, tables: dict[str, pl.DataFrame], release: Path
) -> None:
    for query in queries(tables, 25, seed=7):
        search = tab.page.evaluate("query => new URLSearchParams(query).toString()", query)
        tab.go(f"find?{search}")
        lines = tab.one(".snippet code").splitlines()
        code = "\n".join(line for line in lines if not line.startswith(("SOURCE", "print")))
        scope: dict[str, Any] = {"SOURCE": str(release)}
        exec(code, scope)  # noqa: S102 - the code is what is tested
        assert set(scope["rows"]["id"]) == answer(tables, query), code
        assert tab.one(".total strong") == str(scope["rows"].height)


def test_the_form_asks_and_the_answer_can_be_sorted_counted_and_taken_away(tab: Tab) -> None:
    page = tab.page
    tab.click("nav.views >> text=Concordance")
    page.select_option("select[name=layer]", "amounts")
    page.select_option("select[name=kind]", "money")
    page.select_option("select[name=unit]", "USD")
    page.fill("input[name=min]", "13 billion")
    page.fill("input[name=max]", "14,5 milliards")
    tab.click("button.primary")
    number = int(tab.one(".total strong"))
    assert number == len(tab.texts(".hits li")) > 3
    page.select_option("select[data-name=sort]", "value")
    page.select_option("select[data-name=count]", "comparator")
    assert sum(map(int, tab.texts(".counts td:nth-child(2)"))) >= number
    saved = {}
    for suffix in ("csv", "tsv", "json", "tmx"):
        with page.expect_download() as download:
            tab.click(f"button[data-format={suffix}]")
        saved[suffix] = Path(download.value.path()).read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(saved["csv"], newline="")))
    assert len(rows) == number
    assert [row["id"] for row in json.loads(saved["json"])] == [row["id"] for row in rows]
    assert len(saved["tsv"].splitlines()) == number + 1
    units = ET.fromstring(saved["tmx"]).findall(".//tu")  # noqa: S314 - our own file
    assert len(units) == sum(bool(row["fr"] or row["en"]) for row in rows)
    values = [float(row["values"].split()[0]) for row in rows]
    assert values == sorted(values)
    tab.click(".counts a >> nth=0")
    assert int(tab.one(".total strong")) <= number


def test_words_are_found_without_accents_and_case(tab: Tab) -> None:
    tab.go("find?fr=ELYSEE")
    assert int(tab.one(".total strong")) > 0
    assert "Élysée" in tab.texts("mark.word")
    tab.go("find?fr=negoci*+-microsoft")
    assert all("icrosoft" not in text for text in tab.texts(".hits p[lang=fr]"))


def test_fact_pages_order_claims_and_mark_what_contradicts(
    tab: Tab, tables: dict[str, pl.DataFrame]
) -> None:
    facts = tables["facts"].filter(pl.col("verdict") == "contradict")
    for row in facts.head(12).iter_rows(named=True):
        tab.go(f"fact/{row['id']}")
        assert tab.one("h1") == row["label"]
        assert len(tab.texts(".claims tbody tr")) == len(row["members"])
        dates = tab.texts(".claims td:nth-child(2)")
        entries = [date for date in dates if date != "–"]
        assert entries == sorted(entries)
        assert tab.texts(".claims .clash")
        assert tab.page.locator(".numbers svg").count() == 1
    tab.click("text=Facts >> nth=0")
    tab.click(".tabs >> text=contradict")
    assert len(tab.texts(".list li")) == facts.height


def test_a_claim_lights_the_other_claims_of_its_fact(
    tab: Tab, tables: dict[str, pl.DataFrame]
) -> None:
    amounts = tables["amounts"].filter(pl.col("text").is_not_null() & (pl.col("lang") == "fr"))
    several = amounts.filter(pl.len().over("article", "fact") > 1).drop_nulls("fact")
    row = several.row(0, named=True)
    alike = amounts.filter(
        (pl.col("fact") == row["fact"]) & (pl.col("article") == row["article"])
        & (pl.col("id") != row["id"])
    )  # fmt: skip
    tab.go(f"read/{row['article']}/{row['bead']}/amounts:{row['id']}:fr")
    lit = tab.one(".text[data-lang=fr] .piece.claim")
    assert all(text in lit for text in alike["text"])
    tab.click(".panel a[href*='/fact/']")
    assert tab.page.locator(".claims").count() == 1


def test_entities_stances_and_their_matrix_lead_to_sentences(tab: Tab) -> None:
    page = tab.page
    tab.click("nav.views >> text=Entities")
    page.fill("main input[type=search]", "microsoft")
    tab.click(".list li:visible a >> nth=0")
    assert tab.one("h1").startswith("Microsoft")
    assert "Stances held" in tab.one("main")
    tab.click("nav.views >> text=Stances")
    tab.click("a.cell >> nth=0")
    assert int(tab.one(".total strong")) >= 1
    assert tab.texts("mark.stances")


def test_the_corpus_page_shows_disagreements_rules_and_beads(
    browser: "Browser", corpus_page: Path
) -> None:
    tab = Tab(browser, corpus_page)
    tab.click("nav.views >> text=Disagreements")
    assert len(tab.texts("table tbody tr")) == 100
    assert len(tab.texts(".hits li")) == 50
    tab.click("table tbody a[href*='amounts:'] >> nth=0")
    assert "Kept" in tab.one(".panel")
    assert tab.page.locator(".panel details[open] summary").count() >= 1
    tab.click("nav.views >> text=Figures")
    tab.click(".plots a >> nth=0")
    assert int(tab.one(".total strong")) > 10
    tab.close()


def test_layers_arcs_and_force_are_switched(tab: Tab) -> None:
    page = tab.page
    tab.go("read/mistral-asml/b9")
    assert page.locator(".arcs").count() == 0
    tab.click(".panel button:has-text('All relations')")
    every = page.locator(".arcs path").count()
    tab.click("#bead-b9 .piece >> text=affirmaient")
    assert every > page.locator(".arcs path").count() > 2
    assert {"content", "parent"} <= set(tab.texts(".arc-name"))
    page.uncheck("label.switch:has-text('arcs') input")
    assert page.locator(".arcs").count() == 0
    pieces = page.locator(".piece").count()
    page.uncheck("label.switch:has-text('mentions') input")
    assert page.locator(".piece").count() < pieces
    page.check("label.switch:has-text('Force') input")
    assert "Reuters" in tab.one("#bead-b9 .force.fr")
    assert "Reuters" in tab.one("#bead-b9 .force.en")


def test_hover_shows_and_click_keeps(tab: Tab) -> None:
    page = tab.page
    tab.go("read/mistral-asml")
    page.hover("#bead-b9 .piece >> text=Reuters >> nth=0")
    assert "Reuters" in tab.one(".panel .surface")
    page.mouse.move(1, 1)
    assert page.locator(".panel .surface").count() == 0
    tab.click("#bead-b9 .piece >> text=Reuters >> nth=0")
    page.mouse.move(1, 1)
    assert "Reuters" in tab.one(".panel .surface")
    assert "/mentions:" in page.evaluate("location.hash")


def test_the_keyboard_is_enough(tab: Tab) -> None:
    page = tab.page
    tab.go("read/mistral-asml")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.dataset.bead") == "b1"
    for _ in range(8):
        page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.dataset.bead") == "b9"
    page.keyboard.press("ArrowRight")
    assert tab.texts(".piece.on")
    assert "Counterpart" in tab.one("#live")
    page.keyboard.press("o")
    assert tab.page.locator(".text[data-lang=en] .piece.on").count() >= 1
    page.keyboard.press("Enter")
    assert page.evaluate("Boolean(document.activeElement.closest('.panel'))")
    page.keyboard.press("Escape")
    assert page.locator(".panel .details").count() == 0
    page.keyboard.press("/")
    page.wait_for_selector("form.ask")
    assert page.evaluate("document.activeElement.name") == "fr"
    page.keyboard.type("milliards")
    page.keyboard.press("Enter")
    assert int(tab.one(".total strong")) > 10


def test_links_to_other_versions_and_lost_ids_say_so(tab: Tab) -> None:
    page = tab.page
    page.evaluate("location.hash = '#/9.9.9/read/mistral-asml/b9'")
    page.wait_for_selector(".notice")
    assert "9.9.9" in tab.one(".notice")
    assert page.evaluate("document.activeElement.dataset.bead") == "b9"
    for route in ("read/nowhere", "read/mistral-asml/b999", "fact/none", "entity/none"):
        tab.go(route)
        assert route.rpartition("/")[2] in tab.one("[role=alert]")


def test_citations_and_reports_name_the_version(tab: Tab) -> None:
    page = tab.page
    version = page.evaluate("visavis.model.about.version")
    tab.go("about")
    assert f"version = {{{version}}}" in tab.one(".citation")
    tab.click("button:has-text('RIS')")
    assert tab.one(".citation").splitlines()[0] == "TY  - DATA"
    tab.click("button:has-text('CSL-JSON')")
    assert json.loads(tab.one(".citation"))[0]["version"] == version
    tab.go("read/mistral-asml/b9")
    tab.click(".panel summary:has-text('Report')")
    text = page.input_value(".panel textarea")
    assert version in text
    assert "mistral-asml:b9" in text
    assert text.count("#/") == 1


def test_no_view_violates_the_rules_of_accessibility(browser: "Browser", corpus_page: Path) -> None:
    views = [
        "read/mistral-asml/b9", "read/001", "find?layer=amounts&kind=money&count=unit", "facts",
        "fact/musk-claim-openai", "entities", "entity/openai", "matrix", "disagreements", "figures",
        "about",
    ]  # fmt: skip
    for options in (
        {},
        {"color_scheme": "dark", "locale": "fr-FR", "viewport": {"width": 360, "height": 800}},
    ):
        tab = Tab(browser, corpus_page, **options)
        for view in views:
            tab.go(view)
            tab.page.wait_for_timeout(150)
            result = Axe().run(tab.page)
            assert result.violations_count == 0, f"{view}: {result.generate_report()}"
        tab.close()


NARROW = [
    "read/mistral-asml/b9", "read/001", "find?fr=milliards", "facts", "matrix", "disagreements",
    "fact/musk-claim-openai", "entity/openai", "figures", "about",
]  # fmt: skip


@pytest.mark.parametrize("width", [320, 768, 2200])
def test_nothing_is_wider_than_the_screen(
    browser: "Browser", corpus_page: Path, width: int
) -> None:
    tab = Tab(browser, corpus_page, viewport={"width": width, "height": 700})
    for view in NARROW:
        tab.go(view)
        assert tab.page.evaluate("document.documentElement.scrollWidth") <= width, view
    tab.close()


def test_language_colours_and_print(browser: "Browser", ours: Path) -> None:
    tab = Tab(browser, ours, locale="fr-FR")
    page = tab.page
    assert "Lire" in tab.one("nav.views")
    tab.click("#language")
    assert "Read" in tab.one("nav.views")
    before = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    tab.click("#theme")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") != before
    page.reload()
    assert "Read" in tab.one("nav.views")
    assert page.evaluate("document.documentElement.style.colorScheme") == "dark"
    tab.go("read/mistral-asml")
    page.emulate_media(media="print")
    assert page.locator(".top").is_hidden()
    assert page.locator("#bead-b9 .text").count() == 2
    assert page.locator("#bead-b9 .text >> nth=1").is_visible()
    tab.close()


def select(tab: Tab, bead: str, lang: str, start: int, end: int) -> str:
    """Select from one UTF-16 unit to another of a side, and return what the page says of it."""
    tab.page.evaluate(
        """([bead, lang, start, end]) => {
        const text = document.querySelector(`#bead-${bead} .text[data-lang=${lang}]`);
        const at = (unit) => { const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
          for (let node; (node = walk.nextNode()); unit -= node.data.length)
            if (unit <= node.data.length) return [node, unit]; };
        getSelection().setBaseAndExtent(...at(start), ...at(end)); }""",
        [bead, lang, start, end],
    )
    tab.page.wait_for_timeout(80)
    return tab.one(".offsets output")


@pytest.fixture
def hydrated(tmp_path: Path) -> Path:
    """The clean corpus with the third-party texts of article b in it."""
    folder = Path(shutil.copytree(CLEAN, tmp_path / "hydrated"))
    rows = [json.loads(line) for line in (folder / "raw/articles.jsonl").read_text().splitlines()]
    (folder / "raw/fr").mkdir(exist_ok=True)
    for lang, text in (("fr", SECRET), ("en", SECRET.upper())):
        (folder / f"raw/{lang}/b.txt").write_text(text, encoding="utf-8")
        rows[1][f"sha256_{lang}"] = sha256(text.encode())
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (folder / "raw/articles.jsonl").write_text(lines, encoding="utf-8")
    return folder


SECRET = "🎉 Le secret que personne ne doit jamais voir. " * 4


def test_offsets_of_a_selection_are_code_points(browser: "Browser", hydrated: Path) -> None:
    tab = Tab(browser, made(hydrated, hydrated.parent / "index.html"))
    tab.go("read/a")
    # « Élan 🎉 à Paris »: the word after the sign that takes two units of UTF-16.
    assert select(tab, "b1", "fr", 10, 15).startswith("a fr 9–14 (5 ")
    assert select(tab, "b1", "fr", 0, 7).startswith("a fr 0–6 (6 ")
    tab.go("read/a/b1/mentions:m1:fr")
    assert tab.one(".piece.on") == "Paris"
    tab.close()


def test_a_readers_own_text_is_shown_if_it_is_the_text(browser: "Browser", hydrated: Path) -> None:
    path = made(hydrated, hydrated.parent / "index.html")
    page = path.read_text(encoding="utf-8")
    assert "secret que personne" not in page.lower()
    tab = Tab(browser, path)
    tab.go("read/b")
    assert tab.texts(".text") == []
    wrong = hydrated.parent / "wrong.txt"
    wrong.write_text(SECRET + " ", encoding="utf-8")
    tab.page.set_input_files("#own-text", wrong)
    tab.page.wait_for_selector(".notice")
    assert sha256(wrong.read_bytes()) in tab.one(".notice")
    assert tab.texts(".text") == []
    tab.page.set_input_files("#own-text", hydrated / "raw/fr/b.txt")
    tab.page.wait_for_selector(".text[data-lang=fr]")
    assert "secret" in tab.one(".text[data-lang=fr]")
    assert tab.texts(".text[data-lang=en]") == []
    tab.page.evaluate(
        """text => { const data = new DataTransfer(); data.items.add(new File([text], 'mine.txt'));
        dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true })); }""",
        SECRET.upper(),
    )
    tab.page.wait_for_selector(".text[data-lang=en]")
    tab.go("find?en=secret")
    assert int(tab.one(".total strong")) >= 1
    tab.page.reload()
    tab.go("read/b")
    assert tab.texts(".text") == []
    tab.close()


HOSTILE = [
    "<script>window.broken=1</script>", "</script><img src=x onerror=window.broken=1>",
    "<!--<script>", "&lt;b&gt; &amp;amp; &#x3c;", "\u202eevil\u202c \u2066x\u2069", "a" * 10_000,
    "{{ 7*7 }}", "\u2028\u2029", "]]>", "'\"`;--", "javascript:alert(1)", "\u0000\u0007",
    "e\u0301\u0323\u0301", "👨‍👩‍👧",
]  # fmt: skip


def test_a_hostile_text_is_shown_as_text(browser: "Browser", tmp_path: Path) -> None:
    folder = Path(shutil.copytree(CLEAN, tmp_path / "hostile"))
    text = " ".join(HOSTILE) + "."
    size = len(text)
    title = "</title><script>window.broken=1</script>"
    row = json.loads((folder / "raw/articles.jsonl").read_text(encoding="utf-8").splitlines()[0])
    row |= {"title": title, "sha256_fr": sha256(text.encode()), "sha256_en": sha256(text.encode())}
    (folder / "raw/articles.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    shutil.rmtree(folder / "annotations")
    (folder / "raw/en/b.txt").unlink()
    (folder / "annotations/beads").mkdir(parents=True)
    (folder / "annotations/mentions").mkdir()
    for name in ("kb", "facts"):
        (folder / f"annotations/{name}.jsonl").write_text("", encoding="utf-8")
    bead = {"id": "b1", "fr": [[0, size]], "en": [[0, size]], "method": "manual"}
    (folder / "annotations/beads/a.jsonl").write_text(json.dumps(bead) + "\n", encoding="utf-8")
    entity = {"id": "x", "type": "ORG", "name_fr": HOSTILE[1], "name_en": HOSTILE[0]}
    (folder / "annotations/kb.jsonl").write_text(json.dumps(entity) + "\n", encoding="utf-8")
    start, spans = 0, []
    for number, piece in enumerate(HOSTILE):
        span = {"id": f"m{number}", "lang": "fr", "start": start, "end": start + len(piece)}
        spans.append({**span, "type": "ORG", "form": "NAM", "entity": "x"})
        start += len(piece) + 1
    lines = "".join(json.dumps(span) + "\n" for span in spans)
    (folder / "annotations/mentions/a.jsonl").write_text(lines, encoding="utf-8")
    for lang in ("fr", "en"):
        (folder / f"raw/{lang}/a.txt").write_bytes(text.encode())
    tab = Tab(browser, made(folder, tmp_path / "index.html"))
    for view in ("read/a", "read/a/b1/mentions:m0:fr", "find?fr=script", "entities", "entity/x",
                 "find?entity=x", "figures", "about", "%3Cscript%3E/%3Cimg%3E"):  # fmt: skip
        tab.go(view)
        assert tab.page.evaluate("window.broken") is None
        assert tab.page.locator("main img, main script").count() == 0
        assert tab.page.evaluate("document.documentElement.scrollWidth") <= 1400, view
    tab.go("read/a")
    assert tab.texts(".text") == [text, text]
    assert title in tab.one("h1")
    tab.close()


def test_what_changed_since_the_last_release_leads_to_its_spans(
    browser: "Browser", release: Path, tmp_path: Path
) -> None:
    new = source.read(release, __version__)
    moved = pl.col("article") == "mistral-asml"
    amounts = new.tables["amounts"].with_columns(
        role=pl.when(moved).then(pl.lit("other")).otherwise("role"),
        end=pl.when(moved).then(pl.col("end") - 1).otherwise("end"),
    )
    old = new._replace(tables={**new.tables, "amounts": amounts})
    path = tmp_path / "index.html"
    path.write_text(document(content(new, previous=[old])), encoding="utf-8")
    tab = Tab(browser, path)
    tab.go("about")
    tab.click("a[href*=changes]")
    assert len(tab.texts("tbody tr")) > 10
    texts = {row["id"]: row for row in new.tables["articles"].iter_rows(named=True)}
    shown = tab.page.evaluate(
        """() => [...document.querySelectorAll('tbody tr')].map(row => ['wasSo', 'isSo'].map(name =>
        row.querySelector(`.${name} mark`).textContent))"""
    )
    spans = new.tables["amounts"].filter(moved)
    words = [
        texts["mistral-asml"][row["lang"]][row["start"] : row["end"]]
        for row in spans.iter_rows(named=True)
    ]
    assert sorted(now for _, now in shown) == sorted(words)
    assert all(was == now[:-1] for was, now in shown)
    tab.click("tbody a >> nth=0")
    assert tab.texts(".piece.on")
    tab.go("changes")
    assert Axe().run(tab.page).violations_count == 0
    tab.close()


def test_the_policy_lets_the_page_load_nothing(browser: "Browser", ours: Path) -> None:
    tab = Tab(browser, ours)
    refused = tab.page.evaluate(
        """async () => { const refused = [];
        addEventListener('securitypolicyviolation', event => refused.push(event.violatedDirective));
        await fetch('http://127.0.0.1:9/').catch(() => 0);
        document.body.append(Object.assign(new Image(), { src: 'http://127.0.0.1:9/x.png' }));
        const script = document.createElement('script'); script.textContent = 'window.broken = 1';
        document.body.append(script);
        await new Promise(done => setTimeout(done, 200)); return [refused, window.broken]; }"""
    )
    assert {"connect-src", "img-src", "script-src-elem"} <= set(refused[0])
    assert refused[1] is None
    tab.context.close()
