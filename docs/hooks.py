"""Hook of mkdocs: the guidelines of annotation join the site, each example with its sentence."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl
from mkdocs.structure.files import File, Files

from visavis.corpus.articles import is_open
from visavis.corpus.reading import read, read_articles
from visavis.corpus.spans import sides, with_surface
from visavis.languages import LANGS

ROOT = Path(__file__).parents[1]
GUIDELINES = ROOT / "annotations" / "guidelines"
EXAMPLE = re.compile(
    r"^(?P<sign>[=!]) (?P<article>[\w-]+) (?:(?P<bead>b\d+) )?(?P<lang>fr|en) "
    r"(?P<span>«(?P<surface>.+?)»|\[\d+:\d+\])(?P<values>(?: [\w]+=\S+)*)$"
)
_SPACES = str.maketrans("\u00a0\u202f’", "  '")


def on_files(files: Files, config: Any) -> Files:  # noqa: ANN401 - the type is of mkdocs itself
    """Add the guidelines to the pages of the site, below guidelines/."""
    for path in sorted(GUIDELINES.glob("*.md")):
        content = with_sentences(path.read_text(encoding="utf-8"))
        files.append(File.generated(config, f"guidelines/{path.name}", content=content))
    return files


def with_sentences(page: str) -> str:
    """Return a page of the guidelines with its example lines as a list, in their sentences."""
    lines: list[str] = []
    for line in page.splitlines():
        match = EXAMPLE.fullmatch(line)
        if match and lines and not lines[-1].startswith("- ") and lines[-1]:
            lines.append("")
        lines.append(_shown(match) if match else line)
    return "\n".join(lines) + "\n"


def _shown(match: re.Match[str]) -> str:
    """Return an example as an item; of a text that may not be printed, its place alone."""
    sign = "yes" if match["sign"] == "=" else "no"
    place = " ".join(part for part in (match["article"], match["bead"], match["lang"]) if part)
    values = f" `{match['values'].strip()}`" if match["values"].strip() else ""
    sentence = _sentences().get((match["article"], match["bead"] or "", match["lang"]))
    marked = None if sentence is None else _marked(sentence, match["surface"])
    return f"- **{sign}**{values} {marked or match['span']} <small>{place}</small>"


def _marked(sentence: str, surface: str | None) -> str | None:
    at = sentence.translate(_SPACES).find(str(surface).translate(_SPACES))
    if surface is None or at < 0:
        return None
    end = at + len(surface)
    return f"{sentence[:at]}**{sentence[at:end]}**{sentence[end:]}".replace("\n", " ")


@cache
def _sentences() -> dict[tuple[str, str, str], str]:
    """Return the sentences of the articles that may be printed, by article, bead and language."""
    corpus = read(ROOT)
    allowed = {
        (row.id, lang) for row in read_articles(ROOT) for lang in LANGS if is_open(row, lang)
    }
    rows = with_surface(sides(corpus), corpus.texts).with_columns(pl.col("text").str.strip_chars())
    return {
        (article, bead, lang): text
        for article, bead, lang, text in rows.select("article", "bead", "lang", "text").iter_rows()
        if (article, lang) in allowed and text is not None
    }
