"""Articles as tasks and back, without a server: the law, the names of what is refused, the cuts."""

import copy
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from support import studio_pages
from support.paths import ROOT
from visavis.annotation.studio import client, disputes, folders, interface, plans
from visavis.annotation.studio.answers import Answer
from visavis.annotation.studio.failures import ServerError
from visavis.annotation.studio.folders import Choice
from visavis.annotation.studio.merging import merged
from visavis.annotation.studio.reading import read
from visavis.annotation.studio.refusals import REFUSALS
from visavis.annotation.studio.stream import items as stream_items
from visavis.annotation.studio.tasks import data, digest, regions
from visavis.annotation.studio.windows import UNITS, Page, Unit, windows
from visavis.corpus.articles import is_open
from visavis.corpus.layers import LAYERS, SPAN_LAYERS
from visavis.corpus.model import layer_path
from visavis.corpus.reading import read_articles, read_rows
from visavis.errors import DataError, UsageError
from visavis.languages import LANGS, Lang

if TYPE_CHECKING:
    from visavis.corpus.records import Span

Tasks = list[dict[str, Any]]


def sent(page: Page, layers: tuple[str, ...], unit: Unit = "pair") -> Tasks:
    """An article's tasks as a faithful server would export them."""
    cut = windows(page, layers, unit)
    return [
        {
            "id": n,
            "data": json.loads(json.dumps(data(page, window, (n, len(cut))) | {"work": ""})),
            "annotations": [{"result": json.loads(json.dumps(regions(window, page.texts)))}],
        }
        for n, window in enumerate(cut, 1)
    ]


def back(page: Page, tasks: Tasks, layers: tuple[str, ...]) -> Any:  # noqa: ANN401 - merged
    return merged(page, [read(task, layers) for task in tasks], layers, show=())


@given(st.integers(0, 10**9), st.sampled_from(UNITS))
def test_what_goes_out_comes_back(seed: int, unit: Unit) -> None:
    layers = studio_pages.LAYERS_SENT
    page = studio_pages.page("a", 4, seed)
    got = back(page, sent(page, layers, unit), layers)
    assert not got.refusals
    assert got.rows == page.rows
    assert not got.changed


@given(st.integers(0, 10**9))
def test_what_goes_out_comes_back_into_an_empty_page(seed: int) -> None:
    layers = studio_pages.LAYERS_SENT
    page = studio_pages.page("a", 3, seed)
    tasks = sent(page, layers)
    for task in tasks:
        task["data"]["rows"] = digest({})
    assert back(replace(page, rows={}), tasks, layers).rows == page.rows


@pytest.mark.parametrize("unit", UNITS)
def test_our_corpus_comes_back_in_every_unit(unit: Unit) -> None:
    layers = tuple(layer for layer in SPAN_LAYERS if unit == "article" or layer != "regions")
    choice = Choice("gold", layers, unit)
    for article in read_articles(ROOT):
        if not (ROOT / f"raw/fr/{article.id}.txt").is_file():
            continue
        page = folders._page(ROOT, article, choice)  # noqa: SLF001 - the reader of the folder
        got = merged(
            page,
            [read(task, layers) for task in sent(page, layers, unit)],
            layers,
            show=[lang for lang in LANGS if is_open(article, lang)],
        )
        assert not got.refusals
        assert got.rows == {layer: list(page.rows[layer]) for layer in layers}


def test_every_unit_shows_each_character_once() -> None:
    page = studio_pages.page("a", 40, 7)
    for unit in UNITS:
        cut = windows(page, studio_pages.LAYERS_SENT, unit)
        for lang in LANGS:
            ends = [window.ends[lang] for window in cut]
            assert all(a[1] <= b[0] for a, b in pairwise(ends))
            text = "".join(page.texts[lang][a:b] for a, b in ends)
            assert "".join(text.split()) == "".join(page.texts[lang].split())


def test_the_interface_says_each_label_and_field_once_a_language() -> None:
    tree = ET.fromstring(interface.configuration(tuple(SPAN_LAYERS)))  # noqa: S314 - our own
    names = [element.get("name") for element in tree.iter() if element.get("name")]
    assert len(names) == len(set(names))
    keys = [element.get("hotkey") for element in tree.iter("Label") if element.get("hotkey")]
    assert len(keys) == len(set(keys))
    for lang in LANGS:
        for layer in SPAN_LAYERS:
            palette = tree.find(f".//Labels[@name='{lang}_{layer}']")
            assert palette is not None
            assert [label.get("value") for label in palette] == list(interface.labels(layer))


# -- what an annotator does


LAYERS3 = ("mentions", "attributions", "stances")


def small() -> Page:
    """One pair, two counterparts, one attribution with its source and content."""
    rows = {
        "mentions": [
            {"id": "m1", "lang": "en", "start": 0, "end": 6, "type": "ORG", "form": "NAM", "flags": ["glued"]},
            {"id": "m1", "lang": "fr", "start": 0, "end": 6, "type": "ORG", "form": "NAM"},
        ],
        "attributions": [
            {"id": "t1", "lang": "en", "start": 7, "end": 11, "source": "m1", "content": [[12, 20], [21, 24]]},
        ],
        "stances": [
            {"id": "s1", "lang": "en", "start": 7, "end": 11, "holder": "m1", "attitude": "desire",
             "polarity": "positive", "factuality": "CT+", "target_span": [12, 20]},
        ],
    }  # fmt: skip
    by_key = {
        layer: [msgspec.convert(row, SPAN_LAYERS[layer]) for row in option]
        for layer, option in rows.items()
    }
    texts: dict[Lang, str] = {
        "fr": "OpenAI 🎉 dit que  oui, selon lui.",
        "en": "OpenAI says that 🎉 y es, so it goes.",
    }
    return Page("a", texts, [], [], by_key, annotated=True)


def drawn(lang: str, layer: str, name: str, start: int, end: int, label: str) -> dict[str, Any]:
    text = small().texts[lang][start:end]  # type: ignore[index]
    value = {"start": start, "end": end, "text": text, "labels": [label]}
    return {
        "id": name,
        "from_name": f"{lang}_{layer}",
        "to_name": lang,
        "type": "labels",
        "value": value,
    }


def said(region: dict[str, Any], field: str, chosen: str) -> dict[str, Any]:
    value = {k: v for k, v in region["value"].items() if k != "labels"} | {"choices": [chosen]}
    return region | {
        "from_name": f"{region['from_name']}_{field}",
        "type": "choices",
        "value": value,
    }


def tied(start: str, end: str, label: str) -> dict[str, Any]:
    return {
        "type": "relation",
        "from_id": start,
        "to_id": end,
        "direction": "right",
        "labels": [label],
    }


def test_new_counterparts_share_the_next_id() -> None:
    page = small()
    task = sent(page, LAYERS3)[0]
    fr, en = (
        drawn("fr", "mentions", "Ab-_123456", 7, 8, "PER"),
        drawn("en", "mentions", "-bcdefghij", 17, 18, "PER"),
    )
    task["annotations"][0]["result"] += [
        fr, said(fr, "form", "NOM"), en, said(en, "form", "NOM"), tied(en["id"], fr["id"], "counterpart"),
    ]  # fmt: skip
    got = back(page, [task], LAYERS3)
    new = [span for span in got.rows["mentions"] if span.id == "m2"]
    assert got.changed
    assert [(span.lang, span.start, span.end) for span in new] == [("en", 17, 18), ("fr", 7, 8)]


def test_a_span_fetched_twice_has_the_id_it_was_given_first() -> None:
    page = small()
    task = sent(page, LAYERS3)[0]
    new = drawn("fr", "mentions", "Ab-_123456", 7, 8, "PER")
    task["annotations"][0]["result"] += [new, said(new, "form", "NOM")]
    first = back(page, [task], LAYERS3)
    second = back(replace(page, rows=first.rows), [task], LAYERS3)
    assert (second.rows, second.changed, second.refusals) == (first.rows, False, ())


def test_a_counterpart_of_an_old_span_takes_its_id() -> None:
    page = small()
    task = sent(page, LAYERS3)[0]
    fr = drawn("fr", "attributions", "abcdefghij", 9, 12, "indirect")
    task["annotations"][0]["result"] += [fr, tied(fr["id"], "vv-en-s-t1", "counterpart")]
    got = back(page, [task], LAYERS3)
    assert [(s.id, s.lang) for s in got.rows["attributions"]] == [("t1", "en"), ("t1", "fr")]


def test_pieces_drawn_anew_stand_in_the_order_of_the_text() -> None:
    page = small()
    task = sent(page, LAYERS3)[0]
    more = drawn("en", "attributions_words", "abcdefghij", 0, 6, "content")
    task["annotations"][0]["result"] += [more, tied("vv-en-s-t1", more["id"], "content")]
    got = back(page, [task], LAYERS3)
    assert msgspec.to_builtins(got.rows["attributions"][0])["content"] == (
        [0, 6],
        [12, 20],
        [21, 24],
    ) or [
        tuple(piece) for piece in msgspec.to_builtins(got.rows["attributions"][0])["content"]
    ] == [(0, 6), (12, 20), (21, 24)]


def test_the_surfaces_of_the_editor_are_accepted() -> None:
    text = "a  b\r\nc\n d"
    page = Page("a", {"fr": text, "en": ""}, [], [], {"mentions": []}, annotated=True)
    task = sent(page, ("mentions",))[0]
    value = {"start": 0, "end": 10, "text": "a b\\n\\nc\\n d", "labels": ["ORG"]}
    region = {
        "id": "abcdefghij",
        "from_name": "fr_mentions",
        "to_name": "fr",
        "type": "labels",
        "value": value,
    }
    task["annotations"][0]["result"] = [region, said(region, "form", "NAM")]
    assert not back(page, [task], ("mentions",)).refusals


def test_a_task_that_nobody_submitted_leaves_the_corpus_as_it_is() -> None:
    page = small()
    for annotations in ([], [{"result": [], "was_cancelled": True}]):
        task = sent(page, LAYERS3)[0] | {"annotations": annotations}
        got = back(page, [task], LAYERS3)
        assert (got.rows, got.changed, got.refusals) == (page.rows, False, ())


def test_a_change_here_alone_is_kept_and_one_on_both_sides_is_refused() -> None:
    page = small()
    tasks = sent(page, LAYERS3)
    here = replace(page, rows=dict(page.rows) | {"stances": []})
    assert back(here, tasks, LAYERS3).rows["stances"] == []
    present = copy.deepcopy(tasks)
    present[0]["annotations"][0]["result"][0]["value"]["labels"] = ["PER"]
    assert [r.name for r in back(here, present, LAYERS3).refusals] == ["changed-here-too"]


# -- what is refused


Edit = Callable[[dict[str, Any]], object]


def result(task: dict[str, Any]) -> list[dict[str, Any]]:
    return task["annotations"][0]["result"]  # type: ignore[no-any-return]


def item(task: dict[str, Any], control: str) -> dict[str, Any]:
    return next(element for element in result(task) if element.get("from_name") == control)


def relation(task: dict[str, Any], label: str) -> dict[str, Any]:
    return next(item for item in result(task) if item.get("labels") == [label])


def put(control: str, **values: object) -> Edit:
    return lambda task: item(task, control).update(values)


def value(control: str, **values: object) -> Edit:
    return lambda task: item(task, control)["value"].update(values)


def less(control: str, name: str) -> Edit:
    return lambda task: item(task, control)["value"].pop(name)


def link(label: str, **values: object) -> Edit:
    return lambda task: relation(task, label).update(values)


def add(*items: dict[str, Any]) -> Edit:
    return lambda task: result(task).extend(items)


def again(control: str, **values: object) -> Edit:
    return lambda task: result(task).append(copy.deepcopy(item(task, control)) | values)


def datum(**values: object) -> Edit:
    return lambda task: task["data"].update(values)


M, F, T, W = "en_mentions", "en_mentions_form", "en_attributions", "en_attributions_words"
NEW = drawn("en", "mentions", "abcdefghij", 17, 18, "PER")
FRENCH = drawn("fr", "mentions", "abcdefghij", 7, 8, "PER")
ALONE = drawn("en", "attributions_words", "abcdefghij", 17, 18, "content")


def _one_behind(task: dict[str, Any]) -> None:
    value(M, end=len(task["data"]["en"]) + 1)(task)


CORRUPTIONS: list[tuple[str, str, Edit]] = [
    ("data is gone", "task-malformed", lambda task: task.pop("data")),
    ("annotations are gone", "task-malformed", lambda task: task.pop("annotations")),
    ("a field of the data is gone", "data-missing", lambda task: task["data"].pop("texts")),
    ("an offset of the text is a string", "data-type", datum(fr_start="0")),
    ("a field more", "data-unknown", datum(extra=1)),
    ("the part is beyond the parts", "part-outside", datum(part=9)),
    ("a thousand million parts", "part-outside", datum(parts=10**9)),
    ("the text was changed", "texts-altered", datum(fr="Microsoft")),
    ("the origin was moved", "texts-altered", datum(en_start=3)),
    ("an annotation is a string", "annotation-malformed", lambda task: task.update(annotations=["x"])),
    ("a result is null", "annotation-malformed", lambda task: task["annotations"][0].update(result=None)),
    ("two annotators", "annotation-twice", lambda task: task["annotations"].append({"result": []})),
    ("a region is a string", "region-malformed", add("x")),  # type: ignore[arg-type]
    ("a region has no id", "region-malformed", lambda task: item(task, M).pop("id")),
    ("a region has no value", "region-malformed", lambda task: item(task, M).pop("value")),
    ("an id has a colon", "region-id", put(M, id="a:b")),
    ("an id is empty", "region-id", put(M, id="")),
    ("an id is that of the other language", "region-id-foreign", put(M, id="vv-fr-s-m9")),
    ("two regions have one id", "region-twice", again(M)),
    ("a rectangle", "region-type", put(M, type="rectanglelabels")),
    ("a control of another interface", "control-unknown", put(M, from_name="en_entity")),
    ("the other text", "language", put(M, to_name="fr")),
    ("no text of the task", "text-unknown", put(M, to_name="image")),
    ("no start", "offset-missing", less(M, "start")),
    ("the end is null", "offset-missing", value(M, end=None)),
    ("the start is a string", "offset-type", value(M, start="0")),
    ("the end is a fraction", "offset-type", value(M, end=6.0)),
    ("the start is true", "offset-type", value(M, start=True)),
    ("the start is negative", "offset-negative", value(M, start=-1)),
    ("the end is behind the text", "offset-outside", value(M, end=999)),
    ("the end is one behind the text", "offset-outside", _one_behind),
    ("no characters", "span-empty", value(M, end=0)),
    ("the end before the start", "span-empty", value(T, start=11, end=7)),
    ("offsets counted in UTF-16", "surface", value(W, start=13, end=21)),
    ("another surface", "surface", value(M, text="Microsoft")),
    ("no surface", "surface", less(M, "text")),
    ("no label", "label-missing", value(M, labels=[])),
    ("two labels", "label-twice", value(M, labels=["ORG", "PER"])),
    ("an unknown label", "label-unknown", value(M, labels=["COMPANY"])),
    ("a label of another layer", "label-unknown", value(M, labels=["indirect"])),
    ("an attribute of no span", "attribute-alone", put(F, id="abcdefghij")),
    ("an attribute of another layer", "attribute-layer", put(F, id="vv-en-s-t1")),
    ("an attribute of words", "attribute-layer", put(F, id="vv-en-w-content-0-t1")),
    ("an attribute twice", "attribute-twice", again(F)),
    ("an attribute elsewhere", "attribute-place", value(F, start=1)),
    ("an attribute without a value", "attribute-empty", value(F, choices=[])),
    ("an attribute with two values", "attribute-several", value(F, choices=["NAM", "NOM"])),
    ("an attribute with a value of its own", "attribute-value", value(F, choices=["NAME"])),
    ("an attribute with a number", "attribute-value", value(F, choices=[1])),
    ("no form", "attribute-missing", lambda task: result(task).remove(item(task, F))),
    ("a new span without its form", "attribute-missing", add(NEW)),
    ("a relation has one end", "relation-malformed", lambda task: relation(task, "source").pop("to_id")),
    ("a relation has no label", "relation-unlabelled", lambda task: relation(task, "source").pop("labels")),
    ("a relation has an empty label", "relation-unlabelled", link("source", labels=[])),
    ("a relation has two labels", "relation-labels", link("source", labels=["source", "holder"])),
    ("an unknown relation", "relation-unknown", link("source", labels=["says"])),
    ("a relation to nothing", "relation-dangling", link("source", to_id="abcdefghij")),
    ("a relation from nothing", "relation-dangling", link("source", from_id="abcdefghij")),
    ("a relation to itself", "relation-self", link("source", to_id="vv-en-s-t1")),
    ("a relation backwards", "relation-direction", link("source", direction="left")),
    ("a relation both ways", "relation-direction", link("source", direction="bi")),
    ("a mention has a source", "relation-signature", add(tied("vv-en-s-m1", "vv-en-s-t1", "source"))),
    ("a source is an attribution", "relation-signature", link("holder", to_id="vv-en-s-t1")),
    ("a content is not words", "relation-signature", link("content", to_id="vv-en-s-m1")),
    ("a source in the other language", "relation-language", link("source", to_id="vv-fr-s-m1")),
    ("a counterpart in one language", "relation-language", add(tied("vv-en-s-m1", "vv-en-s-t1", "counterpart"))),
    ("a counterpart of another layer", "relation-signature", add(tied("vv-en-s-t1", "vv-fr-s-m1", "counterpart"))),
    ("two sources", "relation-twice", add(tied("vv-en-s-t1", "vv-en-s-m1", "source"))),
    ("two targets", "relation-twice", add(drawn("en", "stances_words", "abcdefghij", 0, 6, "target_span"),
                                          tied("vv-en-s-s1", "abcdefghij", "target_span"))),
    ("a holder by relation and id", "reference-twice", add(
        item(sent(small(), LAYERS3)[0], "en_stances") | {
            "from_name": "en_stances_holder", "type": "textarea",
            "value": {"start": 7, "end": 11, "text": ["m1"]}})),
    ("words of nothing", "words-alone", add(ALONE)),
    ("words of two", "words-twice", add(
        drawn("en", "attributions", "abcdefghij", 17, 18, "indirect"),
        tied("abcdefghij", "vv-en-w-content-0-t1", "content"))),
    ("a second counterpart", "counterpart-taken", add(
        FRENCH, said(FRENCH, "form", "NAM"), tied(FRENCH["id"], "vv-en-s-m1", "counterpart"))),
    ("the relation to words is gone", "words-alone", lambda task: result(task).remove(relation(task, "content"))),
    ("a form that is no id", "record", add(
        item(sent(small(), LAYERS3)[0], M) | {
            "from_name": "en_mentions_entity", "type": "textarea",
            "value": {"start": 0, "end": 6, "text": ["not an id!"]}})),
    ("two counterparts have two ids", "counterpart-ids", lambda task: (
        put("fr_mentions", id="vv-fr-s-m7")(task), put("fr_mentions_form", id="vv-fr-s-m7")(task),
        add(tied("vv-fr-s-m7", "vv-en-s-m1", "counterpart"))(task))),
    ("a named mention was removed", "reference-dangling", lambda task: task["annotations"][0].update(
        result=[found for found in result(task) if "vv-en-s-m1" not in {found.get("id"), found.get("to_id")}]
        + [item(task, "en_stances") | {"from_name": "en_stances_holder", "type": "textarea",
                                       "value": {"start": 7, "end": 11, "text": ["m1"]}}])),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "edit"), [c[1:] for c in CORRUPTIONS], ids=[c[0] for c in CORRUPTIONS]
)
def test_a_corrupted_answer_is_refused_by_name(name: str, edit: Edit) -> None:
    page = small()
    task = sent(page, LAYERS3)[0]
    edit(task)
    got = (
        back(page, [task], LAYERS3)
        if isinstance(task.get("data"), dict) and "texts" in task["data"]
        else None
    )
    refusals = got.refusals if got else read(task, LAYERS3).refusals
    assert name in {refusal.name for refusal in refusals}
    assert name in REFUSALS
    assert all(str(refusal) for refusal in refusals)
    if got:
        assert got.rows == page.rows


def test_a_refusal_says_article_sentence_and_span() -> None:
    task = sent(small(), LAYERS3)[0]
    value(M, end=999)(task)
    text = str(read(task, LAYERS3).refusals[0])
    assert text.startswith("a all vv-en-s-m1: [0:999] ends behind the en text")


ARTICLE_CORRUPTIONS: list[tuple[str, Callable[[Tasks], object]]] = [
    ("task-twice", lambda tasks: tasks.append(copy.deepcopy(tasks[0]) | {"id": 99})),
    ("task-missing", lambda tasks: tasks.pop()),
    ("parts-differ", lambda tasks: tasks[0]["data"].update(parts=9)),
]


@pytest.mark.parametrize(
    ("name", "edit"), ARTICLE_CORRUPTIONS, ids=[c[0] for c in ARTICLE_CORRUPTIONS]
)
def test_a_corrupted_article_is_refused_by_name(name: str, edit: Callable[[Tasks], object]) -> None:
    page = studio_pages.page("a", 4, 3)
    tasks = sent(page, studio_pages.LAYERS_SENT)
    edit(tasks)
    got = back(page, tasks, studio_pages.LAYERS_SENT)
    assert name in {refusal.name for refusal in got.refusals}
    assert got.rows == {layer: list(rows) for layer, rows in page.rows.items()}


def test_a_changed_text_is_refused() -> None:
    page = small()
    changed = replace(page, texts=dict(page.texts) | {"fr": page.texts["fr"].replace("oui", "non")})
    assert [r.name for r in back(changed, sent(page, LAYERS3), LAYERS3).refusals] == [
        "text-changed"
    ]


def test_forty_kinds_of_corruption_are_told_apart() -> None:
    assert len(CORRUPTIONS) + len(ARTICLE_CORRUPTIONS) >= 70
    assert len({name for _, name, _ in CORRUPTIONS}) >= 40


# -- what is pushed


def answer(
    task: plans.Task, number: int = 1, *, edited: bool = False, draft: bool = False
) -> Answer:
    raw = {"id": number, **json.loads(json.dumps(task.body()))}
    if edited:
        raw["annotations"][0]["result"] = []
    return replace(read(raw, LAYERS3), draft=draft)


def one_task(page: Page) -> plans.Task:
    return folders.tasks_of(page, Choice("gold", LAYERS3))[0]


def test_a_task_that_is_there_is_not_sent_again_and_a_double_is_removed() -> None:
    task = one_task(small())
    plan = plans.planned([task], [answer(task, 1), answer(task, 2)])
    assert (list(plan.orders), list(plan.removals), plan.kept) == ([], [2], 1)


def test_of_two_the_one_that_was_worked_on_is_kept() -> None:
    task = one_task(small())
    plan = plans.planned([task], [answer(task, 1), answer(task, 2, edited=True)])
    assert (list(plan.orders), list(plan.removals), plan.kept) == ([], [1], 1)


@pytest.mark.parametrize("kind", ["edited", "draft"])
def test_nothing_an_annotator_touched_is_replaced(kind: str) -> None:
    task, page = one_task(small()), small()
    changed = replace(page, texts=dict(page.texts) | {"fr": page.texts["fr"] + " Fin."})
    present = answer(task, 5, edited=kind == "edited", draft=kind == "draft")
    plan = plans.planned([one_task(changed)], [present])
    assert not plan.removals
    assert list(plan.refusals) == [
        "a all: annotated on the server (task 5), and has another text here. Pull it first."
    ]


def test_an_untouched_task_is_replaced_when_its_spans_have_changed() -> None:
    page = small()
    changed = replace(page, rows=dict(page.rows) | {"stances": []})
    plan = plans.planned([one_task(changed)], [answer(one_task(page), 5)])
    assert (len(plan.orders), list(plan.removals), list(plan.refusals)) == (1, [5], [])


def test_suggestions_are_predictions_of_an_open_task() -> None:
    page = replace(small(), annotated=False, rows={})
    (task,) = folders.tasks_of(page, Choice("pass x", LAYERS3), lambda _: small().rows)
    assert task.result is None
    assert len(task.predictions[folders.SUGGESTED]) > 5
    assert task.data["rows"] == digest({})


@pytest.mark.parametrize("lang", LANGS)
def test_a_text_that_no_server_can_hold_is_refused(lang: Lang) -> None:
    page = small()
    broken = replace(page, texts=dict(page.texts) | {lang: page.texts[lang] + "\0"})
    with pytest.raises(DataError, match=r"U\+0000"):
        windows(broken, LAYERS3)


def test_an_id_that_stands_twice_is_refused() -> None:
    page = small()
    rows = dict(page.rows) | {"mentions": [*page.rows["mentions"], page.rows["mentions"][0]]}
    with pytest.raises(DataError, match="the id stands twice"):
        windows(replace(page, rows=rows), LAYERS3)


# -- the stream


def items(text: bytes) -> Iterator[object]:
    return stream_items(io.BytesIO(text), "there")


@given(st.lists(st.text() | st.integers() | st.lists(st.text())))
def test_an_export_is_read_item_by_item(found: list[object]) -> None:
    assert list(items(json.dumps(found).encode())) == found


def test_an_export_longer_than_a_chunk_is_read() -> None:
    entries = [{"text": "é🎉" * n} for n in range(0, 200_000, 40_000)]
    assert list(items(json.dumps(entries, ensure_ascii=False).encode())) == entries


def test_an_export_cut_anywhere_is_refused() -> None:
    corpus = json.dumps([{"a": 1}, {"b": "é]"}]).encode()
    for end in range(1, len(corpus)):
        with pytest.raises(ServerError, match="cut"):
            list(items(corpus[:end]))


def test_the_token_is_not_shown() -> None:
    assert "s3cret" not in repr(client.Server("http://x", "s3cret"))
    with pytest.raises(UsageError) as caught:
        client.server("http://me:s3cret@x", "t")
    assert "s3cret" not in str(caught.value)


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n", " ", "\t"])
def test_the_line_end_of_a_token_is_taken_off(end: str) -> None:
    taken = client.server("http://x", f"s3cret{end}")
    assert taken.token == "s3cret"  # noqa: S105 - no token of any server


@pytest.mark.parametrize(
    "token", ["s3c\rret", "s3c\nret", "s3crét", "s3cret\x00", "s3c ret", "s3\x7f"]
)
def test_a_token_that_no_header_can_hold_is_refused_without_its_value(token: str) -> None:
    for make in (client.server, client.Server):
        with pytest.raises(UsageError, match="printable ASCII") as caught:
            make("http://x", token)
        assert "s3" not in str(caught.value)


@pytest.mark.parametrize("token", [None, "", " ", "\r\n"])
def test_a_token_of_nothing_is_none(token: str | None) -> None:
    with pytest.raises(UsageError, match="no token"):
        client.server("http://x", token)


def test_another_release_of_the_server_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client.Server, "ask", lambda *_: {"release": "1.12.0"})
    with pytest.raises(ServerError, match=r"Label Studio 1\.12\.0; this works with 1\.23"):
        client.Server("http://x", "t").version()


# -- adjudication


def test_two_passes_that_number_differently_get_one_space_of_ids() -> None:
    first = small().rows
    other: dict[str, list[Span]] = {
        layer: [
            msgspec.structs.replace(
                s,
                id=f"z{s.id}",
                **{
                    a.name: f"z{getattr(s, a.name)}"
                    for a in interface.attributes(layer)
                    if a.refers and getattr(s, a.name) not in {None, *a.besides}
                },
            )
            for s in rows
        ]
        for layer, rows in first.items()
    }
    assert disputes.renamed(other, first) == first


def test_reading_uses_every_layer_type() -> None:
    assert set(studio_pages.LAYERS_SENT) | {"regions"} == set(SPAN_LAYERS)
    assert read_rows(Path("nowhere") / layer_path("a", "mentions"), LAYERS["mentions"]) == []
