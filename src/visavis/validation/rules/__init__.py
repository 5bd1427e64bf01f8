"""The rules that a corpus must keep, by level; a later level is looked at when the former is clean.

A rule is a function from a corpus to its findings, a table with the columns of ``places.FOUND``.
Its name is its public id, its docstring says what is wrong and, after ``Remedy:``, what to do. A
new rule is one function, its place in ``RULES`` and a broken example under ``tests/rules/<id>/``.
"""

from collections.abc import Callable
from typing import Any

import polars as pl

from visavis.validation.rules import (
    amounts,
    beads,
    candidates,
    card,
    corpus,
    counterparts,
    folder,
    front,
    links,
    spans,
    texts,
    translation,
)

Rule = Callable[[Any], pl.DataFrame]
"""From a corpus, or from its folder, to findings."""

RULES: dict[str, tuple[Rule, ...]] = {
    "form": (
        folder.not_utf8,
        folder.row_malformed,
        folder.article_twice,
        folder.file_of_no_article,
    ),
    "texts": (
        texts.text_missing,
        texts.text_changed,
        texts.text_blank,
        texts.control_character,
        texts.mojibake,
        texts.mixed_scripts,
        texts.invisible_character,
        texts.text_not_normal,
        texts.surface_of_third_party,
    ),
    "sentences": (
        beads.bead_empty,
        beads.sentences_tile,
        beads.text_without_beads,
        beads.beads_cross,
    ),
    "offsets": (spans.id_twice, spans.span_outside_article, spans.piece_outside_article),
    "spans": (
        spans.span_surface,
        spans.span_edge,
        spans.piece_edge,
        spans.span_outside_regions,
        spans.regions_leave_text,
        spans.span_twice,
        spans.spans_overlap,
        spans.span_across_sentences,
        beads.sentence_across_regions,
        amounts.amount_fields,
        amounts.modifier_overlaps,
        amounts.modifier_missing,
        amounts.amount_value,
        amounts.amount_comparator,
    ),
    "links": (
        links.reference_dangling,
        links.entity_type,
        links.name_unlike_entity,
        links.parent_outside,
        links.parent_missing,
        links.chain_of_sources,
        links.content_of_parent,
        links.content_holds_cue,
        links.stance_target,
        links.stance_holder,
        links.stance_attribution,
        links.conditional_fields,
        links.rendering_unlike_words,
        amounts.fact_of_another_kind,
    ),
    "languages": (
        translation.translation_undeclared,
        counterparts.counterpart_missing,
        counterparts.counterpart_of_omitted,
        counterparts.relation_of_french,
        counterparts.counterparts_apart,
        counterparts.amounts_differ,
        counterparts.currency_unsaid,
        counterparts.entities_differ,
        counterparts.stances_differ,
        counterparts.attributions_differ,
        counterparts.conditionals_differ,
        counterparts.regions_differ,
        counterparts.hearsay_lost,
        counterparts.hearsay_added,
        translation.sentence_alone,
        translation.sentence_untranslated,
        translation.sentence_of_other_language,
        translation.sentence_lengths,
        translation.sentence_figures,
        translation.sentence_numbers,
        translation.sentence_dates,
        translation.sentence_negation,
        translation.sentence_quotes,
    ),
    "recall": (candidates.candidate_undecided,),
    "corpus": (
        corpus.entity_twice,
        corpus.ids_alike,
        corpus.item_twice,
        corpus.item_unseen,
        corpus.aliases_collide,
        corpus.name_not_normal,
        corpus.kb_reference_dangling,
        corpus.entity_unused,
        corpus.fact_unused,
        corpus.story_in_two_splits,
        corpus.near_duplicates,
        corpus.split_leak,
        corpus.label_varies,
        corpus.label_rate,
    ),
    "card": (
        card.card_front,
        front.card_keys,
        card.card_licence,
        card.card_entry,
        card.card_figure,
        card.card_number,
    ),
    "files": (folder.not_canonical, folder.file_linked, folder.third_party_tracked),
}
"""Level -> its rules. The levels gate each other in this order."""

ARTICLE_LEVELS = ("texts", "sentences", "offsets", "spans", "links", "languages", "recall")
"""Levels whose rules see one article at a time: the findings of parts are those of the whole."""

CORPUS_LEVELS = ("corpus", "card")
"""Levels whose rules need the whole corpus; they are looked at when no article has an error."""

COMPLETE: dict[Rule, tuple[str, ...]] = {
    beads.text_without_beads: ("beads",),
    beads.sentences_tile: ("beads",),
    spans.span_across_sentences: ("beads",),
    beads.sentence_across_regions: ("beads", "regions"),
    spans.span_outside_regions: ("regions",),
    spans.regions_leave_text: ("regions",),
    counterparts.counterpart_missing: (),
    counterparts.hearsay_lost: ("attributions", "conditionals"),
    counterparts.hearsay_added: ("attributions", "conditionals"),
}
"""Rule -> the layers that must be declared complete in an article for its findings to count; an
empty tuple stands for the layer of the file of the finding."""

OFF: set[Rule] = {translation.sentence_negation}
"""Rules that are asked only where ``corpus.toml`` says so: of twenty of their findings on human
translations (``benchmarks/translations.py``) more than half were no difference of meaning."""

WARNINGS: set[Rule] = {
    amounts.amount_comparator,
    amounts.amount_value,
    amounts.modifier_missing,
    card.card_entry,
    card.card_number,
    corpus.aliases_collide,
    corpus.entity_unused,
    corpus.fact_unused,
    corpus.item_unseen,
    corpus.label_rate,
    corpus.label_varies,
    corpus.near_duplicates,
    counterparts.counterparts_apart,
    counterparts.currency_unsaid,
    counterparts.hearsay_added,
    counterparts.hearsay_lost,
    counterparts.regions_differ,
    folder.file_linked,
    links.name_unlike_entity,
    links.rendering_unlike_words,
    texts.control_character,
    texts.invisible_character,
    texts.mixed_scripts,
    texts.mojibake,
    texts.text_not_normal,
    translation.sentence_alone,
    translation.sentence_dates,
    translation.sentence_figures,
    translation.sentence_lengths,
    translation.sentence_numbers,
    translation.sentence_of_other_language,
    translation.sentence_quotes,
    translation.sentence_untranslated,
}
"""Rules whose findings are to be read but do not fail a corpus, unless its ``corpus.toml`` says so:
they go by words and shapes, which can mislead. An error is what makes a release wrong."""
