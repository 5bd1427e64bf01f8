"""Sentence alignment beside its peers: one table, each idea, unseen documents, growth, confidence.

    python benchmarks/alignment.py [GOLD] [--peers] [--largest SENTENCES]

The corpus of this repository is the last test: its verified beads against those proposed; texts
that are not hydrated are left out.

GOLD is a folder with ``news`` and ``novels``, one JSON file a document (`fr`, `en`, `beads`), by
default ../shared/gold/alignment. Needs the bench group (nltk); galechurch, if it is installed, is
one more peer.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import numpy as np
import polars as pl

from visavis.alignment import articles, scores
from visavis.alignment.beads import Bead, align_all
from visavis.alignment.methods import (
    Document,
    Settings,
    length_term,
    search,
    similarity,
    translation,
    words,
)
from visavis.corpus import reading

HERE = Path(__file__).resolve().parents[1]
PRECISION = 0.995


class Gold(NamedTuple):
    """A set of documents and the beads a person made."""

    name: str
    documents: list[Document]
    beads: list[list[list[list[int]]]]
    names: list[str]


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

    result = []
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
        result.append(linked + nulls)
    return result


def rust(documents: list[Document]) -> list[list[Bead]]:
    """The compiled Gale-Church of `galechurch`."""
    from galechurch import align as compiled  # noqa: PLC0415 - installed by hand

    out = []
    for document in documents:
        lines = compiled(list(document.fr), list(document.en)).to_pharaoh_lines()
        sides = [[json.loads(side) for side in line.split(":")] for line in lines]
        out.append([Bead(tuple(fr), tuple(en)) for fr, en in sides])
    return out


def read(folder: Path) -> Gold:
    """A set of gold documents."""
    rows = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    return Gold(
        folder.name,
        [Document(row["fr"], row["en"]) for row in rows],
        [row["beads"] for row in rows],
        [row["id"] for row in rows],
    )


def measure(aligner: "Aligner", gold: Gold) -> Run:
    """Align one document to warm up, then all to measure."""
    aligner(gold.documents[:1])
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
    total = summed(counts(*pair) for pair in zip(gold.beads, run.beads, strict=True))
    sentences = sum(len(d.fr) + len(d.en) for d in gold.documents)
    marks = judged(gold, run)
    return (
        f"| {gold.name} | {name} | {total.strict_f1:.3f} | {total.lax_f1:.3f} "
        f"| {total.null_recall:.2f} | {scores.coverage(marks, PRECISION):.2f} "
        f"| {scores.calibration_error(marks):.3f} | {sentences / run.seconds:,.0f} |"
    )


HEADING = """| set | aligner | strict F1 | lax F1 | nulls | coverage at .995 | ECE | sentences/s |
|---|---|---|---|---|---|---|---|"""


UNSEEN = """| set | constant | chosen | strict F1 | lax F1 | shipped | strict F1 | lax F1 |
|---|---|---|---|---|---|---|---|"""

VERIFIED = """| beads proposed | right | not proposed |
|---|---|---|"""


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
    "rates by document": (search, "updated", lambda rates, _: rates),
    "places in a bead (all its words are pairs)": (translation, "ALONG", 1.0),
    "looseness by document": (length_term, "PRIOR_LOOSENESS", 1e12),
    "cognates (but identical words)": (words, "COGNATE_RATIO", 1.1),
    "choice by expected gain": (search, "COST", 0.0),
}


def ablations(gold: Gold, *, together: bool) -> Iterator[str]:
    """The table without one idea at a time."""
    for name, change in ABLATIONS.items():
        with changed(*change):
            yield row(f"without {name}", gold, measure(ours("lexical", together=together), gold))
    bare = ours("lexical", together=together, settings=Settings(lexicon={}))
    yield row("without lexicon", gold, measure(bare, gold))
    with changed(sys.modules["visavis.alignment.methods.lexical"], "PASSES", 1):
        yield row("without learning", gold, measure(ours("lexical", together=together), gold))


GROWTH = """
import json, resource, sys, time
from visavis.alignment.beads import align
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


def folds(gold: Gold) -> list[set[int]]:
    """Numbers of the documents of each fold: a novel by itself, halves of many short documents."""
    count = len(gold.documents)
    parts = count if count < FEW else 2
    return [set(range(part, count, parts)) for part in range(parts)]


FEW = 10
"""Fewer documents than this are left out one at a time."""

CHOICES: dict[str, tuple[object, str, tuple[float, ...]]] = {
    "weight of words": (search, "WORD_WEIGHT", (0.4, 0.5, 0.6, 0.7, 0.8)),
    "least unigram": (similarity, "UNIGRAM", (0.3, 0.4, 0.5)),
    "cost of a bead": (search, "COST", (0.0, 0.25, 0.4)),
    "places apart": (translation, "ALONG", (0.2, 0.3, 0.5, 1.0)),
    "beads the usual types are worth": (search, "PRIOR_TYPES", (30.0, 60.0, 100.0)),
}


def held_out(gold: Gold) -> Iterator[str]:
    """A constant chosen on the other documents, scored on those of the fold, and as shipped.

    Each document is aligned alone, so that none of a fold is seen by the others.
    """
    for name, (module, constant, values) in CHOICES.items():
        names = {}
        for value in values:
            with changed(module, constant, value):
                beads = ours("lexical", together=False)(gold.documents)
            names[value] = [counts(*pair) for pair in zip(gold.beads, beads, strict=True)]
        chosen, total = [], scores.Counts()
        for fold in folds(gold):
            rest = [n for n in range(len(gold.documents)) if n not in fold]
            sums = {value: summed(each[n] for n in rest) for value, each in names.items()}
            best = max(values, key=lambda value: sums[value].strict_f1)
            chosen.append(f"{best:g}")
            total = total.plus(summed(names[best][n] for n in sorted(fold)))
        shipped = summed(names[getattr(module, constant)])
        yield (
            f"| {gold.name} | {name} | {', '.join(chosen)} | {total.strict_f1:.3f} "
            f"| {total.lax_f1:.3f} | {getattr(module, constant):g} | {shipped.strict_f1:.3f} "
            f"| {shipped.lax_f1:.3f} |"
        )


def summed(parts: Iterable[scores.Counts]) -> scores.Counts:
    """Counts of many documents."""
    total = scores.Counts()
    for part in parts:
        total = total.plus(part)
    return total


def counts(right: list[list[list[int]]], found: list[Bead]) -> scores.Counts:
    """Counts of one document."""
    return scores.score(((fr, en) for fr, en in right), ((b.fr, b.en) for b in found))


def press(folder: Path) -> Iterator[str]:
    """Verified beads of a corpus that are proposed, and where those are that are not."""
    corpus = reading.read(folder)
    sides = corpus.texts.group_by("article").agg(pl.col("lang").n_unique())
    rows = set(sides.filter(pl.col("lang") > 1)["article"])
    verified = corpus.layers["beads"].filter(pl.col("verified"))
    chosen_articles = sorted(set(verified["article"]) & rows)
    for name, chosen, paragraphs, bare in PRESS:
        parts = [[article] for article in chosen_articles]
        if chosen == "together":
            parts = [chosen_articles]
        method = "length" if chosen == "length" else "lexical"
        settings = Settings(lexicon={}) if bare else None
        names = {}
        for part in parts:
            names |= articles.propose(
                corpus, part, method=method, settings=settings, paragraphs=paragraphs
            )
        right, wrong = 0, []
        for row in verified.iter_rows(named=True):
            if row["article"] in names:
                sides_ = tuple(
                    tuple((s["start"], s["end"]) for s in row[lang]) for lang in ("fr", "en")
                )
                if sides_ in {(bead.fr, bead.en) for bead in names[row["article"]]}:
                    right += 1
                else:
                    wrong.append(f"{row['article']} {row['id']}")
        yield f"| {name} | {right} of {right + len(wrong)} | {', '.join(wrong) or 'none'} |"


PRESS = (
    ("as `visavis align` does", "together", True, False),
    ("paragraphs not heeded", "together", False, False),
    ("paragraphs not heeded, each article alone", "alone", False, False),
    ("the same, no lexicon", "alone", False, True),
    ("the same, lengths only", "length", False, True),
)


def faults(gold: Gold, run: Run) -> Iterator[str]:
    """Stretches that differ from the gold, by kind, and the scores if one kind were right."""
    entries = [
        list(stretches(scores.groups((fr, en) for fr, en in right), [(b.fr, b.en) for b in beads]))
        for right, beads in zip(gold.beads, run.beads, strict=True)
    ]
    for kind in KINDS:
        count, total = [], scores.Counts()
        for right, beads, document in zip(gold.beads, run.beads, entries, strict=True):
            own = [(theirs, ours_) for theirs, ours_ in document if fault(theirs, ours_) == kind]
            wrong = {bead for _, ours_ in own for bead in ours_}
            mended = [(b.fr, b.en) for b in beads if (b.fr, b.en) not in wrong]
            mended += [bead for theirs, _ in own for bead in theirs]
            total = total.plus(scores.score(((fr, en) for fr, en in right), mended))
            count.append(str(len(own)))
        yield f"| {kind} | {' | '.join(count)} | {total.strict_f1:.3f} / {total.lax_f1:.3f} |"


KINDS = (
    "the annotator made one bead of 2-2 or more, ours cuts it or adds to it",
    "a sentence omitted by one and joined to its neighbour by the other",
    "a sentence joined to the wrong neighbour",
)


def fault(right: list[scores.Group], found: list[scores.Group]) -> str:
    """The kind of a stretch."""
    if any(min(len(fr), len(en)) > 1 for fr, en in right):
        return KINDS[0]
    nulls = [sum(not (fr and en) for fr, en in beads) for beads in (right, found)]
    return KINDS[2] if nulls[0] == nulls[1] else KINDS[1]


def stretches(
    right: list[scores.Group], found: list[scores.Group]
) -> Iterator[tuple[list[scores.Group], list[scores.Group]]]:
    """Beads between points that both have, where they are not the same."""
    sides = []
    for beads in (right, found):
        ends = np.cumsum([(len(fr), len(en)) for fr, en in beads], axis=0).tolist()
        sides.append(list(zip(map(tuple, ends), beads, strict=True)))
    common = {end for end, _ in sides[0]} & {end for end, _ in sides[1]}
    parts: list[list[list[scores.Group]]] = []
    for side in sides:
        parts.append([[]])
        for end, bead in side:
            parts[-1][-1].append(bead)
            if end in common:
                parts[-1].append([])
    for theirs, ours_ in zip(*parts, strict=True):
        if theirs != ours_:
            yield theirs, ours_


def main() -> None:
    """Print the tables and draw the picture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="?", type=Path, default=HERE.parent / "shared/gold/alignment")
    parser.add_argument("--largest", type=int, default=100_000)
    parser.add_argument("--peers", action="store_true", help="only the table beside peers")
    args = parser.parse_args()
    sets = [read(args.gold / name) for name in ("news", "novels")]
    wrong: list[str] = []
    print(HEADING)
    for gold in sets:
        print(row("nltk Gale-Church", gold, measure(gale_church, gold)))
        if find_spec("galechurch"):
            print(row("galechurch", gold, measure(rust, gold)))
        print(row("length", gold, measure(ours("length", together=True), gold)))
        for together, name in ((True, "together"), (False, "each alone")):
            run = measure(ours("lexical", together=together), gold)
            print(row(f"lexical, {name}", gold, run), flush=True)
            if together and len(gold.documents) < FEW:
                names = " | ".join(gold.names)
                rule = "---|" * (len(gold.names) + 2)
                wrong = [f"| kind | {names} | strict / lax then |", f"|{rule}", *faults(gold, run)]
    if args.peers:
        return
    print("\nAblation\n\n" + HEADING)
    for gold, together in ((sets[0], True), (sets[0], False), (sets[1], True)):
        print(*ablations(gold, together=together), sep="\n", flush=True)
    print("\nStretches that differ from the gold, aligned together\n", *wrong, sep="\n")
    print(f"\nUnseen documents, each aligned alone\n\n{UNSEEN}")
    for gold in sets:
        print(*held_out(gold), sep="\n", flush=True)
    print(f"\nVerified beads of the corpus\n\n{VERIFIED}")
    print(*press(HERE), sep="\n", flush=True)
    print("\nGrowth of one document\n\n| French sentences | time | peak memory |\n|---|---|---|")
    for size in (1_000, 10_000, 100_000):
        if size <= args.largest:
            print(growth(sets, size), flush=True)


if __name__ == "__main__":
    main()
