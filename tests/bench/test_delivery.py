"""How fast an issue goes out, with a ledger that survives the loss of power, and that memory stays as it was."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import resource
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from plugins.delivery.pace import Policy
from plugins.delivery.smtp import Waits
from plugins.delivery.states import State
from tests.delivery.lists import write_list
from tests.delivery.sender import Order, send
from tests.delivery.sink import Sink

SINK = shutil.which("smtp-sink") or shutil.which("smtp-sink", path="/usr/sbin:/usr/lib/postfix/sbin")
WORDS = "What young people told us, in their own words, this winter and the last.\n" * 200
"""In both parts: a message of 30 kB."""


@dataclass(frozen=True)
class Took:
    """What a send took."""

    seconds: float
    sent: int
    peaks: tuple[int, ...]
    """The most memory that the process ever had, in kB, as it went on."""

    @property
    def rate(self) -> float:
        """Give messages a second."""
        return self.sent / self.seconds


def _send(order: Order, answers: Connection) -> None:
    peaks: list[int] = []

    def look() -> None:
        peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)

    begun = time.monotonic()
    done = send(order, lambda _: look())
    answers.send(Took(time.monotonic() - begun, done.counts[State.SENT], tuple(peaks)))


def took(order: Order) -> Took:
    """Send in a process of its own."""
    here, there = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_send, args=(order, there))
    process.start()
    found: Took = here.recv()
    process.join()
    return found


@contextlib.contextmanager
def smtp_sink() -> Iterator[int]:
    """Run Postfix's own sink; give its port."""
    assert SINK
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    user = () if os.geteuid() else ("-u", "nobody")
    process = subprocess.Popen([SINK, *user, f"127.0.0.1:{port}", "1000"])
    try:
        while process.poll() is None:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            time.sleep(0.05)
        yield port
    finally:
        process.kill()
        process.wait()


def tell(record_property: Callable[[str, object], None], name: str, found: Took) -> None:
    grown = found.peaks[-1] - found.peaks[len(found.peaks) // 4]
    figures = (found.sent, found.seconds, found.rate, found.peaks[-1] / 1024, grown / 1024)
    line = f"{name:<20}" + "".join(f"{figure:>10,.0f}" for figure in figures)
    head = f"{'':<20}" + "".join(f"{word:>10}" for word in ("sent", "seconds", "a second", "MB", "grown"))
    record_property("table", ("delivery", head, line))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a data folder on the disk."""
    made = tmp_path / "data"
    made.mkdir(mode=0o700)
    return made


@pytest.mark.slow
@pytest.mark.skipif(not SINK, reason="There is no smtp-sink; on Debian it comes with the package postfix.")
def test_three_hundred_messages_of_30_kb_a_second(folder: Path, record_property: Callable[[str, object], None]) -> None:
    readers = write_list(folder, 6_000)
    with smtp_sink() as port:
        order = Order(folder, port, words=WORDS, policy=Policy(connections=32), waits=Waits())
        found = took(order)
    tell(record_property, "smtp-sink, 30 kB", found)
    assert found.sent == len(readers)
    assert found.rate >= 300
    assert found.peaks[-1] - found.peaks[len(found.peaks) // 4] < 8 * 1024, "memory grows"


@pytest.mark.slow
def test_ten_thousand_readers_through_a_relay_that_takes_30_ms_a_reply(
    folder: Path, record_property: Callable[[str, object], None]
) -> None:
    readers = write_list(folder, 10_000)
    with Sink(delay=0.03, keep=False) as sink:
        found = took(Order(folder, sink.port, policy=Policy(connections=32), waits=Waits()))
        tell(record_property, "30 ms a reply", found)
        assert sink.got() == dict.fromkeys(readers, 1)
    assert found.seconds <= 90
