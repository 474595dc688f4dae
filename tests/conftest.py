"""What all tests share: the option that keeps new renderings."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--update-golden``, which keeps today's renderings as the right ones."""
    parser.addoption("--update-golden", action="store_true", help="keep what is rendered now as the right rendering")
