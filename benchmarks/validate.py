"""Validate generated corpora of growing size: time, memory, growth, beside peers.

    python benchmarks/validate.py --articles 1000 10000 100000    # the last: 2 M pairs, 6 M spans

Each corpus is written to a temporary folder as `newswire.py` makes it, then checked from there as
`visavis validate` does it: reading and all rules of article scope, in two processes. One span of
the first article is damaged, to see when its finding comes. Memory is the largest sum of what the
processes hold, looked at ten times a second. After the smallest corpus, on its mentions and in one
process, the same plain column checks by dataframely and pandera and the same three rules as a loop
over rows.
"""

import argparse
import json
import os
import resource
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import dataframely as dy
import pandera.polars as pa
import polars as pl

import newswire
from visavis.corpus import model, reading
from visavis.corpus.model import Corpus
from visavis.validation.engine import Choice, check_articles, choice
from visavis.validation.folder import check_folder

TYPES = ["PER", "ORG", "LOC", "PROD", "WORK", "EVENT", "CONCEPT"]
ID = r"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$"
SCOPE = choice(ignore=["corpus", "card", "files"])


def damage(folder: Path) -> None:
    """One mention of the first article ends one character early."""
    path = min((folder / "annotations/mentions").iterdir())
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    rows[7]["end"] -= 1
    lines = [json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


class Memory:
    """The largest sum of the resident memory of this process and its children, in bytes."""

    def __init__(self) -> None:
        self.most = 0
        self._stop = Event()

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Look at it until the block ends."""
        thread = Thread(target=self._watch)
        thread.start()
        try:
            yield
        finally:
            self._stop.set()
            thread.join()

    def _watch(self) -> None:
        while not self._stop.wait(0.1):
            self.most = max(self.most, sum(map(_resident, [os.getpid(), *_children(os.getpid())])))


def _children(pid: int) -> list[int]:
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    entries = [int(child) for task in tasks for child in task.read_text().split()]
    return entries + [each for child in entries for each in _children(child)]


def _resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * resource.getpagesize()
    except OSError:
        return 0


def _cpu() -> float:
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in spent)


def measure(folder: Path, processes: int) -> str:
    """A row of the table."""
    memory, begun, cpu, first, result = Memory(), time.perf_counter(), _cpu(), 0.0, 0
    with memory.watched():
        for _ in check_folder(folder, SCOPE, processes=processes):
            first = first or time.perf_counter() - begun
            result += 1
    wall, cpu = time.perf_counter() - begun, _cpu() - cpu
    articles = sum(1 for _ in (folder / model.ARTICLES).open("rb"))
    pairs, spans = articles * newswire.PAIRS, _spans(folder)
    size = f"{articles:,} | {pairs:,} | {spans:,}"
    held = memory.most / 2**30
    return f"| {size} | {wall:.1f} | {cpu:.1f} | {held:.2f} | {first:.1f} | {result} |"


def _spans(folder: Path) -> int:
    """The rows of all span layers but the regions."""
    layers = [name for name in newswire.LAYERS if name not in ("regions", "beads")]
    paths = (path for name in layers for path in (folder / "annotations" / name).iterdir())
    return sum(path.read_bytes().count(b"\n") for path in paths)


class Plain(dy.Schema):
    """The column checks of a mention that need no text."""

    article = dy.String(nullable=False)
    id = dy.String(nullable=False, regex=ID)
    start = dy.Int32(nullable=False, min=0)
    end = dy.Int32(nullable=False)
    type = dy.Enum(TYPES, nullable=False)

    @dy.rule()
    def ordered(cls) -> pl.Expr:  # noqa: N805 - as dataframely has it
        """The start is before the end."""
        return pl.col("start") < pl.col("end")


class PlainToo(pa.DataFrameModel):
    """The same, as pandera has it."""

    article: str
    id: str = pa.Field(str_matches=ID)
    start: pl.Int32 = pa.Field(ge=0)
    end: pl.Int32
    type: str = pa.Field(isin=TYPES)

    @pa.dataframe_check
    def ordered(cls, data: pa.PolarsData) -> pl.LazyFrame:  # noqa: N805 - as pandera has it
        """The start is before the end."""
        return data.lazyframe.select(pl.col("start") < pl.col("end"))


def loop(corpus: Corpus) -> int:
    """Bounds, surface and edges of each span, row by row, as a script would do it."""
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


def beside(folder: Path) -> None:
    """Print how many mentions a second of CPU time each way of checking them takes."""
    read = reading.read(folder)
    empty = {name: rows.clear() for name, rows in read.layers.items()}
    corpus = Corpus(**{**vars(read), "layers": {**empty, "mentions": read.layers["mentions"]}})
    plain = corpus.layers["mentions"].select(Plain.column_names())
    words = plain.with_columns(pl.col("type").cast(pl.String))
    same = Choice(frozenset({"span-outside-article", "span-surface", "span-edge"}))
    ways: dict[str, Callable[[], object]] = {
        "dataframely: plain column checks, no text": lambda: Plain.filter(plain),
        "pandera: plain column checks, no text": lambda: PlainToo.validate(words, lazy=True),
        "a loop over rows: bounds, surface, edges": lambda: loop(corpus),
        "ours: the same three rules": lambda: check_articles(Corpus(**vars(corpus)), same),
        "ours: all rules of article scope, all layers": lambda: check_articles(
            Corpus(**vars(read)), SCOPE
        ),
    }
    print("\n| one process | mentions a second of CPU time |\n|---|---:|")
    for name, call in ways.items():
        spent = []
        for _ in range(3):
            start = time.process_time()
            call()
            spent.append(time.process_time() - start)
        print(f"| {name} | {plain.height / min(spent):,.0f} |", flush=True)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--folder", type=Path, help="keep the corpora here, to use them again")
    args = parser.parse_args()
    print("| articles | pairs | spans | seconds | CPU seconds | GiB | first finding | findings |")
    print("|---:|---:|---:|---:|---:|---:|---:|---:|", flush=True)
    with tempfile.TemporaryDirectory() as scratch:
        folders = [(args.folder or Path(scratch)) / str(count) for count in args.articles]
        for count, folder in zip(args.articles, folders, strict=True):
            if not folder.is_dir():
                newswire.write(folder, count)
                damage(folder)
            print(measure(folder, args.processes), flush=True)
            if count != min(args.articles) and not args.folder:
                shutil.rmtree(folder)
        beside(folders[args.articles.index(min(args.articles))])


if __name__ == "__main__":
    main()
