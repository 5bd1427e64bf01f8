"""What is known of the words of both languages: translations, names, function words."""

import re
import unicodedata
from functools import cache, lru_cache

from visavis.alignment.methods.translation import parse
from visavis.alignment.methods.words import plain, stemmer
from visavis.languages import Lang, entries

Names = dict[str, frozenset[str]]


@lru_cache(1 << 16)
def fold(word: str) -> str:
    """Lower case without accents or ligatures."""
    return plain(word)


@lru_cache(1 << 16)
def skeleton(word: str) -> str:
    """The consonants of a folded word as they sound: poutine and putin are both ptn."""
    for letters, sound in (("tch", "ch"), ("dj", "j"), ("ph", "f"), ("kh", "k"), ("ck", "k"),
                           ("gh", "g"), ("qu", "k"), ("sh", "ch"), ("cz", "ch")):  # fmt: skip
        word = word.replace(letters, sound)
    word = re.sub(r"[aeiouy]", "", word.replace("c", "k").replace("z", "s"))
    return re.sub(r"(.)\1", r"\1", word)


@cache
def translations() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Return stem -> stems of its translations: from French, and from English."""
    table = parse(entries("fr-en", "lexicon.txt"), ("fr", "en"))
    back: dict[str, set[str]] = {}
    for source, targets in table.items():
        for target in targets:
            back.setdefault(target, set()).add(source)
    forth = {source: frozenset(targets) for source, targets in table.items()}
    return forth, {target: frozenset(sources) for target, sources in back.items()}


@cache
def names() -> tuple[Names, Names]:
    """Return folded word -> words of the other language that may answer it, in both directions."""
    result: tuple[dict[str, set[str]], dict[str, set[str]]] = ({}, {})
    for line in entries("fr-en", "names.txt"):
        sides = [side.split("|") for side in line.split("\t")]
        for number in (0, 1):
            for word in sides[number]:
                result[number].setdefault(word, set()).update(sides[1 - number])
    forth, back = ({k: frozenset(v) for k, v in side.items()} for side in result)
    return forth, back


@cache
def function_words(lang: Lang) -> frozenset[str]:
    """Return the little words of a language."""
    listed = {fold(word) for word in entries(lang, "function_words.txt")}
    return frozenset(listed)


@cache
def starters(lang: Lang) -> frozenset[str]:
    """Return the words with which sentences of a language begin."""
    words = (word for line in entries(lang, "starters.txt") for word in re.findall(r"\w+", line))
    return frozenset(map(fold, words)) | function_words(lang)


def is_word(word: str, lang: Lang) -> bool:
    """Whether a folded word is one of the lexicon, not a name alone."""
    number = 0 if lang == "fr" else 1
    return stemmer(lang)(word) in translations()[number] or word in starters(lang)


def nfc(text: str) -> bool:
    """Whether the text is in the normal form in which words are compared."""
    return unicodedata.is_normalized("NFC", text)
