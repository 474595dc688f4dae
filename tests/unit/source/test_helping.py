"""What helpers read is what one process would have read, and a file that changes meanwhile is read again."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from plugins import source
from plugins.model import Document
from plugins.press import workers
from plugins.source.reader import New
from tests.unit.source.test_recalling import Memory

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    for folder in ("stories", "events", "data"):
        shutil.copytree(ROOT / "content" / folder, tmp_path / folder)
    (tmp_path / "stories/broken.md").write_text("---\ntitel: No\n---\n<b>", "utf-8")
    (tmp_path / "stories/gone.md").write_text("---\nstatus: withdrawn\nwithdrawn_on: 2026-10-01\n---\n", "utf-8")
    (tmp_path / "events/old.md").write_bytes(b"\xff\xfe")
    return tmp_path


def worked_out(document: Document, memory: source.Memory) -> None:
    memory.put("title", document.digest, document.title)


def shared(do: Callable[[str], New], names: Sequence[str]) -> Iterator[New]:
    return workers.each("Reading", do, names)


def same(one: source.Reading, other: source.Reading) -> bool:
    """Say whether two readings say the same, words and all."""
    said = [
        (
            [{name: getattr(document, name) for name in type(document).model_fields} for document in reading.documents],
            (reading.problems, reading.unread, reading.tombstones, reading.opened, reading.records),
        )
        for reading in (one, other)
    ]
    return said[0] == said[1]


@pytest.mark.parametrize("each", [map, shared], ids=["here", "in copies of this process"])
def test_helpers_read_what_one_process_reads(
    content: Path, monkeypatch: pytest.MonkeyPatch, each: Callable[..., Iterable[New]]
) -> None:
    monkeypatch.setattr(workers, "FEWEST", 1)
    alone, memory = source.read(content), Memory()
    helped = source.read(content, memory, helpers=source.Helpers(each, worked_out))
    assert same(alone, helped)
    assert {memory.get("title", document.digest) for document in helped.documents} == {
        document.title for document in alone.documents
    }
    again = source.read(content, memory)
    assert len(again.opened) < len(helped.opened)
    assert again.problems == helped.problems


def test_a_file_that_changes_before_its_helper_comes_to_it_is_read_as_it_is_then(content: Path) -> None:
    path = content / "stories/first-radiator.md"
    written = path.read_text("utf-8")

    def late(do: Callable[[str], New], names: Sequence[str]) -> Iterator[New]:
        path.write_text(written.replace("title:", "title: Later. No,", 1), "utf-8")
        yield from map(do, names)

    helped = source.read(content, Memory(), helpers=source.Helpers(late, worked_out))
    assert same(source.read(content), helped)
    assert next(d for d in helped.documents if d.slug == "first-radiator").title.startswith("Later")


def test_a_file_that_is_gone_before_its_helper_comes_to_it_is_named(content: Path) -> None:
    def late(do: Callable[[str], New], names: Sequence[str]) -> Iterator[New]:
        (content / "stories/first-radiator.md").unlink()
        yield from map(do, names)

    helped = source.read(content, Memory(), helpers=source.Helpers(late, worked_out))
    assert [problem.path for problem in helped.problems if "cannot be opened" in problem.message] == [
        "stories/first-radiator.md"
    ]


def test_without_a_memory_to_bring_it_to_nobody_helps(content: Path) -> None:
    def never(*_: object) -> Iterable[New]:
        raise AssertionError

    assert source.read(content, helpers=source.Helpers(never, worked_out)).documents
