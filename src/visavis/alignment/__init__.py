"""Sentences of a text and its translation to beads."""
