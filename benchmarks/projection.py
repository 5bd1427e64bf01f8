"""Projection measured against the verified English spans.

    python benchmarks/projection.py

The French gold spans of each layer are projected; a projected span is right when the English gold
has exactly that span under the same id. Precision counts all that is projected, recall all English
spans, so that an English span without a French one is a miss.
"""

from pathlib import Path

import polars as pl

from visavis.annotation import projection
from visavis.corpus import model, reading

ROOT = Path(__file__).parents[1]


def scores(whole: model.Corpus, layer: str) -> tuple[int, int, int]:
    """Right, projected and gold English spans of a layer."""
    gold = {
        tuple(row)
        for row in whole.layers[layer]
        .filter(pl.col("lang") == "en")
        .select("article", "id", "start", "end")
        .iter_rows()
    }
    by_key = {span[:4] for span in projection.project(whole, layer)}
    return len(gold & by_key), len(by_key), len(gold)


def main() -> None:
    """Print F1 by layer."""
    corpus = reading.read(ROOT)
    print(f"{'layer':<14} {'right':>5} {'found':>5} {'gold':>5}  precision recall F1")
    for layer in projection.LAYERS:
        right, result, gold = scores(corpus, layer)
        precision, recall = right / max(result, 1), right / max(gold, 1)
        f1 = 2 * right / max(result + gold, 1)
        print(
            f"{layer:<14} {right:>5} {result:>5} {gold:>5}  {precision:9.3f} {recall:.3f} {f1:.3f}"
        )


if __name__ == "__main__":
    main()
