"""Times, sizes and peak memory of the formats; differences over generated corpora.

python benchmarks/interchange.py                 33 articles to each format, and back
python benchmarks/interchange.py --units 1000000 a TMX of so many units, both ways
python benchmarks/interchange.py --corpora 2000  import(export(x)) = x, differences by format
"""

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from visavis import files
from visavis.corpus.layers.beads import AlignedBead
from visavis.corpus.reading import read
from visavis.interchange import tmx
from visavis.interchange.documents import Document, documents
from visavis.interchange.formats import FORMATS, Format

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))


def write(form: Format, listed: Iterable[Document], path: Path) -> None:
    """Write an export as the command does."""
    if not form.folder:
        files.write(path, (part.data for part in form.write(listed)), new=True)
        return
    with files.replace_folder(path, lambda _: None) as folder:
        for part in form.write(listed):
            with files.append(folder / part.name) as file:
                file.write(part.data)


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

    total = 0
    for name, form in FORMATS.items():
        if form.read is None:
            continue
        outcome = {"corpora": 0, "different": 0}

        @settings(max_examples=count, deadline=None, database=None, phases=[Phase.generate],
                  suppress_health_check=list(HealthCheck))  # fmt: skip
        @given(corpora())
        def compare(corpus, form=form, outcome=outcome):  # noqa: ANN001, ANN202 - of hypothesis
            outcome["corpora"] += 1
            listed = [
                replace(each, texts={k: v.replace("\0", "x") for k, v in each.texts.items()})
                for each in documents(corpus)
            ]
            listed = [each for each in listed if form.held(each)]
            path = folder / f"{form.title}-{outcome['corpora']}"
            if listed:
                write(form, listed, path)
                back = sorted(map(str, form.read([path])))
                declared = [replace(form.held(each), where=Path()) for each in listed]
                shown = sorted(str(replace(each, where=Path())) for each in form.read([path]))
                outcome["different"] += bool(back) and shown != sorted(map(str, declared))

        compare()
        print(f"{name:10} {outcome['corpora']} corpora, {outcome['different']} different")
        total += outcome["different"]
    return total


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
