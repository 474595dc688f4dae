"""A data folder for each test."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a data folder."""
    made = tmp_path / "data"
    made.mkdir(mode=0o700)
    return made
