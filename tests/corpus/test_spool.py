"""Contents that wait to be written come back, from memory and from disk."""

from pathlib import Path

import pytest

from visavis.corpus.spool import Spool


@pytest.mark.parametrize("in_memory", [1, 1000])
def test_contents_come_back_in_order(in_memory: int) -> None:
    with Spool(in_memory) as spool:
        for name, content in (("b", b"one"), ("a", b""), ("c", b"three")):
            spool[Path(name)] = content
        spool[Path("b")] = b"again"
        del spool[Path("a")]
        assert dict(spool) == {Path("b"): b"again", Path("c"): b"three"}
        assert [path.name for path in spool] == ["b", "c"]
        assert len(spool) == 2
