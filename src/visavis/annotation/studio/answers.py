"""A task of the server as it was read: its spans, its state, and why it cannot be taken."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from visavis.annotation.studio.tasks import REGION_ID
from visavis.files import sha256
from visavis.languages import LANGS, Lang

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from visavis.annotation.studio.refusals import Refusal
    from visavis.corpus.records import Offsets

State = Literal["done", "open", "skipped"]


@dataclass(frozen=True)
class Found:
    """A span as an annotator left it: its fields, references still by the ids of regions.

    Attributes:
        layer: of the span.
        lang: of the span.
        region: id of its region.
        values: its fields but the id; offsets count in the article.
        links: field -> region that it names.
    """

    layer: str
    lang: Lang
    region: str
    values: "Mapping[str, Any]"
    links: "Mapping[str, str]"

    @property
    def id(self) -> str | None:
        """The id that it had when it was sent; None for a span drawn since."""
        match = REGION_ID.fullmatch(self.region)
        return match["span"] if match else None


@dataclass(frozen=True)
class Answer:
    """A task of the server, read.

    Attributes:
        task: its number on the server.
        data: what was sent with it.
        state: done: somebody submitted it; open: nobody did; skipped: somebody skipped it.
        draft: whether there is work on it that is not submitted.
        found: the spans, where it is done.
        counterparts: pairs of regions, French and English, that are the same thing.
        rulings: what was written about the differences of two passes.
        refusals: why it cannot be taken; then the rows are not to be used.
        work: what identifies the annotation that was submitted, if one was.
        predictions: how many suggestions it has.
    """

    task: int | None
    data: "Mapping[str, Any]"
    state: State = "open"
    draft: bool = False
    found: "Sequence[Found]" = ()
    counterparts: "Sequence[tuple[str, str]]" = ()
    rulings: str = ""
    refusals: "Sequence[Refusal]" = ()
    work: str = ""
    predictions: int = 0

    @property
    def fetched(self) -> list[str]:
        """The digests of its rows at each pull that brought something, oldest first."""
        return str(self.data.get("fetched", "")).split()

    @property
    def latest(self) -> str:
        """The digest of its rows when it was last fetched; before that, as they were sent."""
        return [str(self.data.get("rows", "")), *self.fetched][-1]

    @property
    def ends(self) -> "dict[Lang, Offsets]":
        """Where the texts of the task stand in the article."""
        starts = {lang: self.data[f"{lang}_start"] for lang in LANGS}
        return {lang: (at, at + len(self.data[lang])) for lang, at in starts.items()}


def work_digest(result: "Sequence[Mapping[str, Any]]") -> str:
    """What identifies a result, in whatever order its regions and their fields are."""
    items = sorted(msgspec.json.encode(item, order="deterministic") for item in result)
    return sha256(b"\n".join(items))[:32]
