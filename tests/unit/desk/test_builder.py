"""The build beside a serving desk: once it is to stop, none begins any more."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from plugins.desk.project import Project
from plugins.desk.serving.builder import Builder
from plugins.desk.serving.news import Board


def test_no_build_begins_after_it_was_stopped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    begun: list[object] = []
    monkeypatch.setattr(subprocess, "Popen", lambda *words, **_: begun.append(words))
    found = Project(tmp_path, tmp_path / "pelicanconf.py", tmp_path / "output", tmp_path, {})
    builder = Builder(found, Board(), lambda: False)
    builder.stop()
    builder.build()
    assert begun == []
