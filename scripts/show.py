"""Show that ``load_dataset`` opens the release: its tables, and a few rows of the default one."""

import sys
from pathlib import Path

from datasets import disable_progress_bars, get_dataset_config_names, load_dataset

from visavis.commands.view import pairs
from visavis.corpus.card import read_card

ROOT = Path(__file__).parents[1]
ROWS = 4

CARD = read_card(ROOT)
RELEASE = str(ROOT / "dist" / f"{CARD.name}-{CARD.version}")

if not sys.stderr.isatty():
    disable_progress_bars()
for config in get_dataset_config_names(RELEASE):
    tables = load_dataset(RELEASE, config)
    print(
        f"{config:14}" + ", ".join(f"{split} {table.num_rows}" for split, table in tables.items())
    )

sentences = load_dataset(RELEASE, "sentences", split="train")
print(f"\nload_dataset({RELEASE!r}, 'sentences', split='train'):\n")
regions = sentences.features["region"]
shown = sentences.filter(lambda row: row["fr_spans"]).select(range(ROWS))
print(pairs({**row, "region": regions.int2str(row["region"])} for row in shown))
