"""Audit: how many records of a corpus are wrong, by a reader who is tested on planted errors.

Cards are drawn at random from each layer. In some of them an error of a stated kind is planted; the
reader does not know in which. The share of planted errors that the reader sees is the reader's
sensitivity; the share of other cards that the reader calls wrong is the error of the corpus. Both
come with exact intervals (Clopper and Pearson, 1934).
"""

import math
import random
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

import msgspec
import polars as pl

from visavis.annotation.planting import PLANTS, Pair, Source
from visavis.annotation.sheet_writing import record_line
from visavis.annotation.worksheets import ORDER, Beads
from visavis.corpus.records import Record, Span, fields, meaning
from visavis.errors import DataError

if TYPE_CHECKING:
    from visavis.languages import Lang

CARDS, KEY, ANSWERS = "cards.txt", "key.jsonl", "answers.jsonl"
"""The files of an audit: what the reader gets, must not see, and says."""

AUDITED = ("mentions", "amounts", "attributions", "conditionals", "stances", "beads")
"""The layers that are audited, in the order of the cards' key."""

CONFIDENCE = 0.95
"""Of the intervals."""

Verdict = Literal["right", "wrong", "unclear"]


class Key(Record, frozen=True, kw_only=True):
    """What a card is of; the reader does not see it."""

    card: Annotated[int, meaning("number of the card")]
    article: Annotated[str, meaning("id of the article")]
    layer: Annotated[str, meaning("layer of the record")]
    id: Annotated[str, meaning("id of the record, or of the bead")]
    planted: Annotated[str | None, meaning("kind of the error that was planted; null: none")]


class Answer(Record, frozen=True, kw_only=True):
    """What the reader says of a card."""

    card: Annotated[int, meaning("number of the card")]
    verdict: Annotated[Verdict, meaning("of the reader")]
    reason: Annotated[str, meaning("in words")] = ""


class Card(NamedTuple):
    """A card, with its key."""

    key: Key
    text: str


class _Drawn(NamedTuple):
    """A record that a card may be made of."""

    source: Source
    layer: str
    id: str
    bead: int
    """Position of its bead."""
    pair: Pair


def draw(sources: Sequence[Source], count: int, planted: int, seed: int = 0) -> list[Card]:
    """Draw cards, as many of each layer as of any other where there are enough.

    Args:
        sources: the articles.
        count: how many cards.
        planted: in how many of them an error is planted.
        seed: of the draw.

    Raises:
        DataError: the corpus has too few records.
    """
    rng = random.Random(seed)  # noqa: S311 - a draw that can be repeated, no secret
    drawn = _stratified(_records(sources), count, rng)
    if len(drawn) < count or planted > count:
        msg = f"{count} cards, {planted} of them planted, from {len(drawn)} records"
        raise DataError(msg, remedy="Ask for fewer.")
    cards: list[tuple[_Drawn, str | None, Pair, int]] = []
    left = planted
    for record in drawn:
        damage = _damaged(record, rng) if left else None
        left -= damage is not None
        cards.append((record, *(damage or (None, record.pair, record.bead))))
    rng.shuffle(cards)
    return [
        Card(
            Key(card=number, article=r.source.article, layer=r.layer, id=r.id, planted=kind),
            _text(number, r, pair, english),
        )
        for number, (r, kind, pair, english) in enumerate(cards, start=1)
    ]


def _records(sources: Sequence[Source]) -> dict[str, list[_Drawn]]:
    """Return the records of each layer, counterparts together, and the verified beads."""
    result: dict[str, list[_Drawn]] = {layer: [] for layer in AUDITED}
    for source in sources:
        places = Beads(source.texts, source.beads)
        numbers = {bead.id: number for number, bead in enumerate(source.beads)}
        for layer, rows in source.rows.items():
            pairs: dict[str, dict[Lang, Span]] = {}
            for row in rows:
                pairs.setdefault(row.id, {})[row.lang] = row
            for id_, pair in pairs.items():
                place = next((places.of(row.lang, row.start) for row in pair.values()), None)
                if place is not None:
                    result[layer].append(_Drawn(source, layer, id_, numbers[place], pair))
        for number, bead in enumerate(source.beads):
            if bead.fr and bead.en:
                result["beads"].append(_Drawn(source, "beads", bead.id, number, {}))
    return result


def _stratified(
    records: Mapping[str, list[_Drawn]], count: int, rng: random.Random
) -> list[_Drawn]:
    """Return records, the layers in turn, each in a random order of its own."""
    queues = [rng.sample(rows, len(rows)) for rows in records.values() if rows]
    result: list[_Drawn] = []
    while queues and len(result) < count:
        for queue in queues:
            if len(result) < count:
                result.append(queue.pop())
        queues = [queue for queue in queues if queue]
    return result


# ------------------------------------------------------------------ planted errors
def _damaged(record: _Drawn, rng: random.Random) -> tuple[str, Pair, int] | None:
    """Return kind, pair and position of the English bead of a damaged record."""
    if record.layer == "beads":
        later = record.bead + 1
        fits = later < len(record.source.beads) and record.source.beads[later].en
        return ("next sentence", {}, later) if fits else None
    plants = PLANTS[record.layer]
    for kind in rng.sample(sorted(plants), len(plants)):
        pair = plants[kind](record.pair, record.source, rng)
        if pair is not None:
            return kind, pair, record.bead
    return None


# ------------------------------------------------------------------ cards as text
def _text(number: int, record: _Drawn, pair: Pair, english: int) -> str:
    beads = Beads(record.source.texts, record.source.beads)
    ids = [bead.id for bead in record.source.beads]
    sides = {"fr": ids[record.bead], "en": ids[english]}
    lines = [f"== card {number}  {record.layer}"]
    lines += [f"{lang}  {beads.sides[sides[lang], lang].shown()}" for lang in ORDER]
    if record.layer == "beads":
        lines.append("these sentences answer each other")
    else:
        lines.append(f"{record.layer} {record_line(beads, ids[record.bead], pair)}")
        lines += _named(record.source, pair)
    return "\n".join([*lines, "verdict "])


def _named(source: Source, pair: Pair) -> list[str]:
    """Return the words of the records that a record refers to, a remark each."""
    words = {
        row.id: source.texts[row.lang][row.start : row.end]
        for rows in source.rows.values()
        for row in sorted(rows, key=lambda row: row.lang)
    }
    row = next(iter(pair.values()))
    named = {field.name: getattr(row, field.name) for field in fields(type(row))}
    return [
        f"# {name} {value}: {words[value]}"
        for name, value in named.items()
        if name != "id" and isinstance(value, str) and value in words
    ]


HEAD = """\
# Write behind each "verdict": right, or wrong and why, or unclear and why. Judge the record by the
# guidelines of its layer and by nothing else; some records were damaged on purpose.
"""


def write(cards: Iterable[Card]) -> str:
    """Return the sheet of cards for the reader."""
    return "\n\n".join([HEAD, *(card.text for card in cards)]) + "\n"


_CARD = re.compile(r"== card (\d+)  \S+")
_ANSWER = re.compile(r"verdict +(right|wrong|unclear)\b[ :,.]*(.*)")


def read(sheet: str, where: str) -> list[Answer]:
    """Return the answers of a sheet that a reader has filled in.

    Raises:
        DataError: a card has no verdict, or one that is not known.
    """
    answers: list[Answer] = []
    card: int | None = None
    for number, line in enumerate(sheet.splitlines(), start=1):
        if head := _CARD.fullmatch(line.strip()):
            card = int(head[1])
        elif line.startswith("verdict"):
            answer = _ANSWER.fullmatch(line.strip())
            if answer is None or card is None:
                msg = f"card {card} has no verdict: {line.strip()!r}"
                remedy = "Write right, wrong or unclear behind the word verdict."
                raise DataError(msg, where=where, line=number, remedy=remedy)
            parts = {"card": card, "verdict": answer[1], "reason": answer[2]}
            answers.append(msgspec.convert(parts, Answer))
    return answers


# ------------------------------------------------------------------ scores
class Rate(NamedTuple):
    """A share with its exact interval."""

    part: int
    total: int
    low: float
    high: float


def score(keys: Sequence[Key], answers: Sequence[Answer]) -> pl.DataFrame:
    """Compare answers with the key.

    Returns:
        A row a layer, then one for all: planted and seen, others and wrong, each with the ends of
        its interval, and unclear.

    Raises:
        DataError: a card has no answer or two, or an answer no card.
    """
    verdicts = {answer.card: answer.verdict for answer in answers}
    if len(verdicts) != len(answers) or verdicts.keys() != {key.card for key in keys}:
        missing = sorted({key.card for key in keys} ^ verdicts.keys())
        msg = f"cards and answers are not the same: {', '.join(map(str, missing[:5])) or 'doubled'}"
        raise DataError(msg, remedy="Read the sheet that belongs to the key, once.")
    rows = []
    for layer in [*AUDITED, "all"]:
        of_layer = [key for key in keys if layer in (key.layer, "all")]
        if not of_layer:
            continue
        sides = [[k for k in of_layer if (k.planted is not None) == planted] for planted in (1, 0)]
        seen, wrong = (rate([verdicts[k.card] == "wrong" for k in side]) for side in sides)
        unclear = sum(verdicts[key.card] == "unclear" for key in of_layer)
        rows.append((layer, *_swapped(seen), *_swapped(wrong), unclear))
    return pl.DataFrame(rows, COLUMNS, orient="row")


COLUMNS = {
    "layer": pl.String,
    "planted": pl.Int64,
    "seen": pl.Int64,
    "seen_low": pl.Float64,
    "seen_high": pl.Float64,
    "others": pl.Int64,
    "wrong": pl.Int64,
    "wrong_low": pl.Float64,
    "wrong_high": pl.Float64,
    "unclear": pl.Int64,
}


def _swapped(result: Rate) -> tuple[int, int, float, float]:
    return result.total, result.part, result.low, result.high


def rate(hits: Sequence[bool]) -> Rate:
    """Return the share of hits with its exact interval; (0, 1) where nothing was asked.

    >>> rate([True] * 10).low
    0.6915...
    """
    part, total = sum(hits), len(hits)
    tail = (1 - CONFIDENCE) / 2
    low = 0.0 if part == 0 else _solved(lambda p: 1 - _at_most(part - 1, total, p), tail)
    high = 1.0 if part == total else 1 - _solved(lambda q: _at_most(part, total, 1 - q), tail)
    return Rate(part, total, low, high)


def _at_most(part: int, total: int, chance: float) -> float:
    """Return the probability of ``part`` hits or fewer in ``total``."""
    if chance >= 1:
        return float(part >= total)
    return math.fsum(
        math.comb(total, k) * chance**k * (1 - chance) ** (total - k) for k in range(part + 1)
    )


def _solved(rising: Callable[[float], float], wanted: float) -> float:
    """Return where a rising function of [0, 1] has a value."""
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if rising(middle) < wanted else (low, middle)
    return (low + high) / 2
