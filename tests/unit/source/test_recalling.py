"""A file that was read before is not read again, and means the same."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

import pytest

from plugins import source
from plugins.model import Document, later
from plugins.model.later import Part, part_of
from plugins.source import documents
from plugins.source.packed import packed, unpacked
from tests import samples

ROOT = Path(__file__).resolve().parents[3]
SAMPLE = source.read(ROOT / "content").documents


class Memory:
    """Keeps everything."""

    def __init__(self, since: int = 2**63) -> None:
        """Claim to have been written at a time."""
        self.since = since
        self.kept: dict[tuple[str, str], str] = {}

    def get(self, room: str, name: str) -> str | None:
        return self.kept.get((room, name))

    def put(self, room: str, name: str, value: str) -> None:
        self.kept[room, name] = value


@pytest.fixture
def content(tmp_path: Path) -> Path:
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories/first-keys.md").write_text(samples.text("story"), "utf-8")
    return tmp_path


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note every document that is really read."""
    found: list[str] = []
    read = documents.read

    def noting(kind: type[Document], path: str, data: bytes) -> source.memory.Result:
        found.append(path)
        return read(kind, path, data)

    monkeypatch.setattr(documents, "read", noting)
    return found


@pytest.mark.parametrize("document", SAMPLE, ids=lambda document: document.id)
def test_a_document_comes_back_as_it_was(document: Document) -> None:
    kept = dict(packed(document))
    again = type(document).later(
        document.path, document.digest, lambda part: unpacked(type(document), part, kept[part])
    )
    assert repr(again.title) == repr(document.title)
    assert every_field(again) == every_field(document)


def every_field(document: Document) -> dict[str, object]:
    """Give the fields of a document, as whoever asks for them gets them."""
    return {name: getattr(document, name) for name in type(document).model_fields}


def test_a_document_knows_its_name_before_its_fields_are_fetched() -> None:
    def never(_: Part) -> dict[str, object]:
        raise AssertionError

    found = type(SAMPLE[0]).later("stories/first-keys.md", "digest", never)
    assert (found.slug, found.path, found.digest) == ("first-keys", "stories/first-keys.md", "digest")
    assert found.id.endswith(":first-keys")


def fields(document: Document, part: Part) -> dict[str, object]:
    """Give a document's fields, as a memory would."""
    return {name: value for name, value in every_field(document).items() if part_of(name) is part}


def test_who_opens_many_documents_closes_the_first_and_may_open_it_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(later.MOST_OPEN, Part.FRONT, 2)
    rows = [type(one).later(one.path, one.digest, partial(fields, one), lang="x") for one in SAMPLE[:6]]
    titles = [document.title for document in rows]
    assert "title" not in vars(rows[0])
    assert "title" in vars(rows[-1])
    assert [document.title for document in rows] == titles == [document.title for document in SAMPLE[:6]]
    assert {document.lang for document in rows} == {"x"}


def test_a_document_that_is_shown_elsewhere_keeps_its_body_shut() -> None:
    asked: list[Part] = []

    def noting(part: Part) -> dict[str, object]:
        asked.append(part)
        return fields(SAMPLE[0], part)

    found = type(SAMPLE[0]).later(SAMPLE[0].path, SAMPLE[0].digest, noting)
    assert (found.title, found.summary, found.areas) == (SAMPLE[0].title, SAMPLE[0].summary, SAMPLE[0].areas)
    assert asked == [Part.FRONT]
    assert found.body == SAMPLE[0].body
    assert asked == [Part.FRONT, Part.BODY]


def test_a_copy_of_an_open_document_stays_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(later.MOST_OPEN, Part.FRONT, 1)
    rows = [type(one).later(one.path, one.digest, partial(fields, one)) for one in SAMPLE[:2]]
    assert rows[0].title
    copy = rows[0].model_copy(update={"title": "Another"})
    assert rows[1].title
    assert (copy.title, copy.summary, rows[0].title) == ("Another", SAMPLE[0].summary, SAMPLE[0].title)


def test_a_field_that_there_is_not_is_said_to_be_missing() -> None:
    found = type(SAMPLE[0]).later("stories/a.md", "digest", lambda _: {"title": "One"})
    with pytest.raises(AttributeError):
        found.no_such_field  # noqa: B018 - asking is the test


def test_a_file_that_looks_the_same_is_not_opened(content: Path, opened: list[str]) -> None:
    memory = Memory()
    (first,) = source.read(content, memory).documents
    (again,) = source.read(content, memory).documents
    assert opened == ["stories/first-keys.md"]
    assert again.title == first.title
    assert every_field(again) == every_field(first)


def test_a_file_that_was_only_touched_is_opened_once(content: Path) -> None:
    memory = Memory()
    source.read(content, memory)
    os.utime(content / "stories/first-keys.md", (1, 1))
    assert [source.read(content, memory).opened for _ in range(2)] == [{"stories/first-keys.md"}, set()]


def test_a_young_file_is_opened_and_nothing_is_written_for_it(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    memory = Memory(since=(content / "stories/first-keys.md").stat().st_mtime_ns)
    source.read(content, memory)
    kept: list[tuple[str, str]] = []
    monkeypatch.setattr(memory, "put", lambda room, name, _: kept.append((room, name)))
    assert source.read(content, memory).opened == {"stories/first-keys.md"}
    assert kept == []


def test_other_words_under_the_same_time_and_size_are_noticed_if_the_file_is_young(
    content: Path, opened: list[str]
) -> None:
    path = content / "stories/first-keys.md"
    memory = Memory(since=path.stat().st_mtime_ns + 1_000_000_000)
    source.read(content, memory)
    times = (path.stat().st_atime_ns, path.stat().st_mtime_ns)
    path.write_text(path.read_text("utf-8").rstrip()[:-1] + "?\n", "utf-8")
    os.utime(path, ns=times)
    source.read(content, memory)
    assert len(opened) == 2


def test_so_are_they_in_an_old_file_whose_time_was_set_back(content: Path, opened: list[str]) -> None:
    path, memory = content / "stories/first-keys.md", Memory()
    source.read(content, memory)
    seen = path.stat()
    path.write_text(path.read_text("utf-8").replace("cold", "warm"), "utf-8")
    os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    assert (path.stat().st_ino, path.stat().st_size) == (seen.st_ino, seen.st_size)
    source.read(content, memory)
    assert len(opened) == 2


def test_problems_are_told_again(content: Path, opened: list[str]) -> None:
    path = content / "stories/first-keys.md"
    path.write_text(path.read_text("utf-8").replace("title:", "titel:"), "utf-8")
    memory = Memory()
    first, again = source.read(content, memory), source.read(content, memory)
    assert len(opened) == 1
    assert first.problems == again.problems != ()
    assert again.documents == ()
    assert first.unread == again.unread


@pytest.mark.parametrize("damage", ["", "{", "[]", "null", '{"title":"Only this"}'])
def test_a_memory_that_lost_the_fields_is_no_loss(content: Path, opened: list[str], damage: str) -> None:
    memory = Memory()
    (first,) = source.read(content, memory).documents
    memory.kept["front", first.digest] = memory.kept["body", first.digest] = damage
    (again,) = source.read(content, memory).documents
    assert again.title == first.title
    assert again.body == first.body
    assert len(opened) == 2
