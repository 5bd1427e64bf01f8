import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import astuple

from support.strategies import records
from visavis.corpus.articles import Article
from visavis.corpus.facts import Fact
from visavis.corpus.kb import Entity
from visavis.corpus.layers import LAYERS
from visavis.corpus.layers.arrangement import arrangement
from visavis.corpus.layers.attributions import Attribution
from visavis.corpus.layers.mentions import Mention
from visavis.corpus.records import Record, decode_files, decode_lines, encode
from visavis.errors import DataError

KINDS = [*LAYERS.values(), Article, Entity, Fact]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_reader_and_writer_are_inverses(kind: type[Record], data: st.DataObject) -> None:
    rows = data.draw(st.lists(records(kind), max_size=4))
    written = encode(rows)
    assert decode_lines(written, kind, "x.jsonl") == rows
    assert encode(decode_lines(written, kind, "x.jsonl")) == written


@pytest.mark.parametrize("kind", LAYERS.values(), ids=LAYERS)
@given(data=st.data())
def test_the_arrangement_does_not_depend_on_the_order_of_rows(
    kind: type[Record], data: st.DataObject
) -> None:
    rows = data.draw(st.lists(records(kind), max_size=5, unique_by=lambda row: row.id))
    shuffled = data.draw(st.permutations(rows))
    assert [rows[i] for i in arrangement(rows)] == [shuffled[i] for i in arrangement(shuffled)]


def test_equal_records_have_the_same_bytes() -> None:
    row = b'{"id":"t1","lang":"fr","start":0,"end":1'
    declared, left_out = decode_lines(row + b',"source":"ANON"}\n' + row + b"}\n", Attribution, "x")
    assert declared == left_out
    assert encode([declared]) == encode([left_out]) == row + b"}\n"


ROW = {"id": "m1", "lang": "fr", "start": 0, "end": 6, "type": "ORG", "form": "NAM"}


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"{", "a.jsonl:2: not one JSON object"),
        (b"", "a.jsonl:2: not one JSON object"),
        (b"\xff", "a.jsonl:2: not one JSON object"),
        (b'{"id":"m1"}', "a.jsonl:2: Object missing required field `lang`"),
        (ROW | {"type": "ORGG"}, r"`\$.type`. Choose among PER, ORG, LOC, PROD"),
        (ROW | {"start": -1}, r"Expected `int` >= 0 - at `\$.start`"),
        (ROW | {"start": 1.5}, r"Expected `int`, got `float` - at `\$.start`"),
        (ROW | {"labell": "x"}, "unknown field `labell`. Fields of Mention: id, lang, start"),
        (ROW | {"id": "../m1"}, r"matching regex .* - at `\$.id`"),
        (ROW | {"flags": ["odd"]}, "Invalid enum value 'odd'"),
    ],
)
def test_a_malformed_line_is_named_with_its_field(
    line: bytes | dict[str, object], message: str
) -> None:
    data = line if isinstance(line, bytes) else msgspec.json.encode(line)
    with pytest.raises(DataError, match=message):
        decode_lines(msgspec.json.encode(ROW) + b"\n" + data + b"\n", Mention, "a.jsonl")


def test_defaults_are_not_written() -> None:
    row = decode_lines(msgspec.json.encode(ROW | {"relation": "equal"}), Mention, "a.jsonl")
    assert b"relation" not in encode(row)


@pytest.mark.parametrize("kind", LAYERS.values(), ids=LAYERS)
@given(data=st.data())
def test_files_read_together_are_read_as_one_by_one(
    kind: type[Record], data: st.DataObject
) -> None:
    rows = st.lists(records(kind), max_size=3)
    written = [encode(data.draw(rows)) for _ in range(2)]
    damage = data.draw(st.sampled_from(["", "null", "spaces", "blank", "id", "cut", "crlf"]))
    written.append(damaged(encode([data.draw(records(kind))]), damage))
    quick = decode_files(written, kind)
    try:
        slow = [row for item in written for row in decode_lines(item, kind, "x.jsonl")]
    except DataError:
        assert quick is None
    else:
        assert damage or quick is not None
        assert quick is None or [*map(astuple, quick)] == [*map(astuple, slow)]


def damaged(line: bytes, damage: str) -> bytes:
    """A row as no file of ours has it: some of these forms are read, some refused."""
    return {
        "": line,
        "null": re.sub(rb'"id":"[^"]*"', b'"id":null', line),
        "spaces": line.replace(b":", b" : "),
        "blank": b"\n" + line,
        "id": line.replace(b'"id":"', b'"id":"/'),
        "cut": line[:-1],
        "crlf": line.replace(b"\n", b"\r\n"),
    }[damage]
