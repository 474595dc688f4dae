"""Of two who want the same thing to themselves, the second waits and says so."""

from __future__ import annotations

import queue
import sys
import threading
from pathlib import Path

import pytest

from plugins.disk.locking import alone


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such locks")
def test_the_second_waits_until_the_first_is_done(tmp_path: Path) -> None:
    path, said = tmp_path / "folder/lock", queue.SimpleQueue[str]()

    def second() -> None:
        with alone(path, lambda: said.put("waits")):
            said.put("has it")

    with alone(path, pytest.fail):
        other = threading.Thread(target=second)
        other.start()
        assert said.get() == "waits"
        assert said.empty()
    assert said.get() == "has it"
    other.join()


def test_it_may_be_had_again(tmp_path: Path) -> None:
    for _ in range(2):
        with alone(tmp_path / "lock", pytest.fail):
            assert (tmp_path / "lock").exists()
