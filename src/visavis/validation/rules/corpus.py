"""Rules on the corpus as a whole: knowledge base, facts, splits, near-duplicates, statistics."""

import re
import unicodedata
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from visavis.corpus.layers import LABELS
from visavis.corpus.model import FACTS, KB, Corpus
from visavis.languages import LANGS
from visavis.validation.rules.frames import all_spans, found, of_articles, of_layer, once

if TYPE_CHECKING:
    from numpy.typing import NDArray

SHINGLE = 5
"""Words of the runs by which articles are compared."""

BANDS, ROWS = 16, 4
"""MinHash bands and rows: texts that share 60 % of their runs are found with 89 %, 80 % surely."""

ALIKE = 0.5
"""Part of the runs of two articles that are common to both, from which on they are near-copies."""

FEWEST = 20
"""Articles from which on the rate of one can be far from the rest."""

FAR = 6.0
"""Median absolute deviations at which a rate is far."""

VARYING = 3
"""How often a surface must have one label for another label to be noteworthy."""


def _kb(corpus: Corpus) -> pl.DataFrame:
    return corpus.kb.with_columns(pl.lit(str(KB)).alias("path"))


def _facts(corpus: Corpus) -> pl.DataFrame:
    return corpus.facts.with_columns(pl.lit(str(FACTS)).alias("path"))


def entity_twice(corpus: Corpus) -> pl.DataFrame:
    """Two rows of the knowledge base, or of the facts, have one id.

    Remedy: remove one, or give it another id and correct the rows that name it.
    """
    tables = [rows.filter(pl.col("id").is_duplicated()) for rows in (_kb(corpus), _facts(corpus))]
    return pl.concat([found(rows, "the id {} stands twice", "id") for rows in tables])


def ids_alike(corpus: Corpus) -> pl.DataFrame:
    """The ids of two articles, or of two entities, differ in capitals only.

    Files named so are one file on Windows and macOS, and a reader takes the two ids for one.

    Remedy: give one of the two another id, in every row and file name.
    """
    articles = of_articles(corpus).select("path", "line", "id")
    rows = [
        table.filter(
            pl.col("id").str.to_lowercase().is_duplicated() & ~pl.col("id").is_duplicated()
        )
        for table in (articles, _kb(corpus).select("path", "line", "id"))
    ]
    return found(pl.concat(rows), "the id {} is another one but for its capitals", "id")


def item_twice(corpus: Corpus) -> pl.DataFrame:
    """Two entities have one Wikidata item: they are one entity, or one item is wrong.

    Remedy: keep one entity and let the mentions of the other name it, or correct the item.
    """
    rows = _kb(corpus).drop_nulls("qid").filter(pl.col("qid").is_duplicated())
    return found(rows, "{} has the item {}, as another entity has", "id", "qid")


def item_unseen(corpus: Corpus) -> pl.DataFrame:
    """An entity has a Wikidata item and does not say where label and item were seen together.

    An item from memory is often that of a namesake.

    Remedy: say in qid_seen_at where it was seen, or make both null.
    """
    rows = _kb(corpus).filter(pl.col("qid").is_null() != pl.col("qid_seen_at").is_null())
    return found(rows, "{}: qid and qid_seen_at do not go together", "id")


def aliases_collide(corpus: Corpus) -> pl.DataFrame:
    """Two entities of one type, groups left aside, have the same name or alias in a language.

    Who reads the name cannot know which is meant, and two ids for one thing split its mentions.

    Remedy: make the two one entity, or tell the names apart; where both are so named, waive it.
    """
    single = _kb(corpus).filter(pl.col("members").list.len() == 0)
    named = [
        single.select(
            "path",
            "line",
            "id",
            "type",
            pl.concat_list(f"name_{lang}", f"aliases_{lang}").list.unique().alias("name"),
            pl.lit(lang).alias("in"),
        )
        .explode("name")
        .with_columns(key=pl.col("name").str.to_lowercase())
        for lang in LANGS
    ]
    place = ["in", "type", "key"]
    names = pl.concat(named).unique(["id", *place], keep="first", maintain_order=True)
    rows = names.filter(pl.struct(place).is_duplicated()).with_columns(
        others=pl.col("id").str.join(", ").over(place)
    )
    rows = rows.unique(["id", "key"], keep="first", maintain_order=True)
    return found(rows, "the name '{}' is that of {}", "name", "others")


def name_not_normal(corpus: Corpus) -> pl.DataFrame:
    """A name of the knowledge base is not in normal form NFC, or has spaces at an edge.

    Two spellings that look the same are then two names.

    Remedy: write the name in NFC, without spaces around it.
    """
    names = ["name_fr", "name_en"]
    lists = [pl.concat_list(*names, "aliases_fr", "aliases_en").alias("name")]
    rows = _kb(corpus).select("path", "line", "id", *lists).explode("name").drop_nulls("name")
    wrong = [name != unicodedata.normalize("NFC", name).strip() for name in rows["name"]]
    return found(rows.filter(pl.Series(wrong, dtype=pl.Boolean)), "{}: '{}'", "id", "name")


def kb_reference_dangling(corpus: Corpus) -> pl.DataFrame:
    """An entity or a fact names an entity that is not in the knowledge base.

    Remedy: correct the id, or add the entity.
    """
    members = _kb(corpus).select("path", "line", "id", named="members").explode("named")
    parties = [
        _facts(corpus).select("path", "line", "id", named=field)
        for field in ("payer", "payee", "about")
    ]
    rows = pl.concat([members, *parties]).drop_nulls("named")
    wrong = rows.join(corpus.kb.select(named="id"), on="named", how="anti", maintain_order="left")
    return found(wrong, "{}: {} is not in kb", "id", "named")


def entity_unused(corpus: Corpus) -> pl.DataFrame:
    """An entity is named by no mention, amount, fact or group.

    Remedy: remove it, or annotate the mentions that it was made for.
    """
    parties = ("payer", "payee", "about")
    used = [
        corpus.layers["mentions"]["entity"],
        corpus.kb["members"].explode(),
        *(corpus.layers["amounts"][field] for field in parties),
        *(corpus.facts[field] for field in parties),
    ]
    named = pl.concat([column.alias("id") for column in used]).drop_nulls().unique().to_list()
    return found(_kb(corpus).filter(~pl.col("id").is_in(named)), "{} is used nowhere", "id")


def fact_unused(corpus: Corpus) -> pl.DataFrame:
    """A fact is named by no amount.

    Remedy: remove it, or let the amounts that measure it name it.
    """
    used = corpus.layers["amounts"]["fact"].drop_nulls().unique().to_list()
    return found(_facts(corpus).filter(~pl.col("id").is_in(used)), "{} has no amount", "id")


def story_in_two_splits(corpus: Corpus) -> pl.DataFrame:
    """Articles on one story are in different splits.

    They tell the same events, often in the same words: what is trained on is then tested on.

    Remedy: put all articles of the story into one split.
    """
    rows = of_articles(corpus).filter(pl.col("split").n_unique().over("story") > 1)
    return found(
        rows, "{} of the story {} is in {}", "id", "story", pl.col("split").cast(pl.String)
    )


def near_duplicates(corpus: Corpus) -> pl.DataFrame:
    """Two articles are nearly the same text; one of them counts twice.

    Compared are the runs of five words (MinHash of Broder 1997 for candidates, then the exact share
    of common runs).

    Remedy: keep one of the two, or put both under one story and waive the finding.
    """
    return _alike(corpus, same_split=True)


def split_leak(corpus: Corpus) -> pl.DataFrame:
    """An article has a near-copy in another split: what is trained on is then tested on.

    Remedy: put both into one split, or remove one.
    """
    return _alike(corpus, same_split=False)


def _alike(corpus: Corpus, *, same_split: bool) -> pl.DataFrame:
    by_id = {row["id"]: row for row in of_articles(corpus).iter_rows(named=True)}
    rows = [
        {**by_id[item], "lang": lang, "other": other, "percent": round(100 * share)}
        for item, other, lang, share in _copies(corpus)
        if (by_id[item]["split"] == by_id[other]["split"]) is same_split
    ]
    columns = ["path", "line", "article", "lang", "other", "percent"]
    table = pl.DataFrame(
        [{name: row[name] for name in columns} for row in rows],
        {name: pl.Int32 if name in ("line", "percent") else pl.String for name in columns},
    )
    message = "{} and {} have {} % of their runs of words in common"
    return found(table, message, "article", "other", "percent")


@once
def _copies(corpus: Corpus) -> list[tuple[str, str, str, float]]:
    """Pairs of articles whose texts of one language are near-copies, with their share of runs."""
    pairs: list[tuple[str, str, str, float]] = []
    for lang in LANGS:
        texts = corpus.texts.filter(pl.col("lang") == lang)
        shingles = {
            article: runs
            for article, text in zip(texts["article"], texts["text"], strict=True)
            if (runs := _runs(text)).size
        }
        buckets: dict[tuple[int, bytes], list[str]] = {}
        for article, runs in shingles.items():
            for band, key in enumerate(_bands(runs)):
                buckets.setdefault((band, key), []).append(article)
        candidates = {
            pair for members in buckets.values() for pair in combinations(sorted(members), 2)
        }
        for item, other in sorted(candidates):
            common = np.intersect1d(shingles[item], shingles[other]).size
            share = common / min(shingles[item].size, shingles[other].size)
            if share >= ALIKE:
                pairs.append((item, other, lang, share))
    return pairs


def _runs(text: str) -> "NDArray[np.uint64]":
    """Hashes of the runs of words of a text."""
    words = re.findall(r"\w+", text.lower())
    codes = np.array([_hash(word) for word in words], np.uint64)
    if codes.size < SHINGLE:
        return codes[:0]
    mixed: NDArray[np.uint64] = np.zeros(codes.size - SHINGLE + 1, np.uint64)
    for shift in range(SHINGLE):
        mixed = mixed * np.uint64(0x9E3779B97F4A7C15) + codes[shift : shift + mixed.size]
    return np.unique(mixed)


@lru_cache(maxsize=1_000_000)
def _hash(word: str) -> int:
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "little")


_SEEDS = np.random.default_rng(6).integers(1, 2**63, size=BANDS * ROWS, dtype=np.uint64) | 1


def _bands(runs: "NDArray[np.uint64]") -> list[bytes]:
    spread = np.multiply.outer(_SEEDS, runs) ^ np.multiply.outer(_SEEDS, runs >> np.uint64(31))
    return [band.tobytes() for band in spread.min(axis=1).reshape(BANDS, ROWS)]


def label_varies(corpus: Corpus) -> pl.DataFrame:
    """A surface has one label in most places and another one here (variation n-grams).

    Dickinson and Meurers (2003): the same words in the same surroundings with two labels are an
    error in one place more often than not.

    Remedy: read both places; correct one, or waive the finding with what tells them apart.
    """
    layers = ["mentions", "conditionals"]
    place = ["layer", "lang", "there"]
    spans = all_spans(corpus).filter(pl.col("layer").is_in(layers)).drop_nulls("there")
    counted = spans.with_columns(here=pl.len().over([*place, "label"]), every=pl.len().over(place))
    usual = counted.filter(pl.col("here") == pl.col("here").max().over(place)).select(
        *place, usual="label"
    )
    usual = usual.unique(place, keep="first", maintain_order=True)
    rare = (pl.col("here") == 1) & (pl.col("every") > VARYING)
    rows = counted.filter(rare).join(usual, on=place, maintain_order="left")
    rows = rows.filter(
        (pl.col("every") - pl.col("here") >= VARYING) & (pl.col("layer") == "mentions")
    )
    message = "{} is {} here, the same words are {} in {} other places"
    return found(rows, message, "id", "label", "usual", pl.col("every") - pl.col("here"))


def label_rate(corpus: Corpus) -> pl.DataFrame:
    """An article has far more or fewer spans of a layer for its length than the others.

    Compared are spans per thousand characters, by their distance from the median in median absolute
    deviations; a layer that was forgotten, or filled by a program, stands out. Only articles in
    which the layer is declared complete in corpus.toml are compared.

    Remedy: read the article again; where it is so, waive the finding.
    """
    lengths = corpus.texts.select(
        "article", "lang", size=pl.col("text").str.len_chars(), path=pl.lit("raw/articles.jsonl")
    ).join(corpus.articles.select("line", article="id"), on="article", maintain_order="left")
    counts = [
        lengths.filter(pl.col("article").is_in(ids))
        .join(
            of_layer(corpus, layer).group_by("article", "lang").agg(count=pl.len()),
            on=["article", "lang"],
            how="left",
            maintain_order="left",
        )
        .with_columns(layer=pl.lit(layer))
        for layer in LABELS
        if layer not in ("regions", "flaws", "decisions") and corpus.layers[layer].height
        for ids in [corpus.settings.complete(layer, corpus.articles["id"].to_list())]
    ]
    if not counts:
        return found(lengths.clear().with_columns(said=pl.lit("")), pl.col("said"))
    group = ["layer", "lang"]
    rate = 1000 * pl.col("count").fill_null(0) / pl.col("size")
    rates = pl.concat(counts).with_columns(rate=rate.sqrt())
    distance = (pl.col("rate") - pl.col("rate").median().over(group)).abs()
    rates = rates.with_columns(distance=distance)
    spread = pl.col("distance").median().over(group)
    far = (pl.len().over(group) >= FEWEST) & (spread > 0) & (pl.col("distance") > FAR * spread)
    message = "{} has {} {} in {} characters of {}"
    values: list[pl.Expr | str] = [pl.col("count").fill_null(0), "layer", "size", "lang"]
    return found(rates.filter(far), message, "article", *values)
