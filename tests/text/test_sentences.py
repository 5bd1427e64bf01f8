import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.paths import ROOT
from visavis.errors import UsageError
from visavis.languages import entries, known
from visavis.text.sentences import BLANKS, LINE_BREAKS, segment

CASES = ROOT / "tests" / "cases"
LANGUAGES = ("en", "fr")
WHITE = re.compile(rf"[{BLANKS}{LINE_BREAKS}]+")
NEWLINE = re.compile(f"[{LINE_BREAKS}]")

FRAGMENTS = (
    *("Le", "Elle", "The", "Meta", "iPhone", "le", "dit", "said", "A", "X", "I", "É", "3", "12"),
    *(
        "M.",
        "Dr.",
        "art.",
        "oct.",
        "Inc.",
        "No.",
        "U.S.",
        "J.-C.",
        "etc.",
        "Yahoo!",
        "plan B",
        "sur",
    ),
    *(".", ".", "!", "?", "…", "...", ",", ":", ";", "-", "—", "%", "$", "@"),
    *("«", "»", "“", "”", "‘", "’", '"', "'", "(", ")", "[", "]", "[…]"),
    *(" ", " ", " ", " ", "\u00a0", "\u202f", "\t", "\n", "\r", "\r\n", "\u2028", "\v", "\u200b"),
    *("\u0301", "\u200d", "\ufe0f", "😀", "🏽", "🇫🇷", "\x00", "\ud800", "中", "\ufeff"),
)
anything = st.text(st.characters())
press = st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("".join)
texts = press | anything
languages = st.sampled_from(LANGUAGES)


def cases() -> list[tuple[str, str, str]]:
    result = []
    for path in sorted(CASES.glob("sentences.*.txt")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            if line and not line.startswith("#"):
                text, expected = map(unescape, line.split(" --- "))
                assert " | " not in text
                result.append((path.suffixes[0][1:], text, expected))
    return result


def unescape(text: str) -> str:
    escape = re.compile(r"\\(?:[nrt]|u[0-9a-f]{4})")
    return escape.sub(lambda found: found[0].encode().decode("unicode_escape"), text)


def sentences(text: str, lang: str) -> list[str]:
    return [text[start:end] for start, end in segment(text, lang)]


def bare(text: str, lang: str) -> list[str]:
    """Sentences without the white space around them."""
    items = [strip(sentence) for sentence in sentences(text, lang)]
    return [sentence for sentence in items if sentence]


def strip(text: str) -> str:
    white = [match.span() for match in WHITE.finditer(text)]
    start = white[0][1] if white and white[0][0] == 0 else 0
    end = white[-1][0] if white and white[-1][1] == len(text) else len(text)
    return text[start:end]


@pytest.mark.parametrize(("lang", "text", "expected"), cases())
def test_case(lang: str, text: str, expected: str) -> None:
    assert " | ".join(sentence.strip() for sentence in sentences(text, lang)) == expected


def test_there_are_cases_enough_in_every_language() -> None:
    assert {lang for lang, _, _ in cases()} == set(known("abbreviations.txt")) == set(LANGUAGES)
    assert len(cases()) >= 260


@given(texts, languages)
def test_sentences_tile_the_text(text: str, lang: str) -> None:
    result = segment(text, lang)
    assert "".join(text[start:end] for start, end in result) == text
    assert all(start < end for start, end in result)
    assert [start for start, _ in result] == [0, *(end for _, end in result)][: len(result)]


@given(texts, languages)
def test_only_a_blank_text_has_a_blank_sentence(text: str, lang: str) -> None:
    result = sentences(text, lang)
    assert len(result) == 1 or all(strip(sentence) for sentence in result)


@given(texts, languages)
def test_an_edge_follows_white_space_and_parts_no_grapheme(text: str, lang: str) -> None:
    for start, _ in segment(text, lang)[1:]:
        before, after = text[start - 1], text[start]
        assert WHITE.fullmatch(before)
        assert before + after != "\r\n"
        if not NEWLINE.match(before):
            assert unicodedata.category(after)[0] != "M"
            assert after not in "\u200c\u200d🏽"


@given(texts, languages)
def test_white_space_belongs_to_the_sentence_before_it(text: str, lang: str) -> None:
    for start, _ in segment(text, lang)[1:]:
        carries_a_mark = unicodedata.category(text[start + 1 : start + 2] or "A")[0] == "M"
        joiner = text[start + 1 : start + 2] in set("\u200c\u200d🏻🏼🏽🏾🏿")
        assert not WHITE.match(text, start) or carries_a_mark or joiner


@given(texts, texts, languages, st.sampled_from(["\n", "\r\n", "\r", "\u2029", "\n\n \n"]))
def test_a_line_break_parts_what_is_beside_it(a: str, b: str, lang: str, newline: str) -> None:
    assert bare(a + newline + b, lang) == bare(a, lang) + bare(b, lang)


@given(texts, languages)
def test_a_sentence_alone_is_one_sentence(text: str, lang: str) -> None:
    for sentence in sentences(text, lang):
        assert sentences(sentence, lang) == [sentence]


def test_the_empty_text_has_no_sentence() -> None:
    assert segment("", "fr") == []


def test_an_unknown_language_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match="en, fr"):
        segment("", "tlh")


def test_a_language_has_rules_of_its_own() -> None:
    text = "Gov. Newsom. Mme. Royal."
    assert sentences(text, "fr") != sentences(text, "en")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("resource", ["abbreviations.txt", "starters.txt", "labels.txt"])
def test_a_word_list_names_each_entry_once(lang: str, resource: str) -> None:
    result = entries(lang, resource)
    assert sorted(result) == sorted(set(result))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_abbreviation_is_written_with_its_stop_in_a_known_class(lang: str) -> None:
    result = entries(lang, "abbreviations.txt")
    headings = {entry for entry in result if entry.startswith("[")}
    assert headings - {"[month]"} == {"[never]", "[number]", "[word]", "[time]", "[starter]"}
    assert all(entry[-1] in ".!?" and " " not in entry for entry in set(result) - headings)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_starters_have_a_capital_and_labels_none(lang: str) -> None:
    result = entries(lang, "starters.txt")
    starters = [entry for entry in result if not entry.startswith("[")]
    assert set(result) - set(starters) == {"[particles]", "[time]", "[words]"}
    assert all(entry[0].isupper() for entry in starters)
    assert all(entry.split()[0].islower() for entry in entries(lang, "labels.txt"))
