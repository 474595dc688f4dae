"""The press's memory: what was put there, or nothing."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from plugins.model.later import Part
from plugins.press import memory as remembered
from plugins.press.memory import LARGE, Memory

ROOMS = ["spine", *sorted(LARGE)]


def remembering(path: Path, room: str) -> Path:
    memory = Memory(path / "memory.db", "code")
    memory.put(room, "digest", "A long text.")
    memory.save()
    return path / "memory.db"


@pytest.mark.parametrize("room", ROOMS)
def test_what_was_saved_is_there_next_time(tmp_path: Path, room: str) -> None:
    assert Memory(remembering(tmp_path, room), "code").get(room, "digest") == "A long text."


@pytest.mark.parametrize("room", ROOMS)
def test_what_was_put_is_there_at_once(tmp_path: Path, room: str) -> None:
    memory = Memory(tmp_path / "memory.db", "code")
    memory.put(room, "digest", "A long text.")
    assert memory.get(room, "digest") == "A long text."
    memory.save()
    assert memory.get(room, "digest") == "A long text."


@pytest.mark.parametrize("room", ROOMS)
def test_other_code_remembers_nothing(tmp_path: Path, room: str) -> None:
    path = remembering(tmp_path, room)
    assert Memory(path, "other code").get(room, "digest") is None
    assert b"A long text." not in path.read_bytes()


@pytest.mark.parametrize("room", ROOMS)
def test_what_nobody_asks_for_is_gone_with_its_last_byte(tmp_path: Path, room: str) -> None:
    path = remembering(tmp_path, room)
    Memory(path, "code").save()
    assert Memory(path, "code").get(room, "digest") is None
    assert b"A long text." not in path.read_bytes()


def test_asking_in_one_room_keeps_a_name_in_all(tmp_path: Path) -> None:
    path = remembering(tmp_path, Part.BODY)
    memory = Memory(path, "code")
    memory.get("spine", "digest")
    memory.save()
    assert Memory(path, "code").get(Part.BODY, "digest") == "A long text."


@pytest.mark.parametrize("data", [b"", b"no database at all, but long enough to look like a page of one" * 100])
def test_a_broken_memory_is_an_empty_one(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "memory.db"
    path.write_bytes(data)
    memory = Memory(path, "code")
    assert memory.get("spine", "digest") is None
    memory.put("spine", "digest", "A text.")
    memory.save()
    assert Memory(path, "code").get("spine", "digest") == "A text."


def test_a_memory_that_is_in_use_is_left_alone(tmp_path: Path) -> None:
    path = remembering(tmp_path, "spine")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    memory = Memory(path, "code")
    assert memory.get("spine", "digest") is None
    memory.put("spine", "digest", "Another.")
    memory.save()
    other.execute("ROLLBACK")
    assert Memory(path, "code").get("spine", "digest") == "A long text."


def test_long_texts_of_a_large_build_are_written_before_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remembered, "HANDFUL", 3)
    path = remembering(tmp_path, "looks")
    memory = Memory(path, "code")
    assert memory.get("looks", "digest")
    for number in range(7):
        memory.put(Part.BODY, str(number), f"Text {number}.")
    left = Memory(path, "code")
    assert [left.get(Part.BODY, str(number)) for number in range(7)] == [*(f"Text {n}." for n in range(6)), None]
    assert left.get("looks", "digest") is None  # who dies now must not leave a newer time beside old looks
    memory.save()
    saved = Memory(path, "code")
    assert [saved.get(Part.BODY, str(number)) for number in range(7)] == [f"Text {n}." for n in range(7)]
    assert saved.get("looks", "digest") == "A long text."


def test_who_puts_a_text_into_a_room_still_finds_what_was_there(tmp_path: Path) -> None:
    memory = Memory(remembering(tmp_path, "spine"), "code")
    memory.put("spine", "another", "A newer text.")
    assert memory.get("spine", "digest") == "A long text."
