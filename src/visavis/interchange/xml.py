"""XML of other tools, read without entities and external files; XML of ours, as text.

Reading streams (``lxml.etree.iterparse``). Writing makes strings: units of a long file are written
one by one, and the characters that XML cannot hold are refused before.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from visavis.errors import DataError, UsageError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

XML = "{http://www.w3.org/XML/1998/namespace}"
"""Prefix of ``xml:lang`` and ``xml:id`` as lxml names them."""

_CHUNK = 2**16


def text(content: str) -> str:
    """Return ``content`` as character data; a carriage return survives as a reference."""
    return escape(content, {"\r": "&#13;"})


def tag(name: str, attributes: Mapping[str, str] | None = None, content: str | None = None) -> str:
    """Return an element; ``content`` is markup already, None makes an empty element."""
    pairs = "".join(
        f" {key}={quoteattr(value, _BLANKS)}" for key, value in (attributes or {}).items()
    )
    return f"<{name}{pairs}/>" if content is None else f"<{name}{pairs}>{content}</{name}>"


_BLANKS = {"\r": "&#13;", "\n": "&#10;", "\t": "&#9;"}


def elements(path: Path, *names: str) -> "Iterator[Element]":
    """Yield the elements of a file with one of the local names, each complete, and forget them.

    Raises:
        UsageError: the file cannot be read, or lxml is not installed.
        DataError: it is not well-formed, is wrongly encoded or declares entities.
    """
    try:
        from lxml import etree  # noqa: PLC0415 - an extra, imported where it is used
    except ImportError as error:
        msg = "lxml is not installed"
        raise UsageError(msg, remedy="Run `pip install visavis[formats]`.") from error
    check(path)
    try:
        with path.open("rb") as file:
            for _, element in etree.iterparse(
                file, events=("end",), tag=[f"{{*}}{name}" for name in names],
                resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True,
            ):  # fmt: skip
                for entity in element.iter(etree.Entity):
                    msg = f"the entity {entity.text} is not declared"
                    remedy = "Write the character itself."
                    raise DataError(msg, where=path, line=line_of(element), remedy=remedy)
                yield element
                element.clear(keep_tail=False)
                parent = element.getparent()
                while parent is not None and element.getprevious() is not None:
                    del parent[0]
    except etree.XMLSyntaxError as error:
        raise _malformed(path, error.lineno or 1, error.msg or "") from error


def check(path: Path) -> None:
    """Refuse a file that declares entities, before any parser that knows them reads it.

    A DOCTYPE that only names its DTD is common and harmless: the DTD is never fetched.
    """
    parser = expat.ParserCreate()
    state = {"root": False}

    def doctype(_name: str, _system: str | None, _public: str | None, internal: object) -> None:
        if internal:
            msg = "the DOCTYPE declares entities or elements of its own"
            remedy = "Remove the part in brackets; such declarations are never read."
            line = parser.CurrentLineNumber
            raise DataError(msg, where=path, line=line, remedy=remedy)

    def begin(_name: str, _attributes: dict[str, str]) -> None:
        state["root"] = True

    parser.StartDoctypeDeclHandler = doctype
    parser.StartElementHandler = begin
    try:
        with path.open("rb") as file:
            while not state["root"] and (chunk := file.read(_CHUNK)):
                parser.Parse(chunk, False)  # noqa: FBT003 - the signature of expat
    except expat.ExpatError as error:
        if not state["root"]:
            raise _malformed(path, error.lineno, expat.ErrorString(error.code)) from error
    except (OSError, ValueError, LookupError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        msg = f"{reason.lower()}"
        raise UsageError(msg, where=path, remedy="Check the path and the encoding.") from error
    if not state["root"]:
        raise _malformed(path, parser.CurrentLineNumber, "no element")


def _malformed(path: Path, line: int, reason: str) -> DataError:
    msg = f"not well-formed XML ({reason})"
    return DataError(msg, where=path, line=line, remedy="Correct the file or export it again.")


def line_of(element: "Element") -> int:
    """Return the line of an element in its file."""
    line: Any = element.sourceline
    return int(line or 0)


def name_of(element: "Element") -> str:
    """Return the name of an element without its namespace; a comment has none."""
    tag: object = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


_NATIVE = frozenset({"", "bpt", "ept", "ph", "it", "ut", "sub"})
"""Inline elements whose content is code of another format, not text."""


def content(element: "Element") -> str:
    """Return the text of a segment without the codes of another format in it."""
    parts = [element.text or ""]
    for child in element.iterchildren():
        # The text of a comment is dropped, what follows it is not.
        if name_of(child) not in _NATIVE:
            parts.append(content(child))
        parts.append(child.tail or "")
    return "".join(parts)
