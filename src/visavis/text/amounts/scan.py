"""Where an amount may start, and what only looks like one: dates, times, addresses, names."""

import re
import unicodedata

from visavis.text.amounts.digits import VULGAR
from visavis.text.amounts.forms import GAP, JOIN, SPACE, alternation, key
from visavis.text.amounts.lexicon import Lexicon
from visavis.text.amounts.numerals import Numeral
from visavis.text.amounts.skips import PAIRED, compiled, month_first

FOLLOWING_ROLES = frozenset(
    {"scale", "thousand", "hundred", "collective", "cardinal", "part", "half", "ordinal", "point"}
    | {"and"}
)
"""What makes a numeral of the article before it: a million, un demi."""

FOLLOWING_DIMENSIONS = frozenset({"money", "percent", "duration", "measure"})


class Scanner:
    """The places of a text where an amount may start, in one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        phrases = lexicon.data["not_amounts"]["fixed"]
        names = alternation(form for form in phrases if form != form.lower())
        sayings = alternation(form for form in phrases if form == form.lower())
        fixed = f"(?:{names}|(?i:{sayings}))(?!\\w)"
        self._skip = compiled(lexicon, fixed)
        starts = "|".join([*_starts(lexicon), fixed])
        initials = re.escape("".join(sorted(_initials(lexicon))))
        self._starts = re.compile(rf"\b(?=[{initials}])(?:{starts})")
        self._glued = re.compile(f"[0-9](?:{_glued_codes(lexicon)})")
        self._token = re.compile(r"\w+(?:[-\u2010\u2011.]\w+)*")
        self.next = self._starts.search

    def glued(self, text: str) -> list[int]:
        """Where numbers begin that are written to a code or sign of letters: CHF250m, Rs250."""
        if not self._glued.search(text):
            return []
        return [match.start() for match in self._glued.finditer(text)]

    def is_start(self, text: str, position: int) -> bool:
        """Whether a numeral may start at ``position``."""
        return text[position] in "0123456789" or bool(self._starts.match(text, position))

    def skipped(self, text: str, start: int) -> int | None:
        """End of the date, address or fixed expression at ``start``; null when there is none."""
        match = self._skip.match(text, start)
        return match and match.end()

    @staticmethod
    def paired(text: str, start: int) -> re.Match[str] | None:
        """The two numbers at ``start`` that are a telephone number or years, if no unit follows."""
        return PAIRED.match(text, start)

    def token_end(self, text: str, start: int) -> int:
        """End of the token at ``start``; of the first part, for words joined by hyphens."""
        match = self._token.match(text, start)
        if not match:
            return start + 1
        return match.end() if text[start].isdigit() else start + len(match[0].split("-")[0])


def is_glued(text: str, numeral: Numeral) -> bool:
    """Whether the digits belong to a name: GPT-4, Covid-19, F.35."""
    if not numeral.digits or numeral.start == 0:
        return False
    before = text[numeral.start - 1]
    if before in "-\u2010\u2011_/.#@&" and numeral.start > 1:
        return text[numeral.start - 2].isalpha()
    return before in "#_@№"


def _negative(lexicon: Lexicon, articles: list[str]) -> str:
    """Pattern of "one" after "negative", where it is a number."""
    minus = "|".join(f"(?<={word} )" for word in lexicon.data["composition"]["minus"])
    numbers = alternation(form for form in articles if form in lexicon.data["numbers"])
    return f"(?i:(?:{minus})(?:{numbers}))(?!\\w)"


def _shares(lexicon: Lexicon) -> str:
    """Pattern of an ordinal after the words that may make a part of it, « le sixième des »."""
    before = "|".join(f"(?<={word}{SPACE})" for word in lexicon.data["fraction_words"]["share"])
    ordinals = alternation(f for f, word in lexicon.numeral_forms.items() if word.role == "ordinal")
    initials = {form[0] for form, word in lexicon.numeral_forms.items() if word.role == "ordinal"}
    letters = "".join(sorted(initials | {letter.upper() for letter in initials}))
    return f"(?=[{letters}])(?i:(?:{before})(?:{ordinals}))(?!\\w)"


def _glued_codes(lexicon: Lexicon) -> str:
    """Pattern of a code or sign of letters that a number is written to: CHF250m, Rs250."""
    signs = [sign for sign in (*lexicon.codes, *lexicon.signs) if sign[-1].isalpha()]
    by_length: dict[int, list[str]] = {}
    for sign in signs:
        by_length.setdefault(len(sign), []).append(re.escape(sign))
    same = (f"(?<=\\b(?:{'|'.join(group)}).)" for group in by_length.values())
    return "|".join(same)


def _initials(lexicon: Lexicon) -> set[str]:
    """Characters that an amount, or what is skipped, begins with: most words are left at once."""
    forms = [*lexicon.numeral_forms, *lexicon.data["not_amounts"]["fixed"], "https", "www"]
    if month_first(lexicon):
        forms += lexicon.data["dates"]["months"].split()
    letters = {form[0] for form in forms}
    letters |= {unicodedata.normalize("NFD", letter)[0] for letter in letters}
    return {*letters, *(letter.upper() for letter in letters), *"0123456789", *VULGAR}


def _starts(lexicon: Lexicon) -> list[str]:
    """Patterns of what an amount, or what is to be skipped, begins with."""
    forms, units = lexicon.numeral_forms, lexicon.unit_forms
    words = lexicon.data["words"]
    ranges = lexicon.data["ranges"]
    followers = [
        *(form for form in forms if lexicon.words[key(form)].role in FOLLOWING_ROLES),
        *(form for form, unit in units.items() if unit.dimension in FOLLOWING_DIMENSIONS),
        *words["out_of"], *ranges["to"], *ranges["or"], *ranges["and"],
    ]  # fmt: skip
    articles = [form for form, word in forms.items() if word.article and word.role != "whole"]
    wholes = [form for form, word in forms.items() if word.role == "whole"]
    times = [form for form, unit in units.items() if unit.dimension == "duration"]
    starts = [
        f"[0-9{''.join(VULGAR)}]",
        f"(?i:{alternation(lexicon.first_words)})(?!\\w)",
        f"(?i:{alternation(articles)})(?={JOIN}(?i:{alternation(followers)})(?!\\w))",
        f"(?i:{alternation(wholes)})(?={JOIN}?(?i:{alternation(times)})(?!\\w))",
        _negative(lexicon, articles),
        _shares(lexicon),
        r"https?://|www\.",
    ]
    if month_first(lexicon):
        months = alternation(lexicon.data["dates"]["months"].split())
        starts.append(rf"(?:{months})(?!\w)(?=\.?,?{GAP}\d)")
    return starts
