"""Times, sizes and peak memory of the formats; differences over generated corpora.

python benchmarks/interchange.py                 33 articles to each format, and back
python benchmarks/interchange.py --units 1000000 a TMX of so many units, both ways
python benchmarks/interchange.py --corpora 2000  import(export(x)) = x, differences by format
"""

import argparse
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from visavis.commands.export import write
from visavis.corpus.layers.beads import AlignedBead
from visavis.corpus.model import Corpus
from visavis.corpus.reading import read
from visavis.interchange import tmx
from visavis.interchange.documents import Document, documents
from visavis.interchange.formats import FORMATS, Format

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))


def formats(folder: Path, corpus: Path) -> None:
    """Print the time and the size of each format, for all articles whose texts are there."""
    listed = list(documents(read(corpus)))
    print(f"{len(listed)} articles\n{'format':10} {'write s':>8} {'read s':>8} {'kB':>8}")
    for name, form in FORMATS.items():
        begun = time.perf_counter()
        write(form, [each for each in listed if form.held(each)], folder / name)
        written = time.perf_counter() - begun
        begun = time.perf_counter()
        back = len(list(form.read([folder / name]))) if form.read else 0
        reading = f"{time.perf_counter() - begun:8.2f}" if back else f"{'-':>8}"
        paths = [folder / name, *(folder / name).rglob("*")]
        size = sum(path.stat().st_size for path in paths if path.is_file())
        print(f"{name:10} {written:8.2f} {reading} {size // 1000:8}")


def _articles(units: int) -> Iterator[Document]:
    size = 50
    french = "Le groupe a perdu trois millions d’euros en un an, selon lui. "
    english = "The group lost three million euros in one year, it said. "
    lengths = {"fr": len(french), "en": len(english)}
    for number in range(units // size):
        beads = [
            AlignedBead(
                id=f"b{i}",
                fr=((i * lengths["fr"], (i + 1) * lengths["fr"]),),
                en=((i * lengths["en"], (i + 1) * lengths["en"]),),
                method="lexical",
            )
            for i in range(size)
        ]
        yield Document(f"a{number}", {"en": english * size, "fr": french * size}, beads)


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def units(folder: Path, count: int) -> None:
    """Print time and peak memory of a TMX of ``count`` units, written and read."""
    path = folder / "large.tmx"
    begun = time.perf_counter()
    write(FORMATS["tmx"], _articles(count), path)
    print(f"write {time.perf_counter() - begun:6.1f} s  peak {_memory()} MB  "
          f"{path.stat().st_size // 10**6} MB of file")  # fmt: skip
    begun = time.perf_counter()
    read_units = sum(1 for _ in tmx.units(path))
    print(f"units {time.perf_counter() - begun:6.1f} s  peak {_memory()} MB  {read_units} units")
    begun = time.perf_counter()
    beads = sum(len(each.beads) for each in tmx.read([path]))
    print(f"read  {time.perf_counter() - begun:6.1f} s  peak {_memory()} MB  {beads} beads")


def generated(folder: Path, count: int) -> int:
    """Print how many of ``count`` generated corpora a format gives back otherwise than declared."""
    from hypothesis import HealthCheck, Phase, given, settings  # noqa: PLC0415 - of this part alone

    from support.strategies import corpora  # noqa: PLC0415 - in the folder of the tests

    different = dict.fromkeys((name for name, form in FORMATS.items() if form.read), 0)
    numbers = iter(range(10**9))

    @settings(max_examples=count, deadline=None, database=None, phases=[Phase.generate],
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(corpora())
    def compare(corpus: Corpus) -> None:
        place = folder / str(next(numbers))
        listed = [
            replace(each, texts={k: v.replace("\0", "x") for k, v in each.texts.items()})
            for each in documents(corpus)
        ]
        for name in different:
            different[name] += not _same(FORMATS[name], listed, place / name)
        shutil.rmtree(place, ignore_errors=True)

    compare()
    print(f"{next(numbers)} corpora")
    for name, number in different.items():
        print(f"{name:10} {number} different")
    return sum(different.values())


def _same(form: Format, listed: list[Document], path: Path) -> bool:
    declared = [held for each in listed if (held := form.held(each))]
    if not declared or form.read is None:
        return True
    write(form, [each for each in listed if form.held(each)], path)
    return sorted(map(_plain, form.read([path]))) == sorted(map(_plain, declared))


def _plain(doc: Document) -> str:
    return str(
        (doc.id, dict(doc.texts), list(doc.beads), {k: list(v) for k, v in doc.spans.items()})
    )


def main() -> int:
    """Run the part that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--units", type=int)
    parser.add_argument("--corpora", type=int)
    parser.add_argument("--corpus", type=Path, default=ROOT)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        if args.units:
            units(Path(name), args.units)
        elif args.corpora:
            return int(bool(generated(Path(name), args.corpora)))
        else:
            formats(Path(name), args.corpus)
    return 0


if __name__ == "__main__":
    sys.exit(main())
