"""Whether the two sides of a pair say the same: one place for each comparison.

The rules of a corpus and ``visavis check`` call the same functions. They stand here, and not in
``text``, since they use the stems and the lexicon of the aligner. A check yields evidence
(``evidence``); how likely it is to be an error is a model of its own (``probability``).
"""
