"""A build says how words read where they changed, remembers it until they change again, and is not held up by it."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins import source
from plugins.desk.serving.remembered import Remembered
from plugins.press import report
from plugins.press.porch import library_of
from plugins.press.styled import style_notes
from tests.samples import NOW, text


def say(content: Path, memory: Remembered) -> list[str]:
    reading = source.read(content, memory)
    memory.since = 1 << 62  # every file looks as it did, unless it is written anew
    library = library_of(reading, NOW, memory)
    return [note.message for note in style_notes(content, library, reading.opened, memory)]


def put(content: Path, name: str, body: str) -> None:
    path = content / f"pages/{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text("page", body=body), "utf-8")


def test_notes_stay_until_their_words_change(tmp_path: Path) -> None:
    memory = Remembered()
    put(tmp_path, "about", "You will recieve it.")
    put(tmp_path, "help", "We are here.")
    assert say(tmp_path, memory) == ["“recieve” looks like a slip of spelling."]
    assert say(tmp_path, memory) == ["“recieve” looks like a slip of spelling."]
    put(tmp_path, "help", "He saw his siblings.")
    first, second = say(tmp_path, memory)
    assert first.startswith("“siblings”")  # what changed comes first
    assert second.startswith("“recieve”")
    put(tmp_path, "about", "You will receive it now.")
    assert len(say(tmp_path, memory)) == 1
    (tmp_path / "pages/help.md").unlink()
    assert say(tmp_path, memory) == []
    assert "siblings" not in str(memory.get("style", "all"))


def test_a_build_that_opens_many_documents_does_not_wait_for_their_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plugins.press.styled.MOST", 2)
    memory = Remembered()
    for number in range(3):
        put(tmp_path, f"page-{number}", "You will recieve it.")
    assert say(tmp_path, memory) == []
    put(tmp_path, "page-1", "You will still recieve it.")
    assert len(say(tmp_path, memory)) == 1


def test_only_a_few_notes_are_printed_and_the_rest_is_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(8):
        put(tmp_path, f"page-{number}", "You will recieve it.")
    reading = source.read(tmp_path)
    report.notes(style_notes(tmp_path, library_of(reading, NOW), reading.opened, source.Blank()), "content")
    said = capsys.readouterr().err
    assert said.count("note: content/pages/page-") == 5
    assert said.endswith("… and 3 more notes on how words read: clnm check\n")
