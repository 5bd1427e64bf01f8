"""Chromium for the tests of the page: opened from the disk, every request written down."""

import shutil
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from support.studio_server import in_ci
from visavis import __version__
from visavis.release.page.content import content
from visavis.release.page.document import document, write
from visavis.release.page.source import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page


FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
]  # fmt: skip


@contextmanager
def chromium() -> "Iterator[Browser]":
    """Yield a browser, or skip where there is none; in CI that is a failure."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        if in_ci():
            pytest.fail("no Chromium here: apt-get install chromium")
        pytest.skip("no Chromium here: apt-get install chromium")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        browser: Browser = driver.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


def made(source: Path, target: Path) -> Path:
    """Write the page of a release or corpus and return its path."""
    write(target, document(content(read(source, __version__))))
    return target


class Tab:
    """A tab that shows a page of ours.

    Attributes:
        page: the tab of the browser.
        requests: addresses that were asked for.
        errors: what went wrong in the program of the page.
    """

    def __init__(self, browser: "Browser", path: Path | str, **options: Any) -> None:  # noqa: ANN401
        self.context = browser.new_context(
            **{"locale": "en-GB", "viewport": {"width": 1400, "height": 900}} | options
        )
        self.page: Page = self.context.new_page()
        self.requests: list[str] = []
        self.errors: list[str] = []
        self.address = path if isinstance(path, str) else path.as_uri()
        self.allowed = ("file:", "blob:") + (
            (path.rpartition("/")[0] + "/",) if isinstance(path, str) else ()
        )
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on(
            "console",
            lambda message: self.errors.append(message.text) if message.type == "error" else None,
        )
        self.page.goto(self.address)

    def go(self, route: str) -> None:
        """Open a route of the page, as ``read/a/b1``."""
        self.page.evaluate(
            """route => { history.replaceState(null, '', '#/' + visavis.model.about.version + '/'
            + route); dispatchEvent(new HashChangeEvent('hashchange')); }""",
            route,
        )

    def click(self, selector: str) -> None:
        """Click on what a selector finds, and let the page draw what that leads to."""
        self.page.click(selector)
        self.page.evaluate("new Promise(done => setTimeout(done, 50))")

    def texts(self, selector: str) -> list[str]:
        """Return the texts of elements as the document has them."""
        result: list[str] = self.page.eval_on_selector_all(
            selector, "elements => elements.map(element => element.textContent)"
        )
        return result

    def one(self, selector: str) -> str:
        """Return the text of all pieces that a selector finds, joined."""
        return "".join(self.texts(selector))

    def close(self) -> None:
        """Close the tab; nothing was asked of anybody, and nothing failed."""
        self.context.close()
        assert [url for url in self.requests if not url.startswith(self.allowed)] == []
        assert self.errors == []
