"""Generated articles for the tests and the benchmark of the studio: every trap, any number."""

from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any, Literal, get_args, get_origin

import msgspec

from visavis import files
from visavis.annotation.studio.interface import attributes
from visavis.annotation.studio.windows import Page
from visavis.corpus.articles import Article
from visavis.corpus.layers import LAYERS, SPAN_LAYERS
from visavis.corpus.layers.arrangement import arrangement
from visavis.corpus.layers.beads import AlignedBead
from visavis.corpus.layers.regions import Region
from visavis.corpus.model import layer_path, text_path
from visavis.corpus.reading import read_articles, write_articles
from visavis.corpus.records import Offsets, Span, encode, fields
from visavis.languages import LANGS, Lang

PIECES = [
    "L’État", "l'avenir", "d’OpenAI", "13,75", "milliards", "$13 billion", "e\u0301te\u0301", "œuvre",
    "🎉", "👨‍👩‍👧", "𝒜", "𠮷", "Rene\u0301", "\u202f!", "«\u00a0mot\u00a0»", "\u2028", "a  b", "\r\n", "\t", "\ufeff",
    "<b>&amp;</b>", "\\n", "{{x}}", "$fr", "http://x", '"', "]", "،",
]  # fmt: skip
"""Words and the traps between them."""

LAYERS_SENT = tuple(layer for layer in SPAN_LAYERS if layer != "regions")


def page(article: str, pairs: int, seed: int, layers: Sequence[str] = LAYERS_SENT) -> Page:
    """An article of ``pairs`` sentence pairs with spans of ``layers``, nested and crossing."""
    rng = Random(seed)  # noqa: S311 - to be the same again
    texts, sides = dict.fromkeys(LANGS, ""), {lang: list[Offsets]() for lang in LANGS}
    for _ in range(pairs):
        for lang in LANGS:
            words = [rng.choice(PIECES) for _ in range(rng.randint(3, 12))]
            start = len(texts[lang])
            texts[lang] += (
                "É" + " ".join(words) + rng.choice([". ", ".\n\n", ".\r\n", ".\u202f", "!"])
            )
            sides[lang].append((start, len(texts[lang])))
    beads = [
        AlignedBead(id=f"b{n}", fr=(sides["fr"][n],), en=(sides["en"][n],), method="manual")
        for n in range(pairs)
    ]
    rows: dict[str, list[Span]] = {layer: [] for layer in layers}
    number = 0
    for n in range(pairs):
        here: list[tuple[str, str, Lang]] = []
        for layer in rng.sample(list(layers), min(3, len(layers))):
            for _ in range(rng.randint(0, 3)):
                number += 1
                name = f"x{number}"
                for lang in LANGS if rng.random() < 0.8 else LANGS[:1]:
                    rows[layer].append(span(rng, layer, name, lang, sides[lang][n], here))
                    here.append((layer, name, lang))
    arranged = {layer: [result[i] for i in arrangement(result)] for layer, result in rows.items()}
    return Page(article, texts, beads, [], arranged, annotated=True)


def span(
    rng: Random, layer: str, name: str, lang: Lang, side: Offsets, here: list[tuple[str, str, Lang]]
) -> Span:
    """A span inside ``side`` with random values; its references name spans that are ``here``."""
    kind = SPAN_LAYERS[layer]
    row: dict[str, Any] = {}
    linked = {attribute.name: attribute for attribute in attributes(layer)}
    for field in fields(kind):
        if field.name in {"id", "lang", "start", "end", "text"}:
            continue
        if field.name in linked and not field.required and rng.random() < 0.6:
            continue
        row[field.name] = value(rng, field.type, side)
        attribute = linked.get(field.name)
        if attribute and attribute.refers:
            near = [n for at, n, of in here if at == attribute.refers and of == lang]
            row[field.name] = rng.choice([*near, "elsewhere", *attribute.besides])
        if not field.required and row[field.name] == field.default:
            del row[field.name]  # what need not be said is not written
    start, end = cut(rng, side)
    row |= {"id": name, "lang": lang, "start": start, "end": end, "text": None}
    return msgspec.convert(row, kind)


def cut(rng: Random, side: Offsets) -> Offsets:
    start = rng.randrange(side[0], side[1])
    return start, rng.randint(start + 1, min(side[1], start + 30))


def value(rng: Random, hint: Any, side: Offsets) -> Any:  # noqa: ANN401, PLR0911 - of any field
    if hasattr(hint, "__metadata__"):
        metas = [m for m in hint.__metadata__ if isinstance(m, msgspec.Meta)]
        if any((m.extra or {}).get("dtype") == "decimal" for m in metas):
            return rng.choice(["0", "-1", "13750000000", "0.33", "12.5"])
        if any(m.pattern for m in metas):
            return rng.choice(["openai", "a_b-c", "X9"])
        return value(rng, hint.__origin__, side)
    parts = get_args(hint)
    if get_origin(hint) is Literal:
        return rng.choice(parts)
    if get_origin(hint) is tuple:
        if parts == get_args(Offsets):
            return cut(rng, side)
        if get_args(parts[0]) == get_args(Offsets):
            return [cut(rng, side) for _ in range(rng.randint(1, 3))]
        return rng.sample(get_args(parts[0]), rng.randint(0, 3))
    if parts:
        return value(rng, rng.choice(parts), side)
    words = [" deux  mots ", "é🎉", "ligne\nligne", "x"]
    return {str: rng.choice(words), bool: rng.random() < 0.5, type(None): None}[hint]


def write(folder: Path, pages: Sequence[Page]) -> None:
    """Put generated articles into a corpus folder, in the canonical form."""
    articles = []
    for page in pages:
        data = {lang: page.texts[lang].encode() for lang in LANGS}
        for lang in LANGS:
            files.write(folder / text_path(page.article, lang), data[lang])
        articles.append(
            Article(
                id=page.article, story="s", genre=None, title=None, publisher=None, url=None,
                published=None, collected=None, origin="original", origin_evidence=None,
                translation="unknown", rights_fr="CC-BY-4.0", rights_en="CC-BY-4.0", sources=(), split="train",
                sha256_fr=files.sha256(data["fr"]), sha256_en=files.sha256(data["en"]),
            )
        )  # fmt: skip
        files.write(folder / layer_path(page.article, "beads"), encode(page.beads))
        for layer, rows in page.rows.items():
            entries = [
                msgspec.structs.replace(
                    s, text=None if isinstance(s, Region) else page.texts[s.lang][s.start : s.end]
                )
                for s in rows
            ]
            files.write(folder / layer_path(page.article, layer), encode(entries))
    write_articles(folder, articles)


def change_french(folder: Path, article: str, data: bytes) -> None:
    """Give an article another French text, and its row the hash of that text."""
    files.write(folder / text_path(article, "fr"), data)
    rows = [
        msgspec.structs.replace(row, sha256_fr=files.sha256(data)) if row.id == article else row
        for row in read_articles(folder)
    ]
    write_articles(folder, rows)


def snapshot(folder: Path) -> dict[str, bytes]:
    """All annotations of a corpus folder, byte for byte."""
    result = (folder / "annotations").rglob("*.jsonl")
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(result)}


assert set(LAYERS_SENT) < set(LAYERS)
