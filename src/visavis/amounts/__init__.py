"""Amounts of a French or English text, with their values, and whether two of them are the same."""

from visavis.amounts.amount import Amount
from visavis.amounts.equality import Comparison, compare, difference, same
from visavis.amounts.grammar import find

__all__ = ["Amount", "Comparison", "compare", "difference", "find", "same"]
