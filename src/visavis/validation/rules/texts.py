"""Rules on the texts: there, unchanged, free of damage, and only where their rights allow."""

import polars as pl

from visavis.corpus.articles import OPEN_LICENCES, THIRD_PARTY
from visavis.corpus.layers import SPAN_LAYERS
from visavis.corpus.model import Corpus
from visavis.languages import LANGS, Lang
from visavis.validation.rules.frames import found, of_articles, of_layer, once

_HASHES = ["sha256_en", "sha256_fr"]

_CONTROL = (
    r"[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\x{FEFF}\x{FFFD}\x{FFF9}-\x{FFFC}"
    r"\x{202A}-\x{202E}\x{2066}-\x{2069}\x{E000}-\x{F8FF}]"
)
"""Characters that no text was written with: controls, replacements, directions, private ones."""

_MOJIBAKE = r"Ã[\x{80}-\x{BF}]|Â[\x{A0}-\x{BF}]|â€[™œ“¦\x{9D}\x{99}]|Å[“’]"
"""UTF-8 that was read as Windows-1252: « Ã© » for « é »."""


_INVISIBLE = r"[\x{AD}\x{180E}\x{200B}\x{200E}\x{200F}\x{2060}-\x{2064}]"
"""Characters that nobody sees: soft hyphen, zero-width space, marks of direction. Joiners are left
out, for they make emoji and the letters of some scripts."""

_LIKE_LATIN = r"[\x{400}-\x{52F}\x{531}-\x{587}ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο]"
_MIXED = rf"\p{{Latin}}{_LIKE_LATIN}|{_LIKE_LATIN}\p{{Latin}}"
"""A Latin letter beside one of Cyrillic, Armenian or Greek that may look like one."""


@once
def _declared(corpus: Corpus) -> pl.DataFrame:
    """Each text an article declares or has: columns path, line, article, lang, declared, ..."""
    hashes = (
        of_articles(corpus)
        .unpivot(
            _HASHES,
            index=["path", "line", "article", "rights_fr", "rights_en"],
            variable_name="lang",
            value_name="declared",
        )
        .with_columns(pl.col("lang").str.strip_prefix("sha256_").cast(pl.Enum(LANGS)))
    )
    return hashes.join(corpus.texts, on=["article", "lang"], how="left")


def text_missing(corpus: Corpus) -> pl.DataFrame:
    """A text that the article's row declares is not in raw/.

    A third-party text, of either language, may be missing: it is then reported as not hydrated.

    Remedy: put the file back, or run `visavis hydrate` for a third-party article.
    """
    hydratable = (
        pl.when(pl.col("lang") == "fr").then("rights_fr").otherwise("rights_en") == THIRD_PARTY
    )
    missing = pl.col("declared").is_not_null() & pl.col("sha256").is_null()
    return found(
        _declared(corpus).filter(missing & ~hydratable),
        "raw/{}/{}.txt is missing",
        "lang",
        "article",
    )


def text_changed(corpus: Corpus) -> pl.DataFrame:
    """The bytes of a text are not those that the article's row was written for.

    All offsets count in the declared text; in another one they point anywhere.

    Remedy: restore the declared file. To change a text on purpose, correct the offsets of every
    layer and write its new sha256 into the row.
    """
    changed = pl.col("sha256").is_not_null() & pl.col("sha256").ne_missing(pl.col("declared"))
    return found(
        _declared(corpus).filter(changed),
        "raw/{}/{}.txt has the sha256 {}, the row declares {}",
        "lang",
        "article",
        "sha256",
        pl.col("declared").fill_null("none"),
    )


def text_blank(corpus: Corpus) -> pl.DataFrame:
    """A text has no words.

    Remedy: put the text into the file, or remove the article.
    """
    return found(_declared(corpus).filter(~pl.col("text").str.contains(r"\p{L}")), "no letters")


def control_character(corpus: Corpus) -> pl.DataFrame:
    """A text holds a character that nobody writes.

    Control characters, a byte order mark, a replacement character (the mark of a wrong decoding),
    changes of direction or private characters make offsets and searches go astray unseen.

    Remedy: collect the text again; where it was published so, waive the finding.
    """
    return _at(corpus, _CONTROL, "holds the character U+{}")


def mojibake(corpus: Corpus) -> pl.DataFrame:
    """A text was decoded with the wrong encoding: « Ã© » stands for « é ».

    Remedy: collect the text again as UTF-8; where it was published so, waive the finding.
    """
    return _at(corpus, _MOJIBAKE, "has wrongly decoded characters, the first is U+{}")


def mixed_scripts(corpus: Corpus) -> pl.DataFrame:
    """A word has letters of two scripts: a Cyrillic « а » in it looks like the Latin one.

    The word is then found by no search, and its name is another name.

    Remedy: write the word in one script; where it was published so, waive the finding.
    """
    return _at(corpus, _MIXED, "has a word of two scripts, at U+{}")


def invisible_character(corpus: Corpus) -> pl.DataFrame:
    """A text holds a character that is not seen: a soft hyphen, a zero-width space.

    A word with one in it is found by no search. Web pages have them, so that this is a warning.

    Remedy: collect the text again without them, before it is annotated, or waive the finding.
    """
    return _at(corpus, _INVISIBLE, "holds the unseen character U+{}")


def text_not_normal(corpus: Corpus) -> pl.DataFrame:
    """Most accents of a text are characters of their own (normal form NFD).

    « é » written as two characters is not found by who types one, and offsets count it twice. A
    single one may be meant; a whole text comes from a file system or converter that took it apart.

    Remedy: collect the text again in normal form NFC, before it is annotated, or waive the finding.
    """
    apart = pl.col("text").str.count_matches(_APART)
    table = pl.col("text").str.count_matches(r"[À-ÖØ-öø-ÿŒœŸ]")
    some = _declared(corpus).filter(pl.col("text").str.contains(_APART))
    rows = some.with_columns(apart=apart, whole=table)
    wrong = rows.filter(pl.col("apart") > pl.col("whole")).with_columns(
        path=pl.format("raw/{}/{}.txt", "lang", "article"), line=1
    )
    return found(wrong, "{} accents are apart from their letters", "apart")


_APART = r"[A-Za-z]\p{M}"


def _at(corpus: Corpus, pattern: str, message: str) -> pl.DataFrame:
    first = pl.col("text").str.find(pattern)
    rows = (
        _declared(corpus)
        .filter(pl.col("text").str.contains(pattern))
        .with_columns(
            start=pl.col("text")
            .cast(pl.Binary)
            .bin.slice(0, first)
            .cast(pl.String)
            .str.len_chars(),
            code=pl.col("text").str.extract(f"({pattern})").map_elements(_code, pl.String),
        )
        .with_columns(
            end=pl.col("start") + 1,
            path=pl.format("raw/{}/{}.txt", "lang", "article"),
            line=_line(pl.col("text"), pl.col("start")),
        )
    )
    return found(rows, message, "code")


def _code(character: str) -> str:
    return f"{ord(character[0]):04X}"


def _line(text: pl.Expr, start: pl.Expr) -> pl.Expr:
    return text.str.slice(0, start).str.count_matches("\n", literal=True) + 1


def _kept_back(lang: Lang) -> pl.Expr:
    return ~pl.col(f"rights_{lang}").cast(pl.String).is_in(OPEN_LICENCES).fill_null(value=False)


def surface_of_third_party(corpus: Corpus) -> pl.DataFrame:
    """A row repeats words of a text that its rights keep back, or the title.

    The words belong to somebody else and must not stand in the repository.

    Remedy: run `visavis format`, which takes the surfaces out; make the title null.
    """
    articles = of_articles(corpus)
    closed = {lang: articles.filter(_kept_back(lang))["id"].to_list() for lang in LANGS}
    of_closed = pl.any_horizontal(
        (pl.col("lang") == lang) & pl.col("article").is_in(closed[lang]) for lang in LANGS
    )
    rows = [
        found(
            of_layer(corpus, layer).filter(pl.col("text").is_not_null() & of_closed),
            "{} has the field text",
            "id",
        )
        for layer in SPAN_LAYERS
    ]
    titled = found(
        articles.filter(_kept_back("fr") & pl.col("title").is_not_null()), "{} has a title", "id"
    )
    return pl.concat([titled, *rows])
