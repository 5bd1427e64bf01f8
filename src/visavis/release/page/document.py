"""The file: data, program and style in one HTML document that asks nothing of anybody."""

import base64
import hashlib
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from visavis import files
from visavis.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

_HEAD = 4096
"""Bytes at the beginning of a page, in which the sign is."""


class Kind(NamedTuple):
    """A kind of page: the verb that writes it, and the option that names its file."""

    verb: str
    option: str

    @property
    def sign(self) -> str:
        """What marks a file as a page of that verb, which may be written over."""
        return f'<meta name="generator" content="visavis {self.verb}">'


PAGE = Kind("page", "--output")


def document(data: "Mapping[str, Any]") -> str:
    """Return the page that shows ``data``.

    The policy in it lets the browser run the program of this package and nothing else, and lets the
    page load nothing: what the corpus says cannot run, and what a reader does is not seen. The page
    of a large release may ask the server that it came from, for the files of the release.
    """
    large = "library" in data
    script, style = _asset("large.js" if large else "page.js"), _asset("page.css")
    policy = "; ".join(
        [
            "default-src 'none'",
            f"script-src '{_digest(script)}'",
            f"style-src '{_digest(style)}'",
            "img-src data:",
            *(["connect-src 'self'"] if large else []),
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )
    about = data["about"]
    return rendered(
        PAGE,
        "page.html.jinja",
        policy=policy,
        large=large,
        title=f"{about['title']} {about['version']}",
        style=Markup(style),  # noqa: S704 - a file of the package
        script=Markup(script),  # noqa: S704 - a file of the package
        data=Markup(embedded(data)),  # noqa: S704 - has no character that ends the element
    )


def rendered(kind: Kind, template: str, **values: object) -> str:
    """Return a page from a template of this package; what is filled in is text, not markup."""
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    sign = Markup(kind.sign)  # noqa: S704 - a constant
    return environment.from_string(_asset(template)).render(sign=sign, **values)


def embedded(data: "Mapping[str, Any]") -> str:
    """Return ``data`` as JSON that no HTML parser takes for markup: without ``<``."""
    return msgspec.json.encode(data).decode().replace("<", "\\u003c")


def write(path: Path, page: str, kind: Kind = PAGE) -> None:
    """Write a page into the file ``path``.

    Raises:
        UsageError: the file exists and is no page of ours, or cannot be written.
    """
    refuse(path, kind)
    files.write(path, page.encode())


def refuse(path: Path, kind: Kind = PAGE) -> None:
    """Refuse to write over a file that is no page of that kind.

    Raises:
        UsageError: ``path`` is a folder, a link or another file.
    """
    if path.is_symlink() or path.is_dir():
        msg = "a link" if path.is_symlink() else "a folder"
        raise UsageError(msg, where=path, remedy=f"Name a file with {kind.option}.")
    if path.exists() and kind.sign.encode() not in files.read_bytes(path)[:_HEAD]:
        msg = f"a file that `visavis {kind.verb}` did not write"
        remedy = f"Move it away, or name another with {kind.option}."
        raise UsageError(msg, where=path, remedy=remedy)


@cache
def _asset(name: str) -> str:
    return (
        resources.files("visavis")
        .joinpath("release", "page", "assets", name)
        .read_text(encoding="utf-8")
    )


def _digest(text: str) -> str:
    """Return the source expression of an inline script or style in a content security policy."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
