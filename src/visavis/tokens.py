"""Tokens for the sequence-labelling views, derived from offsets by a documented rule.

A token is a number with its separators (13,75 or 18 000 with a no-break space), an elided word with
its apostrophe (d’, l’, qu’), an English clitic with its apostrophe (’s), a run of letters, marks
and digits, or any other single character; white space is no token. A hyphen stands alone, so the
edge of a span, which never lies inside a word, never lies inside a token.
"""

from collections.abc import Callable
from functools import cache

import polars as pl

from visavis import languages
from visavis.records import Lang
from visavis.spans import KEYS, outermost

NUMBER = r"\d+(?:[.,\x{a0}\x{202f}]\d+)*"
WORD = r"[\p{L}\p{M}\p{N}_]+"


@cache
def pattern(lang: Lang) -> str:
    """Alternatives that together match every character, so that their lengths sum to offsets."""
    return "|".join([r"\s+", NUMBER, *_APOSTROPHES[lang](), WORD, "(?s:.)"])


def _french() -> list[str]:
    words = languages.entries("fr", "elisions.txt")
    whole = [word[1:].replace("’", "[’']") for word in words if word.startswith("=")]
    elided = [word for word in words if not word.startswith("=")]
    return [rf"(?i:{'|'.join(whole)})\b", rf"(?i:{'|'.join(elided)})[’']"]


def _english() -> list[str]:
    return [rf"[’'](?i:{'|'.join(languages.entries('en', 'clitics.txt'))})\b"]


_APOSTROPHES: dict[Lang, Callable[[], list[str]]] = {"fr": _french, "en": _english}


def tokenise(texts: pl.DataFrame, lang: Lang) -> pl.DataFrame:
    """The tokens of ``texts`` (columns article, lang, text) of one language.

    Columns article, lang, token, start, end, in reading order.
    """
    length = pl.col("token").str.len_chars().cast(pl.Int32)
    end = length.cum_sum().over("article")
    return (
        texts.filter(pl.col("lang") == lang)
        .select(*KEYS, pl.col("text").str.extract_all(pattern(lang)).alias("token"))
        .explode("token")
        .drop_nulls("token")
        .with_columns(end.alias("end"), (end - length).alias("start"))
        .filter(pl.col("token").str.strip_chars() != "")
        .select(*KEYS, "token", "start", "end")
    )


def iob2(tokens: pl.DataFrame, names: pl.DataFrame, labels: "pl.Enum") -> pl.DataFrame:
    """``tokens`` with the column ``tag``: O, B-TYPE or I-TYPE of the outermost name there.

    Args:
        tokens: as ``tokenise`` gives them.
        names: spans with the columns article, lang, start, end and type.
        labels: the tags, as an enumeration.
    """
    found = outermost(names).select(
        *KEYS, "start", pl.col("end").alias("limit"), "type", pl.col("start").alias("first")
    )
    begins = pl.when(pl.col("start") == pl.col("first")).then(pl.lit("B-")).otherwise(pl.lit("I-"))
    tag = (
        pl.when(pl.col("end") <= pl.col("limit"))
        .then(begins + pl.col("type").cast(pl.String))
        .otherwise(pl.lit("O"))
    )
    return (
        tokens.with_row_index("_row")
        .sort("start")
        .join_asof(found.sort("start"), on="start", by=KEYS, check_sortedness=False)
        .sort("_row")
        .with_columns(tag.fill_null("O").cast(labels).alias("tag"))
        .drop("_row", "limit", "type", "first")
    )
