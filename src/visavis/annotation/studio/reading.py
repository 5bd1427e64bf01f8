"""What the server answers, read strictly: every task either as it is meant or refused by name.

Neither the server nor its library checks a result, so everything is checked here: places, surfaces,
labels, attributes, relations, ids, languages, texts. A refusal says in which article, sentence and
span, and what to do.
"""

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, Any

from visavis.annotation.studio.answers import Answer, Found, State, work_digest
from visavis.annotation.studio.controls import Control, Region, controls, fits
from visavis.annotation.studio.interface import (
    COUNTERPART,
    REQUIRED,
    Attribute,
    attributes,
    relations,
    words,
)
from visavis.annotation.studio.refusals import Refusal
from visavis.annotation.studio.tasks import REGION_ID, WORDS_ID, texts_digest
from visavis.corpus.layers import LABELS
from visavis.languages import LANGS, Lang

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from visavis.corpus.records import Offsets

_DATA: dict[str, type] = {
    "key": str, "article": str, "sentence": str, "part": int, "parts": int, "texts": str,
    "rows": str, "work": str,
} | {f"{lang}{what}": str for lang in LANGS for what in ("", "_before", "_after")} | {
    f"{lang}_start": int for lang in LANGS
}  # fmt: skip
_OPTIONAL = {"readings": str, "rulings": str, "fetched": str}


def read(task: object, layers: "Sequence[str]") -> Answer:
    """A task of an export, checked by itself; never raises."""
    reader = _Reader(layers)
    try:
        return reader.answer(task)
    except _Refused:
        return Answer(reader.task, reader.data, refusals=tuple(reader.refusals))


class _Refused(Exception):  # noqa: N818 - it ends the reading of a task, nobody sees it
    """The rest of the task cannot be read."""


_MOST_PARTS = 100_000
"""Tasks of an article, at most: all their numbers are looked for."""

_EDITOR_ID = re.compile(r"[A-Za-z0-9_-]{1,160}")


class _Reader:
    """Reads one task, and notes everything that is wrong with it."""

    def __init__(self, layers: "Sequence[str]") -> None:
        self.layers = layers
        self.controls = controls(layers)
        self.refusals: list[Refusal] = []
        self.task: int | None = None
        self.data: dict[str, Any] = {}
        self.regions: dict[str, Region] = {}

    def refuse(self, name: str, span: object, detail: str) -> None:
        where = (str(self.data.get("article", "")), str(self.data.get("sentence", "")))
        self.refusals.append(Refusal(name, *where, str(span or ""), detail, self.task))

    def ending(self, name: str, span: object, detail: str) -> "_Refused":
        self.refuse(name, span, detail)
        return _Refused()

    def answer(self, task: object) -> Answer:
        if not isinstance(task, dict) or not isinstance(task.get("data"), dict):
            raise self.ending("task-malformed", "", "the answer is no task. Push again.")
        self.task = task.get("id") if isinstance(task.get("id"), int) else None
        self._data(task["data"])
        option = task.get("annotations")
        if not isinstance(option, list):
            raise self.ending("task-malformed", "", "the task has no annotations. Pull again.")
        submitted = []
        for annotation in option:
            if not isinstance(annotation, dict) or not isinstance(annotation.get("result"), list):
                raise self.ending("annotation-malformed", "", "an annotation has no result.")
            submitted.append(annotation)
        draft = bool(task.get("drafts"))
        suggested = len(p) if isinstance(p := task.get("predictions"), list) else 0
        skipped = [a for a in submitted if a.get("was_cancelled")]
        done = [a for a in submitted if not a.get("was_cancelled")]
        if len(done) > 1:
            raise self.ending(
                "annotation-twice", "", f"{len(done)} annotations are submitted. Keep one of them."
            )
        if not done:
            state: State = "skipped" if skipped else "open"
            return Answer(self.task, self.data, state, draft, predictions=suggested)
        rulings = self._result(done[0]["result"])
        entries = [self._found(region) for region in self._spans()]
        pairs = self._counterparts()
        return Answer(
            self.task, self.data, "done", draft, tuple(entries), tuple(pairs), rulings,
            tuple(self.refusals), work_digest(done[0]["result"]), suggested,
        )  # fmt: skip

    def _data(self, data: dict[str, Any]) -> None:
        self.data = data
        wanted = _DATA | {name: kind for name, kind in _OPTIONAL.items() if name in data}
        for name, kind in wanted.items():
            if name not in data:
                self.refuse("data-missing", "", f"the field {name} is missing. Push again.")
            elif type(data[name]) is not kind:
                self.refuse(
                    "data-type", "", f"the field {name} is not {kind.__name__}. Push again."
                )
        for name in sorted(data.keys() - wanted.keys()):
            self.refuse("data-unknown", "", f"the field {name} is not Visavis's. Remove it.")
        if self.refusals:
            raise _Refused
        if texts_digest(data) != data["texts"]:
            raise self.ending("texts-altered", "", "the texts were changed there. Push again.")
        if not 1 <= data["part"] <= data["parts"] <= _MOST_PARTS:
            message = f"part {data['part']} of {data['parts']}. Push again."
            raise self.ending("part-outside", "", message)

    def _result(self, result: list[Any]) -> str:
        """Note regions, attributes and relations, in this order, and return the rulings."""
        attributes_, relations_, rulings = [], [], ""
        for item in result:
            if not isinstance(item, dict):
                self.refuse("region-malformed", "", "a region is no object. Draw it anew.")
            elif item.get("type") == "relation":
                relations_.append(item)
            elif item.get("from_name") == "rulings" and "rulings" in self.data:
                rulings = self._rulings(item)
            else:
                matches = self._control(item)
                if matches is not None and matches.attribute is None:
                    self._region(item, matches)
                elif matches is not None:
                    attributes_.append((item, matches))
        for item, matches in attributes_:
            self._attribute(item, matches)
        for item in relations_:
            self._relation(item)
        return rulings

    def _rulings(self, item: dict[str, Any]) -> str:
        value = item.get("value")
        text = value.get("text") if isinstance(value, dict) else None
        lines = [text] if isinstance(text, str) else text
        if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
            self.refuse("ruling-malformed", "", "the rulings are no text. Write them anew.")
            return ""
        return "\n".join(lines)

    def _control(self, item: dict[str, Any]) -> Control | None:  # noqa: PLR0911 - one a refusal
        own = item.get("id")
        if not isinstance(own, str) or not isinstance(item.get("value"), dict):
            self.refuse("region-malformed", own, "it has no id or no value. Draw it anew.")
            return None
        if not _EDITOR_ID.fullmatch(own):
            self.refuse("region-id", own, "the editor cannot show this id. Draw it anew.")
            return None
        result = self.controls.get(str(item.get("from_name")))
        if result is None:
            message = f"no control {item.get('from_name')!r} in the interface. Draw it anew."
            self.refuse("control-unknown", own, message)
            return None
        if item.get("type") != result.kind:
            message = f"{item.get('from_name')} makes {result.kind}, not {item.get('type')!r}."
            self.refuse("region-type", own, f"{message} Draw it anew.")
            return None
        if item.get("to_name") not in LANGS:
            self.refuse("text-unknown", own, f"no text {item.get('to_name')!r}. Draw it anew.")
            return None
        if item["to_name"] != result.lang:
            message = f"{item['from_name']} marks the {item['to_name']} text. Draw it anew."
            self.refuse("language", own, message)
            return None
        return result

    def _place(self, own: str, value: dict[str, Any], lang: Lang) -> tuple[int, int] | None:
        start, end = value.get("start"), value.get("end")
        length = len(self.data[lang])
        if start is None or end is None:
            self.refuse("offset-missing", own, "it has no start or no end. Draw it anew.")
        elif type(start) is not int or type(end) is not int:
            self.refuse("offset-type", own, f"[{start!r}:{end!r}] are no numbers. Draw it anew.")
        elif start < 0:
            self.refuse("offset-negative", own, f"[{start}:{end}] starts before the text.")
        elif end > length:
            message = f"[{start}:{end}] ends behind the {lang} text of {length} characters."
            self.refuse("offset-outside", own, f"{message} Draw it anew.")
        elif start >= end:
            self.refuse("span-empty", own, f"[{start}:{end}] has no characters. Draw it anew.")
        else:
            return start, end
        return None

    def _region(self, item: dict[str, Any], control: Control) -> None:
        own, value = item["id"], item["value"]
        place = self._place(own, value, control.lang)
        if place is None:
            return
        present = self.data[control.lang][slice(*place)]
        if not isinstance(value.get("text"), str) or _bare(value["text"]) != _bare(present):
            message = f"its text is not what stands at [{place[0]}:{place[1]}]. Draw it anew."
            self.refuse("surface", own, message)
        chosen = value.get("labels")
        if not isinstance(chosen, list) or not chosen:
            self.refuse("label-missing", own, "it has no label. Choose one.")
            return
        if len(chosen) > 1:
            self.refuse("label-twice", own, f"it has the labels {chosen}. Keep one.")
        if chosen[0] not in control.options:
            message = f"{chosen[0]!r} is no label of {control.layer}. Choose another."
            self.refuse("label-unknown", own, message)
        if own in self.regions:
            self.refuse("region-twice", own, "two regions have this id. Draw one anew.")
            return
        pattern = WORDS_ID if control.points else REGION_ID
        sent = pattern.fullmatch(own)
        if own.startswith("vv-") and (sent is None or sent["lang"] != control.lang):
            self.refuse("region-id-foreign", own, "its id is another span's. Draw it anew.")
        self.regions[own] = Region(own, control, *place, str(chosen[0]))

    def _attribute(self, item: dict[str, Any], control: Control) -> None:
        own, value, attribute = item["id"], item["value"], control.attribute
        region = self.regions.get(own)
        if attribute is None:
            return
        if region is None:
            self.refuse("attribute-alone", own, f"{attribute.name} belongs to no span. Remove it.")
            return
        if region.control.points or region.control[:2] != control[:2]:
            message = f"{item['from_name']} is no attribute of its span. Remove it."
            self.refuse("attribute-layer", own, message)
            return
        if any(name in value for name in ("start", "end")):
            place = self._place(own, value, control.lang)
            if place is not None and place != (region.start, region.end):
                message = f"{attribute.name} stands at {place}, not at its span. Set it anew."
                self.refuse("attribute-place", own, message)
        if attribute.name in region.values:
            self.refuse("attribute-twice", own, f"{attribute.name} is told twice. Keep one.")
            return
        region.values[attribute.name] = self._value(own, value, control, attribute)

    def _value(
        self, own: str, value: dict[str, Any], matches: Control, attribute: Attribute
    ) -> object:
        result = value.get("choices" if matches.kind == "choices" else "text")
        if isinstance(result, str):
            result = [result]
        if not isinstance(result, list) or not result:
            self.refuse("attribute-empty", own, f"{attribute.name} has no value. Set or remove it.")
            return None
        if not all(isinstance(word, str) for word in result):
            self.refuse("attribute-value", own, f"{attribute.name}: {result!r}. Set it anew.")
            return None
        unknown = [word for word in result if matches.options and word not in matches.options]
        if unknown:
            message = (
                f"{attribute.name}: no {unknown[0]!r}. Choose among {', '.join(matches.options)}."
            )
            self.refuse("attribute-value", own, message)
        if attribute.kind == "choices":
            return result
        if len(result) > 1:
            self.refuse("attribute-several", own, f"{attribute.name}: {result}. Keep one.")
        return True if attribute.kind == "flag" else result[0]

    def _relation(self, item: dict[str, Any]) -> None:
        ends = item.get("from_id"), item.get("to_id")
        if not all(isinstance(end, str) for end in ends):
            self.refuse("relation-malformed", ends[0], "a relation lacks an end. Draw it anew.")
            return
        span, option = f"{ends[0]} -> {ends[1]}", item.get("labels")
        if not isinstance(option, list) or not option:
            self.refuse("relation-unlabelled", span, "the relation has no label. Choose one.")
            return
        name = option[0]
        if len(option) > 1:
            self.refuse("relation-labels", span, f"the relation has the labels {option}. Keep one.")
        if name not in relations(self.layers):
            self.refuse("relation-unknown", span, f"no relation {name!r}. Choose another.")
            return
        missing = [end for end in ends if end not in self.regions]
        if missing:
            self.refuse("relation-dangling", span, f"{missing[0]} is no span. Remove the relation.")
            return
        if ends[0] == ends[1]:
            self.refuse("relation-self", span, "the relation ends where it starts. Remove it.")
            return
        start, end = (self.regions[str(end)] for end in ends)
        if item.get("direction") != "right":
            message = f"the {name} runs {item.get('direction')!r}. Draw it from the span, one way."
            self.refuse("relation-direction", span, message)
            return
        self._tie(span, name, start, end)

    def _tie(self, span: str, name: str, start: Region, end: Region) -> None:
        crosses = start.control.lang != end.control.lang
        if crosses != (name == COUNTERPART):
            message = f"a {name} {'crosses' if crosses else 'stays in one of'} the languages."
            self.refuse("relation-language", span, f"{message} Remove it.")
        elif not fits(name, start, end):
            kinds = f"{start.control.layer} to {end.control.layer}"
            self.refuse("relation-signature", span, f"no {name} from {kinds}. Remove it.")
        else:
            start.links[name].append(end.id)

    def _spans(self) -> list[Region]:
        """The regions that are spans, once the words are given to theirs."""
        owners: Counter[str] = Counter()
        for region in self.regions.values():
            for attribute in words(region.control.layer):
                linked = region.links.get(attribute.name, [])
                owners.update(linked)
                if attribute.kind == "words" and len(linked) > 1:
                    message = f"it has {len(linked)} {attribute.name}. Keep one."
                    self.refuse("relation-twice", region.id, message)
        for region in self.regions.values():
            if region.control.points and not owners[region.id]:
                message = f"the words {region.label} belong to no span. Draw their relation."
                self.refuse("words-alone", region.id, message)
            if owners[region.id] > 1:
                self.refuse("words-twice", region.id, "two spans point to these words. Keep one.")
        return [region for region in self.regions.values() if not region.control.points]

    def _found(self, region: Region) -> Found:
        lang, layer = region.control.lang, region.control.layer
        origin = self.data[f"{lang}_start"]
        values: dict[str, Any] = {
            "lang": lang, "start": origin + region.start, "end": origin + region.end,
            LABELS[layer]: region.label,
        }  # fmt: skip
        links = {}
        for attribute in attributes(layer):
            linked = region.links.get(attribute.name, [])
            if attribute.kind in {"words", "pieces"}:
                offsets = self._pieces(linked, origin)
                if offsets:
                    values[attribute.name] = offsets if attribute.kind == "pieces" else offsets[0]
                continue
            declared = region.values.get(attribute.name)
            if len(linked) > 1:
                message = f"it has {len(linked)} relations {attribute.name}. Keep one."
                self.refuse("relation-twice", region.id, message)
            if linked and declared is not None:
                message = f"{attribute.name} is a relation and the id {declared}. Keep one."
                self.refuse("reference-twice", region.id, message)
            if linked:
                links[attribute.name] = linked[0]
            elif declared is not None:
                values[attribute.name] = declared
            elif attribute.default == REQUIRED:
                self.refuse("attribute-missing", region.id, f"it has no {attribute.name}. Set it.")
        return Found(layer, lang, region.id, values, links)

    def _pieces(self, linked: list[str], origin: int) -> "list[Offsets]":
        """The words of a field: in the order sent, or in that of the text where it has changed."""
        sent = [WORDS_ID.fullmatch(name) for name in linked]
        numbers = sorted(int(match["number"]) for match in sent if match)
        entries = [self.regions[name] for name in linked]
        if numbers == list(range(len(linked))):
            order = {
                name: int(match["number"])
                for name, match in zip(linked, sent, strict=True)
                if match
            }
            entries.sort(key=lambda region: order[region.id])
        else:
            entries.sort(key=lambda region: (region.start, region.end))
        return [(origin + region.start, origin + region.end) for region in entries]

    def _counterparts(self) -> "Iterable[tuple[str, str]]":
        seen: Counter[str] = Counter()
        for region in self.regions.values():
            for other in region.links.get(COUNTERPART, []):
                seen.update((region.id, other))
                pair = (region.id, other)
                yield pair if region.control.lang == "fr" else (other, region.id)
        for name, times in seen.items():
            if times > 1:
                self.refuse("relation-twice", name, "it has two counterparts. Keep one.")


def _bare(text: str) -> str:
    """A surface without what the editor may change in it: white space, line ends, controls."""
    text = text.replace("\\r", "").replace("\\n", "")
    return "".join(c for c in text if not c.isspace() and unicodedata.category(c)[0] != "C")
