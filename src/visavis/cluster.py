"""The same work on many parts, on a Ray cluster: the one module that imports ``ray``.

Parts are whole articles, or rows with their neighbours, so that a part gives the same result
wherever it is worked on. Results come back in the order of the parts, so that what is made of them
is the same bytes, whatever the number of workers, their order, or which of them died: Ray does the
part of a dead worker again on another. Needs ``visavis[cluster]``.
"""

import os
import socket
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from visavis.errors import UsageError, VisavisError

if TYPE_CHECKING:
    from types import ModuleType

Common = TypeVar("Common")
Part = TypeVar("Part")
Result = TypeVar("Result")


class Mapper(Protocol):
    """How the same work is done on many parts; the results come in the order of the parts."""

    def __call__(
        self,
        function: Callable[[Common, Part], Result],
        common: Common,
        parts: Iterable[Part],
        /,
    ) -> Iterator[Result]:
        """Yield ``function(common, part)`` for each part."""
        ...


LOCAL = "local"
"""The address that starts a Ray of its own on this machine, and ends it."""

AHEAD = 2
"""Parts a processor that wait or are worked on while the first of them is awaited: memory is
bounded by it."""

PATIENCE = 10
"""Seconds that a cluster has to answer the first time."""

RETRIES = 5
"""Times that a part is done again whose worker died."""


def mapped(
    function: Callable[[Common, Part], Result],
    common: Common,
    parts: Iterable[Part],
    address: str,
) -> Iterator[Result]:
    """Yield ``function(common, part)`` for each part, in order, from the workers of a cluster.

    Args:
        function: is called in a worker; an error of it is raised here.
        common: what all parts have in common; sent to each worker once.
        parts: read as a stream, ``AHEAD`` parts a processor.
        address: ``auto`` for the cluster of ``ray start`` or ``RAY_ADDRESS``, ``ray://HOST:10001``
            or ``HOST:6379`` for another, ``local`` for one of this call.

    Raises:
        UsageError: Ray is not installed.
        VisavisError: there is no cluster at the address, it has another version, or a part was
            lost with every worker that took it.
    """
    with connected(address) as ray:
        shared = ray.put((function, common))
        work = ray.remote(max_retries=RETRIES)(_work)
        waiting: deque[Any] = deque()
        most = AHEAD * max(1, int(ray.cluster_resources().get("CPU", 1)))
        for part in parts:
            waiting.append(work.remote(shared, part))
            if len(waiting) >= most:
                yield _result(ray, waiting.popleft())
        while waiting:
            yield _result(ray, waiting.popleft())


@contextmanager
def mapper(address: str | None) -> "Iterator[Mapper | None]":
    """Yield what works on the parts of a whole command at an address; None for no cluster."""
    if address is None:
        yield None
        return
    with connected(address):
        yield partial(mapped, address=address)


def _work(shared: tuple[Callable[[Any, Any], Any], Any], part: object) -> object:
    """What a worker does."""
    function, common = shared
    return function(common, part)


def _result(ray: "ModuleType", waiting: object) -> Any:  # noqa: ANN401 - what the function returns
    try:
        return ray.get(waiting)
    except ray.exceptions.RayTaskError as error:
        raise error.cause from None
    except ray.exceptions.RayError as error:
        why = " ".join(str(error).split())[:300]
        msg = f"cluster: a part was lost ({why})"
        raise VisavisError(msg, remedy="Look at the workers; then run it again.") from None


@contextmanager
def connected(address: str) -> "Iterator[ModuleType]":
    """Yield ``ray``, connected to a cluster; see ``mapped``."""
    ray = _library()
    if ray.is_initialized():
        yield ray
        return
    place = None if address == LOCAL else address
    try:
        _knock(address)
        ray.init(place, log_to_driver=False, logging_level="ERROR")
    except (OSError, RuntimeError, ValueError) as error:
        why = " ".join(str(error).split())[:300]
        msg = f"no cluster that can be used ({why})"
        remedy = "Start one with `ray start --head`, or give --cluster local."
        raise VisavisError(msg, where=f"--cluster {address}", remedy=remedy) from error
    try:
        yield ray
    finally:
        ray.shutdown()


def _knock(address: str) -> None:
    """Raise an OSError where nobody answers at ``HOST:PORT``: Ray itself would wait for ever."""
    host, mark, port = address.removeprefix("ray://").rpartition(":")
    if mark and port.isdigit():
        socket.create_connection((host.strip("[]"), int(port)), timeout=PATIENCE).close()


def _library() -> "ModuleType":
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing is reported to anybody
    # As it will be: a worker without an accelerator is left to see none.
    os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
    try:
        import ray  # noqa: PLC0415 - an extra
    except ImportError as error:
        msg = "a cluster needs the package ray"
        raise UsageError(msg, remedy="Run pip install 'visavis[cluster]'.") from error
    library: ModuleType = ray
    return library
