"""Lays what was measured out as Markdown: for the terminal, and for ``docs/speed.md``."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.bench.generators import Generator
from tests.bench.goals import Run, verdicts
from tests.bench.measuring import Measured
from tests.bench.running import spread


def lines(run: Run, generators: Sequence[Generator], rounds: int, load: float) -> Iterator[str]:
    """Give the report, line by line."""
    yield "# Speed\n"
    yield "`make bench` measures and writes this page. CPU seconds are user and system of whole processes."
    yield f"Rounds in which the generators take turns: {rounds}; each figure is the median of them.\n"
    yield f"Machine: {_machine()}; load {load:.1f} at the start. Against: {_versions(generators)}.\n"
    for name, reason in run.missing.items():
        yield f"**{name} was not measured, and nothing here says that it was beaten:** {reason}\n"
    yield "## Goals\n"
    yield "| goal | wanted | found | | worked out from |\n|---|---|---|---|---|"
    for verdict in verdicts(run):
        found = "" if verdict.figure is None else f"{verdict.figure:.2f}"
        wanted = f"{verdict.goal.sign} {verdict.goal.threshold:g}"
        yield f"| {verdict.goal.words} | {wanted} | {found} | {verdict.word} | {verdict.parts} |"
    for size, measured in run.mixes.items():
        yield f"\n## {size:,} documents{' with pictures' if measured.setting.pictures else ''}\n"
        yield from _costs(measured)
    if run.letters:
        yield f"\n## {run.letters.setting.size} long issues\n"
        yield from _costs(run.letters)
    if run.watched:
        yield "\n## Watching: from a save to new bytes\n\n| | documents | ms |\n|---|---|---|"
        for (name, size), seconds in run.watched.items():
            yield f"| {name} | {size:,} | {seconds * 1000:.1f} |"


def _costs(measured: Measured) -> Iterator[str]:
    yield "| | | CPU s | wall s | peak MiB | files changed | spread |\n|---|---|---|---|---|---|---|"
    for (name, scenario), costs in measured.costs.items():
        one = measured.median(name, scenario)
        if one:
            files = max(measured.changed[name, scenario])
            yield (
                f"| {name} | {scenario} | {one.cpu:.2f} | {one.wall:.2f} | {one.peak:.0f} | {files} "
                f"| {spread(costs):.0%} |"
            )


def _machine() -> str:
    info = Path("/proc/cpuinfo")
    names = [line.partition(":")[2].strip() for line in info.read_text().splitlines() if line.startswith("model name")]
    return f"{os.cpu_count()} cores, {names[0] if names else platform.machine()}, Python {platform.python_version()}"


def _versions(generators: Sequence[Generator]) -> str:
    return ", ".join(f"{one.name} {one.version}" for one in generators if not one.edits) or "nobody"
