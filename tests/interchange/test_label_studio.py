"""Label Studio JSON: ours by the library of Label Studio, exports of other projects, damages."""

import json
from pathlib import Path
from typing import Any

import pytest

from support.formats import export, plain, written
from support.paths import CLEAN, ROOT
from visavis.corpus.reading import read
from visavis.errors import DataError, UsageError
from visavis.interchange import label_studio
from visavis.interchange.documents import Document, documents, span_of
from visavis.interchange.formats import FORMATS


def test_the_library_of_label_studio_takes_our_tasks(tmp_path: Path) -> None:
    interface = pytest.importorskip("label_studio_sdk.label_interface")
    listed = list(documents(read(ROOT).part(["ai-act-report", "altman-novembre"])))
    folder = export(FORMATS["label-studio"], listed, tmp_path)
    config = interface.LabelInterface((folder / "config.xml").read_text(encoding="utf-8"))
    tasks = json.loads((folder / "tasks.json").read_text(encoding="utf-8"))
    assert [task["data"]["article"] for task in tasks] == [doc.id for doc in listed]
    for task, doc in zip(tasks, listed, strict=True):
        assert config.validate_task({"data": task["data"]})
        assert config.validate_annotation(task["annotations"][0])
        labels = [r for r in task["annotations"][0]["result"] if r["type"] == "labels"]
        spans = sum(len(spans) for spans in doc.spans.values())
        assert len([r for r in labels if "-s-" in r["id"]]) == spans
        for region in labels:
            value, text = region["value"], task["data"][region["to_name"]]
            assert text[value["start"] : value["end"]] == value["text"]


def test_spans_that_no_task_can_have_are_dropped() -> None:
    cells = {"lang": "fr", "start": 0, "end": 1, "type": "PER", "form": "NAM"}
    named: list[dict[str, Any]] = [
        {"id": "m1"}, {"id": "m2", "parent": "m1"}, {"id": "m3", "parent": "m3"},
        {"id": "m4", "parent": "f1"}, {"id": "m5", "parent": "absent"}, {"id": "m6"}, {"id": "m6"},
    ]  # fmt: skip
    flaw = {"category": "spelling", "severity": "minor", "recoverable": "no"}
    amounts: list[dict[str, Any]] = [
        {"kind": "money", "role": "other", "id": "a1", "modifier": (0, 2)},
        {"kind": "money", "role": "other", "id": "a2", "modifier": (0, 3)},
        {"kind": "money", "role": "other", "id": "a3", "modifier": (1, 1)},
    ]
    spans = {
        "mentions": [span_of("mentions", cells | each, Path()) for each in named],
        "flaws": [
            span_of("flaws", {"id": "f1", "lang": "fr", "start": 0, "end": 1, **flaw}, Path())
        ],
        "amounts": [
            span_of("amounts", {"lang": "fr", "start": 0, "end": 1, **each}, Path())
            for each in amounts
        ],
    }
    held = label_studio.held(Document("a", {"fr": "ab"}, spans=spans))
    ids = [span.id for each in held.spans.values() for span in each]
    assert ids == ["m1", "m2", "m5", "f1", "a1"]


def task(**cells: Any) -> dict[str, Any]:  # noqa: ANN401 - data of a task
    return {"id": 7, "data": cells}


def labelled(start: int, end: int, text: str, label: str, to_name: str = "text") -> dict[str, Any]:
    value = {"start": start, "end": end, "text": text, "labels": [label]}
    return {"type": "labels", "from_name": "label", "to_name": to_name, "value": value}


REGIONS = [
    labelled(2, 6, "Anne", "PER"),
    labelled(2, 6, "Anne", "PER"),
    labelled(7, 11, "dort", "V"),
]
CANCELLED = {"was_cancelled": True, "result": [labelled(0, 1, "🎉", "LOC")]}
FRENCH = {"annotations": [CANCELLED, {"result": [*REGIONS, {"type": "choices", "value": {}}]}]}


def names(doc: Document) -> list[tuple[str, str, str]]:
    return [
        (m.lang, m.id, doc.texts[m.lang][m.start : m.end]) for m in doc.spans.get("mentions", ())
    ]


def test_labels_on_one_text(tmp_path: Path) -> None:
    french = task(text="🎉 Anne dort.") | FRENCH
    path = written(tmp_path / "Été.fr.json", json.dumps([french]))
    (doc,) = label_studio.read([path])
    assert (doc.id, names(doc)) == ("ete", [("fr", "m1", "Anne")])
    assert doc.notes == ["1 of label V left out: no layer holds them"]
    english = task(text="Anne sleeps.") | {
        "annotations": [{"result": [labelled(0, 4, "Anne", "Person")]}]
    }
    other = written(tmp_path / "Été.en.json", json.dumps([english]))
    (doc,) = label_studio.read([path, other])
    assert names(doc) == [("en", "n1", "Anne"), ("fr", "m1", "Anne")]
    other.write_text(json.dumps([english, english]), encoding="utf-8")
    with pytest.raises(DataError, match=r"1 tasks, and Été.en.json has 2"):
        list(label_studio.read([path, other]))


def test_both_texts_in_one_task_and_a_field_of_the_language(tmp_path: Path) -> None:
    both = task(text_fr="🎉 Anne dort.", text_en="Anne sleeps.") | {
        "annotations": [
            {"result": [labelled(2, 6, "Anne", "PER", "text_fr"),
                        labelled(0, 4, "Anne", "PER", "text_en")]}
        ]
    }  # fmt: skip
    path = written(tmp_path / "a.json", json.dumps([both, both]))
    listed = list(label_studio.read([path]))
    assert [doc.id for doc in listed] == ["a-7", "a-7"]
    assert names(listed[0]) == [("en", "n1", "Anne"), ("fr", "m1", "Anne")]
    least = {
        "text": "🎉 Anne dort.",
        "language": "fr",
        "label": [labelled(2, 6, "Anne", "PER")["value"]],
    }
    (doc,) = label_studio.read([written(tmp_path / "min.json", json.dumps([least]))])
    assert names(doc) == [("fr", "m1", "Anne")]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('[\n{"data": ', "a.fr.json:2: not JSON"),
        ('{"data": {}}', "no list of tasks"),
        (json.dumps([task(number=1)]), "task 7: no text in its data"),
        (
            json.dumps(
                [
                    task(text="🎉 Anne")
                    | {"annotations": [{"result": [labelled(3, 7, "Anne", "PER")]}]}
                ]
            ),
            "task 7: 3-7 is no span of its text, which has 6 characters",
        ),
        (
            json.dumps(
                [
                    task(text="🎉 Anne.")
                    | {"annotations": [{"result": [labelled(3, 7, "Anne", "PER")]}]}
                ]
            ),
            "task 7: the text at 3-7 is 'nne.', the region has 'Anne'",
        ),
    ],
)
def test_a_bad_export_is_refused(content: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        list(label_studio.read([written(tmp_path / "a.fr.json", content)]))
    assert message in str(caught.value)


def test_the_language_must_be_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nothing says in which language the text is"):
        list(label_studio.read([written(tmp_path / "a.json", json.dumps([task(text="Oui.")]))]))


def test_tasks_that_were_worked_on(tmp_path: Path) -> None:
    (doc,) = documents(read(ROOT).part(["ai-act-report"]))
    path = export(FORMATS["label-studio"], [doc], tmp_path) / "tasks.json"
    (exported,) = json.loads(path.read_text(encoding="utf-8"))

    def read_again(**changes: Any) -> Document:  # noqa: ANN401 - parts of a task
        path.write_text(json.dumps([exported | changes]), encoding="utf-8")
        (result,) = label_studio.read([path.parent])
        return result

    (annotation,) = exported["annotations"]
    drawn = labelled(0, 3, doc.texts["fr"][:3], "category", "fr") | {"id": "x1"}
    flaw = [
        drawn | {"from_name": "fr_flaws"} | {"value": drawn["value"] | {"labels": ["spelling"]}},
        *(
            {"id": "x1", "from_name": f"fr_flaws_{name}", "to_name": "fr", "type": "choices",
             "value": {"choices": [word]}}
            for name, word in (("severity", "minor"), ("recoverable", "no"))
        ),
    ]  # fmt: skip
    result = read_again(annotations=[{"result": annotation["result"] + flaw}])
    assert len(result.spans["flaws"]) == 1 + len(doc.spans.get("flaws", ()))
    assert plain(read_again()) == plain(label_studio.held(doc))
    assert read_again(annotations=[]).notes == ["ai-act-report: nobody submitted the task"]
    with pytest.raises(DataError, match="ai-act-report x1: attribute-missing: it has no"):
        read_again(annotations=[{"result": annotation["result"] + flaw[:2]}])
    with pytest.raises(DataError, match="texts-altered"):
        read_again(data=exported["data"] | {"fr": "Oui."})
    del exported["data"]["visavis_beads"]
    with pytest.raises(DataError, match="Run `visavis studio pull`"):
        read_again()


def test_a_text_with_nul_is_refused() -> None:
    (doc, *_) = documents(read(CLEAN))
    with pytest.raises(DataError, match=r"a: the fr text has U\+0000"):
        list(label_studio.write([Document("a", {"fr": "a\0"}, doc.beads)]))
