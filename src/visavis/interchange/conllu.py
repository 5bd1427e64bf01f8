"""CoNLL-U: ``fr.conllu`` and ``en.conllu``, names as CorefUD entities in MISC.

Tokens are those of ``visavis.text.tokens``; there is no syntax, so that all words hang on the first
one, with the tag X. White space is in SpacesAfter and SpacesBefore (the convention of UDPipe); what
has no place in the columns stands in comments. The files are valid for the validator of Universal
Dependencies at its levels 1 and 2. Written by hand, a line a token.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from visavis import files
from visavis.corpus.layers.beads import AlignedBead
from visavis.corpus.layers.mentions import Mention
from visavis.corpus.sources import slug
from visavis.errors import DataError
from visavis.interchange.documents import (
    SIDES,
    Document,
    Part,
    bead_of,
    check_characters,
    document,
    json_line,
    json_value,
    mention,
    span_of,
    values,
    with_beads,
)
from visavis.interchange.sides import collections, in_turn
from visavis.interchange.words import Token, sentences, tokens
from visavis.languages import Lang

if TYPE_CHECKING:
    from visavis.corpus.records import Span

COLUMNS = 10

_OURS = "visavis."
"""How the keys of our comments begin."""


def held(doc: Document) -> Document | None:
    """Return the document without partial beads; None if a sentence has no token to carry it."""
    for lang, text in doc.texts.items():
        if not all(tokens(text, sentences(doc, lang), lang)):
            return None
    return with_beads(doc)


def write(docs: Iterable[Document]) -> Iterator[Part]:
    """Yield the two files, article by article.

    Raises:
        DataError: a text has a character that the format cannot hold.
    """
    begun = set[str]()
    for each in map(with_beads, docs):
        check_characters(each, "CoNLL-U")
        for lang, text in each.texts.items():
            name = f"{lang}.conllu"
            head = "" if name in begun else "# global.Entity = eid-etype-head-other\n"
            begun.add(name)
            yield Part(name, (head + "".join(_sentences(each, lang, text))).encode())


def _sentences(doc: Document, lang: Lang, text: str) -> Iterator[str]:
    pieces = sentences(doc, lang)
    beads = {
        offsets: (bead, place)
        for bead in doc.beads
        for place, offsets in enumerate(getattr(bead, lang))
    }
    spans = [(layer, s) for layer, each in doc.spans.items() for s in each if s.lang == lang]
    names = [s for layer, s in spans if layer == "mentions" and isinstance(s, Mention)]
    for number, (offsets, words) in enumerate(
        zip(pieces, tokens(text, pieces, lang), strict=True), start=1
    ):
        comments = [f"newdoc id = {doc.id}"] if number == 1 else []
        comments.append(f"sent_id = {doc.id}-{lang}-{number}")
        comments.append(f"text = {_words(text, words)}")
        if offsets in beads:
            bead, place = beads[offsets]
            cells = values(bead, without=SIDES) | {"place": place}
            comments.append(f"{_OURS}beads = {json_line(cells)}")
        comments += [
            f"{_OURS}{layer} = {json_line(values(span, without=('lang',)))}"
            for layer, span in spans
            if offsets[0] <= span.start < offsets[1]
        ]
        entities = _entities(words, [m for m in names if offsets[0] <= m.start < offsets[1]])
        yield "".join(f"# {comment}\n" for comment in comments)
        for index, word in enumerate(words):
            following = words[index + 1].start if index + 1 < len(words) else offsets[1]
            misc = [f"Entity={entities[index]}"] if index in entities else []
            misc += _spaces(text[offsets[0] : word.start] if index == 0 else "", "SpacesBefore")
            after = text[word.end : following]
            misc += ["SpaceAfter=No"] if not after else []
            misc += _spaces("" if after == " " else after, "SpacesAfter")
            head, relation = ("0", "root") if index == 0 else ("1", "dep")
            cells_ = (str(index + 1), word.form, "_", "X", "_", "_", head, relation, "_")
            yield "\t".join([*cells_, "|".join(misc) or "_"]) + "\n"
        yield "\n"


def _words(text: str, words: Sequence[Token]) -> str:
    """Return the words of a sentence as its comment ``text`` has them."""
    gaps = [" " if text[a.end : b.start] else "" for a, b in pairwise(words)]
    return "".join(word.form + gap for word, gap in zip(words, [*gaps, ""], strict=True))


_ESCAPES = {" ": "\\s", "\t": "\\t", "\n": "\\n", "\r": "\\r", "|": "\\p", "\\": "\\\\"}


def _spaces(content: str, key: str) -> list[str]:
    if not content:
        return []
    escaped = "".join(_ESCAPES.get(char) or f"\\u{ord(char):04x}" for char in content)
    return [f"{key}={escaped}"]


_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))")
_PLAIN = {"s": " ", "t": "\t", "n": "\n", "r": "\r", "p": "|", "\\": "\\"}


def _unescaped(content: str) -> str:
    return _ESCAPE.sub(lambda m: chr(int(m[1], 16)) if m[1] else _PLAIN.get(m[2], m[2]), content)


_COREFUD = {
    "PER": "person", "ORG": "organization", "LOC": "place", "PROD": "object", "WORK": "abstract",
    "EVENT": "event", "CONCEPT": "abstract",
}  # fmt: skip
"""Type of a mention -> the type of CorefUD 1.x."""


def _entities(words: Sequence[Token], names: Sequence[Mention]) -> dict[int, str]:
    """Return the value of Entity for the tokens at which mentions begin and end.

    A mention whose edges are not those of tokens is in its comment only; so is the later of two
    mentions of one entity that cross, which cannot be told apart here.
    """
    firsts = {word.start: i for i, word in enumerate(words)}
    lasts = {word.end: i for i, word in enumerate(words)}
    placed: list[tuple[int, int, str, str]] = []
    for name in sorted(names, key=lambda m: (m.start, -m.end)):
        first, last = firsts.get(name.start), lasts.get(name.end)
        if first is None or last is None:
            continue
        entity = re.sub(r"[^A-Za-z0-9_]", "_", name.entity or f"x_{name.lang}_{name.id}")
        crossing = any(
            entity == other and low < first <= high < last for low, high, other, _ in placed
        )
        if not crossing and (first, last, entity) not in {p[:3] for p in placed}:
            placed.append((first, last, entity, _COREFUD[name.type]))
    opening: dict[int, list[str]] = {}
    closing: dict[int, list[str]] = {}
    single: dict[int, list[str]] = {}
    for first, last, entity, kind in placed:
        begin = f"({entity}-{kind}-1-"
        if first == last:
            single.setdefault(first, []).append(f"{begin})")
        else:
            opening.setdefault(first, []).append(begin)
            closing.setdefault(last, []).insert(0, f"{entity})")
    return {
        i: "".join(
            # The order that the validator asks for: single ones close nothing that is open.
            [*closing.get(i, []), *opening[i], *single.get(i, [])]
            if i in opening
            else [*single.get(i, []), *closing.get(i, [])]
        )
        for i in sorted({*opening, *closing, *single})
    }


@dataclass
class _Side:
    """A text that is read: its sentences, what comments say, and the names in Entity."""

    text: list[str] = field(default_factory=list)
    length: int = 0
    pieces: list[tuple[int, int]] = field(default_factory=list)
    beads: list[dict[str, Any]] = field(default_factory=list)
    spans: list[tuple[str, dict[str, Any], int]] = field(default_factory=list)
    names: list[tuple[str, int, int]] = field(default_factory=list)
    path: Path = field(default_factory=Path)
    line: int = 1


def read(paths: Sequence[Path]) -> Iterator[Document]:
    """Yield the articles of a folder with ``fr.conllu`` and ``en.conllu``, or of two such files.

    Files of another tool go together article by article (``newdoc id``), or as one article; where
    both have as many sentences, these are taken as aligned.

    Raises:
        UsageError: there is no pair of files.
        DataError: a line is malformed, or tokens do not fit the text of their sentence.
    """
    for name, listed in collections(paths, ".conllu").items():
        sides = {lang: _read(path) for lang, path in listed.items()}
        for id_ in dict.fromkeys(id_ for each in sides.values() for id_ in each):
            present = {lang: each[id_] for lang, each in sides.items() if id_ in each}
            yield _document(id_ or name or "article", present)


def _read(path: Path) -> dict[str, _Side]:
    content = files.decode(files.read_bytes(path), path)
    sides: dict[str, _Side] = {}
    current = ""
    comments: list[tuple[int, str]] = []
    rows: list[tuple[int, list[str]]] = []
    for number, line in enumerate([*content.split("\n"), ""], start=1):
        cells = line.removesuffix("\r").split("\t")
        if line.startswith("#"):
            comments.append((number, line[1:].strip()))
            if comments[-1][1].startswith("newdoc id"):
                id_ = comments[-1][1].partition("=")[2].strip()
                current = id_ if re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,63}", id_) else slug(id_)
                sides.setdefault(current, _Side(path=path, line=number))
        elif len(cells) == COLUMNS:
            rows.append((number, cells))
        elif line.strip():
            msg = f"{len(cells)} columns in place of {COLUMNS}"
            remedy = "A word has ten columns with tabs between them."
            raise DataError(msg, where=path, line=number, remedy=remedy)
        elif rows:
            side = sides.setdefault(current, _Side(path=path, line=number))
            _sentence(side, comments, rows)
            comments, rows = [], []
    return sides


def _sentence(
    side: _Side, comments: Sequence[tuple[int, str]], rows: Sequence[tuple[int, list[str]]]
) -> None:
    """Add a sentence to its text."""
    begin = side.length
    surfaces = _surfaces(rows)
    forms = "".join(form + ("" if "SpaceAfter=No" in misc else " ") for form, misc in surfaces)
    for number, comment in comments:
        key, _, value = (part.strip() for part in comment.partition("="))
        if key == "text" and " ".join(value.split()) != " ".join(forms.split()):
            msg = f"the tokens make {forms.strip()[:40]!r}, the comment text has {value[:40]!r}"
            remedy = "Correct the forms, SpaceAfter=No or the comment."
            raise DataError(msg, where=side.path, line=number, remedy=remedy)
        if key == f"{_OURS}beads":
            side.beads.append(json_value(value, side.path, number))
        elif key.startswith(_OURS):
            cells = json_value(value, side.path, number)
            side.spans.append((key.removeprefix(_OURS), cells, number))
    places = []
    for index, (form, misc) in enumerate(surfaces):
        cells = dict(each.partition("=")[::2] for each in misc.split("|"))
        before = _unescaped(cells.get("SpacesBefore", "")) if index == 0 else ""
        after = "" if cells.get("SpaceAfter") == "No" else " "
        after = _unescaped(cells["SpacesAfter"]) if "SpacesAfter" in cells else after
        start = side.length + len(before)
        places.append((start, start + len(form), cells.get("Entity", "")))
        side.text.append(before + form + after)
        side.length += len(side.text[-1])
    side.pieces.append((begin, side.length))
    side.names += _names(places)


def _surfaces(rows: Sequence[tuple[int, list[str]]]) -> list[tuple[str, str]]:
    """Return form and MISC of the surface: a token of several words once, no empty words."""
    surfaces: list[tuple[str, str]] = []
    covered = 0
    for _, cells in rows:
        number, form, misc = cells[0], cells[1], cells[-1]
        if "." in number:
            continue
        first, _, last = number.partition("-")
        if last:
            covered = int(last)
            surfaces.append((form, misc))
        elif int(first) > covered:
            surfaces.append((form, misc))
        elif match := _ENTITY.search(misc):
            # The words inside a token carry its entities: they begin and end with the token.
            form, outer = surfaces[-1]
            before = (_ENTITY.search(outer) or [""])[0]
            surfaces[-1] = form, f"{outer.replace(before, '')}|{before or 'Entity='}{match[1]}"
    return surfaces


_ENTITY = re.compile(r"\bEntity=([^|]*)")
_BRACKET = re.compile(r"\(([^()-]+)-?([^()-]*)([^()]*)(\))?|([^()]+)\)")


def _names(places: Sequence[tuple[int, int, str]]) -> list[tuple[str, int, int]]:
    """Return label, start and end of the entities that brackets in MISC mark."""
    begun: list[tuple[str, str, int]] = []
    names = []
    for start, end, entity in places:
        for match in _BRACKET.finditer(entity):
            if match[1]:
                begun.append((match[1], match[2], start))
            closed = match[1] if match[4] else match[5]
            for at in range(len(begun) - 1, -1, -1):
                if closed and begun[at][0] == closed.partition("[")[0]:
                    _, label, first = begun.pop(at)
                    names.append((label, first, end))
                    break
    return names


def _document(id_: str, sides: Mapping[Lang, _Side]) -> Document:
    texts = {lang: "".join(side.text) for lang, side in sides.items()}
    first = next(iter(sides.values()))
    rows: dict[str, list[Span]] = {}
    notes: list[str] = []
    for lang, side in sides.items():
        for layer, cells, line in side.spans:
            span = span_of(layer, cells | {"lang": lang}, side.path, line)
            rows.setdefault(layer, []).append(span)
        if side.spans:
            continue
        for number, (label, start, end) in enumerate(side.names, start=1):
            if named := mention(label, lang, start, end, number):
                rows.setdefault("mentions", []).append(named)
            else:
                notes.append(f"an entity of type {label or 'none'} was left out")
    beads = _beads(sides, first)
    return document(id_, texts, {**rows, "beads": beads}, first.path, [*dict.fromkeys(notes)])


def _beads(sides: Mapping[Lang, _Side], first: _Side) -> list[AlignedBead]:
    """Return the beads of comments, or a pair of sentences each where both texts have as many."""
    if all(len(side.beads) == len(side.pieces) for side in sides.values()):
        joined: dict[str, dict[str, Any]] = {}
        for lang, side in sides.items():
            for cells, offsets in zip(side.beads, side.pieces, strict=True):
                place = cells.pop("place", 0)
                bead = joined.setdefault(str(cells.get("id")), cells)
                bead.setdefault(lang, []).append((place, offsets))
        for cells in joined.values():
            for lang in SIDES:
                cells[lang] = [offsets for _, offsets in sorted(cells.get(lang, []))]
        return [bead_of(cells, first.path, first.line) for cells in joined.values()]
    return in_turn({lang: side.pieces for lang, side in sides.items()})
