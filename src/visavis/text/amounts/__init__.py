"""Amounts of a French or English text, with their values, and whether two of them are the same.

Importing the module is light: the grammar is imported when a text is first read.
"""

from visavis.text.amounts.amount import Amount
from visavis.text.amounts.compare import Comparison, compare, difference, same

__all__ = ["Amount", "Comparison", "compare", "difference", "find", "same"]


def find(text: str, lang: str) -> list[Amount]:
    """Amounts of ``text`` in reading order, disjoint; offsets are code points of ``text``.

    Raises:
        UsageError: the language has no ``amounts.toml``.
    """
    from visavis.text.amounts.grammar import grammar  # noqa: PLC0415 - compiled at first use

    return grammar(lang).find(text)
