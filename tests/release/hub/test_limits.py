"""A Hub that does not answer, or a byte now and then: told in time, and a rerun goes on."""

import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from support import loopback
from support.other_hub import OtherHub
from visavis.errors import UsageError
from visavis.release.hub import fetch, limits, publish
from visavis.release.hub.answers import UnreachableError
from visavis.release.hub.loading import load

pytestmark = pytest.mark.filterwarnings("ignore:Use 'content=:DeprecationWarning")

STEP = 0.5


@pytest.fixture
def impatient(other: OtherHub, monkeypatch: pytest.MonkeyPatch) -> Iterator[OtherHub]:
    """The other Hub, and time limits that a test can wait for."""
    loopback.RELEASED.clear()
    monkeypatch.setattr(limits, "STEP", STEP)
    monkeypatch.setattr(limits, "OVERALL", 10 * STEP)
    monkeypatch.setattr(limits, "REQUEST", 0.3)
    monkeypatch.setattr(limits, "RATE", 10_000_000)
    yield other
    loopback.RELEASED.set()


def published_in_the_end(release: Path, name: str) -> str:
    """Publish; a step that was given up can still disturb the next one of the same process."""
    for _ in range(2):
        with suppress(UnreachableError):
            return publish.publish(release, name)
    return publish.publish(release, name)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("fault", ["stall", "drip"])
def test_a_request_that_hangs_ends_in_time_and_a_rerun_goes_on(
    impatient: OtherHub, tiny: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    with monkeypatch.context() as patient:
        patient.setattr(limits, "STEP", 60.0)
        patient.setattr(limits, "OVERALL", 600.0)
        publish.publish(tiny, "x/tiny")
        published = len(impatient.requests)
        fetch.fetch("x/tiny", "0.1.0")
        both = len(impatient.requests)
    errors: list[str] = []
    for number in range(0, both, 1 if fault == "stall" else 3):
        name = f"x/{fault}{number}"
        begun = len(impatient.requests)
        impatient.fault = lambda i, *_, at=begun + number: fault if i == at else None
        started = time.monotonic()
        try:
            publish.publish(tiny, name)
            fetch.fetch(name, "0.1.0")
        except UnreachableError as error:
            errors.append(str(error))
        assert time.monotonic() - started < 60
        impatient.fault = lambda *_: None
        with monkeypatch.context() as patient:
            patient.setattr(limits, "STEP", 60.0)
            patient.setattr(limits, "OVERALL", 600.0)
            commit = published_in_the_end(tiny, name)
            assert fetch.fetch(name, "0.1.0").folder.name == commit
        assert impatient.history(name) == [commit]
        assert impatient.repos[name].tags == {"v0.1.0": commit}
    assert published < both
    assert len(errors) > both // 6
    # A HEAD has no body that could come slowly: without its headers it is not an answer of a Hub.
    advice = ("Run it again", "Look at HF_ENDPOINT")
    assert [error for error in errors if not any(word in error for word in advice)] == []


def test_a_step_is_given_up_and_told_with_what_to_do(impatient: OtherHub, tiny: Path) -> None:
    impatient.fault = lambda *_: "stall"
    with pytest.raises(UnreachableError) as caught:
        publish.publish(tiny, "x/tiny")
    assert "Run it again" in str(caught.value)


def test_all_steps_together_have_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "STEP", 0.2)
    monkeypatch.setattr(limits, "OVERALL", 0.3)
    clock, gate = limits.Clock(), threading.Event()
    slow = lambda: gate.wait(0.15)  # noqa: E731 - a call
    clock.within(slow)
    with pytest.raises(limits.StalledError):
        clock.within(lambda: [clock.within(slow) for _ in range(3)])


def test_bytes_give_a_step_more_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "STEP", 0.05)
    gate = threading.Event()
    with pytest.raises(limits.StalledError):
        limits.Clock().within(lambda: gate.wait(0.4))
    clock = limits.Clock()
    for _ in range(3):
        clock.within(lambda: gate.wait(0.4), size=limits.RATE)


@pytest.mark.parametrize("value", ["0", "-1", "nan", "inf", "soon", "1e999"])
def test_a_limit_that_is_no_number_of_seconds_is_refused(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv(limits.VARIABLE, value)
    with pytest.raises(UsageError, match="is not a number of seconds"):
        load("x/tiny", version="0.1.0")


def test_the_variable_sets_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(limits.VARIABLE, "0.1")
    with pytest.raises(limits.StalledError, match="within 0 seconds"):
        limits.Clock().within(lambda: threading.Event().wait(1))


def test_the_error_of_a_call_is_the_error_of_the_step() -> None:
    def fail() -> None:
        message = "mine"
        raise KeyError(message)

    with pytest.raises(KeyError, match="mine"):
        limits.Clock().within(fail)
    with pytest.raises(KeyError, match="mine"):
        limits.all_of([lambda: None, fail, lambda: None], 2)
    done: list[int] = []
    limits.all_of([lambda n=n: done.append(n) for n in range(20)], 4)  # type: ignore[misc]
    assert sorted(done) == list(range(20))
