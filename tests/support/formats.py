"""Documents written as `visavis export` does, and compared."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import msgspec

from visavis.corpus.model import Corpus
from visavis.interchange.documents import Document, documents
from visavis.interchange.formats import Format


def export(form: Format, listed: Sequence[Document], folder: Path) -> Path:
    """Write documents as `visavis export` does; return the file or folder."""
    path = folder / "export"
    if form.folder:
        path.mkdir()
    for part in form.write(iter(listed)):
        with (path / part.name if part.name else path).open("ab") as file:
            file.write(part.data)
    return path


def plain(found: Document | None) -> object:
    """Return the values of a document, for a readable difference."""
    if found is None:
        return None
    spans = {name: [msgspec.to_builtins(s) for s in each] for name, each in found.spans.items()}
    return found.id, dict(found.texts), [msgspec.to_builtins(b) for b in found.beads], spans


def without_controls(corpus: Corpus) -> list[Document]:
    """Return documents that any format may hold: U+0000 becomes a letter."""
    return [
        replace(each, texts={lang: text.replace("\0", "x") for lang, text in each.texts.items()})
        for each in documents(corpus)
    ]


def written(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path
