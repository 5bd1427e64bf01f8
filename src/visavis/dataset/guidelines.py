"""The guidelines as a release shows them: without words that their rights keep back."""

import re
from collections.abc import Collection

_EXAMPLE = re.compile(r"[=!] ([\w-]+) ")
"""A line of the guidelines that shows a place of an article."""

_QUOTATION = re.compile(r"([«“])([^»”]*)([»”])")
_WORDS_QUOTED = 4
"""Words in a row that the text of a rule may quote: the quoted text may be a third party's."""


def without_examples(page: str, articles: Collection[str]) -> str:
    r"""Return a page of the guidelines without the examples from some articles.

    >>> without_examples("rule\n= 001 b1 en «a»\n! 002 b1 fr «b»\n", ["001"])
    'rule\n! 002 b1 fr «b»\n'
    """
    lines = page.splitlines(keepends=True)
    cited = [_EXAMPLE.match(line) for line in lines]
    return "".join(
        line
        for line, match in zip(lines, cited, strict=True)
        if match is None or match[1] not in articles
    )


def brief(text: str) -> str:
    """Return a text with its longer quotations left out.

    >>> brief("as in “to have and to hold”, “have” is")
    'as in “…”, “have” is'
    """

    def shortened(match: re.Match[str]) -> str:
        words = match[2].split()
        return match[0] if len(words) <= _WORDS_QUOTED else f"{match[1]}…{match[3]}"

    return _QUOTATION.sub(shortened, text)
