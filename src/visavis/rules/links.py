"""Rules on links: between layers, to the knowledge base, and between the two languages."""

import polars as pl

from visavis.corpus import Corpus
from visavis.layers import LAYERS
from visavis.records import fields, metas
from visavis.rules.places import all_spans, of_layer


def reference_dangling(corpus: Corpus) -> pl.DataFrame:
    """A field names an id that does not exist where it should.

    Remedy: correct the id, or add the row that it names.
    """
    found = [
        _dangling(of_layer(corpus, layer), _known(corpus, target, field), besides, target)
        for layer in LAYERS
        for field, target, besides in _references(layer)
    ]
    return pl.concat(found)


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
    rows: pl.DataFrame, known: pl.DataFrame, besides: list[str], target: str
) -> pl.DataFrame:
    field = known.columns[-1]
    message = pl.format("{}: the {} {} is not in {}", "id", pl.lit(field), field, pl.lit(target))
    return (
        rows.drop_nulls(field)
        .filter(~pl.col(field).is_in(besides))
        .join(known, on=known.columns, how="anti", maintain_order="left")
        .select("path", "line", message.alias("message"))
    )


def counterpart_missing(corpus: Corpus) -> pl.DataFrame:
    """A span has no span with its id in the other language, and does not say why.

    Remedy: annotate the counterpart under the same id, or give the field omitted a reason.
    """
    message = pl.format("{} of {} has no counterpart", "id", "lang").alias("message")
    return _alone(corpus).filter(pl.col("omitted").is_null()).select("path", "line", message)


def counterpart_of_omitted(corpus: Corpus) -> pl.DataFrame:
    """A span says why it has no counterpart, and has one.

    Remedy: take the field omitted out, or the counterpart.
    """
    spans = all_spans(corpus).drop_nulls("omitted")
    paired = spans.join(_alone(corpus), on=["path", "line"], how="anti", maintain_order="left")
    message = pl.format("{} of {} is omitted, yet has a counterpart", "id", "lang")
    return paired.select("path", "line", message.alias("message"))


def _alone(corpus: Corpus) -> pl.DataFrame:
    """The spans of bilingual articles whose id their layer has in one language only."""
    bilingual = corpus.articles.drop_nulls("sha256_en")["id"].to_list()
    spans = all_spans(corpus).filter(
        pl.col("article").is_in(bilingual) & (pl.col("layer") != "flaws")
    )
    return spans.filter(pl.col("lang").n_unique().over("layer", "article", "id") == 1)


def relation_of_french(corpus: Corpus) -> pl.DataFrame:
    """A French span says how it renders its counterpart; only the English side can.

    Remedy: move the relation to the English span of the same id.
    """
    message = pl.format("{} has the relation {}", "id", pl.col("relation").cast(pl.String))
    french = all_spans(corpus).filter((pl.col("lang") == "fr") & (pl.col("relation") != "equal"))
    return french.select("path", "line", message.alias("message"))


def entity_type(corpus: Corpus) -> pl.DataFrame:
    """A mention has another type than the entity that it names.

    Remedy: correct the type, or the entity.
    """
    known = corpus.kb.select(entity="id", known="type")
    rows = of_layer(corpus, "mentions").join(known, on="entity", maintain_order="left")
    message = pl.format(
        "{} is {}, its entity {} is {}", "id", _word("type"), "entity", _word("known")
    )
    return rows.filter(pl.col("type") != pl.col("known")).select(
        "path", "line", message.alias("message")
    )


def _word(column: str) -> pl.Expr:
    return pl.col(column).cast(pl.String)
