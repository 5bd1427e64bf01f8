"""The tables of a release and all that a card shows, as pure functions of a corpus."""
