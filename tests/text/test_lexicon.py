"""The language data that the aligner reads."""

import itertools
import unicodedata

import numpy as np
import pytest

from visavis import languages
from visavis.alignment.methods.translation import parse, shipped
from visavis.alignment.methods.words import Words, cognates, plain, stemmer, tokens

LINES = languages.read("fr-en", "lexicon.txt").splitlines()
ENTRIES = [line.split("\t") for line in languages.entries("fr-en", "lexicon.txt")]


def sort_key(word: str) -> str:
    return "".join(c if c.isalnum() else " " for c in plain(word))


def test_there_are_entries_enough() -> None:
    assert len(ENTRIES) >= 6500


def test_every_entry_is_a_word_a_tab_and_translations() -> None:
    wrong = [
        entry
        for entry in ENTRIES
        if len(entry) != 2
        or not all(part == part.strip() and part for part in entry[1].split(", "))
    ]
    assert not wrong


def test_entries_are_lower_case_and_composed() -> None:
    text = "\n".join(map("\t".join, ENTRIES))
    assert text == text.lower()
    assert text == unicodedata.normalize("NFC", text)
    assert "’" not in text


def test_no_word_is_given_twice() -> None:
    words = [word for word, _ in ENTRIES]
    assert len(words) == len(set(words))
    assert all(len(set(t.split(", "))) == len(t.split(", ")) for _, t in ENTRIES)


def test_each_section_is_sorted() -> None:
    for heading, lines in itertools.groupby(LINES, lambda line: line.startswith("#") or not line):
        words = [line.split("\t")[0] for line in lines]
        assert heading or words == sorted(words, key=sort_key)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_endings_are_pairs_given_once(lang: str) -> None:
    endings = [line.split("\t") for line in languages.entries(lang, "inflections.txt")]
    assert all(len(pair) == 2 for pair in endings)
    assert len({ending for ending, _ in endings}) == len(endings)
    lemmas = [line.split(":")[0] for line in languages.entries(lang, "forms.txt")]
    assert len(set(lemmas)) == len(lemmas)


@pytest.mark.parametrize(
    ("lang", "forms"),
    [
        ("fr", "annonce annoncé annonçait annonceront annoncer"),
        ("fr", "national nationale nationaux"),
        ("fr", "être est sont était furent"),
        ("fr", "français française françaises"),
        ("fr", "vendre vend vendu vendait vendront"),
        ("fr", "déclarer déclaré déclare déclarait déclara déclarées"),
        ("fr", "membre membres"),
        ("fr", "petit petite petits petites"),
        ("fr", "acteur acteurs actrice"),
        ("fr", "heure heures"),
        ("fr", "publier publié publie publiés"),
        ("fr", "président présidente présidents"),
        ("en", "announce announces announced announcing"),
        ("en", "company companies"),
        ("en", "plan planned planning plans"),
        ("en", "say says said"),
        ("en", "enter enters entered entering"),
        ("en", "move moves moved moving"),
        ("en", "large larger largest"),
        ("en", "wolf wolves"),
    ],
)
def test_inflected_forms_have_one_stem(lang: str, forms: str) -> None:
    assert len({stemmer(lang)(plain(form)) for form in forms.split()}) == 1


def test_a_language_without_data_keeps_the_start_of_its_words() -> None:
    assert stemmer("de")("donaudampfschiff") == "donauda"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("L'été, 13,75 %", ["l", "été", "13,75", "%"]),
        ("135\u202f000 €", ["135\u202f000", "€"]),
        ("— Oui ?", ["-", "oui", "?"]),
        ("***", ["***"]),
        ("", [""]),
    ],
)
def test_tokens(sentence: str, expected: list[str]) -> None:
    assert tokens(sentence) == expected


def test_numbers_are_the_same_whatever_their_separators() -> None:
    assert stemmer("fr")("13,75") == stemmer("en")("13.75") == "1375"


def test_cognates_are_alike_at_their_start() -> None:
    sides = [["gouvernement", "2019", "chat"], ["government", "2019", "dog"]]
    result = cognates(*(Words(side, np.arange(3), np.zeros(3, dtype=np.int64)) for side in sides))
    pairs = {(int(s), int(t)): w for s, t, w in zip(*result, strict=True)}
    assert pairs.keys() == {(1, 1)} or pairs.keys() == {(1, 1), (0, 0)}
    assert pairs[1, 1] == 1.0


def test_the_words_of_an_expression_share_its_weight() -> None:
    lexicon = parse(["mise en demeure\tformal notice", "chat\tcat"], ("fr", "en"))
    fr, en = stemmer("fr"), stemmer("en")
    assert lexicon[fr("chat")][en("cat")] == 1.0
    assert 0 < lexicon[fr("demeure")][en("notice")] < 1


def test_every_word_of_the_shipped_lexicon_is_found_as_texts_have_it() -> None:
    result, stem = shipped(("fr", "en")), stemmer("fr")
    words = [entry for entry, _ in ENTRIES if tokens(entry) == [entry]]
    assert {"même", "église", "prêtre", "élu"} <= set(words)
    assert [word for word in words if stem(plain(word)) not in result] == []


def test_the_shipped_lexicon_serves_both_directions() -> None:
    forward, backward = shipped(("fr", "en")), shipped(("en", "fr"))
    fr, en = stemmer("fr"), stemmer("en")
    assert forward[fr("maison")][en("house")] == backward[en("house")][fr("maison")]
    assert shipped(("de", "pl")) == {}
