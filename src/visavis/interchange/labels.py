"""Formats that carry one layer to a task: names, flaws, stances, links. They are written only.

- CoNLL-2003 / IOB2: the outermost names, a token a line.
- WMT MQM TSV: a flaw a row, marked in its segment with <v> and </v>.
- SemEval-2022 structured sentiment: stances with holder, target and expression.
- Pharaoh: links between the tokens of spans that are the same thing in both languages.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import msgspec

from visavis.corpus.layers.flaws import Flaw
from visavis.corpus.layers.mentions import Mention
from visavis.corpus.layers.stances import Stance
from visavis.corpus.records import Span
from visavis.interchange.documents import (
    BREAKS,
    SIDES,
    Document,
    Part,
    check_characters,
    tiles,
)
from visavis.interchange.words import sentences, tokens
from visavis.languages import Lang

_BLANK = re.compile(f"[{BREAKS}\t]+")


def outermost_names(doc: Document, lang: Lang) -> list[Mention]:
    """Return the names that lie in no other one and cross none, in order."""
    names = [
        m
        for m in doc.spans.get("mentions", ())
        if isinstance(m, Mention) and m.lang == lang and m.form == "NAM"
    ]
    chosen: list[Mention] = []
    for name in sorted(names, key=lambda m: (m.start, -m.end)):
        if not chosen or name.start >= chosen[-1].end:
            chosen.append(name)
    return chosen


def _tagged(doc: Document, lang: Lang) -> tuple[list[list[tuple[str, str]]], list[Mention]]:
    """Return tokens with their tags by sentence, and the names that tags can express."""
    text = doc.texts[lang]
    rows: list[list[tuple[str, str]]] = []
    names = outermost_names(doc, lang)
    used: list[Mention] = []
    for words in tokens(text, sentences(doc, lang), lang):
        tags = ["O"] * len(words)
        starts = {word.start: i for i, word in enumerate(words)}
        ends = {word.end: i for i, word in enumerate(words)}
        for name in names:
            if name.start in starts and name.end in ends:
                first, last = starts[name.start], ends[name.end]
                tags[first : last + 1] = [f"B-{name.type}", *[f"I-{name.type}"] * (last - first)]
                used.append(name)
        rows.append([(_BLANK.sub(" ", w.form), tag) for w, tag in zip(words, tags, strict=True)])
    return rows, used


def held_iob2(doc: Document) -> Document | None:
    """Return tokens with one space between them, and names with their type alone."""
    texts: dict[Lang, str] = {}
    names: list[Span] = []
    for lang in doc.texts:
        rows, used = _tagged(doc, lang)
        texts[lang] = " ".join(form for row in rows for form, _ in row)
        names += [
            Mention(id=m.id, lang=m.lang, start=m.start, end=m.end, type=m.type, form="NAM")
            for m in used
        ]
    return Document(doc.id, texts, spans={"mentions": names} if names else {})


def write_iob2(docs: Iterable[Document]) -> Iterator[Part]:
    """Yield ``fr.conll`` and ``en.conll``: four columns as CoNLL-2003 has them.

    Raises:
        DataError: a text has a character that the format cannot hold.
    """
    for each in docs:
        check_characters(each, "CoNLL-2003")
        for lang in each.texts:
            lines = ["-DOCSTART- -X- -X- O\n\n"]
            for row in _tagged(each, lang)[0]:
                # Spaces part the columns; those inside a number stay as no-break spaces.
                lines += [f"{form.replace(' ', chr(0xA0))} -X- -X- {tag}\n" for form, tag in row]
                lines += ["\n"] * bool(row)
            yield Part(f"{lang}.conll", "".join(lines).encode())


_MQM = (
    "system", "doc", "doc_id", "seg_id", "rater", "source", "target", "category", "severity",
)  # fmt: skip
"""The columns of the MQM files of the WMT metrics tasks (google/wmt-mqm-human-evaluation)."""


def _pieces(doc: Document) -> list[tuple[str, dict[Lang, tuple[int, int]]]]:
    """Return the beads that have both sides, each with the extent of each side."""
    return [
        (
            bead.id,
            {lang: (getattr(bead, lang)[0][0], getattr(bead, lang)[-1][1]) for lang in SIDES},
        )
        for bead in doc.beads
        if bead.fr and bead.en
    ]


def _flaws(doc: Document) -> list[Flaw]:
    return [flaw for flaw in doc.spans.get("flaws", ()) if isinstance(flaw, Flaw)]


def held_mqm(doc: Document) -> Document | None:
    """Return the flaws that lie in one bead, with category and severity."""
    if not tiles(doc):
        return None
    places = _pieces(doc)
    flaws: list[Span] = [
        msgspec.structs.replace(
            flaw, intended=None, recoverable="no", relation="equal", omitted=None
        )
        for flaw in _flaws(doc)
        if _place(flaw, places) is not None
    ]
    return replace(doc, beads=(), spans={"flaws": flaws} if flaws else {})


def _place(
    span: Span, places: Sequence[tuple[str, dict[Lang, tuple[int, int]]]]
) -> tuple[int, dict[Lang, tuple[int, int]]] | None:
    for number, (_, sides) in enumerate(places, start=1):
        start, end = sides[span.lang]
        if start <= span.start and span.end <= end:
            return number, sides
    return None


def write_mqm(docs: Iterable[Document]) -> Iterator[Part]:
    """Yield a row a flaw, and one of the category No-error for a segment without a flaw."""
    yield Part("", ("\t".join(_MQM) + "\n").encode())
    for each in docs:
        places = _pieces(each)
        rows: dict[int, list[str]] = {}
        for flaw in _flaws(each):
            if (place := _place(flaw, places)) is not None:
                number, sides = place
                texts = [
                    _marked(each.texts[lang][slice(*sides[lang])], flaw, lang, sides)
                    for lang in SIDES
                ]
                rows.setdefault(number, []).append(
                    _row(each.id, number, texts, flaw.category, flaw.severity)
                )
        for number, (_, sides) in enumerate(places, start=1):
            if number not in rows:
                texts = [_flat(each.texts[lang][slice(*sides[lang])]) for lang in SIDES]
                rows[number] = [_row(each.id, number, texts, "No-error", "no-error")]
        lines = [line for number in sorted(rows) for line in rows[number]]
        yield Part("", "".join(lines).encode())


def _marked(text: str, flaw: Flaw, lang: Lang, sides: dict[Lang, tuple[int, int]]) -> str:
    if flaw.lang != lang:
        return _flat(text)
    low, high = (edge - sides[lang][0] for edge in (flaw.start, flaw.end))
    return _flat(f"{text[:low]}<v>{text[low:high]}</v>{text[high:]}")


def _flat(text: str) -> str:
    return _BLANK.sub(" ", text).strip()


def _row(article: str, number: int, texts: Sequence[str], category: str, severity: str) -> str:
    cells = ("published", article, article, str(number), "corpus", *texts, category, severity)
    return "\t".join(cells) + "\n"


_INTENSITY = {"strong": "Strong", "medium": "Standard", "weak": "Slight"}


def held_sentiment(doc: Document) -> Document | None:
    """Return the stances that lie in one sentence, with holder, target, polarity and strength."""
    stances: list[Span] = [
        Stance(
            id=stance.id,
            lang=stance.lang,
            start=stance.start,
            end=stance.end,
            holder=stance.holder,
            target=stance.target,
            target_span=stance.target_span,
            attitude="evaluation",
            polarity=stance.polarity,
            intensity=stance.intensity,
            factuality="Uu",
        )
        for stance in doc.spans.get("stances", ())
        if isinstance(stance, Stance) and _sentence_of(stance, sentences(doc, stance.lang))
    ]
    return replace(doc, beads=(), spans={"stances": stances} if stances else {})


def _sentence_of(span: Span, pieces: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    inside = (p for p in pieces if p[0] <= span.start and span.end <= p[1])
    return next(inside, None)


def write_sentiment(docs: Iterable[Document]) -> Iterator[Part]:
    """Yield ``fr.json`` and ``en.json``, each a list of sentences with their opinions."""
    begun = set[Lang]()
    for each in docs:
        mentions = {(m.lang, m.id): m for m in each.spans.get("mentions", ())}
        for lang, text in each.texts.items():
            for number, piece in enumerate(sentences(each, lang), start=1):
                opinions = [
                    _opinion(stance, piece, text, mentions)
                    for stance in each.spans.get("stances", ())
                    if isinstance(stance, Stance)
                    and stance.lang == lang
                    and _sentence_of(stance, [piece])
                ]
                row = {
                    "sent_id": f"{each.id}-{number}",
                    "text": text[slice(*piece)],
                    "opinions": opinions,
                }
                prefix = ",\n" if lang in begun else "[\n"
                begun.add(lang)
                yield Part(f"{lang}.json", (prefix + json.dumps(row, ensure_ascii=False)).encode())
    for lang in sorted(begun):
        yield Part(f"{lang}.json", b"\n]\n")


def _opinion(
    stance: Stance, piece: tuple[int, int], text: str, mentions: dict[tuple[Lang, str], Span]
) -> dict[str, object]:
    def phrase(place: tuple[int, int] | None) -> list[list[str]]:
        if place is None or not (piece[0] <= place[0] < place[1] <= piece[1]):
            return [[], []]
        return [[text[slice(*place)]], [f"{place[0] - piece[0]}:{place[1] - piece[0]}"]]

    def mention_at(name: str | None) -> tuple[int, int] | None:
        span = mentions.get((stance.lang, name)) if name else None
        return (span.start, span.end) if span else None

    return {
        "Source": phrase(mention_at(stance.holder)),
        "Target": phrase(mention_at(stance.target) or stance.target_span),
        "Polar_expression": phrase((stance.start, stance.end)),
        "Polarity": stance.polarity.capitalize(),
        "Intensity": _INTENSITY[stance.intensity],
    }


def _linked(doc: Document) -> list[tuple[str, Span, Span]]:
    """Return the spans that have one counterpart: the same layer and id in the other language."""
    pairs = []
    for layer, spans in doc.spans.items():
        sides: dict[tuple[str, Lang], list[Span]] = {}
        for span in spans:
            sides.setdefault((span.id, span.lang), []).append(span)
        for span in spans:
            others = sides.get((span.id, "en"), [])
            single = span.lang == "fr" and len(sides[span.id, "fr"]) == len(others) == 1
            if single and layer != "regions":
                pairs.append((layer, span, others[0]))
    return pairs


def held_pharaoh(doc: Document) -> Document | None:
    """Return the texts as tokens; links say which tokens go together, not what they are."""
    if not tiles(doc):
        return None
    texts: dict[Lang, str] = {}
    for lang in doc.texts:
        rows = tokens(doc.texts[lang], sentences(doc, lang), lang)
        texts[lang] = " ".join(word.form for row in rows for word in row)
    return Document(doc.id, texts)


def write_pharaoh(docs: Iterable[Document]) -> Iterator[Part]:
    """Yield ``corpus.fr``, ``corpus.en`` (tokens) and ``corpus.links`` (i-j), a line a bead.

    Raises:
        DataError: a text has a character that the format cannot hold.
    """
    for each in docs:
        check_characters(each, "the Pharaoh format")
        pairs = [(fr, en) for layer, fr, en in _linked(each) if layer != "decisions"]
        places = [sides for _, sides in _pieces(each)]
        columns = {
            lang: tokens(each.texts[lang], [sides[lang] for sides in places], lang)
            for lang in SIDES
        }
        for number in range(len(places)):
            words = {lang: columns[lang][number] for lang in SIDES}
            links = sorted(
                {
                    (i, j)
                    for fr, en in pairs
                    for i, a in enumerate(words["fr"])
                    if fr.start <= a.start and a.end <= fr.end
                    for j, b in enumerate(words["en"])
                    if en.start <= b.start and b.end <= en.end
                }
            )
            for lang in SIDES:
                line = " ".join(
                    _BLANK.sub(" ", w.form).replace(" ", chr(0xA0)) for w in words[lang]
                )
                yield Part(f"corpus.{lang}", f"{line}\n".encode())
            yield Part("corpus.links", (" ".join(f"{i}-{j}" for i, j in links) + "\n").encode())
