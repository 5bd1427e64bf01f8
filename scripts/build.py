"""Build this corpus's public release into dist/."""

from pathlib import Path

from visavis.cli import main

raise SystemExit(main(["build", "--corpus", str(Path(__file__).parents[1])]))
