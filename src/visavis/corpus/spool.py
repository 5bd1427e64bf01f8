"""Contents of files that are still to be written: in memory, on disk where they are many."""

from collections.abc import Iterator, MutableMapping
from pathlib import Path
from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import Self

_IN_MEMORY = 2**25
"""Bytes that are held in memory; a corpus by hand stays below."""


class Spool(MutableMapping[Path, bytes]):
    """Path -> content, in the order in which the contents were put in."""

    def __init__(self, in_memory: int = _IN_MEMORY) -> None:
        # A temporary file without a name; the context closes it.
        self._file = SpooledTemporaryFile(max_size=in_memory)  # noqa: SIM115
        self._places: dict[Path, tuple[int, int]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._file.close()

    def __setitem__(self, path: Path, content: bytes) -> None:
        start = self._file.seek(0, 2)
        self._file.write(content)
        self._places[path] = start, len(content)

    def __getitem__(self, path: Path) -> bytes:
        start, length = self._places[path]
        self._file.seek(start)
        return self._file.read(length)

    def __delitem__(self, path: Path) -> None:
        del self._places[path]

    def __iter__(self) -> Iterator[Path]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)
