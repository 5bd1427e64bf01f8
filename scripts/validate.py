"""Validate this corpus: canonical files and no findings, in it and in its release where built."""

from pathlib import Path

from visavis.cli import main
from visavis.corpus.card import read_card

ROOT = Path(__file__).parents[1]
CARD = read_card(ROOT)
RELEASE = ROOT / "dist" / f"{CARD.name}-{CARD.version}"

checked = ["--release", str(RELEASE)] if RELEASE.is_dir() else []
raise SystemExit(
    main(["format", "--check", "--corpus", str(ROOT)])
    or main(["validate", "--corpus", str(ROOT), *checked])
)
