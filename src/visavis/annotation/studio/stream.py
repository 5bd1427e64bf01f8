"""An export read item by item by ijson, so that memory stays bounded."""

from decimal import Decimal
from typing import IO, TYPE_CHECKING

from visavis.annotation.studio.failures import ServerError
from visavis.annotation.studio.processes import tool

if TYPE_CHECKING:
    from collections.abc import Iterator

CHUNK = 1 << 18

DEEPEST = 100
"""How deep an export may be nested; a task of Label Studio has a dozen levels."""

_OPENING, _CLOSING = {"start_map", "start_array"}, {"end_map", "end_array"}


def items(file: IO[bytes], where: str) -> "Iterator[object]":
    """The items of a JSON array, one by one, without holding the whole of it.

    Raises:
        ServerError: it is no JSON array, does not end, or is nested too deep.
        UsageError: ijson is not installed.
    """
    ijson = tool("ijson")
    try:
        yield from _items(file, where)
    except ijson.IncompleteJSONError:
        msg = f"{where}: the export was cut, or is no JSON. Pull again."
        raise ServerError(msg) from None
    except (ijson.JSONError, ValueError, SystemError) as error:  # the last: too long a number
        kind = type(error).__name__
        msg = f"{where}: the export holds what no task of Label Studio has ({kind}). Pull again."
        raise ServerError(msg) from None


def _items(file: IO[bytes], where: str) -> "Iterator[object]":
    ijson, depth, builder = tool("ijson"), 0, None
    # Not `ijson.items`, which names each value by its path: a deep one would take all memory.
    for event, value in ijson.basic_parse(file, buf_size=CHUNK):
        depth += (event in _OPENING) - (event in _CLOSING)
        if depth > DEEPEST:
            msg = f"{where}: the export is nested deeper than {DEEPEST} levels. Pull again."
            raise ServerError(msg)
        if builder is None:
            if event != "start_array":
                msg = f"{where}: the export is no list of tasks. Pull again."
                raise ServerError(msg)
            builder = ijson.ObjectBuilder()
            continue
        if depth == 0:
            continue
        builder.event(event, float(value) if isinstance(value, Decimal) else value)
        if depth == 1:
            yield builder.value
            builder = ijson.ObjectBuilder()
