"""The rows of tasks back in an article: ids given, references resolved, nothing else touched."""

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Literal

import msgspec

from visavis.annotation.studio.answers import Answer, Found
from visavis.annotation.studio.interface import attributes
from visavis.annotation.studio.refusals import Refusal
from visavis.annotation.studio.tasks import digest
from visavis.annotation.studio.windows import Page
from visavis.corpus.layers import SPAN_LAYERS
from visavis.corpus.layers.arrangement import arrangement
from visavis.corpus.layers.regions import Region
from visavis.corpus.records import Span
from visavis.languages import LANGS

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from visavis.annotation.studio.windows import Rows
    from visavis.languages import Lang

PREFIXES = {
    "regions": "r", "mentions": "m", "amounts": "a", "attributions": "t", "conditionals": "c",
    "stances": "s", "flaws": "f", "decisions": "d",
}  # fmt: skip
"""How the ids of new spans begin."""


@dataclass(frozen=True)
class Merged:
    """An article after a pull.

    Attributes:
        rows: its spans by layer, in the order of their files.
        refusals: why it is left as it was; then ``rows`` is what it was.
        changed: whether a task had other spans than the corpus.
        taken: task -> digest of its rows, where the corpus has them now.
        differing: tasks as they were sent or last fetched, from which the corpus differs.
    """

    rows: "Rows"
    refusals: "Sequence[Refusal]"
    changed: bool
    taken: "Mapping[int, str]" = field(default_factory=dict)
    differing: "Sequence[Answer]" = ()


def merged(  # noqa: C901, PLR0913 - the rules of three sides, and two ways to overrule them
    page: Page,
    answers: "Sequence[Answer]",
    layers: "Sequence[str]",
    *,
    show: "Container[Lang]",
    theirs: bool = False,
    remove: bool = False,
) -> Merged:
    """The rows of ``page`` with those of its tasks in place of what stands in their windows.

    A task that nobody submitted leaves its window as it is; so does one that comes back as it was
    sent or last fetched. Where the corpus is as it was at the push, or at any pull since, the task
    is taken; where both have changed, it is refused.

    Args:
        page: the article as it is in the corpus.
        answers: all its tasks on the server.
        layers: those that the project annotates.
        theirs: take what was submitted wherever the corpus differs from it.
        remove: remove the spans of the corpus that a submitted task does not have.
        show: the languages whose spans repeat their surfaces, as the rights of the text allow.
    """
    refusals = [refusal for answer in answers for refusal in answer.refusals]
    refusals += [] if refusals else _pieced(page, answers)
    before = {layer: list(page.rows.get(layer, ())) for layer in layers}
    if refusals:
        return Merged(before, refusals, changed=False)
    done = [answer for answer in answers if answer.state == "done"]
    inside = _inside(before, done)
    remaining = _Kept(before, inside)
    drawn = [(answer, item) for answer in done for item in answer.found]
    ids, problems = _ids(page, drawn, done, remaining)
    new: list[dict[str, list[Span]]] = [defaultdict(list) for _ in done]
    number = {id(answer): at for at, answer in enumerate(done)}
    for answer, item in drawn:
        span = _record(answer, item, ids, problems)
        if span is not None:
            new[number[id(answer)]][item.layer].append(span)
    after = {layer: list(item) for layer, item in remaining.rows.items()}
    changed, settled, differing = False, dict[int, str](), list[Answer]()
    missing: list[Refusal] = []
    for answer, present, here in zip(done, new, inside, strict=True):
        now, then = digest(present), digest(here)
        side = "there" if theirs else _side(answer, now, then)
        if side == "both":
            message = "changed both in the corpus and on the server. Pull with --theirs to take "
            problems.append(_refusal("changed-here-too", answer, "", f"{message}the server's."))
        taken: Rows = here if side == "here" else present
        changed |= digest(taken) != then
        if taken is present or now == then:
            settled[answer.task or 0] = now
        if side == "here" and now != then:
            differing.append(answer)
        if taken is present and not remove:
            missing += _removed(answer, here, present)
        for layer in layers:
            after[layer] += [_as_written(span, here) for span in taken.get(layer, ())]
    problems += [] if problems else _dangling(page, after, done)
    problems += [] if problems else missing
    if problems:
        return Merged(before, problems, changed=False)
    return Merged(
        {layer: _surfaced(page, after[layer], show=show) for layer in layers},
        (),
        changed,
        settled,
        differing,
    )


def _side(answer: Answer, now: str, then: str) -> Literal["here", "there", "both"]:
    """Return which side of a task has changed since the other was like it.

    The corpus is out of date where it is as it was sent, or as some earlier pull left it: in
    another clone, on another branch, after a stash.

    Args:
        answer: the task.
        now: digest of its rows on the server.
        then: digest of those in the corpus.
    """
    earlier = {answer.data["rows"], *answer.fetched}
    if now == then:
        return "here"
    if then in earlier:
        return "there"
    return "here" if now == answer.latest else "both"


def _removed(answer: Answer, here: "Rows", rows: "Rows") -> "Iterable[Refusal]":
    """Yield a refusal if a task lacks spans that the corpus has in its window."""
    spans = {(layer, span.lang, span.id) for layer, result in rows.items() for span in result}
    gone = [
        f"{span.lang} {span.id} of {layer}"
        for layer, result in here.items()
        for span in result
        if (layer, span.lang, span.id) not in spans
    ]
    if gone:
        listed = ", ".join(gone[:_LISTED]) + (", ..." if len(gone) > _LISTED else "")
        message = f"{len(gone)} spans of the corpus are not in the submitted task ({listed})."
        yield _refusal("rows-removed", answer, "", f"{message} Pull with --remove to remove them.")


_LISTED = 5
"""How many spans a refusal lists."""


def is_here(page: Page, answer: Answer) -> bool:
    """Return True if the corpus has the spans of a submitted task, and no others in its window."""
    ends = answer.ends.items()
    if any(page.texts[lang][start:end] != answer.data[lang] for lang, (start, end) in ends):
        return False
    (here,) = _inside(page.rows, [answer])
    drawn = [(answer, item) for item in answer.found]
    ids, problems = _ids(page, drawn, [answer], _Kept(page.rows, [here]))
    by_key: dict[str, list[Span]] = defaultdict(list)
    for _, item in drawn:
        span = _record(answer, item, ids, problems)
        if span is not None:
            by_key[item.layer].append(span)
    return not problems and digest(by_key) == digest(here)


def _pieced(page: Page, answers: "Sequence[Answer]") -> "Iterable[Refusal]":
    """Whether the tasks are those of this article's texts, all of them, and each once."""
    seen: dict[str, Answer] = {}
    for answer in answers:
        data = answer.data
        if data["key"] in seen:
            yield _refusal("task-twice", answer, "", f"two tasks {data['key']}. Push again.")
        seen[data["key"]] = answer
        for lang, (start, end) in answer.ends.items():
            if page.texts[lang][start:end] != data[lang]:
                message = f"the {lang} text at [{start}:{end}] is another. Push again."
                yield _refusal("text-changed", answer, "", message)
    counts = {answer.data["parts"] for answer in answers}
    if len(counts) > 1:
        yield _refusal("parts-differ", answers[0], "", "tasks of two pushes. Push again.")
    missing = {*range(1, max(counts, default=0) + 1)} - {a.data["part"] for a in answers}
    if missing:
        message = f"task {min(missing)} of {max(counts)} is not on the server. Push again."
        yield Refusal("task-missing", page.article, "", "", message, None)
    for lang in LANGS:
        last = 0
        for answer in sorted(seen.values(), key=lambda a: a.ends[lang]):
            start, end = answer.ends[lang]
            if start < min(last, end):
                yield _refusal("tasks-overlap", answer, "", f"the {lang} text is shown twice.")
            last = max(last, end)


def _refusal(name: str, answer: Answer, span: str, detail: str) -> Refusal:
    return Refusal(name, answer.data["article"], answer.data["sentence"], span, detail, answer.task)


def _inside(before: "Rows", done: "Sequence[Answer]") -> "list[dict[str, list[Span]]]":
    """The rows of the corpus that stand in the window of each task."""
    windows = {
        lang: sorted((*answer.ends[lang], at) for at, answer in enumerate(done)) for lang in LANGS
    }
    by_key: list[dict[str, list[Span]]] = [defaultdict(list) for _ in done]
    for layer, rows in before.items():
        for lang in LANGS:
            spans = sorted((s for s in rows if s.lang == lang), key=lambda s: s.start)
            at = 0
            for span in spans:
                while at < len(windows[lang]) and windows[lang][at][1] <= span.start:
                    at += 1
                if at < len(windows[lang]) and windows[lang][at][0] <= span.start:
                    by_key[windows[lang][at][2]][layer].append(span)
    return by_key


class _Kept:
    """The rows of an article that stand in no submitted task."""

    def __init__(self, before: "Rows", inside: "Sequence[Rows]") -> None:
        gone = {id(span) for rows in inside for spans in rows.values() for span in spans}
        self.rows = {
            layer: [span for span in spans if id(span) not in gone]
            for layer, spans in before.items()
        }
        self.ids = {(span.lang, span.id) for spans in self.rows.values() for span in spans}


def _ids(
    page: Page,
    drawn: "Sequence[tuple[Answer, Found]]",
    done: "Sequence[Answer]",
    remaining: _Kept,
) -> "tuple[dict[tuple[int, str], str], list[Refusal]]":
    """The id of each region: as sent, its counterpart's, or the next that is free in its layer."""
    by_id = {(id(answer), result.region): result.id for answer, result in drawn}
    by_id |= _met_before(page, drawn)
    taken = {span.id for rows in page.rows.values() for span in rows}
    taken |= {name for name in by_id.values() if name} | {bead.id for bead in page.beads}
    taken |= {region.id for region in page.regions}
    free = {layer: _free(prefix, taken) for layer, prefix in PREFIXES.items()}
    layers = {(id(answer), result.region): result.layer for answer, result in drawn}
    problems = []
    for answer in done:
        for pair in answer.counterparts:
            fr, en = ((id(answer), region) for region in pair)
            if by_id[fr] and by_id[en] and by_id[fr] != by_id[en]:
                message = f"{by_id[fr]} and {by_id[en]} are said to be one. Draw one of them anew."
                problems.append(_refusal("counterpart-ids", answer, " = ".join(pair), message))
            shared = by_id[fr] or by_id[en] or next(free[layers[fr]])
            by_id[fr] = by_id[en] = shared
    seen: set[tuple[str, str]] = set(remaining.ids)
    names = {}
    for answer, result in drawn:
        name = by_id[id(answer), result.region] or next(free[result.layer])
        names[id(answer), result.region] = name
        if (result.lang, name) in seen:
            message = f"the {result.lang} side has another span {name}. Draw one of them anew."
            problems.append(_refusal("counterpart-taken", answer, result.region, message))
        seen.add((result.lang, name))
    return names, problems


def _met_before(
    page: Page, drawn: "Sequence[tuple[Answer, Found]]"
) -> "dict[tuple[int, str], str | None]":
    """The ids that drawn spans were given when they were fetched before: those at their places."""
    held = {(result.lang, result.id) for _, result in drawn}
    by_key: dict[tuple[str, str, int, int], list[str]] = defaultdict(list)
    for layer, rows in page.rows.items():
        for span in rows:
            if (span.lang, span.id) not in held:
                by_key[layer, span.lang, span.start, span.end].append(span.id)
    met: dict[tuple[int, str], str | None] = {}
    for answer, result in drawn:
        place = (result.layer, result.lang, result.values["start"], result.values["end"])
        if result.id is None and by_key[place]:
            met[id(answer), result.region] = by_key[place].pop(0)
    return met


def _free(prefix: str, taken: set[str]) -> "Iterator[str]":
    ends = [name.removeprefix(prefix) for name in taken if name.startswith(prefix)]
    last = max((int(end) for end in ends if end.isascii() and end.isdigit()), default=0)
    return (f"{prefix}{number}" for number in count(last + 1))


def returned(answer: Answer) -> "Rows | None":
    """The spans of a task, if none was drawn since it was sent; else None.

    So that one can tell, without the corpus, whether a task is as it was sent.
    """
    ids = {(id(answer), item.region): item.id or "" for item in answer.found}
    problems: list[Refusal] = [*answer.refusals]
    rows: dict[str, list[Span]] = defaultdict(list)
    for item in answer.found:
        span = _record(answer, item, ids, problems)
        if span is not None:
            rows[item.layer].append(span)
    return None if problems else rows


def _record(
    answer: Answer, result: Found, ids: "Mapping[tuple[int, str], str]", problems: list[Refusal]
) -> Span | None:
    links = {name: ids[id(answer), region] for name, region in result.links.items()}
    row = {"id": ids[id(answer), result.region], **result.values, **links}
    try:
        return msgspec.convert(row, SPAN_LAYERS[result.layer])
    except msgspec.ValidationError as error:
        problems.append(_refusal("record", answer, result.region, f"{error}. Set it anew."))
        return None


def _dangling(page: Page, after: "Rows", done: "Sequence[Answer]") -> "Iterable[Refusal]":
    """References of submitted tasks to spans that were there and are no more."""
    for layer, rows in after.items():
        for attribute in attributes(layer):
            if attribute.refers is None or attribute.refers not in after:
                continue
            names = {(span.lang, span.id) for span in after[attribute.refers]}
            gone = {(span.lang, span.id) for span in page.rows.get(attribute.refers, ())} - names
            for span in rows:
                named = getattr(span, attribute.name)
                if (span.lang, named) in gone:
                    message = f"{attribute.name} names {named}, which was removed. Name another."
                    yield _refusal("reference-dangling", _of(span, done), span.id, message)


def _of(span: Span, done: "Sequence[Answer]") -> Answer:
    """The task in which a span stands, or any of the article."""
    for answer in done:
        start, end = answer.ends[span.lang]
        if start <= span.start < end:
            return answer
    return done[0]


def _as_written(span: Span, rows: "Mapping[str, Sequence[Span]]") -> Span:
    """The row of the corpus that says the same, which may name what need not be said."""
    same = (
        row
        for item in rows.values()
        for row in item
        if row.id == span.id
        and type(row) is type(span)
        and msgspec.structs.replace(row, text=span.text) == span
    )
    return next(same, span)


def _surfaced(page: Page, rows: "Sequence[Span]", *, show: "Container[Lang]") -> list[Span]:
    """Rows in the order of their file, with their surfaces where these are shown."""
    entries = [rows[i] for i in arrangement(rows)]
    return [
        msgspec.structs.replace(
            span,
            text=page.texts[span.lang][span.start : span.end]
            if span.lang in show and not isinstance(span, Region)
            else None,
        )
        for span in entries
    ]
