"""The version that follows from a difference, by one written table.

``KINDS`` is that table. A version is major.minor.patch (Semantic Versioning 2.0.0); the step from
one release to the next must be at least the highest level among their differences. 0.x is no
exemption: what was published is a promise.
"""

import re
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from visavis.corpus.semver import LEVELS, Level, Version
from visavis.errors import DataError
from visavis.release.changes import File, Row, Step, Table
from visavis.release.diff import REPEAT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from visavis.release.changes import Change

KINDS: dict[str, tuple[Level, str]] = {
    "table-removed": ("major", "a table is gone"),
    "column-removed": ("major", "a column is gone"),
    "type-changed": ("major", "a column has another type"),
    "labels-redeclared": ("major", "a label is gone, renamed, or has another number"),
    "row-removed": ("major", "a row is gone; an id that changed is one row gone and one new"),
    "split-moved": ("major", "a row stands in another split"),
    "licence-changed": ("major", "the licence of the corpus, or the rights of an article, differ"),
    "text-changed": ("major", "a text, a token or the surface of a span differs"),
    "translation-changed": ("major", "an English text differs"),
    "place-changed": ("major", "a span, a bead or a region lies elsewhere"),
    "label-changed": ("major", "a row has another label, a word of a closed list"),
    "withdrawn": ("major", "a cell, or a member of a list, is empty that was not"),
    "table-added": ("minor", "a table is new"),
    "column-added": ("minor", "a column is new"),
    "labels-added": ("minor", "labels are new, after all others"),
    "row-added": ("minor", "a row is new"),
    "filled": ("minor", "a cell, or a member of a list, is there that was not"),
    "value-corrected": ("patch", "a value, a reference or a remark differs"),
    "computed-anew": ("patch", "a computed column differs"),
    "card-changed": ("patch", "the card or another page differs"),
    "reordered": ("none", "rows stand in another order"),
}
"""Kind of difference -> the level it demands, and what it is."""

ROLES: dict[tuple[str, str], str] = {
    ("articles", "fr"): "text",
    ("articles", "sha256_fr"): "text",
    ("articles", "en"): "translation",
    ("articles", "sha256_en"): "translation",
    ("articles", "rights_fr"): "licence",
    ("articles", "rights_en"): "licence",
    ("articles", "origin"): "value",
    ("articles", "translation"): "value",
    ("amounts", "comparator"): "value",
    ("beads", "method"): "value",
    ("beads", "type"): "computed",
    ("facts", "members"): "computed",
    ("facts", "verdict"): "computed",
    ("sentences", "fr"): "text",
    ("sentences", "en"): "translation",
    ("sentences", "type"): "computed",
    ("ner_fr", "tokens"): "text",
    ("ner_en", "tokens"): "text",
    ("ner_fr", "tags"): "tag",
    ("ner_en", "tags"): "tag",
}
"""Columns whose part is not told by their name in ``NAMES`` or by their type."""

NAMES = {"split": "split", "text": "text", "bead": "computed"}
"""Columns that have the same part in every table."""

DERIVED = ("sentences", "ner_fr", "ner_en")
"""Tables made of the others: a difference there counts where it is of a higher level than all in
the other rows of its article, which then do not explain it."""

_OUTSIDE = "O"
"""The tag of a token that is in no name."""

_BOUNDS = ("start", "end", "starts", "ends", "fr_start", "fr_end", "en_start", "en_end")

_CARD = "README.md"
_COMPUTED_KEYS = ("version", "size_categories", "configs", "dataset_info")
_GENERATED = ("CHANGELOG.md", "croissant.json", "ro-crate-metadata.json")
"""Files that say nothing that the tables and the card do not say."""

_FRONT = re.compile(r"\A---\n(.*?\n)---\n(.*)\Z", re.DOTALL)


class Difference(NamedTuple):
    """What differs, where, how often, and some of the rows.

    Attributes:
        kind: one of ``KINDS``.
        place: table and column, or the path of a file.
        times: in how many rows.
        rows: the keys of the first few.
    """

    kind: str
    place: str
    times: int
    rows: tuple[str, ...]

    @property
    def level(self) -> Level:
        """The level that the kind demands."""
        return KINDS[self.kind][0]


SHOWN = 3
"""Rows that a difference names."""


def differences(changes: "Sequence[Change]") -> list[Difference]:
    """What a changelog changes, by kind and place, the highest level first."""
    by_key: dict[tuple[str, str], list[str]] = {}
    counts: Counter[tuple[str, str]] = Counter()
    for kind, place, row in _kinds(changes):
        counts[kind, place] += 1
        rows = by_key.setdefault((kind, place), [])
        if row and len(rows) < SHOWN:
            rows.append(row)
    ordered = [
        Difference(kind, place, counts[kind, place], tuple(rows))
        for (kind, place), rows in by_key.items()
    ]
    return sorted(ordered, key=lambda difference: list(KINDS).index(difference.kind))


def level(differences: "Iterable[Difference]") -> Level:
    """The highest level that differences demand."""
    return max((difference.level for difference in differences), key=LEVELS.index, default="none")


def check(changes: "Sequence[Change]") -> None:
    """Refuse a new version that is lower than its differences from the old one demand.

    Raises:
        DataError: naming the difference, and the lowest version that is right.
    """
    (step,) = (change for change in changes if isinstance(change, Step))
    old, new = step.versions
    result = differences(changes)
    lowest = Version.of(old).following(level(result))
    if Version.of(new).final < lowest:
        why = said(result[0]) if result else f"{old} is released already"
        msg = f"version {new} is too low: since {old}, {why}, a {level(result)} change"
        raise DataError(msg, remedy=f"Raise version in dataset_card.md to {lowest} or higher.")


def summary(changes: "Sequence[Change]") -> str:
    """The differences as a few lines for a reader; no text of the corpus stands in them."""
    (step,) = (change for change in changes if isinstance(change, Step))
    result = differences(changes)
    if not result:
        return f"{_title(step)}: no difference\n"
    lines = [
        f"{_title(step)}: {level(result)}; the next version is {_next(step, result)} or higher",
        *(f"  {item.level:5}  {item.kind:19}  {said(item)}" for item in result),
    ]
    return "\n".join(lines) + "\n"


def section(changes: "Sequence[Change]") -> str:
    """The section of a release in the changelog of the data, in Markdown."""
    (step,) = (change for change in changes if isinstance(change, Step))
    result = differences(changes)
    if step.versions[0] == "0.0.0":
        return f"## {step.versions[1]}\n\nThe first release.\n"
    listed = [f"- {item.level}: {said(item)}" for item in result if item.level != "none"]
    said_of = f"A {level(result)} change since {step.versions[0]}:\n\n" if listed else ""
    return f"## {step.versions[1]}\n\n{said_of}" + "\n".join(listed or ["No difference."]) + "\n"


def said(difference: Difference) -> str:
    """A difference in words: what, where, how often, and the first rows."""
    more = ", ..." if difference.times > len(difference.rows) else ""
    rows = f" ({', '.join(difference.rows)}{more})" if difference.rows else ""
    times = f", {difference.times} times" if difference.times > 1 else ""
    return f"{KINDS[difference.kind][1]}: {difference.place}{times}{rows}"


def _title(step: Step) -> str:
    sides = [" ".join(side) for side in zip(step.names, step.versions, strict=True)]
    return f"{sides[0].strip()} -> {sides[1]}"


def _next(step: Step, differences: "Sequence[Difference]") -> str:
    return str(Version.of(step.versions[0]).following(level(differences)))


def _kinds(changes: "Sequence[Change]") -> "Iterator[tuple[str, str, str]]":
    """Kind, place and row of every single difference."""
    types = {
        change.table: dict((change.old or ()) + (change.new or ()))
        for change in changes
        if isinstance(change, Table)
    }
    explained = _levels(changes, types)
    for change in changes:
        match change:
            case File():
                yield from ((kind, change.path, "") for kind in _of_file(change))
            case Table():
                yield from _of_table(change)
            case Row():
                least = explained.get(_article(change), -1) if change.table in DERIVED else -1
                text = ":".join(str(v) for k, v in change.key.items() if k != REPEAT)
                for kind, place in _of_row(change, types):
                    if least < 0 or _rank(kind) > least:
                        yield kind, place, text
            case _:
                pass


def _levels(changes: "Sequence[Change]", types: dict[str, dict[str, Any]]) -> dict[object, int]:
    """Return the rank of the highest level in the rows of each article, without derived tables."""
    ranks: dict[object, int] = {}
    for change in changes:
        if isinstance(change, Row) and change.table not in DERIVED:
            article = _article(change)
            for kind, _ in _of_row(change, types):
                ranks[article] = max(_rank(kind), ranks.get(article, 0))
    return ranks


def _rank(kind: str) -> int:
    return LEVELS.index(KINDS[kind][0])


def _article(row: Row) -> object:
    return row.key.get("id" if row.table == "articles" else "article")


def _of_file(change: File) -> "Iterator[str]":
    if change.path in _GENERATED or change.path.endswith(".svg"):
        return
    if change.path != _CARD or change.old is None or change.new is None:
        yield "card-changed"
        return
    old, new = _card(change.old), _card(change.new)
    if old[0].get("license") != new[0].get("license"):
        yield "licence-changed"
    if old != new:
        yield "card-changed"


def _card(text: str) -> tuple[dict[str, Any], str]:
    """Front matter and page of a card, without what the build computes for loaders."""
    match = _FRONT.match(text)
    front = _front(match[1]) if match else {}
    by_key = {key: value for key, value in front.items() if key not in _COMPUTED_KEYS}
    return by_key, match[2] if match else text


def _front(text: str) -> dict[str, Any]:
    try:
        front = yaml.safe_load(text)
    except yaml.YAMLError:
        front = None
    return front if isinstance(front, dict) else {"": text}


def _of_table(change: Table) -> "Iterator[tuple[str, str, str]]":
    if change.old is None or change.new is None:
        yield "table-added" if change.old is None else "table-removed", change.table, ""
        return
    old, new = dict(change.old), dict(change.new)
    for column in {**old, **new}:
        place = f"{change.table}.{column}"
        if column not in new:
            yield "column-removed", place, ""
        elif column not in old:
            yield "column-added", place, ""
        elif old[column] != new[column]:
            yield _of_types(old[column], new[column]), place, ""
    common = [name for name, _ in change.old if name in new]
    if change.order or common != [name for name, _ in change.new if name in old]:
        yield "reordered", change.table, ""


def _of_types(old: object, new: object) -> str:
    """The kind of difference of two types: the labels alone, or more."""
    if _without_labels(old) != _without_labels(new):
        return "type-changed"
    pairs = zip(_labels(old), _labels(new), strict=True)
    grown = all(after[: len(before)] == before for before, after in pairs)
    return "labels-added" if grown else "labels-redeclared"


def _without_labels(spelling: object) -> object:
    if isinstance(spelling, dict):
        return {k: "" if k == "labels" else _without_labels(v) for k, v in spelling.items()}
    return spelling


def _labels(spelling: object) -> list[list[str]]:
    if not isinstance(spelling, dict):
        return []
    own = [spelling["labels"]] if "labels" in spelling else []
    return own + [item for part in spelling.values() for item in _labels(part)]


def _of_row(row: Row, types: dict[str, dict[str, Any]]) -> "Iterator[tuple[str, str]]":
    if row.old is None or row.new is None:
        yield "row-added" if row.old is None else "row-removed", row.table
        return
    for column in {**row.old, **row.new}:
        spelling = types[row.table][column]
        kind = _of_cell(
            _role(row.table, column, spelling), row.old.get(column), row.new.get(column), spelling
        )
        yield kind, f"{row.table}.{column}"


def _role(table: str, column: str, spelling: object) -> str:
    """The part that a column plays: text, label, place, value, ..."""
    result = ROLES.get((table, column)) or NAMES.get(column)
    if result:
        return result
    if column in _BOUNDS or _has_bounds(spelling):
        return "place"
    return "label" if _labels(spelling) else "value"


def _has_bounds(spelling: object) -> bool:
    match spelling:
        case {"struct": fields}:
            return "start" in fields and "end" in fields
        case {"list": inner}:
            return _has_bounds(inner)
    return False


def _of_cell(role: str, old: Any, new: Any, spelling: object) -> str:  # noqa: ANN401 - cells
    if role == "computed":
        return "computed-anew"
    if old is None or new is None:
        return "filled" if old is None else "withdrawn"
    if role == "tag":
        return _of_tags(old, new)
    if _is_set(role, spelling):
        before, after = Counter(map(repr, old)), Counter(map(repr, new))
        if before <= after or after <= before:
            return "filled" if before < after else "withdrawn" if after < before else "reordered"
    return {
        "split": "split-moved",
        "licence": "licence-changed",
        "text": "text-changed",
        "translation": "translation-changed",
        "place": "place-changed",
        "label": "label-changed",
    }.get(role, "value-corrected")


def _of_tags(old: "Sequence[str]", new: "Sequence[str]") -> str:
    """Return the kind of difference of the tags of a sentence: names that came, went or changed."""
    if len(old) != len(new):
        return "label-changed"
    pairs = {pair for pair in zip(old, new, strict=True) if pair[0] != pair[1]}
    if all(before == _OUTSIDE for before, _ in pairs):
        return "filled"
    return "withdrawn" if all(after == _OUTSIDE for _, after in pairs) else "label-changed"


def _is_set(role: str, spelling: object) -> bool:
    """Whether a list has members rather than an order: labels, values, or spans with a label."""
    match spelling:
        case {"list": {"struct": fields}}:
            return bool(fields.keys() - {"start", "end"})
        case {"list": inner}:
            return role in ("label", "value") and inner != "Int32"
    return False
