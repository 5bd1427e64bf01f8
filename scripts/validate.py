"""Validate this corpus: canonical files and no findings."""

from pathlib import Path

from visavis.cli import main

ROOT = str(Path(__file__).parents[1])

raise SystemExit(
    main(["format", "--check", "--corpus", ROOT]) or main(["validate", "--corpus", ROOT])
)
