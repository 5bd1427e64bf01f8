from dataclasses import replace

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from support.strategies import corpora
from visavis.corpus.articles import OPEN_LICENCES
from visavis.corpus.layers import LAYERS, SPAN_LAYERS
from visavis.corpus.model import Corpus
from visavis.corpus.schema import nullable
from visavis.dataset.tables import CONFIGS, SHOWN, publishable, splits, tables
from visavis.languages import LANGS

PARTED = [name for name, config in CONFIGS.items() if not config.whole]


@given(corpora(), st.data())
def test_building_the_parts_is_building_the_whole(whole: Corpus, data: st.DataObject) -> None:
    ids = whole.articles["id"].to_list()
    cut = data.draw(st.integers(0, len(ids)))
    parts = [whole.part(ids[:cut]), whole.part(ids[cut:])]
    for name in PARTED:
        build = CONFIGS[name].build
        assert_frame_equal(build(whole), pl.concat([build(part) for part in parts]))


def closed(whole: Corpus, lang: str) -> list[str]:
    """Articles whose text in a language is not to be published."""
    rights = pl.col(f"rights_{lang}").is_in(OPEN_LICENCES)
    return whole.articles.filter(~rights)["id"].to_list()


@given(corpora())
def test_what_is_published_holds_no_text_that_is_kept_back(whole: Corpus) -> None:
    for name, table in tables(publishable(whole)).items():
        key = "id" if name == "articles" else "article"
        for lang in LANGS:
            rows = table.clear()
            if key in table.columns:
                rows = table.filter(pl.col(key).is_in(closed(whole, lang)))
            if "lang" in rows.columns and "text" in rows.columns:
                of_side = rows.filter(pl.col("lang") == lang)
                assert of_side["text"].null_count() == of_side.height, (name, lang)
            for column in {lang, *({"title"} if lang == "fr" else ())} & set(rows.columns):
                if rows.schema[column] == pl.String:
                    assert rows[column].null_count() == rows.height, (name, column)
            assert name != f"ner_{lang}" or rows.is_empty()


@given(corpora())
def test_what_is_open_is_published(whole: Corpus) -> None:
    rendered = publishable(whole).texts
    for lang in LANGS:
        texts = whole.texts.filter(pl.col("lang") == lang)
        expected = set(texts["article"]) - set(closed(whole, lang))
        assert set(rendered.filter(pl.col("lang") == lang)["article"]) == expected


@given(corpora())
def test_hydration_does_not_change_what_is_published(whole: Corpus) -> None:
    of_closed = pl.any_horizontal(
        (pl.col("lang") == lang) & pl.col("article").is_in(closed(whole, lang)) for lang in LANGS
    )
    bare = replace(whole, texts=whole.texts.filter(~of_closed))
    for name, table in tables(publishable(whole)).items():
        assert_frame_equal(table, tables(publishable(bare))[name])


@given(corpora())
def test_spans_of_sentences_have_the_surface_of_the_layer(whole: Corpus) -> None:
    surfaces = {
        (layer, row["article"], row["lang"], row["id"], row["text"])
        for layer in SHOWN
        for row in CONFIGS[layer].build(whole).iter_rows(named=True)
    }
    for row in CONFIGS["sentences"].build(whole).iter_rows(named=True):
        for lang in ("fr", "en"):
            for span in row[f"{lang}_spans"] if row[lang] is not None else []:
                text = row[lang][span["start"] : span["end"]]
                by_key = {
                    s[4]
                    for s in surfaces
                    if s[:4] == (span["layer"], row["article"], lang, span["id"])
                }
                assert text in {surface.rstrip() for surface in by_key} | by_key


@given(corpora())
def test_tokens_stand_at_their_offsets(whole: Corpus) -> None:
    sentences = {row["id"]: row for row in CONFIGS["sentences"].build(whole).iter_rows(named=True)}
    for lang in ("fr", "en"):
        for row in CONFIGS[f"ner_{lang}"].build(whole).iter_rows(named=True):
            text = sentences[row["id"]][lang]
            for token, start, end in zip(row["tokens"], row["starts"], row["ends"], strict=True):
                assert text[start:end] == token


@given(corpora())
def test_nothing_is_nullable_by_accident(whole: Corpus) -> None:
    for layer, kind in LAYERS.items():
        nulls = {column.name for column in whole.layers[layer] if column.null_count()}
        assert nulls <= nullable(kind)
    computed = {"sentences": {"region"}, "articles": {"fr", "en"}}
    given_null = {
        "confidence",
        "genre",
        "title",
        "publisher",
        "url",
        "published",
        "collected",
        "origin_evidence",
        "recipe_en",
        "recipe_fr",
    }
    sides = {"fr", "en", "fr_start", "fr_end", "en_start", "en_end", "bead", "text"}
    for name, table in tables(whole).items():
        may = given_null | sides | computed.get(name, set())
        may |= nullable(SPAN_LAYERS[name]) if name in SPAN_LAYERS else set()
        assert {column.name for column in table if column.null_count()} <= may, name


def test_a_split_without_rows_is_left_out() -> None:
    table = pl.DataFrame({"id": ["x"], "split": ["test"]})
    assert list(splits(table)) == ["test"]
    assert list(splits(table.drop("split"))) == ["corpus"]


@pytest.mark.parametrize("name", CONFIGS)
def test_every_table_says_what_its_rows_are(name: str) -> None:
    assert CONFIGS[name].row
