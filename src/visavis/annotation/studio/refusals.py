"""The names under which an answer of the server is refused, and what each means."""

from typing import NamedTuple

REFUSALS = {
    "task-malformed": "the task is no object with data and annotations",
    "data-missing": "a field of the task's data is missing",
    "data-type": "a field of the task's data has the wrong type",
    "data-unknown": "the task's data has a field that Visavis did not write",
    "part-outside": "the number of the task is not one of its article's",
    "texts-altered": "the texts are not those that were sent",
    "annotation-malformed": "an annotation is no object with a result",
    "annotation-twice": "two annotations are submitted for one task",
    "region-malformed": "a region is no object with id, control and value",
    "region-type": "a region or attribute is of a type that its control does not make",
    "region-id": "the id of a region is not one the editor can show",
    "region-twice": "two regions have one id",
    "region-id-foreign": "the id of a region is that of another span",
    "control-unknown": "a region or attribute belongs to no control of the interface",
    "language": "a control of one language marks the text of the other",
    "text-unknown": "a region marks no text of the task",
    "offset-missing": "a region has no start or no end",
    "offset-type": "start or end is not a whole number",
    "offset-negative": "a region starts before its text",
    "offset-outside": "a region ends behind its text",
    "span-empty": "a region ends where it starts, or before",
    "surface": "the surface is not what stands at the offsets",
    "label-missing": "a region has no label",
    "label-twice": "a region has several labels",
    "label-unknown": "a label is not one of its layer",
    "attribute-alone": "an attribute belongs to no span",
    "attribute-layer": "an attribute belongs to a span of another layer or language",
    "attribute-twice": "an attribute is told twice",
    "attribute-place": "an attribute stands at other offsets than its span",
    "attribute-empty": "an attribute has no value",
    "attribute-several": "an attribute has several values, one is allowed",
    "attribute-value": "an attribute has a value that its field does not allow",
    "attribute-missing": "a span lacks an attribute that it must have",
    "relation-malformed": "a relation is no object with two ends",
    "relation-unlabelled": "a relation has no label",
    "relation-labels": "a relation has several labels",
    "relation-unknown": "a relation has a label that the interface does not offer",
    "relation-dangling": "an end of a relation is no region",
    "relation-self": "a relation ties a region to itself",
    "relation-direction": "a relation does not run from the span to what it names",
    "relation-signature": "a relation ties layers that it cannot tie",
    "relation-language": "a relation crosses the languages, or a counterpart does not",
    "relation-twice": "a span has two relations of a kind of which it can have one",
    "reference-twice": "a reference is told both by a relation and by an id",
    "words-alone": "words belong to no span",
    "words-twice": "words belong to two spans",
    "counterpart-ids": "two counterparts have different ids already",
    "counterpart-taken": "the other language has a span with this id that is not its counterpart",
    "record": "a span is not a record of its layer",
    "reference-dangling": "a reference names a span that is not there",
    "article-unknown": "the task's article is not in the corpus",
    "text-changed": "the article's text is another than the task's",
    "task-twice": "two tasks have one key",
    "task-missing": "a task of the article is not on the server",
    "tasks-overlap": "two tasks show the same part of the article",
    "parts-differ": "the tasks of an article were made from different cuts of it",
    "changed-here-too": "the task's spans have changed in the corpus since the push, and there too",
    "rows-removed": "spans of the corpus are not in the submitted task",
    "ruling-malformed": "a ruling is not a number, a rule and perhaps a reason",
    "ruling-missing": "a difference of the two passes has no ruling",
}
"""Why an answer is refused: the name of the refusal, and its meaning."""


class Refusal(NamedTuple):
    """Something in an answer that cannot be as it was meant."""

    name: str
    article: str
    sentence: str
    span: str
    detail: str
    task: int | None

    def __str__(self) -> str:
        place = " ".join(part for part in (self.article, self.sentence, self.span) if part)
        return f"{place or 'task'}: {self.detail} [{self.name}]"
