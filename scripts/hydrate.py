"""Hydrate this corpus: its press articles, from the folder where the developers keep them."""

from pathlib import Path

from visavis.commands.hydrate import report
from visavis.corpus.ingest import hydrate

ROOT = Path(__file__).parents[1]
PRESS = ROOT.parent / "shared" / "articles"

report(hydrate(ROOT, PRESS if PRESS.is_dir() else None))
