"""What all tests share: sites built once, the option that keeps new renderings, and the tables that tests print."""

from __future__ import annotations

import pytest

from tests.sites import forge, home, long_home, public_home, small_home

__all__ = ["forge", "home", "long_home", "public_home", "small_home"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--update-golden``, which keeps today's renderings as the right ones."""
    parser.addoption("--update-golden", action="store_true", help="keep what is rendered now as the right rendering")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the tables that tests recorded a line of each: ``record_property("table", (title, head, line))``."""
    tables: dict[tuple[str, str], list[str]] = {}
    for report in terminalreporter.getreports("passed") + terminalreporter.getreports("failed"):
        for name, value in report.user_properties:
            if name == "table" and report.when == "call":
                title, head, line = value
                tables.setdefault((title, head), []).append(line)
    for (title, head), lines in tables.items():
        terminalreporter.section(title)
        for line in (head, *lines):
            terminalreporter.write_line(line)
