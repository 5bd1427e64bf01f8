"""Sentence alignment beside its peers: one table, the ablation, the growth, the calibration.

    python benchmarks/alignment.py [GOLD] [--largest SENTENCES]

GOLD is a folder with ``news`` and ``novels``, one JSON file a document (`fr`, `en`, `beads`), by
default ../shared/gold/alignment. Needs the bench group (nltk, matplotlib).
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from visavis import scores
from visavis.aligners import Document, Settings, search, similarity, words
from visavis.beads import Bead, align_all

HERE = Path(__file__).resolve().parents[1]
PICTURE = HERE / "docs" / "alignment-calibration.png"
PRECISION = 0.995


class Gold(NamedTuple):
    """A set of documents and the beads a person made."""

    name: str
    documents: list[Document]
    beads: list[list[list[list[int]]]]


class Run(NamedTuple):
    """What an aligner found in a set, and the seconds of processor time."""

    beads: list[list[Bead]]
    seconds: float


Aligner = Callable[[list[Document]], list[list[Bead]]]


def ours(method: str, *, together: bool, settings: Settings | None = None) -> "Aligner":
    """One of our aligners."""
    return lambda documents: align_all(
        documents, method=method, settings=settings, together=together
    )


def gale_church(documents: list[Document]) -> list[list[Bead]]:
    """That of nltk; it gives pairs of sentences, joined here into beads."""
    from nltk.translate.gale_church import align_blocks  # noqa: PLC0415 - in the bench group

    found = []
    for document in documents:
        lengths = [[len(s) for s in document.fr], [len(s) for s in document.en]]
        groups: list[tuple[set[int], set[int]]] = []
        for i, j in sorted(align_blocks(*lengths)):
            if groups and (i in groups[-1][0] or j in groups[-1][1]):
                groups[-1][0].add(i)
                groups[-1][1].add(j)
            else:
                groups.append(({i}, {j}))
        linked = [Bead(tuple(sorted(a)), tuple(sorted(b))) for a, b in groups]
        seen = {i for bead in linked for i in bead.fr}, {j for bead in linked for j in bead.en}
        nulls = [Bead((i,), ()) for i in range(len(document.fr)) if i not in seen[0]]
        nulls += [Bead((), (j,)) for j in range(len(document.en)) if j not in seen[1]]
        found.append(linked + nulls)
    return found


def read(folder: Path) -> Gold:
    """A set of gold documents."""
    rows = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    return Gold(
        folder.name,
        [Document(row["fr"], row["en"]) for row in rows],
        [row["beads"] for row in rows],
    )


def measure(aligner: "Aligner", gold: Gold) -> Run:
    """Align once to warm up and once to measure."""
    aligner(gold.documents)
    start = time.process_time()
    beads = aligner(gold.documents)
    return Run(beads, time.process_time() - start)


def judged(gold: Gold, run: Run) -> list[tuple[float, bool]]:
    """Confidence of each bead and whether it is strictly right."""
    right = [set(scores.groups((fr, en) for fr, en in beads)) for beads in gold.beads]
    return [
        (bead.confidence, (bead.fr, bead.en) in right[number])
        for number, beads in enumerate(run.beads)
        for bead in beads
    ]


def row(name: str, gold: Gold, run: Run) -> str:
    """One line of the table."""
    total = scores.Counts()
    for right, found in zip(gold.beads, run.beads, strict=True):
        total = total.plus(
            scores.score(((fr, en) for fr, en in right), ((b.fr, b.en) for b in found))
        )
    sentences = sum(len(d.fr) + len(d.en) for d in gold.documents)
    marks = judged(gold, run)
    return (
        f"| {gold.name} | {name} | {total.strict_f1:.3f} | {total.lax_f1:.3f} "
        f"| {total.null_recall:.2f} | {scores.coverage(marks, PRECISION):.2f} "
        f"| {scores.calibration_error(marks):.3f} | {sentences / run.seconds:,.0f} |"
    )


HEADING = """| set | aligner | strict F1 | lax F1 | nulls | coverage at .995 | ECE | sentences/s |
|---|---|---|---|---|---|---|---|"""


@contextmanager
def changed(module: object, name: str, value: object) -> Iterator[None]:
    """A constant of the aligner changed for a while."""
    before = getattr(module, name)
    setattr(module, name, value)
    try:
        yield
    finally:
        setattr(module, name, before)


ABLATIONS: dict[str, tuple[object, str, object]] = {
    "lengths": (search, "LENGTH_WEIGHT", 0.0),
    "words": (search, "WORD_WEIGHT", 0.0),
    "rates by document": (search, "ESTIMATES", (0, 0)),
    "looseness by document": (similarity, "PRIOR_LOOSENESS", 1e12),
    "cognates (but identical words)": (words, "COGNATE_RATIO", 1.1),
    "calibration": (search, "ODDS_SLOPE", 1.0),
    "choice by expected gain": (search, "COST", 0.0),
}


def ablations(gold: Gold, *, together: bool) -> Iterator[str]:
    """The table without one idea at a time."""
    for name, change in ABLATIONS.items():
        with changed(*change):
            yield row(f"without {name}", gold, measure(ours("lexical", together=together), gold))
    bare = ours("lexical", together=together, settings=Settings(lexicon={}))
    yield row("without lexicon", gold, measure(bare, gold))
    with changed(sys.modules["visavis.aligners.lexical"], "PASSES", 1):
        yield row("without learning", gold, measure(ours("lexical", together=together), gold))


GROWTH = """
import json, resource, sys, time
from visavis.beads import align
documents = json.load(sys.stdin)
align(*documents[0])
start = time.process_time()
align(*documents[1])
seconds = time.process_time() - start
print(f"{seconds:.1f} s, {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
"""


def growth(sets: list[Gold], size: int) -> str:
    """Time and peak memory of one document of ``size`` French sentences, gold texts repeated."""
    fr: list[str] = []
    en: list[str] = []
    documents = [document for gold in sets for document in gold.documents]
    while len(fr) < size:
        for number, document in enumerate(documents):
            fr += [f"{s} {len(fr) + number}" for s in document.fr]
            en += [f"{s} {len(fr) + number}" for s in document.en]
    done = subprocess.run(
        [sys.executable, "-c", GROWTH],
        input=json.dumps([[fr[:50], en[:50]], [fr[:size], en[: int(size * len(en) / len(fr))]]]),
        capture_output=True,
        text=True,
        check=True,
    )
    return f"| {size:,} | {done.stdout.strip().replace(', ', ' | ')} |"


def draw(diagrams: dict[str, list[scores.Bin]]) -> None:
    """The reliability diagram."""
    import matplotlib as mpl  # noqa: PLC0415 - in the bench group

    mpl.use("Agg")
    from matplotlib import pyplot as plt  # noqa: PLC0415

    figure, axes = plt.subplots(figsize=(4.5, 4.5), dpi=80)
    axes.plot([0, 1], [0, 1], color="grey", linewidth=0.8)
    for name, bins in diagrams.items():
        axes.plot([b.confidence for b in bins], [b.right for b in bins], marker="o", label=name)
    axes.set(xlabel="confidence", ylabel="beads strictly right", xlim=(0, 1), ylim=(0, 1))
    axes.legend()
    figure.tight_layout()
    PICTURE.parent.mkdir(exist_ok=True)
    figure.savefig(PICTURE, metadata={"Software": None})


def main() -> None:
    """Print the tables and draw the picture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="?", type=Path, default=HERE.parent / "shared/gold/alignment")
    parser.add_argument("--largest", type=int, default=100_000)
    args = parser.parse_args()
    sets = [read(args.gold / name) for name in ("news", "novels")]
    diagrams = {}
    print(HEADING)
    for gold in sets:
        print(row("nltk Gale-Church", gold, measure(gale_church, gold)))
        print(row("length", gold, measure(ours("length", together=True), gold)))
        for together, name in ((True, "together"), (False, "each alone")):
            run = measure(ours("lexical", together=together), gold)
            print(row(f"lexical, {name}", gold, run), flush=True)
            diagrams[f"{gold.name}, {name}"] = scores.reliability(judged(gold, run))
    print("\nAblation\n\n" + HEADING)
    for gold, together in ((sets[0], True), (sets[0], False), (sets[1], True)):
        print(*ablations(gold, together=together), sep="\n", flush=True)
    print("\nGrowth of one document\n\n| French sentences | time | peak memory |\n|---|---|---|")
    for size in (1_000, 10_000, 100_000):
        if size <= args.largest:
            print(growth(sets, size), flush=True)
    draw(diagrams)


if __name__ == "__main__":
    main()
