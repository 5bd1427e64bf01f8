"""What a hostile repository may hold: paths, JSON; and all that a folder holds."""

import os
from pathlib import Path

from hypothesis import strategies as st

from visavis.files import sha256
from visavis.release.manifest import MANIFEST, SIGNATURE

HOSTILE = [
    "", ".", "..", "/etc/x", "//x/y", "a//b", "a/", "/", "a/../b", "../a", "a/..", "./a", "a/./b",
    "a\\b", "..\\a", "C:/x", "C:x", "c:\\x", "a:b", "a\0b", "a\nb", "a\x1bb", "~/a", "~", ".hidden",
    ".huggingface.yaml", "a/.git/config", ".git", "con", "CON", "aux.txt", "a/NUL.parquet", "com1",
    "lpt9.x", "a.", "a/b.", "a ", " a", "a/b ", "é", "a\u0301", "a\u202eb", "a" * 201, "a*", "a?b",
    "$HOME/a", "%TEMP%", MANIFEST, SIGNATURE, ".gitattributes", "Manifest.JSON", "manifest.json/a",
]  # fmt: skip

PIECES = st.sampled_from(["..", ".", "", "/", "\\", "a", "B", "con", ":", "\0", "~", "x.md", " "])

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | PIECES,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=5,
)


def everything(folder: Path) -> dict[str, str]:
    """Every file below a folder, with its content or where it leads."""
    return {
        str(path): os.readlink(path) if path.is_symlink() else sha256(path.read_bytes())  # noqa: PTH115 - a string
        for path in folder.rglob("*")
        if path.is_symlink() or path.is_file()
    }
