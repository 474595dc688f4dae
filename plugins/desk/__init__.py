"""The editors' command line, ``clnm``: build, check, serve, begin something new, publish.

Each command is a module of this room, loaded when it is asked for. Exit codes: 0 all is well, 1
something stops publishing, 2 the command was not used as it is meant to be.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from pathlib import Path

from plugins.desk.commands import WrongUse, parser

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says; give the exit code. A build that must stop raises SystemExit itself."""
    asked = parser().parse_args(arguments)
    here = str(Path.cwd())
    if sys.path[0] != here:
        sys.path.insert(0, here)
    try:
        return int(importlib.import_module(f"plugins.desk.{asked.command.replace('-', '_')}").run(asked))
    except WrongUse as wrong:
        print(wrong, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130
