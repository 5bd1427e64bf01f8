"""Time limits for the client of the Hub, which of itself waits without end.

A step is one call of the client: one request, or a few that belong together. It runs in a thread of
its own, since nothing else ends a server that sends a byte a second. A step that is given up leaves
the Hub as an interrupted run does: running the command again goes on from there.
"""

import os
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TypeVar

from huggingface_hub import close_session, get_session

from visavis.errors import UsageError

T = TypeVar("T")

REQUEST = 30.0
"""Seconds without a byte after which a request fails, where the client sets no limit itself."""

STEP = 120.0
"""Seconds for a step, besides the time that its bytes take."""

OVERALL = 600.0
"""Seconds for all steps of one command, besides the time that their bytes take."""

RATE = 50_000
"""Bytes a second that a transfer must make."""

VARIABLE = "VISAVIS_HUB_SECONDS"
"""Environment variable that replaces ``STEP``; ``OVERALL`` grows with it."""


class StalledError(Exception):
    """A step took longer than it may.

    Attributes:
        seconds: how long it was allowed to take.
    """

    def __init__(self, seconds: float) -> None:
        super().__init__(f"no answer within {seconds:.0f} seconds")
        self.seconds = seconds


class Clock:
    """The time that the steps of one command may take."""

    def __init__(self) -> None:
        self._step = _seconds()
        self._left = self._step * OVERALL / STEP

    def within(self, call: Callable[[], T], size: int = 0) -> T:
        """Return what ``call`` returns.

        Args:
            call: the step.
            size: bytes that it transfers.

        Raises:
            StalledError: it takes longer than it may, or all steps together do.
        """
        extra = size / RATE
        seconds = min(self._step, max(self._left, 0.0)) + extra
        begun = time.monotonic()
        try:
            return _limited(call, seconds)
        finally:
            self._left -= max(0.0, time.monotonic() - begun - extra)


def _seconds() -> float:
    value = os.environ.get(VARIABLE, "").strip()
    with suppress(ValueError):
        if not value or 0 < float(value) < float("inf"):
            return float(value or STEP)
    msg = f"{value!r} is not a number of seconds"
    raise UsageError(msg, where=VARIABLE, remedy="Write it as 120.")


def _limited(call: Callable[[], T], seconds: float) -> T:
    results: list[T] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(call())
        except BaseException as error:  # noqa: BLE001 - raised again below, in the thread of the caller
            errors.append(error)

    session = get_session()
    before = session.timeout
    if before.read is None:
        session.timeout = REQUEST
    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        # Closing its connections is what ends the thread. It can fail where a request is under way.
        with suppress(Exception):
            close_session()
        raise StalledError(seconds)
    session.timeout = before
    if errors:
        raise errors[0]
    return results[0]


def all_of(calls: Iterable[Callable[[], object]], at_once: int) -> None:
    """Run calls in some threads; they end with the process, as those of an executor would not."""
    pending = iter(list(calls))
    lock = threading.Lock()
    errors: list[BaseException] = []

    def run() -> None:
        while not errors:
            with lock:
                call = next(pending, None)
            if call is None:
                return
            try:
                call()
            except BaseException as error:  # noqa: BLE001 - raised again below
                errors.append(error)

    threads = [threading.Thread(target=run, daemon=True) for _ in range(at_once)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
