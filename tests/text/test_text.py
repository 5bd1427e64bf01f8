from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.strategies import texts
from visavis.errors import DataError
from visavis.text.offsets import decode_offsets, encode_offsets

CODECS: dict[Literal["utf8", "utf16"], tuple[str, int]] = {
    "utf8": ("utf-8", 1),
    "utf16": ("utf-16-le", 2),
}
units = st.sampled_from(["utf8", "utf16"])


@given(texts, units)
def test_offsets_count_what_the_codec_writes(text: str, unit: Literal["utf8", "utf16"]) -> None:
    codec, width = CODECS[unit]
    expected = [len(text[:i].encode(codec)) // width for i in range(len(text) + 1)]
    assert encode_offsets(text, range(len(text) + 1), unit) == expected


@given(texts, units)
def test_decoding_is_the_inverse_of_encoding(text: str, unit: Literal["utf8", "utf16"]) -> None:
    offsets = list(range(len(text) + 1))
    assert decode_offsets(text, encode_offsets(text, offsets, unit), unit) == offsets


@pytest.mark.parametrize("offset", [-1, 3])
def test_an_offset_outside_the_text_is_refused(offset: int) -> None:
    with pytest.raises(DataError, match=f"offset {offset}: outside the text of 2 characters"):
        encode_offsets("né", [offset], "utf8")


def test_an_offset_inside_a_character_is_refused() -> None:
    with pytest.raises(DataError, match="offset 1 in utf16: outside the text or inside"):
        decode_offsets("🎉", [1], "utf16")
