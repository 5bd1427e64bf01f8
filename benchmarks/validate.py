"""Validate a generated corpus: speed and memory of the rules of article scope, beside peers.

    python benchmarks/validate.py --articles 100000     # 2 million pairs, 6 million spans

The articles are made of tables, part by part, as they are read from a folder; reading is not
measured. One run prints ours, then on a sample the same plain column checks by dataframely and the
same rules as a loop over rows, all in rows a second.
"""

import argparse
import resource
import time
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

import dataframely as dy
import polars as pl

from visavis import tables
from visavis.articles import Article
from visavis.corpus import TEXTS, Corpus
from visavis.facts import Fact
from visavis.kb import Entity
from visavis.layers import LAYERS
from visavis.layers.beads import AlignedBead
from visavis.layers.mentions import Mention
from visavis.layers.regions import Region
from visavis.records import LANGS
from visavis.validate import Choice, check_articles

PAIRS = 20
"""Sentence pairs an article."""

SPANS = 60
"""Spans an article in the two languages: regions aside."""

SENTENCES = {
    "fr": "L’accord de l’été avec OpenAI vaut « beaucoup » pour la région de Paris n° {:03}. ",
    "en": "The summer deal with OpenAI is worth “a lot” for the region of Paris no. {:03}. ",
}
NAMES = {"OpenAI": "ORG", "Paris": "LOC"}


def article(number: int) -> tuple[Article, dict[str, str], dict[str, list[object]]]:
    """One article: its row, its texts and its layers."""
    name = f"a{number:06}"
    texts, layers = dict[str, str](), {layer: list[object]() for layer in LAYERS}
    tiles = dict[str, list[tuple[int, int]]]()
    for lang in LANGS:
        said = [SENTENCES[lang].format((number + i) % 1000) for i in range(PAIRS)]
        texts[lang] = "".join(said)
        size = len(said[0])
        tiles[lang] = [(i * size, (i + 1) * size) for i in range(PAIRS)]
        layers["regions"].append(
            Region(id="r1", lang=lang, start=0, end=len(texts[lang]) - 1, type="body")
        )
        places = [(said[0].index(word), word) for word in NAMES]
        for i in range(SPANS // 2):
            at, word = places[i % 2]
            start = (i // 2) * size + at
            row = Mention(
                id=f"m{i}", lang=lang, start=start, end=start + len(word), text=word,
                type=NAMES[word], form="NAM", entity=word.lower(),  # type: ignore[arg-type]
            )  # fmt: skip
            layers["mentions"].append(row)
    layers["beads"] = [
        AlignedBead(id=f"b{i}", fr=(tiles["fr"][i],), en=(tiles["en"][i],), method="lexical")
        for i in range(PAIRS)
    ]
    row = Article(
        id=name, story=name, genre=None, title=None, publisher=None, url=None, published=None,
        collected=None, origin="original", origin_evidence=None, translation="human",
        rights="CC-BY-4.0", sources=(), split="train",
        sha256_fr=sha256(texts["fr"].encode()).hexdigest(),
        sha256_en=sha256(texts["en"].encode()).hexdigest(),
    )  # fmt: skip
    return row, texts, layers


def part(first: int, size: int) -> Corpus:
    """A part of the corpus: ``size`` articles from the number ``first``, as tables.

    A hundred articles are made of records; the part repeats their tables under other names, for
    making the records would take longer than all the rules.
    """
    base = _hundred()
    copies = [_renamed(base, first + 100 * i) for i in range(size // 100)]
    return replace(
        base,
        articles=pl.concat([copy.articles for copy in copies]),
        texts=pl.concat([copy.texts for copy in copies]),
        layers={name: pl.concat([copy.layers[name] for copy in copies]) for name in LAYERS},
    )


def _hundred() -> Corpus:
    made = [article(number) for number in range(100)]
    texts = [
        (row.id, lang, said[lang], sha256(said[lang].encode()).hexdigest())
        for row, said, _ in made
        for lang in LANGS
    ]
    layers = {
        name: tables.frame(
            [(row.id, i, each) for row, _, have in made for i, each in enumerate(have[name], 1)],  # type: ignore[misc]
            kind,
        )
        for name, kind in LAYERS.items()
    }
    kb = [Entity(id=n.lower(), type=t, name_fr=n, name_en=n) for n, t in NAMES.items()]  # type: ignore[arg-type]
    return Corpus(
        articles=tables.frame([("", i, row) for i, (row, *_) in enumerate(made, 1)], Article).drop(
            "article"
        ),
        texts=pl.DataFrame(texts, TEXTS, orient="row"),
        layers=layers,
        kb=tables.frame([("", i, row) for i, row in enumerate(kb, 1)], Entity).drop("article"),
        facts=tables.frame([], Fact).drop("article"),
    )


def _renamed(base: Corpus, first: int) -> Corpus:
    new = pl.format("{}-{}", pl.lit(first), "article").alias("article")
    return replace(
        base,
        articles=base.articles.with_columns(pl.format("{}-{}", pl.lit(first), "id").alias("id")),
        texts=base.texts.with_columns(new),
        layers={name: rows.with_columns(new) for name, rows in base.layers.items()},
    )


def parts(articles: int, size: int) -> Iterator[Corpus]:
    """The whole corpus in parts, the first of which has one damaged span."""
    for first in range(0, articles, size):
        made = part(first, min(size, articles - first))
        if first == 0:
            mentions = (
                made.layers["mentions"]
                .with_row_index()
                .with_columns(
                    end=pl.when(pl.col("index") == 7).then(pl.col("end") - 1).otherwise("end")  # noqa: PLR2004 - any row
                )
            )
            made = replace(made, layers={**made.layers, "mentions": mentions.drop("index")})
        yield made


class Plain(dy.Schema):
    """The column checks of a mention that need no text."""

    article = dy.String(nullable=False)
    id = dy.String(nullable=False, regex=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$")
    start = dy.Int32(nullable=False, min=0)
    end = dy.Int32(nullable=False)
    type = dy.Enum(["PER", "ORG", "LOC", "PROD", "WORK", "EVENT", "CONCEPT"], nullable=False)

    @dy.rule()
    def ordered(cls) -> pl.Expr:  # noqa: N805 - as dataframely has it
        """The start is before the end."""
        return pl.col("start") < pl.col("end")


def loop(corpus: Corpus) -> int:
    """Bounds, surface and edges of each mention, row by row, as a script would do it."""
    texts = {
        (row["article"], row["lang"]): row["text"] for row in corpus.texts.iter_rows(named=True)
    }
    wrong = 0
    for row in corpus.layers["mentions"].iter_rows(named=True):
        text, start, end = texts[row["article"], row["lang"]], row["start"], row["end"]
        inside = 0 <= start < end <= len(text)
        cut = (start and text[start - 1].isalnum() and text[start].isalnum()) or (
            end < len(text) and text[end - 1].isalnum() and text[end].isalnum()
        )
        wrong += not inside or text[start:end] != row["text"] or bool(cut)
    return wrong


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--part", type=int, default=2_000)
    args = parser.parse_args()
    begun, spent, first, found, spans, beads = time.perf_counter(), 0.0, None, 0, 0, 0
    sample: Corpus | None = None
    for made in parts(args.articles, args.part):
        sample = sample or made
        start = time.perf_counter()
        found += len(check_articles(made, Choice()))
        spent += time.perf_counter() - start
        first = first or (spent if found else None)
        spans += made.layers["mentions"].height
        beads += made.layers["beads"].height
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(f"articles {args.articles:,}  pairs {beads:,}  spans {spans:,}  findings {found}")
    whole = time.perf_counter() - begun
    print(f"rules of article scope {spent:.1f} s (with generation {whole:.1f} s)")
    print(f"first finding after {first or 0:.2f} s; most memory {memory:.2f} GiB")
    if sample is not None:
        _beside(sample)


def _beside(sample: Corpus) -> None:
    rows = sample.layers["mentions"]
    plain = rows.select(Plain.column_names())
    same = frozenset({"span-outside-article", "span-surface", "span-edge"})
    for name, call in {
        "dataframely, plain column checks": lambda: Plain.filter(plain),
        "loop over rows: bounds, surface, edges": lambda: loop(sample),
        "ours, the same three rules": lambda: check_articles(replace(sample), Choice(select=same)),
        "ours, all rules of article scope": lambda: check_articles(replace(sample), Choice()),
    }.items():
        start = time.perf_counter()
        call()
        spent = time.perf_counter() - start
        print(f"{name:40} {rows.height / spent:12,.0f} spans a second")


if __name__ == "__main__":
    main()
