"""Hydrate this corpus: its third-party articles, from where the developers keep them."""

from pathlib import Path

from visavis.commands.hydrate import report
from visavis.corpus.ingest import hydrate

ROOT = Path(__file__).parents[1]
KEPT = [ROOT.parent / "shared" / name for name in ("articles", "newswire")]

for folder in filter(Path.is_dir, KEPT):
    hydrate(ROOT, folder)
report(hydrate(ROOT, None))
