"""The page of a large release: it reads the Parquet files beside it, by ranges or whole."""

import contextlib
import http.client
import json
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.page_browser import Tab, chromium
from support.page_queries import answer, queries
from support.paths import CLEAN, ROOT
from visavis import __version__
from visavis.commands import page as command
from visavis.dataset.tables import SHOWN
from visavis.errors import DataError, UsageError
from visavis.release.build import build
from visavis.release.hub.loading import load
from visavis.release.manifest import verify
from visavis.release.page import content, document, serving, source
from visavis.release.page.library import beside, choices, library

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.xdist_group("page")


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    with chromium() as opened:
        yield opened


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(ROOT, tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="module")
def tables(release: Path) -> dict[str, pl.DataFrame]:
    names = ["sentences", "articles", "beads", "facts", "kb", *SHOWN]
    return {name: load(release, name, backend="polars") for name in names}


@pytest.fixture(scope="module")
def page(release: Path) -> Path:
    """The page of our release, made as if it were a large one."""
    target = release.parent / "index.html"
    data = library(source.read(release, __version__), release, beside(release, target))
    document.write(target, document.document(data))
    return target


@contextmanager
def served(page: Path) -> Iterator[str]:
    with serving.server(page.parent, 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/{page.name}"
        server.shutdown()


@pytest.fixture(scope="module")
def address(page: Path) -> Iterator[str]:
    with served(page) as url:
        yield url


@pytest.fixture
def tab(browser: "Browser", address: str) -> Iterator[Tab]:
    opened = Tab(browser, address)
    opened.page.wait_for_selector(".bead")
    yield opened
    opened.close()


def read(tab: Tab, article: str) -> None:
    tab.go(f"read/{article}")
    tab.page.wait_for_selector(f".text-pair[data-article='{article}'] .bead")


def test_every_sentence_of_an_article_is_the_text_in_parquet(
    tab: Tab, tables: dict[str, pl.DataFrame]
) -> None:
    articles = tables["articles"]["id"].to_list()
    assert len(tab.texts(".articles li")) == len(articles)
    for article in articles:
        read(tab, article)
        for lang in ("fr", "en"):
            expected = {
                row["id"].partition(":")[2]: row[lang]
                for row in tables["sentences"].iter_rows(named=True)
                if row["article"] == article and row[lang] is not None
            }
            rendered = tab.page.evaluate(
                """lang => Object.fromEntries([...document.querySelectorAll(
                `.text[data-lang=${lang}]`)].map(text => [text.closest('.bead').dataset.bead,
                text.textContent]))""",
                lang,
            )
            assert rendered == expected, article
    assert any("articles/" in url for url in tab.requests)


def test_the_model_of_an_article_is_that_of_the_page_with_its_data(
    tab: Tab, release: Path, browser: "Browser", tmp_path: Path
) -> None:
    whole = tmp_path / "index.html"
    document.write(whole, document.document(content.content(source.read(release, __version__))))
    small = Tab(browser, whole)
    spans = """id => [...visavis.model.articles.get(id).spans.map(span => [span.key, span.bead,
      span.start, span.end, Object.entries(span.fields).filter(([, value]) => value !== null
      && !(Array.isArray(value) && !value.length)).sort(),
      visavis.model.counterpart(span)?.key])]"""
    for article in ("openai-microsoft", "mistral-asml"):
        ids = small.page.evaluate("[...visavis.model.articles.keys()]")
        one = article if article in ids else ids[0]
        read(tab, one)
        assert tab.page.evaluate(spans, one) == small.page.evaluate(spans, one)
    small.close()


def test_an_article_opens_at_a_span_with_its_counterpart(
    tab: Tab, tables: dict[str, pl.DataFrame]
) -> None:
    rows = [row for row in tables["amounts"].iter_rows(named=True) if row["text"] is not None]
    row = rows[len(rows) // 2]
    tab.go(f"read/{row['article']}/{row['bead']}/amounts:{row['id']}:{row['lang']}")
    tab.page.wait_for_selector(".piece.on")
    assert tab.one(".piece.on") == row["text"]
    tab.page.wait_for_selector(".panel .surface")


SEARCH = """query => visavis.library.search(query, () => true).then(answer => answer.ids)"""


def test_the_answers_to_queries_are_those_of_polars(
    tab: Tab, tables: dict[str, pl.DataFrame]
) -> None:
    some = 0
    for query in queries(tables, 40, seed=3):
        expected = answer(tables, query)
        ids = tab.page.evaluate(SEARCH, query)
        assert len(ids) == len(set(ids))
        assert set(ids) == expected, query
        some += bool(expected)
    assert some >= 20


def test_a_query_is_shown_counted_and_can_be_taken_away(
    tab: Tab, tables: dict[str, pl.DataFrame]
) -> None:
    tab.go("find?layer=amounts&kind=money&count=unit")
    tab.page.wait_for_selector(".summary .total strong")
    expected = answer(tables, {"layer": "amounts", "kind": "money"})
    assert tab.one(".total strong") == str(len(expected))
    assert "USD" in tab.one("table.counts")
    assert tab.page.locator(".hits mark.amounts").count() > 0
    with tab.page.expect_download() as saved:
        tab.click("button[data-format=json]")
    rows = json.loads(saved.value.path().read_text(encoding="utf-8"))
    assert {row["id"] for row in rows} <= expected
    # The list of values of a field is that of the whole release.
    assert tab.page.locator("select[name=unit] option").count() > 2


def test_a_search_can_be_stopped(tab: Tab) -> None:
    # Parts of one article: the second is not begun after a stop.
    read_articles = tab.page.evaluate(
        """() => { visavis.library.index.pairs = 1e9; let calls = 0; return visavis.library.search(
        {fr: 'de'}, () => { calls += 1; return false; }).then(a => [a.read, a.done, calls]); }"""
    )
    assert read_articles == [1, False, 1]
    tab.page.route("**/*.parquet", lambda route: route.continue_())
    tab.go("find?fr=de")
    tab.page.click("button.stop")
    tab.page.wait_for_selector(".results .notice")
    assert tab.one(".results .notice").startswith("Stopped: ")


def test_other_views_say_that_they_are_for_smaller_releases(tab: Tab) -> None:
    for view in ("facts", "entities", "matrix", "disagreements", "figures"):
        tab.go(view)
        assert "smaller releases" in tab.one("main h1")
    tab.go("about")
    assert "@" in tab.one("main")
    tab.go("read/nothing-has-this-id")
    assert "nothing-has-this-id" in tab.one("main .notice")


def test_opened_from_the_disk_it_says_what_to_do(browser: "Browser", page: Path) -> None:
    tab = Tab(browser, page)
    assert "--serve" in tab.one("main pre")
    tab.close()


class _Whole(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


def test_a_server_without_ranges_gives_whole_files(
    browser: "Browser", page: Path, tables: dict[str, pl.DataFrame]
) -> None:
    handler = partial(_Whole, directory=str(page.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        tab = Tab(browser, f"http://127.0.0.1:{server.server_address[1]}/{page.name}")
        tab.page.wait_for_selector(".bead")
        query = {"layer": "mentions", "type": "ORG"}
        assert set(tab.page.evaluate(SEARCH, query)) == answer(tables, query)
        parquet = [url for url in tab.requests if url.endswith(".parquet")]
        assert len(parquet) == len(set(parquet))
        tab.close()
        server.shutdown()


def test_a_release_that_changed_is_not_read(
    browser: "Browser", clean: Path, tmp_path: Path
) -> None:
    release = build(clean, tmp_path)
    target = tmp_path / "index.html"
    data = library(source.read(release, __version__), release, beside(release, target))
    document.write(target, document.document(data))
    for path in release.glob("articles/*.parquet"):
        path.write_bytes(path.read_bytes() + b"x")
    with served(target) as url:
        tab = Tab(browser, url)
        tab.page.wait_for_selector("main .notice:has-text('could not')")
        assert "not the file that this page was made for" in tab.one("main .notice")
        tab.close()


def test_a_private_release_shows_no_third_party_text(
    browser: "Browser", clean: Path, tmp_path: Path
) -> None:
    release = build(clean, tmp_path)
    read_ = source.read(release, __version__)
    data = library(read_, release, beside(release, tmp_path / "index.html"))
    data["library"]["open"] = []
    document.write(tmp_path / "index.html", document.document(data))
    with served(tmp_path / "index.html") as url:
        tab = Tab(browser, url)
        tab.page.wait_for_selector(".bead")
        assert "Paris" not in tab.one("main .beads")
        tab.close()


def test_the_page_lies_above_its_release_which_stays_as_it_is(
    page: Path, release: Path, tmp_path: Path
) -> None:
    assert beside(release, page) == f"{release.name}/"
    assert beside(release, release.parent.parent / "x.html").count("/") == 2
    verify(release)
    for wrong in (release / "index.html", tmp_path / "index.html", release / "beads" / "x.html"):
        with pytest.raises(UsageError, match="above the release"):
            beside(release, wrong)


def test_rows_of_an_article_that_are_apart_are_refused(clean: Path, tmp_path: Path) -> None:
    release = build(clean, tmp_path)
    read_ = source.read(release, __version__)
    [path] = (
        list(release.glob("mentions/train*.parquet"))[:1]
        or list(release.glob("mentions/*.parquet"))[:1]
    )
    rows = pl.read_parquet(path)
    twice = pl.concat([rows, rows.with_columns(article=pl.lit("zz")), rows])
    twice.write_parquet(path)
    with pytest.raises(DataError, match="do not stand in the order"):
        library(read_, release, "r/")


def test_a_field_with_many_values_has_no_list() -> None:
    table = pl.DataFrame({"few": ["a", "b", "b"] * 67, "many": [f"v{n}" for n in range(201)]})
    assert choices(table) == {"few": ["b", "a"]}
    assert "many" in choices(table.head(200))


def test_only_a_large_page_may_ask_its_server(page: Path) -> None:
    assert "connect-src 'self'" in page.read_text(encoding="utf-8").replace("&#39;", "'")
    small = document.document(content.content(source.read(CLEAN, __version__)))
    assert "connect-src" not in small
    assert "fetch(" not in small


def test_the_verb_makes_a_page_of_a_large_release(
    monkeypatch: pytest.MonkeyPatch,
    release: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    from visavis.cli import main  # noqa: PLC0415

    monkeypatch.setattr(content, "LARGEST", 10)
    shutil.copytree(release, tmp_path / "r")
    monkeypatch.chdir(tmp_path)
    assert main(["page", "r"]) == 0
    assert "connect-src" in Path("index.html").read_text(encoding="utf-8")
    assert main(["page", "r", "-o", "r/index.html"]) == 2
    assert main(["page", "r", "--previous", "r"]) == 2
    assert "visavis diff" in capsys.readouterr().err
    assert command.MEGABYTE == 1_000_000


def test_serve_answers_on_this_machine_until_it_is_interrupted(clean: Path) -> None:
    run = subprocess.Popen(
        [sys.executable, "-W", "error", "-m", "visavis", "page", "--serve", "0"],
        cwd=clean, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert run.stdout
    run.stdout.readline()
    url = run.stdout.readline().split()[0]
    port = int(url.split(":")[2].split("/")[0])
    assert ask(port, "/index.html", Range="bytes=0-8")[:2] == (206, b"<!doctype")
    run.terminate()
    run.communicate(timeout=10)


def ask(port: int, path: str, **headers: str) -> tuple[int, bytes, str | None]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    with contextlib.closing(connection):
        connection.request("GET", path, headers=headers)
        reply = connection.getresponse()
        return reply.status, reply.read(), reply.headers.get("Content-Range")


def test_ranges_are_served_and_nothing_outside_the_folder(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_bytes(b"0123456789")
    (tmp_path / "out.txt").write_bytes(b"out")
    (tmp_path / "in/link.txt").symlink_to(tmp_path / "out.txt")
    with serving.server(tmp_path / "in", 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        port = server.server_address[1]
        assert ask(port, "/a.txt") == (200, b"0123456789", None)
        assert ask(port, "/a.txt", Range="bytes=2-4") == (206, b"234", "bytes 2-4/10")
        assert ask(port, "/a.txt", Range="bytes=-2") == (206, b"89", "bytes 8-9/10")
        assert ask(port, "/a.txt", Range="bytes=8-99") == (206, b"89", "bytes 8-9/10")
        assert ask(port, "/a.txt", Range="bytes=10-") == (416, b"", "bytes */10")
        assert ask(port, "/a.txt", Range="bytes=0-1,3-4")[0] == 200
        for path in ("/", "/link.txt", "/../out.txt", "/%2e%2e/out.txt", "/none"):
            assert ask(port, path)[0] == 404, path
        assert ask(port, "/a.txt", Host="evil.example")[0] == 421
        with pytest.raises(UsageError, match="cannot be used"):
            serving.server(tmp_path, port)
        server.shutdown()


@given(st.integers(0, 50), st.integers(0, 60), st.integers(0, 60))
def test_a_range_is_the_slice_of_its_bytes(size: int, first: int, last: int) -> None:
    data = bytes(range(size))
    asked = serving.span(f"bytes={first}-{last}", size)
    if last < first:
        assert asked is None
    else:
        assert asked
        assert data[slice(*asked)] == data[first : last + 1]
    suffix = serving.span(f"bytes=-{last}", size)
    assert suffix
    assert data[slice(*suffix)] == (data[-last:] if last else b"")
