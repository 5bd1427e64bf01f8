"""Measure how our articles sound, beside human news: `python benchmarks/style.py [FOLDER]`.

FOLDER has human news in fr/*.txt and en/*.txt. Writes benchmarks/results/style.json.
"""

import json
import sys
from pathlib import Path
from statistics import median

from visavis.corpus.articles import is_open
from visavis.corpus.reading import read_articles
from visavis.languages import LANGS, Lang
from visavis.text.style import Style, measure, refrains

ROOT = Path(__file__).parents[1]
RESULT = ROOT / "benchmarks/results/style.json"

SET_PHRASES: dict[Lang, tuple[str, ...]] = {
    "fr": (
        "un peu moins de",
        "un peu plus de",
        "milliards de dollars",
        "milliards d euros",
        "à la fin de",
        "ce n est pas",
        "il n a pas",
    ),
    "en": ("by the end of", "at the end of", "according to the", "for the first time"),
}
"""Phrases that no newsroom could do without."""


def folder(path: Path, lang: Lang) -> dict[str, str]:
    """Read the texts of a folder by their file names."""
    return {file.stem: file.read_text("utf-8") for file in sorted((path / lang).glob("*.txt"))}


def ranges(texts: dict[str, str], lang: Lang) -> dict[str, list[float]]:
    """Smallest, middle and largest value of each measure."""
    measured = [measure(text, lang) for text in texts.values()]
    columns = {name: sorted(getattr(row, name) for row in measured) for name in Style._fields}
    return {
        name: [round(float(value), 3) for value in (column[0], median(column), column[-1])]
        for name, column in columns.items()
    }


def summary(texts: dict[str, str], lang: Lang) -> dict[str, object]:
    """What is told of one set of texts."""
    quoting = sum(measure(text, lang).quotations > 0 for text in texts.values())
    return {
        "articles": len(texts),
        "with quotations": quoting,
        "smallest, median, largest": ranges(texts, lang),
        "phrases of four words in more than four articles": refrains(
            texts, lang, allowed=SET_PHRASES[lang]
        ),
    }


def outside(texts: dict[str, str], human: dict[str, str], lang: Lang) -> dict[str, int]:
    """How many texts lie beyond the human range, by measure."""
    limits = ranges(human, lang)
    measured = [measure(text, lang) for text in texts.values()]
    return {
        name: sum(
            not limits[name][0] <= round(getattr(row, name), 3) <= limits[name][2]
            for row in measured
        )
        for name in ("mean_length", "spread", "same_opening")
    }


def main() -> None:
    """Measure and write."""
    ours = {row.id for row in read_articles(ROOT) if is_open(row, "fr")}
    result: dict[str, dict[str, object]] = {}
    for lang in LANGS:
        texts = {name: text for name, text in folder(ROOT / "raw", lang).items() if name in ours}
        result[lang] = {"ours": summary(texts, lang)}
        for path in map(Path, sys.argv[1:]):
            human = folder(path, lang)
            result[lang]["human"] = summary(human, lang)
            result[lang]["ours beyond the human range"] = outside(texts, human, lang)
    RESULT.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", "utf-8")
    print(json.dumps(result, ensure_ascii=False, indent=1))


main()
