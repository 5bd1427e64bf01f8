"""Sentence segmentation beside sentencex and pysbd: boundary F1, speed, growth.

    python benchmarks/sentences.py [--gold ../shared/gold/alignment/news] [--fast]

F1 is that of sentence ends, micro-averaged over a set; ends are compared by the number of
characters before them that are not white space, so that nobody is punished for the place of a
space. All systems are measured in one run on the same texts; read speeds as ratios.
"""

import argparse
import json
import random
import sys
import time
from collections.abc import Callable
from itertools import accumulate
from pathlib import Path

from visavis.text.sentences import segment

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))
from test_sentences import cases  # noqa: E402  # the cases are read by the tests' own reader

LANGUAGES = ("fr", "en")
STOPS = ".!?…"
SIZE = 1_000_000
"""Characters of the texts that speed is measured on."""
SLOW_SIZE = 50_000
"""The same for pysbd, which takes seconds a megabyte."""

System = Callable[[str, str], list[str]]
Document = tuple[str, list[str]]
"""A text and its sentences."""

HOSTILE = {
    "news": "",
    "a": "a",
    "stops": ".",
    "spaces": " ",
    "line breaks": "\n",
    "stop + space": ". ",
    "stop + spaces": "." + " " * 50,
    "initials": "A. ",
    "titles": "M. Le ",
    'spaced "': '. " ',
    "closed »": "! » ",
    "brackets": "?) A ",
    "opening": ". «(",
    "one long word": ". " + "A" * 1000,
    "enumerators": ": 1. ",
    "names": '?" Aa Bb Cc ',
}


def visavis(text: str, lang: str) -> list[str]:
    """Ours, with the texts in place of the offsets."""
    return [text[start:end] for start, end in segment(text, lang)]


def systems() -> dict[str, System]:
    """Those that are installed."""
    by_key: dict[str, System] = {"visavis": visavis}
    try:
        import sentencex  # noqa: PLC0415  # the peers are optional
    except ImportError:
        print("sentencex: not installed, skipped (bench group)")
    else:
        by_key["sentencex"] = lambda text, lang: list(sentencex.segment(lang, text))
    try:
        import pysbd  # noqa: PLC0415
    except ImportError:
        print("pysbd: not installed, skipped (bench group)")
    else:
        segmenters = {lang: pysbd.Segmenter(language=lang, clean=False) for lang in LANGUAGES}
        by_key["pysbd"] = lambda text, lang: list(segmenters[lang].segment(text))
    return by_key


def ends(sentences: list[str]) -> set[int]:
    """Ends of the sentences, as numbers of characters that are not white space."""
    sizes = (sum(map(len, sentence.split())) for sentence in sentences)
    return {end for end in accumulate(sizes) if end}


def f1(system: System, documents: list[Document], lang: str) -> float:
    """F1 of the ends of sentences, micro-averaged."""
    correct = predicted = gold = 0
    for text, sentences in documents:
        result, wanted = ends(system(text, lang)), ends(sentences)
        correct += len(result & wanted)
        predicted += len(result)
        gold += len(wanted)
    return 2 * correct / (predicted + gold)


def hard_cases(lang: str) -> list[Document]:
    """Those of tests/cases."""
    return [(text, wanted.split(" | ")) for code, text, wanted in cases() if code == lang]


def news(gold: Path, lang: str) -> list[Document]:
    """Documents of one item a line, joined with spaces.

    Some items are two sentences joined on purpose, and headings have no stop: the F1 of a perfect
    segmenter is far from 1 here.
    """
    items = [json.loads(path.read_text("utf-8"))[lang] for path in sorted(gold.glob("*.json"))]
    return [(" ".join(sentences), sentences) for sentences in items]


def punctuated(documents: list[Document]) -> list[Document]:
    """The documents without the items that do not end with a stop."""
    entries = [
        [s for s in sentences if s.rstrip(' \u00a0»”"’)')[-1:] in STOPS and s]
        for _, sentences in documents
    ]
    return [(" ".join(sentences), sentences) for sentences in entries]


def seconds(function: System, text: str, lang: str, runs: int = 3) -> float:
    """Time of the quickest of some runs."""

    def once() -> float:
        start = time.perf_counter()
        function(text, lang)
        return time.perf_counter() - start

    return min(once() for _ in range(runs))


def sample(documents: list[Document], size: int) -> str:
    """A text of about that many characters, of shuffled documents, one a line."""
    texts = [text for text, _ in documents]
    text = "\n".join(texts)
    copies = [texts] * (size // len(text) + 1)
    lines = [line for copy in copies for line in copy]
    random.Random(0).shuffle(lines)  # noqa: S311  # a fixed order, nothing secret
    return "\n".join(lines)[:size]


def row(name: str, values: list[str]) -> None:
    """Print a line of the table."""
    print(f"{name:34}" + "".join(f"{value:>12}" for value in values))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument(
        "--gold",
        type=Path,
        default=ROOT.parent / "shared/gold/alignment/news",
        help="a folder of JSON documents with a list of sentences for each language",
    )
    parser.add_argument("--fast", action="store_true", help="without pysbd")
    args = parser.parse_args()
    result = systems()
    if args.fast:
        result.pop("pysbd", None)

    row("", list(result))
    corpus = {lang: hard_cases(lang) for lang in LANGUAGES}
    for lang, documents in corpus.items():
        name = f"F1 {lang}, {len(documents)} own hard cases"
        row(name, [f"{f1(system, documents, lang):.4f}" for system in result.values()])
    if args.gold.is_dir():
        corpus = {lang: news(args.gold, lang) for lang in LANGUAGES}
        for lang, documents in corpus.items():
            for name, some in (("", documents), (", items with a stop", punctuated(documents))):
                scores = [f"{f1(system, some, lang):.4f}" for system in result.values()]
                row(f"F1 {lang}, news items{name}", scores)
    else:
        print(f"{args.gold}: not there, F1 on news skipped")
    for lang, documents in corpus.items():
        rates = []
        for name, system in result.items():
            text = sample(documents, SLOW_SIZE if name == "pysbd" else SIZE)
            rates.append(len(text.encode()) / 1e6 / seconds(system, text, lang))
        row(f"MB/s {lang}", [f"{rate:.2f}" for rate in rates])
        row("  visavis is faster by", [f"{rates[0] / rate:.1f}x" for rate in rates])

    print("\nvisavis: ns a character of 10 000, 100 000 and 1 000 000; equal means linear growth")
    for name, unit in HOSTILE.items():
        text = unit * (SIZE // len(unit) + 1) if unit else sample(corpus["fr"], SIZE)
        costs = [
            seconds(visavis, text[:size], "fr") / size * 1e9
            for size in (SIZE // 100, SIZE // 10, SIZE)
        ]
        row(name, [f"{cost:.0f}" for cost in costs])


if __name__ == "__main__":
    main()
