"""``visavis check`` on raw pairs: false alarms, damage seen, speed, memory; beside pofilter.

    python benchmarks/check.py [--fit] [--speed] [--memory] [--output FILE]

The right pairs are those of this corpus and, where ``../shared/gold/alignment`` is there, human
translations of news and novels. Each kind of damage of ``damages.py`` is done to pairs that have
what it takes, one at a time in its context; a damage is seen when a finding is there that the
undamaged pair has not. ``translate-toolkit`` (its ``numbers`` check, and all of its standard
checks) reads the same pairs. Folds: the model is fitted on one half of the documents and judged on
the other. --fit writes ``languages/fr-en/evidence.txt`` from all of them.
"""

import argparse
import gc
import json
import math
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize
from translate.filters import checks as pofilter
from translate.storage import base

from damages import DAMAGES, damaged
from visavis.corpus.reading import read
from visavis.validation.pairs.checking import PRECISION, Row, calibration, check_rows
from visavis.validation.pairs.checks import evidence
from visavis.validation.pairs.evidence import Evidence, Segment
from visavis.validation.pairs.probability import USUAL_LENGTH, USUAL_OPEN, openness
from visavis.validation.pairs.words import Side
from visavis.validation.rules.frames import pairs as corpus_pairs

ROOT = Path(__file__).parents[1]
GOLD = ROOT.parent / "shared" / "gold" / "alignment"
TABLE = ROOT / "src" / "visavis" / "languages" / "fr-en" / "evidence.txt"
MOST = 250
"""Damaged pairs of a kind and set, at most."""

PRIOR = 0.4
"""Part of the pairs that is damaged in the text the probabilities are for: one in a hundred of each
of some forty kinds."""

OWN = {
    "untranslated": ("untranslated", "language"),
    "emptied": ("empty",),
    "duplicate of neighbour": ("repeated", "unrelated"),
}
"""Damage to a whole pair: only these checks learn from it."""

SLOPED = ("negation", "name", "omission", "amount", "hedge")
"""Checks with slopes of their own."""

SCORED = ("omission.lost", "omission.added", "unrelated")

WEAK = frozenset(
    {
        "name.added-acronym", "name.added-part", "name.added-title", "name.lost-title",
        "name.added-near", "name.unlike", "name.lost-near", "name.word-lost", "name.word-added",
        "date.month-added", "date.month-lost", "date.weekday-added", "date.weekday-lost",
        "date.month-other", "date.weekday-other", "quotes.near", "quotes.added",
        "amount.lost-words", "amount.added-words", "amount.lost-several",
        "amount.added-several", "amount.doubtful", "bound.vaguer", "bound.added",
        "bound.blurred", "bound.other", "bound.elsewhere", "hedge.lost-one",
        "negation.lost-free", "negation.added-free", "omission.lost", "omission.added",
        "unrelated", "question.inside", "range.lost", "ordinal.ordinal-lost",
        "ordinal.ordinal-added", "ordinal.ordinal-other",
    }
)  # fmt: skip
"""Kinds of evidence that a good translation often has: they begin with a low weight."""


class Example(NamedTuple):
    """A pair, damaged or not, as the model sees it."""

    set: str
    document: str
    kind: str | None
    features: tuple[float, float, float]
    found: tuple[tuple[str, float | None], ...]


class Pairs(NamedTuple):
    """A set of right pairs."""

    name: str
    pairs: list[tuple[str, str]]
    documents: list[str]


def sets() -> Iterator[Pairs]:
    """Yield the sets of right pairs."""
    table = corpus_pairs(read(ROOT))
    listed = [
        (" ".join(row["fr"].split()), " ".join(row["en"].split()))
        for row in table.iter_rows(named=True)
    ]
    yield Pairs("corpus", listed, list(table["article"]))
    for name in ("news", "novels"):
        pairs, documents = [], []
        for path in sorted((GOLD / name).glob("*.json")):
            document = json.loads(path.read_text(encoding="utf-8"))
            for fr, en in document["beads"]:
                if fr and en:
                    sides = (document["fr"], fr), (document["en"], en)
                    first, second = (
                        " ".join(" ".join(text[i].split()) for i in places)
                        for text, places in sides
                    )
                    pairs.append((first, second))
                    documents.append(path.stem)
        if pairs:
            yield Pairs(name, pairs, documents)


def examples(whole: Pairs) -> Iterator[Example]:
    """Yield the right pairs of a set, then damaged ones."""
    sides = [(Side(fr, "fr"), Side(en, "en")) for fr, en in whole.pairs]
    usual = calibration([Segment(*pair) for pair in sides[:300]])
    clean: list[list[Evidence]] = []

    def around(i: int) -> tuple[tuple[Side, Side] | None, tuple[Side, Side] | None]:
        near = [j for j in (i - 1, i + 1) if 0 <= j < len(sides)]
        near = [j for j in near if whole.documents[j] == whole.documents[i]]
        return (
            sides[i - 1] if i - 1 in near else None,
            sides[i + 1] if i + 1 in near else None,
        )

    def features(segment: Segment) -> tuple[float, float, float]:
        length = math.log(max(1, len(segment.fr.text)) / USUAL_LENGTH)
        return openness(segment) - USUAL_OPEN, usual.open - USUAL_OPEN, length

    for i, pair in enumerate(sides):
        segment = Segment(*pair, *around(i))
        clean.append(evidence(segment, usual.ratio))
        result = tuple((item.kind, item.score) for item in clean[i])
        yield Example(whole.name, whole.documents[i], None, features(segment), result)
    for kind in DAMAGES:
        for i, (fr, en) in damaged(kind, whole.pairs, whole.documents, most=MOST):
            segment = Segment(Side(fr, "fr"), Side(en, "en"), *around(i))
            new = [x for x in evidence(segment, usual.ratio) if is_new(x, clean[i])]
            new = [x for x in new if kind not in OWN or x.check in OWN[kind]]
            result = tuple((item.kind, item.score) for item in new)
            yield Example(whole.name, whole.documents[i], kind, features(segment), result)


def is_new(item: Evidence, before: Sequence[Evidence]) -> bool:
    """Whether the undamaged pair has not this evidence."""
    same = [old for old in before if old.kind == item.kind]
    if item.score is not None:
        return not same or item.score > max(old.score or 0.0 for old in same) + 1
    return all(old.message != item.message for old in same)


class Fitted(NamedTuple):
    """The numbers of the model."""

    kinds: list[str]
    weights: "np.ndarray"
    slopes: "np.ndarray"
    own: "np.ndarray"
    scores: "np.ndarray"

    def probability(self, example: Example) -> float:
        """Return the highest probability of what is found in a pair."""
        return max((self._of(kind, score, example) for kind, score in example.found), default=0.0)

    def _of(self, kind: str, score: float | None, example: Example) -> float:
        check = kind.partition(".")[0]
        slopes = self.slopes + (self.own[SLOPED.index(check)] if check in SLOPED else 0)
        logit = (self.weights[self.kinds.index(kind)] if kind in self.kinds else -1.0) + float(
            slopes @ np.array(example.features)
        )
        if kind in SCORED and score is not None:
            logit += self.scores[SCORED.index(kind)] * score
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))


def fit(listed: Sequence[Example], kinds: list[str]) -> Fitted:
    """Fit the logistic model by penalised likelihood."""
    counts = Counter((example.set, example.kind) for example in listed)
    names = {example.set for example in listed}
    damages = {name: len({k for s, k in counts if s == name and k}) for name in names}
    rows = [
        (example, kind, score) for example in listed for kind, score in dict(example.found).items()
    ]
    x = np.array([example.features for example, _, _ in rows])
    y = np.array([example.kind is not None for example, _, _ in rows])
    place = np.array([kinds.index(kind) for _, kind, _ in rows])
    score = np.array([s or 0.0 for _, _, s in rows])
    mass = np.array(
        [
            (PRIOR / damages[e.set] if e.kind else 1 - PRIOR) / counts[e.set, e.kind]
            for e, _, _ in rows
        ]
    )
    mass *= sum(count for (_, kind), count in counts.items() if kind is None) / len(names)
    checks = [kind.partition(".")[0] for kind in kinds]
    own = np.array([SLOPED.index(c) if c in SLOPED else -1 for c in checks])[place]
    scored = np.array([SCORED.index(k) if k in SCORED else -1 for k in kinds])[place]
    expected = np.array([-1.0 if kind in WEAK else 1.5 for kind in kinds])
    n, m = len(kinds), len(SLOPED)

    def unpacked(t: "np.ndarray") -> tuple["np.ndarray", ...]:
        return t[:n], t[n : n + 3], t[n + 3 : n + 3 + 3 * m].reshape(m, 3), t[n + 3 + 3 * m :]

    def loss(t: "np.ndarray") -> float:
        weights, slopes, others, scores = unpacked(t)
        logit = weights[place] + x @ slopes
        logit += np.where(own >= 0, (x * others[own]).sum(axis=1), 0)
        logit += np.where(scored >= 0, score * scores[scored], 0)
        likelihood = mass * np.logaddexp(0, -np.where(y, logit, -logit))
        penalty = 0.05 * ((weights - expected) ** 2).sum()
        penalty += 0.002 * ((slopes**2).sum() + (others**2).sum() + (scores**2).sum())
        return float(likelihood.sum() + penalty)

    start = np.zeros(n + 3 + 3 * m + len(SCORED))
    options = {"maxiter": 3000, "maxfun": 10**7}
    result = minimize(loss, start, method="L-BFGS-B", options=options)
    return Fitted(kinds, *unpacked(result.x))


HEAD = """\
# How likely each kind of evidence is to be an error: a logistic model.
# Written by benchmarks/check.py --fit; do not edit.
# Slopes by check: share of words without an answer in the pair and in the file,
# logarithm of the length.
"""


def write(model: Fitted) -> None:
    """Write the table of the package."""
    lines = [HEAD + "[slopes]", _line("all", model.slopes)]
    lines += [_line(c, model.slopes + o) for c, o in zip(SLOPED, model.own, strict=True)]
    lines += ["", "# Kind of evidence, tab, weight, tab, slope of its score.", "[weights]"]
    for kind, weight in zip(model.kinds, model.weights, strict=True):
        score = [model.scores[SCORED.index(kind)]] if kind in SCORED else []
        lines.append(_line(kind, [weight, *score]))
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _line(name: str, numbers: Sequence[float]) -> str:
    return "\t".join([name, *(f"{number:.3f}" for number in numbers)])


# ------------------------------------------------------------------ the table
def peers(whole: Pairs) -> dict[str, dict[str, float]]:
    """Return false alarms and damage seen by the checks of translate-toolkit."""
    checker = pofilter.StandardChecker(pofilter.CheckerConfig(targetlanguage="en"))

    def failures(fr: str, en: str) -> set[str]:
        unit = base.TranslationUnit(fr)
        unit.target = en
        return set(checker.run_filters(unit, categorised=False))

    clean = [failures(*pair) for pair in whole.pairs]
    result: dict[str, dict[str, float]] = {}
    for name, only in (("pofilter numbers", {"numbers"}), ("pofilter all", None)):
        chosen = [f & only if only else f for f in clean]
        shares = {"false alarms": sum(map(bool, chosen)) / len(clean)}
        for kind in DAMAGES:
            pairs = damaged(kind, whole.pairs, whole.documents, most=MOST)
            seen = [
                (failures(*pair) & only if only else failures(*pair)) - chosen[i]
                for i, pair in pairs
            ]
            shares[kind] = sum(map(bool, seen)) / len(seen) if seen else float("nan")
        result[name] = shares
    return result


TENTH, LAST = 0.1, 0.85


def bins(listed: Sequence[tuple[float, bool]], masses: Sequence[float]) -> list[list[float]]:
    """Return stated and observed shares of errors by tenths of the probability."""
    rows = []
    for low in np.arange(0.0, 1.0, TENTH):
        inside = [
            (p, y, w)
            for (p, y), w in zip(listed, masses, strict=True)
            if low <= p and (p < low + TENTH or low > LAST)
        ]
        weight = sum(w for _, _, w in inside)
        if weight:
            stated = sum(p * w for p, _, w in inside) / weight
            observed = sum(y * w for _, y, w in inside) / weight
            rows.append([round(stated, 3), round(observed, 3), len(inside)])
    return rows


def measured(everything: Sequence[Example], whole: Sequence[Pairs]) -> dict[str, object]:
    """Return the table, by folds of documents."""
    kinds = sorted({kind for example in everything for kind, _ in example.found})
    documents = sorted({example.document for example in everything})
    fold = {document: number % 2 for number, document in enumerate(documents)}
    models = [fit([e for e in everything if fold[e.document] != h], kinds) for h in (0, 1)]
    judged = [(e, models[fold[e.document]].probability(e)) for e in everything]
    table: dict[str, object] = {"threshold": PRECISION}
    for pairs in whole:
        own = [(e, p) for e, p in judged if e.set == pairs.name]
        right = [p >= PRECISION for e, p in own if e.kind is None]
        row: dict[str, object] = {
            "pairs": len(right),
            "false alarms": sum(right),
            "share": round(sum(right) / len(right), 4),
        }
        seen = {}
        for kind in DAMAGES:
            hits = [p >= PRECISION for e, p in own if e.kind == kind]
            if hits:
                seen[kind] = [sum(hits), len(hits)]
        row["seen"] = seen
        table[pairs.name] = row
    counts = Counter((e.set, e.kind) for e in everything)
    listed = [(p, e.kind is not None) for e, p in judged if p > 0]
    masses = [
        (PRIOR / len(DAMAGES) if e.kind else 1 - PRIOR) / counts[e.set, e.kind]
        for e, p in judged if p > 0
    ]  # fmt: skip
    table["calibration"] = bins(listed, masses)
    return table


def speed(whole: Sequence[Pairs]) -> dict[str, float]:
    """Return pairs a second of one process, after a first run."""
    result = {}
    for pairs in whole:
        rows = [Row(*pair) for pair in pairs.pairs] * REPEATED
        list(check_rows(rows[: len(pairs.pairs)], "fr-en"))
        gc.collect()
        gc.freeze()  # the objects of other libraries, which the command does not load
        begin, cpu = time.perf_counter(), time.process_time()
        list(check_rows(rows, "fr-en"))
        result[pairs.name] = round(len(rows) / (time.perf_counter() - begin))
        result[f"{pairs.name} cpu"] = round(len(rows) / (time.process_time() - cpu))
    return result


REPEATED = 10
"""How often a set is read: what is usual is told from the first pairs of a file alone."""

MILLION = 1_000_000


def memory(whole: Sequence[Pairs]) -> dict[str, float]:
    """Return the largest memory of a process that checks a million pairs, and its time."""
    lines = [f"{fr}\t{en}\n" for pairs in whole[:2] for fr, en in pairs.pairs]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "million.tsv"
        with path.open("w", encoding="utf-8") as file:
            for number in range(MILLION):
                file.write(
                    lines[number % len(lines)].replace(".", f" {number % 97}.", 1)
                    if number % 5 == 0
                    else lines[number % len(lines)]
                )
        begin = time.perf_counter()
        command = [
            sys.executable,
            "-m",
            "visavis",
            "check",
            str(path),
            "--langs",
            "fr-en",
            "--quiet",
            "--jobs",
            "2",
        ]
        subprocess.run(command, check=False, capture_output=True)
        used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        return {
            "megabytes of the largest process": round(used / 1024),
            "seconds": round(time.perf_counter() - begin),
        }


SIDE, MARGIN = 320, 48
"""Size of the picture of the calibration."""


def picture(rows: Sequence[Sequence[float]]) -> str:
    """Return the calibration as SVG: what is stated, and what was observed, by tenths."""

    def at(x: float, y: float) -> str:
        return f"{MARGIN + SIDE * x:.0f},{MARGIN / 2 + SIDE * (1 - y):.0f}"

    points = " ".join(at(stated, observed) for stated, observed, _ in rows)
    dots = "".join(
        '<circle cx="{}" cy="{}" r="4"/>'.format(*at(stated, observed).split(","))
        for stated, observed, _ in rows
    )
    ticks = "".join(
        f'<text x="{MARGIN + SIDE * t:.0f}" y="{MARGIN / 2 + SIDE + 16:.0f}">{t:.1f}</text>'
        f'<text x="{MARGIN - 16}" y="{MARGIN / 2 + SIDE * (1 - t) + 4:.0f}">{t:.1f}</text>'
        for t in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
    )
    size = SIDE + 2 * MARGIN
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size - 8}" '
        'font-family="sans-serif" font-size="11" text-anchor="middle" role="img">'
        "<title>Stated probability and observed share of errors</title>"
        f'<rect width="{size}" height="{size - 8}" fill="#fff"/>'
        f'<rect x="{MARGIN}" y="{MARGIN / 2:.0f}" width="{SIDE}" height="{SIDE}" fill="none" '
        'stroke="#888"/>'
        f'<polyline points="{at(0, 0)} {at(1, 1)}" stroke="#aaa" stroke-dasharray="4" fill="none"/>'
        f'<polyline points="{points}" stroke="#1565c0" stroke-width="2" fill="none"/>'
        f'<g fill="#1565c0">{dots}</g><g fill="#333">{ticks}'
        f'<text x="{size / 2:.0f}" y="{SIDE + MARGIN + 14}">probability that is stated</text>'
        f'<text transform="rotate(-90)" x="{-SIDE / 2 - 24:.0f}" y="14">errors among them</text>'
        "</g></svg>\n"
    )


PICTURE = ROOT / "docs" / "check-calibration.svg"


def main() -> None:
    """Print the table, and write it as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fit", action="store_true", help="write the table of the package")
    parser.add_argument("--speed", action="store_true", help="only pairs a second")
    parser.add_argument("--memory", action="store_true", help="only a million pairs")
    parser.add_argument(
        "--output", type=Path, default=ROOT / "benchmarks" / "results" / "check.json"
    )
    args = parser.parse_args()
    corpus = list(sets())
    if args.speed or args.memory:
        print(json.dumps(speed(corpus) if args.speed else memory(corpus), indent=1))
        return
    everything = [example for pairs in corpus for example in examples(pairs)]
    table = measured(everything, corpus)
    if args.fit:
        write(fit(everything, sorted({kind for e in everything for kind, _ in e.found})))
    table["pofilter"] = {pairs.name: peers(pairs) for pairs in corpus[:2]}
    args.output.parent.mkdir(exist_ok=True)
    args.output.write_text(json.dumps(table, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    PICTURE.write_text(picture(table["calibration"]), encoding="utf-8")  # type: ignore[arg-type]
    print(_markdown(table, [pairs.name for pairs in corpus]))


def _markdown(table: dict[str, object], names: list[str]) -> str:
    others = table["pofilter"]["corpus"]  # type: ignore[index]
    columns = [*(f"{name}" for name in names), *others]
    lines = ["| | " + " | ".join(columns) + " |", "|---" * (len(columns) + 1) + "|"]
    shares = [f"{100 * table[name]['share']:.1f} %" for name in names]  # type: ignore[index]
    shares += [f"{100 * other['false alarms']:.1f} %" for other in others.values()]
    lines.append("| false alarms on right pairs | " + " | ".join(shares) + " |")
    for kind in DAMAGES:
        cells = []
        for name in names:
            seen, of = table[name]["seen"].get(kind, (0, 0))  # type: ignore[index]
            cells.append(f"{100 * seen / of:.0f} % of {of}" if of else "–")
        cells += ["–" if math.isnan(o[kind]) else f"{100 * o[kind]:.0f} %" for o in others.values()]
        lines.append(f"| {kind} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
