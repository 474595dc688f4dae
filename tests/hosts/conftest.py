"""Releases to bring to hosts, written from a dictionary."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from plugins.releases.release import Printed, Release

Lay = Callable[..., tuple[Release, Path]]


@pytest.fixture
def lay(tmp_path: Path) -> Lay:
    """Lay a release out in a folder, as a publish does."""

    def laid(number: int, files: Mapping[str, str]) -> tuple[Release, Path]:
        folder = tmp_path / f"release-{number}"
        printed = {}
        for name, words in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(words, "utf-8")
            os.utime(path, (1_770_000_000, 1_770_000_000))  # an unchanged file is the same file in each release
            printed[name] = Printed(hashlib.sha256(words.encode()).hexdigest(), len(words.encode()))
        return Release(number=number, day="2026-11-21", files=printed), folder

    return laid
