"""Rules on links between the two languages: what is linked says the same on both sides."""

from typing import Literal

import polars as pl

from visavis.corpus.model import Corpus
from visavis.languages import LANGS, Lang, entries
from visavis.validation.rules.frames import (
    all_spans,
    bilingual,
    cut,
    found,
    has_word,
    linked,
    of_layer,
    once,
    pairs,
    spans_in_beads,
)

PLACE = ["article", "lang"]

ALONE = ("flaws", "decisions")
"""Layers in which each language has its own spans: they speak of its text, not of what it says."""


def counterpart_missing(corpus: Corpus) -> pl.DataFrame:
    """A span has no span with its id in the other language, and does not say why.

    Remedy: annotate the counterpart under the same id, or give the field omitted a reason.
    """
    rows = _alone(corpus).filter(pl.col("omitted").is_null())
    return found(rows, "{} of {} has no counterpart", "id", "lang")


def counterpart_of_omitted(corpus: Corpus) -> pl.DataFrame:
    """A span says why it has no counterpart, and has one.

    Remedy: take the field omitted out, or the counterpart.
    """
    spans = all_spans(corpus).drop_nulls("omitted")
    paired = spans.join(
        _alone(corpus), on=["layer", "article", "line"], how="anti", maintain_order="left"
    )
    paired = paired.filter(~pl.col("layer").is_in(ALONE))
    return found(paired, "{} of {} is omitted, yet has a counterpart", "id", "lang")


@once
def _alone(corpus: Corpus) -> pl.DataFrame:
    """The spans of bilingual articles whose id their layer has in one language only."""
    spans = all_spans(corpus).filter(
        pl.col("article").is_in(bilingual(corpus)) & ~pl.col("layer").is_in(ALONE)
    )
    return spans.filter(pl.struct("layer", "article", "id").is_unique())


def relation_of_french(corpus: Corpus) -> pl.DataFrame:
    """A French span says how it renders its counterpart; only the English side can.

    Remedy: move the relation to the English span of the same id.
    """
    french = all_spans(corpus).filter((pl.col("lang") == "fr") & (pl.col("relation") != "equal"))
    return found(french, "{} has the relation {}", "id", pl.col("relation").cast(pl.String))


def counterparts_apart(corpus: Corpus) -> pl.DataFrame:
    """Two spans of one id stand in sentences that do not translate each other.

    The same id is the same thing in the same place; in two beads it is two mentions of it.

    Remedy: link the span of the same bead, or correct the bead.
    """
    layers = ("mentions", "amounts", "attributions", "conditionals", "stances")
    placed = spans_in_beads(corpus).filter(pl.col("layer").is_in(layers)).drop_nulls("bead")
    english, french = (placed.filter(pl.col("lang") == lang) for lang in LANGS)
    both = english.join(
        french.select("layer", "article", "id", other="bead"),
        on=["layer", "article", "id"],
        maintain_order="left",
    )
    wrong = both.filter(pl.col("bead") != pl.col("other"))
    return found(wrong, "{} is in {} in English, in {} in French", "id", "bead", "other")


def _differ(corpus: Corpus, layer: str, names: tuple[str, ...]) -> pl.DataFrame:
    """The English spans of a layer that differ from their French counterparts in some fields."""
    rows = linked(corpus, layer).rechunk()
    table = pl.concat_str(
        *(
            pl.when(pl.col(name).ne_missing(pl.col(f"{name}_fr"))).then(
                pl.format("; {} {}, in French {}", pl.lit(name), _said(name), _said(f"{name}_fr"))
            )
            for name in names
        ),
        ignore_nulls=True,
    ).str.strip_prefix("; ")
    wrong = rows.with_columns(said=table).filter(pl.col("said") != "")
    return found(wrong, "{}: {}", "id", "said")


def _said(name: str) -> pl.Expr:
    return pl.col(name).cast(pl.String).str.replace(r"\.?0+$", "").fill_null("none")


def amounts_differ(corpus: Corpus) -> pl.DataFrame:
    """An amount is another one in English than in French: value, unit, bound, role, parties.

    Remedy: correct the side that is wrong; where the translation is, mend the translation.
    """
    names = ("kind", "value", "value_max", "unit", "comparator", "role")
    return _differ(corpus, "amounts", (*names, "payer", "payee", "about", "fact"))


def currency_unsaid(corpus: Corpus) -> pl.DataFrame:
    """An amount of money names its currency in French and not in English.

    « 13 milliards de dollars » is "$13 billion"; "13 billion" leaves open of what.

    Remedy: name the currency in the translation; where the sentence does so, waive the finding.
    """
    money = of_layer(corpus, "amounts").filter(pl.col("kind") == "money")
    text = cut(money, corpus.texts).drop_nulls("there")
    english, french = (text.filter(pl.col("lang") == lang) for lang in LANGS)
    both = english.join(french.select("article", "id", fr="there"), on=["article", "id"])
    named = [pl.col(side).str.contains(rf"{_CURRENCY}") for side in ("fr", "there")]
    return found(both.filter(named[0] & ~named[1]), "{} has its currency in French only", "id")


_CURRENCY = (
    r"\p{Sc}|(?-u:\b)(?:[A-Z]{3}|(?i:dollar|euro|yen|yuan|livre|pound|franc|couronne|kron|roupie"
    r"|rupee|peso|rouble|ruble|dirham|riyal|centime))"
)
"""A sign, a code or a word of a currency."""


def entities_differ(corpus: Corpus) -> pl.DataFrame:
    """The two mentions of one id name two things; only a correction may.

    Remedy: correct the entity that is wrong, or say relation corrected on the English side.
    """
    rows = linked(corpus, "mentions").filter(pl.col("entity").ne_missing(pl.col("entity_fr")))
    wrong = rows.filter(pl.col("relation") != "corrected")
    names = [pl.col(name).fill_null("nothing") for name in ("entity", "entity_fr")]
    return found(wrong, "{} names {}, in French {}", "id", *names)


def stances_differ(corpus: Corpus) -> pl.DataFrame:
    """A stance is another one in English: who holds it to what, polarity, force, factuality.

    Remedy: correct the side that is wrong; where the translation is, mend the translation.
    """
    names = ("attitude", "polarity", "intensity", "factuality", "attribution")
    differing = _differ(corpus, "stances", names)
    return pl.concat([differing, *_other_entity(corpus, "stances", ("holder", "target"))])


def _other_entity(corpus: Corpus, layer: str, names: tuple[str, ...]) -> list[pl.DataFrame]:
    """The English rows whose fields name, through a mention, another entity than the French."""
    mentions = corpus.layers["mentions"]
    corrected = mentions.filter(pl.col("relation") == "corrected").select("article", "id")
    entity = mentions.select(*PLACE, "id", "entity")
    found_: list[pl.DataFrame] = []
    for field in names:
        lookup = entity.rename({"id": field, "entity": "named"})
        rows = of_layer(corpus, layer).join(
            lookup, on=[*PLACE, field], how="left", maintain_order="left"
        )
        rows = rows.with_columns(named=pl.coalesce("named", field))
        rows = rows.join(
            corrected.rename({"id": field}),
            on=["article", field],
            how="anti",
            maintain_order="left",
        )
        english, french = (rows.filter(pl.col("lang") == lang) for lang in LANGS)
        both = english.join(
            french.select("article", "id", named_fr="named"),
            on=["article", "id"],
            maintain_order="left",
        )
        wrong = both.filter(pl.col("named").ne_missing(pl.col("named_fr")))
        names_ = [pl.col(name).fill_null("none") for name in ("named", "named_fr")]
        found_.append(found(wrong, "{}: its {} is {}, in French {}", "id", pl.lit(field), *names_))
    return found_


def attributions_differ(corpus: Corpus) -> pl.DataFrame:
    """A saying has another source, another outer saying or another form of quotation in English.

    Remedy: correct the side that is wrong.
    """
    differing = _differ(corpus, "attributions", ("quotation", "parent"))
    return pl.concat([differing, *_other_entity(corpus, "attributions", ("source",))])


def conditionals_differ(corpus: Corpus) -> pl.DataFrame:
    """A conditional has another use, or second reading, in English than in French.

    Remedy: correct the side that is wrong.
    """
    return _differ(corpus, "conditionals", ("use", "alternative"))


def regions_differ(corpus: Corpus) -> pl.DataFrame:
    """A part of the page is of another kind in English than in French.

    Remedy: give both sides the type of the French.
    """
    return _differ(corpus, "regions", ("type",))


def hearsay_lost(corpus: Corpus) -> pl.DataFrame:
    """What the original tells as not confirmed, the translation asserts.

    The press conditional (« auraient négocié ») says that somebody else says so. The English has a
    hedge (reportedly, is said to), or a cue of attribution in the sentence; and so the other way
    round where the English is the original.

    Remedy: add "reportedly" or the conditional to the translation, or annotate the words that
    carry the force.
    """
    return pl.concat([_french_alone(corpus, original="fr"), _english_alone(corpus, original="en")])


def hearsay_added(corpus: Corpus) -> pl.DataFrame:
    """The translation tells as hearsay what the original asserts.

    Words such as "reportedly" answer a reportative conditional or an attribution in the French
    sentence; where the translation has them alone, they are an invention.

    Remedy: take the hedge out of the translation, or annotate what it renders.
    """
    return pl.concat([_french_alone(corpus, original="en"), _english_alone(corpus, original="fr")])


def _french_alone(corpus: Corpus, original: Lang) -> pl.DataFrame:
    """Report reportative conditionals without a hedge or a cue in the English."""
    layer = linked(corpus, "conditionals").filter(pl.col("use_fr").cast(pl.String) == "reportative")
    bare = layer.filter(~pl.col("rendering").is_in(["hedge"]))
    omitted = of_layer(corpus, "conditionals").filter(
        (pl.col("lang") == "fr")
        & (pl.col("use") == "reportative")
        & pl.col("omitted").is_not_null()
    )
    cues = _beads_with_cues(corpus, "en")
    rows = [
        _in_beads(corpus, "conditionals", part).join(
            cues, on=["article", "bead"], how="anti", maintain_order="left"
        )
        for part in (bare, omitted)
    ]
    message = "{} is reportative; its English sentence has neither hedge nor attribution"
    parts = [_written_in(corpus, part, original) for part in rows]
    return pl.concat([found(part, message, "id") for part in parts])


def _english_alone(corpus: Corpus, original: Lang) -> pl.DataFrame:
    """Report English hedges without a hedge, a conditional or a cue in the French."""
    french = of_layer(corpus, "conditionals").filter(
        (pl.col("lang") == "fr") & pl.col("use").is_in(["reportative", "ambiguous", "modal"])
    )
    conditionals = _in_beads(corpus, "conditionals", french).select("article", "bead")
    grounds = pl.concat([conditionals, _beads_with_cues(corpus, "fr")])
    hedges = {lang: "|".join(entries(lang, "hedges.txt")) for lang in LANGS}
    rows = (
        pairs(corpus)
        .filter(has_word("en", hedges["en"]))
        .filter(~has_word("fr", hedges["fr"]))
        .rename({"id": "bead"})
        .join(grounds, on=["article", "bead"], how="anti", maintain_order="left")
    )
    rows = _written_in(corpus, rows, original)
    return found(rows, "{}: the English is hearsay, the French is not", "bead")


def _written_in(corpus: Corpus, rows: pl.DataFrame, lang: Lang) -> pl.DataFrame:
    """Return the rows of articles whose original is in ``lang``: French where nothing is known."""
    english = corpus.articles.filter(translation="original").select(article="id")
    kind: Literal["semi", "anti"] = "semi" if lang == "en" else "anti"
    return rows.join(english, on="article", how=kind, maintain_order="left")


def _in_beads(corpus: Corpus, layer: str, rows: pl.DataFrame) -> pl.DataFrame:
    """The ``rows`` of a layer that lie in a bead, with that bead."""
    placed = spans_in_beads(corpus).filter(pl.col("layer") == layer).drop_nulls("bead")
    return rows.join(
        placed.select("article", "line", "bead"), on=["article", "line"], maintain_order="left"
    )


def _beads_with_cues(corpus: Corpus, lang: Lang) -> pl.DataFrame:
    cues = (pl.col("layer") == "attributions") & (pl.col("lang") == lang)
    return spans_in_beads(corpus).filter(cues).drop_nulls("bead").select("article", "bead").unique()
