"""Runs the desk's command in processes of their own, forked from one that has imported everything: a tenth of a start.

Each run begins as a fresh ``python -m plugins.desk`` would, but for the imports and for what pydantic works out of the
model. It can be made to die, as by ``kill -9``, at any of its changes to the disk.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import runpy
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from plugins.model import DOCUMENT_TYPES, RECORD_TYPES

ROOT = Path(__file__).resolve().parents[2]
CHANGES = frozenset({"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate"})
"""The interpreter's names (PEP 578) for what changes a disk, beside opening a file to write."""
WRITING = os.O_WRONLY | os.O_RDWR


@dataclass(frozen=True, slots=True)
class Run:
    """What one run is asked to do: the desk's words, in a folder, as of a moment."""

    folder: str
    words: Sequence[str] = ("build",)
    as_of: str = "2026-11-21T12:00"
    environment: dict[str, str] = field(default_factory=dict)
    dies_at: int = 0
    """The number of the change to the disk before which it dies; it lives through if there are fewer."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended: its exit code (negative: the signal that ended it), what it said, and what it took."""

    code: int
    said: str
    changes: int
    seconds: float
    """Of the processor's time, for it and for the processes that it started."""


@dataclass(frozen=True, slots=True)
class Notes:
    """Files in memory by which a run tells the forge: what it said, its changes to the disk, what it had to import."""

    said: int
    changes: int
    modules: int


class Forge:
    """The process that all runs are forked from. Use it in a ``with``."""

    def __enter__(self) -> Self:
        """Start the process; it imports everything once."""
        command = [sys.executable, "-m", "tests.site.forge"]
        self.process = subprocess.Popen(command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End the process."""
        self.process.communicate()

    def run(self, folder: Path, *words: str, **more: Any) -> Ended:
        """Run the desk's command in a folder, and wait for its end."""
        return self.together(Run(str(folder), words or ("build",), **more))[0]

    def together(self, *runs: Run) -> list[Ended]:
        """Begin runs at once, and wait for the end of all. Raises RuntimeError if the forge itself is gone."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps([asdict(run) for run in runs]) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError("The forge has ended; what it said stands above.")
        return [Ended(**ended) for ended in json.loads(line)]


def _serve() -> None:
    """Answer each line of the input, a list of runs in JSON, with a line that says how they ended."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w")
    sys.dont_write_bytecode = True
    for kind in (*DOCUMENT_TYPES, *RECORD_TYPES):
        kind.model_rebuild()
    for line in sys.stdin:
        begun = [_begun(Run(**asked)) for asked in json.loads(line)]
        answers.write(json.dumps([asdict(_ended(*one)) for one in begun]) + "\n")
        answers.flush()


def _begun(run: Run) -> tuple[int, Notes]:
    notes = Notes(*(os.memfd_create(name) for name in ("said", "changes", "modules")))
    child = os.fork()
    if not child:
        _become(run, notes)
    return child, notes


def _ended(child: int, notes: Notes) -> Ended:
    _, status, used = os.wait4(child, 0)
    said = os.pread(notes.said, 1_000_000, 0).decode("utf-8", "replace")
    ended = Ended(
        os.waitstatus_to_exitcode(status), said, os.fstat(notes.changes).st_size, used.ru_utime + used.ru_stime
    )
    for name in os.pread(notes.modules, 1_000_000, 0).decode().split():
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    for number in (notes.said, notes.changes, notes.modules):
        os.close(number)
    return ended


def _become(run: Run, notes: Notes) -> None:
    """Turn this process into the run; it never returns."""
    os.setpgid(0, 0)
    os.dup2(notes.said, 1)
    os.dup2(notes.said, 2)
    os.chdir(run.folder)
    os.environ.update(run.environment | {"AS_OF": run.as_of})
    sys.argv = ["clnm", *run.words]
    known = frozenset(sys.modules)
    _watch(run.dies_at, notes.changes)
    code: object = 1
    try:
        runpy.run_module("plugins.desk", run_name="__main__")
        code = 0
    except SystemExit as stop:
        code = stop.code
        if isinstance(code, str):
            sys.stderr.write(f"{code}\n")
    except BaseException:  # noqa: BLE001 - as the interpreter does
        sys.excepthook(*sys.exc_info())
    sys.stdout.flush()
    sys.stderr.flush()
    os.write(notes.modules, "\n".join(sorted(set(sys.modules) - known)).encode())
    os._exit(code if isinstance(code, int) else bool(code))


def _watch(dies_at: int, counted: int) -> None:
    """Count changes to the disk, one byte each in a file that outlives this process; die before a given one."""

    def heard(event: str, details: tuple[Any, ...]) -> None:
        if event in CHANGES or (event == "open" and isinstance(details[2], int) and details[2] & WRITING):
            os.write(counted, b".")
            if dies_at and os.fstat(counted).st_size >= dies_at:
                os.killpg(0, signal.SIGKILL)

    sys.addaudithook(heard)


if __name__ == "__main__":
    _serve()
