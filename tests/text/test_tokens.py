import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.strategies import texts
from visavis.corpus.spans import outermost
from visavis.dataset.tables import TAGS, iob2
from visavis.languages import LANGS, Lang
from visavis.text.tokens import pattern, tokenise

langs = st.sampled_from(LANGS)


def table(text: str, lang: Lang) -> pl.DataFrame:
    schema = pl.Schema({"article": pl.String(), "lang": pl.Enum(LANGS), "text": pl.String()})
    return pl.DataFrame([("a", lang, text)], schema, orient="row")


@given(texts, langs)
def test_tokens_are_all_that_is_not_white_space(text: str, lang: Lang) -> None:
    tokens = tokenise(table(text, lang), lang)
    covered = [False] * len(text)
    for token, start, end in tokens.select("token", "start", "end").iter_rows():
        assert text[start:end] == token
        covered[start:end] = [True] * (end - start)
    assert all(c.isspace() for c, present in zip(text, covered, strict=True) if not present)


@given(st.text("’'sdà éllA1_\u200d²Ⓐ", max_size=12), langs)
def test_tokens_are_those_of_the_pattern(text: str, lang: Lang) -> None:
    corpus = pl.select(pl.lit(text).str.extract_all(pattern(lang))).item()
    entries = [token.strip() for token in corpus if token.strip()]
    assert tokenise(table(text, lang), lang)["token"].to_list() == entries


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("fr", "L’accord d’OpenAI", "L’|accord|d’|OpenAI"),
        ("fr", "aujourd’hui, qu'il", "aujourd’hui|,|qu'|il"),
        ("fr", "13,75 M€ et 18\u202f000\u00a0%", "13,75|M|€|et|18\u202f000|%"),
        ("fr", "Microsoft-OpenAI, GB200", "Microsoft|-|OpenAI|,|GB200"),
        ("en", "OpenAI's 'deal' isn’t", "OpenAI|'s|'|deal|'|isn|’t"),
        ("en", "it’s, it’sé, it’dœ", "it|’s|,|it|’|sé|,|it|’|dœ"),
        ("fr", "aujourd’huié l’hui", "aujourd|’|huié|l’|hui"),
        ("en", "$1.5bn 👨‍👩‍👧", "$|1.5|bn|👨|\u200d|👩|\u200d|👧"),
    ],
)
def test_tokens_of(lang: Lang, text: str, expected: str) -> None:
    assert tokenise(table(text, lang), lang)["token"].to_list() == expected.split("|")


@given(texts, langs, st.data())
def test_tags_give_back_the_outermost_names(text: str, lang: Lang, data: st.DataObject) -> None:
    tokens = tokenise(table(text, lang), lang)
    starts, ends = tokens["start"].to_list(), tokens["end"].to_list()
    edges = st.tuples(st.sampled_from(starts or [0]), st.sampled_from(ends or [0]))
    spans = (
        data.draw(st.sets(edges.filter(lambda edge: edge[0] < edge[1]), max_size=4))
        if starts
        else set()
    )
    schema = pl.Schema(
        {
            "article": pl.String(),
            "lang": pl.Enum(LANGS),
            "start": pl.Int32(),
            "end": pl.Int32(),
            "type": pl.String(),
        }
    )
    names = pl.DataFrame([("a", lang, *span, "ORG") for span in spans], schema, orient="row")
    tagged = iob2(tokens, names, TAGS)
    assert decoded(tagged) == set(outermost(names).select("start", "end").iter_rows())


def decoded(tagged: pl.DataFrame) -> set[tuple[int, int]]:
    entries: list[tuple[int, int]] = []
    for start, end, tag in tagged.select("start", "end", pl.col("tag").cast(pl.String)).iter_rows():
        if tag.startswith("B-"):
            entries.append((start, end))
        elif tag.startswith("I-"):
            entries[-1] = (entries[-1][0], end)
    return set(entries)
