"""A file that is made again takes the place of the last one, whole, and leaves nothing behind."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from plugins.press.staging import StagingArea


@pytest.mark.parametrize("system", ["linux", "another"])
@pytest.mark.parametrize("before", [b"The last words.", None])
def test_a_file_takes_the_place_of_the_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str, before: bytes | None
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    output, page = tmp_path / "output", tmp_path / "output/stories/first-keys/index.html"
    page.parent.mkdir(parents=True)
    if before is not None:
        page.write_bytes(before)
    waiting = StagingArea.of(output)
    waiting.begin()
    waiting.put("stories/first-keys/index.html", b"New words.")
    waiting.exchange("stories/first-keys/index.html", output)
    assert page.read_bytes() == b"New words."
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [page]
