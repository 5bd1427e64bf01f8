"""What an encoder adds to the aligner, and where it is not trusted.

    python benchmarks/encoder.py [GOLD] [--json FILE]

Each set is aligned with and without the encoder `use`. Without the lexicon, French and English
stand for a pair of which nothing is known but cognates. With letters replaced in the target they
stand for a pair without cognates: the encoder then reads the letters as they are (a language that
it does not know), or the text behind them (one that it knows). An encoder of noise is the control.
"""

import argparse
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from visavis.alignment import scores
from visavis.alignment.beads import align_all
from visavis.alignment.methods import Document, Encode, Settings
from visavis.alignment.methods.encoder import sentence_encoder

if TYPE_CHECKING:
    from numpy.typing import NDArray

HERE = Path(__file__).resolve().parents[1]

CIPHER = str.maketrans(
    "aeioubcdfghjklmnpqrstvwxyzAEIOUBCDFGHJKLMNPQRSTVWXYZ",
    "oiuaefghjklmnpqrstvwxyzbcdOIUAEFGHJKLMNPQRSTVWXYZBCD",
)


class Gold(NamedTuple):
    """A set of documents and the beads a person made."""

    name: str
    documents: list[Document]
    beads: list[list[list[list[int]]]]


def read(folder: Path) -> Gold:
    """A set of gold documents."""
    rows = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    return Gold(
        folder.name,
        [Document(row["fr"], row["en"]) for row in rows],
        [row["beads"] for row in rows],
    )


class Cached:
    """An encoder that remembers what it has encoded, and may read behind a cipher."""

    def __init__(self, encode: Encode, plain: dict[str, str]) -> None:
        self.encode, self.plain = encode, plain
        self.vectors: dict[str, NDArray[np.floating]] = {}

    def __call__(self, sentences: list[str]) -> "NDArray[np.floating]":
        """Vectors of the sentences."""
        texts = [self.plain.get(sentence, sentence) for sentence in sentences]
        missing = [text for text in dict.fromkeys(texts) if text not in self.vectors]
        if missing:
            self.vectors.update(zip(missing, self.encode(missing), strict=True))
        return np.array([self.vectors[text] for text in texts])


def noise(sentences: list[str]) -> "NDArray[np.floating]":
    """Vectors that tell nothing."""
    draws = [np.random.default_rng(zlib.crc32(s.encode())).normal(1, 1, 64) for s in sentences]
    return np.array(draws)


def scored(
    gold: Gold, documents: list[Document], settings: Settings, *, together: bool
) -> scores.Counts:
    """Counts of a set."""
    total = scores.Counts()
    result = align_all(documents, settings=settings, together=together)
    for right, beads in zip(gold.beads, result, strict=True):
        total = total.plus(scores.score(right, ((bead.fr, bead.en) for bead in beads)))
    return total


def conditions(
    gold: Gold, encode: Encode
) -> Iterator[tuple[str, list[Document], Settings, Encode]]:
    """Name, documents, settings without an encoder, and the encoder."""
    coded = [d._replace(en=[s.translate(CIPHER) for s in d.en]) for d in gold.documents]
    plain = {
        c: s
        for own, other in zip(coded, gold.documents, strict=True)
        for c, s in zip(own.en, other.en, strict=True)
    }
    bare = Settings(("x", "y"), lexicon={})
    yield "with the lexicon", gold.documents, Settings(), Cached(encode, {})
    yield "without lexicon", gold.documents, bare, Cached(encode, {})
    yield "no cognates, known to the encoder", coded, bare, Cached(encode, plain)
    yield "no cognates, unknown to the encoder", coded, bare, Cached(encode, {})
    yield "without lexicon, encoder of noise", gold.documents, bare, noise


class Row(NamedTuple):
    """Strict and lax F1 and the recall of null beads, without and with the encoder."""

    set: str
    condition: str
    aligned: str
    without: tuple[float, float, float]
    encoded: tuple[float, float, float]


def rows(gold: Gold, encode: Encode) -> Iterator[Row]:
    """A row for each condition, together and alone."""
    for name, documents, settings, own in conditions(gold, encode):
        for together in (True, False):
            without = scored(gold, documents, settings, together=together)
            option = scored(gold, documents, settings._replace(encode=own), together=together)
            yield Row(
                gold.name,
                name,
                "together" if together else "alone",
                (without.strict_f1, without.lax_f1, without.null_recall),
                (option.strict_f1, option.lax_f1, option.null_recall),
            )


HEADING = """| set | languages | aligned | without: strict / lax / nulls | with | strict |
|---|---|---|---|---|---|"""


def line(row: Row) -> str:
    """A row in Markdown."""
    cells = [" / ".join((f"{v[0]:.3f}", f"{v[1]:.3f}", f"{v[2]:.2f}")) for v in row[3:]]
    gain = 100 * (row.encoded[0] - row.without[0])
    return (
        f"| {row.set} | {row.condition} | {row.aligned} | {cells[0]} | {cells[1]} | {gain:+.1f} |"
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="?", type=Path, default=HERE.parent / "shared/gold/alignment")
    parser.add_argument("--json", type=Path, help="write the rows of the table")
    args = parser.parse_args()
    encode = sentence_encoder("use")
    print(HEADING)
    result = []
    for name in ("news", "novels"):
        for row in rows(read(args.gold / name), encode):
            result.append(row)
            print(line(row), flush=True)
    if args.json:
        args.json.parent.mkdir(exist_ok=True)
        args.json.write_text(
            json.dumps([row._asdict() for row in result], indent=1) + "\n", encoding="utf-8"
        )


if __name__ == "__main__":
    main()
