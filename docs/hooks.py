"""Hook of mkdocs: the guidelines of annotation, which are part of the corpus, join the site."""

from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

GUIDELINES = Path(__file__).parents[1] / "annotations" / "guidelines"


def on_files(files: Files, config: Any) -> Files:  # noqa: ANN401 - the type is of mkdocs itself
    """Add the guidelines to the pages of the site, below guidelines/."""
    for path in sorted(GUIDELINES.glob("*.md")):
        content = path.read_text(encoding="utf-8")
        files.append(File.generated(config, f"guidelines/{path.name}", content=content))
    return files
