"""Where each document has ever appeared in an output folder, and when: what a takedown starts from."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from plugins.press.floor import write_whole
from plugins.press.manifest import Manifest, manifest_path, read_manifest
from plugins.press.memory import forget, memory_path
from plugins.press.stage import Stage


@dataclass(frozen=True, slots=True, order=True)
class Appearance:
    """One file that a document showed in: since when, until when, and whether it still does."""

    path: str
    first: date
    last: date
    still: bool


def history_path(output: Path) -> Path:
    """Give where the history of an output folder lies: beside its manifest."""
    return manifest_path(output).with_name("history.json")


def remember(output: Path, manifest: Manifest, day: date) -> None:
    """Write down which documents the files of an output folder show on a day; nothing is ever taken out."""
    known, today, changed = _read(output), day.isoformat(), False
    for path, record in manifest.records.items():
        for name in record.sources:
            first, last = known.setdefault(name, {}).get(path, (today, ""))
            if last != today:
                known[name][path], changed = (first, today), True
    if changed:
        write_whole(history_path(output), json.dumps(known, sort_keys=True).encode())


def appearances(output: Path, name: str) -> tuple[Appearance, ...]:
    """Give every file that a document, ``story:first-keys``, shows or ever showed in, by path."""
    now = {path for path, record in read_manifest(output).records.items() if name in record.sources}
    found = _read(output).get(name, {})
    return tuple(
        sorted(
            Appearance(path, date.fromisoformat(first), date.fromisoformat(last), path in now)
            for path, (first, last) in found.items()
        )
    )


def _read(output: Path) -> dict[str, dict[str, tuple[str, str]]]:
    try:
        kept: dict[str, dict[str, list[str]]] = json.loads(history_path(output).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return {name: {path: (first, last) for path, (first, last) in places.items()} for name, places in kept.items()}


def erase(output: Path, name: str) -> tuple[str, ...]:
    """Delete every file of an output folder that shows a document; the next build makes again what may be there.

    What earlier builds kept in mind goes too: it may hold the document's words.
    """
    forget(memory_path(output))
    Stage.of(output).clear()
    for left in ("preflight.json", "scanned.json"):
        manifest_path(output).with_name(left).unlink(missing_ok=True)
    shown = tuple(sorted(path for path, record in read_manifest(output).records.items() if name in record.sources))
    for path in shown:
        (output / path).unlink(missing_ok=True)
    return shown
