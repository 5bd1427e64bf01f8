"""A changelog leads from one edition to another exactly, and back."""

import math
import random
from collections.abc import Callable
from decimal import Decimal

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from support.strategies import corpora
from visavis.corpus.model import Corpus
from visavis.dataset.tables import publishable, tables
from visavis.errors import DataError
from visavis.release.changes import columns, decode, dtype_of, encode, spelled
from visavis.release.diff import NOTHING, Edition, diff, inverse, replay

WORDS = ["été 🎉", "e\u0301", "", "«\u00a0x\u202f»", "a\r\nb", "\u0000", "\u2028", "𝒜", "x"]
ODD = [math.nan, math.inf, -math.inf, -0.0, 0.0]
LABELS = ["PER", "ORG", "LOC", "PROD"]


def cell(draw: random.Random, dtype: object) -> object:
    if draw.random() < 0.15:
        return None
    if isinstance(dtype, pl.Enum):
        return draw.choice(dtype.categories.to_list())
    if isinstance(dtype, pl.List):
        return [cell(draw, dtype.inner) for _ in range(draw.randrange(3))]
    if isinstance(dtype, pl.Struct):
        return {field.name: cell(draw, field.dtype) for field in dtype.fields}
    if isinstance(dtype, pl.Decimal):
        return Decimal(draw.randrange(-(10**12), 10**12)).scaleb(-6)
    return {
        pl.String(): draw.choice(WORDS), pl.Int32(): draw.randrange(9), pl.Boolean(): True,
        pl.Float64(): draw.choice([draw.random(), *ODD]),
    }[dtype]  # type: ignore[index]  # the simple types  # fmt: skip


def kinds(draw: random.Random) -> list[pl.DataType]:
    labels = pl.Enum(LABELS[: draw.randrange(1, 5)])
    span = pl.Struct({"start": pl.Int32(), "type": labels})
    return [
        pl.String(), pl.Int32(), pl.Boolean(), pl.Float64(), pl.Decimal(38, 6), labels, span,
        pl.List(span), pl.List(pl.String()),
    ]  # fmt: skip


def table(draw: random.Random) -> pl.DataFrame:
    keys = draw.choice([["article", "lang", "id"], ["id"], ["article", "id"], []])
    names = [f"c{i}" for i in draw.sample(range(6), draw.randrange(1, 4))]
    schema: dict[str, pl.DataType] = {name: draw.choice(kinds(draw)) for name in names}
    return rows(draw, pl.DataFrame(schema={**dict.fromkeys(keys, pl.String()), **schema}), 6)


def rows(draw: random.Random, like: pl.DataFrame, most: int) -> pl.DataFrame:
    count = draw.randrange(most)
    made = [
        pl.Series(
            name,
            [
                draw.choice("abcde") if name in ("article", "lang", "id") else cell(draw, dtype)
                for _ in range(count)
            ],
            dtype,
        )
        for name, dtype in like.schema.items()
    ]
    return pl.DataFrame(made)


def added(draw: random.Random, old: pl.DataFrame) -> pl.DataFrame:
    return pl.concat([old, rows(draw, old, 4)])


def removed(draw: random.Random, old: pl.DataFrame) -> pl.DataFrame:
    return old.filter(pl.Series([draw.random() < 0.7 for _ in range(old.height)], dtype=pl.Boolean))


def shuffled(draw: random.Random, old: pl.DataFrame) -> pl.DataFrame:
    return old[draw.sample(range(old.height), old.height)]


def rewritten(draw: random.Random, old: pl.DataFrame) -> pl.DataFrame:
    column = draw.choice(old.columns)
    return old.with_columns(
        pl.Series(
            column,
            [
                draw.choice("abc")
                if column in ("article", "lang", "id")
                else cell(draw, old.schema[column])
                for _ in range(old.height)
            ],
            old.schema[column],
        )
    )


def retyped(draw: random.Random, old: pl.DataFrame) -> pl.DataFrame:
    name = f"c{draw.randrange(6)}"
    dtype = draw.choice(kinds(draw))
    return old.with_columns(pl.Series(name, [cell(draw, dtype) for _ in range(old.height)], dtype))


def narrowed(draw: random.Random, old: pl.DataFrame) -> pl.DataFrame:
    return old.drop(draw.choice(old.columns)) if old.width > 1 else old


STEPS: list[Callable[[random.Random, pl.DataFrame], pl.DataFrame]] = [
    added, removed, shuffled, rewritten, retyped, narrowed,
]  # fmt: skip


def edited(draw: random.Random, old: Edition, number: int) -> Edition:
    made = dict(old.tables)
    for name in list(made):
        for step in draw.sample(STEPS, draw.randrange(3)):
            made[name] = step(draw, made[name])
    if draw.random() < 0.2:
        made[f"t{draw.randrange(3)}"] = table(draw)
    if made and draw.random() < 0.1:
        del made[draw.choice(sorted(made))]
    files = {name: draw.choice(WORDS) for name in "abc" if draw.random() < 0.5}
    return Edition("x", f"{number}.0.0", "", made, files)


def assert_same(found: Edition, expected: Edition) -> None:
    assert (found.name, found.version, found.files) == (
        expected.name, expected.version, expected.files,
    )  # fmt: skip
    assert found.tables.keys() == expected.tables.keys()
    for name, rows_of in expected.tables.items():
        assert_frame_equal(found.tables[name], rows_of)


@pytest.mark.parametrize("part", range(5))
def test_histories_replay_forwards_and_backwards(part: int) -> None:
    for seed in range(part * 100, part * 100 + 100):
        draw = random.Random(seed)  # noqa: S311 - a history to test on
        editions = [NOTHING]
        for number in range(1, 4):
            editions.append(edited(draw, editions[-1], number))
        logs = [
            decode(encode(diff(editions[i], editions[i + 1])), "changelog")
            for i in range(len(editions) - 1)
        ]
        present = NOTHING
        for log, expected in zip(logs, editions[1:], strict=True):
            present = replay(present, log)
            assert_same(present, expected)
        for log, expected in zip(logs[::-1], editions[-2::-1], strict=True):
            present = replay(present, inverse(log))
            assert_same(present, expected)


@settings(max_examples=10)
@given(corpora(), corpora())
def test_the_tables_of_two_corpora_replay(old: Corpus, new: Corpus) -> None:
    sides = [
        Edition("x", "1.0.0", "", tables(publishable(item)), {"README.md": ""})
        for item in (old, new)
    ]
    log = decode(encode(diff(*sides)), "changelog")
    assert_same(replay(sides[0], log), sides[1])
    assert_same(replay(sides[1], inverse(log)), sides[0])


A = Edition("x", "1.0.0", "", {"t": pl.DataFrame({"id": ["a", "b"], "v": ["1", "2"]})}, {"f": "1"})
B = Edition("x", "1.0.1", "", {"t": pl.DataFrame({"id": ["a", "b"], "v": ["1", "3"]})}, {"f": "2"})


def test_an_edition_has_no_difference_from_itself() -> None:
    assert len(diff(A, A)) == 1


def test_a_change_names_the_row_and_the_changed_cells_only() -> None:
    (row,) = [line for line in encode(diff(A, B)).splitlines() if b'"row"' in line]
    assert row == (
        b'{"change":"row","table":"t","key":{"id":"b"},"old":{"v":"2"},"new":{"v":"3"},"at":null}'
    )


@pytest.mark.parametrize(
    "wrong",
    [
        B,
        Edition("x", "1.0.0", "", A.tables, {}),
        Edition("x", "1.0.0", "", {}, A.files),
        Edition("x", "1.0.0", "", {"t": A.tables["t"][:1]}, A.files),
        Edition("x", "1.0.0", "", {"t": A.tables["t"].drop("v")}, A.files),
    ],
    ids=["version", "file", "table", "row", "column"],
)
def test_a_changelog_is_not_replayed_on_another_edition(wrong: Edition) -> None:
    with pytest.raises(DataError, match="is not what it begins from"):
        replay(wrong, diff(A, B))


def test_a_line_that_is_no_change_is_named() -> None:
    with pytest.raises(DataError, match=r"x\.jsonl:2: not a line of a changelog"):
        decode(encode(diff(A, A)) + b'{"change":"else"}\n', "x.jsonl")
    with pytest.raises(DataError, match="no type is spelled 'Strng'"):
        dtype_of("Strng")


@given(st.integers(0, 10**6))
def test_the_types_of_columns_are_spelled_and_read(seed: int) -> None:
    for dtype in kinds(random.Random(seed)):  # noqa: S311 - as above
        assert dtype_of(spelled(dtype)) == dtype
    assert columns(A.tables["t"]) == (("id", "String"), ("v", "String"))


@pytest.mark.parametrize("one", ODD)
@pytest.mark.parametrize("other", [*ODD, None, 0.5])
@pytest.mark.parametrize("nested", [False, True])
def test_numbers_that_json_has_not_are_replayed_bit_by_bit(
    one: float, other: float | None, *, nested: bool
) -> None:
    editions = []
    for value in (one, other):
        dtype = pl.List(pl.Float64()) if nested else pl.Float64()
        column = pl.Series("x", [[value] if nested else value], dtype)
        editions.append(
            Edition("n", "0.1.0", "", {"t": pl.DataFrame({"id": ["a"], "x": column})}, {})
        )
    log = decode(encode(diff(*editions)), "log")
    for changes, start, end in ((log, 0, 1), (inverse(log), 1, 0)):
        got = replay(editions[start], changes).tables["t"]["x"].to_list()
        assert repr(got) == repr(editions[end].tables["t"]["x"].to_list())
