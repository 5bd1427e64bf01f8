"""Where the repository and the clean example of the rules are."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
CLEAN = ROOT / "tests" / "rules" / "clean"
