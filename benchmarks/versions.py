"""The version that follows from each of the mutations of the tests, beside datasemver on the same.

Writes docs/versions.md: ``python benchmarks/versions.py`` (needs requirements-bench.txt).
"""

import sys
import tempfile
from pathlib import Path

import polars as pl

ROOT = Path(__file__).parents[1]
sys.path.insert(
    0, str(ROOT / "tests")
)  # before the folder of this file, which has a mutations.py too

from visavis.release import build as release  # noqa: E402
from visavis.release.diff import diff  # noqa: E402
from visavis.release.versions import KINDS, differences, level  # noqa: E402

PAGE = """# The version that follows from the data

A version is major.minor.patch. `visavis diff OLD NEW` compares two releases (or corpora, as the
releases they would be now) row by row, by the ids of rows, and says which version follows;
`visavis build` refuses a lower one. 0.x is no exemption. The table is `KINDS` in
`src/visavis/release/versions.py`; the part that each column plays follows from its type, or
stands in `ROLES`. The rows of `sentences`, `ner_fr` and `ner_en` are made of the others: they
count where no other row of their article differs.

{kinds}

## Why one label is major
Models are trained on labels and places and scored against them: whoever compares scores must see in
the version that these changed, be it in one row. How many rows differ does not count, since no
number parts a correction from another reading of the guidelines in every corpus; a release gathers
such corrections. What is not a label of a span but said about it (what an amount is worth and how
its comparator bounds it, who holds a stance, what a name links to, how a bead was made) is a
value, and a value that is corrected is a patch. Who must have the very same values pins the whole
version: `visavis.load` takes no other.

## Which release is the previous one
The Hub decides: `visavis publish` and `visavis build --previous owner/name` compare with the
newest version before this one that is tagged there, and fetch it. Where the Hub is not asked, the
build takes the last other version of `releases.jsonl`, whose folder is looked for in `dist/` by its
digest, or is named with `--previous`. A version that is built again must give the same bytes.

## The changelog
`visavis diff OLD NEW --json > log.jsonl` writes it, one JSON object a line; `visavis diff OLD
--replay log.jsonl FOLDER` writes the release NEW from OLD, byte for byte, and `visavis diff NEW
--replay log.jsonl FOLDER --back` writes OLD. `--html changes.html` shows each cell before and
after, and each span in its text. The build puts the summary on top of `CHANGELOG.md` of the
release. The changelog itself is not shipped: it holds the texts that were withdrawn.

## Other data sets
`visavis diff hub:owner/name@main @refs/pr/3` compares any two data sets of Parquet files, on the
Hub or in folders, and downloads only the tables that differ. Rows are told apart by `--key`, by a
column that is named like an id and has no value twice, else by all that they say.

## On {count} mutations of this corpus, beside datasemver {datasemver}
`datasemver` compares two files by profiles of their columns. It is shown by itself and with
the ids of rows (`--key`). It is given the one table that changes, with labels as words and
nested columns as JSON; it does not read cards. Right: visavis {ours} of {count}, datasemver
{theirs}, datasemver with key {keyed}, of the {asked} that it can be asked. Made by
`benchmarks/versions.py`.

| mutation | right | visavis | datasemver | with key |
|---|---|---|---|---|
{rows}
"""


def kinds() -> str:
    """The written table, as Markdown."""
    rows = "\n".join(f"| {name} | {which} | {what} |" for name, (which, what) in KINDS.items())
    return f"| kind | level | meaning |\n|---|---|---|\n{rows}"


def flat(table: pl.DataFrame) -> pl.DataFrame:
    """A table as other tools read it: labels are words, nested columns JSON."""
    nested = [name for name, dtype in table.schema.items() if dtype.is_nested()]
    simple = {name: pl.String for name, dtype in table.schema.items() if isinstance(dtype, pl.Enum)}
    return table.with_columns(
        *(pl.struct(name).struct.json_encode().alias(name) for name in nested),
    ).cast(simple)  # type: ignore[arg-type]  # names of columns


def other(old: pl.DataFrame | None, new: pl.DataFrame | None, *, keyed: bool) -> str:
    """What datasemver says of two tables."""
    from datasemver import analyze  # noqa: PLC0415 - of the benchmark alone

    if old is None or new is None:
        return "-"
    key = [
        name for name in ("article", "lang", "id") if name in old.columns and name in new.columns
    ]
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{name}.parquet" for name in ("old", "new")]
        for path, table in zip(paths, (old, new), strict=True):
            flat(table).write_parquet(path)
        try:
            report = analyze(*paths, key=key if keyed else None)
        except Exception as error:  # noqa: BLE001 - whatever it says is its answer
            return f"error: {type(error).__name__}"
    return "none" if report.bump is None else str(report.bump.value).lower()


def main() -> None:
    """Measure, and write the page."""
    import datasemver  # noqa: PLC0415 - of the benchmark alone

    from support.mutations import MUTATIONS, changed  # noqa: PLC0415 - needs the path above

    edition = release.edition(ROOT)
    rows, right = [], [0, 0, 0]
    for mutation in MUTATIONS:
        new = changed(edition, mutation)
        sides = edition.tables.get(mutation.table), new.tables.get(mutation.table)
        entries = [
            level(differences(diff(edition, new))),
            other(*sides, keyed=False),
            other(*sides, keyed=True),
        ]
        right = [
            count + (item == mutation.level) for count, item in zip(right, entries, strict=True)
        ]
        rows.append(f"| {mutation.name} | {mutation.level} | {' | '.join(entries)} |")
        print(rows[-1])
    page = PAGE.format(
        kinds=kinds(), rows="\n".join(rows), count=len(rows),
        asked=sum(not row.endswith("- |") for row in rows), datasemver=datasemver.__version__,
        ours=right[0], theirs=right[1], keyed=right[2],
    )  # fmt: skip
    (ROOT / "docs" / "versions.md").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
