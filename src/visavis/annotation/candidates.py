"""Candidates: the words on which an annotator must decide, so that recall can be checked.

A candidate is a number, a capitalised word, a conditional form or a reporting cue in an annotated
region (rule D1 of ``annotations/guidelines/decisions.md``). It is decided when a span of its layer
holds it, when one of the rules D3 to D10 leaves it out, or when ``annotations/decisions`` lists it.
The words are in ``languages/<lang>/candidates.toml`` and ``amounts.toml``.
"""

import tomllib
from functools import cache
from typing import TYPE_CHECKING

import polars as pl

from visavis import languages
from visavis.corpus.layers.regions import ANNOTATED
from visavis.corpus.spans import KEYS, inside, locate
from visavis.languages import LANGS, Lang
from visavis.text.sentences import segment
from visavis.text.tokens import tokenise

if TYPE_CHECKING:
    from visavis.corpus.model import Corpus

HOLDERS = {
    "number": ("amounts", "mentions"),
    "name": ("mentions", "amounts"),
    "conditional": ("conditionals",),
    "cue": ("attributions",),
}
"""Kind of candidate -> the layers whose spans decide it by holding it (D1, D8)."""

KINDS = pl.Enum(list(HOLDERS))

_YEAR = r"^(19|20)\d\d$"
_CAPITAL = r"\p{Lu}"
_OPENS = r"[«“\"(:]"
_HALVES = ["first", "second", "latter"]
_KEYWORDS = {"alone", "exact"}
_ARTICLES = {"a", "an", "one", "un", "une"}
_LISTS = (
    "initials",
    "small_words",
    "always_capital",
    "cues",
    "conditional_endings",
    "not_conditional",
)


def candidates(corpus: "Corpus") -> pl.DataFrame:
    """Every candidate of the texts that are there, but for those that D3 to D7, D9 and D10 decide.

    Columns article, lang, line (in the text), start, end, token, candidate (one of ``HOLDERS``), in
    reading order. A word may be a candidate of two kinds.
    """
    return _with_lines(_in_order(_unlisted(corpus)), corpus)


def undecided(corpus: "Corpus") -> pl.DataFrame:
    """The candidates that no span of their layers holds and no decision lists.

    Columns as in ``candidates``. The capitals of a name after its first word follow the decision
    on that word (D8).
    """
    result, left = _unlisted(corpus), []
    for kind, layers in HOLDERS.items():
        held = pl.concat(
            [_reach(corpus.layers[layer]) for layer in layers]
            + [_reach(corpus.layers["decisions"].filter(pl.col("candidate") == kind))]
        )
        of_kind = result.filter(pl.col("candidate") == kind)
        left.append(of_kind.filter(~inside(of_kind, held)))
    listed = _reach(corpus.layers["decisions"].filter(pl.col("candidate") == "name"))
    rest = _in_order(pl.concat(left))
    goes_on = (pl.col("candidate") == "name") & _continues(corpus, rest, listed)
    return _with_lines(rest.filter(~goes_on), corpus)


def _unlisted(corpus: "Corpus") -> pl.DataFrame:
    return pl.concat([_of_language(corpus, lang) for lang in LANGS])


def _in_order(rows: pl.DataFrame) -> pl.DataFrame:
    return rows.sort(*KEYS, "start", "candidate")


def _with_lines(rows: pl.DataFrame, corpus: "Corpus") -> pl.DataFrame:
    """Candidates with the line of the text on which each stands."""
    line = pl.col("text").str.slice(0, pl.col("start")).str.count_matches("\n", literal=True) + 1
    return rows.join(
        corpus.texts.select(*KEYS, "text"), on=KEYS, how="left", maintain_order="left"
    ).select(*KEYS, line.cast(pl.Int64).alias("line"), "start", "end", "token", "candidate")


def _of_language(corpus: "Corpus", lang: Lang) -> pl.DataFrame:
    words = _words(lang)
    regions = corpus.layers["regions"].filter(pl.col("type").cast(pl.String).is_in(ANNOTATED))
    tokens = _marked(tokenise(corpus.texts, lang), _forms(words, _large(corpus, lang)))
    month_beside = pl.any_horizontal(
        pl.col(side).str.to_lowercase().is_in(words["months"]) for side in ("before", "next")
    )
    dated = (pl.col("day") & month_beside) | (pl.col("half") & pl.col("before").is_in(_HALVES))
    opens = pl.col("first").fill_null(value=False) | pl.col("before").str.contains(_OPENS)
    marks = {
        "number": pl.col("number") & ~dated,
        "name": pl.col("name") & (pl.col("always") | ~opens),
        "conditional": pl.col("conditional"),
        "cue": pl.col("cue") & _followed(words),
    }
    begun = tokens.join(
        _firsts(corpus, lang), on=[*KEYS, "start"], how="left", maintain_order="left"
    )
    marked = begun.select(*KEYS, "start", "end", "token", **marks)
    places = regions.select(*KEYS, "start", "end", pl.col("id").alias("region"))
    present = locate(marked, places, "region").drop_nulls("region")
    entries = ["article", "lang", "start", "end", "token"]
    return pl.concat(
        present.filter(kind).select(*entries, candidate=pl.lit(kind, KINDS)) for kind in HOLDERS
    )


def _marked(tokens: pl.DataFrame, marks: pl.Expr) -> pl.DataFrame:
    """The ``tokens`` that can be candidates in some place, with ``marks``, a struct of their form.

    Few of the distinct forms can. ``before`` and ``next`` are the tokens beside, in the same
    article, or nothing.
    """
    forms = tokens.select(pl.col("token").unique()).with_columns(
        lower=pl.col("token").str.to_lowercase().str.replace("’", "'")
    )
    marked = forms.with_columns(marks.alias("marks")).unnest("marks")
    possible = marked.filter(pl.any_horizontal(*HOLDERS))
    placed = tokens.with_row_index("at").join(possible, on="token", maintain_order="left")
    entries = [_beside(tokens, placed, step).alias(name) for name, step in _SIDES.items()]
    return placed.drop("at").with_columns(entries)


_SIDES = {"before": -1, "next": 1}


def _beside(tokens: pl.DataFrame, placed: pl.DataFrame, step: int) -> pl.Series:
    at = pl.col("at").cast(pl.Int64) + step
    present = placed.select(pl.when(at.is_between(0, tokens.height - 1)).then(at)).to_series()
    same = tokens["article"].gather(present) == placed["article"]
    return tokens["token"].gather(present).zip_with(same, pl.Series([""])).fill_null("")


def _large(corpus: "Corpus", lang: Lang) -> list[str]:
    """The words that have a capital wherever they stand."""
    words = _words(lang)
    small_words = {word.capitalize() for word in words["small_words"]}
    return sorted({*_name_words(corpus, lang), *words["always_capital"]} - small_words)


def _forms(words: "dict[str, list[str]]", large: list[str]) -> pl.Expr:
    """What the form of a token tells: columns token and lower in, a struct of booleans out.

    The four kinds of candidate that it can be; ``day``, a number that beside a month is part of a
    date (D5); ``half``; and ``always``, a name even as the first word of a sentence (D3).
    """
    token, lower = pl.col("token"), pl.col("lower")
    listed = lower.is_in(words["numbers"])
    digits = token.str.contains(r"\d")
    bare = digits & ~token.str.contains(r"\p{L}")
    ordinal = token.str.contains(r"^\d+(er|re|e|ème|st|nd|rd|th)$")
    number = (bare | (digits & ~ordinal) | listed) & ~token.str.contains(_YEAR)
    no_name = token.is_in(words["initials"]) | lower.is_in(words["months"] + words["days"])
    return pl.struct(
        number=number,
        name=token.str.contains(_CAPITAL) & ~no_name,
        conditional=_conditional(words),
        cue=_cue_form(words),
        day=token.str.contains(r"^\d{1,2}(er|st|nd|rd|th)?$"),
        half=lower == "half",
        always=(token.is_in(large) & ~listed) | token.str.slice(1).str.contains(_CAPITAL),
    )


def _conditional(words: "dict[str, list[str]]") -> pl.Expr:
    endings = "|".join(words["conditional_endings"])
    formed = (
        pl.col("lower").str.contains(rf"\p{{L}}({endings})$") if endings else pl.lit(value=False)
    )
    return (formed & ~pl.col("lower").is_in(words["not_conditional"])) | pl.col("lower").is_in(
        words["conditional_words"]
    )


def _cue_form(words: "dict[str, list[str]]") -> pl.Expr:
    stems = "|".join(word.replace("*", r"\p{L}*") for word in words["cues"])
    return pl.col("lower").str.contains(rf"^({stems})$")


def _followed(words: "dict[str, list[str]]") -> pl.Expr:
    """Whether a cue that is one before certain words only stands before one of them."""
    mark = pl.lit(value=True)
    for word in words["followed"]:
        head, _, tails = word.partition("=")
        mark &= (pl.col("lower") != head) | pl.col("next").str.contains(rf"^({tails})$")
    return mark


@cache
def _words(lang: Lang) -> "dict[str, list[str]]":
    data = tomllib.loads(languages.read(lang, "candidates.toml"))
    amounts = tomllib.loads(languages.read(lang, "amounts.toml"))
    forms = [
        *(
            form
            for table in ("numbers", "scales", "collectives", "fractions")
            for form in amounts[table]
        ),
        *amounts["collectives"].get("exact", {}),
        *amounts["composition"]["hundred"],
        *amounts["fractions"]["alone"],
    ]
    spelt = {
        part
        for form in forms
        if form not in _KEYWORDS and not form.endswith((" of", " de"))
        for word in _spellings(form)
        for part in word.replace("-", " ").split()
    }
    numbers = spelt - _ARTICLES
    followed = [f"{head}={tails.replace(' ', '|')}" for head, tails in data["followed"].items()]
    return {
        "numbers": sorted(numbers),
        "months": amounts["dates"]["months"].lower().split(),
        "days": data["days"].lower().split(),
        "followed": followed,
        "conditional_words": data.get("conditional_words", "").split(),
        **{name: data[name].split() for name in _LISTS},
    }


def _spellings(form: str) -> list[str]:
    """``million(s)`` is million and millions."""
    head, mark, rest = form.partition("(")
    if not mark:
        return [form]
    inner, _, tail = rest.partition(")")
    return [head + part + end for part in ("", inner) for end in _spellings(tail)]


def _name_words(corpus: "Corpus", lang: Lang) -> list[str]:
    """The capitalised words of the names of the knowledge base."""
    names = corpus.kb.select(pl.concat_list(f"name_{lang}", f"aliases_{lang}").alias("name"))
    words = names.explode("name")["name"].str.extract_all(r"\p{Lu}[\p{L}\p{M}\p{N}]*").explode()
    return words.drop_nulls().unique().sort().to_list()


def _firsts(corpus: "Corpus", lang: Lang) -> pl.DataFrame:
    """Where the first words of sentences begin: columns article, lang, start, first (true).

    The sentences are those of the beads; a text without beads is segmented.
    """
    texts = corpus.texts.filter(pl.col("lang") == lang).select(*KEYS, "text")
    aligned = (
        corpus.layers["beads"]
        .select("article", pl.col(lang).alias("sentence"))
        .explode("sentence")
        .drop_nulls("sentence")
        .unnest("sentence")
    )
    rest = texts.join(aligned, on="article", how="anti", maintain_order="left")
    cut = [
        (article, *sentence)
        for article, _, text in rest.iter_rows()
        for sentence in segment(text, lang)
    ]
    sentences = pl.concat([aligned, pl.DataFrame(cut, aligned.schema, orient="row")])
    rows = pl.col("text").str.slice(pl.col("start"), pl.col("end") - pl.col("start"))
    marks = rows.str.extract(r"^([^\p{L}\p{N}]*)").str.len_chars().cast(pl.Int32)
    return (
        texts.join(sentences, on="article", maintain_order="left")
        .select(*KEYS, start=pl.col("start") + marks, first=pl.lit(value=True))
        .unique([*KEYS, "start"])
    )


def _reach(spans: pl.DataFrame) -> pl.DataFrame:
    """What a span holds: its own words, and those of its modifier."""
    own = spans.select(*KEYS, "start", "end")
    if "modifier" not in spans.columns:
        return own
    modifier = spans.drop_nulls("modifier").select(
        *KEYS, pl.col("modifier").struct.field("start"), pl.col("modifier").struct.field("end")
    )
    return pl.concat([own, modifier])


def _continues(corpus: "Corpus", words: pl.DataFrame, listed: pl.DataFrame) -> pl.Series:
    """Whether a capitalised word goes on with a name whose first word is listed."""
    text = corpus.texts.join(words.select(KEYS).unique(), on=KEYS, how="semi")
    texts = {(row["article"], row["lang"]): row["text"] for row in text.to_dicts()}
    ends = {(row["article"], row["lang"], row["end"]) for row in listed.to_dicts()}
    flags = []
    for row in words.to_dicts():
        place = row["article"], row["lang"]
        gap = row["start"] - 1
        follows = gap > 0 and texts[place][gap] in " \u00a0-" and (*place, gap) in ends
        follows &= row["candidate"] == "name"
        if follows:
            ends.add((*place, row["end"]))
        flags.append(follows)
    return pl.Series("follows", flags, dtype=pl.Boolean)
