"""One text, no corpus: offsets, sentences, tokens, amounts."""
