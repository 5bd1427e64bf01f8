"""What two passes disagree on, as tasks: agreed spans filled in, both readings to be seen.

The passes need not number alike: their spans get the ids of the gold, or where there is none yet of
the first pass, by their places.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import count
from typing import Any, NamedTuple

import msgspec

from visavis.annotation.adjudication import Ruling, key
from visavis.annotation.studio.answers import Answer
from visavis.annotation.studio.interface import attributes
from visavis.annotation.studio.merging import PREFIXES
from visavis.annotation.studio.refusals import Refusal
from visavis.annotation.studio.tasks import data, digest, regions
from visavis.annotation.studio.windows import Page, Rows, Window, windows
from visavis.corpus.layers import LABELS
from visavis.corpus.layers.arrangement import arrangement
from visavis.corpus.records import Span
from visavis.languages import Lang

AGREED = "agreed"
"""Name of the prediction that a task begins with: what both passes have."""

_LINE = re.compile(r"(?:(?P<number>\d+)[.:]?\s+)?(?P<rule>[A-Z]+\d+)(?:[\s,:]+(?P<reason>.+))?")
_NOT_COMPARED = {"id", "text"}


class Sides(NamedTuple):
    """Two passes of an article and what both agree on, in one space of ids."""

    first: Rows
    second: Rows
    agreed: Rows


class Dispute(NamedTuple):
    """A task to be: its data, and the regions that each prediction shows."""

    data: dict[str, Any]
    predictions: Mapping[str, list[dict[str, Any]]]


def sides(first: Rows, second: Rows, gold: Rows | None, rulings: Sequence[Ruling]) -> Sides:
    """Two passes with the ids of the gold, or of the first where there is no gold."""
    anchor = first if gold is None else gold
    item = renamed(first, anchor) if gold is not None else first
    both = {layer: [*anchor.get(layer, ()), *item.get(layer, ())] for layer in {*anchor, *item}}
    other = renamed(second, both)
    differing = {key(ruling)[2:] for ruling in rulings}
    agreed = {
        layer: [s for s in spans if (layer, s.lang, s.start, s.end) not in differing]
        for layer, spans in item.items()
    }
    return Sides(item, other, agreed)


def disputes(
    page: Page, both: Sides, rulings: Sequence[Ruling], names: Sequence[str]
) -> list[Dispute]:
    """The tasks in which something is to be decided.

    Args:
        page: the article with its gold, or what is agreed where there is none.
        both: the passes.
        rulings: the differences in this article that nobody has ruled.
        names: of the passes.
    """
    layers = sorted({*both.first, *both.second, *page.rows} & LABELS.keys(), key=[*LABELS].index)
    cut = windows(replace(page, rows=_apart([page.rows, both.first, both.second])), layers)
    tasks = []
    for window in cut:
        here = [r for r in rulings if _inside(window, r.lang, r.start)]
        if not here:
            continue
        base = replace(window, rows=rows_in(window, page.rows))
        text = data(page, base, (1, 1)) | {
            "readings": "\n".join(
                _reading(number, ruling, page, both, names) for number, ruling in enumerate(here, 1)
            ),
            "rulings": msgspec.json.encode(here).decode(),
            "rows": digest(base.rows),
        }
        predictions = {
            name: regions(replace(window, rows=rows_in(window, rows)), page.texts)
            for name, rows in zip((*names, AGREED), both, strict=True)
        }
        tasks.append(Dispute(text, predictions))
    for number, task in enumerate(tasks, 1):
        task.data.update(part=number, parts=len(tasks))
    return tasks


def ruled(answer: Answer, both: Sides, rows: Rows) -> tuple[list[Ruling], list[Refusal]]:
    """What was ruled in a task: whose reading the gold has now, by which rule.

    Args:
        answer: the task, submitted.
        both: the passes.
        rows: the article's gold after the task.
    """
    here = msgspec.json.decode(answer.data["rulings"], type=list[Ruling])
    declared, problems = _told(answer, len(here))
    entries = []
    for number, ruling in enumerate(here, 1):
        rule = declared.get(number)
        if rule is None:
            message = f"difference {number} has no ruling. Write `{number} RULE reason`."
            problems.append(_refusal("ruling-missing", answer, message))
            continue
        item, other, now = (_at(r, ruling) for r in (both.first, both.second, rows))
        remaining = _kept(item, other, now)
        entries.append(
            msgspec.structs.replace(ruling, kept=remaining, rule=rule[0], reason=rule[1])
        )
    return entries, problems


def renamed(rows: Rows, anchor: Rows) -> dict[str, list[Span]]:
    """``rows`` with the ids that spans at the same places have in ``anchor``.

    A span that is not there gets the id of its counterpart, if that is free, or a new one.
    """
    places = {_place(layer, s): s.id for layer, spans in anchor.items() for s in spans}
    taken = {(s.lang, s.id) for spans in anchor.values() for s in spans}
    spans = [(layer, s) for layer, result in rows.items() for s in result]
    ids: dict[tuple[Lang, str], str] = {
        (s.lang, s.id): places[_place(layer, s)] for layer, s in spans if _place(layer, s) in places
    }
    used = {name for _, name in taken} | {s.id for _, s in spans}
    for layer, span in spans:
        if (span.lang, span.id) in ids:
            continue
        other: Lang = "en" if span.lang == "fr" else "fr"
        wanted = ids.get((other, span.id), span.id)
        if (span.lang, wanted) in taken or (wanted == span.id and (other, wanted) in taken):
            wanted = next(n for i in count(1) if (n := f"{PREFIXES[layer]}{i}") not in used)
        ids[span.lang, span.id] = wanted
        taken.add((span.lang, wanted))
        used.add(wanted)
    return {layer: [_with_ids(layer, s, ids) for s in result] for layer, result in rows.items()}


def rows_in(window: Window, rows: Rows) -> dict[str, list[Span]]:
    """The rows that stand in a window."""
    by_key = {
        layer: [span for span in spans if _inside(window, span.lang, span.start)]
        for layer, spans in rows.items()
    }
    return {layer: spans for layer, spans in by_key.items() if spans}


def _inside(window: Window, lang: Lang, start: int) -> bool:
    return window.ends[lang][0] <= start < window.ends[lang][1]


def _apart(several: Sequence[Rows]) -> dict[str, list[Span]]:
    """All rows of several, each with an id of its own, so that no window cuts any of them."""
    number = count()
    by_key: dict[str, list[Span]] = defaultdict(list)
    for rows in several:
        for layer, spans in rows.items():
            by_key[layer] += [msgspec.structs.replace(s, id=f"x{next(number)}") for s in spans]
    return by_key


def _place(layer: str, span: Span) -> tuple[str, Lang, int, int]:
    return layer, span.lang, span.start, span.end


def _with_ids(layer: str, span: Span, ids: Mapping[tuple[Lang, str], str]) -> Span:
    links = {
        attribute.name: ids[span.lang, value]
        for attribute in attributes(layer)
        if attribute.refers
        and isinstance(value := getattr(span, attribute.name), str)
        and (span.lang, value) in ids
    }
    return msgspec.structs.replace(span, id=ids[span.lang, span.id], **links)


def _at(rows: Rows, ruling: Ruling) -> Span | None:
    place = (ruling.lang, ruling.start, ruling.end)
    result = (s for s in rows.get(ruling.layer, ()) if (s.lang, s.start, s.end) == place)
    return next(result, None)


def _kept(base: Span | None, other: Span | None, now: Span | None) -> Any:  # noqa: ANN401 - a word
    values = [_values(span) for span in (base, other, now)]
    if values[2] == values[0]:
        return "first"
    if values[2] == values[1]:
        return "second"
    if base is None or other is None or now is None:
        return "neither"
    mixed = all(values[2][n] in {values[0][n], values[1][n]} for n in values[2])
    return "both" if mixed else "neither"


def _values(span: Span | None) -> dict[str, Any]:
    named = {} if span is None else msgspec.structs.asdict(span)
    return {name: value for name, value in named.items() if name not in _NOT_COMPARED}


def _reading(number: int, ruling: Ruling, page: Page, both: Sides, names: Sequence[str]) -> str:
    surface = page.texts[ruling.lang][ruling.start : ruling.end]
    entries = []
    for name, rows in zip(names, both, strict=False):
        span = _at(rows, ruling)
        rendered = ruling.differs or (LABELS[ruling.layer],)
        values = [f"{field} {getattr(span, field)}" for field in rendered] if span else ["nothing"]
        entries.append(f"{name}: {', '.join(values)}")
    return f"{number}. {ruling.lang} {ruling.layer} « {surface} »  {'  |  '.join(entries)}"


def _told(
    answer: Answer, differences: int
) -> tuple[dict[int, tuple[str, str | None]], list[Refusal]]:
    """The rule and reason of each difference; a line without a number is for all of them."""
    by_key: dict[int, tuple[str, str | None]] = {}
    problems = []
    for line in filter(None, map(str.strip, answer.rulings.splitlines())):
        match = _LINE.fullmatch(line)
        numbers = range(1, differences + 1)
        if match and match["number"]:
            numbers = range(int(match["number"]), int(match["number"]) + 1)
        if match is None or numbers[-1] > differences:
            message = f"{line!r} is no ruling. Write `NUMBER RULE reason`, one line each."
            problems.append(_refusal("ruling-malformed", answer, message))
            continue
        for number in numbers:
            by_key[number] = (match["rule"], match["reason"])
    return by_key, problems


def _refusal(name: str, answer: Answer, detail: str) -> Refusal:
    return Refusal(name, answer.data["article"], answer.data["sentence"], "", detail, answer.task)


def arranged(rows: Rows) -> dict[str, list[Span]]:
    """Rows in the order of their files."""
    return {layer: [spans[i] for i in arrangement(spans)] for layer, spans in rows.items()}
