"""Which beads a worksheet has: one that is cut short is refused, not obeyed."""

from typing import TYPE_CHECKING

from visavis.annotation.worksheets import END, SHEET_LAYERS, Beads, article_of
from visavis.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from visavis.corpus.layers.beads import AlignedBead
    from visavis.corpus.records import Span
    from visavis.languages import Lang

    Rows = Mapping[str, Sequence[Span]]


def headings(sheet: str) -> list[str | None]:
    """Return the beads whose headings a sheet has, in its order; None for ``== -``."""
    names = [
        line.removeprefix("==").partition("  ")[0].strip()
        for line in sheet.split("\n")
        if line.split(" ", 1)[0] == "=="
    ]
    return [None if name == "-" else name for name in names]


def check_complete(
    sheet: str,
    where: str,
    texts: "Mapping[Lang, str]",
    beads: "Sequence[AlignedBead]",
    rows: "Rows",
) -> None:
    """Refuse a sheet that lacks a bead or its last line: its records would be deleted.

    Args:
        sheet: the text of the sheet.
        where: its path, for messages.
        texts: both texts of the article.
        beads: its beads.
        rows: the records that the sheet is to replace.

    Raises:
        DataError: something is missing; the message says what.
    """
    missing = [bead.id for bead in beads if bead.id not in headings(sheet)]
    outside = list(_of_beads(texts, beads, rows, {None}))
    if outside and None not in headings(sheet):
        missing.append("- (records outside all beads)")
    if missing:
        more = f" and {len(missing) - 1} more beads" if len(missing) > 1 else ""
        msg = f"{missing[0]}{more} of the article not in the sheet"
        remedy = (
            "Print the sheet again, or give --partial to take the beads that are in it and leave "
            "the others as they are."
        )
        raise DataError(msg, where=where, remedy=remedy)
    if END not in {line.split(" ", 1)[0] for line in sheet.split("\n")}:
        msg = f"cut short, its last line `{END} {article_of(sheet, where)}` is missing"
        remedy = "Print the sheet again, or give --partial if all records of its beads are there."
        raise DataError(msg, where=where, remedy=remedy)


def untouched(
    sheet: str, texts: "Mapping[Lang, str]", beads: "Sequence[AlignedBead]", rows: "Rows"
) -> "dict[str, list[Span]]":
    """Return the records of the beads that are not in a sheet, by layer."""
    others = {None, *(bead.id for bead in beads)} - {*headings(sheet)}
    by_key: dict[str, list[Span]] = {layer: [] for layer in SHEET_LAYERS}
    for layer, row in _of_beads(texts, beads, rows, others):
        by_key[layer].append(row)
    return by_key


def _of_beads(
    texts: "Mapping[Lang, str]",
    beads: "Sequence[AlignedBead]",
    rows: "Rows",
    chosen: "Container[str | None]",
) -> "Iterator[tuple[str, Span]]":
    sides = Beads(texts, beads)
    for layer in SHEET_LAYERS:
        for row in rows.get(layer, ()):
            if sides.of(row.lang, row.start) in chosen:
                yield layer, row
