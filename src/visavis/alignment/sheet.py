"""The beads of an article as a sheet of plain text, to be corrected in any editor.

Each bead is a head line, then its sentences; white space at their ends is not shown::

    = b3  0.981
    fr 4  | Le groupe a perdu 13 milliards. Il ne commente pas.
    en 4  | The group lost 13 billion.
    en 5  | It declined to comment.

- To join two beads, delete the head line between them. To split one, write a line ``=``.
- To move a sentence to the next bead, move its line. Sentences keep their order.
- To cut a sentence in two, write ``||`` where the second begins. To join one to the sentence
  before it, write ``+`` behind its number: ``en 5 + | It declined to comment.``
- ``+`` behind the id of a bead says that a reader has verified it: ``= b3 +``. A bead whose
  sentences change is verified by the change.
"""

import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from visavis.alignment.revision import fresh_id, tiles
from visavis.corpus.layers.beads import AlignedBead
from visavis.corpus.records import Offsets
from visavis.errors import DataError
from visavis.languages import Lang

LEGEND = """\
# Join beads: delete the head line (=) between them. Split a bead: write a line =.
# Move a sentence: move its line. Cut one: write || in it. Join it to the one before: en 5 + |
# Verified: write + behind the id of the bead. Take it back: visavis beads --read FILE
"""

_HEAD = re.compile(r"=(?: +(?P<id>[A-Za-z0-9][\w-]*))?(?P<verified> +\+)?(?: +[01](?:\.\d+)?)? *")
_SENTENCE = re.compile(r"(?P<lang>fr|en) (?P<number>\d+) *(?P<joined>\+)? *\| ?(?P<text>.*)")
_CUT = "||"
_LANGS: tuple[Lang, Lang] = ("fr", "en")


class _Bead(NamedTuple):
    """A bead as the sheet has it: its id, or none, and its sentences."""

    id: str | None
    verified: bool
    sides: dict[Lang, list[Offsets]]


def write_sheet(article: str, beads: Sequence[AlignedBead], texts: dict[Lang, str]) -> str:
    """Return the sheet of the beads of an article."""
    lines = [f"# beads of {article}", LEGEND.rstrip()]
    numbers = dict.fromkeys(_LANGS, 0)
    for bead in beads:
        sure = "" if bead.confidence is None else f"  {bead.confidence:.3f}"
        lines += ["", f"= {bead.id}{' +' if bead.verified else ''}{sure}"]
        for lang in _LANGS:
            for start, end in getattr(bead, lang):
                numbers[lang] += 1
                lines.append(f"{lang} {numbers[lang]:<3}| {_shown(texts[lang][start:end])}")
    return "\n".join(lines) + "\n"


def _shown(text: str) -> str:
    """Return a sentence in one line: line breaks and tabs are blanks, of the same length."""
    return re.sub(r"\s", " ", text.strip())


def read_sheet(
    sheet: str, beads: Sequence[AlignedBead], texts: dict[Lang, str], where: str
) -> list[AlignedBead]:
    """Return the beads that a sheet says, in the texts that it was written from.

    Raises:
        DataError: a line is not of the sheet, a sentence is missing, repeated, out of order or has
            other words, or an id stands twice; nothing is guessed.
    """
    sentences = {lang: [s for bead in beads for s in getattr(bead, lang)] for lang in _LANGS}
    read = _Reader(sentences, texts, where).read(sheet)
    for lang in _LANGS:
        tiled = [sentence for bead in read for sentence in bead.sides[lang]]
        if not tiles(tiled, len(texts[lang])):
            count = sum(1 for line in sheet.splitlines() if line.startswith(f"{lang} "))
            msg = f"the sheet has {count} {lang} sentences of {len(sentences[lang])}"
            remedy = "Keep every sentence once, or write the sheet again."
            raise DataError(msg, where=where, remedy=remedy)
    return _records(read, beads)


class _Reader:
    """The state of reading a sheet: which sentence comes next, and which ids were seen."""

    def __init__(
        self, sentences: dict[Lang, list[Offsets]], texts: dict[Lang, str], where: str
    ) -> None:
        self.sentences = sentences
        self.texts = texts
        self.where = where
        self.line = 0
        self.beads: list[_Bead] = []
        self._next = dict.fromkeys(_LANGS, 1)

    def read(self, sheet: str) -> list[_Bead]:
        """Return the beads of a sheet."""
        for self.line, content in enumerate(sheet.removeprefix("\ufeff").splitlines(), start=1):
            if not content.strip() or content.startswith("#"):
                continue
            if head := _HEAD.fullmatch(content.rstrip()):
                self._head(head["id"], verified=bool(head["verified"]))
            elif self.beads and (match := _SENTENCE.fullmatch(content)):
                lang: Lang = "fr" if match["lang"] == "fr" else "en"
                self._sentence(lang, int(match["number"]), match["text"], bool(match["joined"]))
            else:
                problem = f"not a line of a sheet of beads: {content[:40]!r}"
                raise self._refused(problem, "A head is = ID, a sentence is fr NUMBER | TEXT.")
        return self.beads

    def _head(self, id_: str | None, *, verified: bool) -> None:
        if id_ and id_ in {bead.id for bead in self.beads}:
            problem = f"the id {id_} is in the sheet twice"
            raise self._refused(problem, "Write a bare = for a new bead.")
        self.beads.append(_Bead(id_, verified, {lang: [] for lang in _LANGS}))

    def _sentence(self, lang: Lang, number: int, written: str, joined: bool) -> None:  # noqa: FBT001 - a mark of the line
        if number != self._next[lang] or number > len(self.sentences[lang]):
            problem = f"{lang} {number} stands where {lang} {self._next[lang]} should be"
            raise self._refused(problem, "Keep the sentences in order, each once.")
        self._next[lang] += 1
        pieces = _pieces(written, self.sentences[lang][number - 1], self.texts[lang])
        if pieces is None:
            problem = f"the words of {lang} {number} are not those of the text"
            raise self._refused(problem, "Leave the words as they are; only || may be added.")
        side = self.beads[-1].sides[lang]
        if joined:
            if not side:
                problem = f"{lang} {number} has no sentence before it in its bead to be joined to"
                raise self._refused(problem, "Move it into the bead of that sentence.")
            pieces[0] = (side.pop()[0], pieces[0][1])
        side += pieces

    def _refused(self, problem: str, remedy: str) -> DataError:
        return DataError(problem, where=self.where, line=self.line, remedy=remedy)


def _pieces(written: str, sentence: Offsets, text: str) -> list[Offsets] | None:
    """Return the sentences that a line makes of one; None if its words are others."""
    start, end = sentence
    surface = _shown(text[start:end])
    offset = start + len(text[start:end]) - len(text[start:end].lstrip())
    if written.rstrip() == surface:
        return [sentence]
    edges, length = [start], 0
    parts = written.rstrip().split(_CUT)
    for part in parts[:-1]:
        length += len(part)
        # White space belongs to the sentence before it.
        cut = offset + length
        while cut < end and text[cut].isspace():
            cut += 1
        edges.append(cut)
    if "".join(parts) != surface:
        # The blanks around a mark may have been doubled or dropped by whoever wrote it.
        return _spaced(parts, sentence, text)
    edges.append(end)
    pairs = list(itertools.pairwise(edges))
    return pairs if all(low < high for low, high in pairs) else None


def _spaced(parts: list[str], sentence: Offsets, text: str) -> list[Offsets] | None:
    """Return the sentences of a line with marks, whatever the blanks around the marks."""
    start, end = sentence
    words = r"\s*".join(re.escape(char) for char in "".join("".join(parts).split()))
    if not words or not re.fullmatch(rf"\s*{words}\s*", text[start:end]):
        return None
    edges, place = [start], start
    for part in parts[:-1]:
        left = len("".join(part.split()))
        while left:
            left -= not text[place].isspace()
            place += 1
        while place < end and text[place].isspace():
            place += 1
        edges.append(place)
    pairs = list(zip(edges, [*edges[1:], end], strict=True))
    return pairs if all(low < high for low, high in pairs) else None


def _records(read: Sequence[_Bead], beads: Sequence[AlignedBead]) -> list[AlignedBead]:
    """Return the beads of a sheet; those that did not change are as they were."""
    before = {bead.id: bead for bead in beads}
    result = list[AlignedBead]()
    for bead in read:
        fr, en = tuple(bead.sides["fr"]), tuple(bead.sides["en"])
        if not fr and not en:
            continue
        old = before.get(bead.id or "")
        if old and (old.fr, old.en) == (fr, en):
            result.append(msgspec.structs.replace(old, verified=bead.verified))
            continue
        id_ = bead.id or fresh_id(result, before)
        result.append(AlignedBead(id=id_, fr=fr, en=en, method="manual", verified=True))
    return result
