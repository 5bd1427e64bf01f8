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
from visavis.layers.regions import ANNOTATED
from visavis.records import LANGS, Lang
from visavis.sentences import segment
from visavis.spans import KEYS, locate
from visavis.tokens import tokenise

if TYPE_CHECKING:
    from visavis.corpus import Corpus

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
    return _with_lines(_unlisted(corpus), corpus)


def undecided(corpus: "Corpus") -> pl.DataFrame:
    """The candidates that no span of their layers holds and no decision lists.

    Columns as in ``candidates``. The capitals of a name after its first word follow the decision
    on that word (D8).
    """
    rest = _unlisted(corpus)
    for kind, layers in HOLDERS.items():
        held = pl.concat(
            [_reach(corpus.layers[layer]) for layer in layers]
            + [_reach(corpus.layers["decisions"].filter(pl.col("candidate") == kind))]
        )
        rest = rest.filter((pl.col("candidate") != kind) | ~_inside(rest, held))
    listed = _reach(corpus.layers["decisions"].filter(pl.col("candidate") == "name"))
    left = rest.filter((pl.col("candidate") != "name") | ~_continues(corpus, rest, listed))
    return _with_lines(left, corpus)


def _unlisted(corpus: "Corpus") -> pl.DataFrame:
    found = [_of_language(corpus, lang) for lang in LANGS]
    return pl.concat(found).sort(*KEYS, "start", "candidate")


def _with_lines(found: pl.DataFrame, corpus: "Corpus") -> pl.DataFrame:
    """Candidates with the line of the text on which each stands."""
    line = pl.col("text").str.slice(0, pl.col("start")).str.count_matches("\n", literal=True) + 1
    return found.join(
        corpus.texts.select(*KEYS, "text"), on=KEYS, how="left", maintain_order="left"
    ).select(*KEYS, line.cast(pl.Int64).alias("line"), "start", "end", "token", "candidate")


def _of_language(corpus: "Corpus", lang: Lang) -> pl.DataFrame:
    words = _words(lang)
    small_words = {word.capitalize() for word in words["small_words"]}
    written_large = {*_name_words(corpus, lang), *words["always_capital"]} - small_words
    regions = corpus.layers["regions"].filter(pl.col("type").cast(pl.String).is_in(ANNOTATED))
    token = pl.col("token")
    tokens = tokenise(corpus.texts, lang).with_columns(
        next=_beside(token, -1), before=_beside(token, 1)
    )
    forms = tokens.select(token.unique()).with_columns(
        lower=token.str.to_lowercase().str.replace("’", "'")
    )
    tokens = tokens.join(forms.filter(_possible(words)), on="token", maintain_order="left")
    large = token.is_in(written_large) & ~pl.col("lower").is_in(words["numbers"])
    marks = {
        "number": _number(words),
        "name": _name(words),
        "conditional": _conditional(words),
        "cue": _cue(words),
    }
    opens = pl.col("first").fill_null(value=False) | pl.col("before").str.contains(_OPENS)
    only_first = ~token.str.slice(1).str.contains(_CAPITAL)
    excused = (pl.col("candidate") == "name") & opens & ~large & only_first
    return (
        pl.concat(
            tokens.filter(mark).with_columns(candidate=pl.lit(kind, KINDS))
            for kind, mark in marks.items()
        )
        .join(_firsts(corpus, lang), on=[*KEYS, "start"], how="left", maintain_order="left")
        .filter(~excused)
        .pipe(locate, regions.select(*KEYS, "start", "end", pl.col("id").alias("region")), "region")
        .drop_nulls("region")
        .select(*KEYS, "start", "end", "token", "candidate")
    )


def _beside(token: pl.Expr, steps: int) -> pl.Expr:
    """The token before (1) or after (-1) in the same article, or nothing."""
    same = pl.col("article") == pl.col("article").shift(steps)
    return pl.when(same).then(token.shift(steps)).otherwise(pl.lit(""))


def _possible(words: "dict[str, list[str]]") -> pl.Expr:
    """Whether a form can be a candidate in some place: few of the distinct forms can."""
    number = pl.col("token").str.contains(r"\d") | pl.col("lower").is_in(words["numbers"])
    capital = pl.col("token").str.contains(_CAPITAL)
    return number | capital | _conditional(words) | _cue_form(words)


def _number(words: "dict[str, list[str]]") -> pl.Expr:
    """A token with a digit, or a number word, that is no part of a date (D5) or ordinal (D7)."""
    months = pl.col("next").str.to_lowercase().is_in(words["months"]) | pl.col(
        "before"
    ).str.to_lowercase().is_in(words["months"])
    digits = pl.col("token").str.contains(r"\d")
    bare = digits & ~pl.col("token").str.contains(r"\p{L}")
    dated = pl.col("token").str.contains(_YEAR) | (
        months & pl.col("token").str.contains(r"^\d{1,2}(er|st|nd|rd|th)?$")
    )
    dated |= (pl.col("lower") == "half") & pl.col("before").is_in(_HALVES)
    ordinal = pl.col("token").str.contains(r"^\d+(er|re|e|ème|st|nd|rd|th)$")
    return (bare | (digits & ~ordinal) | pl.col("lower").is_in(words["numbers"])) & ~dated


def _name(words: "dict[str, list[str]]") -> pl.Expr:
    """A token with a capital (D4, D5); that of a first word (D3) is looked at later."""
    excused = pl.col("token").is_in(words["initials"]) | pl.col("lower").is_in(
        words["months"] + words["days"]
    )
    return pl.col("token").str.contains(_CAPITAL) & ~excused


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


def _cue(words: "dict[str, list[str]]") -> pl.Expr:
    mark = _cue_form(words)
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
    said = pl.col("text").str.slice(pl.col("start"), pl.col("end") - pl.col("start"))
    marks = said.str.extract(r"^([^\p{L}\p{N}]*)").str.len_chars().cast(pl.Int32)
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


def _inside(words: pl.DataFrame, spans: pl.DataFrame) -> pl.Series:
    """Whether each of ``words`` lies in one of ``spans``, which may nest or cross."""
    furthest = (
        spans.sort("start")
        .with_columns(pl.col("end").cum_max().over(KEYS).alias("reach"))
        .select(*KEYS, "start", "reach")
    )
    joined = (
        words.with_row_index("_row")
        .sort("start")
        .join_asof(furthest, on="start", by=KEYS, check_sortedness=False)
        .sort("_row")
    )
    return (joined["reach"].fill_null(-1) >= joined["end"]).alias("inside")


def _continues(corpus: "Corpus", words: pl.DataFrame, listed: pl.DataFrame) -> pl.Series:
    """Whether a capitalised word goes on with a name whose first word is listed."""
    texts = {(row["article"], row["lang"]): row["text"] for row in corpus.texts.to_dicts()}
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
