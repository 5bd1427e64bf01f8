"""Measure what two releases that differ in one article share, as the Hub stores them.

    python benchmarks/sharing.py [--articles 20000]

Both are cut into chunks of about 64 KB whose ends the content says, as the Hub's storage cuts them;
a chunk that the first release has need not be sent again. The files are written as a release is,
and without content-defined pages. The table goes to benchmarks/results/sharing.json.
"""

import argparse
import hashlib
import io
import json
from dataclasses import replace
from pathlib import Path

import polars as pl
import pyarrow.parquet as pq
from fastcdc import fastcdc

from build import synthetic
from visavis.corpus.model import Corpus
from visavis.dataset.tables import tables
from visavis.release.parts import ROW_GROUP, STORED, Part, parts

RESULTS = Path(__file__).parent / "results" / "sharing.json"
CHUNK = 8_192, 65_536, 131_072
"""Bytes of a chunk of the Hub: the least, the mean, the most."""


def without_one(corpus: Corpus) -> Corpus:
    """Return the corpus without the article in the middle of its training split."""
    ids = corpus.articles.filter(pl.col("split") == "train")["id"].sort()
    away = ids[len(ids) // 2]
    return replace(
        corpus,
        articles=corpus.articles.filter(pl.col("id") != away),
        texts=corpus.texts.filter(pl.col("article") != away),
        layers={
            name: rows.filter(pl.col("article") != away) for name, rows in corpus.layers.items()
        },
    )


def chunks(part: Part, stored: dict[str, object]) -> dict[bytes, int]:
    """Return the sizes of the chunks of the file of a part, by their digests."""
    file = io.BytesIO()
    with pq.ParquetWriter(file, part.features.arrow_schema, **stored) as writer:
        for start in range(0, part.table.num_rows, ROW_GROUP):
            writer.write_table(part.table.slice(start, ROW_GROUP).combine_chunks())
    return {
        hashlib.sha256(chunk.data).digest(): chunk.length
        for chunk in fastcdc(file.getvalue(), *CHUNK, fat=True)
    }


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=20_000)
    articles = parser.parse_args().articles
    corpus = synthetic(articles)
    sides = [parts(tables(side)) for side in (corpus, without_one(corpus))]
    table = {}
    for name, stored in {
        "as a release": STORED,
        "pages of a fixed size": {"compression": STORED["compression"]},
    }.items():
        size = shared = 0
        for old, new in zip(*sides, strict=True):
            before, after = chunks(old, stored), chunks(new, stored)
            size += sum(after.values())
            shared += sum(length for digest, length in after.items() if digest in before)
        table[name] = {"bytes": size, "shared": round(shared / size, 3)}
    result = {"articles": articles, "stored": table}
    print(json.dumps(result, indent=1))
    RESULTS.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
