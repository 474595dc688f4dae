"""Writes the content model down again: as JSON Schema for editing programs, as a page for editors."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from pathlib import Path

from plugins.desk.guide import guide
from plugins.desk.schema import schemas

FOLDER = Path("schemas")
PAGE = Path("docs/fields.md")


def run(asked: Namespace) -> int:
    """Write what has changed; with ``--check`` write nothing, and give 1 where something would."""
    wanted = files()
    kept = {path: path.read_text("utf-8") for path in (*sorted(FOLDER.glob("*.schema.json")), PAGE) if path.is_file()}
    late = sorted(path for path in {*wanted, *kept} if wanted.get(path) != kept.get(path))
    if asked.check:
        return _say(late)
    for path in late:
        if path in wanted:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(wanted[path], "utf-8", newline="\n")
        else:
            path.unlink()
        print(path)
    if not late:
        print("All is up to date.")
    return 0


def _say(late: list[Path]) -> int:
    for path in late:
        print(f"{path} does not say what the model says. To write it again: make schemas", file=sys.stderr)
    if not late:
        print("All is up to date.")
    return int(bool(late))


def files() -> dict[Path, str]:
    """Give every file that is made from the model, with what it says; the same model gives the same bytes."""
    found = {FOLDER / name: json.dumps(schema, indent=2, ensure_ascii=False) for name, schema in schemas().items()}
    return {**{path: f"{text}\n" for path, text in found.items()}, PAGE: guide()}
