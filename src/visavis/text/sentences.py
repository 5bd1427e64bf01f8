"""Sentence segmentation: where each sentence of a text begins and ends.

Sentences tile the text, so nothing is lost: white space belongs to the sentence before it, that at
the start of the text to the first. Every boundary follows white space.

- A line break is a hard boundary, whatever stands before it; a run of them makes one boundary.
  Line breaks are the mandatory ones of Unicode Standard Annex 14: LF, CR, CRLF, VT, FF, NEL,
  U+2028 and U+2029.
- Within a line a boundary needs a stop (. ! ? …), then closing quotation marks, brackets and
  pictographs if any, then white space, then what can begin a sentence: a capital, a digit, a sign
  of currency, @ or #, or a name such as iPhone; quotation marks, brackets, dashes may open it.
- Doubt joins: two sentences in one are a smaller harm to an alignment than one torn apart. So an
  initial, or an abbreviation that may end a sentence, ends one only when a word follows that often
  begins sentences; likewise a stop inside brackets within a sentence.

What is known of each language stands in the text files of ``visavis/languages/<lang>``:
``abbreviations.txt``, ``starters.txt``, ``openers.txt``, ``labels.txt`` and
``speech_verbs.txt``. The classes of abbreviations and the use of sentence starters follow Kiss and
Strunk, "Unsupervised Multilingual Sentence Boundary Detection" (Computational Linguistics 32:4,
2006), with lists in place of counts.
"""

import re
import unicodedata
from functools import cache
from itertools import pairwise, starmap
from typing import TYPE_CHECKING, NamedTuple

from visavis.languages import entries

if TYPE_CHECKING:
    from collections.abc import Iterator

STOPS = ".!?…‼⁇⁈⁉"
LINE_BREAKS = r"\n\r\v\f\x85\u2028\u2029"
BLANKS = r"\t\x1c-\x1f \xa0\u1680\u2000-\u200b\u200e\u200f\u202f\u205f\u2060\u3000\ufeff"
"""White space that is no line break, and with it zero-width spaces, directional marks and BOM."""
PICTOGRAPHS = r"\u2600-\u27bf\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff\u200d\u20e3\ufe0f"

LINE_BREAK = re.compile(rf"[{LINE_BREAKS}]")
WHITE_SPACE = re.compile(rf"[{BLANKS}{LINE_BREAKS}]*+")
CANDIDATE = re.compile(
    rf"""[{STOPS}{LINE_BREAKS}]
         (?: (?<= [{STOPS}] )
             ([{STOPS}]*+)
             ((?: [{BLANKS}]*+ [»”›)\]{PICTOGRAPHS}]
                | ["'’]
                | [{BLANKS}]++ "(?= [{BLANKS}]*+ (?:[{LINE_BREAKS}]|\Z) )
             )*+)
             ([{BLANKS}]*+)
             ([{LINE_BREAKS}][{BLANKS}{LINE_BREAKS}]*+)?
           | ([{BLANKS}{LINE_BREAKS}]*+) )""",
    re.VERBOSE,
)
"""A stop, then more stops, closing marks, blanks, line breaks; or line breaks alone.

It begins with one class of characters, which ``re`` searches for seven times faster than for an
alternation. Once begun it cannot fail, and no part can be matched in two ways: that keeps the
search linear on any text."""
MORE_STOPS, CLOSING, GAP = 1, 2, 3

OPENING = re.compile(
    rf"""(?: (?: \[\s?(?:…|\.{{3}})\s?\]
               | \(\s?(?:…|\.{{3}})\s?\)
               | (?:…|\.{{3}}) (?=\w)
               | [«“„"‘’'‹(\[¿¡•*▶►▸‣◦●■□▪→–—−-]
             ) [{BLANKS}]{{0,3}} ){{0,6}}""",
    re.VERBOSE,
)
STRAIGHT_QUOTE = re.compile(
    r"""(?P<opens> (?<![^\s(\[]) " (?=\w) | (?<=[:(\[]) " | (?<=:\s) " )
      | (?P<closes> (?<=\S) " | " (?=\s?[,;:.!?)\]] | \s") )
      | " """,
    re.VERBOSE,
)
"""Quotes whose neighbours tell that they open or close; any other does what the last did not."""
CAMEL_CASE = re.compile(r"[a-zà-ÿ]{1,6}[A-Z]")
ENUMERATOR = re.compile(r"\d{1,3}(?:\.\d{1,2}){0,3}|[IVXLC]{1,6}|[ivx]{1,5}|[^\W\d_]")
HEADED = re.compile(r"(?:[Aa]rt|[Cc]hap|[Ff]ig|[Ss]ect|[Tt]it)\.\s\d{1,3}")
INLINE_ENUMERATOR = re.compile(r"\d{1,2}")
NUMBER = re.compile(r"§?\s?\d|(?:[IVXLC]{2,6}|[VX])\b|[A-Z]\.[^\S\n]*\d")
YEAR = re.compile(r"(?:1\d|20)\d\d\b")
COUNTED = re.compile(
    r"\d{1,3}(?:[ \u00a0\u202f]\d{3})*[ \u00a0\u202f]"
    r"(?!bis|dans|sans|plus|mais|puis|vers|sous)[a-zà-ÿœ]{2,}[sx]\b"
)
"""A number and a noun in the plural, which the number counts: « 3 toiles », « 3 000 policiers »."""
ITEM = re.compile(r"(?:[a-z]|[ivx]{1,5})(?:\)|\.(?=\s))\s{0,3}(?=[«“(]?\s?[A-ZÀ-ÖØ-Þ])")
"""The mark of an item in a list within a line, « b) Deuxième point »."""
INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+[^\W\d_]")
WORD = re.compile(r"([^\W\d_]{1,20}+(?:-[^\W\d_]{1,20}+){0,3}+)(?:(['’])|(\.))?")
BEFORE_WORD = re.compile(r".*[’'‘«»“”\"(\[/,–—]", re.DOTALL)

WINDOW = 40
"""Characters before a stop in which its word, and the word before that, are looked for."""
FEWEST_WORDS = 3
"""Words up to which a label and its letter are a subject and no sentence."""

MOST_BEFORE_ENUMERATOR = 2
"""An opening quotation mark and a space."""
STARTING_SYMBOLS = frozenset("$€£¥@#§")
OPENING_QUOTES = frozenset("«“„\"‘'’‹")
OPENERS = "«“„\"‘'’‹([—– \u00a0\u202f"
"""What may stand before the first word: stops after nothing else end no sentence, « … Et »."""
BRACKETS = frozenset("()[]")
JOINERS = frozenset("\u200c\u200d\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")
"""Beside the marks of category M, what extends a grapheme (Unicode Standard Annex 29)."""


class Sentence(NamedTuple):
    """A sentence as a half-open range [start, end) of Unicode code points of its text."""

    start: int
    end: int


class _Language(NamedTuple):
    """What is known of one language."""

    classes: dict[str, str]
    starters: frozenset[str]
    particles: frozenset[str]
    time: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    firms: frozenset[str]
    places: frozenset[str]
    labels: frozenset[str]
    speech: re.Pattern[str]


def segment(text: str, lang: str) -> list[Sentence]:
    """Sentences of ``text`` in the language ``lang`` (ISO 639-1), in order.

    They tile the text: the first starts at 0, each starts where the one before it ends, and the
    last ends at ``len(text)``. The empty text has none; a blank one is one sentence. Any string is
    accepted; time grows in proportion to its length.

    Raises:
        UsageError: nothing is known of that language.
    """
    language = _language(lang)
    if not text:
        return []
    edges = [0, *_Segmenter(text, language).boundaries()]
    if edges[-1] != len(text):
        edges.append(len(text))
    return list(starmap(Sentence, pairwise(edges)))


@cache
def _language(lang: str) -> _Language:
    starters = _sections(lang, "starters.txt")
    openers = _sections(lang, "openers.txt")
    listed = {
        entry: name
        for name, abbreviations in _sections(lang, "abbreviations.txt").items()
        for entry in abbreviations
    }
    capitalised = {
        entry[0].upper() + entry[1:]: name for entry, name in listed.items() if entry[1:-1]
    }
    verbs = "|".join(map(re.escape, entries(lang, "speech_verbs.txt"))) or "(?!)"
    return _Language(
        capitalised | listed,
        frozenset(starters["words"] + starters["particles"]),
        frozenset(starters["particles"]),
        frozenset(starters["time"]),
        frozenset(openers["determiners"]),
        frozenset(openers["prepositions"]),
        frozenset(openers["firms"]),
        frozenset(openers["places"]),
        frozenset(entries(lang, "labels.txt")),
        re.compile(rf"(?:[A-Z][\w.’'-]{{0,20}}\s){{1,4}}(?:{verbs})\b"),
    )


def _sections(lang: str, resource: str) -> dict[str, list[str]]:
    """Entries of a word list by the ``[section]`` they stand in."""
    sections: dict[str, list[str]] = {}
    for entry in entries(lang, resource):
        if entry.startswith("["):
            section = sections.setdefault(entry.strip("[]"), [])
        else:
            section.append(entry)
    return sections


def _skip_white(text: str, position: int) -> int:
    match = WHITE_SPACE.match(text, position)
    return match.end() if match else position


def _before_marks(text: str, end: int) -> int:
    """``end``, moved before the space there that carries a combining mark, if one does."""
    follows = text[end : end + 1]
    marked = follows and (unicodedata.category(follows)[0] == "M" or follows in JOINERS)
    return end - 1 if marked and not LINE_BREAK.match(text, end - 1) else end


class _Segmenter:
    """One pass over one text."""

    def __init__(self, text: str, language: _Language) -> None:
        self.text = text
        self.language = language
        self.start = _skip_white(text, 0)
        """Where the current sentence starts."""
        self.quotes_from = self.start
        self.quoting = False
        """Whether a straight double quote is open there; no quotation goes beyond its line."""

    def boundaries(self) -> "Iterator[int]":
        """Ends of the sentences; that of the last only if a line break ends the text."""
        text = self.text
        for candidate in CANDIDATE.finditer(text, self.start):
            end = candidate.end()
            if candidate.lastindex != GAP:
                end = self.quotes_from = _before_marks(text, end)
                self.quoting = False
            elif end == len(text):
                return
            elif candidate.start(GAP) == end:
                continue
            else:
                if text[end] == '"' and self._quote_closes(end):
                    end = _skip_white(text, end + 1)
                if not self._ends(candidate, end):
                    continue
            self.start = end
            yield end

    def _quote_closes(self, position: int) -> bool:
        """Whether the straight double quote at ``position``, after a space, closes a quotation."""
        if not self.text[position + 1].isspace():
            return False
        for quote in STRAIGHT_QUOTE.finditer(self.text, self.quotes_from):
            declared = quote["opens"] or quote["closes"]
            self.quoting = bool(quote["opens"]) if declared else not self.quoting
            if quote.start() == position:
                break
        self.quotes_from = position + 1
        return not self.quoting

    def _ends(self, candidate: re.Match[str], end: int) -> bool:
        """Whether the sentence ends at ``end``, after the stops and blanks of ``candidate``."""
        text, stop = self.text, candidate.start()
        word = end if text[end].isupper() else self._first_word(end)
        if word < 0 or not text[self.start : min(stop, self.start + 4)].strip(OPENERS):
            return False
        if candidate[CLOSING] and not self._ends_after_closing(candidate, word):
            return False
        if candidate[MORE_STOPS] or text[stop] == "…":
            return text[stop - 1] not in "([" or stop - 1 > self.start
        return self._ends_after_word(stop, end, word)

    def _first_word(self, position: int) -> int:
        """Where the first word of a sentence beginning at ``position`` is; -1 if none can begin."""
        opening = OPENING.match(self.text, position)
        word = opening.end() if opening else position
        first = self.text[word : word + 1]
        begins = (
            (first.isalpha() and not first.islower())
            or first.isdecimal()
            or first in STARTING_SYMBOLS
            or CAMEL_CASE.match(self.text, word)
            or self._begins_item(word)
        )
        return word if begins else -1

    def _begins_item(self, position: int) -> bool:
        """Whether an item of a list begins at ``position``, in a list if its mark is a stop."""
        item = ITEM.match(self.text, position)
        if not item:
            return False
        return ")" in item[0] or ITEM.match(self.text, self.start) is not None

    def _ends_after_closing(self, candidate: re.Match[str], word: int) -> bool:
        """Whether a sentence may end with the closing marks of ``candidate`` before this word.

        Neither the stop of a bracket within a sentence ends it, « (1450 ?-1516 ?) Jérôme », nor
        that of a question before its speaker, "Why?" Smith asked, unless a starter follows.
        """
        if not BRACKETS.isdisjoint(candidate[CLOSING]):
            doubtful = self.text[self.start] not in "(["
        else:
            speech = self.language.speech
            asks = self.text[candidate.end(MORE_STOPS) - 1] != "."
            doubtful = asks and speech.match(self.text, word) is not None
        return not doubtful or self._starter(word)

    def _ends_after_word(self, stop: int, end: int, word: int) -> bool:
        """Whether the class of the word before the single stop lets the sentence end."""
        name = self._class(stop)
        if name in ("number", "word"):
            counted = name == "word" and bool(COUNTED.match(self.text, word))
            return counted or not NUMBER.match(self.text, word)
        if name in ("month", "time"):
            goes_on = self._in_date(stop, word) if name == "month" else self._tells_time(word)
            return not goes_on
        if name == "initial":
            return self._starter(word) and not self._surname(word)
        if name == "starter":
            return not OPENING_QUOTES.isdisjoint(self.text[end:word]) or self._starter(word)
        return name == "ordinary"

    def _in_date(self, stop: int, word: int) -> bool:
        """Whether a month before ``stop`` has its day before it or its year at ``word``."""
        if YEAR.match(self.text, word):
            return True
        before = self.text[max(self.start, stop - WINDOW) : stop].split()[:-1]
        return bool(before) and before[-1].rstrip("er").isdigit() and self.text[word].isdigit()

    def _class(self, stop: int) -> str:
        """Class of the word that the single stop at ``stop`` follows.

        Those of abbreviations.txt (never, number, time, starter), and ordinary; initial is a
        starter that may be part of a person's name.
        """
        text, classes = self.text, self.language.classes
        words = text[max(self.start, stop - WINDOW) : stop].rsplit(None, 2) or [""]
        token = words[-1]
        before = words[-2] if len(words) > 1 else ""
        if not token.isalpha() and (lead := BEFORE_WORD.match(token)):
            before, token = lead[0], token[lead.end() :]
        listed = classes.get(token + text[stop])
        if listed or text[stop] != ".":
            return listed or "ordinary"
        if self._enumerates(before, token, stop):
            return "never"
        if len(token) == 1 and token.isupper():
            before = before.lower().replace("'", "’")
            labelled = not self.language.labels.isdisjoint((before, f"{before} {token}"))
            if not labelled:
                return "initial"
            return "starter" if self._is_subject(stop) else "ordinary"
        if INITIALS.fullmatch(token):
            return "initial" if "-" in token else "starter"
        return classes.get(token.rpartition("-")[2] + ".", "ordinary")

    def _is_subject(self, stop: int) -> bool:
        """Whether too few words before an initial are a sentence: « Le groupe E. Leclerc »."""
        words = self.text[self.start : stop].split()
        if len(words) > FEWEST_WORDS and words[-2] in self.language.firms:
            return words[-3] == "le" and words[-4] not in self.language.places
        most = FEWEST_WORDS + (words[0] in self.language.prepositions)
        first = {words[0], words[0][:2].replace("'", "’")}
        opens = self.language.determiners | self.language.prepositions
        return len(words) <= most and not opens.isdisjoint(first)

    def _enumerates(self, before: str, token: str, stop: int) -> bool:
        """Whether the token numbers what follows: first in its sentence, or after a colon."""
        if HEADED.fullmatch(self.text, self.start, stop):
            return True
        if stop - self.start <= len(token) + MOST_BEFORE_ENUMERATOR:
            return ENUMERATOR.fullmatch(token) is not None
        return before.endswith((":", ";", "(")) and INLINE_ENUMERATOR.fullmatch(token) is not None

    def _starter(self, position: int) -> bool:
        """Whether the word at ``position`` is one that often begins sentences."""
        word = WORD.match(self.text, position)
        return word is not None and not word[3] and bool(_forms(word) & self.language.starters)

    def _tells_time(self, position: int) -> bool:
        """Whether the word at ``position`` goes on from the hour: « 5 p.m. EST »."""
        word = WORD.match(self.text, position)
        return word is not None and word[1] in self.language.time

    def _surname(self, position: int) -> bool:
        """Whether a particle of surnames and a capital stand at ``position``: « Le Clézio »."""
        word = WORD.match(self.text, position)
        if word is None or not _forms(word) & self.language.particles:
            return False
        follows = _skip_white(self.text, word.end())
        return self.text[follows : follows + 1].isupper()


def _forms(word: re.Match[str]) -> set[str]:
    """The word, and the same with its apostrophe if it has one."""
    return {word[1], f"{word[1]}’" if word[2] else word[1]}
