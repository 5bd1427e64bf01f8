"""The rules that a corpus must keep, by level; a later level is looked at when the former is clean.

A rule is a function from a corpus to its findings, a table with the columns path, line and message.
Its name is its public id, its docstring says what is wrong and, after ``Remedy:``, what to do. A
new rule is one function, its place in ``RULES`` and a broken example under ``tests/rules/<id>/``.
"""

from visavis.rules import beads, candidates, card, links, spans, texts

RULES = {
    "texts": (texts.text_missing, texts.text_changed, texts.surface_of_third_party),
    "beads": (beads.bead_empty, beads.sentences_tile),
    "offsets": (spans.id_twice, spans.span_outside_article),
    "spans": (
        spans.span_surface,
        spans.span_edge,
        spans.span_outside_regions,
    ),
    "links": (
        links.reference_dangling,
        links.counterpart_missing,
        links.counterpart_of_omitted,
        links.relation_of_french,
        links.entity_type,
    ),
    "card": (card.card_front, card.card_entry, card.card_figure, card.card_number),
    "recall": (candidates.candidate_undecided,),
}
"""Level -> its rules. The levels gate each other in this order."""
