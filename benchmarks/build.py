"""Build a release of 2 million sentence pairs twice: seconds, peak memory, identical bytes.

``python benchmarks/build.py [ARTICLES]``: a corpus of synthetic articles of twenty pairs each is
made and stored as Arrow tables; each build runs in a process of its own, reads them and writes a
release folder. Seconds and peak memory are those of that process, without the reading of texts and
row files from a corpus folder and without the rules.
"""

import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import polars as pl

from visavis import files
from visavis.corpus import model, schema
from visavis.corpus.articles import Article
from visavis.corpus.card import parse
from visavis.corpus.facts import Fact
from visavis.corpus.kb import Entity
from visavis.corpus.layers import LAYERS
from visavis.dataset import evidence
from visavis.dataset.figures.basis import Basis
from visavis.languages import LANGS
from visavis.release import build as release
from visavis.release.diff import NOTHING
from visavis.release.manifest import MANIFEST

ARTICLES = 100_000
PAIRS = 20
WORDS = 5_000
LENGTH = 14
"""Words a sentence, about."""

PAGE = "---\npretty_name: Bench\nversion: 1.0.0\nlicense: cc0-1.0\n---\n# Bench\n"


def synthetic(articles: int) -> model.Corpus:
    """A corpus of sentences of Zipf-distributed words, one bead a pair of sentences."""
    draw = random.Random(8)  # noqa: S311 - synthetic text
    words = ["".join(draw.choices("abcdefghijklmnopqrstuvwxyzé", k=draw.randrange(2, 11)))
             for _ in range(WORDS)]  # fmt: skip
    weights = [1 / (rank + 1) for rank in range(WORDS)]
    pool = [
        " ".join(draw.choices(words, weights, k=draw.randrange(LENGTH // 2, 2 * LENGTH))) + ". "
        for _ in range(20_000)
    ]
    names = [f"a{number:06}" for number in range(articles)]
    parts, beads = [], []
    for lang in LANGS:
        picked = pl.Series(
            [draw.randrange(len(pool)) for _ in range(articles * PAIRS)], dtype=pl.UInt32
        )
        sentences = pl.Series(pool)[picked]
        rows = pl.DataFrame({"article": pl.Series(names).gather(
            pl.int_range(articles * PAIRS, eager=True) // PAIRS), "text": sentences})  # fmt: skip
        end = pl.col("text").str.len_chars().cast(pl.Int32).cum_sum().over("article")
        length = pl.col("text").str.len_chars().cast(pl.Int32)
        span = pl.struct((end - length).alias("start"), end.alias("end"))
        beads.append(rows.select("article", pl.concat_list(span).alias(lang)))
        text = rows.group_by("article", maintain_order=True).agg(pl.col("text").str.join(""))
        parts.append(
            text.select("article", pl.lit(lang, pl.Enum(LANGS)).alias("lang"), "text",
                        pl.lit("0" * 64).alias("sha256"))
        )  # fmt: skip
    number = pl.concat_str(pl.lit("b"), (pl.int_range(pl.len()) % PAIRS + 1).cast(pl.String))
    aligned = beads[0].with_columns(beads[1][LANGS[1]], number.alias("id")).with_columns(
        pl.lit(0, pl.Int32).alias("line"), pl.lit("lexical").alias("method"),
        pl.lit(0.99).alias("confidence"), pl.lit(value=True).alias("verified"),
    )  # fmt: skip
    empty = {name: schema.frame([], kind) for name, kind in LAYERS.items()}
    remaining = empty["beads"].schema
    row = Article(
        id="x", story="s", genre="dispatch", title=None, publisher=None, url=None, published=None,
        collected=None, origin="original", origin_evidence=None, translation="human",
        rights_fr="CC0-1.0", rights_en="CC0-1.0", sources=(), split="train",
        sha256_fr="0" * 64, sha256_en="0" * 64,
    )  # fmt: skip
    declared = schema.frame([("", 1, row)], Article).drop("article", "id", "split")
    split = (
        pl.when(pl.int_range(pl.len()) % 10 == 0).then(pl.lit("test")).otherwise(pl.lit("train"))
    )
    listed = pl.DataFrame({"id": names}).join(declared, how="cross").with_columns(
        split.cast(schema.schema(Article)["split"]).alias("split")
    )  # fmt: skip
    order = ["line", *schema.schema(Article)]
    return model.Corpus(
        articles=listed.select(order),
        texts=pl.concat(parts),
        layers=empty | {"beads": aligned.select(pl.col(n).cast(t) for n, t in remaining.items())},
        kb=schema.frame([], Entity).drop("article"),
        facts=schema.frame([], Fact).drop("article"),
    )


def peak() -> float:
    """Peak memory of this process so far, in gigabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


def store(whole: model.Corpus, folder: Path) -> None:
    """Keep the two large tables of a corpus as Arrow files."""
    whole.articles.write_ipc(folder / "articles")
    whole.texts.write_ipc(folder / "texts")
    whole.layers["beads"].write_ipc(folder / "beads")


def one(stored: Path, folder: Path) -> None:
    """Build once and print the measures as JSON."""
    begun = time.monotonic()
    bare = synthetic(0)
    corpus = replace(
        bare,
        articles=pl.read_ipc(stored / "articles"),
        texts=pl.read_ipc(stored / "texts"),
        layers={**bare.layers, "beads": pl.read_ipc(stored / "beads")},
    )
    folder.mkdir()
    page = parse(PAGE, "card")
    basis = Basis(page, corpus, {}, evidence.read(stored, bare))
    release.compose(folder, basis, NOTHING)
    measures = {
        "pairs": corpus.layers["beads"].height,
        "seconds": round(time.monotonic() - begun, 1),
        "CPU seconds": round(time.process_time(), 1),
        "peak GB": round(peak(), 2),
        "MB": sum(path.stat().st_size for path in folder.rglob("*.parquet")) // 10**6,
        "sha256": files.sha256((folder / MANIFEST).read_bytes()),
    }
    print(json.dumps(measures))


def main() -> None:
    """Make the corpus, then build it twice in processes of their own."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    with tempfile.TemporaryDirectory() as made:
        stored = Path(made) / "stored"
        stored.mkdir()
        store(synthetic(articles), stored)
        for number in range(2):
            command = [sys.executable, __file__, str(stored), str(Path(made) / str(number))]
            print(
                subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout,
                end="",
            )


if __name__ == "__main__":
    if len(sys.argv) == 3:  # noqa: PLR2004 - as main calls it
        one(Path(sys.argv[1]), Path(sys.argv[2]))
    else:
        main()
