"""How texts sound: sentence lengths, how sentences open, quotations, phrases that come back.

The measures do not depend on the length of a text, so texts can be compared with each other.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from statistics import mean, median, pstdev
from typing import NamedTuple

from visavis.text.sentences import segment

_WORD = re.compile(r"[^\W_]+(?:[.,\u00a0\u202f]\d+)*")
_SPEECH = re.compile(r"«[^»]{3,}»|\"[^\"]{3,}\"|“[^”]{3,}”")


class Style(NamedTuple):
    """Measures of one text."""

    sentences: int
    mean_length: float
    """Words a sentence."""
    median_length: float
    spread: float
    """Standard deviation of the lengths over their mean."""
    same_opening: float
    """Chance that two sentences of the text begin with the same word."""
    quotations: int
    """Passages between quotation marks, three characters or more."""


def measure(text: str, lang: str) -> Style:
    """Measure a text; headings count as sentences.

    Args:
        text: with at least one word.
        lang: "fr" or "en".
    """
    sentences = _sentences(text, lang)
    lengths = [len(words) for words in sentences]
    openings = Counter(words[0].lower() for words in sentences)
    pairs = len(sentences) * (len(sentences) - 1)
    same = sum(count * (count - 1) for count in openings.values())
    return Style(
        sentences=len(sentences),
        mean_length=mean(lengths),
        median_length=median(lengths),
        spread=pstdev(lengths) / mean(lengths),
        same_opening=same / pairs if pairs else 0.0,
        quotations=len(_SPEECH.findall(text)),
    )


def refrains(
    texts: Mapping[str, str],
    lang: str,
    *,
    size: int = 4,
    most: int = 4,
    allowed: Collection[str] = (),
) -> dict[str, int]:
    """Phrases of ``size`` words that stand in more than ``most`` texts, with the number of texts.

    Phrases that hold a figure or a name (a capital inside a sentence) are left out, and those that
    contain one of ``allowed``, or are contained in one.

    Args:
        texts: by any key.
        lang: "fr" or "en".
        size: words a phrase.
        most: texts that a phrase may stand in.
        allowed: set phrases, words separated by one space.
    """
    counts = Counter(phrase for text in texts.values() for phrase in _phrases(text, lang, size))
    return {
        phrase: count
        for phrase, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        if count > most and not any(phrase in free or free in phrase for free in allowed)
    }


def _phrases(text: str, lang: str, size: int) -> set[str]:
    return {
        " ".join(window).lower()
        for words in _sentences(text, lang)
        for window in _windows(words, size)
    }


def _windows(words: list[str], size: int) -> Iterable[list[str]]:
    plain = [word.isalpha() and (word.islower() or place == 0) for place, word in enumerate(words)]
    for start in range(len(words) - size + 1):
        if all(plain[start : start + size]):
            yield words[start : start + size]


def _sentences(text: str, lang: str) -> list[list[str]]:
    spans = segment(text, lang)
    return [words for span in spans if (words := _WORD.findall(text[span.start : span.end]))]
