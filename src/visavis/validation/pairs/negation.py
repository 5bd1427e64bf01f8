"""Which of two sentences denies more than the other, by words of negation and what answers them."""

import re
from functools import cache

from visavis.languages import entries

FR, EN = "fr", "en"


def denials(lang: str) -> str:
    """A regular expression, for Python and for polars alike, of the words that deny."""
    return _any_of(entries(lang, "negations.txt"))


def hints(lang: str) -> str:
    """The same, quicker: it finds them all, and now and then something else."""
    return denials(lang).replace(r"\b", r"(?-u:\b)")


def assertions(lang: str) -> str:
    """The same of phrases that hold such a word and deny nothing."""
    return _any_of(entries(lang, "asserting.txt"))


def assertion_hints(lang: str) -> str:
    """The same, quicker: it finds them all, and some inside words."""
    return assertions(lang).replace(r"\b", "")


def unanswered(fr: str, en: str) -> str | None:
    """The language of the sentence that alone denies something, as far as words tell."""
    texts = {FR: fr, EN: en}
    counts = {lang: _count(text, lang) for lang, text in texts.items()}
    more, other = (FR, EN) if counts[FR] > counts[EN] else (EN, FR)
    excess = counts[more] - counts[other]
    if not excess:
        return None
    words, particles = _left(texts, "words"), _left(texts, "particles")
    answers = max(0, words[other] - words[more]) + particles[other]
    if more == FR:
        answers += _echoes(texts)
    return more if excess > answers else None


def _count(text: str, lang: str) -> int:
    return len(_denials(lang).findall(_asserting(lang).sub(" · ", text)))


def _left(texts: dict[str, str], section: str) -> dict[str, int]:
    """How many words of a section each side has that the other does not share."""
    left, rest = {FR: 0, EN: 0}, dict(texts)
    for row in _answers(section):
        counts = {lang: len(row[lang].findall(rest[lang])) for lang in rest}
        rest = {lang: row[lang].sub(" · ", text) for lang, text in rest.items()}
        for lang, other in ((FR, EN), (EN, FR)):
            left[lang] += max(0, counts[lang] - counts[other])
    return left


def _echoes(texts: dict[str, str]) -> int:
    ((row),) = _answers("echoes")
    return min(len(row[lang].findall(text)) for lang, text in texts.items())


@cache
def _answers(section: str) -> list[dict[str, re.Pattern[str]]]:
    rows, at = list[dict[str, re.Pattern[str]]](), ""
    for entry in entries("fr-en", "negatives.txt"):
        if entry.startswith("["):
            at = entry.strip("[]")
        elif at == section:
            sides = zip((FR, EN), [*entry.split("\t"), ""], strict=False)
            rows.append({lang: _compiled(_any_of([side or "(?!)"])) for lang, side in sides})
    return rows


@cache
def _denials(lang: str) -> re.Pattern[str]:
    return _compiled(denials(lang))


@cache
def _asserting(lang: str) -> re.Pattern[str]:
    return _compiled(assertions(lang))


def _any_of(listed: list[str]) -> str:
    return rf"(?i)\b(?:{'|'.join(listed)})(?:\b|$)"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace(r"\p{L}", r"[^\W\d_]"))
