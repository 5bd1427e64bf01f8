"""Rules on the texts: there, unchanged, and only where their rights allow."""

import polars as pl

from visavis.articles import THIRD_PARTY
from visavis.corpus import ARTICLES, Corpus
from visavis.layers import SPAN_LAYERS
from visavis.records import LANGS
from visavis.rules.places import of_layer

_HASHES = ["sha256_en", "sha256_fr"]


def _declared(corpus: Corpus) -> pl.DataFrame:
    """Each text an article declares or has: columns article, lang, line, declared, sha256."""
    hashes = corpus.articles.unpivot(
        _HASHES, index=["id", "line", "rights"], variable_name="lang", value_name="declared"
    ).with_columns(
        pl.col("lang").str.strip_prefix("sha256_").cast(pl.Enum(LANGS)),
        pl.lit(str(ARTICLES)).alias("path"),
    )
    return hashes.rename({"id": "article"}).join(
        corpus.texts.select("article", "lang", "sha256"), on=["article", "lang"], how="left"
    )


def text_missing(corpus: Corpus) -> pl.DataFrame:
    """A text that the article's row declares is not in raw/.

    The French text of a third-party article may be missing: it is then reported as not hydrated.

    Remedy: put the file back, or run `visavis hydrate` for a third-party article.
    """
    hydratable = (pl.col("rights") == THIRD_PARTY) & (pl.col("lang") == "fr")
    missing = pl.col("declared").is_not_null() & pl.col("sha256").is_null()
    message = pl.format("raw/{}/{}.txt is missing", "lang", "article")
    found = _declared(corpus).filter(missing & ~hydratable)
    return found.select("path", "line", message.alias("message"))


def text_changed(corpus: Corpus) -> pl.DataFrame:
    """The bytes of a text are not those that the article's row was written for.

    All offsets count in the declared text; in another one they point anywhere.

    Remedy: restore the declared file. To change a text on purpose, write its new sha256 into the
    row and correct the offsets of every layer.
    """
    changed = pl.col("sha256").is_not_null() & pl.col("sha256").ne_missing(pl.col("declared"))
    message = pl.format(
        "raw/{}/{}.txt has the sha256 {}, the row declares {}",
        "lang",
        "article",
        "sha256",
        pl.col("declared").fill_null("none"),
    )
    return _declared(corpus).filter(changed).select("path", "line", message.alias("message"))


def surface_of_third_party(corpus: Corpus) -> pl.DataFrame:
    """A row of a third-party article repeats words of its text, or its title.

    The words belong to somebody else and must not stand in the repository.

    Remedy: run `visavis format`, which takes the surfaces out; make the title null.
    """
    third_party = corpus.articles.filter(pl.col("rights") == THIRD_PARTY)
    rows = [
        of_layer(corpus, layer)
        .filter(pl.col("text").is_not_null() & pl.col("article").is_in(third_party["id"].to_list()))
        .select("path", "line", pl.format("{} has the field text", "id").alias("message"))
        for layer in SPAN_LAYERS
    ]
    titled = third_party.filter(pl.col("title").is_not_null()).select(
        pl.lit(str(ARTICLES)).alias("path"),
        "line",
        pl.format("{} has a title", "id").alias("message"),
    )
    return pl.concat([titled, *rows])
