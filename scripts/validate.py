"""Validate this corpus: canonical files and no findings, in it and in its release where built."""

from pathlib import Path

from visavis.cli import main
from visavis.dataset import card

ROOT = Path(__file__).parents[1]
CARD = card.parse((ROOT / card.CARD).read_text(encoding="utf-8"), card.CARD)
RELEASE = ROOT / "dist" / f"{CARD.name}-{CARD.version}"

checked = ["--release", str(RELEASE)] if RELEASE.is_dir() else []
raise SystemExit(
    main(["format", "--check", "--corpus", str(ROOT)])
    or main(["validate", "--corpus", str(ROOT), *checked])
)
