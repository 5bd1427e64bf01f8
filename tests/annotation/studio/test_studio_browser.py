"""Spans drawn by mouse and keyboard in a real Chromium: their offsets are code points."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from support import studio_pages
from support.studio_server import Studio, in_ci
from visavis.annotation.studio import folders, processes, projects
from visavis.annotation.studio.folders import Choice
from visavis.annotation.studio.windows import Page
from visavis.corpus.layers.mentions import Mention
from visavis.corpus.model import layer_path
from visavis.corpus.reading import read_rows

if TYPE_CHECKING:
    from playwright.sync_api import Page as Tab


pytestmark = pytest.mark.xdist_group("studio")

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
]  # fmt: skip

NAM = re.compile(r"^NAM")
"""The choice of a mention's form; its key stands behind it."""

WORDS = ["Alpha", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot", "Golf", "Hotel", "India"]
TRAPS = ["🎉 ", "👨‍👩‍👧 ", "𝒜𠮷 ", "e\u0301 ", "«\u00a0", "\u202f! ", "\u2028", "\r\n", "a  b "]
FRENCH = "".join(trap + word + " " for trap, word in zip(TRAPS, WORDS, strict=True)) + "fin."
ENGLISH = "".join(trap + word + " " for trap, word in zip(TRAPS, reversed(WORDS), strict=True))

LOCATE = """([box, word]) => {
  const walk = document.createTreeWalker(document.querySelectorAll('.vv-text')[box], NodeFilter.SHOW_TEXT);
  for (let node; (node = walk.nextNode()); ) {
    const at = node.data.indexOf(word);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + word.length);
    const {left, right, top, height} = range.getBoundingClientRect();
    return [left, right, top + height / 2];
  }
}"""
"""Where a word stands on the screen, as an annotator sees it."""


@pytest.fixture(scope="module")
def tab(studio: Studio) -> Iterator["Tab"]:
    """A tab of Chromium in which an annotator has logged in."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        if in_ci():
            pytest.fail("no Chromium here: apt-get install chromium")
        pytest.skip("no Chromium here: apt-get install chromium")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=FLAGS)
        result: Tab = browser.new_page(viewport={"width": 1600, "height": 1000})
        login = msgspec.json.decode((studio.data / "login.json").read_bytes())
        result.goto(f"{studio.running.url}/user/login/")
        result.fill("input[name=email]", login["user"])
        result.fill("input[name=password]", login["password"])
        result.click("button[type=submit]")
        result.wait_for_function("!location.pathname.includes('login')")
        yield result
        browser.close()


def draw(tab: "Tab", box: int, word: str, key: str) -> None:
    """Choose a label by its key, and pull the mouse over a word."""
    tab.keyboard.press(key)
    left, right, middle = tab.evaluate(LOCATE, [box, word])
    tab.mouse.move(left + 0.5, middle)
    tab.mouse.down()
    tab.mouse.move((left + right) / 2, middle, steps=4)
    tab.mouse.move(right - 0.5, middle, steps=4)
    tab.mouse.up()
    tab.wait_for_timeout(120)
    left, right, middle = tab.evaluate(LOCATE, [box, word])
    tab.mouse.click((left + right) / 2, middle)
    tab.locator(".vv-attributes:visible").get_by_text(NAM).click()
    tab.wait_for_timeout(60)
    tab.keyboard.press("Escape")
    tab.wait_for_timeout(60)


def test_spans_drawn_after_every_trap_are_where_they_were_drawn(
    studio: Studio, folder: Path, tab: "Tab"
) -> None:
    page = Page("g", {"fr": FRENCH, "en": ENGLISH}, [], [], {}, annotated=False)
    studio_pages.write(folder, [page])
    choice = Choice("gold", ("mentions",))
    done = folders.push(studio.server, folder, choice)
    (task,) = [task for task in studio.server.tasks(done.project) if isinstance(task, dict)]
    tab.goto(f"{projects.link(studio.server, done.project, task['id'])}")
    tab.wait_for_selector(".vv-text [class*=richtext]")
    tab.wait_for_timeout(1500)
    for box, shift in ((0, ""), (1, "Shift+")):
        for word in WORDS:
            draw(tab, box, word, f"{shift}Digit2")
    tab.click("button:has-text('Submit')")
    tab.wait_for_timeout(1500)
    pulled = folders.pull(studio.server, folder, "gold")
    assert not pulled.problems
    rows = read_rows(folder / layer_path("g", "mentions"), Mention)
    by_key = {lang: [row.text for row in rows if row.lang == lang] for lang in ("fr", "en")}
    assert by_key == {"fr": WORDS, "en": [*reversed(WORDS)]}
    for row in rows:
        assert (FRENCH if row.lang == "fr" else ENGLISH)[row.start : row.end] == row.text
        assert (row.type, row.form) == ("ORG", "NAM")


def test_what_is_opened_and_submitted_again_comes_back_as_it_was(
    studio: Studio, folder: Path, tab: "Tab"
) -> None:
    studio_pages.write(folder, [studio_pages.page("g", 1, 11)])
    before = studio_pages.snapshot(folder)
    choice = Choice("gold", studio_pages.LAYERS_SENT)
    done = folders.push(studio.server, folder, choice)
    (task,) = [task for task in studio.server.tasks(done.project) if isinstance(task, dict)]
    tab.goto(projects.link(studio.server, done.project, task["id"]))
    tab.wait_for_selector(".vv-text [class*=richtext]")
    tab.wait_for_timeout(1500)
    saved = tab.evaluate(
        "() => { const a = window.Htx.annotationStore.selected; return a.serializeAnnotation(); }"
    )
    annotation = task["annotations"][0]["id"]
    body = {"result": saved}
    studio.server.order("PATCH", f"/api/annotations/{annotation}/", body)
    pulled = folders.pull(studio.server, folder, "gold", theirs=True)
    assert not pulled.problems
    assert studio_pages.snapshot(folder) == before


def test_the_page_asks_nobody_but_the_server(studio: Studio, tab: "Tab") -> None:
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(f"{studio.running.url}/projects/")
    tab.wait_for_timeout(1000)
    abroad = [url for url in asked if not url.startswith((studio.running.url, "data:", "blob:"))]
    assert asked
    assert abroad == []
    assert studio.running.url.startswith(f"http://{processes.LOOPBACK}:")
