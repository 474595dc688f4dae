"""A data folder for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.delivery.folder import data_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a data folder."""
    return data_folder({"CLNM_DATA": str(tmp_path / "data")})
