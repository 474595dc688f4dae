"""The clock that stands behind reading: it rings for a file's own time, and for nothing else that falls into it."""

from __future__ import annotations

import gc
import signal
import time
from collections.abc import Callable, Iterator

import pytest

from plugins.source.bounds import TooSlow, bounded


@pytest.fixture(autouse=True)
def _always_collecting() -> Iterator[None]:
    """Let Python look for circles at each new object, and put everything back."""
    wanted, thresholds = gc.isenabled(), gc.get_threshold()
    gc.enable()
    gc.set_threshold(1)
    yield
    gc.set_threshold(*thresholds)
    if not wanted:
        gc.disable()


def endless() -> None:
    while True:
        pass


class Stubborn:
    """Takes long to be thrown away, where no exception gets out."""

    def __del__(self) -> None:
        """Take longer than the clock allows."""
        began = time.process_time()
        while time.process_time() - began < 0.1:
            pass


def late() -> None:
    Stubborn()
    endless()


def circles() -> list[list[object]]:
    return [[] for _ in range(1000)]


def test_no_search_for_circles_falls_into_a_file() -> None:
    rounds: list[str] = []

    def heard(phase: str, _: dict[str, int]) -> None:
        rounds.append(phase)

    def read() -> int:
        before = len(rounds)
        circles()
        return len(rounds) - before

    gc.callbacks.append(heard)
    try:
        assert read() > 0
        assert bounded(read, 5) == 0
    finally:
        gc.callbacks.remove(heard)


@pytest.mark.parametrize("collecting", [True, False])
@pytest.mark.parametrize("do", [circles, endless])
def test_afterwards_all_is_as_before(do: Callable[[], object], collecting: bool) -> None:  # noqa: FBT001 - a case
    if not collecting:
        gc.disable()
    before = signal.getsignal(signal.SIGVTALRM)
    try:
        bounded(do, 0.02)
    except TooSlow:
        assert do is endless
    assert gc.isenabled() is collecting
    assert signal.getsignal(signal.SIGVTALRM) is before
    assert signal.getitimer(signal.ITIMER_VIRTUAL)[0] == 0


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_it_rings_again_where_nobody_could_hear_it() -> None:
    with pytest.raises(TooSlow):
        bounded(late, 0.04)
