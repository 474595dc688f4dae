"""Files written whole: the old or the new, never half of it, and private ones for their owner alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from plugins.disk import write_whole


def test_a_file_gets_its_folders_and_replaces_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "file"
    write_whole(path, b"old")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(path.parent.iterdir()) == [path]


def test_what_a_killed_program_left_beside_it_is_written_over(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.with_name(".file.part").write_bytes(b"half of something much longer")
    write_whole(path, b"whole")
    assert path.read_bytes() == b"whole"
    assert list(tmp_path.iterdir()) == [path]


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file"
    write_whole(path, b"old", private=True)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"new", private=True)
    assert path.read_bytes() == b"old"


@pytest.mark.skipif(os.name != "posix", reason="other systems say otherwise who may read a file")
def test_only_a_private_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        for name, private in (("secret", True), ("page", False)):
            write_whole(tmp_path / name, b"", private=private)
    finally:
        os.umask(before)
    assert {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {"secret": 0o600, "page": 0o644}
