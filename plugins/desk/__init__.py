"""The editors' command line, ``clnm``: build, check, serve, begin something new, publish.

Each command is a module of this room, loaded when it is asked for. Exit codes: 0 all is well, 1
something stops publishing, 2 the command was not used as it is meant to be.
"""

from __future__ import annotations

import importlib
import os
import select
import sys
from collections.abc import Sequence
from pathlib import Path

from plugins.desk.commands import WrongUse, parser
from plugins.desk.project import WrongSettings

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says; give the exit code. A build that must stop raises SystemExit itself."""
    asked = parser().parse_args(arguments)
    here = str(Path.cwd())
    if sys.path[0] != here:
        sys.path.insert(0, here)
    try:
        code = int(importlib.import_module(f"plugins.desk.{asked.command.replace('-', '_')}").run(asked))
        sys.stdout.flush()
    except WrongUse as wrong:
        print(wrong, file=sys.stderr)
        return 1 if isinstance(wrong, WrongSettings) else 2
    except BrokenPipeError:
        if not _unread():
            raise
        return 1
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130
    return code


def _unread() -> bool:
    """Say whether nobody reads any more what is printed (``clnm check | head``); then let it go nowhere."""
    poll = select.poll()
    poll.register(sys.stdout, 0)
    if not poll.poll(0):
        return False
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return True
