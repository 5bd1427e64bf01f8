"""Rules on links between layers and to the knowledge base."""

import polars as pl

from visavis.corpus.layers import LAYERS
from visavis.corpus.model import Corpus
from visavis.corpus.records import fields, metas
from visavis.corpus.spans import in_order
from visavis.languages import entries
from visavis.validation.rules.frames import FOUND, cut, found, has_word, of_layer, once

PLACE = ["article", "lang"]

LARGE = 3
"""Letters from which on a word with a capital is a name of its own, not an initial."""

HOLDERS = ("PER", "ORG", "LOC")
"""Types of entity that can say, want and judge; a place stands for its government."""


def reference_dangling(corpus: Corpus) -> pl.DataFrame:
    """A field names an id that does not exist where it should.

    Remedy: correct the id, or add the row that it names.
    """
    rows = [
        _dangling(of_layer(corpus, layer), _known(corpus, target, field), besides, target)
        for layer in LAYERS
        for field, target, besides in _references(layer)
    ]
    return pl.concat(rows)


def _references(layer: str) -> list[tuple[str, str, list[str]]]:
    """The fields of a layer that refer: field, table referred to, words allowed besides ids."""
    return [
        (field.name, str(meta.extra["refers"]), list(meta.extra["besides"]))
        for field in fields(LAYERS[layer])
        for meta in metas(field.type)
        if meta.extra and "refers" in meta.extra
    ]


def _known(corpus: Corpus, target: str, field: str) -> pl.DataFrame:
    """What ``field`` may name: ids of the corpus, or of the same article and language."""
    if target in LAYERS:
        return corpus.layers[target].select("article", "lang", pl.col("id").alias(field))
    return {"kb": corpus.kb, "facts": corpus.facts}[target].select(pl.col("id").alias(field))


def _dangling(
    rows: pl.DataFrame, table: pl.DataFrame, besides: list[str], target: str
) -> pl.DataFrame:
    field = table.columns[-1]
    named = rows.drop_nulls(field)
    if named.is_empty():
        return FOUND.to_frame()
    wrong = named.filter(~pl.col(field).is_in(besides)).join(
        table, on=table.columns, how="anti", maintain_order="left"
    )
    return found(wrong, "{}: the {} {} is not in {}", "id", pl.lit(field), field, pl.lit(target))


def entity_type(corpus: Corpus) -> pl.DataFrame:
    """A mention has another type than the entity that it names.

    Remedy: correct the type, or the entity.
    """
    lookup = corpus.kb.select(entity="id", known="type")
    rows = of_layer(corpus, "mentions").join(lookup, on="entity", maintain_order="left")
    wrong = rows.filter(pl.col("type") != pl.col("known"))
    message = "{} is {}, its entity {} is {}"
    return found(wrong, message, "id", _word("type"), "entity", _word("known"))


def _word(column: str) -> pl.Expr:
    return pl.col(column).cast(pl.String)


def name_unlike_entity(corpus: Corpus) -> pl.DataFrame:
    """A name has a word that is in no name of the entity that it is linked to.

    It is linked to the wrong entity, misspelt, or a name that the knowledge base does not know.
    Names that the annotation says are misspelt, mistranslated, corrected or used for something else
    are left out.

    Remedy: correct the entity or the span, say misspelt in flags, or add the name to the aliases.
    """
    meant = pl.col("flags").list.set_intersection(["misspelt", "mistranslated", "glued"])
    mentions = of_layer(corpus, "mentions").filter(
        (pl.col("form") == "NAM")
        & (pl.col("reading") == "literal")
        & (pl.col("relation") != "corrected")
        & (meant.list.len() == 0)
        & pl.col("entity").is_not_null()
    )
    named = cut(mentions, corpus.texts).drop_nulls("there")
    forms = named.select("entity", "there").unique(maintain_order=True)
    large = _words(forms, "there").filter(pl.col("large"))
    strange = (
        large.join(_name_words(corpus.kb), on=["entity", "word"], how="anti", maintain_order="left")
        .join(corpus.kb.select(entity="id"), on="entity", how="semi", maintain_order="left")
        .unique(["entity", "there"], keep="first", maintain_order=True)
        .select("entity", "there", "spelt")
    )
    wrong = named.join(strange, on=["entity", "there"], maintain_order="left")
    return found(wrong, "{}: '{}' is in no name of {}", "id", "spelt", "entity")


@once
def _name_words(kb: pl.DataFrame) -> pl.DataFrame:
    """The words of the names of each entity, as ``_words`` gives them."""
    names = ("name_fr", "name_en", "aliases_fr", "aliases_en")
    each = kb.select(entity="id", name=pl.concat_list(*names)).explode("name")
    return _words(each, "name")


def _words(names: pl.DataFrame, column: str) -> pl.DataFrame:
    """Each row once a word of its name: ``spelt``, and whether it is ``large``.

    A word is large with three letters or more and a capital, or as one or two capitals that are
    the whole name. In ``word`` it is without accents, plural s and the points of initials.
    """
    words = pl.col(column).str.replace_all(r"[.'’]", "").str.extract_all(r"[\p{L}\p{M}\p{N}]+")
    each = names.with_columns(spelt=words).explode("spelt").drop_nulls("spelt")
    plain = pl.col("spelt").str.normalize("NFD").str.replace_all(r"\p{M}+", "")
    return each.with_columns(
        word=plain.str.to_lowercase().str.strip_suffix("s"),
        large=(pl.col("spelt").str.contains(r"^\p{Lu}..") & (plain.str.len_chars() >= LARGE))
        | pl.col(column).str.contains(r"^\p{Lu}{1,2}$"),
    )


def parent_outside(corpus: Corpus) -> pl.DataFrame:
    """A mention names a parent that does not hold it.

    Remedy: name the smallest mention around it, or take the field out.
    """
    mentions = of_layer(corpus, "mentions")
    outer = mentions.select(*PLACE, parent="id", low="start", high="end")
    nested = mentions.drop_nulls("parent").join(outer, on=[*PLACE, "parent"], maintain_order="left")
    holds = (pl.col("low") <= pl.col("start")) & (pl.col("end") <= pl.col("high"))
    same = (pl.col("low") == pl.col("start")) & (pl.col("end") == pl.col("high"))
    return found(nested.filter(~holds | same), "{} is not inside its parent {}", "id", "parent")


def parent_missing(corpus: Corpus) -> pl.DataFrame:
    """A mention lies inside another one and does not name it as its parent.

    Remedy: name the smallest mention around it in the field parent.
    """
    mentions = in_order(of_layer(corpus, "mentions"), *PLACE)
    rows = mentions.filter((pl.col("end") <= pl.col("reached")) & pl.col("parent").is_null())
    return found(rows, "{} [{}:{}] is nested without a parent", "id", "start", "end")


def chain_of_sources(corpus: Corpus) -> pl.DataFrame:
    """A chain of attributions comes back to where it began.

    Who says it inside whose saying has an end: the author.

    Remedy: take out the parent of the outermost attribution.
    """
    rows = of_layer(corpus, "attributions")
    step = rows.drop_nulls("parent").select(*PLACE, "id", "parent")
    reached, loops = step, step.filter(pl.col("id") == pl.col("parent"))
    while not reached.is_empty():
        looping = reached.filter(pl.col("id") == pl.col("parent"))
        loops = pl.concat([loops, looping])
        reached = (
            reached.join(looping, on=[*PLACE, "id"], how="anti")
            .join(
                step.rename({"id": "parent", "parent": "next"}),
                on=[*PLACE, "parent"],
                maintain_order="left",
            )
            .select(*PLACE, "id", parent="next")
        )
        if reached.height and reached["parent"].is_in(loops["id"].to_list()).all():
            break
    wrong = rows.join(loops, on=[*PLACE, "id"], how="semi", maintain_order="left")
    return found(wrong, "the parents of {} lead back to it", "id")


def content_of_parent(corpus: Corpus) -> pl.DataFrame:
    """An attribution is not inside the content of the attribution that it names as its parent.

    Remedy: correct the parent, or the content of the outer attribution.
    """
    rows = of_layer(corpus, "attributions")
    outer = rows.select(*PLACE, parent="id", outer="content")
    nested = rows.drop_nulls("parent").join(outer, on=[*PLACE, "parent"], maintain_order="left")
    within = _held(nested.explode("outer"), "outer", ["article", "line"])
    wrong = nested.join(within, on=["article", "line"], how="anti", maintain_order="left")
    return found(wrong, "{} is not in the content of its parent {}", "id", "parent")


def content_holds_cue(corpus: Corpus) -> pl.DataFrame:
    """The content of an attribution holds its own cue.

    Remedy: end the content before the cue, or give it in two pieces.
    """
    rows = of_layer(corpus, "attributions")
    low, high = (pl.col("content").struct.field(name) for name in ("start", "end"))
    pieces = rows.explode("content").drop_nulls("content")
    wrong = pieces.filter((low < pl.col("end")) & (pl.col("start") < high))
    return found(wrong, "the content of {} holds its cue", "id")


def _held(rows: pl.DataFrame, piece: str, key: list[str]) -> pl.DataFrame:
    """The keys of the rows whose span lies within the offsets in the column ``piece``."""
    low, high = (pl.col(piece).struct.field(name) for name in ("start", "end"))
    return rows.filter((low <= pl.col("start")) & (pl.col("end") <= high)).select(key).unique()


def stance_target(corpus: Corpus) -> pl.DataFrame:
    """A stance has no target, or two.

    Remedy: name the mention it is taken to in target, or mark the words in target_span.
    """
    rows = of_layer(corpus, "stances")
    both = pl.col("target").is_not_null().cast(pl.Int8) + pl.col("target_span").is_not_null()
    return found(rows.filter(both != 1), "{} has {} targets", "id", both)


def stance_holder(corpus: Corpus) -> pl.DataFrame:
    """The holder of a stance, or the source of a saying, is nothing that can hold or say one.

    A product, a concept or an event wants nothing; persons, organisations and governments do. A
    stance whose holder is its own target is as wrong.

    Remedy: name the mention of who holds it, or AUTHOR.
    """
    types = corpus.layers["mentions"].select(*PLACE, holder="id", held=_word("type"))
    stances = of_layer(corpus, "stances").join(types, on=[*PLACE, "holder"], maintain_order="left")
    itself = (pl.col("holder") == pl.col("target")).fill_null(value=False)
    wrong = stances.filter(~pl.col("held").is_in(HOLDERS) | itself)
    cues = of_layer(corpus, "attributions").join(
        types.rename({"holder": "source"}), on=[*PLACE, "source"], maintain_order="left"
    )
    mute = cues.filter(~pl.col("held").is_in([*HOLDERS, "WORK"]))
    message = "the {} {} of {} is {}"
    return pl.concat(
        [
            found(
                wrong,
                message,
                pl.lit("holder"),
                "holder",
                "id",
                pl.when(itself).then(pl.lit("its target")).otherwise(pl.col("held")),
            ),
            found(mute, message, pl.lit("source"), "source", "id", "held"),
        ]
    )


def stance_attribution(corpus: Corpus) -> pl.DataFrame:
    """A stance names an attribution that neither is its expression nor reports it.

    Remedy: name the innermost attribution whose content holds the expression, or none.
    """
    outer = corpus.layers["attributions"].select(
        *PLACE, attribution="id", content="content", low="start", high="end"
    )
    rows = (
        of_layer(corpus, "stances")
        .drop_nulls("attribution")
        .join(outer, on=[*PLACE, "attribution"], maintain_order="left")
    )
    within = _held(rows.explode("content"), "content", ["article", "line"])
    cue = (pl.col("low") < pl.col("end")) & (pl.col("start") < pl.col("high"))
    wrong = rows.filter(~cue).join(
        within, on=["article", "line"], how="anti", maintain_order="left"
    )
    return found(wrong, "{} is not in the content of {}", "id", "attribution")


def conditional_fields(corpus: Corpus) -> pl.DataFrame:
    """A conditional has a field that its language or its use does not have.

    The rendering tells of the English side alone, and each English one has it; a second reading
    belongs to what is ambiguous, and is not the first.

    Remedy: move or remove the field.
    """
    rendering, second = pl.col("rendering"), pl.col("alternative")
    wrong = (
        pl.when((pl.col("lang") == "fr") & rendering.is_not_null())
        .then(pl.lit("is French and has a rendering"))
        .when((pl.col("lang") == "en") & rendering.is_null())
        .then(pl.lit("is English and has no rendering"))
        .when((pl.col("use") != "ambiguous") & second.is_not_null())
        .then(pl.lit("has a second reading and is not ambiguous"))
    )
    rows = of_layer(corpus, "conditionals").with_columns(wrong=wrong).drop_nulls("wrong")
    return found(rows, "{} {}", "id", "wrong")


def rendering_unlike_words(corpus: Corpus) -> pl.DataFrame:
    """The words that render a conditional are not of the kind that is said.

    A hedge is "reportedly" or "is said to", a modal "could" or "might"; who reads the corpus by the
    rendering would count what "will" does as the work of "would".

    Remedy: correct the rendering or the span; where the translation is wrong, mend the translation.
    """
    rendering = pl.col("rendering").cast(pl.String)
    rows = of_layer(corpus, "conditionals").filter(
        (pl.col("lang") == "en") & rendering.is_not_null()
    )
    rows = cut(rows, corpus.texts).drop_nulls("there")
    words = [entry.split("\t") for entry in entries("en", "renderings.txt")]
    has = {kind: has_word("there", pattern) for kind, pattern in words}
    lacks = pl.any_horizontal((rendering == kind) & ~present for kind, present in has.items())
    wrong = rows.filter(lacks | (~rendering.is_in([*has]) & (has["hedge"] | has["would"])))
    return found(wrong, "the words of {} are no rendering by {}", "id", rendering)
