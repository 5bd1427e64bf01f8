"""Rules that compare the sentences of a text with those of its translation."""

import polars as pl

from visavis.corpus.layers.regions import ANNOTATED
from visavis.corpus.model import Corpus
from visavis.corpus.spans import locate
from visavis.languages import LANGS, Lang, entries
from visavis.validation.pairs.figures import difference, equivalents, exchanged
from visavis.validation.pairs.negation import (
    assertion_hints,
    assertions,
    denials,
    hints,
    unanswered,
)
from visavis.validation.rules.frames import (
    bilingual,
    found,
    of_articles,
    pairs,
    sentences,
    spans_in_beads,
    unnamed,
    unnamed_pairs,
)

RATIO = (0.3, 3.5)
"""Least and greatest length of an English side, as a part of the French one."""


SHORT = 40
"""Characters below which a ratio of lengths says nothing."""


COPIED = 4
"""Words from which on a sentence that is the same in both languages was not translated."""


_ALIKE = 8
"""First characters by which most pairs are seen to differ."""


SURE = 3
"""How many more function words of the other language than of its own a sentence must have."""


def sentence_alone(corpus: Corpus) -> pl.DataFrame:
    """A sentence of a translated article has nothing opposite it in the other language.

    It was left out of the translation, or the translation adds it. Page furniture may stand alone.

    Remedy: translate the sentence, correct the bead, or waive the finding.
    """
    sides = pl.col("fr", "en").list.len() == 0
    beads = corpus.layers["beads"].filter(pl.any_horizontal(sides))
    rows = (
        sentences(corpus)
        .filter(pl.col("article").is_in(bilingual(corpus)))
        .join(beads.select("article", bead="id"), on=["article", "bead"], how="semi")
    )
    regions = corpus.layers["regions"].rename({"type": "region"})
    first = rows.with_columns(last="end", end=pl.col("start") + 1)
    declared = locate(first, regions, "region").with_columns(end="last")
    wrong = declared.filter(pl.col("region").cast(pl.String).is_in(ANNOTATED))
    language = pl.when(pl.col("lang") == "fr").then(pl.lit("French")).otherwise(pl.lit("English"))
    return found(wrong, "{} is in {} only", "bead", language)


def sentence_untranslated(corpus: Corpus) -> pl.DataFrame:
    """A sentence is the same in both languages: it was copied, not translated.

    Remedy: translate the sentence. A title or a line of code may stand: waive the finding.
    """
    sides = [pl.col(lang).str.strip_chars() for lang in LANGS]
    alike = [side.str.head(_ALIKE).str.to_lowercase() for side in sides]
    words = pl.col("fr").str.count_matches(r"\p{L}+") >= COPIED
    begun = pairs(corpus).filter(alike[0] == alike[1])
    same = begun.filter(sides[0].str.to_lowercase() == sides[1].str.to_lowercase()).filter(words)
    rows = unnamed_pairs(corpus, same).filter(words)
    return found(rows, "{} is the same in French and English", "id")


def sentence_of_other_language(corpus: Corpus) -> pl.DataFrame:
    """A sentence is in the other language than its text.

    It is judged by the little words that every sentence has: le, des, est; the, of, is.

    Remedy: put the sentence into the right file, or translate it.
    """
    suspects = _other_language(sentences(corpus).drop_nulls("there"))
    wrong = _other_language(unnamed(corpus, suspects))
    return found(wrong, "{}: a sentence of the {} text is in the other language", "bead", "lang")


def _other_language(rows: pl.DataFrame) -> pl.DataFrame:
    """The sentences that have many more function words of the other language than of their own."""
    return pl.concat(_more_of_other(rows, *order) for order in (LANGS, LANGS[::-1]))


def _more_of_other(rows: pl.DataFrame, lang: Lang, other: Lang) -> pl.DataFrame:
    """The sentences of one language that have enough function words of the other."""
    words = pl.col("there").str.to_lowercase().str.replace_all(r"[^\p{L}\p{M}\p{N}_]+", "  ")
    some = rows.filter((pl.col("lang") == lang) & _may_have(other))
    counted = some.with_columns(words=pl.format(" {} ", words)).with_columns(
        own=_function_words(lang), others=_function_words(other)
    )
    own, others = pl.col("own"), pl.col("others")
    return counted.filter((others - own >= SURE) & (others >= 2 * own))


def _may_have(lang: Lang) -> pl.Expr:
    """Whether a sentence may have enough function words of a language: a search that is fast.

    The edge of a word is that of ASCII, which finds "at" in « état » too.
    """
    listed = [
        rf"(?-u:\b){word}(?-u:\b)" if word.isascii() else word
        for word in entries(lang, "function_words.txt")
    ]
    return pl.col("there").str.count_matches(rf"(?i:{'|'.join(listed)})") >= SURE


def _function_words(lang: Lang) -> pl.Expr:
    """How many function words of a language stand in ``words``, which has two spaces between."""
    listed = "|".join(entries(lang, "function_words.txt"))
    return pl.col("words").str.count_matches(f" (?:{listed}) ").cast(pl.Int32)


def sentence_lengths(corpus: Corpus) -> pl.DataFrame:
    """A sentence and its translation are of lengths that do not go together.

    Remedy: correct the bead, or complete the translation; where it is right, waive the finding.
    """
    fr, en = (pl.col(lang).str.strip_chars().str.len_chars() for lang in ("fr", "en"))
    ratio = en / fr
    long_ = pl.max_horizontal(fr, en) >= SHORT
    wrong = pairs(corpus).filter(long_ & ~ratio.is_between(*RATIO))
    return found(wrong, "{}: {} characters of French, {} of English", "id", fr, en)


def sentence_figures(corpus: Corpus) -> pl.DataFrame:
    """A figure of a sentence is not in its translation.

    Figures are compared by their digits, however they are grouped and marked (13,75 and 13.75);
    where the digits differ, the amounts of both sentences are read and compared by value, so that
    « 13 milliards » may be "13,000 million" or a number word. Per cent and percentage points are
    told apart.

    Remedy: correct the figure in the translation, or the bead.
    """
    rows = pairs(corpus)
    figures = [
        pl.col(lang).str.extract_all(r"\p{Nd}+").list.eval(pl.element()).list.join("")
        for lang in ("fr", "en")
    ]
    points = pl.any_horizontal(
        pl.col("fr").str.contains(r"[ -]points?"), pl.col("en").str.contains("[ -]points?")
    )
    rows = rows.filter((figures[0] != figures[1]) | points)
    sides = zip(rows["fr"], rows["en"], strict=True)
    text = pl.Series("said", [difference(fr, en) for fr, en in sides], pl.String)
    return found(rows.with_columns(text).drop_nulls("said"), "{}: {}", "id", "said")


def sentence_numbers(corpus: Corpus) -> pl.DataFrame:
    """A number word of a sentence is another one in its translation: « trois », four.

    Compared are the simple number words from two on, where both sides have some; compounds such as
    « soixante-dix » are left to the amounts.

    Remedy: correct the number in the translation, or the bead.
    """
    return _exchanged(corpus, "numbers")


def sentence_dates(corpus: Corpus) -> pl.DataFrame:
    """A month or a day of the week is another one in the translation: « juin », July.

    Remedy: correct the date in the translation, or the bead.
    """
    return _exchanged(corpus, "dates")


def _exchanged(corpus: Corpus, kind: str) -> pl.DataFrame:
    """The pairs of which each side has a word of a kind that the other has not, nor in digits."""
    words = equivalents(kind)
    some = {lang: rf"(?i)(?-u:\b)(?:{'|'.join(words[lang])})(?-u:\b)" for lang in ("fr", "en")}
    rows = pairs(corpus)
    for lang, pattern in some.items():
        rows = rows.filter(pl.col(lang).str.contains(pattern))
    rows = _with_exchanged(unnamed_pairs(corpus, _with_exchanged(rows, kind)), kind)
    return found(rows, "{}: {}", "id", "said")


def _with_exchanged(rows: pl.DataFrame, kind: str) -> pl.DataFrame:
    items = [exchanged(fr, en, kind) for fr, en in zip(rows["fr"], rows["en"], strict=True)]
    return rows.with_columns(said=pl.Series(items, dtype=pl.String)).drop_nulls("said")


def sentence_negation(corpus: Corpus) -> pl.DataFrame:
    """A sentence denies something more than its translation does, as far as words tell.

    Denials are counted on both sides: « ne … pas », « aucun », not, nobody. One too many is
    answered by a word that denies by its meaning, such as refuse or impossible, which the other
    side does not share; without one, the two may say the contrary.

    Remedy: correct the translation; where it says the same in other words, waive the finding.
    """
    rows = pairs(corpus).filter(
        pl.any_horizontal(pl.col(lang).str.contains(hints(lang)) for lang in LANGS)
    )
    table = {lang: pl.col(lang) for lang in LANGS}
    asserting = pl.any_horizontal(
        pl.col(lang).str.contains(assertion_hints(lang)) for lang in LANGS
    )
    meant = {lang: pl.col(lang).str.replace_all(assertions(lang), " · ") for lang in LANGS}
    doubtful = pl.concat(
        [
            rows.filter(asserting | _denials_differ(table))
            .filter(_denials_differ(meant))
            .select("article", "id"),
            _denying_names(corpus),
        ]
    )
    wrong = unnamed_pairs(corpus, rows.join(doubtful, on=["article", "id"], how="semi"))
    sides = [unanswered(fr, en) for fr, en in zip(wrong["fr"], wrong["en"], strict=True)]
    named = pl.Series("side", sides, pl.String).replace({"fr": "French", "en": "English"})
    return found(
        wrong.with_columns(named).drop_nulls("side"), "{}: only the {} denies it", "id", "side"
    )


def _denials_differ(texts: dict[Lang, pl.Expr]) -> pl.Expr:
    fr, en = (texts[lang].str.count_matches(denials(lang)) for lang in LANGS)
    return fr != en


def _denying_names(corpus: Corpus) -> pl.DataFrame:
    """The beads with a name that holds a word of negation: the place Never."""
    names = spans_in_beads(corpus).filter(pl.col("layer") == "mentions").drop_nulls("bead")
    rows = pl.concat(
        names.filter(pl.col("lang") == lang).filter(pl.col("there").str.contains(hints(lang)))
        for lang in LANGS
    )
    return rows.select("article", id="bead").unique()


def sentence_quotes(corpus: Corpus) -> pl.DataFrame:
    """A sentence has quotation marks where its translation has none, or does not close its own.

    What one side gives as somebody's own words, the other gives as the author's.

    Remedy: set the marks in the translation as in the text, or take them out.
    """
    marked = {
        lang: pl.col(lang).str.replace_all(r'\d["”]', "").str.contains(_QUOTE) for lang in LANGS
    }
    alone = pl.when(marked["fr"]).then(pl.lit("French")).otherwise(pl.lit("English"))
    some = pl.any_horizontal(pl.col(*LANGS).str.contains(_QUOTE))
    rows = pairs(corpus).filter(some)
    wrong = rows.filter(marked["fr"] != marked["en"])
    both = rows.filter(marked["fr"] & marked["en"])
    apart = both.filter(_opened("fr") != _opened("en"))
    opened = pl.when(_opened("fr")).then(pl.lit("French")).otherwise(pl.lit("English"))
    return pl.concat(
        [
            found(wrong, "{} has quotation marks in {} only", "id", alone),
            found(apart, "{} has a quotation mark without its other one in {} only", "id", opened),
        ]
    )


def _opened(lang: str) -> pl.Expr:
    """Whether a quotation opens and does not close, or the reverse."""
    text = pl.col(lang)
    signs = text.str.count_matches(r"[«“„‹]") != text.str.count_matches(r"[»”›]")
    return signs | (text.str.count_matches('"', literal=True) % 2 == 1)


_QUOTE = r"""[«»“”"„‹›]|(?:^|[\s(])[‘']\p{L}[^‘’']*(?:['’]\p{L}[^‘’']*)*['’](?:$|[^\p{L}])"""
"""A quotation mark, double or single; not an apostrophe: 'tis, the '90s."""


def translation_undeclared(corpus: Corpus) -> pl.DataFrame:
    """An article has an English text and does not say how it was made, or the reverse.

    Remedy: set translation to how the English was made, or to null where there is none.
    """
    rows = of_articles(corpus)
    undeclared = pl.col("sha256_en").is_null() != pl.col("translation").is_null()
    return found(rows.filter(undeclared), "{}: translation and English text do not agree", "id")
