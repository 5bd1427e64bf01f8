"""Corpora in and out of the formats of other tools: one module a format, ``formats.FORMATS``.

A corpus becomes ``Document`` values, a format writes them as bytes and reads files into documents,
and documents become ``Source`` values that enter a corpus. Each format declares by ``held`` what
of a document it can give back; the rest is counted, and a property test proves the declaration.
"""
