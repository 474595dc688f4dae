"""Writes each input into a folder of its own, and ``manifest.json``: ``python -m tests.hostile FOLDER``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tests.hostile.manifest import CASES


def write(folder: Path) -> None:
    """Write the inputs, each below a folder of its id, and what must come of each."""
    rows: list[dict[str, object]] = []
    for case in CASES:
        case.put(folder / case.id)
        row: dict[str, object] = {
            "id": case.id,
            "what": case.what,
            "promise": case.promise,
            "outcome": case.outcome.name.lower(),
        }
        rows.append(row | {"must": case.outcome.value, "files": [*case.files], "names": case.place, "line": case.line})
    (folder / "manifest.json").write_text(json.dumps(rows, ensure_ascii=False, indent=1), "utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit("Say where to: python -m tests.hostile FOLDER")
    write(Path(sys.argv[1]))
