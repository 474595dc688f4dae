"""Check a folder of built files from the command line: ``python -m plugins.checks output``."""

from __future__ import annotations

import sys
from pathlib import Path

from plugins.checks.built import tell


def main(arguments: list[str]) -> int:
    """Print what is wrong with the named folder; give 0 where nothing is, 1 where something is, 2 for wrong use."""
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        sys.stderr.write("Name the folder to check: python -m plugins.checks output\n")
        return 2
    return int(tell(Path(arguments[0])))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
