"""Counts the stories that were told, however the run ends."""

from __future__ import annotations

from collections import defaultdict

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many stories ended well, and of how many steps they were."""
    told: dict[str, list[int]] = defaultdict(list)
    for report in terminalreporter.getreports("passed"):
        for name, value in report.user_properties:
            if name == "story" and report.when == "call":
                row, steps = value
                told[row].append(steps)
    if told:
        terminalreporter.section("Stories told")
    for row, steps in told.items():
        terminalreporter.write_line(f"{row}: {len(steps)} stories, {sum(steps)} steps, each compared with a first run")
