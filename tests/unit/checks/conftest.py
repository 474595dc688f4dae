"""A folder of built files, written from a dictionary, and what the checks say of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from plugins.checks.built import problems
from plugins.model import Problem

Told = Callable[[Mapping[str, str | bytes]], list[Problem]]


def page(
    body: str = "", head: str = "", *, opening: str = '<html lang="en-GB">', heading: str = "<h1>Warm</h1>"
) -> str:
    """Write a page with nothing wrong, but for what is put into it."""
    return (
        f'<!doctype html>\n{opening}\n<head><meta charset="utf-8"><title>Warm</title>{head}</head>\n'
        f"<body>{heading}\n{body}\n</body></html>\n"
    )


@pytest.fixture
def told(tmp_path: Path) -> Told:
    """Write files into a folder and give what is wrong with it."""

    def write_and_check(files: Mapping[str, str | bytes]) -> list[Problem]:
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return list(problems(tmp_path))

    return write_and_check
