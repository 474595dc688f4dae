"""Lays what was measured out as Markdown: for the terminal, and for ``docs/speed.md``."""

from __future__ import annotations

import os
import platform
import statistics
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.bench.goals import Run, Verdict, verdicts
from tests.bench.measuring import Measured
from tests.bench.running import spread

WHY = "why.md#goals-of-speed-that-are-missed"
"""Where docs/ says why a goal is missed, and what was tried."""


def lines(run: Run) -> Iterator[str]:
    """Give the report, line by line."""
    yield "# Speed\n"
    yield "`make bench` measures and writes this page; a part by itself: `make bench ARGS=mix-1000`. Seconds of CPU are"
    yield "user and system of whole processes. The generators take turns in each round, and each figure is the median"
    yield "of the rounds. The spread is the distance of the dearest round from the cheapest, by the median.\n"
    yield f"Machine: {_machine()}.\n"
    for name, reason in run.missing.items():
        yield f"**{name} was not measured, and nothing here says that it was beaten:** {reason}\n"
    yield "## Goals\n"
    yield "| goal | wanted | found | | worked out from | command |\n|---|---|---|---|---|---|"
    yield from (_line(verdict, run) for verdict in verdicts(run))
    for part, measured in run.parts.items():
        yield f"\n## {part}\n"
        yield _when(measured)
        yield from _costs(measured)
        yield from _figures(measured)
        yield from _phases(measured)


def _line(verdict: Verdict, run: Run) -> str:
    goal = verdict.goal
    found = "" if verdict.figure is None else f"{verdict.figure:.2f}"
    profiled = [part for part in goal.parts if part in run.parts and run.parts[part].phases]
    links = [f"[why]({WHY})", *(f"[phases](#{part})" for part in profiled[:1])]
    why = f" ({', '.join(links)})" if verdict.word == "missed" else ""
    wanted, command = f"{goal.sign} {goal.threshold:g}", f"`python -m tests.bench {' '.join(goal.parts)}`"
    return f"| {goal.words} | {wanted} | {found} | {verdict.word}{why} | {verdict.parts} | {command} |"


def _when(measured: Measured) -> str:
    low, high = min(measured.loads, default=0), max(measured.loads, default=0)
    rounds = f"; rounds: {measured.rounds}; load as they began: {low:.1f} to {high:.1f}" if measured.loads else ""
    against = ", ".join(f"{name} {version}" for name, version in measured.versions.items())
    return f"Commit {measured.commit}{rounds}. {against}.\n"


def _costs(measured: Measured) -> Iterator[str]:
    if measured.costs:
        yield "| | | CPU s | wall s | peak MiB | files changed | spread |\n|---|---|---|---|---|---|---|"
    for (name, scenario), costs in measured.costs.items():
        one = measured.median(name, scenario)
        if one:
            files = max(measured.changed.get((name, scenario), ["–"]))
            yield (
                f"| {name} | {scenario} | {one.cpu:.2f} | {one.wall:.2f} | {one.peak:.0f} | {files} "
                f"| {_spread([one.cpu for one in costs])} |"
            )


def _figures(measured: Measured) -> Iterator[str]:
    if measured.figures:
        yield "| | median | spread |\n|---|---|---|"
    for name, found in measured.figures.items():
        yield f"| {name} | {statistics.median(found):.4f} | {_spread(found)} |"


def _spread(found: Sequence[float]) -> str:
    """Say how far figures lie apart, where there are several."""
    return f"{spread(found):.0%}" if len(found) > 1 else "–"


def _phases(measured: Measured) -> Iterator[str]:
    for scenario, table in measured.phases.items():
        yield f"\nOur phases, {scenario} (`clnm build --profile`):\n\n```text\n{table}\n```"


def _machine() -> str:
    info = Path("/proc/cpuinfo")
    known = info.read_text().splitlines() if info.is_file() else []
    names = [line.partition(":")[2].strip() for line in known if line.startswith("model name")]
    return f"{os.cpu_count()} cores, {names[0] if names else platform.machine()}, Python {platform.python_version()}"
