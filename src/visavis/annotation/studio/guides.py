"""The guidelines as the editor's instructions: the pages of the layers, as HTML."""

import html
import re
from typing import TYPE_CHECKING

from visavis import files
from visavis.corpus.model import GUIDELINES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_INLINE = (
    (re.compile(r"\*\*(.+?)\*\*"), r"<b>\1</b>"),
    (re.compile(r"`(.+?)`"), r"<code>\1</code>"),
)
_HEADING = re.compile(r"#+ (.+)")


def page(folder: "Path", layers: "Sequence[str]") -> str:
    """The pages of ``layers`` one after the other, without their examples for tests."""
    return "\n".join(line for layer in layers for line in _html(_text(folder, layer)))


def state(folder: "Path") -> str:
    """What identifies the guidelines as they are now."""
    pages = sorted((folder / GUIDELINES).glob("*.md"))
    return "sha256 " + files.sha256(b"\0".join(files.read_bytes(path) for path in pages))[:16]


def _text(folder: "Path", layer: str) -> str:
    path = folder / GUIDELINES / f"{layer}.md"
    return files.decode(files.read_bytes(path), path) if path.is_file() else ""


def _html(text: str) -> "Iterator[str]":
    for line in text.splitlines():
        if not line.strip() or line.startswith(("= ", "! ")):
            continue
        rendered = html.escape(line, quote=False)
        for pattern, put in _INLINE:
            rendered = pattern.sub(put, rendered)
        heading = _HEADING.fullmatch(rendered)
        yield f"<h3>{heading[1]}</h3>" if heading else f"<p>{rendered}</p>"
