"""What a check sees in a pair: a kind of difference, where it is, and what it says."""

from typing import NamedTuple

from visavis.validation.pairs.words import Offsets, Side


class Evidence(NamedTuple):
    """A difference of the two sides of a segment.

    ``kind`` is a check and, after a stop, the sort of evidence for it: ``amount.scale``. How
    likely it is to be an error depends on the sort (``probability``).
    """

    kind: str
    message: str
    fr: Offsets | None = None
    en: Offsets | None = None
    score: float | None = None
    """How strong the evidence is, where it is measured: a logit."""

    @property
    def check(self) -> str:
        """Name of the check."""
        return self.kind.partition(".")[0]


class Segment(NamedTuple):
    """A pair in its context: its two sides, and the pairs before and after it."""

    fr: Side
    en: Side
    before: "tuple[Side, Side] | None" = None
    after: "tuple[Side, Side] | None" = None

    def around(self, number: int) -> list[Side]:
        """Return the neighbours of a side: 0 for the French, 1 for the English."""
        return [pair[number] for pair in (self.before, self.after) if pair]


def quoted(side: Side, offsets: Offsets) -> str:
    """Return the words at offsets as a message quotes them."""
    words = " ".join(side.text[offsets[0] : offsets[1]].split())
    return f"« {words} »" if side.lang == "fr" else f'"{words}"'
