"""spaCy DocBin: ``fr.spacy`` and ``en.spacy``, a Doc an article.

A layer is a span group; its fields are in ``doc.user_data["visavis"]["layers"]``, in the order of
the group, and name other spans by their ids. The outermost names are ``doc.ents`` too. Tokens end
at the edges of spans and sentences, so that every span is one of tokens.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from visavis import files
from visavis.corpus.layers import LABELS, SPAN_LAYERS
from visavis.corpus.records import Span
from visavis.errors import DataError, UsageError
from visavis.interchange.documents import (
    Document,
    Part,
    bead_of,
    document,
    mention,
    span_of,
    values,
    with_beads,
)
from visavis.interchange.labels import outermost_names
from visavis.interchange.sides import collections, in_turn, tiling
from visavis.interchange.words import Token, sentences, tokens
from visavis.languages import Lang

Vendor = Any
"""What spaCy makes: it has no types for mypy here."""

_KEY = "visavis"
"""Where our fields are in the user data of a Doc."""

_ATTRIBUTES = ["ENT_IOB", "ENT_TYPE", "ENT_KB_ID", "SENT_START"]


def _tokens() -> Vendor:
    try:
        from spacy import tokens as module  # noqa: PLC0415 - an extra, imported where it is used
    except ImportError as error:
        msg = "spaCy is not installed"
        raise UsageError(msg, remedy="Run `pip install visavis[spacy]`.") from error
    return module


def _vocabulary() -> Vendor:
    from spacy.vocab import Vocab  # noqa: PLC0415 - likewise

    return Vocab()


def write(docs: Iterable[Document]) -> Iterator[Part]:
    """Yield a DocBin for each language.

    Raises:
        UsageError: spaCy is not installed.
    """
    module = _tokens()
    vocabulary = _vocabulary()
    bins: dict[Lang, Vendor] = {}
    for each in map(with_beads, docs):
        for lang in each.texts:
            if lang not in bins:
                bins[lang] = module.DocBin(attrs=_ATTRIBUTES, store_user_data=True)
            bins[lang].add(_doc(module, vocabulary, each, lang))
    for lang, listed in bins.items():
        yield Part(f"{lang}.spacy", listed.to_bytes())


def _doc(module: Vendor, vocabulary: Vendor, doc: Document, lang: Lang) -> Vendor:
    text = doc.texts[lang]
    spans = {
        layer: [span for span in listed if span.lang == lang] for layer, listed in doc.spans.items()
    }
    pieces = sentences(doc, lang)
    starts = {low for low, _ in pieces}
    begun = starts | {span.start for listed in spans.values() for span in listed}
    ended = {span.end for listed in spans.values() for span in listed}
    words = _words(text, tokens(text, pieces, lang), begun, ended)
    result = module.Doc(
        vocabulary,
        words=[text[low:high] for low, high, _ in words],
        spaces=[space for _, _, space in words],
        sent_starts=[low in starts for low, _, _ in words],
    )
    firsts = {low: number for number, (low, _, _) in enumerate(words)}
    lasts = {high: number for number, (_, high, _) in enumerate(words, start=1)}
    for layer, listed in spans.items():
        result.spans[layer] = [_span(module, result, s, layer, firsts, lasts) for s in listed]
    names = outermost_names(doc, lang)
    result.ents = [_span(module, result, name, "mentions", firsts, lasts) for name in names]
    fields = {
        layer: [values(s, without=("id", "lang", "start", "end", LABELS[layer])) for s in listed]
        for layer, listed in spans.items()
    }
    beads = [values(bead) for bead in doc.beads]
    result.user_data[_KEY] = {"article": doc.id, "layers": fields, "beads": beads}
    return result


def _span(  # noqa: PLR0913, PLR0917 - a span and the places of all tokens
    module: Vendor,
    doc: Vendor,
    span: Span,
    layer: str,
    firsts: Mapping[int, int],
    lasts: Mapping[int, int],
) -> Vendor:
    label = str(getattr(span, LABELS[layer]))
    entity = getattr(span, "entity", None) or ""
    start, end = firsts[span.start], lasts[span.end]
    return module.Span(doc, start, end, label=label, kb_id=entity, span_id=span.id)


def _words(
    text: str, listed: Sequence[Sequence[Token]], begun: set[int], ended: set[int]
) -> list[tuple[int, int, bool]]:
    """Return start, end and following space of the tokens of a text; white space is a token too.

    Args:
        text: the text.
        listed: its tokens by sentence.
        begun: where spans and sentences begin; a token begins with each.
        ended: where spans end; a token ends with each.
    """
    cuts = {edge for row in listed for _, start, end in row for edge in (start, end)}
    words: list[tuple[int, int, bool]] = []
    for low, high in pairwise(sorted({0, len(text), *cuts, *begun, *ended})):
        start = low
        # The first space after a token belongs to it, unless a span begins or ends with that space.
        free = low not in begun and low + 1 not in ended
        if text[low] == " " and words and not words[-1][2] and free:
            words[-1] = words[-1][0], words[-1][1], True
            start = low + 1
        if start < high:
            words.append((start, high, False))
    return words


def read(paths: Sequence[Path]) -> Iterator[Document]:
    """Yield the articles of a folder with ``fr.spacy`` and ``en.spacy``, or of two such files.

    Of other pipelines, the Docs of both files go together in turn, and so do their sentences where
    there are as many; entities and spans whose label is that of a name become mentions.

    Raises:
        UsageError: spaCy is not installed, or a file does not tell its language.
        DataError: a file is no DocBin, or one has more Docs than the other.
    """
    for name, listed in collections(paths, ".spacy").items():
        sides = {lang: _docs(path) for lang, path in listed.items()}
        articles: dict[str, dict[Lang, Vendor]] = {}
        for lang, docs in sides.items():
            for number, doc in enumerate(docs, start=1):
                several = f"-{number}" if len(docs) > 1 else ""
                own = str(_data(doc).get("article") or f"{name or 'article'}{several}")
                articles.setdefault(own, {})[lang] = doc
        counts = {lang: len(docs) for lang, docs in sides.items()}
        ours = all(_data(doc) for docs in sides.values() for doc in docs)
        if not ours and len(set(counts.values())) > 1:
            msg = f"{counts['fr']} Docs, and {listed['en'].name} has {counts['en']}"
            remedy = "Give a French and an English file with the same articles in one order."
            raise DataError(msg, where=listed["fr"], remedy=remedy)
        for id_, pair in articles.items():
            yield _document(id_, pair, next(iter(listed.values())))


def _docs(path: Path) -> list[Vendor]:
    module = _tokens()
    data = files.read_bytes(path)
    try:
        return list(module.DocBin().from_bytes(data).get_docs(_vocabulary()))
    except Exception as error:
        msg = f"no DocBin of spaCy ({type(error).__name__})"
        remedy = "Give a file that DocBin.to_disk wrote."
        raise DataError(msg, where=path, remedy=remedy) from error


def _data(doc: Vendor) -> dict[str, Any]:
    data = doc.user_data.get(_KEY)
    return data if isinstance(data, dict) else {}


def _document(id_: str, docs: Mapping[Lang, Vendor], path: Path) -> Document:
    rows: dict[str, list[Any]] = {}
    ignored: Counter[str] = Counter()
    beads: Sequence[Mapping[str, Any]] = ()
    for lang, doc in docs.items():
        data = _data(doc)
        beads = data.get("beads") or beads
        for layer, span in _ours(doc, lang, data, path):
            rows.setdefault(layer, []).append(span)
        for label, start, end in _others(doc, data):
            number = 1 + sum(span.lang == lang for span in rows.get("mentions", ()))
            if named := mention(label, lang, start, end, number):
                rows.setdefault("mentions", []).append(named)
            else:
                ignored[f"{path.parent.name}/{lang}: label {label or 'none'}"] += 1
    rows["beads"] = [bead_of(cells, path) for cells in beads] or in_turn(
        {lang: _sentences(doc) for lang, doc in docs.items()}
    )
    notes = [f"{count} of {name} left out: no layer holds them" for name, count in ignored.items()]
    return document(id_, {lang: doc.text for lang, doc in docs.items()}, rows, path, notes)


def _ours(
    doc: Vendor, lang: Lang, data: Mapping[str, Any], path: Path
) -> Iterator[tuple[str, Span]]:
    for layer, listed in data.get("layers", {}).items():
        group = doc.spans.get(layer, ())
        if len(group) < len(listed):
            msg = f"{layer}: {len(group)} spans, and fields of {len(listed)}"
            remedy = "Remove the fields of the spans that were removed."
            raise DataError(msg, where=path, remedy=remedy)
        if layer not in SPAN_LAYERS:
            msg = f"there is no layer {layer!r}"
            raise DataError(msg, where=path, remedy=f"Layers: {', '.join(SPAN_LAYERS)}.")
        for span, fields in zip(group, listed, strict=False):
            cells = {
                "id": span.id_, "lang": lang, "start": span.start_char, "end": span.end_char,
                LABELS[layer]: span.label_,
            }  # fmt: skip
            yield layer, span_of(layer, {**fields, **cells}, path)


def _others(doc: Vendor, data: Mapping[str, Any]) -> list[tuple[str, int, int]]:
    """Return label and offsets of the spans that are not ours; no span twice."""
    ours = data.get("layers", {})
    spans = [] if data else list(doc.ents)
    for name, group in doc.spans.items():
        spans += list(group)[len(ours.get(name, ())) :]
    return [*dict.fromkeys((s.label_, s.start_char, s.end_char) for s in spans)]


def _sentences(doc: Vendor) -> list[tuple[int, int]]:
    if not doc.has_annotation("SENT_START"):
        return []
    return tiling([sentence.start_char for sentence in doc.sents], len(doc.text))
