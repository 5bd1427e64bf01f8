"""Label Studio JSON: ``tasks.json``, a task an article, and its labelling configuration.

The tasks are those of `visavis studio`, with whole texts: regions, fields and relations are written
and read by ``visavis.annotation.studio``. To work with a server, use `visavis studio`, which cuts
articles into sentences. Exports of other projects are read: labels on a text.
"""

import json
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from visavis import files
from visavis.annotation.studio.answers import Answer
from visavis.annotation.studio.interface import attributes, configuration
from visavis.annotation.studio.merging import merged
from visavis.annotation.studio.plans import Task
from visavis.annotation.studio.reading import read as read_task
from visavis.annotation.studio.tasks import data, regions
from visavis.annotation.studio.windows import NUL, Page, Window, pieces
from visavis.corpus.layers import SPAN_LAYERS
from visavis.corpus.records import Span
from visavis.corpus.sources import slug
from visavis.errors import DataError, UsageError
from visavis.interchange.documents import (
    SIDES,
    Document,
    Part,
    bead_of,
    document,
    mention,
    values,
    with_beads,
)
from visavis.languages import LANGS, Lang

_BEADS = "visavis_beads"
"""Field of the data of a task that has the beads; the tasks of `visavis studio` have none."""

_LAYERS = tuple(SPAN_LAYERS)

_TASKS = "tasks.json"


def held(doc: Document) -> Document:
    """Return the document without the spans that no task of the editor can have."""
    names: dict[tuple[Lang, str], list[str]] = {}
    for layer, spans in doc.spans.items():
        for span in spans:
            names.setdefault((span.lang, span.id), []).append(layer)
    rows = {
        layer: [span for span in spans if _fits(doc, layer, span, names)]
        for layer, spans in doc.spans.items()
    }
    return replace(with_beads(doc), spans={layer: spans for layer, spans in rows.items() if spans})


def _fits(
    doc: Document, layer: str, span: Span, names: Mapping[tuple[Lang, str], Sequence[str]]
) -> bool:
    if len(names[span.lang, span.id]) > 1:
        return False
    for each in attributes(layer):
        if each.kind in {"words", "pieces"}:
            length = len(doc.texts[span.lang])
            if not all(0 <= low < high <= length for low, high in pieces(span, each)):
                return False
        elif each.kind == "reference":
            value = getattr(span, each.name)
            layers = names.get((span.lang, value), [each.refers])
            if value == span.id or layers != [each.refers]:
                return False
    return True


def write(docs: Iterable[Document]) -> Iterator[Part]:
    """Yield the configuration, then the file of tasks, article by article.

    Raises:
        DataError: a text has the character U+0000.
    """
    yield Part("config.xml", configuration(_LAYERS).encode())
    begin = "[\n"
    for each in map(held, docs):
        task = json.dumps(_task(each), ensure_ascii=False)
        yield Part(_TASKS, f"{begin}{task}".encode())
        begin = ",\n"
    yield Part(_TASKS, b"[]\n" if begin == "[\n" else b"\n]\n")


def _task(doc: Document) -> dict[str, Any]:
    texts = {lang: doc.texts.get(lang, "") for lang in LANGS}
    for lang, text in texts.items():
        if NUL in text:
            msg = f"the {lang} text has U+0000, which Label Studio cannot hold"
            remedy = "Leave the article out, or take the character out of the text."
            raise DataError(msg, where=doc.id, remedy=remedy)
    page = Page(doc.id, texts, doc.beads, (), doc.spans, annotated=True)
    ends = {lang: (0, len(text)) for lang, text in texts.items()}
    window = Window(doc.id, tuple(bead.id for bead in doc.beads) or ("all",), ends, doc.spans)
    body = Task(data(page, window, (1, 1)), regions(window, texts), {}).body()
    body["data"][_BEADS] = [values(bead) for bead in doc.beads]
    return body


def read(paths: Sequence[Path]) -> Iterator[Document]:
    """Yield the articles of a folder of ours, or of JSON exports of any project.

    In those the text of a task tells its language by its name (``fr``, ``text_en``), by a field
    ``language``, or by the file: a French and an English one with the same tasks in one order.

    Raises:
        UsageError: a file cannot be read, or does not tell the language of its texts.
        DataError: it is no list of tasks, or a region does not fit its text.
    """
    listed = [path / _TASKS if path.is_dir() else path for path in paths]
    tasks = {path: _tasks(path) for path in listed}
    if len(listed) == len(SIDES) and not any(_is_ours(t) for each in tasks.values() for t in each):
        yield from _pairs(listed, tasks)
        return
    for path, each in tasks.items():
        for number, task in enumerate(each, start=1):
            if _is_ours(task):
                yield _ours(task, path)
            else:
                name = slug(path.stem.removesuffix(".fr")) or "article"
                several = f"-{task.get('id', number)}" if len(each) > 1 else ""
                yield _document(f"{name}{several}", [(task, _marked(path))], path)


def _tasks(path: Path) -> list[dict[str, Any]]:
    content = files.decode(files.read_bytes(path), path)
    remedy = "Give a JSON export of Label Studio (JSON or JSON-MIN)."
    try:
        listed = json.loads(content)
    except json.JSONDecodeError as error:
        msg = f"not JSON ({error.msg})"
        raise DataError(msg, where=path, line=error.lineno, remedy=remedy) from error
    if not isinstance(listed, list) or not all(isinstance(task, dict) for task in listed):
        msg = "no list of tasks"
        raise DataError(msg, where=path, remedy=remedy)
    return listed


def _is_ours(task: Mapping[str, Any]) -> bool:
    cells = task.get("data")
    return isinstance(cells, dict) and {"key", "article", "parts", "rows"} <= cells.keys()


def _ours(task: dict[str, Any], path: Path) -> Document:
    cells = dict(task["data"])
    if _BEADS not in cells:
        msg = "tasks of `visavis studio`, which show parts of an article"
        remedy = "Run `visavis studio pull`, or export with `visavis export label-studio`."
        raise DataError(msg, where=path, remedy=remedy)
    beads = [bead_of(each, path) for each in cells.pop(_BEADS)]
    answer = read_task(task | {"data": cells}, _LAYERS)
    refusals = list(answer.refusals)
    rows: Mapping[str, Sequence[Span]] = {}
    if not refusals:
        refusals, rows = _merged(answer, beads)
    if refusals:
        first = refusals[0]
        msg = f"{first.article} {first.span}: {first.name}: {first.detail}"
        raise DataError(msg, where=path)
    texts = {lang: cells[lang] for lang in LANGS if cells[lang]}
    notes = [] if answer.state == "done" else [f"{cells['article']}: nobody submitted the task"]
    return document(cells["article"], texts, {**rows, "beads": beads}, path, notes)


def _merged(answer: Answer, beads: Sequence[Any]) -> tuple[list[Any], Mapping[str, Sequence[Span]]]:
    texts = {lang: answer.data[lang] for lang in LANGS}
    page = Page(answer.data["article"], texts, beads, (), {}, annotated=True)
    result = merged(page, [answer], _LAYERS, show=(), theirs=True, remove=True)
    return list(result.refusals), result.rows


def _pairs(
    paths: Sequence[Path], tasks: Mapping[Path, Sequence[dict[str, Any]]]
) -> Iterator[Document]:
    """Yield the articles of a French and an English file of another project."""
    french, english = paths
    if len(tasks[french]) != len(tasks[english]):
        msg = f"{len(tasks[french])} tasks, and {english.name} has {len(tasks[english])}"
        remedy = "Give a French and an English file with the same articles in one order."
        raise DataError(msg, where=french, remedy=remedy)
    name = slug(french.stem.removesuffix(".fr")) or "article"
    for number, both in enumerate(zip(tasks[french], tasks[english], strict=True), start=1):
        several = f"-{number}" if len(tasks[french]) > 1 else ""
        yield _document(f"{name}{several}", list(zip(both, SIDES, strict=True)), french)


def _marked(path: Path) -> Lang | None:
    """Return the language that the name of a file or of its folder tells."""
    marks = (path.stem.rpartition(".")[2].lower(), path.parent.name.lower())
    return next((lang for mark in marks for lang in LANGS if lang == mark), None)


def _document(
    name: str, tasks: Sequence[tuple[Mapping[str, Any], Lang | None]], path: Path
) -> Document:
    texts: dict[Lang, str] = {}
    rows: list[Span] = []
    ignored: Counter[str] = Counter()
    for task, lang in tasks:
        sides = _texts(task, lang, path)
        texts |= dict(sides.values())
        seen = set[tuple[Any, ...]]()
        for region in _regions(task):
            value = region.get("value", region)
            side, text = sides.get(str(region.get("to_name")), next(iter(sides.values())))
            place = _place(value, text, path, task)
            for label in value.get("labels") or value.get("hypertextlabels") or ["none"]:
                number = 1 + sum(span.lang == side for span in rows)
                named = mention(str(label), side, *place, number)
                if named and (side, named.type, place) not in seen:
                    rows.append(named)
                    seen.add((side, named.type, place))
                elif not named:
                    ignored[str(label)] += 1
    notes = [
        f"{count} of label {label} left out: no layer holds them"
        for label, count in sorted(ignored.items())
    ]
    return document(name, texts, {"mentions": rows}, path, notes)


def _texts(task: Mapping[str, Any], lang: Lang | None, path: Path) -> dict[str, tuple[Lang, str]]:
    """Return the texts of a task: field of its data -> language and text."""
    cells = task.get("data", task)
    strings = {name: text for name, text in cells.items() if isinstance(text, str)}
    named = {
        name: (side, text)
        for name, text in strings.items()
        for side in LANGS
        if side in name.lower().replace("-", "_").split("_")
    }
    if len({side for side, _ in named.values()}) == len(named) > 0:
        return named
    declared = str(cells.get("language") or cells.get("lang") or "").lower()[:2]
    side = next((each for each in LANGS if each == declared), lang)
    if side is None:
        msg = "nothing says in which language the text is"
        remedy = "Name the file NAME.fr.json, or give the French and the English file."
        raise UsageError(msg, where=path, remedy=remedy)
    name = "text" if "text" in strings else max(strings, key=lambda n: len(strings[n]), default="")
    if not name:
        msg = f"task {task.get('id')}: no text in its data"
        raise DataError(msg, where=path, remedy="Give tasks of texts.")
    return {name: (side, strings[name])}


def _regions(task: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the labelled regions of a task: of its first annotation, or of JSON-MIN."""
    if "data" not in task:
        listed = [each for each in task.values() if isinstance(each, list)]
        return [r for each in listed for r in each if isinstance(r, dict) and "start" in r]
    done = [a for a in task.get("annotations") or [] if not a.get("was_cancelled")]
    return [r for r in (done[0]["result"] if done else []) if str(r.get("type")).endswith("labels")]


def _place(
    value: Mapping[str, Any], text: str, path: Path, task: Mapping[str, Any]
) -> tuple[int, int]:
    start, end = value.get("start"), value.get("end")
    where = f"task {task.get('id')}: "
    if not (type(start) is int and type(end) is int and 0 <= start < end <= len(text)):
        msg = f"{where}{start}-{end} is no span of its text, which has {len(text)} characters"
        raise DataError(msg, where=path, remedy="Give the text that was annotated, unchanged.")
    surface = value.get("text")
    if isinstance(surface, str) and _bare(surface) != _bare(text[start:end]):
        msg = (
            f"{where}the text at {start}-{end} is {text[start:end][:40]!r}, "
            f"the region has {surface[:40]!r}"
        )
        remedy = "Give the text that was annotated, unchanged."
        raise DataError(msg, where=path, remedy=remedy)
    return start, end


def _bare(text: str) -> str:
    """Return a surface without what the editor changes in it: white space and line ends."""
    letters = text.replace("\\r", "").replace("\\n", "")
    return "".join(c for c in letters if not c.isspace() and unicodedata.category(c)[0] != "C")
