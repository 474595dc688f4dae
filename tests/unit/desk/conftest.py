"""A project in a folder of its own, and the desk asked from inside it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from plugins.desk import main
from tests.site.press import with_compiled_templates

ROOT = Path(__file__).resolve().parents[3]
TODAY = "2026-11-21"


@dataclass(frozen=True)
class Answer:
    """What the desk said, and its exit code."""

    code: int
    out: str
    err: str


Ask = Callable[..., Answer]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder with settings, the product's theme and no content, and stand in it, on a certain day."""
    settings = (ROOT / "pelicanconf.py").read_text("utf-8").replace('"theme"', f'"{ROOT / "theme"}"')
    (tmp_path / "pelicanconf.py").write_text(settings, "utf-8")
    (tmp_path / "content/data").mkdir(parents=True)
    monkeypatch.chdir(with_compiled_templates(tmp_path))
    monkeypatch.setenv("AS_OF", TODAY)
    monkeypatch.setattr(sys, "path", list(sys.path))
    return tmp_path


@pytest.fixture
def ask(project: Path, capsys: pytest.CaptureFixture[str]) -> Ask:  # noqa: ARG001 - the desk stands in it
    """Give a way to ask the desk, in this process."""

    def asked(*words: str) -> Answer:
        try:
            code = main(words)
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else 1
        said = capsys.readouterr()
        return Answer(code, said.out, said.err)

    return asked
