"""Does a confidence mean what it says? On texts that are translations, in part, or not at all.

    python benchmarks/confidence.py [GOLD] [--write] [--json FILE] [--pictures FOLDER]

The conditions are made from the development gold (news, and pieces of novels): unrelated pairs,
shuffled paragraphs, partial translations. Half of the documents fit the regressions of
`visavis.alignment.methods.confidence`, the other half measures them, and the other way round;
``--write`` fits them on all documents and writes the constants into the package.
"""

import argparse
import json
import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from visavis.alignment import scores
from visavis.alignment.beads import align_all
from visavis.alignment.methods import Document, Settings, confidence

if TYPE_CHECKING:
    from numpy.typing import NDArray

HERE = Path(__file__).resolve().parents[1]
PIECE = 45
"""Beads of a piece of a novel."""

PARAGRAPH = (3, 7)
"""Beads of a paragraph that is moved."""


class Case(NamedTuple):
    """A document, the beads a person made of it, and whether its texts are translations."""

    document: Document
    beads: list[scores.Group]
    translation: bool = True


class Mode(NamedTuple):
    """How the cases are aligned, and how much it counts in the fit.

    The letters of the target are replaced in ``cipher``: a language of which nothing is known.
    """

    name: str
    settings: Settings
    together: bool
    weight: float
    cipher: bool = False


MODES = [
    Mode("together", Settings(), together=True, weight=1.0),
    Mode("alone", Settings(), together=False, weight=1.0),
    Mode("together, no lexicon", Settings(("x", "y"), lexicon={}), together=True, weight=1.0),
    Mode("alone, no lexicon", Settings(("x", "y"), lexicon={}), together=False, weight=1.0),
    Mode(
        "together, cipher",
        Settings(("x", "y"), lexicon={}),
        together=True,
        weight=0.15,
        cipher=True,
    ),
    Mode(
        "alone, cipher", Settings(("x", "y"), lexicon={}), together=False, weight=0.5, cipher=True
    ),
]

CIPHER = str.maketrans(
    "aeioubcdfghjklmnpqrstvwxyzAEIOUBCDFGHJKLMNPQRSTVWXYZ",
    "oiuaefghjklmnpqrstvwxyzbcdOIUAEFGHJKLMNPQRSTVWXYZBCD",
)
"""Each letter becomes another, vowels vowels: no word of the target is like one of the source."""


class Judged(NamedTuple):
    """The features of the cases of a condition in a mode, and what is right."""

    features: confidence.Features
    paired: "NDArray[np.bool_]"
    owner: "NDArray[np.int64]"
    right: "NDArray[np.bool_]"
    translation: "NDArray[np.bool_]"


def read(folder: Path) -> list[Case]:
    """The gold documents of a folder."""
    rows = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    return [
        Case(Document(row["fr"], row["en"]), [(tuple(a), tuple(b)) for a, b in row["beads"]])
        for row in rows
    ]


def part(case: Case, low: int, high: int) -> Case:
    """Some beads of a case as a case of their own."""
    chosen = case.beads[low:high]
    numbers = [{n: k for k, n in enumerate(n for b in chosen for n in b[side])} for side in (0, 1)]
    texts = [[case.document.side(side)[n] for n in numbers[side]] for side in (0, 1)]
    beads = [
        (tuple(numbers[0][i] for i in fr), tuple(numbers[1][j] for j in en)) for fr, en in chosen
    ]
    return Case(Document(*texts), beads)


def pieces(case: Case) -> list[Case]:
    """A novel cut into pieces."""
    count, size = max(1, round(len(case.beads) / PIECE)), len(case.beads)
    return [part(case, size * p // count, size * (p + 1) // count) for p in range(count)]


def excerpt(case: Case, draw: random.Random) -> Case:
    """A few beads of a case."""
    size = draw.randint(1, EXCERPT)
    low = draw.randint(0, max(0, len(case.beads) - size))
    return part(case, low, low + size)


EXCERPT = 5
"""Beads of an excerpt at most."""


def unrelated(one: Case, other: Case) -> Case:
    """The source of one case with the target of another."""
    fr, en = one.document.fr, other.document.en
    nulls: list[scores.Group] = [((i,), ()) for i in range(len(fr))]
    return Case(Document(fr, en), nulls + [((), (j,)) for j in range(len(en))], translation=False)


def shuffled(case: Case, draw: random.Random, mode: str) -> Case:
    """The paragraphs of the target in another order."""
    cuts = [0]
    while cuts[-1] < len(case.beads):
        cuts.append(min(len(case.beads), cuts[-1] + draw.randint(*PARAGRAPH)))
    order = list(range(len(cuts) - 1))
    middle = len(order) // 2
    if mode == "all":
        draw.shuffle(order)
    elif mode == "halves":
        order = order[middle:] + order[:middle]
    elif len(order) > 1:
        at = draw.randrange(len(order) - 1)
        order[at], order[at + 1] = order[at + 1], order[at]
    chosen = [j for k in order for _, en in case.beads[cuts[k] : cuts[k + 1]] for j in en]
    place = {j: number for number, j in enumerate(chosen)}
    return Case(
        Document(case.document.fr, [case.document.en[j] for j in chosen]),
        [(fr, tuple(place[j] for j in en)) for fr, en in case.beads],
    )


def partial(case: Case, other: Case, draw: random.Random, mode: str) -> Case:
    """A target of which half is left out or replaced, or a source with a stretch of another."""
    size = len(case.beads)
    low = draw.randint(0, size // 2)
    half = range(low, low + max(2, size // 2))
    strange = list(other.document.en if mode == "replaced" else other.document.fr)
    texts: tuple[list[str], list[str]] = ([], [])
    beads: list[scores.Group] = []

    def add(fr: Sequence[str], en: Sequence[str]) -> None:
        ends = [len(text) for text in texts]
        texts[0].extend(fr)
        texts[1].extend(en)
        bead = tuple(range(ends[0], len(texts[0]))), tuple(range(ends[1], len(texts[1])))
        beads.extend(scores.groups([bead]) if any(bead) else [])

    for number, (fr, en) in enumerate(case.beads):
        if mode == "inserted" and number == low:
            for sentence in strange[: max(3, size // 3)]:
                add([sentence], [])
        source = [case.document.fr[i] for i in fr]
        target = [case.document.en[j] for j in en]
        if number in half or mode == "inserted":
            add(source, target)
            continue
        add(source, [])
        if mode == "replaced":
            for k in range(len(en)):
                add([], [strange[(number + k) % len(strange)]])
    return Case(Document(*texts), beads)


Conditions = dict[str, list[list[Case]]]
"""Condition -> batches of cases in which no document comes twice."""


def conditions(news: list[Case], novels: list[Case]) -> Conditions:
    """The cases of each condition."""
    draw = random.Random(1)  # noqa: S311 - no secret
    shift = len(novels) // 2
    short = [excerpt(case, draw) for case in news + novels]
    return {
        "news": [news],
        "novels": [novels],
        "excerpts": [short],
        "unrelated excerpts": [
            [unrelated(a, short[(n + k) % len(short)]) for n, a in enumerate(short)] for k in (1, 7)
        ],
        "unrelated": [
            *(
                [unrelated(a, news[(n + k) % len(news)]) for n, a in enumerate(news)]
                for k in (1, 7)
            ),
            [unrelated(a, novels[(n + shift) % len(novels)]) for n, a in enumerate(novels)],
            [unrelated(a, news[n]) for n, a in enumerate(novels)],
        ],
        **moved(draw, "news", news),
        **moved(draw, "novels", novels),
    }


def moved(draw: random.Random, name: str, cases: list[Case]) -> Conditions:
    """Shuffled and partial translations of the cases."""
    return {
        f"shuffled {name}": [
            [shuffled(case, draw, mode) for case in cases] for mode in ("all", "halves", "two") * 2
        ],
        f"partial {name}": [
            [partial(case, cases[(n + k) % len(cases)], draw, mode) for n, case in enumerate(cases)]
            for k in (3, 5)
            for mode in ("missing", "replaced", "inserted")
        ],
    }


def headings(news: list[Case]) -> Iterator[str]:
    """How often a heading that one side leaves out is a null bead, in each mode."""
    cases = []
    for case in news:
        fr, en = case.document.fr, case.document.en
        if case.beads[0] == ((0,), (0,)) and fr[0][-1].isalnum() and en[0][-1].isalnum():
            cases.append((Document(fr, en[1:]), ((0,), ())))
            cases.append((Document(fr[1:], en), ((), (0,))))
    for mode in MODES:
        documents = [ciphered(own) if mode.cipher else own for own, _ in cases]
        result = align_all(documents, settings=mode.settings, together=mode.together)
        right = sum(
            bead in {(own.fr, own.en) for own in beads}
            for (_, bead), beads in zip(cases, result, strict=True)
        )
        yield f"| {mode.name} | {right} of {len(cases)} |"


def judged(batches: list[list[Case]], mode: Mode) -> Judged:
    """Align the cases of a condition; the features of every bead and whether it is right."""
    parts = []
    for batch in batches:
        rows: list[confidence.Rows] = []
        with watched(rows.append):
            documents = [
                ciphered(case.document) if mode.cipher else case.document for case in batch
            ]
            result = align_all(documents, settings=mode.settings, together=mode.together)
        right = [
            (bead.fr, bead.en) in gold
            for gold, beads in zip(gold_sets(batch), result, strict=True)
            for bead in beads
        ]
        owner = np.repeat(np.arange(len(batch)), [len(beads) for beads in result])
        features = [confidence.featured(own) for own in rows]
        parts.append(
            Judged(
                confidence.Features(*map(np.concatenate, zip(*features, strict=True))),
                np.concatenate([own.paired for own in rows]),
                owner,
                np.array(right),
                np.array([case.translation for case in batch]),
            )
        )
    sizes = np.cumsum([0, *(len(own.translation) for own in parts)])
    shifted = [own._replace(owner=own.owner + n) for own, n in zip(parts, sizes, strict=False)]
    features, *others = zip(*shifted, strict=True)
    return Judged(
        confidence.Features(*map(np.concatenate, zip(*features, strict=True))),
        *map(np.concatenate, others),
    )


def ciphered(document: Document) -> Document:
    """The document with another alphabet on its second side."""
    return document._replace(en=[sentence.translate(CIPHER) for sentence in document.en])


def gold_sets(cases: list[Case]) -> list[set[scores.Group]]:
    """The right beads of each case, null beads one sentence each."""
    return [set(scores.groups(case.beads)) for case in cases]


class watched:  # noqa: N801 - a context manager, used like a function
    """Tell a function the rows of each document batch that is judged meanwhile."""

    def __init__(self, tell: Callable[[confidence.Rows], None]) -> None:
        self.tell, self.before = tell, confidence.probabilities

    def __enter__(self) -> None:
        """Put the function in."""

        def probabilities(rows: confidence.Rows) -> tuple[confidence.Floats, confidence.Floats]:
            self.tell(rows)
            return self.before(rows)

        confidence.probabilities = probabilities

    def __exit__(self, *_: object) -> None:
        """Take it out."""
        confidence.probabilities = self.before


Sample = dict[tuple[str, str], Judged]
"""(condition, mode) -> what is judged."""


def sample(news: list[Case], novels: list[Case]) -> Sample:
    """All conditions in all modes."""
    made = conditions(news, novels)
    return {(c, mode.name): judged(made[c], mode) for c in made for mode in MODES}


def regression(
    rows: "NDArray[np.float64]", truth: "NDArray[np.bool_]", weight: "NDArray[np.float64]"
) -> "NDArray[np.float64]":
    """Logistic regression by Newton's method, with a small ridge on scaled features."""
    mean, scale = rows.mean(axis=0), rows.std(axis=0)
    mean[0], scale[scale == 0] = 0, 1
    scaled = (rows - mean) / scale
    chosen = np.zeros(rows.shape[1])
    ridge = np.full(len(chosen), RIDGE)
    ridge[0] = 0
    for _ in range(ROUNDS):
        text = 1 / (1 + np.exp(-np.clip(scaled @ chosen, -30, 30)))
        slope = scaled.T @ (weight * (truth - text)) - ridge * chosen
        curve = (scaled * (weight * text * (1 - text))[:, None]).T @ scaled + np.diag(ridge + 1e-9)
        step = np.linalg.solve(curve, slope)
        chosen = chosen + step * min(1, 2 / max(np.abs(step).max(), 1e-12))
    out = chosen / scale
    out[0] -= (chosen[1:] * mean[1:] / scale[1:]).sum()
    return np.asarray(out)


RIDGE, ROUNDS = 1e-3, 60


Coefficients = dict[str, "NDArray[np.float64]"]
"""Those of each regression."""


def fitted(samples: list[Sample]) -> dict[str, Coefficients]:
    """The coefficients for texts whose words are known or not."""
    return {kind: _fitted(samples, kind) for kind in confidence.KINDS}


def kind_of(mode: str) -> str:
    """The kind of the texts in a mode."""
    bare = {mode.name: mode.settings.lexicon is not None for mode in MODES}
    return "unknown" if bare[mode] else "known"


def _fitted(samples: list[Sample], kind: str) -> Coefficients:
    """The coefficients of the three regressions; conditions count alike."""
    weights = {mode.name: mode.weight for mode in MODES}
    sets: dict[str, list[tuple[object, object, object]]] = {"document": [], "bead": [], "null": []}
    for each in samples:
        for (_, mode), own in each.items():
            if kind_of(mode) != kind:
                continue
            related = bool(own.translation.all())
            share = weights[mode] / len(own.translation)
            sets["document"].append(
                (own.features.document, own.translation, np.full(len(own.translation), share))
            )
            if related:
                share = weights[mode] / len(own.right)
                for name, chosen in (("bead", own.paired), ("null", ~own.paired)):
                    rows = getattr(own.features, name)[chosen]
                    sets[name].append((rows, own.right[chosen], np.full(len(rows), share)))
    return {
        name: regression(*map(np.concatenate, zip(*parts, strict=True)))
        for name, parts in sets.items()
    }


def said(own: Judged, coefficients: Coefficients) -> "NDArray[np.float64]":
    """The confidence of each bead, as `confidence.probabilities` gives it."""
    logits = {n: getattr(own.features, n) @ c for n, c in coefficients.items()}
    translation, pair, null = (
        1 / (1 + np.exp(-np.clip(logits[name], -30, 30))) for name in ("document", "bead", "null")
    )
    translation = translation[own.owner]
    return np.asarray(
        np.where(own.paired, pair * translation, null * translation + 1 - translation)
    )


HEADING = """| condition | aligned | beads | right | confidence | ECE | at .9 up | wrong at .9 |
|---|---|---|---|---|---|---|---|"""


def table(
    tests: list[tuple[Sample, dict[str, Coefficients]]],
) -> Iterator[dict[str, object]]:
    """A row for each condition and mode, of both halves together."""
    for key in tests[0][0]:
        sure = np.concatenate([said(own[key], fit[kind_of(key[1])]) for own, fit in tests])
        right = np.concatenate([own[key].right for own, _ in tests])
        pairs = list(zip(sure.tolist(), right.tolist(), strict=True))
        high = sure >= HIGH
        yield {
            "condition": key[0],
            "aligned": key[1],
            "beads": len(right),
            "right": float(right.mean()),
            "confidence": float(sure.mean()),
            "ece": scores.calibration_error(pairs),
            "high": float(high.mean()),
            "wrong": float((high & ~right).mean()),
            "diagram": [(b.confidence, b.right) for b in scores.reliability(pairs)],
        }


HIGH = 0.9


def line(row: dict[str, object]) -> str:
    """A row of the table in Markdown."""
    return (
        f"| {row['condition']} | {row['aligned']} | {row['beads']:,} | {row['right']:.3f} "
        f"| {row['confidence']:.3f} | {row['ece']:.3f} | {row['high']:.2f} | {row['wrong']:.4f} |"
    )


def write(coefficients: dict[str, Coefficients]) -> None:
    """Write the constants into the package."""
    lines = [
        "# Coefficients of the logistic regressions of confidence.py, fitted on the development",
        "# gold by `python benchmarks/confidence.py --write`.",
    ]
    for kind, tables in coefficients.items():
        for name, keys in confidence.FEATURES.items():
            values = zip(keys, tables[name].tolist(), strict=True)
            lines += ["", f"[{kind}.{name}]", *(f"{key} = {value:.4f}" for key, value in values)]
    confidence.COEFFICIENTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def picture(rows: list[dict[str, object]]) -> str:
    """Reliability diagrams, one panel a condition, as SVG; the modes of a cipher are left out."""
    colours = dict(zip((mode.name for mode in MODES if not mode.cipher), COLOURS, strict=True))
    entries = [row for row in rows if row["aligned"] in colours]
    names = list(dict.fromkeys(str(row["condition"]) for row in entries))
    wide, tall = ACROSS * (PANEL + GAP) + GAP, -(-len(names) // ACROSS) * (PANEL + 2 * GAP) + 60
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {tall}" role="img"',
        ' font-family="sans-serif" font-size="12"',
        ' aria-label="Share of right beads by confidence">',
        f'<rect width="{wide}" height="{tall}" fill="white"/>',
    ]
    for number, name in enumerate(names):
        x = GAP + number % ACROSS * (PANEL + GAP)
        y = GAP + number // ACROSS * (PANEL + 2 * GAP)
        out += _frame(name, x, y)
        for row in entries:
            if row["condition"] == name:
                out += _curve(row["diagram"], x, y, colours[str(row["aligned"])])  # type: ignore[arg-type]
    for number, (name, colour) in enumerate(colours.items()):
        x, y = GAP + number * 180, tall - 40
        out.append(f'<circle cx="{x}" cy="{y - 4}" r="4" fill="{colour}"/>')
        out.append(f'<text x="{x + 10}" y="{y}">{name}</text>')
    legend = (
        "across: confidence from 0 to 1; up: share of right beads; a dot is a tenth of the beads"
    )
    out.append(f'<text x="{GAP}" y="{tall - 14}">{legend}</text>')
    return "\n".join([*out, "</svg>", ""])


def _frame(name: str, x: int, y: int) -> list[str]:
    return [
        f'<text x="{x}" y="{y - 8}" font-size="14">{name}</text>',
        f'<rect x="{x}" y="{y}" width="{PANEL}" height="{PANEL}" fill="none" stroke="#999"/>',
        f'<line x1="{x}" y1="{y + PANEL}" x2="{x + PANEL}" y2="{y}" stroke="#bbb"/>',
    ]


def _curve(diagram: list[tuple[float, float]], x: int, y: int, colour: str) -> list[str]:
    dots = [(x + PANEL * across, y + PANEL * (1 - up)) for across, up in diagram]
    path = " ".join(f"{a:.1f},{b:.1f}" for a, b in dots)
    return [
        f'<polyline points="{path}" fill="none" stroke="{colour}"/>',
        *(f'<circle cx="{a:.1f}" cy="{b:.1f}" r="2.5" fill="{colour}"/>' for a, b in dots),
    ]


ACROSS, PANEL, GAP = 5, 150, 30
COLOURS = ("#1b6ca8", "#d1495b", "#66a182", "#b8860b")


def main() -> None:
    """Fit, print the table, and write what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="?", type=Path, default=HERE.parent / "shared/gold/alignment")
    parser.add_argument("--write", action="store_true", help="write the constants into the package")
    parser.add_argument("--json", type=Path, help="write the rows of the table")
    parser.add_argument("--picture", type=Path, help="write the reliability diagrams (SVG)")
    args = parser.parse_args()
    news = read(args.gold / "news")
    novels = [piece for case in read(args.gold / "novels") for piece in pieces(case)]
    halves = [sample(news[n::2], novels[n::2]) for n in (0, 1)]
    fits = [fitted([half]) for half in halves]
    rows = list(table([(halves[0], fits[1]), (halves[1], fits[0])]))
    print(HEADING, *map(line, rows), sep="\n")
    print("\n| headings of one side | null beads |\n|---|---|", *headings(news), sep="\n")
    if args.json:
        args.json.parent.mkdir(exist_ok=True)
        args.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    if args.picture:
        args.picture.write_text(picture(rows), encoding="utf-8")
    if args.write:
        write(fitted(halves))


if __name__ == "__main__":
    main()
